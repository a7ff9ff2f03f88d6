"""Writes SHA256SUMS: of every file of a folder that was built, or of the files in `dist` that are handed out.

python packaging/sums.py dist/statement-compare      then, there: sha256sum --check --quiet SHA256SUMS
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

NAME = "SHA256SUMS"
HANDED_OUT = ("*.tar.gz", "*.deb", "*.whl")


def main(folder: Path) -> None:
    if (folder / "_internal").is_dir():
        found: Iterable[Path] = folder.rglob("*")
    else:
        found = (path for pattern in HANDED_OUT for path in folder.glob(pattern))
    files = sorted(path for path in found if path.is_file() and not path.is_symlink() and path.name != NAME)
    lines = [f"{_sum(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / NAME).write_text("".join(lines), encoding="utf-8")


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
