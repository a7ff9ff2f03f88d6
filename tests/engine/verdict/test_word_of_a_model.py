"""What a model alone says, where facts tell that both sides speak of two matters or deny the same one."""

import pytest

from statement_compare.engine.align.rerank import Weighing
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.model import Entailment, EntailmentPair, Preset, Verdict
from statement_compare.engine.verdict.judge import gather, judge
from statement_compare.engine.verdict.weights import Enough, Weights

LEXICON = BundledLexicon()
# Models that are sure of every pair, and a table that believes them.
AT_ODDS = EntailmentPair(Entailment(0.005, 0.005, 0.99), Entailment(0.005, 0.005, 0.99))
THE_SAME = EntailmentPair(Entailment(0.99, 0.005, 0.005), Entailment(0.99, 0.005, 0.005))
BELIEVES = Weights(
    constants=dict.fromkeys(Verdict, 0.0),
    of={
        Verdict.AGREEMENT: {"entails_both": 2.0},
        Verdict.CONTRADICTION: {"contradicts_both": 2.0},
        Verdict.QUALIFIED: {},
        Verdict.UNCLEAR: {},
    },
    enough={preset: Enough(0.5, 0.5, 0.5) for preset in Preset},
    pairing=Weighing(0.0, 1.0, 1.0, 0.1, 0.2, 1.0, 0.0),
)


def verdict(left: str, right: str, said: EntailmentPair, language: str = "en") -> Verdict:
    sides = lone_reading(left, language), lone_reading(right, language)
    return judge(gather(*sides, LEXICON, score=None, similarity=0.5, entailment=said), weights=BELIEVES).verdict


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "No appeal was upheld by the board this year.", "The board upheld the appeals of 2021 in full."),
        ("en", "The rent rose by 5 per cent.", "The rent rose to 5 per cent."),
        ("en", "The firm rejects the claim that it knew of the cracks.", "The firm did not know of the cracks."),
        ("en", "It is not true that the guards were unarmed.", "The guards were armed."),
        ("en", "The strike at the foundry ended on 4 June.", "On 2 June the strike at the foundry was still going on."),
        ("en", "The dose never went above 3 millisieverts.", "The highest dose recorded was 3 millisieverts."),
        ("ru", "В этом году ни одна жалоба не была удовлетворена.", "В 2021 году жалобы были удовлетворены."),
    ],
)
def test_two_matters_do_not_contradict_on_the_word_of_a_model(language: str, left: str, right: str) -> None:
    assert verdict(left, right, AT_ODDS, language) is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("No appeal was upheld by the board this year.", "The board upheld all appeals that were lodged."),
        ("The rent rose to 5 per cent of the wage.", "The flats were let for nothing."),
        ("The dose never went above 3 millisieverts.", "The dose was far above what is allowed."),
        ("The wind never went above 31 mph.", "Gusts of 61 km/h were measured, above the limit of 50 km/h."),
        ("The firm rejects the claim that it knew of the cracks.", "The cracks were known to the firm."),
    ],
)
def test_a_near_miss_of_them_does(left: str, right: str) -> None:
    assert verdict(left, right, AT_ODDS) is Verdict.CONTRADICTION


def test_a_step_and_a_level_do_not_agree_on_the_word_of_a_model() -> None:
    assert verdict("The rent rose by 5 per cent.", "The rent rose to 5 per cent.", THE_SAME) is Verdict.UNCLEAR
    assert verdict("The rent rose to 5 per cent.", "The rent rose to 5 %.", THE_SAME) is Verdict.AGREEMENT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The old pump is louder than the new pump.", "The new pump is quieter than the old pump."),
        ("Fewer ships called in 2023 than in 2020.", "More ships called in 2020 than in 2023."),
    ],
)
def test_one_comparison_told_from_two_ends_agrees_whatever_a_model_says(left: str, right: str) -> None:
    assert verdict(left, right, AT_ODDS) is Verdict.AGREEMENT
    assert verdict(left, right, THE_SAME) is Verdict.AGREEMENT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The old pump is louder than the new pump.", "The new pump is louder than the old pump."),
        ("Fewer ships called in 2023 than in 2020.", "Fewer ships called in 2020 than in 2023."),
    ],
)
def test_a_comparison_turned_round_contradicts_whatever_a_model_says(left: str, right: str) -> None:
    assert verdict(left, right, THE_SAME) is Verdict.CONTRADICTION
    assert verdict(left, right, AT_ODDS) is Verdict.CONTRADICTION


def test_a_comparison_of_other_things_is_left_to_the_model() -> None:
    left, right = "The old pump is louder than the new pump.", "The new fan is quieter than the old fan of the yard."
    assert verdict(left, right, AT_ODDS) is not Verdict.AGREEMENT
