"""Which sentences cannot be understood without the one before: "They were 124.", "That is false.", "Not in May."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from statement_compare.engine.language import lines, patterns

_TOPIC: Final = "leaning"
_PRONOUNS, _OPENINGS = patterns(_TOPIC, "pronouns"), patterns(_TOPIC, "openings")
_ANSWERS, _ANSWER_LENGTH = patterns(_TOPIC, "answers"), lines(_TOPIC, "answer_length")
_STANDING = patterns(_TOPIC, "standing")


# The same sentence is asked about once for every sentence of the other side.
@lru_cache(maxsize=4096)
def leans(text: str, language: str) -> bool:
    """Whether a text opens with words whose meaning stands in the sentence before it.

    Only the opening counts: what comes later has mostly been named by then. False for a language without a table.
    """
    table = _table(language)
    if table is None:
        return False
    opening = text.lstrip(_OPENERS)
    return table.leaning.match(opening) is not None and table.standing.match(opening) is None


@dataclass(frozen=True, slots=True)
class _Table:
    """What leans, and what looks like it and does not."""

    leaning: re.Pattern[str]
    standing: re.Pattern[str]


_OPENERS = " \t\n\"'“”„«»‘’([–—-"


@lru_cache(maxsize=16)
def _table(language: str) -> _Table | None:
    if language not in _PRONOUNS:
        return None
    leaning = [rf"(?:{_PRONOUNS[language]})(?!\w)", _short(_ANSWERS[language], int(_ANSWER_LENGTH[language][0][0]))]
    if language in _OPENINGS:
        leaning.append(_OPENINGS[language])
    return _Table(re.compile("|".join(leaning), re.IGNORECASE), re.compile(_STANDING[language], re.IGNORECASE))


def _short(openings: str, most_words: int) -> str:
    """An answer of a few words that opens so and ends there."""
    return rf"(?:{openings})(?!\w)[,:]?(?:\s+[\w'’.,:%-]+){{0,{most_words - 1}}}[.!…]?\s*\Z"
