"""Reads the tables of `resources/languages/CODE/TOPIC.tsv`.

A row is `table<TAB>entry` or `table<TAB>entry<TAB>value`; a line that begins with "#" is a comment. Which tables a
topic has, what each is for and which languages have none is declared in `resources/languages/topics/TOPIC.tsv`, so that
a gap is a decision and never a slip (`schema.faults`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final, Generic, TypeVar

from statement_compare import bundled
from statement_compare.errors import StatementCompareError

FOLDER: Final = "languages"
CODES: Final = ("en", "ru", "kk", "de", "fr", "es", "it")
"""The languages that have tables, in the order in which rules of all of them are tried."""

# Not a count of repetitions ("{0,3}"), which begins with a figure.
REFERENCE: Final = re.compile(r"(?<!\\)\{([a-z][a-z_]*)\}")

GAP: Final = r"[^\S\t]+"
"""What stands between two words of a phrase: spaces of any kind, or the end of a line; a tab parts cells of a row."""

_PART_OF_EXPRESSION: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<[=!]|.", re.DOTALL)

Value = TypeVar("Value")
Row = tuple[str, ...]


class ByLanguage(Mapping[str, Value], Generic[Value]):
    """A table by language code, each read when it is first asked for. Languages without the table are no keys."""

    def __init__(self, topic: str, table: str, made: Callable[[tuple[Row, ...], str], Value]) -> None:
        self._topic, self._table, self._made = topic, table, made
        self._known: dict[str, Value] = {}

    def __getitem__(self, code: str) -> Value:
        if code not in self._known:
            if code not in CODES:
                raise KeyError(code)
            rows = _tables(self._topic, code).get(self._table)
            if rows is None:
                raise KeyError(code)
            self._known[code] = self._made(_spelled(rows), code)
        return self._known[code]

    def __iter__(self) -> Iterator[str]:
        return (code for code in CODES if self._table in _tables(self._topic, code))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, code: object) -> bool:
        return code in CODES and self._table in _tables(self._topic, str(code))


def _spelled(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows with "ß", also as it is once case is folded, in capitals and in Switzerland ("ausschliesslich")."""
    return tuple(each for row in rows for each in dict.fromkeys((row, tuple(cell.replace("ß", "ss") for cell in row))))


def words(topic: str, table: str) -> ByLanguage[frozenset[str]]:
    """A set of single words (or other entries that are looked up whole) for each language."""
    return ByLanguage(topic, table, lambda rows, _: frozenset(row[0] for row in rows))


def word_sets(topic: str, table: str) -> dict[str, frozenset[str]]:
    """As `words`, read at once, with an empty set for languages without the table.

    Under "" stand the words of all languages: for a passage whose language is not told.
    """
    found = words(topic, table)
    return {**{code: found.get(code, frozenset()) for code in CODES}, "": frozenset().union(*found.values())}


def speaking(table: ByLanguage[Value], language: str) -> tuple[Value, ...]:
    """What a table holds for a passage: the part of its language, which may be none.

    For a passage whose language is none of `CODES` (not told, or not compared) the parts of all languages.
    """
    if language in CODES:
        return (table[language],) if language in table else ()
    return tuple(table.values())


@cache
def own_words(topic: str, table: str, language: str) -> frozenset[str]:
    """The words of a passage's language; of all languages where that is not told."""
    return frozenset[str]().union(*speaking(words(topic, table), language))


def phrases(topic: str, table: str) -> ByLanguage[tuple[str, ...]]:
    """Phrases for each language, in the order of the file."""
    return ByLanguage(topic, table, lambda rows, _: tuple(row[0] for row in rows))


def lines(topic: str, table: str) -> ByLanguage[tuple[Row, ...]]:
    """Rows of several cells for each language, in the order of the file."""
    return ByLanguage(topic, table, lambda rows, _: rows)


def keyed(topic: str, table: str) -> ByLanguage[dict[str, str]]:
    """The value of each entry, for each language, in the order of the file."""
    return ByLanguage(topic, table, lambda rows, _: {row[0]: row[1] for row in rows})


def patterns(topic: str, table: str) -> ByLanguage[str]:
    """One regular expression for each language: its rows are alternatives, tried in the order of the file.

    "{name}" in a row stands for the alternatives of the table `name` of the same topic and language, in brackets, and a
    space for any gap between two words (`spaced`).
    """
    return ByLanguage(topic, table, lambda rows, code: spaced("|".join(_expanded(row[0], topic, code) for row in rows)))


@cache
def spaced(pattern: str) -> str:
    """A regular expression whose spaces match any gap between words: "no later than" may be broken over two lines.

    A space that is counted (" ?") or looked back for, where the width has to be known, matches one sign of a gap.
    """
    if " " not in pattern:
        return pattern
    made, looks_back = [], [False]  # of each bracket that is open
    for found in _PART_OF_EXPRESSION.finditer(pattern):
        part = found[0]
        if part[0] == "(":
            looks_back.append(part != "(")
        elif part == ")":
            looks_back.pop()
        elif part == " ":
            is_counted = pattern[found.end() : found.end() + 1] in ("?", "*", "+", "{")
            part = GAP.removesuffix("+") if is_counted or any(looks_back) else GAP
        made.append(part)
    return "".join(made)


def _expanded(pattern: str, topic: str, code: str) -> str:
    def alternatives(found: re.Match[str]) -> str:
        rows = rows_of(topic, found[1], code)
        if not rows:
            raise damaged(bundled.path(FOLDER, code, f"{topic}.tsv"))
        return "(?:" + "|".join(_expanded(row[0], topic, code) for row in _spelled(rows)) + ")"

    return REFERENCE.sub(alternatives, pattern)


def rows_of(topic: str, table: str, code: str) -> tuple[Row, ...]:
    """The rows of a table as they stand in its file, without the table's name; empty where there is none."""
    return _tables(topic, code).get(table, ())


@cache
def _tables(topic: str, code: str) -> dict[str, tuple[Row, ...]]:
    file = bundled.path(FOLDER, code, f"{topic}.tsv")
    found: dict[str, list[Row]] = {}
    try:
        content = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise damaged(file) from error
    for line in content.split("\n"):
        if line and not line.startswith("#"):
            table, tab, rest = line.partition("\t")
            if not tab:
                raise damaged(file)
            found.setdefault(table, []).append(tuple(rest.split("\t")))
    return {table: tuple(rows) for table, rows in found.items()}


def damaged(file: object) -> StatementCompareError:
    return StatementCompareError(
        "language.damaged", f"{file}: this table of words cannot be read; install the program again", path=str(file)
    )
