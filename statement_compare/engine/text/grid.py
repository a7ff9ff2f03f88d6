"""The tables of a document: which of its blocks are the cells of one row, and which rows are read as one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from statement_compare.engine.model import BlockKind, Source, Span

CELL_BORDER = " | "
"""What stands between the cells of a row where it is shown on one line; in the text that is a tab."""

# What a cell of a table mostly holds: "Sarabulak", "12", "of these, with a licence". Few words and no full stop.
_MOST_WORDS = 10
# Before a stop one word is an abbreviation ("No.", "mln."), and so are two unless they begin as a sentence does: "It
# paid." is one, "2024 г." is none.
_ABBREVIATION_WORDS = 2
# Words of the title of a table at most.
_LONGEST_TITLE = 14
# A longer row is a layout, and its cells are texts of their own.
_LONGEST_ROW = 400
_FULL_STOPS = (".", "!", "?", "…")
_DIGIT = re.compile(r"\d")
# A name of a column although it has a digit: "2023", "2023-24", "Q1 2024", "2024 г.".
_PERIOD = re.compile(r"\W*(?:\w{1,3}\W+)?(?:19|20)\d\d(?:\W{1,2}\d{2,4})?(?:\W+\w{1,4}\.?)?\W*")
_COUNTS_ROWS = re.compile(r"\W*\d{1,3}\W*")
_SPACE = re.compile(r"\s+")
_BORDER = re.compile(r"\s*\t\s*")
_SHOWN_BORDER = re.compile(r"\s*[|\t]\s*")
_LINE_END = re.compile(r"[\n\r\f\v\x85\u2028\u2029]")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds text: the `column` it stands in, from 1, and its `span` in the source."""

    column: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds text; `first` and `last` are the indices of the blocks that make it."""

    cells: tuple[Cell, ...]
    first: int
    last: int

    @property
    def span(self) -> Span:
        return Span(self.cells[0].span.start, self.cells[-1].span.end)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, and whether the first of them names the columns."""

    rows: tuple[Row, ...]
    has_header: bool

    @property
    def header(self) -> Row | None:
        return self.rows[0] if self.has_header else None

    @property
    def body(self) -> tuple[Row, ...]:
        return self.rows[1:] if self.has_header else self.rows

    @property
    def label_column(self) -> int:
        """Which column says what a row is about: the first, or the second where the first only counts rows."""
        counts = all(len(row.cells) > 2 and _COUNTS_ROWS.fullmatch(row.cells[0].text) for row in self.body)
        return 2 if counts and self.body else 1

    @property
    def names(self) -> tuple[Cell, ...]:
        """The names of the columns behind that of the labels; none in a table without a header."""
        label = self.label_column
        return () if self.header is None else tuple(cell for cell in self.header.cells if cell.column > label)


def on_one_line(text: str) -> str:
    """Words without the line breaks that their file had in them; between the cells of a row stands " | "."""
    return _SPACE.sub(" ", _BORDER.sub(CELL_BORDER, text.strip()))


def as_it_stood(line: str, text: str) -> str:
    """What a person made of `on_one_line(text)`, with the borders of cells that `text` has."""
    if "\t" not in text:
        return _SPACE.sub(" ", line).strip()
    return "\t".join(_SPACE.sub(" ", cell).strip() for cell in _SHOWN_BORDER.split(line.strip()))


def grids(source: Source) -> tuple[Grid, ...]:
    """The tables of a document in order; cells without text are not there."""
    return tuple(Grid(rows, _names_columns(rows)) for rows in _tables(source))


def is_title(text: str) -> bool:
    """Whether a sentence right above a table only says what stands in it: "Data of the union as of 1 November:"."""
    return len(text.split()) <= _LONGEST_TITLE and not text.rstrip().endswith(_FULL_STOPS)


def blocks_above(source: Source, rows: Collection[int]) -> frozenset[int]:
    """The blocks that stand right above tables which have rows that are sentences, told by their first blocks."""
    return frozenset(
        first - 1
        for grid in grids(source)
        if (first := grid.rows[0].first)
        and source.blocks[first - 1].kind is not BlockKind.TABLE_CELL
        and any(row.first in rows for row in grid.rows)
    )


def rows_as_sentences(source: Source, sentences_in: Callable[[str], int]) -> dict[int, tuple[Row, bool]]:
    """The rows that are read as one sentence, by their first block, and whether each names the columns.

    "Sarabulak | 12 | 3 March" says one thing, and "12" nothing. A row with two cells of running text is a layout: each
    of its cells is cut by itself. `sentences_in` counts the sentences of a text.
    """
    return {
        row.first: (row, grid.has_header and row is grid.rows[0])
        for grid in grids(source)
        for row in grid.rows
        if _is_one_sentence(row, sentences_in)
    }


def _is_one_sentence(row: Row, sentences_in: Callable[[str], int]) -> bool:
    if len(row.cells) < 2 or row.span.end - row.span.start > _LONGEST_ROW:
        return False
    prose = [cell.text for cell in row.cells if not _is_entry(cell.text)]
    return not prose or (len(prose) == 1 and sentences_in(prose[0]) == 1)


def _is_entry(text: str) -> bool:
    words = len(text.split())
    if words > _MOST_WORDS or not text.endswith(_FULL_STOPS):
        return words <= _MOST_WORDS
    return words == 1 or (words <= _ABBREVIATION_WORDS and not text[0].isupper())


def _names_columns(rows: tuple[Row, ...]) -> bool:
    """Whether the first row has words, or years, where the rows below have figures."""
    if len(rows) < 2 or len(rows[0].cells) < 2:
        return False
    names = [cell.text for cell in rows[0].cells]
    if any(_DIGIT.search(name) and not _PERIOD.fullmatch(name) for name in names) or not all(map(_is_entry, names)):
        return False
    return any(_DIGIT.search(cell.text) for row in rows[1:] for cell in row.cells[1:])


def _tables(source: Source) -> Iterator[tuple[Row, ...]]:
    """The rows of each table, with the numbers that a reader gave its columns or, on a page, with those that its cells
    stand in."""
    for blocks in _tables_of_blocks(source):
        rows = tuple(_row(source, each) for each in blocks)
        yield _with_columns_of_page(rows, source) if source.places and not source.places[blocks[0][0]].column else rows


def _with_columns_of_page(rows: tuple[Row, ...], source: Source) -> tuple[Row, ...]:
    """Rows whose cells have the column of the longest row that they stand under; as they are where two share one."""
    longest = max(rows, key=lambda row: len(row.cells))
    edges = [_edges(source, longest.first + at) for at in range(len(longest.cells))]
    if len(longest.cells) != longest.last - longest.first + 1 or None in edges:
        return rows
    placed = []
    for row in rows:
        columns = [_nearest(_edges(source, row.first + at), edges) for at in range(len(row.cells))]
        if len(set(columns)) == len(columns) and columns == sorted(columns):
            cells = tuple(replace(cell, column=number + 1) for cell, number in zip(row.cells, columns, strict=True))
            placed.append(replace(row, cells=cells))
        else:
            placed.append(row)
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
