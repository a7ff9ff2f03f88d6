"""When two figures for the same thing are equal, when one is a bound of the other, when both cannot be true."""

from __future__ import annotations

from dataclasses import replace
from math import exp

from statement_compare.engine.annotate.quantity_words import Role
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.units import COUNT
from statement_compare.engine.facts.corrected import corrected, uncovered
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.figure_pairing import Match, Signs
from statement_compare.engine.facts.figure_standing import Standing
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.facts.quantifier import Share, quantified
from statement_compare.engine.model import ReasonKind, Span

# Strength of an equal whole where only one side tells a part of it.
_OF_THE_WHOLE = 0.2
# Of one that a side only cites.
_CITED = 0.2
# Of two that are equal but for a sign, and its rule: it bars an agreement, and undoes no conflict of other figures.
_BUT_FOR_SIGN = 0.3
OPEN_SIGN = "number.open_sign"


def compare(pair: Pair, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Facts about figures; units, currencies and rates that differ under one figure are those of `units`."""
    corrections = corrected(pair, lexicon)
    said = (each.fact for each in corrections)
    return (
        *(fact for fact in said if fact is not None and fact.kind is ReasonKind.NUMBER),
        *uncovered(_compared(pair), corrections),
    )


def _compared(pair: Pair) -> tuple[Fact, ...]:
    wholes = tuple(_wholes_of_parts(reading) for reading in (pair.left, pair.right))
    found = ((_fact(match), match) for match in pair.figures)
    return tuple(
        replace(fact, strength=_OF_THE_WHOLE) if _is_of_the_whole_alone(fact, match, wholes) else fact
        for fact, match in found
        if fact is not None
    )


def _wholes_of_parts(reading: Reading) -> tuple[Span, ...]:
    """Where a passage tells a whole of which it speaks of a part alone: "fourteen" in "of fourteen, nine"."""
    tokens = reading.tokens
    return tuple(
        Span(tokens[each.counted[0]].span.start, tokens[each.counted[-1]].span.end)
        for each in quantified(reading)
        if each.share is Share.PART and each.counted
    )


def _is_of_the_whole_alone(fact: Fact, match: Match, wholes: tuple[tuple[Span, ...], ...]) -> bool:
    """Whether what is the same is only the whole of what one side tells a part of.

    "All 14 ships were checked" and "of fourteen ships nine were checked" have 14 in common, and contradict each other.
    """
    if fact.relation is not Relation.SAME:
        return False
    one, two = match.left, match.right
    is_whole = [
        any(each.start <= amount.span.start and amount.span.end <= each.end for each in some)
        or (amount.total is not None and other.total is None and other.value == amount.total != amount.value)
        for amount, other, some in ((one, two, wholes[0]), (two, one, wholes[1]))
    ]
    return is_whole[0] != is_whole[1]


def _fact(match: Match) -> Fact | None:
    signs = match.signs
    if match.standing in (Standing.EQUAL, Standing.CONVERTED, Standing.ROUNDED, Standing.DERIVED):
        strength = {Standing.EQUAL: 0.9, Standing.CONVERTED: 0.85, Standing.ROUNDED: 0.6, Standing.DERIVED: 0.6}[
            match.standing
        ]
        if match.standing is Standing.DERIVED and match.left.total is not None and signs.total == 1.0:
            strength = 0.85  # "a quarter of the 320" and "80 of the 320"
        is_small = match.left.dimension is match.right.dimension is COUNT and match.left.written <= 12
        if signs.noun == 0.0 and is_small and match.standing is Standing.EQUAL:
            strength = 0.5  # three people and three times: small figures are often equal by chance
        if (Role.CITED in match.left.roles) != (Role.CITED in match.right.roles):
            # "The much-quoted 96 per cent is reached by counting calls": the figure of the other side, not agreed to.
            strength = min(strength, _CITED)
        return _made(match, Relation.SAME, strength, f"number.{match.standing.value}")
    if match.standing is Standing.WITHIN:
        return _made(match, Relation.QUALIFIES, 0.8 * (0.5 + 0.5 * signs.noun), "number.within_bound")
    if match.standing is Standing.NEAR:
        return _made(match, Relation.QUALIFIES, 0.4, "number.near")
    if match.standing is Standing.OVERLAP:
        return _made(match, Relation.OTHER, 0.7, "number.overlap")
    if match.standing is Standing.OTHER_ROLE:
        return _made(match, Relation.OTHER, 0.8, "number.other_role")
    if match.standing is Standing.OPEN:
        return _made(match, Relation.OTHER, 0.7, "number.open_unit")
    if match.standing is Standing.OPEN_SIGN:
        return _made(match, Relation.OTHER, _BUT_FOR_SIGN, OPEN_SIGN)
    if match.standing in (Standing.DIFFERENT, Standing.BEYOND):
        return _differing(match)
    return None


def _differing(match: Match) -> Fact:
    signs = match.signs
    if signs.divides_cases:
        return _made(match, Relation.OTHER, 0.7, "number.other_case")
    if signs.periods_differ and not signs.is_rejected:
        return _made(match, Relation.OTHER, 0.7, "number.other_period")
    if signs.is_of_part_of_period and not signs.is_rejected:
        return _made(match, Relation.OTHER, 0.6, "number.other_period")
    if (signs.is_one_difference or signs.is_one_average) and not signs.is_rejected:
        return _made(match, Relation.OTHER, 0.5, "number.other_role")
    if signs.is_one_capacity and not signs.is_rejected:
        return _made(match, Relation.OTHER, 0.8, "number.capacity")
    if signs.is_firmly_other and not signs.is_rejected:
        return _made(match, Relation.OTHER, 0.5, "number.other_case")
    if signs.ordinals_apart or signs.routes_turned:
        return _made(match, Relation.OTHER, 0.85, "number.other_case")
    rule = "number.beyond_bound" if match.standing is Standing.BEYOND else "number.differ"
    return _made(match, Relation.CONFLICT, strength_of(signs, match.standing is Standing.BEYOND), rule)


# Weights of a logistic regression over the signs, fitted on statement groups written for this project; what counts
# most is how little else differs. Without any sign two differing figures are of one thing in less than half the cases.
_BIAS = -0.27


def strength_of(signs: Signs, is_beyond: bool) -> float:
    """How sure two differing figures are of one thing, and so cannot both be true (0 to 1)."""
    vicinity = 0.0 if signs.is_translated else signs.vicinity
    score = (
        _BIAS
        + 0.92 * signs.closeness
        + 0.33 * (signs.left_over == 0)
        - 0.28 * min(signs.left_over, 3)
        - 0.60 * signs.names_apart
        - 0.66 * vicinity
        + 0.90 * (signs.vicinity == 1.0)
        + 0.19 * (signs.total == 1.0)
        - 0.24 * (signs.noun == 0.0)
        + 0.29 * min(signs.equals, 2)
        + 0.78 * signs.is_rejected
        - 0.37 * signs.phase_differs
        - 0.49 * signs.period_one_sided
        + 0.54 * signs.period_shared
        + 1.28 * signs.is_translated
        - 0.49 * is_beyond
        + 0.48 * signs.insists
        - 0.27 * signs.is_bare
    )
    strength = 1 / (1 + exp(-score))
    # Two figures that changed places ("3 died, 12 hurt" / "12 died, 3 hurt") did not do so by chance.
    if signs.is_swapped and signs.left_over <= 1:
        return max(strength, 0.7)
    return min(strength, 0.4) if signs.is_half_swapped else strength


def _made(match: Match, relation: Relation, strength: float, rule: str) -> Fact:
    # Words of an equal figure count as said by both sides: what stands between it and a negation is not.
    one, two = (each.span if relation is Relation.SAME else each.marked for each in (match.left, match.right))
    return Fact(ReasonKind.NUMBER, relation, one, two, round(strength, 3), rule)
