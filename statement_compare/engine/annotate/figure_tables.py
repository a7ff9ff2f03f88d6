"""Tables of words with those of all languages together: most rules of figures ask not which language a passage is in.

"Вместо 40" in an English passage rejects the figure as "instead of 40" does, and the words of one language hardly ever
stand beside a figure in another.
"""

from __future__ import annotations

import re
from fractions import Fraction

from statement_compare.engine.language import keyed, patterns, phrases

Phrase = tuple[str, ...]


def all_beginnings(topic: str, table: str) -> Phrase:
    """The beginnings (or ends) of words of all languages, as `str.startswith` takes them."""
    return tuple(entry for entries in phrases(topic, table).values() for entry in entries)


def all_phrases(topic: str, table: str) -> tuple[Phrase, ...]:
    """The phrases of all languages, word by word, the longest first."""
    found = [tuple(entry.split()) for entries in phrases(topic, table).values() for entry in entries]
    return tuple(sorted(found, key=len, reverse=True))


def all_named(topic: str, table: str) -> dict[str, str]:
    """What the entries of all languages stand for."""
    return {entry: value for named in keyed(topic, table).values() for entry, value in named.items()}


def all_numbers(topic: str, table: str) -> dict[str, float]:
    """The numbers that the entries of all languages stand for."""
    return {entry: number(value) for entry, value in all_named(topic, table).items()}


def all_patterns(topic: str, table: str) -> re.Pattern[str]:
    """One regular expression of the alternatives of all languages."""
    return re.compile("|".join(patterns(topic, table).values()))


def number(value: str) -> float:
    """The number that a table writes as "0.5" or "1/3"."""
    return float(Fraction(value))
