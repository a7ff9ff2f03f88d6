"""What all Word files have in common: how they grow, what they say of themselves, and the same bytes every time."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from statement_compare.engine.report.archive import rewritten
from statement_compare.engine.report.docx_elements import add_field, drop


class Body:
    """What stands in a document, to which paragraphs and tables are added at the end, each in the same time.

    python-docx looks through all that is there for the end of the document, and for the width of the page at each
    table: five thousand findings would take many minutes.
    """

    def __init__(self, document: Document) -> None:
        """Pages have their size and margins by now."""
        self._document = document
        self._end = document.element.body.sectPr
        self._width = document._block_width
        self._ids: dict[tuple[str, WD_STYLE_TYPE], str | None] = {}

    def add_paragraph(self, text: str = "", style: str | None = None) -> Paragraph:
        element = OxmlElement("w:p")
        assert isinstance(element, CT_P)
        self._end.addprevious(element)
        paragraph = Paragraph(element, self._document._body)
        if text:
            paragraph.add_run(text)
        if style is not None:
            element.style = self._id_of(style, WD_STYLE_TYPE.PARAGRAPH)
        return paragraph

    def add_heading(self, text: str = "", level: int = 1) -> Paragraph:
        return self.add_paragraph(text, f"Heading {level}")

    def add_table(self, rows: int, columns: int, style: str | None = None) -> Table:
        """A table as wide as the text, its columns of one width."""
        element = CT_Tbl.new_tbl(rows, columns, self._width)
        self._end.addprevious(element)
        element.tblStyle_val = None if style is None else self._id_of(style, WD_STYLE_TYPE.TABLE)
        return Table(element, self._document._body)

    def _id_of(self, style: str, kind: WD_STYLE_TYPE) -> str | None:
        """What elements call a style; None for the usual one of its kind."""
        if (style, kind) not in self._ids:
            self._ids[style, kind] = self._document.part.get_style_id(style, kind)  # type: ignore[no-untyped-call]
        return self._ids[style, kind]


def describe(document: Document, title: str, author: str, locale: str) -> None:
    """What a file says of itself: no time, no picture of another document, and who wrote it only if that is known.

    Both texts can stand in XML; of each the file holds 255 characters.
    """
    said = document.core_properties
    said.title, said.language = title[:255], locale
    said.author = said.last_modified_by = author[:255]
    said.subject = said.keywords = said.comments = said.category = ""
    said.revision = 1
    for told in ("created", "modified"):
        drop(said._element, f"dcterms:{told}")
    relations = document.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]


def add_counted(paragraph: Paragraph, words: str, codes: Mapping[str, str], look: Callable[[Run], object]) -> None:
    """Words such as "page {n} of {total}", in which the program counts what `codes` have in these places: PAGE."""
    for part in re.split(r"(\{\w+\})", words):
        run = paragraph.add_run("" if part in codes else part)
        look(run)
        if part in codes:
            add_field(run, codes[part])


def saved(document: Document) -> bytes:
    """The file: the same document gives the same bytes."""
    written = io.BytesIO()
    document.save(written)
    return rewritten(written.getvalue())
