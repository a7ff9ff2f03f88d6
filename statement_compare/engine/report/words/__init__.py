"""The words of reports and reasons by language: where its table lies, and what stands in for what it lacks."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module

from statement_compare.engine.report.words import en
from statement_compare.engine.report.words.form import KindWords, Words
from statement_compare.engine.report_formats import REPORT_LANGUAGES

__all__ = ["KindWords", "Words", "words_in"]


@cache
def words_in(language: str) -> Words:
    """The words of a language: what it has none for is in English, and so is a language that has no table."""
    if language not in REPORT_LANGUAGES or language == "en":
        return en.WORDS
    words: Words = import_module(f"{__name__}.{language}").WORDS
    english = en.WORDS
    return replace(
        words,
        rules={**english.rules, **words.rules},
        kinds={**english.kinds, **words.kinds},
        phrases={**english.phrases, **words.phrases},
    )
