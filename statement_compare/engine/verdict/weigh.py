"""What a fitted table says of a pair that a model has read, and when its chances are enough for a verdict."""

from __future__ import annotations

from statement_compare.engine.annotate.charges import tells_a_charge
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.facts.comparison import CONVERSE, TURNED
from statement_compare.engine.facts.entity import PERHAPS_ONE
from statement_compare.engine.facts.exclusivity import Reach, limits, opens_to_others
from statement_compare.engine.facts.fact import FIGURES, Fact, Relation
from statement_compare.engine.facts.lexical_coverage import differs_in_polarity, has_content
from statement_compare.engine.facts.negation import OF_DEGREE
from statement_compare.engine.facts.opposites import IN_FRAME, SURE
from statement_compare.engine.facts.quantifier import SOFTER
from statement_compare.engine.model import Preset, ReasonKind, Verdict
from statement_compare.engine.verdict.decide import (
    AGREEMENT_RULES,
    THRESHOLDS,
    Decision,
    Evidence,
    equal_facts,
    facts_conflict,
    named_conflicts,
    open_sign,
    softening_facts,
)
from statement_compare.engine.verdict.features import Features, features
from statement_compare.engine.verdict.weights import Weights

# Share of a preset's chance that is enough where the fact rules alone would give the verdict. On statement pairs left
# out in turn it finds a sixth more contradictions, with no loss of precision.
_SECONDED = 0.5
# Strength of a conflict from which no agreement is told: figures that differ need less, since models read them badly.
_DISPUTES, _FIGURES_DISPUTE = 0.3, 0.15
_ALL = 0.85
# Log odds of a contradiction, in the surer direction, below which the model has not seen one: a fact has to be named.
_SEEN_BY_THE_MODEL, _NOTHING = -0.85, -9.0
# The least that a model has to give each direction for an agreement on its word alone, and what speaks against one.
_SURE_BOTH_WAYS = 0.5
# Chance of a contradiction, in the surer direction, from which a pair is never told as an agreement.
_BARS_AN_AGREEMENT = 0.25
# "For one alone" against "for all" (see `_is_alone_against_others`): what a model gives "neutral" at most, in its surer
# and its less sure direction, where it takes both for one matter; what it gives a paraphrase; and the least strength of
# the fact. All nine pairs of English corpus groups and disputes that fulfil it contradict each other. Where a model
# read them within both statements, what it gives "not one claim" at most: of 37 pairs of 1,215 English disputes with
# such a fact one fulfils it, and contradicts.
_ONE_MATTER, _SURELY_THE_SAME, _ALONE_AGAINST_OTHERS = (0.3, 0.4), 0.9, 0.25
_ONE_MATTER_IN_WHOLE = (0.5, 0.75)
_AGAINST_THE_MODEL = (ReasonKind.DENIAL, ReasonKind.ATTRIBUTION, ReasonKind.EXCLUSIVITY, ReasonKind.NEGATION)
# Strength of a fact from which both sides surely speak of two matters, and from which they say the same turned round.
SURELY_ANOTHER, _ALIKE = 0.7, 0.45
_SURELY_SOFTER = 0.8
# Rules of which no chance of a model undoes a sure conflict.
_SURE_RULES = frozenset({IN_FRAME, TURNED})
# Rules of facts that only arithmetic can see, and their strength from which they speak against the model.
_BY_SUMS, _SURE_SUM, _WITHIN = frozenset({"number.converted", "number.derived"}), 0.6, "number.within_bound"


