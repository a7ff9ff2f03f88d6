"""The report as Markdown, for notes and trackers: the texts in it are escaped so that they stay texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from statement_compare.engine.model import Comparison, Link, Side
from statement_compare.engine.report import provenance, wording
from statement_compare.engine.report.marked import Piece, pieces, statement_of, words_of
from statement_compare.engine.text import hidden
from statement_compare.engine.unanswered import unanswered

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~&])")
# What makes a list, a rule or a quotation only at the start of a line.
_AT_START: Final = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def render(comparison: Comparison) -> bytes:
    """The report as UTF-8; the words that carry a verdict are bold."""
    return "".join(f"{line}\n" for line in _lines(comparison)).encode("utf-8", "backslashreplace")


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is, with hidden characters in sight."""
    return _literal(wording.plain(text))


def _literal(text: str) -> str:
    """Words that are safe to read already, so that no sign in them is markup."""
    literal = _SPECIAL.sub(r"\\\1", text)
    return _AT_START.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", literal)


def _lines(comparison: Comparison) -> Iterator[str]:
    names = [_literal(hidden.isolated(provenance.side_name(comparison, side))) for side in Side]
    yield f"# {provenance.as_title(names[0])} and {names[1]}"
    yield ""
    counts = []
    for verdict in wording.SECTIONS:
        number = sum(link.verdict is verdict for link in comparison.links)
        counts.append(f"{wording.VERDICT_SIGNS[verdict]} {wording.count(verdict, number)}")
    lone = {side: unanswered(comparison, side) for side in Side}
    counts.append(f"{wording.UNANSWERED_SIGN} {wording.without_answer(len(lone[Side.LEFT]), len(lone[Side.RIGHT]))}")
    yield escaped(" · ".join(counts))
    for verdict, title in wording.SECTIONS.items():
        links = [link for link in wording.by_gravity(comparison) if link.verdict is verdict]
        if links:
            yield from ("", f"## {wording.VERDICT_SIGNS[verdict].replace('~', chr(92) + '~')} {title}")
            for link in links:
                yield from _finding(comparison, link)
    told = wording.denied_in_general(comparison)
    if told:
        yield from ("", "## Denied in general", "", *(f"- {line}" for line in told))
    for side, other in zip(Side, reversed(names), strict=True):
        for title, entries in wording.unanswered_sections(comparison, side):
            yield from ("", f"## {wording.UNANSWERED_SIGN} {title} {other}", "")
            for entry, note in entries:
                text = hidden.isolated(escaped(statement_of(comparison, side).sentences[entry.sentence].text))
                yield f"- {wording.numbers(side, (entry.sentence,))} {text}{f' ({note})' if note else ''}"
    yield from ("", "## How this was made", "", "| | Left | Right |", "|---|---|---|")
    for name, (left, right) in provenance.of_documents((comparison.left, comparison.right)):
        yield f"| {name} | {hidden.isolated(escaped(left))} | {hidden.isolated(escaped(right))} |"
    yield ""
    for name, value in provenance.signed(comparison):
        yield f"- {name}: {escaped(value)}"
    yield from ("", provenance.caveats(comparison))


def _finding(comparison: Comparison, link: Link) -> Iterator[str]:
    places = f"{wording.numbers(Side.LEFT, link.left)} – {wording.numbers(Side.RIGHT, link.right)}"
    leans = wording.verdict_words(link) if link.may_contradict else ""
    heading = " · ".join(part for part in (wording.kinds(link) or leans, places) if part)
    yield from ("", f"### {escaped(heading)}", "")
    for message in wording.messages(comparison, link):
        yield f"- {_literal(message)}"
    gauges = f"wording in common {wording.percent(link.similarity)}"
    if link.confidence:
        gauges = f"confidence {wording.percent(link.confidence)}, {gauges}"
    yield f"- {gauges}"
    for side in Side:
        statement = statement_of(comparison, side)
        for i in link.left if side is Side.LEFT else link.right:
            yield ""
            cut = pieces(statement.sentences[i], statement.source.text, words_of(link, side))
            yield f"> {wording.numbers(side, (i,))} {hidden.isolated(''.join(map(_written, cut)))}"


def _written(piece: Piece) -> str:
    text = _SPECIAL.sub(r"\\\1", piece.text)
    core = text.strip()
    # Bold marks take effect only where they touch a word.
    return text.replace(core, f"**{core}**", 1) if piece.is_marked and core else text
