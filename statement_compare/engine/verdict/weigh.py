"""What each piece of evidence weighs: a small fitted table that turns it into the chances of the four verdicts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from math import exp, isfinite, log
from typing import Final

from statement_compare import bundled
from statement_compare.engine.align.rerank import Weighing
from statement_compare.engine.annotate.charges import tells_a_charge
from statement_compare.engine.annotate.concession import concedes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.facts.exclusivity import Reach, limits
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.lexical_coverage import coverage, differs_in_polarity, has_content
from statement_compare.engine.facts.opposites import IN_FRAME, SURE
from statement_compare.engine.model import EntailmentPair, Preset, ReasonKind, Verdict, Weighed
from statement_compare.engine.models import EntailmentModel, Models
from statement_compare.engine.text.anaphora import leans
from statement_compare.engine.verdict.decide import (
    AGREEMENT_RULES,
    THRESHOLDS,
    Decision,
    Evidence,
    by_rules,
    equal_facts,
    facts_conflict,
    named_conflicts,
    softening_facts,
)
from statement_compare.errors import ModelError

FIGURES = (ReasonKind.NUMBER, ReasonKind.DATE, ReasonKind.UNIT)
LOGIC = (
    ReasonKind.NEGATION,
    ReasonKind.ANTONYM,
    ReasonKind.EXCLUSIVITY,
    ReasonKind.QUANTIFIER,
    ReasonKind.MODALITY,
    ReasonKind.DENIAL,
)
ROLES = (ReasonKind.ENTITY, ReasonKind.ATTRIBUTION, ReasonKind.ORDER)
# A model that was never wrong in training is not sure without end.
_SUREST = 0.998
_LEAST_SCORE = 0.02
# Odds of a candidate pair beyond these say no more: 50 to 1 that both speak of one fact is enough.
_LEAST_ODDS, _MOST_ODDS = 1e-6, 50.0
# Share of a preset's chance that is enough where the fact rules alone would give the verdict. On statement pairs left
# out in turn it finds a sixth more contradictions, with no loss of precision.
_SECONDED = 0.5
# Strength of a conflict from which no agreement is told: figures that differ need less, since models read them badly.
_DISPUTES, _FIGURES_DISPUTE = 0.3, 0.15
_ALL = 0.85
# Log odds of a contradiction, in the surer direction, below which the model has not seen one: a fact has to be named.
_SEEN_BY_THE_MODEL = -0.85
# The least that a model has to give each direction for an agreement on its word alone, and what speaks against one.
_SURE_BOTH_WAYS = 0.5
# Chance of a contradiction, in the surer direction, from which a pair is never told as an agreement.
_BARS_AN_AGREEMENT = 0.25
_AGAINST_THE_MODEL = (ReasonKind.DENIAL, ReasonKind.ATTRIBUTION, ReasonKind.EXCLUSIVITY, ReasonKind.NEGATION)
# Rules of facts that only arithmetic can see, and their strength from which they speak against the model.
_BY_SUMS, _SURE_SUM = frozenset({"number.converted", "number.derived"}), 0.6

Features = dict[str, float]
FEATURES_FORM: Final = 1
"""Counts up whenever a feature means something else than before: a table that was kept is then known for an old one."""
THE_TABLE_OF_OTHERS: Final = "statement-thorough"
"""The table that weighs a model for which there is none."""


def features(evidence: Evidence) -> Features:
    """The evidence in figures with names; 0 is always "nothing of this was seen".

    Strengths of facts are 0 to 1, what the model says is in log odds, `rules_*` is what the rules alone would say.
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


def _log_odds(chance: float) -> float:
    chance = min(max(chance, 1 - _SUREST), _SUREST)
    return log(chance / (1 - chance))


def _strength(evidence: Evidence, relation: Relation, kinds: tuple[ReasonKind, ...]) -> float:
    fact = evidence.strongest(relation, *kinds)
    return 0.0 if fact is None else fact.strength


@dataclass(frozen=True, slots=True)
class Enough:
    """The chance from which a preset shows a verdict.

    A contradiction of a pair that no alignment vouches for needs the chance `alone`, where that is more: two sentences
    that somebody puts side by side are near misses more often than two that were paired out of two whole statements.
    """

    contradiction: float
    agreement: float
    qualified: float
    alone: float = 0.0

    def to_contradict(self, evidence: Evidence) -> float:
        return self.contradiction if evidence.score is not None else max(self.contradiction, self.alone)


