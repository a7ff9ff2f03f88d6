"""How a program that is started again finds the one that runs, and hands over what it was asked to open.

The one that runs holds a lock, which ends with it, however it ends. Whoever comes second puts a wish into the folder
beside the lock and waits until it is taken; a wish that nobody takes is withdrawn, and the second opens it by itself.
Taking renames the file and withdrawing deletes it, and one alone can succeed, so that nothing is opened twice or not at
all. The folder is the user's own, and of one computer and one screen: see docs/decisions/020.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final

from statement_compare.session.file_lock import hold
from statement_compare.session.folders import Folders, as_utf8, write_whole

PATIENCE_SECONDS: Final = 3.0
"""How long the one that runs may take to answer; one that is still starting may take longer."""
_START_PATIENCE_SECONDS: Final = 15.0
_PAUSE_SECONDS: Final = 0.01
# A wish that is older than its author waits was left behind by one that was killed.
_STALE_SECONDS: Final = _START_PATIENCE_SECONDS + 5.0
_MOST_BYTES: Final = 1_000_000
_LOCK: Final = "lock"
_WISH: Final = ".wish"
_TAKEN: Final = ".taken"
_READY: Final = b"ready"
_DEAF: Final = b"deaf"
_FORMAT: Final = 1
# What the system gives a program that a person has just started, so that its window may come to the front.
_TOKENS: Final = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start of the program asks for: whole paths of two files, of one session, or "" for an empty window.

    `token` is the system's leave to come to the front, where it gives any.
    """

    left: str = ""
    right: str = ""
    token: str = ""

    @property
    def files(self) -> list[Path]:
        return [Path(each) for each in (self.left, self.right) if each]


class Instance:
    """The right to be the program that others find, until it is closed or the process ends."""

    def __init__(self, folder: Path, lock: int, *, hears: bool) -> None:
        self.folder = folder
        self.hears = hears
        self._lock: int | None = lock

    def announce(self) -> None:
        """Say that wishes are taken from now on."""
        if self._lock is not None:
            with suppress(OSError):
                os.write(self._lock, _READY)

    def take_wishes(self) -> list[Wish]:
        """What others ask for by now, in the order of their coming; each is given once.

        What makes no sense here, as from another version, is left to its author, who opens it by itself.
        """
        found = []
        for path in sorted(self.folder.glob(f"*{_WISH}"), key=_when):
            taken = path.with_suffix(_TAKEN)
            with suppress(OSError):  # it was withdrawn
                content = _read(path)
                if content is not None and _is_stale(content):
                    path.unlink()
                elif content is not None and (wish := _wish(content)) is not None:
                    path.rename(taken)
                    found.append(wish)
                    taken.unlink()
        return found

    def close(self) -> None:
        """Leave the place to the next; who waits for an answer takes it, and opens by itself."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of a start: it was `is_taken` by the one that runs, or it is the `instance` that others find.

    Neither, where the one that runs does not answer, or where there is no place to find one another.
    """

    is_taken: bool = False
    instance: Instance | None = None


def place(folders: Folders, environment: Mapping[str, str] = os.environ) -> Path:
    """Where the programs of one user, on one computer and one screen, find one another; it need not exist yet."""
    computer = os.uname().nodename if sys.platform != "win32" else environment.get("COMPUTERNAME", "")
    screen = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY") or ""
    key = hashlib.sha256(f"{computer}\n{screen}".encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return folders.data / "running" / key


def wish_of(left: str, right: str, environment: Mapping[str, str] = os.environ) -> Wish:
    """The wish of a command line, whose paths are of the folder in which it was given."""
    token = next((found for name in _TOKENS if (found := environment.get(name))), "")
    first, second = (str(Path(path).absolute()) if path else "" for path in (left, right))
    return Wish(first, second, token)


def is_anyone(folder: Path) -> bool:
    """Whether there is one that others find."""
    found = claim(folder)
    if found is None:
        return _is_ones_own(folder)
    found.close()
    return False


def claim(folder: Path, *, hears: bool = True) -> Instance | None:
    """Become the one that others find, unless there is one; None as well where that cannot be. It asks nobody.

    One that does not hear is not waited for.
    """
    if not _is_ones_own(folder):
        return None
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        return None
    try:
        if hold(lock):
            os.ftruncate(lock, 0)
            if not hears:
                os.write(lock, _DEAF)
            kept, lock = lock, -1
            return Instance(folder, kept, hears=hears)
    except OSError:
        return None
    finally:
        if lock >= 0:
            os.close(lock)
    return None


def join(folder: Path, wish: Wish, patience_seconds: float = PATIENCE_SECONDS) -> Joined:
    """Become the one that others find, or hand a wish to the one that is.

    Where that one ends meanwhile, its place is taken; where it does not answer in time, nothing is left behind.
    """
    instance = claim(folder)
    if instance is not None or not _is_ones_own(folder):
        return Joined(instance=instance)
    path = folder / f"{os.getpid()}-{os.urandom(6).hex()}{_WISH}"
    try:
        write_whole(path, as_utf8(json.dumps({"format": _FORMAT, "at": time.time(), **asdict(wish)})))
    except OSError:
        return Joined()
    try:
        begun = time.monotonic()
        while path.exists():
            if (instance := claim(folder)) is not None:
                return Joined(instance=instance)
            told = _told(folder)
            limit = {_READY: patience_seconds, _DEAF: 0.0}.get(told, _START_PATIENCE_SECONDS)
            if time.monotonic() - begun >= limit:
                break
            time.sleep(_PAUSE_SECONDS)
    finally:
        is_taken = not _is_withdrawn(path)
    return Joined(is_taken=is_taken)


def _told(folder: Path) -> bytes:
    """What the one that runs has told of itself."""
    try:
        return (folder / _LOCK).read_bytes()
    except OSError:
        return b""


def _is_withdrawn(path: Path) -> bool:
    """Take a wish back; False where it was taken before."""
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError:  # nothing can be changed there any more: whoever could take it cannot either
        return True
    return True


def _is_ones_own(folder: Path) -> bool:
    """Whether a folder is there, made where it is not, in which nobody but this user can put or read anything."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform == "win32":
            return True  # the folder lies in the user's profile, which others cannot open
        about = folder.lstat()
        if not stat.S_ISDIR(about.st_mode) or about.st_uid != os.geteuid():
            return False
        if about.st_mode & 0o077:
            folder.chmod(0o700)
    except OSError:
        return False
    return True


def _when(path: Path) -> tuple[int, str]:
    try:
        return path.lstat().st_mtime_ns, path.name
    except OSError:
        return 0, path.name


def _read(path: Path) -> dict[str, object] | None:
    """What a wish says; None for one that somebody else wrote, or that makes no sense. Raises OSError."""
    about = path.lstat()
    is_ours = sys.platform == "win32" or about.st_uid == os.geteuid()
    if not stat.S_ISREG(about.st_mode) or not is_ours or about.st_size > _MOST_BYTES:
        return None
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) and content.get("format") == _FORMAT else None


def _is_stale(content: Mapping[str, object]) -> bool:
    """By the clock of this computer, on which its author was started; that of a disk elsewhere may be another."""
    at = content.get("at")
    return not isinstance(at, float) or abs(time.time() - at) > _STALE_SECONDS


def _wish(content: Mapping[str, object]) -> Wish | None:
    left, right, token = (content.get(each.name, "") for each in fields(Wish))
    if not (isinstance(left, str) and isinstance(right, str) and isinstance(token, str)) or "\0" in left + right:
        return None
    wish = Wish(left, right, token)
    return wish if all(path.is_absolute() for path in wish.files) else None
