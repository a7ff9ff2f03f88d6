"""Passages of several sentences: where a span of the joined text lies in the source."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from statement_compare.engine.annotate.reading import (
    Passage,
    Reading,
    annotation,
    lone_passage,
    lone_reading,
    passage_of,
)
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.model import Block, BlockKind, Source, Span, Statement
from statement_compare.engine.text.segment import segment

# The last sentence stands 16 code points further on than in a passage that joins it to the first one.
TEXT = "The tank leaked. Nobody asked.   Two men were hurt."


def told() -> Statement:
    statement = segment(Source(TEXT, (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),)), "en")
    assert [sentence.text for sentence in statement.sentences] == [
        "The tank leaked.",
        "Nobody asked.",
        "Two men were hurt.",
    ]
    return statement


@pytest.fixture
def passage() -> Passage:
    return passage_of(told(), (0, 2))


def span_of(passage: Passage, words: str) -> Span:
    start = passage.text.index(words)
    return Span(start, start + len(words))


def test_sentences_are_joined_by_one_space_and_keep_their_places(passage: Passage) -> None:
    assert passage.text == "The tank leaked. Two men were hurt."
    assert passage.pieces == ((0, Span(0, 16)), (17, Span(33, 51)))


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The", Span(0, 3)),
        ("leaked.", Span(9, 16)),
        ("Two", Span(33, 36)),
        ("Two men were hurt.", Span(33, 51)),
        ("hurt", Span(46, 50)),
    ],
)
def test_words_are_found_in_the_sentence_that_holds_them(passage: Passage, words: str, place: Span) -> None:
    assert passage.in_source(span_of(passage, words)) == place
    assert place.of(TEXT) == words


@pytest.mark.parametrize("words", ["leaked. Two", "leaked. "])
def test_a_span_that_goes_on_past_its_sentence_ends_with_it(passage: Passage, words: str) -> None:
    assert passage.in_source(span_of(passage, words)).of(TEXT) == "leaked."


def test_a_span_that_goes_on_past_the_last_sentence_ends_with_it(passage: Passage) -> None:
    assert passage.in_source(Span(30, 60)) == Span(46, 51)


def test_the_space_between_two_sentences_is_empty_at_the_end_of_the_first(passage: Passage) -> None:
    assert passage.in_source(Span(16, 17)) == Span(16, 16)


def test_an_empty_span_where_the_second_sentence_starts_lies_in_the_second(passage: Passage) -> None:
    assert passage.in_source(Span(17, 17)) == Span(33, 33)


def test_a_span_before_the_first_sentence_is_an_error() -> None:
    passage = Passage("A leak.", ((2, Span(0, 5)),), "en")
    with pytest.raises(ValueError, match="lies before the passage"):
        passage.in_source(Span(1, 3))


def test_a_passage_is_in_the_order_of_the_text_and_knows_the_sentence_before_it() -> None:
    passage = passage_of(told(), (2, 1))
    assert (passage.text, passage.before) == ("Nobody asked. Two men were hurt.", "The tank leaked.")
    assert passage_of(told(), (0,)).before == ""


def test_a_sentence_of_another_paragraph_is_not_the_one_before() -> None:
    text = "The tank leaked.\n\nNobody asked."
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 16)), Block(BlockKind.PARAGRAPH, Span(18, 31)))
    assert passage_of(segment(Source(text, blocks), "en"), (1,)).before == ""


def test_a_lone_passage_is_its_own_source() -> None:
    passage = lone_passage(TEXT, "en")
    assert [passage.in_source(span) for span in (Span(0, 3), Span(17, 23))] == [Span(0, 3), Span(17, 23)]


def test_what_is_found_in_a_reading_is_looked_for_once_and_stays_with_it() -> None:
    asked: list[str] = []

    @annotation
    def words_of(reading: Reading) -> tuple[str, ...]:
        asked.append(reading.text)
        return tuple(reading.text.split())

    first, second = lone_reading("The dam held.", "en"), lone_reading("The dam held.", "en")
    assert words_of(first) is words_of(first)
    assert words_of(second) == words_of(first)
    assert asked == ["The dam held."] * 2


def test_readings_are_equal_and_travel_whatever_was_found_in_them() -> None:
    asked, fresh = lone_reading("It closed on 4 May.", "en"), lone_reading("It closed on 4 May.", "en")
    assert moments(asked)
    assert asked.annotations
    assert asked == fresh
    assert hash(asked) == hash(fresh)
    travelled = pickle.loads(pickle.dumps(asked))
    assert travelled == asked
    assert not travelled.annotations
    assert replace(asked, passage=lone_passage("It opened.", "en")).annotations == {}
