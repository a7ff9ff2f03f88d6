"""Which sentences of two statements speak of the same fact."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from statement_compare.engine.align.score import wording_in_common
from statement_compare.engine.model import Role, Sentence, Statement
from statement_compare.engine.models import Encoder
from statement_compare.engine.progress import SILENT, Progress

__all__ = ["Alignment", "align", "wording_in_common"]

_UNALIGNED = {Role.COURTESY, Role.CONTACT, Role.HEADING}


@dataclass(frozen=True, slots=True)
class Alignment:
    """Sentence ids of both sides that belong together.

    `similarity` is the wording in common, `score` how sure it is that both sides speak of the same fact; 0 to 1 each.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    score: float


def align(
    left: Statement, right: Statement, encoder: Encoder | None, progress: Progress = SILENT
) -> tuple[Alignment, ...]:
    """The alignments of two statements in the order of the left one; a sentence stands in at most one of them."""
    rows, columns = _candidates(left), _candidates(right)
    if not rows or not columns:
        return ()
    progress.report("align", 0, 1)
    a, b = [s.text for s in rows], [s.text for s in columns]
    scores = process.cdist(a, b, scorer=fuzz.token_set_ratio, dtype=np.float32) / 100.0
    if encoder is not None and encoder.covers(left.language) and encoder.covers(right.language):
        scores = (scores + encoder.encode(a) @ encoder.encode(b).T) / 2
    found = []
    order = sorted((-float(scores[i, j]), i, j) for i, j in np.argwhere(scores > 0.5))
    used_rows: set[int] = set()
    used_columns: set[int] = set()
    for minus_score, i, j in order:
        if i in used_rows or j in used_columns:
            continue
        used_rows.add(i)
        used_columns.add(j)
        similarity = wording_in_common(a[i], b[j])
        found.append(Alignment((rows[i].id,), (columns[j].id,), similarity, min(1.0, -minus_score)))
    progress.report("align", 1, 1)
    return tuple(sorted(found, key=lambda alignment: (alignment.left, alignment.right)))


def _candidates(statement: Statement) -> list[Sentence]:
    return [s for s in statement.sentences if s.role not in _UNALIGNED and s.text.strip()]
