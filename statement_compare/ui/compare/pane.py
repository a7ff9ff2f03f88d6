"""One side's text on the screen: painting, scrolling by pixels, and what mouse and keyboard mean there.

A pane takes values and emits intentions. Its scroll position is a whole number of pixels; what is on the screen
stays where it is while heights of paragraphs become known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QVariantAnimation, Signal
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
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from statement_compare.engine.model import Side, Span, Statement, Verdict
from statement_compare.ui.compare import words
from statement_compare.ui.compare.column import Column, Place
from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.compare.layouts import Setting
from statement_compare.ui.compare.marks import Marks
from statement_compare.ui.compare.notice import Notice
from statement_compare.ui.compare.painting import Emphasis, paint_paragraph

FLASH_MS = 700
_CLICK_SLOP = 4
_WHEEL_LINES = 3
_WORD = re.compile(r"\w+(?:['’\-]\w+)*|\S")


class Pane(QAbstractScrollArea):
    """A side's text, or words where there is none."""

    sentence_clicked = Signal(int)
    sentence_activated = Signal(int)
    sentence_hovered = Signal(int)  # -1 where none is under the pointer
    menu_requested = Signal(int, QPoint)  # sentence or -1, global position
    open_requested = Signal()
    files_dropped = Signal(list)
    text_dropped = Signal(str)
    scrolled = Signal(int)  # the position before
    moved = Signal()  # anything that changes where sentences are on the screen
    focused = Signal()

    def __init__(self, side: Side, setting: Setting, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.setObjectName(f"pane_{side.value}")
        self._inks = inks
        self._column = Column(setting, inks.soft)
        self._emphasis = Emphasis()
        self._y = 0
        self._pressed_at: QPoint | None = None
        self._press_position = 0
        self._is_selecting = False
        self._is_own_scroll = False
        self._is_drop_target = False
        self._notice = Notice(words.empty_title(side), words.empty_text(side))
        self._has_problem = False
        self._wheel_rest = 0.0
        self._flash = QVariantAnimation(self)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.valueChanged.connect(self._on_flash)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(160)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAcceptDrops(True)
        self.verticalScrollBar().valueChanged.connect(self._on_bar)
        self._name_for_readers()

    # Values in

    @property
    def column(self) -> Column:
        return self._column

    @property
    def statement(self) -> Statement | None:
        return self._column.statement

    @property
    def emphasis(self) -> Emphasis:
        return self._emphasis

    @property
    def notice(self) -> Notice | None:
        """The words shown in place of a text; None where there is one."""
        statement = self._column.statement
        if self._has_problem or statement is None:
            return self._notice
        if not statement.sentences:
            return Notice("", words.NO_SENTENCES)
        return None

    def set_statement(self, statement: Statement | None, marks: Marks | None = None) -> None:
        """Show a text from its top. A former problem is gone."""
        self._has_problem = False
        self._notice = Notice(words.empty_title(self.side), words.empty_text(self.side))
        if statement is not None and marks is None:
            marks = Marks(self.side, statement)
        self._column.set_statement(statement, marks)
        self._emphasis = Emphasis()
        self._y = 0
        self._name_for_readers()
        self._update_all()

    def set_marks(self, marks: Marks) -> None:
        """Other marks for the same text; what is on the screen stays in its place."""
        place = self._column.place_at(self._y)
        self._column.set_marks(marks)
        if place is not None:
            self._y = round(self._column.y_of(place))
        self._update_all()

    def set_notice(self, notice: Notice, *, is_problem: bool) -> None:
        self._notice = notice
        self._has_problem = is_problem
        self._update_all()

    def set_inks(self, inks: Inks) -> None:
        self._inks = inks
        self._column.set_soft(inks.soft)
        self.viewport().update()

    def set_setting(self, setting: Setting) -> None:
        """Another zoom; the same text stays at the top."""
        place = self._column.place_at(self._y)
        self._column.set_setting(setting)
        self._return_to(place)

    def set_chosen(self, sentences: frozenset[int], verdict: Verdict | None) -> None:
        self._emphasis = replace(self._emphasis, chosen=sentences, chosen_verdict=verdict)
        self.viewport().update()

    def set_hovered(self, sentences: frozenset[int]) -> None:
        if sentences != self._emphasis.hovered:
            self._emphasis = replace(self._emphasis, hovered=sentences)
            self.viewport().update()

    def set_hits(self, hits: tuple[Span, ...], current: Span | None) -> None:
        self._emphasis = replace(self._emphasis, hits=hits, current_hit=current)
        self.viewport().update()

    def set_cursor(self, sentence: int | None) -> None:
        """The sentence that the keyboard is at."""
        self._emphasis = replace(self._emphasis, cursor=sentence)
        self.viewport().update()

    def flash(self) -> None:
        """Let the chosen sentences light up for a moment, unless the desktop wants no animation."""
        if self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) <= 0:
            return
        self._flash.stop()
        self._flash.setDuration(FLASH_MS)
        self._flash.start()

    def _on_flash(self, value: float) -> None:
        self._emphasis = replace(self._emphasis, flash=float(value))
        self.viewport().update()

    # Selection

    @property
    def selection(self) -> Span | None:
        return self._emphasis.selection

    def selected_text(self) -> str:
        """The selected stretch as it stands in the file."""
        if self._emphasis.selection is None or self.statement is None:
            return ""
        return self._emphasis.selection.of(self.statement.source.text)

    def select(self, selection: Span | None) -> None:
        self._emphasis = replace(self._emphasis, selection=selection)
        self.viewport().update()

    def select_all(self) -> None:
        if self.statement is not None and self.statement.sentences:
            sentences = self.statement.sentences
            self.select(Span(sentences[0].span.start, sentences[-1].span.end))

    def copy(self) -> bool:
        """Put the selected text on the clipboard; returns whether there was any."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    # Scrolling

    @property
    def scroll_y(self) -> int:
        return self._y

    @property
    def reach(self) -> int:
        """The largest scroll position."""
        return max(round(self._column.total) - self.viewport().height(), 0)

    @property
    def scroll_range(self) -> float:
        """The height that an overview of this side stands for: that of the text, at least that of the window."""
        return max(self._column.total, float(self.viewport().height()))

    def scroll_to(self, y: float) -> None:
        """Show the content from `y` on, as far as there is any."""
        former = self._y
        y = round(self._column.settle(max(min(y, self.reach), 0), self.viewport().height()))
        self._y = max(min(y, self.reach), 0)
        self._update_bar()
        self.viewport().update()
        self.scrolled.emit(former)
        self.moved.emit()

    def scroll_by(self, distance: float) -> None:
        if distance < 0 and -distance <= 3 * self.viewport().height():
            self.scroll_to(self._column.reveal(self._y, -distance))
        else:
            self.scroll_to(self._y + distance)

    def show_extent(self, top: float, bottom: float, *, share: float = 1 / 3) -> bool:
        """Scroll so that a stretch is seen, at `share` of the height; nothing moves where it is well in sight."""
        height = self.viewport().height()
        margin = self._column.setting.line_height
        if top >= self._y + margin / 2 and bottom <= self._y + height - margin / 2:
            return False
        self.scroll_to(top - (height - min(bottom - top, height)) * share)
        return True

    def show_sentence(self, sentence: int) -> bool:
        """Scroll to a sentence where it is not well in sight; returns whether anything moved."""
        height = self.viewport().height()
        self._column.settle(self._y, height)
        top, bottom = self._column.sentence_extent(sentence)
        moved = self.show_extent(top, bottom)
        # The paragraphs around it were estimates until now.
        top, bottom = self._column.sentence_extent(sentence)
        return self.show_extent(top, bottom) or moved

    def show_span(self, span: Span) -> None:
        for _ in range(2):
            extent = self._column.span_extent(span.start, span.end)
            if extent is not None:
                self.show_extent(*extent)

    def position(self) -> float:
        """The code point, with a fraction, at the top of the window; 0 at the top of the text."""
        place = self._column.place_at(self._y)
        return self._column.position_of(place) if place is not None and self._y > 0 else 0.0

    def restore(self, position: float) -> None:
        """Show a position that `position` gave before."""
        place = self._column.place_of(position) if position > 0 else None
        if place is None:
            self.scroll_to(0)
            return
        self._return_to(place)
        self._return_to(place)

    def _return_to(self, place: Place | None) -> None:
        if place is not None and len(self._column.rows):
            self._y = max(min(round(self._column.y_of(place)), self.reach), 0)
        self._update_all()

    def visible_sentences(self) -> tuple[int, int] | None:
        """First and last sentence of the paragraphs on the screen; None where there is no text."""
        if not len(self._column.rows) or self._has_problem:
            return None
        first = self._column.row_at(self._y)
        last = self._column.row_at(self._y + self.viewport().height())
        paragraphs = self._column.paragraphs
        return paragraphs[first].first, paragraphs[last].last

    def sentence_screen_y(self, sentence: int) -> float:
        """The middle of a sentence's first line, from the top of the pane."""
        return self._column.sentence_middle(sentence) - self._y

    def _update_bar(self) -> None:
        bar = self.verticalScrollBar()
        self._is_own_scroll = True
        bar.setRange(0, self.reach)
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._column.setting.line_height)
        bar.setValue(self._y)
        self._is_own_scroll = False

    def _on_bar(self, value: int) -> None:
        if not self._is_own_scroll:
            self.scroll_to(value)

    def _update_all(self) -> None:
        if self.viewport().height() > 0 and len(self._column.rows):
            self._y = round(self._column.settle(min(self._y, self.reach), self.viewport().height()))
        self._y = max(min(self._y, self.reach), 0)
        self._update_bar()
        self.viewport().update()
        self.moved.emit()

    def _name_for_readers(self) -> None:
        self.setAccessibleName(words.heard_pane(self.side, self._column.statement))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = event.rect()
        painter.fillRect(dirty, self._inks.paper)
        notice = self.notice
        if notice is not None:
            notice.paint(painter, QRectF(self.viewport().rect()), self._inks, is_problem=self._has_problem)
        else:
            self._paint_text(painter, dirty.top(), dirty.bottom() + 1)
        if self._is_drop_target:
            painter.setPen(self._inks.focus_pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_text(self, painter: QPainter, top: int, bottom: int) -> None:
        column = self._column
        statement = column.statement
        assert statement is not None
        row = column.row_at(self._y + top)
        y = column.row_top(row) - self._y
        width = float(self.viewport().width())
        while row < len(column.rows) and y < bottom:
            layout = column.layout(row)
            painter.save()
            painter.translate(column.left, round(y))
            clip = QRectF(-column.left, top - y, width, bottom - top)
            paint_paragraph(painter, layout, statement, column.marks, self._emphasis, self._inks, clip)
            painter.restore()
            y += layout.height
            row += 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = self._column.place_at(self._y)
        if self._column.set_page_width(self.viewport().width()):
            self._return_to(place)
        else:
            self._update_all()

    # Mouse

    def sentence_at(self, point: QPointF) -> int | None:
        """The sentence whose words are at a point of the viewport."""
        if self.notice is not None:
            return None
        y = self._y + point.y()
        if y < self._column.row_top(0) or y >= self._column.row_top(len(self._column.rows)):
            return None
        row = self._column.row_at(y)
        return self._column.layout(row).sentence_at(point.x() - self._column.left, y - self._column.row_top(row))

    def position_at(self, point: QPointF) -> int:
        """The position in the source that is nearest to a point of the viewport."""
        y = self._y + point.y()
        row = self._column.row_at(y)
        layout = self._column.layout(row)
        return layout.source_position(point.x() - self._column.left, y - self._column.row_top(row))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        if self.notice is not None:
            return
        position = self.position_at(event.position())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.selection is not None:
            self._press_position = self._far_end(self.selection, position)
            self._is_selecting = True
            self._select_to(position)
            return
        self._pressed_at = event.position().toPoint()
        self._press_position = position
        self._is_selecting = False

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
            if not self._has_problem
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
        if self.notice is not None:
            self.open_requested.emit()
        elif not was_selecting and pressed_at is not None:
            self.select(None)
            sentence = self.sentence_at(event.position())
            if sentence is not None:
                self.set_cursor(sentence)
                self.sentence_clicked.emit(sentence)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.notice is not None or self.statement is None:
            return
        position = self.position_at(event.position())
        sentence = self._column.sentence_of_position(position)
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
            sentence = self._emphasis.cursor
            point = self.viewport().rect().center()
            if sentence is not None:
                point = QPoint(round(self._column.left) + 20, round(self.sentence_screen_y(sentence)))
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
            distance = -event.angleDelta().y() / 120 * lines * self._column.setting.line_height
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
        elif not self._move(event):
            super().keyPressEvent(event)

    def _activate(self) -> None:
        if self.notice is not None:
            self.open_requested.emit()
        elif self._emphasis.cursor is not None:
            self.sentence_activated.emit(self._emphasis.cursor)

    def _move(self, event: QKeyEvent) -> bool:
        """Scroll or go to another sentence; whether the key means that."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_ends = key in (Qt.Key.Key_Home, Qt.Key.Key_End) and modifiers == Qt.KeyboardModifier.ControlModifier
        if modifiers != Qt.KeyboardModifier.NoModifier and not is_ends:
            return False
        line, page = self._column.setting.line_height, self.viewport().height() - 2 * self._column.setting.line_height
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
            self.scroll_to(self._column.total)
            self.scroll_to(self._column.total)
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
        cursor = self._emphasis.cursor
        target = visible[0] if cursor is None else cursor + by
        target = max(min(target, len(self.statement.sentences) - 1), 0)
        self.set_cursor(target)
        self.show_sentence(target)
        self.sentence_clicked.emit(target)

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            self._is_drop_target = True
            self.viewport().update()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - Qt's signature
        self._is_drop_target = False
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._is_drop_target = False
        self.viewport().update()
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _take(self, data: QMimeData) -> None:
        """Hand on what was dropped or pasted: files if there are any, else text."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.files_dropped.emit(paths)
        elif data.hasText() and data.text().strip():
            self.text_dropped.emit(data.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
