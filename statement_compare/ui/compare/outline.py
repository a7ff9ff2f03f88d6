"""The rounded line around a sentence that runs over several lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of one line of text; `top` and `bottom` are those of the whole line."""

    left: float
    top: float
    right: float
    bottom: float


def outline(boxes: Sequence[Box], margin: float, radius: float) -> QPainterPath:
    """One closed line around boxes that touch, `margin` pixels away at the sides, its corners rounded."""
    area = QPainterPath()
    for box in boxes:
        one = QPainterPath()
        one.addRect(QRectF(box.left - margin, box.top, box.right - box.left + 2 * margin, box.bottom - box.top))
        area = area.united(one)
    result = QPainterPath()
    for polygon in area.simplified().toSubpathPolygons():
        points = _corners([(polygon.at(index).x(), polygon.at(index).y()) for index in range(polygon.size())])
        if len(points) >= 4:
            _add_rounded(result, points, radius)
    return result


def _corners(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points at which a closed right-angled line turns."""
    distinct: list[tuple[float, float]] = []
    for x, y in points:
        if not distinct or abs(x - distinct[-1][0]) + abs(y - distinct[-1][1]) > 0.01:
            distinct.append((x, y))
    if len(distinct) > 1 and abs(distinct[0][0] - distinct[-1][0]) + abs(distinct[0][1] - distinct[-1][1]) < 0.01:
        distinct.pop()
    count = len(distinct)
    return [
        distinct[index]
        for index in range(count)
        if abs(_turn(distinct[index - 1], distinct[index], distinct[(index + 1) % count])) > 0.01
    ]


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def _add_rounded(path: QPainterPath, points: list[tuple[float, float]], radius: float) -> None:
    count = len(points)
    for index in range(count):
        before, here, after = points[index - 1], points[index], points[(index + 1) % count]
        start = _towards(here, before, radius)
        end = _towards(here, after, radius)
        if index == 0:
            path.moveTo(start)
        else:
            path.lineTo(start)
        path.quadTo(QPointF(*here), end)
    path.closeSubpath()


def _towards(corner: tuple[float, float], other: tuple[float, float], radius: float) -> QPointF:
    """The point `radius` before a corner, at most half way to the next one."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = (dx * dx + dy * dy) ** 0.5
    share = min(radius, length / 2) / length if length else 0.0
    return QPointF(corner[0] + dx * share, corner[1] + dy * share)
