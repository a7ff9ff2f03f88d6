"""Parts of a whole: fractions, ratios and factors."""

from __future__ import annotations

from dataclasses import replace

from statement_compare.engine.annotate.numerals import Figure, figure_at
from statement_compare.engine.annotate.quantities.model import (
    Quantity,
)
from statement_compare.engine.annotate.quantities.names import Names
from statement_compare.engine.annotate.quantity_words import (
    ARTICLES,
    FRACTIONS,
    MORE,
    PLAIN_ARTICLES,
    SIGNS,
    Role,
)
from statement_compare.engine.annotate.units import COUNT, FACTOR, NONE, PERCENT, SHARE, unit
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.model import Span

_SMALLEST_PART = 20
TIMES = frozenset({"time"})
_TONS = (unit("tonne"), unit("untold_ton"))


class Parts(Names):
    """Shares told in words ("two thirds", "one in four") and how many times as much."""

    def factor(self, index: int) -> tuple[Quantity | None, int]:
        value = self.said.factors[self.lower(index)]
        after = self.lower(index + 1)
        if self.lower(index) in self.said.time_or_factor and after not in self.said.after_factor:
            return self.build(index, index + 1, 2.0, 1.0, COUNT, NONE, index + 1, noun=TIMES), index + 1
        return self.build(index, index + 1, value, 0.1, FACTOR, NONE, index + 1), index + 1

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
        if nxt in self.said.indefinite and word in self.said.half:
            unit_index = at + 2
            scale = self.said.half_scales.get(self.lower(unit_index))
            if scale is not None:
                return self.finish(index, unit_index + 1, 0.5 * scale, 0.1 * scale)
            unit = self.unit_at(unit_index)
            if unit is not None:
                return self.finish(index, unit_index, 0.5, 0.1)
        millions = self.said.divided_scales.get(self.lower(at + 3))
        if self.phrase_at(at + 1, self.said.of_a_scale) and millions is not None:
            return self.finish(index, at + 4, value * millions, 0.05 * millions)
        if self.phrase_at(at + 1, self.said.of_a_unit) and self.unit_at(at + 3) is not None:
            return self.finish(index, at + 3, value, 0.05)
        if nxt == "-" and word in self.said.hyphened:
            unit = self.unit_at(at + 2)
            if unit is not None:
                return self.finish(index, at + 2, value, 0.05)
            return None, at + 2
        if word in self.said.half and self.unit_at(at + 1) in _TONS:
            return self.finish(index, at + 1, value, 0.05)
        before = self.lower(at - 1)
        if "fractions_have_articles" in self.fraction_traits:
            ends = nxt in self.stop or nxt == "" or nxt in words_of(MORE, self.language) or nxt in self.said.as_much
            ends = ends or nxt in SIGNS or nxt in self.said.share_ends
            if word not in self.said.half and not (before in self.said.opened_by and ends):
                return None, at + 1
            if self.is_one_more(at) or (value == 0.25 and self.is_behind_amount(at - 1)):
                return None, at + 1
        if before in self.said.no_share_after:
            return None, at + 1
        if word in self.said.half and nxt in self.said.as_much:
            return self.build(index, at + 1, 0.5, 0.1, FACTOR, NONE, at + 1), at + 1
        if word in self.said.ordinal_fractions:
            return None, at + 1
        share = self.build(index, at + 1, 100 * value, 100 * value * 0.03, SHARE, PERCENT, at + 1)
        return replace(share, total=self.whole_after(at + 1)), at + 1

    def is_one_more(self, at: int) -> bool:
        """Whether a word counts on from others before it: "two ships sank, and a third ran aground".

        It opens a clause: "both funds lost a third" tells a share, and so does "a third of the cargo was lost".
        """
        opens = self.lower(at - 2) in self.said.counting_on or self.lower(at - 2) in SIGNS
        if not opens or self.lower(at + 1) in self.said.ratio_of:
            return False
        size = round(1 / FRACTIONS[self.language][self.lower(at)])
        return any(self.said.counted_before.get(word.lower) == size for word in self.line[: at - 1])

    def is_behind_amount(self, article: int) -> bool:
        """Whether an article stands behind an amount, whose rate it begins: "2 per cent a quarter"."""
        word = self.lower(article - 1)
        if not word:
            return False
        if self.phrase_before(article, self.said.percent_phrases):
            return True
        told = self.said.percent_as_written | self.said.half_scales.keys() | self.said.times | self.said.time_or_factor
        return word in told or self.line[article - 1].value is not None or self.unit_at(article - 1) is not None

    def whole_after(self, index: int) -> float | None:
        """The 320 of "a quarter of the 320 flats", told right behind the share."""
        if self.lower(index) not in self.said.ratio_of | self.said.ratio_of_units:
            return None
        at = index + 1 + (self.lower(index + 1) in words_of(PLAIN_ARTICLES, self.language))
        whole = figure_at(self.line, at, self.language) if at < len(self.line) else None
        if whole is None or whole.value <= 1 or self.in_date(whole.first, whole.last):
            return None
        return None if self.followed_by_measure(whole.last) else whole.value

    def one_of_many(self, index: int) -> tuple[Quantity | None, int] | None:
        """ "үштен бір" (one of three), "бестен төрт"; also "төрттің бірі"."""
        word = self.lower(index)
        endings = self.said.denominator_endings
        named = self.said.denominators
        wholes = [value for name, value in named.items() if word.removeprefix(name) in endings and word not in endings]
        top = self.said.numerators.get(self.lower(index + 1))
        if not wholes or top is None:
            return None
        share = 100 * float(top) / float(wholes[0])
        return self.build(index, index + 2, share, share * 0.03, SHARE, PERCENT, index + 2), index + 2

    def several_parts(self, figure: Figure) -> tuple[Quantity | None, int] | None:
        """ "two thirds", "three-quarters", "zwei Drittel", "две трети"."""
        at = figure.last
        if self.lower(at) in {"-", "‑"}:
            at += 1
        parts = FRACTIONS.get(self.language, {})
        part = parts.get(self.lower(at))
        if part is None or not figure.value < 1 / part or figure.in_digits:
            return None
        if self.lower(at) in self.said.quarters and self.phrase_at(at + 1, self.said.of_several):
            return self.finish(figure.first, at + 3, figure.value * part, 0.05)
        has_plurals = "fractions_have_plurals" in self.fraction_traits
        if has_plurals and not self.lower(at).endswith(self.said.plural_endings) and figure.value != 1:
            return None
        if self.in_date(at, at + 1):
            return None
        share = 100 * figure.value * part
        return self.build(figure.first, at + 1, share, share * 0.03, SHARE, PERCENT, at + 1), at + 1

    def rest_of_all(self, part: Quantity, index: int) -> Quantity | None:
        """ "All but two of the 20" are 18 of them, "all but 5%" are 95; how many "all but three" are is not told."""
        start = next(k for k in range(index, -1, -1) if self.line[k].start <= part.span.start)
        many = self.phrase_before(start, self.said.all_but)
        if not many:
            return part
        whole = 100.0 if part.dimension is SHARE else part.total
        if whole is None:
            return replace(part, roles=part.roles | {Role.LEFT_OUT})
        if not part.is_exact or not 0 < part.value < whole:
            return None
        rest = whole - part.value
        return replace(
            part, span=Span(self.line[start - many].start, part.span.end), low=whole - part.high, high=whole - part.low,
            value=rest, written=rest, mantissa=rest,
        )  # fmt: skip

    def slashed(self, figure: Figure) -> tuple[Quantity | None, int] | None:
        """ "3/4 of the members", where "on 3/4" is a day and "the 3/4 majority" stays as it is."""
        at = figure.last + 1
        below = self.line[at] if self.lower(figure.last) == "/" and at < len(self.line) else None
        if below is None or below.value is None or not figure.in_digits or figure.value % 1 or below.value % 1:
            return None
        is_glued = self.line[figure.last].start == self.line[at - 2].end and below.start == self.line[at - 1].end
        joints = self.said.ratio_of | self.said.ratio_of_units
        if not (is_glued and 0 < figure.value < below.value <= _SMALLEST_PART and self.lower(at + 1) in joints):
            return None
        share = 100 * figure.value / below.value
        built = self.build(figure.first, at + 1, share, share * 0.03, SHARE, PERCENT, at + 1)
        return replace(built, total=self.whole_after(at + 1)), at + 1

    def ratio(self, figure: Figure) -> tuple[Quantity | None, int] | None:
        """ "seven of the nine", "one in four", "9 out of 12", "12 из 15", "one tyre in twenty"."""
        at = figure.last
        gap = 0
        is_left_out = self.phrase_before(figure.first, self.said.all_but) > 0
        is_none = figure.value == 1 and not figure.in_digits and self.lower(figure.first - 1) in self.said.not_one
        if is_none and not is_left_out:
            return None
        while gap < 3 and self.lower(at) and self.lower(at) not in self.said.ratio_joints | self.said.ratio_ends:
            if self.lower(at) in self.stop or self.line[at].value is not None:
                return None
            at, gap = at + 1, gap + 1
        joint = self.lower(at)
        if joint not in self.said.ratio_joints or figure.scale != 1:
            return None
        if gap and (self.unit_at(figure.last) is not None or self.percent_after(figure.last) is not None):
            return None  # "40% of the 200"
        if joint in self.said.any_ratio_own and joint not in self.said.ratio_own:
            return None
        at += 1
        if joint in self.said.ratio_out and self.lower(at) in self.said.ratio_of:
            at += 1
        elif joint in self.said.ratio_out:
            return None
        skipped = 0
        allowed = 1 if joint in self.said.ratio_in else 4
        while skipped < allowed and at < len(self.line) and figure_at(self.line, at, self.language) is None:
            word = self.line[at]
            if word.lower in self.said.ratio_breaks | {",", ".", ";"} or (
                joint in self.said.ratio_in and word.lower not in self.said.ratio_each
            ):
                return None
            if joint in self.said.ratio_near and skipped >= 2:
                return None
            at, skipped = at + 1, skipped + 1
        whole = figure_at(self.line, at, self.language) if at < len(self.line) else None
        if whole is None or whole.value < figure.value or whole.value <= 1 or self.in_date(whole.first, whole.last):
            return None
        if joint in self.said.ratio_in and (gap > 1 or whole.value > 1000 or self.followed_by_measure(whole.last)):
            return None
        heads = self.said.ratio_heads
        if heads and joint in self.said.any_ratio_own and self.lower(figure.last + 1) not in heads:
            return None
        if self.unit_at(whole.last) is not None and joint not in self.said.ratio_of_units:
            return None
        noun = self.noun(whole.last) | (self.noun(figure.last) if gap else frozenset())
        unit, dimension = NONE, COUNT
        named = self.unit_at(whole.last)
        if named is not None and not gap and whole.last < len(self.line):
            unit, dimension = named, named.dimension
        before_whole = {self.lower(whole.first - 1), self.lower(whole.first - 2)}
        share_only = joint in self.said.ratio_in or bool(before_whole & self.said.ratio_every)
        if share_only:
            value = 100 * figure.value / whole.value
            return self.build(
                figure.first, whole.last, value, value * 0.03, SHARE, PERCENT, whole.last, noun=noun
            ), whole.last
        part = self.build(figure.first, whole.last, figure.value, figure.step, dimension, unit, whole.last, noun=noun)
        return (replace(part, total=whole.value) if part is not None else None), whole.last
