"""Which words make a bound of a time: "by 4 May", "not before 2027"."""

from __future__ import annotations

import re
from functools import cache

from statement_compare.engine.annotate.alternatives import NEVER, grouped, named, of
from statement_compare.engine.annotate.times.model import Bearing
from statement_compare.engine.language import lines, patterns, words
from statement_compare.engine.model import Span

_BEARINGS = lines("bounds", "bearings")
_BEARINGS_BEHIND = lines("bounds", "bearings_behind")
_NOT_BEHIND = patterns("bounds", "not_behind")
_VERB_NOT_BEHIND = patterns("bounds", "verb_not_behind")
_NOT_YET = patterns("bounds", "not_yet")
_LATEST_WHERE_NEGATED = words("bounds", "latest_where_negated")
_BEFORE_FIGURES = words("bounds", "before_figures")
_BOUNDS = frozenset({Bearing.BY, Bearing.BEFORE, Bearing.UNTIL, Bearing.AFTER})


def bearing_of(text: str, start: int, end: int, language: str) -> tuple[Bearing, Span | None]:
    """How what is told stands to the time, and for a bound the words that say so together with the time."""
    near = text[max(0, start - 80) : start]
    before = _fillers(language).sub("", near.casefold())
    if language in _BEARINGS_BEHIND:
        after = text[end : end + 30].casefold()
        match = _bearing_behind(language).match(after)
        if match is None:
            return Bearing.AT, None
        kind = next(Bearing(name[2:]) for name, said in match.groupdict().items() if name.startswith("b_") and said)
        if match.group("not"):
            kind = {Bearing.BEFORE: Bearing.AFTER, Bearing.AFTER: Bearing.BY}.get(kind, kind)
        elif kind in (Bearing.BEFORE, Bearing.UNTIL) and re.search(
            _VERB_NOT_BEHIND.get(language, NEVER), re.split(r"[,;.]", text[end : end + 80])[0]
        ):
            kind = Bearing.AFTER
        return kind, Span(start, end + _unfolded(text[end : end + 30], match.end())) if kind in _BOUNDS else None
    found = [
        (-len(match.group("words")), at, bearing, match.start("words"))
        for at, (bearing, pattern) in enumerate(_bearing_forms(language))
        for match in [pattern.search(before)]
        if match is not None and (text[start].isdecimal() or match["words"] not in _BEFORE_FIGURES.get(language, ()))
    ]
    if not found:
        return Bearing.AT, None
    _, _, bearing, at = min(found)  # the longest: "no earlier than" is more than "earlier than"
    is_negated = re.search(_NOT_YET.get(language, NEVER), _clause_joints(language).split(before[:at])[-1]) is not None
    if " ".join(before[at:].split()) in _LATEST_WHERE_NEGATED.get(language, ()) and is_negated:
        bearing = Bearing.BY  # "must not be paid later than 1 July"
    elif bearing in (Bearing.BEFORE, Bearing.UNTIL) and is_negated:
        bearing = Bearing.AFTER  # "will not open before 2027", "не будет закрыт до 2028 года"
    begin = max(0, start - 80) + _unfolded(near, at)
    return bearing, Span(begin, end) if bearing in _BOUNDS else None


def is_about(text: str, start: int, language: str) -> bool:
    """Whether a word before a time says that it is not exact ("at about 4 a.m.", "около 18:00")."""
    return _about(language).search(text, max(0, start - 40), start) is not None


@cache
def _about(language: str) -> re.Pattern[str]:
    about, between = (of(patterns("bounds", table), language) for table in ("about", "behind_about"))
    return re.compile(rf"(?<!\w)(?:{about})\s+(?:(?:{between})\s*)?$", re.IGNORECASE)


def _unfolded(text: str, at: int) -> int:
    """The place in a text that is place `at` once its case is folded, which makes two letters of "ß"."""
    return next(place for place in range(len(text) + 1) if len(text[:place].casefold()) >= at)


@cache
def _fillers(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{of(patterns('bounds', 'fillers'), language)})\b|[\s,«\"'(])+$")


@cache
def _bearing_forms(language: str) -> tuple[tuple[Bearing, re.Pattern[str]], ...]:
    return tuple(
        (Bearing(name), re.compile(rf"(?:^|[^\w])(?P<words>{forms})$"))
        for name, forms in named(_BEARINGS.get(language, ())).items()
    )


@cache
def _bearing_behind(language: str) -> re.Pattern[str]:
    """The words behind a time that make a bound of it, of a language that has them there."""
    return re.compile(
        rf"\s*(?:\w+\s)?(?:{grouped(_BEARINGS_BEHIND[language], 'b_')})"
        rf"(?P<not>\s+(?:{_NOT_BEHIND.get(language, NEVER)}))?"
    )


@cache
def _clause_joints(language: str) -> re.Pattern[str]:
    return re.compile(rf"[,;:.!?(]|\b(?:{of(patterns('bounds', 'clause_joints'), language)})\b")
