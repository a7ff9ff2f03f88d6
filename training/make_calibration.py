"""Makes the labelled pairs that a model of a person's own is measured on (`resources/calibration`), and measures ours.

    python training/make_calibration.py [--figures] [--work DIR]

`pairs.jsonl` holds pairs of corpus groups and `disputes.jsonl` whole disputes; no model was trained on any of them. They
are chosen by a hash, so that the same corpora give the same files. With --figures the bundled models are measured on
them as `statement-compare models add` measures another one, into `figures.json`: to be done again whenever one of
them has changed. Answers are kept in --work, so that a second run asks nothing. Needs nothing but the program.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from disputes import Dispute, read_disputes
from pairs import Group, read_groups

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

# How many pairs of a verdict are taken: near misses of a contradiction are rarer in statements than in the corpus.
ENGLISH = {"contradiction": 140, "agreement": 110, "qualified": 50, "unclear": 100}
OTHERS = {"contradiction": 28, "agreement": 22, "qualified": 10, "unclear": 20}
DISPUTES = 10
LONGEST = 700  # code points of both texts
MOST_OF_A_GROUP = 3


class Remembering:
    """A model whose answers are kept in a file, every few batches."""

    def __init__(self, model, file: Path) -> None:
        self._model, self._file = model, file
        self.name, self.sha256, self.covers = model.name, model.sha256, model.covers
        self._known = pickle.loads(file.read_bytes()) if file.exists() else {}

    def judge(self, pairs):
        import numpy as np

        missing = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        if missing:
            self._known |= dict(zip(missing, self._model.judge(missing), strict=True))
            self._file.write_bytes(pickle.dumps(self._known))
        return np.array([self._known[pair] for pair in pairs], np.float32)


def place(name: str) -> str:
    return hashlib.sha256(("calibration " + name).encode()).hexdigest()


def rows_of(group: Group) -> Iterator[tuple[str, str]]:
    """Verdict and text of each answer to the group's sentence; what is merely related has no verdict."""
    yield from (("agreement", text) for text in group.agree)
    yield from (("contradiction", text) for text in group.contra)
    yield from (("qualified", text) for text in group.qualified)
    yield from (("unclear", text) for text in group.related)
    yield from ((verdict if verdict != "related" else "unclear", text) for verdict, text in group.twins)


def chosen(groups: list[Group], wanted: dict[str, int]) -> list[dict[str, object]]:
    """Rows in the order of a hash, a few of a group, until there are enough of each verdict."""
    left, of_group = dict(wanted), {}
    rows = [(group, verdict, text) for group in groups for verdict, text in rows_of(group)]
    rows.sort(key=lambda row: place(f"{row[0].id} {row[1]} {row[2]}"))
    found = []
    for group, verdict, text in rows:
        if left.get(verdict, 0) and of_group.get(group.id, 0) < MOST_OF_A_GROUP and len(group.p + text) <= LONGEST:
            left[verdict] -= 1
            of_group[group.id] = of_group.get(group.id, 0) + 1
            # Either may stand on the left.
            sides, languages = [group.p, text], list(group.languages)
            if int(place(text), 16) % 2:
                sides.reverse()
                languages.reverse()
            found.append(
                {
                    "group": group.id,
                    "languages": languages,
                    "left": sides[0],
                    "right": sides[1],
                    "verdict": verdict,
                }
            )
    return sorted(found, key=lambda row: (row["group"], row["left"], row["right"]))


def laid_out(dispute: Dispute) -> dict[str, object]:
    """A dispute with its sentences by number, from 0."""
    places = [{key: number for number, key in enumerate(side)} for side in (dispute.left, dispute.right)]
    marks = [
        {
            "sign": mark.sign,
            "left": [places[0][key] for key in mark.left],
            "right": [places[1][key] for key in mark.right],
            "verdict": mark.verdict,
        }
        for mark in dispute.marks
    ]
    return {
        "name": dispute.name,
        "languages": list(dispute.languages),
        "left": list(dispute.left.values()),
        "right": list(dispute.right.values()),
        "marks": marks,
    }


def write(file: Path, rows: list[dict[str, object]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    file.write_text(lines, encoding="utf-8")
    print(f"{file.relative_to(ROOT)}: {len(rows)} rows, {len(lines.encode()):,} bytes")


def write_pairs(folder: Path) -> None:
    groups = [g for name in ("corpus", "corpus2") for g in read_groups(ROOT / "training" / name) if g.is_held_out]
    english = [g for g in groups if set(g.languages) == {"en"}]
    others = [g for g in groups if set(g.languages) != {"en"}]
    write(folder / "pairs.jsonl", chosen(english, ENGLISH) + chosen(others, OTHERS))
    found = [d for d in read_disputes(ROOT / "training/disputes") if d.is_held_out and set(d.languages) == {"en"}]
    found.sort(key=lambda dispute: place(dispute.name))
    write(folder / "disputes.jsonl", [laid_out(dispute) for dispute in sorted(found[:DISPUTES], key=lambda d: d.name)])


def write_figures(file: Path, work: Path) -> None:
    from statement_compare import bundled
    from statement_compare.engine.bundle import ENTAILMENT_FOLDERS, load_encoders
    from statement_compare.engine.calibration import calibrate
    from statement_compare.engine.calibration.labelled import bundled_pairs
    from statement_compare.engine.onnx import load_entailment
    from statement_compare.engine.progress import Progress

    def tell(stage: str, done: int, total: int) -> None:
        print(f"\r{stage} {done} of {total}   ", end="", file=sys.stderr, flush=True)

    known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    for word, folder in ENTAILMENT_FOLDERS.items():
        model = load_entailment(bundled.path("models", folder))
        work.mkdir(parents=True, exist_ok=True)
        model = Remembering(model, work / f"calibration-{model.sha256[:12]}.pickle")
        measured = calibrate(model, load_encoders(), bundled_pairs(), Progress(tell))
        known[word] = {"name": model.name, "sha256": model.sha256, "figures": asdict(measured.figures)}
        print(json.dumps(known[word], indent=1))
        file.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "training/work")
    parser.add_argument("--figures", action="store_true", help="measure the bundled models; takes minutes")
    args = parser.parse_args()
    folder = ROOT / "resources/calibration"
    write_pairs(folder)
    if args.figures:
        write_figures(folder / "figures.json", args.work)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
