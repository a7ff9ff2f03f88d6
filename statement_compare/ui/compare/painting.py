"""How a paragraph is painted: tints, clashing words, hits, selection, letters, and the line around the chosen pair."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from statement_compare.engine.model import BlockKind, Span, Statement, Verdict
from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.compare.layouts import ParagraphLayout
from statement_compare.ui.compare.marks import Mark, Marks
from statement_compare.ui.compare.outline import Box
from statement_compare.ui.compare.words import TOLD_VERDICTS

_TINT_MARGIN = 2.0
_OUTLINE_MARGIN = 3.5
_CORNER = 3.0
_OUTLINE_CORNER = 4.5


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What is pointed at: sentence ids, hits of a search and the selected stretch, all in the source.

    `hits` are in reading order, each within one sentence. `caret` stands before a code point; the selection runs from
    it or to it. `picked` are to be linked. `flash` is 1 right after a jump and falls to 0.
    """

    chosen: frozenset[int] = frozenset()
    chosen_verdict: Verdict | None = None
    hovered: frozenset[int] = frozenset()
    hits: tuple[Span, ...] = ()
    current_hit: Span | None = None
    selection: Span | None = None
    cursor: int | None = None
    picked: frozenset[int] = frozenset()
    caret: int | None = None
    flash: float = 0.0


def paint_paragraph(
    painter: QPainter,
    layout: ParagraphLayout,
    statement: Statement,
    marks: Marks,
    emphasis: Emphasis,
    inks: Inks,
    clip: QRectF,
) -> None:
    """Paint one paragraph with the painter's origin at its top left corner; `clip` is in the same coordinates."""
    paragraph = layout.paragraph
    sentences = range(paragraph.first, paragraph.last + 1)
    painter.setPen(Qt.PenStyle.NoPen)
    for sentence in sentences:
        mark = marks[sentence]
        if mark.verdict is not None and not mark.is_dimmed:
            ink = inks.verdicts[mark.verdict]
            boxes = layout.sentence_boxes(sentence)
            _fill(painter, boxes, ink.tint, 1, 1)
            if sentence in emphasis.chosen and emphasis.flash > 0:
                painter.setOpacity(emphasis.flash)
                _fill(painter, boxes, ink.words, 1, 1)
                painter.setOpacity(1.0)
    for sentence in sentences:
        mark = marks[sentence]
        if mark.clashes:
            _paint_clashes(painter, layout, mark, inks, is_chosen=sentence in emphasis.chosen)
        elif mark.is_unanswered:
            for box in layout.sentence_boxes(sentence):
                inks.dotted.paint(painter, box.left, box.right, box.bottom)
    start, end = statement.sentences[sentences[0]].span.start, statement.sentences[sentences[-1]].span.end
    painter.setPen(Qt.PenStyle.NoPen)
    first_hit = bisect_left(emphasis.hits, start, key=lambda hit: hit.start)
    for hit in takewhile(lambda hit: hit.start < end, islice(emphasis.hits, first_hit, None)):
        _fill(painter, layout.span_boxes(hit.start, hit.end), inks.found, 2, 3, margin=0.5)
    selection = emphasis.selection
    if selection is not None and selection.start < end and selection.end > start:
        _fill(painter, layout.span_boxes(selection.start, selection.end), inks.selection, 1, 1, margin=0, corner=0)
    painter.setPen(inks.text_pen)
    layout.draw(painter, QPointF(0, 0), clip)
    if paragraph.kind == BlockKind.LIST_ITEM:
        _paint_bullet(painter, layout, inks)
    elif paragraph.kind == BlockKind.TABLE_CELL:
        painter.fillRect(QRectF(2, 1, 1, layout.text_height - 2), inks.line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _paint_outlines(painter, layout, marks, emphasis, inks)


def _paint_outlines(painter: QPainter, layout: ParagraphLayout, marks: Marks, emphasis: Emphasis, inks: Inks) -> None:
    paragraph = layout.paragraph
    current = emphasis.current_hit
    if current is not None:
        painter.setPen(inks.found_outline)
        for box in layout.span_boxes(current.start, current.end):
            painter.drawRoundedRect(
                QRectF(box.left - 1.5, box.top + 1.5, box.right - box.left + 3, box.bottom - box.top - 3), 2, 2
            )
    for sentence in range(paragraph.first, paragraph.last + 1):
        if sentence in emphasis.picked:
            painter.setPen(inks.picked_outline)
        elif sentence in emphasis.chosen:
            verdict = emphasis.chosen_verdict
            painter.setPen(inks.verdicts[verdict].outline if verdict is not None else inks.plain_outline)
        elif sentence == emphasis.cursor:
            painter.setPen(inks.cursor_outline)
        elif sentence in emphasis.hovered:
            verdict = marks[sentence].verdict
            painter.setPen(inks.verdicts[verdict].hover if verdict is not None else inks.plain_hover)
        else:
            continue
        painter.drawPath(layout.sentence_outline(sentence, _OUTLINE_MARGIN, _OUTLINE_CORNER))


def _fill(
    painter: QPainter,
    boxes: Sequence[Box],
    brush: QBrush,
    above: float,
    below: float,
    margin: float = _TINT_MARGIN,
    corner: float = _CORNER,
) -> None:
    painter.setBrush(brush)
    for box in boxes:
        painter.drawRoundedRect(
            QRectF(
                box.left - margin,
                box.top + above,
                box.right - box.left + 2 * margin,
                box.bottom - box.top - above - below,
            ),
            corner,
            corner,
        )


def _paint_clashes(painter: QPainter, layout: ParagraphLayout, mark: Mark, inks: Inks, *, is_chosen: bool) -> None:
    """The words that carry a verdict; those of agreements show only in the chosen pair, so that the page stays calm."""
    for clash in reversed(mark.clashes):  # the most notable on top
        if clash.verdict not in TOLD_VERDICTS and not is_chosen:
            continue
        ink = inks.verdicts[clash.verdict]
        for box in layout.span_boxes(clash.span.start, clash.span.end):
            width = box.right - box.left + 1
            painter.setBrush(ink.words)
            painter.drawRoundedRect(QRectF(box.left - 0.5, box.top + 2, width, box.bottom - box.top - 4), 2, 2)
            painter.fillRect(QRectF(box.left - 0.5, box.bottom - 3, width, 2), ink.underline)


def _paint_bullet(painter: QPainter, layout: ParagraphLayout, inks: Inks) -> None:
    if layout.begins_with_bullet:
        return
    middle = layout.line_height / 2 + 1
    size = max(layout.line_height / 6.5, 3.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.soft)
    painter.drawEllipse(QPointF(layout.indent / 2 - 2, middle), size / 2, size / 2)
