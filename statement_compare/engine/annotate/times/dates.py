"""What a written date means: the years and days that a match of a form names, and whether it is a date at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from statement_compare.engine.annotate.alternatives import NEVER, of
from statement_compare.engine.annotate.times.forms import NUMERIC, date_forms, has_trait, listed_before
from statement_compare.engine.annotate.times.model import LENGTHS, WHOLE_YEAR, Days, Years, day_of
from statement_compare.engine.annotate.times.spans import years_of_span
from statement_compare.engine.annotate.word_classes import AUXILIARIES
from statement_compare.engine.language import patterns
from statement_compare.engine.model import Span

_SEASON_DAYS = ((1201, 229), (301, 531), (601, 831), (901, 1130))
# Years of a part of ten years, counted from its first.
_PARTS_OF_DECADE = {"early": (0, 4), "mid": (3, 7), "late": (6, 9), "h1": (0, 4), "h2": (5, 9)}
_DAYS_OF_LEEWAY = 30
_SHORT_CENTURY = 2000
# Characters before a day of a list in which the one before it stands ("the 14th, ").
_LIST_REACH = 20
_MONTH_OR_WORD = patterns("months", "month_or_word")
_BEHIND_YEAR_BEGINS = patterns("dates", "behind_year_begins")
_BEHIND_YEAR = patterns("dates", "behind_year")
_YEAR_OF_LIST = re.compile(r"(?<![\d.,])(?:19|20)\d\d,$")
_VERBS_BEFORE_YEAR = patterns("dates", "verbs_before_year")
_BEHIND_VERBS_YEAR = patterns("dates", "behind_verbs_year")
_YEAR_LEADS = patterns("dates", "year_leads")


def in_figures(match: re.Match[str], *, is_month_first: bool = False) -> tuple[int, int] | None:
    """Year and day of a date in figures: the day first unless told, or unless only the other way is possible."""
    if match.group(1):
        year, month, day = int(match.group(1)), int(match.group(2)), int(match.group(3))
    else:
        day, month, year = int(match.group(4)), int(match.group(6)), int(match.group(7))
        year += 2000 if year < 100 else 0
        if (month > 12 and day <= 12) or (is_month_first and max(day, month) <= 12):
            day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= LENGTHS[month - 1] and 1800 <= year < 2200):
        return None
    return year, day_of(month, day)


def may_be_month_first(match: re.Match[str]) -> bool:
    """Whether a date in figures can be read in two ways: "03/04/2023", 3 April or March 4."""
    return match.group(5) == "/" and match.group(4) != match.group(6) and max(int(match[4]), int(match[6])) <= 12


def is_month_first(text: str, language: str) -> bool | None:
    """Which of the day and the month a text has first in its dates in figures; None where its other dates do not tell.

    "13/04/2023" and "4 March" have the day first, "04/13/2023" and "March 4" the month.
    """
    figures = [match for match in NUMERIC.finditer(text) if match.group(5) == "/"]
    found = {int(match[6]) > 12 for match in figures if max(int(match[4]), int(match[6])) > 12}
    found |= {match.groupdict().get("us") is not None for match in date_forms(language).day.finditer(text)}
    return found.pop() if len(found) == 1 else None


def days_of(match: re.Match[str]) -> tuple[int, int] | None:
    """The days of "4 May", "from 3 to 5 May"; None where the month has no such day."""
    named = match.groupdict()
    if named.get("us"):
        month, first = month_of(match, "u"), int(named["usday"])
    else:
        month = month_of(match)
        first = int(named["day"]) if named["day"] else next(k for k in range(1, 32) if named.get(f"d{k}"))
    if not 1 <= first <= LENGTHS[month - 1]:
        return None
    start = int(named["from"]) if named.get("from") else first
    if not 1 <= start <= 31:
        return None
    return day_of(month, start) if start <= first else day_of(month - 1 or 12, start), day_of(month, first)


def is_list(match: re.Match[str]) -> bool:
    """Whether "and" or "or" stands between the two days, months or years of a match."""
    named = match.groupdict()
    return bool(named.get("and") or named.get("or"))


def listed_days(text: str, match: re.Match[str], days: Days, language: str) -> Iterator[tuple[Span, int]]:
    """The days before the last one of a list: those of "4" and "5" in "4, 5 and 6 May".

    The figures of a list grow: in "killed 17 and 5 May was a day of mourning" the first one is no day.
    """
    first, last = days
    if not is_list(match):
        yield Span(*match.span("from")), first
        return
    place, before = match.start("from"), last
    figure: re.Match[str] | None = match
    while figure is not None:
        group = "from" if figure is match else "day"
        day = last // 100 * 100 + int(figure.group(group))
        if not last // 100 * 100 < day < before:
            return
        yield Span(*figure.span(group)), day
        before, place = day, figure.start(group)
        figure = listed_before(language).search(text, max(0, place - _LIST_REACH), place)


def with_night(before: str, days: tuple[int, int], language: str) -> tuple[int, int]:
    """The days with the next one, where a night is told of: "in the night of 4 May" ends on the fifth."""
    first, last = days
    is_one_day_of_several = first == last and last % 100 < LENGTHS[last // 100 - 1]
    return (first, last + 1) if is_one_day_of_several and _night(language).search(before) else days


@cache
def _night(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{of(patterns('dates', 'night'), language)})\s*$", re.IGNORECASE)


def month_of(match: re.Match[str], letter: str = "m") -> int:
    """The month (1 to 12) whose group matched; the groups are named by `letter`."""
    return next(k for k in range(1, 13) if match.groupdict().get(f"{letter}{k}"))


def part_of_month(month: int, part: str) -> tuple[int, int]:
    """Days of a part of a month; the borders are generous, as the words are."""
    last = LENGTHS[month - 1]
    first, end = {
        "early": (1, 10), "mid": (10, 20), "late": (20, last), "w1": (1, 8), "w2": (7, 15), "w3": (14, 22),
        "w4": (21, 29), "tw": (20, 29),
        "h1": (1, 16), "h2": (15, last), "last": (last - (month == 2), last), "first": (1, 1),
    }.get(part, (1, last))  # fmt: skip
    return day_of(month, first), day_of(month, end)


def part_of_year(part: str) -> tuple[int, int] | None:
    """Days of a part of a year; None for the whole."""
    return {
        "early": (101, 331), "mid": (501, 831), "late": (1001, 1231), "h1": (101, 630), "h2": (701, 1231),
        "last": (1231, 1231), "first": (101, 101),
    }.get(part)  # fmt: skip


def leeway_of(part: str) -> int:
    """Days by which a part of a year may be off: "late 2021" may be told of September, and "mid 2021" of April."""
    return _DAYS_OF_LEEWAY if part in ("early", "mid", "late") else 0


def decade_of(match: re.Match[str]) -> Years:
    """The years of "the 1990s", of "the late 1990s" its last ones; the borders are generous, as the words are."""
    named = match.groupdict()
    short = named["short"] or named["short_led"] or named["short_sure"]
    first = 1900 + int(short) if short else int(named["ten"] or named["ten_led"])
    # "The 1900s" are a century; the 2000s are spoken of as ten years more often.
    last = first + (99 if first % 100 == 0 and first != _SHORT_CENTURY else 9)
    start, end = _PARTS_OF_DECADE.get(part_name(match), (0, 9))
    return (first, last) if last - first > 9 else (first + start, first + end)


def part_name(match: re.Match[str]) -> str:
    """The part that stands before or behind a month or a year ("early", "h1"); "" for the whole."""
    for name, value in match.groupdict().items():
        if name.startswith(("p_", "b_")) and value:
            return name[2:]
    return ""


def years_of(match: re.Match[str], days: Days = WHOLE_YEAR) -> Years | None:
    """The years that days are told of: over New Year the one that is named and the one before or behind it."""
    named = match.groupdict()
    first, last = named.get("year0"), named.get("year") or named.get("usyear")
    return years_of_span(int(first) if first else None, int(last) if last else None, days)


def part_or_season(match: re.Match[str]) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Years and days of "the second quarter of 2026", "the first half of the year", "winter 2025/26"."""
    named = match.groupdict()
    years = years_of(match)
    if years is not None and named.get("next"):
        years = years[0], years[0] + 1
        if not any(named.get(f"s{k}") for k in range(1, 5)):
            return years, None  # "the first quarter 2023/24": when that year begins is not told
    for k in range(1, 5):
        if named.get(f"q{k}"):
            return years, (day_of(3 * k - 2, 1), day_of(3 * k, LENGTHS[3 * k - 1]))
        if named.get(f"h{k}"):
            return years, (day_of(6 * k - 5, 1), day_of(6 * k, LENGTHS[6 * k - 1]))
        if named.get(f"s{k}"):
            return years, _SEASON_DAYS[k - 1]
    return None, None


