"""Which words of a page stand in the cells of its ruled tables: one stretch a row, with what each of its cells says."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from statement_compare.engine.readers.masthead import dateline
from statement_compare.engine.readers.page_rules import Grid
from statement_compare.engine.readers.page_segments import (
    CELL_HYPHEN,
    HYPHENS,
    SOFT_HYPHENS,
    Segment,
    Word,
    rows_of,
    segments_of,
)

# Text of so many lines in two cells of one row is a page in columns with lines around them, and no table.
_MOST_LINES = 10
# Above the first line of a row without a line above it, in heights of the font; lines of one cell are nearer.
_SPACE_BETWEEN_ROWS = 0.6


class TableBox(NamedTuple):
    """Where a table lies."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class RuledRow(Segment):
    """All words of a row of a ruled table, with a stretch for each cell that holds some; these reach to the lines."""

    cells: list[Segment]
    table: TableBox


def parted(words: Iterable[Word], grids: Sequence[Grid], page: int = 0) -> tuple[list[Word], list[RuledRow]]:
    """The words of a page (counted from 1) that stand in no ruled table, and the rows of those that are tables."""
    outside = list(words)
    rows: list[RuledRow] = []
    for grid in grids:
        near = [word for word in outside if grid.rows[0] < word.bottom and word.top < grid.rows[-1]]
        whole = _with_walls_between_gaps(grid, _sorted_into(grid, near))
        inside = _sorted_into(whole, near)
        loose = [cell for cell, found in inside.items() if _is_loose(whole, cell, found)]
        for cell in loose:
            del inside[cell]
        made, taken = _rows(whole, inside)
        is_above_all = page == 1 and all(word.bottom > grid.rows[0] for word in outside)
        if made and not (is_above_all and _may_be_letterhead(made)):
            outside = [word for word in outside if id(word) not in taken]
            rows += made
    return outside, rows


def _may_be_letterhead(rows: Sequence[RuledRow]) -> bool:
    """Whether two rows at most of two cells hold who writes and, on a line of its own, when."""
    if len(rows) > 2 or any(len(row.cells) > 2 for row in rows):
        return False
    lines = (line for row in rows for cell in row.cells for line in rows_of(segments_of(cell.words)))
    return any(dateline(" ".join(segment.text for segment in line)) is not None for line in lines)


Place = tuple[int, int]
"""A row and a column."""


def _sorted_into(grid: Grid, words: Iterable[Word]) -> dict[Place, list[Word]]:
    inside: dict[Place, list[Word]] = defaultdict(list)
    for word in words:
        cell = grid.cell_at((word.left + word.right) / 2, (word.top + word.bottom) / 2)
        if cell is not None:
            inside[cell].append(word)
    return inside


def _with_walls_between_gaps(grid: Grid, inside: Mapping[Place, list[Word]]) -> Grid:
    """The grid with walls between the columns that a cell takes where all its words keep to these, wide gaps apart.

    Many a table draws lines between the names of its columns alone.
    """
    closed: set[Place] = set()
    for (row, column), words in inside.items():
        last = grid.last_column(row, column)
        if last > column and _is_loose(grid, (row, column), words):
            edges = grid.columns[column + 1 : last + 1]
            segments = segments_of(words)
            if not any(segment.left < edge < segment.right for segment in segments for edge in edges):
                closed |= {(row, each) for each in range(column, last)}
    return replace(grid, open_walls=grid.open_walls - closed) if closed else grid


def _is_loose(grid: Grid, cell: Place, words: Sequence[Word]) -> bool:
    """Whether a cell over several columns holds stretches side by side: it may be several cells without lines."""
    return grid.last_column(*cell) > cell[1] and any(len(row) > 1 for row in rows_of(segments_of(words)))


def _rows(grid: Grid, inside: Mapping[Place, list[Word]]) -> tuple[list[RuledRow], set[int]]:
    """The rows of a table, and the identities of their words: all but those that stand in columns of a page.

    None where hardly any cells stand beside each other.
    """
    lines = {cell: rows_of(segments_of(words)) for cell, words in inside.items()}
    made: list[RuledRow] = []
    taken: set[int] = set()
    whole = lonely = 0
    for row in range(len(grid.rows) - 1):
        cells = sorted((column, found) for (at, column), found in lines.items() if at == row)
        parts = _one_by_one(cells)
        for part in parts:
            if sum(len(found) > _MOST_LINES for _, found in part) < 2:
                made += _row(grid, row, part)
                taken |= {id(word) for _, found in part for line in found for each in line for word in each.words}
        whole += len(cells) > 1
        lonely += len(cells) == 1 and _is_lonely(grid, row, cells[0][0])
    # A chart with lines behind it has a figure here and there.
    if not whole or lonely > whole or (len(grid.rows) == 2 and len(made) < 2):
        return [], set()
    # What stands in the middle of a cell over several rows is lower than their first one.
    for above, below in reversed(list(pairwise(made))):
        above.top = min(above.top, below.top)
    return made, taken


