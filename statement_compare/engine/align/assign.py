"""Which pairs hold when each sentence may stand in one link: the best whole, not the best pair first.

A maximum-weight matching by shortest augmenting paths (Kuhn 1955; Edmonds and Karp 1972), on the candidate pairs
alone: the work grows with the pairs that compete, not with all pairs. Weights are whole numbers made unique, so that
one best matching exists: among equal scores equal texts are paired, and then sentences in their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heappop, heappush

from statement_compare.engine.progress import SILENT, Progress

SCORE_UNIT = 1_000_000
_ORDER_BITS = 40
_TIE_BITS = 32
_ROWS_A_REPORT = 64
# What the rounding of a score to whole units can take from a pair and give to its rival.
_ROUNDED_AWAY = 1

Pair = tuple[int, int]


def weights(
    pairs: Iterable[Pair], scores: Iterable[float], floor: float, equal: Collection[Pair] = ()
) -> dict[Pair, int]:
    """Whole-number weights of the pairs that score at least `floor`: score first, then order, then a fixed draw.

    The pairs of `equal` texts get back what rounding may have taken. Where the words alone decide, "Orrin warned Keld."
    and "Keld warned Orrin." fit each other as they fit themselves, and a millionth would exchange them.
    """
    return {
        (i, j): (round(score * SCORE_UNIT) + _ROUNDED_AWAY * ((i, j) in equal) << (_ORDER_BITS + _TIE_BITS))
        - ((i - j) ** 2 << _TIE_BITS)
        - _draw(i, j)
        for (i, j), score in zip(pairs, scores, strict=True)
        if score >= floor
    }


def _draw(i: int, j: int) -> int:
    """The same for (j, i), so that equals are paired alike when the sides are swapped."""
    first, second = min(i, j), max(i, j)
    return (first * 7919 + second * 104_729 + first * second * 31) % 65_521


def best_matching(weighted: Mapping[Pair, int], progress: Progress = SILENT) -> dict[int, int]:
    """The matching (row to column) with the largest sum of weights; a row may stay alone, which weighs 0."""
    edges: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (i, j), weight in sorted(weighted.items()):
        if weight > 0:
            edges[i].append((j, weight))
    matched: dict[int, int] = {}
    holder: dict[int, int] = {}
    # Prices make reduced costs (row + column price - weight) non-negative, and 0 on matched pairs.
    row_price = {i: max(weight for _, weight in of_row) for i, of_row in edges.items()}
    column_price: dict[int, int] = defaultdict(int)
    for start in progress.over("align", tuple(edges), _ROWS_A_REPORT):
        _augment(start, edges, matched, holder, row_price, column_price)
    return matched


def _augment(
    start: int,
    edges: Mapping[int, Sequence[tuple[int, int]]],
    matched: dict[int, int],
    holder: dict[int, int],
    row_price: dict[int, int],
    column_price: dict[int, int],
) -> None:
    """Give `start` a column, or leave one row on its shortest path alone, whichever costs least."""
    distance = {start: 0}
    came_from: dict[int, int] = {}
    column_distance: dict[int, int] = {}
    settled: list[int] = []
    heap: list[tuple[int, int, int]] = [(0, 0, start)]
    best, end_row, end_column = row_price[start], start, -1
    while heap:
        cost, is_column, node = heappop(heap)
        if cost >= best:
            break
        if is_column:
            if cost > column_distance[node]:
                continue
            if node not in holder:
                best, end_row, end_column = cost, came_from[node], node
                break
            row = holder[node]
            if row not in distance:
                distance[row] = cost
                heappush(heap, (cost, 0, row))
            continue
        settled.append(node)
        # Staying alone is a column of the row's own, at price 0 and weight 0.
        if cost + row_price[node] < best:
            best, end_row, end_column = cost + row_price[node], node, -1
        for column, weight in edges[node]:
            if matched.get(node) == column:
                continue
            reached = cost + row_price[node] + column_price[column] - weight
            if reached < column_distance.get(column, best):
                column_distance[column] = reached
                came_from[column] = node
                heappush(heap, (reached, 1, column))
    for row in settled:
        row_price[row] -= best - distance[row]
    for column, reached in column_distance.items():
        if reached < best and column in holder:
            column_price[column] += best - reached
    _flip(start, end_row, end_column, came_from, matched, holder)


def _flip(
    start: int, row: int, column: int, came_from: Mapping[int, int], matched: dict[int, int], holder: dict[int, int]
) -> None:
    while True:
        left = matched.get(row, -1)
        if column < 0:
            matched.pop(row, None)
        else:
            matched[row], holder[column] = column, row
        if row == start:
            return
        row, column = came_from[left], left
