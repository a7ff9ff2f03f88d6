"""How what stands on a page that is read turned lies on the page as it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from statement_compare.engine.place import Box, Place, PlacedLine
from statement_compare.engine.readers.extract import points


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page is shown where that is not how its text is read: so many quarters of a turn clockwise.

    `width` and `height` are those of the page as it is read.
    """

    quarters: int
    width: float
    height: float


def as_shown(place: Place, turns: Mapping[int, Turn]) -> Place:
    """The place with the lines of turned pages where they are seen; `turns` is by page, from 1."""
    if not any(line.page in turns for line in place.lines):
        return place
    lines = (_line(line, turns[line.page]) if line.page in turns else line for line in place.lines)
    return replace(place, lines=tuple(lines))


def _line(line: PlacedLine, turn: Turn) -> PlacedLine:
    """The turned line; how far its words are from the left says nothing any more, so that all of it is marked."""
    box, width, height = line.box, turn.width, turn.height
    for _ in range(turn.quarters):
        box = Box(points(height - box.bottom), box.left, points(height - box.top), box.right)
        width, height = height, width
    return PlacedLine(line.page, line.start, box)
