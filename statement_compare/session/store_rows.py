"""How documents, comparisons and edits stand in the tables of a session file, and the checks of what is read there."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from statement_compare.engine.model import CompareOptions, Comparison, Source
from statement_compare.session import edit_body, written_ahead
from statement_compare.session.codec import CodecError, converted, decoded, decoded_exactly, encoded, packed, unpacked
from statement_compare.session.edits import KINDS, Compared, EditError, Entry, Stamp, applied, kind_of
from statement_compare.session.recent import Origin
from statement_compare.session.review import Correction, Review
from statement_compare.session.soundness import (
    UnsoundError,
    check_comparison,
    check_edit,
    check_source,
    check_stamp,
)
from statement_compare.session.store_schema import damaged
from statement_compare.session.written_ahead import Ahead

MOST_OF_EDIT: Final = 4_000_000
"""Characters of one edit as JSON: a note of a thousand pages, or a hundred thousand findings confirmed at once."""

REMEMBERED: Final = 64
"""Reviews that are kept at hand, so that undoing need not fold the log from its beginning."""

_FIRST: Final = 1
_LONGEST_WHY: Final = 120


@dataclass(frozen=True, slots=True)
class Kept:
    """One side's document as it is kept: what a reader took out of it, and where it came from.

    `content` is the file as it was, byte by byte, where `is_file`; else the text in UTF-8.
    """

    source: Source
    content: bytes
    is_file: bool
    origin: Origin


Sides = tuple[Kept, Kept]


@dataclass(frozen=True, slots=True)
class Made:
    """A comparison with what it was made from: both documents, and what a person had chosen."""

    comparison: Comparison
    options: CompareOptions
    sources: Sides


@dataclass(frozen=True, slots=True)
class Logged:
    """An edit of the log; `made` is what a comparison that was made once more was made from."""

    entry: Entry
    made: Made | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a session file holds. The first `live` edits of the log hold, those after them were undone.

    `program` is the version that made the file, `created` a time in ISO 8601, UTC.
    """

    program: str
    created: str
    first: Made
    log: tuple[Logged, ...] = ()
    live: int = 0


@dataclass(frozen=True, slots=True)
class _Compared:
    """The body of an edit of the kind "compared"; the comparison has a row of its own.

    Files of before know neither `lapses` nor `renews`: it is written where it is "yes".
    """

    corrections: tuple[Correction, ...] = ()
    lapses: bool = False
    renews: bool = False


def kept(source: Source, origin: Origin | None = None, content: bytes | None = None) -> Kept:
    """A document with the bytes of its file, where they are known and still those that were read."""
    where = origin or Origin(path=source.path if source.path != "-" else "", pasted="" if source.path else source.text)
    if content is not None and hashlib.sha256(content).hexdigest() == source.sha256:
        return Kept(source, content, True, where)
    return Kept(source, source.text.encode("utf-8", "surrogatepass"), False, where)


def source_again(former: Kept, source: Source, *, is_corrected: bool) -> Kept:
    """The document of a comparison made once more: that of before, unless it is another file or another text.

    A corrected text is what a person made of the document; the document is kept as it was read.
    """
    before = former.source
    if (source.path, source.sha256) == (before.path, before.sha256) and (
        source.sha256 or is_corrected or source.text == before.text
    ):
        return former
    return kept(source, former.origin if source.path and source.path == before.path else None)


def write_all(db: sqlite3.Connection, contents: Contents, ahead: Ahead | None = None) -> None:
    """Fill the tables of a new file. Raises sqlite3.Error, and CodecError for what no file can hold.

    `ahead` is what was made of its first comparison before.
    """
    for name, value in (("program", contents.program), ("created", contents.created)):
        db.execute("INSERT INTO meta VALUES (?, ?)", (name, _legible(value)))
    insert_comparison(db, contents.first, ahead)
    for number, logged in enumerate(contents.log):
        insert_edit(db, number + 1, logged, is_undone=number >= contents.live)


