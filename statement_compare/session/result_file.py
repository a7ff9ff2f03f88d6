"""How a result takes the place of a file: in one step, so that an old report stays whole until the new one is."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

# What an unfinished file is called, should the machine stop while it is written.
UNFINISHED: Final = ".statement-compare."


def write_result(result: bytes, path: Path) -> None:
    """Put a result in place of `path`, with the rights of what was there or of any new file. Raises OSError."""
    if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced, only written to
        path.write_bytes(result)
        return
    target = path.resolve()
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=UNFINISHED, delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(result)
            file.close()
            temporary.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


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
