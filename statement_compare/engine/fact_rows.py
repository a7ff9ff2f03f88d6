"""What a table of figures, dates and names is made of: plain values, so that a window shows one without its rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from statement_compare.engine.model import Span


class Kind(StrEnum):
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a fact stands: the id of the sentence, and the span of its words in the source of that side."""

    sentence: int
    span: Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as it is written, without its bounds: 1200000 of "CUR:EUR". `unit` and `per` are "" where none is told.

    Units are called as pint calls them, currencies "CUR:" and their code, shares "%".
    """

    value: float
    unit: str
    per: str


class Relation(StrEnum):
    """How a row stands; in the order in which a person should look at them."""

    DIFFERS = "differs"
    ROUNDED = "rounded"  # not equal, and both can hold: rounded, one within the other's bound, a day of that month
    ONLY_LEFT = "only_left"
    ONLY_RIGHT = "only_right"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Row:
    """One fact with all its places in both texts, in reading order; two facts where they answer each other and differ.

    The amounts are those of the first place of each side, None where it has none and for dates and names.
    """

    kind: Kind
    relation: Relation
    left: tuple[Place, ...]
    right: tuple[Place, ...]
    left_amount: Amount | None = None
    right_amount: Amount | None = None
