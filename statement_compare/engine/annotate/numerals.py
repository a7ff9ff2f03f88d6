"""How a figure is written: digits with any separators, number words, scale words, fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from statement_compare.engine.annotate.number_words import Joined, NumberWords, halves, number_words
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.signs import signs
from statement_compare.engine.model import Span
from statement_compare.engine.text.tokens import LEADING_POINT, SPACES_IN_FIGURES

_LEX = re.compile(
    rf"(?P<figure>\d{{1,3}}(?:[{SPACES_IN_FIGURES}]\d{{3}})+(?:[.,]\d+)?(?!\d)"
    rf"|\d+(?:[.,]\d+|[’']\d{{3}}(?!\d))*|{LEADING_POINT})"
    r"|(?P<word>(?<![^\W_])(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*)"
    r"|(?P<symbol>[^\w\s])"
)
# Longer rows of digits are keys and hashes; sums and squares of what is smaller stay finite.
_LARGEST = 1e30
_LONGEST_JOINED = 80


@dataclass(frozen=True, slots=True)
class Word:
    """A word, figure or sign as the number grammar sees it; hyphens part words, `value` is of figures in digits.

    `sign` is -1 or 1 of what makes the figure behind it one with a minus or a plus, else 0.
    """

    start: int
    end: int
    text: str
    lower: str
    value: float | None = None
    sign: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: words `first` to `last` (exclusive), its value with the scale word, and how it was written.

    `mantissa` is the number before the scale word, `scale` that word's factor, `step` what the last digit written
    stands for (100 in "1,400", 0.1 million in "1.5 million"). `in_digits` tells "4" from "four". `sign` is that of the
    first word, which then is a sign: "-5", "minus five".
    """

    first: int
    last: int
    value: float
    mantissa: float
    scale: float
    step: float
    in_digits: bool
    sign: int = 0


def literal(text: str, language: str) -> float | None:
    """The value of digits with separators, read as the language writes them; None if no number is written so."""
    plain = text
    for sign in SPACES_IN_FIGURES + "’'":
        plain = plain.replace(sign, "")
    if plain.isdecimal():
        return _float(plain)
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        decimal = max(plain.rfind("."), plain.rfind(","))
        other = "," if plain[decimal] == "." else "."
        if plain.count(plain[decimal]) > 1:
            return None
        return _float(plain.replace(other, "").replace(",", "."))
    sign = "." if points else ","
    head, *groups = plain.split(sign)
    grouped = all(len(group) == 3 for group in groups) and 1 <= len(head) <= 3 and head.strip("0") != ""
    if len(groups) > 1:
        return _float(plain.replace(sign, "")) if grouped else None
    traits = number_words(language).traits
    is_thousands = "point_groups" in traits if sign == "." else "comma_decimals" not in traits
    if grouped and is_thousands:
        return _float(plain.replace(sign, ""))
    return _float(plain.replace(sign, "."))


