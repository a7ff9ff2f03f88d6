"""Which members a bundle has, what each is called, and how the values of a record become bytes and values again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

import msgspec

from statement_compare.engine.model import CompareOptions, Comparison, Correction, Source
from statement_compare.engine.readers.formats import Format
from statement_compare.engine.report.json import dump
from statement_compare.session import edit_body
from statement_compare.session.codec import CodecError, converted, decoded, decoded_exactly
from statement_compare.session.edits import KINDS, Compared, Edit, Entry, Stamp, kind_of
from statement_compare.session.evidence.container import refused
from statement_compare.session.evidence.record import Described, Document, Made, Record
from statement_compare.session.soundness import UnsoundError, check_source, check_stamp

T = TypeVar("T")

README: Final = "README.txt"
MANIFEST: Final = "manifest.json"
SESSION: Final = "replay/session.json"
COMPARISON: Final = "comparison.json"
DECISIONS: Final = "decisions.json"
HISTORY: Final = "history.txt"
REPORT_JSON: Final = "report.json"
REPORT_HTML: Final = "report.html"
_LANGUAGE: Final = re.compile("[a-z]{0,3}")
_LONGEST_WHY: Final = 160
MOST_OF_JSON: Final = 64_000_000
"""Bytes of a member that is read as values, which take many times the room: a comparison of two books has fewer."""
_MOST_EDITS, _MOST_COMPARISONS = 100_000, 1_000


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document as `replay/session.json` names it: its members, and whether its file's bytes are there."""

    content: str
    text: str
    read: str
    is_file: bool


@dataclass(frozen=True, slots=True)
class ComparisonEntry:
    """A comparison as `replay/session.json` names it; documents count from 1 there."""

    left: Described
    right: Described
    options: CompareOptions
    member: str


@dataclass(frozen=True, slots=True)
class EditEntry:
    kind: str
    at: str
    reviewer: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SessionEntry:
    program: str
    created: str
    documents: tuple[DocumentEntry, ...]
    comparisons: tuple[ComparisonEntry, ...]
    edits: tuple[EditEntry, ...]


def inputs_of(record: Record) -> dict[str, bytes]:
    """The members that everything else in a bundle is made from."""
    found: dict[str, bytes] = {}
    entries = entries_of(record)
    for document, entry in zip(record.documents, entries, strict=True):
        found[entry.content] = document.content
        found[entry.read] = _written(document.source, Source)
    comparisons = []
    for number, made in enumerate(record.made, 1):
        member = f"replay/comparison-{number}.json"
        found[member] = _written(made.comparison, Comparison)
        comparisons.append(ComparisonEntry(_from_one(made.left), _from_one(made.right), made.options, member))
    session = SessionEntry(
        record.program,
        record.created,
        entries,
        tuple(comparisons),
        tuple(EditEntry(kind_of(e.edit), e.stamp.at, e.stamp.reviewer, body_of(e.edit)) for e in record.entries),
    )
    found[SESSION] = _written(session, SessionEntry, indent=1)
    if any(len(found[name]) > MOST_OF_JSON for name in found if name.endswith(".json")):
        raise refused("too_large")
    return found


def entries_of(record: Record) -> tuple[DocumentEntry, ...]:
    """What the members of each document are called."""
    return tuple(_document_entry(number, document) for number, document in enumerate(record.documents, 1))


def texts_of(record: Record) -> dict[str, bytes]:
    """The extracted texts."""
    return {
        entry.text: as_bytes(document.source.text)
        for document, entry in zip(record.documents, entries_of(record), strict=True)
    }


