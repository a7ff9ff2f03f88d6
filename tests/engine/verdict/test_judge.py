"""Which fact modules are asked about a pair: all of them."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from statement_compare.engine.align.score import wording_in_common
from statement_compare.engine.model import Verdict
from statement_compare.engine.verdict import facts
from statement_compare.engine.verdict.judge import FACT_MODULES, gather, judge
from statement_compare.engine.verdict.lexicon import BundledLexicon
from statement_compare.engine.verdict.reading import lone_passage


def test_every_fact_module_is_asked() -> None:
    found = {
        module.compare
        for info in pkgutil.iter_modules(facts.__path__)
        for module in [importlib.import_module(f"{facts.__name__}.{info.name}")]
        if hasattr(module, "compare")
    }
    assert found == set(FACT_MODULES)
    assert len(FACT_MODULES) == len(found) == 12


@pytest.mark.parametrize(("rows", "place"), [(60, 3), (60, 59), (30, 20), (200, 150)])
def test_one_changed_figure_among_many_equal_ones_is_found(rows: int, place: int) -> None:
    names = [chr(97 + n % 26) + chr(97 + n // 26) for n in range(rows)]
    costs = [f"the {name}rd plant cost {100 + 13 * n} million euros" for n, name in enumerate(names)]
    costs[place] = "the Keld plant cost 840 million euros"
    left = f"In total {', '.join(costs)}."
    right = left.replace("840 million", "910 million")
    for texts in ((left, right), (right, left)):
        passages = [lone_passage(text, "en") for text in texts]
        found = gather(*passages, BundledLexicon(), score=None, similarity=wording_in_common(*texts))
        decision = judge(found)
        assert decision.verdict is Verdict.CONTRADICTION
        spans = decision.facts[0].left, decision.facts[0].right
        words = {span.of(text) for span, text in zip(spans, texts, strict=True) if span is not None}
        assert words == {"840 million euros", "910 million euros"}
        assert found.similarity == 0.99
