"""How a person's edits come into the document, and what becomes of them when texts are compared once more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import takewhile

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.model import CompareOptions, Comparison, Side, Statement
from statement_compare.session.carry import carried
from statement_compare.session.corrected import held_corrections
from statement_compare.session.edits import Compared, Edit, Entry, Stamp
from statement_compare.session.folders import Folders
from statement_compare.session.kept_work import Circumstances, KeptWork
from statement_compare.session.made_with import sentences_per_line
from statement_compare.session.mirror import mirrored, mirrored_comparison
from statement_compare.session.query import statement_of
from statement_compare.session.recent import Origin
from statement_compare.session.review import Correction, Pair, Review, changed_decisions, changed_verdicts, pair_of
from statement_compare.session.works import Sessions
from statement_compare.ui.document import Document, SideState, State
from statement_compare.ui.steps import Steps
from statement_compare.ui.widgets.slices import InSlices


def now() -> str:
    """The present time in ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Editing(QObject):
    """The one way to an edit. `failed(error)`: one could not be made; `not_kept(error)`: they have left their file.

    `stepped_from(comparison)`: undoing or redoing shows another one in place of it.
    """

    failed = Signal(object)
    not_kept = Signal(object)
    stepped_from = Signal(object)

    def __init__(
        self,
        document: Document,
        parent: QObject,
        clock: Callable[[], str] = now,
        folders: Folders | None = None,
    ) -> None:
        """Edits are kept in session files of `folders`; without any they end with the program."""
        super().__init__(parent)
        self.sessions = Sessions(folders, self.not_kept.emit)
        document.changed.connect(self._close_what_is_gone)
        self._document = document
        self._clock = clock
        self._has_files = folders is not None
        self._ahead = InSlices(self)
        self._is_refused = False
        self._is_stepping = False
        self._stood: Review | None = None  # before the first verdicts of texts that are compared once more
        self._first_step: tuple[Steps, int] | None = None  # which edit these verdicts are
        self._is_quiet = False  # while the document is being given another state anyway
        self.reviewer = ""
        self.options = CompareOptions()

    def rest(self) -> None:
        """Nothing will be decided any more."""
        self._ahead.stop()

    @property
    def is_prepared(self) -> bool:
        """Whether the first edit waits for nothing but the disk."""
        return self._ahead.is_done

    @property
    def _state(self) -> State:
        return self._document.state

    def edit(self, edit: Edit, *, replace_last: bool = False) -> bool:
        """Make an edit; whether it could be made. `replace_last` as `Work.apply` has it."""
        steps = self._state.steps
        if steps is None or self._state.review is None:
            return False
        self._is_refused = False
        steps.make(edit, self._stamp(), replace_last=replace_last)
        return not self._is_refused

    def edit_in(self, steps: Steps, edit: Edit, *, replace_last: bool = False) -> None:
        """Make an edit of a pair that may be read anew or not be open any more, as a note that was being typed."""
        steps.last.make(edit, self._stamp(), replace_last=replace_last)

    def undo(self) -> None:
        self._step(lambda steps: steps.take_back())

    def redo(self) -> None:
        self._step(lambda steps: steps.make_again())

    def _step(self, step: Callable[[Steps], None]) -> None:
        """Undo or redo: what is changed by it is shown."""
        if self._state.steps is not None:
            self._is_stepping = True
            step(self._state.steps)
            self._is_stepping = False

    # What becomes of edits when there is another comparison

    def with_whole(
        self,
        state: State,
        result: Comparison,
        corrections: tuple[Correction, ...] | None = None,
        *,
        is_better: bool = False,
    ) -> State:
        """The state with a comparison of its texts: a new review, or the one in hand with its decisions.

        What a person decided of a part of the comparison holds for the whole of it. `corrections` are those that the
        texts hold now, where they are others than before. One that `is_better` than what has just come of the same
        texts is one step with that.
        """
        steps = state.steps
        if not is_better:
            self._remember_what_stood(state)
        if steps is None or not _is_worked_on(state) or (_is_unworked(steps) and corrections is None):
            return self._begun(state, result)
        if state.is_partial:
            return self._begun(state, result, steps.work)
        before = steps.work.review
        held = held_corrections(before.corrections, result) if corrections is None else corrections
        number = len(steps.work.entries)
        replaces = is_better and self._first_step == (steps, number)
        undone = _undone(steps.work, result) if is_better else ()  # one that was asked for ends redoing, as any edit
        self._is_quiet, self._is_refused = True, False
        steps.work.describe(state.left.origin, state.right.origin)
        steps.make(Compared(result, held), self._stamp(), replace_last=replaces)
        if not self._is_refused:
            steps.undo_again(undone)
        self._is_quiet = False
        self._first_step = (steps, number + 1) if len(steps.work.entries) == number + 1 else None
        before = self._stood if replaces and self._stood is not None else before
        review = steps.work.review
        changes = () if self._is_refused else carried(before, result, held).changes
        return _with_texts(replace(state, review=review, changes=changes), review)

    def with_part(self, state: State, result: Comparison) -> State:
        """The state with what is judged so far; where a person decided something before, that stays to be seen."""
        steps = state.steps
        self._remember_what_stood(state)
        if steps is None or not _is_worked_on(state) or _is_unworked(steps):
            return self._begun(state, result)
        if state.review is None or not state.is_partial:
            return state
        return self._begun(state, result, steps.work)

    def verdicts_changed(self, before: State, after: State) -> int:
        """How many verdicts are others once better ones are there: than before the same texts were compared again."""
        stood = shown(before) if self._stood is None else self._stood.comparison
        texts = ((stood.left, shown(after).left), (stood.right, shown(after).right))
        is_same = all(_is_same_text(one, other) for one, other in texts)
        return changed_verdicts(stood if is_same else shown(before), shown(after))

    def _remember_what_stood(self, state: State) -> None:
        if not state.is_partial:
            self._stood = state.steps.work.review if state.steps is not None and _is_worked_on(state) else None

    def with_review_back(self, state: State) -> State:
        """The state with the review in hand, where comparing its texts once more came to nothing."""
        if state.review is not None or state.steps is None or not _is_worked_on(state):
            return state
        review = state.steps.work.review
        return state if review.is_untouched else _with_texts(replace(state, review=review), review)

    def as_left(self, state: State) -> State:
        """A state that comes back, with the review as undoing has left it since."""
        if state.steps is not None:
            state.steps.successor = None  # a note goes into what is shown, not into what took its place before
        if state.review is None or state.steps is None:
            return state
        review = state.steps.work.review
        if review is state.review:
            return _cut_as(state, review)
        current = None if state.chosen is None else review.index_of(pair_of(state.chosen))
        return _with_texts(replace(state, review=review, current=current, changes=()), review)

    def swapped(self, state: State, kept: State | None) -> tuple[State, State | None]:
        """A state with both sides changed about and its texts alone, with their edits.

        While a text is read, the work is that of what was open before, `kept`, which comes back where reading is
        stopped or undone: that is changed about as well, and given back.
        """
        if kept is None or not state.is_reading:
            return self._turned(state), None
        back, former = self._turned(kept), state.former
        if former is not None and back.steps is not None and former.steps is kept.steps:
            former = replace(back, former=None)
        return replace(state.turned, steps=back.steps, former=former), back

    def _turned(self, former: State) -> State:
        """A state with both sides changed about, with the edits where these are of its texts."""
        state, steps = former.turned, former.steps
        if steps is None or not _is_worked_on(former) or (not steps.work.entries and steps.work.path is None):
            return replace(state, steps=None)
        entries = mirrored(steps.work, steps.first).entries
        work = self._work(state, mirrored_comparison(steps.first), entries, steps.work)
        return replace(state, steps=self._steps(state, work))

    def opened(self, state: State, work: KeptWork) -> State:
        """A state whose sides are those of a session file, with the work that the file holds."""
        return replace(state, review=work.review, steps=self._steps(state, work), changes=())

    def keep(self) -> KeptWork | None:
        """The work on what is open, which can be saved; None where nothing was compared."""
        state = self._state
        return None if state.steps is None or state.review is None else state.steps.work

    def _begun(self, state: State, first: Comparison, former: KeptWork | None = None) -> State:
        undone = () if former is None else _undone(former, first)
        work = self._work(state, first, () if former is None else former.entries, former)
        steps = self._steps(state, work)
        steps.undo_again(undone)
        if state.steps is not None and (former is not None or _is_worked_on(state)):
            state.steps.successor = steps  # a note that is still being typed goes there, be it the first edit of all
        return replace(state, review=work.review, steps=steps, changes=())

    def _work(self, state: State, first: Comparison, entries: Iterable[Entry], former: KeptWork | None) -> KeptWork:
        origins = state.left.origin, state.right.origin
        return self.sessions.begin(first, Circumstances(origins, self.options, self.reviewer), entries, former)

    def _steps(self, state: State, work: KeptWork) -> Steps:
        if self._has_files:
            self._ahead.start(work.preparing())
        return Steps(work, work.first, state.left.origin, state.right.origin, self._take, self._refuse)

    def _close_what_is_gone(self, _: State, after: State) -> None:
        """Undoing brings back what was open before, and its edits with it; all other files are closed."""
        if not _is_worked_on(after):
            self._stood = self._first_step = None
        states = (after, after.former)
        self.sessions.keep_only(each.steps.work for each in states if each is not None and each.steps is not None)

    def _stamp(self) -> Stamp:
        return Stamp(self.reviewer, self._clock())

    def _refuse(self, error: object) -> None:
        self._is_refused = True
        self.failed.emit(error)

    def _take(self) -> None:
        """Show what the work has come to; what was chosen stays so, or what was changed is."""
        state = self._state
        if state.steps is None or state.review is None or self._is_quiet:
            return
        before, after = state.review, state.steps.work.review
        if after is before:
            return
        chosen = None if state.chosen is None else pair_of(state.chosen)
        current = state.current if after.comparison is before.comparison else after.index_of(chosen)
        touched = _touched(before, after) if self._is_stepping else _added(before, after)
        if touched and (chosen not in touched or current is None):
            current = next((found for pair in touched if (found := after.index_of(pair)) is not None), current)
        gone = chosen
        if self._is_stepping and not touched and after.proposed is before.proposed:
            gone = next(iter(_added(after, before)), chosen)  # a link that was made and is taken back
        if gone is not None and (current is None or gone != chosen):
            current = _index_near(after, gone)
        shown = replace(state, review=after, current=current)
        if after.proposed is not before.proposed:
            shown = _with_texts(replace(shown, changes=()), after, state.steps.work.origins)
        self._document.put(shown)
        if after.proposed is not before.proposed:
            self.stepped_from.emit(before.proposed)


