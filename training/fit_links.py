"""Fits the table that says of a candidate pair of two statements which verdict it has, or that it is no link.

    python training/fit_links.py MODEL_FOLDER --as NAME [--languages en] [--first p] [--work DIR] [--write]

Rows are the candidate pairs that the program reads, in their true proportion: of the disputes that no model was trained
on (`training/disputes`, three in ten) and of the statement pairs of `training/statements`. Figures are from five folds,
no document judged by a table that saw it. The development sets beside the checkout are only measured.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from disputes import Dispute, read_disputes
from fit_verdicts import ROOT, Recorder, Remembering, fold_of, report
from sklearn.linear_model import LogisticRegression

from statement_compare.engine.align import align, wording_in_common
from statement_compare.engine.align.rerank import Read, Rerank
from statement_compare.engine.annotate.reading import read as read_passage
from statement_compare.engine.bundle import load_models
from statement_compare.engine.calibration.labelled import laid_out, overlapped
from statement_compare.engine.candidate_links import is_hopeless
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.model import Statement, Verdict
from statement_compare.engine.models import Models
from statement_compare.engine.onnx import load_entailment
from statement_compare.engine.pair_reader import PairReader
from statement_compare.engine.pipeline import content_words
from statement_compare.engine.readers import read_text
from statement_compare.engine.text.segment import segment
from statement_compare.engine.verdict.decide import ALIKE, Standing
from statement_compare.engine.verdict.features import features
from statement_compare.engine.verdict.judge import gather
from statement_compare.engine.verdict.links import JudgedPair, chosen
from statement_compare.engine.verdict.tables import weights_for

CLASSES = ("contradiction", "agreement", "qualified", "unclear")
# A dispute shows candidate pairs as real statements have them; our own statements are plainer.
SOURCE_WEIGHTS = {"disputes": 2.0, "statements": 1.0}
# For each preset: contradictions right or defensible, contradictions right, agreements right or defensible.
PROMISES = {"strict": (0.95, 0.85, 0.95), "normal": (0.85, 0.75, 0.85), "lenient": (0.66, 0.55, 0.75)}
# What the verdict on a pair does not hang on: how the encoders see it among the others. On our own disputes it adds
# little; on real ones, which have fewer pairs that answer each other, a table that leans on it finds less.
OF_PAIRING = frozenset({"log_odds", "rank_best", "rank_worst"})
# What names the features of sentences that a model read within both statements, and one that all of these have.
IN_WHOLE, IN_WHOLE_SEEN = "_in_whole_", "contradicts_in_whole_both"
MISSED = 0.01  # of the sentences that the other side contradicts, which may be told as unanswered


@dataclass(frozen=True, slots=True)
class Document:
    """Two statements and what the gold says of a pair of their sentences, by ids."""

    name: str
    left: Statement
    right: Statement
    names: tuple[dict[int, set[str]], dict[int, set[str]]]
    marks: tuple[tuple[str, set[str], set[str], str], ...]  # sign, left, right, verdict

    def gold(self, left: int, right: int) -> str:
        """The verdict of a pair; "~" before it where it is defensible, "" where the gold has none."""
        a, b = self.names[0][left], self.names[1][right]
        found = [(sign, verdict) for sign, x, y, verdict in self.marks if x & a and y & b]
        for sign in "=~!":
            for told, verdict in found:
                if told == sign:
                    return {"=": "", "~": "~", "!": "!"}[sign] + verdict
        return ""


@dataclass(frozen=True, slots=True)
class Row:
    source: str
    document: str
    pair: tuple[int, int]
    gold: str
    features: dict[str, float]
    texts: tuple[str, str]


def document(name: str, sides: tuple[dict[str, str], dict[str, str]], languages: Sequence[str], marks) -> Document:
    read, names = [], []
    for sentences, language in zip(sides, languages, strict=True):
        keys = list(sentences)
        text, places = laid_out(list(sentences.values()))
        statement = segment(read_text(text), language)
        read.append(statement)
        covered = {s.id: overlapped((s.span.start, s.span.end), places) for s in statement.sentences}
        names.append({id_: {keys[number] for number in numbers} for id_, numbers in covered.items()})
    return Document(name, read[0], read[1], (names[0], names[1]), tuple(marks))


def of_disputes(found: Sequence[Dispute]) -> Iterator[Document]:
    for dispute in found:
        marks = [(m.sign, set(m.left), set(m.right), m.verdict) for m in dispute.marks]
        yield document(dispute.name, (dispute.left, dispute.right), dispute.languages, marks)


def of_gold(folder: Path, tools: Path, languages: set[str], seed: int) -> Iterator[Document]:
    sys.path.insert(0, str(tools))
    from score_statements import read_gold

    for path in sorted(folder.glob("*.gold")):
        gold = read_gold(path)
        if set(gold.languages) <= languages:
            order = list(gold.right.items())
            random.Random(seed).shuffle(order)
            marks = [("=", a, b, verdict) for a, b, verdict, *_ in gold.links]
            yield document(path.stem, (gold.left, dict(order)), gold.languages, marks)


def rows_of(source: str, found: Document, models: Models, name: str) -> list[Row]:
    recorder = Recorder()
    asked = models.for_languages(found.left.language, found.right.language)
    align(found.left, found.right, asked.encoder, multilingual=asked.multilingual, rerank=recorder)
    if not hasattr(recorder, "seen"):
        return []
    pairs, odds, ids = recorder.seen
    reader = PairReader(found.left, found.right, models)
    read: list[Read] = []
    asked_of = lambda some: reader.entailments([((i,), (j,)) for i, j in some])  # noqa: E731
    Rerank(asked_of, weights_for(name).pairing, read.extend, is_wide=True).odds(pairs, odds, ids)
    said = reader.entailments([((each.pair[0],), (each.pair[1],)) for each in read])
    reader.read.extend(read)
    in_whole = reader.read_in_whole()
    lexicon = BundledLexicon(models.encoder)
    # The program looks for no facts in a hopeless pair, so none is a row; a contradiction among them is missed for good.
    candidates = [(r, e) for r, e in zip(read, said, strict=True) if not is_hopeless(r, e, in_whole.of((r.pair[0],), (r.pair[1],)))]
    passages = [reader.passages((r.pair[0],), (r.pair[1],)) for r, _ in candidates]
    lexicon.expect(content_words(passages))
    met = {r.pair for r, _ in candidates}
    lost = sum(
        found.gold(i, j) == "contradiction" and (i, j) not in met
        for i in range(len(found.left.sentences))
        for j in range(len(found.right.sentences))
    )
    if lost:
        print(f"{found.name}: {lost} contradictions of the gold are no candidates", flush=True)
    rows = []
    reading = cache(read_passage)
    for (each, entailment), (left, right) in zip(candidates, passages, strict=True):
        evidence = gather(
            reading(left),
            reading(right),
            lexicon,
            score=each.after / (1 + each.after),
            similarity=wording_in_common(left.text, right.text),
            entailment=entailment,
            standing=Standing(each.before, each.ranks),
            in_whole=in_whole.of((each.pair[0],), (each.pair[1],)),
        )
        gold = found.gold(*each.pair)
        rows.append(Row(source, found.name, each.pair, gold, features(evidence), (left.text, right.text)))
    return rows


def label_of(gold: str) -> tuple[str, float]:
    """The class of a gold verdict and its weight: what is merely defensible counts half."""
    weight = 0.5 if gold.startswith("~") else 1.0
    verdict = gold.lstrip("~!")
    return (verdict if verdict in CLASSES and not gold.startswith("!") else "unclear"), weight


def fit(rows: Sequence[Row], names: Sequence[str]) -> LogisticRegression:
    labels = [label_of(row.gold) for row in rows]
    weights = [w * SOURCE_WEIGHTS[row.source] for row, (_, w) in zip(rows, labels, strict=True)]
    return LogisticRegression(C=1.0, max_iter=5000).fit(
        table(rows, names), [each for each, _ in labels], sample_weight=weights
    )


def fit_bearing(rows: Sequence[Row], names: Sequence[str]) -> LogisticRegression:
    """Whether a pair speaks of one claim at all: every pair that the gold names, traps as well."""
    return LogisticRegression(C=0.3, max_iter=5000).fit(table(rows, names), [bool(row.gold) for row in rows])


def table(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    return np.array([[row.features.get(name, 0.0) for name in names] for row in rows])


def judged(rows: Sequence[Row], chances: np.ndarray, bears: np.ndarray, enough: dict[str, float]) -> list[JudgedPair]:
    """What the program would say of rows, from their chances in the order of CLASSES."""
    found = []
    for row, chance, bearing_ in zip(rows, chances, bears, strict=True):
        contradicts, agrees, qualified, _ = chance
        verdict, sure = Verdict.UNCLEAR, 0.0
        if contradicts >= enough["contradiction"] and contradicts >= agrees:
            verdict, sure = Verdict.CONTRADICTION, contradicts
        elif qualified >= max(enough["qualified"], agrees):
            verdict, sure = Verdict.QUALIFIED, qualified
        elif agrees >= enough["agreement"]:
            verdict, sure = Verdict.AGREEMENT, agrees
        found.append(JudgedPair((row.pair[0],), (row.pair[1],), verdict, float(sure), float(bearing_)))
    return found


def count(rows: Sequence[Row], chances: np.ndarray, bears: np.ndarray, enough: dict[str, float], least: float):
    """Links shown: right, defensible and wrong for each verdict; gold sentences found and reversed."""
    told = {"contradiction": [0, 0, 0], "agreement": [0, 0, 0]}
    found = gold = reversed_ = 0
    for document in sorted({(row.source, row.document) for row in rows}):
        mine = [i for i, row in enumerate(rows) if (row.source, row.document) == document]
        some = judged([rows[i] for i in mine], chances[mine], bears[mine], enough)
        links = [(rows[mine[k]], some[k].verdict.value) for k in chosen(some, least)]
        for row, verdict in links:
            if verdict in told:
                accepted = ("agreement", "qualified") if verdict == "agreement" else (verdict,)
                hit = 0 if row.gold in accepted else 1 if row.gold.lstrip("~") in accepted else 2
                told[verdict][hit] += 1
        wanted = [rows[i] for i in mine if rows[i].gold == "contradiction"]
        gold += len(wanted)
        shown = {(row.pair, verdict) for row, verdict in links}
        found += sum((row.pair, "contradiction") in shown for row in wanted)
        reversed_ += sum((row.pair, "agreement") in shown for row in wanted)
    return told, found, gold, reversed_


def thresholds(
    rows: Sequence[Row], chances: np.ndarray, bears: np.ndarray, least: float
) -> dict[str, dict[str, float]]:
    """For each preset the lowest chances that keep its promise on documents left out in turn."""
    result = {}
    for preset, (contradicts, strict, agrees) in PROMISES.items():
        enough = {"contradiction": 0.97, "agreement": 0.97, "qualified": 0.45, "alone": 0.0}
        for key, promised in (("contradiction", contradicts), ("agreement", agrees)):
            for value in np.arange(0.96, 0.2, -0.01):
                told, *_ = count(rows, chances, bears, {**enough, key: float(value)}, least)
                right, defensible, wrong = told[key]
                shown = right + defensible + wrong
                if shown < 8:
                    continue
                # A few at the top may be wrong by chance: what counts is the lowest value that holds.
                fair = (right + defensible) / shown
                if fair >= promised and (key == "agreement" or right / shown >= strict):
                    enough[key] = round(float(value), 3)
        result[preset] = enough
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--as", dest="name", required=True)
    parser.add_argument("--languages", default="en")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--work", type=Path, default=ROOT / "training/work")
    parser.add_argument("--dump", type=Path, help="keep all rows here")
    parser.add_argument("--rows", type=Path, nargs="*", help="take rows that were kept, instead of reading documents")
    parser.add_argument("--sources", default="dev,disputes,statements")
    parser.add_argument("--most", type=int, default=0, help="at most so many of the own disputes; 0 for all")
    parser.add_argument("--first", default="", help="only own disputes whose names begin with this letter or a later one")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    rows = [row for file in args.rows for row in pickle.loads(file.read_bytes())] if args.rows else read_rows(args)
    # Versions of one sentence are weighed by the table of pairs alone (`judge.judge`).
    rows = [row for row in rows if wording_in_common(*row.texts) < ALIKE]
    own = [row for row in rows if row.source in SOURCE_WEIGHTS]
    names = sorted({name for row in own for name in row.features})
    alone = [name for name in names if IN_WHOLE not in name]
    links = fitted(rows, own, alone)
    if alone != names:
        # A pair of long statements is not always read within both, and a model may not have learnt to.
        print("within both statements:")
        links["in_whole"] = fitted(rows, [row for row in own if IN_WHOLE_SEEN in row.features], names)
    if args.write:
        file = ROOT / "resources/verdicts.json"
        content = json.loads(file.read_text(encoding="utf-8"))
        content[args.name]["links"] = links
        file.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def fitted(rows: Sequence[Row], own: Sequence[Row], names: Sequence[str]) -> dict[str, object]:
    """The table over features of these names, its thresholds from five folds; prints what it does on each source."""
    of_verdict = [name for name in names if name not in OF_PAIRING]
    folds = np.array([fold_of(row.document) for row in own])
    held, bears = np.zeros((len(own), len(CLASSES))), np.zeros(len(own))
    for fold in sorted(set(folds)):
        rest, here = [r for r, f in zip(own, folds, strict=True) if f != fold], folds == fold
        part = [r for r, f in zip(own, folds, strict=True) if f == fold]
        held[here] = in_order(fit(rest, of_verdict), table(part, of_verdict))
        bears[here] = fit_bearing(rest, names).predict_proba(table(part, names))[:, 1]
    least = least_to_bear(own, bears)
    enough = thresholds(own, held, bears, least)
    whole, whole_bears = fit(own, of_verdict), fit_bearing(own, names)
    print(json.dumps({"least_to_bear": least, **enough}))
    for source in sorted({row.source for row in rows}):
        mine = [row for row in rows if row.source == source]
        if source in SOURCE_WEIGHTS:
            mine = [row for row in own if row.source == source]
            here = np.array([row.source == source for row in own])
            chance, bearing_ = held[here], bears[here]
        else:
            chance = in_order(whole, table(mine, of_verdict))
            bearing_ = whole_bears.predict_proba(table(mine, names))[:, 1]
        report(source + " contradiction", chance[:, 0], np.array([row.gold == "contradiction" for row in mine]))
        for preset in PROMISES:
            told, found, gold, wrong_way = count(mine, chance, bearing_, enough[preset], least)
            print(f"   {preset}: {told}; found {found} of {gold}, reversed {wrong_way}")
    return {
        "weights": {
            str(name): row_of(of_verdict, whole.coef_[k], whole.intercept_[k]) for k, name in enumerate(whole.classes_)
        },
        "bears": row_of(names, whole_bears.coef_[0], whole_bears.intercept_[0]),
        "least_to_bear": least,
        "enough": enough,
    }


def row_of(names: Sequence[str], weights: np.ndarray, constant: float) -> dict[str, float]:
    return {"constant": round(float(constant), 3)} | {
        name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)
    }


def in_order(model: LogisticRegression, features_: np.ndarray) -> np.ndarray:
    order = [list(model.classes_).index(name) for name in CLASSES]
    return model.predict_proba(features_)[:, order]


def least_to_bear(rows: Sequence[Row], bears: np.ndarray) -> float:
    """The chance that the surest pair of all but a few of the sentences which the other side contradicts reaches.

    By sentence and not by pair: a sentence is told as unanswered where none of its pairs is shown.
    """
    surest: dict[tuple[str, str, int, int], float] = {}
    denied: set[tuple[str, str, int, int]] = set()
    for row, chance in zip(rows, bears, strict=True):
        for side in (0, 1):
            key = row.source, row.document, side, row.pair[side]
            surest[key] = max(surest.get(key, 0.0), float(chance))
            if row.gold == "contradiction":
                denied.add(key)
    named = sorted(surest[key] for key in denied)
    return round(named[int(len(named) * MISSED)], 3)


def read_rows(args: argparse.Namespace) -> list[Row]:
    languages = set(args.languages.split(","))
    base = load_models("fast" if args.name == "statement-fast" else "thorough")
    model = load_entailment(args.model)
    remembering = Remembering(model, args.work / f"answers-{model.sha256[:12]}.pickle")
    models = replace(base, entailment=remembering, multilingual_entailment=None)
    tools = args.data / "tools"
    rows: list[Row] = []
    own = [d for d in read_disputes(ROOT / "training/disputes") if d.is_held_out and set(d.languages) <= languages]
    own = [d for d in own if d.name >= args.first]
    own = own[:: max(1, len(own) // args.most)] if args.most else own
    dev = [d for d in read_disputes(args.data / "disputes") if set(d.languages) <= languages]
    if len(languages) > 1:  # pairs of English alone are another model's
        own, dev = ([d for d in some if set(d.languages) != {"en"}] for some in (own, dev))
    sources = {
        "dev": lambda: of_disputes(dev),
        "disputes": lambda: of_disputes(own),
        "statements": lambda: of_gold(ROOT / "training/statements", tools, languages, 7),
        "devstatements": lambda: of_gold(args.data / "statements", tools, languages, 7),
    }
    for source in args.sources.split(","):
        for each in sources[source]():
            rows += rows_of(source, each, models, args.name)
            if args.dump:
                args.dump.write_bytes(pickle.dumps(rows))
        remembering.keep()
        print(source, len([r for r in rows if r.source == source]), "rows", flush=True)
    return rows


if __name__ == "__main__":
    raise SystemExit(main())
