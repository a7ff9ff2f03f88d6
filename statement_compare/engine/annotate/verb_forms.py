"""Which words are verbs by themselves, without a parse: auxiliaries and forms of the past ("paid", "insisted")."""

from __future__ import annotations

import re
from functools import cache

from statement_compare.engine.annotate.word_classes import AUXILIARIES
from statement_compare.engine.language import patterns, words

PAST = words("former_states", "past")
_PAST_ENDINGS = patterns("former_states", "past_endings")
_NONE: frozenset[str] = frozenset()


def is_verb(word: str, language: str) -> bool:
    """Whether a word in small letters is surely a verb: an auxiliary, or one of the past by its form or its ending."""
    known = word in AUXILIARIES.get(language, _NONE) or word in PAST.get(language, _NONE)
    return known or has_past_ending(word, language)


def has_past_ending(word: str, language: str) -> bool:
    """Whether a word ends as verbs of the past do ("employed"). A language without a table has no such endings."""
    ending = _past_ending(language)
    return ending is not None and ending.search(word) is not None


@cache
def _past_ending(language: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{_PAST_ENDINGS[language]})$") if language in _PAST_ENDINGS else None
