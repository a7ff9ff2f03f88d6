"""How firmly two figures answer each other: what weighs for and against, and how far a conversion may be rounded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.times import Interval, all_apart, moments, relate
from statement_compare.engine.facts import numbers, units
from statement_compare.engine.facts.figure_pairing import Signs, matches
from statement_compare.engine.facts.figure_standing import Standing
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired

LEXICON = BundledLexicon()


def signs_and_standing(left: str, right: str) -> tuple[Signs, Standing]:
    (match,) = matches(lone_reading(left, "en"), lone_reading(right, "en"), LEXICON)
    return match.signs, match.standing


def test_names_of_two_matters_make_two_figures_less_sure_to_be_of_one() -> None:
    signs, _ = signs_and_standing("The mill paid 300 euros.", "The mill paid 200 euros.")
    (match,) = matches(
        lone_reading("The mill paid 300 euros.", "en"),
        lone_reading("The mill paid 200 euros.", "en"),
        LEXICON,
    )
    apart = replace(signs, names_apart=True)
    assert not signs.names_apart
    assert numbers.strength_of(apart, is_beyond=False) < numbers.strength_of(signs, is_beyond=False) - 0.05
    assert units.strength_of(apart, match.left) < units.strength_of(signs, match.left) - 0.02


def test_figures_beside_two_names_are_told_apart_from_figures_beside_one() -> None:
    one, _ = signs_and_standing("The mill at Arles paid 300 euros.", "The mill at Arles paid 200 euros.")
    two, _ = signs_and_standing("The mill at Arles paid 300 euros.", "The mill at Nantes paid 200 euros.")
    assert (one.names_apart, two.names_apart) == (False, True)


@pytest.mark.parametrize(
    ("metric", "imperial", "standing"),
    [
        ("5 kilometres", "3.1 miles", Standing.CONVERTED),
        ("30 km/h", "16 knots", Standing.CONVERTED),
        ("1,000 metres", "1,070 yards", Standing.CONVERTED),
        ("1,000 metres", "1,150 yards", Standing.DIFFERENT),
        ("1,000 kilometres", "500 miles", Standing.DIFFERENT),
        ("1,000 kilometres", "700 miles", Standing.DIFFERENT),
    ],
)
def test_a_conversion_may_be_rounded_by_a_fortieth_and_no_further(
    metric: str, imperial: str, standing: Standing
) -> None:
    _, found = signs_and_standing(f"The cable ran for {metric}.", f"The cable ran for {imperial}.")
    assert found is standing


@pytest.mark.parametrize(
    ("earlier", "later"), [("in 2018", "in 2021"), ("on 3 March", "on 4 March"), ("at 09:00", "at 15:30")]
)
def test_times_lie_apart_whichever_is_named_first(earlier: str, later: str) -> None:
    (a,), (b,) = moments(lone_reading(earlier, "en")), moments(lone_reading(later, "en"))
    assert relate(a, b) is Interval.APART
    assert relate(b, a) is Interval.APART


def test_a_time_of_half_a_day_meets_either_half() -> None:
    (half,), (full,) = moments(lone_reading("at three o'clock", "en")), moments(lone_reading("at 15:00", "en"))
    assert (half.is_half_day, full.is_half_day) == (True, False)
    assert relate(half, full) is Interval.EQUAL
    assert relate(full, half) is Interval.EQUAL


def test_periods_differ_only_where_both_sides_name_a_time_that_the_other_lacks() -> None:
    first, second = moments(lone_reading("in 2018", "en")), moments(lone_reading("in 2021", "en"))
    both = moments(lone_reading("in 2018", "en")) + moments(lone_reading("in 2021", "en"))
    assert all_apart(first, second)
    assert not all_apart(both, second)
    assert not all_apart(second, both)
    assert not all_apart((), second)


def test_a_figure_that_is_lost_in_the_rounding_of_another_makes_no_sum_with_it() -> None:
    left, right = "The plant cost 2,713 million euros.", "The plants cost 2,701 million euros and 2,765."
    found = {
        fact.rule
        for fact in numbers.compare(paired(*(lone_reading(each, "en") for each in (left, right)), LEXICON), LEXICON)
    }
    assert found == {"number.differ"}
