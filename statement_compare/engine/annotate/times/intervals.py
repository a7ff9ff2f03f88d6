"""How two times stand to each other: equal, one inside the other, overlapping or apart."""

from __future__ import annotations

from enum import StrEnum

from statement_compare.engine.annotate.times.model import Moment


class Interval(StrEnum):
    """How two times stand to each other."""

    EQUAL = "equal"
    INSIDE = "inside"  # the first lies in the second
    AROUND = "around"  # the second lies in the first
    OVERLAP = "overlap"
    APART = "apart"
    UNKNOWN = "unknown"  # nothing that both name


def relate(a: Moment, b: Moment) -> Interval:
    """How the times stand, read by the parts that both name: years, days of the year, times of day, weekdays."""
    seen: list[Interval] = []
    if a.years is not None and b.years is not None and a.is_relative == b.is_relative:
        years = _related(a.years, b.years)
        if years is Interval.APART:
            return Interval.APART
        seen.append(years)
    days_a, days_b = a.days, b.days
    if days_a is not None and days_b is not None:
        seen.append(_related_days(days_a, days_b))
    elif (days_a is None) != (days_b is None) and seen and a.years is not None and b.years is not None:
        seen.append(Interval.AROUND if days_a is None else Interval.INSIDE)
    for first, second in ((a, b), (b, a)):
        if first.day_of_month is not None and second.days is not None and second.days[0] == second.days[1]:
            seen.append(Interval.EQUAL if second.days[0] % 100 == first.day_of_month else Interval.APART)
    if a.day_of_month is not None and b.day_of_month is not None:
        seen.append(Interval.EQUAL if a.day_of_month == b.day_of_month else Interval.APART)
    if a.clock is not None and b.clock is not None:
        if a.is_half_day or b.is_half_day:
            seen.append(Interval.EQUAL if a.clock[0] % 720 == b.clock[0] % 720 else Interval.APART)
        else:
            seen.append(_related(a.clock, b.clock))
    if a.weekday is not None and b.weekday is not None:
        seen.append(Interval.EQUAL if a.weekday == b.weekday else Interval.APART)
    return _joined(seen)


def is_within_years(part: Moment, whole: Moment) -> bool:
    """Whether both name whole years, those of `part` among more of `whole`."""
    if part.years is None or whole.years is None or part.days is not None or whole.days is not None:
        return False
    return part.is_relative == whole.is_relative and _related(part.years, whole.years) is Interval.INSIDE


def _joined(seen: list[Interval]) -> Interval:
    if not seen:
        return Interval.UNKNOWN
    if Interval.APART in seen:
        return Interval.APART
    rest = {standing for standing in seen if standing is not Interval.EQUAL}
    if not rest:
        return Interval.EQUAL
    return rest.pop() if len(rest) == 1 else Interval.OVERLAP


def _related(a: tuple[int, int], b: tuple[int, int]) -> Interval:
    if a == b:
        return Interval.EQUAL
    if a[1] < b[0] or b[1] < a[0]:
        return Interval.APART
    if b[0] <= a[0] and a[1] <= b[1]:
        return Interval.INSIDE
    if a[0] <= b[0] and b[1] <= a[1]:
        return Interval.AROUND
    return Interval.OVERLAP


def _related_days(a: tuple[int, int], b: tuple[int, int]) -> Interval:
    """As `_related`, where a pair may run over New Year ("winter": 1201 to 229)."""
    if a == b:
        return Interval.EQUAL
    pieces_a, pieces_b = _pieces(a), _pieces(b)
    standings = [_related(x, y) for x in pieces_a for y in pieces_b]
    if all(standing is Interval.APART for standing in standings):
        return Interval.APART
    if len(pieces_a) == len(pieces_b) == 1:
        return standings[0]
    inside = [standing for standing in standings if standing in (Interval.INSIDE, Interval.EQUAL)]
    if len(pieces_a) == 1 and inside:
        return Interval.INSIDE
    if len(pieces_b) == 1 and Interval.AROUND in standings:
        return Interval.AROUND
    return Interval.OVERLAP


def _pieces(days: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    return (days,) if days[0] <= days[1] else ((days[0], 1231), (101, days[1]))


def all_apart(left: tuple[Moment, ...], right: tuple[Moment, ...]) -> bool:
    """Whether each side names a calendar time that the other has nothing to match: the periods told of differ."""
    a = [moment for moment in left if moment.is_calendar]
    b = [moment for moment in right if moment.is_calendar]
    table = [[relate(x, y) for y in b] for x in a]
    lone_left = any(row and all(standing is Interval.APART for standing in row) for row in table)
    lone_right = any(all(row[k] is Interval.APART for row in table) for k in range(len(b))) if table else False
    return lone_left and lone_right
