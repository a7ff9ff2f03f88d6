"""How it is said what becomes of a comparison's sentences, and how its figures, dates and names stand."""

from __future__ import annotations

from typing import Final

from statement_compare.engine.fact_rows import Kind, Relation
from statement_compare.engine.report.words import words_in
from statement_compare.engine.summary import Fate

FACT_SIGNS: Final = {
    Relation.DIFFERS: "≠",
    Relation.ROUNDED: "≈",
    Relation.ONLY_LEFT: "∅",
    Relation.ONLY_RIGHT: "∅",
    Relation.SAME: "=",
}


def fate_word(fate: Fate, language: str = "en") -> str:
    """What a part of all sentences is: "claims in no pair (unanswered)"."""
    return words_in(language).say(f"fate.{fate.value}")


def fate_count(fate: Fate, number: int, language: str = "en") -> str:
    """ "1 claim in no pair (unanswered)"."""
    return words_in(language).say(f"fate_n.{fate.value}", n=number)


def fact_title(kind: Kind, language: str = "en") -> str:
    """What stands above the facts of a kind: "Figures"."""
    return words_in(language).say(f"facts.{kind.value}")


def fact_word(relation: Relation, language: str = "en") -> str:
    """ "nearly the same"."""
    return words_in(language).say(f"facts.{relation.value}")


def fact_count(relation: Relation, number: int, language: str = "en") -> str:
    """ "2 differ"."""
    return words_in(language).say(f"facts_n.{relation.value}", n=number)
