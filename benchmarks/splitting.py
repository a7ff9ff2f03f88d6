"""How well sentences are told apart: Golden Rules, Universal Dependencies, statement pairs, and characters a second.

    python benchmarks/splitting.py [--json FILE]

The Golden Rules lie with the tests. The other texts lie in `../shared` beside the checkout and are not distributed;
without them only the first table and the times are printed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from statement_compare.engine.model import Block, BlockKind, Source, Span  # noqa: E402
from statement_compare.engine.text.segment import segment  # noqa: E402

SHARED = ROOT.parent / "shared"
_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*(?:\n[^\S\n]*\n|\Z))", re.DOTALL)


@dataclass
class Score:
    """Sentence ends: found rightly, found, and to be found."""

    name: str
    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0

    def add(self, found: set[int], gold: set[int]) -> None:
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)


def source(text: str) -> Source:
    """The text as the reader of plain text would give it: a block a paragraph."""
    blocks = (Block(BlockKind.PARAGRAPH, Span(*match.span())) for match in _PARAGRAPH.finditer(text))
    return Source(text, tuple(blocks))


def sentences(text: str, language: str) -> list[Span]:
    return [sentence.span for sentence in segment(source(text), language).sentences]


def golden_rules() -> Iterator[tuple[str, int, int]]:
    """(language, rules kept, rules) of each language."""
    for file in sorted((ROOT / "tests" / "golden").glob("split_golden_*.jsonl")):
        language = file.stem[-2:]
        rules = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        kept = sum(
            [" ".join(span.of(rule["text"]).split()) for span in sentences(rule["text"], language)]
            == [" ".join(sentence.split()) for sentence in rule["sents"]]
            for rule in rules
        )
        yield language, kept, len(rules)


def universal_dependencies() -> Iterator[Score]:
    for stem, language in (("ud_en_ewt_dev", "en"), ("ud_ru_gsd_dev", "ru")):
        score = Score(stem)
        for line in (SHARED / "data" / "split" / f"{stem}.jsonl").read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            found = {span.end for span in sentences(document["text"], language)}
            score.add(found, {end for _, end in document["spans"]})
        yield score


def statements() -> Score:
    """The sentences of all statement pairs, laid out three to a paragraph."""
    score = Score("statements")
    for file in sorted((SHARED / "statements").glob("*.gold")):
        languages, sides = ("en", "en"), ([], [])  # type: tuple[str, str], tuple[list[str], list[str]]
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("# language:"):
                first, second = line.split(":")[1].split()
                languages = (first, second)
            elif line[:1] in ("L", "R") and "|" in line:
                sides["LR".index(line[0])].append(line.split("|", 1)[1].strip())
        for language, side in zip(languages, sides, strict=True):
            text, ends = "", set()
            for index, sentence in enumerate(side):
                text += "" if not index else "\n\n" if index % 3 == 0 else " "
                text += sentence
                ends.add(len(text))
            score.add({span.end for span in sentences(text, language)}, ends)
    return score


def speed() -> Iterator[tuple[str, int, float]]:
    """(what, characters, seconds): compare the seconds of one run with each other, not with another machine's."""
    press = "The operator, Acme Inc., shut the valve at 5 p.m. on 3 May. “We told no one,” Mr. Hale said. "
    for name, piece in (("press", press), ("one sentence", "word " * 20)):
        for size in (500_000, 1_000_000, 2_000_000):
            document = source(piece * (size // len(piece)))
            began = time.perf_counter()
            segment(document, "en")
            yield name, len(document.text), time.perf_counter() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args()
    figures: dict[str, object] = {}
    rules = list(golden_rules())
    figures["golden_rules"] = {language: {"kept": kept, "rules": count} for language, kept, count in rules}
    print("Golden Rules     " + "   ".join(f"{language} {kept}/{count}" for language, kept, count in rules))
    if (SHARED / "data" / "split").is_dir():
        scores = [*universal_dependencies(), statements()]
        for score in scores:
            print(f"{score.name:16s} F1 {score.f1:.4f}   right {score.right}  found {score.found}  gold {score.gold}")
        figures["sentence_ends"] = [{**asdict(score), "f1": score.f1} for score in scores]
    else:
        print(f"{SHARED} is absent: the texts of Universal Dependencies and the statement pairs are not measured.")
    timed = list(speed())
    for name, length, seconds in timed:
        print(f"{name:16s} {length / 1e6:.1f} million characters in {seconds:.2f} s")
    figures["speed"] = [{"text": name, "characters": length, "seconds": seconds} for name, length, seconds in timed]
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
