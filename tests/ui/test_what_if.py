"""What if: a pair whose sentences a person changes in the inspector, judged anew without changing any statement."""

from __future__ import annotations

from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.progress import SILENT
from statement_compare.ui.worker import JudgedPair, JudgePair, engine

WITHOUT_MODEL = CompareOptions(languages=("en", "en"), use_model=False)


def test_the_worker_judges_two_texts_as_one_pair() -> None:
    request = JudgePair("The plant employs 5,000 people.", "The plant employs 1,000 people.", WITHOUT_MODEL)
    judged = engine()(request, SILENT, lambda _: None)
    assert isinstance(judged, JudgedPair)
    assert judged.link.verdict is Verdict.CONTRADICTION
    (reason,) = judged.link.reasons
    assert reason.left is not None
    assert reason.left.of(judged.left) == "5,000"