@dataclass(frozen=True, slots=True)
class Weights:
    """A multinomial logistic regression by name, and each preset's thresholds; UNCLEAR stands for "none of these".

    `pairing` is how the same model's second look at candidate pairs is weighed. `among_many` is the table for a pair of
    sentences out of all that two statements hold, nearly all of which have nothing to do with each other.
    """

    constants: Mapping[Verdict, float]
    of: Mapping[Verdict, Mapping[str, float]]
    enough: Mapping[Preset, Enough]
    pairing: Weighing
    among_many: AmongMany | None = None

    def chances(self, found: Features) -> dict[Verdict, float]:
        """The chance of each verdict; they sum to 1."""
        totals = {
            verdict: self.constants[verdict] + sum(weight * found.get(name, 0.0) for name, weight in row.items())
            for verdict, row in self.of.items()
        }
        highest = max(totals.values())
        powers = {verdict: exp(total - highest) for verdict, total in totals.items()}
        whole = sum(powers.values())
        return {verdict: power / whole for verdict, power in powers.items()}


@dataclass(frozen=True, slots=True)
class AmongMany:
    """How candidate pairs of two statements are weighed.

    `bears` is a logistic regression by name ("constant" beside the features): the chance that both speak of one claim,
    from `least_to_bear` on a pair is shown though its verdict is unclear.
    """

    weights: Weights
    bears: Mapping[str, float]
    least_to_bear: float

    def chance_to_bear(self, found: Features) -> float:
        total = self.bears["constant"] + sum(
            weight * found.get(name, 0.0) for name, weight in self.bears.items() if name != "constant"
        )
        return 1 / (1 + exp(-total))


def read_weights(content: Mapping[str, object]) -> Weights:
    """The table of one model as training/fit_verdicts.py writes it; KeyError, TypeError or ValueError if it is none."""
    pairing = content["pairing"]
    if not isinstance(pairing, dict):
        raise TypeError("pairing must be an object")
    weighing = Weighing(**{key: float(value) for key, value in pairing.items()})
    plain = _read_rows(content, weighing)
    links = content.get("links")
    if links is None:
        return plain
    if not isinstance(links, dict) or not isinstance(links["bears"], dict):
        raise TypeError("links and bears must be objects")
    bears = {str(key): float(value) for key, value in links["bears"].items()}
    return replace(plain, among_many=AmongMany(_read_rows(links, weighing), bears, float(links["least_to_bear"])))


def _read_rows(content: Mapping[str, object], pairing: Weighing) -> Weights:
    rows, enough = content["weights"], content["enough"]
    if not isinstance(rows, dict) or not isinstance(enough, dict):
        raise TypeError("weights and enough must be objects")
    return Weights(
        {Verdict(name): float(row["constant"]) for name, row in rows.items()},
        {
            Verdict(name): {key: float(value) for key, value in row.items() if key != "constant"}
            for name, row in rows.items()
        },
        {Preset(name): Enough(**{key: float(value) for key, value in row.items()}) for name, row in enough.items()},
        pairing,
    )


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table that was fitted to a model of a person's own; `digest` is the SHA-256 of what it holds."""

    weights: Weights
    digest: str


def own_table(content: Mapping[str, object]) -> OwnTable:
    """A table as `calibration.fit_table` gives it; KeyError, TypeError or ValueError where it is none that is whole."""
    weights = read_weights(content)
    if weights.among_many is None:
        raise KeyError("links")
    many = weights.among_many
    for each in (weights, many.weights):
        if set(each.of) != set(Verdict) or set(each.enough) != set(Preset):
            raise ValueError("a verdict or a preset is missing")
    rows = [*weights.of.values(), *many.weights.of.values(), many.bears]
    constants = [*weights.constants.values(), *many.weights.constants.values(), many.least_to_bear]
    constants += [value for each in (weights, many.weights) for row in each.enough.values() for value in _figures(row)]
    constants += _figures(weights.pairing)
    if "constant" not in many.bears or not all(isfinite(value) for value in constants):
        raise ValueError("a constant is missing, or is no number")
    if not all(isfinite(value) for row in rows for value in row.values()):
        raise ValueError("a weight is no number")
    written = json.dumps(content, sort_keys=True, allow_nan=False)
    return OwnTable(weights, hashlib.sha256(written.encode()).hexdigest())


def _figures(row: Enough | Weighing) -> list[float]:
    return [float(getattr(row, each.name)) for each in fields(row)]


