"""What begins or ends within a span does not agree with it: "was mayor from 2010 to 2018", "became mayor in 2013"."""

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
    ("left", "right", "language"),
    [
        ("The library is open from 9:00 to 17:00.", "The library closes at 16:00.", "en"),
        ("The polling station is open from 8 a.m. to 8 p.m.", "The polling station closes at 6 p.m.", "en"),
        ("Trains run from 5:00 to 23:00.", "The last train runs at 21:00.", "en"),
        ("He was mayor from 2010 to 2018.", "He became mayor in 2013.", "en"),
        ("She chaired the board from 2010 to 2018.", "She left the board in 2014.", "en"),
        # It is not known that both are of one thing.
        ("He was mayor from 2010 to 2018.", "He became a father in 2013.", "en"),
        ("Die Bibliothek ist von 9 bis 17 Uhr geöffnet.", "Die Bibliothek schließt um 16 Uhr.", "de"),
        ("Библиотека открыта с 10:00 до 18:00.", "Библиотека закрывается в 17:00.", "ru"),
    ],
)
def test_nothing_is_told_of_an_end_within(left: str, right: str, language: str) -> None:
    assert relations(left, right, language) == set()
    assert relations(right, left, language) == set()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The library is open from 9:00 to 17:00.", "The library is open at 12:00."),
        ("The library is open from 9:00 to 17:00.", "The library opens at 9:00."),
        ("He was mayor from 2010 to 2018.", "He became mayor in 2010."),
        ("The road was closed from 22:00 to 04:00.", "The road was closed at 23:00."),
    ],
)
def test_what_is_so_within_it_or_begins_at_its_end_agrees(left: str, right: str) -> None:
    assert relations(left, right) == {Relation.SAME}
