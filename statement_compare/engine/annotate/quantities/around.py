"""What stands around an amount: rates, roles, and which way a length lies."""

from __future__ import annotations

from dataclasses import replace
from itertools import dropwhile, pairwise

from statement_compare.engine.annotate.amount_words import PLUS
from statement_compare.engine.annotate.figure_context import INSISTING, meeting_stem
from statement_compare.engine.annotate.quantities.bounds import Bounds
from statement_compare.engine.annotate.quantities.model import (
    Quantity,
    interval,
    may_divide,
)
from statement_compare.engine.annotate.quantity_words import (
    MORE,
    PER_WORDS,
    PLAIN_ARTICLES,
    Role,
)
from statement_compare.engine.annotate.temperatures import tells_a_change
from statement_compare.engine.annotate.units import (
    BARE,
    BASIS_POINT,
    COUNT,
    LENGTH,
    NONE,
    PER_MILLE,
    PERCENT,
    POINTS,
    Dimension,
    Unit,
    told_per,
    unit,
)
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.model import Span

_QUARTER = unit("quarter_year")


class Around(Bounds):
    """Makes an amount of a figure whose words and unit are known."""

    def build(
        self, first: int, last: int, value: float, step: float, dimension: Dimension, unit: Unit, after: int,
        noun: frozenset[str] | None = None,
    ) -> Quantity:  # fmt: skip
        """The amount of words `first` to `last`, with bounds, rate, roles and context read around it."""
        per, rate_end = self.rate(first, after, unit)
        bound, start, bound_end, negation = self.bound(first, after, unit, per)
        end = max(self.line[last - 1].end, self.line[rate_end - 1].end if rate_end > last else 0)
        end = max(end, self.line[bound_end - 1].end if bound_end else 0)
        numerator = unit.in_base(value)
        based_step = abs(unit.in_base(value + step) - numerator)
        value_based, based_step = numerator / per.size, based_step / per.size
        low, high, kind = interval(value_based, based_step, bound)
        roles = self.roles(start, max(after, rate_end))
        if self.sets_limit(start, first, after, bound_end):
            roles |= {Role.LIMIT}
        is_length = unit.dimension is LENGTH
        return Quantity(
            Span(self.line[start].start, end), low, high, value_based, value, based_step, kind, dimension, unit, per,
            noun if noun is not None else self.noun(after + (self.lower(after) in self.said.of_after_amount)),
            self.context(start, after), roles,
            insists=any(self.lower(k) in words_of(INSISTING, self.language) for k in range(start - 3, start)),
            aspect=self.aspect(start, after) if is_length else "",
            negation=None if negation is None else self.line[negation].start,
            sign=next((word.sign for word in self.line[first:last] if word.sign), 0),
        )  # fmt: skip

    def sets_limit(self, start: int, first: int, after: int, bound_end: int) -> bool:
        """ "Max. 12 persons", "rated 18+", "ages 12+": bounds that are told to the figure, so that 15 is another."""
        if tuple(self.lower(k) for k in range(start, first)) in self.said.limiting:
            return True
        is_plus = bound_end > after - 1 and self.lower(bound_end - 1) == PLUS
        return is_plus and self.lower(start - 1) in self.said.rated

    def finish(self, first: int, last: int, value: float, step: float) -> tuple[Quantity | None, int]:
        """An amount whose figure is read: its unit, rate and noun are looked for on both sides."""
        last += self.glued_bound(last)[0]
        unit, after = self.unit_after(last)
        start = first
        currency = self.currency_before(first)
        if currency is not None and (unit is None or unit == currency[0]):
            unit, start = currency[0], currency[1]
            if start > 0 and self.line[start - 1].sign:  # "-€5 million"
                value, start = self.line[start - 1].sign * value, start - 1
        at = after if unit is not None else last
        if unit is not None and unit.is_money and self.lower(at) in self.said.and_more:
            value, at = self.small_change(value, at)
        of_a_change = None if unit is None else unit.of_a_change
        if of_a_change is not None and tells_a_change(
            self.line, self.bound(first, at, of_a_change)[1], first, at, self.language
        ):
            unit = of_a_change
        coin_of = None if unit is None else unit.coin_of
        if coin_of is not None:
            currency_of_coin, part = coin_of
            unit, value, step = self.whose_coin(currency_of_coin), value * part, step * part
        if unit is not None and unit.of_a_change is not None and value > 0:
            end = at + self.phrase_at(at, self.said.below_nought)
            if end > at:
                return replace(self.build(start, end, -value, step, unit.dimension, unit, end), sign=-1), end
        if unit is None:
            share = self.percent_after(last)
            if share is not None:
                dimension, factor, at = share
                built = self.build(start, at, value * factor, step * factor, dimension, PERCENT, at)
                sign = PERCENT if factor == 1 else BASIS_POINT if dimension is POINTS else PER_MILLE
                return replace(built, written=value, unit=sign), at
            noun = self.noun(last)
            dimension = COUNT if noun else BARE
            return self.build(start, last, value, step, dimension, NONE, last, noun=noun), last
        is_joined = self.lower(at) in self.said.of_after_unit and "noun_follows_unit" not in self.traits
        noun = self.noun(at + is_joined)
        return self.build(start, at, value, step, unit.dimension, unit, at, noun=noun), at

    def aspect(self, start: int, after: int) -> str:
        """Which way a length lies, as the words after it or, failing that, before it say."""
        for word in (*self.clause_after(after, 3), *reversed(self.clause_before(start, 6))):
            for name, pattern in self.said.aspect_patterns:
                if pattern.fullmatch(word):
                    return name
        return ""

    def based(self, value: float, quantity: Quantity) -> float:
        return quantity.unit.in_base(value) / quantity.per.size

    def rate(self, first: int, after: int, unit: Unit) -> tuple[Unit, int]:
        """The denominator of a rate after (or, for some words, before) an amount, and the index after it."""
        found = self.rate_joined(after, unit)
        if found is None:
            found = self.rate_further_on(after, unit)
        return self.rate_before(first, unit) if found is None else found

    def rate_joined(self, at: int, unit: Unit) -> tuple[Unit, int] | None:
        """ "/ hour", "per tonne", "la tonne": what a sign or a word right behind the amount divides it by."""
        if self.lower(at) == "/" and at + 1 < len(self.line):
            denominator = self.denominator_at(at + 1)
            if denominator is not None and may_divide(denominator, unit):
                return denominator, at + 2
        if self.lower(at) in self.said.rate_joints:
            step = at + 1
            raised = self.said.rate_powers.get(self.lower(step))
            if raised is not None:
                step += 1 + (self.lower(step + 1) == ".")
            denominator = self.denominator_at(step)
            if denominator is not None and raised is not None:
                denominator = denominator.raised(raised) if denominator.is_length else None
            is_divided = denominator is not None and may_divide(denominator, unit)
            if (
                denominator is not None
                and is_divided
                and not denominator.is_money
                and self.lower(at) in self.said.firm_rates | self.said.each
            ):
                return denominator, step + 1
            if (
                denominator is not None
                and is_divided
                and self.lower(at) in self.said.of_measures
                and (raised is not None or not denominator.is_period)
            ):
                return denominator, step + 1
            if (
                (denominator is None or is_divided)
                and (
                    self.lower(at) in self.said.firm_rates
                    and step < len(self.line)
                    and self.line[step].text[:1].isalpha()
                )
                and self.lower(step) not in self.said.no_denominators
            ):
                return told_per(meeting_stem(self.lower(step), self.language)), step + 1
        return None

    def rate_further_on(self, at: int, unit: Unit) -> tuple[Unit, int] | None:
        """ "barrels of crude a day", "tonnes yearly": what a word within the next few divides the amount by."""
        for ahead in range(8):
            word, nxt = self.lower(at + ahead), self.lower(at + ahead + 1)
            if word in self.said.rate_ends or (ahead and word == ","):
                break
            if ahead and self.line[at + ahead].value is not None:
                break
            if word in self.said.rate_articles and ahead and self.lower(at + ahead - 1) in self.said.before_times:
                continue  # "within an hour"
            denominator = _QUARTER if nxt in self.said.quarter else self.denominator_at(at + ahead + 1)
            if denominator is not None and not may_divide(denominator, unit):
                continue
            if word in self.said.far_rates and ahead and denominator is not None and not denominator.is_money:
                return denominator, at + ahead + 2
            if (
                word in words_of(PER_WORDS, self.language)
                and denominator is not None
                and (
                    denominator.is_period
                    or (
                        word in self.said.rate_articles
                        and unit is not NONE
                        and ahead == 0
                        and denominator.dimension is not unit.dimension
                        and not denominator.is_money
                    )
                )
            ):
                return denominator, at + ahead + 2
            is_period = denominator is not None and denominator.is_period
            if word in self.said.in_period and denominator is not None and is_period and nxt not in self.said.no_period:
                return denominator, at + ahead + 2
            if word in self.said.period_adverbs and word not in self.said.periods_before_only:
                return self.said.period_adverbs[word], at + ahead + 1
        return None

    def rate_before(self, first: int, unit: Unit) -> tuple[Unit, int]:
        """ "Ежесуточно ... 40 тонн": a period that stands before the amount; `NONE` where there is none."""
        before = self.said.periods_before if unit is not NONE and not unit.is_period else frozenset()
        if "period_first" in self.said.rate_traits:
            before = frozenset(self.said.period_adverbs)
        for back in range(1, 5):
            if self.lower(first - back) in before:
                return self.said.period_adverbs[self.lower(first - back)], 0
        return NONE, 0

    def tells_distance(self, after: int) -> bool:
        """Whether an amount is how much more or less than something it is: "26 more than", "26 over the limit"."""
        more = words_of(MORE, self.language)
        for at in range(after, after + len(self.clause_after(after, 2))):
            if self.lower(at) not in more:
                continue
            # "Rose by 5 per cent over the summer", "over the past three years"
            ahead = range(at + 1, at + 1 + len(self.clause_after(at + 1, 4)))
            is_time = self.lower(at) in self.said.also_of_times and any(
                self.is_period(k) or self.in_date(k, k + 1) for k in ahead
            )
            if not is_time:
                return True
        return False

    def is_with_article(self, before: list[str]) -> bool:
        """Whether an article is the last of some words, but for adverbs: "the much-" of "the much-quoted 96"."""
        own = list(dropwhile(lambda word: word in self.said.cited_adverbs, reversed(before)))
        return bool(own) and own[0] in words_of(PLAIN_ARTICLES, self.language)

    def tells_capacity(self, start: int, after: int) -> bool:
        """Whether an amount is what something can hold or is allowed: "was licensed to carry 250", "room for 250"."""
        if self.phrase_before(start, self.said.capacity):
            return True
        is_joined = self.lower(start - 1) in self.said.made_for
        # "Für 300 Schüler gebaut", "300 оқушыға арналған": the noun stands between.
        if (is_joined or not self.said.made_for) and any(
            self.said.made_behind.fullmatch(word) for word in self.clause_after(after, 2)
        ):
            return True
        joint = start - 1
        if not is_joined:
            joint -= self.phrase_before(start, self.said.made_do)
            if joint == start - 1 or self.lower(joint) not in self.said.made_to:
                return False
        if self.said.made.fullmatch(self.lower(joint - 1)) is None:
            return False
        return not self.said.made_be or self.lower(joint - 2) in self.said.made_be

    def roles(self, start: int, after: int) -> frozenset[Role]:
        found = set()
        before = self.clause_before(start, 8)
        behind = self.clause_after(after, 5)
        places = (*range(start - len(before), start), *range(after, after + len(behind)))
        near = [self.lower(at) for at in places if not self.in_date(at, at + 1)]  # "on 3 May" allows nothing
        for role, pattern in self.said.role_patterns:
            scope = before[-6:] + behind[:3] if role is Role.CHANGE else near
            if any(pattern.fullmatch(word) for word in scope):
                found.add(role)
        # "Went over the permitted quantity by 32,000", and not "the petition over noise was signed by 400".
        is_agent = before[-2:-1] != [] and before[-2].endswith(self.said.passives)
        exceeds = bool(self.said.by.intersection(before[-1:])) and (
            any(word.startswith(self.said.exceeding) for word in before)
            or (
                not is_agent
                and any(verb in self.said.moves and way in self.said.past for verb, way in pairwise(before))
            )
        )
        if Role.CHANGE in found and (
            self.lower(start - 1) in self.said.reached or self.lower(after) in self.said.reached_after
        ):
            found.add(Role.REACHED)
        if self.tells_capacity(start, after):
            found.add(Role.CAPACITY)
        if self.tells_distance(after) or exceeds:
            found.add(Role.DIFFERENCE)
        if self.phrase_before(start, self.said.rejecters):
            found.add(Role.REJECTED)
        if any(
            word in self.said.too and much in self.said.too_much for word, much in pairwise(self.clause_after(after, 3))
        ):
            found.add(Role.EXCESS)
        if self.said.cited.intersection(before[-1:]) and self.is_with_article(before[:-1]):
            found.add(Role.CITED)
        if self.lower(after) in self.said.rejecters_after:
            found.add(Role.REJECTED)
        return frozenset(found)
