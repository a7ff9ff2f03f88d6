"""Session files of strangers that are bombs, that lead elsewhere, or beside which something lies in wait."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from case import Case, Expected, Reads, either, refused
from some_edits import FIRST, STAMP

from statement_compare.session import store_schema
from statement_compare.session.codec import encoded
from statement_compare.session.edits import Bookmark, SetNote
from statement_compare.session.store import Store
from statement_compare.session.store_schema import files_beside

PAIR = ((1,), (2,))
TEXT = FIRST.left.source.text
_DAMAGED = refused("session.damaged")


def session(folder: Path) -> Path:
    """A sound session of two edits."""
    path = folder / "harbour.stcmp"
    with Store.create(path, FIRST) as store:
        store.apply(Bookmark(PAIR), STAMP)
        store.apply(SetNote(PAIR, "ask the port"), STAMP)
    return path


def changed(*statements: str, values: Callable[[], tuple[object, ...]] = tuple) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = session(folder)
        with closing(sqlite3.connect(path)) as db:
            for statement in statements:
                db.execute(statement, values() if "?" in statement else ())
            db.commit()
        return path

    return make


def _bomb(megabytes: int) -> bytes:
    return zlib.compress(b" " * (megabytes * 1_000_000), 9)


def _comparison_with(old: bytes, new: bytes) -> Callable[[], tuple[object, ...]]:
    def values() -> tuple[object, ...]:
        body = encoded(FIRST, type(FIRST))
        assert old in body
        return (zlib.compress(body.replace(old, new, 1)),)

    return values


_BODY = "UPDATE comparison SET body = ? WHERE id = 1"


def _sparse(size: int) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = session(folder)
        with path.open("r+b") as file:
            file.truncate(size)
        return path

    return make


def _touched(path: Path) -> Path:
    path.touch()
    return path


def _beside(number: int, lay: Callable[[Path], object]) -> Callable[[Path], Path]:
    """A session beside whose name something else lies: journal, write-ahead log, shared memory."""

    def make(folder: Path) -> Path:
        path = session(folder)
        lay(files_beside(path)[number])
        return path

    return make


def _with_foreign_id(folder: Path) -> Path:
    path = session(folder)
    data = bytearray(path.read_bytes())
    data[68:72] = b"GPKG"
    path.write_bytes(data)
    return path


def _page_loop(folder: Path) -> Path:
    """A table whose inner page names itself."""
    path = session(folder)
    data = bytearray(path.read_bytes())
    page = 4096
    data[page : page + 12] = bytes([5, 0, 0, 0, 1, 15, 200, 0, 0, 0, 0, 2])
    path.write_bytes(data)
    return path


_MANY = (
    "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
    "INSERT INTO edit SELECT i, at, reviewer, kind, body, comparison, 0 FROM edit, n WHERE seq = 1"
)
_HUGE = "INSERT INTO meta VALUES ('more', hex(zeroblob(60000000)))"
_DEEP = '{"pair":' + "[" * 200_000

_CASES: dict[str, tuple[Callable[[Path], Path], Expected]] = {
    "a session as it should be": (session, Reads(TEXT, is_all=True)),
    "a comparison that unpacks to a multiple": (changed(_BODY, values=lambda: (_bomb(100),)), _DAMAGED),
    "a document that unpacks to a multiple": (
        changed("UPDATE source SET document = ?", values=lambda: (_bomb(100),)),
        _DAMAGED,
    ),
    "a file in it that unpacks to a multiple": (
        changed("UPDATE source SET content = ?, is_file = 1", values=lambda: (_bomb(100),)),
        _DAMAGED,
    ),
    "sixty megabytes where a few words belong": (changed(_HUGE), either(TEXT, "session.damaged")),
    "sixty thousand edits": (changed(_MANY), either(TEXT, "session.damaged")),
    "an edit that nests without end": (
        changed("UPDATE edit SET body = ? WHERE seq = 1", values=lambda: (_DEEP,)),
        _DAMAGED,
    ),
    "a likeness that is no number": (
        changed(_BODY, values=_comparison_with(b'"similarity":0.5', b'"similarity":NaN')),
        _DAMAGED,
    ),
    "a likeness without end": (
        changed(_BODY, values=_comparison_with(b'"similarity":0.5', b'"similarity":1e999')),
        _DAMAGED,
    ),
    "a sentence of a number without end": (
        changed(_BODY, values=_comparison_with(b'"id":0', b'"id":' + b"9" * 5_000)),
        _DAMAGED,
    ),
    "a key twice": (
        changed(_BODY, values=_comparison_with(b'"similarity":0.5', b'"similarity":0.5,"similarity":0.5')),
        either(TEXT, "session.damaged"),
    ),
    "a number where a text belongs": (changed("UPDATE edit SET kind = 5 WHERE seq = 1"), _DAMAGED),
    "a text where a number belongs": (changed("UPDATE edit SET is_undone = 'x' WHERE seq = 1"), _DAMAGED),
    "bytes where a text belongs": (changed("UPDATE edit SET at = x'00ff' WHERE seq = 1"), _DAMAGED),
    "nothing where a text belongs": (
        changed("PRAGMA writable_schema=ON", "UPDATE edit SET body = '' WHERE seq = 1"),
        _DAMAGED,
    ),
    "a view in the place of a table": (
        changed("ALTER TABLE edit RENAME TO other", "CREATE VIEW edit AS SELECT * FROM other"),
        _DAMAGED,
    ),
    "a trigger that undoes what is done": (
        changed("CREATE TRIGGER t AFTER INSERT ON edit BEGIN DELETE FROM edit; END"),
        _DAMAGED,
    ),
    "a column that works something out": (
        changed("ALTER TABLE meta ADD COLUMN more AS (hex(zeroblob(100000000)))"),
        _DAMAGED,
    ),
    "a table that is a program": (
        changed("CREATE VIRTUAL TABLE f USING fts5(a)"),
        _DAMAGED,
    ),
    "a database of another program": (_with_foreign_id, refused("session.foreign_database")),
    "a page that names itself": (_page_loop, _DAMAGED),
    "a file with a gigabyte of nothing behind it": (_sparse(999_000_000), either(TEXT, "session.damaged")),
    "a file of two gigabytes": (_sparse(2_000_000_000), refused("session.too_large")),
    "a pipe for a journal": (
        _beside(0, os.mkfifo),
        _DAMAGED,
    ),
    "a folder for a journal": (
        _beside(0, os.mkdir),
        _DAMAGED,
    ),
    "a device for a journal": (
        _beside(0, lambda path: path.symlink_to("/dev/zero")),
        _DAMAGED,
    ),
    "a link to nothing for a journal": (_beside(0, lambda path: path.symlink_to("none")), _DAMAGED),
    "a journal larger than any": (_beside(0, lambda path: os.truncate(_touched(path), 2_000_000_000)), _DAMAGED),
    "a link to nothing for a write-ahead log": (_beside(1, lambda path: path.symlink_to("none")), _DAMAGED),
    "a pipe for a write-ahead log": (_beside(1, os.mkfifo), _DAMAGED),
    "a pipe for shared memory": (_beside(2, os.mkfifo), either(TEXT, "session.damaged")),
}

CASES: tuple[Case, ...] = tuple(
    Case(name, make, expected, seconds=40.0, megabytes=400) for name, (make, expected) in _CASES.items()
)
assert store_schema.MOST_BYTES < 2_000_000_000
