"""The one mutable cell of the window: what is open on both sides, what came of comparing, and what is chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.model import Comparison, Link, Side, Source, Statement
from statement_compare.errors import StatementCompareError
from statement_compare.session.carry import Change
from statement_compare.session.history import Name
from statement_compare.session.recent import Origin
from statement_compare.session.review import Review
from statement_compare.ui.steps import Steps

NOWHERE = Origin()


@dataclass(frozen=True, slots=True)
class SideState:
    """One side: where it comes from, its text once read, or why it could not be read.

    `is_outdated`: the text is that of a saved session, and its file says something else by now.
    """

    origin: Origin = NOWHERE
    statement: Statement | None = None
    problem: StatementCompareError | None = None
    is_busy: bool = False
    is_outdated: bool = False

    @property
    def source(self) -> Source | None:
        """The text with what a person said about it put over what its file says."""
        if self.statement is None:
            return None
        origin, source = self.origin, self.statement.source
        said = origin.title or source.title, origin.speaker or source.speaker, origin.date or source.date
        if said == (source.title, source.speaker, source.date):
            return source
        return replace(source, title=said[0], speaker=said[1], date=said[2])

    @property
    def described(self) -> Statement | None:
        """The sentences, with `source` as a person described it."""
        source = self.source
        if self.statement is None or source is None or source is self.statement.source:
            return self.statement  # the very same, so that nothing is shown anew for it
        return replace(self.statement, source=source)

    def is_read_from(self, origin: Origin) -> bool:
        """Whether reading another origin would give the same text."""
        return _what_is_read(self.origin) == _what_is_read(origin)

    def is_replaced_by(self, origin: Origin) -> bool:
        """Whether there is a text here that one of another origin takes the place of."""
        return self.statement is not None and not self.is_read_from(origin)


EMPTY_SIDE = SideState()


@dataclass(frozen=True, slots=True)
class State:
    """All that the window shows. `current` is an index into the comparison's links.

    `former` is what was open before a text was replaced, itself without a former one; undoing puts it back.
    `is_replacing`: what is being read takes the place of a text, which undoing keeps.
    `is_partial`: what is here of the comparison is true but not all; the rest is being made, or was stopped.
    `is_refining`: the comparison is whole, and is being judged once more by a more thorough model.
    `steps` are the edits of the pair, which stay while its texts are read anew; `changes` is what comparing it once
    more changed last.
    """

    left: SideState = EMPTY_SIDE
    right: SideState = EMPTY_SIDE
    sentences_per_line: bool = False
    review: Review | None = None
    steps: Steps | None = None
    changes: tuple[Change, ...] = ()
    problem: StatementCompareError | None = None
    is_comparing: bool = False
    is_partial: bool = False
    is_refining: bool = False
    current: int | None = None
    former: State | None = None
    is_replacing: bool = False

    @property
    def is_reading(self) -> bool:
        return self.left.is_busy or self.right.is_busy

    @property
    def can_undo(self) -> bool:
        """Whether undoing does something: it takes an edit back, or brings a text back or keeps it."""
        return self.undo_name is not None or self.former is not None or (self.is_replacing and self.is_reading)

    @property
    def undo_name(self) -> Name | None:
        """The edit that undoing takes back; None where it brings a text back, or does nothing."""
        return None if self.steps is None or self.review is None else self.steps.undo_name

    @property
    def redo_name(self) -> Name | None:
        """The edit that redoing makes once more."""
        return None if self.steps is None or self.review is None else self.steps.redo_name

    @property
    def is_stopped(self) -> bool:
        """Whether judging ended before its time, so that the rest of the pairs is still to be judged."""
        return self.is_partial and not self.is_comparing

    @property
    def read_only_because(self) -> StatementCompareError | None:
        """Why nothing can be decided of what is shown: its file can only be read. None where it can."""
        because = None if self.steps is None or self.review is None else self.steps.work.read_only_because
        return None if because is None or because.key == "session.closed" else because

    @property
    def comparison(self) -> Comparison | None:
        return None if self.review is None else self.review.comparison

    @property
    def proposed(self) -> Comparison | None:
        """What the program says of the texts, whatever a person decided of it."""
        return None if self.review is None else self.review.proposed

    @property
    def chosen(self) -> Link | None:
        """The link that `current` says."""
        return None if self.comparison is None or self.current is None else self.comparison.links[self.current]

    @property
    def outdated(self) -> tuple[Side, ...]:
        """The sides of which there is a new version."""
        return tuple(side for side in Side if self.side(side).is_outdated)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has brought anything to either side."""
        return all(self.side(side) == EMPTY_SIDE for side in Side) and self.problem is None

    @property
    def has_text(self) -> bool:
        return any(self.side(side).statement is not None for side in Side)

    @property
    def without_findings(self) -> State:
        """The same with its texts alone."""
        return replace(self, review=None, is_partial=False, is_refining=False, current=None, changes=())

    @property
    def turned(self) -> State:
        """Its texts alone, with both sides changed about."""
        return replace(self.without_findings, left=self.right, right=self.left, is_comparing=False)

    def in_place_of(self, *formers: State | None) -> State:
        """The same with the first of these to come back to that is not the same work in another form."""
        work = None if self.steps is None else self.steps.work
        others = (each for each in formers if each is not None and (each.steps is None or each.steps.work is not work))
        return replace(self, former=next(others, None))

    def at(self, current: int | None) -> State:
        """The same with another finding chosen."""
        return replace(self, current=current)

    @property
    def whole(self) -> State:
        """The same without findings that were never finished."""
        return self.without_findings if self.is_partial else self

    @property
    def empty_side(self) -> Side | None:
        """The first side that has nothing on it."""
        return next((side for side in Side if self.side(side).origin.is_empty), None)

    def side(self, side: Side) -> SideState:
        return self.left if side is Side.LEFT else self.right

    def with_side(self, side: Side, value: SideState) -> State:
        return replace(self, left=value) if side is Side.LEFT else replace(self, right=value)


class Document(QObject):
    """Holds the state. `changed(before, after)` is emitted once for each new state that differs from the last."""

    changed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = State()

    @property
    def state(self) -> State:
        return self._state

    def put(self, state: State) -> None:
        before, self._state = self._state, state
        if state != before:
            self.changed.emit(before, state)


def _what_is_read(origin: Origin) -> tuple[str, str, str, str]:
    return origin.path, origin.pasted, origin.encoding, origin.language
