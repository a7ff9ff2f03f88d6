"""Typed edits of agreeing sentences: one fact changed, so that they contradict, or told otherwise, so that they do not.

Two sentences of a group that agree mostly do so in different words. Where both name the same figure, month or weekday, a
change of it in one of them makes a contradiction in other words, which models trained on written examples alone miss most.
Every kind has twins whose meaning stays, or which are of another matter, so that an edit does not give its label away.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

FIGURE = re.compile(r"(?<![\w.,/-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w/-])|(?<![\w.,/:-])\d+(?:\.\d+)?(?![\w/:-])")
BOUNDED = re.compile(
    r"\b(?:at least|at most|up to|more than|less than|fewer than|over|under|nearly|almost|about|around|roughly|some|"
    r"approximately|no more than|not|only|between|to|and|by|within|within the|almost|close to|section|article|room|no\.)\s+$",
    re.I,
)
MORE_OR_LESS = re.compile(r"\W+(?:\w+\W+){0,2}(?:or|if not) (?:more|less|fewer|so)\b|\W+at (?:most|least)\b", re.I)
NAMES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
TENS = {name: 10 * i for i, name in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
VALUES = {name: i for i, name in enumerate(NAMES)} | TENS
WORD = re.compile(r"\b(" + "|".join(n for n in VALUES if n not in ("zero", "one")) + r")\b(?!-)", re.I)
MONTHS = "January February March April June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
OPPOSITES = (
    ("before", "after"), ("rose", "fell"), ("increased", "decreased"), ("increase", "decrease"), ("higher", "lower"),
    ("above", "below"), ("approved", "rejected"), ("accepted", "refused"), ("gained", "lost"), ("more", "fewer"),
    ("longer", "shorter"), ("earlier", "later"), ("first", "last"), ("started", "ended"), ("began", "ended"),
    ("inside", "outside"), ("allowed", "forbidden"), ("safe", "unsafe"), ("permanent", "temporary"),
    ("bought", "sold"), ("north", "south"), ("open", "closed"), ("opened", "closed"), ("public", "private"),
)  # fmt: skip
ANTONYM = {a: b for pair in OPPOSITES for a, b in (pair, pair[::-1])}
OPPOSED = re.compile(r"\b(" + "|".join(ANTONYM) + r")\b")
DENIED = re.compile(r"\b(did|was|were|is|are|has|have|had|would|will|could|can|does|do) not ")
NEGATIVE = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|untrue|false|wrong|denie[sd]|refuse\w*|fail\w*|\w+n't)\b", re.I)
PAST = re.compile(r"\b(was|were|is|are|has|have|had|will|would) (?=\w+ed\b|\w+en\b|be\b)")


def figures(text: str) -> dict[float, list[tuple[int, int]]]:
    """Values that the text names in digits or in one word, with where they stand."""
    found: dict[float, list[tuple[int, int]]] = {}
    for match in FIGURE.finditer(text):
        found.setdefault(float(match.group().replace(",", "")), []).append(match.span())
    for match in WORD.finditer(text):
        found.setdefault(float(VALUES[match.group().lower()]), []).append(match.span())
    return found


def written_like(value: float, example: str) -> str:
    if not example[0].isdigit():
        name = next((n for n, v in VALUES.items() if v == value), None)
        name = name or f"{value:g}"
        return name.capitalize() if example[0].isupper() else name
    decimals = len(example.partition(".")[2])
    return f"{value:,.{decimals}f}" if "," in example or value >= 10_000 else f"{value:.{decimals}f}"


def another_value(value: float, example: str, rng: random.Random) -> float:
    """A figure that nobody would call a rounding of this one, of the same size more often than not."""
    if 1900 <= value <= 2100 and "," not in example:
        return value + rng.choice((-3, -2, -1, 1, 2))
    if value <= 20 and value == int(value):
        return max(2.0, value + rng.choice((-4, -3, -2, -1, 1, 2, 3, 5)) or 2.0)
    for _ in range(8):
        way = rng.random()
        if way < 0.6:
            other = value * rng.choice((0.4, 0.5, 0.6, 0.7, 0.8, 1.25, 1.4, 1.6, 2, 3))
        elif way < 0.8:
            other = value * rng.choice((0.1, 10))
        else:
            digits = list(example)
            places = [i for i, s in enumerate(digits) if s.isdigit()]
            if len(places) < 2:
                continue
            digits[places[0]], digits[places[1]] = digits[places[1]], digits[places[0]]
            try:
                other = float("".join(digits).replace(",", ""))
            except ValueError:
                continue
        if "." not in example:
            other = float(round(other))
        if other >= 1 and abs(other - value) > 0.12 * value:
            return other
    return value * 2


def replaced(text: str, span: tuple[int, int], by: str) -> str:
    return text[: span[0]] + by + text[span[1] :]


def is_bounded(text: str, span: tuple[int, int]) -> bool:
    """Whether a figure is no exact one, so that another may be true beside it."""
    return bool(BOUNDED.search(text[: span[0]]) or MORE_OR_LESS.match(text[span[1] :]))


def figure_changed(p: str, a: str, rng: random.Random) -> str | None:
    """`a` with another value where both name the same one, exactly and once."""
    mine, theirs = figures(p), figures(a)
    shared = [v for v, spans in theirs.items() if v in mine and len(spans) == 1]
    shared = [v for v in shared if not is_bounded(a, theirs[v][0]) and not is_bounded(p, mine[v][0])]
    if not shared:
        return None
    value = rng.choice(shared)
    span = theirs[value][0]
    other = another_value(value, a[slice(*span)], rng)
    return None if other == value else replaced(a, span, written_like(other, a[slice(*span)]))


def figure_rounded(p: str, a: str, rng: random.Random) -> str | None:
    """`a` with a rounded value, so that the exact one of `p` still entails it."""
    mine, theirs = figures(p), figures(a)
    for value, spans in theirs.items():
        example = a[slice(*spans[0])]
        if value not in mine or len(spans) > 1 or not example[0].isdigit() or value < 100 or 1900 <= value <= 2100:
            continue
        if BOUNDED.search(a[: spans[0][0]]) or BOUNDED.search(p[: mine[value][0][0]]):
            continue
        size = 10 ** (len(str(int(value))) - 2)
        near, below = round(value / size) * size, int(value / size) * size
        if near == value:
            return None
        word, told = rng.choice((("about", near), ("roughly", near), ("some", near), ("more than", below)))
        if told < value or word != "more than":
            return replaced(a, spans[0], f"{word} {written_like(told, example)}")
    return None


def figure_respelt(p: str, a: str, rng: random.Random) -> str | None:
    """`a` with a figure of both in letters instead of digits, or the other way round."""
    mine, theirs = figures(p), figures(a)
    for value, spans in theirs.items():
        example = a[slice(*spans[0])]
        is_a_day = re.search(rf"\b(?:{'|'.join(MONTHS)})\b", a[max(0, spans[0][0] - 12) : spans[0][1] + 12])
        if value in mine and len(spans) == 1 and 2 <= value <= 20 and value == int(value) and not is_a_day:
            by = NAMES[int(value)] if example[0].isdigit() else f"{value:g}"
            return replaced(a, spans[0], by)
    return None


def date_changed(p: str, a: str, rng: random.Random) -> str | None:
    for names in (MONTHS, DAYS):
        for name in names:
            found = list(re.finditer(rf"\b{name}\b", a))
            if len(found) == 1 and re.search(rf"\b{name}\b", p) and "by " + name not in a and "since " + name not in a:
                return replaced(a, found[0].span(), rng.choice([n for n in names if n != name]))
    return None


def opposed(p: str, a: str, rng: random.Random) -> str | None:
    found = list(OPPOSED.finditer(a))
    if len(found) != 1 or NEGATIVE.search(a):
        return None
    return replaced(a, found[0].span(), ANTONYM[found[0].group()])


def negated(p: str, a: str, rng: random.Random) -> str | None:
    """`a` without its only "not", or with one where it has a single auxiliary and denies nothing."""
    if len(NEGATIVE.findall(a)) == 1:
        found = DENIED.search(a)
        return None if found is None else a[: found.start()] + found.group(1) + " " + a[found.end() :]
    found = list(PAST.finditer(a))
    if NEGATIVE.search(a) or len(found) != 1 or len(a.split()) > 24:
        return None
    return a[: found[0].end()] + "not " + a[found[0].end() :]


CHANGING = ((figure_changed, 0.9), (date_changed, 0.6), (opposed, 0.5), (negated, 0.35))
KEEPING = ((figure_rounded, 1.0), (figure_respelt, 0.6))


def changed(p: str, agreeing: tuple[str, ...], rng: random.Random) -> Iterator[tuple[str, str]]:
    """Pairs that contradict: `p` or an agreeing text against another one in which one fact is changed."""
    for text in agreeing:
        against = rng.choice([p, *[a for a in agreeing if a != text]])
        for edit, share in CHANGING:
            if rng.random() < share and (made := edit(against, text, rng)):
                yield (against, made)
                break
    if agreeing:
        against = rng.choice(agreeing)
        if made := rng.choice(CHANGING)[0](against, p, rng):
            yield (against, made)


def kept(p: str, agreeing: tuple[str, ...], rng: random.Random) -> Iterator[tuple[str, str]]:
    """(premise, hypothesis) that still entails, with a figure rounded or spelt otherwise."""
    for text in agreeing:
        for edit, share in KEEPING:
            if rng.random() < share and (made := edit(p, text, rng)):
                yield (p, made)
                break


def of_another_matter(p: str, related: tuple[str, ...], rng: random.Random) -> Iterator[tuple[str, str]]:
    """Neutral pairs: a text of another matter stays one whatever its figures or dates are."""
    for text in related:
        if rng.random() < 0.35 and (made := figure_changed(text, text, rng) or date_changed(text, text, rng)):
            yield (p, made)
