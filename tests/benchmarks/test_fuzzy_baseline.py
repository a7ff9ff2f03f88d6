"""The baseline sees likeness, negation and figures, and nothing else."""

from __future__ import annotations

import pytest

from benchmarks.judging import fuzzy


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("The dam was closed in 2019.", "The dam was closed in 2019.", "agreement"),
        ("The dam was closed in 2019.", "The dam was closed in 2021.", "contradiction"),
        ("The dam was closed in May.", "The dam wasn’t closed in May.", "contradiction"),
        ("Two dams were closed in May.", "Three dams were closed in May.", "contradiction"),
        ("The dam was closed in May.", "We thank all our customers.", "unclear"),
    ],
)
def test_a_pair_is_judged_by_likeness_negation_and_figures(left: str, right: str, verdict: str) -> None:
    assert fuzzy.judge(left, right).verdict == verdict


def test_sentences_are_linked_that_are_each_others_most_similar_one() -> None:
    left = ["The dam was closed in May.", "Nobody was hurt."]
    right = ["No one was hurt.", "In May the dam was closed.", "The dam was closed in May, we repeat."]
    assert fuzzy.links(left, right) == [(0, 1), (1, 0)]
    assert fuzzy.links(left, []) == []
