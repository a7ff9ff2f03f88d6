"""What writes each of the reports."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from statement_compare.engine.report_formats import REPORTS, names_of
from statement_compare.engine.reported import EVERYTHING, ReportChoice, Subject

if TYPE_CHECKING:
    from statement_compare.engine.report.text import Page


def render(
    subject: Subject,
    format: str,  # noqa: A002 - the option's own name
    *,
    page: Page | None = None,
    choice: ReportChoice = EVERYTHING,
) -> bytes:
    """A report as bytes, in UTF-8 where it is text: of a comparison, or of one with a person's decisions on it.

    `choice` says how much of it; `page` is the terminal that `text` is laid out for, if it is for one. What nobody
    decided anything of reads as the comparison alone does. Raises ValueError for a format that is not in `REPORTS`,
    StatementCompareError where a library that writes it is not there.
    """
    if format not in names_of(REPORTS):
        raise ValueError(f"no report is called {format!r}")
    if format == "text":
        from statement_compare.engine.report import text

        return text.render(subject, page or text.PLAIN, choice)
    # Each writer is imported when it is asked for, so that a command starts no slower for the others.
    written: bytes = import_module(f"{__name__}.{format}").render(subject, choice)
    return written
