"""Verbs that hold their negation within one word ("хабарламады"), and what they share with the positive forms."""

from __future__ import annotations

import re
from functools import cache

from statement_compare.engine.language import patterns, words

_NEGATIVE_SYLLABLES = words("negation", "negative_syllables")
_NEGATIVE_ENDINGS = patterns("negation", "negative_endings")
_REFUSED_ENDINGS = words("negation", "refused_endings")


def negated_root(word: str, language: str) -> str | None:
    """What a negated verb of one word shares with its positive forms ("хабарла" of "хабарламады"); None for others.

    A verbal noun in the ablative ("кездесуден" before "бас тартты") is such a form as well.
    """
    forms = negative_verb(language)
    if forms is None:
        return None
    refused = next((ending for ending in _REFUSED_ENDINGS.get(language, ()) if word.endswith(ending)), None)
    if refused is not None and len(word) >= len(refused) + 3:
        return word.removesuffix(refused)
    if not forms.match(word):
        return None
    return word[: max(word.rfind(syllable) for syllable in _NEGATIVE_SYLLABLES[language])]


@cache
def negative_verb(language: str) -> re.Pattern[str] | None:
    """A whole verb with the negation within it; None in languages that negate by words of their own."""
    if language not in _NEGATIVE_SYLLABLES:
        return None
    syllables = "|".join(sorted(_NEGATIVE_SYLLABLES[language]))
    return re.compile(rf"^\w{{2,}}?(?:{syllables})(?:{_NEGATIVE_ENDINGS[language]})$")
