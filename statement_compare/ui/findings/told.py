"""What stands below the texts in place of a finding: a sentence without an answer, a figure, two that are no pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from statement_compare.engine.fact_rows import Row
from statement_compare.engine.model import Comparison, Side, Span, Verdict
from statement_compare.engine.report.overview_wording import FACT_SIGNS
from statement_compare.engine.unanswered import asks_for_an_answer, nearest
from statement_compare.session.edits import place_of
from statement_compare.session.query import statement_of
from statement_compare.ui.findings.facts_model import FACT_LOOKS, fact_place, fact_places, fact_title, fact_words
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.findings.reasons import ReasonLine, marked_passage, why_unanswered
from statement_compare.ui.place_words import with_place
from statement_compare.ui.strings import SIDE_LETTERS, UNANSWERED_SIGN, say, side_word
from statement_compare.ui.why_asked import Why

_ROOMY_LINES = 4
_FACT_LINES = 2


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of one side with its number, and where the words stand that matter; nothing where a side has none."""

    tag: str = ""
    text: str = ""
    marked: tuple[Span, ...] = ()
    lines: int = _ROOMY_LINES


@dataclass(frozen=True, slots=True)
class Beside:
    """A heading in the colours of `look`, a sentence of each side, of which `first` is heard first, and the reasons."""

    heading: str
    quotes: Mapping[Side, Quoted]
    reasons: tuple[ReasonLine, ...]
    first: Side = Side.LEFT
    look: Verdict | None = None


def unanswered_told(comparison: Comparison, row: Unanswered) -> Beside:
    """A sentence in no link, with the one of the other side whose wording is nearest to it."""
    is_claim = asks_for_an_answer(comparison, row.side, row.sentence)
    key = "inspector.unanswered" if is_claim else "inspector.no_finding"
    other = other_side(row.side)
    near = comparison.nearest_to(row.side, row.sentence)
    by_wording = nearest(comparison, row.side, row.sentence) if near is None or not is_claim else None
    shown = near.other if is_claim and near is not None and near.takes_up else by_wording
    why = why_unanswered(comparison, row, near) if is_claim else [say("inspector.no_finding_why")]
    if by_wording is not None:
        why.append(say("inspector.nearest", place=f"{SIDE_LETTERS[other]}{by_wording + 1}"))
    return Beside(
        say(key, sign=UNANSWERED_SIGN, side=side_word(row.side).lower()),
        {row.side: quoted(comparison, row.side, row.sentence), other: quoted(comparison, other, shown)},
        tuple(ReasonLine("", each) for each in why),
        row.side,
    )


def fact_told(comparison: Comparison, row: Row) -> Beside:
    """How both sides have a figure, date or name, in the first sentence of each, and where else it stands."""
    quotes, reasons = {}, []
    for side in Side:
        places = fact_places(side, row)
        first = places[0].sentence if places else None
        spans = tuple(place.span for place in places if place.sentence == first)
        quotes[side] = quoted(comparison, side, first, spans, _FACT_LINES)
        told = say("fact.heard_side", words=fact_words(comparison, side, row), place=fact_place(side, row))
        reasons.append(ReasonLine(side_word(side), told if places else say("fact.heard_none")))
    heading = f"{FACT_SIGNS[row.relation]} {fact_title(row)}"
    first_side = Side.LEFT if row.left else Side.RIGHT
    return Beside(heading, quotes, tuple(reasons), first_side, FACT_LOOKS[row.relation])


def why_told(comparison: Comparison, why: Why, keys: str) -> Beside:
    """Why two sentences are no pair, and which keys go to the better or the nearest partner."""
    quotes = {side: quoted(comparison, side, at) for side, at in ((Side.LEFT, why.left), (Side.RIGHT, why.right))}
    place = f"{quotes[Side.LEFT].tag} – {quotes[Side.RIGHT].tag}"
    reasons = [ReasonLine("", why.words or say("why.asking"))]
    if why.partner is not None:
        key = "why.better" if why.is_link else "why.nearest"
        words = say(key, place=place_of(why.partner).replace("-", " – ")) + (
            f" {say('why.go', keys=keys)}" if keys else ""
        )
        reasons.append(ReasonLine("", words))
    return Beside(say("why.heading", place=place), quotes, tuple(reasons))


def quoted(
    comparison: Comparison, side: Side, sentence: int | None, spans: tuple[Span, ...] = (), lines: int = _ROOMY_LINES
) -> Quoted:
    """A sentence by its id with these spans of the source marked; None for no sentence."""
    if sentence is None:
        return Quoted()
    text, marked = marked_passage(comparison, side, (sentence,), spans)
    tag = with_place(f"{SIDE_LETTERS[side]}{sentence + 1}", statement_of(comparison, side), (sentence,))
    return Quoted(tag, text, marked, lines)


def other_side(side: Side) -> Side:
    return Side.RIGHT if side is Side.LEFT else Side.LEFT
