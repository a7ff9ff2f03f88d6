"""How a document is cut into sentences: block by block, with spans that point into the text as read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statement_compare.engine.model import Block, BlockKind, Sentence, Source, Span, Statement
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.text.boundaries import sentence_ends
from statement_compare.engine.text.graphemes import is_border
from statement_compare.engine.text.grid import blocks_above, grids, is_title, rows_as_sentences
from statement_compare.engine.text.language import guess
from statement_compare.engine.text.roles import ends_document, is_bare_date, is_dateline, is_question, role_of

_BLOCKS_A_REPORT = 64
# A blank line ends a sentence even where a reader made one block of two paragraphs.
_BLANK_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)(?:[^\S\r\n]*(?:\r\n|\r(?!\n)|\n))+")
_LONGEST_DATELINE = 60
_LINE = re.compile(r"[^\r\n]+")


def segment(
    source: Source, language: str = "", *, sentences_per_line: bool = False, progress: Progress = SILENT
) -> Statement:
    """Cut `source` into sentences; `language` is ISO 639-1, "" to have it guessed.

    No sentence runs over a block's border or a blank line; a single line break inside a block is no border. The row of
    a table is one sentence over its cells, with the block of the first, unless its cells hold running text. The names
    of its columns and the title above it are headings.
    With `sentences_per_line` each line that is not blank is one sentence. `progress` is told block by block, which is
    also where the work can be stopped. Spans are code points of `source.text`.
    """
    language = language or guess(source.text)
    sentences: list[Sentence] = []
    is_behind_end = False
    tables = () if sentences_per_line else grids(source)
    rows = rows_as_sentences(tables, lambda text: len(sentence_ends(text, language)))
    above = blocks_above(source, tables, rows)
    inside_row = -1
    for index, block in enumerate(source.blocks):
        if index % _BLOCKS_A_REPORT == 0:
            progress.report("segment", index, len(source.blocks))
        if index <= inside_row:
            continue
        spans, kind = _spans(source.text, block, language, sentences_per_line), block.kind
        if index in rows:
            row, names_columns = rows[index]
            inside_row = row.last
            spans, kind = iter((row.span,)), BlockKind.HEADING if names_columns else kind
        for span in spans:
            text = span.of(source.text)
            names_table = index in above and span.end >= block.span.end and is_title(text)
            of_kind = BlockKind.HEADING if names_table else kind
            role = role_of(text, language, of_kind, is_behind_end=is_behind_end)
            sentences.append(Sentence(len(sentences), span, text, role, index))
            is_behind_end = is_behind_end or ends_document(text, language)
    return Statement(source, language, tuple(sentences))


def _spans(text: str, block: Block, language: str, sentences_per_line: bool) -> Iterator[Span]:
    if sentences_per_line:
        for line in _LINE.finditer(text, block.span.start, block.span.end):
            span = _trimmed(text, *line.span())
            if span is not None:
                yield span
        return
    for start, end in _paragraphs(text, block.span):
        begin = start
        paragraph = text[start:end]
        for stop in _with_answers(paragraph, _behind_dateline(paragraph, sentence_ends(paragraph, language))):
            span = _trimmed(text, begin, start + stop)
            if span is not None:
                yield span
            begin = start + stop


def _behind_dateline(paragraph: str, stops: Sequence[int]) -> Sequence[int]:
    """The ends of sentences, without the stop between the place and the day of a dateline: "Tarbek. 19 March. ..."."""
    is_cut = len(stops) > 1 and stops[1] <= _LONGEST_DATELINE and is_dateline(paragraph[: stops[1]])
    return stops[1:] if is_cut else stops


def _with_answers(paragraph: str, stops: Sequence[int]) -> Sequence[int]:
    """The ends of sentences, without the one between a question and the day that is its answer.

    "When did it close? 5 May 2024." is a claim, and the day alone would be held against the answer to any question.
    """
    found, begin = [], 0
    for place, stop in enumerate(stops):
        behind = paragraph[stop : stops[place + 1]] if place + 1 < len(stops) else ""
        if not (behind and is_question(paragraph[begin:stop]) and is_bare_date(behind.strip())):
            found.append(stop)
        begin = stop
    return found


def _paragraphs(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    for gap in _BLANK_LINE.finditer(text, span.start, span.end):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if span.end > start:
        yield start, span.end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None where nothing is left.

    White space on which a mark stands is one character with it, and stays.
    """
    begin = start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start > begin and not is_border(text, start):
        start -= 1
    return Span(start, end) if end > start else None
