"""Which time of one side answers which of the other, and what speaks for and against both being of one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from statement_compare.engine.annotate.cases import are_routes_turned
from statement_compare.engine.annotate.factuality import MoodMark, mood_marks
from statement_compare.engine.annotate.figure_context import (
    FIRMLY_OTHER,
    is_negated,
    meeting_stem,
    ordinals_differ,
    overlap,
    profile,
    unmet,
)
from statement_compare.engine.annotate.reading import Reading, annotation
from statement_compare.engine.annotate.time_of_telling import is_of_telling, is_telling_itself_told
from statement_compare.engine.annotate.times import Bearing, Interval, Moment, date_spans, ends, relate
from statement_compare.engine.annotate.word_classes import words_of
from statement_compare.engine.facts.fact import Lexicon
from statement_compare.engine.facts.figure_standing import Standing
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.span_ends import is_cut_short, is_surely_cut_short, turns_within
from statement_compare.engine.facts.told_times import ToldTime, told_times
from statement_compare.engine.text.tokens import Token


class Lasting(StrEnum):
    """How the time at which something is told still to last stands to that of its end."""

    UNTOLD = "untold"
    BEFORE_END = "before_end"  # both are true
    AFTER_END = "after_end"  # the times are of two things, and the states are at odds
    BESIDE = "beside"  # before an event that is no end by its words: "still in office on 20 May", "resigned on 31 May"


_STAGES = (("start", "end"), ("tell", "force"), ("ask", "give"), ("duty", "give"))
# The day on which somebody was told of a fire is not that on which it broke out or was put out.
_OF_NEWS = (("tell", "start"), ("tell", "end"))


@dataclass(frozen=True, slots=True)
class DateSigns:
    """What speaks for and against two times being of one event."""

    left_over: int
    names_apart: bool
    figures_differ: bool
    is_firmly_other: bool
    same_bearing: bool
    bearings_clash: bool
    is_rejected: bool
    is_translated: bool
    is_day: bool  # both name a day or a time of day
    same_precision: bool
    stages_differ: bool  # the start of one thing and the end of it
    is_of_news: bool  # "the port was told on 2 March" beside "the fire was put out on 27 February"
    is_attribute: bool
    both_attributes: bool
    insists: bool
    polarity_differs: bool
    ordinals_differ: bool
    opposites: bool
    keeps_bound: bool  # "not before 2027" beside 2028
    is_denied_once: bool  # "did not sign on 3 May" beside "signed on 17 May": both may be true
    is_of_another_thing: bool  # "our letter of September 2022" beside "knew by May 2022", where no letter is told of
    lasts: Lasting  # "is still open, it was confirmed in June" beside "was closed in May"
    are_plans_of_two_years: bool  # "not this year" beside "next year", of what is yet to come
    is_cut_short: bool  # "lasted from 3 to 10 May" beside "ended on 5 May"
    turns_within: bool  # "was mayor from 2010 to 2018" beside "became mayor in 2013"
    is_surely_cut_short: bool  # and neither tells much else, another time or a plan


@dataclass(frozen=True, slots=True)
class DatePair:
    left: Moment
    right: Moment
    interval: Interval
    signs: DateSigns


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What two passages say apart from their times: it is the same for whichever times of theirs answer each other."""

    left_over: int
    most_left_over: int
    names_beyond: tuple[bool, bool]  # whether each side names somebody or some place that the other does not
    figures_differ: bool
    is_firmly_other: bool
    is_translated: bool
    polarity_differs: bool
    ordinals_differ: bool
    opposites: bool
    is_planned: bool  # one side or both tell of what is to be
    stems: tuple[frozenset[str], frozenset[str]]  # of all words of each side


