"""Fits the table that weighs facts and an entailment model's answers (`resources/verdicts.json`).

    python training/fit_verdicts.py MODEL_FOLDER --as NAME [--languages en] [--statements DIR ...] [--work DIR] [--write]

Fitted on corpus groups that no model was trained on and on the statement pairs of `training/statements`, whose
sentences are paired by the aligner in an order in which answers come. Figures printed for them are from five folds: no
group and no statement pair is judged by a table that saw it. The development sets beside the checkout are only
measured. Answers of the model are kept in --work, so that a second run asks nothing. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import pickle
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from pairs import read_groups
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from statement_compare.engine.align import align, wording_in_common  # noqa: E402
from statement_compare.engine.align.assign import best_matching, weights  # noqa: E402
from statement_compare.engine.align.rerank import Rerank, Weighing, bearing, worth_reading  # noqa: E402
from statement_compare.engine.align.score import against_rivals  # noqa: E402
from statement_compare.engine.annotate.reading import Passage, lone_passage, read  # noqa: E402
from statement_compare.engine.bundle import load_models  # noqa: E402
from statement_compare.engine.facts.lexicon import BundledLexicon  # noqa: E402
from statement_compare.engine.model import Statement  # noqa: E402
from statement_compare.engine.models import Models, WholeModel  # noqa: E402
from statement_compare.engine.onnx import load_entailment  # noqa: E402
from statement_compare.engine.pair_reader import PairReader  # noqa: E402
from statement_compare.engine.pipeline import content_words  # noqa: E402
from statement_compare.engine.readers import read_text  # noqa: E402
from statement_compare.engine.text.segment import segment  # noqa: E402
from statement_compare.engine.verdict.entail import entail  # noqa: E402
from statement_compare.engine.verdict.features import features  # noqa: E402
from statement_compare.engine.verdict.judge import gather  # noqa: E402

CLASSES = ("contradiction", "agreement", "qualified", "unclear")
# The corpus holds three texts that differ in a word for each one that a press office would write: what is rarer there
# than in statements counts for more.
GROUP_WEIGHTS = {"contradiction": 1.0, "agreement": 1.0, "qualified": 0.7, "unclear": 0.7}
STATEMENT_WEIGHT = 3.0
SEEDS = (7, 3)
FOLDS = 5
ENGLISH_AMONG_OTHERS = 3
BETA = 1.5
NEUTRAL = Weighing(0.0, 1.0, 0.0, 0.02, 0.9, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Row:
    source: str
    unit: str  # what stays together when folds are made
    label: str
    gold: str
    features: dict[str, float]
    texts: tuple[str, str]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    left: Passage
    right: Passage
    score: float | None
    similarity: float
    unit: str
    gold: str


class Remembering:
    """A model whose answers are kept in a file."""

    def __init__(self, model, file: Path) -> None:
        self._model, self._file = model, file
        self.name, self.sha256 = model.name, model.sha256
        if isinstance(model, WholeModel):
            self.longest_reading, self.sizes, self.read_whole = model.longest_reading, model.sizes, model.read_whole
        self._known = pickle.loads(file.read_bytes()) if file.exists() else {}

    def covers(self, language: str) -> bool:
        return self._model.covers(language)

    def judge(self, pairs: Sequence[tuple[str, str]]):
        missing = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        if missing:
            self._known |= dict(zip(missing, self._model.judge(missing), strict=True))
        return np.array([self._known[pair] for pair in pairs], np.float32)

    def keep(self) -> None:
        self._file.write_bytes(pickle.dumps(self._known))


def of_groups(folders: Sequence[Path], languages: set[str]) -> Iterator[Case]:
    for folder in folders:
        for number, group in enumerate(read_groups(folder)):
            if not group.is_held_out or not set(group.languages) <= languages:
                continue
            # A model of many languages is asked where another one than English stands: English groups only help out.
            if len(languages) > 1 and set(group.languages) == {"en"} and number % ENGLISH_AMONG_OTHERS:
                continue
            rows = [(t, "agreement") for t in group.agree] + [(t, "contradiction") for t in group.contra]
            rows += [(t, "qualified") for t in group.qualified] + [(t, "related") for t in group.related]
            rows += [(t, v) for v, t in group.twins]
            for text, verdict in rows:
                yield lone(group.p, text, group.languages, "group " + group.id, verdict)


def of_pairs(file: Path) -> Iterator[Case]:
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
            yield lone(row["left"], row["right"], ("en", "en"), f"pair {number}", row["verdict"])


def lone(left: str, right: str, languages: tuple[str, str], unit: str, gold: str) -> Case:
    first, second = lone_passage(left, languages[0]), lone_passage(right, languages[1])
    return Case(first, second, None, wording_in_common(left, right), unit, gold)


@dataclass(frozen=True)
class Document:
    """A gold statement pair as it is laid out for the aligner, and which of its sentences the gold links join."""

    name: str
    left: Statement
    right: Statement
    gold: tuple[tuple[set[str], set[str], str, str], ...]
    names: tuple[dict[int, set[str]], dict[int, set[str]]]  # of each sentence id, the gold sentences that it covers

    def links(self, left: Sequence[int], right: Sequence[int]) -> list[int]:
        """Which gold links a link of these sentences meets."""
        first, second = (
            set().union(*(names[i] for i in ids)) for names, ids in zip(self.names, (left, right), strict=True)
        )
        return [k for k, (a, b, *_) in enumerate(self.gold) if first & a and second & b]


def documents(folder: Path, languages: set[str], tools: Path, seeds: Sequence[int]) -> Iterator[Document]:
    sys.path.insert(0, str(tools))
    from score_statements import gold_ids, lay_out, read_gold

    for path in sorted(folder.glob("*.gold")):
        for seed in seeds:
            gold = read_gold(path)
            if not set(gold.languages) <= languages or (len(languages) > 1 and set(gold.languages) == {"en"}):
                continue
            order = list(gold.right.items())
            random.Random(seed).shuffle(order)
            sides, names = [], []
            for sentences, language in ((gold.left, gold.languages[0]), (dict(order), gold.languages[1])):
                text, spans = lay_out(sentences)
                side = segment(read_text(text), language)
                sides.append(side)
                names.append(
                    {s.id: gold_ids({"start": s.span.start, "end": s.span.end}, spans) for s in side.sentences}
                )
            yield Document(path.stem, sides[0], sides[1], tuple(gold.links), (names[0], names[1]))


class Recorder:
    """Stands in for a second look: keeps the odds that the aligner had before it, and gives no new ones."""

    weighing = NEUTRAL

    def odds(self, pairs, odds, ids, always=()) -> None:
        self.seen = (list(pairs), list(odds), ids)


@dataclass(frozen=True)
class Candidate:
    pair: tuple[int, int]
    odds: float
    read: float | None
    links: list[int]


def candidates_of(document: Document, models: Models) -> list[Candidate]:
    """The aligner's candidates as sentence ids, those worth reading with what the model says of them."""
    recorder = Recorder()
    asked = models.for_languages(document.left.language, document.right.language)
    align(document.left, document.right, asked.encoder, multilingual=asked.multilingual, rerank=recorder)
    pairs, odds, ids = recorder.seen
    reader = PairReader(document.left, document.right, models)
    chosen = worth_reading(pairs, odds)
    said = reader.entailments([((ids[0][i],), (ids[1][j],)) for i, j in chosen])
    read = {pair: bearing(each) for pair, each in zip(chosen, said, strict=True) if each is not None}
    return [
        Candidate((ids[0][i], ids[1][j]), value, read.get((i, j)), document.links([ids[0][i]], [ids[1][j]]))
        for (i, j), value in zip(pairs, odds, strict=True)
    ]


