"""Where everything of one side stands at the present width: rows, layouts and positions, without a widget.

Positions are content pixels: 0 is the top of the page, `total` its end. Only paragraphs that were drawn have true
heights; changing one of them keeps what is on the screen in its place (`settle`, `reveal`).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from statement_compare.engine.model import Statement
from statement_compare.ui.compare.layouts import LayoutCache, ParagraphLayout
from statement_compare.ui.compare.marks import Marks
from statement_compare.ui.compare.numbers import np
from statement_compare.ui.compare.outline import Box
from statement_compare.ui.compare.rows import Paragraphs, Rows, paragraphs
from statement_compare.ui.compare.setting import Setting
from statement_compare.ui.compare.shown import shown

if TYPE_CHECKING:
    from numpy.typing import NDArray

PAGE_MARGIN = 24
TOP_MARGIN = 14
BOTTOM_MARGIN = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A position that outlives a change of width or zoom: a row and the share of its height."""

    row: int
    share: float


class Column:
    """One side's text set in a column of the page."""

    def __init__(self, setting: Setting, soft: QColor) -> None:
        self._setting = setting
        self._soft = soft
        self._statement: Statement | None = None
        self._marks: Marks | None = None
        self._paragraphs: Paragraphs | None = None
        self._starts: list[int] = []
        self._shares: tuple[NDArray[np.int64], NDArray[np.float64]] | None = None
        self._rows = Rows(())
        self._layouts = LayoutCache()
        self._reveals = False
        self._page_width = 0.0
        self.left = float(PAGE_MARGIN)
        self.width = 1.0

    @property
    def statement(self) -> Statement | None:
        return self._statement

    @property
    def marks(self) -> Marks:
        """The marks of the text; there are none without one."""
        assert self._marks is not None
        return self._marks

    @property
    def setting(self) -> Setting:
        return self._setting

    @property
    def rows(self) -> Rows:
        return self._rows

    @property
    def paragraphs(self) -> Paragraphs:
        """The rows of the text; there are none without one."""
        assert self._paragraphs is not None
        return self._paragraphs

    @property
    def total(self) -> float:
        return TOP_MARGIN + self._rows.total + BOTTOM_MARGIN if len(self._rows) else 0.0

    @property
    def layout_count(self) -> int:
        return len(self._layouts)

    def set_statement(self, statement: Statement | None, marks: Marks | None) -> None:
        """Another text; `marks` are its marks, None without a text."""
        self._statement = statement
        self._marks = marks
        self._paragraphs = paragraphs(statement) if statement else None
        rows = self._paragraphs
        self._starts = [] if rows is None else [rows.starts[first] for first in rows.firsts]
        self._shares = None
        self._estimate_all()

    def set_marks(self, marks: Marks) -> None:
        """Other marks for the same statement: paragraphs whose signs changed are set again when they are seen."""
        self._marks = marks
        self._rows.forget()

    def set_page_width(self, width: float) -> bool:
        """The width of the page; returns whether anything moved."""
        if width == self._page_width:
            return False
        self._page_width = width
        self._fit()
        return True

    def set_setting(self, setting: Setting) -> None:
        self._setting = setting
        self._fit()

    def set_hidden_shown(self, is_shown: bool) -> None:
        """Whether hidden characters are written by their numbers."""
        self._reveals = is_shown
        self._estimate_all()

    def set_soft(self, soft: QColor) -> None:
        self._soft = soft
        self._layouts.clear()

    def _fit(self) -> None:
        """The column in the page: never wider than `LINE_LENGTH` characters, in the middle of what is left."""
        self.width = max(min(self._page_width - 2 * PAGE_MARGIN, self._setting.column_width), 40.0)
        self.left = float(max(round((self._page_width - self.width) / 2), PAGE_MARGIN))
        self._estimate_all()

    def _estimate_all(self) -> None:
        self._layouts.clear()
        rows = self._paragraphs
        self._rows = Rows(() if rows is None else self._setting.estimate(rows, self.width))

    # Places

    def place_at(self, y: float) -> Place | None:
        """What stands at `y`; None at the very top, which stays the top whatever becomes of the heights."""
        if not len(self._rows) or y <= 0:
            return None
        row = self._rows.at(y - TOP_MARGIN)
        share = (y - self.row_top(row)) / max(self._rows.height(row), 1.0)
        return Place(row, share)

    def position_of(self, place: Place) -> float:
        """The code point, with a fraction, that is about at a place."""
        return self._starts[place.row] + place.share * self.paragraphs[place.row].length

    def place_of(self, position: float) -> Place | None:
        """About where a code point is, without laying anything out."""
        if not self._starts:
            return None
        row = max(bisect_right(self._starts, position) - 1, 0)
        return Place(row, min(max((position - self._starts[row]) / max(self.paragraphs[row].length, 1), 0.0), 1.0))

    def y_of(self, place: Place) -> float:
        row = min(place.row, len(self._rows) - 1)
        return self.row_top(row) + place.share * self._rows.height(row)

    def row_top(self, row: int) -> float:
        return TOP_MARGIN + self._rows.top(row)

    def row_at(self, y: float) -> int:
        return self._rows.at(y - TOP_MARGIN)

    def row_of(self, sentence: int) -> int:
        return self.paragraphs.row_of(sentence)

    def sentence_share_y(self, sentence: int) -> float:
        """Where a sentence is, in proportion to the letters before it in its paragraph; strictly in reading order.

        It needs no layout, so any sentence can be asked at any time; the other side's scroll follows it.
        """
        assert self._statement is not None
        row = self.row_of(sentence)
        paragraph = self.paragraphs[row]
        sentences = self._statement.sentences
        before = sentences[sentence].span.start - sentences[paragraph.first].span.start
        share = before / max(paragraph.length, 1)
        text_height = max(self._rows.height(row) - self._setting.gap_after(paragraph), 1.0)
        return self.row_top(row) + min(share, 1.0) * text_height

    def sentence_middle(self, sentence: int) -> float:
        """The middle of a sentence's first line; estimated while its paragraph was not laid out."""
        row = self.row_of(sentence)
        half = self._setting.line_height / 2
        layout = self._layouts.get(row)
        if layout is None:
            return self.sentence_share_y(sentence) + half
        return self.row_top(row) + layout.line_top(sentence) + half

    def sentence_extent(self, sentence: int) -> tuple[float, float]:
        """Top and bottom of a sentence; lays its paragraph out."""
        row = self.row_of(sentence)
        layout = self.layout(row)
        boxes = layout.sentence_boxes(sentence)
        top = self.row_top(row)
        if not boxes:
            return top, top + self._setting.line_height
        return top + min(box.top for box in boxes), top + max(box.bottom for box in boxes)

    def known_boxes(self, sentence: int) -> tuple[Box, ...]:
        """The boxes of a sentence in its row; none while its paragraph was not laid out."""
        layout = self._layouts.get(self.row_of(sentence))
        return layout.sentence_boxes(sentence) if layout is not None else ()

    def span_extent(self, start: int, end: int) -> tuple[float, float] | None:
        """Top and bottom of a stretch of the source; None where no sentence holds it."""
        sentence = self.sentence_of_position(start)
        if sentence is None:
            return None
        row = self.row_of(sentence)
        boxes = self.layout(row).span_boxes(start, end)
        if not boxes:
            return self.sentence_extent(sentence)
        top = self.row_top(row)
        return top + min(box.top for box in boxes), top + max(box.bottom for box in boxes)

    def sentence_of_position(self, position: int) -> int | None:
        """The sentence that holds a position of the source, or the one before it."""
        if self._statement is None or not self._statement.sentences:
            return None
        sentences = self._statement.sentences
        low, high = 0, len(sentences)
        while low < high:
            middle = (low + high) // 2
            if sentences[middle].span.start <= position:
                low = middle + 1
            else:
                high = middle
        return max(low - 1, 0)

    # A caret

    def caret_extent(self, position: int) -> tuple[float, float, float]:
        """Where a caret before `position` stands: its place from the left of the column, its top and its bottom."""
        row = self._row_of_position(position)
        box = self.layout(row).caret_box(position)
        top = self.row_top(row)
        return box.left, top + box.top, top + box.bottom

    def beside(self, position: int, by: int, *, is_word: bool) -> int:
        """The position one letter or word further (`by` is 1) or back (-1); the same one at the ends of the text."""
        row = self._row_of_position(position)
        found = self.layout(row).next_position(position, by, is_word=is_word)
        if found is None and 0 <= row + by < len(self._starts):
            return self._starts[row + 1] if by > 0 else self._end_of_row(row - 1)
        return position if found is None else found

    def above_or_below(self, position: int, by: int, x: float) -> int:
        """The position at `x` in the line below (`by` is 1) or above (-1); an end of the text where there is none."""
        row = self._row_of_position(position)
        layout = self.layout(row)
        line = layout.caret_line(position) + by
        if not 0 <= line < layout.line_count:
            row += by
            if not 0 <= row < len(self._starts):
                return self._starts[0] if by < 0 else self._end_of_row(len(self._starts) - 1)
            layout = self.layout(row)
            line = 0 if by > 0 else layout.line_count - 1
        return layout.source_position(x, (line + 0.5) * self._setting.line_height)

    def line_edge(self, position: int, by: int) -> int:
        """The first (`by` is -1) or last (1) position of the line that `position` is in."""
        layout = self.layout(self._row_of_position(position))
        return layout.line_edges(layout.caret_line(position))[by > 0]

    def _row_of_position(self, position: int) -> int:
        sentence = self.sentence_of_position(position)
        return self.row_of(sentence) if sentence is not None else 0

    def _end_of_row(self, row: int) -> int:
        assert self._statement is not None
        return self._statement.sentences[self.paragraphs[row].last].span.end

    # Layouts

    def layout(self, row: int) -> ParagraphLayout:
        """The layout of a row, made when it is asked for first; the row's height is true from then on."""
        found = self._layouts.get(row)
        if found is not None and self._rows.is_measured(row):
            return found
        assert self._statement is not None
        paragraph = self.paragraphs[row]
        labels = [self.marks[sentence].label(sentence) for sentence in range(paragraph.first, paragraph.last + 1)]
        if found is not None and found.labels == labels:
            self._rows.measure(row, found.height)
            return found
        content = shown(self._statement, paragraph, labels, reveals=self._reveals)
        layout = ParagraphLayout(content, paragraph, self._setting, self.width, self._soft)
        layout.labels = labels
        self._layouts.put(row, layout)
        self._rows.measure(row, layout.height)
        return layout

    def settle(self, y: float, height: float) -> float:
        """Lay out what a window of `height` shows at `y`; returns where the same first row now is."""
        if not len(self._rows):
            return 0.0
        place = self.place_at(y)
        if place is not None and y >= TOP_MARGIN and not self._rows.is_measured(place.row):
            self.layout(place.row)
            y = self.y_of(place)
        y = max(min(y, self.total - height), 0.0)
        row = self.row_at(y)
        end = y + height
        top = self.row_top(row)
        while row < len(self._rows) and top < end:
            if not self._rows.is_measured(row):
                self.layout(row)
            top += self._rows.height(row)
            row += 1
        return max(min(y, self.total - height), 0.0)

    def reveal(self, y: float, distance: float) -> float:
        """Go up by `distance` from `y`, measuring what comes into sight; returns the new position."""
        if not len(self._rows):
            return 0.0
        target = y - distance
        row = self.row_at(y)
        while row > 0 and self.row_top(row) > target:
            row -= 1
            if not self._rows.is_measured(row):
                before = self._rows.height(row)
                self.layout(row)
                target += self._rows.height(row) - before
        return target

    def sentence_places(self) -> NDArray[np.float64]:
        """Where each sentence is in the whole text, 0 to 1, by the heights that are known now."""
        if self._statement is None or not len(self._rows):
            return np.empty(0, dtype=np.float64)
        if self._shares is None:
            self._shares = self._sentence_shares()
        row, share = self._shares
        heights = np.array(self._rows.heights, dtype=np.float64)
        tops = np.concatenate([[0.0], np.cumsum(heights)]) + TOP_MARGIN
        result: NDArray[np.float64] = (tops[row] + share * heights[row]) / self.total
        return result

    def _sentence_shares(self) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The row of each sentence, and the share of its paragraph's letters that stand before it."""
        paragraphs = self.paragraphs
        starts, firsts, lengths = map(np.asarray, (paragraphs.starts, paragraphs.firsts, paragraphs.lengths))
        row = np.repeat(np.arange(len(paragraphs)), paragraphs.counts)
        return row, np.clip((starts - starts[firsts][row]) / np.maximum(lengths, 1)[row], 0.0, 1.0)
