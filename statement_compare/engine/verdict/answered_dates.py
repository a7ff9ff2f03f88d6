"""Which dates that seem at odds in one pair are told alike in another: the other side knows of that day as well.

"Inspected the ship on 3 May" is answered by "inspected the ship on 3 May, and found nothing". That "the ship stayed in
port from 10 May" tells of something else, and says nothing against the 3rd.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.model import Side, Span
from statement_compare.engine.verdict.decide import Evidence
from statement_compare.engine.verdict.weigh import SURELY_ANOTHER

_APART, _EQUAL = "date.differ", "date.equal"
# How much more wording the pair with the equal date has in common: where both pairs are alike the other side tells two
# days of one event, and one of them is at odds.
_MORE_IN_COMMON: Final = 0.1

Ids = tuple[tuple[int, ...], tuple[int, ...]]


def with_answered_dates(pairs: Sequence[tuple[Ids, Evidence]]) -> dict[int, Evidence]:
    """The new evidence, by index, of those pairs of a comparison whose dates turn out to be of two events."""
    answered: dict[tuple[Side, tuple[int, ...]], list[tuple[Span, Evidence]]] = defaultdict(list)
    for ids, evidence in pairs:
        for fact in evidence.facts:
            if fact.rule == _EQUAL:
                for place, span in _places(ids, fact):
                    answered[place].append((span, evidence))
    found: dict[int, Evidence] = {}
    for index, (ids, evidence) in enumerate(pairs):
        facts = tuple(
            _of_two_events(fact)
            if fact.rule == _APART
            and any(
                span == told and _has_more_in_common(better, evidence)
                for place, span in _places(ids, fact)
                for told, better in answered[place]
            )
            else fact
            for fact in evidence.facts
        )
        if facts != evidence.facts:
            found[index] = replace(evidence, facts=facts)
    return found


def _of_two_events(fact: Fact) -> Fact:
    """Two dates that are of two events: what a model takes for a contradiction are most often these two dates."""
    return replace(fact, relation=Relation.OTHER, strength=SURELY_ANOTHER, rule="date.other_case")


def _places(ids: Ids, fact: Fact) -> Iterator[tuple[tuple[Side, tuple[int, ...]], Span]]:
    for side, sentences, span in ((Side.LEFT, ids[0], fact.left), (Side.RIGHT, ids[1], fact.right)):
        if span is not None:
            yield (side, sentences), span


def _has_more_in_common(better: Evidence, evidence: Evidence) -> bool:
    more = better.similarity - evidence.similarity
    return more >= _MORE_IN_COMMON and better.relatedness >= evidence.relatedness
