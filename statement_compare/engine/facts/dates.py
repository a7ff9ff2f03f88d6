"""When two dates, periods or times of day of one event meet, bound each other, or cannot both be true."""

from __future__ import annotations

from statement_compare.engine.annotate.time_of_telling import event_moments
from statement_compare.engine.annotate.times import Bearing, Interval, are_other_ends, years_apart
from statement_compare.engine.facts.corrected import corrected_in_time, uncovered
from statement_compare.engine.facts.date_pairing import DatePair, DateSigns, Lasting, pairs
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.model import ReasonKind


def compare(pair: Pair, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Facts about times. Equal and contained times are paired first; what is left of both sides may be at odds."""
    corrections = corrected_in_time(pair)
    found = tuple(fact for fact in map(_fact, pairs(pair, lexicon)) if fact is not None)
    said = (*(each.fact for each in corrections if each.fact is not None), *uncovered(found, corrections))
    return said or _of_years_apart(pair)


def _of_years_apart(pair: Pair) -> tuple[Fact, ...]:
    """ "None was upheld this year", "two were upheld in 2021": of two years, where no times could be held together."""
    apart = years_apart(*(event_moments(side) for side in (pair.left, pair.right)))
    if apart is None or not any(moment.is_relative for moment in apart):
        return ()
    left, right = apart
    return (Fact(ReasonKind.DATE, Relation.OTHER, left.marked, right.marked, 0.7, "date.other_period"),)


def _fact(pair: DatePair) -> Fact | None:
    signs = pair.signs
    if pair.interval is Interval.EQUAL:
        return _made(pair, Relation.SAME, 0.9, "date.equal")
    if pair.interval in (Interval.INSIDE, Interval.AROUND):
        if are_other_ends(pair.left, pair.right):
            return None  # "from 3 February to 5 May" beside "from 3 to 5 May"
        if signs.is_cut_short:
            # "Lasted from 3 to 10 May", "ended on 5 May"
            is_sure = signs.is_surely_cut_short and not signs.is_rejected
            return _made(pair, Relation.CONFLICT, 0.5, "date.differ") if is_sure else None
        if signs.turns_within:
            return None
        bound = {pair.left.bearing, pair.right.bearing} & {Bearing.BY, Bearing.BEFORE, Bearing.UNTIL}
        if bound and not signs.same_bearing:
            return _made(pair, Relation.QUALIFIES, 0.5, "date.within")
        return _made(pair, Relation.SAME, 0.7, "date.rounded")
    if pair.interval is Interval.OVERLAP:
        return None
    if signs.lasts is Lasting.BEFORE_END:
        return _made(pair, Relation.OTHER, 0.8, "date.other_case")
    if signs.lasts in (Lasting.AFTER_END, Lasting.BESIDE):
        return None
    if signs.is_firmly_other and not signs.is_rejected:
        return _made(pair, Relation.OTHER, 0.5, "date.other_case")
    if signs.figures_differ and not signs.is_rejected:
        return _made(pair, Relation.OTHER, 0.7, "date.other_period")
    if signs.is_of_news and signs.is_day:
        return _made(pair, Relation.OTHER, 0.7, "date.other_case")
    if signs.ordinals_differ or signs.opposites or signs.both_attributes or signs.stages_differ:
        return _made(pair, Relation.OTHER, 0.5, "date.other_case")
    if signs.keeps_bound:
        return _made(pair, Relation.QUALIFIES, 0.6, "date.within")
    if signs.are_plans_of_two_years:
        return _made(pair, Relation.OTHER, 0.8, "date.other_period")
    if signs.is_denied_once:
        return _made(pair, Relation.OTHER, 0.6, "date.other_period")
    if signs.is_of_another_thing and not signs.is_rejected:
        return None
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
