"""How the findings of a saved session are listed in a terminal, in the words of reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statement_compare.engine.model import Link, Side
from statement_compare.engine.report import decided, wording
from statement_compare.engine.report.marked import statement_of
from statement_compare.engine.report.provenance import side_name
from statement_compare.engine.report.words import words_in
from statement_compare.engine.reported import Report, ReportChoice, Reported
from statement_compare.engine.text import hidden


def render(reported: Reported, links: Sequence[Link], language: str = "en") -> bytes:
    """These findings of a review in the order given; those that were dismissed stand last, under a heading."""
    report = Report(reported, ReportChoice(language=language))
    lines = [hidden.shown(line).rstrip() for line in _lines(report, links)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _lines(report: Report, links: Sequence[Link]) -> Iterator[str]:
    comparison, said = report.comparison, words_in(report.language)
    yield " – ".join(side_name(comparison, side, report.language) for side in Side)
    number = len(report.reported.links)
    told = [said.say("review.findings", n=number), *decided.counts_of(report)]
    told += [said.say("review.listed", n=len(links))] if len(links) != number else []
    yield ", ".join(told)
    dismissed = [link for link in links if report.is_dismissed(link)]
    for link in links:
        if not report.is_dismissed(link):
            yield from _finding(report, link)
    if dismissed:
        yield from ("", f"{said.say('decided.dismissed')}:")
    for link in dismissed:
        yield from _finding(report, link)


def _finding(report: Report, link: Link) -> Iterator[str]:
    comparison, language = report.reported.comparison, report.language
    yield ""
    word = wording.verdict_words(link, language)
    places = " – ".join(wording.numbers(side, ids) for side, ids in ((Side.LEFT, link.left), (Side.RIGHT, link.right)))
    yield f"{wording.VERDICT_SIGNS[link.verdict]} {word}   {places}"
    for name, value in decided.rows(report, link):
        yield f"  {name}: {value}"
    for message in decided.messages(report, link):
        yield f"  {message}"
    for side, ids in ((Side.LEFT, link.left), (Side.RIGHT, link.right)):
        for i in ids:
            text = wording.plain(statement_of(comparison, side).sentences[i].text)
            yield f"  {wording.numbers(side, (i,))}: {text}"
