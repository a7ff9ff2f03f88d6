"""Zip-based documents that lie about what they hold: bombs, overlapping and countless entries, odd parts, passwords."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from case import Case, Reads, either, file_case, refused

SENTENCE = "The harbour was closed on Monday."
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
ODT_KIND = "application/vnd.oasis.opendocument.text"
_ODT_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def packed(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def word_xml(body: str = f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>", head: str = "") -> str:
    return f'{head}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'


def docx(
    xml: bytes | str | None = None, parts: Mapping[str, bytes | str] | None = None, method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A Word file of one sentence, or of the given main part."""
    main = word_xml() if xml is None else xml
    return packed({"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": main, **(parts or {})}, method)


def odt_xml(body: str = f"<text:p>{SENTENCE}</text:p>", head: str = "") -> str:
    return (
        f"{head}<office:document-content {_ODT_NAMES}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )


def odt(xml: bytes | str | None = None, parts: Mapping[str, bytes | str] | None = None) -> bytes:
    return packed({"mimetype": ODT_KIND, "content.xml": odt_xml() if xml is None else xml, **(parts or {})})


def fodt(body: str = f"<text:p>{SENTENCE}</text:p>", head: str = "") -> bytes:
    return (
        f'{head}<office:document {_ODT_NAMES} office:mimetype="{ODT_KIND}"><office:body><office:text>{body}'
        "</office:text></office:body></office:document>"
    ).encode()


def padded(xml: str, megabytes: int) -> bytes:
    """XML with so many spaces behind it: a thousandth of that when it is packed."""
    return xml.encode() + b" " * (megabytes * 1_000_000)


def within_itself(levels: int) -> bytes:
    """Archives in archives, the innermost a Word file; each in the main part's place."""
    data = docx()
    for _ in range(levels):
        data = docx(data)
    return data


def overlapping(copies: int, megabytes: int) -> bytes:
    """As many entries as `copies`, all of them the same packed bytes: small on the disk, large for whoever adds up."""
    text = padded(word_xml(), megabytes)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(text) + packer.flush()
    check = zlib.crc32(text)

    def head(name: bytes) -> bytes:
        sizes = struct.pack("<IIIHH", check, len(body), len(text), len(name), 0)
        return struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes

    file = bytearray()
    places = []
    for name in (b"word/document.xml",):
        places.append(len(file))
        file += b"PK\3\4" + head(name) + name + body
    directory = bytearray()
    for number in range(copies):
        name = b"word/document.xml" if not number else b"word/media/%d.xml" % number
        directory += b"PK\1\2" + struct.pack("<H", 20) + head(name)
        directory += struct.pack("<HHHII", 0, 0, 0, 0, places[0]) + name
    end = struct.pack("<HHHHIIH", 0, 0, copies, copies, len(directory), len(file), 0)
    return bytes(file + directory + b"PK\5\6" + end)


def with_declared_size(data: bytes, name: bytes, size: int) -> bytes:
    """A package whose directory says another size of one part, in both places."""
    changed = bytearray(data)
    for signature, offset, name_offset in ((b"PK\3\4", 22, 30), (b"PK\1\2", 24, 46)):
        place = changed.find(signature)
        while place >= 0:
            if changed[place + name_offset :].startswith(name):
                changed[place + offset : place + offset + 4] = struct.pack("<I", size)
            place = changed.find(signature, place + 4)
    return bytes(changed)


def with_password(data: bytes) -> bytes:
    """A package all of whose entries say that they are encrypted."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = changed.find(signature)
        while place >= 0:
            changed[place + offset] |= 1
            place = changed.find(signature, place + 4)
    return bytes(changed)


def ole(*streams: str) -> bytes:
    """The beginning of an old Office container, with the names of streams in its directory."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + bytes(512)


def many_entries(count: int) -> bytes:
    return docx(parts={f"word/media/{number}.bin": b"" for number in range(count)})


def twice_the_same_part() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        for words in ("First.", SENTENCE):
            # The library warns of a name that is there already; written as another name, it is renamed in place.
            archive.writestr(
                "word/document.xml" if words == "First." else "word/documenX.xml",
                word_xml(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"),
            )
    return file.getvalue().replace(b"documenX", b"document")


_ODF_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    "</manifest:manifest>"
)
_TOO_LARGE = ("file_unpacks_too_large",)

CASES: tuple[Case, ...] = (
    file_case(
        "a Word file that unpacks to a multiple",
        "a.docx",
        lambda: docx(padded(word_xml(), 60)),
        refused(*_TOO_LARGE),
        megabytes=250,
    ),
    file_case(
        "an OpenDocument text that unpacks to a multiple",
        "a.odt",
        lambda: odt(padded(odt_xml(), 60)),
        refused(*_TOO_LARGE),
        megabytes=250,
    ),
    file_case(
        "a picture in a Word file that unpacks to a multiple",
        "a.docx",
        lambda: docx(parts={"word/media/a.bmp": bytes(60_000_000)}),
        refused(*_TOO_LARGE),
        megabytes=250,
    ),
    file_case(
        "a workbook that unpacks to a multiple",
        "a.xlsx",
        lambda: packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": bytes(60_000_000)}),
        refused("file_is_other"),
        megabytes=250,
    ),
    file_case("archives in archives", "a.docx", lambda: within_itself(20), refused("file_damaged")),
    file_case(
        "entries that overlap, few of them",
        "a.docx",
        lambda: overlapping(50, 1),
        either(SENTENCE, "file_damaged", *_TOO_LARGE),
    ),
    file_case(
        "entries that overlap, many of them",
        "a.docx",
        lambda: overlapping(4_000, 1),
        refused("file_damaged", *_TOO_LARGE),
    ),
    file_case("more entries than any document has", "a.docx", lambda: many_entries(20_000), refused(*_TOO_LARGE)),
    file_case(
        "a part that is larger than it says",
        "a.docx",
        lambda: with_declared_size(docx(padded(word_xml(), 40)), b"word/document.xml", 200),
        refused("file_damaged", *_TOO_LARGE),
        megabytes=250,
    ),
    file_case(
        "a part that says it is of two gigabytes",
        "a.docx",
        lambda: with_declared_size(docx(), b"word/document.xml", 2_147_483_647),
        refused(*_TOO_LARGE),
    ),
    file_case(
        "names that lead out of the package",
        "a.docx",
        lambda: docx(parts={"../../../outside.xml": "<a/>", "/outside.xml": "<a/>", "C:\\outside.xml": "<a/>"}),
        Reads(f"{SENTENCE}\n", is_all=True),
    ),
    file_case(
        "relations that lead out of the package",
        "a.docx",
        lambda: docx(
            parts={
                "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/'
                '2006/relationships"><Relationship Id="r1" TargetMode="External" Target='
                '"file:///etc/hostname" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                'relationships/officeDocument"/></Relationships>'
            }
        ),
        either(SENTENCE, "file_damaged"),
    ),
    file_case("the main part twice", "a.docx", twice_the_same_part, either("", "file_damaged")),
    file_case(
        "no main part",
        "a.docx",
        lambda: packed({"[Content_Types].xml": CONTENT_TYPES}),
        refused("file_damaged", "file_is_other"),
    ),
    file_case("an empty main part", "a.docx", lambda: docx(""), refused("file_damaged")),
    file_case(
        "a directory without a file", "a.docx", lambda: b"PK\5\6" + bytes(18), refused("file_damaged", "file_is_other")
    ),
    file_case(
        "a Word file with a password",
        "a.docx",
        lambda: ole("EncryptionInfo", "EncryptedPackage"),
        refused("file_encrypted"),
    ),
    file_case("a package with a password", "a.docx", lambda: with_password(docx()), refused("file_encrypted")),
    file_case(
        "an OpenDocument text with a password",
        "a.odt",
        lambda: odt(b"\x8f\x01" * 90, {"META-INF/manifest.xml": _ODF_MANIFEST}),
        refused("file_encrypted"),
    ),
    file_case("an old Word file called a new one", "a.docx", lambda: ole("WordDocument"), refused("file_is_old_word")),
    file_case("an old workbook called a Word file", "a.docx", lambda: ole("Workbook"), refused("file_is_other")),
    file_case(
        "a workbook called a Word file",
        "a.docx",
        lambda: packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}),
        refused("file_is_other"),
    ),
    file_case("a Word file called a text", "a.txt", docx, Reads(f"{SENTENCE}\n", is_all=True)),
    file_case("a Word file called a PDF", "a.pdf", docx, Reads(f"{SENTENCE}\n", is_all=True)),
    file_case("an OpenDocument text called a Word file", "a.docx", odt, Reads(f"{SENTENCE}\n", is_all=True)),
)
