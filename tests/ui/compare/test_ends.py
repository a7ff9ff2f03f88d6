"""Which sentences links join, held against going through the links one by one."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from statement_compare.engine.model import Link, Pair, Side, Verdict
from statement_compare.session.few_changes import few_changes
from statement_compare.ui.compare.ends import Ends

ids = st.lists(st.integers(0, 9), max_size=3, unique=True).map(lambda some: tuple(sorted(some)))
pairs = st.lists(st.tuples(ids, ids), max_size=12)


@given(pairs, st.sampled_from(Side), st.integers(0, 10))
def test_the_links_of_a_sentence_are_those_that_hold_it(some: list[Pair], side: Side, sentence: int) -> None:
    at = list(Side).index(side)
    assert Ends(some).links_of(side, sentence) == [i for i, pair in enumerate(some) if sentence in pair[at]]


@given(pairs, st.sampled_from(Side), st.none() | st.frozensets(st.integers(0, 11)))
def test_columns_hold_each_sentence_of_the_links_that_are_shown(
    some: list[Pair], side: Side, shown: frozenset[int] | None
) -> None:
    at = list(Side).index(side)
    links, sentences = Ends(some).columns(side, shown)
    expected = [(i, each) for i, pair in enumerate(some) if shown is None or i in shown for each in pair[at]]
    assert list(zip(links.tolist(), sentences.tolist(), strict=True)) == expected


@given(pairs)
def test_a_link_has_a_strand_for_each_sentence_of_its_longer_side(some: list[Pair]) -> None:
    expected = [
        (i, left[min(step, len(left) - 1)], right[min(step, len(right) - 1)])
        for i, (left, right) in enumerate(some)
        if left and right
        for step in range(max(len(left), len(right)))
    ]
    assert list(zip(*(column.tolist() for column in Ends(some).strands()), strict=True)) == expected


@given(pairs)
def test_the_first_sentences_are_those_of_links_with_two_sides(some: list[Pair]) -> None:
    expected = [(left[0], right[0]) for left, right in some if left and right]
    assert list(zip(*(column.tolist() for column in Ends(some).firsts()), strict=True)) == expected


@given(st.lists(pairs, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_ends_of_other_links_are_those_of_collecting_all(some: list[list[Pair]], chance: random.Random) -> None:
    links = [Link(left, right, 0.5, Verdict.UNCLEAR, 0.0, ()) for left, right in some[0]]
    kept = Ends.of(links)
    for new in some[1:]:
        other = [link for link in links if chance.random() < 0.7]
        for left, right in new[:5]:
            other.insert(chance.randint(0, len(other)), Link(left, right, 0.5, Verdict.UNCLEAR, 0.0, ()))
        changes = few_changes(links, other)
        assert changes is not None
        kept, links = kept.after(changes, other), other
        anew = Ends.of(links)
        assert len(kept) == len(anew)
        for side in Side:
            assert [column.tolist() for column in kept.columns(side)] == [c.tolist() for c in anew.columns(side)]
            assert [kept.links_of(side, i) for i in range(10)] == [anew.links_of(side, i) for i in range(10)]
        assert [column.tolist() for column in kept.strands()] == [column.tolist() for column in anew.strands()]
