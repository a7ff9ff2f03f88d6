"""The words of a passage, one by one: what unit each names, and which of them belong to one clause."""

from __future__ import annotations

from itertools import pairwise

from statement_compare.engine.annotate.amount_words import amount_words
from statement_compare.engine.annotate.figure_context import meeting_stem
from statement_compare.engine.annotate.figure_tables import Phrase
from statement_compare.engine.annotate.numerals import words_of_reading
from statement_compare.engine.annotate.quantity_words import (
    STOP,
)
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.times import date_spans
from statement_compare.engine.annotate.unit_words import (
    DOUBTS,
    nations,
    unit_of,
)
from statement_compare.engine.annotate.units import NONE, Unit
from statement_compare.engine.annotate.word_classes import words_of

# Glued to a sum of money these are its scale: "€2.4m", "$3b".
SCALE_LETTERS = {"m": 1e6, "b": 1e9, "k": 1e3, "t": 1e12}


class Reader:
    """A passage as its words, by index; an index beyond either end reads as an empty word."""

    def __init__(self, reading: Reading) -> None:
        self.text = text = reading.text
        self.language = language = reading.language
        self.line = words_of_reading(reading)
        self.said = amount_words(language)
        self.traits = self.said.traits
        self.fraction_traits = self.said.fraction_traits
        self.stop = words_of(STOP, language)
        self.dates = date_spans(reading)
        self.has_percent = "%" in text or any(
            word.lower.startswith((*self.said.percent_words, *self.said.percent_near)) for word in self.line
        )

    def lower(self, index: int) -> str:
        return self.line[index].lower if 0 <= index < len(self.line) else ""

    def phrase_at(self, index: int, phrases: tuple[Phrase, ...]) -> int:
        """How many words the first of some phrases that stands at a word has, 0 if none does.

        "point*" in a phrase is every word that begins so.
        """
        for phrase in phrases:
            if all(
                self.lower(index + k).startswith(part[:-1]) if part[-1] == "*" else self.lower(index + k) == part
                for k, part in enumerate(phrase)
            ):
                return len(phrase)
        return 0

    def phrase_before(self, index: int, phrases: tuple[Phrase, ...]) -> int:
        """How many words the first of some phrases that ends right before a word has, 0 if none does."""
        for phrase in phrases:
            if all(self.lower(index - len(phrase) + k) == part for k, part in enumerate(phrase)):
                return len(phrase)
        return 0

    def unit_at(self, index: int) -> Unit | None:
        """The unit that a word names by itself."""
        return unit_of(self.line[index].text, self.language) if 0 <= index < len(self.line) else None

    def is_period(self, index: int) -> bool:
        """Whether a word by itself names a span of time: "day", "years"."""
        unit = self.unit_at(index)
        return unit is not None and unit.is_period

    def shown_unit(self, index: int) -> Unit | None:
        """The unit that a word names here: "bars" are pressure, "12 stone" a weight only where the text shows it."""
        unit, word = self.unit_at(index), self.lower(index)
        doubt = DOUBTS.get((self.language, word))
        if doubt is None:
            return unit
        near = self.line[max(0, index - 12) : index] + self.line[index + 1 : index + 12]
        told = {each.lower for each in near}
        told |= {f"{one.lower} {two.lower}" for one, two in pairwise(self.line[max(0, index - 12) : index + 12])}
        for reading, cues in doubt.readings:
            if cues is None or any(map(cues().fullmatch, told)):
                return unit if reading is NONE else reading
        # "2.5 bars", "6 bar": nobody counts things so.
        before = self.line[index - 1] if index else None
        value = before.value if before is not None else None
        is_fraction = value is not None and value % 1 != 0
        is_single = (
            value is not None
            and value > 1
            and not word.endswith(self.said.plural_endings)
            and self.lower(index + 1) in {"", *self.stop}
        )
        return unit if "number_shows_unit" in self.traits and (is_fraction or is_single) else None

    def denominator_at(self, index: int) -> Unit | None:
        """The unit that a rate is told per: "two pounds a pound" buys a weight."""
        word = self.lower(index)
        doubt = DOUBTS.get((self.language, word))
        named = self.named_in_words(index)
        if named is not None or doubt is None:
            return named[0] if named is not None else self.unit_at(index)
        shown = self.shown_unit(index)
        if shown is not None and not shown.is_money:
            return shown
        measured = [unit for unit, _ in doubt.readings if unit is not None and unit.is_measure]
        return measured[0] if measured and not word.endswith(self.said.plural_endings) else shown

    def named_in_words(self, index: int) -> tuple[Unit, int] | None:
        """ "Short tons", "British thermal units", "Imp. gallon", "Swiss francs": a unit of several words and the index
        after it.
        """
        if index + 1 >= len(self.line) or not self.line[index].text[:1].isalpha():
            return None
        places = [k for k in range(index, min(index + 6, len(self.line))) if self.lower(k) != "."]
        for many in (3, 2):
            if len(places) >= many and places[0] == index:
                name = "_".join(self.lower(k) for k in places[:many])
                unit = unit_of(name, self.language)
                if unit is not None:
                    return unit, places[many - 1] + 1
        for at, nation in ((index, index + 1), (index + 1, index)):
            generic = self.unit_at(at)
            if generic is not None and generic.is_money:
                for pattern, units in nations(self.language):
                    if (generic in units or generic in units.values()) and pattern.fullmatch(self.lower(nation)):
                        return units.get(generic, generic), index + 2
        return None

    def whose_coin(self, coin: Unit) -> Unit:
        """The currency of a cent: the only one that the text names, else it stays open."""
        named = {self.unit_at(k) for k in range(len(self.line))} & set(coin.readings)
        return named.pop() or coin if len(named) == 1 else coin

    def in_date(self, first: int, last: int) -> bool:
        start, end = self.line[first].start, self.line[last - 1].end
        return any(span.start < end and start < span.end for span in self.dates)

    def followed_by_measure(self, index: int) -> bool:
        word = self.lower(index)
        return (
            word == "%"
            or word.startswith((*self.said.percent_words, *self.said.percent_follows))
            or self.unit_at(index) is not None
        )

    def clause_before(self, start: int, most: int) -> list[str]:
        found: list[str] = []
        for at in range(start - 1, max(-1, start - 1 - most), -1):
            if self.lower(at) in {";", ".", ":"} or (self.lower(at) == "," and len(found) > 2):
                break
            found.insert(0, self.lower(at))
        return found

    def clause_after(self, after: int, most: int) -> list[str]:
        found: list[str] = []
        for at in range(after, min(len(self.line), after + most)):
            if self.lower(at) in {";", ".", ":", ","}:
                break
            found.append(self.lower(at))
        return found

    def noun(self, index: int) -> frozenset[str]:
        """Stems of the words after an amount, up to the first that ends a noun phrase: the thing counted."""
        found: list[str] = []
        at = index
        if self.lower(at) in {"-", "‑"} and at + 1 < len(self.line):
            at += 1
        while at < len(self.line) and len(found) < 4:
            word = self.line[at]
            if word.lower in self.stop or word.value is not None or not word.text[:1].isalpha():
                if word.lower in {"-", "‑", "'", "’"} and found:
                    at += 1
                    continue
                break
            if found and word.lower in self.said.noun_ends:
                break
            found.append(meeting_stem(self.without_genitive(word.lower), self.language))
            at += 1
        return frozenset(found)

    def context(self, start: int, after: int) -> frozenset[str]:
        near = self.clause_before(start, 8) + self.clause_after(after, 7)
        return frozenset(
            meeting_stem(self.without_genitive(word), self.language)
            for word in near
            if word not in self.stop and word[:1].isalpha() and len(word) > 1
        )

    def without_genitive(self, word: str) -> str:
        """A word without the ending of its genitive."""
        for ending in self.said.possessives:
            word = word.removesuffix(ending)
        return word
