"""Links that a person makes: what is judged for them, and where the words of the judgement then stand."""

from __future__ import annotations

import pytest
from scenario import comparison, statement

from statement_compare.engine.model import CompareOptions, Link, Reason, ReasonKind, Side, Span, Verdict
from statement_compare.engine.pipeline import judge_pair
from statement_compare.session.handmade import merged, placed, single_pairs, texts_of
from statement_compare.session.query import span_of, statement_of
from statement_compare.session.review import Pair

LEFT = statement("Nobody was told.", "The port paid 5,000 euros.", "It was in March.")
RIGHT = statement("The port paid 1,000 euros.", "It never was.")
BOTH = comparison("A1?B2", LEFT, RIGHT)


def words(link: Link, side: Side) -> list[str]:
    spans = [span_of(reason, side) for reason in link.reasons]
    return [span.of(statement_of(BOTH, side).source.text) for span in spans if span is not None]


def judged(left: Span | None, right: Span | None) -> Link:
    return Link((0,), (0,), 0.5, Verdict.UNCLEAR, 0.9, (Reason(ReasonKind.NUMBER, left, right, "number.test"),))


def test_the_words_that_carry_a_verdict_stand_in_the_sources() -> None:
    pair: Pair = ((1,), (0,))
    options = CompareOptions(languages=("en", "en"), use_model=False)
    link = placed(judge_pair(*texts_of(BOTH, pair), options).link, BOTH, pair)
    assert (link.left, link.right, link.verdict) == ((1,), (0,), Verdict.CONTRADICTION)
    assert any("5,000" in each for each in words(link, Side.LEFT))
    assert any("1,000" in each for each in words(link, Side.RIGHT))


@pytest.mark.parametrize(
    ("ids", "part", "expected"),
    [
        ((0, 1), "5,000 euros", "5,000 euros"),
        ((0, 1), "Nobody", "Nobody"),
        ((0, 2), "March", "March"),
        ((0, 1), "told. The port", "told. The port"),
        ((0, 2), "told. It was", "told."),
    ],
)
def test_words_of_several_sentences_are_found_again(ids: tuple[int, ...], part: str, expected: str) -> None:
    text, _ = texts_of(BOTH, (ids, (0,)))
    at = text.index(part)
    link = placed(judged(Span(at, at + len(part)), None), BOTH, (ids, (0,)))
    assert words(link, Side.LEFT) == [expected]


def test_a_link_of_several_sentences_is_split_into_single_ones_in_their_order() -> None:
    assert single_pairs(((1, 2), (3,))) == (((1,), (3,)), ((2,), (3,)))
    assert single_pairs(((1, 2), (3, 4))) == (((1,), (3,)), ((2,), (4,)))
    assert single_pairs(((1,), (3,))) == (((1,), (3,)),)


def test_merging_takes_each_sentence_once() -> None:
    assert merged(((2,), (1,)), (0, 2), (3,)) == ((0, 2), (1, 3))
