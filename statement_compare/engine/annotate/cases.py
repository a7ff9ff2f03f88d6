"""When two passages tell of two cases of one kind: "the first phase" and "the second", the way there and back."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from statement_compare.engine.annotate.negation_scope import is_content
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.language import CODES, keyed, patterns, speaking, word_sets, words
from statement_compare.engine.model import Span
from statement_compare.engine.text.tokens import TokenKind

_TRAITS = words("cases", "traits")
_RANKS = keyed("cases", "ranks")
# "In the first year", "for the second time".
_NOT_CASES = word_sets("cases", "not_cases")
_ROUTES = patterns("cases", "routes")


@annotation
def _ranked(reading: Reading) -> frozenset[tuple[str, int]]:
    """Nouns with the rank that stands right before them."""
    ranks = {form: rank for forms in speaking(_RANKS, reading.language) for form, rank in forms.items()}
    not_cases = words_of(_NOT_CASES, reading.language)
    return frozenset(
        (noun.stem, int(ranks[rank.lower]))
        for rank, noun in pairwise(reading.tokens)
        if rank.lower in ranks and noun.kind is TokenKind.WORD and noun.lower not in not_cases
    )


def are_ordinals_apart(left: Reading, right: Reading) -> bool:
    """Whether one noun has different ranks on the two sides and none that both give it."""
    ours, theirs = _ranked(left), _ranked(right)
    if ours & theirs:
        return False
    return bool({noun for noun, _ in ours} & {noun for noun, _ in theirs})


def are_routes_turned(left: Reading, right: Reading) -> bool:
    """Whether one side goes from A to B and the other from B to A."""
    ours, theirs = _route(left), _route(right)
    return bool(ours) and ours == theirs[::-1] and ours != theirs


def are_turned(left: Reading, here: Span, right: Reading, there: Span) -> bool:
    """Whether what stands before a figure stands behind the other side's, and the other way round.

    "The tower is twice as tall as the church", "the church is half as tall as the tower".
    """
    (before, behind), (its_before, its_behind) = _around(left, here), _around(right, there)
    went_back = (before - its_before) & (its_behind - behind)
    came_forth = (behind - its_behind) & (its_before - before)
    return bool(went_back and came_forth)


def _around(reading: Reading, figure: Span) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the words of content before and behind a figure."""
    stems = [(token.span, token.stem) for token in reading.tokens if is_content(token, reading.language)]
    return (
        frozenset(stem for span, stem in stems if span.end <= figure.start),
        frozenset(stem for span, stem in stems if figure.end <= span.start),
    )


def _route(side: Reading) -> tuple[str, ...]:
    """The ends of a way, cut to what their cases leave unchanged."""
    found = _route_pattern(side.language).search(side.text)
    if found is None:
        return ()
    ends = [end for end in found.groups() if end]
    has_cases = "names_have_cases" in _TRAITS.get(side.language, frozenset())
    return tuple(end[: max(4, len(end) - 2)].casefold() if has_cases else end for end in ends)


@cache
def _route_pattern(language: str) -> re.Pattern[str]:
    return re.compile(_ROUTES.get(language, _ROUTES[CODES[0]]))
