"""A text that has been read but not yet cut into sentences, as a statement that can be shown at once."""

from __future__ import annotations

from collections.abc import Iterator

from statement_compare.engine.model import Role, Sentence, Source, Span, Statement

_LONGEST_PIECE = 2000


def unread_statement(source: Source) -> Statement:
    """One piece a block, long blocks in several; its "sentences" are for showing only."""
    pieces = [(index, span) for index, block in enumerate(source.blocks) for span in _pieces(source.text, block.span)]
    return Statement(
        source,
        "",
        tuple(
            Sentence(number, span, span.of(source.text), Role.CLAIM, block)
            for number, (block, span) in enumerate(pieces)
        ),
    )


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > _LONGEST_PIECE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_PIECE)
        cut = start + _LONGEST_PIECE if cut < 0 else cut + 1
        yield Span(start, cut)
        start = cut
    if start < span.end:
        yield Span(start, span.end)
