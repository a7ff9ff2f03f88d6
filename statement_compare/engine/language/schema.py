"""Which tables there are, what each is for, and which languages are known to have none: `resources/languages/topics`.

A row of `topics/TOPIC.tsv` is `table<TAB>kind<TAB>codes without it<TAB>what it is for`. Kinds: `words` (a sorted set of
entries that are looked up whole), `phrases` and `lines` (in an order that matters), `keyed` (an entry and its value),
`patterns` (alternatives of one regular expression).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from statement_compare import bundled
from statement_compare.engine.language.tables import CODES, FOLDER, REFERENCE, Row, damaged, rows_of

KINDS = ("words", "phrases", "lines", "keyed", "patterns")


@dataclass(frozen=True, slots=True)
class Declared:
    """One table of a topic; `missing` are the codes that are known to have none."""

    topic: str
    table: str
    kind: str
    missing: frozenset[str]
    purpose: str


def declared() -> tuple[Declared, ...]:
    """Every declared table, by topic and in the order of its file."""
    found = []
    for file in sorted(bundled.path(FOLDER, "topics").glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").split("\n"):
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if len(cells) != 4 or cells[1] not in KINDS:
                raise damaged(file)
            table, kind, missing, purpose = cells
            found.append(Declared(file.stem, table, kind, frozenset(missing.replace(",", " ").split()), purpose))
    return tuple(found)


def coverage() -> dict[tuple[str, str], dict[str, int]]:
    """The rows that each declared table (topic, table) has in each language: 0 where it has none."""
    return {
        (each.topic, each.table): {code: len(rows_of(each.topic, each.table, code)) for code in CODES}
        for each in declared()
    }


def faults() -> Iterator[str]:
    """A line for every gap and every table that is not declared, and every row that its kind does not allow."""
    known = {(each.topic, each.table): each for each in declared()}
    for code in CODES:
        for file in sorted(bundled.path(FOLDER, code).glob("*.tsv")):
            tables = {line.split("\t")[0] for line in file.read_text(encoding="utf-8").split("\n")}
            for table in sorted(table for table in tables if table and not table.startswith("#")):
                if (file.stem, table) not in known:
                    yield f"{code}/{file.name}: {table} is not declared in topics/{file.name}"
    for (topic, table), each in known.items():
        for code in CODES:
            place = f"{code}/{topic}.tsv: {table}"
            rows = rows_of(topic, table, code)
            if not rows and code not in each.missing:
                yield f"{place} is missing"
            if rows and code in each.missing:
                yield f"{place} is there, and declared as missing"
            yield from (f"{place}: {fault}" for fault in _faults_of(each.kind, rows))


def _faults_of(kind: str, rows: tuple[Row, ...]) -> Iterator[str]:
    entries = [row[0] for row in rows]
    if kind == "words" and entries != sorted(set(entries)):
        first = next((b for a, b in pairwise(entries) if b <= a), "")
        yield f"not sorted, or twice there, at {first!r}"
    if kind == "keyed" and len(set(entries)) != len(entries):
        yield "an entry is there twice"
    if kind == "keyed" and any(len(row) != 2 for row in rows):
        yield "a row has no value, or more than one"
    if kind in ("words", "phrases", "patterns") and any(len(row) != 1 for row in rows):
        yield "a row has more than its entry"
    if kind == "patterns":
        for entry in entries:
            try:
                re.compile(REFERENCE.sub("x", entry))
            except re.error as error:
                yield f"{entry!r} is no regular expression: {error}"
