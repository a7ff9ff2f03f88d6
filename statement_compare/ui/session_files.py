"""Saved work that is opened and saved from the window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from statement_compare.errors import SessionError
from statement_compare.file_names import SESSION_SUFFIX
from statement_compare.session.kept_work import is_outdated
from statement_compare.session.made_with import sentences_per_line
from statement_compare.session.recent import Pair
from statement_compare.ui.document import SideState, State
from statement_compare.ui.editing import Editing


class SessionFiles(QObject):
    """`failed(error)` says why a file could not be opened or written.

    `opened(comparison)` and `saved(path)` say that one was; `show` puts a state in place of what is open.
    """

    failed = Signal(object)
    opened = Signal(object)
    saved = Signal(str)

    def __init__(self, editing: Editing, show: Callable[[State], None], parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self._show = show
        # Whether the work in a file is what another window shows, which then comes to the front.
        self.is_elsewhere: Callable[[Path], bool] = lambda _: False
        # The remembered pair of the same texts, with the place where it was left.
        self.known: Callable[[Pair], Pair | None] = lambda _: None

    def open(self, path: Path, pair: Pair | None = None) -> bool:
        """Show the work in a file as it was left, at the finding of `pair` or at the last one; whether it can be read.

        What was read then is shown, whatever has become of the documents since; where a file has other bytes now, its
        side says so.
        """
        if self.is_open(path) or self.is_elsewhere(path):
            return True
        try:
            work, store = self._editing.sessions.open(path.absolute(), self._editing.reviewer)
        except SessionError as error:
            self.failed.emit(error)
            return False
        proposed = work.review.proposed
        left, right = (
            SideState(kept.origin, statement, is_outdated=is_outdated(kept))
            for kept, statement in zip(store.sources, (proposed.left, proposed.right), strict=True)
        )
        links = len(work.review.comparison.links)
        per_line = sentences_per_line(proposed, otherwise=store.options.sentences_per_line)
        state = State(left, right, sentences_per_line=per_line)
        if pair is None:
            last = self.known(Pair(left.origin, right.origin))
            pair = last if last is not None and last.session == str(path.absolute()) else None
        current = pair.finding if pair is not None and 0 <= pair.finding < links else (0 if links else None)
        state = state.at(current)
        self._show(self._editing.opened(state, work))
        self.opened.emit(work.review.comparison)
        return True

    def is_open(self, path: Path) -> bool:
        """Whether the work in this file is what is open, and can be changed."""
        work = self._editing.keep()
        return work is not None and work.path == path.absolute() and work.read_only_because is None

    def save(self, path: Path) -> bool:
        """Have the work on what is open in a file of this name, and go on there; whether it could be written."""
        work = self._editing.keep()
        if work is None:
            return False
        try:
            former = work.save_as(path)
        except SessionError as error:
            self.failed.emit(error)
            return False
        self.saved.emit(str(path))
        if former is not None:  # whoever is killed before has it twice, and after knows it by its name
            with suppress(OSError):
                former.unlink()
        return True


def is_session(path: Path) -> bool:
    return path.suffix.lower() == SESSION_SUFFIX
