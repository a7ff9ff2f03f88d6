"""A worker that compares pair after pair needs no more memory each time, and gives back what is free."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from statement_compare.ui.freed_memory import give_back

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

# Blocks that the C library keeps for itself, since the last one of them is still in use.
FREEING = """
import json, multiprocessing, os, sys, threading
from pathlib import Path
from statement_compare.engine.model import CompareOptions
from statement_compare.ui.worker import Asked, Compare, ReadText, serve

here, there = multiprocessing.Pipe()
kept = []

def megabytes():
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0]) / 1024

def perform(request, progress, tell):
    if isinstance(request, Compare):
        blocks = [bytearray(5_000) for _ in range(20_000)]
        kept.append(blocks[-1])
    return megabytes()

def ask():
    for ticket, request in enumerate((ReadText(""), Compare(None, None, CompareOptions()), ReadText(""))):
        here.send(Asked(ticket, request))
    answers = []
    while len(answers) < 3:
        message = here.recv()
        if hasattr(message, "result"):
            answers.append(message.result)
    print(json.dumps(answers), flush=True)
    os._exit(0)

threading.Thread(target=ask).start()
serve(there, Path(sys.argv[1]), lambda: perform)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="how much memory a process holds is read from /proc")
def test_ten_pairs_one_after_another_need_no_more_memory_than_three() -> None:
    done = subprocess.run([sys.executable, "-c", COMPARING], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    held = json.loads(done.stdout)
    assert len(held) == 10
    assert held[-1] - held[2] < MEGABYTES_OF_GROWTH, held
    assert held[-1] < MEGABYTES_IN_ALL, held


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries are not asked to give memory back")
def test_what_a_comparison_has_freed_goes_back_to_the_system(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FREEING, str(tmp_path / "log")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    before, at_work, after = json.loads(done.stdout)
    assert at_work > before + 90
    assert after < before + 20


def test_where_the_c_library_has_no_way_to_give_memory_back_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    give_back()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("ctypes.CDLL", None)
    give_back()
