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


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        ("The school was built for 300 pupils.", "The school has 420 pupils.", "en", Relation.OTHER),
        ("The ferry is certified to carry 250 passengers.", "The ferry carried 312 passengers.", "en", Relation.OTHER),
        ("The prison has room for 300 inmates.", "The prison holds 420 inmates.", "en", Relation.OTHER),
        ("The prison has a capacity of 300 inmates.", "The prison holds 420 inmates.", "en", Relation.OTHER),
        ("The line is designed to run at 160 km/h.", "Trains on the line run at 120 km/h.", "en", Relation.OTHER),
        ("Школа рассчитана на 300 учеников.", "В школе 420 учеников.", "ru", Relation.OTHER),
        ("Мектеп 300 оқушыға арналған.", "Мектепте 420 оқушы оқиды.", "kk", Relation.OTHER),
        ("Die Schule wurde für 300 Schüler gebaut.", "Die Schule hat 420 Schüler.", "de", Relation.OTHER),
        ("L'école est prévue pour 300 élèves.", "L'école compte 420 élèves.", "fr", Relation.OTHER),
        # Two capacities, or what may be one.
        ("The school was built for 300 pupils.", "The school was built for 420 pupils.", "en", Relation.CONFLICT),
        ("The school was built for 300 pupils.", "It was planned as a school for 420 pupils.", "en", Relation.CONFLICT),
        ("The hall seats 250 people.", "The hall seats 312 people.", "en", Relation.CONFLICT),
        ("The tank holds 300 litres.", "The tank has a capacity of 200 litres.", "en", Relation.CONFLICT),
        # What a "to" or a "for" of another kind follows.
        ("Repairs were made to 300 houses.", "420 houses were repaired.", "en", Relation.CONFLICT),
        ("Payments to 300 families came late.", "Payments to 420 families came late.", "en", Relation.CONFLICT),
        ("The company can confirm that 300 jobs will go.", "420 jobs will go.", "en", Relation.CONFLICT),
    ],
)
def test_what_something_can_hold_is_not_how_much_there_is(
    left: str, right: str, language: str, expected: Relation
) -> None:
    assert relations(numbers.compare, left, right, language) == {expected}
