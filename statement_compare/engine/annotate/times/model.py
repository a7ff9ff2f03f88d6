"""A time as a text names it: the parts that are given, and how what is told stands to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from statement_compare.engine.model import Span

# Days of each month; 29 February is read in any year.
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


Years = tuple[int, int]
Days = tuple[int, int]  # month * 100 + day
HALF_A_DAY: Final = 720  # minutes
WHOLE_YEAR: Final[Days] = (101, 1231)


class Bearing(StrEnum):
    """How what is told stands to the time named."""

    AT = "at"
    BY = "by"
    BEFORE = "before"
    SINCE = "since"
    UNTIL = "until"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time named in a text. Each pair is a closed interval, None where the text does not say.

    `years`; `days` as month * 100 + day, read in any year where `years` is None (over New Year where the first is
    larger), and else the first day in the first of the years and the last day in the last of them;
    `clock` in minutes after midnight, over midnight where the first is larger; `weekday` counts from Monday = 0;
    `day_of_month` is for "on the 17th" alone.
    """

    span: Span
    bearing: Bearing
    years: Years | None = None
    days: Days | None = None
    clock: tuple[int, int] | None = None
    weekday: int | None = None
    day_of_month: int | None = None
    other_day: int | None = None  # of "03/04/2023", which is 3 April, as `days` has it, or March 4
    is_relative: bool = False
    is_half_day: bool = False  # "ten o'clock" may be morning or evening
    spoken_year: int | None = None  # 0 for "this year", 1 for "next year": as seen from the day of speaking
    has_ends: bool = False  # both ends are named: "from 3 to 5 May"
    is_listed: bool = False  # one of several: "on 5 and 17 May"
    is_about: bool = False  # "around 3 May", "gegen 4 Uhr"
    leeway_days: int = 0  # days by which it may be off at both ends: "late 2021" may begin in September
    counted_from: str = ""  # "the vote on", of both days in "two days after the vote on 3 May"
    is_counted: bool = False  # of these the day that is told by the count
    # By how much what is told may be off the day: "two days after the court ruled on 3 May".
    doubt_days: tuple[int, int] | None = None
    zone: str = ""  # of a time of day, as it is named: "gmt"
    bound: Span | None = None  # the words that make a bound of it, with the time itself

    @property
    def marked(self) -> Span:
        """The words to show: with those that make a bound of the time ("not before 15 October")."""
        return self.span if self.bound is None else self.bound

    @property
    def is_calendar(self) -> bool:
        return self.years is not None or self.days is not None or self.day_of_month is not None


def day_of(month: int, day: int) -> int:
    """A day as `Moment.days` has it: 704 for 4 July."""
    return month * 100 + day
