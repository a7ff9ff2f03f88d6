"""Amounts as a statement gives them: bounds, unit, rate and thing counted; dates and names of things are none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from statement_compare.engine.model import Span
from statement_compare.engine.verdict.facts import amount_words as said
from statement_compare.engine.verdict.facts import measures
from statement_compare.engine.verdict.facts.context import FUNCTION_WORDS, INSISTING, meeting_stem
from statement_compare.engine.verdict.facts.degrees import CHANGES, tells_a_change
from statement_compare.engine.verdict.facts.figure_tables import Phrase
from statement_compare.engine.verdict.facts.moments import date_spans
from statement_compare.engine.verdict.facts.numerals import Figure, figure_at, words
from statement_compare.engine.verdict.facts.quantity_words import (
    AFTER_ONCE,
    ARTICLES,
    ASPECT_PATTERNS,
    COINS,
    EVERY,
    FACTORS,
    FRACTIONS,
    GAMES,
    LOWER_WHEN_NEGATED,
    MORE,
    NAMERS,
    NOT_ONE,
    ONE_TIME,
    ORDINAL_TAILS,
    PARTS_PER,
    PER_WORDS,
    PERCENT_WORDS,
    PERIOD_ADVERBS,
    PLAIN_ARTICLES,
    POWERS,
    POWERS_AFTER,
    PREFIXES_BY_LENGTH,
    REJECTERS,
    ROLE_PATTERNS,
    SEVERAL_TIMES,
    SHARES,
    SKIPPED_ADJECTIVES,
    STOP,
    SUFFIXES,
    TIME_UNITS,
    UPPER_WHEN_NEGATED,
    Role,
)
from statement_compare.engine.verdict.facts.unit_words import (
    DOUBTS,
    NATIONS,
    ONE_WORD,
    READINGS,
    SMALLER_COIN,
    TELLING_WHICH,
    WHICH_UNITS,
)
from statement_compare.engine.verdict.facts.words import words_of

INFINITY = float("inf")


class Bound(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount. `low` and `high` are in the unit's base (money, counts and shares as they stand), both inclusive.

    `dimension` says what may be compared: "count", "money", "share" (per cent), "points", "factor", a pint
    dimension, or
    "" for a bare figure. `value` is the figure before bounds, in base units, `written` the figure before its unit.
    `per` is the rate's denominator ("day", "liter", a noun's stem, or ""), `total` the whole that a share is of.
    """

    span: Span
    low: float
    high: float
    value: float
    written: float
    step: float
    bound: Bound
    dimension: str
    unit: str
    per: str
    noun: frozenset[str]
    context: frozenset[str]
    roles: frozenset[Role]
    total: float | None = None
    lone_one: bool = False
    mantissa: float = 0.0  # the figure without its scale word, for "310 million against 284"
    insists: bool = False  # "just", "exactly", "only" beside it
    aspect: str = ""  # of a length: "high", "long", "wide", "deep"
    other_reading: float | None = None  # "1.200" with its sign read the other way

    @property
    def is_exact(self) -> bool:
        return self.bound in (Bound.EXACT, Bound.ABOUT)


