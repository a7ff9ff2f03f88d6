"""Work that has no name yet: a session file for each piece in the data folder, from which it comes back."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from statement_compare.errors import SessionError
from statement_compare.file_names import SESSION_SUFFIX
from statement_compare.session import session_lock
from statement_compare.session.folders import Folders, make_private
from statement_compare.session.review import Review
from statement_compare.session.store import Store
from statement_compare.session.store_access import in_use
from statement_compare.session.store_rows import Sides
from statement_compare.session.store_schema import files_beside


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A piece of work as it lies there. `changed` is when its last edit was made, else when it was begun."""

    path: Path
    review: Review
    sources: Sides
    edits: int
    changed: str
    is_open: bool
    """Another window works on it."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot be opened, with the reason; it stays where it is."""

    path: Path
    error: SessionError


def new_path(folders: Folders) -> Path:
    """A name that nothing has; the folder is there then, and nobody else can look into it. Raises SessionError."""
    folder = folders.sessions
    try:
        make_private(folder)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise SessionError(
            "session.unwritable", f"{folder}: it cannot be written: {why}", path=str(folder), why=why
        ) from error
    return folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.urandom(4).hex()}{SESSION_SUFFIX}"


def is_unnamed(path: Path, folders: Folders) -> bool:
    return path.resolve().parent == folders.sessions.resolve()


def unnamed(folders: Folders) -> tuple[Unnamed | Unreadable, ...]:
    """What lies in the data folder, complete up to the last edit, the latest first; what cannot be read comes last."""
    found = [looked_at(path) for path in paths(folders)]
    whole = [each for each in found if isinstance(each, Unnamed)]
    broken = [each for each in found if isinstance(each, Unreadable)]
    return *sorted(whole, key=lambda each: each.changed, reverse=True), *broken


def paths(folders: Folders) -> tuple[Path, ...]:
    """The files in the data folder, that which was written last first."""
    found = []
    for path in sorted(folders.sessions.glob(f"*{SESSION_SUFFIX}")):
        with suppress(OSError):
            found.append((-path.stat().st_mtime, path))
    return tuple(path for _, path in sorted(found))


def looked_at(path: Path) -> Unnamed | Unreadable:
    """The work in a file, which takes a moment for a long one."""
    try:
        with Store.open(path, for_reading=True) as store:
            entries = store.entries
            changed = next((each.stamp.at for each in reversed(entries) if each.stamp.at), store.created)
            return Unnamed(path, store.review, store.sources, len(entries), changed, _is_open(path))
    except SessionError as error:
        return Unreadable(path, error)


def delete(path: Path) -> None:
    """Delete a piece of work. Raises SessionError where a window works on it, or it cannot be deleted."""
    holder = None
    with suppress(OSError):
        holder = session_lock.holder(path)
    if holder is not None:
        raise in_use(path, holder)
    try:
        for each in (*files_beside(path), path):
            each.unlink(missing_ok=True)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise SessionError(
            "session.unwritable", f"{path}: it cannot be written: {why}", path=str(path), why=why
        ) from error


def _is_open(path: Path) -> bool:
    with suppress(OSError):
        return session_lock.holder(path) is not None
    return False
