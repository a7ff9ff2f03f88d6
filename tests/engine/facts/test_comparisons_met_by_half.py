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


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        # "Shorter" is listed as the opposite of "longer", and is that of "taller" as well.
        ("The tower is taller than the church.", "The church is shorter than the tower.", Relation.SAME),
        ("The men are taller than the women.", "The women are shorter than the men.", Relation.SAME),
        ("The road is longer than the canal.", "The canal is shorter than the road.", Relation.SAME),
        ("The tower is taller than the church.", "The tower is shorter than the church.", Relation.CONFLICT),
        ("The tower is taller than the church.", "The church is taller than the tower.", Relation.CONFLICT),
        ("The bridge is longer than the tower.", "The tower is taller than the bridge.", None),
        ("The tower is taller than the church.", "The church is smaller than the tower.", None),
        ("The mill pays more slowly than the mine.", "The mine pays more than the mill.", None),
    ],
)
def test_a_comparative_that_is_not_listed_meets_its_opposite(left: str, right: str, relation: Relation | None) -> None:
    for one, other in ((left, right), (right, left)):
        fact = comparison.between(lone_reading(one, "en"), lone_reading(other, "en"), LEXICON)
        assert (None if fact is None else fact.relation) is relation
