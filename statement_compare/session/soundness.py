"""What must hold within a comparison and an edit, so that whoever shows them need not look: ids, spans, shares."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from statement_compare.engine.model import (
    BlockKind,
    Comparison,
    EntailmentPair,
    Link,
    Sentence,
    Side,
    Source,
    Span,
    Statement,
)
from statement_compare.session.edits import Compared, Edit, Relink, Stamp
from statement_compare.session.review import Correction, Review, pair_of


class UnsoundError(ValueError):
    """A value contradicts itself; the text says how."""


def check_source(source: Source) -> None:
    """Blocks lie in the text, in order, and do not overlap."""
    _at_once(checking_source(source))


def check_statement(statement: Statement) -> None:
    """Sentences count from 0, lie in their blocks, in order, and are what the text says there."""
    _at_once(_checking_statement(statement))


def checking_source(source: Source) -> Iterator[None]:
    """As `check_source`, a block a step."""
    return _in_order((block.span for block in source.blocks), len(source.text), "block")


def _checking_statement(statement: Statement) -> Iterator[None]:
    source = statement.source
    yield from checking_source(source)
    yield from _in_order((each.span for each in statement.sentences), len(source.text), "sentence")
    for number, sentence in enumerate(statement.sentences):
        if sentence.id != number:
            raise UnsoundError(f"sentence {number} calls itself {sentence.id}")
        if not 0 <= sentence.block < len(source.blocks):
            raise UnsoundError(f"sentence {number} is in no block")
        block = source.blocks[sentence.block].span
        if not block.start <= sentence.span.start <= sentence.span.end <= _end(source, sentence):
            raise UnsoundError(f"sentence {number} runs over its block")
        if sentence.span.of(source.text) != sentence.text:
            raise UnsoundError(f"sentence {number} is not what the text says there")
        yield


def _end(source: Source, sentence: Sentence) -> int:
    """Where a sentence ends at the latest: with its block, or with the last cell of the row that it is."""
    end = source.blocks[sentence.block].span.end
    for index in range(sentence.block, len(source.blocks)):
        block = source.blocks[index]
        if block.kind is not BlockKind.TABLE_CELL or block.span.start >= sentence.span.end:
            break
        end = max(end, block.span.end)
    return end


def check_comparison(comparison: Comparison) -> None:
    """Everything that a comparison says is of sentences that there are, in words that there are."""
    _at_once(checking(comparison))


def checking(comparison: Comparison) -> Iterator[None]:
    """As `check_comparison`, a sentence or a link a step."""
    for statement in (comparison.left, comparison.right):
        yield from _checking_statement(statement)
    yield from _checking_links(comparison.links, comparison)
    for side, lone in ((Side.LEFT, comparison.only_left), (Side.RIGHT, comparison.only_right)):
        _check_ids(lone, _statement(comparison, side))
    for near in comparison.nearest:
        _check_ids((near.sentence,), _statement(comparison, near.side))
        _check_ids((near.other,), _statement(comparison, _other(near.side)))
        _check_shares((near.chance,))
    for denial in comparison.denials:
        _check_ids((denial.sentence,), _statement(comparison, denial.side))
        _check_ids(denial.charges, _statement(comparison, _other(denial.side)))


def check_edit(edit: Edit, review: Review) -> None:
    """What an edit brings along is sound; `edits.applied` finds whether it names what is there."""
    match edit:
        case Relink(_, added):
            _at_once(_checking_links(added, review.proposed))
        case Compared(comparison, corrections):
            check_comparison(comparison)
            check_corrections(corrections, comparison)


def check_corrections(corrections: Iterable[Correction], comparison: Comparison) -> None:
    for each in corrections:
        _check_ids((each.sentence,), _statement(comparison, each.side))


def check_stamp(stamp: Stamp) -> None:
    """`at` is a time, or empty."""
    try:
        if stamp.at:
            datetime.fromisoformat(stamp.at)
    except ValueError as error:
        raise UnsoundError(f"{stamp.at[:40]!r} is no time") from error


def _checking_links(links: Sequence[Link], comparison: Comparison) -> Iterator[None]:
    if len({pair_of(link) for link in links}) != len(links):
        raise UnsoundError("the same sentences are linked twice")
    for link in links:
        for ids, statement in ((link.left, comparison.left), (link.right, comparison.right)):
            if not ids:
                raise UnsoundError("a link has one side only")
            _check_ids(ids, statement)
        _check_shares((link.similarity, link.confidence, link.leaning))
        if link.entailment is not None:
            _check_shares(_figures(link.entailment))
        for reason in link.reasons:
            for span, statement in ((reason.left, comparison.left), (reason.right, comparison.right)):
                if span is not None and not 0 <= span.start <= span.end <= len(statement.source.text):
                    raise UnsoundError("the words of a reason lie outside of the text")
        yield


def _check_ids(ids: Sequence[int], statement: Statement) -> None:
    """Ids of sentences that there are, each once, in reading order."""
    if any(not 0 <= each < len(statement.sentences) for each in ids):
        raise UnsoundError("a sentence is named that is not there")
    if any(first >= second for first, second in pairwise(ids)):
        raise UnsoundError("sentences are named out of order, or twice")


def _check_shares(shares: Iterable[float]) -> None:
    if not all(math.isfinite(share) and 0 <= share <= 1 for share in shares):
        raise UnsoundError("a share is not between 0 and 1")


def _figures(pair: EntailmentPair) -> Iterable[float]:
    for each in (pair.forward, pair.backward):
        yield from (each.entailment, each.neutral, each.contradiction)


def _in_order(spans: Iterable[Span], length: int, what: str) -> Iterator[None]:
    end = 0
    for span in spans:
        if not end <= span.start <= span.end <= length:
            raise UnsoundError(f"a {what} lies outside of the text, or over the one before it")
        end = span.end
        yield


def _at_once(steps: Iterator[None]) -> None:
    deque(steps, maxlen=0)


def _statement(comparison: Comparison, side: Side) -> Statement:
    return comparison.left if side is Side.LEFT else comparison.right


def _other(side: Side) -> Side:
    return Side.RIGHT if side is Side.LEFT else Side.LEFT
