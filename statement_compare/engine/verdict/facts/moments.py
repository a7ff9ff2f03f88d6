"""Dates, periods and times of day as six languages write them, read as intervals with the parts that are given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

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


_MONTHS: dict[str, tuple[str, ...]] = {
    "en": (r"January|Jan\.?", r"February|Feb\.?", r"March|Mar\.", r"April|Apr\.?", r"May", r"June|Jun\.", r"July|Jul\.",
           r"August|Aug\.?", r"September|Sept?\.?", r"October|Oct\.?", r"November|Nov\.?", r"December|Dec\.?"),
    "ru": (r"январ[ьяею]\w*|янв\.", r"феврал[ьяею]\w*|февр?\.", (r"март(?:а|е|у|ом|овск\w+)?|"
           r"мар\."), r"апрел[ьяею]\w*|апр\.",
           r"ма(?:й|я|е|ю|ем)", r"июн[ьяею]\w*", r"июл[ьяею]\w*", (r"август(?:а|е|у|ом|овск\w+)?|"
           r"авг\."), r"сентябр[ьяею]\w*|сент?\.",
           r"октябр[ьяею]\w*|окт\.", r"ноябр[ьяею]\w*|нояб?\.", r"декабр[ьяею]\w*|дек\."),
    "kk": (r"қаңтар\w*", r"ақпан\w*", r"наурыз\w*", r"сәуір\w*", r"мамыр\w*", r"маусым\w*", r"шілде\w*", r"тамыз\w*",
           r"қыркүйек\w*|қыркүйег\w*", r"қазан(?:да|ға|нан|ның|ы|дағы)?", r"қараша\w*", r"желтоқсан\w*"),
    "de": (r"Januar\w*|Jänner|Jan\.", r"Februar\w*|Feb\.", r"März\w*", r"April\w*|Apr\.", r"Mai", r"Juni", r"Juli",
           r"August|Aug\.", r"September|Sept?\.", r"Oktober\w*|Okt\.", r"November|Nov\.", r"Dezember\w*|Dez\."),
    "fr": (r"janvier|janv\.", r"février|févr?\.", r"mars", r"avril|avr\.", r"mai", r"juin", r"juillet|juil\.", r"août",
           r"septembre|sept\.", r"octobre|oct\.", r"novembre|nov\.", r"décembre|déc\."),
    "es": (r"enero", r"febrero", r"marzo", r"abril", r"mayo", r"junio", r"julio", r"agosto", (r"septiembre|"
           r"setiembre"), r"octubre",
           r"noviembre", r"diciembre"),
}  # fmt: skip
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ORDINALS_EN = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_WEEKDAYS: dict[str, tuple[str, ...]] = {
    "en": ("Mondays?", "Tuesdays?", "Wednesdays?", "Thursdays?", "Fridays?", "Saturdays?", "Sundays?"),
    "ru": ("понедельник\\w*", "вторник\\w*", "сред[уы]", "четверг\\w*", "пятниц\\w+", "суббот\\w+", "воскресень\\w+"),
    "kk": ("дүйсенбі\\w*", "сейсенбі\\w*", "сәрсенбі\\w*", "бейсенбі\\w*", "жұма(?:да|ға)", "сенбі\\w*",
    "жексенбі\\w*"),
    "de": ("Montag\\w*", "Dienstag\\w*", "Mittwoch\\w*", "Donnerstag\\w*", "Freitag\\w*", "Samstag\\w*|Sonnabend",
    "Sonntag\\w*"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}  # fmt: skip
_SEASONS = {
    "en": ("winter", "spring", "summer", "autumn"),
    "ru": ("зим(?:а|ы|ой|у|е)", "весн(?:а|ы|ой|у|е)", "лет(?:о|а|ом)", "осен(?:ь|и|ью)"),
    "kk": ("қыс(?:та|ы|ында)", "көктем\\w*", "жаз(?:да|ында|ы)", "күз(?:де|інде|і)"),
    "de": ("Winter\\w*", "Frühjahr\\w*|Frühling\\w*", "Sommer\\w*", "Herbst\\w*"),
    "fr": ("hiver", "printemps", "été(?= (?:de |\\d))", "automne"),
    "es": ("invierno", "primavera", "verano", "otoño"),
}
_SEASON_DAYS = ((1201, 229), (301, 531), (601, 831), (901, 1130))
_PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (("early", r"early(?: in)?|(?:the )?(?:beginning|start|first days|opening days) of|(?:at )?the turn of"),
           ("mid", r"mid-?\s?|(?:the )?middle of"),
           ("late", r"late(?: in)?|(?:the )?(?:end|close|last days|final days) of|(?:the )?last week (?:of|in)"),
           ("w1", r"(?:the )?first week (?:of|in)"), ("w2", (r"(?:the )?second week (?:of|"
                  r"in)")), ("w3", r"(?:the )?third week (?:of|in)"),
           ("w4", (r"(?:the )?fourth week (?:of|"
                  r"in)")), ("h1", r"(?:the )?first half of"), ("h2", r"(?:the )?second half of"),
           ("last", r"(?:the )?(?:last|final) day of"), ("first", r"(?:the )?first day of")),
    "ru": (("early", r"в? ?начал[еау]|первых числах|первые дни|перв[ую]\w* недел[ею]"), ("mid", (r"середин[еыау]|"
                     r"середину")),
           ("late", (r"кон(?:ец|ца|це|цу)|последн\w+ числах|"
                    r"последн\w+ недел\w+")), ("h1", r"перв\w+ половин\w+"), ("h2", r"втор\w+ половин\w+"),
           ("last", r"последн\w+ д(?:ень|ня)"), ("first", (r"перв\w+ д(?:ень|"
                    r"ня)")), ("tw", r"двадцатых числах"), ("w2", r"втор\w+ недел\w+"),
                   ("w3", r"третьей недел\w+|третью неделю")),
    "kk": (),
    "de": (("early", r"Anfang|Beginn des|Beginn|Anfang des"), ("mid", r"Mitte(?: des)?"), ("late", r"Ende(?: des)?"),
           ("w1", (r"ersten? Woche (?:im|des)|"
                  r"ersten? (?:\w+)woche")), ("h1", r"ersten? Hälfte(?: des)?"), ("h2", r"zweiten? Hälfte(?: des)?"),
           ("last", r"letzten? Tag(?: des)?")),
    "fr": (("early", r"début|(?:le )?début (?:du mois )?de|(?:aux )?premiers jours de"), ("mid", (r"mi-|"
      r"milieu (?:du mois )?de")),
           ("late", (r"fin|(?:la )?fin (?:du mois )?de|"
                    r"(?:aux )?derniers jours de")), ("last", r"dernier jour de"),
                   ("w1", r"première semaine (?:de|d')")),
    "es": (("early", r"principios de|comienzos de|inicios de|primeros días de"), ("mid", r"mediados de"),
           ("late", (r"finales de|fines de|final de|últimos días de|"
                    r"fin de")), ("w1", r"primera semana de"), ("last", r"último día de")),
}  # fmt: skip
_KAZAKH_PARTS = (
    ("early", r"бас(?:ында|ы|ынан)"),
    ("mid", r"орта(?:сында|сы|сына)"),
    ("late", r"(?:аяғ|соң)(?:ында|ы|ына)"),
)
_QUARTERS: dict[str, tuple[str, ...]] = {
    "en": (r"(?:first|1st) quarter|Q1", r"(?:second|2nd) quarter|Q2", r"(?:third|3rd) quarter|Q3", (r"(?:fourth|"
           r"4th|last|final) quarter|Q4")),
    "ru": (r"(?:I|1-\w+|перв\w+) квартал\w*", r"(?:II|2-\w+|втор\w+) квартал\w*", (r"(?:III|3-\w+|"
           r"треть\w+) квартал\w*"), r"(?:IV|4-\w+|четверт\w+) квартал\w*"),
    "kk": (r"бірінші тоқсан\w*", r"екінші тоқсан\w*", r"үшінші тоқсан\w*", r"төртінші тоқсан\w*"),
    "de": (r"(?:erste\w*|1\.) Quartal\w*", r"(?:zweite\w*|2\.) Quartal\w*", (r"(?:dritte\w*|"
           r"3\.) Quartal\w*"), r"(?:vierte\w*|4\.) Quartal\w*"),
    "fr": (r"premier trimestre", r"deuxième trimestre", r"troisième trimestre", r"quatrième trimestre"),
    "es": (r"primer trimestre", r"segundo trimestre", r"tercer trimestre", r"cuarto trimestre"),
}  # fmt: skip
_YEAR = r"(?:1[89]|20|21)\d\d"
_YEAR_TAIL = {
    "ru": r"(?:\s?(?:года|году|год|годом|годов|гг?\.))?", "kk": r"(?:\s?ж(?:\.|ыл\w*))?",
}  # fmt: skip
_OF = {
    "en": r"(?:\s+of(?:\s+the\s+year)?)?",
    "ru": "",
    "kk": "",
    "de": r"(?:\s+des\s+Jahres)?",
    "fr": r"(?:\s+de(?:\s+l'année)?)?",
    "es": r"(?:\s+del?(?:\s+año)?)?",
}
_DAY_TAIL = {
    "en": r"(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of)?", "ru": r"(?:-?го|"
          r"-?е)?", "kk": r"(?:-?\w{1,3})?", "de": r"\.?", "fr": r"(?:er)?", "es": r"(?:º|\.º)?(?:\s+de)?",
}  # fmt: skip
_RANGE = r"\s*(?:-|–|—|to|and|until|through|по|до|и|bis|und|au|et|al|y)\s*(?:the |el |le |zum |den )?"
_BEARINGS: dict[str, tuple[tuple[Bearing, str], ...]] = {
    "en": (
        (Bearing.BEFORE, r"before|prior to|ahead of|earlier than|not after"),
        (Bearing.BY, r"by|no later than|not later than|by the|at the latest by"),
        (Bearing.UNTIL, r"until|till|up to|through|to|as late as|ends? on|up until|through to|expires? on"),
        (Bearing.SINCE, r"since|from|as of|as from|starting|beginning|ever since|effective"),
        (Bearing.AFTER, r"after|following|later than|not before|no earlier than|not until|only on|only in"),
    ),
    "ru": (
        (Bearing.BY, r"к|не позднее|не позже"), (Bearing.UNTIL, r"до|по|вплоть до"), (Bearing.SINCE, (r"с|со|"
                     r"начиная с|от")),
        (Bearing.AFTER, r"после|не ранее|не раньше"), (Bearing.BEFORE, r"перед|ранее|раньше"),
    ),
    "kk": (),
    "de": (
        (Bearing.BEFORE, r"vor"), (Bearing.BY, (r"spätestens|bis spätestens|spätestens am|bis spätestens am|"
                         r"spätestens zum")),
        (Bearing.UNTIL, r"bis|bis zum|bis einschließlich"), (Bearing.SINCE, (r"seit|seit dem|ab|ab dem|von|"
                        r"vom")), (Bearing.AFTER, r"nach|nach dem|erst am"),
    ),
    "fr": (
        (Bearing.BEFORE, r"avant|avant le"), (Bearing.BY, (r"au plus tard le|d'ici le|d'ici au|d'ici à|"
                         r"d'ici")), (Bearing.UNTIL, r"jusqu'au|jusqu'en|jusqu'à|au"),
        (Bearing.SINCE, r"depuis|depuis le|dès|dès le|à partir du|à compter du|du"), (Bearing.AFTER, r"après|après le"),
    ),
    "es": (
        (Bearing.BEFORE, r"antes de|antes del"), (Bearing.BY, (r"a más tardar el|para el|"
                         r"para")), (Bearing.UNTIL, r"hasta|hasta el|al"),
        (Bearing.SINCE, r"desde|desde el|a partir de|a partir del"), (Bearing.AFTER, (r"después del|después de|"
                        r"tras el|tras")),
    ),
}  # fmt: skip
_CLOCK = re.compile(
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])(?:(?P<sep>[:.])(?P<minute>[0-5]\d)(?![\d:])(?:[:][0-5]\d)?|"
    r"\s?h\s?(?P<fr>[0-5]\d)(?!\d))?"
    r"(?!\s?(?:%|[.,]\d|\d))\s?(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?|Uhr|h\b(?!\w)|o'clock|часов утра|"
    r"часов вечера|часа утра|часа дня|часов дня)?(?P<after>\s*\w*)",
    re.IGNORECASE,
)
_HOURS = {
    word: k for k, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_SPOKEN_CLOCK = re.compile(
    r"\b(?:(?P<big>(?:a )?quarter|five|ten|twenty-five|twenty|half)(?: minutes)? (?P<way>past|to|after|"
    r"before) (?P<hour>" + "|".join(_HOURS) + r")"
    r"|(?P<whole>" + "|".join(_HOURS) + r") (?:o'clock|in the (?P<day>morning|afternoon|evening)|"
    r"(?P<night>at night))|at (?P<noon>noon|midnight|midday))\b",
    re.IGNORECASE,
)  # fmt: skip


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


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Compiled forms of one language: day and month; month alone; quarter or season; year; weekday."""
    months = "|".join(f"(?P<m{k}>{forms})" for k, forms in enumerate(_MONTHS[language], start=1))
    plain = "|".join(f"(?:{forms})" for forms in _MONTHS[language])
    flags = re.IGNORECASE if language in {"ru", "kk", "fr", "es"} else re.NOFLAG
    year_tail = _YEAR_TAIL.get(language, "")
    year = rf"(?:,?{_OF[language]}\s+(?P<year>{_YEAR})\b{year_tail})?"
    year_first = rf"(?:(?P<year0>{_YEAR}) жыл\w*\s+)?" if language == "kk" else ""
    tail = _DAY_TAIL[language]
    ordinals = "|".join(_ORDINALS_EN) if language == "en" else "(?!)"
    day = rf"(?P<day>\d{{1,2}}|{ordinals}){tail}"
    range_ = rf"(?:(?P<from>\d{{1,2}}){tail}(?:\s(?:{plain}))?{_RANGE})?"
    parts = "|".join(f"(?P<p_{name}>{form})" for name, form in _PARTS[language]) or "(?!)"
    after_part = "(?:\\s(?P<kp>" + "|".join(form for _, form in _KAZAKH_PARTS) + "))?" if language == "kk" else ""
    gap = r"\s*" if language in {"en", "fr"} else r"\s+"
    us_months = months.replace("?P<m", "?P<u")
    us = (
        rf"|(?<![\w-])(?P<us>(?:{us_months}))\s+(?P<usday>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:)"
        rf"(?:,?\s+(?P<usyear>{_YEAR})\b)?"
    )
    dayform = rf"(?<![\w.,:/-]){year_first}{range_}{day}\s*(?:{months})(?![\w-]){year}" + (
        us if language == "en" else ""
    )
    monthform = (
        rf"(?<![\w])(?:(?:{parts}){gap})?(?:(?P<same>the same|that|del?|du|des)\s)?"
        rf"{year_first}(?:{months})(?!\w){year}{after_part}"
    )
    quarters = "|".join(f"(?P<q{k}>{form})" for k, form in enumerate(_QUARTERS[language], start=1))
    seasons = "|".join(f"(?P<s{k}>{form})" for k, form in enumerate(_SEASONS[language], start=1))
    quarterform = (
        rf"(?<!\w)(?:(?:{quarters})|(?:(?:{parts}){gap})?(?:the )?(?:{seasons}))(?!\w){year}(?:[/–-](?P<next>\d\d)\b)?"
    )
    yearform = (
        rf"(?:(?<=\s)|(?<=^)|(?<=[(«„“\"'/–-]))(?:(?:{parts}){gap}(?:de\s|des Jahres\s|des\s"
        rf"|года\s)?)?(?P<year>{_YEAR})"
        rf"(?:(?:\s*[/–—-]\s*(?P<short>\d\d)(?!\d))|{_RANGE}(?P<to>{_YEAR}))?(?![\d%]|[.,]\d|\s?(?:–|-)?\s?[€$£])"
        + (r"(?:\s?(?:года|году|годом|годах|годы|годов|год|гг?\.|жыл\w*))?" if language in {"ru", "kk"} else "")
    )
    weekdays = "|".join(f"(?P<w{k}>{form})" for k, form in enumerate(_WEEKDAYS[language]))
    weekdayform = rf"(?<!\w)(?:{weekdays})(?!\w)"
    forms = (dayform, monthform, quarterform, yearform)
    return (*(re.compile(form, flags) for form in forms), re.compile(weekdayform, re.IGNORECASE))


