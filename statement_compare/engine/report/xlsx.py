"""The report as a workbook of three sheets, in which all cells are texts and none is ever a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

from statement_compare.engine.colours import THEMES
from statement_compare.engine.model import Verdict
from statement_compare.engine.report.archive import rewritten
from statement_compare.engine.report.marked import Piece
from statement_compare.engine.report.outline import Outline, Quote
from statement_compare.engine.report.outlining import outline_of
from statement_compare.engine.reported import EVERYTHING, ReportChoice, Subject, report_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_CHARACTERS: Final = 32_767
"""What a cell of Excel holds."""
MOST_ROWS: Final = 1_048_576
"""What a sheet of Excel holds, its header among them."""

# XlsxWriter wants a time, and takes the present one if it is told none.
_FIXED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - without a zone

# Texts stay texts: "=1+1", "0042" and "https://..." in a statement are words, which nobody is asked to follow.
_STRINGS_ALONE: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

# Within words that look like an escape of a workbook, "_x0041_": XlsxWriter escapes them twice in a cell with marked
# words, and leaves alone what stands in two pieces.
_WITHIN_ESCAPE: Final = re.compile(r"(?<=_)(?=x[0-9A-Fa-f]{4}_)")

# What a person said of a finding, with the width of its column.
_DECIDED: Final = {
    "decided.decision": 34,
    "decided.note": 30,
    "decided.status": 16,
    "decided.bookmark": 12,
    "decided.link": 16,
    "decided.last": 22,
}

# A cell: plain words, or the pieces of sentences with the verdict whose colour marks them.
_Words = Sequence[Piece]
_Row = tuple[Verdict | None, Sequence[str | _Words]]


def render(subject: Subject, choice: ReportChoice = EVERYTHING, *, most_rows: int = MOST_ROWS) -> bytes:
    """The report as .xlsx; the same subject gives the same bytes. A sheet that were longer than `most_rows` says so."""
    outline = outline_of(report_of(subject, choice))
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, dict(_STRINGS_ALONE)) as workbook:
        reviewers = ", ".join(outline.reviewers)[:255]
        workbook.set_properties({"title": outline.title[:255], "author": reviewers, "created": _FIXED, "comments": ""})
        book = _Book(workbook, outline, most_rows)
        book.findings()
        book.unanswered()
        book.documents()
    return rewritten(file.getvalue())


class _Book:
    """The workbook of one report; formats are made once each."""

    def __init__(self, workbook: Any, outline: Outline, most_rows: int) -> None:
        self._workbook = workbook
        self._outline = outline
        self._most_rows = most_rows
        self._cell = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._bold = workbook.add_format({"text_wrap": True, "valign": "top", "bold": True})
        self._header = workbook.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": THEMES["light"].ground}
        )
        self._verdicts: dict[Verdict, Format] = {}
        self._marks: dict[Verdict, Format] = {}
        for verdict in Verdict:
            colours = THEMES["light"].of(verdict)
            self._verdicts[verdict] = workbook.add_format(
                {"text_wrap": True, "valign": "top", "bold": True, "font_color": colours.ink, "bg_color": colours.tint}
            )
            # Within a cell there is no ground behind single words: colour, weight and a line under them say it.
            self._marks[verdict] = workbook.add_format({"bold": True, "underline": 1, "font_color": colours.ink})

    def findings(self) -> None:
        """One row a finding in the order of the report, those dismissed and decisions on lost sentences at the end."""
        outline = self._outline
        columns = [
            ("column.number", 5),
            ("column.verdict", 16),
            ("column.kinds", 16),
            ("column.reasons", 40),
            ("column.left", 12),
            ("column.left_words", 48),
            ("column.right", 12),
            ("column.right_words", 48),
            ("page.confidence", 12),
            ("page.wording", 12),
        ]
        if outline.is_touched:
            columns += _DECIDED.items()
        self._sheet("sheet.findings", columns, self._finding_rows())

    def _finding_rows(self) -> Iterator[_Row]:
        for finding in self._outline.findings:
            left, right = finding.quotes
            yield (
                finding.verdict,
                [
                    str(finding.number),
                    f"{finding.sign} {finding.word}",
                    finding.kinds,
                    "\n".join(finding.messages),
                    _numbers(left),
                    _together(left),
                    _numbers(right),
                    _together(right),
                    finding.confidence,
                    finding.wording,
                    *self._decided(finding.rows),
                ],
            )
        for gone in self._outline.lost:
            left_text, right_text = map("\n".join, gone.texts)
            told = ["", "", "", self._outline.say("decided.lost"), "", left_text, "", right_text, "", ""]
            yield None, [*told, *self._decided(gone.rows)]

    def _decided(self, rows: Sequence[tuple[str, str]]) -> list[str]:
        """What a person said, in the order of the columns; nothing where nobody said anything of any finding."""
        if not self._outline.is_touched:
            return []
        said = dict(rows)
        return [said.get(self._outline.say(key), "") for key in _DECIDED]

    def unanswered(self) -> None:
        """One row a claim without an answer, and a row for each general denial."""
        columns = [
            ("column.side", 10),
            ("column.sentence", 16),
            ("column.words", 80),
            ("column.said", 44),
            ("column.nearest", 22),
        ]
        self._sheet("sheet.unanswered", columns, self._unanswered_rows())

    def _unanswered_rows(self) -> Iterator[_Row]:
        outline = self._outline
        for alone in outline.unanswered:
            side = outline.say(f"page.{alone.side.value}")
            for quote, note in alone.entries:
                yield None, [side, quote.numbered, quote.text, f"{alone.title} {alone.other}", note]
        for line in outline.denials:
            yield None, ["", "", line, outline.say("denied.title"), ""]
        if not outline.is_whole:
            yield None, ["", "", outline.left_out, "", ""]

    def documents(self) -> None:
        """What both documents are, what judged them, what was done by hand, and how far it can be believed."""
        columns = [("column.name", 26), ("page.left", 72), ("page.right", 72)]
        self._sheet("sheet.documents", columns, self._document_rows())

    def _document_rows(self) -> Iterator[_Row]:
        outline = self._outline
        yield None, [outline.say("column.report"), outline.title]
        yield None, [outline.say("column.counts"), outline.counted()]
        if outline.left_out:
            yield None, [outline.say("column.left_out"), outline.left_out]
        yield from ((None, [name, *cells]) for name, cells in outline.documents)
        yield from ((None, [name, value]) for name, value in (*outline.signed, *outline.by_hand))
        yield None, [outline.say("column.caveat"), outline.caveats]

    def _sheet(self, name: str, columns: Sequence[tuple[str, int]], rows: Iterator[_Row]) -> None:
        """A sheet with a header that stays in sight and can be filtered by."""
        sheet = self._workbook.add_worksheet(self._outline.say(name))
        for place, (key, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, self._outline.say(key), self._header)
        last = 0
        for last, (verdict, cells) in enumerate(rows, 1):
            if last == self._most_rows - 1:
                more = 1 + sum(1 for _ in rows)
                if more > 1:
                    sheet.write_string(last, 0, self._outline.say("cell.rows_left_out", n=more), self._cell)
                    break
            for place, cell in enumerate(cells):
                self._write(sheet, last, place, cell, verdict)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&C&P / &N")
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})

    def _write(self, sheet: Worksheet, row: int, place: int, cell: str | _Words, verdict: Verdict | None) -> None:
        """One cell as text; words that carry a verdict stand out, as long as Excel holds them all."""
        if isinstance(cell, str):
            looks = self._verdicts[verdict] if verdict is not None and place == 1 else self._cell
            self._write_words(sheet, row, place, self._cut(cell), looks)
            return
        text = "".join(piece.text for piece in cell)
        parts: list[Any] = []
        for piece in cell:
            for words in _WITHIN_ESCAPE.split(piece.text):
                parts += [self._marks[verdict or Verdict.UNCLEAR], words] if piece.is_marked else [words]
        # Rich text is two pieces or more; a single one is a plain cell.
        if len(cell) < 2 or len(text) > MOST_CHARACTERS or _units(text) > MOST_CHARACTERS:
            is_marked = len(cell) == 1 and cell[0].is_marked
            self._write_words(sheet, row, place, self._cut(text), self._bold if is_marked else self._cell)
        else:
            sheet.write_rich_string(row, place, *parts, self._cell)

    def _write_words(self, sheet: Worksheet, row: int, place: int, text: str, looks: Format) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes this for rich text that it wrote itself, and puts it into the file as markup.
            sheet.write_rich_string(row, place, text[:1], text[1:2], *_WITHIN_ESCAPE.split(text[2:]), looks)
        else:
            sheet.write_string(row, place, text, looks)

    def _cut(self, text: str) -> str:
        """A text as far as a cell holds it, with a word on the rest."""
        if _units(text) <= MOST_CHARACTERS:
            return text
        told = f" … {self._outline.say('cell.cut')}"
        kept = text.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - len(told))].decode("utf-16-le", "ignore")
        return kept + told


def _units(text: str) -> int:
    """How long a text is for Excel, which counts UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _numbers(quotes: Sequence[Quote]) -> str:
    return ", ".join(quote.numbered for quote in quotes)


def _together(quotes: Sequence[Quote]) -> _Words:
    """The pieces of several sentences, a sentence a line."""
    pieces: list[Piece] = []
    for quote in quotes:
        pieces += [Piece("\n")] if pieces else []
        pieces += quote.pieces
    return pieces
