"""Times of day, in figures ("at 14:30", "7 p.m.") and in words ("half past six", "noon")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from statement_compare.engine.annotate.alternatives import NEVER, grouped, of, optional
from statement_compare.engine.annotate.times.bearings import bearing_of
from statement_compare.engine.annotate.times.clock_spans import begun, joined_clocks, zone_behind
from statement_compare.engine.annotate.times.model import Moment
from statement_compare.engine.language import GAP, lines, patterns, phrases, words
from statement_compare.engine.model import Span

_HOURS = 24  # "24:00" is midnight
_REACH = 40  # characters before a figure that are looked at
_HOUR_NAMES = phrases("clock", "hour_names")
_CLOCK_TRAITS = words("clock", "traits")


def clocks(text: str, language: str, dates: Sequence[Moment]) -> list[Moment]:
    """The times of day in a text, where no date stands."""
    found: list[Moment] = []

    def clear(start: int, end: int) -> bool:
        return all(end <= other.span.start or start >= other.span.end for other in (*dates, *found))

    for match in _clock(language).finditer(text):
        hour, half, sep = int(match.group("hour")), (match.group("half") or "").casefold(), match.group("sep")
        minute = int(match.group("minute") or match.group("fr") or 0)
        end = match.start("after")
        before = text[: match.start()].rstrip().casefold()
        is_time = (
            bool(half and half != "h")
            or sep == ":"
            or (half == "h" and bool(match.group("fr")))
            or bool(match.group("fr"))
        )
        if sep == "." and not half:
            is_time = (
                _before_time(language).search(before) is not None
                and _behind_time(language).match(text[end:]) is not None
            )
        if half == "h" and "h_behind_time" in _CLOCK_TRAITS.get(language, frozenset()) and sep:
            is_time = True
        if (
            not is_time
            or not clear(match.start(), end)
            or _is_length(text, match, language)
            or (sep == ":" and text[match.end("minute") : match.end("minute") + 1] == ":")
        ):
            continue
        if match.group("evening") and hour < 12:
            hour += 12
        if (match.group("morning") and hour == 12) or hour == _HOURS:
            hour = 0
        behind = None if minute or sep or not half else _minutes(language).match(text, match.start("half"))
        if behind is not None:
            minute, end = int(behind.group("minute")), behind.end()
        span = Span(match.start(), match.start() + len(text[match.start() : end].rstrip()))
        minutes = hour * 60 + minute
        open_ = sep == "." and not half and hour <= 12
        bearing, bound = bearing_of(text, span.start, span.end, language)
        moment = Moment(span, bearing, clock=(minutes, minutes), is_half_day=open_, bound=bound)
        begins = begun(text, moment, bool(match.group("morning") or match.group("evening")), language)
        found.append(begins if begins is moment or clear(begins.span.start, begins.span.end) else moment)
    if language in _HOUR_NAMES:
        for match in _spoken_clock(language).finditer(text):
            if clear(*match.span()):
                clock = _spoken(match)
                if match.group("evening") or (match.group("night") and clock[0] >= 360):
                    clock = (clock[0] % 720 + 720, clock[1] % 720 + 720)
                open_ = not any(match.group(name) for name in ("morning", "evening", "night", "noon", "midnight"))
                bearing, bound = bearing_of(text, *match.span(), language)
                span = Span(*match.span())
                found.append(Moment(span, bearing, clock=clock, is_half_day=open_, bound=bound))
    told = (replace(each, zone=zone_behind(text, each.span.end, language)) for each in found)
    return joined_clocks(text, told, language)


def _is_length(text: str, match: re.Match[str], language: str) -> bool:
    """Whether hours are counted: "de 10 à 12 heures par jour" is no time of day."""
    if match.group("sep") or match.group("fr") or not match.group("half"):
        return False
    before, behind = _lengths(language)
    start = match.start("hour")
    is_behind = behind.match(text, match.end("half")) is not None
    return is_behind or before.search(text, max(0, start - _REACH), start) is not None


@cache
def _lengths(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, behind = (of(patterns("clock", table), language) for table in ("length_before", "length_behind"))
    return re.compile(rf"(?<!\w)(?:{before})\s+$", re.IGNORECASE), re.compile(rf"\s+(?:{behind})", re.IGNORECASE)


@cache
def _minutes(language: str) -> re.Pattern[str]:
    """The hour's word and the minutes behind it ("Uhr 10"), where they count nothing ("um 4 Uhr 10 Menschen")."""
    before, behind = (of(patterns("clock", table), language) for table in ("minutes_behind", "behind_minutes"))
    return re.compile(rf"(?:{before})\s(?P<minute>[0-5]\d)(?=\s*(?:$|[.,;:!?)](?!\d))|\s(?:{behind})\b)")


