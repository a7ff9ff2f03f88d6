"""Opposites that no single word carries: "voted in favour of" and "voted against"."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.cues import Found, PhraseTable, phrase_list
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.language import lines


class Side(StrEnum):
    """Which of two opposed groups of phrases one is of."""

    FIRST = "first"
    SECOND = "second"


_OPPOSED_PHRASES = lines("antonyms", "opposed_phrases")


def phrase_pairs(left: Reading, right: Reading) -> list[tuple[Found[Side], Found[Side]]]:
    """Opposed phrases that stand on one side each."""
    return [
        (mine, yours)
        for table in _phrase_tables(left.language)
        for mine in table.find(left.tokens)
        for yours in table.find(right.tokens)
        if mine.kind is not yours.kind
    ]


@cache
def _phrase_tables(language: str) -> tuple[PhraseTable[Side], ...]:
    return tuple(
        PhraseTable({Side.FIRST: phrase_list(first), Side.SECOND: phrase_list(second)})
        for first, second in _OPPOSED_PHRASES.get(language, ())
    )
