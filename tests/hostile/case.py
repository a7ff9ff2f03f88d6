"""What a hostile input is: how it is made, what must come of it, and how much time and memory that may take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Reads:
    """The input is read; `words` stand in its text, which is all of it where `is_all`."""

    words: str = ""
    is_all: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The input is refused in one line, with one of these keys."""

    keys: tuple[str, ...]


Expected = Reads | Refused | tuple[Reads, Refused]


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile input. `make` lays it into a folder and returns its path.

    `seconds` of processor time and `megabytes` of memory are those of the process that opens it and of its children:
    several times what is needed, so that a slow machine passes and what grows with the square does not.
    """

    name: str
    make: Callable[[Path], Path | str]
    expected: Expected
    seconds: float = 20.0
    megabytes: int = 300


def refused(*keys: str) -> Refused:
    return Refused(keys)


def either(words: str, *keys: str) -> tuple[Reads, Refused]:
    """Read or refused, as versions of libraries differ in it: but nothing else."""
    return Reads(words), Refused(keys)


def file_case(
    name: str,
    file_name: str,
    content: Callable[[], bytes],
    expected: Expected,
    *,
    seconds: float = 20.0,
    megabytes: int = 300,
) -> Case:
    """An ordinary file of that name; `content` is made when the test runs."""

    def make(folder: Path) -> Path:
        path = folder / file_name
        path.write_bytes(content())
        return path

    return Case(name, make, expected, seconds, megabytes)
