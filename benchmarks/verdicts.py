"""How verdicts on single pairs and on whole statements hold against gold verdicts.

    python benchmarks/verdicts.py [--no-model] [--corpus N] [--errors] [--tsv FILE]

Reads the development sets beside the checkout (`../shared`); says so in one line when they are not there.
Prints one table and writes benchmarks/out/verdicts.json.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from statement_compare.engine.model import CompareOptions, Preset, Verdict
from statement_compare.engine.models import NO_MODELS, Models
from statement_compare.engine.pipeline import Judged, judge_pairs

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class GoldPair:
    left: str
    right: str
    verdict: str
    kind: str
    origin: str


def single_pairs(path: Path) -> list[GoldPair]:
    """Rows of a TSV with the columns left, right, verdict and, where it has them, kind and note."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [GoldPair(r["left"], r["right"], r["verdict"], r.get("kind") or "", r.get("note") or "") for r in rows]


def corpus_pairs(folder: Path, limit: int) -> list[GoldPair]:
    """Every text of each corpus group against the group's sentence, thinned evenly to `limit` groups."""
    rows = [
        json.loads(line)
        for file in sorted(folder.glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    step = max(1, len(rows) // limit) if limit else 1
    pairs = []
    for row in rows[::step]:
        p, name = row["p"], row["id"]
        pairs += [GoldPair(p, t, "agreement", "", name) for t in row.get("agree", ())]
        pairs += [GoldPair(p, c["text"], "contradiction", c["kind"], name) for c in row.get("contra", ())]
        pairs += [GoldPair(p, t, "qualified", "", name) for t in row.get("qualified", ())]
        pairs += [GoldPair(p, t, "related", "", name) for t in row.get("related", ())]
        pairs += [GoldPair(p, t["text"], t["verdict"], f"twin {t['kind']}", name) for t in row.get("twins", ())]
    return pairs


def figures(gold: Iterable[GoldPair], judged: Iterable[Judged]) -> dict[str, float]:
    """Precision and recall of contradiction and of agreement (a qualified pair shown as agreement is no fault)."""
    rows = list(zip(gold, judged, strict=True))
    found: dict[str, float] = {"pairs": len(rows)}
    for verdict, accepted in (
        (Verdict.CONTRADICTION, {"contradiction"}),
        (Verdict.AGREEMENT, {"agreement", "qualified"}),
        (Verdict.QUALIFIED, {"qualified"}),
    ):
        shown = [g for g, j in rows if j.verdict is verdict]
        right = [g for g in shown if g.verdict in accepted]
        wanted = [g for g, _ in rows if g.verdict == verdict.value]
        hit = sum(j.verdict is verdict for g, j in rows if g.verdict == verdict.value)
        found[f"{verdict.value}_shown"] = len(shown)
        found[f"{verdict.value}_precision"] = round(len(right) / len(shown), 3) if shown else 0.0
        found[f"{verdict.value}_recall"] = round(hit / len(wanted), 3) if wanted else 0.0
    return found


def by_kind(gold: list[GoldPair], judged: list[Judged]) -> str:
    total: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for g, j in zip(gold, judged, strict=True):
        if g.verdict == "contradiction":
            total[g.kind] += 1
            hit[g.kind] += j.verdict is Verdict.CONTRADICTION
            named[g.kind] += j.verdict is Verdict.CONTRADICTION and g.kind in {r.kind.value for r in j.reasons}
    return ", ".join(f"{k} {hit[k]}/{total[k]} (kind named {named[k]})" for k in sorted(total))


def alarms(gold: list[GoldPair], judged: list[Judged]) -> None:
    """Every false contradiction and false agreement, with the rule that spoke."""
    wrong: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for g, j in zip(gold, judged, strict=True):
        if j.verdict is Verdict.CONTRADICTION:
            for reason in j.reasons[:1]:
                (right if g.verdict == "contradiction" else wrong)[reason.rule] += 1
        false_alarm = j.verdict is Verdict.CONTRADICTION and g.verdict != "contradiction"
        false_peace = j.verdict is Verdict.AGREEMENT and g.verdict not in ("agreement", "qualified")
        if false_alarm or false_peace:
            carried = [
                (r.rule, r.left.of(j.left) if r.left else None, r.right.of(j.right) if r.right else None)
                for r in j.reasons
            ]
            print(f"\n  {j.verdict.value}, gold {g.verdict} [{g.origin}] {j.confidence}\n   L {g.left}\n   R {g.right}")
            for line in carried:
                print("    ", *line, sep=" | ")
    print("\ncontradictions by first rule, right : wrong")
    for rule in sorted(set(right) | set(wrong), key=lambda r: -wrong[r]):
        print(f"  {rule:40s} {right[rule]:4d} : {wrong[rule]}")


def statement_scores(options: str) -> None:
    """The scorer beside the development sets, run on the command line of this checkout."""
    command = f"{sys.executable} -m statement_compare"
    for languages in ("en-en", ""):
        for shuffle in ((), ("--shuffle", "7")):
            only = ("--only", languages) if languages else ()
            print(f"\nstatements {languages or 'all'} {' '.join(shuffle)}", flush=True)
            subprocess.run(
                [
                    sys.executable,
                    str(SHARED / "tools/score_statements.py"),
                    str(SHARED / "statements"),
                    "--command",
                    command,
                    "--options",
                    options,
                    *only,
                    *shuffle,
                ],
                check=False,
                cwd=ROOT,
            )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-model", action="store_true")
    parser.add_argument("--corpus", type=int, default=200, help="corpus groups to judge; 0 for all, -1 for none")
    parser.add_argument("--files", default="", help="only corpus files whose name holds this")
    parser.add_argument("--errors", action="store_true", help="print each false contradiction and false agreement")
    parser.add_argument("--tsv", type=Path, help="judge this file of single pairs only")
    parser.add_argument("--preset", default="normal")
    parser.add_argument("--pairs-only", action="store_true", help="leave whole statements out")
    args = parser.parse_args()
    if not SHARED.is_dir() and args.tsv is None:
        print("benchmarks/verdicts: the development sets (../shared) are not here; nothing to measure")
        return 0
    models = NO_MODELS if args.no_model else bundled_models()
    options = CompareOptions(preset=Preset(args.preset), use_model=not args.no_model)
    if args.tsv is not None:
        sets = {args.tsv.name: single_pairs(args.tsv)}
    else:
        sets = {"pairs.tsv": single_pairs(SHARED / "statements/pairs/pairs.tsv")}
        if args.corpus >= 0:
            sets["corpus"] = corpus_pairs(SHARED / "data/corpus", args.corpus)
    out = {}
    for name, gold in sets.items():
        judged = judge_pairs([(g.left, g.right) for g in gold], options, models)
        out[name] = figures(gold, judged)
        print(f"\n{name}: {out[name]}")
        print("contradictions found by kind:", by_kind(gold, judged))
        if args.errors:
            alarms(gold, judged)
    folder = ROOT / "benchmarks/out"
    folder.mkdir(exist_ok=True)
    (folder / "verdicts.json").write_text(json.dumps(out, indent=1), encoding="utf-8")
    if args.tsv is None and not args.pairs_only:
        statement_scores("--no-model" if args.no_model else "")
    return 0


def bundled_models() -> Models:
    from statement_compare.engine.bundle import load_models

    return load_models()


if __name__ == "__main__":
    sys.exit(main())
