"""What is written down of a fault of the program: where it happened and of which kind, and no word of any statement."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TextIO

from statement_compare.session.folders import make_private

# Errors whose words are the interpreter's own and name code. All others may quote what the program was working on
# ("invalid literal for int(): ..."), and a log is sent to others more readily than a statement is.
_SPEAKS_OF_CODE: Final = (
    AttributeError,
    NameError,
    UnboundLocalError,
    ImportError,
    ModuleNotFoundError,
    IndexError,
    ZeroDivisionError,
    RecursionError,
    NotImplementedError,
)


def described(error: BaseException) -> str:
    """The traceback of an error and of those that it came from, without words that may quote a text or name a file."""
    return "".join(_lines(error, set()))


def _lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _lines(before, seen)
        yield "\nFrom this came:\n\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_list(traceback.extract_tb(error.__traceback__))
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}{_words(error)}\n".removeprefix("builtins.")
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            if id(each) not in seen:
                yield from _lines(each, seen)


def _words(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f": [Errno {error.errno}] {error.strerror}" if isinstance(error.errno, int) else ""
    words = str(error)
    if not words:
        return ""
    if type(error) in _SPEAKS_OF_CODE:
        return f": {words}"
    return f" (its {len(words)} characters of text are left out: they may quote a statement)"


def log_fault(path: Path, error: BaseException) -> None:
    """Add a fault that nobody foresaw to a log. Raises OSError."""
    with opened(path) as log:
        log.write(f"{datetime.now(UTC).isoformat()}\n{described(error)}\n")


def opened(path: Path) -> TextIO:
    """A log to write on to, which nobody else can read; its folder is made. Raises OSError."""
    make_private(path.parent)
    # A Path takes no opener, by which alone a file is nobody else's from its first moment.
    return open(path, "a", encoding="utf-8", errors="backslashreplace", buffering=1, opener=_private)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
