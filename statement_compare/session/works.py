"""The works of one window: begun, opened, found again in the data folder, and closed when they are needed no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from statement_compare.engine.model import Comparison
from statement_compare.errors import SessionError
from statement_compare.file_names import SESSION_SUFFIX
from statement_compare.session import session_lock, unnamed
from statement_compare.session.edits import Entry
from statement_compare.session.folders import Folders
from statement_compare.session.history import begun
from statement_compare.session.kept_work import Circumstances, KeptWork, Tell
from statement_compare.session.store import Store
from statement_compare.session.store_access import whole


class Sessions:
    """Begins and opens the work of one window, and closes the files that it needs no more."""

    def __init__(self, folders: Folders | None, tell: Tell) -> None:
        self._folders = folders
        self._tell = tell
        self._open: list[KeptWork] = []

    def begin(
        self,
        first: Comparison,
        circumstances: Circumstances,
        entries: Iterable[Entry] = (),
        former: KeptWork | None = None,
    ) -> KeptWork:
        """Work that begins with a comparison; it takes the place of `former`, the same work in another form.

        Edits that name what is not there any more go. A file that `former` had is written anew, whole. One that can
        only be read stays as it is: the work is then a copy without a name, and `tell` says so.
        """
        work = KeptWork(begun(first, entries), self._folders, circumstances, self._tell)
        self._open.append(work)
        if former is not None and former.path is not None:
            work.take_documents(former)
            if former.read_only_because is None:
                self._take_over(work, former)
            elif work.entries:
                work.keep()
                if work.path is not None:
                    self._tell(_left_as_it_is(former.path))
        return work

    def open(self, path: Path, reviewer: str = "") -> tuple[KeptWork, Store]:
        """The work in a file. Raises SessionError where there is none.

        What this window has open already, as what undoing brings back, is the same work, which can be changed.
        """
        there = whole(path)
        for each in self._open:
            if each.path == there and each.read_only_because is None and each.store is not None:
                return each, each.store
        store = Store.open(path, reviewer=reviewer)
        work = KeptWork(store, self._folders, Circumstances(), self._tell)
        self._open.append(work)
        return work, store

    def latest_unnamed(self, than: float = 0.0) -> Path | None:
        """The file of unnamed work that was changed last and later than `than`, unless another window has it."""
        if self._folders is None:
            return None
        found = []
        for path in self._folders.sessions.glob(f"*{SESSION_SUFFIX}"):
            with suppress(OSError):
                if session_lock.holder(path) is None and path.stat().st_mtime > than:
                    found.append((path.stat().st_mtime, path))
        return max(found, default=(0.0, None))[1]

    def unnamed(self) -> Iterator[unnamed.Unnamed | unnamed.Unreadable]:
        """All work without a name, one piece read after the other, that which was written last first."""
        if self._folders is not None:
            yield from map(unnamed.looked_at, unnamed.paths(self._folders))

    def forget_unnamed(self, present: Iterable[object]) -> None:
        """Delete unnamed work but that in `present` and that of other windows. Raises OSError."""
        if self._folders is None:
            return
        kept = {each.path for each in present if isinstance(each, KeptWork)}
        for path in self._folders.sessions.glob(f"*{SESSION_SUFFIX}"):
            if path not in kept and session_lock.holder(path) is None:
                path.unlink(missing_ok=True)

    def keep_only(self, works: Iterable[object]) -> None:
        """Close the files of all other work: a person cannot come back to it by undoing."""
        needed = {id(each) for each in works}
        for work in self._open:
            if id(work) not in needed:
                work.close()
        self._open = [each for each in self._open if id(each) in needed]

    def close(self) -> None:
        self.keep_only(())

    def _take_over(self, work: KeptWork, former: KeptWork) -> None:
        path, has_name = former.path, former.has_name
        assert path is not None
        work.keep()
        if work.path is None:
            return  # it could not be written, and `tell` has said so; what was there stays
        former.close()
        if has_name:
            try:
                copy = work.save_as(path)
            except SessionError as error:
                self._tell(error)
                return
        else:
            copy = path
        if copy is not None:
            with suppress(OSError):
                copy.unlink()


def _left_as_it_is(path: Path) -> SessionError:
    words = f"{path}: it can only be read and stays as it is; this is a copy"
    return SessionError("session.left_as_it_is", words, path=str(path), name=path.name)
