"""Passages with very many modals: which answers which is not looked for without end."""

import time

import pytest

from statement_compare.engine.annotate.negation_scope import is_content, scopes
from statement_compare.engine.annotate.reading import Reading, lone_reading
from statement_compare.engine.facts import modality
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired

LEXICON = BundledLexicon(None)


def predicates_one_by_one(reading: Reading) -> list[str | None]:
    """What must or may be done, looked for behind each modal to the end of its clause."""
    found = []
    for modal in modality.modals(reading):
        end = scopes(reading).clause_of(modal.start)[1]
        behind = (t for t in reading.tokens[modal.end : end] if is_content(t, reading.language))
        found.append(next((token.lower for token in behind), None))
    return found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Drivers must stop and may park, but they cannot turn; riders should, and must not, hurry."),
        ("en", "You may. They must, we can"),
        ("en", "may may may sell may"),
        ("en", "No owner of a kiln may fire it unless the clerk, who must sign, can attend."),
        ("de", "Der Fahrer muss halten und darf parken, kann aber nicht wenden."),
        ("ru", "Водитель должен остановиться и может стоять, но не может повернуть."),
        ("en", "Nobody sells it."),
    ],
)
def test_what_must_be_done_is_the_next_word_of_its_clause(language: str, text: str) -> None:
    reading = lone_reading(text, language)

    found = [None if token is None else token.lower for token in modality._predicates(reading)]

    assert found == predicates_one_by_one(reading)


@pytest.mark.parametrize(
    ("left", "right"),
    [("may ", "may "), ("must ", "may not "), ("can run and ", "cannot run and "), ("if we may, we must ", "we can ")],
)
def test_eighty_modals_are_compared_in_no_time(left: str, right: str) -> None:
    pair = paired(lone_reading(left * 80, "en"), lone_reading(right * 80, "en"), LEXICON)

    begun = time.thread_time()
    modality.compare(pair, LEXICON)

    assert time.thread_time() - begun < 3


@pytest.mark.parametrize(("times", "is_told"), [(1, True), (4, True), (40, False)])
def test_a_list_of_duties_answers_no_other_list(times: int, is_told: bool) -> None:
    left = " and ".join(["drivers must stop"] * times)
    right = " and ".join(["drivers need not stop"] * times)
    pair = paired(lone_reading(left, "en"), lone_reading(right, "en"), LEXICON)

    assert any(fact.relation is Relation.CONFLICT for fact in modality.compare(pair, LEXICON)) is is_told
