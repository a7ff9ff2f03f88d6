"""What the first lines of a statement say about it: title, date and speaker, where they say so plainly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from statement_compare.engine.language import own_words
from statement_compare.engine.model import Block, BlockKind

_LANGUAGES = ("en", "ru", "kk", "de", "fr", "es")
_BLOCKS_READ = 12
_CHARACTERS_READ = 3_000
_DATE_BLOCK_CHARACTERS = 90


@dataclass(frozen=True, slots=True)
class Masthead:
    title: str = ""
    date: date | None = None
    speaker: str = ""


def read(text: str, blocks: tuple[Block, ...]) -> Masthead:
    """Title: the first heading; date: a dateline; speaker: whom the title names as such. Empty where unsure."""
    top = [
        (block.kind, " ".join(block.span.of(text).split()))
        for block in blocks[:_BLOCKS_READ]
        if block.span.start < _CHARACTERS_READ and block.span.end - block.span.start < 2 * _CHARACTERS_READ
    ]
    headings = [line for kind, line in top[:8] if kind is BlockKind.HEADING and is_title(line)]
    # A letterhead ("MINISTRY OF ENERGY") may stand above the title, which says more than three words.
    letterhead = _letterhead([line for _, line in top], headings)
    below = headings[1:] if letterhead else headings
    title = next((line for line in below if len(line.split()) > 3), below[0] if below else "")
    dated = form_and_date(title)
    days = (dated[1] if dated is not None and line == title else dateline(line) for _, line in top)
    day = next((day for day in days if day is not None), None)
    said = title if dated is None else dated[0]
    return Masthead(said, day, speaker_of(said) or letterhead)


def _letterhead(top: list[str], headings: list[str]) -> str:
    """The organisation that the first line names, right above the name of a form and with a title below both.

    "Администрация города Тарбека", "Пресс-релиз", "Отопление восстановлено". A headline such as "Прокуратура проверила
    склад" begins with an organisation, too; no name of a form stands under it.
    """
    if len(headings) < 2 or len(top) < 3 or top[0] != headings[0] or _NO_TITLE.fullmatch(top[1]) is None:
        return ""
    named = top[0].strip(" .,")
    return named if _is_organisation(named) and not _is_name(named) and not _NO_SPEAKER.search(named) else ""


# Lines that stand above a title and are none.
_NO_TITLE = re.compile(
    r"(?i)\W*(?:(?:for )?immediate release|press[ -]?release|news release|media release|press statement|statement"
    r"|media statement|embargo\w*\b.*|draft|confidential"
    r"|пресс[ -]?релиз(?: № ?\S+)?|(?:официальное )?заявление|пресс-служба"
    r"|сообщение пресс-службы|ответы на вопросы сми"
    r"|баспасөз[ -]?(?:релизі|релиз|хабарламасы|қызметі)|(?:ресми )?(?:мәлімдеме|жауап)"
    r"|pressemitteilung|communiqu[ée](?: de presse)?|comunicado(?: de prensa)?|(?:to|from|cc|date|subject)\s*:.*"
    r"|(?:tel|phone|fax|e-?mail|тел)\b.*|page \d+.*|№? ?\d[\d/.-]*|https?:\S+|\S+@\S+)\W*"
)


_FORM = (
    r"(?:(?:joint|press|media|official|public|full|updated) )?(?:statement|response|reply|declaration)"
    r"|(?:press|news|media) release|заявление|ответ|пресс-релиз|мәлімдеме|жауап|баспасөз[ -]релизі"
)
_LAST_PIECE = re.compile(r"(?P<title>.*\w.*?)(?P<mark>[.,|–—-])\s+(?P<date>[^.,|–—]{6,40}?)\.?\s*$", re.DOTALL)


# Of "3 мая 2025 г." the stop is that of the year.
_STOP_OF_A_YEAR = re.compile(r"\b[гж]\.\s*$")
_NAMES_A_FORM = re.compile(rf"(?:{_FORM})\b", re.IGNORECASE)


def form_and_date(line: str) -> tuple[str, date] | None:
    """What a heading says before its date, and the date, where it names a form of statement and ends in a date.

    "Nordsund Lines. Statement on the strike. 3 October 2025." is such a heading, whatever its stops. "Explosion at the
    mill, 3 May 2020" is none: that day is what the text is about.
    """
    if len(line) > 200 or _YEAR.search(line) is None or _NAMES_A_FORM.search(line) is None:
        return None
    found = _LAST_PIECE.match(line)
    day = None if found is None else dateline(found["date"])
    return None if found is None or day is None else (found["title"].rstrip(), day)


def is_form_in_stops(line: str) -> bool:
    """Whether a line that ends in a stop is such a heading, and no sentence.

    "The ministry received our reply on Monday, 3 May 2020." is a sentence: a comma before the date does not tell,
    but in "Заявление о закупке, 3 мая 2025 г.", which opens with the form.
    """
    if form_and_date(line) is None:
        return False
    found = _LAST_PIECE.match(line)
    opens = _NAMES_A_FORM.match(line) is not None and _STOP_OF_A_YEAR.search(line) is not None
    return found is not None and (found["mark"] != "," or opens)


def is_title(line: str) -> bool:
    """Whether a heading can be a statement's title: words, and not a date or the name of the form."""
    return (
        _NO_TITLE.fullmatch(line) is None
        and dateline(line) is None
        and sum(char.isalpha() for char in line) >= 5
        and len(line) <= 200
    )


