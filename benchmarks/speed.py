"""How long pairing takes as statements grow, beside scoring every pair the naive way.

    python benchmarks/speed.py [--sizes 100 1000 5000 10000] [--no-encoder] [--naive-up-to 1000]

Sentences are made up from a fixed seed: half of the right side retells a sentence of the left one in other words.
Each size runs in a process of its own, so that the peak memory is its own. Read ratios and the growth exponent
(1 is linear, 2 is all pairs), not absolute times.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from math import log
from multiprocessing.connection import Connection
from pathlib import Path

from rapidfuzz import fuzz

from statement_compare import bundled
from statement_compare.engine.align import align
from statement_compare.engine.model import Block, BlockKind, Role, Sentence, Source, Span, Statement
from statement_compare.engine.onnx import load_encoder

OUT = Path(__file__).resolve().parent / "out"
ONSETS = (
    "b",
    "br",
    "c",
    "cl",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "w",
)
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "io")
CODAS = ("d", "l", "ll", "m", "n", "nd", "r", "rk", "s", "st", "t", "x")
ACTS = ("closed", "inspected", "sold", "repaired", "opened", "flooded", "audited", "leased", "fenced", "cleared")
RETOLD = ("was shut", "was looked over", "changed hands", "was mended", "was opened up", "went under water",
          "had its books checked", "was let", "got a fence", "was emptied")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    method: str
    sentences: int
    seconds: float
    sentences_per_second: float
    peak_megabytes: float
    links: int


def made_up(size: int) -> tuple[list[str], list[str]]:
    """Two sides of `size` sentences with a vocabulary that grows as a real one does."""
    draw = random.Random(20)
    words = [
        "".join(draw.choice(part) for part in (ONSETS, VOWELS, CODAS, VOWELS, CODAS))
        for _ in range(40 * int(size**0.6))
    ]
    left, right = [], []
    for index in range(size):
        place, owner, thing = (draw.choice(words) for _ in range(3))
        act, count, day = draw.randrange(len(ACTS)), draw.randrange(20, 9000), draw.randrange(1, 29)
        left.append(
            f"The {thing} at {place.title()} was {ACTS[act]} by {owner.title()} on {day} May for {count} euros."
        )
        if index % 2:
            right.append(f"On {day} May, for {count} euros, our {thing} in {place.title()} {RETOLD[act]}.")
        else:
            other = [draw.choice(words) for _ in range(4)]
            right.append(
                f"We gave {other[0].title()} a {other[1]} and {draw.randrange(20, 9000)} {other[2]}s for {other[3]}."
            )
    draw.shuffle(right)
    return left, right


def statement(texts: Sequence[str]) -> Statement:
    parts, sentences, at = [], [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index, Span(at, at + len(text)), text, Role.CLAIM, 0))
        parts.append(text)
        at += len(text) + 1
    whole = " ".join(parts)
    return Statement(Source(whole, (Block(BlockKind.PARAGRAPH, Span(0, len(whole))),)), "en", tuple(sentences))


def naive(left: Sequence[str], right: Sequence[str]) -> int:
    """Every pair through token_set_ratio, the best of each row kept."""
    links = 0
    for a in left:
        links += max(fuzz.token_set_ratio(a, b) for b in right) > 60
    return links


def measure(method: str, size: int) -> Run:
    left, right = made_up(size)
    encoder = load_encoder(bundled.path("models", "minilm")) if method == "align, encoder" else None
    began = time.perf_counter()
    links = naive(left, right) if method == "naive" else len(align(statement(left), statement(right), encoder))
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Run(method, size, seconds, 2 * size / seconds, peak, links)


def _in_child(sender: Connection, method: str, size: int) -> None:
    sender.send(measure(method, size))
    sender.close()


def apart(method: str, size: int) -> Run:
    """`measure` in a fresh process."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_in_child, args=(sender, method, size))
    process.start()
    run: Run = receiver.recv()
    process.join()
    return run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1000, 5000, 10000])
    parser.add_argument("--no-encoder", action="store_true")
    parser.add_argument("--naive-up-to", type=int, default=1000)
    args = parser.parse_args()
    methods = ["naive", "align, words"] + ([] if args.no_encoder else ["align, encoder"])
    runs: list[Run] = []
    print(f"{'method':15s} {'a side':>7s} {'seconds':>8s} {'sent./s':>8s} {'peak MB':>8s} {'links':>6s} {'growth':>7s}")
    for method in methods:
        sizes = [size for size in args.sizes if method != "naive" or size <= args.naive_up_to]
        mine = []
        for size in sizes:
            mine.append(apart(method, size))
            run = mine[-1]
            growth = ""
            for before, after in list(pairwise(mine))[-1:]:
                growth = f"{log(after.seconds / before.seconds) / log(after.sentences / before.sentences):.2f}"
            print(
                f"{method:15s} {size:7d} {run.seconds:8.2f} {run.sentences_per_second:8.0f} "
                f"{run.peak_megabytes:8.0f} {run.links:6d} {growth:>7s}",
                flush=True,
            )
        runs += mine
    OUT.mkdir(exist_ok=True)
    (OUT / "speed.json").write_text(json.dumps([asdict(run) for run in runs], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
