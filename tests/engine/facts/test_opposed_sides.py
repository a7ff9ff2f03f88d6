"""Figures of those for and those against, of those that have and those that lack: parts of one whole, no two counts."""

import pytest

from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair

CASES = [
    # Both parts make up the whole.
    ("en", "12 of the 20 voted for the plan.", "8 of the 20 voted against the plan.", None),
    ("en", "55% voted for the plan.", "45% voted against the plan.", None),
    ("ru", "55 % проголосовали за план.", "45 % проголосовали против плана.", None),
    ("ru", "12 из 20 голосовали за план.", "8 из 20 голосовали против плана.", None),
    ("de", "55 % stimmten für den Plan.", "45 % stimmten gegen den Plan.", None),
    ("es", "12 de los 20 votaron a favor del plan.", "8 de los 20 votaron en contra del plan.", None),
    ("en", "60% of homes have heating.", "40% of homes lack heating.", None),
    ("en", "Nine of the 14 villages have water.", "Five of the 14 villages lack water.", None),
    ("en", "60% of the patients recovered.", "40% of the patients failed to recover.", None),
    # Some took no side.
    ("en", "12 of the 20 voted for the plan.", "7 of the 20 voted against the plan.", None),
    ("en", "Twelve councillors were in favour of the plan.", "Seven councillors were against the plan.", None),
    ("de", "12 der 20 Räte stimmten für den Plan.", "7 der 20 Räte stimmten gegen den Plan.", None),
    ("fr", "12 des 20 élus ont voté pour le plan.", "7 des 20 élus ont voté contre le plan.", None),
    # More than there are, one side alone, or no sides at all.
    ("en", "12 of the 20 voted for the plan.", "9 of the 20 voted against the plan.", Verdict.CONTRADICTION),
    ("en", "60% voted for the plan.", "45% voted against the plan.", Verdict.CONTRADICTION),
    ("en", "12 of the 20 voted against the plan.", "8 of the 20 voted against the plan.", Verdict.CONTRADICTION),
    ("en", "60% of homes lack heating.", "40% of homes lack heating.", Verdict.CONTRADICTION),
    ("en", "60% of homes have heating.", "30% of homes lack heating.", Verdict.CONTRADICTION),
    ("en", "The mayor voted for a tax of 12%.", "The mayor voted against a tax of 8%.", Verdict.CONTRADICTION),
    ("en", "12 of the 20 voted for the plan.", "12 of the 20 voted against the plan.", Verdict.CONTRADICTION),
    ("ru", "Мэр голосовал за план.", "Мэр голосовал против плана.", Verdict.CONTRADICTION),
    ("es", "El alcalde votó a favor del plan.", "El alcalde votó en contra del plan.", Verdict.CONTRADICTION),
]


@pytest.mark.parametrize(("language", "left", "right", "expected"), CASES)
def test_figures_of_opposed_sides(language: str, left: str, right: str, expected: Verdict | None) -> None:
    options = CompareOptions(use_model=False, languages=(language, language))
    found = {judge_pair(a, b, options).link.verdict for a, b in ((left, right), (right, left))}

    assert len(found) == 1
    assert found == {expected} if expected is not None else Verdict.CONTRADICTION not in found
