"""A worker that compares one pair after another needs no more memory for the tenth than for the third."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

MEGABYTES_OF_GROWTH = 25
MEGABYTES_IN_ALL = 400

COMPARING = """
import json, random
from pathlib import Path
from statement_compare.engine.model import CompareOptions
from statement_compare.engine.progress import SILENT
from statement_compare.ui.worker import Compare, ReadText, engine

def megabytes():
    words = Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()
    return int(words[0]) / 1024

draw, do, found = random.Random(4), engine(), []
who, did = ("The harbour office", "The council", "The dredging firm"), ("paid", "refused", "stored", "repaired", "sold")
what, where = ("cranes", "barges", "permits", "tonnes of sand"), ("at the quay", "in the north", "behind the lock")

def text():
    lines = (f"{draw.choice(who)} {draw.choice(did)} {draw.randrange(9, 900)} {draw.choice(what)} {draw.choice(where)}."
             for _ in range(draw.randrange(4, 12)))
    return " ".join(lines)

for _ in range(10):
    left, right = (do(ReadText(text()), SILENT, None) for _ in range(2))
    do(Compare(left, right, CompareOptions(model="fast")), SILENT, lambda _: None)
    found.append(megabytes())
print(json.dumps(found))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="how much memory a process holds is read from /proc")
def test_ten_pairs_one_after_another_need_no_more_memory_than_three() -> None:
    done = subprocess.run([sys.executable, "-c", COMPARING], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    held = json.loads(done.stdout)
    assert len(held) == 10
    assert held[-1] - held[2] < MEGABYTES_OF_GROWTH, held
    assert held[-1] < MEGABYTES_IN_ALL, held
