"""Which words of a page stand in the cells of its ruled tables: one stretch a row, with what each of its cells says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from statement_compare.engine.readers.page_rules import Grid
from statement_compare.engine.readers.page_segments import SOFT_HYPHENS, Segment, Word, rows_of, segments_of

# Text of so many lines in two cells of one row is a page in columns with lines around them, and no table.
_MOST_LINES = 10


@dataclass(slots=True)
class RuledRow(Segment):
    """All words of a row of a ruled table, with a stretch for each cell that holds some; these reach to the lines."""

    cells: list[Segment] = field(default_factory=list)


def parted(words: Iterable[Word], grids: Sequence[Grid]) -> tuple[list[Word], list[RuledRow]]:
    """The words that stand in no ruled table, and the rows of those that are tables."""
    outside = list(words)
    rows: list[RuledRow] = []
    for grid in grids:
        inside: dict[tuple[int, int], list[Word]] = defaultdict(list)
        rest: list[Word] = []
        top, bottom = grid.rows[0], grid.rows[-1]
        for word in outside:
            if word.bottom <= top or word.top >= bottom:
                rest.append(word)
                continue
            cell = grid.cell_at((word.left + word.right) / 2, (word.top + word.bottom) / 2)
            (rest if cell is None else inside[cell]).append(word)
        made = _rows(grid, inside)
        if made:
            outside = rest
            rows += made
    return outside, rows


def _rows(grid: Grid, inside: dict[tuple[int, int], list[Word]]) -> list[RuledRow]:
    """The rows of a table; none where no two cells stand beside each other, or they hold a page's columns."""
    lines = {cell: rows_of(segments_of(words)) for cell, words in inside.items()}
    made: list[RuledRow] = []
    is_table = False
    for row in range(len(grid.rows) - 1):
        cells = sorted((column, found) for (at, column), found in lines.items() if at == row)
        if sum(len(found) > _MOST_LINES for _, found in cells) > 1:
            return []
        is_table = is_table or len(cells) > 1
        for part in _one_by_one(cells):
            made += _row(grid, row, part)
    return made if is_table else []


Lines = list[list[Segment]]


def _one_by_one(cells: Sequence[tuple[int, Lines]]) -> list[list[tuple[int, Lines]]]:
    """The rows that stand between two lines: one, or where none is drawn between them one for each line of words.

    That is told by a column of figures, with one on each line, beside as many lines of words in all others.
    """
    counts = {len(found) for _, found in cells}
    if len(cells) < 2 or len(counts) != 1 or counts == {1}:
        return [list(cells)]
    if not any(all(_is_figure(line) for line in found) for _, found in cells[1:]):
        return [list(cells)]
    return [[(column, [found[number]]) for column, found in cells] for number in range(counts.pop())]


def _is_figure(line: Sequence[Segment]) -> bool:
    text = "".join(segment.text for segment in line)
    return any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) <= 2


def _row(grid: Grid, row: int, cells: Sequence[tuple[int, Lines]]) -> list[RuledRow]:
    made = []
    for column, found in cells:
        words = _whole(
            [[word for segment in line for word in segment.words] for line in found],
        )
        left, right = grid.edges_of(row, column)
        top, bottom = min(word.top for word in words), max(word.bottom for word in words)
        made.append(Segment(words, left, top, right, bottom))
    if not made:
        return []
    words = [word for cell in made for word in cell.words]
    top, bottom = min(cell.top for cell in made), max(cell.bottom for cell in made)
    return [RuledRow(words, made[0].left, top, made[-1].right, bottom, made)]


def _whole(lines: list[list[Word]]) -> list[Word]:
    """The words of a cell in order, those put together again that a hyphen parts at a line's end."""
    for line, below in pairwise(lines):
        last = line[-1]
        if last.text[-1:] in tuple(SOFT_HYPHENS) and below and len(last.text) > 1:
            first = below[0]
            below[0] = Word(last.text[:-1] + first.text, *first[1:])
            line.pop()
    return [word for line in lines for word in line]