def fit_rerank(tables: list[tuple[Document, list[Candidate]]]) -> Weighing:
    """How old odds and bearing weigh, and from which chance on a pair is linked, by statements left out in turn."""

    def fitted(some):
        read = [c for _, table in some for c in table if c.read is not None]
        model = LogisticRegression(C=1.0).fit(
            [[math.log(max(c.odds, 1e-13)), c.read] for c in read], [bool(c.links) for c in read]
        )
        odds, bears = (float(weight) for weight in model.coef_[0])
        return replace(NEUTRAL, constant=float(model.intercept_[0]), odds=odds, bearing=bears)

    linked, total = [], 0
    for fold in range(FOLDS):
        numbers = fitted([t for t in tables if fold_of(t[0].name) != fold])
        for document, table in (t for t in tables if fold_of(t[0].name) == fold):
            chance = against_rivals(
                [c.pair for c in table], [numbers.again(c.odds, c.read) for c in table], texts_of(document)
            )
            matched = best_matching(weights([c.pair for c in table], chance, 0.02))
            at = {c.pair: (value, c.links) for c, value in zip(table, chance, strict=True)}
            linked += [(*at[pair], id(document)) for pair in matched.items()]
            total += len(document.gold)
    best = (0.0, 0.0, 0.0, 0.0)
    for least in np.arange(0.02, 0.42, 0.02):
        kept = [(links, name) for value, links, name in linked if value >= least]
        precision = sum(bool(links) for links, _ in kept) / max(1, len(kept))
        recall = len({(name, link) for links, name in kept for link in links}) / total
        # A link too many stays unclear, a link too few is a finding lost.
        score = (1 + BETA**2) * precision * recall / max(1e-9, BETA**2 * precision + recall)
        best = max(best, (score, float(least), precision, recall))
    print(f"second look: least {best[1]:.2f} P {best[2]:.3f} R {best[3]:.3f}, statements left out in turn")
    level = [[math.log(max(v, 1e-9) / max(1 - v, 1e-9))] for v, _, _ in linked]
    curve = LogisticRegression(C=10).fit(level, [bool(links) for _, links, _ in linked])
    steep = float(curve.coef_[0][0])
    middle = -float(curve.intercept_[0]) / steep
    return replace(fitted(tables), least=best[1], least_to_join=0.5, steep=steep, middle=middle)


