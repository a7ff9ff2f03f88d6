"""A year that is told from the present ("this year") against one that is told by its number."""

from datetime import date

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts import negation
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired

LEXICON = BundledLexicon(None)
FINED = "The regulator fined the company in 2023."


@pytest.mark.parametrize(
    ("left", "told_in", "right", "expected"),
    [
        ("The regulator has not fined the company this year.", None, FINED, False),
        ("The regulator has not fined the company this year.", 2024, FINED, False),
        ("The regulator did not fine the company last year.", 2025, FINED, False),
        # Near misses: the same year, no year, a year on both sides, a present that is not known to be another one.
        ("The regulator has not fined the company this year.", 2023, FINED, True),
        ("The regulator did not fine the company last year.", 2024, FINED, True),
        ("The regulator did not fine the company last year.", None, FINED, True),
        ("The regulator never fined the company.", 2024, FINED, True),
        ("The regulator did not fine the company in 2023.", 2024, FINED, True),
    ],
)
def test_what_is_denied_of_this_year_is_not_denied_of_another(
    left: str, told_in: int | None, right: str, expected: bool
) -> None:
    day = None if told_in is None else date(told_in, 6, 1)
    sides = lone_reading(left, "en", date=day), lone_reading(right, "en", date=day)

    for one, two in (sides, sides[::-1]):
        pair = paired(one, two, LEXICON)
        found = [fact for fact in negation.compare(pair, LEXICON) if fact.relation is Relation.CONFLICT]
        assert bool(found) is expected
