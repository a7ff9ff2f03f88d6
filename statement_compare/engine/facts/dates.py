"""When two dates, periods or times of day of one event meet, bound each other, or cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from statement_compare.engine.annotate.alternatives import named, of
from statement_compare.engine.annotate.cases import are_routes_turned
from statement_compare.engine.annotate.figure_context import (
    FIRMLY_OTHER,
    FUNCTION_WORDS,
    is_negated,
    meeting_stem,
    ordinals_differ,
    overlap,
    profile,
    unmet,
)
from statement_compare.engine.annotate.numerals import Word, words
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.time_of_telling import is_of_telling, is_telling_itself_told
from statement_compare.engine.annotate.times import Bearing, Interval, Moment, moments, relate
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.figure_pairing import Standing, matches
from statement_compare.engine.language import lines, own_words, patterns, phrases, speaking
from statement_compare.engine.model import ReasonKind


# What becomes of the event at the time named; two of different groups are two events.
@cache
def _phases(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = [row for table in speaking(lines("timing", "phases"), language) for row in table]
    return tuple((name, re.compile(forms)) for name, forms in named(rows).items())


@dataclass(frozen=True, slots=True)
class _Told:
    """A moment with the words near it: what happened then."""

    moment: Moment
    near: frozenset[str]
    phases: frozenset[str]
    is_rejected: bool
    is_attribute: bool  # "the blackout of 17 November", "the 2021 settlement": it says which one
    insists: bool  # "as early as", "not a day later", "it was on ... that"


@dataclass(frozen=True, slots=True)
class DateSigns:
    """What speaks for and against two times being of one event."""

    closeness: float
    left_over: int
    vicinity: float
    names_apart: bool
    figures_differ: bool
    is_firmly_other: bool
    same_bearing: bool
    bearings_clash: bool
    rivals: int
    equals: int
    is_rejected: bool
    is_translated: bool
    is_day: bool  # both name a day or a time of day
    same_precision: bool
    stages_differ: bool  # the start of one thing and the end of it
    is_attribute: bool
    both_attributes: bool
    insists: bool
    polarity_differs: bool
    ordinals_differ: bool
    opposites: bool
    keeps_bound: bool  # "not before 2027" beside 2028
    are_plans_of_two_years: bool  # "not this year" beside "next year", of what is yet to come


@dataclass(frozen=True, slots=True)
class DatePair:
    left: Moment
    right: Moment
    interval: Interval
    signs: DateSigns


def compare(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Facts about times. Equal and contained times are paired first; what is left of both sides may be at odds."""
    return tuple(fact for fact in map(_fact, pairs(left, right, lexicon)) if fact is not None)


def _fact(pair: DatePair) -> Fact | None:
    signs = pair.signs
    if pair.interval is Interval.EQUAL:
        return _made(pair, Relation.SAME, 0.9, "date.equal")
    if pair.interval in (Interval.INSIDE, Interval.AROUND):
        bound = {pair.left.bearing, pair.right.bearing} & {Bearing.BY, Bearing.BEFORE, Bearing.UNTIL}
        if bound and not signs.same_bearing:
            return _made(pair, Relation.QUALIFIES, 0.5, "date.within")
        return _made(pair, Relation.SAME, 0.7, "date.rounded")
    if pair.interval is Interval.OVERLAP:
        return None
    if signs.is_firmly_other and not signs.is_rejected:
        return _made(pair, Relation.OTHER, 0.5, "date.other_case")
    if signs.figures_differ and not signs.is_rejected:
        return _made(pair, Relation.OTHER, 0.7, "date.other_period")
    if signs.ordinals_differ or signs.opposites or signs.both_attributes or signs.stages_differ:
        return _made(pair, Relation.OTHER, 0.5, "date.other_case")
    if signs.keeps_bound:
        return _made(pair, Relation.QUALIFIES, 0.6, "date.within")
    if signs.are_plans_of_two_years:
        return _made(pair, Relation.OTHER, 0.8, "date.other_period")
    if signs.bearings_clash:
        return _made(pair, Relation.OTHER, 0.6, "date.other_bearing")
    return _made(pair, Relation.CONFLICT, strength_of(signs), "date.differ")


