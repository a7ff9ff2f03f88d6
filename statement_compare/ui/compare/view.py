"""One side's text on the screen: what is painted where, and what is selected and emphasised in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from statement_compare.engine.model import Side, Span, Statement, Verdict
from statement_compare.ui.compare import words
from statement_compare.ui.compare.column import Column
from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.compare.marks import Marks
from statement_compare.ui.compare.notice import Notice
from statement_compare.ui.compare.painting import Emphasis, paint_paragraph
from statement_compare.ui.compare.scrolling import ScrolledColumn
from statement_compare.ui.compare.setting import Setting
from statement_compare.ui.strings import say
from statement_compare.ui.theme import Theme

FLASH_MS = 700
CARET_PX = 2
_CARET_MARGIN = 2


class TextView(ScrolledColumn):
    """A side's text, or words where there is none. It shows values; `pane.Pane` gives gestures a meaning."""

    def __init__(self, side: Side, setting: Setting, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(Column(setting, inks.soft), parent)
        self.side = side
        self.setObjectName(f"pane_{side.value}")
        self._inks = inks
        self._emphasis = Emphasis()
        self._empty = Notice(words.empty_title(side), words.empty_text())
        self._problem: Notice | None = None
        self._is_waiting = False
        self._is_marked = False
        self.decided: Callable[[int], str] = lambda _: ""
        """What a person decided of a link, by its index, as it is heard."""
        self._flash = QVariantAnimation(self)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.valueChanged.connect(self._on_flash)
        self.setMinimumWidth(160)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._name_for_readers()

    # Values in

    @property
    def statement(self) -> Statement | None:
        return self._column.statement

    @property
    def emphasis(self) -> Emphasis:
        return self._emphasis

    @property
    def look(self) -> Theme:
        """The colours that it is painted in."""
        return self._inks.theme

    @property
    def notice(self) -> Notice | None:
        """The words shown in place of a text; None where there is one."""
        statement = self._column.statement
        if self._problem is not None or statement is None:
            return self._problem or self._empty
        if not statement.sentences:
            return Notice("", say("side.no_sentences"))
        return None

    def set_statement(self, statement: Statement | None, marks: Marks | None = None) -> None:
        """Show a text from its top. A former problem is gone."""
        self._problem, self._is_waiting = None, False
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

    def set_problem(self, notice: Notice) -> None:
        """Words in place of the text, until there is another one."""
        self._problem, self._is_waiting = notice, False
        self._update_all()

    def set_waiting(self, notice: Notice) -> None:
        """Words that stand there until a text comes, and tell of nothing that went wrong."""
        self._problem, self._is_waiting = notice, True
        self._update_all()

    def retranslate(self) -> None:
        """Name the text in the present language; `set_empty_text` says what can be done with an empty side."""
        self._name_for_readers()
        self.viewport().update()

    def set_empty_text(self, text: str) -> None:
        """What an empty side says below its name."""
        self._empty = Notice(words.empty_title(self.side), text)
        self.viewport().update()

    def set_inks(self, inks: Inks) -> None:
        self._inks = inks
        self._column.set_soft(inks.soft)
        self.viewport().update()

    def set_setting(self, setting: Setting) -> None:
        """Another zoom; the same text stays at the top."""
        place = self._column.place_at(self._y)
        self._column.set_setting(setting)
        self._return_to(place)

    def set_hidden_shown(self, is_shown: bool) -> None:
        """Whether hidden characters are written by their numbers; the same text stays at the top."""
        place = self._column.place_at(self._y)
        self._column.set_hidden_shown(is_shown)
        self._return_to(place)

    def set_chosen(self, sentences: frozenset[int], verdict: Verdict | None) -> None:
        self._emphasis = replace(self._emphasis, chosen=sentences, chosen_verdict=verdict)
        self.viewport().update()

    def set_picked(self, sentences: frozenset[int]) -> None:
        """The sentences that are to be linked."""
        self._emphasis = replace(self._emphasis, picked=sentences)
        self.viewport().update()

    def set_hovered(self, sentences: frozenset[int]) -> None:
        if sentences != self._emphasis.hovered:
            self._emphasis = replace(self._emphasis, hovered=sentences)
            self.viewport().update()

    def set_hits(self, hits: tuple[Span, ...], current: Span | None) -> None:
        self._emphasis = replace(self._emphasis, hits=hits, current_hit=current)
        self.viewport().update()

    def set_cursor(self, sentence: int | None) -> None:
        """The sentence that the keyboard is at; a caret in another one goes."""
        caret = self._emphasis.caret
        if caret is not None and self._column.sentence_of_position(caret) != sentence:
            caret = None
        self._emphasis = replace(self._emphasis, cursor=sentence, caret=caret)
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

    @property
    def caret(self) -> int | None:
        """The position in the source that the caret stands before; None where no key has shown one."""
        return self._emphasis.caret

    def set_caret(self, position: int, anchor: int | None = None) -> None:
        """Show a caret, and select what lies between it and `anchor`; its sentence becomes the keyboard's."""
        start, end = sorted((position, position if anchor is None else anchor))
        selection = Span(start, end) if end > start else None
        sentence = self._column.sentence_of_position(position)
        self._emphasis = replace(self._emphasis, caret=position, cursor=sentence, selection=selection)
        self.viewport().update()

    def hide_caret(self) -> None:
        self._emphasis = replace(self._emphasis, caret=None)
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

    @property
    def seen(self) -> tuple[float, float]:
        """Which part of the text is on the screen, 0 to 1."""
        total = self.scroll_range
        if total <= 0 or self.notice is not None:
            return 0.0, 1.0
        return self.scroll_y / total, (self.scroll_y + self.viewport().height()) / total

    def visible_sentences(self) -> tuple[int, int] | None:
        """First and last sentence of the paragraphs on the screen; None where there is no text."""
        if not len(self._column.rows) or self._problem is not None:
            return None
        first = self._column.row_at(self._y)
        last = self._column.row_at(self._y + self.viewport().height())
        paragraphs = self._column.paragraphs
        return paragraphs[first].first, paragraphs[last].last

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
            is_problem = self._problem is not None and not self._is_waiting
            notice.paint(painter, QRectF(self.viewport().rect()), self._inks, is_problem=is_problem)
        else:
            self._paint_text(painter, dirty.top(), dirty.bottom() + 1)
            self._paint_caret(painter)
        if self._is_marked:
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

    def _paint_caret(self, painter: QPainter) -> None:
        if self._emphasis.caret is not None and self.hasFocus():
            painter.fillRect(self.caret_rect(self._emphasis.caret), self._inks.accent)

    def caret_rect(self, position: int) -> QRectF:
        """Where a caret before a position is painted, from the top left of the viewport."""
        x, top, bottom = self._column.caret_extent(position)
        width = max(CARET_PX, round(self._column.setting.line_height / 14))
        height = bottom - top - 2 * _CARET_MARGIN
        return QRectF(round(self._column.left + x) - 1, round(top - self._y) + _CARET_MARGIN, width, height)

    # Places on the screen

    def sentence_at(self, point: QPointF) -> int | None:
        """The sentence whose words are at a point of the viewport."""
        if self.notice is not None:
            return None
        y = self._y + point.y()
        if y < self._column.row_top(0) or y >= self._column.row_top(len(self._column.rows)):
            return None
        row = self._column.row_at(y)
        return self._column.layout(row).sentence_at(point.x() - self._column.left, y - self._column.row_top(row))

    def sentence_rect(self, sentence: int) -> QRect:
        """A box around the lines of a sentence in the viewport; a guess while its paragraph was never in sight."""
        column = self._column
        boxes = column.known_boxes(sentence)
        if boxes:
            left, right = min(box.left for box in boxes), max(box.right for box in boxes)
            top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
            top, bottom = (y + column.row_top(column.row_of(sentence)) for y in (top, bottom))
        else:
            left, right, top = 0.0, column.width, column.sentence_share_y(sentence)
            bottom = top + column.setting.line_height
        return QRectF(column.left + left, top - self._y, right - left, bottom - top).toAlignedRect()

    def position_at(self, point: QPointF) -> int:
        """The position in the source that is nearest to a point of the viewport."""
        y = self._y + point.y()
        row = self._column.row_at(y)
        layout = self._column.layout(row)
        return layout.source_position(point.x() - self._column.left, y - self._column.row_top(row))
