"""Which links pass through the visible part of the gutter, and the curve each of them takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from statement_compare.ui.compare.ends import Ends
from statement_compare.ui.compare.numbers import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

MOST_PASSING = 16
"""How many links with both ends out of sight are still drawn."""
_NO_RANK = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Curve:
    """A link's way across the gutter: from `left` to `right` (y in pixels), level at both ends."""

    link: int
    left: float
    right: float

    def y_at(self, share: float) -> float:
        """The height where the curve has crossed `share` (0 to 1) of the gutter's width.

        It is the cubic Bezier with both control points in the middle: x = 1.5 t - 1.5 t^2 + t^3, y = 3 t^2 - 2 t^3.
        """
        low, high = 0.0, 1.0
        for _ in range(20):
            middle = (low + high) / 2
            if 1.5 * middle - 1.5 * middle**2 + middle**3 < share:
                low = middle
            else:
                high = middle
        t = (low + high) / 2
        return self.left + (self.right - self.left) * (3 * t**2 - 2 * t**3)

    def part(self, top: float, bottom: float, width: float) -> tuple[tuple[float, float], ...]:
        """The four Bezier points of what lies between `top` and `bottom`; () where nothing does.

        A link may reach far out of the window, and a long curve takes long to draw.
        """
        low, high = min(self.left, self.right), max(self.left, self.right)
        if high < top or low > bottom:
            return ()
        first, last = 0.0, 1.0
        if high - low > bottom - top:
            ends = sorted((self._t_at(top), self._t_at(bottom)))
            first, last = ends[0], ends[1]
        middle = width / 2
        xs = (0.0, middle, middle, width)
        ys = (self.left, self.left, self.right, self.right)
        # The control points of a part are the blossoms of the whole at (first or last, three in all).
        arguments = ((first, first, first), (first, first, last), (first, last, last), (last, last, last))
        return tuple((_blossom(xs, *ts), _blossom(ys, *ts)) for ts in arguments)

    def _t_at(self, y: float) -> float:
        """The parameter at which the curve is at a height; 0 or 1 beyond its ends."""
        share = min(max((y - self.left) / (self.right - self.left), 0.0), 1.0)
        low, high = 0.0, 1.0
        for _ in range(20):
            middle = (low + high) / 2
            if 3 * middle**2 - 2 * middle**3 < share:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    def distance(self, x: float, y: float, width: float) -> float:
        """About how far a point in the gutter is from the curve, in pixels."""
        step = 0.01
        share = min(max(x / width, 0.0), 1.0)
        here = self.y_at(share)
        slope = (self.y_at(min(share + step, 1.0)) - self.y_at(max(share - step, 0.0))) / (2 * step * width)
        return float(abs(y - here) / (1 + slope * slope) ** 0.5)


def _blossom(points: tuple[float, float, float, float], r: float, s: float, t: float) -> float:
    a, b, c, d = points
    ab, bc, cd = a + (b - a) * r, b + (c - b) * r, c + (d - c) * r
    abc, bcd = ab + (bc - ab) * s, bc + (cd - bc) * s
    return abc + (bcd - abc) * t


class Router:
    """The strands of all links: one pair of sentences for each, several where a link holds several sentences."""

    def __init__(self, ends: Ends) -> None:
        self._ends = ends

    @cached_property
    def _strands(self) -> tuple[Numbers, Numbers, Numbers]:
        return self._ends.strands()

    def touching(
        self, left: tuple[int, int], right: tuple[int, int], *, always: int | None = None
    ) -> list[tuple[int, int, int]]:
        """(link, left sentence, right sentence) of the strands to draw.

        `left` and `right` are the first and last visible sentence of each side. A strand is drawn unless both ends
        are above or both below; of those that only pass through, at most `MOST_PASSING`. `always` names a link
        that is drawn whenever it touches.
        """
        if not len(self._ends):
            return []
        link, lefts, rights = self._strands
        place_left = (lefts > left[1]).astype(np.int8) - (lefts < left[0])
        place_right = (rights > right[1]).astype(np.int8) - (rights < right[0])
        ends_here = (place_left == 0) | (place_right == 0)
        passes = place_left * place_right < 0
        if always is not None:
            ends_here |= passes & (link == always)
        chosen = np.flatnonzero(ends_here)
        passing = np.flatnonzero(passes & ~ends_here)[:MOST_PASSING]
        return [
            (int(link[strand]), int(lefts[strand]), int(rights[strand]))
            for strand in np.sort(np.concatenate([chosen, passing]))
        ]

    def curves(
        self,
        left: tuple[int, int],
        right: tuple[int, int],
        left_y: Callable[[int], float],
        right_y: Callable[[int], float],
        *,
        always: int | None = None,
    ) -> tuple[Curve, ...]:
        """The curves to draw, with `left_y` and `right_y` giving a sentence's height in the gutter."""
        return tuple(
            Curve(link, left_y(left_sentence), right_y(right_sentence))
            for link, left_sentence, right_sentence in self.touching(left, right, always=always)
        )


def nearest(curves: Sequence[Curve], x: float, y: float, width: float, within: float) -> int | None:
    """The link whose curve is nearest to a point of the gutter, or None where none is `within` pixels."""
    best, best_distance = None, within
    for curve in curves:
        distance = curve.distance(x, y, width)
        if distance <= best_distance:
            best, best_distance = curve.link, distance
    return best


def buckets(positions: NDArray[np.float64], ranks: NDArray[np.int64], total: float, height: int) -> NDArray[np.int64]:
    """The lowest rank on each of `height` pixels of the overview, -1 for none; positions are 0 to `total`."""
    if height <= 0:
        return np.empty(0, dtype=np.int64)
    lowest = np.full(height, _NO_RANK, dtype=np.int64)
    if total > 0 and len(positions):
        pixels = np.clip((positions / total * height).astype(np.int64), 0, height - 1)
        np.minimum.at(lowest, pixels, ranks)
    lowest[lowest == _NO_RANK] = -1
    return lowest
