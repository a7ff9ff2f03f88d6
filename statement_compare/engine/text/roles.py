"""Which sentences are claims, and which are questions, opinions, forecasts, courtesies or contact lines.

When in doubt a sentence is a claim: a claim taken for a courtesy is lost, a courtesy taken for a claim is only idle.
"""

from __future__ import annotations

import re
from functools import lru_cache

from statement_compare.engine.model import BlockKind, Role
from statement_compare.engine.text.role_patterns import (
    ASSERTS,
    CONTACT,
    COURTESY,
    MONTHS,
    NUMBER_WORDS,
    OPINION,
    PREDICTION,
)
from statement_compare.engine.text.triggers import Phrases

# Nothing longer is a contact line, a courtesy or an evaluation and nothing else; it also bounds the time.
_LONGEST = 400
_OPENING = 60
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(
    r"(?:\b(?:tel|phone|telephone|mob|mobile|fax|ext|тел|факс|доб|моб|tél|telefon|teléfono|tfno|téléphone)\b\.?:?\s*"
    r"(?:ext\.?\s*)?\(?\+?\d[\d ()/.–-]*)|\+\d[\d ()–-]{6,}\d|\b0\d{2,4}[ /-]\d{2,4}[ -]?\d{2,6}\b",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s*(?:a\.?m\.?|p\.?m\.?|uhr|h|ч)?"
_HOURS = re.compile(
    rf"\b{_CLOCK}\s*(?:[-–]|to|bis|à|до|a)\s*{_CLOCK}|\b24 (?:hours|horas|heures|stunden)|\b24/7|\b\d{{1,2}} [ap]\.m\.",
    re.IGNORECASE,
)
_ADDS_CLAUSE = re.compile(r"[:;] \S+ \S+ \S+")
_DIGIT = re.compile(r"\d")
_FORECAST = re.compile(
    r"forecast|project(?:ed|ion)|predict|outlook|прогноз|болжа|prognos|prévision|pronóstic|previsi", re.IGNORECASE
)
_CLOSERS = "\"'”’»“›)]} \u00a0\u202f"
_RULE_LINE = re.compile(r"[\W_]{2,}")
_LABEL = re.compile(
    r"\W*(?:press release|media release|news release|for immediate release|embargoed?\b.*|"
    r"media statement|press statement|statement|пресс-релиз|баспасөз хабарламасы|баспасөз релизі|"
    r"pressemitteilung|medienmitteilung|communiqué de presse|nota de prensa|comunicado de prensa)\W*",
    re.IGNORECASE,
)


# A line that is nothing but place and date says when a statement was made and claims nothing.
_DATELINE = re.compile(
    r"(?:[^\W\d_][^\d,.:;]{0,40},\s*){0,2}"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:de\s+|of\s+)?[^\W\d_]{3,12}\.?,?\s+(?:de\s+)?\d{4}(?:\s*(?:г\.?|года|ж\.?|жыл\w*))?"
    r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{4}\s+жылғы\s+\d{1,2}\s+\w+)"
    r"\s*\.?"
)


def role_of(
    text: str, language: str, block_kind: BlockKind = BlockKind.PARAGRAPH, *, is_behind_end: bool = False
) -> Role:
    """The role of one sentence.

    `is_behind_end` says that it stands behind a line such as "ENDS" or "Notes to editors", where names, addresses and
    links without a verb are contact lines. Languages without tables know questions, contact lines and headings only.
    """
    if block_kind is BlockKind.HEADING:
        return Role.HEADING
    text = text.strip()
    if _is_question(text):
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
        is_forecast = _FORECAST.search(lower) is not None and tables.prediction.are_in(lower)
        return Role.PREDICTION if is_forecast else Role.CLAIM
    if tables.is_courteous(lower) and not tables.says_more(text, lower):
        return Role.COURTESY
    if tables.prediction.are_in(lower) and (_FORECAST.search(lower) or not tables.holds_figure(text, lower)):
        return Role.PREDICTION
    if tables.opinion.are_in(lower) and not tables.says_more(text, lower):
        return Role.OPINION
    return Role.CLAIM


def frames_statement(text: str, role: Role) -> bool:
    """Whether a sentence of this role says only who speaks, where, when or in which form, and nothing of the matter.

    Contact lines, datelines and names of a form ("Press release") stand in no link: that an answer came a day later is
    no contradiction, and that both have a telephone no agreement. A headline and a courtesy say something.
    """
    text = text.strip()
    if role is not Role.HEADING or len(text) > _LONGEST:
        return role is Role.CONTACT
    return _is_label(text) or _is_dateline(text)


