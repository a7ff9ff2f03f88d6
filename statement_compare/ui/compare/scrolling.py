"""Scrolling a column of text by pixels: what is on the screen stays where it is while heights become known."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from statement_compare.engine.model import Span
from statement_compare.ui.compare.column import Column, Place


class ScrolledColumn(QAbstractScrollArea):
    """A column of paragraphs behind a window. The scroll position is a whole number of pixels."""

    scrolled = Signal(int)  # the position before
    moved = Signal()  # anything that changes where sentences are on the screen

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column
        self._y = 0
        self._is_own_scroll = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._on_bar)

    @property
    def column(self) -> Column:
        return self._column

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

    def scroll_to_share(self, share: float) -> None:
        """Bring a place of the text, 0 to 1, to the middle of the window."""
        self.scroll_to(share * self.scroll_range - self.viewport().height() / 2)

    def scroll_by(self, distance: float) -> None:
        if distance < 0 and -distance <= 3 * self.viewport().height():
            self.scroll_to(self._column.reveal(self._y, -distance))
        else:
            self.scroll_to(self._y + distance)

    def show_extent(self, top: float, bottom: float, *, share: float = 1 / 3) -> bool:
        """Scroll so that a stretch is seen, at `share` of the height; returns whether anything moved.

        Nothing moves where it is well in sight, or as well as the ends of the text allow.
        """
        height = self.viewport().height()
        margin = self._column.setting.line_height / 2
        is_top_seen = top >= self._y + (margin if self._y > 0 else 0)
        is_bottom_seen = bottom <= self._y + height - (margin if self._y < self.reach else 0)
        if is_top_seen and is_bottom_seen:
            return False
        former = self._y
        self.scroll_to(top - (height - min(bottom - top, height)) * share)
        return self._y != former

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
        return self._column.position_of(place) if place is not None else 0.0

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = self._column.place_at(self._y)
        if self._column.set_page_width(self.viewport().width()):
            self._return_to(place)
        else:
            self._update_all()
