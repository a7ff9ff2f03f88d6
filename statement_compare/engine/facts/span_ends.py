"""What is told to begin or end within a span that names both its ends: "lasted from 3 to 10 May", "ended on 5 May"."""

from __future__ import annotations

from typing import Final

from statement_compare.engine.annotate.times import Bearing, Interval, Moment, relate
from statement_compare.engine.annotate.times.model import LENGTHS
from statement_compare.engine.facts.told_times import ToldTime

_START, _END = "start", "end"
_ENDS = frozenset({_START, _END})
_FIRST: Final = 0
_LAST: Final = 1


def is_cut_short(span: ToldTime, point: ToldTime) -> bool:
    """Whether what is told for `span` is told to begin or end at `point`, which is within it and not that end of it.

    What "was closed from 3 to 10 May" was opened at its end. "Ended between 3 and 10 May" has no ends of its own.
    """
    if not span.moment.has_ends or span.is_between or point.moment.has_ends:
        return False
    if point.moment.bearing is not Bearing.AT or relate(point.moment, span.moment) is not Interval.INSIDE:
        return False
    phases = point.phases & _ENDS
    if len(phases) != 1 or phases <= span.phases:
        return False
    is_start = _START in phases and _END not in span.phases
    return _differ_at(_FIRST if is_start else _LAST, span.moment, point.moment)


def is_surely_cut_short(span: ToldTime, point: ToldTime) -> bool:
    """Whether both cannot be true: what lasts neither begins nor ends within its span. What is done in one may: "closed
    six mines from 2015 to 2019", "opened one in 2017".
    """
    if not span.lasts or span.phases & _ENDS or not is_cut_short(span, point):
        return False
    return all(_differ_at(end, span.moment, point.moment) for end in (_FIRST, _LAST))


def turns_within(span: ToldTime, point: ToldTime) -> bool:
    """Whether what begins or ends at a time does so within a span of which both ends are told: that they meet says
    nothing. "Was mayor from 2010 to 2018", "became mayor in 2013"; "trains run from 5:00 to 23:00", "the last at 9".
    """
    if not span.moment.has_ends or span.is_between or point.moment.has_ends or span.turns or not point.turns:
        return False
    return all(_differ_at(end, span.moment, point.moment) for end in (_FIRST, _LAST))


def _differ_at(end: int, span: Moment, point: Moment) -> bool:
    """Whether a time is not in the hour, day, month or year that is named as an end of a span."""
    if span.clock is not None and point.clock is not None:
        return span.clock[end] != point.clock[end]
    if span.days is None:
        return span.years is not None and point.years is not None and span.years[end] != point.years[end]
    if point.days is None or (span.years is None) != (point.years is None):
        return False  # "open from May to July", "opened in June 2023"
    if span.years is not None and point.years is not None and span.years[end] != point.years[end]:
        return True
    part = 100 if _names_months(span.days) else 1
    return span.days[end] // part != point.days[end] // part


def _names_months(days: tuple[int, int]) -> bool:
    month, last = divmod(days[_LAST], 100)
    return days[_FIRST] % 100 == 1 and last == LENGTHS[month - 1]
