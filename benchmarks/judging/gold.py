"""Which gold verdicts there are, where they lie beside the checkout, and which rows of them are judged."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import random
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SEED = 7
# What the labels of public inference sets are called as verdicts; `neutral` is any pair without one of these two.
OF_LABEL = {"entailment": "agreement", "contradiction": "contradiction", "neutral": "related"}

Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two texts and their verdict. `twin` is the kind of contradiction that a near miss looks like, or ""."""

    left: str
    right: str
    verdict: str
    kind: str = ""
    twin: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class PairSet:
    """`languages` are those of its pairs where they are known to be the same for all, else "" (to be guessed)."""

    key: str
    pairs: tuple[GoldPair, ...]
    languages: tuple[str, str] = ("", "")

    @property
    def digest(self) -> str:
        return digest([f"{p.left}\t{p.right}" for p in self.pairs])


@dataclass(frozen=True, slots=True)
class GoldLink:
    left: Ids
    right: Ids
    verdict: str
    kind: str


@dataclass(frozen=True, slots=True)
class GoldStatements:
    """Two statements as they are laid out for reading; `spans` say where each numbered sentence stands in its text."""

    name: str
    left: str
    right: str
    left_spans: dict[str, tuple[int, int]]
    right_spans: dict[str, tuple[int, int]]
    links: tuple[GoldLink, ...]

    def words(self, ids: Iterable[str]) -> str:
        """The sentences of these ids, joined."""
        where = {**{k: (self.left, s) for k, s in self.left_spans.items()}}
        where.update({k: (self.right, s) for k, s in self.right_spans.items()})
        return " ".join(where[key][0][slice(*where[key][1])] for key in sorted(ids))


@dataclass(frozen=True, slots=True)
class StatementSet:
    key: str
    statements: tuple[GoldStatements, ...]

    @property
    def digest(self) -> str:
        return digest([f"{s.name}\t{s.left}\t{s.right}" for s in self.statements])


def digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def module_at(path: Path) -> ModuleType:
    """A script that lies outside the packages, as a module; what lies beside it can be imported by it."""
    if str(path.parent) not in sys.path:
        sys.path.append(str(path.parent))
    spec = importlib.util.spec_from_file_location(f"loaded_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def table(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file with a header and no quoting."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def sample(pairs: Sequence[GoldPair], limit: int) -> tuple[GoldPair, ...]:
    """At most `limit` of the pairs (0 for all), drawn with a fixed seed and left in their order."""
    if not limit or len(pairs) <= limit:
        return tuple(pairs)
    chosen = sorted(random.Random(SEED).sample(range(len(pairs)), limit))
    return tuple(pairs[i] for i in chosen)


def twin_kind(note: str) -> str:
    """The kind that a note such as "para; twin=unit; km = miles" names."""
    _, found, rest = note.partition("twin=")
    return rest.split(";")[0].strip() if found else ""


def single_pairs(path: Path, limit: int = 0) -> PairSet:
    """A TSV with the columns left, right, verdict and, where it has them, kind and note."""
    pairs = [
        GoldPair(
            row["left"],
            row["right"],
            row["verdict"],
            row.get("kind") or "",
            twin_kind(row.get("note") or ""),
            f"{path.name}:{line} {row.get('note') or ''}".strip(),
        )
        for line, row in enumerate(table(path), 2)
    ]
    return PairSet(path.stem, sample(pairs, limit))


def validation_pairs(folders: Sequence[Path], groups: int = 0, limit: int = 0) -> PairSet:
    """Every text of the held-out corpus groups against its group's sentence, of at most `groups` groups (0 for all)."""
    training = module_at(ROOT / "training/pairs.py")
    rows = []
    for folder in folders:
        held = {group.id for group in training.read_groups(folder) if group.is_held_out}
        for file in sorted(folder.glob("*.jsonl")):
            found = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
            rows += [row for row in found if row["id"] in held]
    step = max(1, len(rows) // groups) if groups else 1
    return PairSet("validation", sample([pair for row in rows[::step] for pair in of_group(row)], limit))


def of_group(row: Mapping[str, Any]) -> list[GoldPair]:
    """The pairs that a corpus group's sentence makes with each text of the group."""
    p, name = row["p"], row["id"]
    pairs = []
    for field, verdict in (("agree", "agreement"), ("qualified", "qualified"), ("related", "related")):
        pairs += [GoldPair(p, text, verdict, origin=name) for text in row.get(field, ())]
    pairs += [GoldPair(p, c["text"], "contradiction", c["kind"], origin=name) for c in row.get("contra", ())]
    pairs += [GoldPair(p, t["text"], t["verdict"], twin=t["kind"], origin=name) for t in row.get("twins", ())]
    return pairs


def public_sets(folder: Path, limit: int) -> list[PairSet]:
    """The public development sets of a folder, premise on the left, at most `limit` rows of each."""
    sets = []
    for path in sorted(folder.glob("*.tsv")):
        rows = [
            GoldPair(row["premise"], row["hypothesis"], OF_LABEL[row["label"]], origin=f"{path.name}:{line}")
            for line, row in enumerate(table(path), 2)
            if row["label"] in OF_LABEL
        ]
        sets.append(PairSet(path.stem, sample(rows, limit), ("en", "en")))
    return sets


def statement_sets(folder: Path, limit: int = 0) -> list[StatementSet]:
    """English files and the others, each in its own order and with the right side in another, laid out as scored."""
    scorer = module_at(SHARED / "tools/score_statements.py")
    sets = []
    for name, is_english in (("statements en", True), ("statements other", False)):
        paths = [
            path
            for path in sorted(folder.glob("*.gold"))
            if (tuple(scorer.read_gold(path).languages) == ("en", "en")) is is_english
        ]
        for shuffle in (None, SEED):
            found = tuple(laid_out(scorer, path, shuffle) for path in paths[: limit or None])
            sets.append(StatementSet(name if shuffle is None else f"{name} shuffled", found))
    return sets


def laid_out(scorer: ModuleType, path: Path, shuffle: int | None) -> GoldStatements:
    gold = scorer.read_gold(path)
    right = list(gold.right.items())
    if shuffle is not None:
        random.Random(shuffle).shuffle(right)
    (left_text, left_spans), (right_text, right_spans) = scorer.lay_out(gold.left), scorer.lay_out(dict(right))
    links = tuple(GoldLink(frozenset(a), frozenset(b), verdict, kind) for a, b, verdict, kind in gold.links)
    return GoldStatements(gold.name, left_text, right_text, left_spans, right_spans, links)
