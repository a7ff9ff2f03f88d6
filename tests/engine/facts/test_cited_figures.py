"""A figure that a side only cites as the other's: equal figures are then no sign that both say the same."""

import pytest
from golden_facts import LEXICON, reading

from statement_compare.engine.facts import numbers
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.pair import paired


@pytest.mark.parametrize(
    ("right", "is_cited"),
    [
        ("The much-quoted ninety-six per cent is reached by counting a text message as a visit.", True),
        ("The so-called 96 per cent are those who got a letter.", True),
        ("Its owner claimed 96 per cent of the cases for himself.", False),
        ("The contractor was there in time in ninety-six per cent of the cases.", False),
    ],
)
def test_a_cited_figure_agrees_to_nothing(right: str, is_cited: bool) -> None:
    pair = paired(reading("The contractor met its target in 96 per cent of cases last year."), reading(right), LEXICON)
    (fact,) = (fact for fact in numbers.compare(pair, LEXICON) if fact.relation is Relation.SAME)
    assert (fact.strength < 0.3) is is_cited
