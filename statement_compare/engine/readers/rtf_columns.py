"""In which column of its table a cell of an RTF file stands, by where the cells of each row end.

RTF says no more of joined cells than that: a cell over two columns is a wide one, and the row has one cell less.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from statement_compare.engine.readers.extract import Piece

# Edges of cells so near to each other, in twentieths of a point, are one.
_ONE_EDGE = 80

Edges = tuple[int, ...]


def on_grid(pieces: Iterable[Piece], rows: Mapping[tuple[int, int], Edges]) -> Iterator[Piece]:
    """Pieces whose places have the columns of their table's longest row.

    `rows` are the right edges of the cells of each row, by the numbers of table and row. A table whose rows all have as
    many cells keeps their numbers, and so does one whose longest row does not show all edges.
    """
    grids = dict(_grids(rows))
    for piece in pieces:
        place = piece.place
        edges, grid = rows.get((place.table, place.row)), grids.get(place.table)
        if edges is None or grid is None or not 0 < place.column <= len(edges):
            yield piece
            continue
        before = bisect_right(grid, edges[place.column - 2] + _ONE_EDGE) if place.column > 1 else 0
        yield replace(piece, place=replace(place, column=before + 1))


def _grids(rows: Mapping[tuple[int, int], Edges]) -> Iterator[tuple[int, Edges]]:
    tables: dict[int, list[Edges]] = {}
    for (table, _), edges in rows.items():
        tables.setdefault(table, []).append(edges)
    for table, found in tables.items():
        if len({len(edges) for edges in found}) == 1:
            continue
        grid: list[int] = []
        for edge in sorted({edge for edges in found for edge in edges}):
            if not grid or edge - grid[-1] > _ONE_EDGE:
                grid.append(edge)
        if len(grid) == max(map(len, found)):
            yield table, tuple(grid)