def weighed(evidence: Evidence, preset: Preset, weights: Weights, found: Features | None = None) -> Decision:
    """The verdict on a pair that a model has read; its confidence is the chance that the verdict holds, or where sure
    facts made up for a lower one, the least that the preset asks for. `found` is what `features` gives, if it is known.

    The facts that carry it come first. Where none does, it is the model's, whose reason has no words yet: finding them
    takes further questions to the model, which are asked for all pairs together.
    """
    if not (has_content(evidence.left) and has_content(evidence.right)):
        return Decision(Verdict.UNCLEAR, 0.0, (), "nothing_said")
    found = features(evidence) if found is None else found
    chances = weights.chances(found)
    enough = weights.enough[preset]
    # Where facts are sure by themselves half of the chance is enough; below it the table still bars the verdict.
    by_facts = facts_conflict(evidence, THRESHOLDS[preset])
    asked = enough.to_contradict(evidence)
    if by_facts is None and _has_sums(evidence, found):
        asked = max(asked, weights.enough[Preset.STRICT].to_contradict(evidence))
    least = asked if by_facts is None else _SECONDED * asked
    if by_facts is not None and any(fact.rule in _SURE_RULES and fact.strength >= SURE for fact in evidence.facts):
        # "Lead exceeds the limit" / "Lead is below the limit": word for word the same but for opposites. Models misread
        # single words in short sentences, and which thing is compared with which; no chance of theirs undoes it.
        least = 0.0
    if preset is not Preset.STRICT and _is_alone_against_others(evidence):
        by_facts, least = by_facts or Decision(Verdict.CONTRADICTION, 0.0, (), "alone"), 0.0
    converse = _told_from_the_other_end(evidence)
    if converse is not None:
        return Decision(Verdict.AGREEMENT, max(chances[Verdict.AGREEMENT], enough.agreement), (converse,), "weighed")
    is_elsewhere = _is_of_another_matter(evidence)
    is_likelier = by_facts is not None or chances[Verdict.CONTRADICTION] >= chances[Verdict.AGREEMENT]
    is_told = bool(named_conflicts(evidence)) or (
        max(found["contradicts_either"], found.get("contradicts_in_whole_either", _NOTHING)) >= _SEEN_BY_THE_MODEL
        and not (is_elsewhere or _says_alike(evidence) or _denies_a_degree(evidence) or _leaves_room(evidence))
    )
    if is_told and chances[Verdict.CONTRADICTION] >= least and is_likelier and not _says_the_same(found):
        carried = named_conflicts(evidence) or (_of_the_model(Relation.CONFLICT, "model.contradiction"),)
        sure = max(chances[Verdict.CONTRADICTION], asked)
        return Decision(Verdict.CONTRADICTION, sure, carried, "weighed")
    # A side that is softer agrees as far as it goes: what is not qualified for sure may still not be disputed.
    if chances[Verdict.QUALIFIED] >= max(enough.qualified, chances[Verdict.AGREEMENT]):
        carried = softening_facts(evidence) or (_of_the_model(Relation.QUALIFIES, "model.qualified"),)
        return Decision(Verdict.QUALIFIED, chances[Verdict.QUALIFIED], carried, "weighed")
    # What may be a contradiction by its facts may stay unclear; it is never told as an agreement.
    if not (_is_disputed(found) or is_elsewhere) and _is_enough_to_agree(
        evidence, preset, chances[Verdict.AGREEMENT], enough.agreement
    ):
        carried = equal_facts(evidence) or (_of_the_model(Relation.SAME, "model.agreement"),)
        return Decision(Verdict.AGREEMENT, max(chances[Verdict.AGREEMENT], enough.agreement), carried, "weighed")
    return Decision(Verdict.UNCLEAR, 0.0, (), "nothing_sure", chances[Verdict.CONTRADICTION])