def pairs(pair: Pair, lexicon: Lexicon) -> tuple[DatePair, ...]:
    """Times of both sides that answer each other, with what speaks for it."""
    a, b = _of_one_event(pair.left, pair.right)
    chosen, free_a, free_b = _paired(a, b)
    if not chosen:
        return ()
    around = _surroundings(pair, lexicon)
    found = []
    for i, j, interval in chosen:
        rivals = sum(_is_one_sort(a[i].moment, b[k].moment) for k in free_b) + sum(
            _is_one_sort(a[k].moment, b[j].moment) for k in free_a
        )
        found.append(DatePair(a[i].moment, b[j].moment, interval, _signs(a[i], b[j], around, rivals)))
    return tuple(found)


def _of_one_event(left: Reading, right: Reading) -> tuple[tuple[ToldTime, ...], tuple[ToldTime, ...]]:
    """The times of both sides, without those of the telling, unless that is what both tell of."""
    a, b = told_times(left), told_times(right)
    if is_telling_itself_told(left.text, right.text, (left.language, right.language)):
        return a, b
    return _without_telling(a, left), _without_telling(b, right)


def _without_telling(told: tuple[ToldTime, ...], side: Reading) -> tuple[ToldTime, ...]:
    return tuple(each for each in told if not is_of_telling(side.text, each.moment.span, side.language))


def _paired(a: Sequence[ToldTime], b: Sequence[ToldTime]) -> tuple[list[tuple[int, int, Interval]], set[int], set[int]]:
    """Times that answer each other, by index with how they stand, and the indices of both sides that are left.

    Equal times are paired first, and those that are apart last.
    """
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
            if _is_of_other_event(a[i], b[j]) or _is_of_other_event(b[j], a[i]):
                continue
            if interval is Interval.APART and not _is_one_sort(a[i].moment, b[j].moment):
                continue
            free_a.discard(i)
            free_b.discard(j)
            chosen.append((i, j, interval))
    kept = [
        (i, j, interval)
        for i, j, interval in chosen
        if interval is not Interval.APART or not (_repeats(i, a) or _repeats(j, b))
    ]
    return kept, free_a, free_b


def _is_of_other_event(told: ToldTime, other: ToldTime) -> bool:
    """Whether one of the two days in "resigned two days after the vote on 3 May" is held against the other's event.

    The vote's day is told only of what is said of the vote, and the day of the resignation only of what is not.
    """
    if not told.event or (other.event and told.moment.is_counted == other.moment.is_counted):
        return False
    if told.moment.is_counted:
        return bool(told.event & other.near)
    return other.opening not in told.event


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


def _surroundings(pair: Pair, lexicon: Lexicon) -> _Surroundings:
    left, right = pair.left, pair.right
    ours, theirs = profile(left), profile(right)
    rest_left = unmet(ours.words, theirs.words, lexicon.affinity)
    rest_right = unmet(theirs.words, ours.words, lexicon.affinity)
    is_translated = left.language != right.language
    return _Surroundings(
        left_over=min(len(rest_left), len(rest_right)),
        most_left_over=max(len(rest_left), len(rest_right)),
        names_beyond=(bool(ours.names - theirs.names), bool(theirs.names - ours.names)),
        figures_differ=any(match.standing in _ODD for match in pair.figures),
        is_firmly_other=bool(ours.otherness & words_of(FIRMLY_OTHER, left.language))
        != bool(theirs.otherness & words_of(FIRMLY_OTHER, right.language)),
        is_translated=is_translated,
        polarity_differs=is_negated(left.tokens, left.language) != is_negated(right.tokens, right.language),
        ordinals_differ=_are_other_cases(left, right) or are_routes_turned(left, right),
        opposites=not is_translated
        and any(lexicon.are_antonyms(x, y, left.language) for x in sorted(rest_left) for y in sorted(rest_right)),
        is_planned=any(mood_marks(side, MoodMark.PLAN) for side in (left, right)),
        stems=(_stems(left), _stems(right)),
    )


def _are_other_cases(left: Reading, right: Reading) -> bool:
    languages = left.language, right.language
    return ordinals_differ(left.tokens, right.tokens, languages) and ordinals_differ(
        _beside_times(left), _beside_times(right), languages
    )


