"""The projector view: which finding is on the page, and how its steps lead from one finding to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt

from statement_compare.engine.model import Comparison, Link, Side
from statement_compare.session.query import dismissed_in, position
from statement_compare.session.review import pair_of
from statement_compare.ui.decision_words import Decided, decided_of
from statement_compare.ui.document import Document, State
from statement_compare.ui.findings.reasons import passage_of, reasons_of, tag_of
from statement_compare.ui.findings.told import Quoted
from statement_compare.ui.names import compared_name, short_name
from statement_compare.ui.presenter import Presenter
from statement_compare.ui.strings import SIGNS, kind_word, kinds_of, link_word, say
from statement_compare.ui.widgets.projector import Projector, Slide

IN_THE_WINDOW: Final = frozenset(
    {
        *("correct", "what_if", "find", "find_next", "find_previous"),
        *("findings_focus", "unanswered", "facts", "texts_focus", "other_side"),
    }
)
"""Actions that lead into parts of the window which this view hides, and before which it is left."""


class Projecting(QObject):
    """Shows the chosen finding in `view` while it is on; `go(forward)` chooses another one as the window's keys do.

    It asks the list for its order and so takes each state after `presenter` has: `show_state` is to be joined behind.
    """

    def __init__(
        self, view: Projector, presenter: Presenter, document: Document, go: Callable[[bool], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._presenter = presenter
        self._document = document
        self._go = go
        self._is_on = False
        self._goes_back = False
        view.wants_other.connect(self._step)
        presenter.parts.panel.filter_changed.connect(lambda _: self._show_again())

    def start(self) -> None:
        """Begin with the finding that is chosen; where the list does not show it, with the first one that it shows.

        A room that is to see the agreements sees no contradiction first, which would be none of them: "0 of 5".
        """
        self._presenter.back_to_findings()
        order = self._presenter.parts.panel.order()
        if order and self._document.state.current not in order:
            self._presenter.choose(order[0])
        self._is_on = True
        self._view.show_slide(self._slide())
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        self._is_on = False

    def show_state(self, before: State, after: State) -> None:
        if not self._is_on or (before.review is after.review and before.current == after.current):
            return
        slide = self._slide()
        is_same = _pair(before) == _pair(after)
        if slide is not None and self._goes_back:
            self._view.show_all(slide)
        else:
            self._view.show_slide(slide, step=self._view.step if is_same else 1)

    def retranslate(self) -> None:
        """Say everything in the present language; what was revealed stays so."""
        self._view.setAccessibleName(say("action.projector"))
        self._show_again()

    def _show_again(self) -> None:
        """In other words, or at another place in the list."""
        if self._is_on:
            self._view.show_slide(self._slide(), step=self._view.step)

    def _step(self, forward: bool) -> None:
        before = self._document.state.current
        self._goes_back = not forward
        self._go(forward)
        self._goes_back = False
        if self._document.state.current == before:  # it was the last one, which the next press leaves
            self._view.tell(self._presenter.parts.status.message)

    def _slide(self) -> Slide | None:
        state = self._document.state
        if state.comparison is None or state.chosen is None or not self._presenter.parts.panel.order():
            return None
        names = {side: short_name(compared_name(state, side)) for side in Side}
        return slide_of(state.comparison, state.chosen, decided_of(state.review, state.chosen), names, self._place())

    def _place(self) -> str:
        """The place of the finding among those that stand; one that is dismissed or not in the list has none."""
        state = self._document.state
        assert state.comparison is not None
        dismissed = dismissed_in(state.comparison, state.review)
        if state.current in dismissed:
            return say("mark.dismissed")
        order = [i for i in self._presenter.parts.panel.order() if i not in dismissed]
        if state.current not in order:  # undoing leads to any finding
            return say("inspector.filtered")
        return say("projector.place", position=position(order, state.current), n=len(order))


def slide_of(comparison: Comparison, link: Link, decided: Decided, names: Mapping[Side, str], place: str) -> Slide:
    """A finding for the page. The reason is that of what the program made of it, whatever verdict a person gave.

    `names` say who speaks, since a room does not see the heads of the two texts.
    """
    kinds = ", ".join(kind_word(kind).lower() for kind in kinds_of(link))
    key = "inspector.heading" if kinds else "inspector.heading_plain"
    quotes = {
        side: Quoted(f"{names[side]} · {tag_of(link, side)}", *passage_of(comparison, link, side)) for side in Side
    }
    reasons = reasons_of(comparison, decided.proposed or link)
    heading = say(key, sign=SIGNS[link.verdict], verdict=link_word(link), kinds=kinds)
    if decided.decision.is_dismissed:
        heading = f"{heading} · {say('said.dismissed')}"
    return Slide(link.verdict, heading, quotes, reasons[0].words if reasons else "", place)


def _pair(state: State) -> object:
    return None if state.chosen is None else pair_of(state.chosen)
