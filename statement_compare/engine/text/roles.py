"""Which sentences are claims, and which are questions, opinions, forecasts, courtesies or contact lines.

When in doubt a sentence is a claim: a claim taken for a courtesy is lost, a courtesy taken for a claim is only idle.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from statement_compare.engine.language import CODES, GAP
from statement_compare.engine.model import BlockKind, Role
from statement_compare.engine.text.markers import is_part_name
from statement_compare.engine.text.role_patterns import (
    CONTACT,
    COURTESY,
    MONTH_LANGUAGES,
    NOTES,
    OPINION,
    PREDICTION,
    TRAITS,
    asserts,
    months,
    number_words,
)
from statement_compare.engine.text.triggers import Phrases
from statement_compare.engine.text.wordlists import alternatives

# Nothing longer is a contact line, a courtesy or an evaluation and nothing else; it also bounds the time.
_LONGEST = 400
_OPENING = 60
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_FIGURE_BESIDE_ADDRESS = re.compile(r"\d{3,}|%")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# Words beside an address: in a contact line of any kind, in a line without a verb, beside a link at the end (where the
# language has phrases and where not), and those that are no clause ("Visit www.acme.example.").
_MOST_BESIDE_ADDRESS, _MOST_IN_LINE, _FEW_BESIDE_ADDRESS = 25, 12, 2
_MOST_BESIDE_LINK, _MOST_WITHOUT_PHRASES = 3, 7
_ADDS_CLAUSE = re.compile(r"[:;] \S+ \S+ \S+")
_DIGIT = re.compile(r"\d")
_PLACE_BEFORE_DAY = re.compile(r"\D*[^\W\d_][,.]")
_CLOSERS = "\"'”’»“›)]} \u00a0\u202f"
_RULE_LINE = re.compile(r"[\W_]{2,}")
# The patterns have spaces in them; a sentence may be broken over lines.
_GAP = re.compile(GAP)


def role_of(
    text: str, language: str, block_kind: BlockKind = BlockKind.PARAGRAPH, *, is_behind_end: bool = False
) -> Role:
    """The role of one sentence.

    `is_behind_end` says that it stands behind a line such as "ENDS" or "Notes to editors", where names, addresses and
    links without a verb are contact lines. Languages without tables know questions, contact lines and headings only.
    """
    if block_kind is BlockKind.HEADING:
        return Role.HEADING
    text = _GAP.sub(" ", text.strip())
    if is_question(text):
        return Role.QUESTION
    if len(text) > _LONGEST:
        return Role.CLAIM
    lower = text.lower()
    has_digit = _DIGIT.search(text) is not None
    if _is_label(text) or (has_digit and _is_dateline(text)):
        return Role.HEADING
    tables = _tables(language)
    if _is_contact(text, lower, tables, is_behind_end):
        return Role.CONTACT
    if tables is None or _ADDS_CLAUSE.search(text):  # what stands behind a colon is said, not only felt
        return Role.CLAIM
    if has_digit:  # a figure about the matter: only what calls itself a forecast is none the less no claim
        is_forecast = _is_forecast(lower) and tables.prediction.are_in(lower)
        return Role.PREDICTION if is_forecast else Role.CLAIM
    if tables.is_courteous(lower) and not tables.says_more(text, lower):
        return Role.COURTESY
    if tables.prediction.are_in(lower) and (
        _everywhere().forecast.search(lower) or not tables.holds_figure(text, lower)
    ):
        return Role.PREDICTION
    if tables.opinion.are_in(lower) and not tables.says_more(text, lower):
        return Role.OPINION
    return Role.CLAIM


def frames_statement(text: str, role: Role) -> bool:
    """Whether a sentence of this role says only who speaks, where, when or in which form, and nothing of the matter.

    Contact lines, datelines and names of a form ("Press release") stand in no link: that an answer came a day later is
    no contradiction, and that both have a telephone no agreement. A headline and a courtesy say something.
    """
    text = _GAP.sub(" ", text.strip())
    if role is not Role.HEADING or len(text) > _LONGEST:
        return role is Role.CONTACT
    return _is_label(text) or _is_dateline(text)


def is_dateline(text: str) -> bool:
    """Whether a text is nothing but a place and a day, a number of a letter included: "Tarbek. 19 March."."""
    return _everywhere().dateline.fullmatch(text.strip()) is not None


def is_question(text: str) -> bool:
    """Whether a sentence ends as a question does, whatever closes it."""
    return text.rstrip(_CLOSERS).endswith(("?", "？", "؟"))


def is_bare_date(text: str) -> bool:
    """Whether a text is nothing but a day, without a place or a number: "5 May 2024.", "May 5, 2024"."""
    return "№" not in text and _PLACE_BEFORE_DAY.match(text) is None and is_dateline(text)


def ends_document(text: str, language: str) -> bool:
    """Whether what follows `text` is no longer the statement itself: "ENDS", "###", "Notes to editors:"."""
    bare = text.strip()
    if len(bare) >= 60:
        return False
    return _everywhere().end.fullmatch(bare) is not None or _notes(language).match(bare) is not None


@lru_cache(maxsize=16)
def _notes(language: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{NOTES.get(language, NOTES[CODES[0]])})", re.IGNORECASE)


class _Tables:
    """The compiled phrases of one language; all of them are held against the sentence in small letters (`lower`)."""

    def __init__(self, language: str) -> None:
        self._courtesy = Phrases(COURTESY[language])
        self.opinion = Phrases(OPINION[language])
        self.prediction = Phrases(PREDICTION[language])
        self.contact = Phrases(CONTACT[language])
        self.contact_opening = Phrases(pattern for pattern in CONTACT[language] if pattern.startswith("^"))
        self._asserts = re.compile(asserts(language))
        self._numbers = re.compile(number_words(language))
        self._months = re.compile(months(language))
        traits = TRAITS.get(language, frozenset())
        self._months_are_words = "months_are_words" in traits  # "may", "mai" and "march" in small letters
        self._courtesy_opens = "courtesy_opens" in traits

    def is_courteous(self, lower: str) -> bool:
        """Where a language says so at once, what comes late ("..., in which it apologises") reports something else."""
        at = self._courtesy.first(lower)
        return at is not None and (not self._courtesy_opens or at <= _OPENING)

    def holds_figure(self, text: str, lower: str) -> bool:
        """Whether the sentence gives a figure or a date."""
        if _DIGIT.search(text) or self._numbers.search(lower):
            return True
        return self._months.search(text if self._months_are_words else lower) is not None

    def says_more(self, text: str, lower: str) -> bool:
        """Whether the sentence asserts something that can be checked, besides its courtesy or its feeling."""
        return self.holds_figure(text, lower) or self._asserts.search(lower) is not None


@dataclass(frozen=True, slots=True)
class _Everywhere:
    """Patterns of the words of all languages: a Russian statement has English labels and telephone lines, too."""

    phone: re.Pattern[str]
    hours: re.Pattern[str]
    forecast: re.Pattern[str]
    label: re.Pattern[str]
    # A line that is nothing but place and date says when a statement was made and claims nothing.
    dateline: re.Pattern[str]
    # So does the name of a form with its date: "Statement of 9 September 2025".
    dated: re.Pattern[str]
    end: re.Pattern[str]


@cache
def _everywhere() -> _Everywhere:
    def some(table: str) -> str:
        return f"(?:{alternatives('sentence_roles', table)})"

    phone = (
        rf"(?:\b{some('phone_words')}\b\.?:?\s*(?:{some('phone_extensions')}\s*)?\(?\+?\d[\d ()/.–-]*)"
        r"|\+\d[\d ()–-]{6,}\d|\b0\d{2,4}[ /-]\d{2,4}[ -]?\d{2,6}\b"
    )
    clock = rf"\d{{1,2}}(?:[:.]\d\d)?\s*{some('clock')}?"
    hours = (
        rf"\b{clock}\s*(?:[-–]|{some('till')})\s*{clock}|\b24 {some('day_hours')}|\b24/7"
        rf"|\b\d{{1,2}} {some('half_days')}"
    )
    day = rf"\d{{1,2}}{some('ordinals')}?\.?\s+(?:{some('before_month')}\s+)?"
    # "No. 15-02/77, 11 February 2025": official letters give their number in front of the day or behind it.
    number = r"(?:№\s?[\w/.-]{1,24}(?<![.,]))"
    place = r"[^\W\d_][^\d,:;№]{0,40}[,.]\s*"
    # A place by its name alone: "Tarbek", "St. Oln", "New Tarbek", and no "Work has stopped".
    large = r"[^\W\d_a-zа-яёәғқңөұүһі][\w’'-]*"
    named_place = rf"(?:[^\W\d_]{{1,4}}\.\s?)?{large}(?:[ -]{large}){{0,3}}[,.]\s*"
    clock_time = r"(?:,?\s+\d{1,2}:\d\d)?"
    dateline = (
        rf"(?:(?:{place}){{0,2}}(?:{number}(?:,\s*|\s+(?:{some('before_dates')}\s+)?))?"
        rf"(?:{day}[^\W\d_]{{3,12}}\.?,?\s+(?:{some('before_year')}\s+)?\d{{4}}(?:\s*{some('behind_year')})?"
        r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4}|\d{4}-\d{2}-\d{2}"
        rf"|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}(?:\s*{some('behind_year')})?"
        rf"|\d{{4}}\s+{some('year_first')}\s+\d{{1,2}}\s+\w+)(?:,?\s+{number})?{clock_time}"
        # Without its year a day is a dateline behind a place alone: "Tarbek, 21 January."
        rf"|(?:{named_place}){{1,2}}{day}(?i:{_month_names()}))\s*\.?"
    )
    return _Everywhere(
        phone=re.compile(phone, re.IGNORECASE),
        hours=re.compile(hours, re.IGNORECASE),
        forecast=re.compile(some("forecasts"), re.IGNORECASE),
        label=re.compile(rf"\W*{some('labels')}(?:\s*{number})?\W*", re.IGNORECASE),
        dateline=re.compile(dateline),
        dated=re.compile(
            rf"\W*(?:{some('labels')}\W+(?:{some('before_dates')}\s+)?(?:{dateline})|(?:{dateline})\w*\W+{some('labels')})\W*",
            re.IGNORECASE,
        ),
        end=re.compile(rf"\W*(?:{some('end_lines')}|- 30 -|-30-)\W*|#+", re.IGNORECASE),
    )


def _month_names() -> str:
    """A pattern of the names of months of all languages, in any case and form."""
    return "|".join(rf"(?:{months(code)})\w{{0,5}}" for code in MONTH_LANGUAGES)


@lru_cache(maxsize=16)
def _tables(language: str) -> _Tables | None:
    return _Tables(language) if language in COURTESY else None


def _is_forecast(lower: str) -> bool:
    return _everywhere().forecast.search(lower) is not None


def _is_label(text: str) -> bool:
    return _everywhere().label.fullmatch(text) is not None or is_part_name(text)


def _is_dateline(text: str) -> bool:
    return is_dateline(text) or _everywhere().dated.fullmatch(text) is not None


def _is_contact(text: str, lower: str, tables: _Tables | None, is_behind_end: bool) -> bool:
    if _RULE_LINE.fullmatch(text):
        return True
    addresses = _addresses(text, lower)
    if addresses:
        return _is_about_addresses(text, lower, addresses, tables, is_behind_end)
    if tables is None:
        return False
    if tables.contact.are_in(lower):
        # An opening such as "Contact:" or "Notes to editors" decides by itself; elsewhere a figure keeps the claim.
        rest = _everywhere().hours.sub(" ", text)
        return not tables.holds_figure(rest, rest.lower()) or tables.contact_opening.are_in(lower)
    if not is_behind_end or len(text.split()) > 8 or text[-1] in ".!?":
        return False
    rest = _everywhere().hours.sub(" ", text)
    return not tables.holds_figure(rest, rest.lower())


def _addresses(text: str, lower: str) -> list[re.Match[str]]:
    """The mail addresses, links and telephones of a sentence, in reading order."""
    found: list[re.Match[str]] = []
    if "@" in text:
        found += _EMAIL.finditer(text)
    if "://" in text or "www." in lower:
        found += _LINK.finditer(text)
    if _DIGIT.search(text):
        found += _everywhere().phone.finditer(text)
    return sorted(found, key=lambda match: match.span())


def _is_about_addresses(
    text: str, lower: str, addresses: Sequence[re.Match[str]], tables: _Tables | None, is_behind_end: bool
) -> bool:
    """Whether a sentence with an address only gives it: "Jane Doe, press@acme.example".

    "We wrote to press@acme.example and got no answer" claims something. What has a verb is told by the phrases of its
    language ("for details visit ..."); without them only by its form: an address behind a label, a telephone behind its
    word or the end of a line, and hardly a word behind it.
    """
    rest = _everywhere().phone.sub(" ", _EMAIL.sub(" ", _LINK.sub(" ", text)))
    rest = _everywhere().hours.sub(" ", rest)
    left = _WORD.findall(rest)
    if len(rest.split()) > _MOST_BESIDE_ADDRESS or _FIGURE_BESIDE_ADDRESS.search(rest):
        return False
    if is_behind_end or len(left) <= _FEW_BESIDE_ADDRESS or (tables is not None and tables.contact.are_in(lower)):
        return True
    first, last = addresses[0], addresses[-1]
    if len(left) > _MOST_IN_LINE or len(_WORD.findall(text, last.end())) > _FEW_BESIDE_ADDRESS:
        return False
    lead = text[: first.start()].rstrip(" (<")
    are_large = all(word[0].isupper() for word in left if len(word) > 3)
    most = _MOST_BESIDE_LINK if tables is not None else _MOST_WITHOUT_PHRASES
    # "Website: www..." and "Full Text Of Ruling 12: www...", but a claim may have a colon before its source.
    if lead.endswith(":") and (are_large or len(left) <= most or not _LINK.fullmatch(first[0])):
        return True
    if first[0][0].isalpha() and _everywhere().phone.fullmatch(first[0]):
        return True
    if are_large and lead.endswith((",", ";", "|", "–", "—", "-")):
        return True
    if _LINK.fullmatch(last[0]):  # a message ends with a link as well; without phrases more are invitations to visit it
        return len(left) <= most
    return not text.rstrip(_CLOSERS).endswith((".", "!", "…"))
