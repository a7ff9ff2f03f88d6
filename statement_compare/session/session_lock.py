"""Who works on a session file: a lock beside it that the system holds, so that a killed process leaves none."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from statement_compare.session.codec import CodecError, decoded, encoded
from statement_compare.session.file_lock import hold as _hold

_ATTEMPTS: Final = 3
_PAUSE_SECONDS: Final = 0.02
_MOST_BYTES: Final = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open: a name (of the reviewer, else of the user), the computer, since when (ISO 8601, UTC)."""

    name: str = ""
    computer: str = ""
    since: str = ""


class HeldError(Exception):
    """Another window has the file open."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """The right to change one session file, until it is released or the process ends."""

    def __init__(self, path: Path, file: int) -> None:
        self._path = path
        self._file: int | None = file

    def release(self) -> None:
        if self._file is None:
            return
        # While it is still held, so that nobody's new lock is removed; Windows removes no file that is open.
        if sys.platform != "win32":
            with suppress(OSError):  # its folder may be gone
                if _is_still(self._path, self._file):  # else somebody tidied up, and another one holds the new file
                    self._path.unlink()
        os.close(self._file)
        self._file = None
        if sys.platform == "win32":
            with suppress(OSError):
                self._path.unlink()


def take(path: Path, reviewer: str = "") -> Lock:
    """The lock of a session file. Raises HeldError where another window has it, OSError where none can be made."""
    beside = lock_file(path)
    for attempt in range(_ATTEMPTS):
        file = _opened(beside, os.O_CREAT)
        try:
            if not _hold(file):
                if attempt + 1 < _ATTEMPTS:  # somebody who only asks holds it for a moment
                    time.sleep(_PAUSE_SECONDS)
                    continue
                raise HeldError(_holder_in(file))
            if _is_still(beside, file):
                os.ftruncate(file, 0)
                os.write(file, _about(reviewer))
                kept, file = file, -1
                return Lock(beside, kept)
        finally:
            if file >= 0:
                os.close(file)
    raise HeldError(Holder())


def holder(path: Path) -> Holder | None:
    """Who has a session file open; None where nobody has. Raises OSError."""
    try:
        file = _opened(lock_file(path))
    except FileNotFoundError:
        return None
    try:
        return None if _hold(file) else _holder_in(file)
    finally:
        os.close(file)


def _opened(beside: Path, more: int = 0) -> int:
    """The lock file, open. OSError for what leads elsewhere: a folder may be a stranger's, and the lock is written to.

    A link, or a second name of a file, would have that file emptied; a pipe would never answer.
    """
    if beside.is_symlink():  # for a system that cannot be told to follow no link
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(beside))
    file = os.open(beside, os.O_RDWR | more | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o666)
    about = os.fstat(file)
    if not stat.S_ISREG(about.st_mode) or about.st_nlink > 1:
        os.close(file)
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), str(beside))
    return file


def lock_file(path: Path) -> Path:
    """Named as office programs name theirs, so that people and programs that tidy up know it."""
    return path.with_name(f".~lock.{path.name}#")


def _about(reviewer: str) -> bytes:
    about = Holder(
        reviewer or os.environ.get("USER") or os.environ.get("USERNAME") or "",
        os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", ""),
        datetime.now(UTC).isoformat(timespec="seconds"),
    )
    return encoded(about, Holder)


def _holder_in(file: int) -> Holder:
    with suppress(OSError, CodecError):  # it is being written, or is not ours
        os.lseek(file, 0, os.SEEK_SET)
        return decoded(os.read(file, _MOST_BYTES), Holder)
    return Holder()


def _is_still(path: Path, file: int) -> bool:
    """Whether the locked file is the one that stands there: who had it before may just have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file))
    except FileNotFoundError:
        return False
