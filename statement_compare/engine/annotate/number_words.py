"""Number words of a language and how it puts them together, from `resources/languages/CODE/numerals.tsv`.

The traits of a language: `comma_decimals` ("1,5" is one and a half), `point_groups` ("1.234" is over a thousand),
`counts_by_twenties` ("quatre-vingt-dix": four twenties and ten), `hundred_opens_only` (a hundred without a number
before it stands at the beginning of a number alone), `word_for_each_hundred` ("двести", which may follow a thousand),
`teens_in_two_words` ("он бес": ten five), `links_after_hundreds` ("five hundred and six"), `links_units` ("treinta y
uno"), `units_first` ("einundzwanzig": one and twenty), `capital_nouns` of `amounts` ("5 Mio. Euro": a capital behind a
full stop need not open a sentence).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from statement_compare.engine.language import CODES, own_words, phrases, speaking
from statement_compare.engine.language.tables import rows_of

_TOPIC: Final = "numerals"
# Languages whose numbers are known, though no other tables are there: a table asked for them is read all the same.
NUMBERS_ONLY: Final = ("nl", "pl", "pt", "tr", "uk")

_AND_A_HALF = phrases(_TOPIC, "and_a_half")


@dataclass(frozen=True, slots=True)
class Joined:
    """How a language writes a number as one word: the forms below a hundred, then those of a hundred and a thousand.

    `articles` are its forms of one that are articles far more often than a count.
    """

    below_hundred: dict[str, float]
    hundreds: tuple[str, ...]
    thousands: tuple[str, ...]
    link: str
    articles: frozenset[str]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The tables of a language; what each holds is told in `resources/languages/topics/numerals.tsv`."""

    traits: frozenset[str]
    values: dict[str, float]
    hundred: frozenset[str]
    joined: Joined | None
    scales: dict[str, float]
    uncounted_dozens: frozenset[str]
    glued_scales: frozenset[str]
    scales_of_figures: frozenset[str]
    scales_with_point: frozenset[str]
    scale_openers: frozenset[str]
    opening_scales: frozenset[str]
    not_alone: frozenset[str]
    links: frozenset[str]
    minus: frozenset[str]
    plus: frozenset[str]
    no_minus_after: frozenset[str]

    @property
    def are_known(self) -> bool:
        """Whether the language has number words of its own."""
        return bool(self.values) or self.joined is not None


@lru_cache(maxsize=32)
def number_words(language: str) -> NumberWords:
    """The number words of a language; one without tables has the scale words of the first ("5 million")."""
    scaling = language if _rows("scales", language) else CODES[0]
    return NumberWords(
        traits=_set("traits", language) | (own_words("amounts", "traits", language) & {"capital_nouns"}),
        values=_values("values", language),
        hundred=_set("hundred", language),
        joined=_joined(language) if _rows("joined_units", language) else None,
        scales=_values("scales", scaling),
        uncounted_dozens=_set("uncounted_dozens", scaling),
        glued_scales=_set("glued_scales", scaling),
        scales_of_figures=_set("scales_of_figures", scaling),
        scales_with_point=_set("scales_with_point", scaling),
        scale_openers=_set("scale_openers", language),
        opening_scales=_set("opening_scales", scaling),
        not_alone=_set("not_alone", language),
        links=_set("links", language),
        minus=_set("minus", language),
        plus=_set("plus", language),
        no_minus_after=_set("no_minus_after", language),
    )


@lru_cache(maxsize=32)
def halves(language: str) -> tuple[list[str], ...]:
    """What adds a half to the number before it: "and a half" as its words."""
    return tuple(phrase.split() for listed in speaking(_AND_A_HALF, language) for phrase in listed)


def _joined(language: str) -> Joined:
    units, tens = _values("joined_units", language), _values("joined_tens", language)
    links = _entries("joined_links", language)
    is_units_first = "units_first" in _set("traits", language)
    both = _units_first(units, tens, links) if is_units_first else _tens_first(units, tens, language)
    return Joined(
        units | tens | both,
        _entries("joined_hundreds", language),
        _entries("joined_thousands", language),
        links[0] if links else "",
        _set("joined_articles", language),
    )


def _units_first(units: dict[str, float], tens: dict[str, float], links: tuple[str, ...]) -> dict[str, float]:
    """Numbers below a hundred of a language that says "einundzwanzig": unit, link, ten."""
    return {
        unit + link + ten: units[unit] + tens[ten]
        for unit in units
        for ten in tens
        for link in links
        if units[unit] < 10 and tens[ten] >= 20
    }


def _tens_first(units: dict[str, float], tens: dict[str, float], language: str) -> dict[str, float]:
    """Numbers below a hundred of a language that says "ventitré": a ten, without its last vowel before a vowel."""
    eliding = _set("eliding_beginnings", language)
    return {
        (ten[:-1] if unit[0] in eliding else ten) + unit: tens[ten] + units[unit]
        for ten in tens
        for unit in units
        if units[unit] < 10
    }


def _rows(table: str, language: str) -> tuple[tuple[str, ...], ...]:
    return rows_of(_TOPIC, table, language) if language in CODES or language in NUMBERS_ONLY else ()


def _entries(table: str, language: str) -> tuple[str, ...]:
    return tuple(row[0] for row in _rows(table, language))


def _set(table: str, language: str) -> frozenset[str]:
    return frozenset(_entries(table, language))


def _values(table: str, language: str) -> dict[str, float]:
    return {word: float(value) for word, value in _rows(table, language)}