def texts_of(document: Document) -> tuple[dict[int, str], dict[int, str]]:
    return tuple({s.id: s.text for s in side.sentences} for side in (document.left, document.right))


def of_statements(found: Iterable[Document], models: Models, weighing: Weighing) -> Iterator[Case]:
    for document in found:
        reader = PairReader(document.left, document.right, models)
        look = Rerank(lambda pairs, r=reader: r.entailments([((i,), (j,)) for i, j in pairs]), weighing)
        asked = models.for_languages(document.left.language, document.right.language)
        links = align(document.left, document.right, asked.encoder, multilingual=asked.multilingual, rerank=look)
        for link in links:
            verdicts = [document.gold[k][2] for k in document.links(link.left, link.right)]
            left, right = reader.passages(link.left, link.right)
            gold = verdicts[0] if verdicts else "none"
            yield Case(left, right, link.score, link.similarity, "statement " + document.name, gold)


def rows_of(source: str, cases: list[Case], models: Models, shares: dict[str, float]) -> list[Row]:
    lexicon = BundledLexicon(models.encoder)
    lexicon.expect(content_words([(c.left, c.right) for c in cases]))
    said = entail([(c.left, c.right) for c in cases], models)
    rows = []
    for case, entailment in zip(cases, said, strict=True):
        evidence = gather(
            read(case.left),
            read(case.right),
            lexicon,
            score=case.score,
            similarity=case.similarity,
            entailment=entailment,
        )
        label = case.gold if case.gold in CLASSES else "unclear"
        texts = (case.left.text, case.right.text)
        rows.append(
            Row(source, case.unit, label, case.gold, features(evidence), texts, shares.get(label, STATEMENT_WEIGHT))
        )
    return rows


def fit(rows: list[Row], names: list[str]) -> LogisticRegression:
    table = np.array([[row.features.get(n, 0.0) for n in names] for row in rows])
    model = LogisticRegression(C=1.0, max_iter=5000)
    return model.fit(table, [row.label for row in rows], sample_weight=[row.weight for row in rows])


def chances(model: LogisticRegression, rows: list[Row], names: list[str]) -> np.ndarray:
    table = np.array([[row.features.get(n, 0.0) for n in names] for row in rows])
    order = [list(model.classes_).index(c) for c in CLASSES]
    return model.predict_proba(table)[:, order]


def fold_of(unit: str) -> int:
    return int(hashlib.sha256(("fold " + unit).encode()).hexdigest(), 16) % FOLDS


