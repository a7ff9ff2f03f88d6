"""Figures that differ in their last place alone: two figures, where one of them is no rounding of the other."""

from collections.abc import Iterable

import pytest

from statement_compare.engine.annotate.quantities import Quantity, quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.figure_standing import Standing, compared, same_value
from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair

TEXTS = {
    "en": "The fire at the plant killed {} people.",
    "ru": "При пожаре на заводе погибли {} человек.",
    "de": "Bei dem Brand im Werk starben {} Menschen.",
}


def only(text: str, language: str = "en") -> Quantity:
    (found,) = quantities(lone_reading(text, language))
    return found


def standing(left: str, right: str) -> Standing:
    a, b = only(left), only(right)
    return same_value(a, b) or compared(a, b)


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("number", [*range(51, 59), 97, 101, 305, 1_247, 48_311])
def test_neighbouring_numbers_are_two(number: int, language: str) -> None:
    texts = [TEXTS[language].format(each) for each in (number, number + 1)]

    judged = judge_pair(*texts, CompareOptions(use_model=False, languages=(language, language)))

    assert judged.link.verdict is Verdict.CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("47 people died.", "48 people died.", Standing.DIFFERENT),
        ("It fell to 12.4 per cent.", "It fell to 12.5 per cent.", Standing.DIFFERENT),
        ("It fell to 98.6 per cent.", "It fell to 98.7 per cent.", Standing.DIFFERENT),
        ("It costs 5.20 pounds.", "It costs 5.21 pounds.", Standing.DIFFERENT),
        ("They paid 61 million dollars.", "They paid 62 million dollars.", Standing.DIFFERENT),
        ("The line is 61 km long.", "The line is 62 km long.", Standing.DIFFERENT),
        # Near misses: fewer places, a part told in a word, "about", another unit, the same.
        ("It fell to 12.4 per cent.", "It fell to 12.43 per cent.", Standing.ROUNDED),
        ("It costs 1,250 pounds.", "It costs 1,247 pounds.", Standing.ROUNDED),
        ("A third of them left.", "34 per cent of them left.", Standing.ROUNDED),
        ("Half of them left.", "51 per cent of them left.", Standing.ROUNDED),
        ("About 47 people died.", "48 people died.", Standing.ROUNDED),
        ("The line is 100 km long.", "The line is 62 miles long.", Standing.CONVERTED),
        ("47 people died.", "Forty-seven people died.", Standing.ROUNDED),
    ],
)
def test_who_rounds_tells_fewer_places(left: str, right: str, expected: Standing) -> None:
    assert standing(left, right) is expected
    assert standing(right, left) is expected


@pytest.mark.parametrize("figure", ["9" * 400, "0", "0.0", "1e400"])
def test_figures_without_end_are_held_against_each_other(figure: str) -> None:
    found: Iterable[Quantity] = quantities(lone_reading(f"It cost {figure} euros and 48 euros.", "en"))

    for one in found:
        for other in found:
            assert compared(one, other) in Standing
