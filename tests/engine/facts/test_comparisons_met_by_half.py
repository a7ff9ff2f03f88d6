"""Two comparisons in one sentence: what one of them says is no agreement of both."""

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts import comparison
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon

LEXICON = BundledLexicon(None)


@pytest.mark.parametrize(
    ("left", "right", "strength"),
    [
        ("The mill is larger than the dock.", "The dock is smaller than the mill.", comparison.SURE),
        (
            "The mill is older than the yard and larger than the dock.",
            "The dock is older than the mill and smaller than the yard.",
            comparison.LIKELY,
        ),
    ],
)
def test_a_comparison_beside_another_one_is_no_sure_agreement(left: str, right: str, strength: float) -> None:
    fact = comparison.between(lone_reading(left, "en"), lone_reading(right, "en"), LEXICON)
    assert fact is not None
    assert (fact.relation, fact.strength) == (Relation.SAME, strength)
