"""A person's work on a pair: in memory while nobody has decided anything, in a file from the first edit on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from statement_compare.engine.model import CompareOptions, Comparison, Side, Source
from statement_compare.errors import SessionError
from statement_compare.file_names import SESSION_SUFFIX
from statement_compare.session import session_lock, store_rows, unnamed, written_ahead
from statement_compare.session.codec import CodecError
from statement_compare.session.edits import Compared, Edit, Entry, Stamp
from statement_compare.session.folders import Folders
from statement_compare.session.history import History, Name, begun
from statement_compare.session.made_with import options_of
from statement_compare.session.recent import Origin
from statement_compare.session.review import Review
from statement_compare.session.soundness import UnsoundError
from statement_compare.session.store import Store
from statement_compare.session.store_rows import Contents, Kept, Sides
from statement_compare.session.written_ahead import Ahead

# A document larger than this is kept as its text alone: each copy of the session would hold it once more.
_MOST_BYTES: Final = 64 * 1024 * 1024
Tell = Callable[[SessionError], None]
# What keeps a file from being written that could be until now: no room, a stick that was pulled out, a folder locked.
_NO_PLACE: Final = {"session.full", "session.gone", "session.read_only", "session.unwritable"}
NOWHERE: Final = Origin()
AS_USUAL: Final = CompareOptions()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a session file holds beside the comparison: how it was made, of what, and who works on it."""

    origins: tuple[Origin, Origin] = (NOWHERE, NOWHERE)
    options: CompareOptions = AS_USUAL
    reviewer: str = ""


