"""Alternatives of regular expressions, put together from tables of words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from statement_compare.engine.language import spaced, speaking
from statement_compare.engine.language.tables import ByLanguage

NEVER: Final = "(?!)"
"""Matches nowhere: for what a language has no words for."""


def of(table: ByLanguage[str], language: str) -> str:
    """The alternatives of the language of a passage, of all languages where it is not told; NEVER where it has none."""
    return "|".join(speaking(table, language)) or NEVER


def named(rows: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """The alternatives of each name: the rows ("1", "January") and ("1", "Jan") make {"1": "January|Jan"}.

    A space in them stands for any gap between two words.
    """
    found: dict[str, str] = {}
    for name, form in rows:
        found[name] = f"{found[name]}|{form}" if name in found else form
    return {name: spaced(forms) for name, forms in found.items()}


def grouped(rows: Iterable[tuple[str, ...]], letter: str) -> str:
    """One expression with a group for each name: {"1": "January|Jan"} as "(?P<m1>January|Jan)" for the letter m."""
    return "|".join(f"(?P<{letter}{name}>{forms})" for name, forms in named(rows).items())


def optional(forms: str | None, before: str = "", behind: str = "") -> str:
    """An expression for the forms or nothing; empty where there are no forms."""
    return f"(?:{before}(?:{forms}){behind})?" if forms else ""
