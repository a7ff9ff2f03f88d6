"""Which figure of one side answers which of the other, and how the two stand to each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import combinations, permutations

from statement_compare.engine.annotate import measures
from statement_compare.engine.annotate.cases import are_ordinals_apart, are_routes_turned
from statement_compare.engine.annotate.counted_things import crossings, governed
from statement_compare.engine.annotate.figure_context import (
    FIRMLY_OTHER,
    is_negated,
    jaccard,
    names_remainder,
    overlap,
    profile,
    unmet,
)
from statement_compare.engine.annotate.quantities import Bound, Quantity, quantities, settled
from statement_compare.engine.annotate.quantity_words import Role
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.time_of_telling import event_moments
from statement_compare.engine.annotate.times import Interval, all_apart, relate
from statement_compare.engine.annotate.unit_words import NO_USUAL_SIZE
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.facts.fact import Lexicon

Affinity = Callable[[str, str], float]


class Standing(StrEnum):
    """How two figures that answer each other stand to each other."""

    EQUAL = "equal"
    CONVERTED = "converted"  # equal once the units are converted
    ROUNDED = "rounded"
    DERIVED = "derived"  # one follows from the other side's figures
    WITHIN = "within"  # an exact figure or narrower bound inside the other's bound
    OVERLAP = "overlap"  # ranges that overlap, neither inside the other
    NEAR = "near"  # a round "about" and a figure not far from it
    DIFFERENT = "different"
    BEYOND = "beyond"  # an exact figure outside the other's bound
    OPEN = "open"  # apart by no more than the size of a unit that hangs on the goods: barrels of wine and litres
    OTHER_UNIT = "other_unit"  # the same figure in another unit of one dimension
    OTHER_SCALE = "other_scale"  # million / billion
    OTHER_CURRENCY = "other_currency"
    OTHER_RATE = "other_rate"  # a month / a year


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against two figures being of one matter; each 0 to 1, or a truth value."""

    covered: float  # share of the content words of the better covered passage that the other has too
    closeness: float  # the same by all words of both
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
    role_differs: bool
    is_one_difference: bool  # "26 more than the law allows" beside a plain figure
    period_one_sided: bool
    period_shared: bool
    is_translated: bool
    is_bare: bool  # a figure without anything counted
    insists: bool
    phase_differs: bool
    ordinals_apart: bool  # "the first phase" / "the second phase"
    routes_turned: bool  # "from A to B" / "from B to A"
    is_swapped: bool  # both sides have the same figures, for each other's things
    is_half_swapped: bool  # one side has the other's figure for another thing, and no more


@dataclass(frozen=True, slots=True)
class Match:
    left: Quantity
    right: Quantity
    standing: Standing
    signs: Signs


def matches(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Match, ...]:
    """Figures of both sides that answer each other. Equal figures are paired first, so that what is left may differ."""
    return _matches(left, right, lexicon.affinity)


@lru_cache(maxsize=32)  # `numbers`, `units` and `dates` ask for the same pair one after another
def _matches(left: Reading, right: Reading, affinity: Affinity) -> tuple[Match, ...]:
    return _Pairing(left, right, affinity).all()


