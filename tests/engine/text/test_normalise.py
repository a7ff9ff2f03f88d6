"""One spelling for what means the same, and the way back to the characters as read."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_compare.engine.model import Span
from statement_compare.engine.text.normalise import normalise

SIGNS = "aZ9 «»“”„’…–—\u00a0\u202f\u00ad\u200b\ufeff\u200eﬁﬃＡ１Ⅳ℃e\u0301и\u0306😀👩\u200d👧שלום½²"
texts = st.text(st.sampled_from(SIGNS), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Да», “no”, ‘so’, „ja“", '"Да", "no", \'so\', "ja"'),
        ("2–3 — 4", "2-3 - 4"),
        ("5\u00a0000\u202fтг", "5 000 тг"),
        ("co\u00adoperate\u200b", "cooperate"),
        ("wait…", "wait..."),
        ("ﬁne oﬃce", "fine office"),
        ("１２ Ⅳ", "12 IV"),
        ("21\u00a0℃", "21 °C"),
        ("cafe\u0301", "café"),
        ("10² and 3½", "10² and 3½"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("می\u200cروم", "می\u200cروم"),
    ],
)
def test_what_means_the_same_is_written_the_same(text: str, expected: str) -> None:
    assert normalise(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "part", "original"),
    [
        ("a “b” c", '"b"', "“b”"),
        ("co\u00adop", "coop", "co\u00adop"),
        ("\u200bab", "ab", "ab"),
        ("ab\u200bcd", "cd", "cd"),
        ("ab\u200bcd", "ab", "ab"),
        ("so… yes", "..", "…"),
        ("oﬃce", "ff", "ﬃ"),
        ("cafe\u0301s", "é", "e\u0301"),
        ("😀 “x”", '"x"', "“x”"),
        ("שלום “x”", '"x"', "“x”"),
    ],
)
def test_a_span_maps_back_to_the_characters_it_came_from(text: str, part: str, original: str) -> None:
    changed, offsets = normalise(text)
    start = changed.index(part)
    assert offsets.to_original(Span(start, start + len(part))).of(text) == original


@given(st.text(string.printable))
def test_plain_ascii_is_left_alone(text: str) -> None:
    changed, offsets = normalise(text)
    assert changed == text
    assert offsets.edits == ()
    assert offsets.to_original(Span(0, len(text))) == Span(0, len(text))


@settings(max_examples=300)
@given(texts)
def test_every_span_maps_into_the_original_and_none_changes_places(text: str) -> None:
    changed, offsets = normalise(text)
    before = Span(0, 0)
    for at in range(len(changed)):
        mapped = offsets.to_original(Span(at, at + 1))
        assert 0 <= mapped.start < mapped.end <= len(text)
        assert mapped.start >= before.start
        assert mapped.end >= before.end
        assert changed[at] in normalise(mapped.of(text))[0]
        before = mapped


@settings(max_examples=300)
@given(texts, st.data())
def test_a_longer_span_covers_its_parts(text: str, data: st.DataObject) -> None:
    changed, offsets = normalise(text)
    start = data.draw(st.integers(0, len(changed)))
    end = data.draw(st.integers(start, len(changed)))
    mapped = offsets.to_original(Span(start, end))
    assert 0 <= mapped.start <= mapped.end <= len(text)
    for at in range(start, end):
        part = offsets.to_original(Span(at, at + 1))
        assert mapped.start <= part.start
        assert part.end <= mapped.end


def test_a_span_outside_of_the_text_is_refused() -> None:
    offsets = normalise("ab")[1]
    with pytest.raises(ValueError, match="outside"):
        offsets.to_original(Span(1, 3))


def test_dropped_characters_in_a_row_are_one_edit_that_begins_with_the_first() -> None:
    text, offsets = normalise("…x\u200b\u200by")
    assert text == "...xy"
    assert offsets.edits == ((0, 3, 0, 1), (4, 4, 2, 4))
