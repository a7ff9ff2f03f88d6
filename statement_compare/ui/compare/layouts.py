"""How a paragraph's text is set: the one place where code points of a statement meet the UTF-16 units of Qt.

A paragraph flows; before each sentence stands its number and sign as a small superscript that is not part of the
text. White space is shown as single blanks, control characters as a replacement sign, and what turns directions not
at all, so that words stand in the order in which they are read; or all of these by their numbers, for a person who
asks to see them. Spans stay those of the original text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from statement_compare.engine.model import BlockKind, Statement
from statement_compare.engine.text import hidden
from statement_compare.ui import theme as look
from statement_compare.ui.compare.outline import Box
from statement_compare.ui.compare.outline import outline as outline_of
from statement_compare.ui.compare.rows import Paragraph

LINE_LENGTH = 75
"""Characters of a line at most: on a wide window the margins grow."""

_SAMPLE = "The ministry and the company have signed a joint statement on harmful content in the region."
_NEEDS_CARE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe"
    r"\U00010000-\U0010ffff]"
    r"|\s\s|[^\S \u00a0\u202f\u2007]"
)
_UNBREAKABLE = frozenset("\u00a0\u202f\u2007")
_TOKEN = re.compile(r"‹U\+[0-9A-F]{4,6}›")
_RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u08ff\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_BULLET = re.compile(r"[^\w\s\"'“”„«»‘’(\[]|\w{1,3}[.)]\s")


class Setting:
    """The fonts and measures of one zoom; made once, so that painting allocates none."""

    def __init__(self, zoom_percent: int = 100) -> None:
        share = zoom_percent / 100
        self.zoom_percent = zoom_percent
        size = max(round(look.READING_PX * share), 6)
        self.font = look.reading_font(size)
        self.heading_font = look.reading_font(size, is_bold=True)
        metrics = QFontMetricsF(self.font)
        self.character_width = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        self.column_width = self.character_width * LINE_LENGTH
        self.line_height = round(size * 1.62)
        self.baseline = round((self.line_height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())
        self.paragraph_gap = round(13 * share)
        self.item_gap = round(5 * share)
        self.heading_gap = round(8 * share)
        self.indent = round(20 * share)
        self._label_px = max(round(15 * share), 9)
        self._blank_spread = 4 * share

    def label_format(self, colour: QColor) -> QTextCharFormat:
        """Number and sign: Qt draws a superscript at two thirds of its font."""
        result = QTextCharFormat()
        result.setFont(look.interface_font(self._label_px, is_strong=True))
        result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        result.setForeground(colour)
        return result

    def blank_format(self) -> QTextCharFormat:
        """The blank between two sentences: wide enough for the borders of both tints."""
        font = look.reading_font(self.font.pixelSize())
        font.setWordSpacing(self._blank_spread)
        result = QTextCharFormat()
        result.setFont(font)
        return result

    def gap_after(self, paragraph: Paragraph) -> int:
        if paragraph.continues:
            return 0
        if paragraph.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL) and not paragraph.ends_group:
            return self.item_gap
        if paragraph.kind == BlockKind.HEADING:
            return self.heading_gap
        return self.paragraph_gap

    def indent_of(self, paragraph: Paragraph) -> int:
        return self.indent if paragraph.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL) else 0

    def estimate(self, paragraphs: Sequence[Paragraph], width: float) -> NDArray[np.float64]:
        """About how high paragraphs will be at a width, without laying them out."""
        table = np.array(
            [
                (paragraph.length + 4 * paragraph.count, self.indent_of(paragraph), self.gap_after(paragraph))
                for paragraph in paragraphs
            ],
            dtype=np.float64,
        ).reshape(-1, 3)
        per_line = np.maximum((width - table[:, 1]) / self.character_width * 0.96, 1.0)
        lines = np.maximum(np.ceil(table[:, 0] / per_line), 1.0)
        result: NDArray[np.float64] = lines * self.line_height + table[:, 2]
        return result


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as Qt gets it: `text`, and for each code point of the source where its units begin and end.

    `start` is the source position of the first code point. `labels` and `blanks` are (begin, end) in units;
    `labels[k]` belongs to the k-th sentence of the paragraph; `tokens` stand for hidden characters.
    """

    text: str
    start: int
    begins: array[int]
    ends: array[int]
    labels: tuple[tuple[int, int], ...]
    blanks: tuple[tuple[int, int], ...]
    tokens: tuple[tuple[int, int], ...] = ()

    def units(self, start: int, end: int) -> tuple[int, int]:
        """The units of a stretch of the source, cut to this paragraph; (0, 0) where it holds none of it."""
        first = max(start - self.start, 0)
        last = min(end - self.start, len(self.begins))
        if first >= last:
            return 0, 0
        return self.begins[first], self.ends[last - 1]

    def source(self, unit: int) -> int:
        """The source position of a unit; that of the sentence's first letter for a unit in a label."""
        index = bisect_right(self.begins, unit) - 1
        if index >= 0 and unit >= self.ends[index]:
            index += 1
        return self.start + max(index, 0)


