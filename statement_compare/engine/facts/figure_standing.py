"""How two amounts stand to each other, by their figures, units, rates and bounds alone."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from math import inf, isclose, isfinite

from statement_compare.engine.annotate.quantities import Bound, Quantity
from statement_compare.engine.annotate.quantity_words import Role
from statement_compare.engine.annotate.units import BARE, COUNT, FACTOR, MONEY, NONE, POINTS, SHARE, TIME, Unit
from statement_compare.engine.model import Span


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
    OPEN_SIGN = "open_sign"  # equal but for a minus that one side alone tells: "-5 per cent" of a decline by 5
    OTHER_UNIT = "other_unit"  # the same figure in another unit of one dimension
    OTHER_SCALE = "other_scale"  # million / billion
    OTHER_CURRENCY = "other_currency"
    OTHER_RATE = "other_rate"  # a month / a year
    OTHER_ROLE = "other_role"  # "rose by 5 per cent" / "rose to 5 per cent"


AGREEING = frozenset({Standing.EQUAL, Standing.CONVERTED, Standing.ROUNDED, Standing.DERIVED, Standing.WITHIN})


_MILES = {"mile", "nautical_mile"}
# What the last place stands for is counted in fractions of two: .1 of 98.6 is .09999999999999432.
_SAME_STEP = 1e-6
_SAME_LOW = 0.01


def till_next(figure: Quantity, figures: list[Quantity]) -> Span:
    """The stretch behind a figure, up to the next of its kind."""
    starts = [each.span.start for each in figures if each.dimension is figure.dimension]
    return Span(figure.span.end, min((at for at in starts if at >= figure.span.end), default=sys.maxsize))


def same_figure(a: Quantity, b: Quantity) -> Standing | None:
    """The same figure in the same unit, or a bare figure where the other names the unit or the scale."""
    if _lie_apart(a, b) or {a.bound, b.bound} == {Bound.AT_LEAST, Bound.AT_MOST}:
        return None
    if a.dimension is b.dimension is COUNT and _read_the_other_way(a, b) and a.is_exact and b.is_exact:
        return Standing.EQUAL
    for bare, full in ((a, b), (b, a)):
        if bare.dimension is BARE and full.mantissa == bare.written and full.mantissa != full.written:
            return Standing.EQUAL
    if a.written != b.written and a.value != b.value:
        return None
    if a.dimension == b.dimension and a.unit == b.unit and (a.per == b.per or NONE in (a.per, b.per)):
        if a.written != b.written:
            return None
        if _begin_apart(a, b):
            return None
        if a.bound != b.bound and {a.bound, b.bound} & {Bound.AT_LEAST, Bound.AT_MOST, Bound.RANGE}:
            return Standing.WITHIN
        return Standing.EQUAL if a.low <= b.high and b.low <= a.high else None
    if a.written == b.written and BARE in (a.dimension, b.dimension):
        return Standing.EQUAL
    # A thousand bushels of wheat and of maize: what differs is what they are of.
    is_one_word = a.unit != b.unit and a.unit.goes_by_one_word_with(b.unit) and a.per == b.per
    return Standing.EQUAL if is_one_word and a.written == b.written and a.bound == b.bound else None


def same_value(a: Quantity, b: Quantity) -> Standing | None:
    if a.dimension != b.dimension or (a.dimension is MONEY and a.unit != b.unit) or not _per_fits(a, b):
        return None
    if _lie_apart(a, b) or (a.unit != b.unit and not (a.unit.has_usual_size and b.unit.has_usual_size)):
        return None
    if not (a.is_exact and b.is_exact) or _are_told_to_one_place(a, b):
        return None
    if a.low <= b.high and b.low <= a.high:
        if a.unit != b.unit or a.per != b.per:
            return Standing.CONVERTED
        return Standing.ROUNDED
    # Two conversions and a rounding may add up: 16 knots / 30 km/h, 3.1 miles / 5 km.
    if (a.unit != b.unit or a.per != b.per) and abs(a.value - b.value) <= 0.025 * max(abs(a.value), abs(b.value)):
        return Standing.CONVERTED
    return None


def same_share(a: Quantity, b: Quantity) -> Standing | None:
    """ "seven of nine" / "78 per cent", and complements where both name the whole ("two of the nine were sound")."""
    share_a, share_b = _share_of(a), _share_of(b)
    if (
        a.dimension is b.dimension is SHARE
        and a.value + b.value == 100
        and {a.bound, b.bound} == {Bound.AT_LEAST, Bound.AT_MOST}
    ):
        return Standing.DERIVED
    if share_a is None or share_b is None:
        if FACTOR in (a.dimension, b.dimension) and SHARE in (a.dimension, b.dimension):
            factor, share = (a, b) if a.dimension is FACTOR else (b, a)
            change = 100 * (factor.value - 1)
            return Standing.DERIVED if abs(abs(change) - abs(share.value)) <= 1 else None
        return None
    if a.dimension != b.dimension or a.total != b.total:
        slack = 3.0 if Bound.ABOUT in (a.bound, b.bound) else 1.2
        if (a.is_exact and b.is_exact) and abs(share_a - share_b) <= slack:
            return Standing.DERIVED
        if not (a.is_exact and b.is_exact):
            low_a, high_a = (a.low, a.high) if a.dimension is SHARE else (share_a, share_a)
            low_b, high_b = (b.low, b.high) if b.dimension is SHARE else (share_b, share_b)
            return Standing.WITHIN if low_a <= high_b and low_b <= high_a else None
        return None
    return None


def other_part_of_one_whole(a: Quantity, b: Quantity) -> Standing | None:
    """ "A quarter of the 320" / "142 of the 320": a share and a number of one whole that do not meet."""
    if a.total is None or a.total != b.total or {a.dimension, b.dimension} != {SHARE, COUNT}:
        return None
    standing = compared(a, b)
    return standing if standing in (Standing.DIFFERENT, Standing.BEYOND) else None


def complement(a: Quantity, b: Quantity) -> Standing | None:
    """ "nine out of ten" were on time, "a tenth" were late: shares of one whole."""
    share_a, share_b = _share_of(a), _share_of(b)
    if share_a is None or share_b is None or not (a.is_exact and b.is_exact) or SHARE not in (a.dimension, b.dimension):
        return None
    if Role.CHANGE in a.roles | b.roles or abs(share_a - share_b) < 1.2:
        return None
    return Standing.DERIVED if abs(share_a + share_b - 100) <= 1.2 else None


def are_parts_of_a_whole(a: Quantity, b: Quantity) -> bool:
    """Whether two figures make up a whole that one of them names: "14 of the 20" and six, two thirds and a third."""
    is_sum = a.dimension is b.dimension and any(
        a.written + b.written == whole for whole in (a.total, b.total) if whole is not None
    )
    return is_sum or complement(a, b) is not None


def same_whole(a: Quantity, b: Quantity) -> Standing | None:
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


def same_figure_other_unit(a: Quantity, b: Quantity) -> Standing | None:
    """The same figure with another unit of one dimension, another currency, scale or rate."""
    if abs(a.written) != abs(b.written):
        return _scale_slip(a, b)
    if a.lone_one or b.lone_one or _lie_apart(a, b):
        return None
    if {a.unit.name, b.unit.name} == _MILES and a.per == b.per:
        return Standing.OPEN  # the twelve-mile limit at sea is one of nautical miles
    if a.dimension == b.dimension and a.dimension not in {COUNT, BARE, FACTOR}:
        if a.dimension is MONEY and a.unit != b.unit:
            return Standing.OTHER_CURRENCY if a.per == b.per else None
        if a.unit != b.unit and a.per == b.per:
            return Standing.OTHER_UNIT
    if a.dimension == b.dimension and a.unit == b.unit and a.per != b.per and NONE not in (a.per, b.per):
        return Standing.OTHER_RATE
    kinds = {a.dimension, b.dimension}
    if COUNT in kinds and len(kinds) == 2 and not kinds & {BARE, SHARE, POINTS, FACTOR, TIME} and a.written >= 100:
        return Standing.OTHER_UNIT if a.noun and b.noun and not a.noun & b.noun and a.per == b.per else None
    if kinds == {SHARE, POINTS} and Role.CHANGE in a.roles & b.roles:
        return Standing.OTHER_UNIT
    return None


def _scale_slip(a: Quantity, b: Quantity) -> Standing | None:
    """Million for billion: the same digits, a factor of a thousand or a million apart."""
    if a.dimension != b.dimension or a.unit != b.unit or a.per != b.per or not a.written or not b.written:
        return None
    if _read_the_other_way(a, b):
        return None
    small, large = sorted((abs(a.written), abs(b.written)))
    if small >= 1000 and any(abs(large / small - factor) < 1e-6 * factor for factor in (1e3, 1e6)):
        return Standing.OTHER_SCALE
    return None


def is_comparable(a: Quantity, b: Quantity) -> bool:
    if _is_step_and_level(a, b):
        return a.dimension is b.dimension and a.unit == b.unit
    if _lie_apart(a, b):
        return False
    if a.dimension != b.dimension:
        kinds = {a.dimension, b.dimension}
        if kinds == {SHARE, COUNT}:
            return _share_of(a) is not None and _share_of(b) is not None
        if kinds == {SHARE, FACTOR}:
            return Role.CHANGE in (a.roles if a.dimension is SHARE else b.roles)
        high, low = max(abs(a.value), abs(b.value)), max(1e-9, min(abs(a.value), abs(b.value)))
        return BARE in kinds and bool(kinds & {COUNT, MONEY}) and high / low < 200
    if a.dimension is MONEY and a.unit != b.unit:
        return False
    if a.per != b.per:
        return _are_times(a.per, b.per)
    return True


def are_complements(a: Quantity, b: Quantity) -> bool:
    """Whether one bound begins where the other ends: "above ten", "ten or fewer"."""
    if {a.bound, b.bound} != {Bound.AT_LEAST, Bound.AT_MOST}:
        return False
    least, most = (a, b) if a.bound is Bound.AT_LEAST else (b, a)
    return least.low == most.high


def are_all_but_and_only(a: Quantity, b: Quantity) -> bool:
    """ "All but two survived", "only two survived": the same figure of those who did not and of those who did."""
    if (Role.LEFT_OUT in a.roles) == (Role.LEFT_OUT in b.roles) or a.unit != b.unit or a.written != b.written:
        return False
    plain = b if Role.LEFT_OUT in a.roles else a
    return plain.insists and plain.is_exact


def compared(a: Quantity, b: Quantity) -> Standing:
    """How two figures of one kind stand that are not equal."""
    if _is_step_and_level(a, b):
        return Standing.OTHER_ROLE
    if are_all_but_and_only(a, b):
        return Standing.DIFFERENT
    if _is_open(a, b):
        return Standing.OPEN
    if _read_the_other_way(a, b):
        return Standing.OVERLAP
    if {a.bound, b.bound} == {Bound.AT_LEAST, Bound.AT_MOST}:
        least, most = (a, b) if a.bound is Bound.AT_LEAST else (b, a)
        return Standing.BEYOND if least.low >= most.high else Standing.OVERLAP
    if a.dimension != b.dimension and SHARE in (a.dimension, b.dimension):
        a, b = _as_share(a), _as_share(b)
    if a.is_exact and b.is_exact:
        if a.high < b.low or b.high < a.low or _are_told_to_one_place(a, b):
            return Standing.NEAR if _is_near(a, b) else Standing.DIFFERENT
        return Standing.ROUNDED
    if a.high < b.low or b.high < a.low:
        return Standing.BEYOND
    if (a.low <= b.low and b.high <= a.high) or (b.low <= a.low and a.high <= b.high):
        if a.bound == b.bound and a.bound in {Bound.AT_LEAST, Bound.AT_MOST}:
            return Standing.BEYOND if Role.LIMIT in a.roles | b.roles else Standing.WITHIN
        return Standing.WITHIN
    return Standing.OVERLAP


def _share_of(quantity: Quantity) -> float | None:
    if quantity.dimension is SHARE:
        return quantity.value
    if quantity.total:
        return 100 * quantity.written / quantity.total
    return None


def _as_share(quantity: Quantity) -> Quantity:
    """A ratio or a factor as per cent: "nine of twelve" is 75, "doubled" a change of 100."""
    if quantity.dimension is FACTOR:
        change = 100 * abs(quantity.value - 1)
        return replace(quantity, dimension=SHARE, value=change, low=change - 5, high=change + 5)
    share = _share_of(quantity)
    if share is None or quantity.dimension is SHARE:
        return quantity
    return replace(quantity, dimension=SHARE, value=share, low=share - 1, high=share + 1)


def _read_the_other_way(a: Quantity, b: Quantity) -> bool:
    """Whether "1.200" and "1,200" are one figure once the sign of one is read the other way."""
    return (
        a.unit == b.unit and a.written != b.written and (a.other_reading == b.written or b.other_reading == a.written)
    )


def _is_open(a: Quantity, b: Quantity) -> bool:
    """Whether the size of a unit hangs on more than is told, and the amounts may be equal for all that is known."""
    if a.unit == b.unit or a.dimension != b.dimension:
        return False
    (least_a, most_a), (least_b, most_b) = a.unit.open_size, b.unit.open_size
    if least_a == most_a and least_b == most_b:
        return False
    return 0.975 * a.low * least_a <= b.high * most_b and 0.975 * b.low * least_b <= a.high * most_a


def _are_told_to_one_place(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are told to the same place and differ there: "47 people" and "48", no rounding of each other.

    Each has half of its last place around it, so that neighbours touch; who rounds tells fewer places. A third is told
    to no place.
    """
    if not (a.bound is b.bound is Bound.EXACT) or a.unit != b.unit or a.per != b.per or a.value == b.value:
        return False
    is_one_place = isclose(a.step, b.step, rel_tol=_SAME_STEP)
    return is_one_place and all(_is_multiple(each.value, each.step) for each in (a, b))


