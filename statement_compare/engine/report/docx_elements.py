"""What python-docx has no word for, as elements of WordprocessingML, each where the schema asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table, _Cell
from docx.text.run import Run

# What stands behind the fonts among the properties of a run, as far as it is used.
_BEHIND_FONTS: Final = (
    *("w:b", "w:bCs", "w:i", "w:caps", "w:color", "w:spacing", "w:kern", "w:sz", "w:szCs"),
    *("w:highlight", "w:u", "w:shd", "w:lang"),
)


def drop(parent: Any, tag: str) -> None:
    """Take all elements of this name out of `parent`, if there is one."""
    for found in [] if parent is None else parent.findall(qn(tag)):
        parent.remove(found)


def set_font(properties: Any, name: str) -> None:
    """The font of a run or a style, for all scripts."""
    drop(properties, "w:rFonts")
    properties.insert_element_before(made("w:rFonts", ascii=name, hAnsi=name, cs=name), *_BEHIND_FONTS)


def set_language(properties: Any, locale: str) -> None:
    """The language of a run, or of the whole document."""
    drop(properties, "w:lang")
    properties.append(made("w:lang", val=locale, eastAsia=locale, bidi=locale))


def set_ground(run: Run, ink: str, ground: str) -> None:
    """The line under a run and the ground behind it, as #rrggbb; the run is underlined already."""
    properties = run._r.get_or_add_rPr()
    properties.find(qn("w:u")).set(qn("w:color"), as_hex(ink))
    properties.append(made("w:shd", val="clear", color="auto", fill=as_hex(ground)))


def add_field(run: Run, code: str) -> None:
    """A number that the program counts, such as PAGE, with "1" until it has; it looks like `run`.

    Each part has a run of its own, as Word writes it: within one run, LibreOffice gives it the size of the document.
    """
    instruction, shown = made("w:instrText"), made("w:t")
    instruction.text, shown.text = f" {code} ", "1"
    for part in (
        made("w:fldChar", fldCharType="begin"),
        instruction,
        made("w:fldChar", fldCharType="separate"),
        shown,
        made("w:fldChar", fldCharType="end"),
    ):
        element = made("w:r")
        if run._r.rPr is not None:
            element.append(deepcopy(run._r.rPr))
        element.append(part)
        run._r.addprevious(element)
    run._r.getparent().remove(run._r)


def add_row(table: Table) -> Sequence[_Cell]:
    """The cells of one more row, which stays on one page where it fits on one."""
    row = table.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(made("w:cantSplit"))
    return tuple(row.cells)


def finish(table: Table, line: str, *, has_header: bool = True) -> None:
    """Lines between the rows, cells as wide as their columns, and a first row that is repeated on each page."""
    borders = made("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(made(f"w:{side}", val="single", sz="4", space="0", color=as_hex(line)))
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    widths = [column.width for column in table.columns]
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            if width is not None and cell._tc.grid_span == 1:
                cell.width = width
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if has_header and len(table.rows):
        table.rows[0]._tr.get_or_add_trPr().append(made("w:tblHeader"))


def as_hex(colour: str) -> str:
    """A colour given as #rrggbb, as the schema writes it: "FF0000"."""
    return colour.removeprefix("#").upper()


def made(tag: str, **attributes: str) -> Any:
    """An element with these attributes, both of WordprocessingML."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
