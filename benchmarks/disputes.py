"""How verdicts hold on whole disputes in the register of real ones, what each fact module buys, which words are marked.

    python benchmarks/disputes.py [FOLDER ...] [--model fast|thorough|FOLDER] [--limit N] [--keep docs/verdicts.md]

Without a folder: the development disputes beside the checkout (`../shared/disputes`), where they are there, and the
English ones of `training/disputes` that no model was trained on, and those of `benchmarks/unseen`. Counted as the
scorer beside them counts.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from judging.answers import Answers, remembered
from judging.gold import ROOT, SHARED
from judging.left_out import KINDS, NONE_AT_ALL, LeavingOut
from judging.tables import figure, kept, markdown
from judging.whole import Count, LaidOut, Marked, laid_out, training

from statement_compare.engine import bundle, pipeline
from statement_compare.engine.model import CompareOptions, Comparison, Preset, ReasonKind
from statement_compare.engine.models import Models
from statement_compare.engine.readers import read_text
from statement_compare.engine.verdict.explain import explained

OUT = ROOT / "benchmarks/out"
PRESETS = (Preset.STRICT, Preset.NORMAL, Preset.LENIENT)
BEGIN, END = "<!-- disputes -->", "<!-- /disputes -->"


@dataclass(frozen=True, slots=True)
class Set:
    name: str
    disputes: tuple[LaidOut, ...]


class Comparer:
    """Compares disputes, all facts of a pair found once however many kinds of them are left out in turn."""

    def __init__(self, models: Models, model: str) -> None:
        self._models, self._model = models, model
        self._leaving, self._explained = LeavingOut(), explained

    def compare(
        self, what: LaidOut, preset: Preset, left_out: Sequence[ReasonKind] = (), *, with_words: bool = False
    ) -> Comparison:
        self._leaving.kinds = frozenset(left_out)
        # Finding the words takes most of the time, and changes no verdict that is counted here.
        pipeline.explained = self._explained if with_words else (lambda decided, *_: list(decided))  # type: ignore[assignment]
        options = CompareOptions(preset=preset, languages=what.dispute.languages, model=self._model)
        return pipeline.compare(read_text(what.left), read_text(what.right), options, self._models)

    def forget(self) -> None:
        self._leaving.forget()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--model", default="thorough")
    parser.add_argument("--limit", type=int, default=24, help="at most so many files of each set; 0 for all")
    parser.add_argument("--no-ablation", action="store_true", help="leave out what each kind of fact buys")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write the tables between the marks in this document")
    args = parser.parse_args()
    sets = sets_of(args.folders, args.limit)
    if not sets:
        print("benchmarks/disputes: no disputes are here; nothing to measure")
        return 0
    OUT.mkdir(parents=True, exist_ok=True)
    answers = Answers(OUT / "answers.sqlite")
    loaded = bundle.load_models(args.model)
    first, second = loaded.entailment, loaded.multilingual_entailment
    models = replace(
        loaded,
        entailment=first and remembered(first, answers),
        multilingual_entailment=second and remembered(second, answers),
    )
    comparer = Comparer(models, args.model)
    began = time.monotonic()
    counts = {(each.name, preset): Count() for each in sets for preset in PRESETS}
    without = {kind: Count() for kind in KINDS}
    none_at_all, whole, marked = Count(), Count(), {each.name: Marked() for each in sets}
    for each in sets:
        for what in each.disputes:
            for preset in PRESETS:
                counts[each.name, preset].add(what, comparer.compare(what, preset))
            marked[each.name].add(what, comparer.compare(what, Preset.NORMAL, with_words=True))
            if not args.no_ablation:
                whole.add(what, comparer.compare(what, Preset.NORMAL))
                none_at_all.add(what, comparer.compare(what, Preset.NORMAL, KINDS))
                for kind in KINDS:
                    without[kind].add(what, comparer.compare(what, Preset.NORMAL, (kind,)))
            comparer.forget()
            print(f"{what.dispute.name} {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    answers.close()
    parts = [figures(sets, counts), words(marked)]
    if not args.no_ablation:
        parts.append(ablation(whole, none_at_all, without))
    text = "\n\n".join(parts)
    print(text)
    if args.keep is not None:
        args.keep.write_text(kept(args.keep.read_text(encoding="utf-8"), text, (BEGIN, END)), encoding="utf-8")
    return 0


def sets_of(folders: Sequence[Path], limit: int) -> list[Set]:
    if folders:
        # With the folder above it: two folders named "disputes" are two sets.
        chosen = [("/".join(folder.resolve().parts[-2:]), sorted(folder.glob("*.dispute"))) for folder in folders]
    else:
        dev = sorted((SHARED / "disputes").glob("*.dispute"))
        english = [path for path in dev if training.read_dispute(path).languages == ("en", "en")]
        own = [
            path
            for path in sorted((ROOT / "training/disputes").glob("*.dispute"))
            if (dispute := training.read_dispute(path)).is_held_out and dispute.languages == ("en", "en")
        ]
        chosen = [
            ("development, English", english),
            ("development, others", [path for path in dev if path not in english]),
            ("own, left out of training", own),
            ("unseen", sorted((ROOT / "benchmarks/unseen/disputes").glob("*.dispute"))),
        ]
    return [
        Set(name, tuple(laid_out(path) for path in paths[:: -(-len(paths) // limit) if limit else 1]))
        for name, paths in chosen
        if paths
    ]


def figures(sets: Sequence[Set], counts: dict[tuple[str, Preset], Count]) -> str:
    heads = ["set", "preset", "contradictions shown: right / defensible / wrong", "precision fair, strict", "recall"]
    heads += ["reversed", "agreements: right / defensible / wrong", "contradictions in no link"]
    heads += ["told as unanswered, of these denied"]
    lines = []
    for each in sets:
        for preset in PRESETS:
            count = counts[each.name, preset]
            contradiction, agreement = count.shown["contradiction"], count.shown["agreement"]
            fair, strict = (count.precision("contradiction", is_fair=is_fair) for is_fair in (True, False))
            lines.append(
                [
                    f"{each.name} ({count.files})",
                    preset.value,
                    _three(contradiction),
                    "-" if fair is None or strict is None else f"{figure(fair)}, {figure(strict)}",
                    f"{figure(count.found / count.gold) if count.gold else '-'} of {count.gold}",
                    str(count.reversed),
                    _three(agreement),
                    str(count.unlinked),
                    f"{count.told_unanswered}, {count.denied_unheard}",
                ]
            )
    return markdown(heads, lines)


def words(marked: dict[str, Marked]) -> str:
    heads = [
        "right contradictions",
        "words marked that are in the gold span",
        "gold spans hit",
        "kind told",
        "kind right",
    ]
    lines = []
    for name, each in marked.items():
        if each.reasons and each.words and each.spans:
            shares = (each.words_inside / each.words, each.spans_hit / each.spans)
            of_kinds = (each.kinds_told / each.reasons, each.kinds_right / each.reasons)
            lines.append([f"{name}: {each.reasons}", *(figure(share) for share in (*shares, *of_kinds))])
    return "Of right contradictions whose clashing words the gold gives, preset normal:\n\n" + markdown(heads, lines)


def ablation(whole: Count, none_at_all: Count, without: dict[ReasonKind, Count]) -> str:
    """What is lost and won where one kind of fact is not looked for, the table as it was fitted with all of them."""
    lines = []
    for name, count in [*((kind.value, count) for kind, count in without.items()), (NONE_AT_ALL, none_at_all)]:
        lines.append(
            [
                name,
                f"{len(whole.hits - count.hits)}, {len(count.hits - whole.hits)}",
                f"{len(whole.alarms - count.alarms)}, {len(count.alarms - whole.alarms)}",
                _three(count.shown["contradiction"]),
                _three(count.shown["agreement"]),
            ]
        )
    heads = ["without", "right contradictions lost, won", "false alarms gone, new"]
    heads += ["contradictions: right / defensible / wrong", "agreements: right / defensible / wrong"]
    lines.append(["nothing left out", "", "", _three(whole.shown["contradiction"]), _three(whole.shown["agreement"])])
    return "What each kind of fact buys, all sets together, preset normal:\n\n" + markdown(heads, lines)


def _three(told: dict[str, int]) -> str:
    return " / ".join(str(told[hit]) for hit in ("right", "defensible", "wrong"))


if __name__ == "__main__":
    sys.exit(main())
