"""What a claim holds that can be checked: how many figures, dates and names; and the stems of its content words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from statement_compare.engine.annotate.alternatives import of
from statement_compare.engine.annotate.word_classes import FUNCTION_WORDS, words_of
from statement_compare.engine.language import patterns, word_sets, words
from statement_compare.engine.text.markers import without_markers
from statement_compare.engine.text.tokens import Token, TokenKind, tokens

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MONTHS: Final = patterns("claim_dates", "months")
_ALSO_WORDS: Final = word_sets("claim_dates", "also_words")
# Words that stand within a date.
_INSIDE_DATE: Final = word_sets("claim_dates", "inside_date")
_NAME_TRAITS: Final = words("names", "traits")


def counted(text: str, language: str) -> tuple[int, int, int]:
    """The figures, dates and names of a sentence."""
    found = tokens(without_markers(text, language), language)
    is_date = [
        _YEAR.fullmatch(token.text) is not None or (token.kind is TokenKind.WORD and _is_month(token, language))
        for token in found
    ]
    # The day beside a month is part of the date and no figure of its own.
    beside_date = [
        any(is_date[max(0, i - 2) : i + 3]) and token.text.isdigit() and len(token.text) <= 2
        for i, token in enumerate(found)
    ]
    figures = sum(
        token.kind is TokenKind.NUMBER and not is_date[i] and not beside_date[i] for i, token in enumerate(found)
    )
    dates = _dates(found, [a or b for a, b in zip(is_date, beside_date, strict=True)], language)
    return figures, dates, _names(found, is_date, language)


def content_stems(text: str, language: str) -> frozenset[str]:
    """The stems of the words of a sentence that say what it is about."""
    plain = FUNCTION_WORDS.get(language, frozenset())
    return frozenset(
        token.stem
        for token in tokens(without_markers(text, language), language)
        if token.kind in (TokenKind.WORD, TokenKind.NUMBER) and token.lower not in plain
    )


@cache
def _months(language: str) -> re.Pattern[str]:
    return re.compile(of(_MONTHS, language))


def _is_month(token: Token, language: str) -> bool:
    is_plain_word = token.lower in words_of(_ALSO_WORDS, language) and token.text.islower()
    return not is_plain_word and _months(language).fullmatch(token.lower) is not None


def _dates(found: Sequence[Token], parts: Sequence[bool], language: str) -> int:
    """Dates, each counted once however many parts it has."""
    inside = words_of(_INSIDE_DATE, language) | {".", ","}
    dates, is_open = 0, False
    for token, is_part in zip(found, parts, strict=True):
        dates += is_part and not is_open
        is_open = is_part or (is_open and token.lower in inside)
    return dates


def _names(found: Sequence[Token], is_date: Sequence[bool], language: str) -> int:
    """Runs of words written large that do not start a sentence; where all nouns are written so, only longer runs."""
    names, length = 0, 0
    least = 2 if "nouns_large" in _NAME_TRAITS.get(language, ()) else 1
    for i, token in enumerate((*found, None)):
        if token is not None and not is_date[i] and _is_name_part(token, i):
            length += 1
        elif token is None or token.text not in ("-", "'", "’", "."):
            names += length >= least
            length = 0
    return names


def _is_name_part(token: Token, place: int) -> bool:
    if token.kind is not TokenKind.WORD:
        return False
    is_abbreviation = len(token.text) > 1 and token.text.isupper()
    return is_abbreviation or (place > 0 and token.text[0].isupper())
