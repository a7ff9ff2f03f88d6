"""How the questions to a side are said: a sheet as a value, which each format writes down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from statement_compare.engine.model import Comparison, Side
from statement_compare.engine.report import provenance
from statement_compare.engine.report.marked import statement_of
from statement_compare.engine.report.quotation import nested
from statement_compare.engine.report.wording import plain
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets.passages import known_of, other, quoted, speaker, where
from statement_compare.engine.sheets.reply import Question, ReplyChoice, questions
from statement_compare.engine.sheets.words import words_in
from statement_compare.engine.text import hidden

_OF_CELLS: Final = frozenset({"table.differ", "table.differ_unnamed"})
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a statement that are quoted. `lead` says whose they are, each quote has its text and where it stands.

    The texts are as they stand between quotation marks, and without those, which `language` of the sheet gives.
    `spoken` is the language they are in.
    """

    lead: str
    quotes: tuple[tuple[str, str], ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its heading ("Question 1"), what is quoted, and what is asked."""

    heading: str
    passages: tuple[Passage, ...]
    question: str


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one side is sent. `rows` are names and values above the questions; without sections there is no question."""

    title: str
    rows: tuple[tuple[str, str], ...]
    intro: str
    sections: tuple[Section, ...]
    closing: str


def sheets(reported: Reported, choice: ReplyChoice) -> tuple[Sheet, ...]:
    """One sheet for each side that is asked."""
    return tuple(_sheet(reported, side, choice) for side in choice.sides)


def _sheet(reported: Reported, to: Side, choice: ReplyChoice) -> Sheet:
    comparison, said = reported.comparison, words_in(choice.language)
    asked = [
        (question.link is not None, _asked(comparison, to, question, number, choice.language))
        for number, question in enumerate(questions(reported, to, choice), 1)
    ]
    sections = (
        Section(said.say(f"reply.{key}"), tuple(each for is_finding, each in asked if is_finding is of_findings))
        for key, of_findings in (("both", True), ("unanswered", False))
    )
    return Sheet(
        said.say("reply.title"),
        tuple((said.say(f"reply.{key}"), value) for key, value in _rows(comparison, to, choice) if value),
        said.say("reply.intro" if asked else "reply.none"),
        tuple(section for section in sections if section.asked),
        said.say("reply.closing"),
    )


def _rows(comparison: Comparison, to: Side, choice: ReplyChoice) -> Iterator[tuple[str, str]]:
    """What stands above the questions; never a file's name, which is the desk's own business."""
    own, theirs = statement_of(comparison, to), statement_of(comparison, other(to))
    yield "to", provenance.as_title(speaker(own))
    yield "yours", ", ".join(known_of(own, choice.language))
    named = provenance.as_title(speaker(theirs))
    yield "theirs", ", ".join(part for part in (named, *known_of(theirs, choice.language)) if part)
    yield "from", hidden.isolated(plain(choice.asked_by))
    yield "deadline", deadline_words(choice.deadline, choice.language)


def deadline_words(deadline: str, language: str) -> str:
    """A date as the language writes it ("1 December 2026, 18:00"); any other words as they are."""
    words = plain(deadline)
    try:
        when = datetime.fromisoformat(words)
    except ValueError:
        return hidden.isolated(words)
    if when.tzinfo is not None or not _DATE.match(words):
        # Which zone a time is in must not get lost, and "20261201" may be meant as no date.
        return hidden.isolated(words)
    day = provenance.day(when.date(), language)
    return day if len(words) <= len("2026-12-01") else f"{day}, {when:%H:%M}"


def _asked(comparison: Comparison, to: Side, question: Question, number: int, language: str) -> Asked:
    said = words_in(language)
    own = _passage(comparison, to, question.own, _own_lead(comparison, to, question, language), language)
    theirs = _passage(comparison, other(to), question.theirs, _other_lead(comparison, to, language), language)
    # A claim of the other side comes first where it is what is asked about.
    passages = (own, theirs) if question.link is not None else (theirs, own)
    return Asked(
        said.say("reply.question", number=number),
        tuple(passage for passage in passages if passage.quotes),
        " ".join((*_cells(comparison, to, question, language), *(said.say(f"ask.{key}") for key in question.asks))),
    )


def _cells(comparison: Comparison, to: Side, question: Question, language: str) -> Iterator[str]:
    """Which figures of two rows are at odds, by the names of row and column: a row that is quoted does not tell it."""
    link = question.link
    if link is None or "relation" in question.asks:
        return
    for reason in link.reasons:
        if reason.rule not in _OF_CELLS or reason.left is None or reason.right is None:
            continue
        names = {name: hidden.isolated(plain(value)) for name, value in reason.params}
        left, right = (
            hidden.isolated(plain(span.of(statement.source.text)))
            for span, statement in ((reason.left, comparison.left), (reason.right, comparison.right))
        )
        own, theirs = (left, right) if to is Side.LEFT else (right, left)
        key = "reply.of_cell" if names.get("column") else "reply.of_row"
        yield words_in(language).say(
            key, row=names.get("row", ""), column=names.get("column", ""), own=own, theirs=theirs
        )


def _passage(comparison: Comparison, side: Side, ids: tuple[int, ...], lead: str, language: str) -> Passage:
    found = (quoted(comparison, side, i, language) for i in ids)
    quotes = tuple((hidden.isolated(nested(quote.text, language)), where(quote, language)) for quote in found)
    return Passage(lead, quotes, statement_of(comparison, side).language)


def _own_lead(comparison: Comparison, to: Side, question: Question, language: str) -> str:
    date = statement_of(comparison, to).source.date
    if question.in_general:
        return words_in(language).say("reply.own_in_general")
    if date is None:
        return words_in(language).say("reply.own")
    return words_in(language).say("reply.own_dated", date=provenance.day(date, language))


def _other_lead(comparison: Comparison, to: Side, language: str) -> str:
    statement = statement_of(comparison, other(to))
    name, date = speaker(statement), statement.source.date
    key = f"reply.other{'_named' if name else ''}{'_dated' if date else ''}"
    day = provenance.day(date, language) if date else ""
    return words_in(language).say(key, name=name, date=day)
