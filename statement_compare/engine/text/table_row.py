"""The cells of one row of a table, and which texts are the entry of a cell and no running text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from statement_compare.engine.model import Span
from statement_compare.engine.text.wordlists import EVERYWHERE, LANGUAGES, joined

FULL_STOPS = (".", "!", "?", "…")
# What a cell of a table mostly holds: "Sarabulak", "12", "of these, with a licence". Few words and no full stop.
_MOST_WORDS = 10
# Before a stop one word is an abbreviation ("No.", "mln."), and so are two unless they begin as a sentence does: "It
# paid." is one, "2024 г." is none.
_ABBREVIATION_WORDS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds text: the `column` it stands in, from 1, and its `span` in the source."""

    column: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds text; `first` and `last` are the indices of the blocks that make it."""

    cells: tuple[Cell, ...]
    first: int
    last: int

    @property
    def span(self) -> Span:
        return Span(self.cells[0].span.start, self.cells[-1].span.end)


def is_entry(text: str) -> bool:
    """Whether a text is what a cell of a table mostly holds, and no sentence."""
    words = text.split()
    if len(words) > _MOST_WORDS or not text.endswith(FULL_STOPS):
        return len(words) <= _MOST_WORDS
    if len(words) == 1 or (len(words) <= _ABBREVIATION_WORDS and not text[0].isupper()):
        return True
    last = words[-1].rstrip(".").casefold()
    # The last may be the letter of a name: "Petrov A.", "Petrov A.B.".
    return len(last.rsplit(".", 1)[-1]) == 1 or last in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    """Those that may end a text, of all languages: "млн руб.", "12 марта 2025 г.", "9 p.m.", "Altyn Inc."."""
    kinds = ("end", "year", "clock", "firm")
    return frozenset(word for kind in kinds for word in joined("abbreviations", kind, (*LANGUAGES, EVERYWHERE)))
