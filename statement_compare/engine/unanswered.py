"""What the other side never took up, and which of it weighs most: claims with figures, dates and names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from statement_compare.engine.model import Comparison, Role, Side
from statement_compare.engine.text.tokens import Token, TokenKind, tokens

# A figure can be checked, a date places a claim, a name says whom to ask. Beyond a few of each, more adds nothing.
_FIGURE_WEIGHT, _DATE_WEIGHT, _NAME_WEIGHT = 3, 2, 1
_MOST_COUNTED: Final = 3

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# Beginnings of month names: English, German, French, Spanish; Russian and Kazakh, which write them in lower case.
_MONTH: Final = re.compile(
    r"(?:jan(?:uar|v)|feb(?:r|ruar)|f[ée]vr|mar(?:ch$|s$|zo$)|märz|apr[ií]l?|avril|may$|mai$|mayo$|jun[ei]|juin|jul[yi]"
    r"|juillet|aug(?:ust)|août|agosto|sept|oct|okt|nov|dec|dez|déc|dic|enero|ener|январ|феврал|март|апрел|мая$|май$"
    r"|июн|июл|август|сентябр|октябр|ноябр|декабр|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан"
    r"|қараша|желтоқсан)"
)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A claim that is in no link: its sentence id, what it holds, and its rank among its side's (more is first)."""

    sentence: int
    figures: int
    dates: int
    names: int

    @property
    def weight(self) -> int:
        return (
            _FIGURE_WEIGHT * min(self.figures, _MOST_COUNTED)
            + _DATE_WEIGHT * min(self.dates, _MOST_COUNTED)
            + _NAME_WEIGHT * min(self.names, _MOST_COUNTED)
        )


def unanswered(comparison: Comparison, side: Side) -> tuple[Unanswered, ...]:
    """The claims of one side that are in no link, the weightiest first, equals in reading order.

    Courtesy, contact lines, headings, questions, opinions and predictions are left out: they ask for no answer.
    """
    is_left = side is Side.LEFT
    statement = comparison.left if is_left else comparison.right
    alone = (statement.sentences[i] for i in (comparison.only_left if is_left else comparison.only_right))
    entries = [weigh(s.id, s.text, statement.language) for s in alone if s.role is Role.CLAIM]
    return tuple(sorted(entries, key=lambda entry: (-entry.weight, entry.sentence)))


def weigh(sentence: int, text: str, language: str) -> Unanswered:
    """Count the figures, dates and names of a sentence."""
    found = tokens(text, language)
    is_date = [
        _YEAR.fullmatch(token.text) is not None or (token.kind is TokenKind.WORD and _is_month(token))
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
    return Unanswered(sentence, figures, _runs(is_date, beside_date), _names(found, is_date, language))


def _is_month(token: Token) -> bool:
    # English "may" and "march" are months only when they are written large.
    is_plain_word = token.lower in ("may", "march", "mars", "mai") and token.text.islower()
    return not is_plain_word and _MONTH.match(token.lower) is not None


def _runs(is_date: list[bool], beside: list[bool]) -> int:
    """Dates, each counted once however many of its parts stand side by side."""
    parts = [first or second for first, second in zip(is_date, beside, strict=True)]
    return sum(part and not (i and parts[i - 1]) for i, part in enumerate(parts))


def _names(found: tuple[Token, ...], is_date: list[bool], language: str) -> int:
    """Runs of words written large that do not start a sentence; in German, where all nouns are, only longer runs."""
    names, length = 0, 0
    least = 2 if language == "de" else 1
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
