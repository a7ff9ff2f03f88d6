"""A text in which one sentence was put right: the same sentences, of which those behind it stand elsewhere."""

from __future__ import annotations

from dataclasses import replace

from statement_compare.engine.model import Block, Comparison, Sentence, Side, Span, Statement
from statement_compare.engine.place import PlacedLine
from statement_compare.session.query import statement_of
from statement_compare.session.review import Correction


def with_sentence(statement: Statement, sentence: int, text: str) -> Statement:
    """The statement with another text for one of its sentences; everything else in it stays as it is."""
    place = statement.sentences[sentence].span
    source = statement.source
    grown = len(text) - (place.end - place.start)

    def moved(span: Span) -> Span:
        start = span.start + grown if span.start >= place.end else span.start
        return Span(start, span.end + grown if span.end >= place.end else span.end)

    def again(each: Sentence) -> Sentence:
        span = moved(each.span)
        return replace(each, span=span, text=text) if each.id == sentence else replace(each, span=span)

    first = statement.sentences[sentence].block
    inside = [i for i, block in enumerate(source.blocks) if i > first and place.start < block.span.start < place.end]
    cells = _cells(text, place.start, len(inside) + 1)
    in_row = dict(zip([first, *inside], cells, strict=True)) if inside else {}
    blocks = tuple(Block(block.kind, in_row.get(i) or moved(block.span)) for i, block in enumerate(source.blocks))

    def moved_line(line: PlacedLine) -> PlacedLine:
        """Where a line begins now; what is known of its middle holds up to the sentence that was put right."""
        if line.start >= place.end:
            return line._replace(start=line.start + grown)
        start = min(line.start, place.start + len(text))
        return line._replace(start=start, knots=tuple(k for k in line.knots if line.start + k[0] <= place.start))

    places = tuple(replace(each, lines=tuple(map(moved_line, each.lines))) for each in source.places)
    whole = source.text[: place.start] + text + source.text[place.end :]
    return replace(
        statement,
        source=replace(source, text=whole, blocks=blocks, places=places),
        sentences=tuple(map(again, statement.sentences)),
    )


def _cells(text: str, start: int, count: int) -> list[Span]:
    """The cells of a row that was put right; where their number is another, the first one holds it whole."""
    parts = text.split("\t")
    parts = parts if len(parts) == count else [text]
    spans = []
    for part in parts:
        spans.append(Span(start, start + len(part)))
        start += len(part) + 1
    return [*spans, *[Span(spans[-1].end, spans[-1].end)] * (count - len(spans))]


def with_correction(
    corrections: tuple[Correction, ...], side: Side, sentence: int, former: str, text: str
) -> tuple[Correction, ...]:
    """The corrections with one more; a sentence that is as it was read again has none any more."""
    rest = tuple(each for each in corrections if (each.side, each.sentence) != (side, sentence))
    first = next((each.original for each in corrections if (each.side, each.sentence) == (side, sentence)), former)
    return rest if first.split() == text.split() else (*rest, Correction(side, sentence, first, text))


def held_corrections(corrections: tuple[Correction, ...], comparison: Comparison) -> tuple[Correction, ...]:
    """Those that the texts of a comparison hold: a text that was read anew has none."""
    return tuple(each for each in corrections if _is_held(each, statement_of(comparison, each.side)))


def _is_held(correction: Correction, statement: Statement) -> bool:
    sentences = statement.sentences
    return correction.sentence < len(sentences) and sentences[correction.sentence].text == correction.text
