"""Opposites that no single word carries: "voted in favour of" and "voted against"."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.cues import Found, PhraseTable, phrase_list
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.language import lines
from statement_compare.engine.model import Span


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


def have_opposed_phrases(left: Reading, right: Reading) -> bool:
    """Whether the sides tell opposite things by such phrases. Where both tell "for" and "against", they do not."""
    for table in _phrase_tables(left.language):
        ours, theirs = ({found.kind for found in table.find(each.tokens)} for each in (left, right))
        if ours and theirs and ours != theirs:
            return True
    return False


def are_opposed_behind(left: Reading, here: Span, right: Reading, there: Span) -> bool:
    """Whether the first such phrases within two stretches are opposed: those behind "310 in favour and 290 against"."""
    for table in _phrase_tables(left.language):
        ours, theirs = _first_within(table, left, here), _first_within(table, right, there)
        if ours is not None and theirs is not None and ours is not theirs:
            return True
    return False


def _first_within(table: PhraseTable[Side], side: Reading, stretch: Span) -> Side | None:
    starts = {side.tokens[found.start].span.start: found.kind for found in table.find(side.tokens)}
    within = [at for at in starts if stretch.start <= at < stretch.end]
    return starts[min(within)] if within else None


@cache
def _phrase_tables(language: str) -> tuple[PhraseTable[Side], ...]:
    return tuple(
        PhraseTable({Side.FIRST: phrase_list(first), Side.SECOND: phrase_list(second)})
        for first, second in _OPPOSED_PHRASES.get(language, ())
    )
