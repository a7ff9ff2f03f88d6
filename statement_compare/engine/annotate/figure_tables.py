"""Tables of words around figures as their rules ask for them: beginnings, phrases, values, expressions.

Each is that of the language of the passage; where that is not told, those of all languages together.
"""

from __future__ import annotations

import re
from fractions import Fraction

from statement_compare.engine.annotate.alternatives import of
from statement_compare.engine.language import keyed, patterns, phrases, speaking

Phrase = tuple[str, ...]


def beginnings(topic: str, table: str, language: str) -> Phrase:
    """The beginnings (or ends) of words, as `str.startswith` takes them."""
    return tuple(entry for entries in speaking(phrases(topic, table), language) for entry in entries)


def phrases_of(topic: str, table: str, language: str) -> tuple[Phrase, ...]:
    """The phrases, word by word, the longest first."""
    found = [tuple(entry.split()) for entry in beginnings(topic, table, language)]
    return tuple(sorted(found, key=len, reverse=True))


def named(topic: str, table: str, language: str) -> dict[str, str]:
    """What the entries stand for."""
    return {entry: value for entries in speaking(keyed(topic, table), language) for entry, value in entries.items()}


def numbers(topic: str, table: str, language: str) -> dict[str, float]:
    """The numbers that the entries stand for."""
    return {entry: number(value) for entry, value in named(topic, table, language).items()}


def pattern(topic: str, table: str, language: str) -> re.Pattern[str]:
    """One regular expression of the alternatives."""
    return re.compile(of(patterns(topic, table), language))


def number(value: str) -> float:
    """The number that a table writes as "0.5" or "1/3"."""
    return float(Fraction(value))
