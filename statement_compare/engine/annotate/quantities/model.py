"""An amount, and the arithmetic of its bounds, units and rates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from statement_compare.engine.annotate import measures
from statement_compare.engine.annotate.quantity_words import (
    SHARES,
    TIME_UNITS,
    Role,
)
from statement_compare.engine.model import Span

INFINITY = float("inf")


class Bound(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount. `low` and `high` are in the unit's base (money, counts and shares as they stand), both inclusive.

    `dimension` says what may be compared: "count", "money", "share" (per cent), "points", "factor", a pint
    dimension, or
    "" for a bare figure. `value` is the figure before bounds, in base units, `written` the figure before its unit.
    `per` is the rate's denominator ("day", "liter", a noun's stem, or ""), `total` the whole that a share is of.
    """

    span: Span
    low: float
    high: float
    value: float
    written: float
    step: float
    bound: Bound
    dimension: str
    unit: str
    per: str
    noun: frozenset[str]
    context: frozenset[str]
    roles: frozenset[Role]
    total: float | None = None
    lone_one: bool = False
    mantissa: float = 0.0  # the figure without its scale word, for "310 million against 284"
    insists: bool = False  # "just", "exactly", "only" beside it
    aspect: str = ""  # of a length: "high", "long", "wide", "deep"
    other_reading: float | None = None  # "1.200" with its sign read the other way

    @property
    def is_exact(self) -> bool:
        return self.bound in (Bound.EXACT, Bound.ABOUT)


def kind_of(unit: str) -> str:
    """What an amount's unit measures: a dimension, "share" for the signs of shares, "" where no unit is told."""
    return "share" if unit in SHARES else measures.dimension(unit) if unit else ""


def may_divide(denominator: str, unit: str) -> bool:
    """Whether a rate may be so much of a unit per that denominator.

    A share is told per time ("5% a year") only: in "oil fell 3% a barrel" the barrel tells which price fell.
    """
    return unit not in SHARES or denominator in TIME_UNITS


def to_base(value: float, unit: str) -> float:
    return value if not unit or unit in SHARES else measures.to_base(value, unit)


def divisor_of(per: str) -> float:
    return measures.size_of(per) if measures.is_unit(per) else 1.0


def interval(value: float, step: float, bound: str) -> tuple[float, float, Bound]:
    """Bounds of a figure under "at least", "about" and the like; `step` is what its last digit stands for."""
    size = abs(value)
    if bound == "at_least":
        return value, INFINITY, Bound.AT_LEAST
    if bound == "at_most":
        return -INFINITY, value, Bound.AT_MOST
    if bound == "just_over":
        return value, value + 0.12 * size, Bound.ABOUT
    if bound == "just_under":
        return value - 0.12 * size, value, Bound.ABOUT
    if bound == "about":
        around = min(max(0.5 * step, 0.04 * size), 0.1 * size)
        return value - around, value + around, Bound.ABOUT
    around = min(0.5 * step, 0.012 * size)
    return value - around, value + around, Bound.EXACT


def rescaled(mine: Quantity, factor: float, *, unit: str = "", per: str = "") -> Quantity:
    return replace(
        mine, low=mine.low * factor, high=mine.high * factor, value=mine.value * factor, step=mine.step * factor,
        unit=unit or mine.unit, per=per or mine.per,
    )  # fmt: skip
