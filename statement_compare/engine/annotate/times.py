"""Dates, periods and times of day as six languages write them, read as intervals with the parts that are given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from statement_compare.engine.annotate.alternatives import NEVER, grouped, named, of_all, optional
from statement_compare.engine.language import CODES, lines, patterns, phrases, words
from statement_compare.engine.model import Span


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
    larger);
    `clock` in minutes after midnight; `weekday` counts from Monday = 0; `day_of_month` is for "on the 17th" alone.
    """

    span: Span
    bearing: Bearing
    years: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    clock: tuple[int, int] | None = None
    weekday: int | None = None
    day_of_month: int | None = None
    is_relative: bool = False
    is_half_day: bool = False  # "ten o'clock" may be morning or evening
    spoken_year: int | None = None  # 0 for "this year", 1 for "next year": as seen from the day of speaking
    bound: Span | None = None  # the words that make a bound of it, with the time itself

    @property
    def marked(self) -> Span:
        """The words to show: with those that make a bound of the time ("not before 15 October")."""
        return self.span if self.bound is None else self.bound

    @property
    def is_calendar(self) -> bool:
        return self.years is not None or self.days is not None or self.day_of_month is not None


_MONTHS = lines("months", "months")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY_ORDINALS = phrases("dates", "day_ordinals")
_ORDINAL_ENDINGS = patterns("dates", "ordinal_endings")
_WEEKDAYS = lines("weekdays", "weekdays")
_SEASONS = lines("dates", "seasons")
_SEASON_DAYS = ((1201, 229), (301, 531), (601, 831), (901, 1130))
_PARTS = lines("dates", "parts")
_PARTS_BEHIND = lines("dates", "parts_behind")
_QUARTERS = lines("dates", "quarters")
_YEAR = r"(?:1[89]|20|21)\d\d"
_BEHIND_YEAR_OF_DATE = patterns("dates", "behind_year_of_date")
_BEHIND_YEAR = patterns("dates", "behind_year")
_BEHIND_YEAR_BEGINS = patterns("dates", "behind_year_begins")
_YEAR_FIRST = patterns("dates", "year_first")
_OF_MONTH = patterns("dates", "of_month")
_OF_YEAR = patterns("dates", "of_year")
_BEARINGS = lines("bounds", "bearings")
_BEARINGS_BEHIND = lines("bounds", "bearings_behind")
_NOT_BEHIND = patterns("bounds", "not_behind")
_VERB_NOT_BEHIND = patterns("bounds", "verb_not_behind")
_NOT_YET = patterns("bounds", "not_yet")
_LATEST_WHERE_NEGATED = words("bounds", "latest_where_negated")
_MONTH_TRAITS = words("months", "traits")
_DATE_TRAITS = words("dates", "traits")
_CLOCK_TRAITS = words("clock", "traits")


def _has(traits: Mapping[str, frozenset[str]], trait: str, language: str) -> bool:
    return trait in traits.get(language, frozenset())


@cache
def _clock() -> re.Pattern[str]:
    """A time of day in figures, with the words of all languages."""
    morning, evening, hour = (of_all(patterns("clock", table)) for table in ("morning", "evening", "hour"))
    return re.compile(
        r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])(?:(?P<sep>[:.])(?P<minute>[0-5]\d)(?![\d:])(?:[:][0-5]\d)?|"
        r"\s?h\s?(?P<fr>[0-5]\d)(?!\d))?"
        rf"(?!\s?(?:%|[.,]\d|\d))\s?(?P<half>(?P<morning>{morning})|(?P<evening>{evening})|h\b(?!\w)|{hour})?"
        r"(?P<after>\s*\w*)",
        re.IGNORECASE,
    )


_HOUR_NAMES = phrases("clock", "hour_names")


@cache
def _spoken_clock(language: str) -> re.Pattern[str]:
    """A time of day in words, of a language that has names of hours."""
    hours = "|".join(_HOUR_NAMES[language])
    tables = ("past", "before", "named_hour", "named_morning", "named_evening", "named_night", "noon", "midnight")
    words_for = {table: patterns("clock", table).get(language, NEVER) for table in tables}
    named_minutes = grouped(lines("clock", "minute_names").get(language, ()), "n") or NEVER
    minutes = optional(patterns("clock", "minutes").get(language), " ")
    return re.compile(
        rf"\b(?:(?:{named_minutes}){minutes}"
        rf" (?:(?P<past>{words_for['past']})|(?:{words_for['before']})) (?P<hour>{hours})"
        rf"|(?P<whole>{hours}) (?:(?:{words_for['named_hour']})|(?P<morning>{words_for['named_morning']})|"
        rf"(?P<evening>{words_for['named_evening']})|(?P<night>{words_for['named_night']}))|"
        rf"(?P<noon>{words_for['noon']})|(?P<midnight>{words_for['midnight']}))\b",
        re.IGNORECASE,
    )


