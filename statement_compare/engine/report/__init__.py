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
            from statement_compare.engine.report.text import render as render_text

            return render_text(comparison, page)
        case "json":
            from statement_compare.engine.report.json import render as render_json

            return render_json(comparison)
        case "html":
            from statement_compare.engine.report.html import render as render_html

            return render_html(comparison)
        case "csv":
            from statement_compare.engine.report.csv import render as render_csv

            return render_csv(comparison)
        case "md":
            from statement_compare.engine.report.md import render as render_md

            return render_md(comparison)
        case _:
            raise ValueError(f"no report is called {format!r}")
