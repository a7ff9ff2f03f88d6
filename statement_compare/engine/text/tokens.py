"""Words of a text with their places, and the stems under which inflected forms meet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import snowballstemmer

from statement_compare.engine.model import Span


class TokenKind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, figure or sign: `lower` is its case-folded text, `stem` what its inflected forms share."""

    span: Span
    text: str
    lower: str
    stem: str
    kind: TokenKind


# A figure keeps its separators ("1,234.5"); a word keeps inner apostrophes and hyphens ("don't", "long-term").
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,  ’']\d{3})*(?:[.,]\d+)?|\d+)"
    r"|(?P<word>[^\W\d_]+(?:[’'ʼ\-‑][^\W\d_]+)*)"
    r"|(?P<symbol>[^\w\s])"
)
_SNOWBALL = {"en": "english", "ru": "russian", "de": "german", "fr": "french", "es": "spanish"}


def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The tokens of `text` in order; their spans are code points of `text`."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = TokenKind(match.lastgroup or "symbol")
        lower = match.group().casefold().replace("’", "'")
        word_stem = stem(lower, language) if kind is TokenKind.WORD else lower
        found.append(Token(Span(*match.span()), match.group(), lower, word_stem, kind))
    return tuple(found)


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a case-folded word; the word itself where no stemmer knows the language."""
    stemmer = _stemmer(language)
    return word if stemmer is None else str(stemmer.stemWord(word))


@lru_cache(maxsize=16)
def _stemmer(language: str) -> snowballstemmer.stemmer | None:
    name = _SNOWBALL.get(language)
    return None if name is None else snowballstemmer.stemmer(name)
