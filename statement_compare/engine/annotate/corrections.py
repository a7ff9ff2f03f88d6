"""Which figure or time of a passage is rejected for another: "not 12 million but 4", "on 6 May, not on the 4th"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statement_compare.engine.annotate.numerals import Word, words_of_reading
from statement_compare.engine.annotate.quantities import Bound, Quantity, quantities
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.times import Moment, moments
from statement_compare.engine.annotate.units import BARE
from statement_compare.engine.language import own_words
from statement_compare.engine.model import Span

_TOPIC = "corrections"
# Between the two: "210 people who have not been paid since June, not 164".
_MOST_WORDS_BETWEEN = 12
_MOST_WORDS_OF_A_VERB = 5
_ENDS = frozenset({".", ";", ":", "!", "?", "(", ")", "«", "»", "“", "”", '"'})


@dataclass(frozen=True, slots=True)
class CorrectedAmount:
    """A passage tells `told` and says that it is not `rejected`."""

    rejected: Quantity
    told: Quantity


@dataclass(frozen=True, slots=True)
class CorrectedTime:
    """A passage tells `told` and says that it was not `rejected`."""

    rejected: Moment
    told: Moment


@annotation
def corrected_amounts(reading: Reading) -> tuple[CorrectedAmount, ...]:
    """Amounts that a passage rejects for others of one kind; bounds ("not more than 12") are never rejected."""
    found = quantities(reading)
    return tuple(
        CorrectedAmount(found[i], found[j])
        for i, j in _corrections(reading, [each.span for each in found])
        if found[i].bound is Bound.EXACT and are_of_one_kind(found[i], found[j])
    )


def are_of_one_kind(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts may be told for each other; in "not 70 but 30 per cent" the first has no unit of its own."""
    return a.dimension == b.dimension or BARE in (a.dimension, b.dimension)


@annotation
def corrected_times(reading: Reading) -> tuple[CorrectedTime, ...]:
    """Times that a passage rejects for others."""
    found = [each for each in moments(reading) if each.is_calendar or each.clock is not None]
    pairs = _corrections(reading, [each.marked for each in found])
    return tuple(CorrectedTime(found[i], found[j]) for i, j in pairs)


def _corrections(reading: Reading, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Indices of what is rejected, each with that of what is told instead of it."""
    if len(spans) < 2:
        return []
    grammar = _Grammar(reading.language)
    if not any(token.lower in grammar.negations for token in reading.tokens):
        return []
    line = words_of_reading(reading)
    stretches = [_stretch(line, span) for span in spans]
    found = []
    for i, (first, last) in enumerate(stretches):
        is_rejected = grammar.rejects(line, first, last)
        if first == last or not (is_rejected or grammar.denies_before(line, first)):
            continue
        behind = [j for j, (start, _) in enumerate(stretches) if start >= last and grammar.turns(line, last, start)]
        before = [j for j, (_, end) in enumerate(stretches) if end <= first and grammar.leads_to(line, end, first)]
        told = min(behind, default=None, key=lambda j: stretches[j][0])
        if told is None and is_rejected:
            told = max(before, default=None, key=lambda j: stretches[j][1])
        if told is not None and not grammar.rejects(line, *stretches[told]):
            found.append((i, told))
    return found


def _stretch(line: Sequence[Word], span: Span) -> tuple[int, int]:
    """The words of a span: the first, and the one behind the last."""
    inside = [k for k, word in enumerate(line) if span.start <= word.start < span.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


class _Grammar:
    """How one language rejects."""

    def __init__(self, language: str) -> None:
        self._before, self._after, self._but, self._steps, self._only = (
            own_words(_TOPIC, table, language) for table in ("not", "not_after", "but", "steps", "only")
        )
        self.negations = self._before | self._after

    def rejects(self, line: Sequence[Word], first: int, last: int) -> bool:
        """Whether words `first` to `last` are rejected: "not", and nothing but small words between it and them."""
        if last < len(line) and line[last].lower in self._after:
            return True
        at = self._behind_steps(line, first)
        return at >= 0 and line[at].lower in self._before

    def denies_before(self, line: Sequence[Word], first: int) -> bool:
        """Whether a negation stands some words before: "did not charge 18 euros", which a "but 8" makes a rejection.

        "Not only 18 euros but 25" rejects nothing, and the 25 of "not 18 but 25" is what is told.
        """
        before = [word.lower for word in line[max(0, first - _MOST_WORDS_OF_A_VERB) : first]]
        at = max((k for k, word in enumerate(before) if word in self._before), default=-1)
        behind = before[at + 1 :]
        is_one_clause = "," not in before and _ENDS.isdisjoint(before)
        return at >= 0 and is_one_clause and (self._only | self._but).isdisjoint(behind)

    def turns(self, line: Sequence[Word], last: int, start: int) -> bool:
        """Whether what is told instead follows: "not 12 hectares but 12 square metres"."""
        if start - last > _MOST_WORDS_BETWEEN:
            return False
        between = [word.lower for word in line[last:start]]
        if not _ENDS.isdisjoint(between):
            return False
        if between and between[0] in self._after:
            return "," in between
        at = self._behind_steps(line, start)
        return at >= last and line[at].lower in self._but

    def leads_to(self, line: Sequence[Word], end: int, first: int) -> bool:
        """Whether what is told stands before: "164 people are concerned, not 210"."""
        return first - end <= _MOST_WORDS_BETWEEN and _ENDS.isdisjoint(word.lower for word in line[end:first])

    def _behind_steps(self, line: Sequence[Word], start: int) -> int:
        """The last word before `start` that is no small word; -1 where there is none."""
        at = start - 1
        while at >= 0 and line[at].lower in self._steps:
            at -= 1
        return at
