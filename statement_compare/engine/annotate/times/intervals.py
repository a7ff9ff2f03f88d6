"""How two times stand to each other: equal, one inside the other, overlapping or apart."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from statement_compare.engine.annotate.times.model import HALF_A_DAY, LENGTHS, WHOLE_YEAR, Days, Moment, Years

_DAY = (0, 2 * HALF_A_DAY - 1)
# How far a time may lie from one that is told as "about" it.
_NEAR_MINUTES, _NEAR_DAYS, _NEAR_YEARS = 30, 2, 2
_NEXT_DAY = 1  # by which a count over 29 February may be off


class Interval(StrEnum):
    """How two times stand to each other."""

    EQUAL = "equal"
    INSIDE = "inside"  # the first lies in the second
    AROUND = "around"  # the second lies in the first
    OVERLAP = "overlap"
    APART = "apart"
    UNKNOWN = "unknown"  # nothing that both name


def relate(a: Moment, b: Moment) -> Interval:
    """How the times stand, read by the parts that both name: years, days of the year, times of day, weekdays.

    A day in figures that can be read in two ways is apart from another one only if it is in both.
    """
    standing = _relate(a, b)
    if standing is not Interval.APART or (a.other_day is None and b.other_day is None):
        return standing
    others = {_relate(x, y) for x in _readings(a) for y in _readings(b)} - {Interval.APART}
    if not others:
        return Interval.APART
    # "03/04/2023" beside "04/03/2023": one day written in two ways, or two days.
    return Interval.OVERLAP if None not in (a.other_day, b.other_day) else others.pop()


def _readings(moment: Moment) -> tuple[Moment, ...]:
    if moment.other_day is None:
        return (moment,)
    return moment, replace(moment, days=(moment.other_day, moment.other_day), other_day=None)


def _relate(a: Moment, b: Moment) -> Interval:
    seen: list[Interval] = []
    ends_a, ends_b = ends(a), ends(b)
    if ends_a is not None and ends_b is not None:
        seen.append(_related(ends_a, ends_b))
    else:
        seen += _by_years_and_days(a, b)
    for first, second in ((a, b), (b, a)):
        if first.day_of_month is not None and second.days is not None and second.days[0] == second.days[1]:
            seen.append(Interval.EQUAL if second.days[0] % 100 == first.day_of_month else Interval.APART)
    if a.day_of_month is not None and b.day_of_month is not None:
        seen.append(Interval.EQUAL if a.day_of_month == b.day_of_month else Interval.APART)
    if a.clock is not None and b.clock is not None:
        seen.append(_related_clocks(a, a.clock, b, b.clock))
    if a.weekday is not None and b.weekday is not None:
        seen.append(Interval.EQUAL if a.weekday == b.weekday else Interval.APART)
    standing = _joined(seen)
    may_be_one = standing is Interval.APART and (_may_be_near(a, b) or _may_be_counted(a, b))
    return Interval.OVERLAP if may_be_one else standing


def ends(moment: Moment) -> tuple[int, int] | None:
    """The first and the last day as year * 10000 + month * 100 + day; None where they do not follow from the words."""
    if moment.years is None or moment.days is None or moment.is_relative:
        return None
    first, last = (year * 10_000 + day for year, day in zip(moment.years, moment.days, strict=True))
    return (first, last) if first <= last else None  # "winter 2025": of its beginning or its end?


def _related_clocks(a: Moment, clock_a: tuple[int, int], b: Moment, clock_b: tuple[int, int]) -> Interval:
    """How two times of day stand; what lasts "from 9 to 17" and "from 10 to 18" cannot both be true."""
    if a.zone and b.zone and a.zone != b.zone:
        return Interval.OVERLAP  # "9:05 GMT" may be "10:05 CET"
    if a.is_half_day or b.is_half_day:
        if a.has_ends and b.has_ends:
            return _related_spans_of_hours(a, clock_a, b, clock_b)
        if clock_a[0] != clock_a[1] or clock_b[0] != clock_b[1]:
            return Interval.OVERLAP
        return Interval.EQUAL if clock_a[0] % HALF_A_DAY == clock_b[0] % HALF_A_DAY else Interval.APART
    if a.has_ends and b.has_ends:
        return Interval.EQUAL if clock_a == clock_b else Interval.APART
    return _related_in_turn(clock_a, clock_b, _DAY)


def _related_spans_of_hours(a: Moment, clock_a: tuple[int, int], b: Moment, clock_b: tuple[int, int]) -> Interval:
    """ "From 9:00 to 5:00" is "from 9 a.m. to 5 p.m.", or at night; "from 9 a.m. to 6 p.m." it is at no time.

    "From 2:00 to 4:00 p.m." is "from 14:00 to 16:00", where "from 2 a.m." is not shut out.
    """
    if [each % HALF_A_DAY for each in clock_a] != [each % HALF_A_DAY for each in clock_b]:
        return Interval.APART
    are_alike = (a.is_half_day and b.is_half_day) or HALF_A_DAY <= clock_a[0] < clock_a[1]
    return Interval.EQUAL if are_alike and clock_a == clock_b else Interval.OVERLAP


def _may_be_near(a: Moment, b: Moment) -> bool:
    """Whether two times that are apart may be one, as one of them is not exact: "about 4 a.m." and 4:10 a.m."""
    is_about, leeway = a.is_about or b.is_about, max(a.leeway_days, b.leeway_days)
    if not (is_about or leeway) or a.weekday != b.weekday or a.is_relative or b.is_relative:
        return False
    if a.clock is not None and b.clock is not None and not (a.is_half_day or b.is_half_day):
        gaps = [abs(x - y) % (2 * HALF_A_DAY) for x in a.clock for y in b.clock]
        return min(min(gap, 2 * HALF_A_DAY - gap) for gap in gaps) <= _NEAR_MINUTES
    if (a.days is None) != (b.days is None) or (a.years is None) != (b.years is None):
        return False
    if a.days is None or b.days is None:
        return a.years is not None and b.years is not None and _gap(a.years, b.years) <= _NEAR_YEARS
    days_a, days_b = (_counted(moment.years, days) for moment, days in ((a, a.days), (b, b.days)))
    are_of_one_year = a.years == b.years  # "late 2021" does not reach into the next year
    return _gap(days_a, days_b) <= max(leeway * are_of_one_year, _NEAR_DAYS * is_about)


def _may_be_counted(a: Moment, b: Moment) -> bool:
    """Whether one day may be told by a count from the other: "two days after the court ruled on 3 May" and 5 May."""
    told = a.doubt_days or b.doubt_days
    if told is None:
        return False
    least, most = told[0] - _NEXT_DAY, told[1] + _NEXT_DAY
    are_years_told = a.years is not None and b.years is not None
    years = (a.years, b.years) if are_years_told else (None, None)
    (first, last), other = _counted(years[0], a.days or WHOLE_YEAR), _counted(years[1], b.days or WHOLE_YEAR)
    # Days of no year may be of two: 28 December and 4 January.
    turns = (0,) if are_years_told else (-sum(LENGTHS), 0, sum(LENGTHS))
    for turn in turns:
        farthest = max(other[1] - first - turn, last + turn - other[0])
        if _gap((first + turn, last + turn), other) <= most and farthest >= least:
            return True
    return False


def _counted(years: Years | None, days: Days) -> tuple[int, int]:
    """The first and the last day as numbers that differ by the days between them."""
    first, last = years or (0, 0)
    return _day_number(first, days[0]), _day_number(last, days[1])


def _day_number(year: int, day: int) -> int:
    return year * sum(LENGTHS) + sum(LENGTHS[: day // 100 - 1]) + day % 100


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(b[0] - a[1], a[0] - b[1], 0)


def _by_years_and_days(a: Moment, b: Moment) -> list[Interval]:
    seen: list[Interval] = []
    if a.years is not None and b.years is not None and a.is_relative == b.is_relative:
        seen.append(_related(a.years, b.years))
        if seen[0] is Interval.APART:
            return seen
    days_a, days_b = _days(a), _days(b)
    if days_a is not None and days_b is not None:
        seen.append(_related_in_turn(days_a, days_b, WHOLE_YEAR))
    elif (days_a is None) != (days_b is None) and seen:
        seen.append(Interval.AROUND if days_a is None else Interval.INSIDE)
    return seen


def _days(moment: Moment) -> Days | None:
    """The days of any year that a time has: all of them where it is longer than a year."""
    if moment.days is None or moment.years is None or moment.years[0] == moment.years[1]:
        return moment.days
    is_within_a_year = moment.years[1] - moment.years[0] == 1 and moment.days[1] < moment.days[0]
    return moment.days if is_within_a_year else WHOLE_YEAR


def are_other_ends(a: Moment, b: Moment) -> bool:
    """Whether two spans that are not the same name their ends alike, both by day, by month or by year."""
    return a.has_ends and b.has_ends and _unit_of_ends(a) == _unit_of_ends(b)


def _unit_of_ends(span: Moment) -> str:
    if span.days is None:
        return "year"
    first, (month, last) = span.days[0] % 100, divmod(span.days[1], 100)
    return "month" if first == 1 and last == LENGTHS[month - 1] else "day"


def is_part_of(part: Moment, whole: Moment) -> bool:
    """Whether a time is one of several that the other tells of together.

    A year of several ("from 2018 to 2020"), a time within a span with two ends ("from January to June"), and one of the
    days of a list ("on 5 and 17 May").
    """
    if part.is_relative != whole.is_relative:
        return False
    standing = relate(part, whole)
    if whole.is_listed and not part.is_listed:
        return standing in (Interval.EQUAL, Interval.INSIDE)
    are_years = part.years is not None and whole.years is not None and part.days is None and whole.days is None
    return standing is Interval.INSIDE and (whole.has_ends or are_years)


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


def _related_in_turn(a: tuple[int, int], b: tuple[int, int], turn: tuple[int, int]) -> Interval:
    """As `_related`, where a pair may run over the end of a turn, a year or a day ("winter": 1201 to 229)."""
    if a == b:
        return Interval.EQUAL
    pieces_a, pieces_b = _pieces(a, turn), _pieces(b, turn)
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


def _pieces(pair: tuple[int, int], turn: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    return (pair,) if pair[0] <= pair[1] else ((pair[0], turn[1]), (turn[0], pair[1]))


def all_apart(left: tuple[Moment, ...], right: tuple[Moment, ...]) -> bool:
    """Whether each side names a calendar time that the other has nothing to match: the periods told of differ."""
    a = [moment for moment in left if moment.is_calendar]
    b = [moment for moment in right if moment.is_calendar]
    table = [[relate(x, y) for y in b] for x in a]
    lone_left = any(row and all(standing is Interval.APART for standing in row) for row in table)
    lone_right = any(all(row[k] is Interval.APART for row in table) for k in range(len(b))) if table else False
    return lone_left and lone_right
