"""How a paragraph is set at a width: its lines, and where its sentences, words and caret are in them.

A paragraph flows; before each sentence stands its number and sign as a small superscript.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import OrderedDict
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from statement_compare.engine.model import BlockKind
from statement_compare.ui.compare.outline import Box
from statement_compare.ui.compare.outline import outline as outline_of
from statement_compare.ui.compare.rows import Paragraph
from statement_compare.ui.compare.setting import Setting
from statement_compare.ui.compare.shown import RIGHT_TO_LEFT, Shown

_TOKEN = re.compile(r"‹U\+[0-9A-F]{4,6}›")
_BULLET = re.compile(r"[^\w\s\"'“”„«»‘’(\[]|\w{1,3}[.)]\s")


class ParagraphLayout:
    """A paragraph set at a width. All boxes are relative to its top left corner."""

    def __init__(self, content: Shown, paragraph: Paragraph, setting: Setting, width: float, soft: QColor) -> None:
        self._content = content
        self._setting = setting
        self.paragraph = paragraph
        self.labels: list[str] = []
        """What stands before its sentences, for whoever keeps layouts."""
        self.indent = setting.indent_of(paragraph)
        font = setting.heading_font if paragraph.kind == BlockKind.HEADING else setting.font
        self.line_height = setting.line_height
        self.begins_with_bullet = _BULLET.match(content.text, content.begins[0]) is not None if content.begins else True
        self._layout = QTextLayout(content.text, font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        is_right_to_left = _is_right_to_left(_TOKEN.sub("", content.text))
        side = Qt.AlignmentFlag.AlignRight if is_right_to_left else Qt.AlignmentFlag.AlignLeft
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_right_to_left else Qt.LayoutDirection.LeftToRight)
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats(soft))
        self._is_mixed = RIGHT_TO_LEFT.search(content.text) is not None
        self._spaces = _units_of_blanks(content.text)
        self._memo: dict[tuple[int, int], tuple[Box, ...]] = {}
        self._paths: dict[tuple[int, int], QPainterPath] = {}
        self._break_lines(width - self.indent)

    def _formats(self, soft: QColor) -> list[QTextLayout.FormatRange]:
        ranges = []
        label_format, blank_format = self._setting.label_format(soft), self._setting.blank_format()
        token_format = QTextCharFormat()
        token_format.setForeground(soft)
        for stretches, format_ in (
            (self._content.labels, label_format),
            (self._content.blanks, blank_format),
            (self._content.tokens, token_format),
        ):
            for begin, end in stretches:
                item = QTextLayout.FormatRange()
                item.start = begin
                item.length = end - begin
                item.format = format_
                ranges.append(item)
        return ranges

    def _break_lines(self, width: float) -> None:
        setting, layout = self._setting, self._layout
        self._lines: list[QTextLine] = []
        self._line_ends: list[int] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            top = len(self._lines) * setting.line_height
            line.setPosition(QPointF(self.indent, top + setting.baseline - line.ascent()))
            self._lines.append(line)
            self._line_ends.append(line.textStart() + line.textLength())
        layout.endLayout()
        self.line_count = max(len(self._lines), 1)
        self.text_height = self.line_count * setting.line_height
        self.height = self.text_height + setting.gap_after(self.paragraph)

    def draw(self, painter: QPainter, position: QPointF, clip: QRectF) -> None:
        """Draw the letters; their colour is the painter's pen."""
        self._layout.draw(painter, position, [], clip)

    def span_boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of a stretch of the source (code points), one or more a line."""
        return self._boxes(*self._content.units(start, end))

    def sentence_boxes(self, sentence: int) -> tuple[Box, ...]:
        """The boxes of a sentence with its label."""
        return self._boxes(*self._sentence_units(sentence))

    def sentence_outline(self, sentence: int, margin: float, radius: float) -> QPainterPath:
        """The rounded line around a sentence that follows its lines of text."""
        units = self._sentence_units(sentence)
        path = self._paths.get(units)
        if path is None:
            path = self._paths[units] = outline_of(self._boxes(*units), margin, radius)
        return path

    def _sentence_units(self, sentence: int) -> tuple[int, int]:
        index = sentence - self.paragraph.first
        labels = self._content.labels
        begin = labels[index][0]
        if index + 1 == len(labels):
            return begin, self._line_ends[-1] if self._line_ends else begin
        following = labels[index + 1][0]
        blank = next((gap for gap in self._content.blanks if gap[1] == following), None)
        return begin, blank[0] if blank else following

    def source_position(self, x: float, y: float) -> int:
        """The position between two code points of the source that is nearest to a point."""
        if not self._lines:
            return self._content.start
        line = self._lines[self._line_number(y)]
        return self._content.source(line.xToCursor(x))

    def sentence_at(self, x: float, y: float) -> int | None:
        """The sentence whose words or label are at a point."""
        for sentence in range(self.paragraph.first, self.paragraph.last + 1):
            for box in self.sentence_boxes(sentence):
                if box.top <= y < box.bottom and box.left - 2 <= x <= box.right + 2:
                    return sentence
        return None

    def line_top(self, sentence: int) -> float:
        """Where the first line of a sentence begins."""
        boxes = self.sentence_boxes(sentence)
        return boxes[0].top if boxes else 0.0

    # A caret between two code points of the source

    def caret_box(self, position: int) -> Box:
        """A box without width where a caret before `position` stands; at a sentence's end, behind its last letter."""
        unit = self._caret_unit(position)
        number = self._line_of_unit(unit)
        top = float(number * self._setting.line_height)
        x = _x_of(self._lines[number], unit) if self._lines else float(self.indent)
        return Box(x, top, x, top + self._setting.line_height)

    def caret_line(self, position: int) -> int:
        """The number of the line that a caret stands in, from 0."""
        return self._line_of_unit(self._caret_unit(position))

    def line_edges(self, line: int) -> tuple[int, int]:
        """The first and the last position of the source that a caret can have in a line."""
        if not self._lines:
            return self._content.start, self._content.start
        begin, end = self._lines[line].textStart(), self._line_ends[line]
        if line + 1 < len(self._lines):
            end = self._layout.previousCursorPosition(end)  # behind the blank the next line would begin
        return self._content.source(begin), self._content.source(end)

    def next_position(self, position: int, by: int, *, is_word: bool) -> int | None:
        """Where a caret goes by one letter or word (`by` is 1 or -1); None where the paragraph ends.

        A letter may be several code points, such as a base and its accent, and is never cut. Labels are passed over.
        """
        mode = QTextLayout.CursorMode.SkipWords if is_word else QTextLayout.CursorMode.SkipCharacters
        step = self._layout.nextCursorPosition if by > 0 else self._layout.previousCursorPosition
        unit = self._caret_unit(position)
        while (following := step(unit, mode)) != unit:
            unit = following
            found = self._content.source(unit)
            if (found - position) * by > 0:
                return found
        return None

    def _caret_unit(self, position: int) -> int:
        begins, ends = self._content.begins, self._content.ends
        index = max(position - self._content.start, 0)
        if index < len(begins):
            return begins[index]
        return ends[-1] if ends else 0

    def _line_of_unit(self, unit: int) -> int:
        return min(bisect_right(self._line_ends, unit), max(len(self._lines) - 1, 0))

    def _line_number(self, y: float) -> int:
        return min(max(int(y // self._setting.line_height), 0), len(self._lines) - 1)

    def _boxes(self, begin: int, end: int) -> tuple[Box, ...]:
        known = self._memo.get((begin, end))
        if known is None:
            known = self._memo[begin, end] = tuple(self._new_boxes(begin, end))
        return known

    def _new_boxes(self, begin: int, end: int) -> list[Box]:
        if begin >= end:
            return []
        while begin > 0 and not self._layout.isValidCursorPosition(begin):
            begin -= 1
        while not self._layout.isValidCursorPosition(end) and end < self._line_ends[-1]:
            end += 1
        result: list[Box] = []
        number = bisect_right(self._line_ends, begin)
        while number < len(self._lines):
            line = self._lines[number]
            first, last = max(begin, line.textStart()), min(end, self._line_ends[number])
            while last > first and last - 1 in self._spaces:
                last -= 1
            if first < last:
                top = number * self._setting.line_height
                for left, right in self._stretches(number, first, last):
                    result.append(Box(left, top, right, top + self._setting.line_height))
            if self._line_ends[number] >= end:
                break
            number += 1
        return result

    def _stretches(self, number: int, first: int, last: int) -> list[tuple[float, float]]:
        """The horizontal stretches of some units of a line: one, or several where directions are mixed."""
        line = self._lines[number]
        if not self._is_mixed:
            return [(_x_of(line, first), _x_of(line, last))]
        # The cursor stands on either side of a place where the direction turns; the drawn letters do not.
        rects = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
        pieces = sorted((rect.left(), rect.right()) for rect in rects if rect.width() > 0)
        merged: list[tuple[float, float]] = []
        for left, right in pieces:
            if merged and left <= merged[-1][1] + 0.5:
                merged[-1] = (merged[-1][0], max(merged[-1][1], right))
            else:
                merged.append((left, right))
        return merged


def _x_of(line: QTextLine, unit: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(unit))
    return x


def _is_right_to_left(text: str) -> bool:
    """The direction of a paragraph: that of its first letter that has one."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _units_of_blanks(text: str) -> frozenset[int]:
    if text.isascii() or max(text, default="") <= "\uffff":
        return frozenset(match.start() for match in re.finditer(" ", text))
    encoded = text.encode("utf-16-le", "surrogatepass")
    return frozenset(index // 2 for index in range(0, len(encoded), 2) if encoded[index : index + 2] == b" \x00")


class LayoutCache:
    """The most recently used paragraph layouts, by row."""

    def __init__(self, most: int = 400) -> None:
        self._most = most
        self._kept: OrderedDict[int, ParagraphLayout] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, row: int) -> ParagraphLayout | None:
        found = self._kept.get(row)
        if found is not None:
            self._kept.move_to_end(row)
        return found

    def put(self, row: int, layout: ParagraphLayout) -> None:
        self._kept[row] = layout
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def clear(self) -> None:
        self._kept.clear()