def shown(statement: Statement, paragraph: Paragraph, labels_before: Sequence[str], *, reveals: bool = False) -> Shown:
    """The text of a paragraph with a label before each sentence, "" for none; `reveals` hidden characters."""
    source = statement.source.text
    sentences = statement.sentences[paragraph.first : paragraph.last + 1]
    # Among words that run from right to left the signs around a number would change places.
    needs_isolation = reveals and _RIGHT_TO_LEFT.search(
        hidden.neutral(source[sentences[0].span.start : sentences[-1].span.end])
    )
    pieces: list[str] = []
    begins, ends = array("i"), array("i")
    labels: list[tuple[int, int]] = []
    blanks: list[tuple[int, int]] = []
    tokens: list[tuple[int, int]] = []
    unit = 0
    was_blank = True

    def emit(text: str) -> None:
        nonlocal unit, was_blank
        revealed = frozenset(hidden.places(text)) if reveals else frozenset()
        if not revealed and _NEEDS_CARE.search(text) is None and not (was_blank and text.startswith(" ")):
            pieces.append(text)
            begins.extend(range(unit, unit + len(text)))
            unit += len(text)
            ends.extend(range(unit - len(text) + 1, unit + 1))
            was_blank = text.endswith(" ")
            return
        for place, character in enumerate(text):
            is_token = place in revealed
            piece = hidden.token(character) if is_token else _piece(character, was_blank=was_blank)
            if is_token and needs_isolation:
                piece = f"\u2066{piece}\u2069"
            begins.append(unit)
            if piece:
                pieces.append(piece)
                unit += 2 if piece > "\uffff" else len(piece)
                if is_token:
                    tokens.append((begins[-1], unit))
                was_blank = piece == " "
            ends.append(unit)

    for index, (sentence, label) in enumerate(zip(sentences, labels_before, strict=True)):
        if index:
            before = unit
            was_blank = False
            emit(source[sentences[index - 1].span.end : sentence.span.start])
            if unit > before:
                blanks.append((before, unit))
        labels.append((unit, unit + len(label)))
        pieces.append(label)
        unit += len(label)
        was_blank = True
        emit(sentence.span.of(source))
    return Shown("".join(pieces), sentences[0].span.start, begins, ends, tuple(labels), tuple(blanks), tuple(tokens))


def _piece(character: str, *, was_blank: bool) -> str:
    if character.isspace() and character not in _UNBREAKABLE:
        return "" if was_blank else " "
    return hidden.neutral(character)


class ParagraphLayout:
    """A paragraph set at a width. All boxes are relative to its top left corner."""

    def __init__(self, content: Shown, paragraph: Paragraph, setting: Setting, width: float, soft: QColor) -> None:
        self._content = content
        self._setting = setting
        self.paragraph = paragraph
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
        self._is_mixed = _RIGHT_TO_LEFT.search(content.text) is not None
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

    def forget(self, row: int) -> None:
        self._kept.pop(row, None)

    def rows(self) -> tuple[int, ...]:
        return tuple(self._kept)

    def clear(self) -> None:
        self._kept.clear()
