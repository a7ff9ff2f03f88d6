"""The slow, obvious twin of `align`: every pair, plain loops, a textbook assignment; tests hold the fast one to it."""

from __future__ import annotations

from collections.abc import Sequence

from statement_compare.engine.align.assign import Pair, weights
from statement_compare.engine.align.candidates import (
    COSINE_UNIT,
    NEIGHBOURS,
    OVERLAP_UNIT,
    VECTOR_UNIT,
    Candidates,
    Limits,
)
from statement_compare.engine.align.profile import Profile

Rows = Sequence[Sequence[float]]


def candidates(
    left: Sequence[Profile],
    right: Sequence[Profile],
    vectors: tuple[Rows, Rows] | None,
    limits: Limits,
    *,
    background: float = 0.0,
) -> Candidates:
    """What `candidates.candidates` must give, by sorting all pairs."""
    every = [(i, j) for i in range(len(left)) for j in range(len(right))]
    cosines: dict[Pair, int] = {}
    near_left: list[float] = []
    near_right: list[float] = []
    if vectors is not None:
        first, second = ([[round(x * VECTOR_UNIT) for x in row] for row in rows] for rows in vectors)
        cosines = {(i, j): sum(a * b for a, b in zip(first[i], second[j], strict=True)) for i, j in every}
        near_left = [_near([cosines[i, j] for j in range(len(right))], background) for i in range(len(left))]
        near_right = [_near([cosines[i, j] for i in range(len(left))], background) for j in range(len(right))]
    chosen = set(every)
    if len(every) > limits.every_pair:
        chosen = _nearest(_overlaps(left, right, limits), limits.nearest, len(left), len(right))
        chosen |= _nearest(cosines, limits.nearest, len(left), len(right))
        chosen |= _sharing_rare_anchors(left, right, limits)
        chosen |= _told_again(left, right)
    pairs = tuple(sorted(chosen))
    shown = None if vectors is None else tuple(cosines[pair] / COSINE_UNIT for pair in pairs)
    return Candidates(pairs, shown, tuple(near_left), tuple(near_right))


def _told_again(left: Sequence[Profile], right: Sequence[Profile]) -> set[Pair]:
    """Equal sentences, each with the one of the other side before which as many equal ones stand."""
    mine, yours = [p.text for p in left], [p.text for p in right]
    return {
        (i, j)
        for i in range(len(mine))
        for j in range(len(yours))
        if mine[i] == yours[j] and mine[:i].count(mine[i]) == yours[:j].count(yours[j])
    }


def _near(values: Sequence[int], background: float) -> float:
    best = sorted(values, reverse=True)[:NEIGHBOURS]
    return (sum(best) + (NEIGHBOURS - len(best)) * int(background * COSINE_UNIT)) / (NEIGHBOURS * COSINE_UNIT)


def _nearest(measure: dict[Pair, int], keep: int, height: int, width: int) -> set[Pair]:
    found: set[Pair] = set()
    for line in range(height):
        of_row = sorted((-value, pair) for pair, value in measure.items() if pair[0] == line)
        found.update(pair for value, pair in of_row[:keep] if value < 0)
    for line in range(width):
        of_column = sorted((-value, pair) for pair, value in measure.items() if pair[1] == line)
        found.update(pair for value, pair in of_column[:keep] if value < 0)
    return found


def _overlaps(left: Sequence[Profile], right: Sequence[Profile], limits: Limits) -> dict[Pair, int]:
    common = max(limits.common_least, int(limits.common_share * (len(left) + len(right))))
    roots = [root for profile in (*left, *right) for root in profile.roots]
    rare = {root for root in set(roots) if roots.count(root) <= common}
    found = {}
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            shared = sum(weight for root, weight in a.roots.items() if root in b.roots and root in rare)
            total = sum(w for profile in (a, b) for root, w in profile.roots.items() if root in rare)
            found[i, j] = 2 * OVERLAP_UNIT * shared // max(1, total)
    return found


def _sharing_rare_anchors(left: Sequence[Profile], right: Sequence[Profile], limits: Limits) -> set[Pair]:
    found = set()
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            for anchor in a.anchors:
                counts = [sum(anchor in profile.anchors for profile in side) for side in (left, right)]
                if anchor in b.anchors and max(counts) <= limits.rare_anchor:
                    found.add((i, j))
    return found


def best_matching(pairs: Sequence[Pair], scores: Sequence[float], floor: float) -> dict[int, int]:
    """What `assign.best_matching` must give: the Hungarian method on the whole square, alone-standing included."""
    weighted = {pair: weight for pair, weight in weights(pairs, scores, floor).items() if weight > 0}
    size = 1 + max((max(pair) for pair in weighted), default=-1)
    # Rows and columns of their own stand for "alone", so that nobody is forced into a link.
    cost = [[-weighted.get((i, j), 0) for j in range(2 * size)] for i in range(size)]
    chosen = _hungarian(cost)
    return {i: j for i, j in enumerate(chosen) if (i, j) in weighted}


def _hungarian(cost: Sequence[Sequence[int]]) -> list[int]:
    """Column of each row at the least total cost; rows at most as many as columns."""
    height, width = len(cost), len(cost[0]) if cost else 0
    row_price, column_price = [0] * (height + 1), [0] * (width + 1)
    holder, way = [0] * (width + 1), [0] * (width + 1)
    infinite = 1 << 200
    for row in range(1, height + 1):
        holder[0], column = row, 0
        least, used = [infinite] * (width + 1), [False] * (width + 1)
        while True:
            used[column], current, step, nearest = True, holder[column], infinite, 0
            for j in range(1, width + 1):
                if used[j]:
                    continue
                reduced = cost[current - 1][j - 1] - row_price[current] - column_price[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, column
                if least[j] < step:
                    step, nearest = least[j], j
            for j in range(width + 1):
                if used[j]:
                    row_price[holder[j]] += step
                    column_price[j] -= step
                else:
                    least[j] -= step
            column = nearest
            if holder[column] == 0:
                break
        while column:
            holder[column] = holder[way[column]]
            column = way[column]
    chosen = [0] * height
    for j in range(1, width + 1):
        if holder[j]:
            chosen[holder[j] - 1] = j - 1
    return chosen
