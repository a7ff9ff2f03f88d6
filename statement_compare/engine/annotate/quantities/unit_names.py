"""The unit of an amount, as the words on both sides of its figure name it."""

from __future__ import annotations

from math import copysign

from statement_compare.engine.annotate.numerals import figure_at
from statement_compare.engine.annotate.quantities.reading import Reader
from statement_compare.engine.annotate.quantity_words import PARTS_PER
from statement_compare.engine.annotate.unit_words import (
    TELLING_WHICH,
    WHICH_UNITS,
    unit_of,
)
from statement_compare.engine.annotate.units import POINTS, SHARE, Dimension, Unit, unit
from statement_compare.engine.annotate.word_classes import words_of

_CELSIUS, _FAHRENHEIT = unit("degree_Celsius"), unit("degree_Fahrenheit")
_METRIC_HORSEPOWER, _HOUR = unit("metric_horsepower"), unit("hour")
_METER, _KILOMETER, _MILE = unit("meter"), unit("kilometer"), unit("mile")
# Whose dollar it is, by the letters that are joined to its sign ("US$").
_DOLLARS = {
    "us": unit("CUR:USD"), "a": unit("CUR:AUD"), "au": unit("CUR:AUD"), "c": unit("CUR:CAD"), "ca": unit("CUR:CAD"),
}  # fmt: skip


