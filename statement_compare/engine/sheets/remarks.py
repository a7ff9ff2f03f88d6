"""What is said at a sentence in the margin of a marked copy: its findings, or that it has no answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from statement_compare.engine.model import Link, Side, Verdict
from statement_compare.engine.report import decided, provenance, wording
from statement_compare.engine.report.wording import SIDE_LETTERS, UNANSWERED_SIGN, numbers
from statement_compare.engine.reported import Report
from statement_compare.engine.sheets.passages import Quote, ids_of, in_quotation_marks, other, quoted, quotes_of
from statement_compare.engine.sheets.words import words_in
from statement_compare.engine.unanswered import unanswered

PROGRAM: Final = "statement_compare"


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment at a sentence. `verdict` is that of its finding, None where it is in none.

    `lines` are what it says, the first of them its heading. `author` is who decided last, or the program; `at` when,
    as ISO 8601 has it, "" where nobody decided anything. `link` is the finding, whose words are marked.
    """

    verdict: Verdict | None
    lines: tuple[str, ...]
    author: str = PROGRAM
    at: str = ""
    link: Link | None = None


def remarks(report: Report, side: Side) -> dict[int, tuple[Remark, ...]]:
    """What is said at each sentence of a side, the gravest first; of what a person dismissed nothing is said."""
    found: dict[int, list[Remark]] = {}
    for link in wording.by_gravity(report.comparison):
        for sentence in ids_of(link, side):
            found.setdefault(sentence, []).append(_of_finding(report, link, side, sentence))
    for sentence, remark in (*_without_answer(report, side), *_general(report, side)):
        found.setdefault(sentence, []).append(remark)
    return {sentence: tuple(each) for sentence, each in found.items()}


def _of_finding(report: Report, link: Link, side: Side, sentence: int) -> Remark:
    language = report.language
    said = words_in(language)
    word, kinds = wording.verdict_words(link, language), decided.kinds(report, link)
    lines = [f"{wording.VERDICT_SIGNS[link.verdict]} {word[:1].upper()}{word[1:]}{f' · {kinds}' if kinds else ''}"]
    lines += decided.messages(report, link)
    beside = tuple(i for i in ids_of(link, side) if i != sentence)
    if beside:
        lines.append(said.say("copy.together", place=numbers(side, beside)))
    lines.append(f"{_name(report, other(side))}:")
    lines += (
        _numbered(quote, other(side), language) for quote in quotes_of(report.comparison, link, other(side), language)
    )
    decision = report.reported.decision_on(link)
    if decision.is_empty and not report.reported.is_by_hand(link):
        return Remark(link.verdict, tuple(lines), link=link)
    lines += (f"{name}: {value}" for name, value in decided.rows(report, link))
    author = wording.plain(decision.reviewer) or PROGRAM
    return Remark(link.verdict, tuple(lines), author, decision.at, link)


def _without_answer(report: Report, side: Side) -> Iterator[tuple[int, Remark]]:
    said = words_in(report.language)
    for entry in unanswered(report.comparison, side):
        key = "not_taken_up" if entry.is_not_taken_up else "not_found"
        lines = [
            f"{UNANSWERED_SIGN} {said.say('unanswered.title')}",
            f"{said.say(f'unanswered.{key}')} {provenance.side_name(report.comparison, other(side), report.language)}",
        ]
        if entry.nearest is not None and not entry.is_not_taken_up:
            quote = quoted(report.comparison, other(side), entry.nearest, report.language)
            near = said.say("unanswered.nearest", place=_numbered(quote, other(side), report.language))
            lines.append(near)
        yield entry.sentence, Remark(None, tuple(lines))


def _general(report: Report, side: Side) -> Iterator[tuple[int, Remark]]:
    """At a sentence that denies in general: what it leaves without another answer."""
    told = wording.denied_in_general(report.comparison, report.language)
    for found, line in zip(report.comparison.denials, told, strict=True):
        if found.side is side:
            yield found.sentence, Remark(None, (words_in(report.language).say("denied.title"), line))


def _name(report: Report, side: Side) -> str:
    return provenance.as_title(provenance.side_name(report.comparison, side, report.language))


def _numbered(quote: Quote, side: Side, language: str) -> str:
    """ "R1 (page 2) “The harbour ships 1,000 barrels a day.”"."""
    number = f"{SIDE_LETTERS[side]}{quote.number}"
    place = f"{number} ({quote.place})" if quote.place else number
    return f"{place} {in_quotation_marks(quote.text, language)}"
