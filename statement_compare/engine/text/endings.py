"""How words are inflected by endings that agree with a stem: which endings are taken off, and which of them fit.

Endings stand in the order stem, plural, possessive, case (Kazakh "үй-лер-іміз-ден", from our houses) and agree with the
last vowel of the stem (back or front), so an ending of the wrong row is part of the word. Negation (-ма, -ме, -ба ...)
is never taken off: "төленген" and "төленбеген" must not meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from statement_compare.engine.language import keyed, words
from statement_compare.engine.text.wordlists import entries

_TOPIC: Final = "endings"
_UNCHANGED, _SOFTENED = words(_TOPIC, "unchanged"), keyed(_TOPIC, "softened")


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of one language, each kind in the order in which they are tried."""

    participles: tuple[str, ...]
    cases: tuple[str, ...]
    possessives: tuple[str, ...]
    plurals: tuple[str, ...]
    unchanged: frozenset[str]
    softened: dict[str, str]
    back: frozenset[str]
    front: frozenset[str]
    vowels: frozenset[str]
    behind_vowels: frozenset[str]

    def stem(self, word: str) -> str:
        """The stem of a lower-case word; the word itself where no ending fits. A stem keeps a vowel and two letters."""
        if word in self.unchanged:
            return word
        bare = self._without(word, self.participles)
        if bare != word:
            return bare
        bare = self._without(word, self.cases)
        owned = self._without(bare, self.possessives)
        if owned != bare:
            ending = bare[len(owned) :]
            bare = owned
            if ending[0] in self.vowels and bare[-1] in self.softened:
                bare = bare[:-1] + self.softened[bare[-1]]
        return self._without(bare, self.plurals)

    def _without(self, word: str, endings: tuple[str, ...]) -> str:
        for ending in endings:
            if word.endswith(ending):
                rest = word[: -len(ending)]
                if len(rest) >= 2 and self._fits(rest, ending):
                    return rest
        return word

    def _fits(self, stem: str, ending: str) -> bool:
        """Whether the ending's vowel is of the same row as the last vowel of the stem; neutral vowels go with both."""
        if ending[0] in self.behind_vowels and not (stem[-1] in self.back or stem[-1] in self.front):
            return False  # "автобус-ы", but "бала-сы"
        last = next((letter for letter in reversed(stem) if letter in self.vowels), "")
        if not last:
            return False
        row = next((letter for letter in ending if letter in self.vowels), "")
        return not (last in self.back and row in self.front) and not (last in self.front and row in self.back)


@lru_cache(maxsize=16)
def endings_of(language: str) -> Endings | None:
    """The endings of a language; None for one that has no tables of them."""
    cases = entries(_TOPIC, "cases", language)
    if not cases:
        return None
    back, front, neutral = (
        frozenset(entries(_TOPIC, f"{row}_vowels", language)) for row in ("back", "front", "neutral")
    )
    return Endings(
        participles=entries(_TOPIC, "participles", language),
        cases=cases,
        possessives=entries(_TOPIC, "possessives", language),
        plurals=entries(_TOPIC, "plurals", language),
        unchanged=_UNCHANGED.get(language, frozenset()),
        softened=_SOFTENED.get(language, {}),
        back=back,
        front=front,
        vowels=back | front | neutral,
        behind_vowels=frozenset(entries(_TOPIC, "behind_vowels", language)),
    )
