"""How far the other side has to scroll: a piecewise mapping between the links that stand in order on both sides.

Links may cross; the scroll follows the longest run of links in which both sides go forward. Between two of them,
and before the first and after the last, positions are mapped in proportion, with fractions of lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from statement_compare.ui.compare.numbers import np

if TYPE_CHECKING:
    from numpy.typing import NDArray


FOCUS_SHARE = 1 / 3
"""Where in the window two linked sentences meet: this share of its height from the top."""


def longest_run(lefts: NDArray[np.int64], rights: NDArray[np.int64]) -> tuple[tuple[int, int], ...]:
    """The longest selection of (left, right) pairs in which both sides strictly increase. O(n log n)."""
    # Of one left sentence the last right one comes first, so that no two of its pairs follow each other.
    order = np.lexsort((-rights, lefts))
    ordered_lefts, ordered_rights = lefts[order].tolist(), rights[order].tolist()
    ends: list[int] = []
    end_at: list[int] = []
    before: list[int] = []
    for index, right in enumerate(ordered_rights):
        length = bisect_left(ends, right)
        before.append(end_at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(right)
            end_at.append(index)
        else:
            ends[length] = right
            end_at[length] = index
    run: list[tuple[int, int]] = []
    index = end_at[-1] if end_at else -1
    while index >= 0:
        run.append((ordered_lefts[index], ordered_rights[index]))
        index = before[index]
    return tuple(reversed(run))


@dataclass(frozen=True, slots=True)
class Focus:
    """The line of a side that meets the same line of the other, for a content of `total` in a window of `viewport`.

    At the very top it is the first line, at the very end the last, so that both ends of both sides can meet; in
    between it stands at `FOCUS_SHARE` of the window.
    """

    total: float
    viewport: float

    @property
    def reach(self) -> float:
        """The largest scroll position."""
        return max(self.total - self.viewport, 0.0)

    def _knots(self) -> tuple[tuple[float, float], ...]:
        reach, share = self.reach, FOCUS_SHARE
        if reach <= 0:
            return ((0.0, 0.0),)
        if reach <= 2 * self.viewport:
            return ((0.0, 0.0), (reach, self.total))
        shift = share * self.viewport
        return (
            (0.0, 0.0),
            (self.viewport, self.viewport + shift),
            (reach - self.viewport, reach - self.viewport + shift),
            (reach, self.total),
        )

    def line(self, scroll: float) -> float:
        """The content position in focus at a scroll position."""
        return _along(self._knots(), scroll)

    def scroll(self, line: float) -> float:
        """The scroll position that brings a content position into focus, as far as the ends allow."""
        return min(max(_along([(y, x) for x, y in self._knots()], line), 0.0), self.reach)


def _along(knots: Sequence[tuple[float, float]], x: float) -> float:
    """The piecewise linear function through `knots`, constant beyond its ends."""
    if x <= knots[0][0]:
        return knots[0][1]
    for (x0, y0), (x1, y1) in pairwise(knots):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0) if x1 > x0 else y1
    return knots[-1][1]


class ScrollMap:
    """Maps content positions of one side to the other, between anchors given as pairs of sentences.

    `left_y` and `right_y` say where a sentence stands now; they are asked only O(log n) times for a mapping, since
    heights change as paragraphs are measured.
    """

    def __init__(
        self,
        anchors: Sequence[tuple[int, int]],
        left_y: Callable[[int], float],
        right_y: Callable[[int], float],
    ) -> None:
        self._anchors = anchors
        self._y = (left_y, right_y)

    def to_right(self, y: float, left_total: float, right_total: float) -> float:
        return self._map(y, 0, left_total, right_total)

    def to_left(self, y: float, left_total: float, right_total: float) -> float:
        return self._map(y, 1, right_total, left_total)

    def _map(self, y: float, from_side: int, from_total: float, to_total: float) -> float:
        from_y, to_y = self._y[from_side], self._y[1 - from_side]
        after = bisect_left(self._anchors, y, key=lambda anchor: from_y(anchor[from_side]))
        low = (0.0, 0.0)
        high = (from_total, to_total)
        if after > 0:
            anchor = self._anchors[after - 1]
            low = (from_y(anchor[from_side]), to_y(anchor[1 - from_side]))
        if after < len(self._anchors):
            anchor = self._anchors[after]
            high = (from_y(anchor[from_side]), to_y(anchor[1 - from_side]))
        return _along((low, high), y)
