"""A field for a sentence that a person changes: reading type, a dashed border, marked words as in the quotes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from statement_compare.engine.model import Span
from statement_compare.ui.fonts import reading_font
from statement_compare.ui.theme import Theme, VerdictColours
from statement_compare.ui.widgets.quote import READING_PX

_LEAST_LINES, _USUAL_LINES = 1.4, 1.9  # it takes more where there is more room
_AROUND = 14  # pixels of border and padding above and below the text


class SentenceEdit(QPlainTextEdit):
    """Return is no line break here: it emits `confirmed`. Undo is the field's own."""

    confirmed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._px = READING_PX
        self._marked: tuple[Span, ...] = ()
        self._colours: VerdictColours | None = None
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self._dress()

    def show_sentence(self, text: str) -> None:
        """Another sentence, with nothing to undo."""
        self.setPlainText(text)

    def mark(self, marked: Sequence[Span], colours: VerdictColours | None) -> None:
        """Mark words of the present text; marks move with the words while a person types."""
        self._marked, self._colours = tuple(marked), colours
        self.setExtraSelections([self._selection(span) for span in marked] if colours is not None else [])

    @property
    def marked_words(self) -> list[str]:
        """The words that are marked now."""
        return [each.cursor.selectedText() for each in self.extraSelections()]

    def set_size(self, px: int) -> None:
        """Another size of the reading type."""
        self._px = px
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._dress()

    def sizeHint(self) -> QSize:
        return QSize(240, self._height(_USUAL_LINES))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height(_LEAST_LINES))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
            return
        super().keyPressEvent(event)

    def _height(self, lines: float) -> int:
        return round(lines * QFontMetricsF(reading_font(self._px)).lineSpacing()) + _AROUND

    def _dress(self) -> None:
        # The program's style sheet sets the interface type on every widget; only another one can set it back.
        families = ", ".join(f'"{family}"' for family in reading_font().families())
        self.setStyleSheet(
            f"QPlainTextEdit {{ font-family: {families}; font-size: {self._px}px; padding: 3px 6px;"
            f" border: 1px dashed {self._theme.soft}; }}"
            f"QPlainTextEdit:focus {{ border-color: {self._theme.accent}; }}"
        )
        self.updateGeometry()

    def _selection(self, span: Span) -> QTextEdit.ExtraSelection:
        text = self.toPlainText()
        start, end = (len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in (span.start, span.end))
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        looks = QTextCharFormat()
        if self._colours is not None:
            looks.setBackground(QColor(self._colours.words))
            looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            looks.setUnderlineColor(QColor(self._colours.ink))
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, looks
        return selection
