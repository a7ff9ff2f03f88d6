"""In which order a page's words are read: columns one after the other, the rows of a table cell by cell."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from statement_compare.engine.readers.extract import raised
from statement_compare.engine.readers.page_beside import about_table
from statement_compare.engine.readers.page_cells import RuledRow, parted
from statement_compare.engine.readers.page_labels import with_whole_labels
from statement_compare.engine.readers.page_rules import Grid
from statement_compare.engine.readers.page_segments import Segment, Word, rows_of, segments_of, share_row
from statement_compare.engine.readers.page_wraps import are_aligned, is_aligned, unwrapped

Knots = tuple[tuple[int, float], ...]
"""Offsets in a line's text, each with its distance from the left: where words end behind which a sentence may end."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell in a row of a table."""

    text: str
    left: float
    right: float
    knots: Knots = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column, or one row of a table with its `cells`; the column is given by its edges and number.

    `first_width` is the width of its first word: whether that would have fitted in the line above tells borders. The
    `page` is counted from 1.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    height: float
    is_bold: bool
    first_width: float
    column: int
    column_left: float
    column_right: float
    cells: tuple[Cell, ...] = ()
    page: int = 0
    knots: Knots = ()


# A gap between cells, in heights of the font.
_CELL_GAP = 1.3
# Between the words of a justified line at most; the names of equally wide columns are equally far apart as well.
_STRETCHED_GAP = 4
# Between the columns of a page or a table, in most of their rows.
_APART_GAP = 2
_LEAST_LINES = 3
_RAISED_SIZE = 0.85
_BAND_GAP = 0.5
_LINES_THAT_SHOW_MARGIN = 6
_LEAST_COLUMN_CHARACTERS = 12
_LEAST_FILL = 0.5
_LEAST_OVERLAP = 0.5
_DEEPEST = 6
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]* ")
_MARKERS = "•·▪●○■□◦‣–—-*"


def lines_of(words: Iterable[Word], page: int = 0, grids: Sequence[Grid] = ()) -> list[Line]:
    """The lines of one page in reading order; `grids` are its ruled tables."""
    lines: list[Line] = []
    outside, ruled = parted(words, grids, page) if grids else (words, [])
    segments = [*segments_of(outside), *ruled]
    margin = max((segment.right for segment in segments), default=0.0)
    for number, region in enumerate(_regions(segments, margin, 0)):
        lines += _lines(region, number, page)
    return lines


# ---- columns


@dataclass(frozen=True, slots=True)
class _Region:
    """A stretch of a page one column wide, and how far to the right its lines may reach."""

    segments: list[Segment]
    margin: float


def _regions(segments: list[Segment], margin: float, depth: int) -> Iterator[_Region]:
    """The regions of (a part of) a page in reading order.

    Where a gutter is found, what crosses it (a headline, a table) cuts the page into bands, and in each band the left
    side is read before the right one. Without one, so is what stands on both sides of a ruled table's edge.
    """
    gutter = _gutter(segments) if depth < _DEEPEST and len(segments) >= 2 * _LEAST_LINES else None
    if gutter is None:
        parts = about_table(segments)
        if parts is not None:
            edge = max(segment.right for segment in parts.left) if parts.left else margin
            for part, right in zip(parts, (margin, edge, margin, margin), strict=True):
                yield from _regions(part, right, depth + 1)
        elif segments:
            yield _Region(segments, margin)
        return
    band: list[Segment] = []
    across: list[Segment] = []
    for segment in sorted(segments, key=lambda segment: segment.top):
        if segment.left < gutter < segment.right:
            yield from _band(band, gutter, margin, depth)
            band = []
            across.append(segment)
        else:
            # Something beside a line that crosses belongs to that line's band.
            if across and not share_row(across[-1], segment):
                yield _Region(across, margin)
                across = []
            (across if across else band).append(segment)
    if across:
        yield _Region(across, margin)
    yield from _band(band, gutter, margin, depth)


def _band(segments: list[Segment], gutter: float, margin: float, depth: int) -> Iterator[_Region]:
    left = [segment for segment in segments if segment.right <= gutter]
    right = [segment for segment in segments if segment.right > gutter]
    if len(left) < 2 or len(right) < 2:
        # Hardly anything stands beside anything: rows are the better reading.
        if segments:
            yield _Region(segments, margin)
        return
    below = _below_both(left, right)
    beside = [segment for segment in left if segment.top < below]
    # Many lines show where their column ends; a few short ones do not, and it may reach to the gutter.
    is_shown = len(beside) >= _LINES_THAT_SHOW_MARGIN
    edge = max(segment.right for segment in beside) if is_shown else gutter - beside[0].height
    yield from _regions(beside, edge, depth + 1)
    yield from _regions(right, margin, depth + 1)
    # Short lines that stand left below both columns go on across the page.
    yield from _regions([segment for segment in left if segment.top >= below], margin, depth + 1)


