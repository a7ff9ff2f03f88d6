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
    ("left", "right", "language"),
    [
        ("The school was built for 300 pupils.", "The school has 420 pupils.", "en"),
        ("The ferry is certified to carry 250 passengers.", "The ferry carried 312 passengers.", "en"),
        ("The ferry was certified to carry 250 passengers.", "The ferry carried 231 passengers on 3 May.", "en"),
        ("The town has room for 300 refugees.", "The town took in 420 refugees.", "en"),
        (
            "The reservoir has a capacity of 12 million cubic metres.",
            "It contains 4 million cubic metres of water.",
            "en",
        ),
        ("The line is designed to run at 160 km/h.", "Trains on the line run at 120 km/h.", "en"),
        ("The hall seats 900 people.", "About 400 people were in the hall.", "en"),
        ("Школа рассчитана на 300 учеников.", "В школе 420 учеников.", "ru"),
        ("Мектеп 300 оқушыға арналған.", "Мектепте 420 оқушы оқиды.", "kk"),
        ("Die Schule wurde für 300 Schüler gebaut.", "Die Schule hat 420 Schüler.", "de"),
        ("Die Schule ist ausgelegt für 300 Schüler.", "Die Schule hat 420 Schüler.", "de"),
        ("L'école est prévue pour 300 élèves.", "L'école compte 420 élèves.", "fr"),
        ("La escuela está prevista para 300 alumnos.", "La escuela tiene 420 alumnos.", "es"),
        ("La scuola è progettata per 300 alunni.", "La scuola ha 420 alunni.", "it"),
    ],
)
def test_what_something_can_hold_is_not_how_much_there_is(left: str, right: str, language: str) -> None:
    assert relations(numbers.compare, left, right, language) == {Relation.OTHER}


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        # Two amounts of what can be held, in whatever words.
        ("The school was built for 300 pupils.", "The school was built for 420 pupils.", "en"),
        ("The hall seats 250 people.", "The hall has 312 seats.", "en"),
        ("The tank holds 300 litres.", "The tank has a capacity of 200 litres.", "en"),
        ("Our cold store takes 4,000 pallets.", "The store was built to hold 1,800 pallets.", "en"),
        ("The prison has 200 cells.", "The number of cells in the prison is 150.", "en"),
        ("Das Krankenhaus hat 40 Betten.", "Das Krankenhaus hat 60 Krankenbetten.", "de"),
        # The same words for something else.
        ("Repairs were made to 300 houses.", "420 houses were repaired.", "en"),
        ("We built houses for 300 families.", "180 families received houses.", "en"),
        ("Pensions were approved for 300 miners.", "Only 210 miners had their pensions approved.", "en"),
        ("The company can confirm that 300 jobs will go.", "420 jobs will go.", "en"),
        ("The plant worked at full capacity and made 300 cars.", "The plant made 210 cars.", "en"),
        ("The party holds 42 seats in parliament.", "The party has 57 members of parliament.", "en"),
        ("Die Stadt hat 300 Wohnungen gebaut.", "Die Stadt hat nur 180 Wohnungen errichtet.", "de"),
    ],
)
def test_other_figures_are_held_against_each_other_as_before(left: str, right: str, language: str) -> None:
    assert Relation.CONFLICT in relations(numbers.compare, left, right, language)
