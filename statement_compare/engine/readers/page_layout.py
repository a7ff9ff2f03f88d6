"""In which order a page's words are read: columns one after the other, the rows of a table cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from statement_compare.engine.readers.extract import raised


@dataclass(frozen=True, slots=True)
class Word:
    """A word's text and its place in points, from the page's left and top; `bottom - top` is the font's height."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    is_bold: bool = False

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column, or one row of a table with its `cells`; the column is given by its edges and number.

    `first_width` is the width of its first word: whether that would have fitted in the line above tells borders.
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
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class _Segment:
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


# Gaps in heights of the font (a height is about 1.2 em): wider than any space of a justified line.
_WIDE_GAP = 0.95
_CELL_GAP = 1.3
_LEAST_LINES = 3
_LEAST_COLUMN_CHARACTERS = 12
_LEAST_FILL = 0.5
_LEAST_OVERLAP = 0.5
_ALIGNED_POINTS = 3.0
_DEEPEST = 6
_MARKERS = "•·▪●○■□◦‣–—-*"


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of one page in reading order."""
    lines: list[Line] = []
    for number, region in enumerate(_regions(_segments(words), 0)):
        lines += _lines(region, number)
    return lines


def _segments(words: Iterable[Word]) -> list[_Segment]:
    segments: list[_Segment] = []
    for word in words:
        last = segments[-1] if segments else None
        if last is not None and _share_row(last, word) and -0.5 * word.height <= word.left - last.right:
            gap = word.left - last.right
            if gap <= _WIDE_GAP * max(word.height, last.height):
                last.words.append(word)
                last.right = max(last.right, word.right)
                if word.height > last.height:
                    last.top, last.bottom = word.top, word.bottom
                continue
        segments.append(_Segment([word], word.left, word.top, word.right, word.bottom))
    return segments


def _share_row(one: _Segment | Word, other: _Segment | Word) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap >= 0.5 * min(one.height, other.height)


# ---- columns


def _regions(segments: list[_Segment], depth: int) -> Iterator[list[_Segment]]:
    """Stretches of a page that are read one after the other, each one column wide.

    Where a gutter is found, what crosses it (a headline, a table) cuts the page into bands, and in each band the left
    side is read before the right one.
    """
    gutter = _gutter(segments) if depth < _DEEPEST and len(segments) >= 2 * _LEAST_LINES else None
    if gutter is None:
        if segments:
            yield segments
        return
    band: list[_Segment] = []
    across: list[_Segment] = []
    for segment in sorted(segments, key=lambda segment: segment.top):
        if segment.left < gutter < segment.right:
            yield from _band(band, gutter, depth)
            band = []
            across.append(segment)
        else:
            # Something beside a line that crosses belongs to that line's band.
            if across and not _share_row(across[-1], segment):
                yield across
                across = []
            (across if across else band).append(segment)
    if across:
        yield across
    yield from _band(band, gutter, depth)


def _band(segments: list[_Segment], gutter: float, depth: int) -> Iterator[list[_Segment]]:
    left = [segment for segment in segments if segment.right <= gutter]
    right = [segment for segment in segments if segment.right > gutter]
    if len(left) < 2 or len(right) < 2:
        # Hardly anything stands beside anything: rows are the better reading.
        if segments:
            yield segments
        return
    yield from _regions(left, depth + 1)
    yield from _regions(right, depth + 1)


def _gutter(segments: list[_Segment]) -> float | None:
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


def _is_prose(segments: list[_Segment]) -> bool:
    """Whether lines fill a column, as those of a text do and those of a table or a list of names do not.

    A side may hold several columns: the one with most lines is looked at.
    """
    starts = Counter(round(segment.left / _ALIGNED_POINTS) for segment in segments)
    if not starts:
        return False
    usual = max(starts, key=lambda start: starts[start] + starts[start + 1])
    column = [segment for segment in segments if round(segment.left / _ALIGNED_POINTS) in (usual, usual + 1)]
    if len(column) < _LEAST_LINES:
        return False
    width = max(segment.right for segment in column) - min(segment.left for segment in column)
    return (
        median(segment.right - segment.left for segment in column) >= _LEAST_FILL * width
        and median(len(segment.text) for segment in column) >= _LEAST_COLUMN_CHARACTERS
    )


def _stand_beside(left: list[_Segment], right: list[_Segment]) -> bool:
    top = max(min(segment.top for segment in left), min(segment.top for segment in right))
    bottom = min(max(segment.bottom for segment in left), max(segment.bottom for segment in right))
    heights = [max(segment.bottom for segment in side) - min(segment.top for segment in side) for side in (left, right)]
    return bottom - top >= _LEAST_OVERLAP * min(heights)


# ---- rows


def _lines(segments: list[_Segment], column: int) -> Iterator[Line]:
    rows = _rows(segments)
    column_left = min(segment.left for segment in segments)
    column_right = max(segment.right for segment in segments)
    split = [_cells(row) for row in rows]
    for index, row in enumerate(rows):
        neighbours = split[max(0, index - 1) : index] + split[index + 1 : index + 2]
        is_table = len(split[index]) > 1 and any(_are_aligned(split[index], other) for other in neighbours)
        words = [word for segment in row for word in segment.words]
        largest = max(row, key=lambda segment: segment.height)
        yield Line(
            text=" ".join(_text(word, largest) for word in words),
            left=row[0].left,
            top=largest.top,
            right=max(segment.right for segment in row),
            bottom=largest.bottom,
            height=median(word.height for word in words),
            is_bold=all(word.is_bold for word in words),
            first_width=words[0].right - words[0].left,
            column=column,
            column_left=column_left,
            column_right=column_right,
            cells=tuple(cell.text for cell in split[index]) if is_table else (),
        )


def _text(word: Word, line: _Segment) -> str:
    """A word's text; the mark of a note, set smaller and higher than its line, as a superscript."""
    is_raised = word.height < 0.85 * line.height and line.bottom - word.bottom > 0.15 * line.height
    return raised(word.text) if is_raised else word.text


def _rows(segments: list[_Segment]) -> list[list[_Segment]]:
    rows: list[list[_Segment]] = []
    for segment in sorted(segments, key=lambda segment: segment.top):
        # A raised figure starts higher than its line and would come before it: look at the last rows, not only one.
        row = next((row for row in reversed(rows[-3:]) if any(_share_row(other, segment) for other in row)), None)
        if row is None:
            rows.append([segment])
        else:
            row.append(segment)
    return [sorted(row, key=lambda segment: segment.left) for row in rows]


def _cells(row: list[_Segment]) -> list[_Segment]:
    """A row's segments with those joined that only a wide space, or a list marker's tab, keeps apart."""
    cells: list[_Segment] = []
    for segment in row:
        last = cells[-1] if cells else None
        is_near = last is not None and segment.left - last.right <= _CELL_GAP * max(segment.height, last.height)
        if last is not None and (is_near or _is_marker(last.text)):
            cells[-1] = _Segment(
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


def _are_aligned(row: list[_Segment], other: list[_Segment]) -> bool:
    """Whether a later cell of a row starts or ends where one of the other row does."""
    if len(other) < 2:
        return False
    return any(
        abs(cell.left - beside.left) <= _ALIGNED_POINTS or abs(cell.right - beside.right) <= _ALIGNED_POINTS
        for cell in row[1:]
        for beside in other[1:]
    )
