"""The straight lines along the axes that are drawn on a PDF's page: stroked, or filled and thin."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

# A path that is thinner is a line; one that is filled and up to so thick where it is so many times as long.
_THIN_POINTS, _THICK_POINTS, _TIMES_AS_LONG = 3.0, 6.5, 3.0
# A page with more is a drawing: a map, a chart. A longer path is one beside which there may be tables.
_MOST_PATHS, _MOST_SEGMENTS, _LONGEST_PATH = 4_000, 12_000, 2_000
# A rectangle has four, and one more where its first corner is said again.
_SEGMENTS_OF_A_RECTANGLE = 5
# Some programs put what a page draws into a form, and that into another one.
_DEEPEST_FORM = 4
# How far outside of the page a line may end.
_MARGIN_POINTS = 10.0

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top, in PDF coordinates."""
_Stroke = tuple[float, float, float, float]
_Point = tuple[float, float]


class Rule(NamedTuple):
    """A straight line along one axis: where it lies across it (`at`), and from where to where it goes."""

    at: float
    start: float
    end: float


def rules_of(page: Any, seen: Rectangle, angle: int = 0) -> tuple[list[Rule], list[Rule]]:
    """The lines across and the lines down that are drawn on a page (a raw PDFium page), where its reader sees them.

    `seen` is the part of the page that is shown, `angle` says which way its words run, in degrees against the clock. A
    dot is both: a row of them may be a line. Nothing where there are too many lines for tables.
    """
    place = _place(seen, angle)
    if place is None:
        return [], []
    x0, y0, x1, y1 = seen
    width, height = (y1 - y0, x1 - x0) if angle % 180 else (x1 - x0, y1 - y0)
    try:
        strokes = list(_Drawing().strokes(_objects(page)))
    except _TooManyError:
        return [], []
    across: list[Rule] = []
    down: list[Rule] = []
    for stroke in strokes:
        (left, top), (right, bottom) = place(*stroke[:2]), place(*stroke[2:])
        first, last = _within(left, right, width)
        low, high = _within(top, bottom, height)
        if high - low <= min(last - first, _THIN_POINTS) and last > first:
            across.append(Rule((low + high) / 2, first, last))
        if last - first <= min(high - low, _THIN_POINTS) and high > low:
            down.append(Rule((first + last) / 2, low, high))
    return across, down


def _within(one: float, other: float, most: float) -> tuple[float, float]:
    """Two ends in order, cut at the edges of the page; no numbers where they lie outside of it."""
    low, high = (one, other) if one <= other else (other, one)
    if not (low <= most + _MARGIN_POINTS and high >= -_MARGIN_POINTS):
        return math.nan, math.nan
    return max(low, -_MARGIN_POINTS), min(high, most + _MARGIN_POINTS)


def _place(seen: Rectangle, angle: int) -> Callable[[float, float], _Point] | None:
    """Where a point is from the page's left and top once it is turned so that its words can be read."""
    x0, y0, x1, y1 = seen
    if angle == 0:
        return lambda x, y: (x - x0, y1 - y)
    if angle == 90:
        return lambda x, y: (y - y0, x - x0)
    if angle == 180:
        return lambda x, y: (x1 - x, y - y0)
    return (lambda x, y: (y1 - y, x1 - x)) if angle == 270 else None


class _TooManyError(Exception):
    """A page has more lines than one with tables."""


@dataclass(slots=True)
class _Drawing:
    """What a page draws, and how many paths and pieces of paths were met so far."""

    paths: int = 0
    segments: int = 0

    def strokes(self, objects: Iterable[Any], depth: int = 0) -> Iterator[_Stroke]:
        """The straight pieces of objects and of forms among them; raises _TooManyError."""
        for each in objects:
            kind = pdfium.FPDFPageObj_GetType(each)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self.paths += 1
                if self.paths > _MOST_PATHS:
                    raise _TooManyError
                yield from self._of_path(each)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
                move = _move(each)
                for x0, y0, x1, y1 in self.strokes(_objects_of_form(each), depth + 1):
                    yield *move(x0, y0), *move(x1, y1)

    def _of_path(self, path: Any) -> Iterator[_Stroke]:
        """A thin path as a whole; of one that is stroked its sides, of one that is filled those parts that are thin."""
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
        if not 2 <= count <= _LONGEST_PATH or not (filled.value or stroked.value):
            return
        if not stroked.value and count <= _SEGMENTS_OF_A_RECTANGLE:
            yield from _line_along([(x0, y0), (x1, y1)])
            return
        self.segments += count
        if self.segments > _MOST_SEGMENTS:
            raise _TooManyError
        for points in _parts(path, count):
            if stroked.value:
                yield from ((*one, *other) for one, other in pairwise(points))
            else:
                yield from _line_along(points)


def _line_along(corners: list[_Point]) -> Iterator[_Stroke]:
    """The line that a filled shape is: along its middle, if it is thin."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    left, right, low, high = min(xs), max(xs), min(ys), max(ys)
    thickness, length = sorted((right - left, high - low))
    if thickness > _THIN_POINTS and not (thickness <= _THICK_POINTS and length >= _TIMES_AS_LONG * thickness):
        return
    if right - left > high - low:
        yield left, (low + high) / 2, right, (low + high) / 2
    else:
        yield (left + right) / 2, low, (left + right) / 2, high


def _parts(path: Any, count: int) -> Iterator[list[_Point]]:
    """The corners of each part of a path that is drawn in one go along straight lines."""
    move = _move(path)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[_Point] = []
    begin = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = move(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            points.append(point)
        else:
            if len(points) > 1:
                yield points
            points = [point]
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                begin = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(begin)
    if len(points) > 1:
        yield points


def _move(item: Any) -> Callable[[float, float], _Point]:
    """Where a point of a path, or of a form, lies in what it is part of."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    return lambda x, y: (a * x + c * y + e, b * x + d * y + f)


def _objects(page: Any) -> list[Any]:
    count = max(pdfium.FPDFPage_CountObjects(page), 0)
    return list(map(pdfium.FPDFPage_GetObject, repeat(page, count), range(count)))


def _objects_of_form(form: Any) -> Iterator[Any]:
    count = max(pdfium.FPDFFormObj_CountObjects(form), 0)
    return map(pdfium.FPDFFormObj_GetObject, repeat(form, count), range(count))
