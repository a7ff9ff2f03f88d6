"""The line above a side's text: who speaks, the date, the file, and how far reading it has come."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from statement_compare.engine.model import Statement
from statement_compare.ui.compare.inks import FOCUS_PX, Inks
from statement_compare.ui.compare.words import header_details, header_file, header_title
from statement_compare.ui.fonts import interface_font, window_px
from statement_compare.ui.widgets.painted import Painted

HEADER_HEIGHT = 39
"""Where neither the system nor a zoom asks for larger type; `header_height` says it for all."""
_BASELINE = 25.0
_GAP = 8.0
_LEAST_FILE_PX = 72
_LEAST_TITLE_PX = 64


def header_height() -> int:
    return window_px(HEADER_HEIGHT)


class Header(Painted):
    """Title in semibold, details in soft ink. Where there is no room the file's name among the details is cut in the
    middle first, then the title, and at last the end of the details."""

    heard_as = QAccessible.Role.Heading

    menu_requested = Signal(QPoint)  # global position

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self._title = ""
        self._details = ""
        self._file = ""
        self._busy = ""
        self._fraction: float | None = None
        self._indent = 20.0
        self._has_keyboard = False
        self._size_type()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        return QSize(200, header_height())

    def _size_type(self) -> None:
        self._title_font = interface_font(window_px(14), is_strong=True)
        self._details_font = interface_font(window_px(12))
        self._title_metrics = QFontMetricsF(self._title_font)
        self._details_metrics = QFontMetricsF(self._details_font)
        self._baseline = _BASELINE * header_height() / HEADER_HEIGHT
        self.setFixedHeight(header_height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size_type()

    def show_statement(self, statement: Statement | None) -> None:
        """The words that a text gives for this line; none where there is no text."""
        if statement is None:
            self.set_words("", "")
        else:
            self.set_words(header_title(statement), header_details(statement), header_file(statement))

    def set_words(self, title: str, details: str, file: str = "") -> None:
        """`file` is the file's name as it stands in `details`, "" where it does not."""
        self._title, self._details, self._file = title, details, file
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

    def shown(self, room: float) -> tuple[str, str]:
        """Title and details as they are drawn where there are `room` pixels for both."""
        details = self._busy or self._details
        if not details:
            return self._title_metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room + 1), ""
        wide = self._title_metrics.horizontalAdvance(self._title)
        width_of = self._details_metrics.horizontalAdvance
        gap = _GAP if self._title else 0.0
        if self._file and not self._busy and wide + gap + width_of(details) > room:
            rest = width_of(details) - width_of(self._file)
            for_file = max(room - wide - gap - rest, window_px(_LEAST_FILE_PX))
            file = self._details_metrics.elidedText(self._file, Qt.TextElideMode.ElideMiddle, for_file)
            details = details.replace(self._file, file, 1)
        for_title = max(room - gap - width_of(details), min(wide, window_px(_LEAST_TITLE_PX)))
        title = self._title_metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, for_title + 1)
        left = max(room - gap - self._title_metrics.horizontalAdvance(title), 0.0)
        return title, self._details_metrics.elidedText(details, Qt.TextElideMode.ElideRight, left + 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())  # Qt takes that of the application else
        painter.fillRect(self.rect(), self._inks.paper)
        bottom = self.height() - 1
        thickness = FOCUS_PX if self._has_keyboard else 1
        colour = self._inks.accent if self._has_keyboard else self._inks.line
        painter.fillRect(0, self.height() - thickness, self.width(), thickness, colour)
        if self._busy and self._fraction is not None:
            painter.fillRect(QRectF(0, bottom - 1, self.width() * min(self._fraction, 1.0), 2), self._inks.accent)
        room = self.width() - self._indent - 16
        title, details = self.shown(room)
        painter.setFont(self._title_font)
        painter.setPen(self._inks.text_pen)
        x = self._indent
        if title:
            painter.drawText(QPointF(x, self._baseline), title)
            x += self._title_metrics.horizontalAdvance(title) + _GAP
        if details:
            painter.setFont(self._details_font)
            painter.setPen(self._inks.soft_pen)
            painter.drawText(QPointF(x, self._baseline), details)
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._title:
            self.menu_requested.emit(event.globalPosition().toPoint())
