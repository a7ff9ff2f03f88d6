"""Which files are session files of which version, how a stranger's is opened so that it runs nothing, and upgrades."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final

from statement_compare.errors import SessionError
from statement_compare.file_names import SESSION_SUFFIX
from statement_compare.session.leftovers import remove_leftovers

APPLICATION_ID: Final = 0x5354434D  # "STCM": `file` and SQLite's own tools can tell it by these four bytes
VERSION: Final = 1
MOST_BYTES: Final = 1_000_000_000
_PAGE: Final = 4096
_BUSY_SECONDS: Final = 5.0
_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_TEMPORARY: Final = "statement-compare."
# The end of a journal that takes part in a change of several files. SQLite would open the file that it names, and
# delete it; a session is never changed together with another file.
_SUPER_JOURNAL: Final = bytes.fromhex("d9d505f920a163d7")

# In `source`, `document` is an engine.model.Source and `origin` a session.recent.Origin; the columns before them are
# for people and scripts. `content` holds the file's bytes where `is_file` is 1, else the text's. The `comparison` of an
# edit is the one that an edit of the kind "compared" brought along.
_VERSION_1: Final = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)",
    """CREATE TABLE source (
        id INTEGER PRIMARY KEY, path TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT NOT NULL,
        speaker TEXT NOT NULL, date TEXT NOT NULL, origin TEXT NOT NULL, document BLOB NOT NULL,
        is_file INTEGER NOT NULL, content BLOB NOT NULL
    )""",
    """CREATE TABLE comparison (
        id INTEGER PRIMARY KEY, left_source INTEGER NOT NULL, right_source INTEGER NOT NULL, options TEXT NOT NULL,
        body BLOB NOT NULL
    )""",
    """CREATE TABLE edit (
        seq INTEGER PRIMARY KEY, at TEXT NOT NULL, reviewer TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
        comparison INTEGER, is_undone INTEGER NOT NULL
    )""",
)
SCHEMAS: Final[Mapping[int, tuple[str, ...]]] = MappingProxyType({1: _VERSION_1})
"""The tables of each version, each as the statement that makes it: a file has exactly these and nothing else."""

Upgrade = Callable[[sqlite3.Connection], None]
UPGRADES: Final[Mapping[int, Upgrade]] = MappingProxyType({})
"""What turns a file of a version into one of the next; each changes tables and rows and leaves the number alone."""


def new_database(path: Path) -> sqlite3.Connection:
    """A database with the tables of today in a file that is empty and that nobody else knows. Raises sqlite3.Error.

    Nothing is sure to be on the disk before whoever fills it writes it there.
    """
    connection = _connected(path, "rw")
    try:
        connection.execute("PRAGMA journal_mode=MEMORY")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute(f"PRAGMA max_page_count={MOST_BYTES // _PAGE}")
        connection.execute(f"PRAGMA page_size={_PAGE}")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("BEGIN")
        for statement in SCHEMAS[VERSION]:
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise
    return connection


def refuse_foreign(path: Path) -> None:
    """SessionError for what is no session file, by its first bytes alone: nothing is opened as a database."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise _refusal("session.no_file", path, "this is no file")
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError as error:
        raise _refusal("session.missing", path, "there is no such file") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise _refusal("session.unreadable", path, f"it cannot be read: {why}", why=why) from error
    if not head:
        raise _refusal("session.empty", path, "the file is empty")
    if not head.startswith(_MAGIC[: len(head)]) or len(head) < len(_MAGIC):
        raise _refusal("session.foreign", path, "this is no session file")
    if len(head) < _HEADER:
        raise damaged(path, "its end is missing")
    if int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise _refusal("session.foreign_database", path, "this is a database of another program")
    version = int.from_bytes(head[60:64])
    if version > VERSION:
        raise _refusal(
            "session.newer",
            path,
            "it was saved by a newer version of the program; install that to open it",
            version=str(version),
        )
    if version not in SCHEMAS or head[18:20] != b"\1\1":  # 2: changes would stand in a file beside it
        raise damaged(path, "its head makes no sense")
    if about.st_size > MOST_BYTES:
        raise _refusal("session.too_large", path, "it is larger than a session may be")
    if os.path.lexists(_beside(path, "-wal")):  # SQLite would take what stands in it for the file's contents
        raise damaged(path, "the file beside it, which ends in -wal, is not of this program")
    if not _may_be_journal(_beside(path, "-journal")):
        raise damaged(path, "what lies beside it under a name that ends in -journal is not of this program")