def strength_of(signs: DateSigns) -> float:
    """How sure two times that are apart are of one event, and so cannot both be true (0 to 1).

    The steps are shares counted on statement groups written for this project: what counts is how exact both times are
    and how little else of the shorter passage is without a counterpart. A day is said of what happens once; a year or
    a month is more often the period of something that happens every year.
    """
    if signs.is_translated:
        strength = 0.5 if signs.is_day else 0.3
    elif signs.is_day:
        strength = (0.82, 0.56, 0.42, 0.36)[min(signs.left_over, 3)]
    elif signs.same_precision:
        strength = (0.5, 0.34, 0.28, 0.25)[min(signs.left_over, 3)]
    else:
        strength = 0.2
    if signs.names_apart:
        strength -= 0.15
    if signs.polarity_differs and signs.left_over <= 1 and not signs.insists:
        strength -= 0.25
    if signs.is_attribute:
        strength -= 0.15
    if signs.insists or signs.is_rejected:
        strength += 0.15
    return max(0.05, min(0.95, strength))


def _made(pair: DatePair, relation: Relation, strength: float, rule: str) -> Fact:
    return Fact(ReasonKind.DATE, relation, pair.left.marked, pair.right.marked, round(strength, 3), rule)


def pairs(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[DatePair, ...]:
    """Times of both sides that answer each other, with what speaks for it."""
    a, b = _told(left), _told(right)
    if not is_telling_itself_told(left.text, right.text, (left.language, right.language)):
        a = [told for told in a if not is_of_telling(left.text, told.moment.span, left.language)]
        b = [told for told in b if not is_of_telling(right.text, told.moment.span, right.language)]
    if not a or not b:
        return ()
    free_a, free_b = set(range(len(a))), set(range(len(b)))
    chosen: list[tuple[int, int, Interval]] = []
    for wanted in ((Interval.EQUAL,), (Interval.INSIDE, Interval.AROUND), (Interval.OVERLAP,), (Interval.APART,)):
        ranked = sorted(
            (-_nearness(a[i], b[j]), i + j, abs(i - j), i, j, relate(a[i].moment, b[j].moment))
            for i in free_a
            for j in free_b
        )
        for *_, i, j, interval in ranked:
            if interval not in wanted or i not in free_a or j not in free_b:
                continue
            if interval is Interval.APART and not _is_one_sort(a[i].moment, b[j].moment):
                continue
            free_a.discard(i)
            free_b.discard(j)
            chosen.append((i, j, interval))
    chosen = [
        (i, j, interval)
        for i, j, interval in chosen
        if interval is not Interval.APART or not (_repeats(i, a) or _repeats(j, b))
    ]
    equals = sum(interval is not Interval.APART for _, _, interval in chosen)
    figures_differ = any(match.standing in _ODD for match in matches(left, right, lexicon))
    found = []
    for i, j, interval in chosen:
        rivals = sum(_is_one_sort(a[i].moment, b[k].moment) for k in free_b) + sum(
            _is_one_sort(a[k].moment, b[j].moment) for k in free_a
        )
        found.append(
            DatePair(
                a[i].moment,
                b[j].moment,
                interval,
                _signs(left, right, lexicon, a[i], b[j], rivals, equals, figures_differ),
            )
        )
    return tuple(found)


_ODD = frozenset(
    {
        Standing.DIFFERENT,
        Standing.BEYOND,
        Standing.OTHER_UNIT,
        Standing.OTHER_SCALE,
        Standing.OTHER_CURRENCY,
        Standing.OTHER_RATE,
    }
)


def _signs(
    left: Reading, right: Reading, lexicon: Lexicon, a: _Told, b: _Told, rivals: int, equals: int, figures_differ: bool
) -> DateSigns:
    ours, theirs = profile(left.text, left.language), profile(right.text, right.language)
    rest_left = unmet(ours.words, theirs.words, lexicon.affinity)
    rest_right = unmet(theirs.words, ours.words, lexicon.affinity)
    return DateSigns(
        closeness=1 - (len(rest_left) + len(rest_right)) / max(1, len(ours.stems | theirs.stems)),
        left_over=min(len(rest_left), len(rest_right)),
        vicinity=overlap(a.near, b.near),
        names_apart=bool(ours.names - theirs.names) and bool(theirs.names - ours.names),
        figures_differ=figures_differ,
        is_firmly_other=bool(ours.otherness & words_of(FIRMLY_OTHER, left.language))
        != bool(theirs.otherness & words_of(FIRMLY_OTHER, right.language)),
        same_bearing=a.moment.bearing == b.moment.bearing,
        bearings_clash=_clash(a, b),
        rivals=rivals,
        equals=equals,
        is_rejected=a.is_rejected or b.is_rejected,
        is_translated=left.language != right.language,
        is_day=_precision(a.moment) == _precision(b.moment) and _precision(a.moment) in {"day", "clock"},
        stages_differ=_stages_differ(a.phases, b.phases),
        same_precision=_precision(a.moment) == _precision(b.moment),
        is_attribute=a.is_attribute or b.is_attribute,
        both_attributes=a.is_attribute and b.is_attribute,
        insists=a.insists or b.insists,
        polarity_differs=is_negated(left.tokens, left.language) != is_negated(right.tokens, right.language)
        and not _breaks_bound(a.moment, b.moment),
        ordinals_differ=ordinals_differ(left.tokens, right.tokens, (left.language, right.language))
        or are_routes_turned(left, right),
        opposites=any(lexicon.are_antonyms(x, y, left.language) for x in sorted(rest_left) for y in sorted(rest_right))
        if left.language == right.language
        else False,
        keeps_bound=_keeps_bound(a.moment, b.moment) or _keeps_bound(b.moment, a.moment),
        are_plans_of_two_years=a.moment.spoken_year is not None
        and b.moment.spoken_year is not None
        and max(a.moment.spoken_year, b.moment.spoken_year) > 0,
    )


def _keeps_bound(bound: Moment, point: Moment) -> bool:
    """Whether a time lies behind an earliest time ("no earlier than 15 October" / "on 1 November")."""
    return bound.bearing is Bearing.AFTER and point.bearing is Bearing.AT and _order(point, bound) > 0


def _breaks_bound(a: Moment, b: Moment) -> bool:
    """Whether one time lies before the other's earliest time: the "not" of "not before 2027" is then in the bound."""
    return any(
        bound.bearing is Bearing.AFTER and point.bearing is Bearing.AT and _order(point, bound) < 0
        for bound, point in ((a, b), (b, a))
    )


def _stages_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    return any(
        x in a and y in b and not (x in b or y in a)
        for first, second in _STAGES
        for x, y in ((first, second), (second, first))
    )


_STAGES = (("start", "end"), ("tell", "force"), ("ask", "give"), ("duty", "give"))


def _repeats(index: int, told: Sequence[_Told]) -> bool:
    """Whether another time of the same side says the same more or less exactly ("in the first week, on the 7th")."""
    mine = told[index].moment
    return any(
        k != index and relate(mine, other.moment) in (Interval.AROUND, Interval.EQUAL) and other.moment.years is None
        for k, other in enumerate(told)
    )


def _precision(moment: Moment) -> str:
    if moment.clock is not None:
        return "clock"
    if moment.weekday is not None:
        return "weekday"
    if moment.days is not None:
        return "day" if moment.days[0] == moment.days[1] else "span"
    return "day" if moment.day_of_month is not None else "year"


def _is_one_sort(a: Moment, b: Moment) -> bool:
    """Whether two times are named in comparable parts, so that being apart means something."""
    return relate(a, b) is not Interval.UNKNOWN


def _clash(a: _Told, b: _Told) -> bool:
    """A deadline beside a day, a bound that the other time keeps: no conflict."""
    first, second = a.moment, b.moment
    pair = {first.bearing, second.bearing}
    if first.bearing == second.bearing:
        return False
    for bound, other in ((first, second), (second, first)):
        if bound.bearing is Bearing.BEFORE and other.bearing is not Bearing.AFTER and _order(other, bound) < 0:
            return True
    duty = ("duty" in a.phases) != ("duty" in b.phases)
    if duty and pair & {Bearing.BY, Bearing.UNTIL, Bearing.BEFORE}:
        return True
    for bound, point in ((first, second), (second, first)):
        if point.bearing is Bearing.AT and bound.bearing in (
            Bearing.BY,
            Bearing.BEFORE,
            Bearing.AFTER,
            Bearing.SINCE,
            Bearing.UNTIL,
        ):
            order = _order(point, bound)
            if bound.bearing in (Bearing.BY, Bearing.BEFORE) and order < 0:
                return True
            if bound.bearing is Bearing.AFTER and order > 0:
                return True
    return Bearing.SINCE in pair and bool(pair & {Bearing.UNTIL, Bearing.BY})


def _order(a: Moment, b: Moment) -> int:
    """-1 where the first time lies wholly before the second, 1 where after, 0 where that cannot be said."""
    for x, y in ((a.years, b.years), (a.days, b.days), (a.clock, b.clock)):
        if x is not None and y is not None and not (x[0] <= y[1] and y[0] <= x[1]):
            return -1 if x[1] < y[0] else 1
    return 0


def _nearness(a: _Told, b: _Told) -> float:
    return (
        overlap(a.near, b.near)
        + 0.5 * (a.moment.bearing == b.moment.bearing)
        + 0.4 * (_precision(a.moment) == _precision(b.moment))
        + 0.3 * (a.phases == b.phases)
    )


def _told(side: Reading) -> Sequence[_Told]:
    found = []
    line = words(side.text, side.language)
    for moment in moments(side.text, side.language, side.passage.date):
        inside = [k for k, word in enumerate(line) if moment.span.start <= word.start < moment.span.end]
        if not inside:
            continue
        near = _near(line, inside[0], -1, 9) + _near(line, inside[-1], 1, 6)
        before = [word.lower for word in line[max(0, inside[0] - 4) : inside[0]]]
        found.append(
            _Told(
                moment,
                frozenset(
                    meeting_stem(w, side.language)
                    for w in near
                    if w not in words_of(FUNCTION_WORDS, side.language) and w[:1].isalpha() and len(w) > 1
                ),
                frozenset(name for name, pattern in _phases(side.language) if any(pattern.fullmatch(w) for w in near)),
                _is_rejected(before, side.language),
                _is_attribute(side, moment, line, inside),
                _insisting(side.language).search(
                    side.text[max(0, moment.span.start - 45) : moment.span.end + 60].casefold()
                )
                is not None,
            )
        )
    return tuple(found)


def _words(table: str, language: str) -> frozenset[str]:
    return own_words("timing", table, language)


@cache
def _insisting(language: str) -> re.Pattern[str]:
    return re.compile(of(patterns("timing", "insisting"), language))


@cache
def _instead(language: str) -> tuple[str, ...]:
    return tuple(phrase for table in speaking(phrases("timing", "instead"), language) for phrase in table)


def _is_rejected(before: list[str], language: str) -> bool:
    said = " ".join(before)
    return not _words("not", language).isdisjoint(before) or any(phrase in said for phrase in _instead(language))


def _is_attribute(side: Reading, moment: Moment, line: tuple[Word, ...], inside: list[int]) -> bool:
    """Whether the time tells which one is meant ("the letter of 20 May", "the 2021 settlement", "for 2022")."""
    before = line[inside[0] - 1].lower if inside[0] else ""
    second = line[inside[0] - 2].lower if inside[0] > 1 else ""
    after = side.text[moment.span.end : moment.span.end + 1]
    follows = line[inside[-1] + 1] if inside[-1] + 1 < len(line) else None
    if before in _words("which_one", side.language) and second not in _words("time_nouns", side.language):
        return True
    if moment.years is not None and moment.days is None and before in _words("before_which_year", side.language):
        return True
    is_plain_year = moment.years is not None and moment.days is None and moment.span.end - moment.span.start <= 7
    return (
        is_plain_year
        and after == " "
        and follows is not None
        and before in _words("before_year_of_word", side.language)
        and follows.text[:1].islower()
    )


def _near(line: tuple[Word, ...], index: int, step: int, most: int) -> list[str]:
    found: list[str] = []
    at = index + step
    while 0 <= at < len(line) and len(found) < most and line[at].lower not in {";", ".", ":"}:
        if line[at].lower == "," and len(found) > 3:
            break
        found.append(line[at].lower)
        at += step
    return found
