"""What leaves the program beside a report: quotes, questions to a side, drafts for publishing, marked copies.

Each module takes an `engine.reported.Reported`, as the writers of reports do, and gives text, values or bytes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from statement_compare.engine.report_formats import names_of
from statement_compare.engine.sheets.formats import REPLY_SHEETS

if TYPE_CHECKING:
    from statement_compare.engine.reported import Reported
    from statement_compare.engine.sheets.reply import ReplyChoice


def render_reply(reported: Reported, choice: ReplyChoice, format: str) -> bytes:  # noqa: A002 - the option's own name
    """A sheet of questions as a file. Raises ValueError for a format that is not in `REPLY_SHEETS`."""
    if format not in names_of(REPLY_SHEETS):
        raise ValueError(f"no sheet of questions is called {format!r}")
    # Each writer is imported when it is asked for, so that nobody waits for the others.
    written: bytes = import_module(f"{__name__}.reply_{format}").render(reported, choice)
    return written
