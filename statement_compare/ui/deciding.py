"""What each decision on a finding does: it turns the wish into an edit, or asks for the reason or the note first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from statement_compare.engine.model import Link, Verdict
from statement_compare.session.edits import (
    Bookmark,
    Confirm,
    Dismiss,
    Edit,
    SetNote,
    SetStatus,
    SetVerdict,
    place_of,
)
from statement_compare.session.history import Name
from statement_compare.session.review import Decision, Pair, Status, pair_of
from statement_compare.ui.actions import STATUS, VERDICT_KEYS
from statement_compare.ui.controller import Controller
from statement_compare.ui.decision_words import decided_of, edit_words
from statement_compare.ui.document import Document, State
from statement_compare.ui.pages import open_beside
from statement_compare.ui.parts import Parts
from statement_compare.ui.presenter import Presenter
from statement_compare.ui.steps import Steps
from statement_compare.ui.strings import say

if TYPE_CHECKING:
    from statement_compare.ui.dialogs.changes import ChangesDialog


class Deciding(QObject):
    """One method an action. `decided(pair)` says that a finding needs no further look, and which came after it in the
    list, None for none; `inspector_wanted` that it is needed and may be hidden.
    """

    decided = Signal(object)
    inspector_wanted = Signal()

    def __init__(self, presenter: Presenter, document: Document, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._parts: Parts = presenter.parts
        self._document = document
        self._controller = controller
        self._steps_of_note: Steps | None = None  # the pair may be closed while its note is being typed
        self._changes: ChangesDialog | None = None
        document.changed.connect(self._follow_changes)
        decisions = self._parts.inspector.decisions
        decisions.verdict_given.connect(self.give_verdict)
        decisions.note_changed.connect(self._take_note)

    def act_of(self, action: str) -> Callable[..., None] | None:
        """What an action does; None where it is none of these."""
        for verdict in VERDICT_KEYS:
            if action == f"verdict_{verdict.value}":
                return lambda: self._ask_verdict(verdict)
        if action.startswith(STATUS):
            return lambda _: self._on_finding(lambda pair, _: SetStatus(pair, Status(action.removeprefix(STATUS))))
        return getattr(self, action, None)

    def show_checks(self) -> None:
        """What is decided of the chosen finding, as check marks in the menu."""
        decision, actions = self._decision(), self._presenter.actions
        for name, is_set in (
            ("confirm", decision.is_confirmed),
            ("dismiss", decision.is_dismissed),
            ("bookmark", decision.is_bookmarked),
        ):
            actions[name].setChecked(is_set)
        actions[f"{STATUS}{decision.status.value}"].setChecked(True)
        actions["verdict_back"].setEnabled(decision.verdict is not None)

    def undo(self) -> None:
        self._step("status.undone", self._document.state.undo_name, self._controller.undo)

    def redo(self) -> None:
        self._step("status.redone", self._document.state.redo_name, self._controller.editing.redo)

    def _step(self, key: str, name: Name | None, step: Callable[[], None]) -> None:
        step()
        if name is not None:
            self._parts.status.say(say(key, name=edit_words(name)))

    def verdict_back(self) -> None:
        self._on_finding(lambda pair, decision: SetVerdict(pair, None) if decision.verdict is not None else None)

    def confirm(self, _: bool) -> None:
        def edit_of(pair: Pair, decision: Decision) -> Confirm:
            # Files of before hold findings that are both: to confirm one of these takes the dismissal back.
            return Confirm((pair,), not decision.is_confirmed or decision.is_dismissed)

        self._on_finding(edit_of, ends=True)

    def dismiss(self, _: bool) -> None:
        self._on_finding(lambda pair, decision: Dismiss(pair, not decision.is_dismissed), ends=True)

    def bookmark(self, _: bool) -> None:
        self._on_finding(lambda pair, decision: Bookmark(pair, not decision.is_bookmarked))

    def note(self) -> None:
        link = self._link()
        if link is not None:
            self.inspector_wanted.emit()
            self._steps_of_note = self._document.state.steps
            self._parts.inspector.decisions.ask_note(link, self._decision().note)

    def confirm_up_to(self) -> None:
        """Confirm all that the list shows down to the chosen finding, but for those that are decided already."""
        link, state = self._link(), self._document.state
        if link is None or state.review is None:
            return
        order = self._parts.panel.order()
        if state.current not in order:
            self._say("status.choose_first")
            return
        end = order.index(state.current) + 1
        links = [state.review.comparison.links[i] for i in order[:end]]
        pairs = tuple(pair_of(each) for each in links if not state.review.decision_on(each).is_decided)
        is_last = end == len(order)
        following = self._following()
        if not pairs:
            self._say("status.nothing_to_confirm")
        elif self._controller.edit(Confirm(pairs)):
            key = "status.confirmed_to_last" if is_last else "status.confirmed_up_to"
            self._parts.status.say(say(key, n=len(pairs)))
            if not is_last:
                self.decided.emit(following)

    def changes(self) -> None:
        """The list of what comparing once more has changed, beside the window."""
        from statement_compare.ui.dialogs.changes import ChangesDialog

        dialog = ChangesDialog(self._document.state.changes, self._parts.page.window())
        dialog.chosen.connect(self._go_to)
        self._presenter.retold.connect(dialog.retranslate)
        open_beside(dialog, "deciding")
        self._changes = dialog
        dialog.finished.connect(self._forget_changes)

    def _forget_changes(self) -> None:
        self._changes = None

    def _follow_changes(self, before: State, after: State) -> None:
        """The open list tells of other changes where there are, and closes where what it told of is not open now."""
        if self._changes is None or before.changes is after.changes:
            return
        if after.changes:
            self._changes.show_changes(after.changes)
        else:
            self._changes.close()

    def _go_to(self, pair: Pair) -> None:
        review = self._document.state.review
        index = None if review is None else review.index_of(pair)
        if index is None:
            self._parts.status.say(say("changes.unlinked", place=place_of(pair)))
        else:
            self._presenter.back_to_findings()
            self._controller.choose(index)

    def clear_filter(self) -> None:
        self._parts.panel.reset_filter()
        self._say("status.all_shown")

    def give_verdict(self, pair: Pair, verdict: Verdict, reason: str) -> None:
        following = self._following()
        if self._controller.edit(SetVerdict(pair, verdict, reason)):
            self._tell_decided()
            self.decided.emit(following)

    def _take_note(self, pair: Pair, note: str, goes_on: bool) -> None:
        if self._steps_of_note is not None:
            self._controller.editing.edit_in(self._steps_of_note, SetNote(pair, note), replace_last=goes_on)

    def _ask_verdict(self, verdict: Verdict) -> None:
        link = self._link()
        if link is not None:
            decision = self._decision()
            self.inspector_wanted.emit()
            reason = decision.reason if decision.verdict is verdict else ""
            self._parts.inspector.decisions.ask_reason(link, verdict, reason)

    def _on_finding(self, edit_of: Callable[[Pair, Decision], Edit | None], *, ends: bool = False) -> None:
        """Edit the finding that is in hand; `ends` where that may be the last word on it."""
        link = self._link()
        if link is None:
            self.show_checks()  # pressing has changed them
            return
        edit, following = edit_of(pair_of(link), self._decision()), self._following()
        if edit is not None and self._controller.edit(edit):
            self._tell_decided()
            if ends and self._decision().is_decided:
                self.decided.emit(following)
        else:
            self.show_checks()

    def _tell_decided(self) -> None:
        """Let a screen reader say what is decided of the finding now, which is on the card for everybody else."""
        review, link = self._document.state.review, self._document.state.chosen
        if review is not None and link is not None:
            words = decided_of(review, link).heard or say("said.nothing")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._parts.inspector, words))

    def _following(self) -> Pair | None:
        """The finding after the chosen one in the list, before a decision moves that elsewhere."""
        comparison, order = self._document.state.comparison, self._parts.panel.order()
        current = self._document.state.current
        if comparison is None or current not in order[:-1]:
            return None
        return pair_of(comparison.links[order[order.index(current) + 1]])

    def _link(self) -> Link | None:
        """The finding that a person looks at; where there is none, it is said so."""
        link = self._presenter.finding_in_hand
        if link is None:
            self._say("status.choose_first")
        return link

    def _decision(self) -> Decision:
        review, link = self._document.state.review, self._presenter.finding_in_hand
        return Decision() if review is None or link is None else review.decision_on(link)

    def _say(self, key: str) -> None:
        self._parts.status.say(say(key))
