"""Of the two days in "resigned two days after the vote on 3 May" one is that of the vote alone."""

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts import dates
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired

LEXICON = BundledLexicon()
COUNTED = "The minister resigned two days after the vote on 3 May."


def relations(left: str, right: str, language: str = "en") -> set[Relation]:
    pair = paired(lone_reading(left, language), lone_reading(right, language), LEXICON)
    found = {fact.relation for fact in dates.compare(pair, LEXICON)}
    turned = paired(lone_reading(right, language), lone_reading(left, language), LEXICON)
    assert {fact.relation for fact in dates.compare(turned, LEXICON)} == found
    return found


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (COUNTED, "The minister resigned on 5 May.", Relation.SAME),
        (COUNTED, "The vote was held on 3 May.", Relation.SAME),
        (COUNTED, "The minister resigned two days after the vote on 3 May.", Relation.SAME),
        (COUNTED, "The minister resigned on 3 May.", Relation.CONFLICT),
        (COUNTED, "The minister resigned on 10 May.", Relation.CONFLICT),
        (COUNTED, "The vote was held on 5 May.", Relation.CONFLICT),
        (COUNTED, "The vote was held on 5 May, and the minister resigned two days later.", Relation.CONFLICT),
    ],
)
def test_a_day_is_held_against_that_of_its_own_event(left: str, right: str, relation: Relation) -> None:
    assert relations(left, right) == {relation}


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        # Whose day it is cannot be seen.
        (COUNTED, "The minister resigned after the vote on 3 May.", "en"),
        (COUNTED, "The minister, after the vote, resigned on 7 May.", "en"),
    ],
)
def test_nothing_is_told_where_both_events_stand_at_a_day(left: str, right: str, language: str) -> None:
    assert relations(left, right, language) == set()


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        (
            "Der Minister trat zwei Tage nach der Abstimmung am 3. Mai zurück.",
            "Der Minister trat am 3. Mai zurück.",
            "de",
        ),
        ("Министр ушёл через два дня после голосования 3 мая.", "Министр ушёл 3 мая.", "ru"),
        ("Le ministre a démissionné deux jours après le vote du 3 mai.", "Le ministre a démissionné le 3 mai.", "fr"),
    ],
)
def test_the_day_that_is_counted_from_is_no_other_events_in_other_languages_too(
    left: str, right: str, language: str
) -> None:
    assert relations(left, right, language) == {Relation.CONFLICT}
