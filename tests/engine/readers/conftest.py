"""A writer of small PDFs: text at places, in two fonts, Latin and Cyrillic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from statement_compare.engine import readers
from statement_compare.engine.progress import Progress
from statement_compare.engine.readers import child, isolation
from statement_compare.engine.readers.extract import Extract, Request
from statement_compare.engine.readers.formats import Format
from statement_compare.engine.readers.limits import Limits
from statement_compare.engine.readers.reader_of_format import reader_of


@dataclass(frozen=True)
class At:
    """Text at a place in points from the page's lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10
    is_bold: bool = False


PdfWriter = Callable[..., bytes]


def _to_unicode() -> bytes:
    """A map from the bytes of Windows-1251 to Unicode, in the form PDF wants it."""
    rows = [f"<{code:02x}> <{ord(bytes([code]).decode('cp1251', 'replace')):04x}>" for code in range(32, 256)]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in parts)
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
    return (head + "1 begincodespacerange <00> <ff> endcodespacerange\n" + body + "endcmap end end").encode()


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _content(texts: Sequence[At]) -> bytes:
    drawn = b""
    for at in texts:
        text = at.text.encode("cp1251").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        font = b"/F2" if at.is_bold else b"/F1"
        drawn += b"BT %s %g Tf %g %g Td (%s) Tj ET\n" % (font, at.size, at.x, at.y, text)
    return drawn


def write_pdf(
    *pages: Sequence[At],
    page_extra: str = "",
    trailer_extra: str = "",
    title: str = "",
    drawing: str = "",
    form: str | None = None,
    form_extra: str = "",
) -> bytes:
    """A PDF of A4 pages; every character of both fonts is half as wide as high.

    On every page the operators of `drawing` come before the texts; those of `form` are drawn by `/X1 Do` among them.
    """
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _stream(_to_unicode())]
    widths = b" ".join([b"278"] + [b"500"] * 223)
    objects += [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /FirstChar 32 /LastChar 255 /Widths [%s] "
        b"/Encoding /WinAnsiEncoding /ToUnicode 3 0 R >>" % (name, widths)
        for name in (b"Helvetica", b"Helvetica-Bold")
    ]
    resources = b"/Font << /F1 4 0 R /F2 5 0 R >>"
    if form is not None:
        head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] %s /Length %d >>\nstream\n%s\nendstream"
        objects.append(head % (form_extra.encode(), len(form), form.encode()))
        resources += b" /XObject << /X1 6 0 R >>"
    kids = []
    for texts in pages:
        objects.append(_stream(drawing.encode() + b"\n" * bool(drawing) + _content(texts)))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s /Contents %d 0 R "
            b"/Resources << %s >> >>" % (page_extra.encode(), len(objects), resources)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%s) >>" % title.encode())
    file = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size %d /Root 1 0 R /Info %d 0 R %s >>" % (len(objects) + 1, len(objects), trailer_extra.encode())
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return file + head + table + b"trailer %s\nstartxref\n%d\n%%%%EOF" % (trailer, len(file))


@pytest.fixture
def pdf() -> PdfWriter:
    return write_pdf


@pytest.fixture
def at() -> type[At]:
    return At


@pytest.fixture(autouse=True)
def read_here_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """What crosses from the child must be what the reader says in this process, where coverage sees it as well.

    A document that the child refused is not read again: it may be one that fills the memory.
    """

    def twice(data: bytes, file_format: Format, encoding: str, limits: Limits, progress: Progress) -> Extract:
        answer = isolation.extract(data, file_format, encoding, limits, progress)
        here = child._answer(reader_of(file_format)(data, Request(encoding, limits)))
        assert isolation._understood(here, limits) == answer
        return answer

    monkeypatch.setattr(readers, "extract", twice)
