"""The words around a figure: bounds, fractions, factors, rates, roles, and what makes it a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum

from statement_compare.engine.annotate.figure_context import FUNCTION_WORDS
from statement_compare.engine.annotate.figure_tables import (
    Phrase,
    all_beginnings,
    all_named,
    all_numbers,
    all_patterns,
    all_phrases,
    number,
)
from statement_compare.engine.language import CODES, all_words, keyed, word_sets, words


class Role(StrEnum):
    """What a figure is for, where the words beside it say so."""

    LIMIT = "limit"  # what is allowed or required, not what happened
    TARGET = "target"
    AVERAGE = "average"
    CHANGE = "change"  # by how much something rose or fell
    DIFFERENCE = "difference"  # how much more or less than something else
    REJECTED = "rejected"  # "and not fifty"


_BOUNDS = ("just_over", "just_under", "at_least", "at_most", "about")
_SIGNS_OF_ABOUT = (("~",), ("≈",))
_PREFIXES = tuple(
    sorted(
        (
            *((phrase, name) for name in _BOUNDS for phrase in all_phrases("figure_bounds", name)),
            *((sign, "about") for sign in _SIGNS_OF_ABOUT),
        ),
        key=lambda pair: len(pair[0]),
        reverse=True,
    )
)
_SUFFIXES = tuple(
    sorted(
        (
            (phrase, name)
            for name in ("at_least", "at_most", "about", "just_over")
            for phrase in all_phrases("figure_bounds", f"{name}_after")
        ),
        key=lambda pair: len(pair[0]),
        reverse=True,
    )
)


def _by_word(bounds: Sequence[tuple[Phrase, str]], place: int) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """Phrases with what they make of a figure, by the word that stands at `place` in them, in their order."""
    found: defaultdict[str, list[tuple[Phrase, str]]] = defaultdict(list)
    for phrase, name in bounds:
        found[phrase[place]].append((phrase, name))
    return {word: tuple(some) for word, some in found.items()}


# What makes a bound of the figure behind it, by its last word, and of the one before it, by its first; longest first.
# Beside nearly every figure stands a word that no such phrase has there, so that none of some thousand is tried.
PREFIXES_BY_LAST_WORD = _by_word(_PREFIXES, -1)
SUFFIXES_BY_FIRST_WORD = _by_word(_SUFFIXES, 0)

NAMERS = word_sets("amounts", "namers")
ORDINAL_TAILS = all_words("amounts", "ordinal_tails")
PERCENT_WORDS = all_beginnings("amounts", "percent")
FRACTIONS = {
    code: {word: number(part) for word, part in parts.items()}
    for code, parts in keyed("fractions", "fractions").items()
}
NOT_ONE = all_words("fractions", "not_one")
EVERY = {tuple(phrase.split()): many for phrase, many in all_numbers("fractions", "every").items()}
COINS = all_words("amounts", "coins")
# Of each language: the articles that do not count as "one" and "another" do, then those that do, and the figure.
_PLAIN_ARTICLES = words("fractions", "articles")
PLAIN_ARTICLES = {
    **{code: _PLAIN_ARTICLES.get(code, frozenset[str]()) for code in CODES},
    "": all_words("fractions", "articles"),
}
ARTICLES = {
    code: plain | words("fractions", "counting_articles").get(code, frozenset[str]()) | {"1"}
    for code, plain in PLAIN_ARTICLES.items()
    if code
}
ARTICLES[""] = frozenset[str]().union(*ARTICLES.values())
FACTORS = all_numbers("fractions", "factors")
PER_WORDS = word_sets("rates", "per")
PERIOD_ADVERBS = all_named("rates", "periods")
# Words that make an area or a volume of the length after them ("square metres"), and of the length before them.
POWERS = {word: int(power) for word, power in all_named("amounts", "powers").items()}
POWERS_AFTER = {word: int(power) for word, power in all_named("amounts", "powers_after").items()}
# The last word of "parts per million" and "parts per billion".
PARTS_PER = {
    (code, word): unit for code, named in keyed("amounts", "parts_per").items() for word, unit in named.items()
}
TIME_UNITS = frozenset({"quarter_year", "second", "minute", "hour", "day", "week", "month", "year", "ten_years"})
SHARES = frozenset({"%", "‰", "bp"})
ROLE_PATTERNS = tuple(
    (role, all_patterns("figure_roles", role.value)) for role in (Role.LIMIT, Role.TARGET, Role.AVERAGE, Role.CHANGE)
)
MORE = word_sets("figure_roles", "more")
REJECTERS = all_phrases("figure_roles", "rejecters")
_ADVERBS = word_sets("amounts", "adverbs")
_SIGNS = frozenset(',.;:()[]"«»„“”—–!?…&'.split()) | {"’", "'"}
STOP = {language: empty | _ADVERBS[language] | _SIGNS for language, empty in FUNCTION_WORDS.items()}
SKIPPED_ADJECTIVES = all_words("amounts", "skipped_adjectives")

# Verbs and comparatives that a "not" shortly before them turns round.
UPPER_WHEN_NEGATED = frozenset(all_phrases("figure_bounds", "upper_when_negated"))
LOWER_WHEN_NEGATED = frozenset(all_phrases("figure_bounds", "lower_when_negated"))
# Which way a length lies; "40 metres high" says nothing of "200 metres long".
ASPECT_PATTERNS = tuple(
    (name, all_patterns("lengths", name)) for name in ("high", "long", "wide", "deep", "thick", "across")
)
# After a bare "once": it counts, and does not mean "formerly" or "as soon as".
AFTER_ONCE = all_words("amounts", "after_once") | {"", ".", ",", ";"}
ONE_TIME = all_words("fractions", "one_time")
SEVERAL_TIMES = all_numbers("fractions", "several_times")
GAMES = all_patterns("amounts", "games")
