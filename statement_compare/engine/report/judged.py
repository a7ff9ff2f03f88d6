"""Verdicts on a table of pairs, one a row: JSON lines for programs, CSV for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from statement_compare.engine.model import EntailmentPair, Judged
from statement_compare.engine.report import csv, json
from statement_compare.engine.report.wording import plain, reason_message

_COLUMNS: Final = (
    "row",
    "verdict",
    "confidence",
    "kinds",
    "reason",
    "similarity",
    "forward_entailment",
    "forward_neutral",
    "forward_contradiction",
    "backward_entailment",
    "backward_neutral",
    "backward_contradiction",
    "left",
    "right",
)


def render(rows: Sequence[Judged], format: str) -> bytes:  # noqa: A002 - the option's own name
    """One of `JUDGED_TABLES`; "row" counts from 0. Raises ValueError for another format."""
    if format not in _WRITERS:
        raise ValueError(f"verdicts are not written as {format!r}")
    return _WRITERS[format](rows)


def _json_lines(rows: Sequence[Judged]) -> bytes:
    return b"".join(json.dump(_as_data(row, judged)) for row, judged in enumerate(rows))


def _csv(rows: Sequence[Judged]) -> bytes:
    return csv.table(_COLUMNS, (_cells(row, judged) for row, judged in enumerate(rows)))


_WRITERS: Final = {"jsonl": _json_lines, "csv": _csv}


def _as_data(row: int, judged: Judged) -> dict[str, Any]:
    data = {
        "row": row,
        "verdict": judged.link.verdict.value,
        "confidence": json.figure(judged.link.confidence),
        "reasons": json.reasons_data(judged.link.reasons, judged.left, judged.right),
        "similarity": json.figure(judged.link.similarity),
        "entailment": json.entailment_data(judged.link.entailment),
        "leaning": json.figure(judged.link.leaning),
    }
    # Nearly all rows are of models that were measured: only the others say something.
    return data | {"measured": False} if judged.is_measured is False else data


def _cells(row: int, judged: Judged) -> list[str | float]:
    messages = [reason_message(reason, judged.left, judged.right) for reason in judged.link.reasons]
    return [
        row,
        judged.link.verdict.value,
        json.figure(judged.link.confidence),
        " ".join(dict.fromkeys(reason.kind.value for reason in judged.link.reasons)),
        "; ".join(messages),
        json.figure(judged.link.similarity),
        *_probabilities(judged.link.entailment),
        plain(judged.left),
        plain(judged.right),
    ]


def _probabilities(pair: EntailmentPair | None) -> list[str | float]:
    if pair is None:
        return [""] * 6
    return [
        json.figure(value)
        for direction in (pair.forward, pair.backward)
        for value in (direction.entailment, direction.neutral, direction.contradiction)
    ]
