"""The line above a side's text: who speaks, the date, the file, and how far reading it has come."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.theme import interface_font

HEADER_HEIGHT = 39
_BASELINE = 25.0
_TITLE_SHARE = 0.64  # of the line, before the details give way
_GAP = 8.0


class Header(QWidget):
    """Title in semibold, details in soft ink, each cut with dots where there is no room."""

    menu_requested = Signal(QPoint)  # global position

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self._title = ""
        self._details = ""
        self._busy = ""
        self._fraction: float | None = None
        self._indent = 20.0
        self._has_keyboard = False
        self._title_font = interface_font(14, is_strong=True)
        self._details_font = interface_font(12)
        self._title_metrics = QFontMetricsF(self._title_font)
        self._details_metrics = QFontMetricsF(self._details_font)
        self.setFixedHeight(HEADER_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        return QSize(200, HEADER_HEIGHT)

    def set_words(self, title: str, details: str) -> None:
        self._title, self._details = title, details
        self.setToolTip(f"{title} · {details}" if title and details else title)
        self.setAccessibleName(f"{title} {details}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor if title else Qt.CursorShape.ArrowCursor)
        self.update()

    def set_busy(self, words: str, fraction: float | None) -> None:
        """What is being done with this side, in place of the details; "" when it is done."""
        self._busy, self._fraction = words, fraction
        self.update()

    def set_keyboard(self, is_here: bool) -> None:
        """Whether keys go to this side; it shows as a line in the accent's colour."""
        if is_here != self._has_keyboard:
            self._has_keyboard = is_here
            self.update()

    def set_indent(self, indent: float) -> None:
        """Where the words begin: above the column of text."""
        if indent != self._indent:
            self._indent = indent
            self.update()

    def set_inks(self, inks: Inks) -> None:
        self._inks = inks
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._inks.paper)
        bottom = self.height() - 1
        painter.fillRect(0, bottom, self.width(), 1, self._inks.accent if self._has_keyboard else self._inks.line)
        if self._busy and self._fraction is not None:
            painter.fillRect(QRectF(0, bottom - 1, self.width() * min(self._fraction, 1.0), 2), self._inks.accent)
        room = self.width() - self._indent - 16
        details = self._busy or self._details
        details_width = self._details_metrics.horizontalAdvance(details) if details else 0.0
        title_width = min(
            self._title_metrics.horizontalAdvance(self._title), max(room - details_width - _GAP, room * _TITLE_SHARE)
        )
        title = self._title_metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, title_width + 1)
        painter.setFont(self._title_font)
        painter.setPen(self._inks.text_pen)
        x = self._indent
        if title:
            painter.drawText(QPointF(x, _BASELINE), title)
            x += self._title_metrics.horizontalAdvance(title) + _GAP
        left = room - (x - self._indent)
        if details and left > 24:
            painter.setFont(self._details_font)
            painter.setPen(self._inks.soft_pen)
            text = self._details_metrics.elidedText(details, Qt.TextElideMode.ElideRight, left)
            painter.drawText(QPointF(x, _BASELINE), text)
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._title:
            self.menu_requested.emit(event.globalPosition().toPoint())
