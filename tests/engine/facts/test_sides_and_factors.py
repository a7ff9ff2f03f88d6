"""Sides of something in any order, and how many times as much one thing is as another, told of either."""

import pytest

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts import numbers
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired

LEXICON = BundledLexicon(None)


def relations(left: str, right: str, language: str = "en") -> set[Relation]:
    pair = paired(lone_reading(left, language), lone_reading(right, language), LEXICON)
    return {fact.relation for fact in numbers.compare(pair, LEXICON)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The plot is 30 m by 40 m.", [30, 40]),
        ("en", "The plot is 30 x 40 m.", [30, 40]),
        ("en", "The plot is 30×40 metres.", [30, 40]),
        ("de", "Der Raum ist 30 mal 40 m groß.", [30, 40]),
        ("ru", "Это участок размером 30 на 40 метров.", [30, 40]),
        ("en", "Emissions doubled to 100 tonnes.", [2, 100_000]),
        ("en", "Emissions halved from 50 to 25 tonnes.", [0.5, 50_000, 25_000]),
        ("en", "The tax tripled to 9%.", [3, 9]),
    ],
)
def test_what_unit_the_first_figure_has(language: str, text: str, expected: list[float]) -> None:
    assert [each.value for each in quantities(lone_reading(text, language))] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "The plot is 30 m by 40 m.", "The plot is 40 m by 30 m."),
        ("en", "The plot is 30 m by 40 m.", "The plot is 30 x 40 m."),
        ("de", "Der Raum ist 30 x 40 m groß.", "Der Raum ist 40 mal 30 m groß."),
        ("en", "The tower is twice as tall as the church.", "The church is half as tall as the tower."),
        ("en", "Men earn twice as much as women.", "Women earn half as much as men."),
        ("en", "Emissions doubled to 100 tonnes.", "Emissions rose from 50 to 100 tonnes."),
    ],
)
def test_what_is_one(language: str, left: str, right: str) -> None:
    assert relations(left, right, language) == relations(right, left, language) == {Relation.SAME}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The plot is 30 m by 40 m.", "The plot is 50 m by 30 m."),
        ("The hall is 30 m wide and 40 m long.", "The hall is 40 m wide and 30 m long."),
        ("The tower is twice as tall as the church.", "The tower is half as tall as the church."),
        ("Men earn twice as much as women.", "Men earn half as much as women."),
        ("Emissions doubled to 100 tonnes.", "Emissions doubled to 120 tonnes."),
        ("The tax tripled to 9%.", "The tax tripled to 12%."),
    ],
)
def test_what_differs(left: str, right: str) -> None:
    assert Relation.CONFLICT in relations(left, right) & relations(right, left)