def _below_both(left: list[Segment], right: list[Segment]) -> float:
    """Where the right column has ended and, behind a gap, something new starts on the left; infinity if nowhere."""
    end = max(segment.bottom for segment in right)
    after = [segment for segment in left if segment.top >= end - 0.2 * segment.height]
    before = [segment for segment in left if segment.top < end - 0.2 * segment.height]
    if not after or not before:
        return math.inf
    first = min(after, key=lambda segment: segment.top)
    gap = first.top - max(segment.bottom for segment in before)
    return first.top if gap > _BAND_GAP * first.height else math.inf


def _gutter(segments: list[Segment]) -> float | None:
    """Just left of where a column of prose starts that has another one beside it, None where there is none."""
    starts = Counter(round(segment.left) for segment in segments)
    best, best_score = None, 0.0
    for start, count in starts.items():
        if count + starts[start - 1] + starts[start + 1] < _LEAST_LINES:
            continue
        gutter = start - 1.5
        left = [segment for segment in segments if segment.right <= gutter]
        right = [segment for segment in segments if segment.left >= gutter]
        crossing = len(segments) - len(left) - len(right)
        score = min(len(left), len(right)) - 0.5 * crossing
        if score > best_score and _is_prose(left) and _is_prose(right) and _stand_beside(left, right):
            best, best_score = gutter, score
    return best


def _is_prose(segments: list[Segment]) -> bool:
    """Whether lines fill a column, as those of a text do and those of a table or a list of names do not."""
    rows = rows_of(segments)
    if len(rows) < _LEAST_LINES:
        return False
    width = max(segment.right for segment in segments) - min(segment.left for segment in segments)
    # A justified line may fall apart into words with wide gaps: what counts is what is written on all of the line.
    written = median(sum(segment.right - segment.left for segment in row) for row in rows)
    # Stretches wider apart than words of most justified lines are columns, and each is long; cells are short.
    is_apart = median(map(_widest_gap, rows)) > _APART_GAP
    characters = median(sum(len(segment.text) for segment in row) / (len(row) if is_apart else 1) for row in rows)
    return written >= _LEAST_FILL * width and characters >= _LEAST_COLUMN_CHARACTERS


def _widest_gap(row: list[Segment]) -> float:
    """Between two stretches of a row, in heights of the font."""
    return max(
        [(after.left - before.right) / before.height for before, after in pairwise(row) if before.height], default=0
    )


def _stand_beside(left: list[Segment], right: list[Segment]) -> bool:
    top = max(min(segment.top for segment in left), min(segment.top for segment in right))
    bottom = min(max(segment.bottom for segment in left), max(segment.bottom for segment in right))
    heights = [max(segment.bottom for segment in side) - min(segment.top for segment in side) for side in (left, right)]
    return bottom - top >= _LEAST_OVERLAP * min(heights)


# ---- rows


def _lines(region: _Region, column: int, page: int) -> Iterator[Line]:
    column_left = min([segment.left for segment in region.segments])
    column_right = max(region.margin, *(segment.right for segment in region.segments))
    for row, cells in _rows(region.segments):
        words = row[0].words if len(row) == 1 else [word for segment in row for word in segment.words]
        largest = row[0] if len(row) == 1 else max(row, key=lambda segment: segment.height)
        heights = [word.bottom - word.top for word in words]
        is_ruled = isinstance(largest, RuledRow)
        text = " ".join([word.text for word in words]) if is_ruled else _text(words, heights, largest)
        yield Line(
            text=text,
            left=row[0].left,
            top=largest.top,
            right=max([segment.right for segment in row]),
            bottom=largest.bottom,
            height=median(heights),
            is_bold=all(word.is_bold for word in words),
            first_width=words[0].right - words[0].left,
            column=column,
            column_left=column_left,
            column_right=column_right,
            cells=tuple(map(_cell, cells)),
            page=page,
            knots=() if is_ruled else _knots(text, words),
        )