class _Pairing:
    def __init__(self, left: Reading, right: Reading, affinity: Affinity) -> None:
        self.left, self.right, self.affinity = left, right, affinity
        ours, theirs = quantities(left.text, left.language), quantities(right.text, right.language)
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
        self.profiles = (profile(left.text, left.language), profile(right.text, right.language))
        stems = (self.profiles[0].words, self.profiles[1].words)
        self.rests = (unmet(*stems, self.affinity), unmet(stems[1], stems[0], self.affinity))
        self.times = tuple(
            tuple(moment for moment in event_moments(side.text, side.language, side.passage.date) if moment.is_calendar)
            for side in (left, right)
        )
        self.periods_differ = all_apart(*self.times)
        self.cross()
        self.pair(_same_figure)
        self.pair(_same_value)
        self.pair(_same_share)
        if self.may_complement():
            self.pair(_complement)
        self.pair(_same_whole)
        self.derive()
        self.pair(_same_figure_other_unit)
        self.differing()
        found = [Match(self.a[i], self.b[j], standing, self.signs(i, j)) for i, j, standing in self.taken]
        return (*found, *self.derived)

    def pair(self, standing_of: Callable[[Quantity, Quantity], Standing | None]) -> None:
        """Pair free figures for which `standing_of` names a standing, those with most words in common first."""
        candidates = []
        for i in sorted(self.free_a):
            for j in sorted(self.free_b):
                standing = standing_of(self.a[i], self.b[j])
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
        ours = governed(self.left.text, self.left.language, self.a)
        theirs = governed(self.right.text, self.right.language, self.b)
        crossed = crossings(self.a, self.b, ours, theirs, self.affinity)
        for i, j in crossed:
            if i in self.free_a and j in self.free_b:
                standing = _compared(self.a[i], self.b[j])
                if standing in (Standing.DIFFERENT, Standing.BEYOND):
                    self.take(i, j, standing)
                    self.crossed[i] = j

    def take(self, i: int, j: int, standing: Standing) -> None:
        a, b = self.a[i], self.b[j]
        if standing in _AGREEING and (Role.REJECTED in a.roles) != (Role.REJECTED in b.roles):
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
        self.equals += standing in _AGREEING
        self.taken.append((i, j, standing))

    def derive(self) -> None:
        """Figures of one side that follow from the other's by a sum, a difference, a product or a complement."""
        steps: list[tuple[int, float, int, tuple[int, ...], bool]] = []
        for mine, free, theirs, is_left in (
            (self.a, self.free_a, self.b, True),
            (self.b, self.free_b, self.a, False),
        ):
            for i in sorted(free):
                source = _derived_from(mine[i], theirs)
                if source is None:
                    continue
                is_part = self.are_parts_of_one(mine[i], theirs[source[0]])
                if len(source) > 1 or is_part or (mine[i].dimension == "share" and self.may_complement()):
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
                if _is_comparable(a, b):
                    candidates.append((-self.nearness(a, b), i + j, abs(i - j), i, j))
        for *_, i, j in sorted(candidates):
            if i in self.free_a and j in self.free_b:
                standing = _compared(self.a[i], self.b[j])
                if self.are_parts_of_one(self.a[i], self.b[j]):
                    standing = Standing.DERIVED
                self.free_a.discard(i)
                self.free_b.discard(j)
                self.taken.append((i, j, standing))

    def are_parts_of_one(self, a: Quantity, b: Quantity) -> bool:
        """Whether the two add up to a third figure ("900 recovered" and "250 not yet", of 1,150)."""
        same_polarity = is_negated(self.left.tokens, self.left.language) == is_negated(
            self.right.tokens, self.right.language
        ) and (
            names_remainder(self.left.tokens, self.left.language)
            == names_remainder(self.right.tokens, self.right.language)
        )
        if same_polarity and min(len(self.rests[0]), len(self.rests[1])) == 0:
            return False  # nothing but the figure differs: "seven of the nine lacked" / "two of the nine lacked"
        return any(
            c.written == a.written + b.written and c.written > max(a.written, b.written) for c in (*self.a, *self.b)
        ) or any(a.written + b.written == c.total for c in (a, b) if c.total is not None)

    def may_complement(self) -> bool:
        """Whether the sides tell different things of a whole, so that 90 and 10 per cent may both be true of it."""
        is_same_sign = is_negated(self.left.tokens, self.left.language) == is_negated(
            self.right.tokens, self.right.language
        )
        return not is_same_sign or min(len(self.rests[0]), len(self.rests[1])) > 0

    def nearness(self, a: Quantity, b: Quantity) -> float:
        return (
            2 * self.noun_match(a, b)
            + jaccard(a.context, b.context)
            + 0.5 * (a.unit == b.unit)
            + 0.5 * (a.roles == b.roles)
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
        share_left = 1 - len(rest_left) / max(1, len(ours.stems))
        share_right = 1 - len(rest_right) / max(1, len(theirs.stems))
        union = len(ours.stems | theirs.stems)
        times_left, times_right = self.times
        standings = {relate(x, y) for x in times_left for y in times_right}
        return Signs(
            covered=max(share_left, share_right),
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
            role_differs=_role_differs(a, b),
            is_one_difference=(Role.DIFFERENCE in a.roles) != (Role.DIFFERENCE in b.roles),
            period_one_sided=bool(times_left) != bool(times_right),
            period_shared=bool(standings & {Interval.EQUAL, Interval.INSIDE, Interval.AROUND}),
            is_translated=self.left.language != self.right.language,
            is_bare="" in (a.dimension, b.dimension),
            insists=a.insists or b.insists,
            phase_differs=bool(ours.phase) != bool(theirs.phase),
            ordinals_apart=are_ordinals_apart(self.left, self.right),
            routes_turned=are_routes_turned(self.left, self.right),
            is_swapped=False,
            is_half_swapped=False,
        )


_MOST_CROSSED = 10  # a passage of more figures is a table, and what each counts is not told by the words beside it
_AGREEING = frozenset({Standing.EQUAL, Standing.CONVERTED, Standing.ROUNDED, Standing.DERIVED, Standing.WITHIN})


def _role_differs(a: Quantity, b: Quantity) -> bool:
    decisive = {Role.TARGET, Role.AVERAGE, Role.DIFFERENCE}
    if (a.roles & decisive) != (b.roles & decisive):
        return True
    is_limit_a = Role.LIMIT in a.roles
    is_limit_b = Role.LIMIT in b.roles
    return is_limit_a != is_limit_b


def _lie_apart(a: Quantity, b: Quantity) -> bool:
    return bool(a.aspect) and bool(b.aspect) and a.aspect != b.aspect


def _is_comparable(a: Quantity, b: Quantity) -> bool:
    if _lie_apart(a, b):
        return False
    if a.dimension != b.dimension:
        kinds = {a.dimension, b.dimension}
        if kinds == {"share", "count"}:
            return _share_of(a) is not None and _share_of(b) is not None
        if kinds == {"share", "factor"}:
            return Role.CHANGE in (a.roles if a.dimension == "share" else b.roles)
        high, low = max(a.value, b.value), max(1e-9, min(a.value, b.value))
        return "" in kinds and bool(kinds & {"count", "money"}) and high / low < 200
    if a.dimension == "money" and a.unit != b.unit:
        return False
    if a.per != b.per:
        return _are_times(a.per, b.per)
    return True


_TIMES = frozenset({"quarter_year", "second", "minute", "hour", "day", "week", "month", "year", "ten_years"})


def _are_times(a: str, b: str) -> bool:
    return a in _TIMES and b in _TIMES


def _per_fits(a: Quantity, b: Quantity) -> bool:
    """Whether two rates have one kind of denominator: the same, both times, or both units of one dimension."""
    if a.per == b.per or _are_times(a.per, b.per):
        return True
    return bool(a.per) and bool(b.per) and "count" not in (a.dimension, b.dimension) and a.per[:4] == b.per[:4]


def _same_figure(a: Quantity, b: Quantity) -> Standing | None:
    """The same figure in the same unit, or a bare figure where the other names the unit or the scale."""
    if _lie_apart(a, b) or {a.bound, b.bound} == {Bound.AT_LEAST, Bound.AT_MOST}:
        return None
    if a.dimension == b.dimension == "count" and _read_the_other_way(a, b) and a.is_exact and b.is_exact:
        return Standing.EQUAL
    for bare, full in ((a, b), (b, a)):
        if bare.dimension == "" and full.mantissa == bare.written and full.mantissa != full.written:
            return Standing.EQUAL
    if a.written != b.written and a.value != b.value:
        return None
    if a.dimension == b.dimension and a.unit == b.unit and (a.per == b.per or not a.per or not b.per):
        if a.written != b.written:
            return None
        if a.bound != b.bound and {a.bound, b.bound} & {Bound.AT_LEAST, Bound.AT_MOST, Bound.RANGE}:
            return Standing.WITHIN
        return Standing.EQUAL if a.low <= b.high and b.low <= a.high else None
    if a.written == b.written and "" in (a.dimension, b.dimension):
        return Standing.EQUAL
    # A thousand bushels of wheat and of maize: what differs is what they are of.
    is_one_word = a.unit != b.unit and measures.go_by_one_word(a.unit, b.unit) and a.per == b.per
    return Standing.EQUAL if is_one_word and a.written == b.written and a.bound == b.bound else None


def _same_value(a: Quantity, b: Quantity) -> Standing | None:
    if a.dimension != b.dimension or (a.dimension == "money" and a.unit != b.unit) or not _per_fits(a, b):
        return None
    if _lie_apart(a, b) or ({a.unit, b.unit} & NO_USUAL_SIZE and a.unit != b.unit):
        return None
    if not (a.is_exact and b.is_exact):
        return None
    if a.low <= b.high and b.low <= a.high:
        if a.unit != b.unit or a.per != b.per:
            return Standing.CONVERTED
        return Standing.ROUNDED
    # Two conversions and a rounding may add up: 16 knots / 30 km/h, 3.1 miles / 5 km.
    if (a.unit != b.unit or a.per != b.per) and abs(a.value - b.value) <= 0.025 * max(abs(a.value), abs(b.value)):
        return Standing.CONVERTED
    return None


def _is_open(a: Quantity, b: Quantity) -> bool:
    """Whether the size of a unit hangs on more than is told, and the amounts may be equal for all that is known."""
    if a.unit == b.unit or a.dimension != b.dimension:
        return False
    (least_a, most_a), (least_b, most_b) = measures.sizes_of(a.unit), measures.sizes_of(b.unit)
    if least_a == most_a and least_b == most_b:
        return False
    return 0.975 * a.low * least_a <= b.high * most_b and 0.975 * b.low * least_b <= a.high * most_a


def _share_of(quantity: Quantity) -> float | None:
    if quantity.dimension == "share":
        return quantity.value
    if quantity.total:
        return 100 * quantity.written / quantity.total
    return None


def _same_share(a: Quantity, b: Quantity) -> Standing | None:
    """ "seven of nine" / "78 per cent", and complements where both name the whole ("two of the nine were sound")."""
    share_a, share_b = _share_of(a), _share_of(b)
    if (
        a.dimension == b.dimension == "share"
        and a.value + b.value == 100
        and {a.bound, b.bound} == {Bound.AT_LEAST, Bound.AT_MOST}
    ):
        return Standing.DERIVED
    if share_a is None or share_b is None:
        if "factor" in (a.dimension, b.dimension) and "share" in (a.dimension, b.dimension):
            factor, share = (a, b) if a.dimension == "factor" else (b, a)
            change = 100 * (factor.value - 1)
            return Standing.DERIVED if abs(abs(change) - share.value) <= 1 else None
        return None
    if a.dimension != b.dimension or a.total != b.total:
        slack = 3.0 if Bound.ABOUT in (a.bound, b.bound) else 1.2
        if (a.is_exact and b.is_exact) and abs(share_a - share_b) <= slack:
            return Standing.DERIVED
        if not (a.is_exact and b.is_exact):
            low_a, high_a = (a.low, a.high) if a.dimension == "share" else (share_a, share_a)
            low_b, high_b = (b.low, b.high) if b.dimension == "share" else (share_b, share_b)
            return Standing.WITHIN if low_a <= high_b and low_b <= high_a else None
        return None
    return None


def _complement(a: Quantity, b: Quantity) -> Standing | None:
    """ "nine out of ten" were on time, "a tenth" were late: shares of one whole."""
    share_a, share_b = _share_of(a), _share_of(b)
    if (
        share_a is None
        or share_b is None
        or not (a.is_exact and b.is_exact)
        or "share" not in (a.dimension, b.dimension)
    ):
        return None
    if Role.CHANGE in a.roles | b.roles or abs(share_a - share_b) < 1.2:
        return None
    return Standing.DERIVED if abs(share_a + share_b - 100) <= 1.2 else None


def _same_whole(a: Quantity, b: Quantity) -> Standing | None:
    """ "one of the 88" / "the 88": the whole is the same, and nothing is said of the part."""
    for part, whole in ((a, b), (b, a)):
        if (
            part.total is not None
            and whole.total is None
            and part.total == whole.written
            and part.dimension == whole.dimension
        ):
            return Standing.DERIVED
    return None


# Among more figures than these, some sum or share fits any other by chance.
_MOST_SOURCES = 24


def _derived_from(target: Quantity, sources: list[Quantity]) -> tuple[int, ...] | None:
    """Indices of the figures that `target` follows from, None if from none."""
    if not target.is_exact or len(sources) > _MOST_SOURCES:
        return None
    value, slack = target.value, max(0.006 * abs(target.value), target.high - target.value)

    def meets(number: float) -> bool:
        return abs(number - value) <= slack

    kin = [j for j, source in enumerate(sources) if _is_kin(target, source)]
    # "2,674 million" and "2,765" are no sum of 2,700 million: what is lost in the rounding adds nothing.
    parts = [j for j in kin if sources[j].value > slack]
    if value > 2 or target.total is not None:
        for i, j in combinations(parts, 2):
            x, y = sources[i].value, sources[j].value
            if meets(x + y) or (meets(abs(x - y)) and x != y and target.dimension != "share"):
                return i, j
        for i, j, k in combinations(parts, 3):
            x, y, z = sources[i].value, sources[j].value, sources[k].value
            if meets(x + y + z):
                return i, j, k
    for j in kin:
        source = sources[j]
        for whole in {target.total, source.total} - {None}:
            if whole is not None and target.written + source.written == whole:
                return (j,)
        if target.dimension == "share" and source.dimension == "share" and meets(100 - source.value):
            return (j,)
    if target.dimension == "share":
        for i, j in permutations(range(len(sources)), 2):
            x, y = sources[i].value, sources[j].value
            if sources[i].dimension != sources[j].dimension or not y or sources[i].dimension == "factor":
                continue
            for share in (100 * x / y, 100 * (x - y) / y if y else 0.0, 100 * (y - x) / y):
                if meets(share) and share > 1:
                    return i, j
    if target.dimension == "factor":
        for i, j in permutations(range(len(sources)), 2):
            is_pair = sources[i].dimension == sources[j].dimension and sources[j].value != 0
            if is_pair and abs(sources[i].value / sources[j].value - value) <= 0.06 * value:
                return i, j
    if target.dimension in {"count", "money", "[time]", "[mass]"} and value > 2:
        for i, j in permutations(range(len(sources)), 2):
            if _is_kin(target, sources[i]) and sources[j].dimension in {"share", "factor"}:
                part = sources[j].value / (100 if sources[j].dimension == "share" else 1)
                if meets(sources[i].value * part) or meets(sources[i].value * (1 - part)):
                    return i, j
        for i, j in combinations(range(len(sources)), 2):
            one, two = sources[i], sources[j]
            kinds = {one.dimension, two.dimension}
            if target.dimension not in kinds or not kinds & {"count", "[time]", ""} or target.written <= 10:
                continue
            if min(one.written, two.written) > 1 and meets(one.written * two.written):
                return i, j
    return None


def _is_kin(a: Quantity, b: Quantity) -> bool:
    if a.dimension == b.dimension:
        return a.dimension != "money" or a.unit == b.unit
    if a.dimension == "points" and b.dimension == "share":
        return True
    return "" in (a.dimension, b.dimension)


def _same_figure_other_unit(a: Quantity, b: Quantity) -> Standing | None:
    """The same figure with another unit of one dimension, another currency, scale or rate."""
    if a.written != b.written:
        return _scale_slip(a, b)
    if a.lone_one or b.lone_one or _lie_apart(a, b):
        return None
    if a.dimension == b.dimension and a.dimension not in {"count", "", "factor"}:
        if a.dimension == "money" and a.unit != b.unit:
            return Standing.OTHER_CURRENCY if a.per == b.per else None
        if a.unit != b.unit and a.per == b.per:
            return Standing.OTHER_UNIT
    if a.dimension == b.dimension and a.unit == b.unit and a.per != b.per and a.per and b.per:
        return Standing.OTHER_RATE
    kinds = {a.dimension, b.dimension}
    if (
        "count" in kinds
        and len(kinds) == 2
        and not kinds & {"", "share", "points", "factor", "[time]"}
        and a.written >= 100
    ):
        return Standing.OTHER_UNIT if a.noun and b.noun and not a.noun & b.noun and a.per == b.per else None
    if kinds == {"share", "points"} and Role.CHANGE in a.roles & b.roles:
        return Standing.OTHER_UNIT
    return None


def _scale_slip(a: Quantity, b: Quantity) -> Standing | None:
    """Million for billion: the same digits, a factor of a thousand or a million apart."""
    if a.dimension != b.dimension or a.unit != b.unit or a.per != b.per or not a.written or not b.written:
        return None
    if _read_the_other_way(a, b):
        return None
    small, large = sorted((a.written, b.written))
    if small >= 1000 and any(abs(large / small - factor) < 1e-6 * factor for factor in (1e3, 1e6)):
        return Standing.OTHER_SCALE
    return None


def _is_near(a: Quantity, b: Quantity) -> bool:
    """Whether a figure said to be "about" so much is no further from the other than a speaker might round."""
    gap = max(abs(a.value), abs(b.value)) / max(1e-9, min(abs(a.value), abs(b.value)))
    return Bound.ABOUT in (a.bound, b.bound) and gap <= 1.26


def _as_share(quantity: Quantity) -> Quantity:
    """A ratio or a factor as per cent: "nine of twelve" is 75, "doubled" a change of 100."""
    if quantity.dimension == "factor":
        change = 100 * abs(quantity.value - 1)
        return replace(quantity, dimension="share", value=change, low=change - 5, high=change + 5)
    share = _share_of(quantity)
    if share is None or quantity.dimension == "share":
        return quantity
    return replace(quantity, dimension="share", value=share, low=share - 1, high=share + 1)


def _read_the_other_way(a: Quantity, b: Quantity) -> bool:
    """Whether "1.200" and "1,200" are one figure once the sign of one is read the other way."""
    return (
        a.unit == b.unit and a.written != b.written and (a.other_reading == b.written or b.other_reading == a.written)
    )


def _compared(a: Quantity, b: Quantity) -> Standing:
    """How two figures of one kind stand that are not equal."""
    if _is_open(a, b):
        return Standing.OPEN
    if _read_the_other_way(a, b):
        return Standing.OVERLAP
    if {a.bound, b.bound} == {Bound.AT_LEAST, Bound.AT_MOST}:
        least, most = (a, b) if a.bound is Bound.AT_LEAST else (b, a)
        return Standing.BEYOND if least.low >= most.high else Standing.OVERLAP
    if a.dimension != b.dimension and "share" in (a.dimension, b.dimension):
        a, b = _as_share(a), _as_share(b)
    if a.is_exact and b.is_exact:
        if a.high < b.low or b.high < a.low:
            return Standing.NEAR if _is_near(a, b) else Standing.DIFFERENT
        return Standing.ROUNDED
    if a.high < b.low or b.high < a.low:
        return Standing.BEYOND
    if (a.low <= b.low and b.high <= a.high) or (b.low <= a.low and a.high <= b.high):
        if a.bound == b.bound and a.bound in {Bound.AT_LEAST, Bound.AT_MOST}:
            return Standing.BEYOND if Role.LIMIT in a.roles | b.roles else Standing.WITHIN
        return Standing.WITHIN
    return Standing.OVERLAP
