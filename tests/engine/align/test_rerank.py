"""A second look at candidate pairs, with a reader made by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from statement_compare.engine.align import align
from statement_compare.engine.align.rerank import Read, Rerank, Weighing, bearing, worth_reading
from statement_compare.engine.model import Entailment, EntailmentPair
from statement_compare.engine.readers import read_text
from statement_compare.engine.text.segment import segment

WEIGHING = Weighing(constant=0.0, odds=0.5, bearing=1.0, least=0.1, least_to_join=0.2, steep=1.0, middle=0.0)
APART = Entailment(0.02, 0.96, 0.02)
DENIES = Entailment(0.02, 0.03, 0.95)


def test_a_pair_bears_on_each_other_in_the_direction_in_which_it_is_clearer() -> None:
    assert bearing(EntailmentPair(APART, DENIES)) == bearing(EntailmentPair(DENIES, APART))
    assert bearing(EntailmentPair(APART, DENIES)) == pytest.approx(3.476, abs=0.001)
    assert bearing(EntailmentPair(APART, APART)) < -3


def test_the_likeliest_three_of_each_sentence_are_read() -> None:
    pairs = [(0, j) for j in range(5)] + [(1, 4)]
    odds = [0.5, 0.4, 0.3, 0.2, 0.0001, 0.9]
    assert worth_reading(pairs, odds) == [(0, 0), (0, 1), (0, 2), (0, 3), (1, 4)]
    assert worth_reading([(0, 0)], [0.0004]) == []


def test_where_nothing_can_be_read_there_are_no_new_odds() -> None:
    look = Rerank(lambda pairs: [None] * len(pairs), WEIGHING)
    assert look.odds([(0, 0), (0, 1)], [0.5, 2.0], ([7], [3, 4])) is None


def test_of_many_sentences_fewer_pairs_are_read_and_of_too_many_none() -> None:
    asked: list[int] = []

    def ask(pairs: Sequence[tuple[int, int]]) -> list[EntailmentPair | None]:
        asked.append(len(pairs))
        return [EntailmentPair(DENIES, APART) for _ in pairs]

    look = Rerank(ask, WEIGHING)
    pairs = [(0, j) for j in range(4)]
    for sentences in (10, 300, 3000):
        look.odds(pairs, [4.0, 3.0, 2.0, 1.0], (range(sentences), range(sentences)))
    assert asked == [4, 4]
    assert worth_reading([(0, 0), (0, 1), (1, 1)], [4.0, 3.0, 5.0], 1) == [(0, 0), (1, 1)]


def test_equal_sentences_are_read_however_many_are_as_likely() -> None:
    asked: list[tuple[int, int]] = []

    def ask(pairs: Sequence[tuple[int, int]]) -> list[EntailmentPair | None]:
        asked.extend(pairs)
        return [EntailmentPair(DENIES, APART) for _ in pairs]

    pairs = [(i, j) for i in range(9) for j in range(9)]
    again = Rerank(ask, WEIGHING).odds(pairs, [4.0] * 81, (range(9), range(9)), {(n, n) for n in range(10)})
    assert again is not None
    assert {(n, n) for n in range(9)} <= set(asked)
    assert (9, 9) not in asked
    assert len(asked) == len(set(asked)) < 81
    assert dict(zip(pairs, again, strict=True))[8, 8] > 1 > dict(zip(pairs, again, strict=True))[8, 7]


def test_a_wide_look_reads_nearly_all_of_a_short_statement_and_notes_where_each_pair_stands() -> None:
    noted: list[Read] = []
    look = Rerank(lambda pairs: [EntailmentPair(DENIES, APART) for _ in pairs], WEIGHING, noted.extend, is_wide=True)
    pairs = [(i, j) for i in range(2) for j in range(6)]
    look.odds(pairs, [float(i + j + 1) for i, j in pairs], ([4, 5], list(range(6))))
    assert [each.pair for each in noted] == [(i + 4, j) for i, j in pairs]
    assert noted[0].before == 1.0
    assert noted[0].after == pytest.approx(WEIGHING.again(1.0, bearing(EntailmentPair(DENIES, APART))))
    assert noted[0].ranks == (1, 5)
    assert noted[-1].ranks == (0, 0)


def test_the_reader_is_asked_by_the_ids_of_the_sentences() -> None:
    asked: list[tuple[int, int]] = []

    def ask(pairs: Sequence[tuple[int, int]]) -> list[EntailmentPair | None]:
        asked.extend(pairs)
        return [EntailmentPair(DENIES, APART) for _ in pairs]

    Rerank(ask, WEIGHING).odds([(0, 0), (0, 1)], [0.5, 2.0], ([7], [3, 4]))
    assert asked == [(7, 3), (7, 4)]


def test_what_merely_shares_a_topic_gives_way_to_what_bears_on_it() -> None:
    left = segment(read_text("The harbour office was warned about the crane."), "en")
    right = segment(
        read_text("The crane of the harbour office is blue.\n\nNobody told us that anything was wrong there."), "en"
    )

    def ask(pairs: Sequence[tuple[int, int]]) -> list[EntailmentPair | None]:
        return [EntailmentPair(DENIES, DENIES) if j == 1 else EntailmentPair(APART, APART) for _, j in pairs]

    without = align(left, right, None)
    (found,) = align(left, right, None, rerank=Rerank(ask, WEIGHING))
    assert [each.right for each in without] == [(0,)]
    assert found.right == (1,)
