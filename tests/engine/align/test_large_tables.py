"""Tables of thousands of rows: the time that they take grows with their length."""

from __future__ import annotations

import time

from statement_compare.engine.align.labelled_rows import labelled
from statement_compare.engine.model import Block, BlockKind, Source, Span, Statement
from statement_compare.engine.text.grid import grids
from statement_compare.engine.text.segment import segment


def table(rows: list[tuple[str, ...]]) -> Statement:
    """A statement that is one table, row by row."""
    text, blocks = "", []
    for row in rows:
        for cell in row:
            blocks.append(Block(BlockKind.TABLE_CELL, Span(len(text), len(text) + len(cell))))
            text += cell + ("\n" if cell is row[-1] else "\t")
    return segment(Source(text, tuple(blocks)), "en")


def test_thousands_of_rows_under_heads_of_their_own_are_labelled_in_no_time() -> None:
    rows = [("Kind", "Jobs", "Shops")]
    for number in range(8000):
        rows += [(f"District {number}", str(number), str(number + 3)), ("of them women", str(number % 9), "1")]
    statement = table(rows)
    (grid,) = grids(statement.source)
    by_start = {sentence.span.start: sentence for sentence in statement.sentences}
    found = [(row, by_start[row.span.start]) for row in grid.body]

    begun = time.thread_time()
    told = labelled(grid, found, with_keys=None)

    assert [row.name for row in told[-2:]] == ["District 7999", "District 7999, of them women"]
    assert time.thread_time() - begun < 5
