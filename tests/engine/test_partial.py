"""What is told of a comparison before its end."""

from __future__ import annotations

import pytest

from statement_compare.engine import pipeline
from statement_compare.engine.model import CompareOptions, Comparison
from statement_compare.engine.readers import read_text

LEFT = "The mine made 5,000 tonnes a day. The ministry was told on 12 May. All 300 workers keep their jobs."
RIGHT = "The mine made 1,000 tonnes a day. The ministry was told on 10 May. All 300 workers keep their jobs."


def compare(told: list[Comparison]) -> Comparison:
    return pipeline.compare(read_text(LEFT), read_text(RIGHT), CompareOptions(), on_partial=told.append)


def test_links_are_told_as_they_are_judged_and_stay_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_PARTIAL_INTERVAL_S", 0.0)
    monkeypatch.setattr(pipeline, "_JUDGED_TOGETHER", 1)
    told: list[Comparison] = []
    whole = compare(told)
    assert len(whole.links) == 3
    assert [part.links for part in told] == [whole.links[:1], whole.links[:2]]
    assert all(
        (part.left, part.right, part.only_left, part.only_right) == (whole.left, whole.right, (), ()) for part in told
    )


def test_nothing_is_told_of_what_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_PARTIAL_INTERVAL_S", 3600.0)
    told: list[Comparison] = []
    assert compare(told).links
    assert told == []