def ends_document(text: str, language: str) -> bool:
    """Whether what follows `text` is no longer the statement itself: "ENDS", "###", "Notes to editors:"."""
    bare = text.strip()
    if len(bare) >= 60:
        return False
    if re.fullmatch(r"\W*(?:ends?|- 30 -|-30-|конец|соңы|ende|fin)\W*|#+", bare, re.IGNORECASE):
        return True
    return bool(re.match(_NOTES.get(language, _NOTES["en"]), bare, re.IGNORECASE))


_NOTES = {
    "en": r"\W*(?:notes? (?:to|for) (?:the )?editors?|(?:media|press) contacts?|contacts?\W*$|about us\W*$)",
    "ru": r"\W*(?:примечани[ея] для|контакт\w*(?: для \w+)?\W*$|пресс-служба\W*$)",
    "kk": r"\W*(?:редакторларға|байланыс\W*$|баспасөз қызметі\W*$)",
    "de": r"\W*(?:hinweise? (?:für|an) (?:die )?redaktion|(?:presse|medien)?kontakt\W*$|über (?:uns|die \w+)\W*$)",
    "fr": r"\W*(?:notes? aux rédact|contacts?(?: presse)?\W*$|à propos)",
    "es": r"\W*(?:notas? (?:a|para) (?:los )?(?:redactores|editores)|contactos?(?: de prensa)?\W*$|acerca de)",
}


class _Tables:
    """The compiled phrases of one language; all of them are held against the sentence in small letters (`lower`)."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._courtesy = Phrases(COURTESY[language])
        self.opinion = Phrases(OPINION[language])
        self.prediction = Phrases(PREDICTION[language])
        self.contact = Phrases(CONTACT[language])
        self.contact_opening = Phrases(pattern for pattern in CONTACT[language] if pattern.startswith("^"))
        self._asserts = re.compile(ASSERTS[language])
        self._numbers = re.compile(NUMBER_WORDS[language])
        self._months = re.compile(MONTHS[language])
        self._months_are_names = language in ("en", "de")  # "may", "mai" and "march" in small letters are other words

    def is_courteous(self, lower: str) -> bool:
        """English says so at once; what comes late ("..., in which it apologises") is a report of something else."""
        at = self._courtesy.first(lower)
        return at is not None and (self._language != "en" or at <= _OPENING)

    def holds_figure(self, text: str, lower: str) -> bool:
        """Whether the sentence gives a figure or a date."""
        if _DIGIT.search(text) or self._numbers.search(lower):
            return True
        return self._months.search(text if self._months_are_names else lower) is not None

    def says_more(self, text: str, lower: str) -> bool:
        """Whether the sentence asserts something that can be checked, besides its courtesy or its feeling."""
        return self.holds_figure(text, lower) or self._asserts.search(lower) is not None


@lru_cache(maxsize=16)
def _tables(language: str) -> _Tables | None:
    return _Tables(language) if language in COURTESY else None


def _is_label(text: str) -> bool:
    return _LABEL.fullmatch(text) is not None


def _is_dateline(text: str) -> bool:
    return _DATELINE.fullmatch(text) is not None


def _is_question(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(("?", "？", "؟"))


def _is_contact(text: str, lower: str, tables: _Tables | None, is_behind_end: bool) -> bool:
    if _RULE_LINE.fullmatch(text):
        return True
    if ("@" in text and _EMAIL.search(text)) or (_DIGIT.search(text) and _PHONE.search(text)):
        rest = _HOURS.sub(" ", _PHONE.sub(" ", _EMAIL.sub(" ", _LINK.sub(" ", text))))
        return len(rest.split()) <= 25 and not re.search(r"\d{3,}|%", rest)
    if ("://" in text or "www." in lower) and _LINK.search(text):
        return len(text.split()) <= 8 or is_behind_end
    if tables is None:
        return False
    if tables.contact.are_in(lower):
        # An opening such as "Contact:" or "Notes to editors" decides by itself; elsewhere a figure keeps the claim.
        rest = _HOURS.sub(" ", text)
        return not tables.holds_figure(rest, rest.lower()) or tables.contact_opening.are_in(lower)
    if not is_behind_end or len(text.split()) > 8 or text[-1] in ".!?":
        return False
    rest = _HOURS.sub(" ", text)
    return not tables.holds_figure(rest, rest.lower())
