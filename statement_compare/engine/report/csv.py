"""The report as a table for a spreadsheet, one row a link, in which no cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from statement_compare.engine.model import Comparison, Link, Reason, Side, Statement
from statement_compare.engine.report.json import figure
from statement_compare.engine.report.wording import by_gravity, messages, numbers, plain
from statement_compare.engine.unanswered import unanswered

_COLUMNS: Final = (
    "left",
    "right",
    "verdict",
    "confidence",
    "kinds",
    "reason",
    "left_words",
    "right_words",
    "similarity",
    "left_text",
    "right_text",
)

# What a spreadsheet takes for the start of a formula, full-width signs among it: at the start of a cell, and behind a
# semicolon or a tab within one, since a spreadsheet of half the world parts cells there ("closed;=1+1"). Spaces and
# quotation marks before it may be dropped.
_FORMULA: Final = re.compile(r"(^(?=[\t\r])|(?:^|[;\t\r\n])(?=[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20]))")


def render(comparison: Comparison) -> bytes:
    """One row a link, contradictions first, then one for each claim in no link, whose verdict reads `unanswered`."""
    rows = [_link_row(comparison, link) for link in by_gravity(comparison)]
    for side in Side:
        rows.extend(_lone_row(comparison, side, entry.sentence) for entry in unanswered(comparison, side))
    return table(_COLUMNS, rows)


def table(columns: Sequence[str], rows: Iterable[Sequence[str | float]]) -> bytes:
    """UTF-8 with a byte order mark, by which a spreadsheet knows it, comma-separated as in RFC 4180.

    A text cell that starts with = + - @ or a tab gets an apostrophe before it, and so does such a sign behind a
    semicolon, so that nothing in a stranger's statement runs as a formula.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return file.getvalue().encode("utf-8-sig", "backslashreplace")


def _guarded(cell: str) -> str:
    return _FORMULA.sub(r"\1'", cell)


def _link_row(comparison: Comparison, link: Link) -> list[str | float]:
    left, right = comparison.left, comparison.right
    return [
        numbers(Side.LEFT, link.left),
        numbers(Side.RIGHT, link.right),
        link.verdict.value,
        figure(link.confidence),
        " ".join(dict.fromkeys(reason.kind.value for reason in link.reasons)),
        "; ".join(messages(comparison, link)),
        _words(link.reasons, Side.LEFT, left),
        _words(link.reasons, Side.RIGHT, right),
        figure(link.similarity),
        _sentences(left, link.left),
        _sentences(right, link.right),
    ]


def _lone_row(comparison: Comparison, side: Side, i: int) -> list[str | float]:
    is_left = side is Side.LEFT
    number = numbers(side, (i,))
    text = _sentences(comparison.left if is_left else comparison.right, (i,))
    return [
        number if is_left else "",
        "" if is_left else number,
        "unanswered",
        "",
        "",
        "",
        "",
        "",
        "",
        text if is_left else "",
        "" if is_left else text,
    ]


def _words(reasons: Sequence[Reason], side: Side, statement: Statement) -> str:
    spans = [reason.left if side is Side.LEFT else reason.right for reason in reasons]
    return "; ".join(dict.fromkeys(plain(span.of(statement.source.text)) for span in spans if span))


def _sentences(statement: Statement, ids: Sequence[int]) -> str:
    return " ".join(plain(statement.sentences[i].text) for i in ids)
