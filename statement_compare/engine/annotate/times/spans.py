"""Which two times are the ends of one span ("from 3 February to 5 May 2024", "between May 2023 and June 2024")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from statement_compare.engine.annotate.alternatives import named, of
from statement_compare.engine.annotate.times.model import WHOLE_YEAR, Bearing, Days, Moment, Years
from statement_compare.engine.language import lines, patterns, speaking
from statement_compare.engine.model import Span

_WEEKDAYS = lines("weekdays", "weekdays")
_REACH = 80  # characters before a time that are looked at
# "By 3 May to 5 May" is no span.
_OPENS_SPAN = frozenset({Bearing.AT, Bearing.SINCE})
_ENDS_SPAN = frozenset(
    {Bearing.AT, Bearing.UNTIL, Bearing.AFTER}
)  # "did not run from 3 May to 5 June" is not "not until"


def joined(text: str, found: Iterable[Moment], language: str) -> list[Moment]:
    """The times in order, with one for each two that are the ends of a span; those of a list are marked as such."""
    result: list[Moment] = []
    last: int | None = None  # where in `result` a time stands that the next one may be joined to
    for moment in sorted(found, key=lambda each: each.span):
        joint = None if last is None or not _is_end(moment) else _joint_of(text, result[last], moment, language)
        if last is None or joint is None:
            result.append(moment)
        elif _is_list(joint, text[: result[last].span.start], language):
            result[last] = replace(result[last], is_listed=True)
            result.append(replace(moment, is_listed=True))
        else:
            span = _span(text, result[last], moment, language)
            if span is not None:
                result[last], last = span, None
                continue
            result.append(moment)
        last = len(result) - 1 if _is_end(moment) else last
    return sorted(result, key=lambda each: each.span)


def is_between(before: str, language: str) -> bool:
    """Whether a word stands before a time behind which "and" joins the ends of a span ("between 3 and 5 May")."""
    return _between(language).search(before, max(0, len(before) - _REACH)) is not None


def is_moved(before: str, language: str) -> bool:
    """Whether something is put off "from 3 to 5 May": these are two times and no span."""
    return _moved(language).search(before, max(0, len(before) - _REACH)) is not None


def years_of_span(first: int | None, last: int | None, days: Days) -> Years | None:
    """The years in which a span begins and ends; one that is not named follows from the other and from the days.

    "28 December to 3 January 2024" begins in 2023.
    """
    over_new_year = int(days[0] > days[1])
    if last is None:
        return None if first is None else (first, first + over_new_year)
    return (last - over_new_year if first is None else first), last


def _is_end(moment: Moment) -> bool:
    is_told = (moment.days is not None or moment.years is not None) and not moment.is_relative
    return is_told and moment.clock is None and moment.spoken_year is None


def _joint_of(text: str, first: Moment, last: Moment, language: str) -> re.Match[str] | None:
    return _joint(language).fullmatch(text, first.span.end, last.span.start)


def _is_list(joint: re.Match[str], before: str, language: str) -> bool:
    return joint["or"] is not None or (joint["and"] is not None and not is_between(before, language))


def _span(text: str, first: Moment, last: Moment, language: str) -> Moment | None:
    is_open = first.bearing in _OPENS_SPAN and last.bearing in _ENDS_SPAN
    if not is_open or is_moved(text[: first.span.start], language):
        return None
    if None in (first.days, last.days) and None in (first.years, last.years):
        return None
    days = (first.days or WHOLE_YEAR)[0], (last.days or WHOLE_YEAR)[1]
    years = years_of_span(first.years and first.years[0], last.years and last.years[1], days)
    if years is not None and (years[0], days[0]) > (years[1], days[1]):
        return None
    span, are_whole_years = Span(first.span.start, last.span.end), first.days is None and last.days is None
    return replace(first, span=span, years=years, days=None if are_whole_years else days, has_ends=True)


@cache
def _joint(language: str) -> re.Pattern[str]:
    """What stands between the two ends of a span or, with the groups `and` and `or`, between two times of a list."""
    joints = "|".join(of(patterns(topic, "range_joints"), language) for topic in ("dates", "months"))
    article = rf"(?:(?:{of(patterns('dates', 'range_articles'), language)})(?:\s+|(?<=['’])))?"
    both, either = (of(patterns("dates", table), language) for table in ("range_and", "list_or"))
    weekdays = "|".join(form for rows in speaking(_WEEKDAYS, language) for form in named(rows).values())
    return re.compile(
        rf"\s*(?:[-–—]|{joints}|,?\s(?:(?P<and>{both})|(?P<or>{either})))\s*"
        rf"{article}(?:(?:{weekdays})\w*,?\s+{article})?",
        re.IGNORECASE,
    )


@cache
def _between(language: str) -> re.Pattern[str]:
    between, articles = (of(patterns("dates", table), language) for table in ("range_between", "range_articles"))
    return re.compile(rf"(?<!\w)(?:{between})\s+(?:(?:{articles})\s*)?$", re.IGNORECASE)


@cache
def _moved(language: str) -> re.Pattern[str]:
    """A word for putting off, and nothing of another clause up to "from" but an aside: "moved, he said, from"."""
    verbs, not_over, from_, articles = (
        of(patterns("dates", table), language) for table in ("moved", "moved_not_over", "moved_from", "range_articles")
    )
    over = rf"(?:(?!(?<!\w)(?:{not_over})(?!\w))[^.,;:!?])*"
    return re.compile(
        rf"\b(?:{verbs})(?!\w){over}(?:,{over},\s+)?(?<!\w)(?:{from_})(?:\s+|(?<=['’]))"
        rf"(?:(?:{articles})\s*)?$",
        re.IGNORECASE,
    )
