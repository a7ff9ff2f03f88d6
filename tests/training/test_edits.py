"""What the typed edits of training sentences change, and what they leave alone."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

import edits

P = "The ministry paid the hospital 1,204 million on 3 March, and 12 wards were reopened before the summer."
A = "Twelve wards opened again after the ministry had transferred 1,204 million to the hospital in March."


def seeds(count: int = 40) -> list[random.Random]:
    return [random.Random(seed) for seed in range(count)]


def test_a_figure_of_both_sentences_gets_a_value_that_is_no_rounding_of_it() -> None:
    for rng in seeds():
        made = edits.figure_changed(P, A, rng)
        assert made is not None
        changed = set(edits.figures(made)) - set(edits.figures(A))
        gone = set(edits.figures(A)) - set(edits.figures(made))
        assert len(changed) == len(gone) == 1
        assert abs(changed.pop() - gone.pop()) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 wards were opened again.",
        "About 12 wards were opened again.",
        "Thirty wards were opened again.",
        "Of the 12 wards, 12 were opened again.",
    ],
)
def test_a_bound_a_figure_of_one_side_and_a_repeated_one_are_left_alone(text: str) -> None:
    assert edits.figure_changed(P, text, random.Random(1)) is None


def test_figures_keep_their_spelling_when_they_change() -> None:
    assert edits.written_like(7.0, "Twelve") == "Seven"
    assert edits.written_like(12408.0, "1,204") == "12,408"
    assert edits.written_like(2.5, "3.1") == "2.5"


def test_a_rounded_figure_lies_near_or_below() -> None:
    made = {edits.figure_rounded(P, A, rng) for rng in seeds()}
    assert made <= {A.replace("1,204", f"{word} 1,200") for word in ("about", "roughly", "some", "more than")}
    assert len(made) > 2


def test_figures_are_respelt_but_for_days_of_a_month() -> None:
    assert edits.figure_respelt(P, A, random.Random(1)) == A.replace("Twelve", "12")
    assert edits.figure_respelt("It came on 3 March.", "On 3 March it arrived.", random.Random(1)) is None


def test_a_month_of_both_changes() -> None:
    for rng in seeds(10):
        made = edits.date_changed(P, A, rng)
        assert made is not None
        assert "March" not in made
        assert made.split()[-2] == "in"


def test_a_single_denial_is_dropped_and_a_single_auxiliary_denied() -> None:
    rng = random.Random(1)
    assert edits.negated("", "The report was not published.", rng) == "The report was published."
    assert edits.negated("", "The report was published.", rng) == "The report was not published."
    assert edits.negated("", "It was never said that the report was not published.", rng) is None


def test_an_opposite_is_put_in_where_it_stands_alone() -> None:
    rng = random.Random(1)
    assert edits.opposed("", "The valve was shut before the alarm.", rng) == "The valve was shut after the alarm."
    assert edits.opposed("", "Before May more was spent, after it fewer came.", rng) is None


def test_kept_pairs_read_from_the_exact_sentence_to_the_edited_one() -> None:
    for rng in seeds(10):
        for premise, hypothesis in edits.kept(P, (A,), rng):
            assert premise == P
            assert hypothesis != A