class UnitNames(Reader):
    """Units of all kinds: measures, currencies and their coins, shares and points."""

    def small_change(self, value: float, at: int) -> tuple[float, int]:
        """ "seventeen dollars and twenty cents": the sum with its coins, and the index after them."""
        coins = figure_at(self.line, at + 1, self.language) if at + 1 < len(self.line) else None
        if coins is None or not coins.value < 100 or self.lower(coins.last) not in self.said.coins:
            return value, at
        return value + copysign(coins.value / 100, value), coins.last + 1

    def unit_after(self, last: int) -> tuple[Unit | None, int]:
        """The unit named from word `last` on, and the index after it."""
        if self.is_scale_noun(last - 1) and self.lower(last) in self.said.of_after_scale:
            unit, after = self.unit_named(last + 1)
            return (unit, after) if unit is not None else (None, last)
        return self.unit_named(last)

    def is_scale_noun(self, index: int) -> bool:
        """ "Trois millions de tonnes", "2 billions d'euros": in some languages the scale words are nouns."""
        return "scale_words_are_nouns" in self.traits and index >= 0 and self.line[index].value is None

    def unit_named(self, last: int) -> tuple[Unit | None, int]:
        """The unit that stands at word `last` without a "de" before it, and the index after it."""
        at = last
        for elided in self.said.elided_of if self.is_scale_noun(last - 1) else ():
            if self.lower(at).startswith(elided):
                unit = unit_of(self.line[at].text[len(elided) :], self.language)
                if unit is not None:
                    return unit, at + 1
        if self.lower(at) in {"-", "‑"} and at + 1 < len(self.line) and self.line[at].end == self.line[at + 1].start:
            at += 1
            if not self.line[at].text.isalpha() and at + 1 < len(self.line) and self.line[at + 1].value is not None:
                return None, last  # "€5m-€10m": the sign is that of the second sum
        for read in (self.degrees_at, self.power_before, self.parts_at, self.power_written, self.joined_at):
            found = read(at)
            if found is not None:
                return found if found[0] is not None else (None, last)
        return self.unit_in_one_word(at, last)

    def degrees_at(self, at: int) -> tuple[Unit | None, int] | None:
        """ "°C", "degrees Fahrenheit"; None for what names no degrees."""
        if self.lower(at) in self.said.degrees:
            after = at + 1 + (self.lower(at + 1) in self.said.degrees_on)
            scale = self.lower(after)
            if scale in self.said.fahrenheit:
                return _FAHRENHEIT, after + 1
            return _CELSIUS, after + 1 if scale in self.said.celsius else at + 1
        # "5 Fahrenheit degrees", "5 Цельсий градусы"
        if self.lower(at) in self.said.scales and self.lower(at + 1) in self.said.degrees:
            return _FAHRENHEIT if self.lower(at) in self.said.fahrenheit else _CELSIUS, at + 2
        return None

    def power_before(self, at: int) -> tuple[Unit | None, int] | None:
        """ "square kilometres", "Quadratmeter"; no unit where something else than a length is to be raised."""
        power = self.said.powers.get(self.lower(at))
        if power is not None:
            at += 1 + (self.lower(at + 1) == ".")
            length = self.unit_at(at)
            if length is not None and length.is_length:
                return length.raised(power), at + 1
            return None, at
        word = self.lower(at)
        for beginning, raised in self.said.power_beginnings.items():
            if word.startswith(beginning):
                length = unit_of(word.removeprefix(beginning), self.language)
                if length is not None and length.is_length:
                    return length.raised(raised), at + 1
        return None

    def parts_at(self, at: int) -> tuple[Unit | None, int] | None:
        """ "parts per million"; no unit where it is not known how many."""
        word = self.lower(at)
        if word in self.said.parts and self.lower(at + 1) in self.said.parts_joints:
            parts = PARTS_PER.get((self.language, self.lower(at + 2)))
            return (parts, at + 3) if parts is not None else (None, at)
        return None

    def power_written(self, at: int) -> tuple[Unit | None, int] | None:
        """ "km²", "m 3" without a blank."""
        word = self.lower(at)
        if word[-1:] in {"²", "³"}:
            length = unit_of(word[:-1], self.language)
            if length is not None and length.is_length:
                return length.raised(2 if word.endswith("²") else 3), at + 1
        if word == "m" and self.lower(at + 1) in {"2", "3"} and self.line[at].end == self.line[at + 1].start:
            return _METER.raised(int(self.lower(at + 1))), at + 2
        return None

    def joined_at(self, at: int) -> tuple[Unit | None, int] | None:
        """ "kilowatt-hours", "km/h", "horsepower": units of several words; no unit for a word that is one elsewhere."""
        word = self.lower(at)
        if word in self.said.any_own_units and word not in self.said.own_units:
            return None, at
        joined = word + "-" + self.lower(at + 2) if self.lower(at + 1) in {"-", "‑", "⋅", "·"} else ""
        if joined and unit_of(joined, self.language) is not None:
            return unit_of(joined, self.language), at + 3
        length = self.unit_at(at)
        if length in (_KILOMETER, _MILE) and self.lower(at + 1) == "/" and self.unit_at(at + 2) is _HOUR:
            return length.an_hour(), at + 3
        letters = self.phrase_at(at, self.said.horsepower)
        if letters:
            return _METRIC_HORSEPOWER, at + letters + (self.lower(at + letters) == ".")
        return self.named_in_words(at)

    def unit_in_one_word(self, at: int, last: int) -> tuple[Unit | None, int]:
        """The unit that word `at` names, with a power or "an hour" after it; `last` is where its figure ends."""
        word = self.lower(at)
        telling = words_of(TELLING_WHICH, self.language)
        while word in telling and self.lower(at + 1) in telling | words_of(WHICH_UNITS, self.language):
            at, word = at + 1, self.lower(at + 1)
        unit = self.shown_unit(at)
        if unit is None and word in self.said.skipped_adjectives:
            unit = self.unit_at(at + 1)
            unit = unit if unit is not None and unit.is_period else None
            at += unit is not None
        if (
            unit is not None
            and unit.is_period
            and self.lower(at + 1) in {"-", "‑"}
            and self.lower(at + 2) in self.said.old
        ):
            return None, last
        if unit is not None and len(word) == 1 and word.isalpha() and at == last and not self.sits_after_digits(last):
            return None, last
        if unit is None:
            return None, last
        after = at + 1
        first_word = self.lower(after)
        if unit.is_length and first_word in self.said.powers_after:
            return unit.raised(self.said.powers_after[first_word]), after + 1
        if (
            unit in (_KILOMETER, _MILE, _METER)
            and first_word in self.said.per_hour
            and self.unit_at(after + 1) is _HOUR
        ):
            return unit.an_hour(), after + 2
        if (
            first_word == "."
            and len(word) <= 4
            and after + 1 < len(self.line)
            and not self.line[after + 1].text[:1].isupper()
        ):
            after += 1
        return unit, after

    def sits_after_digits(self, index: int) -> bool:
        return index > 0 and (
            self.line[index - 1].value is not None or self.lower(index - 1) in self.said.scales_before_units | {"."}
        )

    def currency_before(self, first: int) -> tuple[Unit, int] | None:
        if first == 0:
            return None
        unit = self.unit_at(first - 1)
        if unit is None or not unit.is_money:
            return None
        text = self.line[first - 1].text
        if text == "$" and first > 1 and self.line[first - 2].end == self.line[first - 1].start:
            whose = _DOLLARS.get(self.lower(first - 2))
            if whose is not None:
                return whose, first - 2
        is_sign = not text.isalpha() or text.isupper()
        return (unit, first - 1) if is_sign else None

    def percent_after(self, last: int) -> tuple[Dimension, float, int] | None:
        """ "%", "per cent", "percentage points", "basis points": (dimension, factor, index after)."""
        last += self.lower(last) in {"-", "‑"}
        for names, factor in ((self.said.percentage_points, 1.0), (self.said.basis_points, 0.01)):
            many = self.phrase_at(last, names)
            if many:
                return POINTS, factor, last + many
        word = self.lower(last)
        if len(word) == 1 and self.text[self.line[last].start :][:5].replace("\u00a0", " ").startswith(
            self.said.points_written
        ):
            return POINTS, 1.0, last + 4
        if word in self.said.points and self.has_percent:
            return POINTS, 1.0, last + 1
        if word == "%" or word.startswith(self.said.percent_words) or word in self.said.percent_as_written:
            return SHARE, 1.0, last + 1
        many = self.phrase_at(last, self.said.percent_phrases)
        if many:
            return SHARE, 1.0, last + many
        many = 1 if word == "‰" else self.phrase_at(last, self.said.per_mille_phrases)
        return (SHARE, 0.1, last + many) if many else None
