"""A side's text in a field that is never shown, through which Qt tells a screen reader of letters, caret and marks.

`QAccessibleTextInterface` cannot be served from Python: PySide6 leaves out the methods that answer through pointers,
so that a reader which asks for a selection or for marks would be given chance numbers. The interface of a text field
answers all of them, so a pane hands on that of this field, which follows the pane and which the pane follows.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from PySide6.QtCore import QPointF, QSignalBlocker, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextInterface,
    QColor,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from statement_compare.engine.model import Statement
from statement_compare.ui.compare.marks import Marks
from statement_compare.ui.compare.pane import Pane
from statement_compare.ui.compare.setting import Setting
from statement_compare.ui.compare.shown import Shown, shown
from statement_compare.ui.compare.words import TOLD_VERDICTS
from statement_compare.ui.theme import Theme, VerdictColours


class Mirror(QTextEdit):
    """Holds the letters of the paragraphs as the pane shows them, without numbers and signs, one block a paragraph.

    It is filled when it is first asked for: without a screen reader there is nothing in it.
    """

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._filled: tuple[Statement, Marks, Setting, Theme] | None = None
        self._contents: list[Shown] = []
        self._starts: list[int] = []
        self._offsets = array("q")
        self.hide()
        self.ensurePolished()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cursorPositionChanged.connect(self._lead)
        self.selectionChanged.connect(self._lead)

    def interface(self) -> QAccessibleTextInterface | None:
        """The text as it is now; None where the pane shows none."""
        pane = self._pane
        if pane.statement is None or pane.notice is not None:
            return None
        self._follow()
        found = QAccessible.queryAccessibleInterface(self)
        return found.textInterface() if found is not None else None

    def offset(self, position: int) -> int:
        """Where a position of the source stands in this field, in UTF-16 units."""
        row = max(bisect_right(self._starts, position) - 1, 0)
        content = self._contents[row]
        index = position - content.start
        if index < len(content.begins):
            return self._offsets[row] + content.begins[index]
        return self._offsets[row] + (content.ends[-1] if content.ends else 0)

    def position(self, offset: int) -> int:
        """The position in the source of a place in this field."""
        row = max(bisect_right(self._offsets, offset) - 1, 0)
        return self._contents[row].source(offset - self._offsets[row])

    # The field follows the pane

    def _follow(self) -> None:
        pane = self._pane
        statement = pane.statement
        assert statement is not None
        present = (statement, pane.column.marks, pane.column.setting, pane.look)
        with QSignalBlocker(self):
            if self._filled is None or any(a is not b for a, b in zip(self._filled, present, strict=True)):
                self._fill(*present)
                self._filled = present
            self._take_caret()
            self._lie_over_the_text()

    def _fill(self, statement: Statement, marks: Marks, setting: Setting, look: Theme) -> None:
        paragraphs = self._pane.column.paragraphs
        self._contents = [shown(statement, each, [""] * each.count) for each in paragraphs]
        self._starts = [content.start for content in self._contents]
        units = [len(content.text.encode("utf-16-le", "surrogatepass")) // 2 + 1 for content in self._contents]
        self._offsets = array("q", accumulate(units[:-1], initial=0))
        self.setPlainText("\n".join(content.text for content in self._contents))
        self.document().setDefaultFont(setting.font)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        room = _label_room(setting)
        for paragraph in paragraphs:
            block = QTextBlockFormat()
            block.setLineHeight(setting.line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            block.setBottomMargin(setting.gap_after(paragraph))
            block.setLeftMargin(setting.indent_of(paragraph))
            block.setTextIndent(room(marks[paragraph.first].label(paragraph.first)))
            cursor.setBlockFormat(block)
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        for sentence in statement.sentences:
            for clash in reversed(marks[sentence.id].clashes):
                if clash.verdict in TOLD_VERDICTS:
                    cursor.setPosition(self.offset(clash.span.start))
                    cursor.setPosition(self.offset(clash.span.end), QTextCursor.MoveMode.KeepAnchor)
                    cursor.mergeCharFormat(_marked(look.of(clash.verdict)))
        cursor.endEditBlock()

    def _take_caret(self) -> None:
        anchor, position = self._pane.caret_ends()
        cursor = self.textCursor()
        wanted = (self.offset(anchor), self.offset(position))
        if (cursor.anchor(), cursor.position()) != wanted:
            cursor.setPosition(wanted[0])
            cursor.setPosition(wanted[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _lie_over_the_text(self) -> None:
        """Bring the letter at the caret to where it is painted, so that its box is true and those of its sentence are.

        Further on they are off by the numbers that stand before other sentences in the pane, and not here.
        """
        pane = self._pane
        if self.document().textWidth() != pane.column.width:
            self.document().setTextWidth(pane.column.width)
        painted = pane.viewport().mapTo(pane, pane.caret_rect(pane.caret_ends()[1]).topLeft())
        here = QPointF(self.viewport().mapTo(pane, self.cursorRect().topLeft()))
        self.move(self.pos() + (painted - here).toPoint())

    # The pane follows the field, where a screen reader sets the caret or selects

    def _lead(self) -> None:
        if not self._contents or self._pane.statement is None:
            return
        cursor = self.textCursor()
        self._pane.lead_caret(self.position(cursor.position()), self.position(cursor.anchor()))


def _label_room(setting: Setting) -> Callable[[str], float]:
    """How wide the number and sign before a sentence are; Qt draws a superscript at two thirds of its font."""
    font = setting.label_format(QColor()).font()
    font.setPixelSize(round(font.pixelSize() * 2 / 3))
    return QFontMetricsF(font).horizontalAdvance


def _marked(colours: VerdictColours) -> QTextCharFormat:
    result = QTextCharFormat()
    result.setBackground(QColor(colours.words))
    result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    result.setUnderlineColor(QColor(colours.ink))
    return result
