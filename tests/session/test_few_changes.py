"""How one sequence becomes another, without a look at what both have in common."""

from __future__ import annotations

import operator

from hypothesis import given
from hypothesis import strategies as st

from statement_compare.session.few_changes import Changes, few_changes

some_values = st.lists(st.integers(0, 12), unique=True)


@given(some_values, some_values)
def test_few_changes_lead_from_one_sequence_to_the_other(before: list[int], after: list[int]) -> None:
    changes = few_changes(before, after, operator.eq)
    assert changes is not None
    values = list(before)
    for place in reversed(changes.gone):
        del values[place]
    for place in changes.come:
        values.insert(place, after[place])
    assert values == after


@given(some_values, some_values)
def test_what_stands_in_both_in_the_same_order_stays(before: list[int], after: list[int]) -> None:
    after = sorted(after, key=lambda value: before.index(value) if value in before else value % (len(before) + 1))
    changes = few_changes(before, after, operator.eq)
    assert changes is not None
    assert {before[place] for place in changes.gone} == {*before} - {*after}
    assert {after[place] for place in changes.come} == {*after} - {*before}


@given(some_values, some_values)
def test_each_value_that_stays_is_told_its_new_place(before: list[int], after: list[int]) -> None:
    changes = few_changes(before, after, operator.eq)
    assert changes is not None
    places = changes.new_places(len(before))
    assert [i for i, place in enumerate(places) if place < 0] == list(changes.gone)
    assert [after[place] for place in places if place >= 0] == [
        value for i, value in enumerate(before) if i not in changes.gone
    ]


def test_changes_far_apart_in_a_long_sequence_are_found() -> None:
    before = [object() for _ in range(5000)]
    new = object()
    after = [*before[:10], *before[11:2000], new, *before[2001:4999], new, before[4999]]
    assert few_changes(before, after) == Changes((10, 2000), (1999, 4998))
    assert few_changes(before, before) == Changes()
    assert few_changes([], before[:3]) == Changes((), (0, 1, 2))


def test_many_changes_are_none() -> None:
    before = list(range(1000))
    assert few_changes(before, [*range(20), *range(60, 1000)], operator.eq) == Changes(tuple(range(20, 60)), ())
    assert few_changes(before, [*range(20), *range(61, 1000)], operator.eq) is None
    assert few_changes(before, [-value for value in before], operator.eq) is None
    assert few_changes(before[:100], [*range(1000, 1030), *range(100)][:100], operator.eq) is None


def test_sameness_is_identity_unless_another_is_asked_for() -> None:
    one, other = (1, 2), (1, 2)
    assert few_changes([one], [one]) == Changes()
    assert few_changes([one], [(*other,)]) == Changes((0,), (0,))
