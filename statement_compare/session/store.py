"""A session file while somebody works on it: the review in hand is always what the file holds, edit by edit."""

from __future__ import annotations

import os
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from statement_compare.engine.model import CompareOptions, Comparison, Side
from statement_compare.errors import SessionError
from statement_compare.session import session_lock, store_rows, store_schema
from statement_compare.session.codec import CodecError
from statement_compare.session.edits import Compared, Edit, Entry, Stamp, goes_on, name_of
from statement_compare.session.leftovers import remove_leftovers
from statement_compare.session.result_file import UNFINISHED, flush, give_rights
from statement_compare.session.review import Review
from statement_compare.session.soundness import UnsoundError
from statement_compare.session.store_access import lock_or_reason, locked, read_only, whole, writable_or_reason
from statement_compare.session.store_rows import Contents, Kept, Logged, Made, Sides, kept, stepped
from statement_compare.session.written_ahead import Ahead

Name = tuple[str, dict[str, str]]
"""The key of an edit's name and what stands in its places, as `edits.name_of` gives it."""


@dataclass(slots=True)
class _Work:
    """What an open file holds; a change makes new values of it, once it is on the disk."""

    contents: Contents
    reviews: deque[Review]


class Store:
    """One session file, open. `review` is the fold of its edits that hold; each change is on the disk when it returns.

    Whoever opens a file that another window has, or that cannot be written, reads it: `read_only_because` says why, and
    every change raises that. A change that fails raises SessionError and leaves file and review as they were.
    """

    def __init__(
        self,
        path: Path,
        work: _Work,
        *,
        db: sqlite3.Connection | None = None,
        lock: session_lock.Lock | None = None,
        read_only_because: SessionError | None = None,
        reviewer: str = "",
    ) -> None:
        self._path = path
        self._work = work
        self._db = db
        self._lock = lock
        self._why_not = read_only_because
        self._reviewer = reviewer

    @classmethod
    def create(
        cls,
        path: Path,
        comparison: Comparison,
        *,
        options: CompareOptions | None = None,
        sources: Sides | None = None,
        reviewer: str = "",
        ahead: Ahead | None = None,
    ) -> Store:
        """A new session of a comparison. `sources` are its documents with their bytes, where those are known.

        `reviewer` tells others who has the file open, `ahead` is what was made of it before. Raises SessionError where
        there is a file of this name already, or none can be written.
        """
        made = Made(
            comparison,
            options or CompareOptions(),
            sources or (kept(comparison.left.source), kept(comparison.right.source)),
        )
        now = datetime.now(UTC).isoformat(timespec="seconds")
        contents = Contents(comparison.signature.version, now, made)
        path = whole(path)
        lock = locked(path, reviewer)
        try:
            if path.exists():
                raise SessionError("session.exists", f"{path}: there is a file of this name already", path=str(path))
            db = _written(path, contents, ahead)
        except BaseException:
            lock.release()
            raise
        return cls(path, _Work(contents, _reviews([Review(comparison)])), db=db, lock=lock, reviewer=reviewer)

    @classmethod
    def open(cls, path: Path, *, reviewer: str = "", for_reading: bool = False) -> Store:
        """The session in a file, complete up to its last edit.

        Raises SessionError for a file that is none, is damaged, or is of a newer version; it is not changed then.
        """
        path = whole(path)
        store_schema.refuse_foreign(path)
        lock, why_not = (None, None) if for_reading else lock_or_reason(path, reviewer)
        if for_reading:
            why_not = read_only(path, "session.for_reading", "it was opened for reading only")
        try:
            with store_schema.reading(path) as db:
                try:
                    rows = store_rows.read_rows(db)
                except CodecError as error:
                    raise store_schema.damaged(path, "a table holds what it should not") from error
            contents, reviews = store_rows.contents_of(rows, path)
            db_ = None
            if lock is not None:
                db_, why_not = writable_or_reason(path)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        if db_ is None and lock is not None:
            lock.release()
            lock = None
        work = _Work(contents, _reviews(reviews))
        return cls(path, work, db=db_, lock=lock, read_only_because=why_not, reviewer=reviewer)

    @property
    def path(self) -> Path:
        return self._path

    @property
    def review(self) -> Review:
        return self._work.reviews[-1]

    @property
    def read_only_because(self) -> SessionError | None:
        """Why nothing can be changed; None where it can. `params` of a file in use: `who`, `computer`, `since`."""
        return self._why_not

    @property
    def program(self) -> str:
        """The version of the program that made the file."""
        return self._work.contents.program

    @property
    def created(self) -> str:
        """When the session was begun, in ISO 8601, UTC."""
        return self._work.contents.created

    @property
    def first(self) -> Comparison:
        """The comparison that the session began with."""
        return self._work.contents.first.comparison

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The edits that hold, the first one first."""
        contents = self._work.contents
        return tuple(each.entry for each in contents.log[: contents.live])

    @property
    def undone(self) -> tuple[Entry, ...]:
        """The edits that redoing makes once more, the next one first."""
        contents = self._work.contents
        return tuple(each.entry for each in contents.log[contents.live :]) if self.can_redo else ()

    @property
    def contents(self) -> Contents:
        """All that the file holds, what was undone among it."""
        return self._work.contents

    @property
    def sources(self) -> Sides:
        """The documents of the comparison in hand, left and right."""
        return self._made.sources

    @property
    def documents(self) -> tuple[Kept, ...]:
        """The documents of all comparisons that hold, with every version of each."""
        contents = self._work.contents
        made = (contents.first, *(each.made for each in contents.log[: contents.live] if each.made is not None))
        return tuple(document for each in made for document in each.sources)

    @property
    def options(self) -> CompareOptions:
        """What the comparison in hand was made with."""
        return self._made.options

    @property
    def _made(self) -> Made:
        contents = self._work.contents
        again = (each.made for each in reversed(contents.log[: contents.live]) if each.made is not None)
        return next(again, contents.first)

    def apply(
        self,
        edit: Edit,
        stamp: Stamp | None = None,
        *,
        replace_last: bool = False,
        options: CompareOptions | None = None,
        sources: Sides | None = None,
    ) -> Review:
        """Make an edit, and keep it before the review that it leads to is given back.

        What was undone is gone then. An edit that changes nothing is not kept. `replace_last` is as `history.Work` has
        it. `options` and `sources` belong to a `Compared`: those of before where they are not given.

        Raises SessionError where it cannot be kept, EditError where it names what is not there.
        """
        contents = self._work.contents
        replaces = replace_last and self._continues(edit)
        before = self._review_before_last() if replaces else self.review
        try:
            entry = store_rows.clean(Entry(edit, stamp or Stamp()))
            after = stepped(before, entry)
            logged = Logged(entry, self._made_again(edit, options, sources) if isinstance(edit, Compared) else None)
            if logged.made is None and after == self.review:
                return self.review
            live = contents.live - 1 if replaces else contents.live
            with self._change() as db:
                if replaces:
                    store_rows.replace_edit(db, contents.live, logged)
                else:
                    if contents.live < len(contents.log):
                        store_rows.delete_after(db, contents.live)
                    store_rows.insert_edit(db, contents.live + 1, logged)
        except (CodecError, UnsoundError) as error:
            raise SessionError(
                "session.cannot_hold",
                f"{self._path}: this edit cannot be kept: {error}",
                path=str(self._path),
                why=str(error),
            ) from error
        if replaces:
            self._work.reviews.pop()
        self._work.contents = replace(contents, log=(*contents.log[:live], logged), live=live + 1)
        if not self._work.reviews:
            self._work.reviews.append(before)
        self._work.reviews.append(after)
        return after

    @property
    def can_undo(self) -> bool:
        return self._why_not is None and self._work.contents.live > 0

    @property
    def can_redo(self) -> bool:
        contents = self._work.contents
        return self._why_not is None and contents.live < len(contents.log)

    @property
    def undo_name(self) -> Name | None:
        """What undoing would take back; None where there is nothing."""
        if not self.can_undo:
            return None
        contents = self._work.contents
        return name_of(contents.log[contents.live - 1].entry.edit, self._review_before_last())

    @property
    def redo_name(self) -> Name | None:
        """What redoing would make once more; None where there is nothing."""
        contents = self._work.contents
        return name_of(contents.log[contents.live].entry.edit, self.review) if self.can_redo else None

    def undo(self) -> Review:
        """Take the last edit back. Without one the review stays; raises SessionError as `apply` does."""
        contents = self._work.contents
        if contents.live == 0:
            return self.review
        before = self._review_before_last()
        with self._change() as db:
            store_rows.mark(db, contents.live, is_undone=True)
        self._work.reviews.pop()
        if not self._work.reviews:
            self._work.reviews.append(before)
        self._work.contents = replace(contents, live=contents.live - 1)
        return self.review

    def redo(self) -> Review:
        """Make the edit once more that was undone last. Without one the review stays; raises SessionError."""
        contents = self._work.contents
        if contents.live == len(contents.log):
            return self.review
        after = stepped(self.review, contents.log[contents.live].entry)
        with self._change() as db:
            store_rows.mark(db, contents.live + 1, is_undone=False)
        self._work.reviews.append(after)
        self._work.contents = replace(contents, live=contents.live + 1)
        return after

    def save_as(self, path: Path, *, keeps_former: bool = True) -> None:
        """Write the session to another file, whole or not at all, in place of what is there; work goes on in that.

        It is written from what is in hand, so that a file whose disk was taken away can be saved elsewhere. Without
        `keeps_former` the file of before is removed, as that of unnamed work is. Raises SessionError.
        """
        path = whole(path)
        if path == self._path and self._db is not None:
            return
        lock = locked(path, self._reviewer)
        try:
            db = _written(path, self._work.contents)
        except BaseException:
            lock.release()
            raise
        former, was_ours = self._path, self._db is not None
        self.close()
        self._path, self._db, self._lock, self._why_not = path, db, lock, None
        if was_ours and not keeps_former:
            with suppress(OSError):
                former.unlink()

    def close(self) -> None:
        """Let go of the file; the review stays to be read."""
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
            self._db = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self._why_not = self._why_not or read_only(self._path, "session.closed", "it was closed")

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        if self._db is None:
            raise self._why_not or read_only(self._path, "session.closed", "it was closed")
        with store_schema.transaction(self._path, self._db):
            yield self._db

    def _continues(self, edit: Edit) -> bool:
        contents = self._work.contents
        is_at_end = 0 < contents.live == len(contents.log)
        return is_at_end and goes_on(contents.log[-1].entry.edit, edit)

    def _review_before_last(self) -> Review:
        if len(self._work.reviews) > 1:
            return self._work.reviews[-2]
        contents = self._work.contents
        return store_rows.folded_to_end(
            replace(contents, log=contents.log[: contents.live - 1], live=contents.live - 1)
        )[-1]

    def _made_again(self, edit: Compared, options: CompareOptions | None, sources: Sides | None) -> Made:
        former = self._made
        if sources is None:
            corrected = {each.side for each in edit.corrections}
            left, right = former.sources
            sources = (
                store_rows.source_again(left, edit.comparison.left.source, is_corrected=Side.LEFT in corrected),
                store_rows.source_again(right, edit.comparison.right.source, is_corrected=Side.RIGHT in corrected),
            )
        return Made(edit.comparison, options or former.options, sources)


def _reviews(reviews: Iterable[Review]) -> deque[Review]:
    return deque(reviews, maxlen=store_rows.REMEMBERED)


def _written(path: Path, contents: Contents, ahead: Ahead | None = None) -> sqlite3.Connection:
    """Put a new file in place of what is there, in one step; returns a connection that changes it."""
    # Not the session's own name: a name may be as long as the file system allows.
    unfinished = path.with_name(f"{UNFINISHED}{os.urandom(8).hex()}")
    remove_leftovers(path.parent, UNFINISHED)
    with store_schema.told(path):
        try:
            os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with closing(store_schema.new_database(unfinished)) as db:
                store_rows.write_all(db, contents, ahead)
                db.execute("COMMIT")
            flush(unfinished)
            # Left by a killed process of a file of this name, they would be taken for changes of the new one.
            for each in store_schema.files_beside(path):
                each.unlink(missing_ok=True)
            give_rights(unfinished, path)
            unfinished.replace(path)
            if os.name != "nt":
                flush(path.parent)
        except (CodecError, UnsoundError) as error:
            raise SessionError(
                "session.cannot_hold",
                f"{path}: this comparison cannot be kept: {error}",
                path=str(path),
                why=str(error),
            ) from error
        finally:
            with suppress(OSError):
                unfinished.unlink()
    return store_schema.writing(path)
