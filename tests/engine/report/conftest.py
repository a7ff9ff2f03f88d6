"""Comparisons made by hand, with marked words, so that reports can be looked at alone."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "session"))
sys.path.insert(0, str(Path(__file__).parent))

from some_reports import written

from statement_compare.engine.model import Comparison, ReasonKind, Verdict


@pytest.fixture
def pair() -> Comparison:
    """Two contradictions, a qualified one and an agreement, crossing, with something unanswered on both sides."""
    return written(
        [
            "Kazakhstan receives {exclusive} access to the system.",
            "The field gives {5,000} barrels a day.",
            "Content that breaks the law {will be} removed.",
            "At least {3.2 million} people use the service.",
            "The ministry reports to parliament on 4 March 2022.",
            "Thank you for your attention.",
        ],
        [
            "The field gives {1,000} barrels per day.",
            "The process is {the same for governments around the world}.",
            "Some 3.2 million people use it.",
            "Content {may be} reviewed & <removed>.",
            "A new office opens in Oslo.",
        ],
        [
            (0, 1, Verdict.CONTRADICTION, ReasonKind.EXCLUSIVITY),
            (1, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER),
            (2, 3, Verdict.QUALIFIED, ReasonKind.MODALITY),
            (3, 2, Verdict.AGREEMENT, ReasonKind.WORDING),
        ],
    )


@pytest.fixture
def read_by_model() -> Comparison:
    """A contradiction that no rule saw, with the phrases that carry it, as a model's reason gives it."""
    made = written(
        ["Brindle was {asked twice} for comment."],
        ["We were {never shown} the report."],
        [(0, 0, Verdict.CONTRADICTION, ReasonKind.MODEL)],
    )
    (link,) = made.links
    (reason,) = link.reasons
    return replace(made, links=(replace(link, reasons=(replace(reason, rule="model.contradiction"),)),))
