"""Which format a file has: by what it holds, and only then by what it is called."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from pathlib import PurePath

from statement_compare.engine.readers.encoding import looks_like_text
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.formats import BINARY, SUFFIXES, Format, opened_by, packed_as

_HEAD_BYTES = 4_096
# What people drop by mistake, so that the message can name it.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"BM", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"8BPS", "a picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"Rar!", "an archive"),
    (b"BZh", "an archive"),
    (b"\xfd7zXZ\0", "an archive"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"fLaC", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"SQLite format 3\0", "a database"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIL_HEADER = re.compile(
    rb"(?im)^(from|to|subject|date|received|mime-version|message-id|return-path|delivered-to|reply-to|content-type"
    rb"|x-[\w-]+|dkim-signature|cc|sender|snapshot-content-location):"
)
# A memo, too, starts with From, To, Date and Subject; these are written by mail programs alone.
_MAIL_ONLY = {b"received", b"mime-version", b"message-id", b"return-path", b"delivered-to", b"dkim-signature"}


def format_of(data: bytes, name: str) -> Format:
    """The format of a file's bytes; Refusal names what it is where that is no document."""
    suffix = PurePath(name).suffix.lower()
    named = SUFFIXES.get(suffix)
    head = data[:_HEAD_BYTES]
    if not data:
        raise Refusal("file_empty")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _in_zip(data, named)
    if data.startswith(_OLD_OFFICE):
        raise _old_office(data, named)
    if b"%PDF-" in data[:1_024] and opened_by(head) is not Format.HTML:
        return Format.PDF
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return Format.RTF
    _refuse_others(data)
    if not looks_like_text(data):
        raise Refusal("file_damaged" if named in BINARY else "file_not_text")
    return _text_format(data, head, named)


def _text_format(data: bytes, head: bytes, named: Format | None) -> Format:
    start = head.removeprefix(b"\xef\xbb\xbf")
    opened = opened_by(start)
    if opened is not None:
        return opened
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) and b"<html" in start.replace(b"\0", b""):
        return Format.HTML
    if _is_mail(start, named):
        return Format.EML
    if named is not None and named.reading.is_told_by_name:
        return named
    if named in BINARY and not data.strip():
        raise Refusal("file_empty")
    if named in (Format.PDF, Format.DOCX) or (named is Format.ODT and not data.lstrip().startswith(b"<")):
        raise Refusal("file_damaged")
    return Format.TXT


# All that `zipfile` and its decompressors raise on damaged archives.
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
# The archive's directory is read in this process: one of millions of entries would fill it.
_MOST_ENTRIES = 50_000


def _in_zip(data: bytes, named: Format | None) -> Format:
    if data.count(b"PK\x01\x02") > _MOST_ENTRIES:
        raise Refusal("file_is_other", what="an archive")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = archive.open("mimetype").read(100).decode("ascii", "replace") if "mimetype" in names else ""
            types = archive.open("[Content_Types].xml").read(200_000) if "[Content_Types].xml" in names else b""
    except ZIP_ERRORS as error:
        if isinstance(error, RuntimeError) and "encrypted" in str(error):
            raise Refusal("file_encrypted") from error
        raise Refusal("file_damaged" if named in BINARY else "file_is_other", what="an archive") from error
    packed = packed_as(kind)
    if packed is not None:
        return packed
    if b"wordprocessingml" in types or any(name.startswith("word/") for name in names):
        return Format.DOCX
    if kind.startswith("application/epub"):
        raise Refusal("file_is_other", what="an electronic book")
    if "opendocument.spreadsheet" in kind or any(name.startswith("xl/") for name in names):
        raise Refusal("file_is_other", what="a spreadsheet")
    if "opendocument.presentation" in kind or any(name.startswith("ppt/") for name in names):
        raise Refusal("file_is_other", what="a presentation")
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
        raise Refusal("file_is_other", what="an Apple Pages file")
    raise Refusal("file_is_other", what="an archive")


def _old_office(data: bytes, named: Format | None) -> Refusal:
    """Word, mail and encrypted packages share one container; its directory names streams in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data:
        return Refusal("file_encrypted")
    if "WordDocument".encode("utf-16-le") in data:
        return Refusal("file_is_old_word")
    if "__nameid_version".encode("utf-16-le") in data or "__substg1.0_".encode("utf-16-le") in data:
        return Refusal("file_is_other", what="an Outlook message (save it as .eml or .txt)")
    if "Workbook".encode("utf-16-le") in data:
        return Refusal("file_is_other", what="a spreadsheet")
    return Refusal("file_damaged" if named in BINARY else "file_not_text")


def _refuse_others(data: bytes) -> None:
    for signature, what in _OTHERS:
        if data.startswith(signature) and (len(signature) > 3 or not looks_like_text(data)):
            raise Refusal("file_is_other", what=what)
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise Refusal("file_is_other", what="a picture" if data[8:12] == b"WEBP" else "a sound or film")
    if data[4:8] == b"ftyp":
        raise Refusal("file_is_other", what="a picture" if data[8:11] in (b"hei", b"avi") else "a film")


def _is_mail(head: bytes, named: Format | None) -> bool:
    first = head.lstrip(b"\r\n")
    if first.startswith(b"From "):
        first = first.partition(b"\n")[2]
    top = re.split(rb"\r?\n\r?\n", first, maxsplit=1)[0]
    headers = {found.lower() for found in _MAIL_HEADER.findall(top)}
    if _MAIL_HEADER.match(top) is None and re.match(rb"[A-Za-z][\w-]*:", top) is None:
        return False
    return bool(headers) if named is Format.EML else len(headers) >= 3 and bool(headers & _MAIL_ONLY)
