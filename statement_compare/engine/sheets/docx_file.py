"""How sheets write Word files: text that XML can hold, pages with a footer, and the same bytes every time."""

from __future__ import annotations

import io
import re
import unicodedata
from string import Formatter
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Written
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from statement_compare.engine.text import hidden

_INK: Final = RGBColor(0x1C, 0x20, 0x24)
_SOFT: Final = RGBColor(0x60, 0x64, 0x6C)
# What is left of the characters that XML forbids once hidden ones are in sight.
_NO_CHARACTER: Final = re.compile("[\ufffe\uffff]")
# The earliest time that a zip file can tell: when a file was made is no part of what it says.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_REGIONS: Final = {
    "en": "en-GB",
    "ru": "ru-RU",
    "kk": "kk-KZ",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "it": "it-IT",
}


def xml_text(text: str) -> str:
    """A text as a Word file can hold it: characters that XML forbids, and hidden ones, are seen as ‹U+0000›."""
    return _NO_CHARACTER.sub(lambda match: hidden.token(match[0]), hidden.shown(text))


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
        spoken.set(qn("w:val"), _REGIONS.get(language, language))
    _describe(document, title, author)
    return document


def _describe(document: Written, title: str, author: str) -> None:
    """What the file says of itself: no time, no picture of another document, and who wrote it only if that is known."""
    known = document.core_properties
    known.title, known.author, known.comments, known.last_modified_by = xml_text(title), xml_text(author), "", ""
    for told in ("created", "modified"):
        for element in known._element.findall(qn(f"dcterms:{told}")):
            known._element.remove(element)
    relations = document.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        relations.pop(key)


def speak(run: Run, language: str) -> Run:
    """Say in which language a run is, so that its spelling is checked by that; returns the run."""
    if language:
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), _REGIONS.get(language, language))
        run._element.get_or_add_rPr().append(spoken)
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
    for words, name, _, _ in Formatter().parse(template):
        if words:
            soft(footer.add_run(words))
        if name:
            _add_field(footer, {"page": "PAGE", "pages": "NUMPAGES"}[name])


def _add_field(paragraph: Paragraph, code: str) -> None:
    """A value that a word processor fills in; each of its parts is a run of its own, so that all are as small."""
    for name, words in (("begin", ""), ("", f" {code} "), ("separate", ""), ("shown", "1"), ("end", "")):
        run = soft(paragraph.add_run())
        if name == "shown":
            run.text = words
            continue
        part = OxmlElement("w:fldChar" if name else "w:instrText")
        if name:
            part.set(qn("w:fldCharType"), name)
        else:
            part.set(qn("xml:space"), "preserve")
            part.text = words
        run._element.append(part)


def saved(document: Written) -> bytes:
    """The file: the same document gives the same bytes."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with ZipFile(written) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3  # the same on every system
            target.writestr(entry, source.read(name))
    return packed.getvalue()
