"""Golden tables of pairs and how a fact module must see them, read from `tests/golden`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from statement_compare.engine.annotate.reading import Reading, lone_reading
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import FactModule, paired

GOLDEN = Path(__file__).parents[2] / "golden"
LEXICON = BundledLexicon()
FIRM = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    languages: tuple[str, str]
    relation: str
    left: str
    right: str

    def __str__(self) -> str:
        return f"{self.relation}: {self.left} | {self.right}"


def rows(name: str) -> list[Row]:
    with (GOLDEN / f"{name}.tsv").open(encoding="utf-8", newline="") as table:
        return [
            Row((row["languages"][:2], row["languages"][3:]), row["relation"], row["left"], row["right"])
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def reading(text: str, language: str = "en") -> Reading:
    return lone_reading(text, language)


def facts(module: FactModule, row: Row) -> tuple[Fact, ...]:
    return module(paired(reading(row.left, row.languages[0]), reading(row.right, row.languages[1]), LEXICON), LEXICON)


def check(module: FactModule, row: Row) -> None:
    """A conflict is seen firmly; a near miss is never a conflict, and is seen as what the table says."""
    found = facts(module, row)
    firm = [fact for fact in found if fact.relation is Relation.CONFLICT and fact.strength >= FIRM]
    if row.relation == "conflict":
        assert firm, found
        return
    assert not firm, found
    if row.relation != "none":
        assert Relation(row.relation) in {fact.relation for fact in found}, found


def mirrored(found: tuple[Fact, ...]) -> set[tuple[object, ...]]:
    return {(f.kind, f.relation, f.right, f.left, round(f.strength, 6), f.rule) for f in found}


def plain(found: tuple[Fact, ...]) -> set[tuple[object, ...]]:
    return {(f.kind, f.relation, f.left, f.right, round(f.strength, 6), f.rule) for f in found}