def _beside_times(side: Reading) -> list[Token]:
    """The tokens of no time: "the second half of 2024" is no second case of anything."""
    spans = date_spans(side)
    return [each for each in side.tokens if not any(span.start <= each.span.start < span.end for span in spans)]


def _signs(a: ToldTime, b: ToldTime, around: _Surroundings, rivals: int) -> DateSigns:
    same_precision = _precision(a.moment) == _precision(b.moment)
    years = a.moment.spoken_year, b.moment.spoken_year
    return DateSigns(
        left_over=around.left_over,
        names_apart=all(around.names_beyond),
        figures_differ=around.figures_differ,
        is_firmly_other=around.is_firmly_other,
        same_bearing=a.moment.bearing == b.moment.bearing,
        bearings_clash=_clash(a, b),
        is_rejected=a.is_rejected or b.is_rejected,
        is_translated=around.is_translated,
        is_day=same_precision and _precision(a.moment) in {"day", "clock"},
        stages_differ=_stages_differ(a.phases, b.phases),
        is_of_news=_stages_differ(a.phases, b.phases, _OF_NEWS)
        and not (a.is_still or b.is_still or around.polarity_differs),
        same_precision=same_precision,
        is_attribute=a.is_attribute or b.is_attribute,
        both_attributes=a.is_attribute and b.is_attribute,
        insists=a.insists or b.insists,
        polarity_differs=around.polarity_differs and not _breaks_bound(a.moment, b.moment),
        ordinals_differ=around.ordinals_differ,
        opposites=around.opposites,
        keeps_bound=_keeps_bound(a.moment, b.moment) or _keeps_bound(b.moment, a.moment),
        lasts=_lasting(a, b, polarity_differs=around.polarity_differs),
        is_denied_once=_is_denied_once(a, b) and not rivals and around.left_over <= 1,
        is_of_another_thing=not around.is_translated and _is_of_another_thing(a, b, around.stems),
        are_plans_of_two_years=years[0] is not None and years[1] is not None and max(years[0], years[1]) > 0,
        is_cut_short=is_cut_short(a, b) or is_cut_short(b, a),
        turns_within=turns_within(a, b) or turns_within(b, a),
        is_surely_cut_short=not (rivals or around.most_left_over > 1 or around.is_planned or around.polarity_differs)
        # "The strike in Leeds ended on 5 May": elsewhere it may have gone on.
        and (
            (is_surely_cut_short(a, b) and not around.names_beyond[1])
            or (is_surely_cut_short(b, a) and not around.names_beyond[0])
        ),
    )


@annotation
def _stems(reading: Reading) -> frozenset[str]:
    return frozenset(meeting_stem(token.lower, reading.language) for token in reading.tokens)


