"""Where a searched text stands in both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from statement_compare.engine.model import Side, Span, Statement


@dataclass(frozen=True, slots=True)
class Hit:
    side: Side
    span: Span


def hits_in(statement: Statement | None, side: Side, query: str) -> tuple[Hit, ...]:
    """Every place of `query` in the sentences of a side, in reading order; case and kind of blank do not matter."""
    parts = [re.escape(part) for part in query.split()]
    if statement is None or not parts:
        return ()
    pattern = re.compile(r"\s+".join(parts), re.IGNORECASE)
    text = statement.source.text
    return tuple(
        Hit(side, Span(match.start(), match.end()))
        for sentence in statement.sentences
        for match in pattern.finditer(text, sentence.span.start, sentence.span.end)
    )
