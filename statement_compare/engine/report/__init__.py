"""Which reports there are, and what writes each of them."""

from __future__ import annotations

from typing import Final

from statement_compare.engine.model import Comparison
from statement_compare.engine.report.text import PLAIN, Page

FORMATS: Final = ("text", "json", "html", "csv", "md")


def render(comparison: Comparison, format: str, *, page: Page = PLAIN) -> bytes:  # noqa: A002 - the option's own name
    """A report as bytes in UTF-8; `page` is the terminal that `text` is laid out for.

    Raises ValueError for a format that is not in `FORMATS`.
    """
    # Each writer is imported when it is asked for, so that a command starts no slower for the others.
    match format:
        case "text":
            from statement_compare.engine.report import text

            return text.render(comparison, page)
        case "json":
            from statement_compare.engine.report import json

            return json.render(comparison)
        case "html":
            from statement_compare.engine.report import html

            return html.render(comparison)
        case "csv":
            from statement_compare.engine.report import csv

            return csv.render(comparison)
        case "md":
            from statement_compare.engine.report import md

            return md.render(comparison)
        case _:
            raise ValueError(f"no report is called {format!r}")
