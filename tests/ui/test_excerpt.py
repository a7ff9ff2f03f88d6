from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_compare.engine.model import Span
from statement_compare.ui.widgets.excerpt import excerpt

TEXT = "That process, by which governments report content, is the same for governments around the world."


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_a_text_with_room_enough_is_left_alone() -> None:
    marked = (span_of("the same"),)
    assert excerpt(TEXT, marked, 200, len).text == TEXT
    assert excerpt(TEXT, marked, 200, len).marked == marked


def test_the_marked_words_stay_and_what_is_left_out_is_dotted() -> None:
    cut = excerpt(TEXT, (span_of("the same"),), 40, len)
    assert cut.text == "… content, is the same for governments …"
    assert cut.marked[0].of(cut.text) == "the same"


def test_words_far_apart_are_joined_by_dots() -> None:
    cut = excerpt(TEXT, (span_of("process"), span_of("the world")), 40, len)
    assert [span.of(cut.text) for span in cut.marked] == ["process", "the world"]
    assert "…" in cut.text
    assert len(cut.text) <= 40


def test_marked_words_that_are_too_long_stay_all_the_same() -> None:
    cut = excerpt(TEXT, (span_of("the same for governments around the world"),), 10, len)
    assert cut.marked[0].of(cut.text) == "the same for governments around the world"


def test_without_marked_words_the_beginning_is_shown() -> None:
    assert excerpt(TEXT, (), 24, len).text == "That process, by which …"


@pytest.mark.parametrize("room", [0, 1, 5])
def test_a_single_long_word_is_never_lost(room: int) -> None:
    assert excerpt("Donaudampfschifffahrtsgesellschaft", (), room, len).text == "Donaudampfschifffahrtsgesellschaft"


@given(
    words=st.lists(st.text("abcд", min_size=1, max_size=8), min_size=1, max_size=30),
    first=st.integers(0, 29),
    count=st.integers(1, 3),
    room=st.integers(0, 200),
)
def test_marked_words_read_the_same_before_and_after(words: list[str], first: int, count: int, room: int) -> None:
    text = " ".join(words)
    first = min(first, len(words) - 1)
    start = len(" ".join(words[:first])) + (1 if first else 0)
    marked = Span(start, start + len(" ".join(words[first : first + count])))
    cut = excerpt(text, (marked,), room, len)
    assert cut.marked[0].of(cut.text) == marked.of(text)
    assert cut.text == text or len(cut.text) <= max(room, len(marked.of(text)) + 6)
