"""The edits of one pair as an undo stack, whose commands hold nothing: they call the work that the edits are in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QUndoCommand, QUndoStack

from statement_compare.engine.model import Comparison
from statement_compare.errors import StatementCompareError
from statement_compare.session.edits import Edit, Entry, Stamp
from statement_compare.session.history import Name, undone_again
from statement_compare.session.kept_work import KeptWork
from statement_compare.session.recent import Origin

Tell = Callable[[], None]
Refuse = Callable[[StatementCompareError], None]


class Steps(QUndoStack):
    """`tell` is called after each change of the work, `refuse` where one could not be made.

    `first` is the comparison that the work began with, `left` and `right` are the origins of its texts. `successor` are
    those in which the edits go on, since there is more of the comparison.
    """

    def __init__(
        self, work: KeptWork, first: Comparison, left: Origin, right: Origin, tell: Tell, refuse: Refuse
    ) -> None:
        super().__init__()
        self.work = work
        self.first = first
        self._texts = left.text, right.text
        self._tell = tell
        self._refuse = refuse
        self.successor: Steps | None = None
        for _ in work.entries:
            self.push(_Step(self, None))

    def is_of(self, left: Origin, right: Origin) -> bool:
        """Whether these are the files or pasted texts that the edits were made of, though they may say more by now."""
        return self._texts == (left.text, right.text)

    @property
    def last(self) -> Steps:
        """Those in which edits of this pair are made now; of a long text, hundreds of parts may have come since."""
        last = self
        while last.successor is not None:
            last = last.successor
        if last is not self:
            self.successor = last
        return last

    def make(self, edit: Edit, stamp: Stamp, *, replace_last: bool = False) -> None:
        """Make an edit; where it takes the place of the last one, or changes nothing, it is no step of its own."""
        self.push(_Step(self, lambda: self.work.apply(edit, stamp, replace_last=replace_last)))

    @property
    def undo_name(self) -> Name | None:
        return self.work.undo_name if self.work.can_undo else None

    @property
    def redo_name(self) -> Name | None:
        return self.work.redo_name if self.work.can_redo else None

    def take_back(self) -> None:
        if self.canUndo():
            self.undo()
        elif self.work.can_undo:
            self.run(self.work.undo)

    def make_again(self) -> None:
        if self.canRedo():
            self.redo()
        elif self.work.can_redo:
            # It was undone before the stack was there, as in a session file that was opened again.
            self.push(_Step(self, self.work.redo))

    def undo_again(self, undone: Iterable[Entry]) -> None:
        """Have ready to be made again what was undone before the last change, as `history.undone_again` has it."""
        entries = tuple(undone)
        if entries:
            self.run(lambda: undone_again(self.work, entries))

    def run(self, change: Callable[[], object]) -> bool:
        """Change the work; whether it then holds another number of edits."""
        before = len(self.work.entries)
        try:
            change()
        except StatementCompareError as error:
            self._refuse(error)
            return False
        self._tell()
        return len(self.work.entries) != before


class _Step(QUndoCommand):
    """`first` makes the edit when it is pushed; None where the work holds it already."""

    def __init__(self, steps: Steps, first: Callable[[], object] | None) -> None:
        super().__init__()
        self._steps = steps
        self._first = first
        self._is_pushed = False

    def redo(self) -> None:
        if self._is_pushed:
            self._steps.run(self._steps.work.redo)
            return
        self._is_pushed = True
        first, self._first = self._first, None
        if first is not None:
            self.setObsolete(not self._steps.run(first))

    def undo(self) -> None:
        self._steps.run(self._steps.work.undo)
