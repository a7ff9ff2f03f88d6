"""How Word files of sheets look: pages with a footer, small grey words beside a text, and the direction of a text."""

from __future__ import annotations

import unicodedata
from typing import Final

from docx import Document
from docx.document import Document as Written
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from statement_compare.engine.report.docx_document import add_counted, describe
from statement_compare.engine.report.docx_elements import set_language
from statement_compare.engine.report.outline import locale_of
from statement_compare.engine.report.outlining import seen
from statement_compare.engine.text import hidden

_INK: Final = RGBColor(0x1C, 0x20, 0x24)
_SOFT: Final = RGBColor(0x60, 0x64, 0x6C)
_FIELDS: Final = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def xml_text(text: str) -> str:
    """A text as a Word file can hold it: characters that XML forbids, and hidden ones, are seen as ‹U+0000›."""
    return seen(hidden.shown(text))


def new_document(title: str, author: str, language: str) -> Written:
    """An empty document on A4 pages, in this language, with plain black headings."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2.2)
    for name, size in (("Normal", 11), ("Heading 1", 18), ("Heading 2", 14), ("Heading 3", 11)):
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = _INK
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), locale_of(language))
    describe(document, xml_text(title), xml_text(author), locale_of(language))
    return document


def speak(run: Run, language: str) -> Run:
    """Say in which language a run is, so that its spelling is checked by that; returns the run."""
    if language:
        set_language(run._element.get_or_add_rPr(), locale_of(language))
    return run


def direct(paragraph: Paragraph, text: str) -> None:
    """Let a paragraph run from right to left where its text begins so."""
    first = next((kind for each in text if (kind := unicodedata.bidirectional(each)) in ("L", "R", "AL")), "L")
    if first == "L":
        return
    paragraph._element.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_BEHIND_BIDI)
    for run in paragraph.runs:
        run.font.rtl = True


# What the form of a Word file puts behind the direction of a paragraph.
_BEHIND_BIDI: Final = ("w:adjustRightInd", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr", "w:sectPr")


def soft(run: Run) -> Run:
    """Make a run small and grey, as what stands beside a text; returns the run."""
    run.font.size, run.font.color.rgb = Pt(9), _SOFT
    return run


def number_pages(document: Written, before: str, template: str) -> None:
    """A footer on each page: some words, and "page 1 of 3" as `template` says it with {page} and {pages}."""
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if before:
        soft(footer.add_run(xml_text(f"{before} · ")))
    add_counted(footer, template, _FIELDS, soft)
