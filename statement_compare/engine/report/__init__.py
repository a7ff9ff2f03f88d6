"""What writes each of the reports."""

from __future__ import annotations

from importlib import import_module

from statement_compare.engine.model import Comparison
from statement_compare.engine.report import text
from statement_compare.engine.report.text import PLAIN, Page
from statement_compare.engine.report_formats import REPORTS, names_of


def render(comparison: Comparison, format: str, *, page: Page = PLAIN) -> bytes:  # noqa: A002 - the option's own name
    """A report as bytes in UTF-8; `page` is the terminal that `text` is laid out for.

    Raises ValueError for a format that is not in `REPORTS`.
    """
    if format not in names_of(REPORTS):
        raise ValueError(f"no report is called {format!r}")
    if format == "text":
        return text.render(comparison, page)
    # Each writer is imported when it is asked for, so that a command starts no slower for the others.
    written: bytes = import_module(f"{__name__}.{format}").render(comparison)
    return written
