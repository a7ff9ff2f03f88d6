"""Sentences that a model reads together with the other statement: what is read together, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from statement_compare.engine.align.rerank import Read
from statement_compare.engine.model import CompareOptions, Comparison, InWhole, InWholePair, Verdict
from statement_compare.engine.models import Models, WholeModel
from statement_compare.engine.pipeline import compare
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.engine.readers import read_text
from statement_compare.engine.verdict import tables
from statement_compare.engine.verdict.weights import Weights, read_weights
from statement_compare.engine.whole_reading import read_in_whole
from statement_compare.engine.why_not import why_not

NEUTRAL = (0.02, 0.96, 0.02)
CLAIM, DENIAL = "The depot was searched on the night of the raid.", "Our officers never set foot there."
OTHERS = ("The council will meet in the autumn.", "A new roof costs two million.")


class Reader:
    """Counts a word as a token, finds every pair neutral alone, and clashes where it reads `clash` in one statement."""

    name = "statement-thorough"
    sha256 = "2" * 64

    def __init__(self, longest: int = 100, clash: frozenset[str] = frozenset()) -> None:
        self.longest_reading = longest
        self.clash = clash
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def covers(self, language: str) -> bool:
        return bool(language)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        return np.array([NEUTRAL for _ in pairs], np.float32).reshape(-1, 3)

    def sizes(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]

    def read_whole(self, readings: Sequence[tuple[str, Sequence[str]]]) -> list[NDArray[np.float32]]:
        self.asked += [(sentence, tuple(others)) for sentence, others in readings]
        return [np.array([self._row(sentence, other) for other in others], np.float32) for sentence, others in readings]

    def _row(self, sentence: str, other: str) -> tuple[float, float, float, float]:
        clashes = {sentence, other} == self.clash
        return (0.01, 0.02, 0.96, 0.01) if clashes else (0.01, 0.97, 0.01, 0.01)


def read(left: int, right: int, after: float = 1.0) -> Read:
    return Read((left, right), 1.0, after, (0, 0))


def test_a_reader_of_whole_statements_is_known_by_what_it_can() -> None:
    assert isinstance(Reader(), WholeModel)


def test_each_sentence_is_read_once_with_the_other_statement_in_its_order() -> None:
    model = Reader()
    read_in_whole(model, ({0: "a b"}, {0: "c", 2: "e", 1: "d"}), [read(0, 0)])
    assert model.asked == [("a b", ("c", "d", "e")), ("c", ("a b",)), ("d", ("a b",)), ("e", ("a b",))]


def test_what_is_said_in_both_directions_is_kept_by_pair() -> None:
    found = read_in_whole(Reader(clash=frozenset({"a", "d"})), ({0: "a"}, {0: "c", 1: "d"}), [read(0, 0)])
    clash, nothing = InWhole(0.01, 0.02, 0.96, 0.01), InWhole(0.01, 0.97, 0.01, 0.01)
    assert found.of([0], [1]) == InWholePair(clash, clash, (pytest.approx(0.03), 0.0))
    assert found.of([0], [0]) == InWholePair(nothing, nothing, (pytest.approx(0.98), 0.0))


def test_of_joined_sentences_the_likeliest_two_speak_and_only_what_is_outside_is_a_rival() -> None:
    texts = {0: "a"}, {0: "c", 1: "d", 2: "e"}
    found = read_in_whole(Reader(clash=frozenset({"a", "d"})), texts, [read(0, 0)])
    joined, apart = found.of([0], [0, 1]), found.of([0], [0, 2])
    assert joined is not None
    assert joined.forward.contradiction == pytest.approx(0.96)
    assert joined.rivals == (pytest.approx(0.03), 0.0)
    assert apart is not None
    assert apart.rivals == (pytest.approx(0.98), 0.0)


def test_of_a_long_statement_the_likeliest_sentences_are_read_with_their_neighbours() -> None:
    model = Reader(longest=5)
    other = {number: f"s{number}" for number in range(9)}
    read_in_whole(model, ({0: "a"}, other), [read(0, 6, 2.0), read(0, 1, 1.0), read(0, 4, 0.5)], ([0], []))
    assert model.asked == [("a", ("s1", "s4", "s5", "s6"))]


def test_a_sentence_longer_than_a_reading_is_left_out_and_so_are_its_pairs() -> None:
    found = read_in_whole(Reader(longest=4), ({0: "a"}, {0: "c", 1: "d e f g h i"}), [read(0, 0), read(0, 1)])
    assert found.of([0], [0]) is not None
    assert found.of([0], [1]) is None


def test_only_the_asked_pair_is_read_where_one_is_asked_for() -> None:
    model = Reader()
    found = read_in_whole(model, ({0: "a", 1: "b"}, {0: "c", 1: "d"}), [read(0, 0)], ([1], [0]))
    assert found.of([1], [0]) is not None
    assert found.of([0], [0]) is None
    assert [sentence for sentence, _ in model.asked] == ["b", "c"]


def test_reading_can_be_stopped() -> None:
    class Stopped(Progress):
        def report(self, *_: object) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_in_whole(Reader(), ({0: "a"}, {0: "c"}), [read(0, 0)], None, Stopped())


@pytest.fixture
def weighs_the_whole(monkeypatch: pytest.MonkeyPatch) -> Weights:
    """A table that believes what is read within both statements, and finds nothing in pairs alone."""
    row = {"contradicts_in_whole_both": 2.0, "constant": 0.0}
    nothing = {"constant": 0.0}
    enough = {p: {"contradiction": 0.6, "agreement": 0.9, "qualified": 0.9} for p in ("strict", "normal", "lenient")}
    rows = {"contradiction": row, "agreement": {"constant": -9.0}, "qualified": {"constant": -9.0}, "unclear": nothing}
    pairing = {
        "constant": 0.0,
        "odds": 1.0,
        "bearing": 0.1,
        "least": 0.0,
        "least_to_join": 9.0,
        "steep": 1,
        "middle": 0,
    }
    alone = {**rows, "contradiction": {"constant": -9.0}}
    links = {"weights": alone, "enough": enough, "bears": {"constant": -9.0}, "least_to_bear": 0.5}
    of_whole = {**links, "weights": rows, "bears": {"constant": 0.0, "bears_in_whole_both": 1.0}}
    content = {"weights": alone, "enough": enough, "pairing": pairing, "links": {**links, "in_whole": of_whole}}
    weights = read_weights(content)
    monkeypatch.setattr(tables, "weights_for", lambda _: weights)
    return weights


def compared(model: Reader) -> Comparison:
    left, right = "\n\n".join([CLAIM, OTHERS[0]]), "\n\n".join([OTHERS[1], DENIAL])
    return compare(read_text(left), read_text(right), CompareOptions(languages=("en", "en")), Models(entailment=model))


@pytest.mark.usefixtures("weighs_the_whole")
def test_a_contradiction_that_only_the_whole_statement_shows_is_told() -> None:
    found = compared(Reader(clash=frozenset({CLAIM, DENIAL})))
    told = [(link.left, link.right) for link in found.links if link.verdict is Verdict.CONTRADICTION]
    assert told == [((0,), (1,))]


@pytest.mark.usefixtures("weighs_the_whole")
def test_nothing_is_told_where_the_whole_statement_shows_nothing() -> None:
    found = compared(Reader())
    assert found.links == ()
    assert (found.only_left, found.only_right) == ((0, 1), (0, 1))


def test_a_table_that_knows_nothing_of_whole_statements_asks_for_none(
    weighs_the_whole: Weights, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert weighs_the_whole.among_many is not None
    plain = replace(weighs_the_whole, among_many=replace(weighs_the_whole.among_many, in_whole=None))
    monkeypatch.setattr(tables, "weights_for", lambda _: plain)
    model = Reader(clash=frozenset({CLAIM, DENIAL}))
    assert compared(model).links == ()
    assert model.asked == []


@pytest.mark.usefixtures("weighs_the_whole")
def test_why_not_reads_the_two_sentences_within_both_statements_and_no_other() -> None:
    model = Reader()
    found = compared(model)
    model.asked.clear()
    why_not(found, 0, 1, CompareOptions(languages=("en", "en")), Models(entailment=model))
    assert model.asked == [(CLAIM, (OTHERS[1], DENIAL)), (DENIAL, (CLAIM, OTHERS[0]))]
