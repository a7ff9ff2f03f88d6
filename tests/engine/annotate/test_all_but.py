""" "All but two of the 20": what is told is how many did not."""

import pytest

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.quantity_words import Role
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "All but two of the 20 patients recovered.", 18),
        ("en", "All but one of the 20 patients recovered.", 19),
        ("en", "All bar one of the eight ships sank.", 7),
        ("en", "All but 5% of the homes were checked.", 95),
        ("en", "All but about 5% of the homes were checked.", 95),
        ("en", "All but a third of the homes were checked.", 200 / 3),
        ("de", "Alle bis auf fünf Prozent der Wohnungen wurden geprüft.", 95),
        ("ru", "Все, кроме двух из 20 пациентов, выздоровели.", 18),
        ("es", "Todos menos dos de los 20 pacientes se curaron.", 18),
        ("it", "Tutti tranne due dei 20 pazienti sono guariti.", 18),
        # Near misses.
        ("en", "Nothing but two of the 20 planks was left.", 2),
        ("en", "None but 5% of the homes were checked.", 5),
        ("en", "But two of the 20 patients recovered.", 2),
        ("de", "Der Anteil fiel bis auf fünf Prozent.", 5),
        ("es", "Murieron al menos dos de los 20 pacientes.", 2),
    ],
)
def test_what_is_told_of_the_whole(language: str, text: str, value: float) -> None:
    (one,) = quantities(lone_reading(text, language))

    assert one.value == pytest.approx(value)
    assert Role.LEFT_OUT not in one.roles


def test_without_a_whole_it_is_told_how_many_are_left_out() -> None:
    (one,) = quantities(lone_reading("All but three were saved.", "en"))

    assert (one.value, one.roles) == (3, {Role.LEFT_OUT})


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("All but two of the 20 patients recovered.", "18 of the 20 patients recovered.", Verdict.AGREEMENT),
        ("All but 5% of the homes were checked.", "95% of the homes were checked.", Verdict.AGREEMENT),
        ("All but two of the 20 patients recovered.", "Two of the 20 patients recovered.", Verdict.CONTRADICTION),
        ("All but two of the 20 patients recovered.", "All 20 patients recovered.", Verdict.CONTRADICTION),
        ("All but 5% of the homes were checked.", "5% of the homes were checked.", Verdict.CONTRADICTION),
        ("All but three were saved.", "All but four were saved.", Verdict.CONTRADICTION),
        ("All but three were saved.", "Three were saved.", Verdict.UNCLEAR),
        ("All but three were saved.", "Only three were saved.", Verdict.CONTRADICTION),
        ("All but 40 of the flats were sold.", "Only 40 of the flats were sold.", Verdict.CONTRADICTION),
        ("All but three were saved.", "Only three were not saved.", Verdict.UNCLEAR),
        ("All but three were saved.", "Only three were lost.", Verdict.UNCLEAR),
        ("All but three substances were harmless.", "Only three substances were harmful.", Verdict.UNCLEAR),
        ("All but three substances were harmless.", "Only three substances were harmless.", Verdict.CONTRADICTION),
        ("All but two miners were rescued.", "Only two miners died.", Verdict.UNCLEAR),
        # Opposites that stand on both sides tell nothing.
        ("All but three open cases were closed.", "Only three open cases were closed.", Verdict.CONTRADICTION),
        ("90% of the open files were closed.", "10% of the open files were closed.", Verdict.CONTRADICTION),
        ("All but three of the new wells were harmless.", "Only three of the new wells were harmful.", Verdict.UNCLEAR),
    ],
)
def test_verdicts_without_a_model(left: str, right: str, expected: Verdict) -> None:
    options = CompareOptions(use_model=False, languages=("en", "en"))

    assert judge_pair(left, right, options).link.verdict is expected
    assert judge_pair(right, left, options).link.verdict is expected
