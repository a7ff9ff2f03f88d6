"""Facts that near misses look like, each beside the one that it is taken for."""

import pytest
from golden_facts import LEXICON, reading

from statement_compare.engine.facts import dates, negation, numbers, units
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.pair import FactModule, paired


def relations(module: FactModule, left: str, right: str, language: str = "en") -> set[Relation]:
    return {
        fact.relation for fact in module(paired(reading(left, language), reading(right, language), LEXICON), LEXICON)
    }


@pytest.mark.parametrize(
    ("left", "right", "is_conflict"),
    [
        (
            "Minister Vint was still in office on 20 May.",
            "Vint's resignation took effect on 31 May.",
            False,
        ),
        # The state lies behind the event, or "still" tells of something else.
        ("Director Olsen was still in office on 20 May.", "Director Olsen was dismissed on 12 May.", True),
        ("The strike, which still divides the town, began on 3 May.", "The strike began on 9 May.", True),
        ("The company still insists that the barrier was mended on 3 May.", "The barrier was mended on 9 May.", True),
        ("Still, the contract was signed on 3 May.", "The contract was signed on 9 May.", True),
    ],
)
def test_a_state_before_an_event_is_no_other_date_of_it(left: str, right: str, is_conflict: bool) -> None:
    assert (Relation.CONFLICT in relations(dates.compare, left, right)) is is_conflict


@pytest.mark.parametrize(
    ("left", "right", "is_conflict"),
    [
        ("We never claimed that the app was secure, Lumen said.", "The app was not secure, the testers found.", False),
        ("Lumen said that the app was secure.", "The app was not secure.", True),
        # What is not reported is taken for granted, and what follows behind the comma is said.
        ("The firm did not report that the wages were unpaid.", "The wages were not unpaid.", True),
        ("Lumen did not say that it was sorry, and the crew was paid.", "The crew was not paid.", True),
    ],
)
def test_what_nobody_claimed_contradicts_nothing(left: str, right: str, is_conflict: bool) -> None:
    assert (Relation.CONFLICT in relations(negation.compare, left, right)) is is_conflict


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The salary was cut by a third.", "The salary was cut to a third.", Relation.OTHER),
        ("The salary was cut by a third.", "The salary fell by 33 per cent.", Relation.SAME),
        ("The limit is 12 nautical miles.", "The boats keep outside the 12-mile limit.", Relation.OTHER),
        ("The limit is 12 nautical miles.", "The limit is 12 kilometres.", Relation.CONFLICT),
        ("The zone is 200 nautical miles wide.", "The zone is 230 miles wide.", Relation.SAME),
        ("The driver was going 26 km/h over the limit.", "The driver was going at 26 km/h.", Relation.OTHER),
        ("The ward had five nurses too few.", "The ward had five nurses.", Relation.OTHER),
        ("The ward had five nurses too few.", "Five nurses were missing on the ward.", Relation.SAME),
        ("The bill was 40 euros too high.", "The overcharge was 40 euros.", Relation.SAME),
        ("The bridge cost 40 million more than planned.", "The cost overrun was 40 million.", Relation.SAME),
        ("The blast claimed 12 lives.", "Twelve people lost their lives.", Relation.SAME),
    ],
)
def test_one_figure_of_two_things_and_two_figures_of_one(left: str, right: str, expected: Relation) -> None:
    found = relations(numbers.compare, left, right) | relations(units.compare, left, right)
    assert found == {expected}
