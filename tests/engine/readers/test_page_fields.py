"""PDF forms: what was filled in is read where it stands, and what cannot be read is noted."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from statement_compare.engine.model import Source
from statement_compare.engine.readers import read_bytes
from statement_compare.engine.readers.page_fields import PageFields

ASKED = "Statement of the owner. Amount of the fine in tenge:"
FILLED = "5,000 and nobody was dismissed"


def looks(words: str) -> bytes:
    """How a field looks: a form object with these words, whose number is 8."""
    drawn = f"/Tx BMC BT /F1 12 Tf 2 4 Td ({words}) Tj ET EMC".encode()
    head = f"/Type/XObject/Subtype/Form/BBox[0 0 350 20]/Resources<</Font<</F1 4 0 R>>>>/Length {len(drawn)}"
    return f"<<{head}>>stream\n".encode() + drawn + b"\nendstream"


def form(annotation: str, **of: str) -> Source:
    return read_bytes(written(annotation, **of), name="form.pdf")


def written(
    annotation: str, drawn: bytes = looks(FILLED), fields: str = "5 0 R", more: str = "<<>>", annotations: str = "5 0 R"
) -> bytes:
    """A page with a question and below it an annotation, object 5; `more` is object 6."""
    asked = f"BT /F1 12 Tf 50 750 Td ({ASKED}) Tj ET".encode()
    page = "/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 7 0 R"
    objects = [
        f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{fields}]/DR<</Font<</F1 4 0 R>>>>/DA(/F1 12 Tf 0 g)>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<<{page}/Annots[{annotations}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Type/Annot/Rect[50 700 400 720]/P 3 0 R/DA(/F1 12 Tf 0 g){annotation}>>",
        more,
        f"<</Length {len(asked)}>>stream\n".encode() + asked + b"\nendstream",
        drawn,
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + (each if isinstance(each, bytes) else each.encode()) + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + head + table + tail


@pytest.mark.parametrize(
    "field",
    [
        f"/Subtype/Widget/F 4/FT/Tx/T(fine)/V({FILLED})/AP<</N 8 0 R>>",
        f"/Subtype/Widget/FT/Tx/T(fine)/V({FILLED})/AP<</N 8 0 R>>",
        f"/Subtype/Widget/F 4/FT/Ch/Ff 131072/T(fine)/V({FILLED})/Opt[({FILLED})]/AP<</N 8 0 R>>",
    ],
)
def test_what_was_filled_in_is_read_below_what_was_asked(field: str) -> None:
    source = form(field)
    assert source.text.split() == f"{ASKED} {FILLED}".split()
    assert source.notes == ()
    assert source.places[-1].page == 1


def test_a_field_whose_kind_its_parent_says_is_read() -> None:
    parent = f"<</FT/Tx/T(fine)/V({FILLED})/Kids[5 0 R]>>"
    source = form("/Subtype/Widget/F 4/Parent 6 0 R/AP<</N 8 0 R>>", fields="6 0 R", more=parent)
    assert source.text.split() == f"{ASKED} {FILLED}".split()


@pytest.mark.parametrize(
    "annotation",
    [
        "/Subtype/Widget/F 4/FT/Tx/T(fine)/AP<</N 8 0 R>>",
        f"/Subtype/Widget/F 2/FT/Tx/T(fine)/V({FILLED})/AP<</N 8 0 R>>",
        "/Subtype/Widget/F 4/FT/Btn/Ff 65536/T(send)/AP<</N 8 0 R>>",
        "/Subtype/Widget/F 4/FT/Sig/T(signed)/AP<</N 8 0 R>>",
        "/Subtype/Stamp/F 4/Contents(Draft)/AP<</N 8 0 R>>",
        "/Subtype/Link/F 4/A<</S/URI/URI(https://example.org)>>",
        "/Subtype/FreeText/F 4/Contents()",
    ],
)
def test_what_nobody_wrote_into_the_page_is_neither_read_nor_noted(annotation: str) -> None:
    source = form(annotation)
    assert source.text.split() == ASKED.split()
    assert source.notes == ()


@pytest.mark.parametrize(
    "annotation",
    [f"/Subtype/FreeText/F 4/Contents({FILLED})/AP<</N 8 0 R>>", f"/Subtype/FreeText/F 4/Contents({FILLED})"],
)
def test_a_remark_that_somebody_wrote_onto_a_page_is_noted(annotation: str) -> None:
    source = form(annotation)
    assert source.text.split() == ASKED.split()
    assert source.notes == ("fields_not_read:1",)


def test_other_marks_on_the_page_do_not_come_in_with_a_field() -> None:
    stamp = "<</Type/Annot/Subtype/Stamp/F 4/Rect[50 600 400 620]/AP<</N 8 0 R>>>>"
    field = f"/Subtype/Widget/F 4/FT/Tx/T(fine)/V({FILLED})/AP<</N 8 0 R>>"
    source = form(field, more=stamp, annotations="6 0 R 5 0 R 6 0 R")
    assert source.text.split() == f"{ASKED} {FILLED}".split()


def test_a_page_with_more_marks_than_any_form_has_is_noted_and_read_in_time() -> None:
    field = f"/Subtype/Widget/F 4/FT/Tx/T(fine)/V({FILLED})/AP<</N 8 0 R>>"
    source = form(field, annotations="5 0 R " * 200_000)
    assert source.text.split() == ASKED.split()
    assert source.notes == ("fields_not_read:1",)


def test_a_field_of_which_the_file_does_not_hold_how_it_looks_is_read_as_well() -> None:
    source = form(f"/Subtype/Widget/F 4/FT/Tx/T(fine)/V({FILLED})")
    assert source.text.split() == f"{ASKED} {FILLED}".split()


@pytest.mark.parametrize(("outcome", "unread"), [(pdfium.FLATTEN_FAIL, [0]), (pdfium.FLATTEN_SUCCESS, [])])
def test_a_page_into_which_a_field_could_not_be_put_is_noted(
    monkeypatch: pytest.MonkeyPatch, outcome: int, unread: list[int]
) -> None:
    monkeypatch.setattr(pdfium, "FPDFPage_Flatten", lambda _page, _usage: outcome)
    document = pypdfium2.PdfDocument(written(f"/Subtype/Widget/F 4/FT/Tx/T(fine)/V({FILLED})/AP<</N 8 0 R>>"))
    fields = PageFields(document)
    fields.page(0)
    assert fields.unread == unread
    document.close()
