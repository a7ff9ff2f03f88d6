"""Fits the table that says of a candidate pair of two statements which verdict it has, or that it is no link.

    python training/fit_links.py MODEL_FOLDER --as NAME [--languages en] [--work DIR] [--write]

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
from pathlib import Path

import numpy as np
from disputes import Dispute, read_disputes
from fit_verdicts import ROOT, Recorder, Remembering, fold_of, report
from sklearn.linear_model import LogisticRegression

from statement_compare.engine.align import align, wording_in_common
from statement_compare.engine.align.second_look import worth_reading
from statement_compare.engine.bundle import load_models
from statement_compare.engine.model import Statement
from statement_compare.engine.models import Models
from statement_compare.engine.onnx import load_entailment
from statement_compare.engine.pair_reader import PairReader
from statement_compare.engine.readers import read_text
from statement_compare.engine.text.segment import segment
from statement_compare.engine.verdict.judge import gather
from statement_compare.engine.verdict.lexicon import BundledLexicon
from statement_compare.engine.verdict.weigh import features

READ_OF_EACH = 6


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


def keys_of(span: tuple[int, int], spans: dict[str, tuple[int, int]]) -> set[str]:
    found = set()
    for key, (start, end) in spans.items():
        overlap = min(end, span[1]) - max(start, span[0])
        if overlap * 2 >= min(end - start, span[1] - span[0]):
            found.add(key)
    return found


def lay_out(sentences: dict[str, str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """Plain text, three sentences a paragraph, and where each stands."""
    text, spans = "", {}
    for index, (key, sentence) in enumerate(sentences.items()):
        text += "" if not index else ("\n\n" if index % 3 == 0 else " ")
        spans[key] = (len(text), len(text) + len(sentence))
        text += sentence
    return text + "\n", spans


def document(name: str, sides: tuple[dict[str, str], dict[str, str]], languages: Sequence[str], marks) -> Document:
    read, names = [], []
    for sentences, language in zip(sides, languages, strict=True):
        text, spans = lay_out(sentences)
        statement = segment(read_text(text), language)
        read.append(statement)
        names.append({s.id: keys_of((s.span.start, s.span.end), spans) for s in statement.sentences})
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


def rows_of(source: str, found: Document, models: Models, of_each: int = READ_OF_EACH) -> list[Row]:
    recorder = Recorder()
    asked = models.for_languages(found.left.language, found.right.language)
    align(found.left, found.right, asked.encoder, multilingual=asked.multilingual, second_look=recorder)
    if not hasattr(recorder, "seen"):
        return []
    pairs, odds, ids = recorder.seen
    chosen = worth_reading(pairs, odds, of_each)
    alone = dict(zip(pairs, odds, strict=True))
    reader = PairReader(found.left, found.right, models)
    said = reader.entailments([((ids[0][i],), (ids[1][j],)) for i, j in chosen])
    lexicon = BundledLexicon(models.encoder)
    rows = []
    for (i, j), entailment in zip(chosen, said, strict=True):
        left, right = reader.passages((ids[0][i],), (ids[1][j],))
        chance = alone[i, j] / (1 + alone[i, j])
        evidence = gather(
            left,
            right,
            lexicon,
            score=chance,
            similarity=wording_in_common(left.text, right.text),
            entailment=entailment,
        )
        rivals = [sorted((alone[p] for p in chosen if p[side] == (i, j)[side]), reverse=True) for side in (0, 1)]
        more = {
            "rank_left": float(rivals[0].index(alone[i, j])),
            "rank_right": float(rivals[1].index(alone[i, j])),
        }
        pair = ids[0][i], ids[1][j]
        rows.append(
            Row(source, found.name, pair, found.gold(*pair), features(evidence) | more, (left.text, right.text))
        )
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--as", dest="name", required=True)
    parser.add_argument("--languages", default="en")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--work", type=Path, default=ROOT / "training/work")
    parser.add_argument("--dump", type=Path, required=True)
    parser.add_argument("--sources", default="dev,disputes,statements,devstatements")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    languages = set(args.languages.split(","))
    base = load_models("fast" if args.name == "statement-fast" else "thorough")
    model = load_entailment(args.model)
    remembering = Remembering(model, args.work / f"answers-{model.sha256[:12]}.pickle")
    models = replace(base, entailment=remembering, multilingual_entailment=None)
    tools = args.data / "tools"
    rows: list[Row] = []
    wanted = args.sources.split(",")
    own = [d for d in read_disputes(ROOT / "training/disputes") if d.is_held_out and set(d.languages) <= languages]
    dev = [d for d in read_disputes(args.data / "disputes") if set(d.languages) <= languages]
    sources = {
        "dev": lambda: of_disputes(dev),
        "disputes": lambda: of_disputes(own),
        "statements": lambda: of_gold(ROOT / "training/statements", tools, languages, 7),
        "devstatements": lambda: of_gold(args.data / "statements", tools, languages, 7),
    }
    for source in wanted:
        for each in sources[source]():
            rows += rows_of(source, each, models)
            args.dump.write_bytes(pickle.dumps(rows))
        remembering.keep()
        print(source, len([r for r in rows if r.source == source]), "rows", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
