"""Which words of a sentence are marked: those that carry a reason, cut out of the original text by their spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from statement_compare.engine.model import Comparison, Link, ReasonKind, Sentence, Side, Span, Statement
from statement_compare.engine.text import hidden
from statement_compare.engine.text.one_line import CELL_BORDER

_SPACE = re.compile(r"\s+")

# It looks at a sentence as a whole: to mark all of it would mark nothing.
_WHOLE_SENTENCE = frozenset({ReasonKind.WORDING})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence on one line, and whether a reason rests on it."""

    text: str
    is_marked: bool = False


def statement_of(comparison: Comparison, side: Side) -> Statement:
    return comparison.left if side is Side.LEFT else comparison.right


def words_of(link: Link, side: Side) -> tuple[Span, ...]:
    """The spans of one side that carry the reasons of a link, in order and without overlaps."""
    spans = (
        reason.left if side is Side.LEFT else reason.right
        for reason in link.reasons
        if reason.kind not in _WHOLE_SENTENCE
    )
    return joined(span for span in spans if span is not None)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order; those that overlap become one, and empty ones go."""
    result: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def pieces(sentence: Sentence, text: str, marks: Sequence[Span]) -> tuple[Piece, ...]:
    """A sentence cut at the borders of its marks; runs of white space become one space, hidden characters are seen.

    `text` is the whole side that the spans of the sentence and of `marks` point into.
    """
    cut: list[Piece] = []
    place = sentence.span.start
    for mark in marks:
        start, end = max(mark.start, place), min(mark.end, sentence.span.end)
        if start >= end:
            continue
        cut.append(Piece(text[place:start]))
        cut.append(Piece(text[start:end], is_marked=True))
        place = end
    cut.append(Piece(text[place : sentence.span.end]))
    return _on_one_line(cut)


def _on_one_line(cut: Sequence[Piece]) -> tuple[Piece, ...]:
    lines: list[Piece] = []
    for piece in cut:
        line = _SPACE.sub(" ", piece.text.replace("\t", CELL_BORDER))
        if not lines:
            line = line.lstrip()
        elif lines[-1].text.endswith(" "):
            line = line.lstrip(" ")
        if line:
            lines.append(Piece(hidden.shown(line), piece.is_marked))
    if lines:
        lines[-1] = Piece(lines[-1].text.rstrip(), lines[-1].is_marked)
    return tuple(piece for piece in lines if piece.text)
