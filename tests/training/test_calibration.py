"""The pairs that other models are measured on are none that the bundled ones were taught."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "training"))

from disputes import Dispute, Mark
from make_calibration import ENGLISH, MOST_OF_A_GROUP, chosen, laid_out
from pairs import Group

SHIPPED = ROOT / "resources" / "calibration"


def rows(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (SHIPPED / name).read_text(encoding="utf-8").splitlines()]


def group(number: int) -> Group:
    return Group(
        f"group-{number}",
        "energy",
        ("en", "en"),
        f"The board fined firm {number} in March.",
        (f"In March firm {number} had to pay.", f"Firm {number} was fined by the board."),
        (f"Firm {number} was never fined.", f"No fine was ever asked of firm {number}."),
        (f"Firm {number} may have been fined.",),
        (f"The board visited firm {number}.",),
        (("related", f"Firm {number} was fined in April by another board."),),
    )


def test_what_is_shipped_was_held_out_of_training() -> None:
    for row in rows("pairs.jsonl"):
        assert replace(group(0), id=str(row["group"])).is_held_out
    for row in rows("disputes.jsonl"):
        assert Dispute(str(row["name"]), ("en", "en"), {}, {}, ()).is_held_out


def test_pairs_are_few_of_a_group_and_as_many_of_a_verdict_as_were_wanted() -> None:
    wanted = {"contradiction": 6, "agreement": 5, "qualified": 3, "unclear": 4}
    found = chosen([group(number) for number in range(20)], wanted)
    assert Counter(row["verdict"] for row in found) == wanted
    assert max(Counter(row["group"] for row in found).values()) <= MOST_OF_A_GROUP
    assert found == chosen([group(number) for number in reversed(range(20))], wanted)


def test_the_shipped_english_pairs_have_the_wanted_verdicts() -> None:
    english = [row for row in rows("pairs.jsonl") if row["languages"] == ["en", "en"]]
    assert Counter(row["verdict"] for row in english) == ENGLISH


def test_sentences_of_a_dispute_are_numbered_from_nought() -> None:
    marks = (Mark("=", ("L2",), ("R1", "R2"), "contradiction"),)
    found = laid_out(Dispute("x", ("en", "en"), {"L1": "a", "L2": "b"}, {"R1": "c", "R2": "d"}, marks))
    assert found["marks"] == [{"sign": "=", "left": [1], "right": [0, 1], "verdict": "contradiction"}]
    assert (found["left"], found["right"]) == (["a", "b"], ["c", "d"])
