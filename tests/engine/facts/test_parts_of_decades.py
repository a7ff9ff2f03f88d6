"""Parts of ten years are apart though an article stands before them: "the early 1990s", "the late 1990s"."""

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts import dates
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired

LEXICON = BundledLexicon()


def relations(left: str, right: str, language: str = "en") -> set[Relation]:
    pair = paired(lone_reading(left, language), lone_reading(right, language), LEXICON)
    return {fact.relation for fact in dates.compare(pair, LEXICON)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The plant closed in the late 1990s.", "The plant closed in 1992."),
        ("The plant closed in the mid-1980s.", "The plant closed in 1989."),
        ("The plant closed in the late 1990s.", "The plant closed in 1972."),
    ],
)
def test_a_part_of_ten_years_is_no_other_year(left: str, right: str) -> None:
    assert relations(left, right) == {Relation.CONFLICT}
    assert relations(right, left) == {Relation.CONFLICT}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The plant closed in the late 1990s.", "The plant closed in 1997."),
        ("The plant closed in the late 1990s.", "The plant closed in the 1990s."),
        ("The late 1990s recession hit the town.", "The early 1990s recession hit the town."),
    ],
)
def test_a_year_of_it_and_what_it_tells_apart_are_no_conflict(left: str, right: str) -> None:
    assert Relation.CONFLICT not in relations(left, right)
