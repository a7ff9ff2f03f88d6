"""What of a mail is the statement: its own body, without what it quotes and without its signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import policy
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any

from statement_compare.engine.readers import html
from statement_compare.engine.readers.encoding import decode
from statement_compare.engine.readers.extract import Extract, Request, tidy
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.mail_lines import Own, own_lines
from statement_compare.engine.readers.notes import note
from statement_compare.engine.readers.text import of_text

_PARTS_READ = 500
_SHORT_CHARACTERS = 60
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
# What stands behind this in a header is not looked at: the library's work grows with the square of its length.
_LONGEST_HEADER = 10_000
# The standard library's header parser raises these, too, on headers no mail program should have written: an
# OverflowError for a year of twenty digits, a ValueError for an encoding that has a null character in its name.
_HEADER_ERRORS = (ValueError, IndexError, LookupError, AttributeError, TypeError, ArithmeticError, RecursionError)

if TYPE_CHECKING:
    _Policy = policy.EmailPolicy[EmailMessage]
else:
    _Policy = policy.EmailPolicy


class _ShortHeaders(_Policy):
    """The usual rules for what headers mean, asked about no more of a header than its beginning."""

    def header_fetch_parse(self, name: str, value: Any) -> Any:
        # What was parsed already is no plain text any more.
        return super().header_fetch_parse(name, value[:_LONGEST_HEADER] if type(value) is str else value)


def read(data: bytes, request: Request) -> Extract:
    """Raises Refusal for a mail without readable text, and for an encrypted one."""
    mail = BytesParser(policy=_ShortHeaders()).parsebytes(data.lstrip(b"\r\n"))
    notes: list[str] = []
    body = _body(mail, request, notes)
    title = re.sub(r"(?i)^(?:(?:re|fwd?|aw|wg|отв|пересл|ha|жб)\s*(?:\[\d+\])?\s*:\s*)+", "", _header(mail, "subject"))
    return Extract(
        body.text,
        body.blocks,
        encoding=body.encoding,
        encoding_guessed=body.encoding_guessed,
        title=title or body.title,
        date=_date(mail) or body.date,
        speaker=_sender(mail) or body.speaker,
        notes=(*notes, *body.notes),
        places=body.places,
    )


def _body(mail: EmailMessage, request: Request, notes: list[str]) -> Extract:
    plain, markup, attached = _bodies(mail)
    if attached:
        notes.append(note("attachments_not_read", ", ".join(attached)))
    written: Extract | None = None
    if plain is not None:
        text, encoding, is_guess = _text(plain, request.encoding)
        flowed = _unflowed(text, plain) if _parameter(plain, "format").lower() == "flowed" else text
        lines = flowed.split("\n")
        own = own_lines(lines, [line.startswith(">") for line in lines])
        text = _written(lines, own)
        if text.strip():
            written = replace(of_text(text, request), encoding=encoding, encoding_guessed=is_guess, notes=own.notes)
    # Some programs write "see the HTML part" as the plain one; but an answer may be short as well, and is one where
    # earlier mails or a signature stand below it.
    if markup is not None and (written is None or (len(written.text) < _SHORT_CHARACTERS and not written.notes)):
        text, encoding, is_guess = _text(markup, request.encoding)
        found = html.of_markup(text, request, is_mail=True)
        if written is None or len(found.text) > 2 * len(written.text):
            return replace(found, encoding=encoding, encoding_guessed=is_guess)
    if written is None:
        raise Refusal("file_without_text")
    return written


def _bodies(mail: EmailMessage) -> tuple[EmailMessage | None, EmailMessage | None, list[str]]:
    """The plain and the HTML body, whichever there are, and the names of what is attached.

    A forwarded mail that is attached whole is looked into only where the mail around it has no text.
    """
    plain: EmailMessage | None = None
    markup: EmailMessage | None = None
    attached: list[str] = []
    inner: list[EmailMessage] = []
    for part in _parts(mail, inner):
        kind = part.get_content_type()
        if kind in _ENCRYPTED:
            raise Refusal("file_encrypted")
        if part.is_multipart():
            continue
        name = _file_name(part)
        if _disposition(part) == "attachment" or (name and kind not in ("text/plain", "text/html")):
            if not kind.startswith("image/") and kind != "application/pgp-signature" and not kind.endswith("signature"):
                attached.append(name or kind)
        elif kind == "text/plain" and (plain is None or not _raw(plain).strip()):
            plain = part
        elif kind == "text/html" and markup is None:
            markup = part
    if plain is None and markup is None and inner:
        return _bodies(inner[0])
    return plain, markup, attached


def _parts(mail: EmailMessage, inner: list[EmailMessage]) -> Iterator[EmailMessage]:
    """The mail's parts in order, without those of attached mails, which go to `inner`."""
    stack = [mail]
    for _ in range(_PARTS_READ):
        if not stack:
            return
        part = stack.pop()
        yield part
        if not part.is_multipart():  # asked for its text, a part decodes it by a name that need be no encoding
            continue
        children = part.get_payload()
        messages = [child for child in children if isinstance(child, EmailMessage)]
        if part.get_content_maintype() == "message":
            inner += messages
        else:
            stack += reversed(messages)


