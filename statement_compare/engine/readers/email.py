"""What of a mail is the statement: its own body, without what it quotes and without its signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from email import policy
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage
from email.parser import BytesParser
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from statement_compare.engine.readers import html
from statement_compare.engine.readers.encoding import decode
from statement_compare.engine.readers.extract import Extract, Request, tidy
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.mail_lines import Own, own_lines, parts_text, without_marks_of_forward
from statement_compare.engine.readers.notes import note
from statement_compare.engine.readers.text import of_text

_PARTS_READ = 500
_TEXTS = ("text/plain", "text/html")
# Behind the text, a mailing list says below such a rule who it is.
_RULE_OF_LIST = b"_" * 20
_SHORT_CHARACTERS = 60
_FORWARDS = "fwd?|wg|tr|rv|пересл"
_FORWARD = re.compile(rf"(?i)(?:{_FORWARDS})\s*(?:\[\d+\])?\s*:")
_ANSWERS_AND_FORWARDS = re.compile(rf"(?i)(?:(?:re|aw|отв|ha|жб|{_FORWARDS})\s*(?:\[\d+\])?\s*:\s*)+")
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
    subject = _header(mail, "subject")
    body = _body(mail, request, notes, is_forward=_FORWARD.match(subject) is not None)
    title = subject[found.end() :] if (found := _ANSWERS_AND_FORWARDS.match(subject)) else subject
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


@dataclass(slots=True)
class _Stretch:
    """A part of the body: one text, or the forms of it among which a program may choose. Either may be in pieces."""

    plain: list[EmailMessage] = field(default_factory=list)
    markup: list[EmailMessage] = field(default_factory=list)


def _body(mail: EmailMessage, request: Request, notes: list[str], *, is_forward: bool) -> Extract:
    stretches, attached = _bodies(mail)
    if attached:
        notes.append(note("attachments_not_read", ", ".join(attached)))
    written: Extract | None = None
    is_answer = False
    if stretches and all(stretch.plain for stretch in stretches):
        texts = [_text(part, request.encoding) for stretch in stretches for part in stretch.plain]
        lines = list(without_marks_of_forward(_joined(text.text for text in texts).split("\n")))
        own = own_lines(lines, [line.startswith(">") for line in lines], is_forward=is_forward)
        body = _written(lines, own)
        if body.strip():
            is_answer = own.quoted > 0
            written = _encoded(replace(of_text(body, request), notes=own.notes), texts)
    # Some programs write "see the HTML part" as the plain one; but an answer may be short as well, and is one where an
    # earlier mail stands below it.
    has_markup = any(stretch.markup for stretch in stretches)
    if has_markup and (written is None or (len(written.text) < _SHORT_CHARACTERS and not is_answer)):
        texts = [_text(part, request.encoding) for stretch in stretches for part in stretch.markup or stretch.plain]
        markup = "\n".join(text.text if text.is_markup else _as_markup(text.text) for text in texts)
        found = html.of_markup(markup, request, is_mail=True, is_forward=is_forward)
        if written is None or len(found.text) > 2 * len(written.text):
            return _encoded(found, texts)
    if written is None:
        raise Refusal("file_without_text")
    return written


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(text if text.endswith("\n") else f"{text}\n" for text in texts)


def _as_markup(text: str) -> str:
    lines = "<br>".join(escape(text, quote=False).split("\n"))
    return f"<div>{lines}</div>"


def _encoded(extract: Extract, texts: list[_Text]) -> Extract:
    """An extract with the encoding of the first of the texts that it was made of, and the notes on all of them."""
    return replace(
        extract,
        encoding=texts[0].encoding,
        encoding_guessed=any(text.is_guess for text in texts),
        notes=(*extract.notes, *dict.fromkeys(entry for text in texts for entry in text.notes)),
    )


def _bodies(mail: EmailMessage) -> tuple[list[_Stretch], list[str]]:
    """What of the mail is text, and the names of what is attached.

    Where something was put in the midst of a mail, its text is in two parts, and both are read; of those among which a
    program may choose, one is. A text with a file's name is read where there is no other, and a forwarded mail that is
    attached whole where the mail around it has no text.
    """
    stretches: dict[int, _Stretch] = {}
    named: list[EmailMessage] = []
    attached: list[str] = []
    inner: list[EmailMessage] = []
    for part, choice in _parts(mail, inner):
        kind = part.get_content_type()
        if kind in _ENCRYPTED:
            raise Refusal("file_encrypted")
        if part.is_multipart():
            continue
        name = _file_name(part)
        if _disposition(part) == "attachment" or (name and kind not in _TEXTS):
            if not kind.startswith("image/") and kind != "application/pgp-signature" and not kind.endswith("signature"):
                attached.append(name or kind)
        elif kind in _TEXTS and name and choice is None:
            named.append(part)
        elif kind in _TEXTS and (data := _raw(part).strip()) and not (stretches and data.startswith(_RULE_OF_LIST)):
            stretch = stretches.setdefault(id(part if choice is None else choice.whole), _Stretch())
            forms = stretch.plain if kind == "text/plain" else stretch.markup
            if choice is None or not (choice.is_direct and forms):
                forms.append(part)
    if not stretches and named:
        first = named.pop(0)
        is_plain = first.get_content_type() == "text/plain"
        stretches[0] = _Stretch(plain=[first]) if is_plain else _Stretch(markup=[first])
    attached += map(_file_name, named)
    if not stretches and inner:
        return _bodies(inner[0])
    return list(stretches.values()), attached


class _Choice(NamedTuple):
    """The outermost multipart/alternative around a part, and whether the part is one of what may be chosen."""

    whole: EmailMessage
    is_direct: bool


def _parts(mail: EmailMessage, inner: list[EmailMessage]) -> Iterator[tuple[EmailMessage, _Choice | None]]:
    """The mail's parts in order, without those of attached mails, which go to `inner`."""
    stack: list[tuple[EmailMessage, _Choice | None]] = [(mail, None)]
    for _ in range(_PARTS_READ):
        if not stack:
            return
        part, choice = stack.pop()
        yield part, choice
        if not part.is_multipart():  # asked for its text, a part decodes it by a name that need be no encoding
            continue
        children = part.get_payload()
        messages = [child for child in children if isinstance(child, EmailMessage)]
        if part.get_content_maintype() == "message":
            inner += messages
            continue
        if part.get_content_type() == "multipart/alternative":
            below: _Choice | None = _Choice(part if choice is None else choice.whole, is_direct=True)
        else:
            below = None if choice is None else choice._replace(is_direct=False)
        stack += [(child, below) for child in reversed(messages)]


def _raw(part: EmailMessage) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except _HEADER_ERRORS:
        return b""
    return payload if isinstance(payload, bytes) else b""


class _Text(NamedTuple):
    """A part's text with plain line ends, its encoding, whether that is a guess, and notes on lost characters."""

    text: str
    encoding: str
    is_guess: bool
    is_markup: bool
    notes: tuple[str, ...]


def _text(part: EmailMessage, chosen: str) -> _Text:
    decoded = decode(_raw(part), chosen, _parameter(part, "charset"))
    text = decoded.text.replace("\r\n", "\n")
    is_markup = part.get_content_type() == "text/html"
    if not is_markup and _parameter(part, "format").lower() == "flowed":
        text = _unflowed(text, part)
    return _Text(text, decoded.encoding, decoded.is_guess, is_markup, decoded.notes)


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
    written = (lines[number] for number in own.numbers)
    return "\n".join("" if parts_text(line) else line for line in written).strip("\n") + "\n"


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
