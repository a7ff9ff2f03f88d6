"""The fonts and measures in which statements are set at one zoom."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFontMetricsF, QTextCharFormat

from statement_compare.engine.model import BlockKind
from statement_compare.ui import fonts
from statement_compare.ui.compare.numbers import np
from statement_compare.ui.compare.rows import Paragraph, Paragraphs

if TYPE_CHECKING:
    pass

LINE_LENGTH = 75
"""Characters of a line at most: on a wide window the margins grow."""

_MANY = 2_000  # paragraphs: as columns of numpy they take a tenth of the time, and fewer do without loading it
_SAMPLE = "The ministry and the company have signed a joint statement on harmful content in the region."


class Setting:
    """Made once for a zoom, so that painting allocates none."""

    def __init__(self, zoom_percent: int = 100) -> None:
        share = zoom_percent / 100
        self.zoom_percent = zoom_percent
        size = max(round(fonts.READING_PX * share), 6)
        self.font = fonts.reading_font(size)
        self.heading_font = fonts.reading_font(size, is_bold=True)
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
        result.setFont(fonts.interface_font(self._label_px, is_strong=True))
        result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        result.setForeground(colour)
        return result

    def blank_format(self) -> QTextCharFormat:
        """The blank between two sentences: wide enough for the borders of both tints."""
        font = fonts.reading_font(self.font.pixelSize())
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

    def estimate(self, paragraphs: Paragraphs, width: float) -> list[float]:
        """About how high paragraphs will be at a width, without laying them out."""
        indents, gaps = paragraphs.by_look(self.indent_of), paragraphs.by_look(self.gap_after)
        per_line = {look: max((width - indent) / self.character_width * 0.96, 1.0) for look, indent in indents.items()}
        if len(paragraphs) < _MANY:
            return [
                max(ceil((length + 4 * count) / per_line[look]), 1) * float(self.line_height) + gaps[look]
                for look, length, count in zip(paragraphs.looks, paragraphs.lengths, paragraphs.counts, strict=True)
            ]
        looks = np.frombuffer(paragraphs.looks, np.uint8)
        per_look, gap_of = np.ones(256), np.zeros(256)
        for look, letters in per_line.items():
            per_look[look], gap_of[look] = letters, gaps[look]
        lengths = np.asarray(paragraphs.lengths) + 4 * np.asarray(paragraphs.counts)
        lines = np.maximum(np.ceil(lengths / per_look[looks]), 1.0)
        result: list[float] = (lines * self.line_height + gap_of[looks]).tolist()
        return result
