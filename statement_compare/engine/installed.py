"""Which version of a package is installed, read from the note that its installation left beside it."""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import Final

_NOTES: Final = ".dist-info"
_MOST_LINES: Final = 50  # the version stands among the first


@cache
def installed_version(package: str) -> str:
    """The version of an installed package, "unknown" where what is installed does not say it."""
    for folder in sys.path:
        note = _notes_in(folder).get(_plain(package))
        if note is not None:
            return _version_in(note) or _looked_up(package)
    return _looked_up(package)


@cache
def _notes_in(folder: str) -> dict[str, Path]:
    """The notes of all packages in a folder of `sys.path`, by the plain names of the packages."""
    try:
        names = [name for name in os.listdir(folder) if name.endswith(_NOTES)]  # noqa: PTH208 - names are all it takes
    except OSError:  # an archive, or a folder that is not there
        return {}
    return {_plain(name.removesuffix(_NOTES).rpartition("-")[0]): Path(folder, name, "METADATA") for name in names}


def _plain(package: str) -> str:
    """A name as packages are compared by theirs: "charset-normalizer" is installed as charset_normalizer."""
    return re.sub(r"[-_.]+", "-", package).lower()


def _version_in(note: Path) -> str:
    try:
        with note.open(encoding="utf-8", errors="replace") as lines:
            for line, _ in zip(lines, range(_MOST_LINES), strict=False):
                if line.startswith("Version:"):
                    return line.removeprefix("Version:").strip()
    except OSError:
        pass
    return ""


def _looked_up(package: str) -> str:
    """As Python's own library finds it, in other forms as well. It loads what reads mail, which takes .015 s."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package) or "unknown"  # None where a note lacks it, whatever its type says
    except PackageNotFoundError:
        return "unknown"
