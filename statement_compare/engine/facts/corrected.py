"""What one side rejects for another: "the fine was 4 million, not 12" contradicts "a fine of 12 million".

No pair of figures is surer: the speaker names the other side's figure, denies it, and tells another. Of 30,994 pairs of
the statement groups written for this project 66 that contradict each other have such a correction, and two of one group
that agree ("ran for 90 minutes, not for the 48 hours guaranteed" / "48 hours were guaranteed"). "Five million instead
of two" is none: it often tells a change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statement_compare.engine.annotate.corrections import (
    CorrectedAmount,
    CorrectedTime,
    are_of_one_kind,
    corrected_amounts,
    corrected_times,
)
from statement_compare.engine.annotate.quantities import Quantity, quantities
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.times import Interval, Moment, moments, relate
from statement_compare.engine.annotate.units import COUNT, NONE
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.figure_standing import Standing, same_figure, same_value
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.model import ReasonKind, Span

_STRENGTH = 0.9
# "Closed 40 branches in 2021" / "closed 12 in 2022, not 40": the 40 may be a plan.
_OF_TWO_PERIODS = 0.4
_SAME_THING = 0.6


@dataclass(frozen=True, slots=True)
class Corrected:
    """A fact of a correction (None where it is of another thing), and the words that it speaks for.

    What else is found of those words says nothing: the 70 of "not 70 but 30 per cent" is not met by the other's 70, and
    the 30 is not what 70 leaves of a hundred.
    """

    fact: Fact | None
    left: tuple[Span, ...]
    right: tuple[Span, ...]

    def covers(self, fact: Fact) -> bool:
        return fact.left in self.left or fact.right in self.right


def corrected(pair: Pair, lexicon: Lexicon) -> tuple[Corrected, ...]:
    """What either side corrects of the other's amounts."""
    are_of_two_periods = any(match.signs.periods_differ for match in pair.figures)
    strength = _OF_TWO_PERIODS if are_of_two_periods else _STRENGTH
    return (
        *_amounts(pair.left, pair.right, lexicon, strength),
        *(_mirrored(each) for each in _amounts(pair.right, pair.left, lexicon, strength)),
    )


def corrected_in_time(pair: Pair) -> tuple[Corrected, ...]:
    """What either side corrects of the other's times."""
    return (*_times(pair.left, pair.right), *(_mirrored(each) for each in _times(pair.right, pair.left)))


def uncovered(facts: tuple[Fact, ...], corrections: tuple[Corrected, ...]) -> tuple[Fact, ...]:
    """The facts that no correction speaks for."""
    return tuple(fact for fact in facts if not any(each.covers(fact) for each in corrections))


def _amounts(stating: Reading, correcting: Reading, lexicon: Lexicon, strength: float) -> Iterator[Corrected]:
    corrections = corrected_amounts(correcting)
    if not corrections:
        return
    denied = {each.rejected.span for each in corrected_amounts(stating)}
    for correction in corrections:
        stated = next((q for q in quantities(stating) if q.span not in denied and _is_rejected(q, correction)), None)
        is_of_another = (
            stated is not None
            and stating.language == correcting.language
            and _are_two_things(stated, correction.rejected, lexicon)
        )
        # Who tells both figures knows of both: "ran for 90 minutes, not for the 48 hours that were guaranteed".
        if stated is None or is_of_another or any(_are_equal(q, correction.told) for q in quantities(stating)):
            # "Six, not five" says nothing against the other side's forty.
            yield Corrected(None, (), _words_of(correction.rejected))
            continue
        fact = None
        if not _are_two_things(correction.rejected, correction.told, lexicon):
            kind, rule = ReasonKind.NUMBER, "number.differ"
            if correction.told.unit not in (stated.unit, NONE) and stated.dimension is not COUNT:
                kind, rule = ReasonKind.UNIT, "unit.differ"
            fact = Fact(kind, Relation.CONFLICT, stated.marked, correction.told.marked, strength, rule)
        yield Corrected(fact, _words_of(stated), (*_words_of(correction.rejected), *_words_of(correction.told)))


def _words_of(amount: Quantity) -> tuple[Span, ...]:
    """An amount's words as facts name them: with a negation that turns its bound, and without."""
    return (amount.span, amount.marked)


def _is_rejected(stated: Quantity, correction: CorrectedAmount) -> bool:
    """Whether a figure of the one side is the one that the other rejects, as exact or rounded as it may be."""
    told = correction.told
    if not _are_equal(stated, correction.rejected) or not are_of_one_kind(stated, told):
        return False
    # "At least 12" is kept by "not 12 but 15".
    return stated.is_exact or not stated.low <= told.value <= stated.high


def _are_equal(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts are one, as exact or rounded as it may be, a rate ("500 a day") without its "a day" too."""
    found = same_figure(a, b) or same_value(a, b)
    is_written_so = a.written == b.written and a.unit == b.unit and NONE in (a.per, b.per)
    return is_written_so or found in (Standing.EQUAL, Standing.CONVERTED, Standing.ROUNDED)


def _are_two_things(a: Quantity, b: Quantity, lexicon: Lexicon) -> bool:
    """Whether two amounts of one language are surely of two things: "800 tonnes of residue", "30 kilos of solvent"."""
    if not a.noun or not b.noun or a.noun & b.noun:
        return False
    return max(lexicon.affinity(x, y) for x in sorted(a.noun) for y in sorted(b.noun)) < _SAME_THING


def _times(stating: Reading, correcting: Reading) -> Iterator[Corrected]:
    corrections = corrected_times(correcting)
    if not corrections:
        return
    denied = {each.rejected.span for each in corrected_times(stating)}
    for correction in corrections:
        told = moments(stating)
        stated = next((each for each in told if each.span not in denied and _meets(each, correction)), None)
        if stated is not None and not any(relate(each, correction.told) is Interval.EQUAL for each in told):
            words = (correction.rejected.marked, correction.told.marked)
            fact = Fact(
                ReasonKind.DATE, Relation.CONFLICT, stated.marked, correction.told.marked, _STRENGTH, "date.differ"
            )
            yield Corrected(fact, (stated.marked,), words)


def _meets(stated: Moment, correction: CorrectedTime) -> bool:
    """Whether a time is the one that is rejected, and not the one told instead."""
    return relate(stated, correction.rejected) is Interval.EQUAL and relate(stated, correction.told) is Interval.APART


def _mirrored(each: Corrected) -> Corrected:
    return Corrected(None if each.fact is None else each.fact.mirrored(), each.right, each.left)