def _is_lonely(grid: Grid, row: int, column: int) -> bool:
    """Whether the only words of a row stand where no name of a row, no title and no second row of a name would."""
    is_of_one = grid.last_column(row, column) == column
    return column > 0 and is_of_one and not any((row - 1, each) in grid.open_floors for each in range(column))


Lines = list[list[Segment]]
Cells = list[tuple[int, Lines]]
"""The columns of a row that hold words, each with its lines."""


def _one_by_one(cells: Cells) -> list[Cells]:
    """The rows that stand between two lines: one, or where none is drawn between them several.

    That is told by a column of figures, with one on each line, beside as many lines of words in all others; or by white
    space across all cells.
    """
    counts = {len(found) for _, found in cells}
    if len(cells) < 2 or counts == {1}:
        return [cells]
    goes_on = any(line[0].text[:1].islower() for line in cells[0][1][1:])  # "Nurses on permanent", "contracts"
    if len(counts) == 1 and not goes_on and any(_is_column_of_figures(found) for _, found in cells[1:]):
        return [[(column, [found[number]]) for column, found in cells] for number in range(counts.pop())]
    return _cut_by_space(cells)


def _cut_by_space(cells: Cells) -> list[Cells]:
    """The rows of which each begins below white space with a line in the first column and one in another."""
    spans = sorted((min(s.top for s in line), max(s.bottom for s in line)) for _, found in cells for line in found)
    cuts: list[float] = []
    lowest = spans[0][1]
    for top, bottom in spans:
        if top - lowest > _SPACE_BETWEEN_ROWS * (bottom - top):
            cuts.append((top + lowest) / 2)
        lowest = max(lowest, bottom)
    rows: list[Cells] = []
    for above, below in pairwise([-math.inf, *cuts, math.inf]):
        part = [
            (column, lines)
            for column, found in cells
            if (lines := [line for line in found if above < line[0].top < below])
        ]
        if rows and (len(part) < 2 or part[0][0] != cells[0][0]):
            return [cells]
        rows.append(part)
    return rows


def _is_column_of_figures(lines: Lines) -> bool:
    """Whether each line is a figure, but for the name of the column above two and more."""
    in_brackets = {line[0].text.startswith("(") for line in lines}
    # "1,204" above "(41.2)": of one row.
    return len(in_brackets) == 1 and all(map(_is_figure, lines[1:] if len(lines) > 2 else lines))


def _is_figure(line: Sequence[Segment]) -> bool:
    text = "".join(segment.text for segment in line)
    return any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) <= 2


def _row(grid: Grid, row: int, cells: Cells) -> list[RuledRow]:
    made = []
    for column, found in cells:
        words = list(_whole([[word for segment in line for word in segment.words] for line in found]))
        left, right = grid.edges_of(row, column)
        top, bottom = min(word.top for word in words), max(word.bottom for word in words)
        made.append(Segment(words, left, top, right, bottom))
    if not made:
        return []
    words = [word for cell in made for word in cell.words]
    top, bottom = min(cell.top for cell in made), max(cell.bottom for cell in made)
    table = TableBox(grid.columns[0], grid.rows[0], grid.columns[-1], grid.rows[-1])
    return [RuledRow(words, made[0].left, top, made[-1].right, bottom, made, table)]


def _whole(lines: list[list[Word]]) -> Iterator[Word]:
    """The words of a cell in order; those that end in a hyphen show whether a line ends there as well."""
    for number, line in enumerate(lines, 1):
        for place, word in enumerate(line, 1):
            is_parted = place == len(line) and number < len(lines)
            if len(word.text) > 1 and word.text[-1] in (HYPHENS if is_parted else SOFT_HYPHENS):
                yield word._replace(text=word.text[:-1] + (CELL_HYPHEN if is_parted else "-"))
            else:
                yield word