def weights_of(models: Models, left: str, right: str) -> Weights | None:
    """How the answers of the model that reads these two languages are weighed; None where none does."""
    model = models.entailment_for(left, right)
    if model is None:
        return None
    own = models.tables.get(model.sha256)
    if own is not None:
        return own.weights
    return weights_for(model.name if has_bundled_table(models, model) else THE_TABLE_OF_OTHERS)


def weighed_by(models: Models) -> tuple[Weighed, ...]:
    """For each entailment model of a comparison the table that weighs it, in the order of `Signature.models`."""
    roles = (("entailment", models.entailment), ("multilingual_entailment", models.multilingual_entailment))
    found = []
    for role, model in roles:
        if model is None:
            continue
        own = models.tables.get(model.sha256)
        if own is not None:
            found.append(Weighed(role, f"own sha256:{own.digest}", is_measured=True))
        else:
            is_measured = has_bundled_table(models, model)
            found.append(Weighed(role, model.name if is_measured else THE_TABLE_OF_OTHERS, is_measured))
    return tuple(found)


def has_bundled_table(models: Models, model: EntailmentModel) -> bool:
    """Whether a model is one of those whose tables come along. A stranger may bear the name of one of them."""
    is_strangers = models.is_own and model is models.entailment
    return not is_strangers and model.name in _bundled_tables()


@cache
def _bundled_tables() -> frozenset[str]:
    return frozenset(_read_bundled())


@cache
def weights_for(model: str) -> Weights:
    """The bundled table for a model of this name; another model is weighed as the thorough one is."""
    tables = _read_bundled()
    try:
        table = tables.get(model) or tables[THE_TABLE_OF_OTHERS]
        if not isinstance(table, dict):
            raise TypeError("a table must be an object")
        return read_weights(table)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged() from error


def _read_bundled() -> dict[str, object]:
    try:
        content = json.loads(bundled.path("verdicts.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged() from error
    if not isinstance(content, dict):
        raise _damaged()
    return content


def _damaged() -> ModelError:
    file = bundled.path("verdicts.json")
    return ModelError(
        "table.damaged",
        f"{file}: the table that weighs a model's answers cannot be read; install the program again, or compare "
        "with --model none",
        path=str(file),
    )


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
    # Facts that are sure by themselves need the table's chance less: it has a veto, not the only vote.
    by_facts = facts_conflict(evidence, THRESHOLDS[preset])
    asked = enough.to_contradict(evidence)
    if by_facts is None and _has_sums(evidence, found):
        asked = max(asked, weights.enough[Preset.STRICT].to_contradict(evidence))
    least = asked if by_facts is None else _SECONDED * asked
    if by_facts is not None and any(fact.rule == IN_FRAME and fact.strength >= SURE for fact in by_facts.facts):
        # "Lead exceeds the limit" / "Lead is below the limit": word for word the same but for opposites. Models misread
        # single words in short sentences, and no chance of theirs undoes it.
        least = 0.0
    is_likelier = by_facts is not None or chances[Verdict.CONTRADICTION] >= chances[Verdict.AGREEMENT]
    is_told = bool(named_conflicts(evidence)) or found["contradicts_either"] >= _SEEN_BY_THE_MODEL
    if is_told and chances[Verdict.CONTRADICTION] >= least and is_likelier and not _says_the_same(found):
        carried = named_conflicts(evidence) or (_of_the_model(Relation.CONFLICT, "model.contradiction"),)
        sure = max(chances[Verdict.CONTRADICTION], asked)
        return Decision(Verdict.CONTRADICTION, sure, carried, "weighed")
    # A side that is softer agrees as far as it goes: what is not qualified for sure may still not be disputed.
    if chances[Verdict.QUALIFIED] >= max(enough.qualified, chances[Verdict.AGREEMENT]):
        carried = softening_facts(evidence) or (_of_the_model(Relation.QUALIFIES, "model.qualified"),)
        return Decision(Verdict.QUALIFIED, chances[Verdict.QUALIFIED], carried, "weighed")
    # What may be a contradiction by its facts may stay unclear; it is never told as an agreement.
    if not _is_disputed(found) and _is_enough_to_agree(evidence, preset, chances[Verdict.AGREEMENT], enough.agreement):
        carried = equal_facts(evidence) or (_of_the_model(Relation.SAME, "model.agreement"),)
        return Decision(Verdict.AGREEMENT, max(chances[Verdict.AGREEMENT], enough.agreement), carried, "weighed")
    return Decision(Verdict.UNCLEAR, 0.0, (), "nothing_sure", chances[Verdict.CONTRADICTION])


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
    return max(said.forward.contradiction, said.backward.contradiction) >= _BARS_AN_AGREEMENT


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
