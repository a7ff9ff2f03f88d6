"""Which characters count as hidden, and what a reader sees of them."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_compare.engine.text import hidden


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("5,\u202e000\u202c", "5,‹U+202E›000‹U+202C›"),
        ("\x1b[31mred\x07\x9b", "‹U+001B›[31mred‹U+0007›‹U+009B›"),
        ("no\u200bt no\u200dt no\u200ct", "no‹U+200B›t no‹U+200D›t no‹U+200C›t"),
        ("kept\tas\nit\r\nis", "kept\tas\nit\r\nis"),
        ("over\rwritten\x0b\x85", "over‹U+000D›written‹U+000B›‹U+0085›"),
        ("\ud800 \U000e0041 \ufeff", "‹U+D800› ‹U+E0041› ‹U+FEFF›"),
        ("5\xad000 1\ufe0f,000", "5‹U+00AD›000 1‹U+FE0F›,000"),
        ("Қазақ “а” – é 漢字 \u0600", "Қазақ “а” – é 漢字 \u0600"),
    ],
)
def test_hidden_characters_are_written_by_their_number(text: str, seen: str) -> None:
    assert hidden.shown(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "state\xadment",
        "👩\u200d🚀",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "می\u200cخواهم",
        "क्\u200dष",
        "สวัสดี\u200bครับ",
        "葛\U000e0100",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ],
)
def test_what_does_the_work_it_is_made_for_is_not_hidden(text: str) -> None:
    assert hidden.shown(text) == text
    assert list(hidden.places(text)) == []


def test_a_joiner_behind_a_form_that_nothing_has_is_hidden_as_well() -> None:
    assert hidden.shown("\ufe0f\u200d😀") == "‹U+FE0F›‹U+200D›😀"
    assert hidden.shown("❤\ufe0f\u200d🔥") == "❤\ufe0f\u200d🔥"


def test_white_space_is_not_counted_as_hidden() -> None:
    assert hidden.counted("a\x0cb\x85c\r\u2028d\u00a0e") == ()
    assert hidden.counted("\u200ba\u202eb\u202e\x1b") == (("\u202e", 2), ("\x1b", 1), ("\u200b", 1))
    assert hidden.name("\u202e") == "right-to-left override"
    assert (hidden.name("\x1b"), hidden.name("\ud800")) == ("control character", "half of a character")


texts = st.text(alphabet="ab5, \x1b\x9b\u202e\u2066\u2069\u200d\u200b\ufe0fم😀\ud800\r\n")


@given(texts, texts)
def test_a_neutral_text_is_the_sum_of_its_neutral_parts(first: str, second: str) -> None:
    assert hidden.neutral(first + second) == hidden.neutral(first) + hidden.neutral(second)


@given(texts)
def test_what_is_shown_or_neutral_turns_nothing_any_more(text: str) -> None:
    for seen in (hidden.shown(text), hidden.neutral(text)):
        assert not set(seen) & set("\x1b\x9b\u202e\u2066\u2069\u200b\ud800")
    assert hidden.shown(hidden.shown(text)) == hidden.shown(text)


def test_only_text_with_letters_from_right_to_left_is_isolated() -> None:
    assert hidden.isolated("5,000 Қазақ") == "5,000 Қазақ"
    assert hidden.isolated("שלום 5") == "\u2068שלום 5\u2069"


@pytest.mark.parametrize("tag", ["\U000e0020", "\U000e0061", "\U000e007e"])
def test_every_tag_of_a_flag_does_its_work(tag: str) -> None:
    assert list(hidden.places(f"\U0001f3f4{tag}\U000e007f")) == []
    assert list(hidden.places(f"a{tag}\U000e007f")) == [1, 2]


def test_hidden_characters_of_a_long_text_are_found_wherever_they_stand() -> None:
    long = "Слово за словом. " * 20_000
    assert hidden.counted(long) == ()
    assert hidden.counted(long + "\u202e") == (("\u202e", 1),)
    assert hidden.counted("\U000e0041" + long + "\ud800") == (("\ud800", 1), ("\U000e0041", 1))


def test_every_character_that_can_be_hidden_is_seen_at_the_first_glance_at_a_book() -> None:
    every = [character for character in map(chr, range(sys.maxunicode + 1)) if hidden._UNSEEN.match(character)]
    assert len(every) > 300
    for some in (every, [each for each in every if each <= "\xff"]):
        halves = "".join(some).encode("utf-16-le", "surrogatepass")
        expected = {halves[i : i + 2].decode("utf-16-le", "surrogatepass") for i in range(0, len(halves), 2)}
        assert expected <= set(hidden._unusual("The port. " * 20_000 + "".join(some)))
    assert hidden._unusual("Порт «Восточный» — Ωmega, naïve." * 9_000) == "\u2014"
