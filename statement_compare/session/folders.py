"""Where this platform keeps a program's settings and its data, and how a file is replaced whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from statement_compare.session.leftovers import remove_leftovers

_NAME = "statement-compare"


@dataclass(frozen=True, slots=True)
class Folders:
    """`config` holds what a person chose, `data` what must not be lost: work, texts, recent pairs, tables, logs."""

    config: Path
    data: Path

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def recent(self) -> Path:
        return self.data / "recent.json"

    @property
    def windows(self) -> Path:
        """Which windows are open."""
        return self.data / "windows.json"

    @property
    def pasted(self) -> Path:
        return self.data / "pasted"

    @property
    def sessions(self) -> Path:
        """Of work that has no name yet: a session file for each."""
        return self.data / "sessions"

    @property
    def tables(self) -> Path:
        """Of models of a person's own, each as it was measured."""
        return self.data / "models"

    @property
    def crash_log(self) -> Path:
        return self.data / "crash.log"

    @property
    def worker_log(self) -> Path:
        return self.data / "worker.log"


def platform_folders(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Folders:
    """The folders of this platform; they need not exist yet."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "win32":
        roaming = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
        local = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return Folders(roaming / _NAME, local / _NAME)
    if platform == "darwin":
        support = home / "Library" / "Application Support" / _NAME
        return Folders(support, support / "data")
    config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return Folders(config / _NAME, data / _NAME)


def make_private(folder: Path) -> None:
    """Make a folder, and those that it lies in, for this person alone; one that is there stays as it is."""
    missing = []
    while not folder.is_dir() and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file's content so that a crash leaves the old or the new content, never half of either.

    Raises OSError where the folder cannot be written.
    """
    make_private(path.parent)
    prefix = f".{path.name}."
    remove_leftovers(path.parent, prefix)
    handle, name = tempfile.mkstemp(prefix=prefix, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:  # an interruption too leaves nothing behind
        Path(name).unlink(missing_ok=True)
        raise


def set_aside(path: Path) -> Path | None:
    """Rename a damaged file so that nothing in it is lost; returns where it lies now.

    None where the folder cannot be written: then nothing is written over the file either.
    """
    for number in range(1, 1000):
        copy = path.with_name(f"{path.name}.damaged-{number}")
        if not copy.exists():
            try:
                path.replace(copy)
            except OSError:
                return None
            return copy
    return path


def as_utf8(text: str) -> bytes:
    """JSON as bytes. Half a character, as a file name that is no UTF-8 has them, becomes its escape in JSON."""
    return text.encode("utf-8", "backslashreplace")