def _is_alone_against_others(evidence: Evidence) -> bool:
    """Whether one side claims for one alone what the other gives to all of a kind, of one matter as the model sees it.

    "Exclusive access to the channel" / "a channel for all governments": models see that both speak of one thing, and
    take the one for part of the other, so that their answer is an agreement or none. "All airlines pay the same fee"
    is another matter than the exclusive use of a hangar, which no rule knows and a model does: it says neutral.
    """
    said, in_whole = evidence.entailment, evidence.in_whole
    if said is None or evidence.strongest(Relation.OTHER) is not None:
        return False
    is_one_matter = _is_little((said.forward.neutral, said.backward.neutral), _ONE_MATTER)
    if in_whole is not None and not is_one_matter:
        is_one_matter = _is_little((in_whole.forward.nothing, in_whole.backward.nothing), _ONE_MATTER_IN_WHOLE)
    if not is_one_matter or max(said.forward.entailment, said.backward.entailment) > _SURELY_THE_SAME:
        return False
    conflict = evidence.strongest(Relation.CONFLICT, ReasonKind.EXCLUSIVITY)
    if conflict is None or conflict.rule != "exclusivity.alone_or_all" or conflict.strength < _ALONE_AGAINST_OTHERS:
        return False
    return opens_to_others(evidence.left) or opens_to_others(evidence.right)


def _is_little(both: tuple[float, float], most: tuple[float, float]) -> bool:
    """Whether the chances of both directions are no more than `most`, that of the smaller one first."""
    low, high = sorted(both)
    return low <= most[0] and high <= most[1]


def _is_enough_to_agree(evidence: Evidence, preset: Preset, chance: float, enough: float) -> bool:
    """Whether a chance of agreement is enough: the whole of it where the model is sure both ways and nothing speaks
    against it, part of it where a fact rule agrees.

    A charge that one side only reports ("was sent a notice claiming that ...") never agrees with the charge itself,
    though both have the same figures: whoever reports it has not said that it is true.
    """
    if chance < _SECONDED * enough or _sees_a_contradiction(evidence) or _is_a_charge_of_one(evidence):
        return False
    if any(rule(evidence, THRESHOLDS[preset]) is not None for rule in AGREEMENT_RULES):
        return True
    return chance >= enough and _may_agree_by_the_model(evidence)


def _sees_a_contradiction(evidence: Evidence) -> bool:
    """Whether the model gives a contradiction more than a little either way, and nothing but a date is told alike.

    Two sentences about one night share its date, whatever they say of it: "no hotel was provided on the night of 19
    July" and "on the night of 19 July all were put up in hotels". Of equal amounts models know less than facts do.
    """
    said = evidence.entailment
    if said is None or any(fact.kind is not ReasonKind.DATE for fact in equal_facts(evidence)):
        return False
    seen = [said.forward.contradiction, said.backward.contradiction]
    if evidence.in_whole is not None:
        seen += [evidence.in_whole.forward.contradiction, evidence.in_whole.backward.contradiction]
    return max(seen) >= _BARS_AN_AGREEMENT


def _claims_to_be_alone(reading: Reading) -> bool:
    return any(limit.kind is Reach.ALONE for limit in limits(reading))


def _is_a_charge_of_one(evidence: Evidence) -> bool:
    """Whether one side reports that somebody is accused of something, and the other does not."""
    return len({tells_a_charge(each.text, each.language) for each in (evidence.left, evidence.right)}) > 1


def _may_agree_by_the_model(evidence: Evidence) -> bool:
    """Whether the model alone may call a pair an agreement.

    It takes "the claim is untrue" for the claim, and "exclusive access to a channel" for "a channel for all": so a
    denial, another speaker or an exclusive claim of one side leave the pair unclear.
    """
    said = evidence.entailment
    if said is None or min(said.forward.entailment, said.backward.entailment) < _SURE_BOTH_WAYS:
        return False
    if len({_claims_to_be_alone(each) for each in (evidence.left, evidence.right)}) > 1:
        return False
    against = (
        evidence.strongest(Relation.OTHER, ReasonKind.ATTRIBUTION),
        evidence.strongest(Relation.CONFLICT, *_AGAINST_THE_MODEL),
    )
    return all(fact is None or fact.strength < _FIGURES_DISPUTE for fact in against)


