"""Which libraries are in the folder that `make package` builds, and the texts of their licences that go with them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

Entry = tuple[str, str, str]

FOLDER = "licences"
_LICENCE = re.compile(r"(?:licen[cs]e|copying|notice|thirdpartynotices)", re.IGNORECASE)
# Qt and what joins it to Python are under the LGPL, whose wheels hold no text of it.
_OF_QT = ("LGPL-3.0.txt", "GPL-3.0.txt")


def licence_texts(entries: Iterable[Entry]) -> list[Entry]:
    """The texts for the Python libraries and, on Debian, for the system's libraries that the entries hold."""
    taken = list(entries)
    found = {f"Python/{path.name}": path for path in (Path(sys.base_prefix) / "lib").glob("python*/LICENSE.txt")}
    for name in sorted(_distributions(place for place, _, _ in taken) | {"pyinstaller"}):
        found |= {f"{name}/{text}": path for text, path in _texts(distribution(name))}
    if any(place.startswith("PySide6") for place, _, _ in taken):
        found |= {f"PySide6/{name}": Path(__file__).parent / "licence-texts" / name for name in _OF_QT}
    for package in sorted(_debian_packages(source for place, source, _ in taken if "/" not in place)):
        copyright_file = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
        if copyright_file.is_file():
            found[f"system/{package.partition(':')[0]}.txt"] = copyright_file
    return [(f"{FOLDER}/{place}", str(path), "DATA") for place, path in sorted(found.items())]


def _distributions(places: Iterable[str]) -> set[str]:
    known = packages_distributions()
    tops = {re.split(r"[./\\]", place)[0] for place in places}
    return {name for top in tops for name in known.get(top, ())} - {"statement-compare", "statement_compare"}


def _texts(library: Distribution) -> Iterable[tuple[str, Path]]:
    for file in library.files or ():
        path = Path(str(library.locate_file(file)))
        is_text = _LICENCE.match(file.name) or ".dist-info/licenses/" in file.as_posix()
        if file.name == "METADATA" or (is_text and path.suffix not in (".py", ".pyc") and path.is_file()):
            # "numpy-2.4.6.dist-info/licenses/numpy/ma/LICENSE" and "onnxruntime/ThirdPartyNotices.txt"
            inner = re.sub(r".*?\.dist-info/(?:licenses/)?|[^/]+/", "", file.as_posix(), count=1)
            yield inner.replace("/", "_"), path


def _debian_packages(sources: Iterable[str]) -> set[str]:
    paths = sorted({each for source in sources for each in (source, str(Path(source).resolve())) if each[:1] == "/"})
    try:
        done = subprocess.run(["dpkg", "-S", *paths], capture_output=True, text=True, check=False)
    except OSError:  # no Debian
        return set()
    return {line.partition(": ")[0].split(",")[0] for line in done.stdout.splitlines() if ": " in line}
