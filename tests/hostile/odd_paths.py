"""Paths that lead to no ordinary file, in circles or nowhere, and names that no person would give."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from case import Case, Expected, Reads, either, refused
from packages import SENTENCE

NAMES: dict[str, str] = {
    "a break of line": "a\nb.txt",
    "a return": "a\rb.txt",
    "an escape": "a\x1b[31mb\x07.txt",
    "a leading dash": "-rf.txt",
    "two leading dashes": "--help.txt",
    "spaces at both ends": "  a .txt",
    "a quotation mark": "a'\"`b.txt",
    "a template": "{name} %s ${x} {{7*7}}.txt",
    "markup": "<b>&lt;a.txt",
    "an emoji": "👩\u200d👧 🏴.txt",
    "combined marks": "e\u0301\u0301\u0301.txt",
    "a direction turned": "annex\u202etxt.fdp.txt",
    "no width": "a\u200b\u2060\ufeff.txt",
    "bytes that are no UTF-8": "a\udcff\udcfe\udc80.txt",
    "255 bytes": "x" * 251 + ".txt",
    "255 bytes of four-byte characters": "🏠" * 62 + "x.txt"[1:],
    "only a dot and a suffix": ".txt",
    "a device of another system": "CON.txt",
    "a name that is an address": "http:..a.example.txt",
    "a name that is a pattern": "*[a-z]?.txt",
}


def _named(name: str) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        path = os.path.join(os.fspath(folder), name)  # noqa: PTH118 - a name is kept as it is
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(SENTENCE)
        return path

    return make


def _fifo(folder: Path) -> Path:
    path = folder / "pipe.txt"
    os.mkfifo(path)
    return path


def _socket(folder: Path) -> Path:
    path = folder / "s.txt"
    before = Path.cwd()
    os.chdir(folder)  # the name of a socket may have a hundred bytes
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.chdir(before)
    return path


def _terminal(_: Path) -> str:
    near, far = os.openpty()
    _OPEN.extend((near, far))
    return os.ttyname(far)


# Terminals stay while somebody has them open.
_OPEN: list[int] = []


def _circle(folder: Path) -> Path:
    (folder / "a.txt").symlink_to(folder / "b.txt")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    return folder / "a.txt"


def _dangling(folder: Path) -> Path:
    (folder / "a.txt").symlink_to(folder / "gone.txt")
    return folder / "a.txt"


def _through_links(folder: Path) -> Path:
    """A link to a link and so on, as many as a system follows, to a text."""
    path = folder / "text.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    for number in range(30):
        (folder / f"{number}.txt").symlink_to(path)
        path = folder / f"{number}.txt"
    return path


def _link_to(target: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / "a.txt").symlink_to(target)
        return folder / "a.txt"

    return make


def _folder(folder: Path) -> Path:
    (folder / "a.docx").mkdir()
    return folder / "a.docx"


def _behind_a_file(folder: Path) -> Path:
    (folder / "a.txt").write_text(SENTENCE, encoding="utf-8")
    return folder / "a.txt" / "b.txt"


_SPECIAL = refused("file_special")
_ODD: dict[str, tuple[Callable[[Path], Path | str], Expected]] = {
    "a pipe that nobody writes to": (_fifo, _SPECIAL),
    "a socket": (_socket, _SPECIAL),
    "a terminal": (_terminal, _SPECIAL),
    "a device without end": (lambda _: "/dev/zero", _SPECIAL),
    "a device of chance": (lambda _: "/dev/urandom", _SPECIAL),
    "a device that is full": (lambda _: "/dev/full", _SPECIAL),
    "a device of nothing": (lambda _: "/dev/null", _SPECIAL),
    "a link to a device": (_link_to("/dev/zero"), _SPECIAL),
    "a link to a folder": (_link_to("/"), refused("file_is_folder")),
    "links in a circle": (_circle, refused("file_unavailable")),
    "a link to nothing": (_dangling, refused("file_missing")),
    "links behind each other": (_through_links, Reads(SENTENCE)),
    "a folder with a file's name": (_folder, refused("file_is_folder")),
    "a name behind a file": (_behind_a_file, refused("file_unavailable", "file_missing")),
    "a name of nothing": (lambda _: "", refused("file_missing")),
    "a name with a null": (lambda _: "a\0b.txt", refused("file_unavailable")),
    "a name longer than any": (lambda _: "x" * 100_000, refused("file_unavailable")),
    "a way longer than any": (lambda _: "x/" * 100_000, refused("file_unavailable")),
    "the memory of a process": (lambda _: "/proc/self/mem", refused("file_unavailable", "file_missing")),
    "a file without a size": (lambda _: "/proc/self/status", either("Name:", "file_missing")),
}

CASES: tuple[Case, ...] = (
    *(Case(name, make, expected) for name, (make, expected) in _ODD.items()),
    *(Case(f"a file's name with {name}", _named(given), Reads(SENTENCE, is_all=True)) for name, given in NAMES.items()),
)
