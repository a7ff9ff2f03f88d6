"""No sentence begins or ends within what a reader sees as one character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_compare.engine.readers import read_text
from statement_compare.engine.text.graphemes import is_border
from statement_compare.engine.text.segment import segment

PIECES = ["It is so", "Nein", ". ", ".", "! ", "\u0301", "\u200d", "\ufe0f", "\U0001f468\u200d\U0001f469", "\U0001f3fd"]
PIECES += ["\U0001f1e9\U0001f1ea", "\u0915\u093e", "\u0964 ", "\r\n", " ", "\u20e3", "A", "\u00bb", "5"]


@pytest.mark.parametrize(
    ("text", "borders"),
    [
        ("e\u0301a", [0, 2, 3]),
        ("\U0001f468\u200d\U0001f469.", [0, 3, 4]),
        ("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7", [0, 2, 4]),
        ("\U0001f44d\U0001f3fd!", [0, 2, 3]),
        ("\u0915\u093e\u092e", [0, 2, 3]),
        ("a\r\nb", [0, 1, 3, 4]),
    ],
)
def test_a_text_is_cut_between_characters_as_they_are_seen(text: str, borders: list[int]) -> None:
    assert [at for at in range(len(text) + 1) if is_border(text, at)] == borders


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), st.sampled_from(["en", "de", "hi", "ru"]))
def test_no_sentence_cuts_a_character(pieces: list[str], language: str) -> None:
    text = f"A{''.join(pieces)}"
    for sentence in segment(read_text(text), language).sentences:
        start = sentence.span.start  # a mark that stands on white space is left without it
        assert is_border(text, start) or text[start - 1].isspace()
        assert is_border(text, sentence.span.end)
