"""Where something stands in the original that it was read from, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page as it is shown, in points from its left and top edge."""

    left: float
    top: float
    right: float
    bottom: float


class PlacedLine(NamedTuple):
    """One line of a document where it stands on a page, which is counted from 1.

    `start` is the offset of its first character in the text. `knots` are offsets within the line whose distance from
    the page's left edge is known, so that a sentence that ends in the middle of the line is marked as far as there; a
    line without them is marked as a whole. Lines and their boxes are tuples, since a book has tens of thousands of them
    and a tuple is made in a fraction of the time of a dataclass.
    """

    page: int
    start: int
    box: Box
    knots: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the original, counted from 1; 0 is what is not known, or does not apply.

    `page` with its `lines` is of a file that has pages. Elsewhere it is a `paragraph`, or a cell of a `table`.
    """

    page: int = 0
    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    lines: tuple[PlacedLine, ...] = ()


NOWHERE = Place()
