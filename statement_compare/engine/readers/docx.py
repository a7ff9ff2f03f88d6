"""What of a Word document is its text: changes accepted, notes at the end, and no headers, fields or comments.

The parts are walked here and not with python-docx, whose `text` leaves out insertions under review, content controls
and text boxes, and which loads every picture of the package.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from statement_compare.engine.model import BlockKind
from statement_compare.engine.place import NOWHERE, Place
from statement_compare.engine.readers import equations, masthead, symbol_font
from statement_compare.engine.readers.extract import (
    LEAST_RAISED,
    Extract,
    HigherRuns,
    Piece,
    Request,
    assemble,
    raised,
    tidy,
    with_bold_headings,
)
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.notes import note
from statement_compare.engine.readers.numbering import Numbering, taken
from statement_compare.engine.readers.package import Package, attribute, child, local
from statement_compare.engine.readers.paragraphs import split_lines
from statement_compare.engine.readers.symbol_font import symbol

_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})
_SKIPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr", "rt"}
    | {"commentReference", "annotationRef", "footnoteRef", "endnoteRef", "object", "Fallback"}
)
_CHARACTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
# What stands around paragraphs, rows and cells and is not the block itself.
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"})
_HEX = re.compile("[0-9A-Fa-f]{1,6}")
_OFF = ("0", "false", "off")


def read(data: bytes, request: Request) -> Extract:
    """Raises Refusal for a package that is damaged, encrypted, too large or without text."""
    package = Package(data, request.limits)
    main = _main_part(package)
    document = package.xml(main)
    body = child(document, "body")
    if body is None:
        raise Refusal("file_damaged")
    folder = posixpath.dirname(main)
    reading = _Reading(_styles(package.optional_xml(posixpath.join(folder, "styles.xml"))))
    pieces = list(reading.blocks(body))
    for name in ("footnotes.xml", "endnotes.xml"):
        notes = package.optional_xml(posixpath.join(folder, name))
        pieces += [] if notes is None else reading.notes(notes)
    pieces = with_bold_headings(pieces, reading.bold)
    text, blocks, places = assemble(pieces, request.limits)
    found = masthead.read(text, blocks)
    return Extract(
        text,
        blocks,
        title=reading.title or found.title or _title_said(package, text),
        date=found.date,
        speaker=found.speaker or masthead.speaker_of(reading.title),
        notes=(note("tracked_changes"),) if reading.has_changes else (),
        places=places,
    )


def _main_part(package: Package) -> str:
    """The part that the package names as its document; the usual one where it names none."""
    relations = package.optional_xml("_rels/.rels")
    for relation in () if relations is None else relations:
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            target = posixpath.normpath((attribute(relation, "Target") or "").lstrip("/"))
            if target in package:
                return target
    if "word/document.xml" not in package:
        raise Refusal("file_damaged")
    return "word/document.xml"


def _title_said(package: Package, text: str) -> str:
    """The title among the properties, only where the text says it too: templates and old drafts leave theirs there."""
    core = package.optional_xml("docProps/core.xml")
    title = child(core, "title")
    said = tidy(title.text or "") if title is not None else ""
    return said if masthead.is_title(said) and masthead.opens_with(text, said) else ""


# ---- styles


@dataclass(frozen=True, slots=True)
class _Style:
    """What matters of a paragraph style, with what it inherits."""

    is_heading: bool = False
    is_title: bool = False
    is_list: bool = False
    is_contents: bool = False


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    elements = {} if root is None else {attribute(style, "styleId") or "": style for style in root}
    found: dict[str, _Style] = {}
    for identity in elements:
        # From the style to the first that is known already, or to one that this row of styles holds.
        row: dict[str, etree._Element] = {}
        while identity in elements and identity not in row and identity not in found:
            row[identity] = elements[identity]
            identity = _value(child(elements[identity], "basedOn")) or ""
        style = found.get(identity, _Style())
        for each in reversed(row):
            style = found[each] = _made_from(style, row[each])
    return found


def _made_from(style: _Style, element: etree._Element) -> _Style:
    name = (_value(child(element, "name")) or "").lower()
    properties = child(element, "pPr")
    return _Style(
        is_heading=style.is_heading or name.startswith(("heading", "title", "subtitle")) or _outlined(properties),
        is_title=style.is_title or name == "title",
        is_list=style.is_list or _numbered(properties) or name.startswith(("list bullet", "list number")),
        is_contents=style.is_contents or name.startswith("toc ") or name == "table of figures",
    )


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else attribute(element, "val")


# There are ten, and the last means none.
_LEVELS = frozenset("012345678")


def _outlined(properties: etree._Element | None) -> bool:
    level = _value(child(properties, "outlineLvl"))
    return level in _LEVELS


def _numbered(properties: etree._Element | None) -> bool:
    number = _value(child(properties, "numPr", "numId"))
    return number is not None and number != "0"


def _is_on(properties: etree._Element | None, name: str) -> bool:
    element = child(properties, name)
    return element is not None and (_value(element) or "1") not in _OFF


# ---- the walk


@dataclass(slots=True)
class _Reading:
    """One walk through the document's parts and what was met on the way."""

    styles: dict[str, _Style]
    title: str = ""
    has_changes: bool = False
    bold: set[str] = field(default_factory=set)
    numbering: Numbering = field(default_factory=Numbering)

    def blocks(self, parent: etree._Element, cell: Place = NOWHERE) -> Iterator[Piece]:
        """The pieces of everything that stands at block level in `parent`, which may be a `cell`."""
        carried = ""
        for element in _block_elements(parent):
            name = local(element)
            if name == "tbl":
                yield from self._table(element, cell)
                continue
            text, boxes = self._paragraph_text(element)
            text = carried + text
            # A paragraph whose end was deleted goes on in the next one.
            if child(element, "pPr", "rPr", "del") is not None:
                self.has_changes = True
                carried = text
                continue
            carried = ""
            yield from self._pieces(element, text, cell=cell)
            for box in boxes:
                yield from self.blocks(box)
        if carried.strip():
            is_cell = cell != NOWHERE
            place = cell if is_cell else self.numbering.paragraph()
            yield Piece(BlockKind.TABLE_CELL if is_cell else BlockKind.PARAGRAPH, tidy(carried), place=place)

    def notes(self, root: etree._Element) -> Iterator[Piece]:
        for element in root:
            # Separators are notes, too, by their form.
            if local(element) in ("footnote", "endnote") and attribute(element, "type") in (None, "normal"):
                # They stand at the foot of pages, and in no order with the paragraphs.
                yield from (replace(piece, place=NOWHERE) for piece in self.blocks(element))

    def _pieces(self, element: etree._Element, text: str, *, cell: Place) -> Iterator[Piece]:
        properties = child(element, "pPr")
        style = self.styles.get(_value(child(properties, "pStyle")) or "", _Style())
        if style.is_contents:
            return
        lines = "\n".join(tidy(line) for line in text.split("\n")).strip()
        if not lines:
            return
        if style.is_title and not self.title:
            self.title = lines.replace("\n", " ")
        number = child(properties, "numPr", "numId")
        kind = BlockKind.PARAGRAPH
        is_cell = cell != NOWHERE
        place = cell if is_cell else self.numbering.paragraph()
        if is_cell:
            kind = BlockKind.TABLE_CELL
        elif style.is_heading or _outlined(properties):
            kind = BlockKind.HEADING
        elif _numbered(properties) or (style.is_list and number is None):
            kind = BlockKind.LIST_ITEM
        for line_kind, line in split_lines(kind, lines):
            if line_kind is BlockKind.PARAGRAPH and _is_all_bold(element):
                self.bold.add(line)
            yield Piece(line_kind, line, place=place)

    def _table(self, table: etree._Element, around: Place) -> Iterator[Piece]:
        """The cells of a table, which may itself stand in the cell `around`."""
        if around == NOWHERE:
            self.numbering.begin_table()
        for row in _rows(table):
            is_first = True
            if around == NOWHERE:
                self.numbering.begin_row()
            for cell in _cells(row):
                if around == NOWHERE:
                    self.numbering.begin_cell(_columns_taken(cell))
                # A cell that goes on from the one above is empty and says so.
                for piece in self.blocks(cell, cell=self.numbering.cell()):
                    yield replace(piece, follows_in_row=not is_first)
                    is_first = False

    def _paragraph_text(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        """A paragraph's text and the text boxes anchored in it; walked without recursion."""
        parts: list[str] = []
        boxes: list[etree._Element] = []
        higher = HigherRuns()
        stack: list[equations.Part] = list(reversed(paragraph))
        while stack:
            element = stack.pop()
            if isinstance(element, str):
                parts += [element] if element else []
                continue
            name = local(element)
            if name in _CHANGES:
                self.has_changes = True
            if name == "txbxContent":
                boxes.append(element)
            elif name in _SKIPPED or _is_hidden(element, name):
                continue
            elif name == "t":
                parts.append(_run_text(element, higher, "".join(parts[-3:])))
            elif name == "sym":
                parts.append(_symbol(element))
            elif name in _CHARACTERS:
                parts.append(_CHARACTERS[name])
            elif (written := equations.in_line(element)) is not None:
                if name == "f" and parts and parts[-1][-1:].isdigit():
                    parts.append(" ")  # "2" and the fraction 3/4 behind it are no 23/4
                stack.extend(reversed(written))
            else:
                stack.extend(reversed(element))
        return "".join(parts), boxes


def _run_text(element: etree._Element, higher: HigherRuns, before: str) -> str:
    text = element.text or ""
    run = element.getparent()
    properties = child(run, "rPr") if run is not None else None
    fonts = child(properties, "rFonts")
    if fonts is not None and (attribute(fonts, "ascii") or "").lower() == symbol_font.NAME:
        text = symbol_font.moved_back(text)
    height = _value(child(properties, "position")) or ""
    is_set_higher = re.fullmatch(r"\d{1,4}", height) is not None and int(height) >= LEAST_RAISED
    is_raised = higher.is_raised(before, text, is_higher=is_set_higher)
    return raised(text) if is_raised or _value(child(properties, "vertAlign")) == "superscript" else text


def _symbol(element: etree._Element) -> str:
    """A character that is given by its number in a font; a blank for one that says nothing outside of it."""
    code = attribute(element, "char") or ""
    known = symbol(attribute(element, "font") or "", int(code, 16)) if _HEX.fullmatch(code) else ""
    return known or " "


def _is_hidden(element: etree._Element, name: str) -> bool:
    """Whether a run is hidden text, or a content control shows only its own "Click here to enter text"."""
    if name == "r":
        return _is_on(child(element, "rPr"), "vanish")
    return name == "sdt" and child(element, "sdtPr", "showingPlcHdr") is not None


def _block_elements(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables under a parent, through content controls and the marks of changes and markup."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        name = local(element)
        if name in ("p", "tbl"):
            yield element
        elif name in _WRAPPERS and not _is_hidden(element, name):
            stack.extend(reversed(element))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in _through_wrappers(table, "tr"):
        if child(row, "trPr", "del") is None:
            yield row


def _columns_taken(cell: etree._Element) -> int:
    """How many columns a cell says it takes."""
    span = child(cell, "tcPr", "gridSpan")
    return 1 if span is None else taken(attribute(span, "val") or "")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return _through_wrappers(row, "tc")


def _through_wrappers(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if local(element) == wanted:
            yield element
        elif local(element) in _WRAPPERS:
            stack.extend(reversed(element))


def _is_all_bold(paragraph: etree._Element) -> bool:
    runs = [run for run in paragraph.iter("{*}r") if any(local(below) == "t" and below.text for below in run)]
    return bool(runs) and all(_is_on(child(run, "rPr"), "b") for run in runs)