def _is_multiple(value: float, step: float) -> bool:
    times = value / step if step else inf
    return isfinite(times) and isclose(times, round(times), rel_tol=_SAME_STEP)


def _begin_apart(a: Quantity, b: Quantity) -> bool:
    """Whether two ranges with one upper end have two lower ones: "€5m to €10m", "€9m to €10m"."""
    if not (a.bound is b.bound is Bound.RANGE):
        return False
    return not isclose(a.low * b.value, b.low * a.value, rel_tol=_SAME_LOW)


def _is_near(a: Quantity, b: Quantity) -> bool:
    """Whether a figure said to be "about" so much is no further from the other than a speaker might round."""
    gap = max(abs(a.value), abs(b.value)) / max(1e-9, min(abs(a.value), abs(b.value)))
    return Bound.ABOUT in (a.bound, b.bound) and gap <= 1.26


def _lie_apart(a: Quantity, b: Quantity) -> bool:
    if (Role.LEFT_OUT in a.roles) != (Role.LEFT_OUT in b.roles):
        return True  # "all but three", "three"
    return (bool(a.aspect) and bool(b.aspect) and a.aspect != b.aspect) or _is_step_and_level(a, b)


def _is_step_and_level(a: Quantity, b: Quantity) -> bool:
    """Whether one is how much something changed and the other where it arrived: "rose by 5", "rose to 5".

    A bound is a level too: "has never fallen below 80" says where it did not arrive.
    """
    if Role.CHANGE not in a.roles & b.roles or (Role.REACHED in a.roles) == (Role.REACHED in b.roles):
        return False
    step = b if Role.REACHED in a.roles else a
    return step.bound not in (Bound.AT_LEAST, Bound.AT_MOST)


def _per_fits(a: Quantity, b: Quantity) -> bool:
    """Whether two rates have one kind of denominator: the same, both times, or names with the same first letters."""
    if a.per == b.per or _are_times(a.per, b.per):
        return True
    return NONE not in (a.per, b.per) and COUNT not in (a.dimension, b.dimension) and a.per.name[:4] == b.per.name[:4]


def _are_times(a: Unit, b: Unit) -> bool:
    return a.is_period and b.is_period
