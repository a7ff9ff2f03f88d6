"""Which days are told by counting from another one: "two days after the vote on 3 May" is 5 May."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from statement_compare.engine.annotate.alternatives import NEVER, grouped, of
from statement_compare.engine.annotate.times.model import Bearing, Days, Moment, Years, day_of
from statement_compare.engine.language import GAP, lines, patterns, phrases
from statement_compare.engine.model import Span

_REACH = 100  # characters before a day that are looked at
_DAYS_OF = {"day": 1, "week": 7}
_MONTHS_OF = {"month": 1, "year": 12}
# By how many days a count of months or years may be off.
_LEEWAY = {"month": 5, "year": 30}
# How many days a unit has at most, and how many units are meant by "weeks after" at most.
_MOST_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
_LEAST_DAYS = {**_MOST_DAYS, "month": 28, "year": 365}
_MOST_UNTOLD = 10
_ENDS = re.compile(r"\W*?(?:$|[.!?;])")
_LEAP_YEAR = 2024  # for days of no year
# "Le vote du 3 mai" is read as "since 3 May" by itself.
_OPEN = frozenset({Bearing.AT, Bearing.SINCE})
_BOUNDS = {1: Bearing.AFTER, -1: Bearing.BEFORE}
# How what is told stands to the day, where the count is the least or the most of the days between, or its day the last.
_BEARINGS = {
    ("least", 1): Bearing.AFTER,
    ("least", -1): Bearing.BEFORE,
    ("most", 1): Bearing.BY,
    ("most", -1): Bearing.AFTER,
    ("by", 1): Bearing.BY,
    ("by", -1): Bearing.BY,
}
_LEAST = tuple(phrases("figure_bounds", table) for table in ("at_least", "just_over"))
_MOST = tuple(phrases("figure_bounds", table) for table in ("at_most", "just_under"))
_FAR_BOUND = 30  # characters before a count in which a bound of it stands


def shifted(text: str, found: Iterable[Moment], language: str) -> Iterator[Moment]:
    """The times, with one more for each day that is counted from one of them.

    The day it is counted from is that of the vote, and stays. Where the count is not told ("hours after the vote on 3
    May") what is told came after that day, or on it.
    """
    for moment in found:
        is_day = moment.days is not None and moment.days[0] == moment.days[1] and moment.bearing in _OPEN
        match = _count_before(text, moment, language, "shift_things") if is_day else None
        if match is None:
            yield replace(moment, doubt_days=_doubt(text, moment, language)) if is_day else moment
            continue
        bound, begin = _bound_before(text, match.start(), language)
        if moment.days is None or _is_lasting(text, begin, language):
            yield moment
            continue
        way = 1 if match.group("w_after") else -1
        unit, count = _named(match, "u_"), match.group("figure") or _named(match, "c_")
        there = _counted(moment.years, moment.days[0], unit, way * int(count)) if count else None
        if there is None:
            yield replace(moment, bearing=_BOUNDS[way])
            continue
        years, days = there
        place = Span(match.start(), match.end("way"))
        told = replace(
            moment,
            bearing=Bearing.AT,
            bound=None,
            counted_from=" ".join(text[match.end("way") : moment.span.start].split()),
        )
        counted = replace(told, span=place, years=years, days=days, other_day=None, is_counted=True)
        if bound is not None:
            sort = next(name for name in ("by", "least", "most") if bound[name])
            counted = replace(counted, bearing=_BEARINGS[sort, way], bound=Span(bound.start(), place.end))
        yield replace(counted, leeway_days=_LEEWAY.get(unit, 0))
        yield told


def _count_before(text: str, moment: Moment, language: str, things: str) -> re.Match[str] | None:
    return _count(language, things).search(text, max(0, moment.span.start - _REACH), moment.span.start)


def _bound_before(text: str, at: int, language: str) -> tuple[re.Match[str] | None, int]:
    """The bound that stands before a count, if any, and where the count begins with it."""
    bound = _bound(language).search(text, max(0, at - _FAR_BOUND), at)
    return bound, at if bound is None else bound.start()


def _is_lasting(text: str, begin: int, language: str) -> bool:
    return _lasting(language).search(text, max(0, begin - _REACH), begin) is not None


def _doubt(text: str, moment: Moment, language: str) -> tuple[int, int] | None:
    """By how many days at least and at most what is told may be off the day; None where this is its day.

    "Two days after the court issued its ruling on 3 May, the plant reopened" is built as "two days after the accident
    the plant closed on 3 May, the mayor said". What has nothing before the count and nothing behind the day is told of
    it: "two days after the accident the plant closed on 3 May".
    """
    match = _count_before(text, moment, language, "shift_things_in_doubt")
    if match is None or _is_lasting(text, match.start(), language):
        return None
    bound, begin = _bound_before(text, match.start(), language)
    begins = _opening(language).search(text, max(0, begin - _FAR_BOUND), begin) is not None
    if begins and _ENDS.match(text, moment.span.end):
        return None
    count, unit = match.group("figure") or _named(match, "c_"), _named(match, "u_")
    most = int(count or _MOST_UNTOLD) * _MOST_DAYS.get(unit, 1)
    if bound is not None:
        return 0, most + _MOST_DAYS["year"] * (bound["most"] is None)
    return int(count or 0) * _LEAST_DAYS.get(unit, 0), most


def _counted(years: Years | None, day: int, unit: str, count: int) -> tuple[Years | None, Days] | None:
    """The years and days so many units later; None for units that are not reckoned with."""
    month, number = divmod(day, 100)
    year = _LEAP_YEAR if years is None else years[0]
    if unit in _DAYS_OF:
        try:
            then = date(year, month, number) + timedelta(days=_DAYS_OF[unit] * count)
        except (ValueError, OverflowError):  # 29 February of another year
            return None
        year, month, number = then.year, then.month, then.day
    elif unit in _MONTHS_OF:
        more, month = divmod(month - 1 + _MONTHS_OF[unit] * count, 12)
        year, month = year + more, month + 1
    else:
        return None
    return None if years is None else (year, year), (day_of(month, number), day_of(month, number))


def _named(match: re.Match[str], letters: str) -> str:
    """What the name of the group that matched says behind its letters; "" where none did."""
    said = (name for name, part in match.groupdict().items() if part and name.startswith(letters))
    return next((name.removeprefix(letters) for name in said), "")


@cache
def _bound(language: str) -> re.Pattern[str]:
    """ "More than" and "within" before "two weeks after the vote on 3 May": it is told after 17 May, or by then.

    "No later than two weeks before" it is told by the day itself, and "at most two weeks before" after it.
    """
    least, most = (
        "|".join(GAP.join(map(re.escape, phrase.split())) for table in tables for phrase in table.get(language, ()))
        for tables in (_LEAST, _MOST)
    )
    within, by, fillers = (
        of(patterns("dates", table), language) for table in ("shift_within", "shift_by", "shift_fillers")
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<by>{by})|(?P<least>{least or NEVER})|(?P<most>{most or NEVER}|{within}))"
        rf"\s+(?:(?:{fillers})\s+)?$",
        re.IGNORECASE,
    )


@cache
def _lasting(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{of(patterns('dates', 'shift_lasting'), language)})\s+$", re.IGNORECASE)


@cache
def _opening(language: str) -> re.Pattern[str]:
    fillers = of(patterns("dates", "shift_fillers"), language)
    return re.compile(rf"(?:^|[.!?;:])\W*(?:(?:{fillers})\s+)?$", re.IGNORECASE)


@cache
def _count(language: str, things: str) -> re.Pattern[str]:
    units, ways, counts = (
        grouped(lines("dates", f"shift_{table}").get(language, ()), letter) or NEVER
        for table, letter in (("units", "u_"), ("ways", "w_"), ("counts", "c_"))
    )
    return re.compile(
        rf"(?<!\w)(?:(?:(?P<figure>\d{{1,3}})|{counts}){GAP})?(?:{units}){GAP}(?P<way>{ways}){GAP}"
        rf"(?:{of(patterns('dates', things), language)})\s*(?:\w+,\s+)?$",
        re.IGNORECASE,
    )