def shown(state: State) -> Comparison:
    """What a state that has a review shows of it."""
    assert state.review is not None
    return state.review.comparison


def _is_worked_on(state: State) -> bool:
    """Whether the work in hand is on the texts that are open."""
    return state.steps is not None and state.steps.is_of(state.left.origin, state.right.origin)


def _is_unworked(steps: Steps) -> bool:
    """Whether nobody has decided anything, and no file holds the comparison, which a person may have given a name."""
    return steps.work.path is None and not steps.work.entries and steps.work.review.is_untouched


def _undone(work: KeptWork, result: Comparison) -> tuple[Entry, ...]:
    """What was undone, and can be made again of another comparison of the same texts: decisions up to a comparison.

    One that is made again would put an older one in place of `result`; and in other words a decision is another one.
    """
    proposed = work.review.proposed
    if not (_is_same_text(proposed.left, result.left) and _is_same_text(proposed.right, result.right)):
        return ()
    return tuple(takewhile(lambda each: not isinstance(each.edit, Compared), work.undone))


def _with_texts(state: State, review: Review, origins: tuple[Origin, Origin] | None = None) -> State:
    """The sides hold the texts that the review compares, cut as it says, which undoing may have changed back.

    `origins` are what was said about these, which undoing takes back as well.
    """
    state = _cut_as(state, review)
    for side, origin in zip(Side, origins or (state.left.origin, state.right.origin), strict=True):
        held, statement = state.side(side), statement_of(review.proposed, side)
        if origin != held.origin and origin.text == held.origin.text:
            held = replace(held, origin=origin)
            state = state.with_side(side, held)
        if held.statement is None or not _is_same_text(held.statement, statement):
            state = state.with_side(side, SideState(held.origin, statement, is_outdated=held.is_outdated))
    return state