def _float(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if value < _LARGEST else None


@annotation
def words_of_reading(reading: Reading) -> tuple[Word, ...]:
    """`words` of a passage."""
    return words(reading.text, reading.language)


def words(text: str, language: str) -> tuple[Word, ...]:
    """The words, figures and signs of a text in order."""
    found = []
    told = signs(text, language)
    for match in _LEX.finditer(text):
        raw = match.group()
        lower = raw.casefold().replace("ё", "е").replace("’", "'")
        value = literal(raw, language) if match.lastgroup == "figure" else None
        found.append(Word(match.start(), match.end(), raw, lower, value, told.get(match.start(), 0)))
    return tuple(found)


@lru_cache(maxsize=8192)
def _joined(word: str, language: str) -> float | None:
    """The value of a number word written as one ("dreihundertzwölf", "duecento"), None for any other word."""
    form = number_words(language).joined
    return None if form is None else _parts_of(word, form)


def _parts_of(word: str, form: Joined) -> float | None:
    if word in form.below_hundred:
        return form.below_hundred[word]
    if len(word) > _LONGEST_JOINED:
        return None
    for names, factor in ((form.thousands, 1000), (form.hundreds, 100)):
        for name in names:
            head, found, tail = word.partition(name)
            if found:
                times = _parts_of(head, form) if head else 1
                rest = _parts_of(tail.removeprefix(form.link), form) if tail else 0
                return None if times is None or rest is None else times * factor + rest
    return None


def _small(word: str, language: str) -> float | None:
    known = number_words(language)
    if known.joined is not None:
        return None if word in known.joined.articles else _joined(word, language)
    return known.values.get(word)


def _scale(word: str, known: NumberWords) -> float | None:
    return known.scales.get(word.rstrip("."))


def _step(text: str, value: float) -> float:
    """What the last digit that is not a closing zero stands for."""
    if value == 0:
        return 1.0
    match = re.search(r"[.,](\d+)$", text)
    if match and value != round(value):
        return float(10.0 ** -len(match.group(1)))
    return _zeros(value)


def _zeros(value: float) -> float:
    step = 1.0
    whole = round(value)
    while whole and whole % 10 == 0:
        whole //= 10
        step *= 10
    return step


_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


def figure_at(line: tuple[Word, ...], index: int, language: str) -> Figure | None:
    """The number that starts at word `index`, with its sign and as long as it goes; None if none starts there."""
    word = line[index]
    if word.sign:
        is_followed = index + 1 < len(line) and not line[index + 1].sign
        figure = figure_at(line, index + 1, language) if is_followed else None
        if figure is None:
            return None
        value, mantissa = word.sign * figure.value, word.sign * figure.mantissa
        return replace(figure, first=index, value=value, mantissa=mantissa, sign=word.sign)
    if word.value is not None:
        return _scaled(line, index, index + 1, word.value, _step(word.text, word.value), True, language)
    found = _spelled(line, index, language)
    if found is None:
        return None
    last, value, unit = found
    is_alone = last == index + 1 and not _half(line, last, language)  # "бір" may be "a", "бір жарым" is 1.5
    if is_alone and word.lower in number_words(language).not_alone:
        return None
    step = _zeros(value) if value == round(value) else 0.5
    return _scaled(line, index, last, value, step, False, language, unit)


def _scaled(
    line: tuple[Word, ...], first: int, last: int, mantissa: float, step: float, in_digits: bool, language: str,
    unit: float = 1.0,
) -> Figure:  # fmt: skip
    """A number with the scale words and the "and a half" that follow it; `unit` is what that is a half of."""
    scale = 1.0
    if last < len(line) and line[last].lower in _VULGAR:
        mantissa, step, last = mantissa + _VULGAR[line[last].lower], 0.25, last + 1
    known = number_words(language)
    half = _half(line, last, language)
    if half and (unit == 1.0 or not _is_scale(line, last + half, known)):
        mantissa, step, last = mantissa + unit / 2, unit / 2, last + half
    while last < len(line):
        word = line[last].lower
        factor = _scale(word, known)
        if factor is None or (word in known.glued_scales and line[last].start != line[last - 1].end):
            break
        if word in known.uncounted_dozens or scale * factor >= _LARGEST:
            break
        scale, last = scale * factor, last + 1
        if word in known.scales_with_point and last < len(line):
            last += line[last].text == "." and _closes_abbreviation(line, last, known)
    half = _half(line, last, language) if scale > 1 else 0
    if half and mantissa == round(mantissa) and not _is_scale(line, last + half, known):
        # "2 milioni e mezzo"; of "5 milioni e mezza dozzina" the half is of something else.
        mantissa, step, last = mantissa + 0.5, 0.5, last + half
    return Figure(first, last, mantissa * scale, mantissa, scale, step * scale, in_digits)


def _half(line: tuple[Word, ...], index: int, language: str) -> int:
    """How many words "and a half" has that stands at a word; 0 where it does not."""
    following = [word.lower for word in line[index : index + 3]]
    return next((len(phrase) for phrase in halves(language) if following[: len(phrase)] == phrase), 0)


def _is_scale(line: tuple[Word, ...], index: int, known: NumberWords) -> bool:
    return index < len(line) and _scale(line[index].lower, known) is not None


def _closes_abbreviation(line: tuple[Word, ...], index: int, known: NumberWords) -> bool:
    """Whether a full stop ends a shortened word and no sentence: "5 mln. euro", in German "5 Mio. Euro" too."""
    if index + 1 == len(line):
        return False
    return "capital_nouns" in known.traits or not line[index + 1].text[:1].isupper()


def _spelled(line: tuple[Word, ...], index: int, language: str) -> tuple[int, float, float] | None:
    """Number words from `index` on: (index after the last, value, the scale that it ends with or 1)."""
    total, current, ceiling = 0.0, None, float("inf")
    known = number_words(language)
    at = done = index
    while at < len(line):
        word = line[at].lower
        if word == "-" and at > index and line[at].start == line[at - 1].end:
            at += 1
            continue
        if word in known.links and at > index and at + 1 < len(line):
            follows = _small(line[at + 1].lower, language)
            if follows is None or follows < 1 or not _may_link(current, follows, total > 0, known.traits):
                break
            at += 1
            continue
        small = _small(word, language)
        if small is not None:
            if current is None:
                current = small
            elif "counts_by_twenties" in known.traits and small == 20 and current % 100 == 4:
                current += 76
            elif _may_add(current, small, known.traits):
                current += small
            else:
                break
        elif word in known.hundred and (current is None or current < 100):
            if current is None and "hundred_opens_only" in known.traits and at > index:
                break
            current = (current or 1) * 100
        else:
            factor = _scale(word, known)
            if factor is None or word in known.scales_of_figures or factor >= ceiling:
                break
            if current is None and at == index and not _may_open(line, index, known):
                break
            if factor == 12 and current is None:
                current = 1
            total, current, ceiling = total + (current or 1) * factor, None, factor
        at += 1
        done = at
    if done == index:
        return None
    return done, total + (current or 0), ceiling if current is None and total else 1.0


def _may_open(line: tuple[Word, ...], index: int, known: NumberWords) -> bool:
    """Whether a scale word with no number before it is a number itself ("a million", "мың", "mille")."""
    if known.scale_openers:
        return index > 0 and line[index - 1].lower in known.scale_openers
    return line[index].lower in known.opening_scales


def _may_link(current: float | None, small: float, is_after_scale: bool, traits: frozenset[str]) -> bool:
    """Whether "and" joins two parts of one number: "two hundred and five", "treinta y uno", "vinte e três"."""
    if "links_after_hundreds" in traits and (current is not None or is_after_scale) and (current or 0) % 100 == 0:
        return True
    return "links_units" in traits and current is not None and current % 10 == 0 and current > 0 and small < 12


def _may_add(current: float, small: float, traits: frozenset[str]) -> bool:
    if "counts_by_twenties" in traits and current % 100 in {60, 80} and 10 <= small <= 16:
        return True
    if "counts_by_twenties" in traits and current % 100 in {10, 70, 90} and 7 <= small <= 9:
        return True
    if "teens_in_two_words" in traits and current % 100 == 10:
        return small < 10
    if current % 100 == 0 and current > 0:
        return small < 100
    if "word_for_each_hundred" in traits and current % 1000 == 0 and current > 0:
        return small < 1000
    return current % 10 == 0 and 20 <= current % 100 <= 90 and small < 10


def spelled_figures(reading: Reading) -> list[Span]:
    """Where numbers stand in words."""
    line = words_of_reading(reading)
    return [Span(line[figure.first].start, line[figure.last - 1].end) for figure in _in_words(line, reading.language)]


@annotation
def starts_of_counts(reading: Reading) -> frozenset[int]:
    """Where numbers from two on stand in words: the offset at which each begins."""
    line = words_of_reading(reading)
    return frozenset(line[each.first].start for each in _in_words(line, reading.language) if each.value >= 2)


def spelled_values(text: str, language: str) -> list[float]:
    """The values of the numbers that stand in words, with their scale words; none in a language without tables."""
    if not number_words(language).are_known:
        return []
    return [abs(figure.value) for figure in _in_words(words(text, language), language)]


def _in_words(line: tuple[Word, ...], language: str) -> Iterator[Figure]:
    index = 0
    while index < len(line):
        figure = figure_at(line, index, language)
        if figure is not None and not figure.in_digits:
            yield figure
        index = figure.last if figure is not None else index + 1
