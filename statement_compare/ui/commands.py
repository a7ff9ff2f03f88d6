"""What each action of the window does: it translates the wish and hands it to the controller, the page or a dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

from statement_compare.engine.model import Side, Verdict
from statement_compare.session.options import DEFAULTS, Settings, schema
from statement_compare.session.query import dismissed_in
from statement_compare.session.review import Pair
from statement_compare.session.samples import sample_pair
from statement_compare.ui.actions import ACTIONS, THEME, ActionSpec
from statement_compare.ui.controller import Controller
from statement_compare.ui.correcting import Correcting
from statement_compare.ui.deciding import Deciding
from statement_compare.ui.document import Document
from statement_compare.ui.evidence import Evidence
from statement_compare.ui.frame import NARROW_WIDTH
from statement_compare.ui.full_screen import FullScreen
from statement_compare.ui.help_pages import HelpPages
from statement_compare.ui.linking import Linking
from statement_compare.ui.memory import Memory
from statement_compare.ui.navigation import Navigation
from statement_compare.ui.opening import Opening
from statement_compare.ui.pages import open_over
from statement_compare.ui.presenter import Presenter
from statement_compare.ui.projecting import IN_THE_WINDOW
from statement_compare.ui.reporting import Reporting
from statement_compare.ui.saving import Saving
from statement_compare.ui.seeing import Seeing
from statement_compare.ui.sending import Sending
from statement_compare.ui.strings import say
from statement_compare.ui.surroundings import Surroundings
from statement_compare.ui.theme import Theme
from statement_compare.ui.touring import Touring
from statement_compare.ui.widgets.keyboard import let_go

if TYPE_CHECKING:
    from statement_compare.ui.originals import Originals

_ZOOM_STEP = 10


class Commands(QObject):
    """One method an action, and one for all themes; `bind` joins them to the actions by name.

    `window` is what dialogs belong to. `projector_wanted` asks for one finding alone in large type, `window_wanted` for
    another window, `quit_wanted` for the end of all.
    """

    projector_wanted, window_wanted, quit_wanted = Signal(bool), Signal(), Signal()

    def __init__(
        self,
        window: QMainWindow,
        presenter: Presenter,
        document: Document,
        controller: Controller,
        memory: Memory,
        plain_theme: Callable[[], Theme],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._presenter = presenter
        self._parts = presenter.parts
        self._actions = presenter.actions
        self._plain_theme = plain_theme
        self._document = document
        self._controller = controller
        self._memory = memory
        self._navigation = Navigation()
        self._unanswered_navigation = Navigation()
        self._fact_navigation = Navigation()
        self.deciding = Deciding(presenter, document, controller, self)
        self.linking = Linking(window, presenter, document, controller, self)
        self.touring = Touring(window, presenter, document, memory, self.sample, self)
        around = Surroundings(window, presenter, document, controller, memory)
        self.opening = Opening(around, self)
        self.saving = Saving(around, self)
        self.reporting = Reporting(around, self)
        self.evidence = Evidence(around, self)
        self.seeing = Seeing(around, self)
        self.sending = Sending(around, self)
        self.help_pages = HelpPages(window, presenter, memory, self)
        self.correcting = Correcting(self._parts, document, controller, self)
        self._full_screen = FullScreen(window, self._actions["full_screen"])
        self.deciding.inspector_wanted.connect(self._show_inspector)
        self.deciding.decided.connect(self._advance)
        self._originals: Originals | None = None

    def bind(self) -> None:
        for spec in ACTIONS:
            act = self.act_of(spec)
            action = self._actions[spec.id]
            if spec.id in IN_THE_WINDOW:
                action.triggered.connect(self._leave_projector)
            if spec.is_checkable:
                action.triggered.connect(act)
            else:
                action.triggered.connect(lambda _=False, act=act: act())

    def act_of(self, spec: ActionSpec) -> Callable[..., None]:
        if spec.id.startswith(THEME):
            return lambda _: self._change(theme=spec.id.removeprefix(THEME))
        parts = (
            *(self.opening, self.deciding, self.linking, self.saving, self.reporting, self.evidence),
            *(self.seeing, self.sending, self.help_pages, self._full_screen),
        )
        found = [each for part in parts if (each := part.act_of(spec.id)) is not None]
        act: Callable[..., None] = found[0] if found else getattr(self, spec.id)
        return act

    # File

    def sample(self) -> None:
        self._controller.open_paths(list(sample_pair()))

    def compare_again(self) -> None:
        self._controller.compare_again()

    def take_offer(self) -> None:
        """Do what the hint below the texts offers: go on after a stop, or read what has changed since it was saved."""
        if self._document.state.is_stopped:
            self._controller.go_on()
        else:
            self._controller.compare_again(self._document.state.outdated)

    def stop(self) -> None:
        self._controller.cancel()

    def close_pair(self) -> None:
        self._presenter.keep_place()
        self._controller.close_pair()

    def new_window(self) -> None:
        self.window_wanted.emit()

    def close_window(self) -> None:
        self._window.close()

    def quit(self) -> None:
        self.quit_wanted.emit()

    # Help

    def tour(self) -> None:
        self.touring.start()

    # Edit

    def correct(self) -> None:
        self.correcting.correct()

    def paste(self) -> None:
        """Into the side that is empty; where none is, into the side that has the focus."""
        self.opening.take(QGuiApplication.clipboard().mimeData())

    def select_all(self) -> None:
        self._parts.page.select_all()

    def find(self) -> None:
        search = self._parts.bar.search
        search.setFocus()
        search.selectAll()

    def leave_search(self) -> None:
        """Back to the texts, and to where they were before the first step to a place."""
        self._presenter.search.go_back()
        self.texts_focus()

    def search_step(self, forward: bool) -> None:
        """To the next place of the words or the one before; into the search field where there are none."""
        if self._presenter.search.has_words:
            self._presenter.search.step(forward=forward)
        else:
            self.find()

    def find_next(self) -> None:
        self.search_step(True)

    def find_previous(self) -> None:
        self.search_step(False)

    def what_if(self) -> None:
        """Into the fields for other words, or back to the original."""
        inspector = self._parts.inspector
        if inspector.is_trying:
            inspector.end_what_if()
            return
        self._show_inspector()
        if not inspector.start_what_if():
            self._parts.status.say(say("inspector.what_if_nothing"))

    def _show_inspector(self) -> None:
        if not self._memory.settings.inspector_shown:
            self._actions["inspector"].trigger()

    def _advance(self, pair: Pair | None) -> None:
        """After a decision, to the next finding, where a person wants it so."""
        review = self._document.state.review
        if not self._memory.settings.advances or review is None:
            return
        target = review.index_of(pair)
        if target is None:
            self._parts.status.say(say("status.last_decided"))
        else:
            self._controller.choose(target)

    def _leave_projector(self) -> None:
        if self._actions["projector"].isChecked():
            self._actions["projector"].trigger()

    def return_focus(self) -> None:
        """The keyboard goes back to where it was before other words were tried; to the texts, if that is gone."""
        former = self._parts.inspector.came_from
        if former is not None and isValid(former) and former.isVisible() and former.window() is self._window:
            former.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.texts_focus()

    def settings(self) -> None:
        from statement_compare.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._memory.settings, self._plain_theme(), self._window)
        dialog.model_asked.connect(self._controller.models.check)
        self._controller.models.checked.connect(dialog.take_model)
        dialog.accepted.connect(lambda: self._memory.keep_settings(dialog.applied_to(self._memory.settings)))
        open_over(dialog, "settings")

    # Go

    def next(self) -> None:
        self._go(forward=True)

    def previous(self) -> None:
        self._go(forward=False)

    def go_to_finding(self, forward: bool) -> None:
        self._go(forward=forward)

    def next_contradiction(self) -> None:
        self._go(forward=True, verdict=Verdict.CONTRADICTION)

    def previous_contradiction(self) -> None:
        self._go(forward=False, verdict=Verdict.CONTRADICTION)

    def other_side(self) -> None:
        self._parts.page.focus_other_side()

    def findings_focus(self) -> None:
        let_go(self._parts.panel)
        self._presenter.show_list()

    def unanswered(self, is_shown: bool) -> None:
        let_go(self._parts.panel)
        self._presenter.show_list(unanswered=is_shown)

    def texts_focus(self) -> None:
        self._parts.page.focus_side(self._parts.page.focused_side)

    def original(self) -> None:
        """The page on which the chosen sentences stand, beside the window."""
        if self._originals is None:
            from statement_compare.ui.originals import Originals

            self._originals = Originals(self._window, self._document, self._presenter, self._controller.drawings)
        self._originals.open()

    # Sides

    def swap(self) -> None:
        self._parts.inspector.decisions.leave()  # a note that is being typed, while it is of this side
        self._controller.swap()

    def lines(self, is_set: bool) -> None:
        self._controller.set_sentences_per_line(is_set)

    def details_left(self) -> None:
        self._details(Side.LEFT)

    def details_right(self) -> None:
        self._details(Side.RIGHT)

    # View

    def zoom_in(self) -> None:
        self.zoom_by(1)

    def zoom_out(self) -> None:
        self.zoom_by(-1)

    def zoom_reset(self) -> None:
        self._change(zoom_percent=DEFAULTS.zoom_percent)

    def zoom_by(self, steps: int) -> None:
        line = next(line for line in schema() if line.key == "zoom_percent")
        percent = self._memory.settings.zoom_percent + steps * _ZOOM_STEP
        self._change(zoom_percent=max(line.low or 0, min(line.high or percent, percent)))

    def findings(self, is_shown: bool) -> None:
        """The list beside the texts; where the window is too narrow for that, the drawer with it."""
        bar = self._parts.bar
        if self._window.width() >= NARROW_WIDTH or not bar.isVisible():
            self._change(findings_shown=is_shown)
            return
        self._actions["findings"].setChecked(self._memory.settings.findings_shown)
        bar.findings_pressed.emit()

    def inspector(self, is_shown: bool) -> None:
        self._change(inspector_shown=is_shown)

    def overview(self, is_shown: bool) -> None:
        self._change(overview_shown=is_shown)

    def scroll_locked(self, is_locked: bool) -> None:
        self._change(scroll_locked=is_locked)

    def hidden_characters(self, is_shown: bool) -> None:
        self._change(hidden_shown=is_shown)

    def projector(self, is_on: bool) -> None:
        self.projector_wanted.emit(is_on)

    def _details(self, side: Side) -> None:
        from statement_compare.ui.dialogs.details import DetailsDialog

        held = self._document.state.side(side)
        statement = held.statement
        dialog = DetailsDialog(side, held.origin, None if statement is None else statement.source, self._window)
        dialog.accepted.connect(lambda: self._controller.describe(side, dialog.origin))
        open_over(dialog, "originals")

    def _go(self, *, forward: bool, verdict: Verdict | None = None) -> None:
        state = self._document.state
        if state.comparison is None:
            return
        if verdict is None and self._parts.panel.shows_unanswered:
            self._go_unanswered(forward=forward)
            return
        if verdict is None and self._parts.panel.shows_facts:
            self._go_fact(forward=forward)
            return
        among = None
        if verdict is not None:
            dismissed = dismissed_in(state.comparison, state.review)
            some = {i for i, link in enumerate(state.comparison.links) if link.verdict is verdict}
            among = frozenset(some - dismissed)
        move = self._navigation.go(self._parts.panel.order_to_go, state.current, forward=forward, among=among)
        if move.words:
            self._parts.status.say(say(move.words))
        if move.target is not None:
            self._parts.status.say("")
            self._presenter.back_to_findings()
            self._controller.choose(move.target)

    def _go_unanswered(self, *, forward: bool) -> None:
        """Step through what the list shows while it shows unanswered sentences."""
        panel = self._parts.panel
        rows = range(len(panel.unanswered_list.rows))
        move = self._unanswered_navigation.go(rows, panel.unanswered_list.row, forward=forward)
        self._parts.status.say(say(move.words) if move.words else "")
        if move.target is not None:
            panel.unanswered_list.choose_row(move.target)

    def _go_fact(self, *, forward: bool) -> None:
        """Step through the figures, dates and names while the list shows them."""
        facts = self._parts.panel.facts
        move = self._fact_navigation.go(range(facts.count), facts.row, forward=forward)
        self._parts.status.say(say(move.words) if move.words else "")
        if move.target is not None:
            facts.choose(move.target)

    def _change(self, **values: object) -> None:
        settings: Settings = replace(self._memory.settings, **values)  # type: ignore[arg-type]
        self._memory.keep_settings(settings)
