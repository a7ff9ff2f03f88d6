"""A sentence in reading type, cut to the words that matter, which are marked as in the panes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from statement_compare.engine.model import Span
from statement_compare.ui.fonts import interface_font, reading_font, scaled
from statement_compare.ui.strings import say
from statement_compare.ui.theme import Theme, VerdictColours
from statement_compare.ui.widgets.excerpt import Excerpt, excerpt
from statement_compare.ui.widgets.painted import Painted

READING_PX = 14
_UNDERLINE = 2
_TAG_GAP = 7
_MOST_ROOMS = 8


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """What is drawn of the text in a room, and on which lines."""

    shown: Excerpt
    layout: QTextLayout


class Quote(Painted):
    """`tag` ("L2") and a text with marked words; it takes at most `lines` lines and as much height as it needs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Sentences are laid out alike in whatever direction the words of the window run.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._theme = theme
        self._colours: VerdictColours | None = None
        self._tag, self._text = "", ""
        self._marked: tuple[Span, ...] = ()
        self._lines = 1
        self._laid_out: dict[int, _LaidOut] = {}  # by the room: whoever shares a place out asks for several widths
        self._set_size(READING_PX)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def shown(self) -> Excerpt:
        """What is drawn at the present width."""
        return self._lay_out(self.width()).shown

    def show_text(
        self, tag: str, text: str, marked: tuple[Span, ...], colours: VerdictColours | None, *, lines: int = 1
    ) -> None:
        if (self._text, self._marked, self._lines) != (text, marked, lines):
            self._laid_out.clear()
        self._tag, self._text, self._marked, self._colours, self._lines = tag, text, marked, colours, lines
        self.setToolTip(text if len(text) > 60 else "")
        self.setAccessibleName(f"{tag}: {text}" if text else "")
        self.setAccessibleDescription(
            say("side.heard_clashes", words="; ".join(self._marked_words())) if marked else ""
        )
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def _marked_words(self) -> list[str]:
        return [span.of(self._text) for span in self._marked]

    def set_lines(self, lines: int) -> None:
        if lines != self._lines:
            self._lines = lines
            self._laid_out.clear()
            self.updateGeometry()
            self.update()

    def set_size(self, px: int) -> None:
        """Another size of the reading type."""
        self._set_size(px)
        self._laid_out.clear()
        self.updateGeometry()
        self.update()

    def _set_size(self, px: int) -> None:
        self._tag_font = interface_font(scaled(11, px / READING_PX))
        self._text_font = reading_font(px)
        self._metrics = QFontMetricsF(self._text_font)
        self._line_height = round(self._metrics.height() * 1.08)

    def set_theme(self, theme: Theme, colours: VerdictColours | None) -> None:
        self._theme, self._colours = theme, colours
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, self._lay_out(width).layout.lineCount()) * self._line_height

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._line_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        laid_out = self._lay_out(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._indent()
        painter.setFont(self._tag_font)
        painter.setPen(QColor(self._theme.soft))
        painter.drawText(
            QRectF(0, 1, left, self._line_height), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._tag
        )
        for span in laid_out.shown.marked:
            self._mark(painter, laid_out, span, left)
        painter.setPen(QColor(self._theme.ink))
        laid_out.layout.draw(painter, QPointF(left, 0))

    def _mark(self, painter: QPainter, laid_out: _LaidOut, span: Span, left: float) -> None:
        """The tone behind marked words and the line under them, on each line they run over."""
        if self._colours is None:
            return
        layout, text = laid_out.layout, laid_out.shown.text
        units = [_units(text[: span.start]), _units(text[: span.end])]
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(units[0], line.textStart())
            end = min(units[1], line.textStart() + line.textLength())
            if start >= end:
                continue
            x1, x2 = _x(line, start), _x(line, end)
            box = QRectF(left + x1 - 1, number * self._line_height + 1, x2 - x1 + 2, self._line_height - 3)
            painter.fillRect(box, QColor(self._colours.words))
            painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), _UNDERLINE), QColor(self._colours.ink))

    def _indent(self) -> int:
        return round(QFontMetricsF(self._tag_font).horizontalAdvance(self._tag)) + _TAG_GAP if self._tag else 0

    def _lay_out(self, width: int) -> _LaidOut:
        room = max(60, width - self._indent() - 2)
        known = self._laid_out.get(room)
        if known is not None:
            return known
        if len(self._laid_out) >= _MOST_ROOMS:
            del self._laid_out[next(iter(self._laid_out))]
        budget = room * (self._lines if self._lines == 1 else self._lines - 0.4)
        shown = excerpt(self._text, self._marked, budget, self._metrics.horizontalAdvance)
        layout = QTextLayout(shown.text, self._text_font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(self.layoutDirection())  # Qt takes that of the application else
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, y + (self._line_height - line.height()) / 2))
            y += self._line_height
        layout.endLayout()
        self._laid_out[room] = laid_out = _LaidOut(shown, layout)
        return laid_out


def _units(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _x(line: QTextLine, unit: int) -> float:
    position: Any = line.cursorToX(unit)  # a pair in some versions of PySide6, a number in others
    return float(position[0] if isinstance(position, tuple) else position)
