"""In which order the forms of a time are looked for: what one has found, no later one reads again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypedDict

from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.times import dates, forms
from statement_compare.engine.annotate.times.bearings import bearing_of, is_about
from statement_compare.engine.annotate.times.clocks import clocks
from statement_compare.engine.annotate.times.model import LENGTHS, Days, Moment, day_of
from statement_compare.engine.annotate.times.shifts import shifted
from statement_compare.engine.annotate.times.spans import is_between, is_moved, joined
from statement_compare.engine.language import CODES
from statement_compare.engine.model import Span

# The groups of `forms.relative_year`: "the year before last", "last year", "this year", "next year".
_YEARS_AWAY = {"beforelast": -2, "lasty": -1, "thisy": 0, "nexty": 1}
_REACH = 40  # characters before a day that are looked at


class Parts(TypedDict, total=False):
    """What a form gives of a `Moment`."""

    years: tuple[int, int] | None
    days: tuple[int, int] | None
    weekday: int
    day_of_month: int
    other_day: int | None
    leeway_days: int
    is_relative: bool
    spoken_year: int
    has_ends: bool


class Parser:
    """Goes through a passage form by form. Each method reads one form: it gives the parts, None where it is no time."""

    def __init__(self, reading: Reading) -> None:
        self.text, self.today = reading.text, reading.passage.date
        self.code = reading.language if reading.language in forms.MONTHS else CODES[0]
        self.found: list[Moment] = []

    def all(self) -> tuple[Moment, ...]:
        form = forms.date_forms(self.code)
        self.take(forms.NUMERIC, self.date_in_figures)
        self.take(form.day, self.day)
        self.take(forms.months_range(self.code), self.months)
        self.take(form.quarter, self.part_or_season)
        self.take(form.month, self.month)
        self.take(forms.decade(self.code), self.decade)
        self.take(form.year, self.year)
        if self.code in forms.DAY_ALONE:
            self.take(forms.bare_day(self.code), self.bare_day)
        self.take(forms.relative_year(self.code), self.relative_year)
        self.take(form.weekday, self.weekday)
        self.found = list(shifted(self.text, joined(self.text, self.found, self.code), self.code))
        self.found.extend(clocks(self.text, self.code, self.found))
        told = (replace(each, is_about=is_about(self.text, each.span.start, self.code)) for each in self.found)
        return tuple(sorted(told, key=lambda moment: moment.span))

    def take(self, form: re.Pattern[str], parts_of: Callable[[re.Match[str]], Parts | None]) -> None:
        for match in form.finditer(self.text):
            parts = parts_of(match) if self.is_free(match) else None
            if parts is not None:
                self.add(Span(*match.span()), parts)

    def is_free(self, match: re.Match[str]) -> bool:
        start, end = match.span()
        return all(end <= other.span.start or start >= other.span.end for other in self.found)

    def add(self, span: Span, parts: Parts, whole: Span | None = None) -> None:
        """Notes a time; of one of a list, what stands around the whole list is told."""
        bearing, bound = bearing_of(self.text, *_stripped(self.text, whole or span), self.code)
        place = Span(*_stripped(self.text, span))
        self.found.append(Moment(place, bearing, bound=bound, is_listed=whole is not None, **parts))

    def date_in_figures(self, match: re.Match[str]) -> Parts | None:
        is_open = forms.has_trait("month_before_day", self.code) and dates.may_be_month_first(match)
        is_month_first = dates.is_month_first(self.text, self.code) if is_open else False
        found = dates.in_figures(match, is_month_first=bool(is_month_first))
        if found is None:
            return None
        year, day = found
        other = dates.in_figures(match, is_month_first=True) if is_month_first is None else None
        return Parts(years=(year, year), days=(day, day), other_day=other and other[1])

    def day(self, match: re.Match[str]) -> Parts | None:
        days = dates.days_of(match)
        if days is None or not self.may_begin(match.start()):
            return None
        if match.groupdict().get("us") and match["usyear"] is None and self.is_with_second_day(match, days):
            return None
        years = dates.years_of(match, days)
        if match.groupdict().get("from") and not self.is_span(match):
            place = Span(match.end("joint"), match.end())
            whole = Span(*match.span()) if dates.is_list(match) else None
            for span, day in dates.listed_days(self.text, match, days, self.code):
                self.add(span, Parts(years=years and (years[0], years[0]), days=(day, day)), whole)
            self.add(place, Parts(years=years and (years[1], years[1]), days=(days[1], days[1])), whole)
            return None
        has_ends = bool(match.groupdict().get("from"))
        days = dates.with_night(self.text[: match.start()], days, self.code)
        return Parts(years=years, days=days, has_ends=has_ends)

    def may_begin(self, at: int) -> bool:
        """Whether a day may begin at a place: its figure does behind a hyphen only where a month is before it."""
        if self.text[at - 1 : at] != "-" or not self.text[at].isdecimal():
            return True
        return forms.hyphen_of_month(self.code).search(self.text, max(0, at - _REACH), at) is not None

    def is_with_second_day(self, match: re.Match[str], days: Days) -> bool:
        """Notes both days of "May 5-17" and "May 5 and 17, 2024", where the match is the first; False for "May 5"."""
        more = forms.second_day(self.code).match(self.text, match.end())
        first, last = days[0], days[0] // 100 * 100 + (int(more["day"]) if more is not None else 0)
        if more is None or not first < last or last % 100 > LENGTHS[last // 100 - 1]:
            return False
        years, whole = dates.years_of(more), Span(match.start(), more.end())
        if self.is_span(more, match.start()):
            self.add(whole, Parts(years=years, days=(first, last), has_ends=True))
            return True
        for day, span in ((first, Span(*match.span())), (last, Span(more.start("day"), more.end()))):
            self.add(span, Parts(years=years, days=(day, day)), whole if dates.is_list(more) else None)
        return True

    def is_span(self, match: re.Match[str], start: int | None = None) -> bool:
        """Whether two days, months or years are the ends of a span, and not two of a list or a date and a later one."""
        before = self.text[: match.start() if start is None else start]
        if dates.is_list(match):
            return match.groupdict().get("or") is None and is_between(before, self.code)
        return not is_moved(before, self.code)

    def months(self, match: re.Match[str]) -> Parts | None:
        if not self.is_span(match):
            return None
        first, last = dates.month_of(match, "f"), dates.month_of(match, "t")
        days = day_of(first, 1), day_of(last, LENGTHS[last - 1])
        return Parts(years=dates.years_of(match, days), days=days, has_ends=True)

    def part_or_season(self, match: re.Match[str]) -> Parts | None:
        years, days = dates.part_or_season(match)
        return None if years is None and days is None else Parts(years=years, days=days)

    def month(self, match: re.Match[str]) -> Parts | None:
        if not dates.is_month(self.text, match, self.code):
            return None
        days = dates.part_of_month(dates.month_of(match), dates.part_name(match))
        return Parts(years=dates.years_of(match), days=days)

    def year(self, match: re.Match[str]) -> Parts | None:
        years = dates.plain_years(self.text, match, self.code)
        if years is None:
            return None
        days = dates.part_of_year(dates.part_name(match))
        if match.group("to") and (years[0] > years[1] or not self.is_span(match)):
            whole = Span(*match.span()) if dates.is_list(match) else None
            self.add(Span(match.start(), match.end("year")), Parts(years=(years[0], years[0]), days=days), whole)
            self.add(Span(match.start("to"), match.end()), Parts(years=(years[1], years[1])), whole)
            return None
        leeway = dates.leeway_of(dates.part_name(match))
        return Parts(years=years, days=days, has_ends=bool(match.group("to")), leeway_days=leeway)

    def decade(self, match: re.Match[str]) -> Parts:
        return Parts(years=dates.decade_of(match))

    def bare_day(self, match: re.Match[str]) -> Parts:
        return Parts(day_of_month=int(match.group(1)))

    def relative_year(self, match: re.Match[str]) -> Parts:
        away = next(years for name, years in _YEARS_AWAY.items() if match.group(name))
        year = away if self.today is None else self.today.year + away
        return Parts(years=(year, year), is_relative=self.today is None, spoken_year=away)

    def weekday(self, match: re.Match[str]) -> Parts:
        return Parts(weekday=next(k for k in range(7) if match.group(f"w{k + 1}")))


def _stripped(text: str, span: Span) -> tuple[int, int]:
    """Start and end without the white space at both."""
    said = span.of(text)
    return span.start + len(said) - len(said.lstrip()), span.start + len(said.rstrip())
