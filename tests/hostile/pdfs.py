"""PDFs whose pages go in circles or never end, whose streams are bombs, which carry scripts and files, or no fonts."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from case import Case, Reads, either, file_case, refused
from packages import SENTENCE

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_DRAWN = b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % SENTENCE.encode()


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def deflated(data: bytes, extra: bytes = b"") -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter /FlateDecode " + extra)


def page(extra: bytes = b"/MediaBox [0 0 595 842]", content: bytes = b"5 0 R") -> bytes:
    return b"<< /Type /Page /Parent 2 0 R %s /Contents %s /Resources << /Font << /F1 4 0 R >> >> >>" % (extra, content)


def pdf(
    *,
    catalog: bytes = b"",
    pages: bytes = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    first: bytes = b"",
    font: bytes = _FONT,
    content: bytes = b"",
    more: Sequence[bytes] = (),
    trailer: bytes = b"",
) -> bytes:
    """Objects 1 to 5 (catalogue, page tree, page, font, content) and what comes behind them, with their table."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        pages,
        first or page(),
        font,
        content or stream(_DRAWN),
        *more,
    ]
    file = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF"
    return bytes(file) + end % (len(objects) + 1, table, len(objects) + 1, trailer, len(file))


def many_pages(count: int) -> bytes:
    """One page, named so many times by the page tree."""
    return pdf(pages=b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count))


def _in_objects_that_are_packed() -> bytes:
    """An object stream that unpacks to a hundred megabytes, and says that it holds a million objects."""
    head = b" ".join(b"%d %d" % (number, number) for number in range(10, 110))
    packed = deflated(head + b" " * 100_000_000, b"/Type /ObjStm /N 1000000 /First 400")
    return pdf(more=[packed], first=page(content=b"[5 0 R 10 0 R]"))


