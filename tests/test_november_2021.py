"""The words with which this program's story began, as they were reported: what contradicts, and that nothing agrees."""

from __future__ import annotations

import pytest

from statement_compare.engine.bundle import load_models
from statement_compare.engine.model import CompareOptions, Comparison, Verdict
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_text

MINISTRY = (
    "Facebook has provided Kazakhstan direct and exclusive access to its content reporting system.",
    "A joint statement of the ministry and Facebook was issued today.",
    "Kazakhstan is the first country in Central Asia to receive such access.",
    "The text of the statement was fully agreed on by the leadership of the aforementioned office.",
)
COMPANY = (
    "We have a dedicated online channel for all governments to report content that they believe violates local law.",
    "We did not issue a joint statement.",
    "We follow the same process that governments have around the world.",
    "The government published the statement by itself.",
)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    left, right = (read_text("\n\n".join(side)) for side in (MINISTRY, COMPANY))
    return compare(left, right, CompareOptions(languages=("en", "en")), load_models())


def told(comparison: Comparison, *verdicts: Verdict) -> set[tuple[int, int]]:
    return {(link.left[0], link.right[0]) for link in comparison.links if link.verdict in verdicts}


def test_the_denied_statement_and_the_exclusive_access_contradict(comparison: Comparison) -> None:
    assert told(comparison, Verdict.CONTRADICTION) >= {(0, 0), (1, 1)}


def test_nothing_agrees(comparison: Comparison) -> None:
    assert told(comparison, Verdict.AGREEMENT, Verdict.QUALIFIED) == set()