def _rows(segments: list[Segment]) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """The rows of a region with the cells of each that is one of a table; those of ruled tables are known."""
    ruled = sorted((each for each in segments if isinstance(each, RuledRow)), key=lambda each: each.top)
    plain = [each for each in segments if not isinstance(each, RuledRow)] if ruled else segments
    for each in ruled:
        yield from _unruled([segment for segment in plain if segment.top < each.top])
        yield [each], each.cells
        plain = [segment for segment in plain if segment.top >= each.top]
    yield from _unruled(plain)


def _unruled(segments: list[Segment]) -> Iterator[tuple[list[Segment], list[Segment]]]:
    rows = unwrapped(with_whole_labels(rows_of(segments))) if segments else []
    return zip(rows, _table_rows(rows), strict=True)


def _cell(segment: Segment) -> Cell:
    text = segment.text
    is_one_line = segment.words[-1].top < segment.words[0].bottom
    return Cell(text, segment.left, segment.right, _knots(text, segment.words) if is_one_line else ())


def _knots(text: str, words: list[Word]) -> Knots:
    """Where a word ends that a sentence may end with, and where the next one begins; `text` is the words' own."""
    knots: list[tuple[int, float]] = []
    index = behind = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        index += text.count(" ", behind, end)
        behind = end
        if index < len(words):
            knots += [(end - 1, round(words[index - 1].right, 1)), (end, round(words[index].left, 1))]
    return tuple(knots)


def _text(words: list[Word], heights: list[float], line: Segment) -> str:
    """The words of a line; those set smaller and higher than it are marks of notes, and become superscripts."""
    small = _RAISED_SIZE * line.height
    if min(heights) >= small:
        return " ".join([word.text for word in words])
    lowest = 0.15 * line.height
    return " ".join(
        [
            raised(word.text) if height < small and line.bottom - word.bottom > lowest else word.text
            for word, height in zip(words, heights, strict=True)
        ]
    )


def _table_rows(rows: list[list[Segment]]) -> list[list[Segment]]:
    """The cells of each row that is one of a table, nothing for the others.

    Rows with wide gaps make a table where one cell stands under another; rows with gaps as a justified line may have
    them only where all do.
    """
    if all(len(row) == 1 for row in rows):
        return [[] for _ in rows]
    right = max([segment.right for row in rows for segment in row])
    whole = [_is_justified(row, right) for row in rows]
    wide = [_cells(row, _CELL_GAP) for row in rows]
    narrow = [_cells(row, 0) for row in rows]
    found: list[list[Segment]] = []
    for index in range(len(rows)):
        if whole[index] or len(narrow[index]) == 1:
            found.append([])
            continue
        beside = [other for other in (index - 1, index + 1) if 0 <= other < len(rows) and not whole[other]]
        if any(_are_all_aligned(narrow[index], narrow[other]) for other in beside):
            found.append(narrow[index])
        elif len(wide[index]) > 1 and any(are_aligned(wide[index], wide[other]) for other in beside):
            found.append(wide[index])
        else:
            found.append([])
    return found


def _is_justified(row: list[Segment], right: float) -> bool:
    """Whether a row is one line stretched to the column's edge: then its words are equally far apart."""
    words = [word for segment in row for word in segment.words]
    gaps = [after.left - before.right for before, after in pairwise(words)]
    is_even = len(gaps) > 1 and max(gaps) - min(gaps) <= max(1.0, 0.15 * max(gaps))
    return is_even and right - row[-1].right <= 1.0 and max(gaps) <= _STRETCHED_GAP * row[0].height


def _cells(row: list[Segment], gap: float) -> list[Segment]:
    """A row's segments with those joined that a gap of so many heights, or a list marker's tab, keeps apart."""
    cells: list[Segment] = []
    for segment in row:
        last = cells[-1] if cells else None
        is_near = last is not None and segment.left - last.right <= gap * max(segment.height, last.height)
        if last is not None and (is_near or (len(cells) == 1 and _is_marker(last.text))):
            cells[-1] = Segment(
                last.words + segment.words,
                last.left,
                min(last.top, segment.top),
                segment.right,
                max(last.bottom, segment.bottom),
            )
        else:
            cells.append(segment)
    return cells


def _is_marker(text: str) -> bool:
    return text in _MARKERS or (
        len(text) <= 5 and text[-1:] in ".)" and text[:-1].strip("(").replace(".", "").isalnum()
    )


def _are_all_aligned(row: list[Segment], other: list[Segment]) -> bool:
    return len(row) == len(other) and all(map(is_aligned, row, other))
