"""Which figure of one side answers which of the other, and what speaks for and against both being of one matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from statement_compare.engine.annotate.amount_words import amount_words
from statement_compare.engine.annotate.cases import are_ordinals_apart, are_routes_turned, are_turned
from statement_compare.engine.annotate.counted_things import Affinity, crossings, governed
from statement_compare.engine.annotate.figure_context import (
    FIRMLY_OTHER,
    exempts,
    is_negated,
    jaccard,
    names_remainder,
    overlap,
    profile,
    tells_average,
    unmet,
)
from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.quantities import Quantity, quantities, settled
from statement_compare.engine.annotate.quantity_words import Role
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.time_of_telling import event_moments
from statement_compare.engine.annotate.times import Interval, Moment, all_apart, is_part_of, relate, years_apart
from statement_compare.engine.annotate.units import BARE, COUNT, FACTOR, MONEY, SHARE, TIME
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.facts.derived_figures import derived_from
from statement_compare.engine.facts.fact import Lexicon
from statement_compare.engine.facts.figure_signs import compared_with_signs, same_but_for_sign
from statement_compare.engine.facts.figure_standing import (
    AGREEING,
    Standing,
    are_all_but_and_only,
    are_complements,
    complement,
    is_comparable,
    other_part_of_one_whole,
    same_figure,
    same_figure_other_unit,
    same_share,
    same_value,
    same_whole,
    till_next,
)
from statement_compare.engine.facts.opposed_phrases import are_opposed_behind, have_opposed_phrases
from statement_compare.engine.facts.word_matching import terms


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against two figures being of one matter; each 0 to 1, or a truth value."""

    closeness: float  # share of the content words of both passages that the other has too
    left_over: int  # content words of the better covered passage that the other has no word for
    names_apart: bool  # both name somebody or some place that the other does not
    vicinity: float  # words near the two figures in common
    total: float  # 1 both of one whole, 0 of two, 0.5 unknown
    noun: float  # 1 the same thing counted, 0.5 unknown, 0 another
    rivals: int  # further figures of the kind left without an answer
    equals: int  # figures and dates that both sides share
    is_rejected: bool
    periods_differ: bool
    is_other_case: bool
    is_firmly_other: bool
    is_one_difference: bool  # "26 more than the law allows" beside a plain figure
    is_one_average: bool  # "2,100 on average" beside what one of them is told to be
    is_one_capacity: bool  # "built for 300 pupils" beside "has 420 pupils"
    period_one_sided: bool
    period_shared: bool
    is_of_part_of_period: bool  # the smaller figure is of one of the years that the larger one is of
    is_translated: bool
    is_bare: bool  # a figure without anything counted
    insists: bool
    phase_differs: bool
    ordinals_apart: bool  # "the first phase" / "the second phase"
    routes_turned: bool  # "from A to B" / "from B to A"
    divides_cases: bool  # "the act binds firms above ten staff" / "firms below ten are exempt"
    is_swapped: bool  # both sides have the same figures, for each other's things
    is_half_swapped: bool  # one side has the other's figure for another thing, and no more


@dataclass(frozen=True, slots=True)
class Match:
    """Two figures that answer each other."""

    left: Quantity
    right: Quantity
    standing: Standing
    signs: Signs


_SAME_FACTOR = 0.05
_MOST_CROSSED = 10  # a passage of more figures is a table, and what each counts is not told by the words beside it


def matches(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Match, ...]:
    """Figures of both sides that answer each other. Equal figures are paired first, so that what is left may differ."""
    return _Pairing(left, right, lexicon).all()


