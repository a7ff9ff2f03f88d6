"""Bounds that a negation some words before turns around, and what they say of the other side's figure."""

import pytest

from statement_compare.engine.annotate.quantities import Bound, quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts import numbers
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired

LEXICON = BundledLexicon(None)


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("No prisoner was held for longer than 14 days.", "en", Bound.AT_MOST),
        ("Nobody was paid less than 900 euros.", "en", Bound.AT_LEAST),
        ("Ни один заключённый не находился там более 14 дней.", "ru", Bound.AT_MOST),
        ("Kein Gefangener sass dort länger als 14 Tage.", "de", Bound.AT_MOST),
        # For so long there was none; and what is said of a figure that is no duration is turned around as before.
        ("There was no water for more than three weeks.", "en", Bound.AT_LEAST),
        ("No worker has been paid for over 14 months.", "en", Bound.AT_LEAST),
        ("Seit mehr als 14 Tagen gibt es dort kein Wasser.", "de", Bound.AT_LEAST),
        ("Es gab kein Wasser für mehr als 14 Tage.", "de", Bound.AT_LEAST),
        ("No worker was paid more than 900 euros.", "en", Bound.AT_MOST),
        ("The repair took no more than 14 days.", "en", Bound.AT_MOST),
        # What may not be, some words off; what is said of an object alone is not turned around.
        ("Dairies may not pay a farmer less than 46 cents.", "en", Bound.AT_LEAST),
        ("The fund must not lend a bank more than 900 euros.", "en", Bound.AT_MOST),
        ("A suspect may not be held for more than 48 hours.", "en", Bound.AT_MOST),
        ("We cannot accept a levy of more than 40 euros.", "en", Bound.AT_LEAST),
        ("The court may not impose a fine exceeding 40 euros.", "en", Bound.AT_LEAST),
        ("Помощь не получили менее 40 семей.", "ru", Bound.AT_MOST),
        ("The levy may not apply to firms with more than 40 staff.", "en", Bound.AT_LEAST),
        # These got none, or none came from these.
        ("No sailor has worked more than 60 hours a week.", "en", Bound.AT_MOST),
        ("There was no water for more than 12 hours a day.", "en", Bound.AT_LEAST),
        ("No compensation was paid to over 40 families.", "en", Bound.AT_LEAST),
        ("No agreement on more than 40 flats was reached.", "en", Bound.AT_LEAST),
        ("No rent rose to more than 900 euros.", "en", Bound.AT_MOST),
        ("No answer came from more than 40 mayors.", "en", Bound.AT_LEAST),
        ("Ни один ответ не пришёл от более чем 40 мэров.", "ru", Bound.AT_LEAST),
        # What is said of none ends where something else is said.
        ("There is no doubt that more than 40 people came.", "en", Bound.AT_LEAST),
        ("No fine was paid, yet over 40 boats were caught.", "en", Bound.AT_LEAST),
        ("No school closed although more than 40 teachers left.", "en", Bound.AT_LEAST),
        ("No hall holds more than 40 people.", "en", Bound.AT_MOST),
        ("Nobody was hurt and more than 14 went home.", "en", Bound.AT_LEAST),
        ("No prisoner complained, but some were held for longer than 14 days.", "en", Bound.AT_LEAST),
    ],
)
def test_what_is_said_of_none_turns_a_bound_around(text: str, language: str, bound: Bound) -> None:
    (amount,) = quantities(lone_reading(text, language))
    assert amount.bound is bound


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Staffing fell to 58 per cent.", "Staffing has never fallen below 80 per cent.", Relation.CONFLICT),
        ("Staffing fell to 82 per cent.", "Staffing has never fallen below 80 per cent.", Relation.QUALIFIES),
        ("Staffing fell by 58 per cent.", "Staffing fell to 80 per cent.", Relation.OTHER),
    ],
)
def test_where_something_never_arrived_is_a_level_and_no_step(left: str, right: str, expected: Relation) -> None:
    pair = paired(lone_reading(left, "en"), lone_reading(right, "en"), LEXICON)
    assert [fact.relation for fact in numbers.compare(pair, LEXICON)] == [expected]


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (
            "Every sailor has worked at least 74 hours a week.",
            "No sailor has worked more than 60 hours a week.",
            ("at least 74 hours a week", "No sailor has worked more than 60 hours a week"),
        ),
        (
            "Staffing fell to 58 per cent.",
            "Staffing has never fallen below 80 per cent.",
            ("58 per cent", "never fallen below 80 per cent"),
        ),
        ("The repair cost 90 euros.", "The repair cost no more than 60 euros.", ("90 euros", "no more than 60 euros")),
    ],
)
def test_a_bound_is_shown_with_the_negation_that_turns_it(left: str, right: str, shown: tuple[str, str]) -> None:
    pair = paired(lone_reading(left, "en"), lone_reading(right, "en"), LEXICON)
    (fact,) = numbers.compare(pair, LEXICON)
    assert fact.relation is Relation.CONFLICT
    assert fact.left is not None
    assert fact.right is not None
    assert (fact.left.of(left), fact.right.of(right)) == shown
