"""Which function reads a format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from statement_compare.engine.readers.extract import Extract, Request
from statement_compare.engine.readers.formats import Format


def reader_of(file_format: Format) -> Callable[[bytes, Request], Extract]:
    """The reader of a format; its module is loaded when it is asked for, so that a child process has one alone."""
    module = import_module(f"statement_compare.engine.readers.{file_format.reading.module}")
    read: Callable[[bytes, Request], Extract] = module.read
    return read
