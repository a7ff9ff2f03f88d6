"""Characters that no font has: how they are found in what typst says, and what stands in their place."""

from __future__ import annotations

from statement_compare.engine.report import undrawn

SAID = r"""error: PDF/UA-1 error: the text `"\u{f0000}"` could not be displayed with font `"Inter"`
  = hint: try using a different font

error: PDF/UA-1 error: the text `"\"\u{1f3fb}"` could not be displayed with font `"Inter"`

error: PDF/UA-1 error: the text `"\u{f0000}"` could not be displayed with font `"Noto Serif"`
"""


def only_latin(character: str) -> bool:
    return character.isascii()


def test_characters_are_found_in_a_message_once_each_the_longest_cluster_first() -> None:
    assert undrawn.named_in(SAID) == ('"\U0001f3fb', "\U000f0000")


def test_a_message_about_something_else_names_none() -> None:
    assert undrawn.named_in("error: the document has no title") == ()


def test_a_letter_under_a_mark_that_is_missing_stays() -> None:
    assert undrawn.tokens("1\ufe0f\u20e3", only_latin) == "1‹U+20E3›"
    assert undrawn.told(("1\ufe0f\u20e3",), "1\ufe0f\u20e3", only_latin) == "U+20E3 combining enclosing keycap"


def test_what_joins_two_signs_that_are_missing_goes() -> None:
    assert undrawn.tokens("\U0001f468\u200d\U0001f467", only_latin) == "‹U+1F468›‹U+1F467›"


def test_the_most_frequent_are_named_first_and_of_a_whole_writing_only_some() -> None:
    letters = [chr(0x13000 + n) for n in range(15)]
    text = "".join(letters) + letters[7] * 3 + letters[2]
    named = undrawn.told(tuple(letters), text, only_latin).split(", ")
    assert [each.split()[0] for each in named[:3]] == ["U+13007", "U+13002", "U+13000"]
    assert named[0] == "U+13007 egyptian hieroglyph a006a"
    assert len(named) == 13
    assert named[-1] == "… (+3)"
