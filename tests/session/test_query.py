from __future__ import annotations

from dataclasses import replace

import pytest
from scenario import comparison, statement

from statement_compare.engine.model import ReasonKind, Role, Side, Span, Verdict
from statement_compare.session.query import (
    EVERYTHING,
    Filter,
    Step,
    clash_of,
    counts,
    find,
    in_order,
    kinds_in,
    position,
    step,
    unanswered_in_order,
)

MIXED = comparison("A1=B1:number A2!B4:date A3~B2:modality A4!B3:number")


def test_contradictions_come_first_and_then_the_order_of_the_left_text() -> None:
    assert in_order(MIXED) == (1, 3, 2, 0)


@pytest.mark.parametrize(
    ("shown", "links"),
    [
        (EVERYTHING, (1, 3, 2, 0)),
        (Filter(verdicts=frozenset({Verdict.CONTRADICTION})), (1, 3)),
        (Filter(kinds=frozenset({ReasonKind.NUMBER})), (3, 0)),
        (Filter(verdicts=frozenset({Verdict.CONTRADICTION}), kinds=frozenset({ReasonKind.NUMBER})), (3,)),
        (Filter(text="left 3"), (2,)),
        (Filter(text="RIGHT  4"), (1,)),
        (Filter(text="nowhere"), ()),
    ],
)
def test_a_filter_lets_through_what_meets_all_it_asks(shown: Filter, links: tuple[int, ...]) -> None:
    assert in_order(MIXED, shown) == links


def test_counts_follow_the_filter_but_the_unanswered_do_not() -> None:
    made = comparison("A1=B1 A2!B2")
    count = counts(made, Filter(verdicts=frozenset({Verdict.AGREEMENT})))
    assert (count.agreement, count.contradiction, count.links) == (1, 0, 1)
    assert (count.only_left, count.only_right) == (2, 2)


def test_kinds_are_listed_once_in_their_own_order() -> None:
    assert kinds_in(MIXED) == (ReasonKind.NUMBER, ReasonKind.DATE, ReasonKind.MODALITY)


def test_the_words_of_a_clash_come_from_both_sides() -> None:
    clash = clash_of(MIXED, MIXED.links[1])
    assert (clash.left, clash.right) == ("Left 2", "Right 4")


def test_a_link_without_a_reason_has_no_clash() -> None:
    made = comparison("A1?B1")
    assert clash_of(made, made.links[0]).left == ""


def test_steps_go_along_the_order_and_stop_at_its_end() -> None:
    order = (4, 2, 7)
    assert step(order, None, True) == Step(4, 1, 3)
    assert step(order, 4, True) == Step(2, 2, 3)
    assert step(order, 7, True) == Step(None, 3, 3)
    assert step(order, 7, False) == Step(2, 2, 3)
    assert step(order, 4, False).target is None


def test_steps_to_some_only_count_those() -> None:
    assert step((4, 2, 7, 1), 4, True, frozenset({7, 1})) == Step(7, 1, 2)
    assert step((4, 2), 4, True, frozenset()) == Step(None, 0, 0)


def test_a_current_one_that_a_filter_hides_starts_from_the_end_that_is_walked_away_from() -> None:
    assert step((4, 2), 9, True).target == 4
    assert step((4, 2), 9, False).target == 2


def test_places_are_counted_from_one() -> None:
    assert position((4, 2), 2) == 2
    assert position((4, 2), 9) == 0


def test_words_are_found_in_any_case_and_across_line_breaks() -> None:
    side = statement("The Two\nParties met.", "No two  parties met again.")
    assert list(find(side, "two parties")) == [Span(4, 15), Span(24, 36)]


def test_words_are_found_as_they_are_seen_over_what_shows_nothing() -> None:
    text = "It gives 5,\u202e000\u202c barrels, no\u200bt state\xadments."
    side = statement(text)
    for words in ("5,000 barrels", "not state", "5,\u202e000", "statements"):
        (found,) = find(side, words)
        assert text[found.start : found.end].startswith(words[0])
        assert text[found.start : found.end].endswith(words[-1])


def test_signs_that_mean_something_in_patterns_are_found_as_they_are() -> None:
    side = statement("It cost 5.5 (or 5,5) %.", "It cost 525.")
    assert [found.of(side.source.text) for found in find(side, "5.5 (")] == ["5.5 ("]
    assert find(side, "   ") == ()


def test_only_claims_ask_for_an_answer_and_those_with_figures_come_first() -> None:
    left = statement("We care.", "Thank you.", "The plant burned 4,000 litres in May 2020.", roles={1: Role.COURTESY})
    made = comparison("", left)
    assert unanswered_in_order(made, Side.LEFT) == (2, 0)


def test_an_unclear_pair_that_may_contradict_comes_before_the_other_unclear_ones() -> None:
    told = comparison("A1=B1 A2?B2 A3?B3 A4?B4")
    leanings = (0.0, 0.2, 0.3, 0.6)
    links = tuple(replace(link, leaning=leaning) for link, leaning in zip(told.links, leanings, strict=True))
    assert in_order(replace(told, links=links)) == (0, 3, 2, 1)
