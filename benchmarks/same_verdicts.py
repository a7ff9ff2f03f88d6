"""Whether the engine still says the very same: all facts, features, sentences and verdicts of many texts, line by line.

    python benchmarks/same_verdicts.py --keep FILE [--every N] [--models]
    python benchmarks/same_verdicts.py --against FILE [--every N] [--models]

Run before and after code or tables are moved. Pairs are those of the corpus groups (`training/corpus`, `corpus2`) in
all their languages; statements those of `training/statements` and, where they are there, the development sets. Both
runs take the same --every. With --models also what `compare` says with the bundled models. Exit status 1 where
something differs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import astuple
from functools import lru_cache
from pathlib import Path

from judging.gold import ROOT, SHARED, module_at
from judging.whole import laid_out

from statement_compare.engine import bundle, pipeline
from statement_compare.engine.annotate.reading import Reading, lone_reading
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.general_denials import general_denials
from statement_compare.engine.model import CompareOptions, Preset, Side
from statement_compare.engine.models import Models
from statement_compare.engine.readers import read_text
from statement_compare.engine.report.wording import reason_message
from statement_compare.engine.text.language import guess
from statement_compare.engine.text.wording import wording_in_common
from statement_compare.engine.unanswered import unanswered
from statement_compare.engine.verdict.decide import decide
from statement_compare.engine.verdict.features import features
from statement_compare.engine.verdict.judge import gather

_SHOWN = 12


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, metavar="FILE")
    parser.add_argument("--against", type=Path, metavar="FILE")
    parser.add_argument("--every", type=int, default=1, help="only each so many-th corpus group and statement")
    parser.add_argument("--models", action="store_true")
    args = parser.parse_args()
    if (args.keep is None) == (args.against is None):
        parser.error("give --keep or --against")
    lines = dict(items(args.every, with_models=args.models))
    if args.keep is not None:
        args.keep.write_text("".join(f"{key}\t{said}\n" for key, said in lines.items()), encoding="utf-8")
        print(f"{len(lines)} items kept")
        return 0
    before = dict(line.split("\t", 1) for line in args.against.read_text(encoding="utf-8").splitlines())
    differing = [key for key in before | lines if lines.get(key) != before.get(key)]
    for key in differing[:_SHOWN]:
        print(f"{key}\n  before {before.get(key, '-')[:600]}\n  now    {lines.get(key, '-')[:600]}")
    print(f"{len(lines)} items, {len(differing)} differ")
    return 1 if differing else 0


def items(every: int, *, with_models: bool) -> Iterator[tuple[str, str]]:
    """A key, and what the engine says, as one line of JSON."""
    models = bundle.load_models()
    lexicon = BundledLexicon(models.encoder)
    for key, left, right, languages in corpus_pairs(every):
        yield f"pair {key}", of_pair(left, right, languages, lexicon)
    for name, left, right, languages in statements(every):
        for used, told in ((pipeline.NO_MODELS, "no model"), *(((models, "models"),) if with_models else ())):
            yield f"statements {name} {told}", of_statements(left, right, languages, used)


def corpus_pairs(every: int) -> Iterator[tuple[str, str, str, tuple[str, str]]]:
    number = 0
    for folder in ("corpus", "corpus2"):
        for file in sorted((ROOT / "training" / folder).glob("*.jsonl")):
            for line in file.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                languages = tuple(str(row["lang"]).split("-"))
                number += 1
                # Groups in other languages are few: more of them are taken.
                if number % (every if languages == ("en", "en") else max(1, every // 6)):
                    continue
                texts = [*row.get("agree", ()), *row.get("qualified", ()), *row.get("related", ())]
                texts += [each["text"] for each in (*row.get("contra", ()), *row.get("twins", ()))]
                for place, text in enumerate(texts):
                    yield f"{file.stem} {row['id']} {place}", row["p"], text, (languages[0], languages[-1])


def statements(every: int) -> Iterator[tuple[str, str, str, tuple[str, str]]]:
    scorer = module_at(SHARED / "tools/score_statements.py") if SHARED.is_dir() else None
    if scorer is not None:
        golds = [
            *sorted((ROOT / "training/statements").glob("*.gold")),
            *sorted((SHARED / "statements").glob("*.gold")),
        ]
        for path in golds[::every]:
            gold = scorer.read_gold(path)
            yield path.stem, scorer.lay_out(gold.left)[0], scorer.lay_out(gold.right)[0], tuple(gold.languages)
    disputes = [path for path in sorted((ROOT / "training/disputes").glob("*.dispute")) if path.stem[0] in "cuv"]
    for path in [*disputes[:: 4 * every], *sorted((SHARED / "disputes").glob("*.dispute"))]:
        what = laid_out(path)
        yield path.stem, what.left, what.right, what.dispute.languages


def of_pair(left: str, right: str, languages: tuple[str, str], lexicon: BundledLexicon) -> str:
    first, second = _read(left, languages[0]), lone_reading(right, languages[1])
    found = gather(first, second, lexicon, score=None, similarity=wording_in_common(left, right))
    facts = [
        [*astuple(fact)[:2], fact.left and astuple(fact.left), fact.right and astuple(fact.right)]
        for fact in found.facts
    ]
    rules = [[fact.rule, round(fact.strength, 6), fact.params] for fact in found.facts]
    decision = decide(found, Preset.NORMAL)
    weighed = {name: round(value, 6) for name, value in features(found).items()}
    return line_of([facts, rules, decision.verdict, decision.rule, round(decision.confidence, 6), weighed, guess(left)])


@lru_cache(maxsize=1)
def _read(text: str, language: str) -> Reading:
    """The passage that all pairs of a group have on the left: it is read once."""
    return lone_reading(text, language)


def of_statements(left: str, right: str, languages: tuple[str, str], models: Models) -> str:
    options = CompareOptions(languages=languages, use_model=models is not pipeline.NO_MODELS)
    found = pipeline.compare(read_text(left), read_text(right), options, models)
    sentences = [
        [(s.span.start, s.span.end, s.role.value, s.block) for s in side.sentences]
        for side in (found.left, found.right)
    ]
    links = [
        [link.left, link.right, link.verdict.value, link.confidence, link.similarity, link.leaning]
        + [[reason.kind.value, reason.rule, reason_message(reason, left, right)] for reason in link.reasons]
        for link in found.links
    ]
    alone = [[(e.sentence, e.weight) for e in unanswered(found, side)] for side in Side]
    denials = [astuple(each) for each in general_denials(found)]
    return line_of([sentences, links, alone, denials, [found.left.language, found.right.language]])


def line_of(content: object) -> str:
    """Short ones as they are, to be read where they differ; of long ones the digest."""
    text = json.dumps(content, ensure_ascii=False, default=str)
    return text if len(text) < 1_500 else hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
