"""Words of a text with their places, and the stems under which inflected forms meet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import snowballstemmer

from statement_compare.engine.model import Span
from statement_compare.engine.text.endings import endings_of
from statement_compare.engine.text.wordlists import LANGUAGES, alternatives, entries


class TokenKind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, figure or sign: `lower` is its case-folded text, `stem` what its inflected forms share.

    `lower` is composed (NFC), has straight apostrophes and hyphens and no soft hyphens.
    """

    span: Span
    text: str
    lower: str
    stem: str
    kind: TokenKind


# Where marks of living scripts stand: accents, points of Hebrew and Arabic, vowels of Indian scripts, kana.
_WITH_MARKS = ((0x300, 0x1FFF), (0x20D0, 0x20F0), (0x302A, 0x309A), (0xA66F, 0xABFF), (0xFB1E, 0xFB1E))
_MARKS = "".join(
    chr(code)
    for first, last in _WITH_MARKS
    for code in range(first, last + 1)
    if unicodedata.category(chr(code)) in ("Mn", "Mc", "Me")
)
# Plain, no-break, narrow no-break, and the narrow ones of set widths; an en or em space parts columns.
SPACES_IN_FIGURES = " \u00a0\u202f\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
CURRENCY_SIGNS = "$€£¥₽₸₴₺₹"
# A decimal without its nought (".5"), behind a blank, a bracket or a sign; ".05.24" is none.
LEADING_POINT = rf"(?:(?<![^\s(\[«“„<>≤≥=~≈±+‑−–\-{CURRENCY_SIGNS}])\.\d+(?![\d/:]|[.,]\d))"
# A figure keeps its separators ("1,234.5", "6 200"), but a year does not take in the next figure ("2021 300 people");
# a time is one figure ("03:40"). A word keeps inner apostrophes and hyphens ("don't", "long-term") and its marks.
_TOKEN = re.compile(
    "(?P<number>"
    r"\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    rf"|\d{{1,3}}(?:[.,'’{SPACES_IN_FIGURES}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
    rf"|\d+(?:[.,]\d+)?|{LEADING_POINT})"
    f"|(?P<word>(?:[^\\W\\d_][{_MARKS}\u00ad]*)+(?:[’'ʼ‐‑-](?:[^\\W\\d_][{_MARKS}\u00ad]*)+)*)"
    r"|(?P<symbol>[^\w\s])"
)
_SPELLING = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": None})


def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The tokens of `text` in order; their spans are code points of `text`. Time grows with the length."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = _KINDS[match.lastgroup or "symbol"]
        lower = _lower(match.group())
        word_stem = stem(lower, language) if kind is TokenKind.WORD else lower
        found.append(Token(Span(*match.span()), match.group(), lower, word_stem, kind))
    return tuple(found)


_KINDS = {kind.value: kind for kind in TokenKind}


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a case-folded word; the word itself where no stemmer knows the language."""
    endings = endings_of(language)
    if endings is not None:
        return endings.stem(word)
    stemmer = _stemmer(language)
    if stemmer is None:
        return word
    if entries("elision", "articles", language):  # "l'usine" and "usine" share a stem
        word = _elision().sub("", word, count=1)
    return str(stemmer.stemWord(word))


@lru_cache(maxsize=100_000)
def _lower(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold()).translate(_SPELLING)


@cache
def _elision() -> re.Pattern[str]:
    """Of all languages: names keep their article in texts of others ("l'Humanité")."""
    elided = (alternatives("elision", table, LANGUAGES) for table in ("articles", "clitics"))
    return re.compile(rf"(?:{'|'.join(elided)})'(?=\w)")


@lru_cache(maxsize=16)
def _stemmer(language: str) -> snowballstemmer.stemmer | None:
    names = entries("stemming", "stemmer", language)
    return snowballstemmer.stemmer(names[0]) if names else None