class KeptWork:
    """The work on one pair, as `history.Work` has it.

    With its first edit it goes into a file of the data folder. Where none can be written, `tell` says why, once, and
    the work goes on in memory: a full disk takes nobody's decisions away. Where a file that holds it cannot be written
    any more, it goes on in the data folder, or else in memory until that file can be.
    """

    def __init__(
        self, inner: History | Store, folders: Folders | None, circumstances: Circumstances, tell: Tell
    ) -> None:
        self._inner = inner
        self._folders = folders
        self._circumstances = circumstances
        self._tell = tell
        self._is_memory_alone = folders is None
        self._documents: tuple[Kept, ...] = ()
        self._ahead: Ahead | None = None
        self._stuck: Store | None = None  # the file that holds what was done before it could take no more

    @property
    def first(self) -> Comparison:
        return self._inner.first

    @property
    def review(self) -> Review:
        return self._inner.review

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._inner.entries

    @property
    def undone(self) -> tuple[Entry, ...]:
        return self._inner.undone

    @property
    def can_undo(self) -> bool:
        return self._inner.can_undo

    @property
    def can_redo(self) -> bool:
        return self._inner.can_redo

    @property
    def undo_name(self) -> Name | None:
        return self._inner.undo_name

    @property
    def redo_name(self) -> Name | None:
        return self._inner.redo_name

    @property
    def path(self) -> Path | None:
        """The file that holds the work, or what could be written of it; None while all of it is in memory."""
        return None if self.store is None else self.store.path

    @property
    def store(self) -> Store | None:
        return self._inner if isinstance(self._inner, Store) else self._stuck

    @property
    def is_in_memory(self) -> bool:
        """Whether there is more of the work than any file holds."""
        return not isinstance(self._inner, Store)

    @property
    def has_name(self) -> bool:
        """Whether a person gave the file its name and place."""
        path = self.path
        return path is not None and (self._folders is None or not unnamed.is_unnamed(path, self._folders))

    @property
    def read_only_because(self) -> SessionError | None:
        return self._inner.read_only_because if isinstance(self._inner, Store) else None

    def apply(self, edit: Edit, stamp: Stamp | None = None, *, replace_last: bool = False) -> Review:
        if isinstance(self._inner, History) and not self._is_memory_alone:
            self.keep()
        origins = self._circumstances.origins
        return self._made(lambda: _applied(self._inner, edit, stamp, replace_last=replace_last, origins=origins))

    def describe(self, left: Origin, right: Origin) -> None:
        """Know what is said about both texts by now, such as who speaks: comparisons from here on are kept with it."""
        self._circumstances = replace(self._circumstances, origins=(left, right))

    @property
    def origins(self) -> tuple[Origin, Origin] | None:
        """What is said about both texts of the comparison in hand; None while no file holds it."""
        if not isinstance(self._inner, Store):
            return None
        left, right = self._inner.sources
        return left.origin, right.origin

    def preparing(self) -> Iterator[object]:
        """Make ready, a few milliseconds a step, what the first edit writes: it waits for the disk alone afterwards."""
        if isinstance(self._inner, History) and not self._is_memory_alone:
            with suppress(CodecError, UnsoundError):  # the first edit says so
                ahead = yield from written_ahead.making(self._inner.first)
                self._ahead = ahead if isinstance(self._inner, History) else None

    def undo(self) -> Review:
        return self._made(lambda: self._inner.undo())

    def redo(self) -> Review:
        return self._made(lambda: self._inner.redo(), may_be_in_memory=False)

    def _made(self, change: Callable[[], Review], *, may_be_in_memory: bool = True) -> Review:
        """Make a change; where its file can take no more, elsewhere. Memory alone knows nothing that was undone."""
        if self._stuck is not None:
            with suppress(SessionError):
                self._catch_up(self._stuck)
        try:
            return change()
        except SessionError as error:
            store = self._inner
            if not isinstance(store, Store) or store.read_only_because is not None or error.key not in _NO_PLACE:
                raise
            self._go_elsewhere(store, error, may_be_in_memory=may_be_in_memory)
        return change()

    def _go_elsewhere(self, store: Store, error: SessionError, *, may_be_in_memory: bool) -> None:
        """Into a new file of the data folder, from what is in hand, or else into memory."""
        try:
            if self._folders is None:
                raise error
            store.save_as(unnamed.new_path(self._folders))
        except SessionError:
            if not may_be_in_memory:
                raise error from None
            self._inner, self._stuck = begun(store.first, store.entries), store
        self._tell(error)

    def _catch_up(self, store: Store) -> None:
        """Write what was done in memory alone into a file that has room again. Raises SessionError."""
        entries = self._inner.entries
        while store.entries != entries[: len(store.entries)]:
            store.undo()
        for entry in entries[len(store.entries) :]:
            _applied(store, entry.edit, entry.stamp, origins=self._circumstances.origins)
        self._inner, self._stuck = store, None

    def keep(self) -> None:
        """Have the work in a file of the data folder, with the edits that it holds."""
        if self._folders is None or self._stuck is not None or not isinstance(self._inner, History):
            return
        try:
            self._inner = self._stored(unnamed.new_path(self._folders))
            self._ahead = None
        except SessionError as error:
            self._is_memory_alone = True
            self._tell(error)

    def would_be_lost(self) -> bool:
        """Whether edits would end with the program. It is tried first to write them after all."""
        if self._stuck is not None:
            with suppress(SessionError):
                self._catch_up(self._stuck)
        elif isinstance(self._inner, History) and self._folders is not None and self.entries:
            with suppress(SessionError):
                self._inner = self._stored(unnamed.new_path(self._folders))
        return self.is_in_memory and self._folders is not None and bool(self.entries)

    def save_as(self, path: Path) -> Path | None:
        """Have the work in a file of this name, and go on there. Raises SessionError; the work is then as it was.

        Returns the file without a name that held it before: it can go as soon as the list of pairs names the new one.
        """
        if self._stuck is not None:
            self._stuck.save_as(path)
            self._catch_up(self._stuck)
            return None
        if isinstance(self._inner, Store):
            former = None if self.has_name or self.read_only_because is not None else self.path
            self._inner.save_as(path)
            return None if former == self.path else former
        # Through a file beside it, so that what stands under the name is replaced whole or not at all.
        beside = path.with_name(f".{path.name}.new")
        with suppress(OSError):
            if session_lock.holder(beside) is None:  # a process that was killed left it there
                beside.unlink(missing_ok=True)
        store = self._stored(beside)
        try:
            store.save_as(path, keeps_former=False)
        except SessionError:
            store.close()
            with suppress(OSError):
                beside.unlink()
            raise
        self._inner = store
        return None

    def take_documents(self, former: KeptWork) -> None:
        """Have the bytes that a file holds, which may lie nowhere else by now."""
        self._documents = () if former.store is None else former.store.documents

    def contents(self) -> Contents:
        """All that a file of this work holds, or would hold. Raises SessionError."""
        if isinstance(self._inner, Store):
            return self._inner.contents
        with TemporaryDirectory() as folder, self._stored(Path(folder) / f"work{SESSION_SUFFIX}") as store:
            return replace(store.contents, created="")  # it was never in a file of its own

    def close(self) -> None:
        if self._stuck is not None:
            with suppress(SessionError):
                self._catch_up(self._stuck)
        for store in (self._inner, self._stuck):
            if isinstance(store, Store):
                store.close()

    def _stored(self, path: Path) -> Store:
        history, about = self._inner, self._circumstances
        left, right = (
            store_rows.kept(statement.source, origin, _bytes_of(statement.source, origin, self._documents))
            for statement, origin in zip((history.first.left, history.first.right), about.origins, strict=True)
        )
        store = Store.create(
            path,
            history.first,
            options=about.options,
            sources=(left, right),
            reviewer=about.reviewer,
            ahead=self._ahead,
        )
        try:
            for entry in history.entries:
                _applied(store, entry.edit, entry.stamp, documents=self._documents)
        except SessionError:
            store.close()
            with suppress(OSError):
                path.unlink()
            raise
        return store


