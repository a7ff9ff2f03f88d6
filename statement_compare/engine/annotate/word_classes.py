"""The closed classes of words: which carry no content, which open or close a clause, and what parties are called."""

from __future__ import annotations

from collections.abc import Mapping

from statement_compare.engine.language import phrases, words
from statement_compare.engine.language.tables import ByLanguage


def words_of(table: Mapping[str, frozenset[str]], language: str) -> frozenset[str]:
    """The words of a passage's language: "die" is an article in German only, "son" a pronoun in French only."""
    return table.get(language, table[""])


# Verbs that stand before the verb which says what happened ("has", "were").
AUXILIARIES = words("closed_words", "auxiliaries")
# Words without content of their own, these verbs among them. Cues of negation, quantity, modality and exclusivity stand
# here as well: they are what the fact modules weigh, so they must not count as wording in common.
FUNCTION_WORDS = ByLanguage(
    "closed_words",
    "function_words",
    lambda rows, code: AUXILIARIES.get(code, frozenset()).union(row[0] for row in rows),
)
# Words that describe no particular thing: they match everywhere, so they prove little.
LIGHT_WORDS = words("closed_words", "light_words")
ADVERBS = words("closed_words", "adverbs")
PARTICLES = words("closed_words", "particles")
NUMBER_WORDS = words("closed_words", "number_words")

FIRST_PERSON = words("organisations", "first_person")
# What a statement calls the organisation that it belongs to.
COMPANY_NOUNS = words("organisations", "company_nouns")
AUTHORITY_NOUNS = words("organisations", "authority_nouns")

# A clause ends before these words; a comma before an opener ends it as well.
BREAKERS = words("clause_edges", "breakers")
OPENERS = ByLanguage(
    "clause_edges", "openers", lambda rows, code: BREAKERS.get(code, frozenset()).union(row[0] for row in rows)
)
# "and" opens a new clause before these words only; elsewhere it joins nouns.
CLAUSE_AFTER_AND = words("clause_edges", "after_and")

# Months, weekdays and seasons: as they stand, or by the part that all their endings share.
_NAMES = words("calendar", "names")
_STEMS = phrases("calendar", "stems")
_LONGEST_WITH_ENDING = 9


def is_calendar_word(word: str, language: str) -> bool:
    """Whether a lower-cased word names a month, a weekday or a season."""
    if word in _NAMES.get(language, ()):
        return True
    return len(word) <= _LONGEST_WITH_ENDING and word.startswith(_STEMS.get(language, ()))
