"""Which figures of a passage give another by a sum, a difference, a product, a share or a complement."""

from __future__ import annotations

from itertools import combinations, permutations

from statement_compare.engine.annotate.quantities import Quantity

# Among more figures than these, some sum or share fits any other by chance.
_MOST_SOURCES = 24


def derived_from(target: Quantity, sources: list[Quantity]) -> tuple[int, ...] | None:
    """Indices of the figures that `target` follows from, None if from none."""
    if not target.is_exact or len(sources) > _MOST_SOURCES:
        return None
    value, slack = target.value, max(0.006 * abs(target.value), target.high - target.value)

    def meets(number: float) -> bool:
        return abs(number - value) <= slack

    kin = [j for j, source in enumerate(sources) if _is_kin(target, source)]
    # "2,674 million" and "2,765" are no sum of 2,700 million: what is lost in the rounding adds nothing.
    parts = [j for j in kin if sources[j].value > slack]
    if value > 2 or target.total is not None:
        for i, j in combinations(parts, 2):
            x, y = sources[i].value, sources[j].value
            if meets(x + y) or (meets(abs(x - y)) and x != y and target.dimension != "share"):
                return i, j
        for i, j, k in combinations(parts, 3):
            x, y, z = sources[i].value, sources[j].value, sources[k].value
            if meets(x + y + z):
                return i, j, k
    for j in kin:
        source = sources[j]
        for whole in {target.total, source.total} - {None}:
            if whole is not None and target.written + source.written == whole:
                return (j,)
        if target.dimension == "share" and source.dimension == "share" and meets(100 - source.value):
            return (j,)
    if target.dimension == "share":
        for i, j in permutations(range(len(sources)), 2):
            x, y = sources[i].value, sources[j].value
            if sources[i].dimension != sources[j].dimension or not y or sources[i].dimension == "factor":
                continue
            for share in (100 * x / y, 100 * (x - y) / y if y else 0.0, 100 * (y - x) / y):
                if meets(share) and share > 1:
                    return i, j
    if target.dimension == "factor":
        for i, j in permutations(range(len(sources)), 2):
            is_pair = sources[i].dimension == sources[j].dimension and sources[j].value != 0
            if is_pair and abs(sources[i].value / sources[j].value - value) <= 0.06 * value:
                return i, j
    if target.dimension in {"count", "money", "[time]", "[mass]"} and value > 2:
        for i, j in permutations(range(len(sources)), 2):
            if _is_kin(target, sources[i]) and sources[j].dimension in {"share", "factor"}:
                part = sources[j].value / (100 if sources[j].dimension == "share" else 1)
                if meets(sources[i].value * part) or meets(sources[i].value * (1 - part)):
                    return i, j
        for i, j in combinations(range(len(sources)), 2):
            one, two = sources[i], sources[j]
            kinds = {one.dimension, two.dimension}
            if target.dimension not in kinds or not kinds & {"count", "[time]", ""} or target.written <= 10:
                continue
            if min(one.written, two.written) > 1 and meets(one.written * two.written):
                return i, j
    return None


def _is_kin(a: Quantity, b: Quantity) -> bool:
    if a.dimension == b.dimension:
        return a.dimension != "money" or a.unit == b.unit
    if a.dimension == "points" and b.dimension == "share":
        return True
    return "" in (a.dimension, b.dimension)