def report(name: str, score: np.ndarray, hit: np.ndarray, weight: np.ndarray | None = None) -> None:
    weight = np.ones(len(score)) if weight is None else weight
    order = np.argsort(-score, kind="stable")
    right, seen = np.cumsum((hit * weight)[order]), np.cumsum(weight[order])
    precision, recall = right / seen, right / max(1e-9, (hit * weight).sum())
    line = f"{name:34s} AP {(precision * (hit * weight)[order]).sum() / max(1e-9, (hit * weight).sum()):.3f}"
    for least in (0.95, 0.9, 0.85, 0.8):
        enough = [i for i in np.where(precision >= least)[0] if i >= 4]
        line += (
            f" | P{least} R {recall[enough[-1]]:.2f} @{score[order][enough[-1]]:.2f}" if enough else f" | P{least} -"
        )
    print(line)


def calibration(chance: np.ndarray, hit: np.ndarray, weight: np.ndarray) -> float:
    """Expected calibration error over ten bins."""
    error = 0.0
    for low in np.arange(0, 1, 0.1):
        inside = (chance >= low) & (chance < low + 0.1 + 1e-9 * (low > 0.85))
        if inside.any():
            share = weight[inside].sum() / weight.sum()
            error += share * abs(
                np.average(chance[inside], weights=weight[inside]) - np.average(hit[inside], weights=weight[inside])
            )
    return error


def lowest(chance: np.ndarray, hit: np.ndarray, weight: np.ndarray, promised: float) -> float:
    """The lowest chance from which on up the share of hits is what is promised."""
    order = np.argsort(-chance, kind="stable")
    precision = np.cumsum((hit * weight)[order]) / np.cumsum(weight[order])
    holds = np.where(precision >= promised)[0]
    return float(chance[order[holds[-1]]]) if len(holds) else 0.99


