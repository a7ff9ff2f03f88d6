"""What a process that was killed left of files it had not finished, and which of them can go."""

from __future__ import annotations

import re
import shutil
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

# Long after this nobody is still writing: an unfinished file lives for as long as its bytes take to reach the disk.
_OLD_SECONDS: Final = 3600.0
# What is put behind a prefix so that no two names are the same: by `tempfile`, or figures of a session that is written.
_CHANCE: Final = "(?:[a-z0-9_]{8}|[0-9a-f]{16})"


def remove_leftovers(folder: Path, prefix: str) -> None:
    """Remove old files and folders that were made with `prefix` in a folder, and that nobody finished.

    They may hold what a statement says. A file that cannot be removed, as that of another person, stays.
    """
    made = re.compile(re.escape(prefix) + _CHANCE)
    with suppress(OSError):
        for path in folder.iterdir():
            if made.fullmatch(path.name):
                with suppress(OSError):
                    _remove_if_old(path)


def _remove_if_old(path: Path) -> None:
    status = path.lstat()
    if time.time() - status.st_mtime < _OLD_SECONDS:
        return
    if stat.S_ISDIR(status.st_mode):
        shutil.rmtree(path)
    elif stat.S_ISREG(status.st_mode):
        path.unlink()
