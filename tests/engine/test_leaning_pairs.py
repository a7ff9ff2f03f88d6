"""A sentence that a model reads with the one before it is not told for the contradiction of that one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from statement_compare.engine.model import CompareOptions, Comparison, Verdict
from statement_compare.engine.models import Models
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_text

SURELY, LIKELY = 0.98, 0.9
SIGNED, DENIED = "The mayor signed the order in May.", "The mayor did not sign the order in May."


class HandMade:
    """Finds a contradiction where a test says so, the same in equal texts, and nothing in all others.

    It is less sure of two sentences than of one.
    """

    name = "statement-thorough"
    sha256 = "1" * 64

    def __init__(self, clashes: Callable[[str, str], bool]) -> None:
        self._clashes = clashes
        self.asked: set[tuple[str, str]] = set()

    def covers(self, language: str) -> bool:
        return bool(language)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked.update(pairs)
        rows = np.zeros((len(pairs), 3), np.float32)
        for row, (one, two) in zip(rows, pairs, strict=True):
            sure = LIKELY if ". " in one + two else SURELY
            row[:] = (1 - sure) / 2
            row[2 if self._clashes(one, two) else 0 if one == two else 1] = sure
        return rows


def denies(one: str, two: str) -> bool:
    """One of the texts denies the order; and, to whoever reads it alone, what was shredded was not published."""
    if "published" in one + two:
        return ("shredded" in one) != ("shredded" in two)
    return all("order" in text for text in (one, two)) and ("not sign" in one) != ("not sign" in two)


def compared(left: str, right: str, clashes: Callable[[str, str], bool] = denies) -> Comparison:
    options = CompareOptions(languages=("en", "en"))
    return compare(read_text(left), read_text(right), options, Models(entailment=HandMade(clashes)))


def contradictions(found: Comparison) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.left, link.right) for link in found.links if link.verdict is Verdict.CONTRADICTION]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("leaning", ["This is what the minutes show.", "That is lawful.", "It was legal."])
def test_what_leans_on_a_denial_does_not_contradict_what_the_denial_contradicts(leaning: str, *, turned: bool) -> None:
    sides = (SIGNED, f"{DENIED} {leaning}")
    assert contradictions(compared(*sides[:: -1 if turned else 1])) == [((0,), (0,))]


def test_equal_sentences_that_lean_on_a_claim_and_its_denial_agree() -> None:
    found = compared(f"{SIGNED} It was legal.", f"{DENIED} It was legal.")
    assert [(link.left, link.right, link.verdict) for link in found.links] == [
        ((0,), (0,), Verdict.CONTRADICTION),
        ((1,), (1,), Verdict.AGREEMENT),
    ]


def test_a_leaning_sentence_whose_own_words_clash_still_contradicts() -> None:
    found = compared(f"{SIGNED} It was published.", f"{DENIED} It was shredded, as the clerk says.")
    assert contradictions(found) == [((0,), (0,)), ((1,), (1,))]


def test_only_where_the_sentence_before_contradicts_is_a_model_asked_without_it() -> None:
    """ "It did so in May" says nothing alone; with the closure before it, it contradicts, and the closure does not."""
    stayed, closed, leaning = "The plant was open all year.", "The plant closed for good.", "It did so in May."
    model = HandMade(lambda one, two: stayed in (one, two) and any(leaning in each for each in (one, two)))
    sides = read_text(stayed), read_text(f"{closed} {leaning}")
    found = compare(*sides, CompareOptions(languages=("en", "en")), Models(entailment=model))
    assert [link.verdict for link in found.links] == [Verdict.CONTRADICTION]
    assert not any(leaning in pair for pair in model.asked)


def test_figures_that_differ_contradict_in_a_leaning_sentence_too() -> None:
    found = compared(f"{SIGNED} It cost 5 million euros.", f"{DENIED} It cost 7 million euros.")
    assert contradictions(found) == [((0,), (0,)), ((1,), (1,))]


def test_a_figure_that_answers_a_question_is_asked_along_with_its_sentence() -> None:
    model = HandMade(denies)
    left, right = f"How many of them signed it? 12. {SIGNED} It was legal.", f"{DENIED} It was legal."
    options = CompareOptions(languages=("en", "en"))
    found = compare(read_text(left), read_text(right), options, Models(entailment=model))
    assert contradictions(found) == [((1,), (0,))]
    texts = {text for pair in model.asked for text in pair}
    assert "It was legal." in texts
    assert SIGNED not in texts
    assert f"12. {SIGNED}" in texts