def _drawing_itself() -> bytes:
    form = stream(
        b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    first = page().replace(b"/Font", b"/XObject << /X 6 0 R >> /Font")
    return pdf(first=first, content=stream(_DRAWN + b" /X Do"), more=[form])


def _updated(times: int) -> bytes:
    """So many changes appended, each of which names the table before it."""
    data = bytearray(pdf())
    before = data.rfind(b"xref\n0")
    for _ in range(times):
        place = len(data) + 1
        data += b"\nxref\n0 0\ntrailer << /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF" % (before, place)
        before = place
    return bytes(data)


_SCRIPT = b"/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://a.example'\\);) >>"
_LAUNCH = b"/OpenAction << /S /Launch /F (/bin/sh) >> /AA << /WC << /S /URI /URI (http://a.example) >> >>"
_FILE = b"<< /Type /Filespec /F (../../x.exe) /EF << /F 6 0 R >> >>"
_FILES = b"/Names << /EmbeddedFiles << /Names [(../../x.exe) %s] >> >>" % _FILE
_DAMAGE = ("file_damaged", "file_without_text", "file_is_scanned", "file_breaks_reader")

CASES: tuple[Case, ...] = (
    file_case("a PDF as it should be", "a.pdf", pdf, Reads(SENTENCE)),
    file_case(
        "a page tree that holds itself",
        "a.pdf",
        lambda: pdf(pages=b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"),
        either("", *_DAMAGE),
    ),
    file_case(
        "a page whose parent is itself",
        "a.pdf",
        lambda: pdf(first=page().replace(b"2 0 R", b"3 0 R")),
        either("", *_DAMAGE),
    ),
    file_case(
        "a page tree a thousand levels deep",
        "a.pdf",
        lambda: pdf(
            pages=b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
            more=[b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % n for n in range(7, 1_007)]
            + [b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"],
        ),
        either("", *_DAMAGE),
    ),
    file_case("a hundred thousand pages", "a.pdf", lambda: many_pages(100_000), refused("file_too_many_pages")),
    file_case(
        "as many pages as are read, all of them one",
        "a.pdf",
        lambda: many_pages(1_000),
        either(SENTENCE, *_DAMAGE),
        seconds=60,
    ),
    file_case(
        "two thousand million pages that are not there",
        "a.pdf",
        lambda: pdf(pages=b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>"),
        either("", "file_too_many_pages", *_DAMAGE),
    ),
    file_case(
        "fewer pages than none",
        "a.pdf",
        lambda: pdf(pages=b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>"),
        either("", *_DAMAGE),
    ),
    file_case(
        "a page larger than a country",
        "a.pdf",
        lambda: pdf(first=page(b"/MediaBox [0 0 1e30 1e30]")),
        either("", *_DAMAGE),
    ),
    file_case(
        "a page of no size",
        "a.pdf",
        lambda: pdf(first=page(b"/MediaBox [0 0 0 0] /UserUnit 1e9")),
        either("", *_DAMAGE),
    ),
    file_case(
        "a page whose corners are no numbers",
        "a.pdf",
        lambda: pdf(first=page(b"/MediaBox [nan inf (a) /b]")),
        either("", *_DAMAGE),
    ),
    file_case("a script that is to run when it is opened", "a.pdf", lambda: pdf(catalog=_SCRIPT), Reads(SENTENCE)),
    file_case(
        "a program that is to be started when it is opened", "a.pdf", lambda: pdf(catalog=_LAUNCH), Reads(SENTENCE)
    ),
    file_case(
        "a file in a PDF",
        "a.pdf",
        lambda: pdf(catalog=_FILES, more=[deflated(bytes(100_000_000), b"/Type /EmbeddedFile")]),
        Reads(SENTENCE),
    ),
    file_case(
        "objects that are packed, and far too many of them",
        "a.pdf",
        _in_objects_that_are_packed,
        either("", "file_needs_memory", *_DAMAGE),
        seconds=60,
        megabytes=900,
    ),
    file_case(
        "a drawing that unpacks to a multiple",
        "a.pdf",
        lambda: pdf(content=deflated(_DRAWN + b" " * 100_000_000)),
        either("", "file_needs_memory", *_DAMAGE),
        seconds=60,
        megabytes=900,
    ),
    file_case(
        "a drawing that is packed ten times over",
        "a.pdf",
        lambda: pdf(
            content=stream(_packed_again(_DRAWN + b" " * 30_000_000, 10), b"/Filter [" + b"/FlateDecode " * 10 + b"]")
        ),
        either("", "file_needs_memory", *_DAMAGE),
        seconds=60,
        megabytes=900,
    ),
    file_case(
        "a drawing that draws itself", "a.pdf", _drawing_itself, either(SENTENCE, *_DAMAGE), seconds=60, megabytes=900
    ),
    file_case(
        "a drawing of fifty thousand letters, one at a time",
        "a.pdf",
        lambda: pdf(content=deflated(b"BT /F1 1 Tf " + b"1 0 Td (a) Tj " * 50_000 + b"ET")),
        either("", "file_too_slow", "file_needs_memory", *_DAMAGE),
        seconds=70,
        megabytes=900,
    ),
    file_case(
        "states that are saved without end",
        "a.pdf",
        lambda: pdf(content=deflated(b"q " * 1_000_000 + _DRAWN)),
        either("", "file_needs_memory", *_DAMAGE),
        seconds=60,
        megabytes=900,
    ),
    file_case(
        "brackets that nest without end",
        "a.pdf",
        lambda: pdf(more=[b"[" * 200_000], first=page(b"/MediaBox 6 0 R")),
        either("", *_DAMAGE),
    ),
    file_case(
        "a table of objects that names itself as the one before",
        "a.pdf",
        lambda: pdf(trailer=b"/Prev 9"),
        either(SENTENCE, *_DAMAGE),
    ),
    file_case(
        "three thousand changes, one behind the other", "a.pdf", lambda: _updated(3_000), either(SENTENCE, *_DAMAGE)
    ),
    file_case(
        "a length that is the stream itself",
        "a.pdf",
        lambda: pdf(content=b"<< /Length 5 0 R >>\nstream\n" + _DRAWN + b"\nendstream"),
        either("", *_DAMAGE),
    ),
    file_case(
        "a PDF with a password",
        "a.pdf",
        lambda: pdf(
            trailer=b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >> "
            b"/ID [<00> <00>]" % (b"a1" * 32, b"b2" * 32)
        ),
        refused("file_encrypted"),
    ),
    file_case(
        "a PDF protected in a way that nobody knows",
        "a.pdf",
        lambda: pdf(trailer=b"/Encrypt << /Filter /Nobody /V 99 >> /ID [<00> <00>]"),
        refused("file_encrypted", "file_damaged"),
    ),
    file_case(
        "a font that is not there",
        "a.pdf",
        lambda: pdf(font=b"<< /Type /Font /Subtype /Type1 /BaseFont /Nowhere >>"),
        either(SENTENCE, "file_text_is_coded"),
    ),
    file_case("a font that is no font", "a.pdf", lambda: pdf(font=b"(a)"), either("", "file_text_is_coded", *_DAMAGE)),
    file_case(
        "a font that is its own descendant",
        "a.pdf",
        lambda: pdf(
            font=b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R] >>"
        ),
        either("", "file_text_is_coded", *_DAMAGE),
    ),
    file_case(
        "a font whose letters stand for a great many",
        "a.pdf",
        lambda: pdf(
            font=_FONT.replace(b">>", b"/ToUnicode 6 0 R >>"),
            more=[deflated(b"begincmap 1 beginbfrange <00> <ff> <%s> endbfrange endcmap" % (b"0041" * 9_000))],
        ),
        either("", "file_text_is_coded", *_DAMAGE),
        seconds=60,
    ),
    file_case(
        "fonts in every place, none of them there",
        "a.pdf",
        lambda: pdf(content=stream(b"BT /F9 12 Tf 72 700 Td (%s) Tj ET" % SENTENCE.encode())),
        either("", *_DAMAGE),
    ),
    file_case(
        "a PDF with something else before it",
        "a.pdf",
        lambda: b"\0" * 500 + pdf(),
        either(SENTENCE, "file_damaged", "file_not_text"),
    ),
    file_case("a PDF without its table", "a.pdf", lambda: pdf().partition(b"xref")[0], either(SENTENCE, *_DAMAGE)),
    file_case("a PDF that is nothing but its first line", "a.pdf", lambda: b"%PDF-1.7", refused("file_damaged")),
    file_case("a PDF called a text", "a.txt", pdf, Reads(SENTENCE)),
    file_case("a text called a PDF", "a.pdf", lambda: SENTENCE.encode(), refused("file_damaged")),
)


def _packed_again(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data
