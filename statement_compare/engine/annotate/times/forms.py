"""The forms in which a language writes days, months, quarters, seasons, years and weekdays, as compiled patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from statement_compare.engine.annotate.alternatives import NEVER, grouped, of, optional
from statement_compare.engine.language import GAP, lines, patterns, phrases, words

MONTHS = lines("months", "months")
_DAY_ORDINALS = phrases("dates", "day_ordinals")
_ORDINAL_ENDINGS = patterns("dates", "ordinal_endings")
_WEEKDAYS = lines("weekdays", "weekdays")
_SEASONS = lines("dates", "seasons")
_PARTS = lines("dates", "parts")
_PARTS_BEHIND = lines("dates", "parts_behind")
_QUARTERS, _HALVES = lines("dates", "quarters"), lines("dates", "halves")
_YEAR = r"(?:1[89]|20|21)\d\d"
_BEHIND_YEAR_OF_DATE = patterns("dates", "behind_year_of_date")
_BEHIND_YEAR = patterns("dates", "behind_year")
_YEAR_FIRST = patterns("dates", "year_first")
_OF_MONTH = patterns("dates", "of_month")
_OF_YEAR = patterns("dates", "of_year")
_MONTH_TRAITS = words("months", "traits")
_DATE_TRAITS = words("dates", "traits")
DAY_ALONE = patterns("dates", "day_alone")
NUMERIC = re.compile(r"(?<![\d.,/-])(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})([/.])(\d{1,2})\5(\d{4}|\d\d))(?![\d/]|\.\d)")


@dataclass(frozen=True, slots=True)
class DateForms:
    """Compiled forms of one language.

    The groups tell what was found: `m1` to `m12` (`u1` to `u12` before the day) the month, `d1` to `d31` the day where
    it is a word, `q1` to `q4` the quarter, `h1` and `h2` the half,
    `s1` to `s4` the season, `w1` to `w7` the weekday, `p_early` and `b_early` the part before and behind it.
    """

    day: re.Pattern[str]  # "4 May 2026", "May 4", "from 3 to 5 May"
    month: re.Pattern[str]  # "early May", "May 2026"
    quarter: re.Pattern[str]  # "the second quarter", "the first half of the year", "winter 2025/26"
    year: re.Pattern[str]  # "in 2019", "2016/17", "2019 to 2021"
    weekday: re.Pattern[str]


@cache
def date_forms(language: str) -> DateForms:
    months = grouped(MONTHS[language], "m")
    flags = _flags(language)
    year = _year_behind(language)
    year_first = optional(_YEAR_FIRST.get(language), rf"(?P<year0>{_YEAR}){GAP}", r"\s+")
    ordinal_ending = optional(_ORDINAL_ENDINGS.get(language))
    tail = ordinal_ending + optional(_OF_MONTH.get(language), r"\s+")
    ordinals = [(str(day), word) for day, word in enumerate(_DAY_ORDINALS.get(language, ()), start=1)]
    day = rf"(?:(?P<day>\d{{1,2}})|{grouped(ordinals, 'd') or NEVER}){tail}"
    range_ = rf"(?:(?P<from>\d{{1,2}}){tail}{_range(language)})?"
    parts = grouped(_PARTS.get(language, ()), "p_") or NEVER
    after_part = optional(grouped(_PARTS_BEHIND.get(language, ()), "b_"), r"\s")
    gap = r"\s*" if has_trait("part_joined", language) else r"\s+"
    us = (
        rf"|(?<!\w)(?<!\D-)(?P<us>(?:{grouped(MONTHS[language], 'u')}))\s+(?P<usday>\d{{1,2}}){ordinal_ending}(?!\d|:)"
        rf"(?:,?\s+(?P<usyear>{_YEAR})\b)?"
    )
    # A hyphen before it stands in no short word ("A-5", "twenty-first of June"); `hyphen_of_month` tells the others.
    begins = r"(?:(?<![\w.,:/-])|(?<=[^\W\d_]{3}-)(?=\d))"
    dayform = rf"{begins}{year_first}{range_}{day}\s*(?:{months})(?!\w|-(?!\d)){year}" + (
        us if has_trait("month_before_day", language) else ""
    )
    monthform = (
        rf"(?<![\w])(?:(?:{parts}){gap})?(?:(?P<same>{of(patterns('dates', 'same_month'), language)})\s)?"
        rf"{year_first}(?:{months})(?!\w){year}{after_part}"
    )
    article = optional(of(patterns("dates", "season_articles"), language), behind=GAP)
    quarterform = (
        rf"(?<!\w){year_first}(?:(?:{grouped(_QUARTERS[language], 'q')})|(?:{grouped(_HALVES[language], 'h')})|"
        rf"(?:(?:{parts}){gap})?{article}(?:{grouped(_SEASONS[language], 's')}))(?!\w){year}"
        r"(?:[/–-](?P<next>\d\d)\b)?"
    )
    before_year = optional(of(patterns("dates", "before_year"), language), behind=r"\s")
    yearform = (
        rf"(?:(?<=\s)|(?<=^)|(?<=[(«„“\"'/–-]))(?:(?:{parts}){gap}"
        rf"{before_year})?(?P<year>{_YEAR})"
        rf"(?:(?:\s*[/–—-]\s*(?P<short>\d\d)(?!\d))|{_range(language)}(?P<to>{_YEAR}))?"
        r"(?![\d%]|[.,]\d|\s?(?:–|-)?\s?[€$£])"
        + (optional(of(_BEHIND_YEAR, language), r"\s?") if language in _BEHIND_YEAR else "")
    )
    weekdayform = rf"(?<!\w)(?:{grouped(_WEEKDAYS[language], 'w')})(?!\w)"
    return DateForms(
        day=re.compile(dayform, flags),
        month=re.compile(monthform, flags),
        quarter=re.compile(quarterform, flags),
        year=re.compile(yearform, flags),
        weekday=re.compile(weekdayform, re.IGNORECASE),
    )


def _flags(language: str) -> re.RegexFlag:
    return re.IGNORECASE if "small_months" in _MONTH_TRAITS.get(language, frozenset()) else re.NOFLAG


@cache
def hyphen_of_month(language: str) -> re.Pattern[str]:
    """What stands before a day behind a hyphen, as in "3 February-5 May", and not in "COVID-19 March"."""
    return re.compile(rf"(?<!\w)(?:{grouped(MONTHS[language], 'm')})-$", _flags(language))


@cache
def _range(language: str) -> str:
    """What stands between two days or years: the ends of a span or, with the groups `and` and `or`, two of a list."""
    joints, both, either, articles = (
        of(patterns("dates", table), language) for table in ("range_joints", "range_and", "list_or", "range_articles")
    )
    return (
        rf"(?P<joint>(?:\s*(?:-|–|—|{joints})\s*|,?\s+(?:(?P<and>{both})|(?P<or>{either}))\s+)"
        rf"(?:(?:{articles})(?:{GAP}|(?<=['’])))?)"
    )


@cache
def second_day(language: str) -> re.Pattern[str]:
    """What follows "May 5" in "May 5-17", "May 5 to 17, 2024" and "May 5 and 17", but not in "May 5 to 17 people"."""
    ends = r"(?(dash)(?![\w%:/-])|(?=\s*(?:[.,;:)]|$)))(?![.,]\d)"
    return re.compile(
        rf"(?:(?P<dash>[-–—])|{_range(language)})(?P<day>\d{{1,2}}){optional(_ORDINAL_ENDINGS.get(language))}"
        rf"(?:,?\s+(?P<usyear>{_YEAR})\b|{ends})"
    )


@cache
def decade(language: str) -> re.Pattern[str]:
    """ "In the early 1990s", "les années 90", "в конце 1990-х годов".

    The groups `ten` and `ten_led` hold the first of the years; `short`, `short_led` and `short_sure` have no century.
    """
    parts = grouped(_PARTS.get(language, ()), "p_") or NEVER
    gap = r"\s*" if has_trait("part_joined", language) else r"\s+"
    before_year = optional(of(patterns("dates", "before_year"), language), behind=GAP)
    article = optional(of(patterns("dates", "decade_articles"), language), behind=GAP)
    leads, endings, sure_endings = (
        of(patterns("dates", table), language) for table in ("decade_leads", "decade_endings", "decade_short_endings")
    )
    ten, short = r"(?:1[5-9]|20|21)\d0", "[3-9]0"
    after_part = optional(grouped(_PARTS_BEHIND.get(language, ()), "b_"), r"\s")
    return re.compile(
        rf"(?<![\w.,:/])(?:(?:{parts}){gap}{before_year})?{article}"
        rf"(?:(?:{leads})\s+(?:(?P<ten_led>{ten}){_no_more_years(language)}|['’]?(?P<short_led>{short}))(?![\d%]|[.,]\d)"
        rf"|(?:(?P<ten>{ten})|['’](?P<short>{short}))(?:{endings})(?!\w)"
        rf"|(?P<short_sure>{short})(?:{sure_endings})(?!\w)){after_part}",
        re.IGNORECASE,
    )


def _no_more_years(language: str) -> str:
    """ "Les années 2020 et 2021" are two years, "les années 1990 et 2000" are decades."""
    joints = "|".join(of(patterns(topic, "range_joints"), language) for topic in ("dates", "months"))
    both, either = (of(patterns("dates", table), language) for table in ("range_and", "list_or"))
    gap = rf"\s*(?:[-–—/,]|,?\s(?:{joints}|{both}|{either})\s)\s*"
    return rf"(?!(?:{gap}{_YEAR})*{gap}(?:1[89]|20|21)\d[1-9]|[-–—/]\d[1-9](?!\d))"


@cache
def listed_before(language: str) -> re.Pattern[str]:
    """ "4, " before "5 and 6 May"."""
    ending = optional(_ORDINAL_ENDINGS.get(language))
    article = optional(of(patterns("dates", "range_articles"), language), behind=GAP)
    return re.compile(rf"(?<![\w.,:/-])(?P<day>\d{{1,2}}){ending}\s*,\s*{article}$")


def _year_behind(language: str) -> str:
    """The year behind a day, a month or a season, with the words around it."""
    behind = optional(_BEHIND_YEAR_OF_DATE.get(language), r"\s?")
    of_year = optional(_OF_YEAR.get(language), r"\s+")
    return rf"(?:,?{of_year}\s+(?P<year>{_YEAR})\b{behind})?"


@cache
def months_range(language: str) -> re.Pattern[str]:
    """ "from May to October", "январь–июнь 2026 г."."""
    first, last = grouped(MONTHS[language], "f"), grouped(MONTHS[language], "t")
    joints = of(patterns("months", "range_joints"), language)
    end_of = optional(of(patterns("months", "range_end_of"), language), behind=GAP)
    both = of(patterns("dates", "range_and"), language)
    joint = rf"(?:\s?[-–—]\s?|\s(?:{joints})\s{end_of}|\s(?P<and>{both})\s)"
    return re.compile(rf"(?<!\w)(?<!\d\s)(?:{first}){joint}(?:{last})(?!\w){_year_behind(language)}", _flags(language))


@cache
def bare_day(language: str) -> re.Pattern[str]:
    """ "on the 17th", of a language that has words for it."""
    return re.compile(
        rf"\b(?:{DAY_ALONE[language]}){GAP}(\d{{1,2}})(?:{_ORDINAL_ENDINGS.get(language, '')})\b"
        rf"(?!{GAP}(?:{patterns('dates', 'not_day_alone').get(language, NEVER)}))"
    )


@cache
def relative_year(language: str) -> re.Pattern[str]:
    """Years named from the day of speaking: the group tells how many years away."""
    before_last, last, this, following = (
        of(patterns("dates", table), language) for table in ("year_before_last", "last_year", "this_year", "next_year")
    )
    return re.compile(
        rf"\b(?:(?P<beforelast>{before_last})|(?P<lasty>{last})|(?P<thisy>{this})|(?P<nexty>{following}))\b",
        re.IGNORECASE,
    )


def has_trait(trait: str, language: str) -> bool:
    """Whether something is so of the dates of a language ("month_before_day"); its tables tell."""
    return trait in _DATE_TRAITS.get(language, frozenset())
