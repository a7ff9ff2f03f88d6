"""What neighbouring amounts of a passage lend each other: their unit, their scale, the other end of a range."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from statement_compare.engine.annotate.quantities.model import Bound, Quantity, interval
from statement_compare.engine.annotate.quantities.two_units import TwoUnits
from statement_compare.engine.annotate.quantity_words import PLAIN_ARTICLES, Role
from statement_compare.engine.annotate.units import BARE, COUNT, FACTOR, LENGTH, NONE, SCORE, SHARE
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.model import Span

_CHANGE_IS_NEAR = 6
_DASHES = frozenset("-–—‑")
_SPACED_DASH = re.compile(r"\s[-–—‑]\s")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_NEAR, _FAR = 24, 200
# "From 12 to 9 million", "from 1 to 40 million" have one scale; "from 3 to 500 million" may have two.
_LEAST_SHARED_SCALE, _LARGEST_RISE, _LARGEST_FALL = 1000, 50, 10
_WIDEST_RANGE = 1000
_NO_RANGE = (BARE, SCORE, FACTOR)  # "doubled to 500"


class Neighbours(TwoUnits):
    """Joins and completes amounts that have been found, in their order."""

    def settled_among_each_other(self, found: list[Quantity]) -> list[Quantity]:
        scaled = self.share_scales(self.compounds(found))
        return self.one_temperature(self.join_ranges(self.share_units(self.sides(scaled))))

    def sides(self, found: list[Quantity]) -> list[Quantity]:
        """ "30 m by 40 m", "30 x 40 m": lengths whose order tells nothing, and of which the last tells the unit."""
        for k in range(len(found) - 1, 0, -1):
            first, second = found[k - 1], found[k]
            joint = self.text[first.span.end : second.span.start].strip().lower()
            if joint not in self.said.sides_joints or second.dimension is not LENGTH:
                continue
            is_bare = first.dimension is BARE or (first.dimension is COUNT and first.noun <= {joint})
            if is_bare and first.total is None:
                first = self.in_unit_of(second, first)
            if first.unit == second.unit and first.is_exact and second.is_exact:
                nouns = first.noun - {joint}
                found[k - 1] = replace(first, noun=nouns, roles=first.roles | {Role.SIDE})
                found[k] = replace(second, roles=second.roles | {Role.SIDE})
        return found

    def one_temperature(self, found: list[Quantity]) -> list[Quantity]:
        """ "Rose by 5 °F (2.8 °C)", "a 2.8 °C (5 °F) rise": one tells the other over, both are changes."""
        for k, (one, two) in enumerate(pairwise(found)):
            between = self.text[one.span.end : two.span.start].strip().lower()
            if between not in self.said.told_over or not (one.unit.is_of_a_change or two.unit.is_of_a_change):
                continue
            found[k], found[k + 1] = self.as_change(one), self.as_change(two)
        return found

    def as_change(self, level: Quantity) -> Quantity:
        """Degrees as those of a change; an amount of anything else as it is."""
        unit = level.unit.of_a_change
        if unit is None:
            return level
        value, step = unit.in_base(level.written), unit.in_base(level.step / level.unit.size)
        low, high, kind = interval(value, step, level.bound.value)
        return replace(
            level, low=low, high=high, value=value, step=step, bound=kind, unit=unit, dimension=unit.dimension
        )

    def share_scales(self, found: list[Quantity]) -> list[Quantity]:
        """ "rose from 5 to 10 million", "between €5 and €10 million": the first end takes the scale of the second.

        Not "from 950 to 1.2 million", whose ends are too far apart to be told in one scale.
        """
        joints = self.said.shared_unit_joints | self.said.range_to | self.said.range_until
        starts = self.said.starts | self.said.starts_of_change | self.said.range_between
        for k, (bare, full) in enumerate(pairwise(found)):
            if not full.mantissa or not bare.mantissa or bare.noun or bare.total is not None:
                continue
            scale, ratio = full.written / full.mantissa, full.mantissa / bare.mantissa
            own = bare.unit is not NONE and bare.unit != full.unit
            if scale < _LEAST_SHARED_SCALE or bare.written != bare.mantissa or bare.mantissa >= 1000 or own:
                continue
            between = self.text[bare.span.end : full.span.start].lower().split()
            before = self.text[: bare.span.start].lower().split()[-1:]
            if len(between) != 1 or between[0] not in joints:
                continue
            if before and before[0] in starts and 1 / _LARGEST_FALL <= ratio <= _LARGEST_RISE:
                found[k] = self.times_scale(bare, scale)
        return found

    def times_scale(self, bare: Quantity, scale: float) -> Quantity:
        return replace(
            bare, value=bare.value * scale, low=bare.low * scale, high=bare.high * scale,
            written=bare.written * scale, step=bare.step * scale,
        )  # fmt: skip

    def in_scale_of(self, first: Quantity, second: Quantity) -> Quantity:
        """The 5 million of "$5 to $6 million", "$5-$6 million"; an end with a scale of its own as it is."""
        scale = second.written / second.mantissa if second.mantissa else 1.0
        is_bare = first.written == first.mantissa < second.mantissa and first.total is None
        return self.times_scale(first, scale) if is_bare and scale >= _LEAST_SHARED_SCALE else first

    def share_units(self, found: list[Quantity]) -> list[Quantity]:
        """ "from 11 to 15 per cent", "450 rather than 500 euros": a bare figure takes the unit that follows."""
        for k in range(len(found) - 1, 0, -1):
            bare, full = found[k - 1], found[k]
            between = self.text[bare.span.end : full.span.start].split()
            if bare.dimension is not BARE or full.unit is NONE or bare.total is not None:
                continue  # "doubled to 100 tonnes" is no two of them
            if full.dimension in (BARE, COUNT):
                continue
            if len(between) <= 2 and all(
                word.strip(",") in self.said.shared_unit_joints or word == "," for word in between
            ):
                found[k - 1] = replace(self.in_unit_of(full, bare), noun=full.noun)
        return found

    def in_unit_of(self, full: Quantity, bare: Quantity) -> Quantity:
        """A bare figure with the unit and the rate of another amount."""
        value = full.unit.in_base(bare.value) / full.per.size
        unit_step = abs(full.unit.in_base(bare.value + bare.step) / full.per.size - value)
        low, high, kind = interval(value, unit_step, bare.bound.value)
        return replace(
            bare, value=value, low=low, high=high, bound=kind, step=unit_step, unit=full.unit,
            dimension=full.dimension, per=full.per,
        )  # fmt: skip

    def join_ranges(self, found: list[Quantity]) -> list[Quantity]:
        """ "between €5 million and €10 million", "between 5 km and 10 km": ends that each have their unit."""
        joined: list[Quantity] = []
        for each in found:
            first = self.in_scale_of(joined[-1], each) if joined else None
            if first is not None and self.is_end_of_range(first, each):
                joined[-1] = replace(
                    each, span=Span(first.span.start, each.span.end), low=self.in_rate_of(first, each), high=each.value,
                    bound=Bound.RANGE, noun=first.noun | each.noun, context=first.context | each.context,
                    roles=first.roles | each.roles,
                )  # fmt: skip
            else:
                joined.append(each)
        return joined

    def is_end_of_range(self, first: Quantity, second: Quantity) -> bool:
        if first.unit != second.unit or first.per not in (NONE, second.per):
            return False
        if first.dimension is not second.dimension or first.dimension in _NO_RANGE or not first.is_exact:
            return False
        if first.noun and not first.noun <= second.noun:
            return False
        is_told = self.are_joined(first, second) if second.is_exact else self.is_until(first, second)
        low = self.in_rate_of(first, second)
        return is_told and 0 <= low < second.value and (not low or second.value <= _WIDEST_RANGE * low)

    def are_joined(self, first: Quantity, second: Quantity) -> bool:
        """Whether a dash or a word joins two ends: "5% – 10%", "5 km to 10 km", "entre el 5 % y el 10 %"."""
        between = self.text[first.span.end : second.span.start].lower()
        before, joint = self.word_before_range(first), " ".join(self.without_articles(between.split()))
        if between.strip() in _DASHES:
            # In "5% – 10% less than planned" the dash parts two clauses.
            is_apart = Role.DIFFERENCE in second.roles or not self.is_only_dash(first.span.end)
            return between in _DASHES or (_SPACED_DASH.fullmatch(between) is not None and not is_apart)
        return (
            (joint in self.said.range_and and before in self.said.range_between)
            or (joint in self.said.range_until and before in self.said.range_from)
            or (between.strip() in self.said.range_to and self.opens_range(first, second))
        )

    def opens_range(self, first: Quantity, second: Quantity) -> bool:
        """Whether the words before "$2 to $8" let it be a range: "costs $2 to $8".

        "Gas gained $2 to $80" tells a step and a level, "gave $2m to a $10m fund" a gift, "lost by 48% to 52%" and "was
        48% to 52%" both shares of a vote.
        """
        if self.tells_a_change_before(first):
            return False
        is_split = first.dimension is SHARE and first.value + second.value == 100
        openers, before = self.said.range_openers, self.word_before_range(first)
        return not openers or not before or (before in openers and not is_split)

    def is_until(self, first: Quantity, second: Quantity) -> bool:
        """Whether an upper bound is the end of a range: "от 5 км до 10 км", "20 теңгеден 30 теңгеге дейін"."""
        if second.bound is not Bound.AT_MOST or self.text[first.span.end : second.span.start].strip():
            return False
        ending, told = first.span.of(self.text).lower(), second.span.of(self.text).lower().split()
        is_from = self.word_before_range(first) in self.said.range_from
        is_joined = is_from and told[0] in self.said.range_until and not self.tells_a_change_before(first)
        return is_joined or (ending.endswith(self.said.from_endings) and told[-1] in self.said.ends_of_change_after)

    def word_before_range(self, first: Quantity) -> str:
        """The "between" of "between 5%", and that of "entre el 5 %"."""
        near = self.text[max(0, first.span.start - _NEAR) : first.span.start].lower().split()
        return "".join(self.without_articles(near[-2:])[-1:])

    def without_articles(self, words: list[str]) -> list[str]:
        return [word for word in words if word not in words_of(PLAIN_ARTICLES, self.language)]

    def is_only_dash(self, start: int) -> bool:
        """Whether a dash with blanks on both sides is the only one of its sentence: two of them set words apart."""
        before = _SENTENCE_END.split(self.text[max(0, start - _FAR) : start])[-1]
        behind = _SENTENCE_END.split(self.text[start : start + _FAR])[0]
        return len(_SPACED_DASH.findall(before + behind)) == 1

    def tells_a_change_before(self, first: Quantity) -> bool:
        """ "Profit rose €2 million to €10 million", "from 5 km to 10 km": a step or a start, not an end of a range."""
        before = re.findall(r"\w+", self.text[: first.span.start].lower())[-_CHANGE_IS_NEAR:]
        return any(self.said.change.fullmatch(word) or word in self.said.starts for word in before)

    def in_rate_of(self, first: Quantity, second: Quantity) -> float:
        """What a first end is in the rate of the second: "€3bn-€4bn a year" has it once."""
        return first.value if first.per == second.per else first.value / second.per.size
