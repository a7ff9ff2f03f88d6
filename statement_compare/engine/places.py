"""Where a sentence stands in its original: the pages and lines, or the paragraph or cell, that hold a span."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from statement_compare.engine.model import Source, Span
from statement_compare.engine.place import NOWHERE, Box, Place, PlacedLine

_WITHOUT_PLACES = frozenset({"", "txt"})


def place_of(source: Source, span: Span) -> tuple[Place, ...]:
    """The places of a span that lies within one block, or is a row of cells; none where nothing is known.

    One place a page, in order, with those lines alone that hold characters of the span: the box of a line reaches only
    as far as they do, where that is known. Elsewhere the one place of the block; a whole row has no column.
    """
    if not source.places:
        return ()
    index = bisect_right(source.blocks, span.start, key=lambda block: block.span.start) - 1
    if not 0 <= index < len(source.places) or source.places[index] == NOWHERE:
        return ()
    place = source.places[index]
    if not place.lines:
        is_row = place.column and span.end > source.blocks[index].span.end
        return (replace(place, column=0) if is_row else place,)
    lines: list[PlacedLine] = []
    while index < len(source.blocks) and source.blocks[index].span.start < span.end:
        lines += _lines(source.places[index].lines, source.blocks[index].span.end, span)
        index += 1
    return tuple(
        replace(place, page=page, lines=tuple(found)) for page, found in groupby(lines, key=lambda line: line.page)
    )


def shown_place(source: Source, span: Span) -> tuple[Place, ...]:
    """What a person is told of a span's place: nothing for plain text, whose lines she has before her."""
    return () if source.format in _WITHOUT_PLACES else place_of(source, span)


def _lines(lines: tuple[PlacedLine, ...], end: int, span: Span) -> Iterator[PlacedLine]:
    """The lines of a block, which ends at `end`, that hold characters of a span, cut to these."""
    begin = max(bisect_right(lines, span.start, key=lambda line: line.start) - 1, 0)
    for index in range(begin, len(lines)):
        line = lines[index]
        if line.start >= span.end:
            return
        stop = lines[index + 1].start if index + 1 < len(lines) else end
        first, last = max(line.start, span.start), min(stop, span.end)
        if first < last:
            yield line._replace(start=first, box=_cut(line, stop, first, last))


def _cut(line: PlacedLine, stop: int, first: int, last: int) -> Box:
    """The box of the characters from `first` to `last` of a line that ends at `stop`.

    Between two known offsets all characters are taken to be equally wide.
    """
    box = line.box
    if not line.knots:
        return box
    known = [(line.start, box.left), *line.knots, (stop, box.right)]
    edges = sorted(box.left if at <= line.start else _reach(known, at) for at in (first, last))
    return box._replace(left=edges[0], right=edges[1])


def _reach(known: list[tuple[int, float]], at: int) -> float:
    """How far from the left an offset is, between the nearest two that are known."""
    for (before, left), (after, right) in pairwise(known):
        if at <= after:
            share = (at - before) / (after - before) if after > before else 1.0
            return round(left + share * (right - left), 1)
    return known[-1][1]
