"""Tables are kept between two marks; judgements are kept as long as what made them stays the same."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.judging import diagram, tables
from benchmarks.judging.answers import Answers, Remembered, RememberedEncoder, Results
from benchmarks.judging.rows import Row
from benchmarks.judging.scores import Bin, JudgedLink, Judgement, OfKind, Scores, Tally


class Counting:
    """Answers by the length of the premise and notes what it was asked."""

    name = "counting"
    sha256 = "0" * 64

    def __init__(self) -> None:
        self.asked: list[object] = []

    def covers(self, language: str) -> bool:
        return language == "en"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked += pairs
        return np.array([[1 / len(a), 0.0, 1 - 1 / len(a)] for a, _ in pairs], np.float32).reshape(-1, 3)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        return np.array([[1.0, len(text)] for text in texts], np.float32).reshape(-1, 2)


def test_what_was_answered_is_not_asked_again_even_in_another_run(tmp_path: Path) -> None:
    pairs = [("aaa", "b"), ("cc", "d"), ("aaa", "b")]
    first = Counting()
    found = Remembered(first, Answers(tmp_path / "answers")).judge(pairs)
    second = Counting()
    again = Remembered(second, Answers(tmp_path / "answers"))
    second.asked.clear()
    assert np.array_equal(again.judge([*pairs, ("e", "f")])[:3], found)
    assert second.asked == [("e", "f")]
    assert again.judge([]).shape == (0, 3)


def test_a_text_is_encoded_once() -> None:
    encoder = Counting()
    remembered = RememberedEncoder(encoder, {})
    assert np.array_equal(remembered.encode(["a", "bb", "a"]), np.array([[1, 1], [1, 2], [1, 1]], np.float32))
    assert remembered.encode(["bb"]).shape == (1, 2)
    assert remembered.encode([]).shape == (0, 2)
    assert encoder.asked == ["a", "bb"]


def test_judgements_are_made_anew_when_what_made_them_changes(tmp_path: Path) -> None:
    results = Results(tmp_path)
    old = [Judgement("contradiction", 0.9, ("unit",), ("unit.differ: words",), (0.1, 0.2, 0.7, 0.1, 0.2, 0.7))]
    new = [Judgement("unclear", 0.0)]
    assert results.pairs("fast pairs", "engine 1", lambda: old) == old
    assert results.pairs("fast pairs", "engine 1", lambda: new) == old
    assert results.pairs("fast pairs", "engine 2", lambda: new) == new


def test_links_are_kept_with_their_sentences(tmp_path: Path) -> None:
    links = [[JudgedLink(frozenset({"L1"}), frozenset({"R2", "R3"}), Judgement("agreement", 0.7))], []]
    results = Results(tmp_path)
    assert results.statements("fast", "engine", lambda: links) == links
    assert results.statements("fast", "engine", list) == links


def test_text_around_the_marks_stays() -> None:
    document = "# Head\n<!-- table -->\nold\n<!-- /table -->\nHand-written.\n"
    assert tables.kept(document, "new") == "# Head\n<!-- table -->\nnew\n<!-- /table -->\nHand-written.\n"
    with pytest.raises(ValueError, match="marks"):
        tables.kept("# Head\n", "new")


def test_a_row_whose_model_is_missing_says_so() -> None:
    there = Row("facts alone", kinds={"unit": OfKind(1, 1, 2, 1, 4)}, pairs_a_second=205.4)
    there.of_sets = {"pairs": Scores(contradiction=Tally(9, 10, 9, 18), agreement=Tally(1, 1, 1, 2))}
    table = tables.main_table([there, Row("fast, with facts", is_there=False)], ["pairs"], has_public=False)
    assert "| facts alone | .900 / .500 / .643; .667 | 1 of 4 |  | 205 | - |" in table
    assert "| fast, with facts | not there |" in table


def test_the_diagram_is_a_drawing_with_a_dot_for_each_bin() -> None:
    drawing = diagram.reliability({"pairs": [Bin(0.5, 0.4, 10), Bin(0.9, 0.95, 40)]}, "Reliability of <fast>")
    root = ET.fromstring(drawing)
    circles = [each for each in root.iter() if each.tag.endswith("circle")]
    assert len(circles) == 3  # two bins and the legend
    assert "50 verdicts" in drawing
