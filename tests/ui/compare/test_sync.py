"""Where the other side goes when one side scrolls."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from statement_compare.ui.compare.sync import Focus, ScrollMap, longest_run

pairs = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=8)


def columns(given_pairs: list[tuple[int, int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    table = np.array(given_pairs, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def longest_by_trying(given_pairs: list[tuple[int, int]]) -> int:
    ordered = sorted(set(given_pairs))
    for size in range(len(ordered), 0, -1):
        for some in combinations(ordered, size):
            if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(some)):
                return size
    return 0


@given(pairs)
def test_the_run_is_in_order_on_both_sides_and_as_long_as_any(given_pairs: list[tuple[int, int]]) -> None:
    run = longest_run(*columns(given_pairs))
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(run))
    assert set(run) <= set(given_pairs)
    assert len(run) == longest_by_trying(given_pairs)


def test_a_crossing_link_is_left_out_of_the_run() -> None:
    assert longest_run(*columns([(0, 0), (1, 3), (2, 1), (3, 2), (4, 4)])) == ((0, 0), (2, 1), (3, 2), (4, 4))


def scroll_map(*anchors: tuple[int, int]) -> ScrollMap:
    """Sentences stand 10 pixels apart on the left and 20 on the right."""
    return ScrollMap(anchors, lambda sentence: sentence * 10.0, lambda sentence: sentence * 20.0)


def test_linked_sentences_meet() -> None:
    mapping = scroll_map((1, 2), (5, 4))
    assert mapping.to_right(10, 100, 200) == 40
    assert mapping.to_right(50, 100, 200) == 80


def test_between_two_links_positions_go_in_proportion() -> None:
    assert scroll_map((1, 2), (5, 4)).to_right(20, 100, 200) == pytest.approx(50)


def test_both_ends_meet_whatever_is_linked() -> None:
    mapping = scroll_map((1, 2), (5, 4))
    assert mapping.to_right(0, 100, 200) == 0
    assert mapping.to_right(100, 100, 200) == 200
    assert scroll_map().to_right(30, 100, 200) == 60


@given(st.lists(st.integers(1, 9), max_size=6, unique=True), st.lists(st.integers(1, 9), max_size=6, unique=True))
def test_going_to_the_other_side_and_back_ends_where_it_began(left: list[int], right: list[int]) -> None:
    mapping = scroll_map(*zip(sorted(left), sorted(right), strict=False))
    for y in (0, 7, 33, 50, 99):
        assert mapping.to_left(mapping.to_right(y, 100, 200), 100, 200) == pytest.approx(y)


@pytest.mark.parametrize("total", [300, 900, 1500, 50_000])
def test_the_focus_is_the_first_line_at_the_top_and_the_last_at_the_end(total: int) -> None:
    focus = Focus(total, 500)
    assert focus.line(0) == 0
    if focus.reach > 0:
        assert focus.line(focus.reach) == total
        assert focus.scroll(focus.line(focus.reach / 3)) == pytest.approx(focus.reach / 3)


def test_the_focus_is_a_third_down_the_window_in_the_middle_of_a_text() -> None:
    assert Focus(50_000, 600).line(20_000) == pytest.approx(20_200)


def test_a_text_that_fits_does_not_scroll() -> None:
    assert Focus(300, 500).scroll(250) == 0
