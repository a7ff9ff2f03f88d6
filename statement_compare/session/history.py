"""The edits of a review in their order, and which of them hold: what undoing takes back and redoing makes again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from statement_compare.engine.model import Comparison
from statement_compare.errors import StatementCompareError
from statement_compare.session.edits import Edit, Entry, Stamp, applied, goes_on, name_of
from statement_compare.session.review import Review

Name = tuple[str, dict[str, str]]
"""The key of an edit's name and what stands in its places, as `edits.name_of` gives it."""


class Work(Protocol):
    """A review that is being worked on, in memory or in a file: it changes by edits alone."""

    @property
    def review(self) -> Review:
        """The fold of the edits that hold."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The edits that hold, the first one first."""

    @property
    def undone(self) -> tuple[Entry, ...]:
        """The edits that redoing makes once more, the next one first."""

    @property
    def can_undo(self) -> bool: ...

    @property
    def can_redo(self) -> bool: ...

    @property
    def undo_name(self) -> Name | None:
        """What undoing would take back; None where there is nothing."""

    @property
    def redo_name(self) -> Name | None:
        """What redoing would make once more; None where there is nothing."""

    def apply(self, edit: Edit, stamp: Stamp | None = None, *, replace_last: bool = False) -> Review:
        """Make an edit; what was undone is gone then. One that changes nothing is not kept.

        With `replace_last`, it takes the place of the last edit where it goes on with that: a note on the same finding,
        so that a text being typed undoes as one step, or the comparison of another model after the first one's. Raises
        a StatementCompareError where the edit cannot be made or kept.
        """

    def undo(self) -> Review: ...

    def redo(self) -> Review: ...


class History:
    """Work in memory, which ends with the program.

    `_reviews` are what the fold of the edits comes to after each of them, the untouched one first; they share what an
    edit has not changed.
    """

    def __init__(self, first: Comparison) -> None:
        self.first = first
        self._reviews = [Review(first)]
        self._entries: list[Entry] = []
        self._undone: list[Entry] = []

    @property
    def review(self) -> Review:
        return self._reviews[-1]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries)

    @property
    def undone(self) -> tuple[Entry, ...]:
        return tuple(reversed(self._undone))

    @property
    def can_undo(self) -> bool:
        return bool(self._entries)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    @property
    def undo_name(self) -> Name | None:
        return name_of(self._entries[-1].edit, self._reviews[-2]) if self._entries else None

    @property
    def redo_name(self) -> Name | None:
        return name_of(self._undone[-1].edit, self.review) if self._undone else None

    def apply(self, edit: Edit, stamp: Stamp | None = None, *, replace_last: bool = False) -> Review:
        replaces = replace_last and self._continues(edit)
        entry = Entry(edit, stamp or Stamp())
        review = applied(self._reviews[-2] if replaces else self.review, entry)
        if review == self.review:
            return self.review
        if replaces:
            self._reviews.pop()
            self._entries.pop()
        self._undone.clear()
        self._entries.append(entry)
        self._reviews.append(review)
        return review

    def undo(self) -> Review:
        if self._entries:
            self._undone.append(self._entries.pop())
            self._reviews.pop()
        return self.review

    def redo(self) -> Review:
        if self._undone:
            entry = self._undone.pop()
            self._reviews.append(applied(self.review, entry))
            self._entries.append(entry)
        return self.review

    def _continues(self, edit: Edit) -> bool:
        return bool(self._entries) and not self._undone and goes_on(self._entries[-1].edit, edit)


def begun(first: Comparison, entries: Iterable[Entry] = ()) -> History:
    """Work that begins with edits that were made of another comparison; those that name what is not there go."""
    history = History(first)
    for entry in entries:
        try:
            history.apply(entry.edit, entry.stamp)
        except StatementCompareError:
            continue
    return history


def undone_again(work: Work, undone: Iterable[Entry]) -> None:
    """Have decisions that were undone ready to be made once more, behind what has taken their place since.

    Those of them that name what is not there any more go.
    """
    number = len(work.entries)
    for entry in undone:
        try:
            work.apply(entry.edit, entry.stamp)
        except StatementCompareError:
            continue
    for _ in range(len(work.entries) - number):
        work.undo()