def record_from(members: Mapping[str, bytes]) -> Record:
    """The record that the members of a bundle hold.

    Raises MemberError, which names the member, for what no bundle holds. Whether edits fit is told by folding them.
    """
    session = _read(members, SESSION, SessionEntry)
    if len(session.edits) > _MOST_EDITS or len(session.comparisons) > _MOST_COMPARISONS:
        raise MemberError(SESSION, "it is of more edits than a session has")
    documents = tuple(_document(members, entry) for entry in session.documents)
    comparisons = [_read(members, entry.member, Comparison) for entry in session.comparisons]
    corrections: list[tuple[Correction, ...]] = [()]
    entries = []
    for number, edit in enumerate(session.edits, 1):
        try:
            entry = _entry(edit, comparisons, len(corrections))
        except (CodecError, UnsoundError, RecursionError) as error:
            raise MemberError(SESSION, f"edit {number}: {error}"[:_LONGEST_WHY]) from error
        if isinstance(entry.edit, Compared):
            corrections.append(entry.edit.corrections)
        entries.append(entry)
    if not comparisons or len(comparisons) != len(corrections):
        raise MemberError(SESSION, "a comparison belongs to no edit")
    made = []
    for each, comparison, put_right in zip(session.comparisons, comparisons, corrections, strict=True):
        sides = [_from_nought(side) for side in (each.left, each.right)]
        if any(not 0 <= side.document < len(documents) for side in sides):
            raise MemberError(SESSION, "a comparison is of a document that is not there")
        languages = (*each.options.languages, comparison.left.language, comparison.right.language)
        if not all(map(_LANGUAGE.fullmatch, languages)):
            raise MemberError(SESSION, "a language is none")
        made.append(Made(sides[0], sides[1], each.options, comparison, put_right))
    if {side.document for each in made for side in (each.left, each.right)} != set(range(len(documents))):
        raise MemberError(SESSION, "a document is of no comparison")
    return Record(session.program, session.created, documents, tuple(made), tuple(entries))


class MemberError(ValueError):
    """A member does not hold what it should: its name, and why."""

    def __init__(self, member: str, why: str) -> None:
        super().__init__(f"{member}: {why}")
        self.member = member
        self.why = why


def body_of(edit: Edit) -> dict[str, Any]:
    """The fields of an edit; a comparison is a member of its own."""
    return {name: value for name, value in edit_body.fields_of(edit).items() if name != "comparison"}


def as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def json_of(data: object) -> bytes:
    """JSON for people: a field a line."""
    return dump(data, indent=1)


def _document_entry(number: int, document: Document) -> DocumentEntry:
    known = document.source.format if document.source.format in tuple(Format) else "bin"
    suffix = known if document.is_file else Format.TXT.value
    text, read = f"documents/{number}.text.txt", f"replay/document-{number}.json"
    return DocumentEntry(f"documents/{number}.{suffix}", text, read, document.is_file)


def _document(members: Mapping[str, bytes], entry: DocumentEntry) -> Document:
    source = _read(members, entry.read, Source)
    try:
        check_source(source)
    except UnsoundError as error:
        raise MemberError(entry.read, str(error)) from error
    if entry.content not in members:
        raise MemberError(entry.content, "it is missing")
    return Document(source, members[entry.content], entry.is_file)


def _entry(edit: EditEntry, comparisons: list[Comparison], used: int) -> Entry:
    stamp = Stamp(edit.reviewer, edit.at)
    check_stamp(stamp)
    kind = KINDS.get(edit.kind)
    body = dump(edit.body).decode()
    if kind is Compared:
        if used >= len(comparisons):
            raise UnsoundError("its comparison is missing")
        said = decoded_exactly(body, _Compared)
        return Entry(Compared(comparisons[used], said.corrections, said.lapses, said.renews), stamp)
    if kind is None:
        raise UnsoundError(f"no edit is of the kind {edit.kind[:40]!r}")
    return Entry(edit_body.read(body, kind), stamp)


@dataclass(frozen=True, slots=True)
class _Compared:
    """What `body_of` leaves of an edit that brings a comparison; bundles of before do not know `renews`."""

    corrections: tuple[Correction, ...]
    lapses: bool
    renews: bool = False


def _read(members: Mapping[str, bytes], name: str, kind: type[T]) -> T:
    if name not in members:
        raise MemberError(name, "it is missing")
    if len(members[name]) > MOST_OF_JSON:
        raise MemberError(name, "it is too long")
    try:
        value = decoded(members[name], kind)
        _written(value, kind)  # a figure that is none, or lists in lists without end, could be written by nobody
    except (ValueError, RecursionError) as error:
        raise MemberError(name, str(error)[:_LONGEST_WHY]) from error
    return value


def _written(value: T, kind: type[T], *, indent: int | None = None) -> bytes:
    """A value as JSON that is read back as the same value and written as the same bytes again."""
    plain = msgspec.to_builtins(converted(msgspec.to_builtins(value), kind))
    return dump(plain, indent=indent)


def _from_one(side: Described) -> Described:
    return Described(side.document + 1, side.title, side.speaker, side.date)


def _from_nought(side: Described) -> Described:
    return Described(side.document - 1, side.title, side.speaker, side.date)


def when(day: date | None) -> str:
    return "" if day is None else day.isoformat()
