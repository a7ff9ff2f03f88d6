"""The tables of a document: which of its blocks are the cells of one row, and which rows are read as one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from statement_compare.engine.language import keyed
from statement_compare.engine.model import BlockKind, Source, Span
from statement_compare.engine.text.table_heads import Heads, heads_of, is_period
from statement_compare.engine.text.table_row import FULL_STOPS, Cell, Row, is_entry

# Words of the title of a table at most.
_LONGEST_TITLE = 14
# "in thousand tonnes of oil".
_MOST_WORDS_OF_SCALE = 5
# A longer row is a layout, and its cells are texts of their own.
_LONGEST_ROW = 400
_LINE_END = re.compile(r"[\n\r\f\v\x85\u2028\u2029]")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, and which of them say what stands in the others."""

    rows: tuple[Row, ...]
    heads: Heads

    @property
    def titles(self) -> tuple[Row, ...]:
        return self.rows[: self.heads.titles]

    @property
    def header(self) -> tuple[Row, ...]:
        """The rows that name the columns: none, one, or two lines of names and one that counts them."""
        return self.rows[self.heads.titles :][: self.heads.rows]

    @property
    def body(self) -> tuple[Row, ...]:
        return self.rows[self.heads.titles + self.heads.rows :]


def grids(source: Source) -> tuple[Grid, ...]:
    """The tables of a document in order; cells without text are not there."""
    return tuple(_tables(source))


def is_title(text: str) -> bool:
    """Whether a sentence right above a table only says what stands in it: "Data of the union as of 1 November:".

    A stop ends no title but one that says last of which year it is, or in what is counted: "Inspections of restaurants,
    2024.", "Revenue of the group, in million euros."
    """
    _, comma, last = text.rstrip(" .").rpartition(",")
    ends_as_sentence = text.rstrip().endswith(FULL_STOPS) and not (comma and _is_scope(last.strip()))
    return len(text.split()) <= _LONGEST_TITLE and not ends_as_sentence


def _is_scope(words: str) -> bool:
    """Whether words are a year, or few of which one is a scale: "in million euros"."""
    parts = [part.rstrip(".").casefold() for part in words.split()]
    is_scale = len(parts) <= _MOST_WORDS_OF_SCALE and not _scales().isdisjoint(parts)
    return is_period(words) or (is_scale and not any(map(str.isdigit, words)))


@cache
def _scales() -> frozenset[str]:
    return frozenset(word for rows in keyed("numerals", "scales").values() for word in rows)


def blocks_above(source: Source, tables: Iterable[Grid], rows: Collection[int]) -> frozenset[int]:
    """The blocks that stand right above those of a source's `tables` which have rows that are sentences (`rows`, told
    by their first blocks).

    A title that stands in the first row, across the table, is among them.
    """
    return frozenset(
        index for grid in tables if any(r.first in rows for r in grid.rows) for index in _above(source, grid)
    )


def _above(source: Source, grid: Grid) -> Iterator[int]:
    for title in grid.titles:
        yield from range(title.first, title.last + 1)
    before = grid.rows[0].first - 1
    if before >= 0 and source.blocks[before].kind is not BlockKind.TABLE_CELL:
        yield before


def rows_as_sentences(tables: Iterable[Grid], sentences_in: Callable[[str], int]) -> dict[int, tuple[Row, bool]]:
    """The rows that are read as one sentence, by their first block, and whether each names the columns.

    "Sarabulak | 12 | 3 March" says one thing, and "12" nothing. A row with two cells of running text is a layout: each
    of its cells is cut by itself. `sentences_in` counts the sentences of a text.
    """
    return {
        row.first: (row, row in grid.header)
        for grid in tables
        for row in grid.rows
        if _is_one_sentence(row, sentences_in)
    }


def _is_one_sentence(row: Row, sentences_in: Callable[[str], int]) -> bool:
    if len(row.cells) < 2 or row.span.end - row.span.start > _LONGEST_ROW:
        return False
    prose = [cell.text for cell in row.cells if not is_entry(cell.text)]
    return not prose or (len(prose) == 1 and sentences_in(prose[0]) == 1)


