"""An amount, and the arithmetic of its bounds, units and rates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from statement_compare.engine.annotate.quantity_words import Role
from statement_compare.engine.annotate.units import Dimension, Unit
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

    `dimension` says what may be compared: `COUNT`, `MONEY`, `SHARE` (per cent), `POINTS`, `FACTOR`, one of pint's, or
    `BARE` for a bare figure. `value` is the figure before bounds, in base units, `written` the figure before its unit.
    `per` is the rate's denominator (a unit, a thing counted, or `NONE`), `total` the whole that a share is of.
    """

    span: Span
    low: float
    high: float
    value: float
    written: float
    step: float
    bound: Bound
    dimension: Dimension
    unit: Unit
    per: Unit
    noun: frozenset[str]
    context: frozenset[str]
    roles: frozenset[Role]
    total: float | None = None
    lone_one: bool = False
    mantissa: float = 0.0  # the figure without its scale word, for "310 million against 284"
    insists: bool = False  # "just", "exactly", "only" beside it
    aspect: str = ""  # of a length: "high", "long", "wide", "deep"
    other_reading: float | None = None  # "1.200" with its sign read the other way
    negation: int | None = None  # where the word starts that turns its bound: "No" in "No ship carries more than 60"
    sign: int = 0  # -1 where a minus is told ("-5", "5 degrees below zero"), 1 where a plus is

    @property
    def marked(self) -> Span:
        """The words to show: with a negation before them, without which "more than 60" says the opposite."""
        return self.span if self.negation is None else Span(self.negation, self.span.end)

    @property
    def is_exact(self) -> bool:
        return self.bound in (Bound.EXACT, Bound.ABOUT)


def may_divide(denominator: Unit, unit: Unit) -> bool:
    """Whether a rate may be so much of a unit per that denominator.

    A share is told per time ("5% a year") only: in "oil fell 3% a barrel" the barrel tells which price fell.
    """
    return not unit.is_share or denominator.is_period


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


def without_sign(mine: Quantity) -> Quantity:
    """The amount as it would be read if no minus stood before it; another one as it is."""
    if mine.sign >= 0:
        return mine
    based = abs(mine.value) if mine.unit.of_a_change is None else mine.unit.in_base(abs(mine.written)) / mine.per.size
    low, high, bound = interval(based, mine.step, mine.bound.value)
    if mine.bound is Bound.RANGE:
        low, high, bound = *sorted((abs(mine.low), abs(mine.high))), Bound.RANGE
    return replace(
        mine, low=low, high=high, value=based, bound=bound, written=abs(mine.written), mantissa=abs(mine.mantissa),
        sign=0,
    )  # fmt: skip


def rescaled(mine: Quantity, factor: float, *, unit: Unit | None = None, per: Unit | None = None) -> Quantity:
    return replace(
        mine, low=mine.low * factor, high=mine.high * factor, value=mine.value * factor, step=mine.step * factor,
        unit=unit or mine.unit, per=per or mine.per,
    )  # fmt: skip
