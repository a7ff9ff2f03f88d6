"""The window where nothing can be kept, with a file whose name is no UTF-8: it opens, compares and ends in order."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from statement_compare.session.folders import platform_folders

# Run with -c: a process that multiprocessing starts does not run it again. The window is looked at ten times a second.
SCRIPT = """
import json, sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QTimer
from statement_compare.ui import app

class Used(app.Program):
    def open(self, files):
        self.heard = []
        self.memory.told.connect(self.heard.append)
        super().open(files)
        self.look()

    def look(self):
        if self.document.state.comparison is None:
            QTimer.singleShot(100, self.look)
        elif not (report := Path(sys.argv[3])).exists():
            if self.memory.settings.zoom_percent == 100:
                self.memory.keep_settings(replace(self.memory.settings, zoom_percent=120))
                self.controller.write_report(report, "json")
            QTimer.singleShot(100, self.look)
        else:
            links = self.document.state.comparison.links
            print(json.dumps([[link.verdict for link in links], self.heard, self.window.windowTitle()]))
            self.window.close()

app.Program = Used
sys.exit(app.run(sys.argv[1], sys.argv[2]))
"""
ENDED = """
import os, signal, sys
from PySide6.QtCore import QTimer
from statement_compare.ui import app

class Ended(app.Program):
    def open(self, files):
        super().open(files)
        self.look()

    def look(self):
        if self.document.state.comparison is None:
            QTimer.singleShot(100, self.look)
        else:  # a signal that comes while nothing but Qt runs
            command = f"sleep 1; kill -{sys.argv[3]} {os.getpid()}"
            QTimer.singleShot(300, lambda: os.posix_spawn("/bin/sh", ["sh", "-c", command], os.environ))

app.Program = Ended
sys.exit(app.run(sys.argv[1], sys.argv[2]))
"""
_PR_CAPBSET_DROP = 24
_CAPABILITIES_OF_ROOT_OVER_FILES = (1, 2)  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
_IS_LINUX = sys.platform == "linux"


def _bound_by_modes() -> None:
    """Where this runs as root, the process to come is kept out of folders by their modes as any other user is."""
    if _IS_LINUX and os.geteuid() == 0:
        system = ctypes.CDLL(None)
        for capability in _CAPABILITIES_OF_ROOT_OVER_FILES:
            system.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)


def _read_only(home: Path) -> None:
    home.chmod(0o555)


def _files_for_folders(home: Path) -> None:
    for name in (".config", ".local", ".cache", "Library", "AppData"):
        (home / name).write_bytes(b"")


@pytest.mark.parametrize(
    "prepare",
    [
        pytest.param(
            _read_only, marks=pytest.mark.skipif(not _IS_LINUX, reason="elsewhere a mode keeps nobody out for sure")
        ),
        _files_for_folders,
    ],
)
def test_the_window_is_used_where_nothing_can_be_kept(tmp_path: Path, prepare: Callable[[Path], None]) -> None:
    home = tmp_path / "home"
    home.mkdir()
    prepare(home)
    # Only Linux takes any bytes for a name.
    left = os.fsencode(tmp_path) + (b"/caf\xe9 \xd0.txt" if _IS_LINUX else b"/left.txt")
    Path(os.fsdecode(left)).write_text("The plant emits 5,000 litres of waste a day.\n", encoding="utf-8")
    right, report = tmp_path / "right.txt", tmp_path / "report.json"
    right.write_text("The plant emits 1,000 litres of waste a day.\n", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    for name in ("HOME", "USERPROFILE"):
        environment[name] = str(home)
    for name, folder in (
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_CACHE_HOME", ".cache"),
    ):
        environment[name] = str(home / folder)
    environment |= {
        "APPDATA": str(home / "AppData"),
        "LOCALAPPDATA": str(home / "AppData"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    before = sorted(home.rglob("*"))
    command = [sys.executable, "-B", "-c", SCRIPT, left, right, report]
    done = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        timeout=240,
        check=False,
        preexec_fn=_bound_by_modes if _IS_LINUX else None,
    )
    errors = [line for line in done.stderr.decode().splitlines() if "propagateSizeHints" not in line]
    assert (done.returncode, errors) == (0, [])
    verdicts, heard, title = json.loads(done.stdout)
    assert verdicts == ["contradiction"]
    folders = platform_folders(environment)
    # Each is told once: a person knows that nothing is kept, and is not told again with every step.
    assert [words.partition(" could not be written: ")[0] for words in heard] == [
        str(folders.recent),
        str(folders.settings),
    ]
    assert "caf" in title or not _IS_LINUX
    assert json.loads(report.read_bytes())["links"][0]["verdict"] == "contradiction"
    assert sorted(home.rglob("*")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize(("name", "code"), [("TERM", 143), ("INT", 130)])
def test_a_signal_ends_the_window_and_its_worker_in_order(tmp_path: Path, name: str, code: int) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("The plant emits 5,000 litres of waste a day.\n", encoding="utf-8")
    right.write_text("The plant emits 1,000 litres of waste a day.\n", encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    environment |= {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    command = [sys.executable, "-B", "-c", ENDED, str(left), str(right), name]
    # The pipes stay open, and this waits, as long as a worker lives that got them from the window.
    done = subprocess.run(command, env=environment, capture_output=True, timeout=240, check=False)
    errors = [line for line in done.stderr.decode().splitlines() if "propagateSizeHints" not in line]
    assert (done.returncode, errors) == (code, [])
    kept = json.loads(platform_folders(environment).recent.read_text(encoding="utf-8"))
    assert str(left) in json.dumps(kept)
