"""Words that end in a full stop without ending a sentence, by language, and what may stand behind each kind.

Entries of the tables are lower case, without the last full stop and without inner spaces ("т.е" for "т. е.").
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final

from statement_compare.engine.text.wordlists import EVERYWHERE, entries

_TOPIC: Final = "abbreviations"


class Kind(StrEnum):
    """What may stand behind an abbreviation; the values are the names of the tables."""

    TITLE = "title"  # stands before a name: "Dr. Smith", "ул. Абая"; never ends a sentence before a capital
    NUMBERED = "numbered"  # stands before a figure: "No. 7", "Art. 14"
    MONTH = "month"  # a month or weekday: before a figure it goes on, before a capital it ends
    INNER = "inner"  # leads on to what follows, whatever that is: "i.e.", "approx.", "т. е."
    FIRM = "firm"  # ends a company's name: "Inc."
    PLACE = "place"  # ends the name of a place: "Rd.", "Calif."
    CLOCK = "clock"  # "p.m."
    YEAR = "year"  # "г." behind the figures of a year; before a name it is a title
    END = "end"  # may end a sentence, and does before a capital: "etc.", "руб.", units


class Abbreviations:
    """The tables of one language: `kinds(word)` of a lower-case word without its last full stop."""

    def __init__(self, language: str) -> None:
        self._kinds: dict[str, frozenset[Kind]] = {}
        for code in (EVERYWHERE, *entries(_TOPIC, "borrows", language), language):
            for kind in Kind:
                for word in entries(_TOPIC, kind, code):
                    self._kinds[word] = self._kinds.get(word, frozenset()) | {kind}
        # The first parts of "т. е." or "z. B.", which end in a full stop inside the abbreviation.
        self._heads = frozenset(
            word[: i + 1]
            for word in self._kinds
            for i, letter in enumerate(word)
            if letter == "." and i + 1 < len(word)
        )
        self._starters = frozenset(
            word
            for code in (language, *entries(_TOPIC, "borrows_starters", language))
            for word in entries(_TOPIC, "starters", code)
        )

    def kinds(self, word: str) -> frozenset[Kind]:
        return self._kinds.get(word, frozenset())

    def has_head(self, head: str) -> bool:
        """Whether an abbreviation begins with `head` (which ends in a full stop) and goes on."""
        return head in self._heads

    def starts_sentences(self, word: str) -> bool:
        """Whether `word` is a small word that, written with a capital, opens a sentence and is no name."""
        return word.lower().replace("’", "'") in self._starters


@lru_cache(maxsize=32)
def abbreviations(language: str) -> Abbreviations:
    return Abbreviations(language)
