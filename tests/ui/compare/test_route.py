"""Which curves are drawn, and where they run."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_compare.ui.compare.ends import Ends
from statement_compare.ui.compare.route import MOST_PASSING, Curve, Router, buckets, nearest

some_links = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=MOST_PASSING)


def is_seen(left: int, right: int, seen: tuple[int, int]) -> bool:
    """Straight from the words: not both ends above, not both below."""
    return not ((left < seen[0] and right < seen[0]) or (left > seen[1] and right > seen[1]))


@given(some_links, st.integers(0, 9), st.integers(0, 4))
def test_a_link_is_drawn_unless_both_ends_are_out_on_the_same_side(
    links: list[tuple[int, int]], first: int, length: int
) -> None:
    seen = (first, first + length)
    router = Router(Ends([((left,), (right,)) for left, right in links]))
    drawn = [link for link, _, _ in router.touching(seen, seen)]
    assert drawn == [index for index, (left, right) in enumerate(links) if is_seen(left, right, seen)]


def test_a_link_of_several_sentences_has_a_strand_for_each() -> None:
    router = Router(Ends([((0, 1), (2,))]))
    assert router.touching((0, 5), (0, 5)) == [(0, 0, 2), (0, 1, 2)]


def test_of_many_links_that_only_pass_few_are_drawn_but_the_chosen_one_is() -> None:
    router = Router(Ends([((0,), (100,))] * 50))
    assert len(router.touching((10, 20), (10, 20))) == MOST_PASSING
    assert 49 in [link for link, _, _ in router.touching((10, 20), (10, 20), always=49)]


def test_no_links_have_no_curves() -> None:
    assert Router(Ends()).curves((0, 3), (0, 3), float, float) == ()


def test_a_curve_begins_and_ends_level_with_its_sentences() -> None:
    curve = Curve(0, 10, 90)
    assert curve.y_at(0) == pytest.approx(10, abs=0.01)
    assert curve.y_at(0.5) == pytest.approx(50, abs=0.01)
    assert curve.y_at(1) == pytest.approx(90, abs=0.01)


def bezier(points: tuple[tuple[float, float], ...], t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
    return x, sum(weight * point[1] for weight, point in zip(weights, points, strict=True))


@pytest.mark.parametrize(("left", "right"), [(20, 300), (-40_000, 90_000), (250, -7_000), (100, 100)])
def test_the_drawn_part_lies_on_the_whole_curve(left: float, right: float) -> None:
    curve = Curve(0, left, right)
    part = curve.part(0, 500, 76)
    for t in (0.0, 0.3, 0.7, 1.0):
        x, y = bezier(part, t)
        assert y == pytest.approx(curve.y_at(x / 76), abs=max(abs(right - left) / 5000, 0.1))
    assert all(-1 <= bezier(part, t / 10)[1] <= 501 for t in range(11))


def test_a_curve_out_of_sight_has_no_part_to_draw() -> None:
    assert Curve(0, -90, -10).part(0, 500, 76) == ()


def test_a_click_finds_the_nearest_curve_within_reach() -> None:
    curves = [Curve(4, 10, 10), Curve(7, 30, 30)]
    assert nearest(curves, 38, 26, 76, within=7) == 7
    assert nearest(curves, 38, 60, 76, within=7) is None


def test_a_steep_curve_can_be_hit_beside_its_middle() -> None:
    assert nearest([Curve(1, 0, 400)], 40, 220, 76, within=7) == 1


def test_a_pixel_of_the_overview_shows_its_most_notable_mark() -> None:
    places = np.array([0.0, 0.101, 0.104, 0.999])
    ranks = buckets(places, np.array([3, 2, 1, 0]), 1.0, 100).tolist()
    assert [(pixel, rank) for pixel, rank in enumerate(ranks) if rank >= 0] == [(0, 3), (10, 1), (99, 0)]


def test_an_overview_without_height_has_no_marks() -> None:
    assert buckets(np.array([0.5]), np.array([0]), 1.0, 0).tolist() == []