def insert_comparison(db: sqlite3.Connection, made: Made, ahead: Ahead | None = None) -> int:
    """Add a comparison, and its documents unless they are there; returns its id."""
    if ahead is None or ahead.comparison is not made.comparison:
        ahead = written_ahead.made(made.comparison)
    left, right = (_insert_source(db, each, ahead) for each in made.sources)
    options = encoded(made.options, CompareOptions).decode()
    row = db.execute("INSERT INTO comparison VALUES (NULL, ?, ?, ?, ?)", (left, right, options, ahead.body))
    return int(row.lastrowid or 0)


def insert_edit(db: sqlite3.Connection, seq: int, logged: Logged, *, is_undone: bool = False) -> None:
    body = _body_of(logged.entry)
    comparison = None if logged.made is None else insert_comparison(db, logged.made)
    stamp = logged.entry.stamp
    db.execute(
        "INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?, ?)",
        (seq, stamp.at, stamp.reviewer, kind_of(logged.entry.edit), body, comparison, int(is_undone)),
    )


def replace_edit(db: sqlite3.Connection, seq: int, logged: Logged) -> None:
    """Put an edit of the same kind in place of the one with this number, which is the last."""
    if logged.made is not None:
        delete_after(db, seq - 1)
        insert_edit(db, seq, logged)
        return
    entry = logged.entry
    db.execute(
        "UPDATE edit SET at = ?, reviewer = ?, body = ? WHERE seq = ?",
        (entry.stamp.at, entry.stamp.reviewer, _body_of(entry), seq),
    )


def mark(db: sqlite3.Connection, seq: int, *, is_undone: bool) -> None:
    db.execute("UPDATE edit SET is_undone = ? WHERE seq = ?", (int(is_undone), seq))


def delete_after(db: sqlite3.Connection, seq: int) -> None:
    """Remove the edits after this number, with the comparisons and documents that no other needs."""
    db.execute("DELETE FROM edit WHERE seq > ?", (seq,))
    db.execute(
        "DELETE FROM comparison WHERE id <> ? AND id NOT IN (SELECT comparison FROM edit WHERE comparison IS NOT NULL)",
        (_FIRST,),
    )
    db.execute(
        "DELETE FROM source "
        "WHERE id NOT IN (SELECT left_source FROM comparison UNION SELECT right_source FROM comparison)"
    )


def clean(entry: Entry) -> Entry:
    """The entry with a name that a table can hold: half a character becomes its escape. Raises UnsoundError."""
    check_stamp(entry.stamp)
    return Entry(entry.edit, Stamp(_legible(entry.stamp.reviewer), _legible(entry.stamp.at)))