_NUMERIC = re.compile(r"(?<![\d.,/-])(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})([/.])(\d{1,2})\5(\d{4}|\d\d))(?![\d/]|\.\d)")
_BARE_DAY = re.compile(
    r"\b(?:on|by|until|of|to|from|since|dated|is|was) the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|floor|century|"
    r"street|day|time|anniversary|year|birthday))"
)
_RELATIVE = re.compile(
    r"\b(?:(?P<beforelast>the (?:year|season) before last|позапрошл\w+ год\w*|vorletztes Jahr|antepasado)|"
    r"(?P<lasty>last (?:year|season|spring|summer|autumn|winter)|(?:the )?previous year|"
    r"в прошлом году|прошлого года|прошлым летом|өткен жыл\w*|былтыр|letztes Jahr|im vergangenen Jahr|"
    r"vergangenen Jahres|"
    r"l'an dernier|l'année dernière|el año pasado|del año pasado)"
    r"|(?P<thisy>this (?:year|season)|в этом году|этого года|в текущем году|биыл\w*|dieses Jahr|in diesem Jahr|"
    r"cette année|este año)"
    r"|(?P<nexty>next (?:year|season|spring|summer|autumn|winter)|в следующем году|в будущем году|келесі жыл\w*|"
    r"nächstes Jahr|l'an prochain|el próximo año))\b",
    re.IGNORECASE,
)  # fmt: skip
_YEAR_LEADS = {
    "en": r"in|since|by|from|until|till|to|before|after|of|for|during|early|late|mid|the|and|between|through|or|"
          r"january|year|"
          r"than|against|over|with|as|only|summer|winter|spring|autumn|season|back|throughout|until|into|on|,|"
          r"\(|both|its|their|our|a|s|'s|this",
    "ru": r"в|во|с|со|к|до|по|за|на|от|после|и|или|перед|начала|начале|конца|конце|чем|г|зимы|лета|весны|осени|"
          r"итогам|\(",
    "kk": r".*",
    "de": r"in|im|seit|bis|von|ab|nach|vor|und|jahr|jahre|jahres|jahren|winter|sommer|herbst|frühjahr|ende|"
          r"anfang|mitte|für|noch|erst|zwischen|während|\(",
    "fr": r"en|depuis|jusqu'en|de|dès|à|et|pour|entre|avant|après|année|l'année|fin|début|que|d'|\(|campagne|"
      r"exercice|saison",
    "es": r"en|desde|hasta|de|del|a|y|para|entre|antes|año|temporada|campaña|que|durante|el|\(",
}  # fmt: skip