def opens_with(text: str, title: str) -> bool:
    """Whether the beginning of a text holds a title, whatever its spaces and capitals."""
    return title.casefold() in " ".join(text[:3_000].split()).casefold()


_MATTER = r"(?:on|about|regarding|concerning|to|in response|following|after|in|о|об|по|в|на)\b"
_BY = re.compile(rf"(?:{_FORM}) (?:by|from|of) (?P<speaker>.{{2,80}}?)(?=\s+{_MATTER}|\s*[:–—-]\s|$)", re.IGNORECASE)
# Before the form stands a speaker only where the matter stands behind it: "Outage: a statement" names the matter.
_BEFORE_FORM = re.compile(
    rf"(?P<speaker>[^:]{{2,80}}?)(?:\s*:\s|\s[–—-]\s|\.\s|(?:['’]s?)?\s)\s*(?:{_FORM})\s+{_MATTER}", re.IGNORECASE
)
# "Statement of Facts", "Statement of 1 November"; "Joint statement on", "Council Issues Statement on".
_NO_SPEAKER = re.compile(
    r"(?i)\d|^(?:the )?(?:facts?|claims?|intent|accounts?|purpose|work|policy|principles|changes)\b"
    r"|^(?:an? |the )?(?:joint|press|media|official|public|full|updated|our|my|new|first|second|final|initial|short)$"
    r"|\b(?:issues?|issued|releases?|released|publishe[sd]|makes|made|gives|gave|reads?)(?: an?| the| its)?$"
)
_SMALL_IN_NAMES = frozenset("of the for and de la le du des del der die und et y al".split())


def speaker_of(title: str) -> str:
    """Who speaks, where the title reads "Statement by NAME", "NAME: Statement on ..." or "NAME statement on ..."."""
    match = _BY.match(title)
    if match is not None:
        speaker = match["speaker"].strip(" .,")
        is_name = speaker[:1].isupper() or speaker.lower().startswith("the ")
    else:
        match = _BEFORE_FORM.match(title)
        speaker = "" if match is None else match["speaker"].strip(" .,–—-")
        is_name = _is_name(speaker) or _is_organisation(speaker)
        if not is_name:
            match = _BEFORE_COLON.match(title) or _PRESS_OFFICE.fullmatch(title) or _REPLIES.match(title)
            if match is None:
                speaker = _in_genitive(title)
                return "" if _NO_SPEAKER.search(speaker) else speaker
            speaker = match["speaker"].strip(" .,–—-")
            is_name = (
                match.re is _PRESS_OFFICE or _is_organisation(speaker) or (match.re is _REPLIES and _is_name(speaker))
            )
    return speaker if is_name and not _NO_SPEAKER.search(speaker) else ""


# "Заявление Министерства транспорта о пожаре", "Ответ компании «Волгатранс» на обвинения": behind the noun stand
# genitives and names in quotation marks, and then what the statement is about, or nothing.
_GENITIVE = r"(?:[\w-]{3,}(?:[аяыиь]|[оеё]в|[еи]й|[ыи]х|[ое]го|[ое]й)|дел)"
_OF_WHOM = re.compile(
    r"(?:(?:официальн|совместн)\w+ )?(?:заявление|ответ|комментарий|сообщение|пресс-релиз) "
    rf"(?P<speaker>[\w-]{{3,}}(?:\s+(?:«[^«»]{{2,60}}»|{_GENITIVE})){{0,5}})"
    r"(?=\s+(?:о|об|обо|по|в|на|относительно|касательно|к|для|от|после|против|из-за|за|из)\s|\s*[:–—-]\s|\s*$)",
    re.IGNORECASE,
)
# Verbs of a headline with such an ending: "Заявление министерства опровергли".
_VERB = re.compile(r"(?i)\s\w+(?:ли|ла|ть|ти|ся|сь)(?=\s|$)")


