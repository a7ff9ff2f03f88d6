"""How the process of the worker comes into being; without Qt, so that it can start while Qt is still being loaded."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from statement_compare.ui.worker import Perform, WarmUp, engine, serve
from statement_compare.ui.worker_messages import Asked

_FAREWELL_S = 2.0
_NOBODYS_TICKET = 0  # who asks counts from 1


class WorkerProcess:
    """A worker that has been started, and this end of the pipe to it."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self.connection = connection
        self._process = process
        self._is_ended = False

    def is_alive(self) -> bool:
        return not self._is_ended and self._process.is_alive()

    def end(self, patience_s: float) -> None:
        """Wait until the process is gone, which was told to leave or whose pipe is closed; it is killed after that."""
        if self._is_ended:
            return
        self._is_ended = True
        self._process.join(patience_s)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()

    def end_unless_taken(self) -> None:
        """End it where nobody has asked it for anything, and ended it, meanwhile."""
        if not self._is_ended:
            self.connection.close()
            self.end(_FAREWELL_S)


def begin(log: Path, prepare: Callable[[], Perform] = engine) -> WorkerProcess:
    """Start a worker, which takes requests once it has said `Ready`; OSError where no process can be started."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, log, prepare), name="compare")
    try:
        process.start()
    except OSError:
        ours.close()
        raise
    finally:
        theirs.close()
    return WorkerProcess(process, ours)


def begin_ahead(log: Path) -> WorkerProcess | None:
    """A worker that gets ready beside the window; None where that would only slow the window down, or cannot be."""
    if (os.cpu_count() or 1) < 2:
        return None
    try:
        worker = begin(log)
    except OSError:
        return None  # it is tried again, and told of, when there is work to do
    with suppress(OSError):  # where it has ended already, whoever takes it finds that out
        worker.connection.send(Asked(_NOBODYS_TICKET, WarmUp()))
    return worker
