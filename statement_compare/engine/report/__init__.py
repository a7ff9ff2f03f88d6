"""What writes each of the reports."""

from __future__ import annotations

from importlib import import_module

from statement_compare.engine.report import text
from statement_compare.engine.report.text import PLAIN, Page
from statement_compare.engine.report_formats import REPORTS, names_of
from statement_compare.engine.reported import EVERYTHING, ReportChoice, Subject


def render(
    subject: Subject,
    format: str,  # noqa: A002 - the option's own name
    *,
    page: Page = PLAIN,
    choice: ReportChoice = EVERYTHING,
) -> bytes:
    """A report as bytes, in UTF-8 where it is text: of a comparison, or of one with a person's decisions on it.

    `choice` says how much of it; `page` is the terminal that `text` is laid out for. What nobody decided anything of
    reads as the comparison alone does. Raises ValueError for a format that is not in `REPORTS`, StatementCompareError
    where a library that writes it is not there.
    """
    if format not in names_of(REPORTS):
        raise ValueError(f"no report is called {format!r}")
    if format == "text":
        return text.render(subject, page, choice)
    # Each writer is imported when it is asked for, so that a command starts no slower for the others.
    written: bytes = import_module(f"{__name__}.{format}").render(subject, choice)
    return written