def is_month(text: str, match: re.Match[str], language: str) -> bool:
    """Whether "May", "March" and short forms are months here and not words that open a sentence."""
    if language not in _MONTH_OR_WORD:
        return True
    word = match.group()
    if not re.match(rf"(?:.*\s)?(?:{_MONTH_OR_WORD[language]})\b", word) or match.group("year") or part_name(match):
        return True
    before = text[: match.start()].rstrip()
    return bool(before) and before[-1] not in ".!?:;" and _before_month(language).search(before) is not None


@cache
def _before_month(language: str) -> re.Pattern[str]:
    forms = patterns("months", "before_month").get(language, NEVER)
    endings = patterns("months", "before_month_endings").get(language, NEVER)
    return re.compile(rf"(?:\b(?:{forms}|-)|[,\d]|{endings})$", re.IGNORECASE)


def plain_years(text: str, match: re.Match[str], language: str) -> tuple[int, int] | None:
    """The years of "in 2019", "2016/17", "2019 to 2021"; None where the figure counts something."""
    first = int(match.group("year"))
    if match.group("short"):
        end = first // 100 * 100 + int(match.group("short"))
        end += 100 * (end + 99 == first)  # "1999/00"
        return (first, end) if end > first else None
    behind = text[match.end() :]
    before = text[: match.start("year")].rstrip().casefold()
    if part_name(match):
        before = before.rstrip("-")  # "mid-2021"
    counted = _counted(language).match(behind)
    if match.group("to"):
        # "Hired 2019 and 2021 workers", "counted 1950 or 2050 birds"
        are_counted = is_list(match) and (counted or (match.group("or") and not _is_led(before, language)))
        last = int(match.group("to"))
        is_told = last >= first or (is_list(match) and _may_fall(match, before, behind, language))
        return (first, last) if is_told and not are_counted else None
    if re.search(rf"\s(?:{of(_BEHIND_YEAR_BEGINS, language)})\w*\.?$", match.group()):
        return first, first
    if not before and not has_trait("year_opens", language):
        return None
    verbs = _VERBS_BEFORE_YEAR.get(language)
    if verbs is not None and re.search(rf"\b(?:{verbs})$", before):
        # "wird 2028 geöffnet" is a year, "sind 2028 Wohnungen" a count.
        return (first, first) if re.match(rf"\s(?:{_BEHIND_VERBS_YEAR[language]}|$)|[.,;]", behind) else None
    # "In 2000 workers": a bare noun after it may be counted; a verb, a sign or the end may not.
    return (first, first) if _is_led(before, language) and not counted else None


def _may_fall(match: re.Match[str], before: str, behind: str, language: str) -> bool:
    """Whether two figures of a list are years although the first is the later: "in 2023 and 2022", "2023 and 2022 are".

    In "employs 2100 and 1900 nurses" they are counts. Behind "in 2023, " they go on with a list of years.
    """
    if re.search(rf"\s?(?:{of(_BEHIND_YEAR, language)})$", match.group()) or _YEAR_OF_LIST.search(before):
        return True
    if before and before[-1] not in ".!?;:":
        return not re.fullmatch(_YEAR_LEADS[language], "") and _is_led(before, language)
    word = re.match(r"\s([^\W\d]+)", behind)
    return word is not None and word.group(1).lower() in AUXILIARIES.get(language, ())


def _is_led(before: str, language: str) -> bool:
    """Whether what stands before a figure makes a year of it: "in", or the beginning of a sentence."""
    lead = re.search(r"(?:^|[\s\-–—])([\w']+|[(,])$", before)
    opens = not before or before[-1] in ".!?;:"
    return opens or (lead is not None and re.fullmatch(_YEAR_LEADS[language], lead.group(1)) is not None)


@cache
def _counted(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{of(patterns('dates', 'counted'), language)}|MW|km|m|t|ha)\b")