def thresholds(chance: np.ndarray, rows: list[Row]) -> dict[str, dict[str, float]]:
    """The lowest chance of a contradiction at which a preset's promise holds from there on up, on folds.

    `alone` is that of the pairs of groups, which no alignment brought together. The rules that the program asks beside
    the table (`weigh.weighed`) are not asked here: the numbers that ship were chosen near these with the whole program
    (decision 010).
    """
    label = np.array([row.label for row in rows])
    weight = np.array([row.weight for row in rows])
    contradicts, agrees = label == "contradiction", np.isin(label, ("agreement", "qualified"))
    found = {
        preset: lowest(chance[:, 0], contradicts, weight, promised)
        for preset, promised in (("strict", 0.95), ("normal", 0.86))
    }
    apart = np.array([row.source == "groups" for row in rows])
    alone = {
        preset: lowest(chance[apart, 0], contradicts[apart], weight[apart], promised)
        for preset, promised in (("strict", 0.95), ("normal", 0.86))
    }
    order = np.argsort(-chance[:, 0], kind="stable")
    recall = np.cumsum((contradicts * weight)[order]) / (contradicts * weight).sum()
    found["lenient"] = float(chance[order[np.argmax(recall >= 0.87)], 0])
    agreed = {
        preset: lowest(chance[:, 1], agrees, weight, promised)
        for preset, promised in (("strict", 0.9), ("normal", 0.82), ("lenient", 0.75))
    }
    return {
        preset: {
            "contradiction": round(found[preset], 3),
            "alone": round(alone.get(preset, 0.0), 3),
            "agreement": round(agreed[preset], 3),
            "qualified": {"strict": 0.6, "normal": 0.5, "lenient": 0.4}[preset],
        }
        for preset in ("strict", "normal", "lenient")
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--as", dest="name", required=True)
    parser.add_argument("--languages", default="en")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--statements", type=Path, nargs="*", default=[ROOT / "training/statements"])
    parser.add_argument("--work", type=Path, default=ROOT / "training/work")
    parser.add_argument("--corpus", type=Path, nargs="*", default=[ROOT / "training/corpus"])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--dump", type=Path, help="keep all rows for a closer look")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    languages = set(args.languages.split(","))
    base = load_models("fast" if args.name == "statement-fast" else "thorough")
    model = load_entailment(args.model)
    remembering = Remembering(model, args.work / f"answers-{model.sha256[:12]}.pickle")
    models = replace(base, entailment=remembering, multilingual_entailment=None)
    tools = args.data / "tools"
    rows = rows_of("groups", list(of_groups(args.corpus, languages)), models, GROUP_WEIGHTS)
    remembering.keep()
    own = [d for folder in args.statements for d in documents(folder, languages, tools, SEEDS)]
    weighing = fit_rerank([(d, candidates_of(d, models)) for d in own])
    rows += rows_of("statements", list(of_statements(own, models, weighing)), models, {})
    remembering.keep()
    measured = []
    if (args.data / "statements").is_dir():
        dev = list(documents(args.data / "statements", languages, tools, (7,)))
        measured += rows_of("dev statements", list(of_statements(dev, models, weighing)), models, {})
        if languages == {"en"}:
            measured += rows_of("dev pairs", list(of_pairs(args.data / "statements/pairs/pairs.tsv")), models, {})
    remembering.keep()
    if args.dump:
        args.dump.write_bytes(pickle.dumps((rows, measured)))
    names = sorted({name for row in rows for name in row.features})
    folds = np.array([fold_of(row.unit) for row in rows])
    held = np.zeros((len(rows), len(CLASSES)))
    for fold in range(FOLDS):
        rest = fit([r for r, f in zip(rows, folds, strict=True) if f != fold], names)
        held[folds == fold] = chances(rest, [r for r, f in zip(rows, folds, strict=True) if f == fold], names)
    whole = fit(rows, names)
    enough = thresholds(held, rows)
    print(json.dumps(enough))
    weight = np.array([row.weight for row in rows])
    for source in ("groups", "statements"):
        mine = np.array([row.source == source for row in rows])
        show(source, held[mine], [r for r in rows if r.source == source], weight[mine], enough)
    for source in ("dev statements", "dev pairs"):
        mine = [row for row in measured if row.source == source]
        if mine:
            show(source, chances(whole, mine, names), mine, np.ones(len(mine)), enough)
    table = {}
    for row, name in enumerate(whole.classes_):
        weighed = {n: round(float(w), 3) for n, w in zip(names, whole.coef_[row], strict=True)}
        table[name] = {"constant": round(float(whole.intercept_[row]), 3), **weighed}
    for name in CLASSES:
        print(name, table[name])
    if args.write:
        file = ROOT / "resources/verdicts.json"
        content = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        content.setdefault(args.name, {}).update(
            {
                "weights": table,
                "enough": enough,
                "pairing": {key: round(value, 3) for key, value in asdict(weighing).items()},
            }
        )
        file.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def show(source: str, chance: np.ndarray, rows: list[Row], weight: np.ndarray, enough) -> None:
    label = np.array([row.label for row in rows])
    contradicts = label == "contradiction"
    agrees = np.isin(label, ("agreement", "qualified"))
    report(f"{source} contradiction", chance[:, 0], contradicts, weight)
    report(f"{source} agreement", chance[:, 1], agrees, weight)
    errors = [calibration(chance[:, k], label == CLASSES[k], weight) for k in (0, 1)]
    line = f"   {len(rows)} rows, {contradicts.sum()} contradictions; calibration error {errors[0]:.3f} {errors[1]:.3f}"
    for preset in ("strict", "normal", "lenient"):
        shown = chance[:, 0] >= enough[preset]["contradiction"]
        peace = ~shown & (chance[:, 1] >= enough[preset]["agreement"]) & (chance[:, 1] > chance[:, 2])
        line += f"\n   {preset}: contradiction P {ratio(shown & contradicts, shown, weight)} R {ratio(shown & contradicts, contradicts, weight)}"
        line += f"; agreement P {ratio(peace & agrees, peace, weight)} R {ratio(peace & (label == 'agreement'), label == 'agreement', weight)}"
    print(line)


def ratio(part: np.ndarray, whole: np.ndarray, weight: np.ndarray) -> str:
    return f"{(part * weight).sum() / max(1e-9, (whole * weight).sum()):.3f}"


if __name__ == "__main__":
    raise SystemExit(main())
