"""Bounds that are told by signs or shortened words: ">60%", "100+", "500-plus", "max. 20"; and signs that tell none."""

from math import inf

import pytest

from statement_compare.engine.annotate.quantities import Bound, Quantity, quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair


def found(text: str, language: str = "en") -> list[Quantity]:
    return list(quantities(lone_reading(text, language)))


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "Turnout was ≥60%.", 60, inf),
        ("en", "Turnout was >= 60%.", 60, inf),
        ("en", "Turnout was <60%.", -inf, 60),
        ("en", "The tax is ≤ 5%.", -inf, 5),
        ("en", "The fee is >$5m.", 5e6, inf),
        ("en", "p<0.05 was found.", -inf, 0.05),
        ("en", "> 5 m", 5, inf),
        ("en", "In all:\n< 5 people.", -inf, 5),
        ("ru", "Доля составляет >60%.", 60, inf),
        ("kk", "Халықтың >60% келді.", 60, inf),
        ("en", "100+ people came.", 100, inf),
        ("en", "The 20+ km road is shut.", 20_000, inf),
        ("en", "It saw 20%+ growth.", 20, inf),
        ("en", "The fee is $5m+.", 5e6, inf),
        ("en", "Turnout was 3 million-plus.", 3e6, inf),
        ("en", "A 500-plus crowd came.", 500, inf),
        ("en", "It has 40-odd seats.", 40, 44.8),
        ("en", "The cost is north of 500 euros.", 500, inf),
        ("de", "Es kostet mind. 20 Euro.", 20, inf),
        ("de", "Es kostet max. 20 Euro.", -inf, 20),
        ("de", "Karten gibt es ab 20 Euro.", 20, inf),
        ("fr", "Il faut 500 euros au minimum.", 500, inf),
        ("es", "Cuesta 500 euros como máximo.", -inf, 500),
        ("ru", "Это стоит 500 рублей минимум.", 500, inf),
    ],
)
def test_a_sign_or_a_shortened_word_is_a_bound(language: str, text: str, low: float, high: float) -> None:
    (one,) = found(text, language)

    assert (one.low, one.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    "text",
    [
        "The share went from 50% -> 60%.",
        "The share rose 50% > 60%.",
        "The share => 60%.",
        "The share is <b>60%</b>.",
        "Grade 5 < 7 was found.",
        "The deal is 5+3 years.",
        "It is 5+/-1 km.",
        "5 + 3 were hurt.",
        "He said:\n> 60 people came.",
        "Five euros - plus a fee of 3 euros.",
    ],
)
def test_other_signs_are_no_bounds(text: str) -> None:
    assert {each.bound for each in found(text)} == {Bound.EXACT}


def test_a_bound_before_the_next_figure_is_that_of_it() -> None:
    assert [each.bound for each in found("It has 5 men at least 3 of whom swim.")] == [Bound.EXACT, Bound.AT_LEAST]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Turnout was ≥60%.", "Turnout was 65%.", Verdict.QUALIFIED),
        ("Turnout was >60%.", "Turnout was more than 60%.", Verdict.AGREEMENT),
        ("100+ people came to the meeting.", "150 people came to the meeting.", Verdict.QUALIFIED),
        ("Turnout was ≥60%.", "Turnout was 55%.", Verdict.CONTRADICTION),
        ("100+ people came to the meeting.", "50 people came to the meeting.", Verdict.CONTRADICTION),
        ("The tax is <5%.", "The tax is 7%.", Verdict.CONTRADICTION),
    ],
)
def test_verdicts_without_a_model(left: str, right: str, expected: Verdict) -> None:
    options = CompareOptions(use_model=False, languages=("en", "en"))

    assert judge_pair(left, right, options).link.verdict is expected
    assert judge_pair(right, left, options).link.verdict is expected


@pytest.mark.parametrize(
    ("language", "left", "right", "is_conflict"),
    [
        ("en", "Max. 12 persons.", "Max. 15 persons.", True),
        ("en", "The film is rated 18+.", "The film is rated 12+.", True),
        ("en", "The game is for ages 12+.", "The game is for ages 16+.", True),
        ("de", "Der Saal fasst max. 12 Personen.", "Der Saal fasst max. 15 Personen.", True),
        ("ru", "Фильм имеет рейтинг 18+.", "Фильм имеет рейтинг 12+.", True),
        # Near misses: no limit, or a figure that keeps within it.
        ("en", "Max. 12 persons.", "10 persons.", False),
        ("en", "Boeing 737 Max 8 jets were grounded.", "Boeing 737 Max 9 jets were grounded.", False),
        ("en", "12+ people came.", "15+ people came.", False),
        ("en", "More than 12 people came.", "More than 15 people came.", False),
        ("en", "Max had more than 12 dogs.", "Max had more than 15 dogs.", False),
        ("de", "Der Saal fasst max. 12 Personen.", "Im Saal sind 10 Personen.", False),
    ],
)
def test_two_limits_differ(language: str, left: str, right: str, is_conflict: bool) -> None:
    options = CompareOptions(use_model=False, languages=(language, language))
    found = {judge_pair(a, b, options).link.verdict for a, b in ((left, right), (right, left))}

    assert (found == {Verdict.CONTRADICTION}) is is_conflict