def is_outdated(document: Kept) -> bool:
    """Whether the file that a document was read from has other bytes by now; one that is gone is not newer."""
    if not document.source.sha256:
        return False
    content = _content(document.origin)
    return content is not None and hashlib.sha256(content).hexdigest() != document.source.sha256


def _applied(
    work: History | Store,
    edit: Edit,
    stamp: Stamp | None,
    *,
    replace_last: bool = False,
    documents: tuple[Kept, ...] = (),
    origins: tuple[Origin, Origin] = (NOWHERE, NOWHERE),
) -> Review:
    if isinstance(edit, Compared) and isinstance(work, Store):
        sources = _sources_again(work.sources, edit, documents, origins)
        options = options_of(edit.comparison, work.options)
        return work.apply(edit, stamp, replace_last=replace_last, options=options, sources=sources)
    return work.apply(edit, stamp, replace_last=replace_last)


def _sources_again(former: Sides, edit: Compared, documents: tuple[Kept, ...], origins: tuple[Origin, Origin]) -> Sides:
    """The documents of texts that were compared once more: of a new version the bytes as well.

    `origins` are what is said about them now; one of another text says nothing of these.
    """
    corrected = {each.side for each in edit.corrections}

    def again(kept: Kept, side: Side, now: Origin) -> Kept:
        if now.text == kept.origin.text and now != kept.origin:
            kept = replace(kept, origin=now)
        source = (edit.comparison.left if side is Side.LEFT else edit.comparison.right).source
        found = store_rows.source_again(kept, source, is_corrected=side in corrected)
        return (
            found
            if found is kept
            else store_rows.kept(source, found.origin, _bytes_of(source, found.origin, documents))
        )

    left, right = former
    return again(left, Side.LEFT, origins[0]), again(right, Side.RIGHT, origins[1])


def _bytes_of(source: Source, origin: Origin, documents: tuple[Kept, ...]) -> bytes | None:
    """The bytes of a document: those that were kept of it before, or else what lies on the disk now."""
    known = (each.content for each in documents if each.is_file and each.source.sha256 == source.sha256)
    return next(known, None) or _content(origin)


def _content(origin: Origin) -> bytes | None:
    """The bytes of a document as they lie on the disk now; whether they are those that were read, the hash says."""
    if not origin.path or origin.path == "-":
        return None
    try:
        path = Path(origin.path)
        return path.read_bytes() if path.is_file() and path.stat().st_size <= _MOST_BYTES else None
    except (OSError, ValueError):
        return None
