"""Which packages of Debian the folder that `make package` builds needs beside it, as a line for `Depends:`.

    python packaging/needs_of_system.py dist/statement-compare

They are those that hold a library which something in the folder is linked with and which is not in the folder itself,
and the oldest C library that knows all that is asked of it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path


def main(folder: Path) -> None:
    code = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and _is_code(path)]
    inside = {path.name for path in folder.rglob("*.so*")} | {path.name for path in code}
    told = subprocess.run(["objdump", "-p", *map(str, code)], capture_output=True, text=True, check=True).stdout
    missing = sorted(set(re.findall(r"NEEDED\s+(\S+)", told)) - inside)
    known = subprocess.run(["ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    places = [found[1] for name in missing if (found := re.search(rf"^\s*{re.escape(name)} .*=> (\S+)", known, re.M))]
    versions = {tuple(map(int, each.split("."))) for each in re.findall(r"GLIBC_([\d.]+)", told)}
    oldest = ".".join(map(str, max(versions)))
    packages = {_package(place) for place in places} - {"", "libc6"}
    print(", ".join([f"libc6 (>= {oldest})", *sorted(packages)]))


def _is_code(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _package(library: str) -> str:
    for path in (library, str(Path(library).resolve())):
        done = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
