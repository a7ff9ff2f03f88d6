"""Which judged pairs become links: contradictions beside each other, one agreement each, unclear ones where alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_compare.engine.model import Verdict
from statement_compare.engine.verdict.links import JudgedPair, chosen

C, A, Q, U = Verdict.CONTRADICTION, Verdict.AGREEMENT, Verdict.QUALIFIED, Verdict.UNCLEAR


def pair(left: int, right: int, verdict: Verdict, chance: float = 0.8, bears: float = 0.9) -> JudgedPair:
    return JudgedPair((left,), (right,), verdict, chance, bears)


def kept(*pairs: JudgedPair, least: float = 0.3) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pairs[i].left, pairs[i].right) for i in chosen(pairs, least)]


def test_one_denial_contradicts_three_charges() -> None:
    assert kept(pair(0, 0, C), pair(1, 0, C), pair(2, 0, C)) == [((0,), (0,)), ((1,), (0,)), ((2,), (0,))]


def test_a_sentence_that_denies_everything_keeps_its_four_surest_contradictions() -> None:
    pairs = [pair(left, 0, C, chance=0.5 + left / 20) for left in range(6)]
    assert kept(*pairs) == [((left,), (0,)) for left in (2, 3, 4, 5)]


def test_of_two_agreements_with_one_sentence_the_surer_stays() -> None:
    assert kept(pair(0, 0, A, 0.7), pair(0, 1, A, 0.9), pair(1, 1, Q, 0.8)) == [((0,), (1,))]


def test_a_sentence_may_agree_in_part_and_contradict_in_part() -> None:
    assert kept(pair(0, 0, A), pair(0, 1, C)) == [((0,), (0,)), ((0,), (1,))]


def test_an_unclear_pair_is_shown_where_one_of_its_sentences_is_in_no_other() -> None:
    assert kept(pair(0, 0, C), pair(0, 1, U), pair(1, 0, U)) == [((0,), (0,)), ((0,), (1,)), ((1,), (0,))]
    assert kept(pair(0, 0, C), pair(1, 1, C), pair(0, 1, U)) == [((0,), (0,)), ((1,), (1,))]


def test_an_unclear_pair_that_hardly_bears_on_one_claim_is_no_link() -> None:
    assert kept(pair(0, 0, U, bears=0.29)) == []
    assert kept(pair(0, 0, U, bears=0.3)) == [((0,), (0,))]


def test_an_aligned_unclear_pair_goes_before_a_likelier_one() -> None:
    aligned = replace(pair(0, 0, U, bears=0.5), is_aligned=True)
    assert kept(aligned, pair(0, 1, U, bears=0.9), pair(1, 0, U, bears=0.8)) == [
        ((0,), (0,)),
        ((0,), (1,)),
        ((1,), (0,)),
    ]
    assert kept(aligned, pair(0, 1, U, bears=0.9), pair(1, 1, C)) == [((0,), (0,)), ((1,), (1,))]


def test_joined_sentences_stay_where_only_together_they_make_the_claim() -> None:
    joined = JudgedPair((0,), (0, 1), C, 0.8, 0.9, is_aligned=True)
    assert kept(joined, pair(0, 0, U), pair(0, 1, U)) == [((0,), (0, 1))]
    assert kept(joined, pair(0, 0, C, 0.9), pair(0, 1, U)) == [((0,), (0,)), ((0,), (1,))]
    assert kept(joined, pair(0, 0, C, 0.7), pair(0, 1, U)) == [((0,), (0, 1))]
    assert kept(replace(joined, verdict=U), pair(0, 0, U), pair(0, 1, U)) == [((0,), (0, 1))]


def test_joined_sentences_are_the_same_on_either_side_and_wherever_they_stand_in_the_list() -> None:
    left = JudgedPair((0, 1), (0,), C, 0.8, 0.9, is_aligned=True)
    assert kept(left, pair(0, 0, U), pair(1, 0, U)) == [((0, 1), (0,))]
    assert kept(pair(0, 0, U), pair(1, 0, U), left) == [((0, 1), (0,))]
    assert kept(left, pair(0, 0, C, 0.9), pair(1, 0, U)) == [((0,), (0,)), ((1,), (0,))]
    both = JudgedPair((0, 1), (0, 1), C, 0.8, 0.9, is_aligned=True)
    assert kept(pair(0, 0, U), pair(1, 1, U), both) == [((0, 1), (0, 1))]
    assert kept(pair(0, 0, A, 0.9), both, pair(1, 1, U)) == [((0,), (0,)), ((1,), (1,))]


def test_joined_sentences_that_are_no_surer_than_a_pair_in_them_give_way() -> None:
    joined = JudgedPair((0,), (0, 1), C, 0.8, 0.9)
    assert kept(joined, pair(0, 0, C, 0.8)) == [((0,), (0,))]


@pytest.mark.parametrize("verdict", [A, Q])
def test_joined_sentences_agree_with_nothing_where_a_pair_in_them_contradicts_or_may(verdict: Verdict) -> None:
    joined = JudgedPair((0, 1), (0,), verdict, 0.95, 0.9)
    against = pair(1, 0, C, 0.7)
    leaning = JudgedPair((1,), (0,), U, 0.0, 0.7, may_contradict=True)
    calm = pair(1, 0, U, 0.0)
    assert chosen([joined, against], 0.1) == [1]
    assert chosen([joined, leaning], 0.1) == [1]
    assert chosen([joined, calm], 0.1) == [0]


def test_a_pair_that_is_only_half_in_joined_sentences_stays() -> None:
    joined = JudgedPair((0,), (0, 1), C, 0.8, 0.9)
    assert kept(joined, pair(0, 2, C), pair(1, 0, C)) == [((0,), (0, 1)), ((0,), (2,)), ((1,), (0,))]


def test_of_two_equally_sure_agreements_the_one_that_bears_more_on_one_claim_stays() -> None:
    assert kept(pair(0, 0, A, 0.8, bears=0.6), pair(0, 1, A, 0.8, bears=0.9)) == [((0,), (1,))]
    assert kept(pair(0, 0, A, 0.8, bears=0.9), pair(0, 1, A, 0.8, bears=0.6)) == [((0,), (0,))]


def test_of_two_unclear_partners_of_a_sentence_the_likelier_is_shown() -> None:
    elsewhere = (pair(1, 0, C), pair(2, 1, C))
    linked = [((1,), (0,)), ((2,), (1,))]
    assert kept(*elsewhere, pair(0, 0, U, bears=0.5), pair(0, 1, U, bears=0.9)) == [*linked, ((0,), (1,))]
    assert kept(*elsewhere, pair(0, 0, U, bears=0.9), pair(0, 1, U, bears=0.5)) == [*linked, ((0,), (0,))]


@st.composite
def judged_pairs(draw: st.DrawFn) -> list[JudgedPair]:
    places = draw(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
    return [
        pair(
            i,
            j,
            draw(st.sampled_from([C, A, Q, U])),
            draw(st.sampled_from([0.5, 0.7, 0.9])),
            draw(st.sampled_from([0.2, 0.6])),
        )
        for i, j in sorted(places)
    ]


@given(judged_pairs())
def test_swapping_the_sides_mirrors_the_links(pairs: list[JudgedPair]) -> None:
    mirrored = sorted((replace(p, left=p.right, right=p.left) for p in pairs), key=lambda p: (p.left, p.right))
    assert sorted(kept(*pairs)) == sorted((left, right) for right, left in kept(*mirrored))
