"""Whether a passage tells a charge rather than what is so, as "a letter alleging that the tank leaked" does."""

from __future__ import annotations

import re
from functools import lru_cache

from statement_compare.engine.language import patterns

_CHARGES = patterns("charges", "charges")


def tells_a_charge(text: str, language: str) -> bool:
    """Whether some words of a text say that a charge is made; False in languages without a list."""
    pattern = _pattern(language)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str] | None:
    words = _CHARGES.get(language)
    return None if words is None else re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
