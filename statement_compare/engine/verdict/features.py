"""What is known of a pair as figures with names, which a fitted table weighs."""

from __future__ import annotations

from math import log
from typing import Final

from statement_compare.engine.annotate.concession import concedes
from statement_compare.engine.facts.fact import FIGURES, LOGIC, ROLES, Relation
from statement_compare.engine.facts.lexical_coverage import coverage, differs_in_polarity
from statement_compare.engine.model import EntailmentPair, InWholePair, ReasonKind, Verdict
from statement_compare.engine.text.anaphora import leans
from statement_compare.engine.verdict.decide import Evidence, by_rules, equal_facts

# A model that was never wrong in training is not sure without end.
_SUREST = 0.998
_LEAST_SCORE = 0.02
# Odds of a candidate pair beyond these say no more: 50 to 1 that both speak of one fact is enough.
_LEAST_ODDS, _MOST_ODDS = 1e-6, 50.0

Features = dict[str, float]
FEATURES_FORM: Final = 1
"""Counts up whenever a feature means something else than before: a table that was kept is then known for an old one."""


def features(evidence: Evidence) -> Features:
    """The evidence in figures with names; 0 is always "nothing of this was seen".

    Strengths of facts are 0 to 1, what the model says is in log odds (`*_in_whole_*`: of sentences that it read within
    both statements; `rivals_in_whole_*` are chances), `rules_*` is what the rules alone would say.
    """
    covered = coverage(evidence.uncovered, equal_facts(evidence))
    found = {
        "conflict_figures": _strength(evidence, Relation.CONFLICT, FIGURES),
        "conflict_logic": _strength(evidence, Relation.CONFLICT, LOGIC),
        "conflict_roles": _strength(evidence, Relation.CONFLICT, ROLES),
        "same_figures": _strength(evidence, Relation.SAME, FIGURES),
        "same_logic": _strength(evidence, Relation.SAME, LOGIC),
        "other_matter": _strength(evidence, Relation.OTHER, (*FIGURES, ReasonKind.ORDER, ReasonKind.ENTITY)),
        "other_view": _strength(evidence, Relation.OTHER, (ReasonKind.ATTRIBUTION, *LOGIC)),
        "softer": _strength(evidence, Relation.QUALIFIES, LOGIC),
        "softer_figures": _strength(evidence, Relation.QUALIFIES, FIGURES),
        **of_score(evidence),
        "covered": covered.of_shorter,
        "covered_both": min(covered.left_share, covered.right_share),
        "concedes": float(any(concedes(each.text, each.language) for each in (evidence.left, evidence.right))),
        # In answers that come in another order, or in a quotation, what it leans on may be anything.
        "leans": float(any(leans(each.text, each.language) for each in (evidence.left, evidence.right))),
        "polarity_differs": float(differs_in_polarity(evidence.left, evidence.right)),
    }
    if evidence.entailment is not None:
        found |= _of_model(evidence.entailment)
    if evidence.in_whole is not None:
        found |= _in_whole(evidence.in_whole)
    if evidence.standing is not None:
        found["log_odds"] = log(min(max(evidence.standing.odds, _LEAST_ODDS), _MOST_ODDS))
        found["rank_best"], found["rank_worst"] = (float(rank) for rank in evidence.standing.ranks)
    return found


def of_score(evidence: Evidence) -> Features:
    """The features that change with the score of the alignment; all others are the same whatever it is."""
    alone = by_rules(evidence)
    score = 1.0 if evidence.score is None else max(evidence.score, _LEAST_SCORE)
    return {
        "rules_contradiction": alone.get(Verdict.CONTRADICTION, 0.0),
        "rules_agreement": alone.get(Verdict.AGREEMENT, 0.0),
        "rules_qualified": alone.get(Verdict.QUALIFIED, 0.0),
        "unsure_pair": -log(score),
    }


def _of_model(said: EntailmentPair) -> Features:
    contradicts = sorted((said.forward.contradiction, said.backward.contradiction))
    entails = sorted((said.forward.entailment, said.backward.entailment))
    return {
        "contradicts_either": _log_odds(contradicts[1]),
        "contradicts_both": _log_odds(contradicts[0]),
        "entails_either": _log_odds(entails[1]),
        "entails_both": _log_odds(entails[0]),
    }


def _in_whole(said: InWholePair) -> Features:
    both = said.forward, said.backward
    contradicts = sorted(each.contradiction for each in both)
    agrees = sorted(each.agreement for each in both)
    bears = sorted(1 - each.nothing for each in both)
    return {
        "contradicts_in_whole_either": _log_odds(contradicts[1]),
        "contradicts_in_whole_both": _log_odds(contradicts[0]),
        "agrees_in_whole_either": _log_odds(agrees[1]),
        "agrees_in_whole_both": _log_odds(agrees[0]),
        "bears_in_whole_either": _log_odds(bears[1]),
        "bears_in_whole_both": _log_odds(bears[0]),
        "rivals_in_whole_either": max(said.rivals),
        "rivals_in_whole_both": min(said.rivals),
    }


def _log_odds(chance: float) -> float:
    chance = min(max(chance, 1 - _SUREST), _SUREST)
    return log(chance / (1 - chance))


def _strength(evidence: Evidence, relation: Relation, kinds: tuple[ReasonKind, ...]) -> float:
    fact = evidence.strongest(relation, *kinds)
    return 0.0 if fact is None else fact.strength
