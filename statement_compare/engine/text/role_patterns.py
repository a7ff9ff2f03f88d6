"""The phrases by which a statement thanks, regrets, gives its press office, judges or forecasts, by language.

Every entry is a regular expression over one sentence in small letters (but for the months of languages whose months
are other words in small letters). `COURTESY`, `OPINION`, `PREDICTION` and `CONTACT` say what a sentence may be; each of
their rows is tried by itself, since most can be ruled out by a few letters (`triggers`). `asserts` names the words with
which a sentence says something more after all.
"""

from __future__ import annotations

from statement_compare.engine.language import patterns, phrases, words

_TOPIC = "sentence_roles"

COURTESY = phrases(_TOPIC, "courtesy")
OPINION = phrases(_TOPIC, "opinion")
# Plans and promises ("will remove") are claims and stand nowhere in it.
PREDICTION = phrases(_TOPIC, "prediction")
CONTACT = phrases(_TOPIC, "contact")
NOTES = patterns(_TOPIC, "notes")
TRAITS = words(_TOPIC, "traits")

_ASSERTS, _ASSERTS_AT_END = patterns(_TOPIC, "asserts"), patterns(_TOPIC, "asserts_end")
_NUMBER_WORDS, _MONTHS = patterns(_TOPIC, "number_words"), patterns(_TOPIC, "months")


MONTH_LANGUAGES = tuple(_MONTHS)


def asserts(language: str) -> str:
    """A pattern of words with which a courteous sentence says something after all ("but", "regrets that")."""
    whole = rf"\b(?:{_ASSERTS[language]})\b"
    endings = _ASSERTS_AT_END.get(language)
    return whole if endings is None else rf"{whole}|(?:{endings})\b"


def number_words(language: str) -> str:
    """A pattern of quantities that are written as words."""
    return rf"\b(?:{_NUMBER_WORDS[language]})\b"


def months(language: str) -> str:
    """A pattern of what begins the name of a month."""
    return rf"\b(?:{_MONTHS[language]})"
