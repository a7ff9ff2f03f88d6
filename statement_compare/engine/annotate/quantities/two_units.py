"""Amounts told in two units or two figures: "one hour and 35 minutes", "5 ft 10 in", "1 m 78", "a week and a half"."""

from __future__ import annotations

from dataclasses import replace

from statement_compare.engine.annotate.numerals import Figure, Word
from statement_compare.engine.annotate.quantities.model import Quantity, interval
from statement_compare.engine.annotate.quantities.parts import Parts
from statement_compare.engine.annotate.quantity_words import PLAIN_ARTICLES, SIGNS
from statement_compare.engine.annotate.units import LENGTH, MASS, NONE, SHARE, Unit, unit
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.model import Span
from statement_compare.engine.text.tokens import SPACES_IN_FIGURES

_FOOT, _METRE, _STONE, _POUND = unit("foot"), unit("meter"), unit("stone"), unit("pound")
_TOLD_WITH_AND = (_FOOT, _STONE, _POUND)
_FEET, _INCHES = frozenset("'’′"), frozenset('"”″')


class TwoUnits(Parts):
    """Joins a figure with the smaller one that completes it."""

    def in_two_figures(self, figure: Figure) -> tuple[Quantity, int] | None:
        """ "5 ft 10 in", "5'10"", "1 m 78", "9 st 4 lb": one of the figures has no unit that shows by itself."""
        if not figure.in_digits or figure.sign or figure.value % 1 or figure.scale != 1:
            return None
        is_marked = self.lower(figure.last) in _FEET and self.line[figure.last].start == self.line[figure.last - 1].end
        is_stone = self.lower(figure.last) in self.said.stones
        named, at = (_FOOT, figure.last + 1) if is_marked else self.unit_after(figure.last)
        if is_stone:
            named, at = _STONE, figure.last + 1
        second = self.line[at] if at < len(self.line) else None
        if second is None or second.value is None or second.value % 1:
            return None
        told = self.smaller_part(named, second, at, is_marked=is_marked)
        if told is None or named is None:
            return None
        many, end = told
        value = figure.value + second.value / many
        return self.build(
            figure.first, end, value, 1 / many, named.dimension, named, end, noun=self.noun(end)
        ), end  # fmt: skip

    def smaller_part(self, unit: Unit | None, second: Word, at: int, *, is_marked: bool) -> tuple[int, int] | None:
        """How many of a smaller unit make up one, and the index after it."""
        value = second.value or 0.0
        if unit is _FOOT and value < 12:
            if is_marked:
                return (12, at + 2) if self.lower(at + 1) in _INCHES else None
            return (12, at + 2) if self.lower(at + 1) in self.said.inches else None
        if unit is _STONE and value < 14 and self.unit_at(at + 1) is _POUND:
            return 14, at + 2
        is_told_so = unit is _METRE and len(second.text) == 2 and not self.counts_something(at + 1)
        return (100, at + 1) if is_told_so else None

    def counts_something(self, at: int) -> bool:
        """Whether a word may be what a figure before it counts: "5 m 20 houses", and not "1 m 78 tall", "... groß"."""
        word = self.lower(at)
        if word in self.stop or word in SIGNS or word == "" or self.line[at].value is not None:
            return False
        is_adjective = "capital_nouns" in self.traits and self.line[at].text[:1].islower()
        return not is_adjective and not any(pattern.fullmatch(word) for _, pattern in self.said.aspect_patterns)

    def compounds(self, found: list[Quantity]) -> list[Quantity]:
        """ "One hour and 35 minutes" is one duration, "5 feet 10 inches" one length: the rest is in a smaller unit.

        Any amount takes in "and a half".
        """
        joined: list[Quantity] = []
        for each in found:
            before = joined[-1] if joined else None
            if before is not None and self.is_half_more(each, before):
                joined[-1] = self.with_half(before, each)
            elif before is not None and self.is_rest_of(each, before):
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
        is_time = before.unit.is_period and each.unit.is_period
        is_size = before.dimension in (LENGTH, MASS) and before.written % 1 == 0 and not before.noun
        is_size = is_size and before.aspect in ("", each.aspect)
        if before.dimension is not each.dimension or not (is_time or is_size):
            return False
        if (
            before.per is not NONE
            or each.per is not NONE
            or not (before.is_exact and each.is_exact and before.written and each.written)
        ):
            return False
        joint = self.text[before.span.end : each.span.start]
        # "3 kg and 400 g" may be of two things, "five feet and ten inches" are of one.
        is_joined = joint.strip().lower() in self.said.and_more and (is_time or before.unit in _TOLD_WITH_AND)
        return (is_joined or joint in SPACES_IN_FIGURES) and 0 < each.value < before.value / before.written

    def is_half_more(self, each: Quantity, before: Quantity) -> bool:
        """The "and a half" of "two hours and a half", and not that of "two hours and a half of the crew"."""
        is_half = each.dimension is SHARE and each.span.of(self.text).split()[-1].lower() in self.said.half
        if not is_half or each.total is not None or before.unit is NONE or not before.is_exact or before.written <= 0:
            return False
        joint = self.text[before.span.end : each.span.start].strip().lower()
        after = self.text[each.span.end :].lower().split(maxsplit=2)[:2]
        is_of_others = (
            len(after) == 2 and after[0] in self.said.ratio_of and after[1] in words_of(PLAIN_ARTICLES, self.language)
        )
        return joint in self.said.and_more and not is_of_others

    def with_half(self, before: Quantity, half: Quantity) -> Quantity:
        """Who tells a week and a half counts in halves, and means ten days or eleven."""
        written = before.written + 0.5
        value = before.value * written / before.written
        low, high, bound = interval(value, 0.5 * before.value / before.written, "about")
        return replace(
            before, span=Span(before.span.start, half.span.end), low=low, high=high, value=value, written=written,
            bound=bound, mantissa=written,
        )  # fmt: skip