def _tables(source: Source) -> Iterator[Grid]:
    """Each table, with the numbers that a reader gave its columns or, on a page, with those that its cells stand in."""
    for blocks in _tables_of_blocks(source):
        rows = tuple(_row(source, each) for each in blocks)
        if not source.places or source.places[blocks[0][0]].column:
            yield Grid(rows, heads_of(rows))
            continue
        placed = _with_columns_of_page(rows, source)
        heads = heads_of(placed or rows)
        yield Grid(placed or rows, heads if placed else replace(heads, names=()))


def _with_columns_of_page(rows: tuple[Row, ...], source: Source) -> tuple[Row, ...]:
    """Rows whose cells have the column of the longest row that they stand under.

    Nothing where it is not known of each cell which that is: names of columns would stand over the wrong ones.
    """
    longest = max(rows, key=lambda row: len(row.cells))
    edges = [_edges(source, longest.first + at) for at in range(len(longest.cells))]
    if len(longest.cells) != longest.last - longest.first + 1 or None in edges:
        return ()
    placed = []
    for row in rows:
        columns = [_nearest(_edges(source, row.first + at), edges) for at in range(len(row.cells))]
        if len(set(columns)) != len(columns) or columns != sorted(columns):
            return ()
        cells = tuple(replace(cell, column=number + 1) for cell, number in zip(row.cells, columns, strict=True))
        placed.append(replace(row, cells=cells))
    return tuple(placed)


def _edges(source: Source, block: int) -> tuple[float, float] | None:
    """How far from the left of its page a cell begins and ends; None where that is not known."""
    lines = source.places[block].lines
    return (min(line.box.left for line in lines), max(line.box.right for line in lines)) if lines else None


def _nearest(cell: tuple[float, float] | None, edges: Sequence[tuple[float, float] | None]) -> int:
    """The number, from 0, of the column that a cell stands in: begins, ends or has its middle nearest to."""

    def distance(at: int) -> float:
        column = edges[at]
        if cell is None or column is None:
            return abs(at)
        left, right = cell[0] - column[0], cell[1] - column[1]
        return min(abs(left), abs(right), abs(left + right) / 2)

    return min(range(len(edges)), key=distance)


def _tables_of_blocks(source: Source) -> Iterator[list[list[int]]]:
    """The blocks of each table, row by row."""
    rows: list[list[int]] = []
    for index, block in enumerate(source.blocks):
        if block.kind is not BlockKind.TABLE_CELL or not block.span.of(source.text).strip():
            continue
        if not rows or _begins_table(source, rows[-1][-1], index):
            if rows:
                yield rows
            rows = [[index]]
        elif _begins_row(source, rows[-1][-1], index):
            rows.append([index])
        else:
            rows[-1].append(index)
    if rows:
        yield rows


def _begins_table(source: Source, before: int, index: int) -> bool:
    if any(block.kind is not BlockKind.TABLE_CELL for block in source.blocks[before + 1 : index]):
        return True
    if source.places and source.places[before].table != source.places[index].table:
        return True
    return _BLANK_LINE.search(_between(source, before, index)) is not None


def _begins_row(source: Source, before: int, index: int) -> bool:
    one, two = (source.places[i] if source.places else None for i in (before, index))
    if one is not None and two is not None and one.row and two.row:
        return one.row != two.row
    return _LINE_END.search(_between(source, before, index)) is not None


def _between(source: Source, before: int, index: int) -> str:
    return source.text[source.blocks[before].span.end : source.blocks[index].span.start]


def _row(source: Source, blocks: list[int]) -> Row:
    """Blocks of one row; paragraphs of one cell are one cell."""
    numbers = [source.places[i].column if source.places else 0 for i in blocks]
    columns = numbers if all(numbers) and numbers == sorted(numbers) else range(1, len(blocks) + 1)
    cells = []
    for column, found in groupby(zip(columns, blocks, strict=True), key=lambda each: each[0]):
        inside = [source.blocks[i].span for _, i in found]
        span = Span(inside[0].start, inside[-1].end)
        cells.append(Cell(column, span, span.of(source.text)))
    return Row(tuple(cells), blocks[0], blocks[-1])
