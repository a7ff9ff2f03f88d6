"""What a sentence can be recognised by when somebody else tells it: its words, and its anchors.

An anchor is a figure, a date or a name in a form that survives another notation, unit or alphabet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from babel import Locale, UnknownLocaleError

from statement_compare.engine.annotate.numerals import spelled_values
from statement_compare.engine.language import keyed, patterns, words
from statement_compare.engine.model import Role, Sentence
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.text.markers import without_markers
from statement_compare.engine.text.tokens import Token, TokenKind, tokens
from statement_compare.engine.text.wordlists import entries

_TOPIC = "recognition"
_MOST_WORDS = 256
_SMALL_TALK = 3
_SENTENCES_A_REPORT = 256
_ROOT = 5
_SENTENCE_SIGNS = frozenset(".!?:")
_QUOTES = frozenset("«“„\"‘'")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_VOWELS = re.compile(r"[aeiouyj'’ʼ\-‑]+")
# Of all languages: a name keeps the letters of its own language in texts of others.
_LETTERS, _SILENT = keyed(_TOPIC, "letters"), words(_TOPIC, "silent")
_TRANSLITERATED = str.maketrans(
    {letter: latin for letters in _LETTERS.values() for letter, latin in letters.items()}
    | dict.fromkeys(frozenset[str]().union(*_SILENT.values()), "")
)
_ENDINGS, _MONTHS = patterns(_TOPIC, "endings"), keyed(_TOPIC, "months")
_NOT_FIRST = words(_TOPIC, "not_first")


@dataclass(frozen=True, slots=True)
class Profile:
    """`roots` are beginnings of stems, `anchors` keys such as "number 184"; each with its weight in thousandths.

    A key has one weight in both statements. Weights are whole numbers, so that no sum of them depends on its order.
    """

    text: str
    role: Role
    roots: Mapping[str, int]
    anchors: Mapping[str, int]


def profiles(
    left: Sequence[Sentence],
    left_language: str,
    right: Sequence[Sentence],
    right_language: str,
    progress: Progress = SILENT,
) -> tuple[list[Profile], list[Profile]]:
    """Profiles of both sides; a key weighs the more, the fewer sentences of either statement have it."""
    sides = ((left, left_language), (right, right_language))
    raws = [
        [_raw(sentence.text, language) for sentence in progress.over("align", side, _SENTENCES_A_REPORT)]
        for side, language in sides
    ]
    total = len(left) + len(right)
    roots = Counter(root for side in raws for found, _ in side for root in found)
    anchors = Counter(anchor for side in raws for _, found in side for anchor in found)
    weights = {root: round(1000 * _rarity(count, total) * _heft(root)) for root, count in roots.items()}
    trusts = {anchor: round(1000 * _rarity(count, total) * _trust(anchor)) for anchor, count in anchors.items()}
    made = [
        [
            Profile(s.text, s.role, {key: weights[key] for key in found}, {key: trusts[key] for key in keys})
            for s, (found, keys) in zip(side, side_raws, strict=True)
        ]
        for (side, _), side_raws in zip(sides, raws, strict=True)
    ]
    return made[0], made[1]


def _rarity(count: int, total: int) -> float:
    """1 for what stands in two sentences, falling with the share of the sentences that have it."""
    return max(0.0, log((total + 1) / max(count, 2)) / log((total + 1) / 2)) if total > 1 else 1.0


def _heft(word: str) -> float:
    """Short words are mostly the grammar's: in a short text their rarity is chance."""
    return min(1.0, max(0.0, (len(word) - 1) / 4))


def _trust(anchor: str) -> float:
    kind, _, value = anchor.partition(" ")
    if kind == "number":
        return 0.35 if len(value) == 1 else 1.0
    return {"month": 0.5, "weekday": 0.6, "year": 0.6, "day": 1.0}.get(kind, 0.8)


