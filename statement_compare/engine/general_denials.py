"""Who denies the other side's charges in general, and which of them have no other answer.

"The company strongly refutes these allegations" denies everything and nothing: as a contradiction of each charge it
would be six findings that say the same. It is one finding of its own, which names what was charged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from statement_compare.engine.model import Comparison, Role, Side, Verdict
from statement_compare.engine.text.tokens import TokenKind, tokens
from statement_compare.engine.verdict.facts.words import FUNCTION_WORDS

# What is said besides a general denial and makes it no denial of something else: "and will defend itself in court".
_MOST_CONTENT_WORDS = 7
# By language: who denies charges as such, and who calls them untrue. "That" behind them names one charge.
_DENIALS: dict[str, tuple[str, ...]] = {
    "en": (
        (
            r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|contest(?:s|ed)?"
            r"|repudiat(?:e|es|ed))\s+(?:\w+\s+){0,4}?(?:allegations?|accusations?|claims|charges|assertions|insinuations?"
            r"|imputations?|wrongdoing)\b(?!\s+(?:that|of|about|to)\b)"
        ),
        (
            r"(?:allegations?|accusations?|claims|charges|assertions)\s+(?:\w+\s+){0,3}?(?:are|is|were|have|has)\s+"
            r"(?:\w+\s+){0,2}?(?:false|untrue|unfounded|baseless|groundless|meritless|wrong|incorrect"
            r"|without (?:any )?(?:merit|foundation|basis)|no (?:merit|foundation|basis))"
        ),
    ),
    "ru": (
        (
            r"(?:отверга|отрица|опроверга|отверг|опроверг)\w*\s+(?:\w+\s+){0,3}?(?:обвинени|утверждени|претензи|домысл)\w*\b"
            r"(?!,?\s+(?:что|о|об)\b)"
        ),
        (
            r"(?:обвинени|утверждени|претензи|сведени)\w*\s+(?:\w+\s+){0,3}?(?:необоснован|безосновательн|беспочвен|ложн"
            r"|надуман|не соответству|не имеют под собой|лишены)\w*"
        ),
    ),
    "kk": (
        (
            r"(?:айыптау|айып|тұжырым|мәлімет|ақпарат)\w*\s+(?:\w+\s+){0,3}?(?:жоққа шығар|теріске шығар|негізсіз"
            r"|шындыққа сәйкес кел|шындыққа жанаспай)\w*"
        ),
    ),
    "de": (
        (
            r"(?:weis(?:t|en)|wies(?:en)?|bestreite\w*|dementier\w*)\s+(?:\w+\s+){0,5}?(?:vorwürfe|anschuldigungen"
            r"|behauptungen)\b(?!,?\s+dass\b)"
        ),
        (
            r"(?:vorwürfe|anschuldigungen|behauptungen)\s+(?:\w+\s+){0,2}?(?:sind|seien|waren|entbehren)\s+(?:\w+\s+){0,2}?"
            r"(?:haltlos|unbegründet|falsch|unwahr|jeder grundlage|jeglicher grundlage)"
        ),
    ),
    "fr": (
        (
            r"(?:rejet|ni|réfut|contest|démen)\w*\s+(?:\w+\s+){0,4}?(?:accusations|allégations|affirmations|reproches)\b"
            r"(?!\s+(?:selon|de|que)\b)"
        ),
        (
            r"(?:accusations|allégations|reproches)\s+(?:\w+\s+){0,2}?(?:sont|étaient)\s+(?:\w+\s+){0,2}?"
            r"(?:infondé|faux|fausses|sans fondement|dénué|mensong)\w*"
        ),
    ),
    "es": (
        (
            r"(?:nieg|neg|rechaz|desmient|desment|refut)\w*\s+(?:\w+\s+){0,4}?(?:acusaciones|alegaciones|afirmaciones"
            r"|imputaciones|señalamientos)\b(?!\s+(?:de|que)\b)"
        ),
        (
            r"(?:acusaciones|alegaciones|imputaciones)\s+(?:\w+\s+){0,2}?(?:son|eran|carecen)\s+(?:\w+\s+){0,2}?"
            r"(?:falsas|infundadas|de todo fundamento|de fundamento)"
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class GeneralDenial:
    """A sentence of `side` that denies in general; `charges` are the other side's claims with no other answer."""

    side: Side
    sentence: int
    charges: tuple[int, ...]


def general_denials(comparison: Comparison) -> tuple[GeneralDenial, ...]:
    """The general denials of both sides in reading order, where any claim of the other side is without an answer."""
    return tuple(_of_side(comparison, Side.LEFT)) + tuple(_of_side(comparison, Side.RIGHT))


def denies_in_general(text: str, language: str) -> bool:
    """Whether a sentence denies charges as such and says little else; False in languages without a list."""
    found = [match for pattern in _patterns(language) for match in pattern.finditer(text)]
    if not found:
        return False
    known = FUNCTION_WORDS.get(language, frozenset())
    rest = text[: found[0].start()] + text[found[0].end() :]
    said = tokens(rest, language)
    if any(token.kind is TokenKind.NUMBER for token in said):
        return False
    content = [token for token in said if token.kind is TokenKind.WORD and token.lower not in known]
    return len(content) <= _MOST_CONTENT_WORDS


def _of_side(comparison: Comparison, side: Side) -> Iterator[GeneralDenial]:
    mine, theirs = (comparison.left, comparison.right) if side is Side.LEFT else (comparison.right, comparison.left)
    answered = {
        sentence
        for link in comparison.links
        if link.verdict is not Verdict.UNCLEAR
        for sentence in (link.right if side is Side.LEFT else link.left)
    }
    charges = tuple(s.id for s in theirs.sentences if s.role is Role.CLAIM and s.id not in answered)
    if charges:
        for sentence in mine.sentences:
            if denies_in_general(sentence.text, mine.language):
                yield GeneralDenial(side, sentence.id, charges)


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in _DENIALS.get(language, ()))
