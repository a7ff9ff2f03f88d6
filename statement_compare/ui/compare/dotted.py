"""The dotted line below what is not answered: its dots are drawn once, and copied for each line of text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

_THICK: Final = 1.5
_DASH: Final = (0.1, 1.6)  # in thicknesses: a round cap makes a dot of what is hardly a dash
_PERIODS: Final = 400
_LENGTH: Final = round(_PERIODS * sum(_DASH) * _THICK)
"""So many dots with the room between them: 1,020 pixels, and whole ones where a screen has 1.25 or 1.5 for each."""
_HEIGHT: Final = 3


class DottedLine:
    """Qt takes longer for one dotted line than for a paragraph of letters, and a page has dozens of them."""

    def __init__(self, colour: QColor) -> None:
        self._pen = QPen(colour, _THICK, Qt.PenStyle.CustomDashLine)
        self._pen.setDashPattern(_DASH)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._strips: dict[float, QPixmap] = {}

    def paint(self, painter: QPainter, left: float, right: float, bottom: float) -> None:
        """A line from `left` to `right` on the pixels just above `bottom`."""
        ratio = painter.device().devicePixelRatioF()
        strip = self._strips.get(ratio)
        if strip is None:
            strip = self._strips[ratio] = self._drawn(ratio)
        x, end, y = round(left), round(right), round(bottom) - _HEIGHT
        while x < end:
            width = min(end - x, _LENGTH)
            part = QRect(0, 0, round(width * ratio), strip.height())
            painter.drawPixmap(QPoint(x, y), strip, part)
            x += width

    def _drawn(self, ratio: float) -> QPixmap:
        strip = QPixmap(round(_LENGTH * ratio), round(_HEIGHT * ratio))
        strip.setDevicePixelRatio(ratio)
        strip.fill(Qt.GlobalColor.transparent)
        painter = QPainter(strip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        painter.drawLine(QLineF(_THICK / 2, _HEIGHT / 2, _LENGTH - _THICK, _HEIGHT / 2))
        painter.end()
        return strip
