"""How well sentences are paired: precision, recall and F1 on gold statement pairs.

    python benchmarks/alignment.py [--gold DIR] [--shuffle SEED ...] [--verbose]

Links match when they share a sentence on either side. All links count, whatever their verdict, with and without the
encoder, in the order of the file and with the right side shuffled; then at several thresholds of the score.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from statement_compare import bundled
from statement_compare.engine.align import Alignment, align
from statement_compare.engine.model import Block, BlockKind, Source, Span, Statement
from statement_compare.engine.models import Encoder
from statement_compare.engine.onnx import load_encoder
from statement_compare.engine.text.segment import segment

ROOT = Path(__file__).resolve().parent.parent
SENTENCES_A_PARAGRAPH = 3
THRESHOLDS = (0.0, 0.3, 0.5, 0.7, 0.9)

Ids = frozenset[str]
Encoders = tuple[Encoder | None, Encoder | None]


@dataclass(frozen=True, slots=True)
class Gold:
    name: str
    languages: tuple[str, str]
    left: dict[str, str]
    right: dict[str, str]
    links: tuple[tuple[Ids, Ids], ...]


@dataclass(frozen=True, slots=True)
class Found:
    left: Ids
    right: Ids
    score: float


@dataclass
class Tally:
    right: int = 0
    predicted: int = 0
    hit: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_gold(path: Path) -> Gold:
    """One gold file: `L1| text`, `R1| text`, `= L1 R1,R2 verdict [kind]`."""
    languages, sides, links = ("en", "en"), {"L": {}, "R": {}}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") and "language:" in line:
            first, second = line.split("language:")[1].split()[:2]
            languages = (first, second)
        elif line.startswith("="):
            left, right = line[1:].split()[:2]
            links.append((frozenset(left.split(",")), frozenset(right.split(","))))
        elif line[:1] in sides and "|" in line:
            key, text = line.split("|", 1)
            sides[line[0]][key.strip()] = text.strip()
    return Gold(path.stem, languages, sides["L"], sides["R"], tuple(links))


def statement(texts: Sequence[str], language: str) -> Statement:
    """A statement of these sentences, three a paragraph, each on a line of its own."""
    text, blocks, start = "", [], 0
    for index, sentence in enumerate(texts):
        if index and index % SENTENCES_A_PARAGRAPH == 0:
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, len(text))))
            text += "\n\n"
            start = len(text)
        elif index:
            text += "\n"
        text += sentence
    blocks.append(Block(BlockKind.PARAGRAPH, Span(start, len(text))))
    return segment(Source(text, tuple(blocks)), language, sentences_per_line=True)


def links_of(gold: Gold, encoders: Encoders, shuffle: int | None) -> list[Found]:
    right = list(gold.right.items())
    if shuffle is not None:
        random.Random(shuffle).shuffle(right)
    left_keys, right_keys = list(gold.left), [key for key, _ in right]
    found = align(
        statement(list(gold.left.values()), gold.languages[0]),
        statement([text for _, text in right], gold.languages[1]),
        encoders[0],
        multilingual=encoders[1],
    )
    return [_named(each, left_keys, right_keys) for each in found]


def _named(each: Alignment, left: Sequence[str], right: Sequence[str]) -> Found:
    return Found(frozenset(left[i] for i in each.left), frozenset(right[j] for j in each.right), each.score)


def tally(golds: Iterable[tuple[Gold, Sequence[Found]]], least: float = 0.0) -> Tally:
    total = Tally()
    for gold, found in golds:
        kept = [f for f in found if f.score >= least]
        total.predicted += len(kept)
        total.gold += len(gold.links)
        total.right += sum(any(f.left & a and f.right & b for a, b in gold.links) for f in kept)
        total.hit += sum(any(f.left & a and f.right & b for f in kept) for a, b in gold.links)
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "statements")
    parser.add_argument("--shuffle", type=int, nargs="*", default=[7])
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    golds = [read_gold(path) for path in sorted(args.gold.glob("*.gold"))]
    if not golds:
        print(f"no gold files in {args.gold}; nothing to measure")
        return
    english, multilingual = (load_encoder(bundled.path("models", name)) for name in ("minilm", "e5"))
    encoders: dict[str, Encoders] = {
        "no encoder": (None, None),
        "minilm": (english, None),
        "e5": (None, multilingual),
        "both": (english, multilingual),
    }
    groups = {
        "English": [g for g in golds if g.languages == ("en", "en")],
        "others": [g for g in golds if g.languages != ("en", "en")],
    }
    figures = []
    print(f"{'files':8s} {'encoder':11s} {'order':10s} {'least':>5s} {'links':>5s} {'P':>6s} {'R':>6s} {'F1':>6s}")
    for group, chosen in groups.items():
        for name, used in encoders.items():
            for shuffle in (None, *args.shuffle):
                found = [(gold, links_of(gold, used, shuffle)) for gold in chosen]
                order = "as told" if shuffle is None else f"shuffle {shuffle}"
                for least in THRESHOLDS:
                    t = tally(found, least)
                    print(
                        f"{group:8s} {name:11s} {order:10s} {least:5.1f} {t.predicted:5d} "
                        f"{t.precision:6.3f} {t.recall:6.3f} {t.f1:6.3f}"
                    )
                    figures.append(
                        {"files": group, "encoder": name, "order": order, "least": least, "precision": t.precision,
                         "recall": t.recall, "f1": t.f1, "links": t.predicted}
                    )  # fmt: skip
                if args.verbose:
                    _print_errors(found)
    out = ROOT / "benchmarks" / "out"
    out.mkdir(exist_ok=True)
    (out / "alignment.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _print_errors(found: Iterable[tuple[Gold, Sequence[Found]]]) -> None:
    for gold, links in found:
        for f in links:
            if not any(f.left & a and f.right & b for a, b in gold.links):
                print(f"  {gold.name}: false {sorted(f.left)} {sorted(f.right)} {f.score:.2f}")
        for a, b in gold.links:
            if not any(f.left & a and f.right & b for f in links):
                print(f"  {gold.name}: missed {sorted(a)} {sorted(b)}")


if __name__ == "__main__":
    main()
