"""How plain text is read: decoded and otherwise unchanged, line ends included, so that offsets are the file's own."""

from __future__ import annotations

import re
from dataclasses import replace

from statement_compare.engine.readers import masthead
from statement_compare.engine.readers.encoding import decode
from statement_compare.engine.readers.extract import Extract, Request
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.numbering import places_in
from statement_compare.engine.readers.paragraphs import blocks_of


def read(data: bytes, request: Request) -> Extract:
    """Raises Refusal for a text that is too long or blank, UsageError for an unknown encoding."""
    request.report(0, 2)
    decoded = decode(data, request.encoding)
    request.report(1, 2)
    extract = of_text(decoded.text, request)
    return replace(extract, encoding=decoded.encoding, encoding_guessed=decoded.is_guess, notes=decoded.notes)


def of_text(text: str, request: Request) -> Extract:
    """An extract of text that needs no decoding; lone surrogates, which no file can hold, are replaced one by one."""
    if len(text) > request.limits.text_characters:
        raise Refusal("file_too_long", limit=f"{request.limits.text_characters:,}")
    text = whole(text)
    # Invisible characters alone are no text.
    if re.search(r"\w", text) is None:
        raise Refusal("file_without_text" if text else "file_empty")
    blocks = blocks_of(text)
    found = masthead.read(text, blocks)
    places = places_in(text, blocks)
    return Extract(text, blocks, title=found.title, date=found.date, speaker=found.speaker, places=places)


def whole(text: str) -> str:
    """The text with U+FFFD in the place of each lone surrogate; its length stays."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text
