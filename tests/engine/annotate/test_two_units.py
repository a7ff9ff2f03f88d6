"""Lengths, weights and times told in two units or in two figures, and neighbours that are two amounts."""

import pytest

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "He is 5 ft 10 in tall.", 1.778),
        ("en", "The 5ft 10in man left.", 1.778),
        ("en", "He is 5 feet 10 inches tall.", 1.778),
        ("en", "He is 5 feet and 10 inches tall.", 1.778),
        ("en", "He is 5'10\" tall.", 1.778),
        ("en", "He is 5′10″ tall.", 1.778),
        ("en", "She is 1 m 78 cm tall.", 1.78),
        ("en", "She is 1 m 78 tall.", 1.78),
        ("fr", "Il mesure 1 m 78.", 1.78),
        ("de", "Er ist 1 m 78 groß.", 1.78),
        ("en", "The path is 3 km 200 m long.", 3200),
        ("en", "She weighs 9 st 4 lb.", 58.967),
        ("en", "It weighed 7 lb 8 oz.", 3.4019),
        ("ru", "Вес 3 кг 400 г.", 3.4),
        ("en", "It lasted 2 hours 10 minutes.", 7800),
        ("de", "Es dauerte 3 Std. 20 Min.", 12_000),
        ("de", "Es kostet 1'200 Franken.", 1200),
        ("de", "Es kostet 1’000’200 Franken.", 1_000_200),
    ],
)
def test_two_figures_are_one_amount(language: str, text: str, value: float) -> None:
    (one,) = quantities(lone_reading(text, language))

    assert one.value == pytest.approx(value, rel=1e-4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took 3 kg, 400 g of salt.", [3, 0.4]),
        ("It took 3 kg of flour and 400 g of salt.", [3, 0.4]),
        ("It lost 3 kg and 400 g respectively.", [3, 0.4]),
        ("They built 5 m 20 houses.", [5, 20]),
        ("The pool is 5 m deep 20 m long.", [5, 20]),
        ("It is 5 m 3 m away.", [5, 3]),
        ("It is 5.5 km 200 m away.", [5500, 200]),
        ("It is 3 m 400 cm away.", [3, 4]),
    ],
)
def test_other_neighbours_are_two(text: str, expected: list[float]) -> None:
    assert [each.value for each in quantities(lone_reading(text, "en"))] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("He is 5 ft 10 in tall.", "He is 178 cm tall.", Verdict.AGREEMENT),
        ("He is 5 ft 10 in tall.", "He is 5'10\" tall.", Verdict.AGREEMENT),
        ("She is 1 m 78 cm tall.", "She is 178 cm tall.", Verdict.AGREEMENT),
        ("It weighed 7 lb 8 oz.", "It weighed 3.4 kg.", Verdict.AGREEMENT),
        ("He is 5 ft 10 in tall.", "He is 190 cm tall.", Verdict.CONTRADICTION),
        ("She is 1 m 78 cm tall.", "She is 187 cm tall.", Verdict.CONTRADICTION),
    ],
)
def test_verdicts_without_a_model(left: str, right: str, expected: Verdict) -> None:
    options = CompareOptions(use_model=False, languages=("en", "en"))

    assert judge_pair(left, right, options).link.verdict is expected
    assert judge_pair(right, left, options).link.verdict is expected