class _Pairing:
    """Goes through the figures of two passages; `free_*` are the indices of those that have found no answer yet."""

    def __init__(self, left: Reading, right: Reading, lexicon: Lexicon) -> None:
        self.left, self.right, self.lexicon = left, right, lexicon
        self.sides = (left, right)
        self.affinity: Affinity = lexicon.affinity
        ours, theirs = quantities(left), quantities(right)
        self.a = [settled(each, theirs) for each in ours]
        self.b = [settled(each, ours) for each in theirs]
        self.free_a = set(range(len(self.a)))
        self.free_b = set(range(len(self.b)))
        self.rejected_a: set[int] = set()
        self.rejected_b: set[int] = set()
        self.equals = 0
        self.taken: list[tuple[int, int, Standing]] = []
        self.crossed: dict[int, int] = {}  # right by left figure: of one thing, though each stands elsewhere too
        self.derived: list[Match] = []

    def all(self) -> tuple[Match, ...]:
        if not self.a or not self.b:
            return ()
        left, right = self.left, self.right
        self.profiles = (profile(left), profile(right))
        stems = (self.profiles[0].words, self.profiles[1].words)
        self.rests = (unmet(*stems, self.affinity), unmet(stems[1], stems[0], self.affinity))
        self.times = tuple(
            tuple(moment for moment in event_moments(side) if moment.is_calendar) for side in (left, right)
        )
        self.periods_differ = all_apart(*self.times) or years_apart(*self.times) is not None
        self.cross()
        self.pair(same_figure)
        self.pair(same_value)
        self.pair(same_but_for_sign)
        self.pair(same_share)
        if self.may_complement():
            self.pair(complement)
        self.pair(other_part_of_one_whole)
        self.pair(same_whole)
        self.derive()
        self.pair(same_figure_other_unit)
        self.differing()
        found = [Match(self.a[i], self.b[j], standing, self.signs(i, j)) for i, j, standing in self.taken]
        return (*found, *self.derived)

    def pair(self, standing_of: Callable[[Quantity, Quantity], Standing | None]) -> None:
        """Pair free figures for which `standing_of` names a standing, those with most words in common first."""
        candidates = []
        for i in sorted(self.free_a):
            for j in sorted(self.free_b):
                standing = standing_of(self.a[i], self.b[j])
                if standing in AGREEING and self.is_distance_alone(self.a[i], self.b[j]):
                    continue
                if standing is not None:
                    near = jaccard(self.a[i].context | self.a[i].noun, self.b[j].context | self.b[j].noun)
                    candidates.append((-near, i + j, abs(i - j), i, j, standing))
        for *_, i, j, standing in sorted(candidates):
            if i in self.free_a and j in self.free_b:
                self.take(i, j, standing)

    def cross(self) -> None:
        """Pair what two figures count before their values: swapped figures differ, though each stands on both sides."""
        if not 2 <= max(len(self.a), len(self.b)) <= _MOST_CROSSED:
            return
        ours = governed(self.left, self.a)
        theirs = governed(self.right, self.b)
        crossed = crossings(self.a, self.b, ours, theirs, self.affinity)
        for i, j in crossed:
            is_side = Role.SIDE in self.a[i].roles | self.b[j].roles  # "30 m by 40 m", "40 m by 30 m"
            if i in self.free_a and j in self.free_b and not is_side:
                standing = compared_with_signs(self.a[i], self.b[j])
                if standing in (Standing.DIFFERENT, Standing.BEYOND):
                    self.take(i, j, standing)
                    self.crossed[i] = j

    def take(self, i: int, j: int, standing: Standing) -> None:
        a, b = self.a[i], self.b[j]
        if standing in AGREEING and (Role.REJECTED in a.roles) != (Role.REJECTED in b.roles):
            # "five minutes, not fifty": the fifty of the other side is contested, not met.
            if Role.REJECTED in b.roles:
                self.rejected_a.add(i)
                self.free_b.discard(j)
            else:
                self.rejected_b.add(j)
                self.free_a.discard(i)
            return
        self.free_a.discard(i)
        self.free_b.discard(j)
        self.equals += standing in AGREEING
        self.taken.append((i, j, standing))

    def derive(self) -> None:
        """Figures of one side that follow from the other's by a sum, a difference, a product or a complement."""
        steps: list[tuple[int, float, int, tuple[int, ...], bool]] = []
        # "Tripled to 90", "tripled to 30": what both tell makes no bridge from one to the other.
        met = [(i, j) for i, j, standing in self.taken if standing in AGREEING]
        told = {True: frozenset(j for _, j in met), False: frozenset(i for i, _ in met)}
        for mine, free, theirs, is_left in (
            (self.a, self.free_a, self.b, True),
            (self.b, self.free_b, self.a, False),
        ):
            for i in sorted(free):
                source = derived_from(mine[i], theirs, told[is_left])
                if source is None:
                    continue
                is_part = self.are_parts_of_one(mine[i], theirs[source[0]])
                if len(source) > 1 or is_part or (mine[i].dimension is SHARE and self.may_complement()):
                    steps.append((len(source), mine[i].value, i, source, is_left))
        for _, _, i, source, is_left in sorted(steps):
            free, others = (self.free_a, self.free_b) if is_left else (self.free_b, self.free_a)
            if i not in free:
                continue
            a, b = (self.a[i], self.b[source[0]]) if is_left else (self.a[source[0]], self.b[i])
            free.discard(i)
            others.difference_update(source)
            self.equals += 1
            self.derived.append(Match(a, b, Standing.DERIVED, self.signs_of(a, b)))

    def differing(self) -> None:
        candidates = []
        for i in sorted(self.free_a):
            for j in sorted(self.free_b):
                a, b = self.a[i], self.b[j]
                if is_comparable(a, b) or (
                    are_all_but_and_only(a, b) and self.is_same_polarity and not any(self.rests)
                ):
                    candidates.append((-self.nearness(a, b), i + j, abs(i - j), i, j))
        for *_, i, j in sorted(candidates):
            if i in self.free_a and j in self.free_b:
                standing = compared_with_signs(self.a[i], self.b[j])
                if self.are_parts_of_one(self.a[i], self.b[j]) or self.are_converse(self.a[i], self.b[j]):
                    standing = Standing.DERIVED
                elif (
                    self.are_of_opposed_sides(self.a[i], self.b[j])
                    or (standing in AGREEING and self.is_distance_alone(self.a[i], self.b[j]))
                    # "All but three were harmless", "only three were harmful": such words are near each other.
                    or (are_all_but_and_only(self.a[i], self.b[j]) and self.has_opposites())
                ):
                    standing = Standing.OTHER_ROLE
                self.free_a.discard(i)
                self.free_b.discard(j)
                self.taken.append((i, j, standing))

    def are_parts_of_one(self, a: Quantity, b: Quantity) -> bool:
        """Whether the two add up to a third figure ("900 recovered" and "250 not yet", of 1,150)."""
        wholes = {c.written for c in (*self.a, *self.b)} | {c.total for c in (a, b) if c.total is not None}
        if a.dimension is not b.dimension or a.written + b.written not in wholes or not (a.written and b.written):
            return False
        same_polarity = self.is_same_polarity and (
            names_remainder(self.left.tokens, self.left.language)
            == names_remainder(self.right.tokens, self.right.language)
        )
        # Nothing but the figure differs: "seven of the nine lacked" / "two of the nine lacked". "Six of the eight
        # survived" / "two died" say the same by opposite words, which are near each other in meaning.
        return not same_polarity or min(len(self.rests[0]), len(self.rests[1])) > 0 or self.has_opposites()

    def is_distance_alone(self, a: Quantity, b: Quantity) -> bool:
        """Whether one figure is how far something is from another, and the other one the thing itself.

        "Was going 26 km/h over the limit", "was going at 26 km/h": the side of the plain figure says nothing that the
        other does not. "The overcharge was 40 euros" does, and may mean the same as "40 euros too high".
        """
        distances = [bool(each.roles & {Role.DIFFERENCE, Role.EXCESS}) for each in (a, b)]
        if distances[0] == distances[1] or Role.CHANGE in a.roles | b.roles:
            return False
        return not self.rests[distances.index(False)]

    def are_converse(self, a: Quantity, b: Quantity) -> bool:
        """ "The tower is twice as tall as the church", "the church is half as tall as the tower"."""
        is_inverse = a.dimension is b.dimension is FACTOR and abs(a.value * b.value - 1) < _SAME_FACTOR
        return is_inverse and are_turned(self.left, a.span, self.right, b.span)

    def are_of_opposed_sides(self, a: Quantity, b: Quantity) -> bool:
        """ "Twelve of the 20 voted for it" and "seven of the 20 voted against it": one of them did neither."""
        whole = 100 if a.dimension is SHARE else a.total
        if a.dimension is not b.dimension or a.total != b.total or a.dimension not in (COUNT, SHARE, BARE):
            return False
        if whole is not None and a.written + b.written > whole:
            return False
        return are_opposed_behind(self.left, till_next(a, self.a), self.right, till_next(b, self.b))

    @cached_property
    def is_same_polarity(self) -> bool:
        """Whether both sides deny or neither does: "has no heating", and "lacks" it."""
        ours, theirs = (is_negated(each.tokens, each.language) or bool(scopes(each).cues) for each in self.sides)
        return ours == theirs

    def has_opposites(self) -> bool:
        """Whether a word or phrase of one side is the opposite of one of the other's, and neither is on both sides."""
        ours, theirs = ({term.key for term in terms(each)} for each in self.sides)
        return have_opposed_phrases(self.left, self.right) or any(
            self.lexicon.are_antonyms(mine, other, self.left.language)
            for mine in ours - theirs
            for other in theirs - ours
        )

    def may_complement(self) -> bool:
        """Whether the sides tell different things of a whole, so that 90 and 10 per cent may both be true of it."""
        return not self.is_same_polarity or min(len(self.rests[0]), len(self.rests[1])) > 0 or self.has_opposites()

    def nearness(self, a: Quantity, b: Quantity) -> float:
        return (
            2 * self.noun_match(a, b)
            + jaccard(a.context, b.context)
            + 0.5 * (a.unit == b.unit)
            + 0.5 * (a.roles - {Role.CAPACITY} == b.roles - {Role.CAPACITY})
            + 0.5 * ((a.total is None) == (b.total is None))
        )

    def noun_match(self, a: Quantity, b: Quantity) -> float:
        if not a.noun or not b.noun:
            return 0.5
        if a.noun & b.noun:
            return 1.0
        near = max(self.affinity(x, y) for x in sorted(a.noun) for y in sorted(b.noun))
        if near >= 0.6:
            return 0.8
        return 0.3 if self.left.language != self.right.language else 0.0

    def signs(self, i: int, j: int) -> Signs:
        signs = self.signs_of(self.a[i], self.b[j])
        rejected = i in self.rejected_a or j in self.rejected_b
        kinds = {self.a[i].dimension, self.b[j].dimension}
        rivals = sum(self.a[k].dimension in kinds for k in self.free_a - {i}) + sum(
            self.b[k].dimension in kinds for k in self.free_b - {j}
        )
        is_crossed = self.crossed.get(i) == j
        is_swapped = is_crossed and len(self.crossed) > 1
        return replace(
            signs,
            rivals=rivals,
            is_rejected=rejected,
            is_swapped=is_swapped,
            is_half_swapped=is_crossed and not is_swapped,
        )

    def signs_of(self, a: Quantity, b: Quantity) -> Signs:
        ours, theirs = self.profiles
        rest_left, rest_right = self.rests
        union = len(ours.stems | theirs.stems)
        times_left, times_right = self.times
        standings = {relate(x, y) for x in times_left for y in times_right}
        return Signs(
            closeness=1 - (len(rest_left) + len(rest_right)) / max(1, union),
            left_over=min(len(rest_left), len(rest_right)),
            names_apart=bool(ours.names - theirs.names) and bool(theirs.names - ours.names),
            vicinity=overlap(a.context | a.noun, b.context | b.noun),
            total=0.5 if a.total is None or b.total is None else float(a.total == b.total),
            noun=self.noun_match(a, b),
            rivals=0,
            equals=self.equals,
            is_rejected=False,
            periods_differ=self.periods_differ,
            is_other_case=bool(ours.otherness ^ theirs.otherness),
            is_firmly_other=bool(ours.otherness & words_of(FIRMLY_OTHER, self.left.language))
            != bool(theirs.otherness & words_of(FIRMLY_OTHER, self.right.language)),
            is_one_difference=(Role.DIFFERENCE in a.roles) != (Role.DIFFERENCE in b.roles),
            is_one_average=(Role.AVERAGE in a.roles) != (Role.AVERAGE in b.roles)
            and tells_average(self.left) != tells_average(self.right)
            and min(map(len, self.rests)) > 0,
            is_one_capacity=_is_one_capacity(a, self.left, b, self.right),
            period_one_sided=bool(times_left) != bool(times_right),
            period_shared=bool(standings & {Interval.EQUAL, Interval.INSIDE, Interval.AROUND}),
            is_of_part_of_period=_is_of_part(a, times_left, b, times_right),
            is_translated=self.left.language != self.right.language,
            is_bare=BARE in (a.dimension, b.dimension),
            insists=a.insists or b.insists,
            phase_differs=bool(ours.phase) != bool(theirs.phase),
            ordinals_apart=are_ordinals_apart(self.left, self.right),
            routes_turned=are_routes_turned(self.left, self.right),
            divides_cases=are_complements(a, b) and exempts(self.left) != exempts(self.right),
            is_swapped=False,
            is_half_swapped=False,
        )