def _day(month: int, day: int) -> int:
    return month * 100 + day


def _part(month: int, part: str) -> tuple[int, int]:
    """Days of a part of a month; the borders are generous, as the words are."""
    last = _LENGTHS[month - 1]
    first, end = {
        "early": (1, 10), "mid": (10, 20), "late": (20, last), "w1": (1, 8), "w2": (7, 15), "w3": (14, 22),
        "w4": (21, 29), "tw": (20, 29),
        "h1": (1, 16), "h2": (15, last), "last": (last - (month == 2), last), "first": (1, 1),
    }.get(part, (1, last))  # fmt: skip
    return _day(month, first), _day(month, end)


def _part_of_year(part: str) -> tuple[int, int] | None:
    return {
        "early": (101, 331), "mid": (501, 831), "late": (1001, 1231), "h1": (101, 630), "h2": (701, 1231),
        "last": (1231, 1231), "first": (101, 101),
    }.get(part)  # fmt: skip


def _flags(language: str) -> re.RegexFlag:
    return re.IGNORECASE if _has(_MONTH_TRAITS, "small_months", language) else re.NOFLAG


@cache
def _range() -> str:
    """What stands between two days or years, with the words of all languages."""
    joints, articles = of_all(patterns("dates", "range_joints")), of_all(patterns("dates", "range_articles"))
    return rf"\s*(?:-|–|—|{joints})\s*(?:(?:{articles}) )?"