def _may_be_journal(path: Path) -> bool:
    """Whether there is nothing, or an ordinary file: SQLite would wait for a pipe, and a device has no end to copy."""
    try:
        about = path.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return stat.S_ISREG(about.st_mode) and about.st_size <= MOST_BYTES


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A look at a session file that changes nothing in it nor beside it, upgraded in memory to the tables of today.

    What a killed process left half written is taken back in a copy. Raises SessionError for a file that is refused.
    """
    refuse_foreign(path)
    with told(path, "read"), closing(_opened_to_read(path)) as connection:
        version = _checked(path, connection)
        if version == VERSION:
            yield connection
            return
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            connection.backup(copy)
            _restrict(copy)
            with transaction(path, copy):
                upgrade(path, copy)
            yield copy


def writing(path: Path) -> sqlite3.Connection:
    """A connection that changes a session file, upgraded if it is an older one.

    It is for a file that `reading` took, of which a lock is held. Raises SessionError, also for a file that cannot be
    changed.
    """
    with told(path):
        connection = _connected(path, "rw")
        try:
            _prepare_for_writing(connection)
            # A change that is taken back: what cannot be written, or has no room for a journal, is known now.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM meta")
            connection.execute("ROLLBACK")
            if _version(connection) != VERSION:
                with transaction(path, connection):
                    upgrade(path, connection)
        except BaseException:
            connection.close()
            raise
        return connection


def upgrade(path: Path, connection: sqlite3.Connection) -> None:
    """Bring a file to the tables of today; it is part of one transaction, so that a crash leaves the old file."""
    for number in range(_version(connection), VERSION):
        UPGRADES[number](connection)
    connection.execute(f"PRAGMA user_version={VERSION}")
    if _tables(connection) != _tables_of(VERSION):
        raise damaged(path, "it could not be brought up to date")


@contextmanager
def transaction(path: Path, connection: sqlite3.Connection) -> Iterator[None]:
    """All changes or none; at its end they are on the disk. Raises SessionError where the file cannot be written."""
    with told(path):
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            raise


@contextmanager
def told(path: Path, doing: str = "written") -> Iterator[None]:
    """What goes wrong with a file that is being "read" or "written", in words: raises SessionError."""
    try:
        yield
    except OSError as error:
        raise _unreachable(path, doing, (error.strerror or str(error)).lower()) from error
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        for beginning, key, words in _TROUBLES:
            if name.startswith(beginning):
                raise _refusal(key, path, words) from error
        if name.startswith("SQLITE_IOERR"):
            raise _unreachable(path, doing, "the disk or the folder does not answer") from error
        # It quotes what it cannot decode: several lines of it, or words of a statement.
        is_no_text = str(error).startswith("Could not decode to UTF-8")
        why = "it holds bytes that are no text" if is_no_text else " ".join(str(error).split())
        raise damaged(path, why) from error
    except UnicodeDecodeError as error:  # SQLite quotes a damaged name in its message
        raise damaged(path, "it holds bytes that are no text") from error


def _unreachable(path: Path, doing: str, why: str) -> SessionError:
    key = "session.unreadable" if doing == "read" else "session.unwritable"
    return _refusal(key, path, f"it cannot be {doing}: {why}", why=why)


_TROUBLES: Final = (
    ("SQLITE_FULL", "session.full", "there is no room left on the disk; make room, or save under another name"),
    ("SQLITE_IOERR_WRITE", "session.full", "there is no room left on the disk; make room, or save under another name"),
    ("SQLITE_READONLY_DBMOVED", "session.gone", "it is not there any more; save under another name"),
    ("SQLITE_CANTOPEN", "session.gone", "it or its folder is not there any more; save under another name"),
    ("SQLITE_READONLY", "session.read_only", "the file or the medium can be read only; save under another name"),
    ("SQLITE_PERM", "session.read_only", "the file or the medium can be read only; save under another name"),
    ("SQLITE_BUSY", "session.busy", "another program is holding the file; try again"),
    ("SQLITE_LOCKED", "session.busy", "another program is holding the file; try again"),
)


def damaged(path: Path, why: str) -> SessionError:
    return _refusal("session.damaged", path, f"the session file is damaged ({why}); it was not changed", why=why)


def _refusal(key: str, path: Path, words: str, **params: str) -> SessionError:
    return SessionError(key, f"{path}: {words}", path=str(path), **params)


def _opened_to_read(path: Path) -> sqlite3.Connection:
    """A connection on the file, or on a copy of it in memory where a change of it was never finished."""
    connection = _connected(path, "ro")
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        connection.close()
        if getattr(error, "sqlite_errorname", "") != "SQLITE_READONLY_ROLLBACK":
            raise
        return _taken_back(path)
    except BaseException:
        connection.close()
        raise
    return connection


def _taken_back(path: Path) -> sqlite3.Connection:
    """The file as it was before the change that its journal says was begun."""
    journal = _beside(path, "-journal")
    memory = sqlite3.connect(":memory:", isolation_level=None)
    remove_leftovers(Path(tempfile.gettempdir()), _TEMPORARY)
    with tempfile.TemporaryDirectory(prefix=_TEMPORARY) as folder:
        copy = Path(folder) / f"copy{SESSION_SUFFIX}"
        shutil.copyfile(path, copy)
        # A live program may have finished meanwhile.
        with suppress(FileNotFoundError):
            shutil.copyfile(journal, _beside(copy, "-journal"))
            if _beside(copy, "-journal").read_bytes().endswith(_SUPER_JOURNAL):
                raise damaged(path, "the file beside it, which ends in -journal, is not of this program")
        with closing(_connected(copy, "rw")) as connection:
            connection.backup(memory)
    _restrict(memory)
    return memory


def files_beside(path: Path) -> tuple[Path, ...]:
    """The names under which SQLite keeps what belongs to a database."""
    return tuple(_beside(path, ending) for ending in ("-journal", "-wal", "-shm"))


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}{ending}")


def _checked(path: Path, connection: sqlite3.Connection) -> int:
    """The version of a file whose pages and tables are as they should be."""
    version = _version(connection)
    identity = connection.execute("PRAGMA application_id").fetchone()[0]
    if identity != APPLICATION_ID or version not in SCHEMAS:
        raise damaged(path, "its head makes no sense")
    if _tables(connection) != _tables_of(version):
        raise damaged(path, "it does not have the tables of a session")
    faults = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if faults != "ok":
        raise damaged(path, str(faults).splitlines()[0][:80])
    return version


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _tables(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    return sorted(connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall())


def _tables_of(version: int) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:")) as model:
        for statement in SCHEMAS[version]:
            model.execute(statement)
        return _tables(model)


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    # `as_uri` writes what stands for something in a URI ("?", "#", "%") by its number.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=_BUSY_SECONDS
    )
    try:
        _restrict(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _restrict(connection: sqlite3.Connection) -> None:
    """Let nothing that stands in the file act: no function in its schema, no write to it, no cell of a wrong size."""
    set_config = getattr(connection, "setconfig", None)  # from Python 3.12 on
    if set_config is not None:
        set_config(vars(sqlite3)["SQLITE_DBCONFIG_DEFENSIVE"], True)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "writable_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_for_writing(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it when nothing is being written
    # FULL, and the folder is written too, so that a change is there to stay once it is told.
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("PRAGMA secure_delete=ON")  # what was undone and overwritten goes to nobody with the file
    connection.execute(f"PRAGMA max_page_count={MOST_BYTES // _PAGE}")
