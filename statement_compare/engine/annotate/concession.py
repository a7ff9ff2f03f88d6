"""Whether a speaker takes the other side's word up as true: "We do not dispute that", "It is true that", "indeed"."""

from __future__ import annotations

import re
from functools import lru_cache

from statement_compare.engine.annotate.alternatives import of
from statement_compare.engine.language import patterns

# Words that concede, by where they are looked for: as whole words, where a word begins with them, or anywhere.
_PLACES = (
    (patterns("concession", "whole"), r"\b(?:{})(?!\w)"),
    (patterns("concession", "starting"), r"\b(?:{})"),
    (patterns("concession", "anywhere"), "(?:{})"),
)
# After one of these a concession is taken back: "It is true that we were told, but ...".
_TURNS = patterns("concession", "turns")


def concedes(text: str, language: str) -> bool:
    """Whether a passage takes something up as true and does not turn against it afterwards."""
    pattern = _conceding(language)
    found = pattern.search(text) if pattern is not None else None
    return found is not None and _turning(language).search(text, found.end()) is None


@lru_cache(maxsize=16)
def _conceding(language: str) -> re.Pattern[str] | None:
    found = [place.format(words[language]) for words, place in _PLACES if language in words]
    return re.compile("|".join(found), re.IGNORECASE) if found else None


@lru_cache(maxsize=16)
def _turning(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:;|\b(?:{of(_TURNS, language)})(?!\w))", re.IGNORECASE)