@lru_cache(maxsize=4096)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The amounts in a text, in order. Dates, times of day, ages, ordinals and numbers in names are none."""
    return tuple(_Parser(text, language).all())


class _Parser:
    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.line = words(text, language)
        self.stop = words_of(STOP, language)
        self.dates = date_spans(text, language)
        self.traits = said.TRAITS.get(language, frozenset())
        self.fraction_traits = said.FRACTION_TRAITS.get(language, frozenset())
        self.has_percent = "%" in text or any(
            word.lower.startswith((*PERCENT_WORDS, *said.PERCENT_NEAR)) for word in self.line
        )

    def all(self) -> list[Quantity]:
        found: list[Quantity] = []
        index = 0
        while index < len(self.line):
            quantity, after = self.at(index)
            if quantity is not None:
                found.append(quantity)
            index = max(after, index + 1)
        return self.one_temperature(self.share_units(self.compounds(found)))

    def compounds(self, found: list[Quantity]) -> list[Quantity]:
        """ "One hour and 35 minutes" is one duration: an amount of time takes in the rest told in a smaller unit."""
        joined: list[Quantity] = []
        for each in found:
            before = joined[-1] if joined else None
            if before is not None and self.is_rest_of(each, before):
                written = each.written + before.value * each.written / each.value
                joined[-1] = replace(
                    before,
                    span=Span(before.span.start, each.span.end),
                    low=before.low + each.low,
                    high=before.high + each.high,
                    value=before.value + each.value,
                    written=written,
                    step=each.step,
                    unit=each.unit,
                    noun=before.noun | each.noun,
                    context=before.context | each.context,
                    roles=before.roles | each.roles,
                    mantissa=written,
                )
            else:
                joined.append(each)
        return joined

    def is_rest_of(self, each: Quantity, before: Quantity) -> bool:
        if not (before.dimension == each.dimension and before.unit in TIME_UNITS and each.unit in TIME_UNITS):
            return False
        if before.per or each.per or not (before.is_exact and each.is_exact and before.written and each.written):
            return False
        joint = self.text[before.span.end : each.span.start].strip().lower()
        return joint in said.AND and each.value < before.value / before.written

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

    def unit_at(self, index: int) -> str | None:
        """The unit that a word names by itself."""
        return measures.unit_of(self.line[index].text, self.language) if 0 <= index < len(self.line) else None

    def shown_unit(self, index: int) -> str | None:
        """The unit that a word names here: "bars" are pressure, "12 stone" a weight only where the text shows it."""
        unit, word = self.unit_at(index), self.lower(index)
        doubt = DOUBTS.get((self.language, word))
        if doubt is None:
            return unit
        near = self.line[max(0, index - 12) : index] + self.line[index + 1 : index + 12]
        told = {each.lower for each in near}
        told |= {f"{one.lower} {two.lower}" for one, two in pairwise(self.line[max(0, index - 12) : index + 12])}
        for reading, cues in doubt.readings:
            if cues is None or any(cues.fullmatch(each) for each in told):
                return unit if reading == "" else reading
        # "2.5 bars", "6 bar": nobody counts things so.
        before = self.line[index - 1] if index else None
        value = before.value if before is not None else None
        is_fraction = value is not None and value % 1 != 0
        is_single = (
            value is not None
            and value > 1
            and not word.endswith(said.PLURAL_ENDINGS)
            and self.lower(index + 1) in {"", *self.stop}
        )
        return unit if "number_shows_unit" in self.traits and (is_fraction or is_single) else None

    def denominator_at(self, index: int) -> str | None:
        """The unit that a rate is told per: "two pounds a pound" buys a weight."""
        word = self.lower(index)
        doubt = DOUBTS.get((self.language, word))
        named = self.named_in_words(index)
        if named is not None or doubt is None:
            return named[0] if named is not None else self.unit_at(index)
        shown = self.shown_unit(index)
        if shown is not None and not measures.is_currency(shown):
            return shown
        measured = [unit for unit, _ in doubt.readings if unit and not measures.is_currency(unit)]
        return measured[0] if measured and not word.endswith(said.PLURAL_ENDINGS) else shown

    def named_in_words(self, index: int) -> tuple[str, int] | None:
        """ "Short tons", "British thermal units", "Imp. gallon", "Swiss francs": a unit of several words and the index
        after it.
        """
        if index + 1 >= len(self.line) or not self.line[index].text[:1].isalpha():
            return None
        places = [k for k in range(index, min(index + 6, len(self.line))) if self.lower(k) != "."]
        for many in (3, 2):
            if len(places) >= many and places[0] == index:
                name = "_".join(self.lower(k) for k in places[:many])
                unit = measures.unit_of(name, self.language)
                if unit is not None:
                    return unit, places[many - 1] + 1
        for at, nation in ((index, index + 1), (index + 1, index)):
            generic = self.unit_at(at)
            if generic is not None and measures.is_currency(generic):
                for pattern, units in NATIONS:
                    if (generic in units or generic in units.values()) and pattern.fullmatch(self.lower(nation)):
                        return units.get(generic, generic), index + 2
        return None

    def whose_coin(self, coin: str) -> str:
        """The currency of a cent: the only one that the text names, else it stays open."""
        named = {self.unit_at(k) for k in range(len(self.line))} & set(READINGS.get(coin, ()))
        return named.pop() or coin if len(named) == 1 else coin

    def in_date(self, first: int, last: int) -> bool:
        start, end = self.line[first].start, self.line[last - 1].end
        return any(span.start < end and start < span.end for span in self.dates)

    def at(self, index: int) -> tuple[Quantity | None, int]:
        """The amount that starts at a word, and the index to go on from."""
        word = self.lower(index)
        if word in FACTORS:
            return self.factor(index)
        times = 1.0 if self.is_once(index) else SEVERAL_TIMES.get(word)
        if times is not None:
            return self.build(index, index + 1, times, 1.0, "count", "", index + 1, noun=_TIMES), index + 1
        every = EVERY.get((word, self.lower(index + 1)))
        if every is not None and self.lower(index + 2) not in self.stop and self.unit_at(index + 2) is None:
            return self.build(index, index + 2, 100 / every, 3 / every, "share", "%", index + 2), index + 2
        fraction = self.fraction(index)
        if fraction is not None:
            return fraction
        figure = figure_at(self.line, index, self.language) or self.one_and_more(index)
        if figure is None:
            return None, index + 1
        if self.in_date(figure.first, figure.last) or self.is_name(figure) or self.is_ordinal(figure):
            return None, figure.last
        if self.lower(figure.last) in FRACTIONS.get(self.language, {}) or self.lower(figure.last + 1) in FRACTIONS.get(
            self.language, {}
        ):
            several = self.several_parts(figure)
            if several is not None:
                return several
        score = self.score(figure)
        if score is not None:
            return score
        ratio = self.ratio(figure)
        if ratio is not None:
            return ratio
        return self.plain(figure)

    def one_and_more(self, index: int) -> Figure | None:
        """The "an hour" of "an hour and thirty-five minutes"; without more of it, "an hour" is seldom a measure."""
        if (
            self.lower(index) not in said.INDEFINITE
            or self.lower(index + 2) not in said.LONGER_BY
            or index + 3 >= len(self.line)
        ):
            return None
        before = self.lower(index - 1)
        if index and (before in SEVERAL_TIMES or before in said.TIMES or self.unit_at(index - 1) is not None):
            return None  # "three euros an hour and ...", "twice a day and ..."
        more = figure_at(self.line, index + 3, self.language)
        if more is None or self.unit_at(index + 1) not in TIME_UNITS:
            return None
        is_longer = self.unit_at(more.last) in TIME_UNITS
        return Figure(index, index + 1, 1.0, 1.0, 1.0, 1.0, in_digits=False) if is_longer else None

    def is_once(self, index: int) -> bool:
        """Whether a word says "one time", and not "formerly", "as soon as" or "at once"."""
        if self.lower(index) in ONE_TIME:
            return True
        if (
            self.lower(index) not in said.DOUBTFUL_ONCE
            or index == 0
            or self.lower(index - 1) in said.NO_ONCE_AFTER | {"."}
        ):
            return False
        follows = self.lower(index + 1)
        if follows in said.ONCE_BEFORE_DATE:
            return index + 3 <= len(self.line) and self.in_date(index + 2, index + 3)
        return follows in AFTER_ONCE or (follows in said.INDEFINITE and self.unit_at(index + 2) in TIME_UNITS)

    def score(self, figure: Figure) -> tuple[Quantity | None, int] | None:
        """ "2-1", "3:0": the score of a game or a vote, which is no amount of anything but may differ as a whole."""
        joint = figure.last
        if not figure.in_digits or self.lower(joint) not in {"-", "–", "‑", ":"} or joint + 1 >= len(self.line):
            return None
        second = self.line[joint + 1]
        is_glued = self.line[joint].start == self.line[joint - 1].end and second.start == self.line[joint].end
        if not is_glued or second.value is None or max(figure.value, second.value) > 199:
            return None
        after = joint + 2
        is_game = any(
            GAMES.fullmatch(word) for word in self.clause_before(figure.first, 8) + self.clause_after(after, 4)
        )
        if not is_game or self.followed_by_measure(after) or figure.value % 1 or second.value % 1:
            return None
        value = 1000 * max(figure.value, second.value) + min(figure.value, second.value)
        return self.build(figure.first, after, value, 0.0, "score", "", after, noun=frozenset()), after

    # -- what a figure is not -----------------------------------------------------------------------------------------

    def is_name(self, figure: Figure) -> bool:
        before = self.lower(figure.first - 1)
        at = figure.first - 1
        if before == "." and at > 0 and self.line[at].end == self.line[figure.first].start - 1:
            at -= 1
            before = self.lower(at)
        if not figure.in_digits:
            return before in said.NAMED_IN_WORDS
        glued = at >= 0 and self.line[at].end == self.line[figure.first].start
        if before in {"-", "–", "‑", "/"} and glued and at > 0 and self.line[at - 1].end == self.line[at].start:
            return self.line[at - 1].value is None
        if glued and self.line[at].text.isalpha() and self.unit_at(at) is None:
            return True
        if glued and before == ".":
            return True
        if (
            before in words_of(NAMERS, self.language)
            and figure.value < 10_000
            and not self.followed_by_measure(figure.last)
        ):
            follows = self.lower(figure.last)
            is_counted = follows.endswith(said.PLURAL_ENDINGS) and follows not in self.stop
            return not (is_counted and before not in said.SURE_NAMERS)
        capital = at > 0 and self.line[at].text[:1].isupper() and self.line[at].text.isalpha()
        if (
            capital
            and self.unit_at(at) is None
            and before not in words_of(FUNCTION_WORDS, self.language)
            and figure.scale == 1
        ):
            follows = self.line[figure.last].text if figure.last < len(self.line) else "."
            return not (follows[:1].islower() and follows.lower() not in self.stop) and not self.followed_by_measure(
                figure.last
            )
        glued_after = figure.last < len(self.line) and self.line[figure.last].start == self.line[figure.last - 1].end
        if glued_after and self.line[figure.last].text.isalpha() and self.lower(figure.last) not in ORDINAL_TAILS:
            return self.unit_at(figure.last) is None and self.lower(figure.last) not in {
                "pc",
                "x",
                "pp",
                "bp",
            }
        return False

    def followed_by_measure(self, index: int) -> bool:
        word = self.lower(index)
        return (
            word == "%" or word.startswith((*PERCENT_WORDS, *said.PERCENT_FOLLOWS)) or self.unit_at(index) is not None
        )

    def is_ordinal(self, figure: Figure) -> bool:
        last = figure.last
        if last >= len(self.line):
            return False
        glued = self.line[last].start == self.line[last - 1].end
        if glued and figure.in_digits and self.lower(last) in ORDINAL_TAILS:
            return True
        if glued and self.lower(last) in {"-", "‑"} and last + 1 < len(self.line):
            tail = self.lower(last + 1)
            if tail in ORDINAL_TAILS or tail.startswith(said.AGE_HYPHENED):
                return True
            if tail in said.HYPHENED_YEARS and self.lower(last + 2) in said.OLD_OR_OLDS | {"-"}:
                after = {self.lower(last + 2), self.lower(last + 3)}
                return bool(after & said.OLD_OR_OLDS)
        if not self.phrase_at(last, said.NO_AGE_AFTER):
            if self.phrase_at(last, said.AGE_AFTER):
                return True
            if self.phrase_at(last, said.YEARS_OF):
                return False
        before = self.lower(figure.first - 1)
        if before in said.AGE_BEFORE:
            return True
        if self.lower(last) in said.AGE_YEARS and before in said.AGE_YEARS_JOINTS:
            return self.lower(figure.first - 2) in said.AGED | {","}
        return self.is_age_beside_name(figure)

    def is_age_beside_name(self, figure: Figure) -> bool:
        """ "Ibrahim, 34, a fitter", "Ibrahim (34)"."""
        at, last = figure.first - 1, figure.last
        if not figure.in_digits or at < 1 or last >= len(self.line) or not 1 <= figure.value <= 115 or figure.value % 1:
            return False
        signs = (self.lower(at), self.lower(last))
        name = self.line[at - 1].text
        is_named = name[:1].isupper() and name.isalpha() and not name.isupper() and "capital_nouns" not in self.traits
        return is_named and signs in {(",", ","), ("(", ")")} and self.unit_at(at - 1) is None

    # -- shares, fractions, factors -----------------------------------------------------------------------------------

    def factor(self, index: int) -> tuple[Quantity | None, int]:
        value = FACTORS[self.lower(index)]
        after = self.lower(index + 1)
        if self.lower(index) in said.TIME_OR_FACTOR and after not in said.AFTER_FACTOR:
            return self.build(index, index + 1, 2.0, 1.0, "count", "", index + 1, noun=_TIMES), index + 1
        return self.build(index, index + 1, value, 0.1, "factor", "", index + 1), index + 1

    def fraction(self, index: int) -> tuple[Quantity | None, int] | None:
        """ "half of", "a third", "a quarter", "половина", "die Hälfte", and "half a tonne"."""
        parts = FRACTIONS.get(self.language, {})
        at = index
        if (
            self.lower(at) in words_of(ARTICLES, self.language)
            and at + 1 < len(self.line)
            and self.lower(at + 1) in parts
        ):
            at += 1
        word = self.lower(at)
        if word not in parts:
            return self.one_of_many(index)
        value = parts[word]
        nxt = self.lower(at + 1)
        if self.in_date(at, at + 1):
            return None, at + 1
        if nxt in said.INDEFINITE and word in said.HALF:
            unit_index = at + 2
            scale = said.HALF_SCALES.get(self.lower(unit_index))
            if scale is not None:
                return self.finish(index, unit_index + 1, 0.5 * scale, 0.1 * scale)
            unit = self.unit_at(unit_index)
            if unit is not None:
                return self.finish(index, unit_index, 0.5, 0.1)
        millions = said.DIVIDED_SCALES.get(self.lower(at + 3))
        if self.phrase_at(at + 1, said.OF_A_SCALE) and millions is not None:
            return self.finish(index, at + 4, value * millions, 0.05 * millions)
        if self.phrase_at(at + 1, said.OF_A_UNIT) and self.unit_at(at + 3) is not None:
            return self.finish(index, at + 3, value, 0.05)
        if nxt == "-" and word in said.HYPHENED:
            unit = self.unit_at(at + 2)
            if unit is not None:
                return self.finish(index, at + 2, value, 0.05)
            return None, at + 2
        if word in said.HALF and self.unit_at(at + 1) in {"tonne", "untold_ton"}:
            return self.finish(index, at + 1, value, 0.05)
        before = self.lower(at - 1)
        if "fractions_have_articles" in self.fraction_traits:
            ends = nxt in self.stop or nxt == "" or nxt in words_of(MORE, self.language) or nxt in said.AS
            if word not in said.HALF and not (before in said.OPENED_BY and ends):
                return None, at + 1
        if before in said.NO_SHARE_AFTER.get(self.language, ()):
            return None, at + 1
        if word in said.HALF and nxt in said.AS:
            return self.build(index, at + 1, 0.5, 0.1, "factor", "", at + 1), at + 1
        if word in said.ORDINAL_FRACTIONS.get(self.language, ()):
            return None, at + 1
        return self.build(index, at + 1, 100 * value, 100 * value * 0.03, "share", "%", at + 1), at + 1

    def one_of_many(self, index: int) -> tuple[Quantity | None, int] | None:
        """ "үштен бір" (one of three), "бестен төрт"; also "төрттің бірі"."""
        word = self.lower(index)
        endings = said.DENOMINATOR_ENDINGS.get(self.language, ())
        named = said.DENOMINATORS.get(self.language, {})
        wholes = [value for name, value in named.items() if word.removeprefix(name) in endings and word not in endings]
        top = said.NUMERATORS.get(self.language, {}).get(self.lower(index + 1))
        if not wholes or top is None:
            return None
        share = 100 * float(top) / float(wholes[0])
        return self.build(index, index + 2, share, share * 0.03, "share", "%", index + 2), index + 2

    def several_parts(self, figure: Figure) -> tuple[Quantity | None, int] | None:
        """ "two thirds", "three-quarters", "zwei Drittel", "две трети"."""
        at = figure.last
        if self.lower(at) in {"-", "‑"}:
            at += 1
        parts = FRACTIONS.get(self.language, {})
        part = parts.get(self.lower(at))
        if part is None or not figure.value < 1 / part or figure.in_digits:
            return None
        if self.lower(at) in said.QUARTERS and self.phrase_at(at + 1, said.OF_SEVERAL):
            return self.finish(figure.first, at + 3, figure.value * part, 0.05)
        has_plurals = "fractions_have_plurals" in self.fraction_traits
        if has_plurals and not self.lower(at).endswith(said.PLURAL_ENDINGS) and figure.value != 1:
            return None
        if self.in_date(at, at + 1):
            return None
        share = 100 * figure.value * part
        return self.build(figure.first, at + 1, share, share * 0.03, "share", "%", at + 1), at + 1

    def ratio(self, figure: Figure) -> tuple[Quantity | None, int] | None:
        """ "seven of the nine", "one in four", "9 out of 12", "12 из 15", "one tyre in twenty"."""
        at = figure.last
        gap = 0
        if figure.value == 1 and not figure.in_digits and self.lower(figure.first - 1) in NOT_ONE:
            return None
        while gap < 3 and self.lower(at) and self.lower(at) not in said.RATIO_JOINTS | said.RATIO_ENDS:
            if self.lower(at) in self.stop or self.line[at].value is not None:
                return None
            at, gap = at + 1, gap + 1
        joint = self.lower(at)
        if joint not in said.RATIO_JOINTS or figure.scale != 1:
            return None
        if gap and self.unit_at(figure.last) is not None:
            return None
        if joint in said.ANY_RATIO_OWN and joint not in said.RATIO_OWN.get(self.language, ()):
            return None
        at += 1
        if joint in said.RATIO_OUT and self.lower(at) in said.RATIO_OF:
            at += 1
        elif joint in said.RATIO_OUT:
            return None
        skipped = 0
        allowed = 1 if joint in said.RATIO_IN else 4
        while skipped < allowed and at < len(self.line) and figure_at(self.line, at, self.language) is None:
            word = self.line[at]
            if word.lower in said.RATIO_BREAKS | {",", ".", ";"} or (
                joint in said.RATIO_IN and word.lower not in said.RATIO_EACH
            ):
                return None
            if joint in said.RATIO_NEAR and skipped >= 2:
                return None
            at, skipped = at + 1, skipped + 1
        whole = figure_at(self.line, at, self.language) if at < len(self.line) else None
        if whole is None or whole.value < figure.value or whole.value <= 1 or self.in_date(whole.first, whole.last):
            return None
        if joint in said.RATIO_IN and (gap > 1 or whole.value > 1000 or self.followed_by_measure(whole.last)):
            return None
        heads = said.RATIO_HEADS.get(self.language)
        if heads is not None and joint in said.ANY_RATIO_OWN and self.lower(figure.last + 1) not in heads:
            return None
        if self.unit_at(whole.last) is not None and joint not in said.RATIO_OF_UNITS:
            return None
        noun = self.noun(whole.last) | (self.noun(figure.last) if gap else frozenset())
        unit, dimension = "", "count"
        named = self.unit_at(whole.last)
        if named is not None and not gap and whole.last < len(self.line):
            unit, dimension = named, measures.dimension(named)
        before_whole = {self.lower(whole.first - 1), self.lower(whole.first - 2)}
        share_only = joint in said.RATIO_IN or bool(before_whole & said.RATIO_EVERY)
        if share_only:
            value = 100 * figure.value / whole.value
            return self.build(
                figure.first, whole.last, value, value * 0.03, "share", "%", whole.last, noun=noun
            ), whole.last
        part = self.build(figure.first, whole.last, figure.value, figure.step, dimension, unit, whole.last, noun=noun)
        return (replace(part, total=whole.value) if part is not None else None), whole.last

    # -- an ordinary amount -------------------------------------------------------------------------------------------

    def plain(self, figure: Figure) -> tuple[Quantity | None, int]:
        figure = self.with_letter(figure)
        value, step, last = figure.value, figure.step, figure.last
        if figure.value == 1 and not figure.in_digits and self.lower(figure.first - 1) in NOT_ONE:
            return None, figure.last
        second = self.range_end(figure)
        if second is not None:
            quantity, after = self.finish(figure.first, second.last, second.value, second.step)
            if quantity is None:
                return None, after
            scale = second.scale if figure.scale == 1 and figure.value < second.mantissa else 1.0
            low = self.based(figure.value * scale, quantity)
            if low < quantity.value:
                return replace(quantity, low=low, high=quantity.value, bound=Bound.RANGE), after
            return quantity, after
        quantity, after = self.finish(figure.first, last, value, step)
        if quantity is not None:
            quantity = replace(quantity, mantissa=figure.mantissa, other_reading=self.other_reading(figure))
        if quantity is not None and not figure.in_digits and figure.last == figure.first + 1 and value == 1:
            if quantity.dimension == "count" and not quantity.noun:
                return None, after
            if (
                self.lower(figure.last) in said.NO_LONE_ONE_AFTER
                or self.lower(figure.first - 1) in said.NO_LONE_ONE_BEFORE
            ):
                return None, after
            quantity = replace(quantity, lone_one=True)
        return quantity, after

    def other_reading(self, figure: Figure) -> float | None:
        """ "1.200" as 1200 where it was read as 1.2, and the other way round."""
        text = self.line[figure.first].text
        if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", text) is None:
            return None
        as_group = float(text.replace(".", "").replace(",", ""))
        return figure.scale * (as_group / 1000 if figure.mantissa == as_group else as_group)

    def with_letter(self, figure: Figure) -> Figure:
        """ "€2.4m", "$3b": a letter glued to a sum of money is its scale, not metres."""
        factor = {"m": 1e6, "b": 1e9, "k": 1e3}.get(self.lower(figure.last))
        if factor is None or figure.scale != 1:
            return figure
        letter, after = self.line[figure.last], figure.last + 1
        is_glued = letter.start == self.line[figure.last - 1].end
        if not is_glued and not (
            after < len(self.line) and self.line[after].start == letter.end and letter.text == "M"
        ):
            return figure  # "5 M€" is how a French text writes it
        named = self.unit_at(figure.last + 1)
        is_money = self.currency_before(figure.first) is not None or (named is not None and measures.is_currency(named))
        # "5m tonnes" are millions of them, but "5m by 3 m" are metres.
        is_counted = self.lower(figure.last) == "m" and named is not None and len(self.lower(figure.last + 1)) > 2
        if not is_money and not is_counted:
            return figure
        return Figure(
            figure.first, figure.last + 1, figure.value * factor, figure.mantissa, factor, figure.step * factor, True
        )

    def range_end(self, figure: Figure) -> Figure | None:
        """The second figure of "30 to 50", "between 30 and 50", "30-50", "от 30 до 50"."""
        joint, before = self.lower(figure.last), self.lower(figure.first - 1)
        at = figure.last + 1
        is_range = (
            (joint in {"-", "–", "—", "‑"} and self.line[figure.last].start == self.line[figure.last - 1].end)
            or (joint in said.RANGE_TO and before not in said.STARTS)
            or (joint in said.RANGE_AND and before in said.RANGE_BETWEEN)
            or (joint in said.RANGE_UNTIL and before in said.RANGE_FROM)
        )
        if not is_range or at >= len(self.line):
            return None
        second = figure_at(self.line, at, self.language)
        if second is None or second.value <= figure.mantissa or self.in_date(second.first, second.last):
            return None
        return second

    def finish(self, first: int, last: int, value: float, step: float) -> tuple[Quantity | None, int]:
        """An amount whose figure is read: its unit, rate and noun are looked for on both sides."""
        unit, after = self.unit_after(last)
        start = first
        currency = self.currency_before(first)
        if currency is not None and (unit is None or unit == currency[0]):
            unit, start = currency[0], currency[1]
        at = after if unit is not None else last
        if unit is not None and measures.is_currency(unit) and self.lower(at) in said.AND:
            value, at = self.small_change(value, at)
        if unit in CHANGES and tells_a_change(self.line, self.bound(first, at)[1], first, at, self.language):
            unit = CHANGES[unit]
        if unit in SMALLER_COIN:
            coin, part = SMALLER_COIN[unit]
            coin = self.whose_coin(coin)
            unit, value, step = coin, value * part, step * part
        if unit is None:
            share = self.percent_after(last)
            if share is not None:
                dimension, factor, at = share
                built = self.build(start, at, value * factor, step * factor, dimension, "%", at)
                name = "%" if factor == 1 else "bp" if dimension == "points" else "‰"
                return replace(built, written=value, unit=name), at
            noun = self.noun(last)
            dimension = "count" if noun else ""
            return self.build(start, last, value, step, dimension, "", last, noun=noun), last
        is_joined = self.lower(at) in said.OF_AFTER_UNIT and "noun_follows_unit" not in self.traits
        noun = self.noun(at + is_joined)
        return self.build(start, at, value, step, measures.dimension(unit), unit, at, noun=noun), at

    def small_change(self, value: float, at: int) -> tuple[float, int]:
        """ "seventeen dollars and twenty cents": the sum with its coins, and the index after them."""
        coins = figure_at(self.line, at + 1, self.language) if at + 1 < len(self.line) else None
        if coins is None or not coins.value < 100 or self.lower(coins.last) not in COINS:
            return value, at
        return value + coins.value / 100, coins.last + 1

    def unit_after(self, last: int) -> tuple[str | None, int]:
        """The unit named from word `last` on, and the index after it."""
        if self.is_scale_noun(last - 1) and self.lower(last) in said.OF_AFTER_SCALE:
            unit, after = self.unit_named(last + 1)
            return (unit, after) if unit is not None else (None, last)
        return self.unit_named(last)

    def is_scale_noun(self, index: int) -> bool:
        """ "Trois millions de tonnes", "2 billions d'euros": in some languages the scale words are nouns."""
        return "scale_words_are_nouns" in self.traits and index >= 0 and self.line[index].value is None

    def unit_named(self, last: int) -> tuple[str | None, int]:
        """The unit that stands at word `last` without a "de" before it, and the index after it."""
        at = last
        for elided in said.ELIDED_OF if self.is_scale_noun(last - 1) else ():
            if self.lower(at).startswith(elided):
                unit = measures.unit_of(self.line[at].text[len(elided) :], self.language)
                if unit is not None:
                    return unit, at + 1
        if self.lower(at) in {"-", "‑"} and at + 1 < len(self.line) and self.line[at].end == self.line[at + 1].start:
            at += 1
        if self.lower(at) in said.DEGREES:
            after = at + 1 + (self.lower(at + 1) in said.DEGREES_ON)
            scale = self.lower(after)
            if scale in said.FAHRENHEIT:
                return "degree_Fahrenheit", after + 1
            return "degree_Celsius", after + 1 if scale in said.CELSIUS else at + 1
        # "5 Fahrenheit degrees", "5 Цельсий градусы"
        if self.lower(at) in said.SCALES and self.lower(at + 1) in said.DEGREES:
            return "degree_Fahrenheit" if self.lower(at) in said.FAHRENHEIT else "degree_Celsius", at + 2
        power = POWERS.get(self.lower(at))
        if power is not None:
            at += 1 + (self.lower(at + 1) == ".")
            length = self.unit_at(at)
            if length in measures.LENGTHS:
                return f"{length}**{power}", at + 1
            return None, last
        word = self.lower(at)
        for beginning, raised in said.POWER_BEGINNINGS.items():
            if word.startswith(beginning):
                length = measures.unit_of(word.removeprefix(beginning), self.language)
                if length in measures.LENGTHS:
                    return f"{length}**{raised:g}", at + 1
        if word in said.PARTS and self.lower(at + 1) in said.PARTS_JOINTS:
            parts = PARTS_PER.get((self.language, self.lower(at + 2)))
            return (parts, at + 3) if parts is not None else (None, last)
        if word[-1:] in {"²", "³"}:
            length = measures.unit_of(word[:-1], self.language)
            if length in measures.LENGTHS:
                return f"{length}**{2 if word.endswith('²') else 3}", at + 1
        if word == "m" and self.lower(at + 1) in {"2", "3"} and self.line[at].end == self.line[at + 1].start:
            return f"meter**{self.lower(at + 1)}", at + 2
        if word in said.ANY_OWN_UNITS and word not in said.OWN_UNITS.get(self.language, ()):
            return None, last
        joined = word + "-" + self.lower(at + 2) if self.lower(at + 1) in {"-", "‑", "⋅", "·"} else ""
        if joined and measures.unit_of(joined, self.language) is not None:
            return measures.unit_of(joined, self.language), at + 3
        if self.unit_at(at) in {"kilometer", "mile"} and self.lower(at + 1) == "/" and self.unit_at(at + 2) == "hour":
            return f"{self.unit_at(at)}/hour", at + 3
        letters = self.phrase_at(at, said.HORSEPOWER)
        if letters:
            return "metric_horsepower", at + letters + (self.lower(at + letters) == ".")
        named = self.named_in_words(at)
        if named is not None:
            return named
        while word in TELLING_WHICH and self.lower(at + 1) in TELLING_WHICH | WHICH_UNITS:
            at, word = at + 1, self.lower(at + 1)
        unit = self.shown_unit(at)
        if unit is None and word in SKIPPED_ADJECTIVES:
            unit = self.unit_at(at + 1)
            unit = unit if unit in TIME_UNITS else None
            at += unit is not None
        if unit in TIME_UNITS and self.lower(at + 1) in {"-", "‑"} and self.lower(at + 2) in said.OLD:
            return None, last
        if unit is not None and len(word) == 1 and word.isalpha() and at == last and not self.sits_after_digits(last):
            return None, last
        if unit is None:
            return None, last
        after = at + 1
        first_word = self.lower(after)
        if unit in measures.LENGTHS and first_word in POWERS_AFTER:
            return f"{unit}**{POWERS_AFTER[first_word]}", after + 1
        if unit in {"kilometer", "mile", "meter"} and first_word in said.PER_HOUR and self.unit_at(after + 1) == "hour":
            return f"{unit}/hour", after + 2
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
            self.line[index - 1].value is not None or self.lower(index - 1) in said.SCALES_BEFORE_UNITS | {"."}
        )

    def currency_before(self, first: int) -> tuple[str, int] | None:
        if first == 0:
            return None
        unit = self.unit_at(first - 1)
        if unit is None or not measures.is_currency(unit):
            return None
        text = self.line[first - 1].text
        if text == "$" and first > 1 and self.line[first - 2].end == self.line[first - 1].start:
            told = {"us": "CUR:USD", "a": "CUR:AUD", "au": "CUR:AUD", "c": "CUR:CAD", "ca": "CUR:CAD"}
            if self.lower(first - 2) in told:
                return told[self.lower(first - 2)], first - 2
        is_sign = not text.isalpha() or text.isupper()
        return (unit, first - 1) if is_sign else None

    def percent_after(self, last: int) -> tuple[str, float, int] | None:
        """ "%", "per cent", "percentage points", "basis points": (dimension, factor, index after)."""
        last += self.lower(last) in {"-", "‑"}
        for names, factor in ((said.PERCENTAGE_POINTS, 1.0), (said.BASIS_POINTS, 0.01)):
            many = self.phrase_at(last, names)
            if many:
                return "points", factor, last + many
        word = self.lower(last)
        if len(word) == 1 and self.text[self.line[last].start :][:5].replace("\u00a0", " ").startswith(
            said.POINTS_WRITTEN
        ):
            return "points", 1.0, last + 4
        if word in said.POINTS and self.has_percent:
            return "points", 1.0, last + 1
        if word == "%" or word.startswith(PERCENT_WORDS) or word in said.PERCENT_AS_WRITTEN:
            return "share", 1.0, last + 1
        many = self.phrase_at(last, said.PERCENT_PHRASES)
        if many:
            return "share", 1.0, last + many
        many = 1 if word == "‰" else self.phrase_at(last, said.PER_MILLE_PHRASES)
        return ("share", 0.1, last + many) if many else None

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
            if found and word.lower in said.NOUN_ENDS:
                break
            found.append(meeting_stem(_bare(word.lower), self.language))
            at += 1
        return frozenset(found)

    def build(
        self, first: int, last: int, value: float, step: float, dimension: str, unit: str, after: int,
        noun: frozenset[str] | None = None,
    ) -> Quantity:  # fmt: skip
        """The amount of words `first` to `last`, with bounds, rate, roles and context read around it."""
        bound, start, bound_end = self.bound(first, after)
        per, rate_end = self.rate(first, after, unit)
        end = max(self.line[last - 1].end, self.line[rate_end - 1].end if rate_end > last else 0)
        end = max(end, self.line[bound_end - 1].end if bound_end else 0)
        numerator = _to_base(value, unit)
        based_step = abs(_to_base(value + step, unit) - numerator)
        divisor = _divisor(per)
        value_based, based_step = numerator / divisor, based_step / divisor
        low, high, kind = _interval(value_based, based_step, bound)
        roles = self.roles(start, max(after, rate_end))
        is_length = _kind(unit) == "[length]"
        return Quantity(
            Span(self.line[start].start, end), low, high, value_based, value, based_step, kind, dimension, unit, per,
            noun if noun is not None else self.noun(after + (self.lower(after) in said.OF_AFTER_AMOUNT)),
            self.context(start, after), roles,
            insists=any(self.lower(k) in words_of(INSISTING, self.language) for k in range(start - 3, start)),
            aspect=self.aspect(start, after) if is_length else "",
        )  # fmt: skip

    def aspect(self, start: int, after: int) -> str:
        """Which way a length lies, as the words after it or, failing that, before it say."""
        for word in (*self.clause_after(after, 3), *reversed(self.clause_before(start, 6))):
            for name, pattern in ASPECT_PATTERNS:
                if pattern.fullmatch(word):
                    return name
        return ""

    def based(self, value: float, quantity: Quantity) -> float:
        return _to_base(value, quantity.unit) / _divisor(quantity.per)

    def bound(self, first: int, after: int) -> tuple[str, int, int]:
        """What stands before or after the figure and makes it a bound: (name, first word, end of it or 0)."""
        start = first
        while start > 0 and self.lower(start - 1) in words_of(PLAIN_ARTICLES, self.language):
            start -= 1
        for stop in {start, first}:
            for phrase, name in PREFIXES_BY_LENGTH:
                begin = stop - len(phrase)
                if begin >= 0 and all(self.lower(begin + k) == part for k, part in enumerate(phrase)):
                    if phrase[0] in said.ENDS_OF_CHANGE and len(phrase) == 1 and self.is_end_of_change(begin):
                        return "exact", first, 0
                    return *self.negated_bound(name, begin, phrase), 0
        for at in range(after, min(after + 4, len(self.line))):
            for phrase, name in SUFFIXES:
                if all(self.lower(at + k) == part for k, part in enumerate(phrase)):
                    may_end = phrase[0] in said.ENDS_OF_CHANGE_AFTER and len(phrase) == 1
                    if may_end and any(_CHANGE.fullmatch(word) for word in self.clause_after(at + 1, 2)):
                        return "exact", first, 0
                    return name, first, at + len(phrase)
            is_passable = self.lower(at) in said.PASSED_OVER
            if (self.lower(at) in self.stop and not is_passable) or self.line[at].value is not None:
                break
        return "exact", first, 0

    def is_end_of_change(self, begin: int) -> bool:
        """ "снизился до 5", "с 8 до 5": where something arrived, not the most that it may be."""
        before = self.clause_before(begin, 6)
        return any(_CHANGE.fullmatch(word) for word in before[-5:]) or (
            bool(said.STARTS_OF_CHANGE & set(before))
            and any(self.line[k].value is not None for k in range(max(0, begin - 4), begin))
        )

    def negated_bound(self, name: str, begin: int, phrase: tuple[str, ...]) -> tuple[str, int]:
        """ "not ... more than 25" sets an upper bound."""
        earlier = {self.lower(k) for k in range(max(0, begin - 3), begin)}
        if earlier & said.NEGATORS or any(word.endswith(said.NEGATED_ENDINGS) for word in earlier):
            if phrase in UPPER_WHEN_NEGATED:
                return "at_most", begin
            if phrase in LOWER_WHEN_NEGATED:
                return "at_least", begin
        return name, begin

    def rate(self, first: int, after: int, unit: str) -> tuple[str, int]:
        """The denominator of a rate after (or, for some words, before) an amount, and the index after it."""
        at = after
        if self.lower(at) == "/" and at + 1 < len(self.line):
            denominator = self.denominator_at(at + 1)
            if denominator is not None and _may_divide(denominator, unit):
                return denominator, at + 2
        if self.lower(at) in said.RATE_JOINTS:
            step = at + 1
            raised = said.RATE_POWERS.get(self.lower(step))
            power = f"**{raised:g}" if raised is not None else ""
            if power:
                step += 1 + (self.lower(step + 1) == ".")
            denominator = self.denominator_at(step)
            if denominator is not None and power:
                denominator = denominator + power if denominator in measures.LENGTHS else None
            is_divided = denominator is not None and _may_divide(denominator, unit)
            if (
                denominator is not None
                and is_divided
                and not measures.is_currency(denominator)
                and self.lower(at) in said.FIRM_RATES | said.EACH
            ):
                return denominator, step + 1
            if (
                denominator is not None
                and is_divided
                and self.lower(at) in said.OF_MEASURES
                and (power or denominator not in TIME_UNITS)
            ):
                return denominator, step + 1
            if (
                (denominator is None or is_divided)
                and (self.lower(at) in said.FIRM_RATES and step < len(self.line) and self.line[step].text[:1].isalpha())
                and self.lower(step) not in said.NO_DENOMINATORS
            ):
                return meeting_stem(self.lower(step), self.language), step + 1
        for ahead in range(8):
            word, nxt = self.lower(at + ahead), self.lower(at + ahead + 1)
            if word in said.RATE_ENDS or (ahead and word == ","):
                break
            if ahead and self.line[at + ahead].value is not None:
                break
            denominator = "quarter_year" if nxt in said.QUARTER else self.denominator_at(at + ahead + 1)
            if denominator is not None and not _may_divide(denominator, unit):
                continue
            if word in said.FAR_RATES and ahead and denominator is not None and not measures.is_currency(denominator):
                return denominator, at + ahead + 2
            if (
                word in words_of(PER_WORDS, self.language)
                and denominator is not None
                and (
                    denominator in TIME_UNITS
                    or (
                        word in said.RATE_ARTICLES
                        and unit
                        and ahead == 0
                        and _kind(denominator) != _kind(unit)
                        and not measures.is_currency(denominator)
                    )
                )
            ):
                return denominator, at + ahead + 2
            if word in said.IN_PERIOD and denominator in TIME_UNITS and nxt not in said.NO_PERIOD:
                return denominator or "", at + ahead + 2
            if word in PERIOD_ADVERBS and word not in said.PERIODS_BEFORE_ONLY:
                return PERIOD_ADVERBS[word], at + ahead + 1
        before = said.PERIODS_BEFORE.get(self.language, frozenset()) if unit and unit not in TIME_UNITS else frozenset()
        if "period_first" in said.RATE_TRAITS.get(self.language, ()):
            before = frozenset(PERIOD_ADVERBS)
        for back in range(1, 5):
            if self.lower(first - back) in before:
                return PERIOD_ADVERBS[self.lower(first - back)], 0
        return "", 0

    def roles(self, start: int, after: int) -> frozenset[Role]:
        found = set()
        before = self.clause_before(start, 8)
        behind = self.clause_after(after, 5)
        near = before + behind
        for role, pattern in ROLE_PATTERNS:
            scope = before[-6:] + behind[:3] if role is Role.CHANGE else near
            if any(pattern.fullmatch(word) for word in scope):
                found.add(role)
        # "Went over the permitted quantity by 32,000", and not "the petition over noise was signed by 400".
        is_agent = before[-2:-1] != [] and before[-2].endswith(said.PASSIVES)
        exceeds = bool(said.BY.intersection(before[-1:])) and (
            any(word.startswith(said.EXCEEDING) for word in before)
            or (not is_agent and any(verb in said.MOVES and way in said.PAST for verb, way in pairwise(before)))
        )
        if any(word in words_of(MORE, self.language) for word in behind[:2]) or exceeds:
            found.add(Role.DIFFERENCE)
        for phrase in REJECTERS:
            if tuple(self.lower(start - len(phrase) + k) for k in range(len(phrase))) == phrase:
                found.add(Role.REJECTED)
        if self.lower(after) in said.REJECTERS_AFTER:
            found.add(Role.REJECTED)
        return frozenset(found)

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

    def context(self, start: int, after: int) -> frozenset[str]:
        near = self.clause_before(start, 8) + self.clause_after(after, 7)
        return frozenset(
            meeting_stem(_bare(word), self.language)
            for word in near
            if word not in self.stop and word[:1].isalpha() and len(word) > 1
        )

    def one_temperature(self, found: list[Quantity]) -> list[Quantity]:
        """ "Rose by 5 °F (2.8 °C)", "a 2.8 °C (5 °F) rise": one tells the other over, both are changes."""
        for k, (one, two) in enumerate(pairwise(found)):
            between = self.text[one.span.end : two.span.start].strip().lower()
            if between not in said.TOLD_OVER or not {one.unit, two.unit} & set(CHANGES.values()):
                continue
            found[k], found[k + 1] = (self.as_change(each) if each.unit in CHANGES else each for each in (one, two))
        return found

    def as_change(self, level: Quantity) -> Quantity:
        unit = CHANGES[level.unit]
        value, step = _to_base(level.written, unit), _to_base(level.step / measures.size_of(level.unit), unit)
        low, high, kind = _interval(value, step, level.bound.value)
        return replace(
            level, low=low, high=high, value=value, step=step, bound=kind, unit=unit, dimension=measures.dimension(unit)
        )

    def share_units(self, found: list[Quantity]) -> list[Quantity]:
        """ "from 11 to 15 per cent", "450 rather than 500 euros": a bare figure takes the unit that follows."""
        for k in range(len(found) - 1, 0, -1):
            bare, full = found[k - 1], found[k]
            between = self.text[bare.span.end : full.span.start].split()
            if bare.unit or not full.unit or bare.noun or bare.total is not None or full.dimension in {"", "count"}:
                continue
            if len(between) <= 2 and all(word.strip(",") in said.SHARED_UNIT_JOINTS or word == "," for word in between):
                divisor = _divisor(full.per)
                value = _to_base(bare.value, full.unit) / divisor
                unit_step = abs(_to_base(bare.value + bare.step, full.unit) / divisor - value)
                low, high, kind = _interval(value, unit_step, bare.bound.value)
                found[k - 1] = replace(
                    bare, value=value, low=low, high=high, bound=kind, step=unit_step, unit=full.unit,
                    dimension=full.dimension, per=full.per, noun=full.noun,
                )  # fmt: skip
        return found


_TIMES = frozenset({"time"})
_CHANGE = next(pattern for role, pattern in ROLE_PATTERNS if role is Role.CHANGE)


def _bare(word: str) -> str:
    """A word without the ending of its genitive."""
    for ending in said.POSSESSIVES:
        word = word.removesuffix(ending)
    return word


def settled(mine: Quantity, others: tuple[Quantity, ...]) -> Quantity:
    """An amount of tons, gallons, dollars or cents, read as those of its readings that another amount is told in.

    "1,000 gallons" is read as imperial ones beside "4,546 litres", as those of the United States beside "3,785 litres"
    and where nothing settles it; "20 cents" are those of the other's currency, barrels of which no more is told
    those of the other's "barrels of beer".
    """
    mine = _called_alike(mine, others)
    if measures.is_currency(mine.unit):
        told = [reading for reading in READINGS.get(mine.unit, ()) if any(other.unit == reading for other in others)]
        mine = replace(mine, unit=told[0]) if told else mine
    elif mine.unit in READINGS:
        size = measures.size_of(mine.unit)
        readings = [_rescaled(mine, measures.size_of(each) / size, unit=each) for each in READINGS[mine.unit]]
        mine = _met(mine, readings, others)
    if mine.per in READINGS and not measures.is_currency(mine.per):
        size = measures.size_of(mine.per)
        readings = [_rescaled(mine, size / measures.size_of(each), per=each) for each in READINGS[mine.per]]
        mine = _met(mine, readings, others)
    return mine


def _called_alike(mine: Quantity, others: tuple[Quantity, ...]) -> Quantity:
    """The amount in the unit of the same word that the other side tells with its goods, where that is one."""
    units = {other.unit for other in others} & set(ONE_WORD.get(mine.unit, ()))
    if len(units) == 1:
        unit = units.pop()
        factor = measures.size_of(unit) / measures.size_of(mine.unit)
        mine = replace(_rescaled(mine, factor, unit=unit), dimension=measures.dimension(unit))
    pers = {other.per for other in others} & set(ONE_WORD.get(mine.per, ()))
    if len(pers) == 1:
        per = pers.pop()
        mine = _rescaled(mine, measures.size_of(mine.per) / measures.size_of(per), per=per)
    return mine


def _met(mine: Quantity, readings: list[Quantity], others: tuple[Quantity, ...]) -> Quantity:
    """The reading whose value another amount has that is told in another unit, else the amount as it was."""
    rivals = [
        other
        for other in others
        if other.dimension == mine.dimension and (other.unit, other.per) != (mine.unit, mine.per)
    ]
    for reading in readings:
        if any(reading.low <= rival.high and rival.low <= reading.high for rival in rivals):
            return reading
    return mine


def _rescaled(mine: Quantity, factor: float, *, unit: str = "", per: str = "") -> Quantity:
    return replace(
        mine, low=mine.low * factor, high=mine.high * factor, value=mine.value * factor, step=mine.step * factor,
        unit=unit or mine.unit, per=per or mine.per,
    )  # fmt: skip


def _kind(unit: str) -> str:
    """What an amount's unit measures: a dimension, "share" for the signs of shares, "" where no unit is told."""
    return "share" if unit in SHARES else measures.dimension(unit) if unit else ""


