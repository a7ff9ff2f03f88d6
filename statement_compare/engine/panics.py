"""What a library in Rust does when it fails itself: it panics, which is no Exception, and prints lines of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_STANDARD_ERROR = 2


def is_panic(error: BaseException) -> bool:
    """Whether an error is a panic. pyo3 derives it from BaseException, and no module offers the class by a name."""
    return type(error).__name__ == "PanicException" and not isinstance(error, Exception)


@contextmanager
def unheard() -> Iterator[None]:
    """Keep what a panic prints from standard error: the library writes there itself, past `sys.stderr`.

    For a short call whose panic is answered by the caller; what other threads print meanwhile is lost as well.
    """
    try:
        kept = os.dup(_STANDARD_ERROR)
    except OSError:  # standard error is closed: there is nothing to keep it from
        yield
        return
    try:
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            try:
                os.dup2(nowhere, _STANDARD_ERROR)
            finally:
                os.close(nowhere)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR, inheritable=True)
        os.close(kept)
