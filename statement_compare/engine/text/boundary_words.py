"""The words that tell whether a sentence ends: tables of one language, and of all, and their patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from statement_compare.engine.language import keyed, patterns
from statement_compare.engine.text.candidates import Candidate
from statement_compare.engine.text.wordlists import EVERYWHERE, LANGUAGES, alternatives, entries, joined

_TOPIC: Final = "sentence_ends"


@cache
def known(table: str) -> frozenset[str]:
    """The words of a table in all languages: names of people, places and companies stand in every language's press."""
    return frozenset(joined(_TOPIC, table, (*LANGUAGES, EVERYWHERE)))


@lru_cache(maxsize=256)
def own(table: str, language: str) -> frozenset[str]:
    """The words of a table in one language."""
    return frozenset(entries(_TOPIC, table, language))


@lru_cache(maxsize=256)
def namers(language: str) -> frozenset[str]:
    """The words that make a name of the number behind them: "Table 2"."""
    return frozenset(entries("amounts", "namers", language))


def has_trait(c: Candidate, trait: str) -> bool:
    """Whether something is so of the language ("ordinals_have_stops"); its tables tell."""
    return trait in own("traits", c.language)


@dataclass(frozen=True, slots=True)
class WordPatterns:
    """Patterns of the words of all languages: a text is cut before the language of each sentence is known."""

    name_and_verb: re.Pattern[str]
    said: re.Pattern[str]
    smaller_unit: re.Pattern[str]
    surname: re.Pattern[str]
    clause: re.Pattern[str]


@cache
def word_patterns() -> WordPatterns:
    verbs, said = alternatives(_TOPIC, "name_verbs"), alternatives(_TOPIC, "said")
    return WordPatterns(
        name_and_verb=re.compile(rf"[^\W\d_][\w.’'-]*(?: [A-Z][\w’'-]*)?\s+(?:{verbs})\b"),
        said=re.compile(rf"(?:[^\W\d_][\w.’'-]*,?\s+){{1,4}}?(?:{said})\b"),
        smaller_unit=re.compile(rf"\d+\s*(?:{alternatives(_TOPIC, 'smaller_units')})"),
        surname=re.compile("|".join(patterns(_TOPIC, "surnames").values())),
        clause=re.compile(rf"[,;:]|\b(?:{alternatives(_TOPIC, 'clause_words')})\b"),
    )


@cache
def owners_of_currencies() -> dict[str, str]:
    """Abbreviations of currencies, of all languages as above, with the name that goes with each ("долл. США")."""
    return {currency: owner for table in keyed(_TOPIC, "currency_of").values() for currency, owner in table.items()}
