"""Which times of day belong together ("from 9:00 to 17:00"), and what stands around one that tells of it ("GMT")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from statement_compare.engine.annotate.alternatives import of, optional
from statement_compare.engine.annotate.times.model import HALF_A_DAY, Bearing, Moment
from statement_compare.engine.annotate.times.spans import is_moved
from statement_compare.engine.language import GAP, patterns
from statement_compare.engine.model import Span

_ONE_O_CLOCK = 60  # 12:30 a.m. is of the next day
_REACH = 40  # characters before a time of day that are looked at
# "9:00" and "02:00" may be of either half of the day; what is written with a nought at its front is told in 24 hours.
_OF_EITHER_HALF = re.compile(r"(?P<nought>0)?(?:[1-9]|1[0-2])[:.]\d\d")


def joined_clocks(text: str, found: Iterable[Moment], language: str) -> list[Moment]:
    """The times of day in order, with one for each two that are the ends of a span.

    What was "between 6 and 7 p.m." was at some time of these, and what lasts "from 6 to 7 p.m." has two ends.
    """
    result: list[Moment] = []
    for moment in sorted(found, key=lambda each: each.span):
        joint = _joint(language).fullmatch(text, result[-1].span.end, moment.span.start) if result else None
        span = None if joint is None else _span(text, result[-1], moment, joint, language)
        if span is None:
            result.append(moment)
        else:
            result[-1] = span
    return result


def begun(text: str, moment: Moment, is_by_halves: bool, language: str) -> Moment:
    """A time of day with the bare hour before it at which it begins: "from 9 to 17:00", "between 6 and 7 p.m.".

    Where it is told in halves of a day the hour is the last of that name before it: "11 to 1 p.m." begins before noon.
    """
    match = _bare_hour(language).search(text, max(0, moment.span.start - _REACH), moment.span.start)
    if match is None or moment.clock is None or not _is_open(moment):
        return moment
    place = match.start("hour") if match.group("hour") else match.start("glued")
    if is_moved(text[:place], language):
        return moment
    start, end = int(match.group("hour") or match.group("glued")) * 60, moment.clock[1]
    if is_by_halves and start <= HALF_A_DAY:
        start = _last_before(end, start)
    elif start == 2 * HALF_A_DAY:
        start = 0
    span, has_ends = Span(place, moment.span.end), match.group("between") is None
    bearing = Bearing.AT if moment.bearing is Bearing.UNTIL else moment.bearing
    return replace(moment, span=span, clock=(start, end), bearing=bearing, has_ends=has_ends, bound=None)


def zone_behind(text: str, end: int, language: str) -> str:
    """The time zone that is named right behind a time of day, in small letters; "" where none is."""
    match = _zone(language).match(text, end)
    return "" if match is None else match.group("zone").casefold()


def _span(text: str, first: Moment, last: Moment, joint: re.Match[str], language: str) -> Moment | None:
    before = text[: first.span.start]
    is_between = _between(language).search(before, max(0, len(before) - _REACH)) is not None
    are_ends = first.bearing in (Bearing.AT, Bearing.SINCE) and _is_open(last) and not (first.has_ends or last.has_ends)
    if first.clock is None or last.clock is None or not are_ends or first.clock[0] != first.clock[1]:
        return None
    if (joint["and"] is not None and not is_between) or is_moved(before, language):
        return None
    start, end = first.clock[0], last.clock[1]
    is_half_day = first.is_half_day or last.is_half_day
    opens, closes = (_OF_EITHER_HALF.fullmatch(text, *_ends(each.span)) for each in (first, last))
    if opens is not None and _halves(language).search(text, *_ends(last.span)):
        closes_with_nought = text.startswith("0", last.span.start)
        if not opens["nought"] or closes_with_nought:
            start, is_half_day = _last_before(end, start), last.is_half_day or _may_begin_twice(end, start)
    elif closes is not None and not closes["nought"] and start > end:
        # "From 9:00 to 5:00" is seldom over midnight, as "from 22:00 to 4:00" is.
        is_half_day |= opens is not None and not opens["nought"]
        is_half_day |= _halves(language).search(text, *_ends(first.span)) is not None
    return replace(
        last,
        span=Span(first.span.start, last.span.end),
        bearing=Bearing.AT,
        clock=(start, end),
        is_half_day=is_half_day,
        has_ends=not is_between,
        bound=None,
    )


def _last_before(end: int, hour: int) -> int:
    """The last time of day before an end that has the name of an hour: "2:00 to 4:00 p.m." begins after noon."""
    start = hour % HALF_A_DAY + HALF_A_DAY * (end >= HALF_A_DAY)
    return (start - HALF_A_DAY) % (2 * HALF_A_DAY) if start >= end else start


def _may_begin_twice(end: int, hour: int) -> bool:
    """Whether both times of day of that name come before the end: "from 7:00 to 10:00 p.m." may be all day long."""
    return hour % HALF_A_DAY + HALF_A_DAY < (end if end >= _ONE_O_CLOCK else end + 2 * HALF_A_DAY)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


@cache
def _halves(language: str) -> re.Pattern[str]:
    """The words that tell the half of the day, at the end of a time of day."""
    morning, evening = (of(patterns("clock", table), language) for table in ("morning", "evening"))
    return re.compile(rf"(?:{morning}|{evening})$", re.IGNORECASE)


def _is_open(last: Moment) -> bool:
    """Whether a time of day may end a span: what is "to 17:00" is read as "until" by itself."""
    return last.bearing in (Bearing.AT, Bearing.UNTIL)


@cache
def _joint(language: str) -> re.Pattern[str]:
    joints, both = of(patterns("clock", "span_joints"), language), of(patterns("dates", "range_and"), language)
    return re.compile(rf"\s*(?:[-–—]|\s(?:{joints})|\s(?P<and>{both}))\s*{_articles(language)}", re.IGNORECASE)


@cache
def _between(language: str) -> re.Pattern[str]:
    between = of(patterns("clock", "span_between"), language)
    return re.compile(rf"(?<!\w)(?:{between})\s+{_articles(language)}$", re.IGNORECASE)


@cache
def _bare_hour(language: str) -> re.Pattern[str]:
    from_, between, joints = (
        of(patterns("clock", table), language) for table in ("span_from", "span_between", "span_joints")
    )
    both, articles = of(patterns("dates", "range_and"), language), _articles(language)
    hour = r"[01]?\d|2[0-4]"
    return re.compile(
        rf"(?:(?<!\w)(?:(?:{from_})|(?P<between>{between}))\s+{articles}(?P<hour>{hour})(?:\s?h)?"
        rf"(?:\s?[-–—]\s?|\s+(?:(?:{joints})|(?(between)(?:{both})|(?!)))\s+){articles}"
        rf"|(?<![\w.,:/–-])(?P<glued>{hour})[-–])$",
        re.IGNORECASE,
    )


def _articles(language: str) -> str:
    return optional(of(patterns("clock", "span_articles"), language), behind=GAP)


@cache
def _zone(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[,(]\s*)?(?P<zone>{of(patterns('clock', 'zones'), language)})\b")
