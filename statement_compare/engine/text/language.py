"""Which language a text is in, told from its letters and its commonest small words; no model, no network."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Final

from statement_compare.engine.language.tables import rows_of
from statement_compare.engine.text.wordlists import BESIDES, LANGUAGES, entries

__all__ = ["LANGUAGES", "guess"]

_TOPIC: Final = "guessing"

# The reading of a whole book would tell no more than its opening, middle and end.
_SAMPLE = 8_000
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ][^\W\d_]+)*")


def _languages_of(table: str) -> dict[str, tuple[str, ...]]:
    """The languages for which each entry of a table speaks."""
    found: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        for entry in entries(_TOPIC, table, language):
            found[entry] = (*found.get(entry, ()), language)
    return found


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    return _languages_of("small_words")


@cache
def _letters() -> dict[str, tuple[str, ...]]:
    """Letters that only some of the languages write. Each hit speaks for all languages named."""
    return _languages_of("letters")


@cache
def _written_in(script: str) -> tuple[str, ...]:
    """The languages of a script; where as much speaks for two of them, the one that stands first is taken."""
    places = [
        (int(place), language)
        for language in LANGUAGES
        for name, place in rows_of(_TOPIC, "script", language)
        if name == script
    ]
    return tuple(language for _, language in sorted(places))


def guess(text: str) -> str:
    """The ISO 639-1 code of the language that most of `text` is in, one of LANGUAGES.

    Where nothing decides, Cyrillic reads as the first of its languages ("ru") and everything else as the first of those
    in Latin letters ("en"). The same text gives the same answer.
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(_sample(text))]
    cyrillic = sum(1 for word in words if _is_cyrillic(word))
    candidates = _written_in("cyrillic" if cyrillic * 2 > len(words) else "latin")
    default = candidates[0]
    votes: Counter[str] = Counter()
    for word in words:
        for languages, weight in _evidence(word):
            share = weight / len(languages)
            for language in languages:
                votes[language] += round(share * 60)  # whole numbers add up alike in any order
    for code in BESIDES:  # they share small words with commoner languages, and must win by a margin
        votes[code] = votes[code] * 17 // 20
    best = max(candidates, key=lambda code: (votes[code], code == default, -candidates.index(code)))
    return best if votes[best] > 0 else default


def _evidence(word: str) -> list[tuple[tuple[str, ...], float]]:
    found: list[tuple[tuple[str, ...], float]] = []
    if word in _small_words():
        found.append((_small_words()[word], 2.0))
    seen = [languages for letter, languages in _letters().items() if letter in word]
    found.extend((languages, 1.0) for languages in seen)
    return found


def _is_cyrillic(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith("CYRILLIC")


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))
