"""Which formats are read: what each is called, its files' names and openings, and the module that reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Self


@dataclass(frozen=True, slots=True)
class Reading:
    """How one format is read. `name` stands in JSON and in reports; `kind` is said to a person: "a Word file".

    `module` of this package has `read(data, request)`. `title` is what lists call it where its kind is too short.
    `opening` is a pattern for the first 4,096 bytes of a file of text, past the mark of UTF-8: it tells the format
    whatever the file's name. `mimetype` is how the entry of that name begins in a zip. `is_told_by_name`: so does the
    name, where no content tells. What takes more than that is told in `detect`.

    `is_isolated`: always in a child process, since its parser is not Python alone or its work not bounded. `is_binary`:
    a file of that name that holds only text is damaged.
    """

    name: str
    kind: str
    module: str
    suffixes: tuple[str, ...]
    title: str = ""
    opening: bytes = b""
    mimetype: str = ""
    is_told_by_name: bool = False
    is_isolated: bool = True
    is_binary: bool = False


_HTML = rb"(?is)(?:\s|<\?xml[^>]*\?>|<!--.{0,2000}?-->)*<(?:!doctype\s+html|html|head|body|title|meta)[\s>]"


class Format(StrEnum):
    """The table: a member for each format that is read, in the order in which they are listed to a person."""

    reading: Reading

    def __new__(cls, reading: Reading) -> Self:
        member = str.__new__(cls, reading.name)
        member._value_ = reading.name
        member.reading = reading
        return member

    TXT = Reading("txt", "text", "text", (".txt", ".text"), title="plain text", is_isolated=False)
    MARKDOWN = Reading(
        "md", "text", "markdown", (".md", ".markdown"), title="Markdown", is_told_by_name=True, is_isolated=False
    )
    DOCX = Reading("docx", "Word", "docx", (".docx", ".docm", ".dotx"), is_binary=True)
    ODT = Reading(
        "odt",
        "OpenDocument",
        "odt",
        (".odt", ".ott", ".fodt"),
        opening=rb"(?s)(?=.*<office:document).*opendocument",
        mimetype="application/vnd.oasis.opendocument.text",
        is_binary=True,
    )
    RTF = Reading("rtf", "RTF", "rtf", (".rtf",))
    PDF = Reading("pdf", "PDF", "pdf", (".pdf",), is_binary=True)
    HTML = Reading("html", "HTML", "html", (".html", ".htm", ".xhtml"), opening=_HTML, is_told_by_name=True)
    EML = Reading("eml", "mail", "email", (".eml", ".mht", ".mhtml"))


SUFFIXES: Final = {suffix: each for each in Format for suffix in each.reading.suffixes}
READ_HERE: Final = frozenset(each for each in Format if not each.reading.is_isolated)
BINARY: Final = frozenset(each for each in Format if each.reading.is_binary)
_OPENINGS: Final = tuple((each, re.compile(each.reading.opening)) for each in Format if each.reading.opening)


def opened_by(start: bytes) -> Format | None:
    """The format that the first bytes of a file of text tell, or None where no pattern of the table fits."""
    return next((each for each, opening in _OPENINGS if opening.match(start)), None)


def packed_as(mimetype: str) -> Format | None:
    """The format of a zip whose entry `mimetype` says so, or None."""
    return next((each for each in Format if each.reading.mimetype and mimetype.startswith(each.reading.mimetype)), None)


def kinds() -> str:
    """What can be chosen, in words: "text, Word, ... or mail"."""
    *others, last = dict.fromkeys(each.reading.kind for each in Format)
    return f"{', '.join(others)} or {last}"


def titles() -> str:
    """All formats, in words: "plain text, Markdown, Word (.docx), ... and mail (.eml)"."""
    *others, last = (_title(each.reading) for each in Format)
    return f"{', '.join(others)} and {last}"


def _title(reading: Reading) -> str:
    suffix = reading.suffixes[0]
    is_its_suffix = reading.kind.lower() == suffix.removeprefix(".")
    return reading.title or (reading.kind if is_its_suffix else f"{reading.kind} ({suffix})")
