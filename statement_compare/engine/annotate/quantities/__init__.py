"""Amounts as a statement gives them: bounds, unit, rate and thing counted; dates and names of things are none."""

from __future__ import annotations

from functools import lru_cache

from statement_compare.engine.annotate.quantities.model import Bound, Quantity
from statement_compare.engine.annotate.quantities.parser import Parser
from statement_compare.engine.annotate.quantities.settling import settled

__all__ = ["Bound", "Quantity", "quantities", "settled"]


@lru_cache(maxsize=4096)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The amounts in a text, in order. Dates, times of day, ages, ordinals and numbers in names are none."""
    return tuple(Parser(text, language).all())
