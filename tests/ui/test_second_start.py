"""The program is started while it runs: the files open in the one that runs, and the other is done at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_killed_window import environment

ROOT = Path(__file__).resolve().parents[2]
# The program as it is, but that it tells which windows are open whenever there is one more.
TELLING = """
import json, os, sys
from PySide6.QtCore import QTimer
from statement_compare import __main__
from statement_compare.ui import app

class Telling(app.Program):
    def open(self, files):
        super().open(files)
        tell(self)

    def take_wish(self, wish):
        super().take_wish(wish)
        tell(self)

def tell(program):
    states = [desk.document.state for desk in program.desks.all]
    sides = [[state.left.origin.path, state.right.origin.path] for state in states]
    os.write(1, json.dumps(sides).encode() + b"\\n")

if __name__ == "__main__":
    app.Program = Telling
    sys.exit(__main__.main(sys.argv[1:]))
"""


class Running:
    def __init__(self, home: Path, *arguments: str) -> None:
        starter = home / "telling.py"
        starter.write_text(TELLING, encoding="utf-8")
        self.child = subprocess.Popen(
            [sys.executable, str(starter), *arguments],
            env=of(home),
            cwd=home,
            stdout=subprocess.PIPE,
        )

    def told(self) -> Any:
        assert self.child.stdout is not None
        return json.loads(self.child.stdout.readline())

    def end(self) -> int:
        self.child.send_signal(signal.SIGTERM)
        self.child.communicate(timeout=30)
        return self.child.returncode


def of(home: Path) -> dict[str, str]:
    return environment(home) | {"PYTHONPATH": str(ROOT)}


def start(home: Path, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    words = [sys.executable, "-m", "statement_compare", *arguments]
    return subprocess.run(words, env=of(home), cwd=cwd or home, capture_output=True, timeout=60, check=False)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    program = Running(tmp_path)
    yield program
    if program.child.poll() is None:
        program.child.kill()
        program.child.communicate(timeout=20)


@pytest.mark.skipif(sys.platform == "win32", reason="the names and the signal are of POSIX")
def test_a_second_start_opens_a_window_in_the_first_and_is_done(running: Running, tmp_path: Path) -> None:
    assert running.told() == [["", ""]]
    elsewhere = tmp_path / "a folder"
    elsewhere.mkdir()
    odd = os.fsdecode("left \udcff “1”.txt".encode("utf-8", "surrogateescape"))
    for name in (odd, "right.txt"):
        (elsewhere / name).write_text("Nothing was said.", encoding="utf-8")
    done = start(tmp_path, odd, "../a folder/right.txt", cwd=elsewhere)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert running.told()[0] == [str(elsewhere / odd), str(elsewhere / ".." / "a folder" / "right.txt")]
    alone = Running(tmp_path, "--new-instance")
    assert alone.told() == [["", ""]]
    assert [each.end() for each in (alone, running)] == [128 + signal.SIGTERM] * 2
