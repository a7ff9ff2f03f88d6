"""Which rows of tables a sentence names: found by a word that few of them have, whatever their number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from statement_compare.engine.align.labelled_rows import LabelledRow, is_total
from statement_compare.engine.align.labels import plain
from statement_compare.engine.language import own_words

# How much of a word must stand in a sentence that mentions it: endings differ ("Sarabulak's", "закрытых", "закрыто").
_ENDING, LEAST_STEM = 2, 4
# And how many letters may follow: "Арнадағы" is Arna, "Arnaville" another town.
_LONGEST_ENDING = 4

Table = TypeVar("Table")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """The rows of one table, by its place among all, that have the same words for a name."""

    table: int
    words: Words
    rows: list[LabelledRow]


class NamedRows(Generic[Table]):
    """The rows of tables by their names, which are read once; totals, and rows without a name, are none of them."""

    def __init__(self, tables: Iterable[tuple[Table, Sequence[LabelledRow]]], language: str) -> None:
        self._tables: list[Table] = []
        by_name: dict[tuple[int, Words], _Named] = {}
        for place, (table, rows) in enumerate(tables):
            self._tables.append(table)
            for row in rows:
                words = tuple(words_of_label(row.name, language))
                if words and not is_total(row.name, language):
                    by_name.setdefault((place, words), _Named(place, words, [])).rows.append(row)
        times = Counter(begin for each in by_name.values() for begin in set(map(_begin, each.words)))
        self._by_begin: dict[str, list[_Named]] = {}
        for each in by_name.values():
            rarest = min(map(_begin, each.words), key=lambda begin: (times[begin], begin))
            self._by_begin.setdefault(rarest, []).append(each)

    def named_in(self, words: Sequence[str]) -> Iterator[tuple[Table, LabelledRow]]:
        """The tables of which one row alone is named among the words of a sentence, in order, with that row."""
        begins = set(map(_begin, words))
        found: dict[int, list[LabelledRow]] = {}
        for each in (named for begin in begins for named in self._by_begin.get(begin, ())):
            if begins.issuperset(map(_begin, each.words)) and all(has_word(words, word) for word in each.words):
                found.setdefault(each.table, []).extend(each.rows)
        return ((self._tables[place], rows[0]) for place, rows in sorted(found.items()) if len(rows) == 1)


def has_word(words: Sequence[str], token: str) -> bool:
    """Whether a word of a label stands among words, in any form."""
    if len(token) < LEAST_STEM or token.isdigit():
        return token in words
    begin, longest = token[: max(LEAST_STEM, len(token) - _ENDING)], len(token) + _LONGEST_ENDING
    return any(word.startswith(begin) and len(word) <= longest for word in words)


def words_of_label(label: str, language: str) -> list[str]:
    """The words by which a sentence names a row, but for those without content ("of"): "New Aksai" is no Aksai."""
    small = own_words("closed_words", "function_words", language)
    words = [token for token in plain(label) if token not in small]
    return words if any(len(token) >= LEAST_STEM or token.isdigit() for token in words) else []


def _begin(word: str) -> str:
    return word[:LEAST_STEM]
