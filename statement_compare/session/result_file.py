"""How a result takes the place of a file: in one step, so that an old report stays whole until the new one is."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from statement_compare.session.leftovers import remove_leftovers

# What an unfinished file is called, should the machine stop while it is written.
UNFINISHED: Final = ".statement-compare."


def write_result(result: bytes, path: Path) -> None:
    """Put a result in place of `path`, with the rights of what was there or of any new file. Raises OSError."""
    if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced, only written to
        path.write_bytes(result)
        return
    target = path.resolve()
    remove_leftovers(target.parent, UNFINISHED)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=UNFINISHED, delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(result)
            file.close()
            give_rights(temporary, target)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def give_rights(unfinished: Path, target: Path) -> None:
    """Give a file that is whole the rights of what it takes the place of, else those of any new file.

    A stick with a file system of Windows knows no rights, and refuses; its files have those that the stick has.
    """
    with suppress(OSError):
        unfinished.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())


def flush(path: Path) -> None:
    """Have what was written to a file, or the names in a folder, on the disk. Raises OSError."""
    file = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
