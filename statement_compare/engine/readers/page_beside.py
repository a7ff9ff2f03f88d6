"""What stands beside a ruled table: another table or a column of text, which are read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from statement_compare.engine.readers.page_cells import RuledRow, TableBox
from statement_compare.engine.readers.page_segments import Segment, rows_of

# What a column of text has at least; lists of names are shorter.
_LEAST_LINES, _LEAST_CHARACTERS = 3, 20
# In heights of the font: between lines of one column at most, and between a line and the row whose name it may be.
_LINE_GAP, _LEVEL = 1.0, 0.25
_MEET_POINTS = 1.0


class Parts(NamedTuple):
    """The parts of a page about a table that has something beside it, in reading order."""

    above: list[Segment]
    left: list[Segment]
    right: list[Segment]
    below: list[Segment]


def about_table(segments: Sequence[Segment]) -> Parts | None:
    """The parts that a ruled table with a column beside it cuts a page into, of the first such table; None without."""
    ruled = [segment for segment in segments if isinstance(segment, RuledRow)]
    for box in sorted({row.table for row in ruled}, key=lambda box: (box.top, box.left)):
        rows = [row for row in ruled if row.table == box]
        level = [each for each in segments if box.top <= (each.top + each.bottom) / 2 <= box.bottom]
        before = [each for each in level if each.right <= box.left + _MEET_POINTS]
        after = [each for each in level if each.left >= box.right - _MEET_POINTS]
        for side, gutter in ((before, box.left), (after, box.right)):
            tables: list[TableBox | Segment] = [each.table for each in side if isinstance(each, RuledRow)]
            if tables or _is_column(side, rows):
                top = min(each.top for each in (box, *side, *tables))
                bottom = max(each.bottom for each in (box, *side, *tables))
                if not tables:
                    top, bottom = _with_all_of(side, segments, gutter, top, bottom)
                return _cut(segments, gutter, top, bottom)
    return None


def _is_column(side: list[Segment], table: Sequence[RuledRow]) -> bool:
    """Whether lines beside a table are a text, and not the names of its rows."""
    lines = rows_of(side)
    if len(lines) < _LEAST_LINES or median(sum(len(each.text) for each in line) for line in lines) < _LEAST_CHARACTERS:
        return False
    named = sum(any(abs(row.top - line[0].top) <= _LEVEL * line[0].height for line in lines) for row in table)
    return named <= 0.5 * len(table)


def _with_all_of(
    side: Sequence[Segment], segments: Sequence[Segment], gutter: float, top: float, bottom: float
) -> tuple[float, float]:
    """How far up and down a column reaches of which lines stand beside a table."""
    is_left = side[0].right <= gutter + _MEET_POINTS
    column = [
        each
        for each in segments
        if (each.right <= gutter + _MEET_POINTS if is_left else each.left >= gutter - _MEET_POINTS)
    ]
    across = [each for each in segments if each.left < gutter - _MEET_POINTS and each.right > gutter + _MEET_POINTS]
    highest = max((each.bottom for each in across if each.top < top), default=0.0)
    for line in sorted(column, key=lambda each: each.bottom, reverse=True):
        if line.top < top and top - line.bottom <= _LINE_GAP * line.height and line.top >= highest:
            top = line.top
    lowest = min((each.top for each in across if each.bottom > bottom), default=float("inf"))
    for line in sorted(column, key=lambda each: each.top):
        if line.bottom > bottom and line.top - bottom <= _LINE_GAP * line.height and line.bottom <= lowest:
            bottom = line.bottom
    return top, bottom


def _cut(segments: Sequence[Segment], gutter: float, top: float, bottom: float) -> Parts | None:
    """The parts between two heights on both sides of a gutter, and those above and below; None where a line crosses."""
    parts = Parts([], [], [], [])
    for each in segments:
        middle = (each.top + each.bottom) / 2
        if middle < top:
            parts.above.append(each)
        elif middle > bottom:
            parts.below.append(each)
        elif each.right <= gutter + _MEET_POINTS:
            parts.left.append(each)
        elif each.left >= gutter - _MEET_POINTS:
            parts.right.append(each)
        else:
            return None
    return parts
