"""Which formats are read: what each is called, the names its files have, and the module that reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from statement_compare.engine.readers.extract import Extract, Request


class Format(StrEnum):
    TXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    PDF = "pdf"
    EML = "eml"


@dataclass(frozen=True, slots=True)
class Reading:
    """How one format is read.

    `module` of this package has `read(data, request)`. `is_isolated`: always in a child process, since its parser is
    not Python alone or its work not bounded. `is_binary`: a file of that name that holds only text is damaged.
    """

    format: Format
    module: str
    suffixes: tuple[str, ...]
    is_isolated: bool = True
    is_binary: bool = False


READINGS: Final = (
    Reading(Format.PDF, "pdf", (".pdf",), is_binary=True),
    Reading(Format.DOCX, "docx", (".docx", ".docm", ".dotx"), is_binary=True),
    Reading(Format.ODT, "odt", (".odt", ".ott", ".fodt"), is_binary=True),
    Reading(Format.RTF, "rtf", (".rtf",)),
    Reading(Format.HTML, "html", (".html", ".htm", ".xhtml")),
    Reading(Format.TXT, "text", (".txt", ".text"), is_isolated=False),
    Reading(Format.MARKDOWN, "markdown", (".md", ".markdown"), is_isolated=False),
    Reading(Format.EML, "email", (".eml", ".mht", ".mhtml")),
)
SUFFIXES: Final = {suffix: each.format for each in READINGS for suffix in each.suffixes}
READ_HERE: Final = frozenset(each.format for each in READINGS if not each.is_isolated)
BINARY: Final = frozenset(each.format for each in READINGS if each.is_binary)

_MODULES: Final = {each.format: each.module for each in READINGS}


def reader_of(file_format: Format) -> Callable[[bytes, Request], Extract]:
    """The reader of a format; its module is loaded when it is asked for, so that a child process has one alone."""
    module = import_module(f"statement_compare.engine.readers.{_MODULES[file_format]}")
    read: Callable[[bytes, Request], Extract] = module.read
    return read