def _raw(text: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The distinct roots and anchors of a text, in its order."""
    text = without_markers(text, language)
    found = tokens(text, language)[:_MOST_WORDS]
    roots = (t.stem[:_ROOT] for t in found if t.kind is TokenKind.WORD)
    return tuple(dict.fromkeys(roots)), tuple(dict.fromkeys(_anchors(text, found, language)))


def _anchors(text: str, found: Sequence[Token], language: str) -> Iterator[str]:
    months = _calendar(language, "months")
    weekdays = _calendar(language, "days")
    months_at: dict[int, int] = {}
    for index, token in enumerate(found):
        if token.kind is not TokenKind.WORD:
            continue
        month = _named(token, months, language)
        if month and (index or token.lower not in _NOT_FIRST.get(language, ())):
            months_at[index] = month
            yield f"month {month}"
        day = _named(token, weekdays, language)
        if day:
            yield f"weekday {day}"
        if not month and not day and _is_name(token, index, found):
            consonants = skeleton(token.lower)
            if len(consonants) > 1:
                yield f"name {consonants}"
    for index, token in enumerate(found):
        if token.kind is TokenKind.NUMBER:
            yield from _figures(token, index, months_at)
    for value in spelled_values(text, language)[:_MOST_WORDS]:
        # "One of them", "the two": words for the smallest numbers are in too many sentences to tell them apart.
        if value > _SMALL_TALK:
            yield from _figure(f"{value:f}".rstrip("0").rstrip("."))


def _figures(token: Token, index: int, months_at: Mapping[int, int]) -> Iterator[str]:
    digits = token.text
    month = next((months_at[at] for at in (index + 1, index - 1, index + 2, index - 2) if at in months_at), 0)
    if month and digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31:
        yield f"day {month}-{int(digits)}"
        return
    yield from _figure(digits)


def _figure(digits: str) -> Iterator[str]:
    if _YEAR.match(digits):
        yield f"year {digits}"
        return
    # The digits that are left when separators and noughts are gone: 1.2 million and 1,200,000, 2.1 mg and 2,100 µg.
    significant = re.sub(r"\D", "", digits).strip("0")
    if significant:
        yield f"number {significant}"


def _is_name(token: Token, index: int, found: Sequence[Token]) -> bool:
    if not token.text[0].isupper():
        return False
    if len(token.text) > 1 and token.text.isupper():
        return True
    before = found[index - 1].text if index else "."
    return before not in _SENTENCE_SIGNS and not (index == 1 and before in _QUOTES)


def skeleton(word: str, vowel: str = "") -> str:
    """The consonants of a name in Latin letters: "Северный" and "Severny" are both "svrn".

    With a letter for the vowels, "Вирео" and "Vireo" are both "vara".
    """
    letters = _VOWELS.sub(vowel, word.translate(_TRANSLITERATED))
    return re.sub(r"(.)\1+", r"\1", letters)


@cache
def _has(trait: str, language: str) -> bool:
    return trait in entries(_TOPIC, "traits", language)


def _named(token: Token, names: Sequence[tuple[str, int]], language: str) -> int:
    if _has("large_months", language) and not token.text[0].isupper():
        return 0
    word = token.lower.partition("'")[0]
    if _has("fixed_forms", language):
        return next((value for name, value in names if name in (word, word.removesuffix("s"))), 0)
    return next((value for name, value in names if word.startswith(name)), 0)


@cache
def _calendar(language: str, part: str) -> tuple[tuple[str, int], ...]:
    """Names of months (1 to 12) or weekdays (1 to 7); only their beginnings in a language that declines them."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError, TypeError):
        return ()
    tables = locale.months if part == "months" else locale.days
    names = {}
    for width in ("wide", "abbreviated") if _has("fixed_forms", language) else ("wide",):
        for number, name in tables["format"][width].items():
            beginning = name.casefold().strip(".")
            if language in _ENDINGS:
                beginning = re.sub(rf"(?:{_ENDINGS[language]})\Z", "", beginning)
            names[beginning] = number + (part == "days")
    if part == "months":
        forms = {form: int(number) for form, number in _MONTHS.get(language, {}).items()}
        names = {name: number for name, number in names.items() if number not in forms.values()} | forms
    return tuple(sorted(names.items(), key=lambda item: (-len(item[0]), item[0])))
