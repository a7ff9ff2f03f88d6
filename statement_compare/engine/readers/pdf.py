"""How the pages of a PDF become a document, and what is said of one that has no words."""

from __future__ import annotations

from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from statement_compare.engine.readers import masthead
from statement_compare.engine.readers.extract import Extract, Request, assemble, tidy
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.notes import note
from statement_compare.engine.readers.page_fields import PageFields
from statement_compare.engine.readers.page_flow import Page, pieces_of
from statement_compare.engine.readers.page_layout import lines_of
from statement_compare.engine.readers.page_rules import Grid, grids_of
from statement_compare.engine.readers.page_segments import Word
from statement_compare.engine.readers.page_strokes import rules_of
from statement_compare.engine.readers.page_turns import Turn, as_shown
from statement_compare.engine.readers.page_words import WordReader

_MOST_UNKNOWN = 0.3
_TAIL_BYTES = 2_048


def read(data: bytes, request: Request) -> Extract:
    """Raises Refusal for a PDF that is encrypted, damaged, too long, or holds no text."""
    document = opened(data)
    count = len(document)
    if count == 0:
        raise Refusal("file_damaged")
    if count > request.limits.pages:
        raise Refusal("file_too_many_pages", pages=str(count), limit=str(request.limits.pages))
    harvest, fields = _Harvest(), PageFields(document)
    pages: list[Page] = []
    for number in range(count):
        request.report(number, count)
        words, grids, height = harvest.words_of(fields, number)
        pages.append(Page(lines_of(words, number + 1, grids), height))
        if harvest.characters > request.limits.text_characters:
            raise Refusal("file_too_long", limit=f"{request.limits.text_characters:,}")
    _refuse_without_text(harvest, count)
    pieces, has_running_lines = pieces_of(pages)
    text, blocks, places = assemble(pieces, request.limits)
    found = masthead.read(text, blocks)
    notes = [note("running_lines_left_out")] if has_running_lines else []
    notes += [note("pages_without_text", _numbers(harvest.empty))] if harvest.empty else []
    notes += [note("pages_damaged", _numbers(harvest.damaged))] if harvest.damaged else []
    notes += [note("fields_not_read", _numbers(fields.unread))] if fields.unread else []
    notes += [] if b"%%EOF" in data[-_TAIL_BYTES:] else [note("file_incomplete")]
    return Extract(
        text,
        blocks,
        title=found.title or _title_said(document, text),
        # The day a PDF was made is not that of its statement.
        date=found.date,
        speaker=found.speaker,
        notes=tuple(notes),
        places=tuple(as_shown(place, harvest.turned) for place in places) if harvest.turned else places,
    )


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """Raises Refusal for a PDF that is encrypted or damaged."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Refusal("file_encrypted" if is_locked else "file_damaged") from error


def _refuse_without_text(harvest: _Harvest, pages: int) -> None:
    if harvest.characters == 0:
        if len(harvest.damaged) == pages:
            raise Refusal("file_damaged")
        raise Refusal("file_is_scanned" if harvest.empty else "file_without_text")
    if harvest.unknown > _MOST_UNKNOWN * harvest.characters:
        raise Refusal("file_text_is_coded")


def _numbers(pages: list[int]) -> str:
    return ", ".join(str(number + 1) for number in pages)


def _title_said(document: pypdfium2.PdfDocument, text: str) -> str:
    """The title among the properties, only where the text says it too."""
    said = tidy(document.get_metadata_value("Title"))
    return said if masthead.is_title(said) and said.casefold() in " ".join(text[:3_000].split()).casefold() else ""


@dataclass(slots=True)
class _Harvest:
    """What was met on all pages so far."""

    characters: int = 0
    unknown: int = 0
    empty: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    turned: dict[int, Turn] = field(default_factory=dict)
    reader: WordReader = field(default_factory=WordReader)

    def words_of(self, fields: PageFields, number: int) -> tuple[list[Word], list[Grid], float]:
        """A page's words in the file's own order, its ruled tables, and the page's height as it is read."""
        try:
            page = fields.page(number)
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            self.damaged.append(number)
            return [], [], 1.0
        try:
            seen = page.get_bbox()
            found = self.reader.read(text_page, seen)
            self.characters += found.characters
            self.unknown += found.unknown
            if found.is_blank and pdfium.FPDFPage_CountObjects(page.raw):
                self.empty.append(number)
            quarters = (page.get_rotation() - found.angle) // 90 % 4
            if found.words and quarters:
                self.turned[number + 1] = Turn(quarters, found.width, found.height)
            grids = grids_of(*rules_of(page.raw, seen, found.angle)) if found.words else []
            return found.words, grids, found.height
        finally:
            text_page.close()
            page.close()
