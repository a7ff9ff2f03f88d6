"""A page of an original with a sentence marked on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from statement_compare.engine.place import Box
from statement_compare.ui.theme import LIGHT, VerdictColours
from statement_compare.ui.widgets.painted import Painted

_OUTLINE = 2.0
_MARGIN = 1.5  # around a line, so that its outline touches no letter


class PageView(Painted):
    """Shows a picture of a page of some size in points, `scale` pixels a point, with boxes on it.

    The tone of a box darkens the paper and leaves the letters as they are; its outline tells it without colours.
    """

    heard_as = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._points = QSizeF()
        self._scale = 1.0
        self._boxes: tuple[Box, ...] = ()
        self._colours: VerdictColours | None = None

    @property
    def boxes(self) -> tuple[QRectF, ...]:
        """Where the marks are in the widget."""
        return tuple(map(self._placed, self._boxes))

    def show_page(self, picture: QPixmap, points: QSizeF, scale: float) -> None:
        self._picture, self._points, self._scale = picture, points, scale
        self.setFixedSize(self.sizeHint())
        self.update()

    def mark(self, boxes: Sequence[Box], colours: VerdictColours) -> None:
        self._boxes, self._colours = tuple(boxes), colours
        self.update()

    def sizeHint(self) -> QSize:
        return (self._points * self._scale).toSize().expandedTo(QSize(1, 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._picture)
        # White paper would have no edge on a white ground.
        painter.setPen(QColor(LIGHT.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._colours is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box in self.boxes:
            painter.fillRect(box, QColor(self._colours.words))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(QColor(self._colours.ink), _OUTLINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self.boxes:
            painter.drawRoundedRect(box, _OUTLINE, _OUTLINE)

    def _placed(self, box: Box) -> QRectF:
        left, top, right, bottom = (edge * self._scale for edge in box)
        return QRectF(left, top, right - left, bottom - top).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
