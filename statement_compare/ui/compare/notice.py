"""Words on an empty page: what a side waits for, or why its file cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from statement_compare.engine.model import Verdict
from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.fonts import interface_font, window_px

_WIDEST = 420


class Notice:
    """A title and a text in the middle of a page; both may be empty."""

    def __init__(self, title: str, text: str) -> None:
        self.title = title
        self.text = text

    def paint(self, painter: QPainter, area: QRectF, inks: Inks, *, is_problem: bool) -> None:
        title_font, text_font = interface_font(window_px(15), is_strong=True), interface_font(window_px(13))
        width = min(area.width() - 40, window_px(_WIDEST))
        column = QRectF(area.center().x() - width / 2, area.top(), width, area.height())
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.setFont(title_font)
        title = painter.boundingRect(column, flags, self.title) if self.title else QRectF()
        painter.setFont(text_font)
        text = painter.boundingRect(column, flags, self.text)
        gap = 8.0 if self.title else 0.0
        top = max(area.top() + (area.height() - title.height() - gap - text.height()) * 0.42, area.top() + 12)
        if self.title:
            painter.setFont(title_font)
            painter.setPen(inks.verdicts[Verdict.CONTRADICTION].colour if is_problem else inks.ink)
            painter.drawText(QRectF(column.left(), top, width, title.height() + 2), flags, self.title)
        painter.setFont(text_font)
        painter.setPen(inks.ink if is_problem else inks.soft)
        painter.drawText(QRectF(column.left(), top + title.height() + gap, width, area.height()), flags, self.text)