def _may_divide(denominator: str, unit: str) -> bool:
    """Whether a rate may be so much of a unit per that denominator.

    A share is told per time ("5% a year") only: in "oil fell 3% a barrel" the barrel tells which price fell.
    """
    return unit not in SHARES or denominator in TIME_UNITS


def _to_base(value: float, unit: str) -> float:
    return value if not unit or unit in SHARES else measures.to_base(value, unit)


def _divisor(per: str) -> float:
    return measures.size_of(per) if measures.is_unit(per) else 1.0


def _interval(value: float, step: float, bound: str) -> tuple[float, float, Bound]:
    """Bounds of a figure under "at least", "about" and the like; `step` is what its last digit stands for."""
    size = abs(value)
    if bound == "at_least":
        return value, INFINITY, Bound.AT_LEAST
    if bound == "at_most":
        return -INFINITY, value, Bound.AT_MOST
    if bound == "just_over":
        return value, value + 0.12 * size, Bound.ABOUT
    if bound == "just_under":
        return value - 0.12 * size, value, Bound.ABOUT
    if bound == "about":
        around = min(max(0.5 * step, 0.04 * size), 0.1 * size)
        return value - around, value + around, Bound.ABOUT
    around = min(0.5 * step, 0.012 * size)
    return value - around, value + around, Bound.EXACT