def _is_of_another_matter(evidence: Evidence) -> bool:
    """Whether the figures or times of both sides surely tell of two matters: "none was upheld this year", "two were
    upheld in 2021"; "rose by 5 per cent", "rose to 5 per cent". So do two figures that differ in a sign alone.

    A model takes the one for a denial of the other, or for the same: its word alone gives no verdict then.
    """
    elsewhere = evidence.strongest(Relation.OTHER, *FIGURES)
    return (elsewhere is not None and elsewhere.strength >= SURELY_ANOTHER) or open_sign(evidence) is not None


def _says_alike(evidence: Evidence) -> bool:
    """Whether both sides deny the same ("rejects the claim that it knew", "did not know"), say it by an opposite
    ("is not true that they were unarmed", "were armed") or compare it from two ends: models see the one denial, and the
    opposite words.
    """
    turned = evidence.strongest(Relation.SAME, ReasonKind.DENIAL, ReasonKind.ANTONYM)
    is_converse = any(fact.rule == CONVERSE for fact in evidence.facts)
    return is_converse or _keeps_a_bound(evidence) or (turned is not None and turned.strength >= _ALIKE)


def _leaves_room(evidence: Evidence) -> bool:
    """Whether both may be true as their words stand, though models see a contradiction: "was held in Lyon", "was held
    in France"; "not all recovered", "most recovered".
    """
    return any(
        fact.rule == PERHAPS_ONE or (fact.rule == SOFTER and fact.strength >= _SURELY_SOFTER) for fact in evidence.facts
    )


def _denies_a_degree(evidence: Evidence) -> bool:
    """ "Found no serious defects", "found four defects": both may hold, and a model sees the negation alone."""
    return any(fact.rule == OF_DEGREE and fact.strength >= _ALIKE for fact in evidence.facts)


def _keeps_a_bound(evidence: Evidence) -> bool:
    """ "Never went above 3", "the highest was 3": the negation is in the bound, and the only other figure keeps it."""
    if any(len(quantities(each)) != 1 for each in (evidence.left, evidence.right)):
        return False
    keeps = any(fact.rule == _WITHIN and fact.strength >= _SURE_SUM for fact in evidence.facts)
    return keeps and differs_in_polarity(evidence.left, evidence.right)


def _told_from_the_other_end(evidence: Evidence) -> Fact | None:
    """The fact that both compare the same from two ends ("A is more than B", "B is less than A"), where nothing speaks
    against it. Models take the opposite words for a contradiction.
    """
    found = next((fact for fact in evidence.facts if fact.rule == CONVERSE and fact.strength >= SURE), None)
    against = (evidence.strongest(Relation.CONFLICT), evidence.strongest(Relation.OTHER))
    return None if any(fact is not None and fact.strength >= _DISPUTES for fact in against) else found


def _conflict(found: Features) -> float:
    return max(found["conflict_figures"], found["conflict_logic"], found["conflict_roles"])


def _is_disputed(found: Features) -> bool:
    return _conflict(found) >= _DISPUTES or found["conflict_figures"] >= _FIGURES_DISPUTE


def _says_the_same(found: Features) -> bool:
    """Whether all words and figures of each side are answered by the other's, as with "26 tonnes" and "26,000 kg"."""
    return found["covered_both"] >= _ALL and found["rules_agreement"] > 0 and _conflict(found) < _FIGURES_DISPUTE


def _has_sums(evidence: Evidence, found: Features) -> bool:
    """Whether figures of one side follow from the other's: by a sum ("four of seven", "three of them were not") or in
    another unit ("47 °C", "117 °F").

    Models do no sums: where no fact conflicts, one has to be as sure as the strictest preset asks.
    """
    is_told = any(f.rule in _BY_SUMS and f.strength >= _SURE_SUM for f in evidence.facts)
    return is_told and _conflict(found) < _FIGURES_DISPUTE


def _of_the_model(relation: Relation, rule: str) -> Fact:
    return Fact(ReasonKind.MODEL, relation, None, None, 1.0, rule)