def _in_genitive(title: str) -> str:
    found = _OF_WHOM.match(title)
    if found is None or title.isupper() or _VERB.search(found["speaker"]):
        return ""
    return _nominative(found["speaker"])


def _nominative(words: str) -> str:
    """The name of an authority or company of which "Заявление" speaks in the genitive; "" where it is none."""
    first, _, rest = words.partition(" ")
    named = next((noun for noun in _nouns("ru") if first.lower() in _genitives(noun)), "")
    if not named or (first.islower() and not rest):
        return ""
    return " ".join(filter(None, (named.capitalize() if first[0].isupper() else named, rest)))


def _genitives(noun: str) -> tuple[str, ...]:
    """How the nouns of the tables end in the genitive: министерство, компания, мэрия, прокуратура, банк."""
    stem, last = noun[:-1], noun[-1]
    if last in "оё":
        return (stem + "а",)
    if last == "е":
        return (stem + "я",)
    if last == "я":
        return (stem + "и",)
    if last == "а":
        return (stem + "ы", stem + "и")
    return (stem + "я",) if last in "ьй" else (noun + "а",)


# "Ministry of Transport: what was found", "Union of Ferry Workers – press release, 2 October".
_BEFORE_COLON = re.compile(rf"(?P<speaker>[^:]{{2,80}}?)(?:\s*:\s+(?=\S)|\s*[–—|-]\s+(?=(?:{_FORM})\b))", re.IGNORECASE)
# "Halvorsen Shipping replies to the union", "Завод «Волгатранс» ответил на заявление".
_REPLIES = re.compile(
    r"(?P<speaker>.{2,80}?)\s+(?:(?:replies|replied|responds|responded) to|(?:отвечает|ответил[ао]?) на)\b",
    re.IGNORECASE,
)
_PRESS_OFFICE = re.compile(
    r"(?P<speaker>пресс-(?:служба|центр) .{2,80}|.{2,80} баспасөз қызметі"
    r"|(?!(?:the|our|a) press).{2,80} press (?:office|service))",
    re.IGNORECASE,
)


def _is_organisation(words: str) -> bool:
    """Whether words name an authority or a company by what it is.

    In English in capitals ("Harbour Council"), in Russian in front ("Министерство транспорта"), in Kazakh at the end
    ("Көлік министрлігі").
    """
    said = words.split()
    if len(said) < 2 or len(said) > 10:
        return False
    is_day = said[-1].lower() in ("holiday", "holidays")  # "New Bank Holiday"
    if _is_name(words) and not is_day and any(word.lower().strip("«»,.") in _nouns("en") for word in said):
        return True
    return said[0][0].isupper() and (said[0].lower() in _nouns("ru") or said[-1].lower().strip("«»,.") in _nouns("kk"))


@lru_cache(maxsize=4)
def _nouns(language: str) -> frozenset[str]:
    return own_words("organisations", "authority_nouns", language) | own_words(
        "organisations", "company_nouns", language
    )


def _is_name(words: str) -> bool:
    """Whether all words are written large but the small ones within a name: "Ministry of Energy", not "Data breach"."""
    named = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", words) if word.lower() not in _SMALL_IN_NAMES]
    return bool(named) and all(word[0].isupper() for word in named)


# ---- dates

_YEAR = re.compile(r"(?:19|20)\d\d")


def dateline(line: str) -> date | None:
    """The date of a line that is nothing but a date, or that starts with place and date as datelines do.

    "Nur-Sultan, 1 November 2021", "Date: 2021-11-01", "АСТАНА. 1 ноября 2021 г. —"; None for a date within a
    sentence, since that is what the sentence is about.
    """
    if _YEAR.search(line) is None:
        return None
    for pattern in _patterns():
        match = pattern.search(line[: 2 * _DATE_BLOCK_CHARACTERS])
        if match is not None and _is_before_date(line[: match.start()]) and _is_after_date(line[match.end() :]):
            found = _date(match)
            if found is not None:
                return found
    return None


def parse(written: str) -> date | None:
    """A date that is the whole of a short text, ISO with or without a time included."""
    match = re.match(r"\s*(?P<year>\d{4})-?(?P<number>\d{2})-?(?P<day>\d{2})(?!\d)", written)
    if match is not None:
        return _date(match)
    return dateline(written.strip()) if len(written) <= _DATE_BLOCK_CHARACTERS else None


