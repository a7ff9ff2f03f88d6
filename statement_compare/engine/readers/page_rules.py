"""The lines that are drawn on a PDF's page, and the tables whose cells they part, however near the words stand."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

# A path that is thinner is a line; lines nearer to each other than this are one, drawn twice.
_THIN_POINTS, _ONE_POINTS = 3.0, 2.5
# Between two ends of lines that meet.
_MEET_POINTS = 3.0
_SHORTEST_POINTS = 4.0
# A page with more is a drawing: a map, a chart.
_MOST_PATHS, _MOST_SEGMENTS, _MOST_LINES = 4_000, 64, 300
# How much of a cell's side a line has to cover.
_LEAST_COVER = 0.6


class Rule(NamedTuple):
    """A straight line along one axis: where it lies across it (`at`), and from where to where it goes."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the edges of its columns and rows in points from the page's left and top.

    `open_walls` are pairs of a row and a column between which and the next column no line is drawn, `open_floors`
    those between which and the next row there is none: cells over several columns or rows.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    open_walls: frozenset[tuple[int, int]]
    open_floors: frozenset[tuple[int, int]]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of the cell that a point lies in, the first of those that it takes; None outside."""
        row, column = _between(self.rows, y), _between(self.columns, x)
        if row is None or column is None:
            return None
        while column and (row, column - 1) in self.open_walls:
            column -= 1
        while row and (row - 1, column) in self.open_floors:
            row -= 1
        return row, column

    def edges_of(self, row: int, column: int) -> tuple[float, float]:
        """Where the cell that begins in a column has its left and its right edge."""
        last = column
        while (row, last) in self.open_walls:
            last += 1
        return self.columns[column], self.columns[last + 1]


def rules_of(page: Any, left: float, top: float) -> tuple[list[Rule], list[Rule]]:
    """The lines across and the lines down that are drawn on a page (a raw PDFium page), from the point left and top.

    Nothing where there are too many for tables.
    """
    count = pdfium.FPDFPage_CountObjects(page)
    objects = list(map(pdfium.FPDFPage_GetObject, repeat(page, count), range(count)))
    kinds = map(pdfium.FPDFPageObj_GetType, objects)
    paths = [each for each, kind in zip(objects, kinds, strict=True) if kind == pdfium.FPDF_PAGEOBJ_PATH]
    if not 4 <= len(paths) <= _MOST_PATHS:
        return [], []
    across: list[Rule] = []
    down: list[Rule] = []
    for path in paths:
        for x0, y0, x1, y1 in _strokes(path):
            low, high = sorted((top - y0, top - y1))
            first, last = sorted((x0 - left, x1 - left))
            if high - low <= _THIN_POINTS < last - first:
                across.append(Rule((low + high) / 2, first, last))
            elif last - first <= _THIN_POINTS < high - low:
                down.append(Rule((first + last) / 2, low, high))
    return across, down


def _strokes(path: Any) -> Iterator[tuple[float, float, float, float]]:
    """The straight pieces of a path: a thin one as a whole, of a stroked one its sides."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(path, *edges):
        return
    x0, y0, x1, y1 = (edge.value for edge in edges)
    if min(x1 - x0, y1 - y0) <= _THIN_POINTS:
        yield x0, y0, x1, y1
        return
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
    count = pdfium.FPDFPath_CountSegments(path)
    if not stroked.value or not 2 <= count <= _MOST_SEGMENTS:
        return
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(path, matrix) or matrix.b or matrix.c:
        return
    begin = last = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (matrix.a * x.value + matrix.e, matrix.d * y.value + matrix.f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield *last, *point
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield *last, *begin
            last = begin


def grids_of(across: Iterable[Rule], down: Iterable[Rule]) -> list[Grid]:
    """The ruled tables that lines make: of two columns and two rows at least."""
    flat, upright = _joined(across), _joined(down)
    if not (flat and upright) or max(len(flat), len(upright)) > _MOST_LINES:
        return []
    return [grid for some, others in _connected(flat, upright) if (grid := _grid(some, others)) is not None]


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines with those pieces made one that lie in one line and meet: each cell may have drawn its own side."""
    found: list[Rule] = []
    near: list[Rule] = []
    for rule in sorted(rules):
        if near and rule.at - near[-1].at > _ONE_POINTS:
            found += _ends_joined(near)
            near = []
        near.append(rule)
    return [rule for rule in (*found, *_ends_joined(near)) if rule.end - rule.start >= _SHORTEST_POINTS]


def _ends_joined(rules: Sequence[Rule]) -> Iterator[Rule]:
    if not rules:
        return
    at = sum(rule.at for rule in rules) / len(rules)
    start = end = None
    for rule in sorted(rules, key=lambda rule: rule.start):
        if start is None or end is None:
            start, end = rule.start, rule.end
        elif rule.start <= end + _MEET_POINTS:
            end = max(end, rule.end)
        else:
            yield Rule(at, start, end)
            start, end = rule.start, rule.end
    if start is not None and end is not None:
        yield Rule(at, start, end)


def _connected(flat: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines across and down that hang together."""
    waiting = set(range(len(flat)))
    left = set(range(len(upright)))
    while waiting:
        some, others, new = set[int](), set[int](), {waiting.pop()}
        while new:
            some |= new
            met = {k for k in left if any(_meet(flat[i], upright[k]) for i in new)}
            left -= met
            others |= met
            new = {i for i in waiting if any(_meet(flat[i], upright[k]) for k in met)}
            waiting -= new
        yield [flat[i] for i in sorted(some)], [upright[k] for k in sorted(others)]


def _meet(flat: Rule, upright: Rule) -> bool:
    return (
        flat.start - _MEET_POINTS <= upright.at <= flat.end + _MEET_POINTS
        and upright.start - _MEET_POINTS <= flat.at <= upright.end + _MEET_POINTS
    )


def _grid(flat: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    columns, rows = tuple(_places(upright)), tuple(_places(flat))
    if len(columns) < 3 or len(rows) < 3:
        return None
    walls = frozenset(
        (row, column - 1)
        for row, (top, bottom) in enumerate(pairwise(rows))
        for column in range(1, len(columns) - 1)
        if not _is_covered(upright, columns[column], top, bottom)
    )
    floors = frozenset(
        (row - 1, column)
        for column, (left, right) in enumerate(pairwise(columns))
        for row in range(1, len(rows) - 1)
        if not _is_covered(flat, rows[row], left, right)
    )
    return Grid(columns, rows, walls, floors)


def _places(rules: Iterable[Rule]) -> Iterator[float]:
    last: float | None = None
    for at in sorted(rule.at for rule in rules):
        if last is None or at - last > _ONE_POINTS:
            yield at
            last = at


def _is_covered(rules: Iterable[Rule], at: float, start: float, end: float) -> bool:
    """Whether lines that lie at a place cover most of the way from one point to another."""
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= _ONE_POINTS
    )
    return covered >= _LEAST_COVER * (end - start)


def _between(edges: Sequence[float], at: float) -> int | None:
    number = bisect_right(edges, at) - 1
    return number if 0 <= number < len(edges) - 1 else None
