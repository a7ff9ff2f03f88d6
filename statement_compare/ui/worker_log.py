"""Where the worker process writes what goes wrong in it, and that nothing else of it is written anywhere."""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from statement_compare.session.faults import described, opened

_STANDARD_ERROR: Final = 2


class WorkerLog:
    """From here on to the end of the process, faults go to a log; one that ends the work is written down as well.

    What a library prints itself goes nowhere: a panic of one quotes the text that it was given, and the window's
    standard error may be the log of this person's session.
    """

    def __init__(self, log: Path) -> None:
        self._log = log

    def __enter__(self) -> None:
        sys.stderr = _opened(self._log)
        faulthandler.enable(sys.stderr)
        threading.excepthook = lambda arguments: write_down(arguments.exc_value)
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, _STANDARD_ERROR)
            os.close(nowhere)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Whoever started the process would print it, words and all.
        if isinstance(error, Exception):
            write_down(error)
            sys.exit(1)


def write_down(error: BaseException | None) -> None:
    if error is not None and sys.stderr is not None:
        sys.stderr.write(described(error))


def _opened(log: Path) -> TextIO:
    """The log, open to the end of the process; where it cannot be written, as in a home that is read-only, it goes
    nowhere: the work does not need it.
    """
    try:
        return opened(log)
    except OSError:
        return Path(os.devnull).open("a", encoding="utf-8", errors="backslashreplace", buffering=1)