@cache
def _clock(language: str) -> re.Pattern[str]:
    """A time of day in figures."""
    morning, evening, hour = (of(patterns("clock", table), language) for table in ("morning", "evening", "hour"))
    return re.compile(
        r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])(?:(?P<sep>[:.])(?P<minute>[0-5]\d)(?![\d:])(?:[:][0-5]\d)?|"
        r"\s?h\s?(?P<fr>[0-5]\d)(?!\d))?"
        rf"(?!\s?(?:%|[.,]\d|\d))\s?(?P<half>(?P<morning>{morning})|(?P<evening>{evening})|h\b(?!\w)|{hour})?"
        r"(?P<after>\s*\w*)",
        re.IGNORECASE,
    )


@cache
def _spoken_clock(language: str) -> re.Pattern[str]:
    """A time of day in words, of a language that has names of hours."""
    names = [(str(hour), name) for hour, name in enumerate(_HOUR_NAMES[language], start=1)]
    tables = ("past", "before", "named_hour", "named_morning", "named_evening", "named_night", "noon", "midnight")
    words_for = {table: patterns("clock", table).get(language, NEVER) for table in tables}
    named_minutes = grouped(lines("clock", "minute_names").get(language, ()), "n") or NEVER
    minutes = optional(patterns("clock", "minutes").get(language), GAP)
    return re.compile(
        rf"\b(?:(?:{named_minutes}){minutes}"
        rf"{GAP}(?:(?P<past>{words_for['past']})|(?:{words_for['before']})){GAP}(?:{grouped(names, 'h')})"
        rf"|(?:{grouped(names, 'w')}){GAP}(?:(?:{words_for['named_hour']})|(?P<morning>{words_for['named_morning']})|"
        rf"(?P<evening>{words_for['named_evening']})|(?P<night>{words_for['named_night']}))|"
        rf"(?P<noon>{words_for['noon']})|(?P<midnight>{words_for['midnight']}))\b",
        re.IGNORECASE,
    )


@cache
def _before_time(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{of(patterns('clock', 'before_time'), language)})$")


@cache
def _behind_time(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:$|[,.;)]|(?:{of(patterns('clock', 'behind_time'), language)})\b)")


def _spoken(match: re.Match[str]) -> tuple[int, int]:
    """Minutes after midnight; which hour and which minutes are named is told by the groups alone.

    What stands in the text is not looked up: "SİX" and "ſix" are "six" to an expression that ignores case.
    """
    if match.group("noon") or match.group("midnight"):
        minutes = 0 if match.group("midnight") else 720
        return minutes, minutes
    whole, hour, shift = (_numbered(match, letter) for letter in ("w", "h", "n"))
    minutes = whole * 60 if whole else hour * 60 + (shift if match.group("past") else -shift)
    return minutes, minutes


def _numbered(match: re.Match[str], letter: str) -> int:
    """The number in the name of the group that matched, of those that begin with a letter; 0 where none did."""
    found = match.groupdict().items()
    return next((int(name[1:]) for name, said in found if said and name[0] == letter and name[1:].isdecimal()), 0)