def _raw(part: EmailMessage) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except _HEADER_ERRORS:
        return b""
    return payload if isinstance(payload, bytes) else b""


def _text(part: EmailMessage, chosen: str) -> tuple[str, str, bool]:
    """A part's text with plain line ends, its encoding, and whether that is a guess."""
    decoded = decode(_raw(part), chosen, _parameter(part, "charset"))
    return decoded.text.replace("\r\n", "\n"), decoded.encoding, decoded.is_guess


def _parameter(part: EmailMessage, name: str) -> str:
    try:
        value = part.get_param(name, "")
    except _HEADER_ERRORS:
        return ""
    return value if isinstance(value, str) else ""


def _file_name(part: EmailMessage) -> str:
    try:
        return tidy(part.get_filename() or "")
    except _HEADER_ERRORS:
        return ""


def _disposition(part: EmailMessage) -> str:
    try:
        return part.get_content_disposition() or ""
    except _HEADER_ERRORS:
        return ""


# ---- headers


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return tidy(str(mail.get(name, "")))
    except _HEADER_ERRORS:
        return ""


def _date(mail: EmailMessage) -> date | None:
    """The day on the sender's own calendar."""
    try:
        header = mail.get("date")
    except _HEADER_ERRORS:
        return None
    sent = header.datetime if isinstance(header, DateHeader) else None
    return None if sent is None else sent.date()


def _sender(mail: EmailMessage) -> str:
    """The sender's name, the address where there is none."""
    try:
        header = mail.get("from")
        addresses = header.addresses if isinstance(header, AddressHeader) else ()
        name = tidy(addresses[0].display_name or addresses[0].addr_spec) if addresses else ""
        # A browser that saves a page as a mail signs it.
        return "" if name.lower().strip('"<').startswith("saved by ") else name
    except _HEADER_ERRORS:
        return ""


# ---- lines of the body


def _written(lines: list[str], own: Own) -> str:
    """The sender's own lines; what is nothing but a quote is read without its marks."""
    if own.is_all:
        return "\n".join(re.sub(r"^(?:> ?)+", "", line) for line in lines)
    return "\n".join(lines[number] for number in own.numbers).strip("\n") + "\n"


def _unflowed(text: str, part: EmailMessage) -> str:
    """Lines of format=flowed joined: there, a space at a line's end says that the line goes on (RFC 3676)."""
    deletes_space = _parameter(part, "delsp").lower() == "yes"
    out: list[list[str]] = []  # the lines, each in the pieces that flow into it
    goes_on = False
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:].removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        content = content[:-1] if flows and deletes_space else content
        if goes_on and not depth and content != "-- ":
            out[-1].append(content)
        else:
            out.append([">" * depth + (" " if depth else "") + content])
        goes_on = flows and not depth
    lines = map("".join, out)
    return "\n".join(line if line == "-- " else line.rstrip() for line in lines)
