"""The report as a Word document: headings, tables with header rows, and marked words that can be worked on further."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from statement_compare.engine.colours import THEMES
from statement_compare.engine.model import BlockKind, Side, Verdict
from statement_compare.engine.report.docx_document import Body, add_counted, describe, saved
from statement_compare.engine.report.docx_elements import (
    add_row,
    as_hex,
    drop,
    finish,
    set_font,
    set_ground,
    set_language,
)
from statement_compare.engine.report.outline import Finding, Outline, Placed, Quote, Row, Section, locale_of
from statement_compare.engine.report.outlining import outline_of
from statement_compare.engine.reported import EVERYTHING, ReportChoice, Subject, report_of

if TYPE_CHECKING:
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_LIGHT: Final = THEMES["light"]
# Fonts that Word and LibreOffice have, or have an equal of.
_SANS, _SERIF = "Calibri", "Cambria"
_WIDTH: Final = Mm(174)
_NAMES: Final = Mm(38)
_FIELDS: Final = {"{n}": "PAGE", "{total}": "NUMPAGES"}


def render(subject: Subject, choice: ReportChoice = EVERYTHING) -> bytes:
    """The report as .docx; the same subject gives the same bytes."""
    return saved(_Written(outline_of(report_of(subject, choice))).document)


class _Written:
    """The document of one report."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self.document = Document()
        self._set_up()
        self._body = Body(self.document)
        self._head()
        for section in outline.sections:
            self._section(section)
        self._in_no_finding()
        if outline.dismissed:
            self._section(outline.dismissed)
        self._lost()
        self._texts()
        self._made()

    def _set_up(self) -> None:
        """Page, styles, language, what the document says of itself, and page numbers."""
        page = self.document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(18)
        page.top_margin, page.bottom_margin = Mm(18), Mm(20)
        looks = {"Normal": (10, 0, 4), "Title": (20, 0, 6), "Heading 1": (14, 18, 6), "Heading 2": (11, 12, 3)}
        for name, (size, before, after) in looks.items():
            style = self.document.styles[name]
            set_font(style.element.get_or_add_rPr(), _SANS)
            style.font.size, style.font.color.rgb = Pt(size), _rgb(_LIGHT.ink)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        drop(self.document.styles["Title"].element.pPr, "w:pBdr")
        defaults = self.document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        set_language(defaults, locale_of(self._outline.language))
        describe(
            self.document, self._outline.title, ", ".join(self._outline.reviewers), locale_of(self._outline.language)
        )
        footer = page.footer.paragraphs[0]
        drop(footer._p.get_or_add_pPr(), "w:tabs")
        footer.style.paragraph_format.tab_stops.clear_all()
        footer.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        self._soft(footer, f"{self._outline.title}\t")
        of = self._outline.say("page.of", n="{n}", total="{total}")
        add_counted(footer, of, _FIELDS, lambda run: _coloured(run, _LIGHT.soft))

    def _head(self) -> None:
        outline = self._outline
        self._soft(self._body.add_paragraph(), outline.say("page.kicker"))
        self._body.add_paragraph(outline.title, style="Title")
        self._body.add_paragraph(outline.counted())
        if outline.left_out:
            self._soft(self._body.add_paragraph(), outline.left_out)

    def _section(self, section: Section) -> None:
        heading = self._body.add_heading(level=1)
        if section.verdict is not None:
            _coloured(heading.add_run(f"{section.sign} "), _ink(section.verdict))
        heading.add_run(section.title)
        if section.note:
            self._soft(self._body.add_paragraph(), section.note)
        for finding in section.findings:
            self._finding(finding)

    def _finding(self, finding: Finding) -> None:
        heading = self._body.add_heading(level=2)
        _coloured(heading.add_run(finding.heading), _ink(finding.verdict))
        self._soft(heading, f" · {finding.places}", bold=False)
        gauges = self._body.add_paragraph()
        gauges.paragraph_format.keep_with_next = True
        self._soft(gauges, finding.gauges, size=8.5)
        for message in finding.messages:
            self._body.add_paragraph(message).paragraph_format.keep_with_next = True
        if finding.rows:
            self._rows(finding.rows)
        cells = self._sides()
        for cell, language, quotes in zip(cells, self._outline.languages, finding.quotes, strict=True):
            for paragraph, quote in zip(_paragraphs(cell, len(quotes)), quotes, strict=True):
                self._quote(paragraph, quote, language, finding.verdict)

    def _rows(self, rows: Sequence[Row]) -> None:
        """Names and values below each other; no row of names stands above them."""
        table = self._table((_NAMES, _WIDTH - _NAMES))
        for name, value in rows:
            first, second = add_row(table)
            self._soft(first.paragraphs[0], name)
            second.paragraphs[0].add_run(value)
        finish(table, _LIGHT.line, has_header=False)
        for cell in (cell for row in table.rows for cell in row.cells):
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        self._gap().paragraph_format.keep_with_next = True

    def _sides(self) -> Sequence[_Cell]:
        """A table with a column a side, and the cells below their names."""
        table = self._table((_WIDTH // 2, _WIDTH // 2))
        for cell, name in zip(add_row(table), self._outline.heads, strict=True):
            self._soft(cell.paragraphs[0], name, bold=True, size=8.5)
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        cells = add_row(table)
        finish(table, _LIGHT.line)
        self._gap()
        return cells

    def _quote(self, paragraph: Paragraph, quote: Quote, language: str, verdict: Verdict) -> None:
        self._soft(paragraph, f"{quote.numbered} ", bold=True, size=8.5)
        self._pieces(paragraph, quote, language, verdict)

    def _pieces(self, paragraph: Paragraph, quote: Quote, language: str, verdict: Verdict) -> None:
        """The words of a sentence; those that carry a verdict are bold, underlined and on a ground of its colour."""
        colours = _LIGHT.of(verdict)
        for piece in quote.pieces:
            run = paragraph.add_run(piece.text)
            set_font(run._r.get_or_add_rPr(), _SERIF)
            if piece.is_marked:
                run.bold = run.underline = True
                set_ground(run, colours.ink, colours.words)
            if language and language != self._outline.language:
                set_language(run._r.get_or_add_rPr(), locale_of(language))

    def _in_no_finding(self) -> None:
        outline = self._outline
        if outline.denials:
            self._body.add_heading(outline.say("denied.title"), level=1)
            for line in outline.denials:
                self._body.add_paragraph(line)
        for alone in outline.unanswered:
            self._body.add_heading(alone.heading, level=1)
            table = self._table((_NAMES, _WIDTH - _NAMES))
            for cell, key in zip(add_row(table), ("column.sentence", "column.words"), strict=True):
                self._soft(cell.paragraphs[0], outline.say(key), bold=True, size=8.5)
            language = outline.languages[list(Side).index(alone.side)]
            for quote, note in alone.entries:
                number, words = add_row(table)
                self._soft(number.paragraphs[0], quote.numbered, bold=True, size=8.5)
                self._pieces(words.paragraphs[0], quote, language, Verdict.UNCLEAR)
                if note:
                    self._soft(words.paragraphs[0], f" ({note})")
            finish(table, _LIGHT.line)

    def _lost(self) -> None:
        outline = self._outline
        if outline.lost:
            self._body.add_heading(outline.say("decided.lost"), level=1)
        for gone in outline.lost:
            self._rows(gone.rows)
            for cell, texts in zip(self._sides(), gone.texts, strict=True):
                for paragraph, text in zip(_paragraphs(cell, len(texts)), texts, strict=True):
                    set_font(paragraph.add_run(text)._r.get_or_add_rPr(), _SERIF)

    def _texts(self) -> None:
        outline = self._outline
        if not outline.is_whole:
            return
        self._body.add_heading(outline.say("page.texts"), level=1)
        told = zip(outline.heads, outline.abouts, outline.languages, outline.texts, strict=True)
        for name, about, language, paragraphs in told:
            self._body.add_heading(name, level=2)
            self._soft(self._body.add_paragraph(), " · ".join(about), size=8.5)
            for each in paragraphs:
                paragraph = self._body.add_paragraph("", "List Bullet" if each.kind is BlockKind.LIST_ITEM else None)
                self._sentences(paragraph, each.sentences, language)
                if each.kind is BlockKind.HEADING:
                    for run in paragraph.runs:
                        run.bold = True

    def _sentences(self, paragraph: Paragraph, sentences: Iterable[Placed], language: str) -> None:
        for number, placed in enumerate(sentences):
            run = paragraph.add_run(f"{' ' if number else ''}{placed.quote.number} {placed.sign}".rstrip() + " ")
            run.font.size, run.bold = Pt(7.5), True
            verdict = placed.verdict or Verdict.UNCLEAR
            _coloured(run, _ink(verdict))
            self._pieces(paragraph, placed.quote, language, verdict)

    def _made(self) -> None:
        outline = self._outline
        self._body.add_heading(outline.say("page.made"), level=1)
        half = (_WIDTH - _NAMES) // 2
        table = self._table((_NAMES, half, half))
        for cell, words in zip(add_row(table), ("", outline.say("page.left"), outline.say("page.right")), strict=True):
            cell.paragraphs[0].add_run(words).bold = True
        for name, values in outline.documents:
            first, *others = add_row(table)
            self._soft(first.paragraphs[0], name)
            for cell, value in zip(others, values, strict=True):
                cell.paragraphs[0].add_run(value)
        for name, value in (*outline.signed, *outline.by_hand):
            first, second, last = add_row(table)
            self._soft(first.paragraphs[0], name)
            second.merge(last).paragraphs[0].add_run(value)
        finish(table, _LIGHT.line)
        self._gap()
        self._body.add_paragraph(outline.caveats)

    def _table(self, widths: Sequence[int]) -> Table:
        table = self._body.add_table(0, len(widths))
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        return table

    def _gap(self) -> Paragraph:
        """A low line behind a table, since tables that touch become one."""
        paragraph = self._body.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(6)
        return paragraph

    def _soft(self, paragraph: Paragraph, text: str, *, bold: bool | None = None, size: float | None = None) -> Run:
        run = paragraph.add_run(text)
        run.bold = bold
        run.font.size = None if size is None else Pt(size)
        _coloured(run, _LIGHT.soft)
        return run


def _ink(verdict: Verdict) -> str:
    return _LIGHT.of(verdict).ink


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(as_hex(colour))


def _coloured(run: Run, colour: str) -> None:
    run.font.color.rgb = _rgb(colour)


def _paragraphs(cell: _Cell, number: int) -> list[Paragraph]:
    """So many paragraphs of a cell, which has one already; none is taken where nothing stands in it."""
    return [*cell.paragraphs, *(cell.add_paragraph() for _ in range(number - 1))][:number]
