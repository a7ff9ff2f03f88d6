"""What the other side gives no answer to, and which of it weighs most: claims with figures, dates and names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from statement_compare.engine.align.score import wording_in_common
from statement_compare.engine.annotate.alternatives import of
from statement_compare.engine.annotate.word_classes import FUNCTION_WORDS, words_of
from statement_compare.engine.language import patterns, word_sets, words
from statement_compare.engine.model import Comparison, Role, Side
from statement_compare.engine.text.tokens import Token, TokenKind, tokens

# A figure can be checked, a date places a claim, a name says whom to ask. Beyond a few of each, more adds nothing.
_FIGURE_WEIGHT, _DATE_WEIGHT, _NAME_WEIGHT = 3, 2, 1
_MOST_COUNTED: Final = 3

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MONTHS: Final = patterns("claim_dates", "months")
_ALSO_WORDS: Final = word_sets("claim_dates", "also_words")
# Words that stand within a date.
_INSIDE_DATE: Final = word_sets("claim_dates", "inside_date")
_NAME_TRAITS: Final = words("names", "traits")

# A sentence is near another by its wording from here on; by half of it where they share content words as well.
_NEAR, _NEAR_WITH_WORDS, _WORDS = 0.6, 0.4, 2
# In more sentences than these nothing near is looked for: a person waits for it.
_MOST_SENTENCES = 20_000


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A claim that is in no link: its sentence id, what it holds, and its rank among its side's (more is first).

    `is_not_taken_up`: no sentence of the other side, read together with it, speaks of the same. That is a claim about a
    whole text, which only a model that read it can make; of all others no answer was found, which says less. `nearest`
    is the sentence of the other side that comes nearest, where one was read with it.
    """

    sentence: int
    figures: int
    dates: int
    names: int
    is_not_taken_up: bool = False
    nearest: int | None = None

    @property
    def weight(self) -> int:
        return (
            _FIGURE_WEIGHT * min(self.figures, _MOST_COUNTED)
            + _DATE_WEIGHT * min(self.dates, _MOST_COUNTED)
            + _NAME_WEIGHT * min(self.names, _MOST_COUNTED)
        )


def unanswered_ids(comparison: Comparison, side: Side) -> tuple[int, ...]:
    """Sentence ids of the claims of one side that are in no link, in reading order.

    Courtesy, contact lines, headings, questions, opinions and predictions are left out: they ask for no answer.
    """
    is_left = side is Side.LEFT
    sentences = (comparison.left if is_left else comparison.right).sentences
    alone = comparison.only_left if is_left else comparison.only_right
    return tuple(i for i in alone if sentences[i].role is Role.CLAIM)


def asks_for_an_answer(comparison: Comparison, side: Side, sentence: int) -> bool:
    """Whether a sentence is a claim, so that it is unanswered where it is in no link."""
    statement = comparison.left if side is Side.LEFT else comparison.right
    return statement.sentences[sentence].role is Role.CLAIM


def unanswered(comparison: Comparison, side: Side) -> tuple[Unanswered, ...]:
    """What `unanswered_ids` names with what it holds, the weightiest first, equals in reading order."""
    statement = comparison.left if side is Side.LEFT else comparison.right
    alone = (statement.sentences[i] for i in unanswered_ids(comparison, side))
    entries = []
    known = {near.sentence: near for near in comparison.nearest if near.side is side}
    for sentence in alone:
        near = known.get(sentence.id)
        entry = weigh(sentence.id, sentence.text, statement.language)
        if near is not None:
            entry = replace(entry, is_not_taken_up=not near.takes_up, nearest=near.other)
        entries.append(entry)
    return tuple(sorted(entries, key=lambda entry: (-entry.weight, entry.sentence)))


def nearest(comparison: Comparison, side: Side, sentence: int) -> int | None:
    """The sentence of the other side whose wording is nearest to one of `side`; None where none is near.

    It is no answer and was not judged to be one; it shows a person where to look. Wording tells nothing between two
    languages.
    """
    mine, other = comparison.left, comparison.right
    if side is Side.RIGHT:
        mine, other = other, mine
    if mine.language != other.language or len(other.sentences) > _MOST_SENTENCES:
        return None
    text = mine.sentences[sentence].text
    near = max(((wording_in_common(text, each.text), -each.id) for each in other.sentences), default=(0.0, 0))
    if near[0] < _NEAR_WITH_WORDS:
        return None
    found = -near[1]
    shared = _content(text, mine.language) & _content(other.sentences[found].text, other.language)
    return found if near[0] >= _NEAR or len(shared) >= _WORDS else None


def _content(text: str, language: str) -> frozenset[str]:
    plain = FUNCTION_WORDS.get(language, frozenset())
    return frozenset(
        token.stem
        for token in tokens(text, language)
        if token.kind in (TokenKind.WORD, TokenKind.NUMBER) and token.lower not in plain
    )


# Linking or unlinking one pair of two long texts asks for all of them again.
@lru_cache(maxsize=10_000)
def weigh(sentence: int, text: str, language: str) -> Unanswered:
    """Count the figures, dates and names of a sentence."""
    found = tokens(text, language)
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
    return Unanswered(
        sentence,
        figures,
        _dates(found, [a or b for a, b in zip(is_date, beside_date, strict=True)], language),
        _names(found, is_date, language),
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
