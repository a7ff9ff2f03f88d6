"""Whether a passage tells a charge rather than what is so, as "a letter alleging that the tank leaked" does."""

from __future__ import annotations

import re
from functools import lru_cache

# Words by language. "Claim" is also what an insured person files: it counts with "that" behind it alone.
_CHARGES: dict[str, str] = {
    "en": r"alleg(?:e|es|ed|edly|ing|ations?)|accus(?:e|es|ed|ing|ations?)|claim(?:s|ed|ing)?(?=\s+that)"
    r"|purported(?:ly)?|supposed(?:ly)?|so-called|lawsuits?|indictments?|complaints?(?=\s+(?:that|alleg|accus))",
    "ru": r"обвин\w+|якобы|утвержда(?:ет|ют|ли|л|я|ющ)\w*|предполагаем\w+|иск(?:а|е|у|ом|и|ов)?",
    "kk": r"айыпта\w*|мыс|жалған ақпар\w*|шағым\w*",
    "de": r"vorw(?:urf|ürfe)\w*|beschuldig\w+|angeblich\w*|behaupt\w+|mutmaßlich\w*|klage(?:n|schrift)?",
    "fr": r"accus\w+|alléga\w+|allègu\w+|prétend\w*|reproch\w+|présumé\w*",
    "es": r"acus\w+|alega\w*|supuest\w+|presunt\w+|denunci\w+",
}


def tells_a_charge(text: str, language: str) -> bool:
    """Whether some words of a text say that a charge is made; False in languages without a list."""
    pattern = _pattern(language)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str] | None:
    words = _CHARGES.get(language)
    return None if words is None else re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
