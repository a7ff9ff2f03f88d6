"""What mouse, keyboard and drops mean on one side's text: a pane takes values and emits intentions."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from statement_compare.engine.model import Side, Span
from statement_compare.ui.compare.caret_keys import CARET_KEYS, CaretMove, Unit
from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.compare.setting import Setting
from statement_compare.ui.compare.view import TextView
from statement_compare.ui.incoming import incoming, is_welcome
from statement_compare.ui.widgets.keyboard import is_by_key

_CLICK_SLOP = 4
_WHEEL_LINES = 3
_WORD = re.compile(r"\w+(?:['’\-]\w+)*|\S")
# A menu that opens under the pointer leaves the keyboard here. The menu bar takes it: from there F6 goes elsewhere.
_IS_KEPT = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class Pane(TextView):
    """A text that can be clicked, selected, scrolled by keys and dropped on."""

    sentence_clicked = Signal(int)
    sentence_picked = Signal(int)
    sentence_activated = Signal(int)
    sentence_hovered = Signal(int)  # -1 where none is under the pointer
    menu_requested = Signal(int, QPoint)  # sentence or -1, global position
    open_requested = Signal()
    files_dropped = Signal(list)
    text_dropped = Signal(str)
    focused = Signal()
    keyboard_came = Signal(bool)  # whether keys go here now; true only where no click brought them
    caret_moved = Signal()

    def __init__(self, side: Side, setting: Setting, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(side, setting, inks, parent)
        self._pressed_at: QPoint | None = None
        self._press_position = 0
        self._is_opening = False  # the button went down where there is no text, and asks for one when it comes up
        self._is_selecting = False
        self._wheel_rest = 0.0
        self._had_keyboard = False  # as `keyboard_came` told last, before the menu bar took it
        self._caret_x: float | None = None  # where a caret that goes up and down wants to be
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        if self.notice is not None:
            self._is_opening = self._can_open
            return
        position = self.position_at(event.position())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.selection is not None:
            self._press_position = self._far_end(self.selection, position)
            self._is_selecting = True
            self._select_to(position)
            return
        self._caret_x = None
        self._pressed_at = event.position().toPoint()
        self._press_position = position
        self._is_selecting = False

    @property
    def _can_open(self) -> bool:
        """Whether a click asks for a text: there is none, and none is being read."""
        return self.notice is not None and not self._is_waiting

    @staticmethod
    def _far_end(selection: Span, position: int) -> int:
        return selection.start if position >= selection.start else selection.end

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.notice is None:
            if self._pressed_at is not None:
                moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
                if moved > _CLICK_SLOP:
                    self._is_selecting = True
            if self._is_selecting:
                self._scroll_while_dragging(event.position().y())
                self._select_to(self.position_at(event.position()))
            return
        sentence = self.sentence_at(event.position())
        self.viewport().setCursor(
            Qt.CursorShape.IBeamCursor
            if self.notice is None
            else Qt.CursorShape.PointingHandCursor
            if self._can_open
            else Qt.CursorShape.ArrowCursor
        )
        self.sentence_hovered.emit(-1 if sentence is None else sentence)

    def _scroll_while_dragging(self, y: float) -> None:
        height = self.viewport().height()
        if y < 0:
            self.scroll_by(max(y, -60))
        elif y > height:
            self.scroll_by(min(y - height, 60))

    def _select_to(self, position: int) -> None:
        start, end = sorted((self._press_position, position))
        self.select(Span(start, end) if end > start else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        was_selecting, self._is_selecting = self._is_selecting, False
        pressed_at, self._pressed_at = self._pressed_at, None
        is_opening, self._is_opening = self._is_opening, False
        if self.notice is not None:
            if is_opening and self._can_open and self.viewport().rect().contains(event.position().toPoint()):
                self.open_requested.emit()
        elif not was_selecting and pressed_at is not None:
            self.select(None)
            self.hide_caret()
            sentence = self.sentence_at(event.position())
            if sentence is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.sentence_picked.emit(sentence)
            elif sentence is not None:
                self.set_cursor(sentence)
                self.sentence_clicked.emit(sentence)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.notice is not None or self.statement is None:
            return
        position = self.position_at(event.position())
        sentence = self.column.sentence_of_position(position)
        if sentence is None:
            return
        span = self.statement.sentences[sentence].span
        for match in _WORD.finditer(self.statement.source.text, span.start, span.end):
            if match.start() <= position <= match.end():
                self.select(Span(match.start(), match.end()))
                break
        self._pressed_at = None

    def leaveEvent(self, event: QEvent) -> None:
        self.sentence_hovered.emit(-1)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            sentence = self.emphasis.cursor
            point = self.viewport().rect().center()
            if sentence is not None:
                point = QPoint(round(self.column.left) + 20, round(self.sentence_screen_y(sentence)))
            self.menu_requested.emit(-1 if sentence is None else sentence, self.viewport().mapToGlobal(point))
            return
        sentence = self.sentence_at(QPointF(event.pos()))
        self.menu_requested.emit(-1 if sentence is None else sentence, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the window changes the zoom
            return
        if not event.pixelDelta().isNull():
            distance = -float(event.pixelDelta().y())
        else:
            lines = QGuiApplication.styleHints().wheelScrollLines() or _WHEEL_LINES
            distance = -event.angleDelta().y() / 120 * lines * self.column.setting.line_height
        distance += self._wheel_rest
        whole = int(distance)
        self._wheel_rest = distance - whole
        if whole:
            self.scroll_by(whole)
        event.accept()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().mimeData())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate()
        elif event.key() == Qt.Key.Key_Escape and self.emphasis.picked:
            self.sentence_picked.emit(-1)
        elif not self._move(event) and not self._move_caret(event):
            super().keyPressEvent(event)

    def select_all(self) -> None:
        super().select_all()
        self.caret_moved.emit()

    def _activate(self) -> None:
        if self.notice is not None:
            if self._can_open:
                self.open_requested.emit()
            return
        cursor = self.emphasis.cursor
        if cursor is None:
            visible = self.visible_sentences()
            cursor = visible[0] if visible is not None else None
        if cursor is None:
            return
        if cursor in self.emphasis.chosen:
            self.sentence_activated.emit(cursor)
        else:
            self._choose(cursor)

    def _move(self, event: QKeyEvent) -> bool:
        """Scroll or go to another sentence; whether the key means that."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_ends = key in (Qt.Key.Key_Home, Qt.Key.Key_End) and modifiers == Qt.KeyboardModifier.ControlModifier
        if modifiers != Qt.KeyboardModifier.NoModifier and not is_ends:
            return False
        line, page = self.column.setting.line_height, self.viewport().height() - 2 * self.column.setting.line_height
        distance = {
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }.get(Qt.Key(key))
        if distance is not None:
            self.scroll_by(distance)
        elif key == Qt.Key.Key_Home:
            self.scroll_to(0)
        elif key == Qt.Key.Key_End:
            self.scroll_to(self.column.total)
            self.scroll_to(self.column.total)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """The keyboard's sentence moves to the next or the one before."""
        visible = self.visible_sentences()
        if visible is None or self.statement is None:
            return
        cursor = self.emphasis.cursor
        target = visible[0] if cursor is None else cursor + by
        self._choose(max(min(target, len(self.statement.sentences) - 1), 0))

    def _choose(self, sentence: int) -> None:
        """As a click does, with the caret before the sentence."""
        assert self.statement is not None
        self._caret_x = None
        self.set_caret(self.statement.sentences[sentence].span.start)
        self.show_sentence(sentence)
        self.sentence_clicked.emit(sentence)

    def _move_caret(self, event: QKeyEvent) -> bool:
        """Move the caret, and with Shift select up to it; whether the key means that.

        Without Shift, Ctrl goes by words and Alt by letters, as plain arrows go by sentences and lines.
        """
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        move = CARET_KEYS.get((Qt.Key(event.key()), modifiers))
        if move is None or self.notice is not None:
            return False
        anchor, start = self.caret_ends()
        position = self._caret_after(start, move)
        self.set_caret(position, anchor if modifiers & Qt.KeyboardModifier.ShiftModifier else None)
        self.show_span(Span(position, position + 1))
        self.caret_moved.emit()
        return True

    def _caret_after(self, position: int, move: CaretMove) -> int:
        column = self.column
        if move.unit is not Unit.LINE:
            self._caret_x = None
        match move.unit:
            case Unit.LETTER | Unit.WORD:
                return column.beside(position, move.by, is_word=move.unit is Unit.WORD)
            case Unit.LINE:
                if self._caret_x is None:
                    self._caret_x = column.caret_extent(position)[0]
                return column.above_or_below(position, move.by, self._caret_x)
            case Unit.LINE_END:
                return column.line_edge(position, move.by)
            case Unit.TEXT_END:
                assert self.statement is not None
                sentences = self.statement.sentences
                return sentences[0].span.start if move.by < 0 else sentences[-1].span.end

    # The caret, for what stands in for a person's keys

    def caret_ends(self) -> tuple[int, int]:
        """Where a selection began, and the caret at its other end.

        Without a selection both are the same: the caret, or the last click, or the start of the keyboard's sentence.
        """
        assert self.statement is not None
        sentences, selection, caret = self.statement.sentences, self.selection, self.caret
        if selection is not None:
            ends = (selection.start, selection.end)
            if caret not in ends:  # it was selected with the mouse, which began where it was pressed
                caret = selection.start if self._press_position == selection.end else selection.end
            return ends[caret == selection.start], caret
        if caret is None:
            visible = self.visible_sentences()
            first = visible[0] if visible is not None else 0
            span = sentences[first if self.emphasis.cursor is None else self.emphasis.cursor].span
            caret = self._press_position if span.start < self._press_position <= span.end else span.start
        return caret, caret

    def lead_caret(self, position: int, anchor: int) -> None:
        """Another program, such as a screen reader, put the caret somewhere or selected."""
        self._caret_x = None
        if (anchor, position) != self.caret_ends() or self.caret is None:
            self.set_caret(position, anchor)
            self.show_span(Span(position, position + 1))
            self.caret_moved.emit()

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()):
            event.acceptProposedAction()
            self._mark(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - Qt's signature
        self._mark(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(False)
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _take(self, data: QMimeData) -> None:
        """Hand on what was dropped or pasted: files if there are any, else text."""
        found = incoming(data)
        if found.paths:
            self.files_dropped.emit(list(found.paths))
        elif found.text:
            self.text_dropped.emit(found.text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()  # for the caret
        self.focused.emit()
        if is_by_key(event):
            self._tell_keyboard(is_here=True)
        elif event.reason() == Qt.FocusReason.MouseFocusReason:
            self._tell_keyboard(is_here=False)
        elif event.reason() == Qt.FocusReason.MenuBarFocusReason:
            self.keyboard_came.emit(self._had_keyboard)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        if event.reason() == Qt.FocusReason.MenuBarFocusReason:
            self.keyboard_came.emit(False)
        elif event.reason() not in _IS_KEPT:
            self._tell_keyboard(is_here=False)

    def _tell_keyboard(self, *, is_here: bool) -> None:
        self._had_keyboard = is_here
        self.keyboard_came.emit(is_here)

    def _mark(self, is_target: bool) -> None:
        self._is_marked = is_target
        self.viewport().update()
