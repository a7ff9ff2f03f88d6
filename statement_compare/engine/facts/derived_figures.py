"""Which figures of a passage give another by a sum, a difference, a product, a share or a complement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, permutations

from statement_compare.engine.annotate.quantities import Quantity, without_sign
from statement_compare.engine.annotate.quantity_words import Role
from statement_compare.engine.annotate.units import BARE, COUNT, FACTOR, MASS, MONEY, POINTS, SHARE, TIME

# Among more figures than these, some sum or share fits any other by chance.
_MOST_SOURCES = 24


@dataclass(frozen=True, slots=True)
class _Sought:
    """A figure that is looked for among sums and shares of others, and how far off one may be."""

    figure: Quantity
    slack: float

    def meets(self, number: float) -> bool:
        return abs(number - self.figure.value) <= self.slack


def derived_from(target: Quantity, sources: list[Quantity], met: frozenset[int]) -> tuple[int, ...] | None:
    """Indices of the figures that `target` follows from, None if from none.

    A factor or a change in per cent of `met`, which both sides tell, gives nothing; nor does one level give another.
    """
    if not target.is_exact or len(sources) > _MOST_SOURCES:
        return None
    sought = _Sought(target, max(0.006 * abs(target.value), target.high - target.value))
    for follows_from in (_sum_of, _rest_of, _share_of, _factor_of, _part_of, _product_of):
        found = follows_from(sought, sources)
        if found is None:
            continue
        used = [sources[j] for j in found]
        # "Rose from 4 to 10", "rose from 6 to 10": 4 is what 6 leaves of 10 by chance.
        are_levels = len(used) > 1 and all(Role.REACHED in each.roles for each in (target, *used))
        if not are_levels and not any(j in met and _tells_a_step(sources[j]) for j in found):
            return found
    return None


def _tells_a_step(figure: Quantity) -> bool:
    return figure.dimension is FACTOR or (figure.dimension is SHARE and Role.CHANGE in figure.roles)


def _sum_of(sought: _Sought, sources: list[Quantity]) -> tuple[int, ...] | None:
    """The sum of two or three figures, or the difference of two."""
    target = sought.figure
    if target.value <= 2 and target.total is None:
        return None
    # "2,674 million" and "2,765" are no sum of 2,700 million: what is lost in the rounding adds nothing.
    parts = [j for j, source in enumerate(sources) if _is_kin(target, source) and source.value > sought.slack]
    for i, j in combinations(parts, 2):
        x, y = sources[i].value, sources[j].value
        if sought.meets(x + y) or (sought.meets(abs(x - y)) and x != y and target.dimension is not SHARE):
            return i, j
    for i, j, k in combinations(parts, 3):
        if sought.meets(sources[i].value + sources[j].value + sources[k].value):
            return i, j, k
    return None


def _rest_of(sought: _Sought, sources: list[Quantity]) -> tuple[int, ...] | None:
    """What a part leaves of its whole: "two of the nine" of "seven of the nine", 10 per cent of 90."""
    target = sought.figure
    for j, source in enumerate(sources):
        if not _is_kin(target, source):
            continue
        wholes = {target.total, source.total} - {None}
        if any(target.written + source.written == whole for whole in wholes):
            return (j,)
        if target.dimension is source.dimension is SHARE and sought.meets(100 - source.value):
            return (j,)
    return None


def _share_of(sought: _Sought, sources: list[Quantity]) -> tuple[int, ...] | None:
    """How much per cent one figure is of another, or more or less than it."""
    if sought.figure.dimension is not SHARE:
        return None
    sought = replace(sought, figure=without_sign(sought.figure))
    for i, j in permutations(range(len(sources)), 2):
        x, y = sources[i].value, sources[j].value
        if sources[i].dimension != sources[j].dimension or not y or sources[i].dimension is FACTOR:
            continue
        if any(sought.meets(share) and share > 1 for share in (100 * x / y, 100 * (x - y) / y, 100 * (y - x) / y)):
            return i, j
    return None


def _factor_of(sought: _Sought, sources: list[Quantity]) -> tuple[int, ...] | None:
    """How many times as much one figure is as another."""
    value = sought.figure.value
    if sought.figure.dimension is not FACTOR:
        return None
    for i, j in permutations(range(len(sources)), 2):
        is_pair = sources[i].dimension == sources[j].dimension and sources[j].value != 0
        if is_pair and abs(sources[i].value / sources[j].value - value) <= 0.06 * value:
            return i, j
    return None


def _part_of(sought: _Sought, sources: list[Quantity]) -> tuple[int, ...] | None:
    """A share of a figure, or what the share leaves of it: 30 of "40 men, three in four of them"."""
    if not _may_be_product(sought.figure):
        return None
    for i, j in permutations(range(len(sources)), 2):
        if _is_kin(sought.figure, sources[i]) and sources[j].dimension in {SHARE, FACTOR}:
            part = sources[j].value / (100 if sources[j].dimension is SHARE else 1)
            if sought.meets(sources[i].value * part) or sought.meets(sources[i].value * (1 - part)):
                return i, j
    return None


def _product_of(sought: _Sought, sources: list[Quantity]) -> tuple[int, ...] | None:
    """So many of so much: 60 tonnes of "12 lorries" and "five tonnes"."""
    target = sought.figure
    if not _may_be_product(target) or target.written <= 10:
        return None
    for i, j in combinations(range(len(sources)), 2):
        one, two = sources[i], sources[j]
        kinds = {one.dimension, two.dimension}
        if target.dimension not in kinds or not kinds & {COUNT, TIME, BARE}:
            continue
        if min(one.written, two.written) > 1 and sought.meets(one.written * two.written):
            return i, j
    return None


def _may_be_product(target: Quantity) -> bool:
    return target.dimension in {COUNT, MONEY, TIME, MASS} and target.value > 2


def _is_kin(a: Quantity, b: Quantity) -> bool:
    if a.dimension == b.dimension:
        return a.dimension is not MONEY or a.unit == b.unit
    if a.dimension is POINTS and b.dimension is SHARE:
        return True
    return BARE in (a.dimension, b.dimension)