def stepped(review: Review, entry: Entry) -> Review:
    """The review after an edit that was looked at. Raises UnsoundError, and EditError for what is not there."""
    check_edit(entry.edit, review)
    return applied(review, entry)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a file as they stand there; `contents_of` says what they mean."""

    meta: list[tuple[str, str]]
    sources: list[tuple[int, bytes, str, int, bytes]]
    comparisons: list[tuple[int, int, int, str, bytes]]
    edits: list[tuple[int, str, str, str, str, int | None, int]]


_QUERIES: Final = {
    "meta": "SELECT name, value FROM meta",
    "sources": "SELECT id, document, origin, is_file, content FROM source",
    "comparisons": "SELECT id, left_source, right_source, options, body FROM comparison ORDER BY id",
    "edits": "SELECT seq, at, reviewer, kind, body, comparison, is_undone FROM edit ORDER BY seq",
}


def read_rows(db: sqlite3.Connection) -> Rows:
    """All rows, with the types that they must have. Raises sqlite3.Error and CodecError."""
    return converted({name: db.execute(query).fetchall() for name, query in _QUERIES.items()}, Rows)


def contents_of(rows: Rows, path: Path) -> tuple[Contents, tuple[Review, ...]]:
    """What the rows of a file mean, and the reviews after its edits that hold, the last ones, in their order.

    Raises SessionError (`session.damaged`) for what no version of the program writes.
    """
    try:
        return _contents(rows)
    except (CodecError, UnsoundError, EditError, LookupError) as error:
        raise damaged(path, _shortened(str(error))) from error


def _contents(rows: Rows) -> tuple[Contents, tuple[Review, ...]]:
    meta = dict(rows.meta)
    sources = {number: _source(row) for number, *row in rows.sources}
    made = {number: _made(row, sources) for number, *row in rows.comparisons}
    first = made.pop(_FIRST)
    log = [_logged(row, made) for row in rows.edits]
    if [row[0] for row in rows.edits] != list(range(1, len(log) + 1)):
        raise UnsoundError("an edit is missing")
    if made:
        raise UnsoundError("a comparison belongs to no edit")
    undone = [row[-1] for row in rows.edits]
    live = undone.count(0)
    if undone != [0] * live + [1] * (len(log) - live):
        raise UnsoundError("an edit in the midst of others is undone")
    contents = Contents(meta["program"], meta["created"], first, tuple(log), live)
    return contents, tuple(folded_to_end(contents))


def folded_to_end(contents: Contents) -> deque[Review]:
    """The last reviews that the edits led to, the one that holds at the end; those undone are looked at as well."""
    reviews = deque([Review(contents.first.comparison)], maxlen=REMEMBERED)
    for logged in contents.log[: contents.live]:
        reviews.append(stepped(reviews[-1], logged.entry))
    review = reviews[-1]
    for logged in contents.log[contents.live :]:
        review = stepped(review, logged.entry)
    return reviews


def _source(row: Sequence[Any]) -> Kept:
    document, origin, is_file, content = row
    kept_ = Kept(decoded(unpacked(document), Source), unpacked(content), bool(is_file), decoded(origin, Origin))
    check_source(kept_.source)
    if kept_.is_file and hashlib.sha256(kept_.content).hexdigest() != kept_.source.sha256:
        raise UnsoundError("the bytes of a document are not those that were read")
    return kept_


def _made(row: Sequence[Any], sources: Mapping[int, Kept]) -> Made:
    left, right, options, body = row
    comparison = decoded(unpacked(body), Comparison)
    check_comparison(comparison)
    return Made(comparison, decoded(options, CompareOptions), (sources[left], sources[right]))


def _logged(row: Sequence[Any], made: dict[int, Made]) -> Logged:
    """An edit of the log; its comparison is taken out of those that `made` holds, since it belongs to it alone."""
    _, at, reviewer, kind, body, comparison, _ = row
    if len(body) > MOST_OF_EDIT:
        raise UnsoundError("an edit is too large")
    kept_kind = KINDS.get(kind)
    if kept_kind is None or (kept_kind is Compared) != (comparison is not None):
        raise UnsoundError(f"there is an edit of the kind {kind!r}")
    stamp = Stamp(reviewer, at)
    check_stamp(stamp)
    if comparison is None:
        return Logged(Entry(edit_body.read(body, kept_kind), stamp))
    its = made.pop(comparison)
    said = decoded_exactly(body, _Compared)
    return Logged(Entry(Compared(its.comparison, said.corrections, said.lapses, said.renews), stamp), its)


def _body_of(entry: Entry) -> str:
    edit = entry.edit
    if isinstance(edit, Compared):
        data = encoded(_Compared(edit.corrections, edit.lapses, edit.renews), _Compared)
        fields = {name: value for name, value in decoded(data, dict).items() if value is not False}
        body = encoded(fields, dict)
    else:
        body = edit_body.written(edit)
    text = body.decode()
    if len(text) > MOST_OF_EDIT:
        raise CodecError("it is too long")
    return text


def _insert_source(db: sqlite3.Connection, each: Kept, ahead: Ahead) -> int:
    source = each.source
    document = ahead.of(source)
    columns = (
        _legible(source.path),
        source.format,
        source.sha256,
        _legible(source.title),
        _legible(source.speaker),
        source.date.isoformat() if source.date else "",
        encoded(each.origin, Origin).decode(),
        written_ahead.body_of(source) if document is None else document,
        int(each.is_file),
        packed(each.content),
    )
    known = db.execute(
        "SELECT id FROM source WHERE sha256 = ? AND origin = ? AND document = ? AND is_file = ? AND content = ?",
        (columns[2], *columns[6:]),
    ).fetchone()
    if known:
        return int(known[0])
    row = db.execute("INSERT INTO source VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", columns)
    return int(row.lastrowid or 0)


def _legible(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_WHY else f"{text[: _LONGEST_WHY - 1]}…"
