"""Who may change a session file: the lock of it that is got, or why the file can only be read."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from statement_compare.errors import SessionError
from statement_compare.session import session_lock, store_schema


def whole(path: Path) -> Path:
    """The path that is the same by whatever way somebody came to it."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle, a NUL in the name
        raise SessionError(
            "session.unreadable", f"{path}: this path leads nowhere", path=str(path), why="it leads nowhere"
        ) from error


def locked(path: Path, reviewer: str) -> session_lock.Lock:
    with store_schema.told(path):
        try:
            return session_lock.take(path, reviewer)
        except session_lock.HeldError as error:
            raise in_use(path, error.holder) from error


def lock_or_reason(path: Path, reviewer: str) -> tuple[session_lock.Lock | None, SessionError | None]:
    """The lock of a file that is there, or why it can only be read."""
    try:
        return session_lock.take(path, reviewer), None
    except session_lock.HeldError as error:
        return None, in_use(path, error.holder)
    except OSError:  # nothing can be written beside it
        return None, read_only(path, "session.read_only", "the file or the medium can be read only")


def writable_or_reason(path: Path) -> tuple[sqlite3.Connection | None, SessionError | None]:
    try:
        return store_schema.writing(path), None
    except SessionError as error:
        if error.key == "session.damaged":
            raise
        if error.key == "session.gone":  # of a folder in which nothing can be made SQLite says the same
            error = read_only(path, "session.read_only", "the file or the medium can be read only")
        return None, error


def in_use(path: Path, holder: session_lock.Holder) -> SessionError:
    who = " on ".join(filter(None, (holder.name or "somebody", holder.computer)))
    since = f" since {holder.since}" if holder.since else ""
    return SessionError(
        "session.in_use",
        f"{path}: {who} has it open{since}; it can be read, and saved under another name",
        path=str(path),
        who=holder.name,
        computer=holder.computer,
        since=holder.since,
    )


def read_only(path: Path, key: str, words: str) -> SessionError:
    return SessionError(key, f"{path}: {words}", path=str(path))
