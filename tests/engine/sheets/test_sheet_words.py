"""The words of sheets: the same keys and places in each language."""

from __future__ import annotations

import string
from importlib import import_module

import pytest

from statement_compare.engine.report.words import words_in as report_words_in
from statement_compare.engine.report_formats import REPORT_LANGUAGES
from statement_compare.engine.sheets.words import en, words_in


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", REPORT_LANGUAGES)
def test_every_language_has_the_same_keys_and_places(code: str) -> None:
    own: dict[str, str] = import_module(f"statement_compare.engine.sheets.words.{code}").PHRASES
    assert sorted(own) == sorted(en.PHRASES)
    for key, phrase in own.items():
        assert places(phrase) == places(en.PHRASES[key]), key


def test_no_key_takes_the_place_of_a_word_of_reports() -> None:
    assert not set(en.PHRASES) & set(report_words_in("en").phrases)


def test_a_language_without_a_table_is_said_in_english() -> None:
    assert words_in("tlh").say("sheet.disclaimer") == en.PHRASES["sheet.disclaimer"]
    assert words_in("ru").say("verdict.contradiction") == "противоречие"
