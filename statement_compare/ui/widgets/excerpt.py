"""Which words of a sentence are shown where there is no room for all: those that matter and their neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from statement_compare.engine.model import Span

GAP = " … "
_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A shortened text and where its marked words stand in it, in code points."""

    text: str
    marked: tuple[Span, ...]


def excerpt(text: str, marked: Sequence[Span], room: float, width_of: Callable[[str], float]) -> Excerpt:
    """`text` cut to `room`, as `width_of` measures it: the marked words stay, their neighbours while they fit.

    Where the marked words alone are too long they stay all the same.
    """
    if width_of(text) <= room or not text:
        return Excerpt(text, tuple(marked))
    words = [Span(*match.span()) for match in _WORD.finditer(text)]
    kept = [any(span.start < word.end and word.start < span.end for span in marked) for word in words]
    if not any(kept):
        kept[0] = True
    has_grown = True
    while has_grown:
        has_grown = False
        for index in _neighbours(kept):
            kept[index] = True
            if width_of(_joined(text, words, kept, ()).text) <= room:
                has_grown = True
            else:
                kept[index] = False
    return _joined(text, words, kept, marked)


def _neighbours(kept: Sequence[bool]) -> list[int]:
    """Words beside a kept one; those before it first, as a sentence is understood from its beginning."""
    return [
        i
        for i, is_kept in enumerate(kept)
        if not is_kept and ((i and kept[i - 1]) or (i + 1 < len(kept) and kept[i + 1]))
    ]


def _joined(text: str, words: Sequence[Span], kept: Sequence[bool], marked: Sequence[Span]) -> Excerpt:
    parts: list[str] = []
    moved: list[tuple[int, int, int]] = []  # start and end in `text`, and where that stands in the result
    length = 0
    was_kept = True
    for word, is_kept in zip(words, kept, strict=True):
        if is_kept:
            piece = word.of(text)
            moved.append((word.start, word.end, length))
            parts.append(piece)
            length += len(piece)
        elif was_kept:
            gap = GAP if parts and not parts[-1].endswith(" ") else GAP.lstrip()
            parts.append(gap)
            length += len(gap)
        was_kept = is_kept
    spans = []
    for span in marked:
        places = [
            (at + max(span.start, start) - start, at + min(span.end, end) - start)
            for start, end, at in moved
            if span.start < end and start < span.end
        ]
        if places:
            spans.append(Span(places[0][0], places[-1][1]))
    return Excerpt("".join(parts).rstrip(), tuple(spans))
