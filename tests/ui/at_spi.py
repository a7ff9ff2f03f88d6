"""The real program on a screen of its own, with a screen reader at the accessibility bus."""

from __future__ import annotations

import ctypes
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_WINDOW_LIBRARIES = ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxkbcommon-x11.so.0")
_DEADLINE_S = 30
KEYS = {
    "Backspace": 0xFF08, "Tab": 0xFF09, "Return": 0xFF0D, "Escape": 0xFF1B, "Home": 0xFF50, "Left": 0xFF51,
    "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "End": 0xFF57, "F1": 0xFFBE, "F4": 0xFFC1, "F5": 0xFFC2,
    "Space": 0x20,
}  # fmt: skip
"""The numbers by which X calls keys that are no letters."""

Node = dict[str, Any]


def missing() -> str:
    """What this machine lacks for the program to be read aloud, in words; "" for nothing."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is how screen readers work on Linux"
    lacking = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
    lacking += [name for name in _WINDOW_LIBRARIES if not _has_library(name)]
    if not any(Path(each).exists() for each in _LAUNCHERS):
        lacking.append("at-spi2-core")
    elif subprocess.run([SYSTEM_PYTHON, "-c", _BINDINGS], check=False, capture_output=True).returncode:
        lacking.append(f"gir1.2-atspi-2.0 for {SYSTEM_PYTHON}")
    return f"not installed here: {', '.join(lacking)}" if lacking else ""


def _has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


class Reading:
    """Starts everything, in this order: a screen, a bus, the program, the reader; `close` ends it."""

    def __init__(self, home: Path, *files: Path, settings: dict[str, object]) -> None:
        self.files = files
        self._started: list[subprocess.Popen[str]] = []
        folder = home / "config" / "statement-compare"
        folder.mkdir(parents=True)
        (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        self._environment = os.environ | {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_RUNTIME_DIR": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "C.UTF-8",
        }
        try:
            screen = self._start("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
            self._environment["DISPLAY"] = f":{self._line(screen)}"
            bus = self._start("dbus-daemon", "--session", "--nofork", "--print-address=1")
            self._environment["DBUS_SESSION_BUS_ADDRESS"] = self._line(bus)
            program = self._start(sys.executable, str(HERE / "at_spi_program.py"), *map(str, files))
            self._reader = self._start(SYSTEM_PYTHON, str(HERE / "at_spi_reader.py"), str(program.pid))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End what was started, the last one first; the bus takes with it what it started itself."""
        for process in reversed(self._started):
            process.terminate()
            process.communicate()
        self._started.clear()

    def _start(self, *command: str) -> subprocess.Popen[str]:
        pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
        process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=quiet, env=self._environment, text=True, bufsize=1
        )
        self._started.append(process)
        return process

    @staticmethod
    def _line(process: subprocess.Popen[str]) -> str:
        assert process.stdout is not None
        ready, _, _ = select.select([process.stdout], [], [], _DEADLINE_S)
        line = process.stdout.readline().strip() if ready else ""
        assert line, f"{process.args!r} says nothing"
        return line

    def ask(self, do: str, **command: object) -> Any:
        assert self._reader.stdin is not None
        self._reader.stdin.write(json.dumps({"do": do} | command) + "\n")
        return json.loads(self._line(self._reader))

    def walk(self, *leave_out: str) -> list[Node]:
        """The windows of the program with everything in them."""
        windows: list[Node] = self.ask("walk", leave_out=leave_out)
        return windows

    def find(self, role: str, name: str = "") -> Node:
        """The first element of a role whose name begins so, once it is shown."""
        end = time.monotonic() + _DEADLINE_S
        while True:
            found: Node | None = self.ask("find", role=role, name=name)
            if found is not None and "gone" not in found:
                return found
            assert time.monotonic() < end, f"there is no {role} called {name!r}"

    def focus(self, role: str, name: str = "") -> None:
        assert self.ask("focus", role=role, name=name), (role, name)

    def key(self, keys: str) -> None:
        """Press a key as "Ctrl+Shift+Right" names it."""
        *held, key = keys.split("+")
        names = {"Ctrl": "Control"}
        self.ask("key", sym=KEYS.get(key) or ord(key.lower()), held=[names.get(each, each) for each in held])

    def heard(self, seconds: float = 5, **wanted: str) -> list[Node]:
        """What has happened since it was last asked for, until something that begins as wanted has."""
        events: list[Node] = self.ask("listen", wanted=wanted, seconds=seconds)
        return events


def elements(nodes: list[Node], *, only_shown: bool = True) -> Iterator[Node]:
    """All elements of a walk; without those that are not shown, and what is in them."""
    for node in nodes:
        if not only_shown or "showing" in node["states"]:
            yield node
            yield from elements(node["children"], only_shown=only_shown)
