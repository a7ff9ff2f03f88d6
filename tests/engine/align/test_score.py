"""What speaks for a pair of sentences: figures in common speak for it, whichever way pairs are weighed."""

from __future__ import annotations

import pytest

from statement_compare.engine.align.profile import Profile
from statement_compare.engine.align.score import BOTH, ENGLISH, MULTILINGUAL, WORDS_ALONE, Judgement, evidence, odds
from statement_compare.engine.model import Role


def profile(text: str, **anchors: int) -> Profile:
    return Profile(text, Role.CLAIM, {}, {key.replace("_", " "): weight for key, weight in anchors.items()})


def test_figures_in_common_count_with_their_weight_and_names_apart_from_them() -> None:
    left = profile("Keld paid 184 million.", number_184=900, name_keld=400, number_7=300)
    right = profile("184 million came from Keld.", number_184=900, name_keld=400)
    found = evidence(left, right, 0.5, 0.2)
    assert (found.figures, found.names) == (0.9, 0.4)
    assert evidence(left, profile("Nothing."), 0.5, 0.2).figures == 0.0


@pytest.mark.parametrize("kind", [ENGLISH, BOTH, MULTILINGUAL, WORDS_ALONE])
def test_a_figure_in_common_makes_a_pair_likelier(kind: Judgement) -> None:
    left, right = profile("a", number_184=900), profile("b", number_184=900)
    other = profile("b", number_185=900)
    assert odds(evidence(left, right, 0.2, 0.2), kind.weights) > odds(evidence(left, other, 0.2, 0.2), kind.weights)
