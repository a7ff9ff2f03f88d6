"""Whether a clause states a fact: conditions, hedges, plans and questions in six languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.cues import places
from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.language import phrases, words
from statement_compare.engine.model import Span


class MoodMark(StrEnum):
    IF = "if"
    HEDGE = "hedge"
    PLAN = "plan"


_PHRASES = {
    MoodMark.IF: phrases("mood", "conditions"),
    MoodMark.HEDGE: phrases("mood", "hedges"),
    MoodMark.PLAN: phrases("mood", "plans"),
}
_MONTHS_ALIKE = words("mood", "months_alike")
_INVERTED = words("mood", "inverted")
_BEFORE_INVERTED = words("mood", "before_inverted")
_JOINING = words("mood", "joining")
_BEHIND_JOINING = words("mood", "behind_joining")
_HEDGES_UNLESS = words("mood", "hedges_unless")
_UNLESS = words("mood", "unless")
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mood:
    """What is said of a token's clause ("if", "may", "plans to"): a span for each that was found, else None."""

    condition: Span | None
    hedge: Span | None
    plan: Span | None
    is_question: bool


def mood_marks(reading: Reading, kind: MoodMark) -> tuple[tuple[int, int], ...]:
    """Token ranges of the words of a kind in a passage."""
    return _marks(reading)[kind]


@annotation
def _marks(reading: Reading) -> dict[MoodMark, tuple[tuple[int, int], ...]]:
    return {kind: _marks_of(reading, kind) for kind in MoodMark}


def _marks_of(reading: Reading, kind: MoodMark) -> tuple[tuple[int, int], ...]:
    lowers = [token.lower for token in reading.tokens]
    found: list[tuple[int, int]] = []
    for phrase in _longest_first(kind, reading.language):
        width = len(phrase.split())
        for i in places(lowers, phrase):
            if not any(a <= i < b for a, b in found) and _is_real(kind, lowers, i, width, reading):
                found.append((i, i + width))
    return tuple(sorted(found))


@cache
def _longest_first(kind: MoodMark, language: str) -> tuple[str, ...]:
    return tuple(sorted(_PHRASES[kind].get(language, ()), key=lambda text: (-len(text.split()), text)))


def _is_real(kind: MoodMark, lowers: list[str], i: int, width: int, reading: Reading) -> bool:
    word, language = lowers[i], reading.language
    following = lowers[i + width] if i + width < len(lowers) else ""
    if word in _MONTHS_ALIKE.get(language, _NONE):  # "May" the month
        return reading.tokens[i].text == word or i == 0
    if kind is MoodMark.IF and word in _INVERTED.get(language, _NONE) and width > 1:
        return i == 0 or lowers[i - 1] in (",", ";", ".", '"', "“") or lowers[i - 1] in _BEFORE_INVERTED[language]
    if kind is MoodMark.IF and word in _JOINING.get(language, _NONE) and width == 1:
        return following in _BEHIND_JOINING[language]
    if kind is MoodMark.HEDGE and word in _HEDGES_UNLESS.get(language, _NONE):
        return following not in _UNLESS[language]
    return True


def mood(reading: Reading, token: int, apart: tuple[int, ...] = ()) -> Mood:
    """The mood of the clause that holds `token`; a condition counts for its whole sentence. `apart` is left out."""
    first, last = scopes(reading).clause_of(token)
    start, end = _sentence(reading, token)
    tokens = reading.tokens

    def inside(kind: MoodMark, a: int, b: int) -> Span | None:
        for x, y in mood_marks(reading, kind):
            if a <= x < b and x not in apart:
                return Span(tokens[x].span.start, tokens[y - 1].span.end)
        return None

    is_question = (end < len(tokens) and tokens[end].text == "?") or (end > 0 and tokens[end - 1].text == "?")
    return Mood(
        inside(MoodMark.IF, start, end),
        inside(MoodMark.HEDGE, first, last),
        inside(MoodMark.PLAN, first, last),
        is_question,
    )


def _sentence(reading: Reading, token: int) -> tuple[int, int]:
    tokens = reading.tokens
    start, end = token, token
    while start > 0 and tokens[start - 1].text not in ".!?;":
        start -= 1
    while end < len(tokens) and tokens[end].text not in ".!?;":
        end += 1
    return start, end
