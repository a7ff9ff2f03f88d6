"""Passages with very many comparisons or figures: their facts are not looked for without end."""

import time

import pytest

from statement_compare.engine.annotate.corrections import corrected_amounts
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts import comparison
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon

LEXICON = BundledLexicon(None)


def _compared(times: int, first: str, second: str) -> str:
    return " and ".join([f"the {first} depot stores more than the {second} depot"] * times)


@pytest.mark.parametrize(("times", "is_told"), [(1, True), (9, False), (400, False)])
def test_of_more_comparisons_than_a_sentence_has_none_is_told(times: int, is_told: bool) -> None:
    left, right = _compared(times, "northern", "southern"), _compared(times, "southern", "northern")

    begun = time.thread_time()
    fact = comparison.between(lone_reading(left, "en"), lone_reading(right, "en"), LEXICON)

    assert (fact is not None and fact.relation is Relation.CONFLICT) is is_told
    assert time.thread_time() - begun < 5


def test_two_hundred_corrections_of_one_passage_are_found_in_no_time() -> None:
    text = " and ".join(f"not {n + 10} but {n + 500} tonnes" for n in range(200))
    reading = lone_reading(text, "en")
    assert len(reading.tokens) > 1000

    begun = time.thread_time()
    found = corrected_amounts(reading)

    assert [(each.rejected.value, each.told.value) for each in found][:2] == [(10_000, 500_000), (11_000, 501_000)]
    assert len(found) == 200
    assert time.thread_time() - begun < 5