_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі|montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
)
_LABEL = (
    r"(?:date|dated|published|released?|issued|updated|posted|press release|news release|for immediate release"
    r"|statement|дата|опубликовано|от|күні|datum|veröffentlicht am|den|publié le|le|fecha|publicado)"
)
# A place: up to four capitalised words ("St. Petersburg", "г. Алматы", "New York City", "Тарбек ауылы").
_PLACE = (
    r"(?:(?:г|с|п|пос|ст)\. ?)?[^\W\d_a-zа-я][\w'’.-]*(?:[ /][^\W\d_a-zа-я][\w'’.-]*){0,3}"
    r"(?: (?:ауылы|ауданы|облысы|а\.))?(?: ?\([^)]{2,20}\))?"
)
_BEFORE = re.compile(
    rf"[\s(\[—–*-]*(?:(?i:{_LABEL})\s*[:,.–—-]?\s*)?(?:{_PLACE}\s*[,.:–—/|(-]?\s*)??"
    # An official letter's number stands in front of its day: "№ 15-02/77, 11.02.2025".
    r"(?:№\s?\S{1,24}\s+)?"
    rf"(?:(?i:{_WEEKDAY})\s*,?\s*)?(?:(?i:on|den|le|el|от)\s+)?[«\"]?"
)
_AFTER = re.compile(
    r"(?i:\s*(?:г\.?|года?|ж\.?|жыл\w*|year)(?!\w))?\s*[)\]]?\s*"
    r"(?:[,.;|]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?)?\s*"
    rf"(?:[,.]\s*{_PLACE}\s*)?(?:\([^)]{{2,40}}\)\s*)?(?:[.*]?\s*$|\s*[-–—:]+\s.*|\s*/[^/]{{2,30}}/.*|\.\s+\S.*|\s*\|.*)",
    re.DOTALL,
)


_FIRST_WORD = re.compile(r"[^\W\d_]+")


def _is_before_date(before: str) -> bool:
    return _BEFORE.fullmatch(before) is not None


def _is_after_date(after: str) -> bool:
    return _AFTER.match(after) is not None


def opens_with_month(text: str) -> bool:
    """Whether the first word is the name of a month: "Mai 2024" of "3. Mai 2024"."""
    word = _FIRST_WORD.match(text)
    return word is not None and word[0].lower() in _months()


# The months that are German alone, before what goes on in small letters.
_GERMAN_MONTH = re.compile(r"(?i:januar|jänner|februar|märz|mai|juni|juli|oktober|dezember)\s+[a-zäöü]")


def opens_with_german_month(text: str) -> bool:
    """Whether a text may stand behind "3." in a German sentence: "Mai um 9 Uhr"; "May Day" may not."""
    return _GERMAN_MONTH.match(text) is not None


# What a page says of the day of an article, beside that.
_PUBLISHED = re.compile(
    r"(?i)\W*(?:published|updated|posted|last (?:updated|modified)|опубликован|обновлен|жариялан|veröffentlicht"
    r"|aktualisiert|publié|mis à jour|publicado|actualizado)|.*\b(?:by|von|par|por) (?-i:[^\W\d_a-zа-яё])"
)


def tells_of_publishing(line: str) -> bool:
    """Whether a line says when an article was put on a page, or who wrote it: "Updated on 3 May by Ada"."""
    return _PUBLISHED.match(line) is not None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    day = r"(?P<day>\d{1,2})"
    named = rf"(?P<month>{month})\.?"
    year = r"(?P<year>(?:19|20)\d\d)"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?<![\d.]){day}(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?{named},?\s+(?:de\s+|del\s+)?{year}(?!\d)",
            rf"(?<!\w){named}\s+{day}(?:st|nd|rd|th)?,?\s+{year}(?!\d)",
            rf"(?<!\d){year}\s+(?:жыл\w*|ж\.)\s+{day}\s+(?P<month>{month})\w*",
            rf"(?<!\d){year}-(?P<number>\d\d)-{day}(?!\d)",
            rf"(?<![\d.]){day}\.(?P<number>\d\d)\.{year}(?!\d)",
        )
    )


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Month names in lower case, in full and short, alone and in a date."""
    # Loaded here alone, so that a text without anything like a date does not wait for it.
    from babel.dates import get_month_names

    names: dict[str, int] = {"sept": 9}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names.setdefault(name.lower().rstrip("."), number)
    return names


def _date(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _months()[parts["month"].lower().rstrip(".")]
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None
