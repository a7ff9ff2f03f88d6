"""How two places of one event stand to each other: towns, states, countries, and the rooms in them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from statement_compare.engine.annotate.names import roots
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.times import date_spans
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.facts.one_event import has_article, is_name
from statement_compare.engine.facts.word_matching import Term, name_tokens
from statement_compare.engine.language import lines, own_words, speaking, word_sets

_NO_PLACE = word_sets("entities", "no_place")
# What holds what, the smallest first: rooms and names that no table knows are in none of them.
_NOUNS = ("houses", "districts", "settlements", "regions")
# Nouns that stand beside names: "in Kent county" and "in Dover", but neither "in the county" nor "in the canteen".
_BESIDE_NAMES = ("districts", "regions")
_NAMED = {table: lines("entities", table) for table in ("states", "countries", "continents")}
_CONTINENTS = "continents"
_HELD = lines("entities", "held_places")
_TOWN_PARTS = lines("entities", "town_parts")


class Where(StrEnum):
    """How two places stand to each other."""

    APART = "apart"  # "Lyon", "Paris"; "Lyon", "Germany"
    SAME = "same"  # "Britain", "the UK"
    PERHAPS_WITHIN = "perhaps_within"  # "Lyon", "France"; "in Leeds", "in private"
    UNKNOWN = "unknown"  # a town that no table knows, beside a country


def stand(left: Reading, right: Reading, a: Sequence[Term], b: Sequence[Term]) -> Where:
    language = left.language
    how = words_of(_NO_PLACE, language)
    if any(term.key in how for term in (*a, *b)):
        return Where.PERHAPS_WITHIN
    sides = ((left, tuple(t.index for t in a)), (right, tuple(t.index for t in b)))
    are_names = {is_name(*side) for side in sides}
    hold_names = [bool(name_tokens(side) & set(at)) for side, at in sides]
    if len(are_names) == 2 and not all(hold_names):
        return Where.PERHAPS_WITHIN
    if _has_part(a, b, language) or _has_part(b, a, language):
        return Where.PERHAPS_WITHIN
    one, other = (
        _sort_of(terms, language, are_named=any(hold_names) and not _goes_on(*side))
        for terms, side in zip((a, b), sides, strict=True)
    )
    if one[0] == other[0] and one[0] in _NAMED:
        return Where.SAME if one == other else Where.APART
    if _CONTINENTS in (one[0], other[0]) or not {one[0], other[0]} & set(_NAMED):
        # "In the Thames" and "in London": what has an article is no town.
        is_one_sort = one[0] == other[0] and (
            True not in are_names or has_article(left, sides[0][1][0]) == has_article(right, sides[1][1][0])
        )
        return Where.APART if is_one_sort else Where.PERHAPS_WITHIN
    return _held(a, b, language)


def _goes_on(reading: Reading, at: tuple[int, ...]) -> bool:
    """Whether a name goes on behind these tokens, as both do in "Leeds County Court" and "Bradford Crown Court"."""
    behind = reading.tokens[at[-1] + 1 : at[-1] + 2]
    return any(
        token.text[:1].isupper() and not any(span.start <= token.span.start < span.end for span in date_spans(reading))
        for token in behind
    )


def _held(a: Sequence[Term], b: Sequence[Term], language: str) -> Where:
    """How a town or a state stands to what may hold it. Towns of a name in two countries are in both."""
    for small, large in ((a, b), (b, a)):
        holders = _holders(small, language)
        sort, row = _sort_of(large, language)
        if (sort, row) in holders:
            return Where.PERHAPS_WITHIN
        if any(each == sort for each, _ in holders):
            return Where.APART
    return Where.UNKNOWN


def _has_part(town: Sequence[Term], place: Sequence[Term], language: str) -> bool:
    """Whether a place is a known part of a town, or lies in a state of its name: "Brooklyn", "Buffalo" and New York."""
    found, told = _forms(town, language), _forms(place, language)
    return any(
        _are_equal(found, whole) and any(_are_equal(told, part) for part in parts)
        for whole, *parts in _known_parts(language)
    )


@cache
def _known_parts(language: str) -> tuple[tuple[tuple[frozenset[str], ...], ...], ...]:
    return tuple(
        tuple(tuple(roots(word, language) for word in name.split()) for name in row)
        for row in _TOWN_PARTS.get(language, ())
    )


def _holders(place: Sequence[Term], language: str) -> frozenset[tuple[str, int]]:
    found = _forms(place, language)
    return frozenset(holder for holder, name in _known_held(language) if _are_equal(found, name))


def _forms(place: Sequence[Term], language: str) -> list[frozenset[str]]:
    return [roots(term.key, language) for term in place]


def _are_equal(found: Sequence[frozenset[str]], name: Sequence[frozenset[str]]) -> bool:
    return len(name) == len(found) and all(each & forms for each, forms in zip(found, name, strict=True))


@cache
def _known_held(language: str) -> tuple[tuple[tuple[str, int], tuple[frozenset[str], ...]], ...]:
    """Each place of a table as the forms of its words, with what holds it."""
    known = {
        name: (sort, number)
        for sort, table in _NAMED.items()
        for number, row in enumerate(table.get(language, ()))
        for name in row
    }
    return tuple(
        (known[holder], tuple(roots(word, language) for word in name.split()))
        for holder, *names in _HELD.get(language, ())
        for name in names
    )


def _sort_of(terms: Sequence[Term], language: str, *, are_named: bool = True) -> tuple[str, int]:
    """The table that knows a place, and which row of it; ("", 0) for what none knows."""
    found = _forms(terms, language)
    for sort, row, name in _known_places(language):
        for start in range(len(found) - len(name) + 1):
            if all(found[start + k] & forms for k, forms in enumerate(name)):
                return sort, row
    nouns = [sort for sort in reversed(_NOUNS) if are_named or sort not in _BESIDE_NAMES]
    # "Orange County", "département du Nord", and not the one in "Leeds County Court".
    edges = [*found[:1], *found[-1:]]
    return next(
        (
            (sort, 0)
            for sort in nouns
            if any(each & _known_nouns(sort, language) for each in (edges if sort in _BESIDE_NAMES else found))
        ),
        ("", 0),
    )


@cache
def _known_nouns(sort: str, language: str) -> frozenset[str]:
    return frozenset[str]().union(*(roots(word, language) for word in own_words("entities", sort, language)))


@cache
def _known_places(language: str) -> tuple[tuple[str, int, tuple[frozenset[str], ...]], ...]:
    """Each name of a table as the forms of its words, the longest names first: "Guinea" is no "New Guinea"."""
    found = [
        (sort, number, tuple(roots(word, language) for word in name.split()))
        for sort, table in _NAMED.items()
        for rows in speaking(table, language)
        for number, row in enumerate(rows)
        for name in row
    ]
    return tuple(sorted(found, key=lambda each: -len(each[2])))
