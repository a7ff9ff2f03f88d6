"""Amounts as a statement gives them: bounds, unit, rate and thing counted; dates and names of things are none."""

from __future__ import annotations

from statement_compare.engine.annotate.quantities.model import Bound, Quantity, without_sign
from statement_compare.engine.annotate.quantities.parser import Parser
from statement_compare.engine.annotate.quantities.settling import settled
from statement_compare.engine.annotate.reading import Reading, annotation

__all__ = ["Bound", "Quantity", "quantities", "settled", "without_sign"]


@annotation
def quantities(reading: Reading) -> tuple[Quantity, ...]:
    """The amounts in a passage, in order. Dates, times of day, ages, ordinals and numbers in names are none."""
    return tuple(Parser(reading).all())