@lru_cache(maxsize=4096)
def moments(text: str, language: str, today: date | None = None) -> tuple[Moment, ...]:
    """The times named in a text, in order; `today` makes a year of "last year", None leaves it relative."""
    code = language if language in _MONTHS else "en"
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
            dated = _dated(match)
            if dated is not None:
                years, days = dated
                if (
                    _NIGHT.search(text[: match.start()])
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
        if free(match) and (code != "en" or _is_month(text, match)):
            month = _month(match)
            add(match, years=_years(match), days=_part(month, _part_name(match)))
    for match in yearform.finditer(text):
        if free(match):
            years_found = _plain_years(text, match, code)
            if years_found is not None:
                part = _part_of_year(_part_name(match))
                add(match, years=years_found, days=part)
    for match in _BARE_DAY.finditer(text):
        if free(match) and code == "en":
            add(match, day_of_month=int(match.group(1)))
    for match in _RELATIVE.finditer(text):
        if free(match):
            shift = (
                -2 if match.group("beforelast") else -1 if match.group("lasty") else 1 if match.group("nexty") else 0
            )
            year = shift if today is None else today.year + shift
            add(match, years=(year, year), is_relative=today is None, spoken_year=shift)
    for match in weekdayform.finditer(text):
        if free(match):
            add(match, weekday=next(k for k in range(7) if match.group(f"w{k}")))
    found.extend(_clocks(text, code, found))
    return tuple(sorted(found, key=lambda moment: moment.span))


@lru_cache(maxsize=4096)
def date_spans(text: str, language: str) -> tuple[Span, ...]:
    """Where dates and times stand: no amount is read there."""
    return tuple(moment.span for moment in moments(text, language))


_NIGHT = re.compile(
    r"(?:night (?:of|from)(?: the)?|в ночь на|ночью|in der nacht (?:zum|auf den)|la nuit du|la noche del)\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def _months_range(language: str) -> re.Pattern[str]:
    """ "from May to October", "январь–июнь 2026 г."."""
    first = "|".join(f"(?P<f{k}>{forms})" for k, forms in enumerate(_MONTHS[language], start=1))
    last = "|".join(f"(?P<t{k}>{forms})" for k, forms in enumerate(_MONTHS[language], start=1))
    joint = r"(?:\s?[-–—]\s?|\s(?:to|until|till|through|по|до|bis|à|a)\s(?:the end of )?)"
    year = rf"(?:,?{_OF[language]}\s+(?P<year>{_YEAR})\b{_YEAR_TAIL.get(language, '')})?"
    flags = re.IGNORECASE if language in {"ru", "kk", "fr", "es"} else re.NOFLAG
    return re.compile(rf"(?<!\w)(?<!\d\s)(?:{first}){joint}(?:{last})(?!\w){year}", flags)


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether "May", "March" and short forms are months here and not words that open a sentence."""
    word = match.group()
    if not re.match(r"(?:.*\s)?(?:May|March|August)\b", word) or match.group("year") or _part_name(match):
        return True
    before = text[: match.start()].rstrip()
    return (
        bool(before)
        and before[-1] not in ".!?:;"
        and (
            re.search(
                r"\b(?:in|of|since|by|until|till|from|to|through|before|after|last|this|next|during|for|and|or|"
                r"between|end|the|on|,|-|\d)$|,$|'s$|\d$",
                before,
                re.IGNORECASE,
            )
            is not None
        )
    )


def _month(match: re.Match[str], letter: str = "m") -> int:
    return next(k for k in range(1, 13) if match.groupdict().get(f"{letter}{k}"))


def _part_name(match: re.Match[str]) -> str:
    for name, value in match.groupdict().items():
        if name.startswith("p_") and value:
            return name[2:]
    after = match.groupdict().get("kp")
    if after:
        return next(name for name, form in _KAZAKH_PARTS if re.fullmatch(form, after))
    return ""


def _years(match: re.Match[str]) -> tuple[int, int] | None:
    named = match.groupdict()
    year = named.get("year") or named.get("year0") or named.get("usyear")
    return (int(year), int(year)) if year else None


def _dated(match: re.Match[str]) -> tuple[tuple[int, int] | None, tuple[int, int]] | None:
    named = match.groupdict()
    if named.get("us"):
        month, first = _month(match, "u"), int(named["usday"])
    else:
        month = _month(match)
        raw = named["day"].casefold()
        first = int(raw) if raw.isdecimal() else _ORDINALS_EN.index(raw) + 1
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
    if re.search(r"\s(?:г|ж)\w*\.?$", match.group()):
        return first, first
    behind = text[match.end() :]
    before = text[: match.start("year")].rstrip().casefold()
    if not before and language in {"ru", "kk", "es", "fr", "de"}:
        return None
    lead = re.search(r"(?:^|[\s\-–—])([\w']+|[(,])$", before)
    if language == "de" and re.search(r"\b(?:wird|werden|wurden?|soll|sollen|ist|sind)$", before):
        # "wird 2028 geöffnet" is a year, "sind 2028 Wohnungen" a count.
        return (first, first) if re.match(r"\s(?:[a-zäöü]|$)|[.,;]", behind) else None
    opens = not before or before[-1] in ".!?;:"
    if not opens and (lead is None or re.fullmatch(_YEAR_LEADS[language], lead.group(1)) is None):
        return None
    # "In 2000 workers": a bare noun after it may be counted; a verb, a sign or the end may not.
    counted = re.match(
        r"\s(?:workers|people|tonnes|tons|kilograms|kg|litres|metres|euros|dollars|pounds|customers|passengers|"
        r"homes|households|residents|"
        r"cases|complaints|patients|jobs|units|vehicles|hours|days|cars|employees|километр\w*|человек\w*|"
        r"тонн\w*|рубл\w*|тенге|теңге|метр\w*|"
        r"Euro|Tonnen|Personen|Menschen|tonnes|personnes|personas|toneladas|megawatts?|MW|km|m|t|ha|hectares)\b",
        behind,
    )
    return None if counted else (first, first)


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

    for match in _CLOCK.finditer(text):
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
            is_time = re.search(
                r"\b(?:at|by|before|after|since|until|from|um|à|um|a las|в|к|until)$", before
            ) is not None and (re.match(r"\s*(?:$|[,.;)]|and\b|on\b|that\b|when\b)", text[end:]) is not None)
        if half == "h" and language in {"de", "fr", "es"} and sep:
            is_time = True
        if (
            not is_time
            or not clear(match.start(), end)
            or (sep == ":" and text[match.end("minute") : match.end("minute") + 1] == ":")
        ):
            continue
        if (half.startswith("p") and hour < 12) or (half.endswith(("вечера", "дня")) and hour < 12):
            hour += 12
        if half.startswith("a") and hour == 12:
            hour = 0
        span = Span(match.start(), match.start() + len(text[match.start() : end].rstrip()))
        minutes = hour * 60 + minute
        open_ = sep == "." and not half and hour <= 12
        bearing, bound = _bearing(text, span.start, span.end, language)
        found.append(Moment(span, bearing, clock=(minutes, minutes), is_half_day=open_, bound=bound))
    if language == "en":
        for match in _SPOKEN_CLOCK.finditer(text):
            if clear(*match.span()):
                part = match.group("day") or ("night" if match.group("night") else "")
                clock = _spoken(match)
                if part in {"afternoon", "evening"} or (part == "night" and clock[0] >= 360):
                    clock = (clock[0] % 720 + 720, clock[1] % 720 + 720)
                open_ = not part and match.group("noon") is None
                bearing, bound = _bearing(text, *match.span(), language)
                span = Span(*match.span())
                found.append(Moment(span, bearing, clock=clock, is_half_day=open_, bound=bound))
    return found


def _spoken(match: re.Match[str]) -> tuple[int, int]:
    if match.group("noon"):
        minutes = 0 if match.group("noon").casefold() == "midnight" else 720
        return minutes, minutes
    if match.group("whole"):
        hour = _HOURS[match.group("whole").casefold()] * 60
    else:
        shift = _MINUTES[match.group("big").casefold().removeprefix("a ")]
        way = 1 if match.group("way").casefold() in {"past", "after"} else -1
        hour = _HOURS[match.group("hour").casefold()] * 60 + way * shift
    return hour, hour


_BOUNDS = frozenset({Bearing.BY, Bearing.BEFORE, Bearing.UNTIL, Bearing.AFTER})
_NOT_YET = {
    "en": r"\b(?:not|never|cannot|nothing|nobody|no one)\b|n't\b", "ru": r"\bне\b", "kk": r"(?!)",
    "de": r"\b(?:nicht|keine?|nie)\b", "fr": r"\b(?:pas|jamais|aucune?)\b", "es": r"\b(?:no|nunca)\b",
}  # fmt: skip


_KAZAKH_NOT = re.compile(r"\w{2,}(?:ма|ме|ба|бе|па|пе)(?:й|ды|ді|ған|ген|с)\w*|\bемес\b")


def _bearing(text: str, start: int, end: int, language: str) -> tuple[Bearing, Span | None]:
    """How what is told stands to the time, and for a bound the words that say so together with the time."""
    before = text[max(0, start - 80) : start].casefold()
    before = re.sub(
        r"(?:\b(?:the|le|la|el|dem|den|der|of|early|mid|late|evening|morning|night|end|close|beginning|start|"
        r"year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|[\s,«\"'(])+$",
        "",
        before,
    )
    if language == "kk":
        after = text[end : end + 30].casefold()
        match = re.match(r"\s*(?:\w+\s)?(дейін|шейін|бері|бастап|кейін|бұрын|ерте)(\s+емес)?", after)
        if match is None:
            return Bearing.AT, None
        kind = {
            "дейін": Bearing.UNTIL,
            "шейін": Bearing.UNTIL,
            "бері": Bearing.SINCE,
            "бастап": Bearing.SINCE,
            "кейін": Bearing.AFTER,
            "бұрын": Bearing.BEFORE,
            "ерте": Bearing.BEFORE,
        }[match.group(1)]
        if match.group(2):
            kind = {Bearing.BEFORE: Bearing.AFTER, Bearing.AFTER: Bearing.BY}.get(kind, kind)
        elif kind in (Bearing.BEFORE, Bearing.UNTIL) and _KAZAKH_NOT.search(
            re.split(r"[,;.]", text[end : end + 80])[0]
        ):
            kind = Bearing.AFTER
        return kind, Span(start, end + match.end()) if kind in _BOUNDS else None
    found = [
        (-len(match.group("words")), at, bearing, match.start("words"))
        for at, (bearing, forms) in enumerate(_BEARINGS[language])
        for match in [re.search(rf"(?:^|[^\w])(?P<words>{forms})$", before)]
        if match is not None
    ]
    if not found:
        return Bearing.AT, None
    _, _, bearing, at = min(found)  # the longest: "no earlier than" is more than "earlier than"
    clause = re.split(r"[,;:.!?(]|\b(?:and|but|und|et|mais|pero|и|а|но)\b", before[:at])[-1]
    if before[at:] == "later than" and re.search(_NOT_YET[language], clause):
        bearing = Bearing.BY  # "must not be paid later than 1 July"
    elif bearing in (Bearing.BEFORE, Bearing.UNTIL) and re.search(_NOT_YET[language], clause):
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