def _is_one_capacity(a: Quantity, left: Reading, b: Quantity, right: Reading) -> bool:
    """Whether one is what something can hold or is allowed, and the other how much there is.

    "The hall has 300 places" may tell a capacity in other words: where such a word stands, they are held together.
    """
    may_hold = [Role.CAPACITY in each.roles for each in (a, b)]
    if may_hold[0] == may_hold[1] or {a.dimension, b.dimension} & {MONEY, SHARE, TIME}:
        return False
    plain, side = (b, right) if may_hold[0] else (a, left)
    other_words = amount_words(side.language).may_hold
    return Role.LIMIT not in plain.roles and not any(other_words.fullmatch(token.lower) for token in side.tokens)


def _is_of_part(a: Quantity, times_a: tuple[Moment, ...], b: Quantity, times_b: tuple[Moment, ...]) -> bool:
    """Whether the smaller figure is told of a part of the time of the larger: "12 in 2019", "31 from 2018 to 2020"."""
    if any(relate(x, y) is Interval.EQUAL and x.is_listed == y.is_listed for x in times_a for y in times_b):
        return False
    (small, part), (large, whole) = sorted(((a, times_a), (b, times_b)), key=lambda side: side[0].value)
    return small.value < large.value and any(is_part_of(x, y) for x in part for y in whole)
