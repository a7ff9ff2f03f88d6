"""Which words of a page follow each other on one line, and which of these stretches stand in one row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

# What PDFium gives for a hyphen at a line's end; the same and hyphens themselves.
SOFT_HYPHENS = "\x02\ufffe\u00ad"
HYPHENS = SOFT_HYPHENS + "-\u2010"
# One that stands at the end of a line within a cell.
CELL_HYPHEN = "\u00ad"
# In heights of the font (a height is about 1.2 em): wider than any space of a justified line.
_WIDE_GAP = 0.95


class Word(NamedTuple):
    """A word's text and its place in points, from the page's left and top; `bottom - top` is the font's height.

    A tuple, since a book has hundreds of thousands of them.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    is_bold: bool = False


@dataclass(slots=True)
class Segment:
    """Words that follow each other on one line without a wide gap."""

    words: list[Word]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def segments_of(words: Iterable[Word]) -> list[Segment]:
    """The stretches of a page in the order of its words.

    This is asked for each word of a book, so the last stretch is kept in plain numbers, and `share_row` is written out.
    """
    segments: list[Segment] = []
    last: Segment | None = None
    last_top = last_right = last_bottom = last_height = 0.0
    for word in words:
        _, left, top, right, bottom, _ = word
        height = bottom - top
        gap = left - last_right
        if (
            last is not None
            and -0.5 * height <= gap <= _WIDE_GAP * (last_height if last_height > height else height)
            and (bottom if bottom < last_bottom else last_bottom) - (top if top > last_top else last_top)
            >= 0.5 * (height if height < last_height else last_height)
        ):
            last.words.append(word)
            if right > last_right:
                last.right = last_right = right
            if height > last_height:
                last.top, last.bottom = last_top, last_bottom = top, bottom
                last_height = height
            continue
        last = Segment([word], left, top, right, bottom)
        last_top, last_right, last_bottom, last_height = top, right, bottom, height
        segments.append(last)
    return segments


def share_row(one: Segment, other: Segment) -> bool:
    """Whether two stretches stand side by side: at least half of the lower one is as high as the other."""
    top, bottom, other_top, other_bottom = one.top, one.bottom, other.top, other.bottom
    height, other_height = bottom - top, other_bottom - other_top
    overlap = (other_bottom if other_bottom < bottom else bottom) - (other_top if other_top > top else top)
    return overlap >= 0.5 * (other_height if other_height < height else height)


def rows_of(segments: list[Segment]) -> list[list[Segment]]:
    """The rows of (a part of) a page from its top on, each from left to right."""
    rows: list[list[Segment]] = []
    lowest: list[float] = []
    for segment in sorted(segments, key=lambda segment: segment.top):
        # A raised figure starts higher than its line and would come before it: look at the last rows, not only one.
        for index in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            if lowest[index] >= segment.top and any(share_row(other, segment) for other in rows[index]):
                rows[index].append(segment)
                lowest[index] = max(lowest[index], segment.bottom)
                break
        else:
            rows.append([segment])
            lowest.append(segment.bottom)
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda segment: segment.left)
    return rows
