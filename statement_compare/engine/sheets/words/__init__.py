"""The words of sheets by language, laid over those of reports, so that both are asked for in the same way."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module

from statement_compare.engine.report.words import Words
from statement_compare.engine.report.words import words_in as report_words_in
from statement_compare.engine.report_formats import REPORT_LANGUAGES
from statement_compare.engine.sheets.words import en

__all__ = ["Words", "words_in"]


@cache
def words_in(language: str) -> Words:
    """The words of a language: what it has none for is in English, and so is a language that has no table."""
    of_reports = report_words_in(language)
    own = import_module(f"{__name__}.{language}").PHRASES if language in REPORT_LANGUAGES else {}
    return replace(of_reports, phrases={**of_reports.phrases, **en.PHRASES, **own})
