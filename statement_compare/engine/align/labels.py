"""Whether two names of rows or columns of tables name one thing."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from statement_compare.engine.align.profile import skeleton
from statement_compare.engine.language import own_words
from statement_compare.engine.text.tokens import stem

# Words, figures, and the signs that say what is counted: "Share, %" is another column than "Share".
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[%‰$€£¥₽₸₴]")
# Shorter words that differ by a letter ("mln", "bln") are two, and no forms of one.
_LEAST_LETTERS = 5
# So many sounds of a name are enough to know it by in another alphabet: "Arna", "Арна".
_LEAST_SOUNDS = 4
# Between words these say which of them comes first: "Altyn – Kumis", "A/B".
_ORDERS = re.compile(r"[-‐‑‒–—−/→←>:]")


def are_same(one: str, two: str, languages: tuple[str, str] = ("", "")) -> bool:
    """Whether two names of a row or a column are the same but for punctuation, and for order or endings of words.

    "Shops closed" and "Closed shops" are, and so are "closed" and "closing". "Budget, mln" and "Budget, bln", "2023"
    and "2024", "Tuesday" and "Thursday", "From Arna to Altyn" and "From Altyn to Arna" are not.
    """
    left, right = plain(one), plain(two)
    if not left or len(left) != len(right):
        return False
    if all(_are_forms(a, b, languages) for a, b in zip(left, right, strict=True)):
        return True
    if sorted(left) != sorted(right) or _ORDERS.search(one) or _ORDERS.search(two):
        return False
    return _firm(left, languages[0]) == _firm(right, languages[1])


def sound_alike(one: str, two: str) -> bool:
    """Whether two names in two languages have the same figures, and words that are one name in two alphabets.

    "Сарабулак" and "Sarabulak" are; "Coal" and "Уголь" are one thing as well, and no rule here knows it.
    """
    return bool(plain(one)) and sound_of(one) == sound_of(two)


@lru_cache(maxsize=16384)
def sound_of(name: str) -> tuple[str, ...]:
    """What a name sounds like in any alphabet; words too short to be known by that stand as they are."""
    return tuple(map(_sound, plain(name)))


def _sound(word: str) -> str:
    sounds = skeleton(word.replace("kh", "h"), "a")
    return sounds if len(sounds) >= _LEAST_SOUNDS and sounds.strip("a") else word


def is_reordered(one: str, two: str) -> bool:
    """Whether two names hold the same words, whatever their order."""
    return sorted(plain(one)) == sorted(plain(two))


def keys_of(text: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What names that are the same have one of in common: the stems of their words, or the words in any order."""
    tokens = plain(text)
    return tuple(_stem(token, language) for token in tokens), ("", *sorted(tokens))


@lru_cache(maxsize=4096)
def plain(text: str) -> tuple[str, ...]:
    """The words, figures and signs of units of a name, in small letters."""
    return tuple(_TOKEN.findall(text.casefold()))


def _are_forms(one: str, two: str, languages: tuple[str, str]) -> bool:
    if one == two:
        return True
    return min(len(one), len(two)) >= _LEAST_LETTERS and _stem(one, languages[0]) == _stem(two, languages[1])


def _stem(token: str, language: str) -> str:
    return stem(token, language) if len(token) >= _LEAST_LETTERS and token.isalpha() else token


def _firm(tokens: tuple[str, ...], language: str) -> tuple[list[str], list[tuple[str, str]]]:
    """What must stand as it does: figures in their order, and what follows each small word ("from", "to")."""
    small = own_words("closed_words", "function_words", language)
    figures = [token for token in tokens if token.isdigit()]
    return figures, sorted(pair for pair in pairwise(tokens) if pair[0] in small)
