"""What a screen reader finds in a pane: a text with a caret, and the sentences in it, the verdict first in each name.

The list of findings is the second, complete way; this one lets a reader walk through a text in its own order, sentence
by sentence, word by word or letter by letter.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr

from statement_compare.ui.compare import words
from statement_compare.ui.compare.mirror import Mirror
from statement_compare.ui.compare.pane import Pane
from statement_compare.ui.widgets.painted import Painted, PaintedAccess

_INSTALLED = "statementCompareAccessInstalled"


def install() -> None:
    """Make panes and other painted parts known to assistive programs, once for the application."""
    application = QCoreApplication.instance()
    if application is not None and not application.property(_INSTALLED):
        QAccessible.installFactory(_interface_for)
        application.setProperty(_INSTALLED, True)


def announce(pane: Pane, sentence: int) -> None:
    """Let a screen reader speak a sentence that the keyboard went to."""
    if QAccessible.isActive():
        event = QAccessibleEvent(pane, QAccessible.Event.Focus)
        event.setChild(sentence)
        QAccessible.updateAccessibility(event)


def _interface_for(_class_name: str, target: QObject | None) -> QAccessibleInterface | None:
    if isinstance(target, Pane):
        return PaneAccess(target)
    return PaintedAccess(target) if isinstance(target, Painted) else None


class PaneAccess(QAccessibleWidget):
    """A side's text as a document."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane, QAccessible.Role.Document)
        self._pane = pane
        self._children: dict[int, SentenceAccess] = {}
        self._mirror = Mirror(pane)
        self._is_sentence_told = False
        pane.caret_moved.connect(self._tell_caret)
        pane.sentence_clicked.connect(self._tell_sentence)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        """The text of the pane is that of its mirror. Qt takes a null pointer for "has no such thing", and not None."""
        found = (
            self._mirror.interface()
            if kind == QAccessible.InterfaceType.TextInterface
            else super().interface_cast(kind)
        )
        return VoidPtr(0) if found is None else found

    def state(self) -> QAccessible.State:
        result = super().state()
        result.readOnly = True
        result.multiLine = True
        result.selectableText = True
        return result

    def _tell_sentence(self, _sentence: int) -> None:
        self._is_sentence_told = True

    def _tell_caret(self) -> None:
        """Let a screen reader follow the caret; it listens to what has the focus, which may be a sentence."""
        if not QAccessible.isActive() or self._mirror.interface() is None:
            return
        pane, (anchor, caret) = self._pane, self._pane.caret_ends()
        if self._is_sentence_told:
            self._is_sentence_told = False
            QAccessible.updateAccessibility(QAccessibleEvent(pane, QAccessible.Event.Focus))
        start, end = sorted((self._mirror.offset(anchor), self._mirror.offset(caret)))
        told = QAccessibleTextSelectionEvent(pane, start, end)
        told.setCursorPosition(self._mirror.offset(caret))
        QAccessible.updateAccessibility(told)
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(pane, self._mirror.offset(caret)))

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return words.heard_pane(self._pane.side, self._pane.statement)
        if kind == QAccessible.Text.Description and self._pane.notice is not None:
            notice = self._pane.notice
            return f"{notice.title}. {notice.text}" if notice.title else notice.text
        return ""

    def childCount(self) -> int:
        statement = self._pane.statement
        return len(statement.sentences) if statement is not None and self._pane.notice is None else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        found = self._children.get(index)
        if found is None:
            found = self._children[index] = SentenceAccess(self, self._pane, index)
        return found

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.sentence if isinstance(child, SentenceAccess) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = self._pane.viewport().mapFromGlobal(QPoint(x, y))
        sentence = self._pane.sentence_at(QPointF(point))
        return self.child(sentence) if sentence is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        cursor = self._pane.emphasis.cursor
        return self.child(cursor) if cursor is not None and self._pane.hasFocus() else None


class SentenceAccess(QAccessibleInterface):
    """One sentence: a name that ends with its place, and where it is on the screen."""

    def __init__(self, parent: PaneAccess, pane: Pane, sentence: int) -> None:
        super().__init__()
        self._parent = parent
        self._pane = pane
        self.sentence = sentence

    def isValid(self) -> bool:
        statement = self._pane.statement
        return statement is not None and self.sentence < len(statement.sentences)

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._pane.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._parent

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002
        return None

    def childCount(self) -> int:
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002 - Qt's signature
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Paragraph

    def rect(self) -> QRect:
        """Around the lines of the sentence, in global pixels; estimated while it is out of sight."""
        if not self.isValid():
            return QRect()
        box = self._pane.sentence_rect(self.sentence)
        return QRect(self._pane.viewport().mapToGlobal(box.topLeft()), box.size())

    def state(self) -> QAccessible.State:
        result = QAccessible.State()
        result.readOnly = True
        result.selectable = True
        result.focusable = True
        result.selected = self.sentence in self._pane.emphasis.chosen | self._pane.emphasis.picked
        result.focused = self.sentence == self._pane.emphasis.cursor and self._pane.hasFocus()
        visible = self._pane.visible_sentences()
        result.offscreen = visible is None or not visible[0] <= self.sentence <= visible[1]
        return result

    def text(self, kind: QAccessible.Text) -> str:
        statement = self._pane.statement
        if statement is None or not self.isValid():
            return ""
        sentence, mark = statement.sentences[self.sentence], self._pane.column.marks[self.sentence]
        match kind:
            case QAccessible.Text.Name:
                decided = self._pane.decided(mark.links[0]) if mark.links else ""
                return words.heard(self._pane.side, sentence, mark, len(statement.sentences), decided)
            case QAccessible.Text.Description:
                return words.heard_clashes(sentence, mark)
            case _:
                return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Statements are never changed."""
