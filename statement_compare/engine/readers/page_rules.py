"""The tables whose cells are parted by the lines that are drawn on a page, however near the words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from statement_compare.engine.readers.page_strokes import Rule

# Lines nearer to each other than this are one, drawn twice.
_ONE_POINTS = 2.5
# Between two ends of lines that meet.
_MEET_POINTS = 3.0
_SHORTEST_POINTS = 4.0
# A page with more is a drawing: a map, a chart.
_MOST_LINES = 300
# How far lines go on behind the last one that crosses them, where there is a column or a row on that side.
_LEAST_OPEN_POINTS = 8.0
# How much of a cell's side has to be drawn, and how much of its width may not be: lines under its words leave more.
_LEAST_COVER, _SPACE_AT_FLOOR = 0.6, 5.0
# How much of a table's side: the corner above the names of its rows may be open, lines about words are no tables.
_LEAST_SIDE = 0.4


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the edges of its columns and rows in points from the page's left and top.

    `open_walls` are pairs of a row and a column between which and the next column no line is drawn, `open_floors`
    those between which and the next row there is none: cells over several columns or rows.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    open_walls: frozenset[tuple[int, int]]
    open_floors: frozenset[tuple[int, int]]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of the cell that a point lies in, the first of those that it takes; None outside."""
        row, column = _between(self.rows, y), _between(self.columns, x)
        if row is None or column is None:
            return None
        while column and (row, column - 1) in self.open_walls:
            column -= 1
        while row and (row - 1, column) in self.open_floors:
            row -= 1
        return row, column

    def last_column(self, row: int, column: int) -> int:
        """The last column that a cell takes which begins in this one."""
        while (row, column) in self.open_walls:
            column += 1
        return column

    def edges_of(self, row: int, column: int) -> tuple[float, float]:
        """Where the cell that begins in a column has its left and its right edge."""
        return self.columns[column], self.columns[self.last_column(row, column) + 1]


def grids_of(across: Iterable[Rule], down: Iterable[Rule]) -> list[Grid]:
    """The ruled tables that lines make, of two columns at least; one row may be several without lines between them."""
    flat, upright = _joined(across), _joined(down)
    if not (flat and upright) or max(len(flat), len(upright)) > _MOST_LINES:
        return []
    return [grid for some, others in _connected(flat, upright) if (grid := _grid(some, others)) is not None]


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines with those pieces made one that lie in one line and meet: each cell may have drawn its own side.

    Dots and short dashes are joined first: a row of them is a line, and one alone would move the line that is near it.
    """
    pieces: dict[int, list[Rule]] = defaultdict(list)
    for rule in rules:
        pieces[round(2 * rule.at)].append(rule)
    lines = [line for near in pieces.values() for line in _ends_joined(near)]
    found: list[Rule] = []
    near: list[Rule] = []
    for line in sorted(line for line in lines if line.end - line.start >= _SHORTEST_POINTS):
        if near and line.at - near[0].at > _ONE_POINTS:
            found += _ends_joined(near)
            near = []
        near.append(line)
    return [*found, *_ends_joined(near)]


def _ends_joined(rules: Sequence[Rule]) -> Iterator[Rule]:
    if not rules:
        return
    at = sum(rule.at for rule in rules) / len(rules)
    first, *others = sorted(rules, key=lambda rule: rule.start)
    start, end = first.start, first.end
    for rule in others:
        if rule.start <= end + _MEET_POINTS:
            end = max(end, rule.end)
        else:
            yield Rule(at, start, end)
            start, end = rule.start, rule.end
    yield Rule(at, start, end)


def _connected(flat: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines across and down that hang together."""
    waiting = set(range(len(flat)))
    left = set(range(len(upright)))
    while waiting:
        some, others, new = set[int](), set[int](), {waiting.pop()}
        while new:
            some |= new
            met = {k for k in left if any(_meet(flat[i], upright[k]) for i in new)}
            left -= met
            others |= met
            new = {i for i in waiting if any(_meet(flat[i], upright[k]) for k in met)}
            waiting -= new
        yield [flat[i] for i in sorted(some)], [upright[k] for k in sorted(others)]


def _meet(flat: Rule, upright: Rule) -> bool:
    return (
        flat.start - _MEET_POINTS <= upright.at <= flat.end + _MEET_POINTS
        and upright.start - _MEET_POINTS <= flat.at <= upright.end + _MEET_POINTS
    )


def _grid(flat: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    down, across = _places(upright), _places(flat)
    columns, rows = _with_open_sides(tuple(down), flat), _with_open_sides(tuple(across), upright)
    if len(columns) < 3 or len(rows) < 2:
        return None
    if not (_has_its_sides(columns, down, rows) and _has_its_sides(rows, across, columns)):
        return None
    walls = frozenset(
        (row, column - 1)
        for column in range(1, len(columns) - 1)
        for row, (top, bottom) in enumerate(pairwise(rows))
        if _covered(down[columns[column]], top, bottom) < _LEAST_COVER * (bottom - top)
    )
    floors = frozenset(
        (row - 1, column)
        for row in range(1, len(rows) - 1)
        for column, (left, right) in enumerate(pairwise(columns))
        if _covered(across[rows[row]], left, right) < max(_LEAST_COVER * (right - left), right - left - _SPACE_AT_FLOOR)
    )
    return Grid(columns, rows, walls, floors)


def _places(rules: Iterable[Rule]) -> dict[float, list[Rule]]:
    """Where lines lie, in order, and which ones lie there."""
    there: dict[float, list[Rule]] = {}
    last = None
    for rule in sorted(rules):
        if last is None or rule.at - last > _ONE_POINTS:
            last = rule.at
        there.setdefault(last, []).append(rule)
    return there


def _has_its_sides(edges: Sequence[float], there: Mapping[float, list[Rule]], others: Sequence[float]) -> bool:
    """Whether much of a table's first and last edge is drawn, if they are lines and no open sides."""
    start, end = others[0], others[-1]
    return all(
        _covered(there[edge], start, end) >= _LEAST_SIDE * (end - start)
        for edge in (edges[0], edges[-1])
        if edge in there
    )


def _with_open_sides(edges: tuple[float, ...], crossing: Sequence[Rule]) -> tuple[float, ...]:
    """The edges with those of the table where it has no line, but several lines that cross the edges end there."""
    if not edges:
        return edges
    first = _common_end([rule.start for rule in crossing if rule.start < edges[0] - _LEAST_OPEN_POINTS])
    last = _common_end([rule.end for rule in crossing if rule.end > edges[-1] + _LEAST_OPEN_POINTS])
    return (*([] if first is None else [first]), *edges, *([] if last is None else [last]))


def _common_end(ends: Sequence[float]) -> float | None:
    return ends[0] if len(ends) > 1 and max(ends) - min(ends) <= _ONE_POINTS else None


def _covered(rules: Iterable[Rule], start: float, end: float) -> float:
    """How much of the way from one point to another lines cover."""
    return sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules)


def _between(edges: Sequence[float], at: float) -> int | None:
    number = bisect_right(edges, at) - 1
    return number if 0 <= number < len(edges) - 1 else None
