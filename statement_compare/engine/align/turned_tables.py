"""Which cells of two tables answer each other where the rows of the one are the columns of the other."""

from __future__ import annotations

from collections.abc import Sequence

from statement_compare.engine.align.labelled_rows import LabelledRow
from statement_compare.engine.align.labels import plain
from statement_compare.engine.align.same_columns import CellPair, Columns, measures_of, same_label
from statement_compare.engine.text.table_row import Cell

# Rows of the one and columns of the other that must have the same names, both ways together and each way.
_LEAST_TOGETHER, _LEAST_EACH = 3, 1
# A row that answers a column is one with as many rows as the other table has: longer tables are left alone.
MOST_ROWS = 40

Rows = Sequence[LabelledRow]
Answers = tuple[LabelledRow, tuple[tuple[LabelledRow, CellPair], ...]]
"""A row, and for each of its cells the row of the other table in which the answer stands."""


def turned(one: Columns, rows: Rows, two: Columns, others: Rows) -> tuple[bool, list[Answers]]:
    """For each row of one of two tables the cells of the other that answer it, and whether it is the left one's row.

    Rows are those of the table with more of them, so that each answers few: a table of years by mines against one of
    mines by years.
    """
    if not rows or not others or max(len(rows), len(others)) > MOST_ROWS:
        return True, []
    down = _met(rows, two, one)
    across = _met(others, one, two)
    if min(len(down), len(across)) < _LEAST_EACH or len(down) + len(across) < _LEAST_TOGETHER:
        return True, []
    # The one with more rows; of as many that whose first label comes first, so that swapped sides give the same.
    is_left = (-len(down), plain(rows[0].name)) <= (-len(across), plain(others[0].name))
    mine, theirs = (down, across) if is_left else (across, down)
    found = []
    for row, answering in mine:
        cells = []
        for other, asked in theirs:
            here, there = _cell(row, asked.column), _cell(other, answering.column)
            names = (asked.text, other.label) if is_left else (other.label, asked.text)
            measures = measures_of(one, names[0], two, names[1])
            if here is not None and there is not None and measures is not None:
                left, right = (here, there) if is_left else (there, here)
                cells.append((other, CellPair(left, right, asked.text, row.name, measures)))
        if cells:
            found.append((row, tuple(cells)))
    return is_left, found


def _met(rows: Rows, other: Columns, own: Columns) -> list[tuple[LabelledRow, Cell]]:
    """The rows whose label is the name of one column of the other table, with that name."""
    found = []
    for row in rows:
        same = [cell for cell in other.names if _are_one(own, row, other, cell)]
        if row.label and len(same) == 1:
            found.append((row, same[0]))
    columns = [cell.column for _, cell in found]
    return found if len(set(columns)) == len(columns) else []


def _are_one(own: Columns, row: LabelledRow, other: Columns, cell: Cell) -> bool:
    if same_label(row.name, cell.text, (own.language, other.language)):
        return True
    return not row.heads and measures_of(own, row.label, other, cell.text) is not None


def _cell(row: LabelledRow, column: int) -> Cell | None:
    return next((cell for cell in row.cells if cell.column == column), None)
