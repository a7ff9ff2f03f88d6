"""Fits the numbers in statement_compare/engine/align/score.py: how much each kind of evidence weighs.

    python training/fit_alignment.py [--corpus DIR] [--gold DIR] [--seed N]

Two sources: statements put together from the corpus of sentence groups (twelve groups of one domain; the names in them made
alike, as they are within one story), and gold statement pairs, which weigh four times as much a pair. Figures printed for
the gold pairs are from leaving one file out: no file is scored with numbers that saw it. Needs scikit-learn and scipy.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from alignment import read_gold, statement  # noqa: E402

from statement_compare import bundled  # noqa: E402
from statement_compare.engine.align.candidates import Limits, candidates  # noqa: E402
from statement_compare.engine.align.meaning import vectors_of  # noqa: E402
from statement_compare.engine.align.profile import profiles  # noqa: E402
from statement_compare.engine.align.score import Evidence, all_evidence  # noqa: E402
from statement_compare.engine.models import Encoder  # noqa: E402
from statement_compare.engine.onnx import load_encoder  # noqa: E402
from statement_compare.engine.progress import SILENT  # noqa: E402

GOLD_WEIGHT = 4
GROUPS = 12
FEWEST_GROUPS = 8
NAMES = ("Norvane", "Keld", "Orley", "Tarrow", "Mirrel", "Halden", "Corda")
EVIDENCE = tuple(field.name for field in fields(Evidence) if field.name != "apart")
KINDS = {
    "ENGLISH": ("english", ("nearness", "wording", "figures", "names")),
    "BOTH": ("both", ("nearness", "figures", "names")),
    "MULTILINGUAL": ("multilingual", ("nearness", "figures", "names")),
    "WORDS_ALONE": ("none", ("overlap", "figures", "names")),
}


@dataclass(frozen=True)
class Document:
    """A pair of statements and which of their sentences belong together."""

    name: str
    languages: tuple[str, str]
    left: list[str]
    right: list[str]
    links: list[tuple[frozenset[int], frozenset[int]]]


@dataclass(frozen=True)
class Table:
    """Evidence of all pairs of a document, (pairs, kinds of evidence); `labels` has the shape of the document."""

    document: Document
    evidence: np.ndarray
    labels: np.ndarray
    apart: np.ndarray


def corpus_documents(folder: Path, wanted: set[str], seed: int) -> list[Document]:
    draw = random.Random(seed)
    made = []
    for path in sorted(folder.glob("*.jsonl")):
        groups: dict[str, list[dict]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines():
            group = json.loads(line)
            if group["lang"] in wanted:
                groups[group["lang"]].append(group)
        for language, of_language in groups.items():
            draw.shuffle(of_language)
            for start in range(0, len(of_language), GROUPS):
                chosen = of_language[start : start + GROUPS]
                if len(chosen) >= FEWEST_GROUPS:
                    made.append(_document(chosen, language, draw))
    return made


def _document(groups: Sequence[dict], language: str, draw: random.Random) -> Document:
    left, right, links = [], [], []
    for group in groups:
        answers = [*group["agree"], *(c["text"] for c in group["contra"]), *group["qualified"],
                   *(t["text"] for t in group.get("twins", []))]  # fmt: skip
        claim, answer = _with_like_names([group["p"], draw.choice(answers)])
        fate = draw.random()
        if fate < 0.6:
            links.append((frozenset({len(left)}), frozenset({len(right)})))
        if fate < 0.8:
            left.append(claim)
        if fate < 0.6 or fate >= 0.8:
            right.append(answer)
    order = list(range(len(right)))
    draw.shuffle(order)
    place = {old: new for new, old in enumerate(order)}
    moved = [(a, frozenset(place[j] for j in b)) for a, b in links]
    first, second = language.split("-")
    return Document(groups[0]["id"], (first, second), left, [right[j] for j in order], moved)


def _with_like_names(texts: Sequence[str]) -> list[str]:
    """Latin names inside sentences replaced by the same few in every group, so that no name gives a pair away."""
    names: dict[str, str] = {}
    for text in texts:
        for index, word in enumerate(re.findall(r"[A-Za-z][\w'’-]*", text)):
            if index and word[0].isupper() and not word.isupper() and len(word) > 2 and not re.match(
                r"(January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\Z", word
            ):
                names.setdefault(word, NAMES[len(names) % len(NAMES)])
    return [re.sub(r"[A-Za-z][\w'’-]*", lambda m: names.get(m.group(), m.group()), text) for text in texts]


def gold_documents(folder: Path) -> list[Document]:
    made = []
    for path in sorted(folder.glob("*.gold")):
        gold = read_gold(path)
        rows, columns = list(gold.left), list(gold.right)
        links = [(frozenset(map(rows.index, a)), frozenset(map(columns.index, b))) for a, b in gold.links]
        made.append(Document(gold.name, gold.languages, list(gold.left.values()), list(gold.right.values()), links))
    return made


def table(document: Document, encoders: tuple[Encoder | None, Encoder | None]) -> Table:
    sides = tuple(
        statement(texts, language).sentences
        for texts, language in zip((document.left, document.right), document.languages, strict=True)
    )
    vectors, kind = vectors_of(sides, document.languages, encoders, Limits(), SILENT)
    first, second = profiles(sides[0], document.languages[0], sides[1], document.languages[1])
    found = candidates(first, second, vectors, Limits(every_pair=10**9), background=kind.background)
    rows = np.array([astuple(each) for each in all_evidence(first, second, found)])
    labels = np.zeros((len(sides[0]), len(sides[1])))
    for a, b in document.links:
        for i in a:
            for j in b:
                labels[i, j] = 1
    return Table(document, rows[:, :-1], labels, rows[:, -1])


class Model:
    """A logistic regression over some kinds of evidence; courtesy, contacts and headings are left out of the fit."""

    def __init__(self, tables: Sequence[tuple[Table, int]], used: Sequence[str]) -> None:
        self.columns = [EVIDENCE.index(name) for name in used]
        x = np.concatenate([t.evidence[t.apart == 0][:, self.columns] for t, _ in tables])
        y = np.concatenate([t.labels.ravel()[t.apart == 0] for t, _ in tables])
        weight = np.concatenate([np.full(int((t.apart == 0).sum()), float(w)) for t, w in tables])
        scale = x.std(axis=0) + 1e-9
        fitted = LogisticRegression(max_iter=2000).fit(x / scale, y, sample_weight=weight)
        self.constant, self.weights = float(fitted.intercept_[0]), fitted.coef_[0] / scale

    def chances(self, t: Table) -> tuple[np.ndarray, np.ndarray]:
        """Chance of each pair by itself, and among its rivals."""
        logit = self.constant + t.evidence[:, self.columns] @ self.weights - 8 * t.apart
        odds = np.exp(np.clip(logit, -30, 30)).reshape(t.labels.shape)
        among = np.sqrt(odds / (1 + odds.sum(1, keepdims=True)) * odds / (1 + odds.sum(0, keepdims=True)))
        return odds / (1 + odds), among


def linked(t: Table, model: Model) -> list[tuple[float, int, set[int]]]:
    """The best one-to-one links of a document: chance among rivals, whether right (as a number), gold links hit."""
    _, among = model.chances(t)
    found = []
    for i, j in zip(*linear_sum_assignment(-among), strict=True):
        hits = {k for k, (a, b) in enumerate(t.document.links) if i in a and j in b}
        found.append((float(among[i, j]), int(bool(hits)), hits))
    return found


def f1_by_least(results: Sequence[list[tuple[float, int, set[int]]]], gold: int) -> list[tuple[float, float]]:
    every = sorted(((c, r, d, h) for d, of_doc in enumerate(results) for c, r, h in of_doc), key=lambda e: -e[0])
    right, seen, curve = 0, set(), []
    for count, (chance, is_right, document, hits) in enumerate(every, 1):
        right += is_right
        seen |= {(document, hit) for hit in hits}
        precision, recall = right / count, len(seen) / gold
        curve.append((2 * precision * recall / (precision + recall) if right else 0.0, chance))
    return curve


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "training" / "corpus")
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "statements")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", nargs="*", choices=list(KINDS), help="which sets of numbers to fit")
    args = parser.parse_args()
    english, multilingual = (load_encoder(bundled.path("models", name)) for name in ("minilm", "e5"))
    choices = {"english": (english, None), "both": (english, multilingual), "multilingual": (None, multilingual),
               "none": (None, None)}  # fmt: skip
    gold = gold_documents(args.gold)
    for kind in args.only or KINDS:
        choice, used = KINDS[kind]
        others = kind == "MULTILINGUAL"
        wanted = {"en-en"} if not others else {"ru-en", "en-ru", "kk-en", "en-kk", "de-en", "en-de", "ru-ru", "kk-kk",
                                               "es-es", "de-de", "fr-fr", "fr-en", "en-fr", "es-en", "en-es", "kk-ru"}  # fmt: skip
        chosen = [d for d in gold if (d.languages != ("en", "en")) == others]
        # There is less of other languages: each group answers several times, each time differently.
        seeds = range(args.seed, args.seed + (4 if others else 1))
        made = [document for seed in seeds for document in corpus_documents(args.corpus, wanted, seed)]
        tables = [table(d, choices[choice]) for d in chosen]
        corpus = [table(d, choices[choice]) for d in made]
        results, joins = [], []
        for left_out in range(len(tables)):
            rest = [(t, GOLD_WEIGHT) for k, t in enumerate(tables) if k != left_out]
            model = Model([*rest, *((t, 1) for t in corpus)], used)
            results.append(linked(tables[left_out], model))
        total = sum(len(d.links) for d in chosen)
        best, least = max(f1_by_least(results, total))
        level = np.array([[np.log(max(c, 1e-9) / max(1 - c, 1e-9))] for of_doc in results for c, _, _ in of_doc if c > 0.01])
        truth = np.array([r for of_doc in results for c, r, _ in of_doc if c > 0.01])
        curve = LogisticRegression(C=10).fit(level, truth)
        steep = float(curve.coef_[0][0])
        middle = -float(curve.intercept_[0]) / steep
        whole = Model([*((t, GOLD_WEIGHT) for t in tables), *((t, 1) for t in corpus)], used)
        print(f"{kind}: {len(corpus)} made, {len(tables)} gold; F1 {best:.3f}, one file left out, at least {least:.3f}")
        print(f"  constant {whole.constant:.2f} " + " ".join(f"{n}={w:.2f}" for n, w in zip(used, whole.weights, strict=True)))
        print(f"  steep={steep:.2f} middle={middle:.2f}")
        for at in (0.02, 0.04, 0.06, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.4):
            below = [f for f, chance in f1_by_least(results, total) if chance >= at]
            print(f"  least {at:.2f}: F1 {below[-1] if below else 0:.3f}", end="")
        print(flush=True)


if __name__ == "__main__":
    main()
