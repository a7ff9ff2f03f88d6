"""The report as Markdown, for notes and trackers: the texts in it are escaped so that they stay texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from statement_compare.engine.model import Link, Side
from statement_compare.engine.report import decided, place_words, provenance, wording
from statement_compare.engine.report.marked import Piece, pieces, statement_of, words_of
from statement_compare.engine.report.words import words_in
from statement_compare.engine.reported import EVERYTHING, Report, ReportChoice, Subject, report_of
from statement_compare.engine.text import hidden
from statement_compare.engine.unanswered import unanswered

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~&])")
# What makes a list, a rule or a quotation only at the start of a line.
_AT_START: Final = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def render(subject: Subject, choice: ReportChoice = EVERYTHING) -> bytes:
    """The report as UTF-8; the words that carry a verdict are bold."""
    return "".join(f"{line}\n" for line in _lines(report_of(subject, choice))).encode("utf-8", "backslashreplace")


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is, with hidden characters in sight."""
    return _literal(wording.plain(text))


def _literal(text: str) -> str:
    """Words that are safe to read already, so that no sign in them is markup."""
    literal = _SPECIAL.sub(r"\\\1", text)
    return _AT_START.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", literal)


def _lines(report: Report) -> Iterator[str]:
    comparison, language = report.comparison, report.language
    said = words_in(language)
    names = [_literal(hidden.isolated(provenance.side_name(comparison, side, language))) for side in Side]
    yield f"# {provenance.as_title(names[0])} {said.say('page.and')} {names[1]}"
    yield ""
    counts = [
        f"{wording.VERDICT_SIGNS[verdict]} {wording.count(verdict, report.number_of(verdict), language)}"
        for verdict in wording.SECTIONS
    ]
    lone = {side: unanswered(comparison, side) for side in Side}
    number = wording.without_answer(len(lone[Side.LEFT]), len(lone[Side.RIGHT]), language)
    counts.append(f"{wording.UNANSWERED_SIGN} {number}")
    yield escaped(" · ".join((*counts, *decided.counts(report))))
    left_out = decided.left_out(report)
    if left_out:
        yield from ("", _literal(left_out))
    for verdict in wording.SECTIONS:
        links = [link for link in wording.by_gravity(comparison) if link.verdict is verdict]
        if links:
            sign = wording.VERDICT_SIGNS[verdict].replace("~", "\\~")
            yield from ("", f"## {sign} {wording.section_title(verdict, language)}")
            for link in links:
                yield from _finding(report, link)
    if report.is_whole:
        yield from _in_no_finding(report, names)
    if report.dismissed:
        yield from ("", f"## {said.say('decided.dismissed')}")
        for link in wording.gravest_first(report.dismissed):
            yield from _finding(report, link)
    yield from _lost(report)
    yield from ("", f"## {said.say('page.made')}", "")
    yield from (f"| | {said.say('page.left')} | {said.say('page.right')} |", "|---|---|---|")
    for name, (left, right) in provenance.of_documents((comparison.left, comparison.right), language):
        yield f"| {name} | {hidden.isolated(escaped(left))} | {hidden.isolated(escaped(right))} |"
    yield ""
    for name, value in provenance.signed(comparison, language):
        yield f"- {name}: {escaped(value)}"
    for name, value in decided.done_by_hand(report):
        yield f"- {name}: {_literal(value)}"
    yield from ("", provenance.caveats(comparison, language))


def _in_no_finding(report: Report, names: Sequence[str]) -> Iterator[str]:
    comparison, language = report.comparison, report.language
    told = wording.denied_in_general(comparison, language)
    if told:
        yield from ("", f"## {words_in(language).say('denied.title')}", "", *(f"- {line}" for line in told))
    for side, other in zip(Side, reversed(names), strict=True):
        for title, entries in wording.unanswered_sections(comparison, side, language):
            yield from ("", f"## {wording.UNANSWERED_SIGN} {title} {other}", "")
            for entry, note in entries:
                statement = statement_of(comparison, side)
                text = hidden.isolated(escaped(statement.sentences[entry.sentence].text))
                place = place_words.numbered(statement, side, entry.sentence, language)
                yield f"- {place} {text}{f' ({note})' if note else ''}"


def _lost(report: Report) -> Iterator[str]:
    if not (report.tells_lost and report.reported.lost):
        return
    yield from ("", f"## {words_in(report.language).say('decided.lost')}")
    for lost in report.reported.lost:
        yield ""
        yield from (f"- {name}: {_literal(value)}" for name, value in decided.rows_of_lost(lost, report.language))
        for side, texts in zip(Side, (lost.left, lost.right), strict=True):
            for text in texts:
                yield from ("", f"> {wording.SIDE_LETTERS[side]} {hidden.isolated(escaped(text))}")


def _finding(report: Report, link: Link) -> Iterator[str]:
    comparison, language = report.comparison, report.language
    said = words_in(language)
    places = f"{wording.numbers(Side.LEFT, link.left)} – {wording.numbers(Side.RIGHT, link.right)}"
    leans = wording.verdict_words(link, language) if link.may_contradict else ""
    # Those dismissed stand together whatever their verdict is, so that each has to say it.
    verdict = f"{wording.VERDICT_SIGNS[link.verdict]} {leans or wording.verdict_word(link.verdict, language)}"
    kinds = decided.kinds(report, link) or leans
    heading = " · ".join(part for part in (verdict if report.is_dismissed(link) else "", kinds, places) if part)
    yield from ("", f"### {escaped(heading)}", "")
    for message in decided.messages(report, link):
        yield f"- {_literal(message)}"
    for name, value in decided.rows(report, link):
        yield f"- {name}: {_literal(value)}"
    gauges = said.say("line.wording_in_common", percent=wording.percent(link.similarity))
    if link.confidence:
        gauges = f"{said.say('line.confidence', percent=wording.percent(link.confidence))}, {gauges}"
    yield f"- {gauges}"
    for side in Side:
        statement = statement_of(comparison, side)
        for i in link.left if side is Side.LEFT else link.right:
            yield ""
            cut = pieces(statement.sentences[i], statement.source.text, words_of(link, side))
            number = place_words.numbered(statement, side, i, language)
            yield f"> {number} {hidden.isolated(''.join(map(_written, cut)))}"


def _written(piece: Piece) -> str:
    text = _SPECIAL.sub(r"\\\1", piece.text)
    core = text.strip()
    # Bold marks take effect only where they touch a word.
    return text.replace(core, f"**{core}**", 1) if piece.is_marked and core else text
