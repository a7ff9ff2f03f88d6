"""The few pictures of the window: the program's own icon, and small shapes drawn in the colour of the type."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from statement_compare import bundled

_TRIANGLE_PX = 12
_DENSITY = 3  # drawn larger and scaled down, so that it stays sharp on dense screens


def program() -> QIcon:
    return QIcon(str(bundled.path("icons", "statement-compare.svg")))


def triangle(colour: str, *, points_up: bool) -> QIcon:
    """A filled triangle, for "previous" and "next"."""
    pixmap = QPixmap(_TRIANGLE_PX * _DENSITY, _TRIANGLE_PX * _DENSITY)
    pixmap.setDevicePixelRatio(_DENSITY)
    pixmap.fill(Qt.GlobalColor.transparent)
    tip, base = (1.5, 10.5) if points_up else (10.5, 1.5)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(6, tip), QPointF(11.5, base), QPointF(0.5, base)]))
    painter.end()
    return QIcon(pixmap)