def _cut_as(state: State, review: Review) -> State:
    """The state that says whether a line is a sentence as the texts that the review compares were cut."""
    per_line = sentences_per_line(review.proposed, otherwise=state.sentences_per_line)
    return state if per_line is state.sentences_per_line else replace(state, sentences_per_line=per_line)


def _is_same_text(one: Statement, other: Statement) -> bool:
    return one.source.text == other.source.text and one.sentences == other.sentences


def _added(before: Review, after: Review) -> tuple[Pair, ...]:
    """The links that a person made."""
    former = {pair_of(link): link for link in before.by_hand}
    return tuple(pair for link in after.by_hand if former.get(pair := pair_of(link)) != link)


def _touched(before: Review, after: Review) -> tuple[Pair, ...]:
    """The findings that two reviews of the same comparison differ in, those that are new first."""
    if before.proposed is not after.proposed:
        return ()
    new = (*_added(before, after), *sorted(before.removed - after.removed))
    return (*new, *sorted(changed_decisions(before, after)))


def _index_near(review: Review, pair: Pair) -> int | None:
    """The finding that has a sentence of a link that is gone, or else the nearest to one: rather a later one."""
    links = review.comparison.links

    def distance(index: int) -> tuple[int, int, bool]:
        left, right = _gap(links[index].left, pair[0]), _gap(links[index].right, pair[1])
        return min(left, right), max(left, right), links[index].left < pair[0]

    return min(range(len(links)), key=distance, default=None)


def _gap(ids: tuple[int, ...], others: tuple[int, ...]) -> int:
    """How many sentences two groups of one text lie apart; 0 where they share one."""
    return min((abs(one - other) for one in ids for other in others), default=0)
