"""One side as a Word file: its text as it was read, findings marked in it, with what is said of each as a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from docx.document import Document as Written
from docx.enum.text import WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from statement_compare.engine.colours import THEMES
from statement_compare.engine.model import BlockKind, Sentence, Side, Source, Span, Statement, Verdict
from statement_compare.engine.report import provenance, wording
from statement_compare.engine.report.docx_document import Body, saved
from statement_compare.engine.report.marked import joined, statement_of, words_of
from statement_compare.engine.reported import ReportChoice, Reported, report_of
from statement_compare.engine.sheets.docx_comments import Comments
from statement_compare.engine.sheets.docx_file import direct, new_document, number_pages, soft, xml_text
from statement_compare.engine.sheets.passages import known_of
from statement_compare.engine.sheets.remarks import Remark, remarks
from statement_compare.engine.sheets.words import words_in

_PAPER: Final = THEMES["light"]
# Besides its tint each verdict has a line of its own, so that a copy in grey tells them apart.
_LINES: Final = {
    Verdict.CONTRADICTION: WD_UNDERLINE.DOUBLE,
    Verdict.QUALIFIED: WD_UNDERLINE.WAVY,
    Verdict.AGREEMENT: WD_UNDERLINE.SINGLE,
    Verdict.UNCLEAR: WD_UNDERLINE.DASH,
    None: WD_UNDERLINE.DOTTED,
}
# What a list item begins with where its text holds the mark itself: "- ", "2. ", "(a) ".
_LIST_MARK: Final = re.compile(r"\s*(?:[-*•‣▪◦–—·+]|\(?\w{1,3}[.)])\s")
# A Word table has no more columns, and nobody reads one of more cells.
_MOST_COLUMNS: Final = 63
_MOST_CELLS: Final = 20_000


def render(reported: Reported, side: Side, language: str = "en") -> bytes:
    """A copy of one side. The text in it is what was read, with hidden characters in sight and nothing added to it."""
    report = report_of(reported, ReportChoice(language=language))
    statement = statement_of(report.comparison, side)
    name = provenance.as_title(provenance.side_name(report.comparison, side, language))
    said = words_in(language)
    document = new_document(said.say("copy.title", name=name), report.reported.reviewer, statement.language)
    _head(document, ", ".join((name, *known_of(statement, language))), language)
    number_pages(document, said.say("sheet.disclaimer"), said.phrases["sheet.page"])  # type: ignore[arg-type]
    body = Body(document)
    copy = _Copy(body, Comments(document), statement, side, remarks(report, side))
    groups = tuple(_groups(statement.source))
    for each, following in zip(groups, (*groups[1:], None), strict=False):
        if not each.is_table:
            copy.write_block(each.blocks[0])
            continue
        copy.write_table(each.blocks)
        if following is None or following.is_table:
            # Word draws two tables that touch as one, and wants a paragraph at the end of a document.
            body.add_paragraph()
    return saved(document)


@dataclass(frozen=True, slots=True)
class _Group:
    """Blocks, by index, that stand in one table, or one that stands alone."""

    blocks: tuple[int, ...]
    is_table: bool


def _groups(source: Source) -> Iterator[_Group]:
    def table_of(index: int) -> int:
        is_cell = source.blocks[index].kind is BlockKind.TABLE_CELL
        return source.places[index].table if is_cell and source.places else 0

    for table, found in groupby(range(len(source.blocks)), key=table_of):
        blocks = tuple(found)
        places = [source.places[i] for i in blocks] if table else []
        columns = max((place.column for place in places), default=0)
        rows = len({place.row for place in places})
        if table and columns <= _MOST_COLUMNS and rows * columns <= _MOST_CELLS:
            yield _Group(blocks, is_table=True)
        else:
            yield from (_Group((i,), is_table=False) for i in blocks)


class _Copy:
    """Writes the blocks of a statement into a document, with what is said of its sentences."""

    def __init__(
        self,
        body: Body,
        comments: Comments,
        statement: Statement,
        side: Side,
        said: Mapping[int, tuple[Remark, ...]],
    ) -> None:
        self._body = body
        self._comments = comments
        self._source = statement.source
        self._side = side
        self._said = said
        self._sentences: dict[int, list[Sentence]] = {}
        for sentence in statement.sentences:
            for block in _blocks_of(sentence, self._source):
                self._sentences.setdefault(block, []).append(sentence)

    def write_block(self, index: int) -> None:
        text = self._source.blocks[index].span.of(self._source.text)
        style: str | None
        match self._source.blocks[index].kind:
            case BlockKind.HEADING:
                style = "Heading 2"
            case BlockKind.LIST_ITEM:
                style = "List Paragraph" if _LIST_MARK.match(text) else "List Bullet"
            case _:
                style = None
        self._fill(self._body.add_paragraph(style=style), index)

    def write_table(self, blocks: Sequence[int]) -> None:
        """A table of the cells that hold text; what is above another in one cell is a paragraph of its own there."""
        places = [self._source.places[i] for i in blocks]
        numbers = sorted({place.row for place in places})
        table = self._body.add_table(len(numbers), max(place.column for place in places), "Table Grid")
        rows = {number: row.cells for number, row in zip(numbers, table.rows, strict=True)}
        begun: set[tuple[int, int]] = set()
        for i, place in zip(blocks, places, strict=True):
            cell = rows[place.row][place.column - 1]
            is_first = (place.row, place.column) not in begun
            begun.add((place.row, place.column))
            self._fill(cell.paragraphs[0] if is_first else cell.add_paragraph(), i)

    def _fill(self, paragraph: Paragraph, index: int) -> None:
        """The text of a block, sentence by sentence, and what stands between them."""
        text, block = self._source.text, self._source.blocks[index].span
        at = block.start
        for sentence in self._sentences.get(index, ()):
            here = Span(max(block.start, sentence.span.start), min(block.end, sentence.span.end))
            _add(paragraph, text[at : here.start])
            self._write_sentence(paragraph, sentence, here)
            at = here.end
        _add(paragraph, text[at : block.end])
        direct(paragraph, block.of(text))

    def _write_sentence(self, paragraph: Paragraph, sentence: Sentence, here: Span) -> None:
        """What of a sentence stands `here`; the comments on a row stand at its first cell."""
        said = self._said.get(sentence.id, ())
        verdict = said[0].verdict if said else None
        marks = joined(mark for each in said if each.link is not None for mark in words_of(each.link, self._side))
        runs = []
        for piece, is_marked in _cut(here, marks):
            run = _add(paragraph, piece.of(self._source.text))
            if run is not None and said:
                _mark(run, verdict, is_marked=is_marked)
                runs.append(run)
        for each in said if runs and here.start == sentence.span.start else ():
            self._comments.add(runs, each.lines, each.author, each.at)


def _blocks_of(sentence: Sentence, source: Source) -> Iterator[int]:
    """The block of a sentence; of the row of a table all of its cells."""
    yield sentence.block
    for index in range(sentence.block + 1, len(source.blocks)):
        if source.blocks[index].span.start >= sentence.span.end:
            return
        yield index


def _cut(sentence: Span, marks: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """A sentence at the borders of its marks, with whether a piece is marked."""
    at = sentence.start
    for mark in marks:
        start, end = max(mark.start, at), min(mark.end, sentence.end)
        if start < end:
            yield Span(at, start), False
            yield Span(start, end), True
            at = end
    yield Span(at, sentence.end), False


def _add(paragraph: Paragraph, text: str) -> Run | None:
    """A run of a text; None where there is none. A line break of two characters is one."""
    return paragraph.add_run(xml_text(text.replace("\r\n", "\n"))) if text else None


def _mark(run: Run, verdict: Verdict | None, *, is_marked: bool) -> None:
    """Tint and underline a run by its verdict; the words that carry it are bold as well."""
    ink = _PAPER.soft if verdict is None else _PAPER.of(verdict).ink
    run.underline = _LINES[verdict]
    properties = run._element.get_or_add_rPr()
    for line in properties.findall(qn("w:u")):
        line.set(qn("w:color"), ink.removeprefix("#"))
    if is_marked:
        run.bold = True
    if verdict is not None:
        colours = _PAPER.of(verdict)
        shade = OxmlElement("w:shd")
        for name, value in (
            ("val", "clear"),
            ("color", "auto"),
            ("fill", colours.words if is_marked else colours.tint),
        ):
            shade.set(qn(f"w:{name}"), value.removeprefix("#"))
        properties.append(shade)


def _head(document: Written, name: str, language: str) -> None:
    """On each page whose statement it is, and what the marks mean."""
    header = document.sections[0].header
    soft(header.paragraphs[0].add_run(xml_text(name)))
    legend = header.add_paragraph()
    said = words_in(language)
    for verdict in (*wording.SECTIONS, None):
        if verdict is None:
            words = f"{wording.UNANSWERED_SIGN} {said.say('unanswered.word')}"
        else:
            words = f"{wording.VERDICT_SIGNS[verdict]} {wording.verdict_word(verdict, language)}"
        _mark(soft(legend.add_run(words)), verdict, is_marked=False)
        soft(legend.add_run("   "))
