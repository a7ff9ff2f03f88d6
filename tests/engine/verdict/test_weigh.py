"""The fitted table: which evidence moves which chance, and what a verdict by it is told with."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from statement_compare import bundled
from statement_compare.engine.align.rerank import Weighing
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.lexical_coverage import uncovered
from statement_compare.engine.model import (
    CompareOptions,
    Entailment,
    EntailmentPair,
    Preset,
    ReasonKind,
    Span,
    Verdict,
    Weighed,
)
from statement_compare.engine.models import Models
from statement_compare.engine.pipeline import compare, judge_pair
from statement_compare.engine.readers import read_text
from statement_compare.engine.report import render
from statement_compare.engine.report.json import as_data
from statement_compare.engine.report.words.en import PHRASES
from statement_compare.engine.verdict.decide import Evidence, Standing
from statement_compare.engine.verdict.features import features
from statement_compare.engine.verdict.judge import judge
from statement_compare.engine.verdict.tables import weighed_by, weights_for, weights_of
from statement_compare.engine.verdict.weigh import weighed
from statement_compare.engine.verdict.weights import AmongMany, Enough, OwnTable, Weights, own_table, read_weights
from statement_compare.errors import ModelError

PAIRING = Weighing(0.0, 1.0, 1.0, 0.1, 0.2, 1.0, 0.0)
PLAIN = Weights(
    constants=dict.fromkeys(Verdict, 0.0),
    of={
        Verdict.CONTRADICTION: {"contradicts_either": 1.0, "conflict_figures": 4.0, "other_matter": -6.0},
        Verdict.AGREEMENT: {"entails_both": 1.0},
        Verdict.QUALIFIED: {"softer": 4.0},
        Verdict.UNCLEAR: {},
    },
    enough={preset: Enough(0.5, 0.5, 0.5) for preset in Preset},
    pairing=PAIRING,
)
DENIES = EntailmentPair(Entailment(0.02, 0.03, 0.95), Entailment(0.05, 0.15, 0.8))
ENTAILS = EntailmentPair(Entailment(0.97, 0.02, 0.01), Entailment(0.95, 0.04, 0.01))
NOTHING = EntailmentPair(Entailment(0.1, 0.8, 0.1), Entailment(0.1, 0.8, 0.1))


class PlainLexicon:
    def are_antonyms(self, left: str, right: str, language: str) -> bool:  # noqa: ARG002 - the Protocol names them
        return False

    def affinity(self, left: str, right: str) -> float:
        return float(left == right)


def evidence(*facts: Fact, said: EntailmentPair = NOTHING, score: float | None = None) -> Evidence:
    left, right = (lone_reading(text, "en") for text in ("The mine took on 40 people.", "It hired forty more staff."))
    return Evidence(left, right, facts, said, score, 0.4, uncovered(left, right, PlainLexicon()))


def fact(relation: Relation, kind: ReasonKind = ReasonKind.NUMBER, strength: float = 0.9) -> Fact:
    return Fact(kind, relation, Span(0, 3), Span(0, 2), strength, "number.differ")


def test_features_hold_the_strongest_fact_of_a_kind_and_the_models_log_odds() -> None:
    found = features(evidence(fact(Relation.CONFLICT), fact(Relation.CONFLICT, strength=0.3), said=DENIES))
    assert found["conflict_figures"] == 0.9
    assert found["conflict_logic"] == 0.0
    assert found["contradicts_either"] == pytest.approx(2.944, abs=0.001)
    assert found["contradicts_both"] == pytest.approx(1.386, abs=0.001)


def test_a_pair_that_a_person_put_together_is_sure_and_a_doubtful_one_is_not() -> None:
    assert features(evidence(score=None))["unsure_pair"] == 0.0
    assert features(evidence(score=0.5))["unsure_pair"] == pytest.approx(0.693, abs=0.001)


def test_the_model_alone_may_contradict_and_then_the_reason_is_its_own() -> None:
    decision = weighed(evidence(said=DENIES), Preset.NORMAL, PLAIN)
    assert decision.verdict is Verdict.CONTRADICTION
    assert [(f.kind, f.rule) for f in decision.facts] == [(ReasonKind.MODEL, "model.contradiction")]
    assert decision.confidence == pytest.approx(0.904, abs=0.001)


def test_the_model_alone_does_not_contradict_where_a_degree_alone_is_denied() -> None:
    denied = replace(fact(Relation.QUALIFIES, ReasonKind.NEGATION, 0.5), rule="negation.of_degree")
    manner = replace(denied, rule="negation.part_only")
    assert weighed(evidence(denied, said=DENIES), Preset.NORMAL, PLAIN).verdict is not Verdict.CONTRADICTION
    assert weighed(evidence(manner, said=DENIES), Preset.NORMAL, PLAIN).verdict is Verdict.CONTRADICTION


def test_facts_may_contradict_where_the_model_sees_nothing() -> None:
    conflict = fact(Relation.CONFLICT)
    decision = weighed(evidence(conflict), Preset.NORMAL, PLAIN)
    assert decision.verdict is Verdict.CONTRADICTION
    assert decision.facts == (conflict,)


def test_facts_veto_the_model_and_the_model_the_facts() -> None:
    assert weighed(evidence(fact(Relation.OTHER), said=DENIES), Preset.NORMAL, PLAIN).verdict is Verdict.UNCLEAR
    doubted = replace(PLAIN, of={**PLAIN.of, Verdict.UNCLEAR: {"contradicts_either": -2.0}})
    assert weighed(evidence(fact(Relation.CONFLICT)), Preset.NORMAL, doubted).verdict is Verdict.UNCLEAR


def test_facts_that_are_sure_by_themselves_need_less_of_the_table() -> None:
    hesitant = replace(
        PLAIN,
        of={**PLAIN.of, Verdict.CONTRADICTION: {"conflict_figures": 0.2}},
        enough={p: Enough(0.4, 0.9, 0.9) for p in Preset},
    )
    sure = weighed(evidence(fact(Relation.CONFLICT)), Preset.NORMAL, hesitant)
    assert sure.verdict is Verdict.CONTRADICTION
    assert sure.confidence == 0.4
    assert weighed(evidence(fact(Relation.CONFLICT, strength=0.4)), Preset.NORMAL, hesitant).verdict is Verdict.UNCLEAR


def test_what_the_rules_call_a_contradiction_is_never_told_as_an_agreement() -> None:
    trusting = replace(PLAIN, of={**PLAIN.of, Verdict.CONTRADICTION: {}})
    assert weighed(evidence(said=ENTAILS), Preset.NORMAL, trusting).verdict is Verdict.AGREEMENT
    assert weighed(evidence(fact(Relation.CONFLICT), said=ENTAILS), Preset.NORMAL, trusting).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize("rule", ["number.derived", "number.converted"])
def test_figures_that_follow_from_each_other_ask_more_of_the_model(rule: str) -> None:
    derived = replace(fact(Relation.SAME), rule=rule)
    strict = {**PLAIN.enough, Preset.STRICT: Enough(0.95, 0.9, 0.9)}
    table = replace(PLAIN, enough=strict)
    assert weighed(evidence(said=DENIES), Preset.NORMAL, table).verdict is Verdict.CONTRADICTION
    assert weighed(evidence(derived, said=DENIES), Preset.NORMAL, table).verdict is not Verdict.CONTRADICTION
    assert weighed(evidence(derived, said=DENIES), Preset.NORMAL, PLAIN).verdict is Verdict.CONTRADICTION


def test_a_pair_that_no_alignment_vouches_for_needs_more_to_contradict() -> None:
    table = replace(PLAIN, enough={preset: Enough(0.5, 0.5, 0.5, alone=0.95) for preset in Preset})
    assert weighed(evidence(said=DENIES, score=0.99), Preset.NORMAL, table).verdict is Verdict.CONTRADICTION
    assert weighed(evidence(said=DENIES), Preset.NORMAL, table).verdict is not Verdict.CONTRADICTION


def test_a_model_that_misreads_a_unit_does_not_overrule_two_sides_that_say_the_same_word_for_word() -> None:
    left, right = (
        lone_reading(f"The lorry carried {load} of scrap metal.", "en") for load in ("26 tonnes", "26,000 kg")
    )
    same = Fact(ReasonKind.UNIT, Relation.SAME, Span(18, 27), Span(18, 27), 0.9, "unit.same")
    alike = Evidence(left, right, (same,), DENIES, None, 0.9, uncovered(left, right, PlainLexicon()))
    assert weighed(alike, Preset.NORMAL, PLAIN).verdict is not Verdict.CONTRADICTION
    assert weighed(replace(alike, facts=()), Preset.NORMAL, PLAIN).verdict is Verdict.CONTRADICTION


@pytest.mark.parametrize(("left", "right"), [("", ""), ("$", "€"), ("we", "they"), ("...", "The plant closed.")])
def test_texts_that_say_nothing_get_no_verdict(left: str, right: str) -> None:
    sides = [lone_reading(text, "en") for text in (left, right)]
    for said in (DENIES, ENTAILS):
        empty = Evidence(*sides, (), said, None, 1.0, uncovered(*sides, PlainLexicon()))
        assert weighed(empty, Preset.LENIENT, PLAIN).verdict is Verdict.UNCLEAR


def test_a_contradiction_by_the_model_has_to_be_likelier_than_an_agreement() -> None:
    eager = replace(PLAIN, enough={preset: Enough(0.01, 0.5, 0.9) for preset in Preset})
    assert weighed(evidence(said=ENTAILS), Preset.NORMAL, eager).verdict is Verdict.AGREEMENT


def test_a_table_that_cannot_be_read_is_told_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bundled, "path", lambda *parts: tmp_path.joinpath(*parts))
    weights_for.cache_clear()
    with pytest.raises(ModelError, match="install the program again"):
        weights_for("statement-fast")
    (tmp_path / "verdicts.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be read"):
        weights_for("statement-fast")


def test_an_agreement_by_facts_needs_less_of_the_table_too() -> None:
    sides = [lone_reading("The mine took on 40 people in May.", "en") for _ in range(2)]
    alike = Evidence(*sides, (), NOTHING, 1.0, 1.0, uncovered(*sides, PlainLexicon()))
    hesitant = replace(PLAIN, of={key: {} for key in PLAIN.of}, enough={p: Enough(0.9, 0.4, 0.9) for p in Preset})
    assert weighed(alike, Preset.NORMAL, hesitant).verdict is Verdict.AGREEMENT
    assert weighed(evidence(), Preset.NORMAL, hesitant).verdict is Verdict.UNCLEAR


def test_equal_figures_are_the_reason_of_an_agreement_that_the_model_sees() -> None:
    same = fact(Relation.SAME)
    decision = weighed(evidence(same, said=ENTAILS), Preset.NORMAL, PLAIN)
    assert decision.verdict is Verdict.AGREEMENT
    assert decision.facts == (same,)


def test_a_softer_side_qualifies() -> None:
    softer = fact(Relation.QUALIFIES, ReasonKind.MODALITY)
    assert weighed(evidence(softer), Preset.NORMAL, PLAIN).verdict is Verdict.QUALIFIED


def test_without_a_model_the_rules_decide() -> None:
    assert judge(replace(evidence(), entailment=None), Preset.NORMAL, PLAIN).rule == "nothing_found"


def test_the_chances_of_the_verdicts_sum_to_one() -> None:
    chances = PLAIN.chances(features(evidence(said=DENIES)))
    assert sum(chances.values()) == pytest.approx(1.0)


def test_another_model_is_weighed_as_the_thorough_one() -> None:
    assert weights_for("a-stranger") == weights_for("statement-thorough")


def test_every_bundled_table_asks_for_more_the_stricter_the_preset() -> None:
    weights = weights_for("statement-thorough")
    asked = [weights.enough[preset].contradiction for preset in (Preset.LENIENT, Preset.NORMAL, Preset.STRICT)]
    assert asked == sorted(asked)
    assert set(weights.of) == {Verdict.CONTRADICTION, Verdict.AGREEMENT, Verdict.QUALIFIED, Verdict.UNCLEAR}


def test_a_table_of_another_form_is_refused() -> None:
    with pytest.raises(KeyError):
        read_weights({"weights": {}})
    with pytest.raises(TypeError):
        read_weights({"weights": [], "enough": {}, "pairing": {}})


def test_what_neither_a_fact_nor_the_model_sees_is_no_contradiction_whatever_the_table_makes_of_it() -> None:
    eager = replace(PLAIN, constants={**PLAIN.constants, Verdict.CONTRADICTION: 9.0})
    assert weighed(evidence(said=NOTHING), Preset.NORMAL, eager).verdict is not Verdict.CONTRADICTION
    assert weighed(evidence(said=DENIES), Preset.NORMAL, eager).verdict is Verdict.CONTRADICTION


def test_what_is_unclear_says_how_far_it_leans_to_a_contradiction() -> None:
    hardly = EntailmentPair(Entailment(0.1, 0.6, 0.3), Entailment(0.1, 0.6, 0.3))
    decision = weighed(evidence(said=hardly), Preset.NORMAL, PLAIN)
    assert decision.verdict is Verdict.UNCLEAR
    assert decision.leaning == pytest.approx(PLAIN.chances(features(evidence(said=hardly)))[Verdict.CONTRADICTION])


def test_what_the_model_may_see_as_a_contradiction_is_no_agreement_whatever_date_both_name() -> None:
    doubts = EntailmentPair(Entailment(0.6, 0.14, 0.26), Entailment(0.9, 0.09, 0.01))
    sure = EntailmentPair(Entailment(0.6, 0.16, 0.24), Entailment(0.9, 0.09, 0.01))
    same = fact(Relation.SAME, ReasonKind.DATE)
    agreeing = replace(PLAIN, constants={**PLAIN.constants, Verdict.AGREEMENT: 6.0})
    assert weighed(evidence(same, said=doubts), Preset.NORMAL, agreeing).verdict is Verdict.UNCLEAR
    assert weighed(evidence(same, said=sure), Preset.NORMAL, agreeing).verdict is Verdict.AGREEMENT
    amount = fact(Relation.SAME, ReasonKind.UNIT)
    assert weighed(evidence(amount, same, said=doubts), Preset.NORMAL, agreeing).verdict is Verdict.AGREEMENT


class NamedModel:
    """An entailment model that is asked for nothing but its name and hash."""

    def __init__(self, name: str, sha256: str) -> None:
        self.name, self.sha256 = name, sha256

    def covers(self, language: str) -> bool:
        return language == "en"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        return np.full((len(pairs), 3), 1 / 3, np.float32)


def test_a_model_of_ones_own_is_weighed_by_its_table_whatever_it_is_called() -> None:
    own = OwnTable(PLAIN, "12" * 32)
    models = Models(entailment=NamedModel("statement-fast", "ab" * 32), is_own=True, tables={"ab" * 32: own})
    assert weights_of(models, "en", "en") == PLAIN
    assert weighed_by(models) == (Weighed("entailment", f"own sha256:{'12' * 32}", is_measured=True),)


def test_a_stranger_with_the_name_of_a_bundled_model_gets_the_thorough_table_and_is_not_measured() -> None:
    models = Models(
        entailment=NamedModel("statement-fast", "ab" * 32), is_own=True, tables={"cd" * 32: OwnTable(PLAIN, "")}
    )
    assert weights_of(models, "en", "en") == weights_for("statement-thorough")
    assert weighed_by(models) == (Weighed("entailment", "statement-thorough", is_measured=False),)


def test_a_model_that_comes_along_is_weighed_by_the_table_of_its_name() -> None:
    models = Models(entailment=NamedModel("statement-fast", "ab" * 32))
    assert weights_of(models, "en", "en") == weights_for("statement-fast")
    assert weighed_by(models) == (Weighed("entailment", "statement-fast", is_measured=True),)
    assert weights_of(models, "ru", "en") is None


def test_a_comparison_says_whether_its_judge_was_measured() -> None:
    texts = [read_text(f"{text}\n") for text in ("The plant was closed in May.", "The plant was never closed.")]
    stranger = Models(entailment=NamedModel("mine", "ab" * 32), is_own=True)
    own = replace(stranger, tables={"ab" * 32: own_table(bundled_table())})
    for models, is_measured in ((stranger, False), (own, True)):
        found = compare(texts[0], texts[1], CompareOptions(languages=("en", "en")), models)
        assert found.is_measured is is_measured
        signature = as_data(found)["signature"]
        assert signature["measured"] is is_measured
        assert signature["tables"]["entailment"]["measured"] is is_measured
        assert (str(PHRASES["unmeasured"]) in render(found, "html").decode()) is not is_measured
        assert ("mine (not measured)" in render(found, "md").decode()) is not is_measured
        assert judge_pair("It is so.", "It is so.", CompareOptions(), models).is_measured is is_measured
    without = compare(texts[0], texts[1], CompareOptions(use_model=False), stranger)
    assert without.is_measured
    assert as_data(without)["signature"]["measured"] is None


def bundled_table() -> dict[str, object]:
    content = json.loads(bundled.path("verdicts.json").read_text(encoding="utf-8"))
    return dict(content["statement-thorough"])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda table: table.pop("links"),
        lambda table: table["weights"].pop("agreement"),
        lambda table: table["enough"].pop("strict"),
        lambda table: table["links"]["bears"].pop("constant"),
        lambda table: table["links"]["in_whole"]["bears"].pop("constant"),
        lambda table: table["links"]["in_whole"]["weights"].pop("unclear"),
        lambda table: table["weights"]["agreement"].update(covered=float("inf")),
        lambda table: table["enough"]["normal"].update(agreement=float("nan")),
        lambda table: table["pairing"].update(odds="much"),
    ],
)
def test_a_table_of_ones_own_has_to_be_whole(spoil: Callable[[dict[str, object]], object]) -> None:
    table = bundled_table()
    assert own_table(table).weights.among_many is not None
    spoil(table)
    with pytest.raises((KeyError, TypeError, ValueError)):
        own_table(table)


def said_alike(entailment: float, contradiction: float) -> EntailmentPair:
    each = Entailment(entailment, 1 - entailment - contradiction, contradiction)
    return EntailmentPair(each, each)


def test_a_model_is_never_taken_for_surer_than_998_in_a_thousand() -> None:
    found = features(evidence(said=EntailmentPair(Entailment(0.0, 0.0, 1.0), Entailment(1.0, 0.0, 0.0))))
    assert found["contradicts_either"] == found["entails_either"] == pytest.approx(6.2126, abs=1e-4)
    assert found["contradicts_both"] == found["entails_both"] == pytest.approx(-6.2126, abs=1e-4)


def test_a_score_next_to_nothing_says_no_more_than_two_in_a_hundred() -> None:
    assert features(evidence(score=0.0))["unsure_pair"] == pytest.approx(3.9120, abs=1e-4)
    assert features(evidence(score=0.03))["unsure_pair"] == pytest.approx(3.5066, abs=1e-4)


@pytest.mark.parametrize(
    ("odds", "shown"), [(0.0, -13.8155), (1e-5, -11.5129), (1.0, 0.0), (49.0, 3.8918), (50.0, 3.9120), (1e9, 3.9120)]
)
def test_the_standing_of_a_pair_among_others_is_told_within_bounds(odds: float, shown: float) -> None:
    found = features(replace(evidence(), standing=Standing(odds, (1, 4))))
    assert found["log_odds"] == pytest.approx(shown, abs=1e-4)
    assert (found["rank_best"], found["rank_worst"]) == (1.0, 4.0)
    assert "log_odds" not in features(evidence())


def test_the_coverage_of_both_sides_is_that_of_the_one_that_lacks_more() -> None:
    sides = [lone_reading(text, "en") for text in ("The dam held.", "The dam held back the flood.")]
    found = features(Evidence(*sides, (), NOTHING, None, 0.5, uncovered(*sides, PlainLexicon())))
    assert found["covered"] == 1.0
    assert found["covered_both"] == pytest.approx(2 / 3, abs=0.2)
    assert found["covered_both"] < 1


def test_a_chance_that_just_reaches_what_the_preset_asks_is_enough() -> None:
    known = features(evidence(said=DENIES))
    chance = PLAIN.chances(known)[Verdict.CONTRADICTION]
    for asked, verdict in ((chance, Verdict.CONTRADICTION), (chance + 1e-9, Verdict.UNCLEAR)):
        table = replace(PLAIN, enough={preset: Enough(asked, 0.99, 0.99) for preset in Preset})
        assert weighed(evidence(said=DENIES), Preset.NORMAL, table).verdict is verdict


@pytest.mark.parametrize(("chance", "verdict"), [(0.2994, Verdict.UNCLEAR), (0.2995, Verdict.CONTRADICTION)])
def test_a_model_has_seen_a_contradiction_from_three_in_ten_on(chance: float, verdict: Verdict) -> None:
    eager = replace(PLAIN, constants={**PLAIN.constants, Verdict.CONTRADICTION: 9.0})
    assert weighed(evidence(said=said_alike(0.1, chance)), Preset.NORMAL, eager).verdict is verdict


@pytest.mark.parametrize(
    ("kind", "strength", "verdict"),
    [
        (ReasonKind.QUANTIFIER, 0.29, Verdict.AGREEMENT),
        (ReasonKind.QUANTIFIER, 0.30, Verdict.UNCLEAR),
        (ReasonKind.ENTITY, 0.29, Verdict.AGREEMENT),
        (ReasonKind.ENTITY, 0.30, Verdict.UNCLEAR),
        (ReasonKind.NUMBER, 0.14, Verdict.AGREEMENT),
        (ReasonKind.NUMBER, 0.15, Verdict.UNCLEAR),
        # What a model takes for the same without being right needs less.
        (ReasonKind.NEGATION, 0.14, Verdict.AGREEMENT),
        (ReasonKind.NEGATION, 0.15, Verdict.UNCLEAR),
    ],
)
def test_from_which_strength_on_a_conflict_speaks_against_an_agreement(
    kind: ReasonKind, strength: float, verdict: Verdict
) -> None:
    trusting = replace(PLAIN, of={**PLAIN.of, Verdict.CONTRADICTION: {}})
    against = fact(Relation.CONFLICT, kind, strength)
    assert weighed(evidence(against, said=ENTAILS), Preset.NORMAL, trusting).verdict is verdict


@pytest.mark.parametrize(("entailment", "verdict"), [(0.49, Verdict.UNCLEAR), (0.50, Verdict.AGREEMENT)])
def test_how_sure_a_model_must_be_both_ways_to_agree_alone(entailment: float, verdict: Verdict) -> None:
    agreeing = replace(PLAIN, constants={**PLAIN.constants, Verdict.AGREEMENT: 9.0})
    surer = Entailment(0.99, 0.01, 0.0)
    for said in (
        EntailmentPair(Entailment(entailment, 1 - entailment, 0.0), surer),
        EntailmentPair(surer, Entailment(entailment, 1 - entailment, 0.0)),
    ):
        assert weighed(evidence(said=said), Preset.NORMAL, agreeing).verdict is verdict


@pytest.mark.parametrize(("chance", "verdict"), [(0.24, Verdict.AGREEMENT), (0.25, Verdict.UNCLEAR)])
def test_what_chance_of_a_contradiction_bars_an_agreement(chance: float, verdict: Verdict) -> None:
    agreeing = replace(PLAIN, constants={**PLAIN.constants, Verdict.AGREEMENT: 9.0})
    assert weighed(evidence(said=said_alike(0.5, chance)), Preset.NORMAL, agreeing).verdict is verdict


@pytest.mark.parametrize(("strength", "is_strict"), [(0.59, False), (0.6, True)])
def test_from_which_strength_on_a_sum_asks_more_of_the_model(strength: float, is_strict: bool) -> None:
    table = replace(PLAIN, enough={**PLAIN.enough, Preset.STRICT: Enough(0.95, 0.9, 0.9)})
    derived = replace(fact(Relation.SAME, strength=strength), rule="number.derived")
    found = weighed(evidence(derived, said=DENIES), Preset.NORMAL, table)
    assert (found.verdict is not Verdict.CONTRADICTION) == is_strict


@pytest.mark.parametrize(("asked", "verdict"), [(0.5, Verdict.CONTRADICTION), (0.501, Verdict.UNCLEAR)])
def test_half_of_the_chance_is_enough_where_facts_are_sure(asked: float, verdict: Verdict) -> None:
    # A table that gives each of the four verdicts a quarter.
    flat = replace(
        PLAIN, of={key: {} for key in PLAIN.of}, enough={preset: Enough(asked, 0.9, 0.9) for preset in Preset}
    )
    assert weighed(evidence(fact(Relation.CONFLICT)), Preset.NORMAL, flat).verdict is verdict


def test_the_chance_to_bear_is_that_of_a_logistic_regression() -> None:
    many = AmongMany(PLAIN, {"constant": -1.0, "covered": 2.0, "absent": 5.0}, 0.3)
    assert many.chance_to_bear({"covered": 0.5}) == 0.5
    assert many.chance_to_bear({"covered": 1.0}) == pytest.approx(0.7311, abs=1e-4)


def test_a_pair_among_many_is_weighed_by_their_table_unless_it_is_two_versions_of_one_sentence() -> None:
    never = replace(PLAIN, enough={preset: Enough(1.0, 1.0, 1.0) for preset in Preset})
    table = replace(PLAIN, among_many=AmongMany(never, {"constant": 0.0}, 0.3))
    among = replace(evidence(said=DENIES), standing=Standing(1.0, (0, 0)))
    assert judge(among, Preset.NORMAL, table).verdict is Verdict.UNCLEAR
    assert judge(replace(among, similarity=0.73), Preset.NORMAL, table).verdict is Verdict.UNCLEAR
    assert judge(replace(among, similarity=0.74), Preset.NORMAL, table).verdict is Verdict.CONTRADICTION
    assert judge(replace(among, standing=None), Preset.NORMAL, table).verdict is Verdict.CONTRADICTION


SURE = EntailmentPair(Entailment(0.9, 0.08, 0.02), Entailment(0.9, 0.08, 0.02))


def agreement_of(left: str, right: str, said: EntailmentPair = SURE, *facts: Fact) -> Verdict:
    one, other = lone_reading(left, "en"), lone_reading(right, "en")
    known = replace(evidence(*facts, said=said), left=one, right=other, uncovered=uncovered(one, other, PlainLexicon()))
    return weighed(known, Preset.NORMAL, PLAIN).verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        # What one side only reports it has not said, whatever figures both name.
        ("Permits were wrongly granted in 2005.", "A notice claims that permits were wrongly granted.", "unclear"),
        ("Permits were wrongly granted in 2005.", "In 2005 permits were given out wrongly.", "agreement"),
        # Exclusive on one side, open to all on the other.
        ("The port has exclusive use of the channel.", "The channel can be used by ports.", "unclear"),
        ("The port has exclusive use of the channel.", "Only the port may use the channel.", "agreement"),
    ],
)  # fmt: skip
def test_a_sure_model_is_not_believed_where_one_side_reports_or_is_exclusive(
    left: str, right: str, verdict: str
) -> None:
    assert agreement_of(left, right) == verdict


ONE_MATTER = EntailmentPair(Entailment(0.81, 0.09, 0.1), Entailment(0.75, 0.17, 0.08))
THE_SAME = EntailmentPair(Entailment(0.95, 0.03, 0.02), Entailment(0.8, 0.1, 0.1))
OTHER_MATTER = EntailmentPair(Entailment(0.3, 0.6, 0.1), Entailment(0.2, 0.7, 0.1))


@pytest.mark.parametrize(
    ("right", "said", "preset", "verdict"),
    [
        ("The channel is open to any port that asks.", ONE_MATTER, Preset.NORMAL, Verdict.CONTRADICTION),
        # The model takes it for another matter, or both for the very same; or nobody else is let in.
        ("The channel is dredged for all ports.", OTHER_MATTER, Preset.NORMAL, Verdict.UNCLEAR),
        ("The channel is open to any port that asks.", THE_SAME, Preset.NORMAL, Verdict.UNCLEAR),
        ("The channel is open to no port besides this one.", ONE_MATTER, Preset.NORMAL, Verdict.UNCLEAR),
        ("The channel is open to any port that asks.", ONE_MATTER, Preset.STRICT, Verdict.UNCLEAR),
    ],
)
def test_for_one_alone_stands_against_for_all_where_the_model_sees_one_matter(
    right: str, said: EntailmentPair, preset: Preset, verdict: Verdict
) -> None:
    left = "The port has exclusive use of the channel."
    opposed = Fact(
        ReasonKind.EXCLUSIVITY, Relation.CONFLICT, Span(13, 22), Span(20, 31), 0.4, "exclusivity.alone_or_all"
    )
    known = replace(
        evidence(opposed, said=said),
        left=lone_reading(left, "en"),
        right=lone_reading(right, "en"),
    )
    assert weighed(known, preset, PLAIN).verdict is verdict


def test_a_charge_that_is_reported_never_agrees_though_its_date_is_equal() -> None:
    same = fact(Relation.SAME, ReasonKind.DATE)
    left, right = "Permits were wrongly granted in 2005.", "We got a notice claiming that permits of 2005 were wrong."
    assert agreement_of(left, right, SURE, same) is Verdict.UNCLEAR


def test_the_model_has_to_be_sure_in_both_directions() -> None:
    half = EntailmentPair(Entailment(0.95, 0.03, 0.02), Entailment(0.45, 0.53, 0.02))
    assert agreement_of("The dam leaked.", "Water came through the dam.", half) is Verdict.UNCLEAR
