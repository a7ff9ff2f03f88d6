"""Cuts the data of Unicode's library that Qt brings along (ICU, 32 MB) down to what Qt asks of it.

    python packaging/icu_data.py dist/statement-compare/_internal/PySide6/Qt/lib/libicudata.so.73

Qt is linked with ICU to sort and to change case, has its own tables for all else, and asks for no names of currencies,
units, regions and time zones. The data are a table of contents with a name and a place for each item, sorted by name;
what remains is the same table with fewer items, made a library again by `objcopy` and `ld`. Without these two, or with
data in another form, the library stays as it is.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

# Folders of the data, encodings, what each language says of dates and numbers, names of letters. How each sorts stays.
LEFT_OUT = re.compile(
    r"[^/]+/(?:brkitr|curr|lang|rbnf|region|translit|unit|zone)/.*|.*\.(?:cnv|cfu|spp)"
    r"|[^/]+/(?!res_index\.)[a-z]{2,3}(?:_[A-Za-z0-9]+)*\.res|[^/]+/unames\.icu"
)
_KIND = b"CmnD"
_ALIGNED = 16


def cut(data: bytes) -> bytes:
    """The data without what is left out. ValueError where they are of another form."""
    header = struct.unpack_from("<H", data)[0]
    if data[2:4] != b"\xda\x27" or data[12:16] != _KIND:
        raise ValueError("no table of contents of ICU")
    body = data[header:]
    (count,) = struct.unpack_from("<I", body)
    places = [struct.unpack_from("<II", body, 4 + 8 * i) for i in range(count)]
    names = [body[start : body.index(b"\0", start)] for start, _ in places]
    ends = [start for _, start in places[1:]] + [len(body)]
    kept = [
        (name, body[start:end])
        for name, (_, start), end in zip(names, places, ends, strict=True)
        if not LEFT_OUT.fullmatch(name.decode())
    ]
    at = 4 + 8 * len(kept)
    said = b""
    table = struct.pack("<I", len(kept))
    items = b""
    first = _up(at + sum(len(name) + 1 for name, _ in kept))
    for name, item in kept:
        table += struct.pack("<II", at + len(said), first + len(items))
        said += name + b"\0"
        items += item + bytes(-len(item) % _ALIGNED)
    return data[:header] + (table + said).ljust(first, b"\0") + items


def _up(number: int) -> int:
    return -(-number // _ALIGNED) * _ALIGNED


def library_of(data: bytes, soname: str, symbol: str, target: Path) -> None:
    """Write a shared library that holds nothing but these data, under one name. CalledProcessError where that fails."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "data").write_bytes(data)
        subprocess.run(["ld", "-r", "-b", "binary", "-o", "whole.o", "data"], cwd=folder, check=True)
        renamed = ["--redefine-sym", f"_binary_data_start={symbol}", "--strip-symbol", "_binary_data_end"]
        section = ["--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"]
        aligned = ["--set-section-alignment", f".data={_ALIGNED}"]
        subprocess.run(["objcopy", *renamed, *section, *aligned, "whole.o", "named.o"], cwd=folder, check=True)
        linked = ["-shared", "--strip-all", "-z", "noexecstack", "-soname", soname, "-o", "made.so", "named.o"]
        subprocess.run(["ld", *linked], cwd=folder, check=True)
        shutil.copy(Path(folder, "made.so"), target)


def main(library: Path) -> None:
    if shutil.which("ld") is None or shutil.which("objcopy") is None:
        return
    told = subprocess.run(
        ["readelf", "--wide", "--dyn-syms", library], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"^\s*\d+: ([0-9a-f]{16}) .* (icudt\d+_dat)$", told, re.MULTILINE)
    content = library.read_bytes()
    if found is None:
        return
    # The data begin where the symbol points to, which in this library is at the same place in the file.
    try:
        short = cut(content[int(found[1], 16) :])
    except (ValueError, struct.error, IndexError):
        return
    library_of(short, library.name, found[2], library)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
