"""How verdicts on single pairs and on whole statements hold against gold verdicts, one system beside the other.

    python benchmarks/verdicts.py [--model FOLDER] [--rows NAME ...] [--limit N] [--errors [N]] [--keep FILE]
    python benchmarks/verdicts.py --tsv FILE [--no-model] [--preset strict]

Reads the development sets beside the checkout (`../shared`); says so in one line when they are not there. What was
judged is kept in benchmarks/out, by what it was made of, so that an interrupted run goes on and a second one is quick.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from judging import diagram, left_out, rows, tables
from judging.answers import Answers, Results, Vectors
from judging.gold import ROOT, SHARED, public_sets, single_pairs, statement_sets, validation_pairs
from judging.rows import PRESETS, Measurement, Row, Sets, errors, say
from judging.scores import Scores, bins
from judging.systems import FACTS, FACTS_BARE, FUZZY, Loaded, System, engine_digest

OUT = ROOT / "benchmarks/out"
SYSTEMS = (
    System(FUZZY, "fuzzy similarity alone"),
    System(FACTS, "facts alone"),
    System("fast", "fast", "fast"),
    System("thorough", "thorough", "thorough"),
)
# Sets under which each preset is measured as well.
OF_PRESETS = ("pairs", "validation", "statements en shuffled")
_OF_FACTS = "What each kind of fact buys the last system, the table as it was fitted with all of them:"
_THREE_WAYS = (
    "Without facts: the likeliest label of premise to hypothesis. Else the verdict shown: agreement, contradiction, or "
    "neither of them."
)


def main() -> int:
    args = arguments()
    if not SHARED.is_dir() and args.tsv is None:
        print("benchmarks/verdicts: the development sets (../shared) are not here; nothing to measure")
        return 0
    began = time.monotonic()
    sets = chosen_sets(args)
    answers, results = Answers(OUT / "answers.sqlite"), Results(OUT / "verdicts")
    engine = engine_digest()
    vectors: Vectors = {}
    found: list[Row] = []
    last: Loaded | None = None
    of_presets: dict[str, dict[str, dict[str, Scores]]] = {}
    for system in chosen_systems(args):
        directions = (False, True) if system.model else (True,)
        if not system.is_there:
            found += [Row(rows.label(system, with_facts=with_facts), is_there=False) for with_facts in directions]
            continue
        last = Loaded(system, answers, vectors)
        measured = Measurement(last, sets, results, engine, is_timed_anew=args.keep is not None)
        found += [measured.row(args.preset, with_facts=with_facts) for with_facts in directions]
        if system.key != FUZZY and args.tsv is None:
            name = rows.label(system, with_facts=True)
            of_presets[name] = {preset: measured.of_preset(preset, OF_PRESETS) for preset in PRESETS}
    final = next((row for row in reversed(found) if row.is_there), None)
    text = report(found, final, sets, of_presets, args)
    if args.ablation and last is not None:
        text += f"\n\n{_OF_FACTS}\n\n{left_out.measured(last, sets, args.preset)}"
    answers.close()
    print(text)
    if args.errors is not None and final is not None:
        print_errors(sets, final, args.errors)
    if args.keep is not None and final is not None:
        keep(args.keep, text, final)
    say(f"{time.monotonic() - began:.0f} seconds")
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="measure the entailment model in this folder too")
    parser.add_argument("--rows", nargs="+", choices=[s.key for s in SYSTEMS], help="only these systems")
    parser.add_argument("--no-model", action="store_true", help="only what needs no model at all, not even to pair")
    parser.add_argument("--preset", default="normal", choices=PRESETS)
    parser.add_argument("--tsv", type=Path, help="judge this file of single pairs only")
    parser.add_argument("--pairs-only", action="store_true", help="leave whole statements out")
    parser.add_argument("--corpus", type=int, default=0, help="validation groups to judge; 0 for all, -1 for none")
    parser.add_argument("--public", type=int, default=200, help="rows of each public set; 0 for all, -1 for none")
    parser.add_argument("--limit", type=int, default=0, help="at most so many rows of each set of pairs, and files")
    parser.add_argument("--ablation", action="store_true", help="what each kind of fact buys the last system")
    parser.add_argument("--errors", type=int, nargs="?", const=0, metavar="N", help="print N errors, or all")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write the tables between the marks in this document")
    args = parser.parse_args()
    if args.keep is not None and (args.limit or args.tsv or args.rows or args.no_model or args.pairs_only):
        parser.error("--keep writes down whole runs only")
    if args.model is not None and not args.model.is_dir():
        parser.error(f"--model: there is no folder {args.model}")
    return args


def chosen_systems(args: argparse.Namespace) -> list[System]:
    if args.no_model:
        return [System(FUZZY, "fuzzy similarity alone"), System(FACTS_BARE, "facts alone, no encoder")]
    systems = [system for system in SYSTEMS if args.rows is None or system.key in args.rows]
    if args.model is not None:
        folder = args.model.resolve()
        systems.append(System(str(folder), folder.name, str(folder)))
    return systems


def chosen_sets(args: argparse.Namespace) -> Sets:
    if args.tsv is not None:
        return Sets((single_pairs(args.tsv, args.limit),))
    single = [single_pairs(SHARED / "statements/pairs/pairs.tsv", args.limit)]
    if args.corpus >= 0:
        single.append(validation_pairs([ROOT / "training/corpus"], args.corpus, args.limit))
    public = []
    if args.public >= 0:
        most = min(args.limit, args.public) if args.limit and args.public else args.limit or args.public
        public = public_sets(SHARED / "data/nli/dev", most)
    statements = [] if args.pairs_only else statement_sets(SHARED / "statements", args.limit)
    return Sets(tuple(single), tuple(public), tuple(statements))


def report(
    found: list[Row],
    final: Row | None,
    sets: Sets,
    of_presets: dict[str, dict[str, dict[str, Scores]]],
    args: argparse.Namespace,
) -> str:
    """All tables, each with a line that says what its cells hold."""
    keys = [*(each.key for each in sets.statements), *(each.key for each in sets.single)]
    counts = ", ".join(f"{each.key} {len(each.pairs):,}" for each in sets.single)
    cells = "contradiction precision / recall / F1; agreement F1; of statements also the F1 of their links"
    parts = [
        f"Preset {args.preset}. Cells: {cells}. Pairs judged: {counts}.",
        tables.main_table(found, keys, has_public=bool(sets.public)),
    ]
    if sets.single and any(row.kinds for row in found):
        parts += [
            f"By kind on `{sets.single[0].key}`: contradictions found; twins of the kind shown as contradictions.",
            tables.kinds_table(found),
        ]
    if sets.public:
        most = max(len(each.pairs) for each in sets.public)
        parts += [
            f"Public sets, three-way accuracy on {most} rows of each, drawn with a fixed seed. {_THREE_WAYS}",
            tables.public_table(found),
        ]
    if of_presets:
        of_sets = [key for key in OF_PRESETS if key in keys]
        parts += [
            "Presets: contradiction precision / recall; agreement precision / recall.",
            tables.presets_table(of_presets, of_sets),
        ]
    if final is not None:
        parts += [
            f"Confidence of {final.label}: of the verdicts shown with at least so much, the share that holds.",
            tables.calibration_table(final),
        ]
    return "\n\n".join(parts)


def print_errors(sets: Sets, final: Row, most: int) -> None:
    alarms, misses = errors(sets, final, most)
    for title, lines in ((f"False alarms of {final.label}", alarms), ("Missed contradictions", misses)):
        print(f"\n{title}: {len(lines)} listed\n")
        print("\n\n".join(lines))
    print("\nContradictions by the rule of their first reason, right : wrong")
    for gold in sets.single:
        for rule, (right, wrong) in rows.by_rule(gold.pairs, final.judged[gold.key]).items():
            print(f"  {gold.key:12s} {rule:40s} {right:4d} : {wrong}")


def keep(document: Path, text: str, final: Row) -> None:
    """The tables into the document, and the reliability diagram of the last system beside it."""
    document.write_text(tables.kept(document.read_text(encoding="utf-8"), text), encoding="utf-8")
    series = {key: bins(found) for key, found in final.shown.items()}
    drawing = diagram.reliability(series, f"Reliability of {final.label}")
    document.with_name(f"{document.stem}-reliability.svg").write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
