"""The real program is killed while it is worked with: the next start opens the work, with every step it told of."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from driven_window import SAVED_AT, kind
from two_texts import texts

from statement_compare.session import session_lock
from statement_compare.session.folders import platform_folders

KILLS = 8
HERE = Path(__file__).resolve().parent


def environment(home: Path) -> dict[str, str]:
    """Folders of its own, and no model, so that the texts are compared at once."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    own |= {"HOME": str(home), "USERPROFILE": str(home), "QT_QPA_PLATFORM": "offscreen"}
    settings = platform_folders(own).settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    if not settings.exists():
        settings.write_text('{"model": "none"}', encoding="utf-8")
    return own


class Life:
    """One run of the program; `read` waits for a line, `kill` ends it and reads what it had told meanwhile."""

    def __init__(self, home: Path, files: list[str]) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-B", str(HERE / "driven_window.py"), *files],
            env=environment(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def read(self) -> dict[str, Any]:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            assert self._child.stderr is not None
            raise AssertionError(self._child.stderr.read().decode())
        return dict(json.loads(line))

    def begin(self, step: int) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write(f"{step}\n".encode())
        self._child.stdin.flush()

    def kill(self) -> list[dict[str, Any]]:
        """The pipes end, and this goes on, only when the worker has ended as well, which got them from the window."""
        self._child.kill()
        out, errors = self._child.communicate(timeout=20)
        assert self._child.returncode == -signal.SIGKILL, errors.decode()
        return [json.loads(line) for line in out.splitlines(keepends=True) if line.endswith(b"\n")]


class Expected:
    """What the work holds after so many steps, by the rules of undoing alone."""

    def __init__(self) -> None:
        self.step = 0
        self.notes: list[str] = []
        self.undone: list[str] = []

    def go_on(self) -> None:
        match kind(self.step):
            case "note":
                self.notes.append(f"note {self.step}")
                self.undone.clear()
            case "undo" if self.notes:
                self.undone.append(self.notes.pop())
            case "redo" if self.undone:
                self.notes.append(self.undone.pop())
        self.step += 1

    def take(self, lines: list[dict[str, Any]]) -> None:
        for each in lines:
            if "did" in each:
                assert each["did"] == self.step
                self.go_on()

    def is_met_by(self, found: dict[str, Any]) -> bool:
        return (self.notes, bool(self.undone)) == (found["open"], found["can_redo"])


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended another way there")
def test_whenever_the_window_is_killed_the_next_start_opens_the_work_with_every_step(tmp_path: Path) -> None:
    chance, expected = random.Random(7), Expected()
    home = tmp_path / "home"
    home.mkdir()
    files = [str(each) for each in texts(tmp_path)]
    for number in range(KILLS + 1):
        life = Life(home, files if number == 0 else [])
        found = life.read()
        if not expected.is_met_by(found):  # it was killed when a step was in the file and not told of yet
            expected.go_on()
        assert expected.is_met_by(found), (number, expected.step, expected.notes, expected.undone, found)
        life.begin(expected.step)
        lines = [life.read() for _ in range(chance.randrange(1, 12))]
        time.sleep(chance.random() * chance.choice((0.0, 0.005, 0.02)))
        expected.take([*lines, *life.kill()])
    named, folders = home / "named.stcmp", platform_folders(environment(home))
    assert expected.step > SAVED_AT
    assert named.exists()
    assert list(folders.sessions.glob("*")) == []
    assert session_lock.holder(named) is None
