"""Links that a person makes: which texts are judged for them, and where the words of the judgement stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from statement_compare.engine.model import Comparison, Link, Side, Span, Statement
from statement_compare.session.query import statement_of
from statement_compare.session.review import Pair


def texts_of(comparison: Comparison, pair: Pair) -> tuple[str, str]:
    """The texts of both sides that are judged, as they stand in the sources, sentences parted by a blank."""
    left, right = (_text(statement_of(comparison, side), ids) for side, ids in zip(Side, pair, strict=True))
    return left, right


def placed(link: Link, comparison: Comparison, pair: Pair) -> Link:
    """A link as it was judged by its texts alone, put between the sentences that the texts are."""
    left, right = comparison.left, comparison.right
    reasons = tuple(
        replace(each, left=_moved(each.left, left, pair[0]), right=_moved(each.right, right, pair[1]))
        for each in link.reasons
    )
    return replace(link, left=pair[0], right=pair[1], reasons=reasons)


def single_pairs(pair: Pair) -> tuple[Pair, ...]:
    """The pairs of single sentences that a link of several is split into, in their order."""
    left, right = pair
    steps = range(max(len(left), len(right)))
    return tuple(((left[min(i, len(left) - 1)],), (right[min(i, len(right) - 1)],)) for i in steps)


def merged(pair: Pair, left: Sequence[int], right: Sequence[int]) -> Pair:
    """A link with more sentences on either side."""
    return tuple(sorted({*pair[0], *left})), tuple(sorted({*pair[1], *right}))


def _text(statement: Statement, ids: Sequence[int]) -> str:
    return " ".join(statement.sentences[i].span.of(statement.source.text) for i in ids)


def _moved(span: Span | None, statement: Statement, ids: Sequence[int]) -> Span | None:
    """Where words of the judged text stand in the source; of words in several sentences apart, those in the first."""
    if span is None:
        return None
    parts = [statement.sentences[i].span for i in ids]
    at = 0
    for part, (here, later) in zip(parts, pairwise([*ids, -1]), strict=True):
        length = part.end - part.start
        if span.start < at + length or later == -1:
            start = part.start + max(span.start - at, 0)
            # What runs into the next sentence does so in the source as well, where that follows.
            is_whole = span.end > at + length and later == here + 1
            end = part.start + span.end - at if span.end <= at + length else part.end
            if is_whole:
                follower = statement.sentences[later].span
                end = min(follower.start + span.end - at - length - 1, follower.end)
            return Span(start, max(end, start))
        at += length + 1
    return None
