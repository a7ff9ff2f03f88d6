"""Work for the worker process that needs no engine; it is found by name in a fresh process, so it is a module."""

from __future__ import annotations

import os
import sys
import time

from statement_compare.engine.progress import Progress
from statement_compare.errors import UnreadableFileError
from statement_compare.ui.worker import Perform, Tell


def prepare() -> Perform:
    """Requests are pairs of a verb and a value."""
    return _perform


def prepare_nothing() -> Perform:
    sys.exit(3)


def _perform(request: object, progress: Progress, tell: Tell) -> object:
    assert isinstance(request, tuple)
    verb, value = request
    match verb:
        case "echo":
            return value
        case "where":
            return os.getpid()
        case "without Qt":
            return not any(name.startswith("PySide6") for name in sys.modules)
        case "count":
            for number in range(value):
                progress.report("count", number, value)
                time.sleep(0.02)
            return "counted"
        case "tell":
            for part in value[:-1]:
                tell(part)
            return value[-1]
        case "refuse":
            raise UnreadableFileError("file_missing", f"{value} does not exist.", path=value)
        case "die":
            os._exit(1)
        case "break":
            raise RuntimeError("an unforeseen fault")
        case "panic":
            raise type("PanicException", (BaseException,), {})("a library failed")
        case "be deaf":
            time.sleep(value)
            return "woke up"
    raise ValueError(verb)