def _year_behind(language: str) -> str:
    """The year behind a day, a month or a season, with the words around it."""
    behind = optional(_BEHIND_YEAR_OF_DATE.get(language), r"\s?")
    of_year = optional(_OF_YEAR.get(language), r"\s+")
    return rf"(?:,?{of_year}\s+(?P<year>{_YEAR})\b{behind})?"


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Compiled forms of one language: day and month; month alone; quarter or season; year; weekday."""
    months = grouped(_MONTHS[language], "m")
    plain = "|".join(f"(?:{forms})" for forms in named(_MONTHS[language]).values())
    flags = _flags(language)
    year = _year_behind(language)
    year_first = optional(_YEAR_FIRST.get(language), rf"(?P<year0>{_YEAR}) ", r"\s+")
    ordinal_ending = optional(_ORDINAL_ENDINGS.get(language))
    tail = ordinal_ending + optional(_OF_MONTH.get(language), r"\s+")
    ordinals = "|".join(_DAY_ORDINALS.get(language, ())) or NEVER
    day = rf"(?P<day>\d{{1,2}}|{ordinals}){tail}"
    range_ = rf"(?:(?P<from>\d{{1,2}}){tail}(?:\s(?:{plain}))?{_range()})?"
    parts = grouped(_PARTS.get(language, ()), "p_") or NEVER
    after_part = optional(grouped(_PARTS_BEHIND.get(language, ()), "b_"), r"\s")
    gap = r"\s*" if _has(_DATE_TRAITS, "part_joined", language) else r"\s+"
    us = (
        rf"|(?<![\w-])(?P<us>(?:{grouped(_MONTHS[language], 'u')}))\s+(?P<usday>\d{{1,2}}){ordinal_ending}(?!\d|:)"
        rf"(?:,?\s+(?P<usyear>{_YEAR})\b)?"
    )
    dayform = rf"(?<![\w.,:/-]){year_first}{range_}{day}\s*(?:{months})(?![\w-]){year}" + (
        us if _has(_DATE_TRAITS, "month_before_day", language) else ""
    )
    monthform = (
        rf"(?<![\w])(?:(?:{parts}){gap})?(?:(?P<same>{of_all(patterns('dates', 'same_month'))})\s)?"
        rf"{year_first}(?:{months})(?!\w){year}{after_part}"
    )
    article = optional(of_all(patterns("dates", "season_articles")), behind=" ")
    quarterform = (
        rf"(?<!\w)(?:(?:{grouped(_QUARTERS[language], 'q')})|"
        rf"(?:(?:{parts}){gap})?{article}(?:{grouped(_SEASONS[language], 's')}))(?!\w){year}"
        r"(?:[/–-](?P<next>\d\d)\b)?"
    )
    before_year = optional(of_all(patterns("dates", "before_year")), behind=r"\s")
    yearform = (
        rf"(?:(?<=\s)|(?<=^)|(?<=[(«„“\"'/–-]))(?:(?:{parts}){gap}"
        rf"{before_year})?(?P<year>{_YEAR})"
        rf"(?:(?:\s*[/–—-]\s*(?P<short>\d\d)(?!\d))|{_range()}(?P<to>{_YEAR}))?"
        r"(?![\d%]|[.,]\d|\s?(?:–|-)?\s?[€$£])"
        + (optional(of_all(_BEHIND_YEAR), r"\s?") if language in _BEHIND_YEAR else "")
    )
    weekdayform = rf"(?<!\w)(?:{grouped(_WEEKDAYS[language], 'w')})(?!\w)"
    forms = (dayform, monthform, quarterform, yearform)
    return (*(re.compile(form, flags) for form in forms), re.compile(weekdayform, re.IGNORECASE))


_NUMERIC = re.compile(r"(?<![\d.,/-])(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})([/.])(\d{1,2})\5(\d{4}|\d\d))(?![\d/]|\.\d)")
_DAY_ALONE = patterns("dates", "day_alone")


@cache
def _bare_day(language: str) -> re.Pattern[str]:
    """ "on the 17th", of a language that has words for it."""
    return re.compile(
        rf"\b(?:{_DAY_ALONE[language]}) (\d{{1,2}})(?:{_ORDINAL_ENDINGS.get(language, '')})\b"
        rf"(?! (?:{patterns('dates', 'not_day_alone').get(language, NEVER)}))"
    )


@cache
def _relative() -> re.Pattern[str]:
    """Years named from the day of speaking, in all languages: the group tells how many years away."""
    before_last, last, this, following = (
        of_all(patterns("dates", table)) for table in ("year_before_last", "last_year", "this_year", "next_year")
    )
    return re.compile(
        rf"\b(?:(?P<beforelast>{before_last})|(?P<lasty>{last})|(?P<thisy>{this})|(?P<nexty>{following}))\b",
        re.IGNORECASE,
    )


_YEAR_LEADS = patterns("dates", "year_leads")


def moments(text: str, language: str, today: date | None = None) -> tuple[Moment, ...]:
    """The times named in a text, in order; `today` makes a year of "last year", None leaves it relative."""
    return _moments(text, language, today)  # one entry of the cache, whether or not a caller names the day


@lru_cache(maxsize=4096)
def _moments(text: str, language: str, today: date | None) -> tuple[Moment, ...]:
    code = language if language in _MONTHS else CODES[0]
    dayform, monthform, quarterform, yearform, weekdayform = _patterns(code)
    found: list[Moment] = []

    def free(match: re.Match[str]) -> bool:
        start, end = match.span()
        return all(end <= other.span.start or start >= other.span.end for other in found)

    def add(match: re.Match[str], **parts: object) -> None:
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        end = match.start() + len(match.group().rstrip())
        bearing, bound = _bearing(text, start, end, code)
        found.append(Moment(Span(start, end), bearing, bound=bound, **parts))  # type: ignore[arg-type]

    for match in _NUMERIC.finditer(text):
        numeric = _numeric(match)
        if numeric is not None:
            add(match, years=(numeric[0], numeric[0]), days=(numeric[1], numeric[1]))
    for match in dayform.finditer(text):
        if free(match):
            dated = _dated(match, code)
            if dated is not None:
                years, days = dated
                if (
                    _night().search(text[: match.start()])
                    and days[0] == days[1]
                    and days[1] % 100 < _LENGTHS[days[1] // 100 - 1]
                ):
                    days = (days[0], days[1] + 1)
                add(match, years=years, days=days)
    for match in _months_range(code).finditer(text):
        if free(match):
            first, last = _month(match, "f"), _month(match, "t")
            add(match, years=_years(match), days=(_day(first, 1), _day(last, _LENGTHS[last - 1])))
    for match in quarterform.finditer(text):
        if free(match):
            season_years, season = _season(match)
            if season is not None:
                add(match, years=season_years, days=season)
    for match in monthform.finditer(text):
        if free(match) and (code not in _MONTH_OR_WORD or _is_month(text, match, code)):
            month = _month(match)
            add(match, years=_years(match), days=_part(month, _part_name(match)))
    for match in yearform.finditer(text):
        if free(match):
            years_found = _plain_years(text, match, code)
            if years_found is not None:
                part = _part_of_year(_part_name(match))
                add(match, years=years_found, days=part)
    for match in _bare_day(code).finditer(text) if code in _DAY_ALONE else ():
        if free(match):
            add(match, day_of_month=int(match.group(1)))
    for match in _relative().finditer(text):
        if free(match):
            shift = (
                -2 if match.group("beforelast") else -1 if match.group("lasty") else 1 if match.group("nexty") else 0
            )
            year = shift if today is None else today.year + shift
            add(match, years=(year, year), is_relative=today is None, spoken_year=shift)
    for match in weekdayform.finditer(text):
        if free(match):
            add(match, weekday=next(k for k in range(7) if match.group(f"w{k + 1}")))
    found.extend(_clocks(text, code, found))
    return tuple(sorted(found, key=lambda moment: moment.span))


@lru_cache(maxsize=4096)
def date_spans(text: str, language: str) -> tuple[Span, ...]:
    """Where dates and times stand: no amount is read there."""
    return tuple(moment.span for moment in moments(text, language))


@cache
def _night() -> re.Pattern[str]:
    return re.compile(rf"(?:{of_all(patterns('dates', 'night'))})\s*$", re.IGNORECASE)


@lru_cache(maxsize=16)
def _months_range(language: str) -> re.Pattern[str]:
    """ "from May to October", "январь–июнь 2026 г."."""
    first, last = grouped(_MONTHS[language], "f"), grouped(_MONTHS[language], "t")
    joints = of_all(patterns("months", "range_joints"))
    end_of = optional(of_all(patterns("months", "range_end_of")), behind=" ")
    joint = rf"(?:\s?[-–—]\s?|\s(?:{joints})\s{end_of})"
    return re.compile(rf"(?<!\w)(?<!\d\s)(?:{first}){joint}(?:{last})(?!\w){_year_behind(language)}", _flags(language))


_MONTH_OR_WORD = patterns("months", "month_or_word")


@cache
def _before_month(language: str) -> re.Pattern[str]:
    forms = patterns("months", "before_month").get(language, NEVER)
    endings = patterns("months", "before_month_endings").get(language, NEVER)
    return re.compile(rf"(?:\b(?:{forms}|-)|[,\d]|{endings})$", re.IGNORECASE)


def _is_month(text: str, match: re.Match[str], language: str) -> bool:
    """Whether "May", "March" and short forms are months here and not words that open a sentence."""
    word = match.group()
    if not re.match(rf"(?:.*\s)?(?:{_MONTH_OR_WORD[language]})\b", word) or match.group("year") or _part_name(match):
        return True
    before = text[: match.start()].rstrip()
    return bool(before) and before[-1] not in ".!?:;" and _before_month(language).search(before) is not None


def _month(match: re.Match[str], letter: str = "m") -> int:
    return next(k for k in range(1, 13) if match.groupdict().get(f"{letter}{k}"))


def _part_name(match: re.Match[str]) -> str:
    for name, value in match.groupdict().items():
        if name.startswith(("p_", "b_")) and value:
            return name[2:]
    return ""


def _years(match: re.Match[str]) -> tuple[int, int] | None:
    named = match.groupdict()
    year = named.get("year") or named.get("year0") or named.get("usyear")
    return (int(year), int(year)) if year else None


def _dated(match: re.Match[str], language: str) -> tuple[tuple[int, int] | None, tuple[int, int]] | None:
    named = match.groupdict()
    if named.get("us"):
        month, first = _month(match, "u"), int(named["usday"])
    else:
        month = _month(match)
        raw = named["day"].casefold()
        first = int(raw) if raw.isdecimal() else _DAY_ORDINALS[language].index(raw) + 1
    if not 1 <= first <= _LENGTHS[month - 1]:
        return None
    start = int(named["from"]) if named.get("from") else first
    if not 1 <= start <= 31:
        return None
    return _years(match), (_day(month, start) if start <= first else _day(month - 1 or 12, start), _day(month, first))


def _season(match: re.Match[str]) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    named = match.groupdict()
    years = _years(match)
    for k in range(1, 5):
        if named.get(f"q{k}"):
            return years, (_day(3 * k - 2, 1), _day(3 * k, _LENGTHS[3 * k - 1]))
        if named.get(f"s{k}"):
            if years is not None and named.get("next"):
                years = (years[0], years[0] + 1)
            return years, _SEASON_DAYS[k - 1]
    return None, None


def _plain_years(text: str, match: re.Match[str], language: str) -> tuple[int, int] | None:
    """The years of "in 2019", "2016/17", "2019 to 2021"; None where the figure counts something."""
    first = int(match.group("year"))
    if match.group("short"):
        end = first // 100 * 100 + int(match.group("short"))
        return (first, end) if end > first else None
    if match.group("to"):
        return (first, int(match.group("to"))) if int(match.group("to")) >= first else None
    if re.search(rf"\s(?:{of_all(_BEHIND_YEAR_BEGINS)})\w*\.?$", match.group()):
        return first, first
    behind = text[match.end() :]
    before = text[: match.start("year")].rstrip().casefold()
    if not before and not _has(_DATE_TRAITS, "year_opens", language):
        return None
    lead = re.search(r"(?:^|[\s\-–—])([\w']+|[(,])$", before)
    verbs = _VERBS_BEFORE_YEAR.get(language)
    if verbs is not None and re.search(rf"\b(?:{verbs})$", before):
        # "wird 2028 geöffnet" is a year, "sind 2028 Wohnungen" a count.
        return (first, first) if re.match(rf"\s(?:{_BEHIND_VERBS_YEAR[language]}|$)|[.,;]", behind) else None
    opens = not before or before[-1] in ".!?;:"
    if not opens and (lead is None or re.fullmatch(_YEAR_LEADS[language], lead.group(1)) is None):
        return None
    # "In 2000 workers": a bare noun after it may be counted; a verb, a sign or the end may not.
    counted = _counted().match(behind)
    return None if counted else (first, first)


_VERBS_BEFORE_YEAR = patterns("dates", "verbs_before_year")
_BEHIND_VERBS_YEAR = patterns("dates", "behind_verbs_year")


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{of_all(patterns('dates', 'counted'))}|MW|km|m|t|ha)\b")


def _numeric(match: re.Match[str]) -> tuple[int, int] | None:
    """Year and day of a date in figures: the day first unless only the other way is possible."""
    if match.group(1):
        year, month, day = int(match.group(1)), int(match.group(2)), int(match.group(3))
    else:
        day, month, year = int(match.group(4)), int(match.group(6)), int(match.group(7))
        year += 2000 if year < 100 else 0
        if month > 12 and day <= 12:
            day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1] and 1800 <= year < 2200):
        return None
    return year, _day(month, day)


def _clocks(text: str, language: str, dates: list[Moment]) -> list[Moment]:
    found: list[Moment] = []

    def clear(start: int, end: int) -> bool:
        return all(end <= other.span.start or start >= other.span.end for other in (*dates, *found))

    for match in _clock().finditer(text):
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
            is_time = _before_time().search(before) is not None and _behind_time().match(text[end:]) is not None
        if half == "h" and _has(_CLOCK_TRAITS, "h_behind_time", language) and sep:
            is_time = True
        if (
            not is_time
            or not clear(match.start(), end)
            or (sep == ":" and text[match.end("minute") : match.end("minute") + 1] == ":")
        ):
            continue
        if match.group("evening") and hour < 12:
            hour += 12
        if match.group("morning") and hour == 12:
            hour = 0
        span = Span(match.start(), match.start() + len(text[match.start() : end].rstrip()))
        minutes = hour * 60 + minute
        open_ = sep == "." and not half and hour <= 12
        bearing, bound = _bearing(text, span.start, span.end, language)
        found.append(Moment(span, bearing, clock=(minutes, minutes), is_half_day=open_, bound=bound))
    if language in _HOUR_NAMES:
        for match in _spoken_clock(language).finditer(text):
            if clear(*match.span()):
                clock = _spoken(match, language)
                evening = (match.group("evening") or "").split(" ")[-1]
                # "SEVEN IN THE EVENING", in capitals, is read as if it were before noon.
                if evening.islower() or (match.group("night") and clock[0] >= 360):
                    clock = (clock[0] % 720 + 720, clock[1] % 720 + 720)
                open_ = not any(match.group(name) for name in ("morning", "evening", "night", "noon", "midnight"))
                bearing, bound = _bearing(text, *match.span(), language)
                span = Span(*match.span())
                found.append(Moment(span, bearing, clock=clock, is_half_day=open_, bound=bound))
    return found


@cache
def _before_time() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{of_all(patterns('clock', 'before_time'))})$")


@cache
def _behind_time() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:$|[,.;)]|(?:{of_all(patterns('clock', 'behind_time'))})\b)")


def _spoken(match: re.Match[str], language: str) -> tuple[int, int]:
    if match.group("noon") or match.group("midnight"):
        minutes = 0 if match.group("midnight") else 720
        return minutes, minutes
    hours = _HOUR_NAMES[language]
    if match.group("whole"):
        hour = (hours.index(match.group("whole").casefold()) + 1) * 60
    else:
        shift = next(int(name[1:]) for name, said in match.groupdict().items() if said and name[1:].isdecimal())
        way = 1 if match.group("past") else -1
        hour = (hours.index(match.group("hour").casefold()) + 1) * 60 + way * shift
    return hour, hour


_BOUNDS = frozenset({Bearing.BY, Bearing.BEFORE, Bearing.UNTIL, Bearing.AFTER})


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{of_all(patterns('bounds', 'fillers'))})\b|[\s,«\"'(])+$")


@cache
def _bearing_forms(language: str) -> tuple[tuple[Bearing, re.Pattern[str]], ...]:
    return tuple(
        (Bearing(name), re.compile(rf"(?:^|[^\w])(?P<words>{forms})$"))
        for name, forms in named(_BEARINGS.get(language, ())).items()
    )


@cache
def _bearing_behind(language: str) -> re.Pattern[str]:
    """The words behind a time that make a bound of it, of a language that has them there."""
    return re.compile(
        rf"\s*(?:\w+\s)?(?:{grouped(_BEARINGS_BEHIND[language], 'b_')})"
        rf"(?P<not>\s+(?:{_NOT_BEHIND.get(language, NEVER)}))?"
    )


@cache
def _clause_joints() -> re.Pattern[str]:
    return re.compile(rf"[,;:.!?(]|\b(?:{of_all(patterns('bounds', 'clause_joints'))})\b")


def _bearing(text: str, start: int, end: int, language: str) -> tuple[Bearing, Span | None]:
    """How what is told stands to the time, and for a bound the words that say so together with the time."""
    before = text[max(0, start - 80) : start].casefold()
    before = _fillers().sub("", before)
    if language in _BEARINGS_BEHIND:
        after = text[end : end + 30].casefold()
        match = _bearing_behind(language).match(after)
        if match is None:
            return Bearing.AT, None
        kind = next(Bearing(name[2:]) for name, said in match.groupdict().items() if name.startswith("b_") and said)
        if match.group("not"):
            kind = {Bearing.BEFORE: Bearing.AFTER, Bearing.AFTER: Bearing.BY}.get(kind, kind)
        elif kind in (Bearing.BEFORE, Bearing.UNTIL) and re.search(
            _VERB_NOT_BEHIND.get(language, NEVER), re.split(r"[,;.]", text[end : end + 80])[0]
        ):
            kind = Bearing.AFTER
        return kind, Span(start, end + match.end()) if kind in _BOUNDS else None
    found = [
        (-len(match.group("words")), at, bearing, match.start("words"))
        for at, (bearing, pattern) in enumerate(_bearing_forms(language))
        for match in [pattern.search(before)]
        if match is not None
    ]
    if not found:
        return Bearing.AT, None
    _, _, bearing, at = min(found)  # the longest: "no earlier than" is more than "earlier than"
    is_negated = re.search(_NOT_YET.get(language, NEVER), _clause_joints().split(before[:at])[-1]) is not None
    if before[at:] in _LATEST_WHERE_NEGATED.get(language, ()) and is_negated:
        bearing = Bearing.BY  # "must not be paid later than 1 July"
    elif bearing in (Bearing.BEFORE, Bearing.UNTIL) and is_negated:
        bearing = Bearing.AFTER  # "will not open before 2027", "не будет закрыт до 2028 года"
    begin = max(0, start - 80) + at
    return bearing, Span(begin, end) if bearing in _BOUNDS else None


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