def _is_of_another_thing(a: ToldTime, b: ToldTime, stems: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether one time tells a thing apart of which the other side says nothing: "our letter of September 2022"."""
    return any(each.thing and each.thing not in other for each, other in ((a, stems[1]), (b, stems[0])))


def _keeps_bound(bound: Moment, point: Moment) -> bool:
    """Whether a time lies behind an earliest time ("no earlier than 15 October" / "on 1 November")."""
    return bound.bearing is Bearing.AFTER and point.bearing is Bearing.AT and _order(point, bound) > 0


def _breaks_bound(a: Moment, b: Moment) -> bool:
    """Whether one time lies before the other's earliest time: the "not" of "not before 2027" is then in the bound."""
    return any(
        bound.bearing is Bearing.AFTER and point.bearing is Bearing.AT and _order(point, bound) < 0
        for bound, point in ((a, b), (b, a))
    )


def _is_denied_once(a: ToldTime, b: ToldTime) -> bool:
    """Whether one side denies something for a time, and the other says nothing but that it happened at another."""
    if a.insists or b.insists:
        return False
    return a.is_denied != b.is_denied and a.moment.bearing is b.moment.bearing is Bearing.AT


def _lasting(a: ToldTime, b: ToldTime, *, polarity_differs: bool) -> Lasting:
    """ "Ended on 4 June": "still went on on 2 June" is true as well, "still went on on 9 June" is not."""
    for end, state in ((a, b), (b, a)):
        if state.is_still and not end.is_still and "end" in end.phases and "end" not in state.phases:
            order = _order(state.moment, end.moment)
            return Lasting.UNTOLD if not order else Lasting.BEFORE_END if order < 0 else Lasting.AFTER_END
    for since, before in ((a, b), (b, a)):
        # "Did not work in May", "has been working since July"
        if polarity_differs and since.moment.bearing is Bearing.SINCE and before.moment.bearing is Bearing.AT:
            return Lasting.BEFORE_END if _order(before.moment, since.moment) < 0 else Lasting.UNTOLD
    for state, event in ((a, b), (b, a)):
        if state.is_state and not event.is_still and _order(state.moment, event.moment) < 0:
            return Lasting.UNTOLD if event.insists or event.is_rejected else Lasting.BESIDE
    return Lasting.UNTOLD


def _stages_differ(a: frozenset[str], b: frozenset[str], stages: Sequence[tuple[str, str]] = _STAGES) -> bool:
    return any(
        x in a and y in b and not (x in b or y in a)
        for first, second in stages
        for x, y in ((first, second), (second, first))
    )


def _repeats(index: int, told: Sequence[ToldTime]) -> bool:
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
    if moment.is_listed:  # what happens on several days may happen on others
        return "span"
    if moment.days is not None:
        return "day" if moment.days[0] == moment.days[1] else "span"
    return "day" if moment.day_of_month is not None else "year"


def _is_one_sort(a: Moment, b: Moment) -> bool:
    """Whether two times are named in comparable parts, so that being apart means something."""
    return relate(a, b) is not Interval.UNKNOWN


def _clash(a: ToldTime, b: ToldTime) -> bool:
    """A deadline beside a day, a bound that the other time keeps: no conflict."""
    first, second = a.moment, b.moment
    pair = {first.bearing, second.bearing}
    if first.bearing == second.bearing:
        return False
    for bound, other in ((first, second), (second, first)):
        if bound.bearing is Bearing.BEFORE and other.bearing is not Bearing.AFTER and _order(other, bound) < 0:
            return True
    if _falls_within(a, b) or _falls_within(b, a):
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


def _falls_within(a: ToldTime, b: ToldTime) -> bool:
    """Whether a time lies before the end of what lasts: "closed on 4 March" beside "stayed closed until the 18th".

    All that is told of the time has to be told of what lasts: what "was lifted" on the 4th did not last until the 18th.
    "Expires on" names an end too.
    """
    if a.moment.bearing is not Bearing.AT or b.moment.bearing is not Bearing.UNTIL or "end" in b.own_phases:
        return False
    return _order(a.moment, b.moment) < 0 and a.near <= b.near


def _order(a: Moment, b: Moment) -> int:
    """-1 where the first time lies wholly before the second, 1 where after, 0 where that cannot be said."""
    ends_a, ends_b = ends(a), ends(b)
    dates = ((ends_a, ends_b),) if ends_a and ends_b else ((a.years, b.years), (a.days, b.days))
    for x, y in (*dates, (a.clock, b.clock)):
        if x is None or y is None or x[1] < x[0] or y[1] < y[0]:  # over New Year: before or after a day of any year?
            continue
        if x[1] < y[0] or y[1] < x[0]:
            return -1 if x[1] < y[0] else 1
    return 0


def _nearness(a: ToldTime, b: ToldTime) -> float:
    return (
        overlap(a.near, b.near)
        + 0.5 * (a.moment.bearing == b.moment.bearing)
        + 0.4 * (_precision(a.moment) == _precision(b.moment))
        + 0.3 * (a.phases == b.phases)
    )
