"""A date that the other side tells alike of one event is not contradicted by its date of another event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.model import CompareOptions, ReasonKind, Verdict
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_text
from statement_compare.engine.text.wording import wording_in_common
from statement_compare.engine.verdict.answered_dates import with_answered_dates
from statement_compare.engine.verdict.decide import Evidence
from statement_compare.engine.verdict.judge import gather

VISIT = "The port office inspected the ferry on 3 May and found defects."
SAME_DAY = "The port office inspected the ferry on 3 May and found no defects."
STAY = "The ferry remained in port from 10 May because of a technical check."
OTHER_DAY = "The port office inspected the ferry on 10 May and found defects."
LEXICON = BundledLexicon(None)


def evidence(left: str, right: str, score: float = 0.6) -> Evidence:
    similarity = wording_in_common(left, right)
    return gather(lone_reading(left, "en"), lone_reading(right, "en"), LEXICON, score=score, similarity=similarity)


def relations(found: Evidence) -> list[Relation]:
    return [fact.relation for fact in found.facts if fact.kind is ReasonKind.DATE]


def test_a_second_date_is_of_another_event_where_the_first_is_answered() -> None:
    stays, visited = evidence(VISIT, STAY), evidence(VISIT, SAME_DAY, 0.9)
    assert relations(stays) == [Relation.CONFLICT]
    found = with_answered_dates([(((0,), (0,)), stays), (((0,), (1,)), visited)])
    assert list(found) == [0]
    assert relations(found[0]) == [Relation.OTHER]


def test_sides_may_be_swapped() -> None:
    stays, visited = evidence(STAY, VISIT), evidence(SAME_DAY, VISIT, 0.9)
    found = with_answered_dates([(((0,), (0,)), stays), (((1,), (0,)), visited)])
    assert list(found) == [0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The other side tells two days of one event.
        (evidence(VISIT, OTHER_DAY), evidence(VISIT, SAME_DAY, 0.9)),
        # Another event of that day answers nothing.
        (evidence(VISIT, STAY), evidence(VISIT, "On 3 May the council met in the town hall.", 0.9)),
        # The pair with the equal date is the less likely one.
        (evidence(VISIT, STAY), evidence(VISIT, SAME_DAY, 0.3)),
    ],
)
def test_a_conflict_stays_where_the_equal_date_is_no_answer(first: Evidence, second: Evidence) -> None:
    assert Relation.CONFLICT in relations(first)
    assert relations(second) == [Relation.SAME]
    assert with_answered_dates([(((0,), (0,)), first), (((0,), (1,)), second)]) == {}


def test_a_pair_of_another_sentence_answers_nothing() -> None:
    stays, visited = evidence(VISIT, STAY), evidence(VISIT, SAME_DAY, 0.9)
    assert with_answered_dates([(((0,), (0,)), stays), (((1,), (1,)), visited)]) == {}
    assert with_answered_dates([(((0,), (0,)), replace(stays, facts=())), (((0,), (1,)), visited)]) == {}


def test_a_comparison_still_tells_two_days_of_one_event() -> None:
    found = compare(read_text(VISIT), read_text(OTHER_DAY), CompareOptions(use_model=False, languages=("en", "en")))
    assert [(link.verdict, link.reasons[0].rule) for link in found.links] == [(Verdict.CONTRADICTION, "date.differ")]
