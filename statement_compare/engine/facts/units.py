"""When the same figure stands with another unit, currency, scale or rate: "5 tonnes" / "5 kilograms"."""

from __future__ import annotations

from math import exp

from statement_compare.engine.annotate.quantities import Quantity
from statement_compare.engine.annotate.units import TIME
from statement_compare.engine.facts.corrected import corrected, uncovered
from statement_compare.engine.facts.fact import Fact, Lexicon, Relation
from statement_compare.engine.facts.figure_pairing import Match, Signs
from statement_compare.engine.facts.figure_standing import Standing
from statement_compare.engine.facts.pair import Pair
from statement_compare.engine.model import ReasonKind

_RULES = {
    Standing.OTHER_UNIT: "unit.differ",
    Standing.OTHER_SCALE: "unit.scale",
    Standing.OTHER_CURRENCY: "unit.currency",
    Standing.OTHER_RATE: "unit.rate",
}


def compare(pair: Pair, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Facts about units. Amounts that are equal once converted are facts of `numbers`."""
    corrections = corrected(pair, lexicon)
    said = (each.fact for each in corrections)
    found = tuple(_fact(match) for match in pair.figures if match.standing in _RULES)
    return (
        *(fact for fact in said if fact is not None and fact.kind is ReasonKind.UNIT),
        *uncovered(found, corrections),
    )


def _fact(match: Match) -> Fact:
    signs = match.signs
    rule = _RULES[match.standing]
    if signs.is_firmly_other or signs.periods_differ:
        return _made(match, Relation.OTHER, 0.5, "unit.other_case")
    if signs.ordinals_apart or signs.routes_turned:
        return _made(match, Relation.OTHER, 0.85, "unit.other_case")
    return _made(match, Relation.CONFLICT, strength_of(signs, match.left), rule)


def strength_of(signs: Signs, quantity: Quantity) -> float:
    """How sure the two amounts are one amount with its unit changed (0 to 1).

    Weights of a logistic regression over statement groups written for this project, as in `numbers`. The same
    figure of three digits seldom stands in both by chance; "three months" and "three years" often do.
    """
    vicinity = 0.0 if signs.is_translated else signs.vicinity
    digits = len(f"{abs(quantity.written):.10g}".replace(".", "").strip("0"))
    score = (
        1.24
        + 0.92 * signs.closeness
        - 0.68 * min(signs.left_over, 3)
        - 0.75 * signs.names_apart
        + 0.44 * vicinity
        + 1.00 * (signs.vicinity == 1.0)
        - 0.69 * min(signs.rivals, 1)
        + 0.55 * min(signs.equals, 2)
        - 0.37 * signs.is_other_case
        - 0.24 * (signs.noun == 0.0)
        + 0.44 * signs.period_shared
        + 0.47 * signs.is_translated
        + 0.16 * (digits >= 2)
        + 0.78 * (digits >= 3)
        - 0.46 * (quantity.dimension is TIME)
    )
    return 1 / (1 + exp(-score))


def _made(match: Match, relation: Relation, strength: float, rule: str) -> Fact:
    # Words of an equal figure count as said by both sides: what stands between it and a negation is not.
    one, two = (each.span if relation is Relation.SAME else each.marked for each in (match.left, match.right))
    return Fact(ReasonKind.UNIT, relation, one, two, round(strength, 3), rule)
