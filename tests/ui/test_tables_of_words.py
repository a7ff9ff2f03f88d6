"""The tables of words in each language: the same keys, the same places to fill, plural forms by the language's rule."""

from __future__ import annotations

import re
import string
from collections import Counter

import pytest
from missing_words import EARLY_WORDS, MISSING_WORDS

from statement_compare.engine.fact_rows import Relation
from statement_compare.engine.readers.failures import FAILURES
from statement_compare.engine.report.overview_wording import fact_word
from statement_compare.errors import StatementCompareError, UnreadableFileError
from statement_compare.session.options import LANGUAGE_CHOICES, SYSTEM_LANGUAGE
from statement_compare.ui.english import ENGLISH
from statement_compare.ui.strings import LANGUAGES, Language, error_words, note_words, say

OTHERS = [code for code in LANGUAGES if code != "en"]
# What English leaves to the line that comes with an error, and other languages have to say here.
READERS = {f"error.{key}": line for key, line in FAILURES.items()}
READERS["error.align.too_long"] = "{name} {sentences} {limit}"
READERS |= {
    f"error.session.{key}": f"{{name}} {places}"
    for key, places in {
        **dict.fromkeys(
            ("no_file", "missing", "empty", "foreign", "foreign_database", "newer", "too_large", "full"), ""
        ),
        **dict.fromkeys(("gone", "read_only", "busy", "damaged", "exists"), ""),
        **dict.fromkeys(("unreadable", "unwritable"), "{why}"),
    }.items()
}
FORMS = {"en": 2, "ru": 3, "kk": 1}


def forms(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words


def places(words: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in string.Formatter().parse(words) if name)


@pytest.mark.parametrize("code", OTHERS)
def test_every_key_has_words_in_every_language(code: str) -> None:
    missing = sorted((set(ENGLISH) | set(READERS)) - set(LANGUAGES[code].table) - MISSING_WORDS)
    assert not missing, f"the table of {LANGUAGES[code].name} lacks words for: {', '.join(missing)}"


@pytest.mark.parametrize("code", OTHERS)
def test_no_language_has_words_for_a_key_that_nobody_asks_for(code: str) -> None:
    unknown = sorted(set(LANGUAGES[code].table) - set(ENGLISH) - set(READERS) - EARLY_WORDS)
    assert not unknown, f"the table of {LANGUAGES[code].name} has words for unknown keys: {', '.join(unknown)}"


@pytest.mark.parametrize("code", OTHERS)
def test_the_same_places_are_filled_in_every_language(code: str) -> None:
    for key, words in LANGUAGES[code].table.items():
        for form in forms(words):
            if key in EARLY_WORDS - set(ENGLISH):
                continue
            if key in ENGLISH:
                assert places(form) == places(forms(ENGLISH[key])[-1]), key
            else:
                # "what" names a kind of file in English, and is told as "not a document" elsewhere.
                assert set(places(form)) | {"what"} >= set(places(READERS[key])) - {"name"}, key
                assert set(places(form)) <= set(places(READERS[key])), key


@pytest.mark.parametrize("code", LANGUAGES)
def test_dashes_are_the_short_ones_in_every_language(code: str) -> None:
    assert [key for key, words in LANGUAGES[code].table.items() for form in forms(words) if "\u2014" in form] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_that_count_have_as_many_forms_as_the_language_asks_for(code: str) -> None:
    for key, words in LANGUAGES[code].table.items():
        counts = isinstance(ENGLISH.get(key), tuple) or isinstance(words, tuple)
        assert not counts or len(forms(words)) == FORMS[code], key


@pytest.mark.parametrize(
    ("code", "n", "words"),
    [
        ("ru", 0, "0 предложений"),
        ("ru", 1, "1 предложение"),
        ("ru", 2, "2 предложения"),
        ("ru", 5, "5 предложений"),
        ("ru", 11, "11 предложений"),
        ("ru", 12, "12 предложений"),
        ("ru", 21, "21 предложение"),
        ("ru", 111, "111 предложений"),
        ("ru", 122, "122 предложения"),
        ("ru", 1_001, "1\u00a0001 предложение"),
        ("kk", 1, "1 сөйлем"),
        ("kk", 5, "5 сөйлем"),
        ("en", 1_001, "1,001 sentences"),
    ],
)
def test_numbers_choose_their_form_in_each_language(code: str, n: int, words: str) -> None:
    assert say("side.sentences", code, n=n) == words


def test_a_missing_word_is_said_in_english_with_the_plural_of_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LANGUAGES, "xx", Language("Sparse", {"dialog.ok": "ok!"}, lambda _: 2, " "))
    assert say("dialog.ok", "xx") == "ok!"
    assert say("side.sentences", "xx", n=1) == "1 sentence"


@pytest.mark.parametrize("code", LANGUAGES)
def test_keys_for_menus_are_different_letters_that_stand_in_the_words(code: str) -> None:
    titles = [say(f"menu.{name}", code) for name in ("file", "edit", "go", "sides", "view", "help")]
    letters = [re.findall(r"&(\w)", title) for title in titles]
    assert all(len(found) == 1 for found in letters)
    assert len({found[0].lower() for found in letters}) == len(titles)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_dialog_is_announced_by_dots_in_every_language(code: str) -> None:
    for key in ENGLISH:
        if key.startswith("action."):
            said = forms(LANGUAGES[code].table[key])[-1]
            assert said.endswith("…") == forms(ENGLISH[key])[-1].endswith("…"), key


@pytest.mark.parametrize("code", OTHERS)
def test_no_sentence_loses_its_full_stop(code: str) -> None:
    for key, words in ENGLISH.items():
        if key in LANGUAGES[code].table:
            ends = [form[-1] in ".?!" for form in forms(LANGUAGES[code].table[key])]
            assert set(ends) == {forms(words)[-1][-1] in ".?!"}, key


@pytest.mark.parametrize("code", OTHERS)
def test_quotation_marks_are_those_of_the_language(code: str) -> None:
    for key, words in LANGUAGES[code].table.items():
        assert not any(mark in form for form in forms(words) for mark in "“”\"'"), key


def test_the_settings_offer_each_language_there_is() -> None:
    assert (SYSTEM_LANGUAGE, *LANGUAGES) == LANGUAGE_CHOICES


def test_english_leaves_errors_of_the_readers_their_own_line() -> None:
    error = UnreadableFileError("file_empty", "a.txt is empty. Choose another file, or paste the text.", path="a.txt")
    assert error_words(error) == error.message
    assert note_words("pages_damaged:3, 4") == "These pages are damaged and were left out: 3, 4."


def test_an_unknown_error_keeps_its_line_in_any_language() -> None:
    assert error_words(StatementCompareError("never.heard", "It broke.")) == "It broke."


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_list_of_facts_and_the_table_of_facts_call_a_relation_the_same(code: str) -> None:
    assert str(LANGUAGES[code].table["fact.rounded"]).casefold() == fact_word(Relation.ROUNDED, code)
