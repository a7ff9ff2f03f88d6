"""What speaks for a pair: which way each kind of evidence moves the odds, and what rivals take away."""

from __future__ import annotations

from dataclasses import replace
from math import exp

import pytest

from statement_compare.engine.align.candidates import Candidates
from statement_compare.engine.align.profile import Profile, profiles
from statement_compare.engine.align.score import (
    BOTH,
    ENGLISH,
    MULTILINGUAL,
    WORDS_ALONE,
    Coefficients,
    Evidence,
    Judgement,
    against_rivals,
    all_evidence,
    confidence,
    evidence,
    odds,
)
from statement_compare.engine.model import Role

from .scenes import statement

NOTHING = Evidence(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
EVERY_JUDGEMENT = pytest.mark.parametrize(
    "judgement",
    [ENGLISH, BOTH, MULTILINGUAL, WORDS_ALONE],
    ids=["ENGLISH", "BOTH", "MULTILINGUAL", "WORDS_ALONE"],
)


def profiled(left: str, right: str, role: Role = Role.CLAIM) -> tuple[Profile, Profile]:
    sides = statement(left, roles=[role]), statement(right)
    (first,), (second,) = profiles(sides[0].sentences, "en", sides[1].sentences, "en")
    return first, second


def told_odds(judgement: Judgement, left: str, right: str) -> float:
    return odds(evidence(*profiled(left, right), 0.0, 0.0), judgement.weights)


@EVERY_JUDGEMENT
def test_the_more_figures_are_equal_the_likelier_is_the_pair(judgement: Judgement) -> None:
    left = "It paid 340 euros for 17 pumps."
    none, one, both = (
        told_odds(judgement, left, f"It paid {euros} euros for {pumps} pumps.")
        for euros, pumps in ((290, 23), (340, 23), (340, 17))
    )
    assert none < one < both


@pytest.mark.parametrize(
    ("judgement", "chance"), [(ENGLISH, 0.0198), (BOTH, 0.0427), (MULTILINGUAL, 0.0251), (WORDS_ALONE, 0.0073)]
)
def test_a_pair_that_has_nothing_in_common_is_hardly_one(judgement: Judgement, chance: float) -> None:
    value = odds(NOTHING, judgement.weights)
    assert value / (1 + value) == pytest.approx(chance, abs=5e-5)


@EVERY_JUDGEMENT
def test_figures_raise_the_odds_by_themselves(judgement: Judgement) -> None:
    rising = [odds(replace(NOTHING, figures=figures), judgement.weights) for figures in (0.0, 0.5, 1.0, 2.0)]
    assert rising == sorted(set(rising))


@EVERY_JUDGEMENT
def test_a_courtesy_or_a_heading_is_less_likely_a_part_of_a_pair(judgement: Judgement) -> None:
    falling = [odds(replace(NOTHING, apart=apart), judgement.weights) for apart in (2.0, 1.0, 0.0)]
    assert falling == sorted(set(falling))


@pytest.mark.parametrize(
    ("judgement", "measure"),
    [
        (ENGLISH, "nearness"),
        (ENGLISH, "wording"),
        (BOTH, "nearness"),
        (MULTILINGUAL, "nearness"),
        (WORDS_ALONE, "overlap"),
    ],
)
def test_what_a_judgement_rests_on_raises_the_odds(judgement: Judgement, measure: str) -> None:
    assert odds(replace(NOTHING, **{measure: 0.1}), judgement.weights) > odds(NOTHING, judgement.weights)


def test_odds_are_those_of_a_logistic_regression_and_stay_finite() -> None:
    weights = Coefficients(-1.0, nearness=2.0, overlap=3.0, wording=5.0, figures=7.0, names=-11.0, apart=-13.0)
    found = Evidence(nearness=0.1, overlap=0.2, wording=0.3, figures=0.4, names=0.05, apart=0.01)
    assert odds(found, weights) == pytest.approx(exp(-1 + 0.2 + 0.6 + 1.5 + 2.8 - 0.55 - 0.13))
    assert odds(replace(NOTHING, figures=1e9), weights) == pytest.approx(exp(30))
    assert odds(replace(NOTHING, names=1e9), weights) == pytest.approx(exp(-30))


def test_figures_and_names_are_counted_apart() -> None:
    figures = evidence(*profiled("It paid 340 euros.", "Some 340 men left."), 0.0, 0.0)
    names = evidence(*profiled("We asked Severny Copper.", "The yard is that of Severny Copper."), 0.0, 0.0)
    assert figures.figures > 0 == figures.names
    assert names.names > 0 == names.figures


def test_a_name_is_no_doubt_about_a_sentence_told_word_by_word() -> None:
    again = evidence(*profiled("We asked Severny Copper.", "We ASKED Severny Copper."), 0.0, 0.0)
    longer = evidence(*profiled("We asked Severny Copper.", "We asked Severny Copper twice."), 0.0, 0.0)
    assert again.names == 0 < longer.names


def test_overlap_is_the_share_of_both_sides_words_and_symmetrical() -> None:
    one, other = profiled("The siren failed.", "The siren failed during the night of the storm.")
    assert 0 < evidence(one, other, 0.0, 0.0).overlap < 1
    assert evidence(one, other, 0.0, 0.0).overlap == evidence(other, one, 0.0, 0.0).overlap
    assert evidence(one, one, 0.0, 0.0).overlap == 1.0


def test_nearness_is_what_lies_above_the_neighbours() -> None:
    assert evidence(*profiled("The dam held.", "The dam broke."), 0.75, 0.5).nearness == 0.25


@pytest.mark.parametrize(("role", "apart"), [(Role.COURTESY, 1.0), (Role.CLAIM, 0.0)])
def test_roles_that_are_no_claims_set_a_sentence_apart(role: Role, apart: float) -> None:
    one, other = profiled("Thank you.", "The dam broke.", role)
    assert evidence(one, other, 0.0, 0.0).apart == evidence(other, one, 0.0, 0.0).apart == apart
    assert evidence(one, one, 0.0, 0.0).apart == 2 * apart


def test_evidence_of_all_pairs_takes_the_mean_of_both_neighbourhoods() -> None:
    left, right = statement("The dam held.", "A siren failed."), statement("The dam broke.")
    first, second = profiles(left.sentences, "en", right.sentences, "en")
    found = Candidates(((0, 0), (1, 0)), (0.9, 0.3), (0.5, 0.2), (0.3,))
    assert [each.nearness for each in all_evidence(first, second, found)] == pytest.approx([0.5, 0.05])
    assert [each.nearness for each in all_evidence(first, second, replace(found, cosines=None))] == [0.0, 0.0]


def test_a_pair_without_rivals_has_the_chance_that_its_odds_give() -> None:
    assert against_rivals([(0, 0)], [3.0], (["a"], ["b"])) == [0.75]


def test_rivals_on_either_side_take_from_a_pairs_chance() -> None:
    lone, beside, below = (
        against_rivals(pairs, [3.0] * len(pairs), (["a", "b"], ["c", "d"]))[0]
        for pairs in ([(0, 0)], [(0, 0), (0, 1)], [(0, 0), (1, 0)])
    )
    assert lone > beside == below
    assert beside == pytest.approx((3 / 7 * 3 / 4) ** 0.5)


def test_a_sentence_said_twice_is_no_rival_of_itself() -> None:
    assert against_rivals([(0, 0), (0, 1)], [3.0, 1.0], (["a"], ["c", "c"]))[0] == 0.75


@EVERY_JUDGEMENT
def test_confidence_rises_with_the_chance_and_stays_between_0_and_1(judgement: Judgement) -> None:
    rising = [confidence(chance, judgement.steep, judgement.middle) for chance in (0.0, 0.1, 0.5, 0.9, 1.0)]
    assert rising == sorted(set(rising))
    assert rising[0] > 0
    assert rising[-1] < 1


def test_confidence_is_one_half_where_the_log_odds_are_in_the_middle() -> None:
    assert confidence(0.75, 2.0, 1.0986122886681098) == pytest.approx(0.5)
    assert confidence(0.5, 2.0, 1.0) == pytest.approx(1 / (1 + exp(2)))
