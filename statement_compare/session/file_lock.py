"""How the system locks an open file for one program, on each platform, and how programs take turns with a file."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from statement_compare.session.folders import make_private

# Some shared folders know no locks: work there goes on without.
_NO_LOCKS: Final = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
_PATIENCE_SECONDS: Final = 2.0
_PAUSE_SECONDS: Final = 0.005


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Keep other programs from writing a file between our reading and our writing.

    It is a lock beside the file, for as long as the block lasts. Who holds it for long has stopped: after two seconds
    we go on without, as in a folder in which nothing can be made.
    """
    try:
        make_private(path.parent)
        file = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:  # what is written into that folder will say so
        yield
        return
    try:
        _wait_for(file)
        yield
    finally:
        os.close(file)


def _wait_for(file: int) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    with suppress(OSError):
        while not hold(file) and time.monotonic() < until:
            time.sleep(_PAUSE_SECONDS)


if sys.platform == "win32":
    import msvcrt

    # Far behind the end: what is locked there cannot be read either.
    _PLACE: Final = 1 << 30

    def hold(file: int) -> bool:
        """Lock an open file until it is closed; whether nobody else had it locked."""
        try:
            os.lseek(file, _PLACE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return error.errno in _NO_LOCKS
        finally:
            os.lseek(file, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def hold(file: int) -> bool:
        """Lock an open file until it is closed; whether nobody else had it locked. Raises OSError."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return True
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                return False
            raise
        return True
