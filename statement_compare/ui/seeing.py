"""What a person looks at beside the findings: facts, why two sentences are no pair, the summary, and saved filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from statement_compare.engine.model import Comparison, Side
from statement_compare.engine.unanswered import nearest
from statement_compare.session.query import EVERYTHING, Filter
from statement_compare.session.review import Review, pair_of
from statement_compare.session.saved_filters import LONGEST_NAME, saved_filters, with_filter
from statement_compare.ui.asking import ask_one_of, ask_words
from statement_compare.ui.document import State
from statement_compare.ui.findings.filter_line import filter_words
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.names import file_name, report_folder
from statement_compare.ui.pages import open_beside
from statement_compare.ui.strings import language, say
from statement_compare.ui.surroundings import ActionGroup, Surroundings
from statement_compare.ui.why_asked import Why, WhyAsked
from statement_compare.ui.widgets.keyboard import let_go
from statement_compare.ui.worker import Summarise, SummaryPicture

if TYPE_CHECKING:
    from statement_compare.ui.dialogs.summary import SummaryDialog

_SUMMARY = "summary"


class Seeing(ActionGroup):
    """One method an action."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(around, parent)
        self._page = around.presenter.parts.page
        self._why = WhyAsked(around.controller.links.tasks, self)
        self._why.answered.connect(self._take_why)
        around.presenter.retold.connect(self._say_why_again)
        self._tasks = around.controller.links.tasks
        self._tasks.finished.connect(self._take_summary)
        self._summary: SummaryDialog | None = None
        self._document.changed.connect(self._follow_summary)
        around.presenter.retold.connect(self._say_summary_again)

    def act_of(self, action: str) -> Callable[..., None] | None:
        """What an action does; None where it is none of these."""
        return getattr(self, action, None)

    def facts(self, is_shown: bool) -> None:
        let_go(self._presenter.parts.panel)
        self._presenter.show_list(facts=is_shown)

    def summary(self) -> None:
        """Ask for the page; it opens when it is made, and follows what is compared and decided while it is open."""
        if self._summary is not None:
            self._summary.activateWindow()
        else:
            self._ask_summary()

    def _ask_summary(self) -> None:
        review = self._document.state.review
        if review is not None:
            self._tasks.ask(_SUMMARY, Summarise(review.reported(), language()))

    def _follow_summary(self, before: State, after: State) -> None:
        is_awaited = self._summary is None and self._tasks.is_busy(_SUMMARY)
        if (self._summary is None and not is_awaited) or not _summary_differs(before.review, after.review):
            return
        if is_awaited and (before.left.origin, before.right.origin) != (after.left.origin, after.right.origin):
            self._tasks.cancel(_SUMMARY)  # it was asked for of another pair
        elif after.has_text:
            self._ask_summary()
        elif self._summary is not None:
            self._summary.close()

    def _say_summary_again(self) -> None:
        if self._summary is not None:
            self._summary.retranslate()
            self._ask_summary()

    def _forget_summary(self) -> None:
        self._summary = None
        self._tasks.cancel(_SUMMARY)

    def _take_summary(self, lane: str, _request: object, made: object) -> None:
        if lane != _SUMMARY or not isinstance(made, SummaryPicture):
            return
        from statement_compare.ui.dialogs.summary import SummaryDialog

        state, settings = self._document.state, self._memory.settings
        folder = report_folder(state) or Path(settings.report_folder or settings.open_folder or Path.home())
        proposed = folder / f"{file_name(state)} {say('summary.title').lower()}"
        if self._summary is not None:
            self._summary.show_picture(made.svg, made.description, proposed)
            return
        self._summary = SummaryDialog(made.svg, made.description, proposed, self._window)
        self._summary.saved.connect(self._keep_folder)
        self._summary.finished.connect(self._forget_summary)
        open_beside(self._summary, "reports")

    def _keep_folder(self, folder: str) -> None:
        self._memory.keep_settings(replace(self._memory.settings, report_folder=folder))

    def save_filter(self) -> None:
        """Keep what the list shows under a name; the same name again takes the place of what it was."""
        shown = self._presenter.parts.panel.shown
        if shown == EVERYTHING:
            self._say("filters.nothing")
            return
        proposed = filter_words(shown)[:LONGEST_NAME]
        title, label = say("filters.save_title"), say("filters.name")
        ask_words(self._window, title, label, proposed, lambda name: self._save_filter(name, shown), "filters")

    def _save_filter(self, name: str, shown: Filter) -> None:
        name = " ".join(name.split())[:LONGEST_NAME]
        if name:
            self._keep_filter(name, shown)
            self._say("filters.saved", name=name)

    def forget_filter(self) -> None:
        names = list(saved_filters(self._memory.settings))
        if names:
            title, label = say("filters.forget_title"), say("filters.name")
            ask_one_of(self._window, title, label, names, self._forget_filter, "filters")

    def _forget_filter(self, name: str) -> None:
        self._keep_filter(name, None)
        self._say("filters.forgotten", name=name)

    def choose_filter(self, shown: Filter) -> None:
        """Show what a saved filter lets through."""
        self._presenter.back_to_findings()
        self._presenter.parts.panel.set_filter(shown)

    def _keep_filter(self, name: str, shown: Filter | None) -> None:
        settings = self._memory.settings
        self._memory.keep_settings(replace(settings, filters=with_filter(settings, name, shown)))

    def _say(self, key: str, **places: str) -> None:
        self._presenter.parts.status.say(say(key, **places))

    def why_not(self) -> None:
        """Say why two sentences are no pair; where that is said, go to the better or the nearest partner."""
        comparison, shown = self._document.state.comparison, self._presenter.why
        if comparison is None:
            return
        pair = self._in_hand(comparison)
        if shown is not None and shown.partner is not None and pair in (None, (shown.left, shown.right)):
            self._go_to_partner(comparison, shown)
        elif pair is None:
            self._presenter.parts.status.say(say("why.nothing"))
        else:
            self._ask(comparison, Why(*pair))

    def _ask(self, comparison: Comparison, why: Why) -> None:
        options = self._controller.pair_options()
        if options is not None:
            self._presenter.show_why(why)
            self._page.forget_picks()
            self._why.ask(comparison, why, options)

    def _say_why_again(self) -> None:
        """The answer is in the language in which it was asked for."""
        comparison, shown = self._document.state.comparison, self._presenter.why
        if comparison is not None and shown is not None:
            self._ask(comparison, Why(shown.left, shown.right))

    def _take_why(self, comparison: Comparison, why: Why) -> None:
        """The answer, if a person still looks at these two sentences."""
        shown = self._presenter.why
        is_open = comparison is self._document.state.comparison
        if is_open and shown is not None and (shown.left, shown.right) == (why.left, why.right):
            self._presenter.show_why(why, scroll=False)

    def _go_to_partner(self, comparison: Comparison, why: Why) -> None:
        assert why.partner is not None
        if why.is_link:
            index = next((i for i, link in enumerate(comparison.links) if pair_of(link) == why.partner), None)
            if index is not None:
                self._presenter.back_to_findings()
                self._presenter.choose(index)
        else:
            self._ask(comparison, Why(why.partner[0][0], why.partner[1][0]))

    def _in_hand(self, comparison: Comparison) -> tuple[int, int] | None:
        """Two sentences: the picked ones, the unanswered one with its nearest, or those that the keyboard is at."""
        picked = [self._page.picked(side) for side in Side]
        if all(picked):
            return picked[0][0], picked[1][0]
        alone = self._presenter.unanswered
        if alone is not None:
            return _with_nearest(comparison, alone)
        left, right = (self._page.chosen_sentence(side) for side in Side)
        return None if left is None or right is None else (left, right)


def _with_nearest(comparison: Comparison, row: Unanswered) -> tuple[int, int] | None:
    near = comparison.nearest_to(row.side, row.sentence)
    other = nearest(comparison, row.side, row.sentence) if near is None else near.other
    if other is None:
        return None
    return (row.sentence, other) if row.side is Side.LEFT else (other, row.sentence)


def _summary_differs(before: Review | None, after: Review | None) -> bool:
    """Whether the page says something else of one review than of the other: a dismissed finding is told by itself."""
    if before is None or after is None:
        return before is not after
    return before.comparison is not after.comparison or before.dismissed != after.dismissed
