"""The window: puts bar, findings, texts, reason and status line together and lets each show the document's state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QStatusTipEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMainWindow, QMenu

from statement_compare.engine.bundle import NO_MODEL
from statement_compare.engine.model import Comparison, Side, Verdict
from statement_compare.engine.text import hidden
from statement_compare.engine.unanswered import asks_for_an_answer
from statement_compare.errors import StatementCompareError
from statement_compare.session.options import Settings
from statement_compare.session.query import counts, position
from statement_compare.session.recent import Pair, Recent
from statement_compare.ui import actions as action_table
from statement_compare.ui.availability import availability
from statement_compare.ui.commands import Commands
from statement_compare.ui.compare.page import ComparePage
from statement_compare.ui.compare.sight import ScrollState
from statement_compare.ui.controller import Controller
from statement_compare.ui.document import Document, State
from statement_compare.ui.findings.inspector import Inspector
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.findings.panel import FindingsPanel
from statement_compare.ui.frame import Frame, Parts, Wishes, fitted
from statement_compare.ui.incoming import is_welcome
from statement_compare.ui.memory import Memory
from statement_compare.ui.names import pair_name, window_title
from statement_compare.ui.sides import Sides
from statement_compare.ui.stages import Stages
from statement_compare.ui.status import CountsLine
from statement_compare.ui.strings import SIGNS, UNANSWERED_SIGN, error_words, say, verdict_word
from statement_compare.ui.theme import Theme, interface_share, scaled, system_share
from statement_compare.ui.widgets.side_menu import SideMenu
from statement_compare.ui.widgets.top_bar import TopBar
from statement_compare.ui.worker import LoadedModels

_PROJECTOR_FACTOR = 1.6
_SMALLEST = (760, 440)  # so that a frame fits around it on a screen of 800 x 600
_FRAME_KNOWN_MS = 200
_USUAL_SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Shows the document; wishes go to `Commands` and the `Controller`."""

    closed = Signal()

    def __init__(
        self, document: Document, controller: Controller, memory: Memory, theme: Theme, plain: Callable[[], Theme]
    ) -> None:
        super().__init__()
        self._document = document
        self._controller = controller
        self._memory = memory
        self._theme = theme
        self.plain_theme = plain
        self._unanswered: Unanswered | None = None
        self._reopened: Pair | None = None
        self._is_projecting = False
        self._is_filtered_out = False
        self._stages: dict[str, Stages] = {}
        self._refined_share = 0.0
        settings = memory.settings
        self.setMinimumSize(*_SMALLEST)
        self.setAcceptDrops(True)
        self.resize(_USUAL_SIZE.boundedTo(self.screen().availableSize()))

        self.actions_by_id = action_table.build(self, dict(settings.shortcuts))
        self._menus = action_table.fill(self.menuBar(), self.actions_by_id)
        self._side_menus = {side: self._add_side_menu(side) for side in Side}
        self._recent_menu = QMenu(say("menu.recent"), self)
        self._menus["file"].insertMenu(self.actions_by_id["forget"], self._recent_menu)

        self.bar = TopBar(self.actions_by_id, theme)
        self.panel = FindingsPanel(theme)
        self.page = ComparePage(theme)
        self.inspector = Inspector(theme)
        self.status = CountsLine()
        self._sides = Sides(self.page, self.say)
        self._frame = Frame(Parts(self.bar, self.panel, self.page, self.inspector, self.status), self)
        self.setCentralWidget(self._frame)

        self.commands = Commands(self, document, controller, memory)
        self._connect()
        self._show_settings(None, settings)
        self._show_recent(memory.recent)
        self._show_state(State(), document.state, is_first=True)
        self.page.setFocus()
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode("ascii", "ignore")))
            self.resize(self.size().boundedTo(self.screen().availableSize()))
        self._own_size = self.size()

    # What commands ask of the window

    def side_for_text(self) -> Side:
        """Where pasted text goes: to the side that has the focus if it is empty, to another empty one, or there."""
        focused = self.page.focused_side
        sides = sorted(Side, key=lambda side: side is not focused)
        return next((side for side in sides if self._document.state.side(side).origin.is_empty), focused)

    @property
    def theme(self) -> Theme:
        return self._theme

    def show_bar(self) -> None:
        if self._is_projecting:
            self.actions_by_id["projector"].trigger()

    def show_list(self, *, unanswered: bool) -> None:
        """Bring the list of findings, or of unanswered sentences, to the front and go into it."""
        self.actions_by_id["unanswered"].setChecked(unanswered)
        self.panel.show_unanswered(unanswered)
        if not unanswered:
            self._unanswered = None
            self._show_reason(self._document.state)
            self._show_place(self._document.state)
            self.page.choose_link(self._document.state.current, scroll=False)
        if self._frame.is_narrow(self.width()):
            self._frame.open_drawer(self.bar.findings_button)
        elif not self._memory.settings.findings_shown:
            self.actions_by_id["findings"].trigger()
        self.panel.focus_list()

    def leave_unanswered(self) -> None:
        """Show the findings again in the list, before one of them is gone to; the keyboard stays where it is."""
        if self.panel.shows_unanswered:
            self.actions_by_id["unanswered"].setChecked(False)
            self.panel.show_unanswered(False)

    def set_projector(self, is_on: bool) -> None:
        """Large text and nothing but both sides and the reason."""
        self._is_projecting = is_on
        self.menuBar().setVisible(not is_on)
        self.inspector.set_large(is_on)
        self._show_zoom(self._memory.settings)
        self._fit()
        QTimer.singleShot(0, self._show_chosen_again)  # once the texts have their new width

    def _show_chosen_again(self) -> None:
        if self._unanswered is None:
            self.page.show_chosen()
        else:
            self.page.choose_sentence(self._unanswered.side, self._unanswered.sentence)

    def set_full_screen(self, is_on: bool) -> None:
        if is_on:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
        else:
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def open_pair(self, pair: Pair) -> None:
        """Open a pair where it was left."""
        self._reopened = pair
        self.actions_by_id["lines"].setChecked(pair.sentences_per_line)
        self._controller.open_pair(pair)

    def present_pair(self) -> Pair:
        return self._pair_in(self._document.state)

    @staticmethod
    def _texts_of(state: State) -> object:
        return Pair(state.left.origin, state.right.origin, state.sentences_per_line).texts

    def _pair_in(self, state: State) -> Pair:
        pair = Pair(state.left.origin, state.right.origin, state.sentences_per_line)
        waiting = self._reopened
        if waiting is not None and waiting.texts == pair.texts:  # its place is not shown yet, and must not be lost
            return replace(pair, scroll=waiting.scroll, finding=waiting.finding)
        finding = -1 if state.current is None else state.current
        return replace(pair, scroll=self.page.scroll_state().text, finding=finding)

    def keep_place(self) -> None:
        """Remember what is open and where it is scrolled to."""
        self._memory.keep_pair(self.present_pair())

    def say(self, words: str) -> None:
        self.status.say(words)

    # Qt

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QStatusTipEvent):
            self.status.hint(event.tip())
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """What falls beside the two texts goes where pasting would put it."""
        event.acceptProposedAction()
        self.commands.take(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_place()
        if not self._is_projecting and not self.isFullScreen():
            geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
            self._memory.keep_settings(replace(self._memory.settings, geometry=geometry))
        self.closed.emit()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            # How wide the frame is is known once the window stands, with some window managers a little later.
            QTimer.singleShot(0, self._fit_to_screen)
            QTimer.singleShot(_FRAME_KNOWN_MS, self._fit_to_screen)

    def _fit_to_screen(self) -> None:
        """Neither the bar at the top nor the line at the bottom lies beyond the edge of the screen."""
        is_filling = self.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
        if is_filling or self.size() != self._own_size:  # somebody else has given it another size
            return
        inner = fitted(self.geometry(), self.frameGeometry(), self.screen().availableGeometry())
        if inner != self.geometry():
            self.setGeometry(inner)
            self._own_size = inner.size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.commands.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._is_projecting or self.isFullScreen()):
            name = "projector" if self._is_projecting else "full_screen"
            self.actions_by_id[name].trigger()
            return
        super().keyPressEvent(event)

    # Showing

    def _show_state(self, before: State, after: State, *, is_first: bool = False) -> None:
        is_other_pair = (before.left.origin, before.right.origin) != (after.left.origin, after.right.origin)
        if is_other_pair and before.comparison is not None:
            self._memory.keep_pair(self._pair_in(before))  # the page still shows it, where it was left
        self.setWindowTitle(window_title(after))
        for side in Side:
            if is_first or before.side(side) != after.side(side):
                self._sides.show(side, after)
            self._side_menus[side].show_state(after)
        for lane, is_working in self._works(after).items():
            if is_working != self._works(before)[lane]:
                self._stages[lane] = Stages()
        if before.is_comparing != after.is_comparing:
            self.page.set_busy(None, say("side.comparing") if after.is_comparing else "")
            self.panel.say_waiting(say("side.comparing") if after.is_comparing else "")
        if is_other_pair and after.comparison is not None:  # it was put back
            self._reopened = next((p for p in self._memory.recent.pairs if p.texts == self._texts_of(after)), None)
        if before.comparison is not after.comparison or is_first:
            is_more = (before.is_partial or before.is_refining) and after.comparison is not None
            self._show_comparison(after, is_more=is_more)
        if before.is_refining and after.comparison is not None and before.comparison is not after.comparison:
            self._show_refined(after)
        elif before.current != after.current or before.comparison is not after.comparison:
            self._show_current(after, is_arriving=before.comparison is not after.comparison)
        if before.is_refining != after.is_refining:
            self._show_refining(None if not after.is_refining else 0)
        if before.problem is not after.problem and after.problem is not None:
            self.status.say(self._problem_words(after))
        self._show_hint(after)
        if is_first or before.is_comparing != after.is_comparing:
            self._show_reason(after)
        for name, is_able in availability(after).items():
            self.actions_by_id[name].setEnabled(is_able)
        self.actions_by_id["lines"].setChecked(after.sentences_per_line)
        if is_other_pair:
            self._memory.keep_pair(self.present_pair())

    @staticmethod
    def _works(state: State) -> dict[str, bool]:
        """What is being done, by the lane in which it is."""
        return {**{side: state.side(side).is_busy for side in Side}, "compare": state.is_comparing}

    def _show_hint(self, state: State) -> None:
        """What a person must not overlook, for as long as it holds."""
        if state.is_stopped:
            self.page.set_hint(self._problem_words(state), say("status.go_on"))
        elif state.problem is not None and state.problem.key == "not_taken":
            self.page.set_hint(self._problem_words(state))
        else:
            self.page.set_hint("")

    def _show_comparison(self, state: State, *, is_more: bool) -> None:
        """`is_more`: there is more of a comparison that was shown in part, or better of one that was shown whole."""
        comparison = state.comparison
        self.panel.set_comparison(comparison, keeps_filter=is_more)
        self.page.set_comparison(comparison)
        if comparison is not None:
            self._sides.take(comparison)
        if is_more:
            self._show_filtered(scroll=False)
        else:
            self._unanswered = None
            self.actions_by_id["unanswered"].setChecked(False)
            self.panel.show_unanswered(False)
            self.commands.search(self.bar.search.text())
        self._show_counts(state)

    def _show_current(self, state: State, *, is_arriving: bool) -> None:
        """Where a comparison has just arrived, its first contradiction is brought to sight and nothing else."""
        self.panel.set_current(state.current)
        waiting = self._reopened
        is_whole = state.comparison is not None and not state.is_partial
        if is_whole:
            self._reopened = None
        if waiting is not None and is_whole and waiting.texts == self._pair_in(state).texts:
            self.page.choose_link(state.current, scroll=False)
            self.page.restore_scroll_state(ScrollState.read(waiting.scroll))
        elif self.page.chosen_link != state.current:  # a click in the page has shown it already
            # What comes first is chosen by nobody, and scrolls nothing unless it is a contradiction.
            is_wanted = state.current is not None and state.current != next(iter(self.panel.order()), None)
            self.page.choose_link(state.current, scroll=not is_arriving or is_wanted or self._is_contradiction(state))
        self._is_filtered_out = False
        if state.current is not None:
            self._unanswered = None
        self._show_reason(state)
        self._show_place(state)

    def _show_refined(self, state: State) -> None:
        """The thorough verdicts have taken the place of the first ones: what a person looks at stays where it is."""
        self.panel.set_current(state.current, scroll=False)
        row = self._unanswered
        if row is not None:
            self.panel.set_unanswered(row)
            if state.comparison is not None and not _is_alone(state.comparison, row.side, row.sentence):
                self._unanswered = None  # it is taken up after all
        if self._unanswered is not None:
            self.page.choose_sentence(self._unanswered.side, self._unanswered.sentence, scroll=False)
        elif self.page.chosen_link != state.current:
            self.page.choose_link(state.current, scroll=False)
        self._show_reason(state)
        self._show_place(state)

    def _show_refining(self, done: float | None) -> None:
        """How far judging once more is, from 0 to 1; None when it is done."""
        if done is None:
            self.status.show_refining(None)
            return
        # The pairs are read more than once, and then judged: what is told of it grows, or stays.
        done = self._refined_share = max(done, self._refined_share) if done else 0.0
        words = say("status.refining") + (f" {say('status.zoom', n=int(100 * done))}" if done else "")
        stopping = say("status.refining_stop", keys=self._keys("stop"))
        self.status.show_refining(words, say("status.refining_tip", stopping=stopping))

    @staticmethod
    def _is_contradiction(state: State) -> bool:
        if state.comparison is None or state.current is None:
            return False
        return state.comparison.links[state.current].verdict is Verdict.CONTRADICTION

    def _show_reason(self, state: State) -> None:
        comparison = state.comparison
        if comparison is None:
            self.inspector.show_nothing(self._waiting_words(state))
        elif self._unanswered is not None:
            self.inspector.show_unanswered(comparison, self._unanswered)
        elif self._is_filtered_out and state.current is not None:
            self.inspector.show_nothing(say("inspector.filtered"))
        elif state.current is not None:
            self.inspector.show_link(comparison, comparison.links[state.current])
        else:
            self.inspector.show_nothing(say("inspector.choose" if comparison.links else "findings.none"))

    def _show_place(self, state: State) -> None:
        """ "Contradiction 2 of 4": the place of the chosen finding among those of its verdict."""
        comparison = state.comparison
        if comparison is None:
            self.bar.show_place("")
            return
        if self._unanswered is not None:
            where, total = self.panel.unanswered_place(self._unanswered)
            if not asks_for_an_answer(comparison, self._unanswered.side, self._unanswered.sentence):
                self.bar.show_place(say("bar.no_finding"), " ")
            elif where:
                self._say_place(say("verdict.unanswered"), UNANSWERED_SIGN, where, total)
            else:
                self.bar.show_place(say("verdict.unanswered"), UNANSWERED_SIGN)
            return
        order = self.panel.order()
        if state.current is None or state.current not in order:
            self.bar.show_place(say("bar.no_place", n=len(order)) if order else say("bar.no_findings"), " ")
            return
        verdict = comparison.links[state.current].verdict
        alike = [i for i in order if comparison.links[i].verdict is verdict]
        self._say_place(verdict_word(verdict), SIGNS[verdict], position(alike, state.current), len(alike))

    def _say_place(self, name: str, sign: str, where: int, total: int) -> None:
        self.bar.show_place(
            say("bar.place", verdict=name, position=where, total=total),
            say("bar.place_short", sign=sign, position=where, total=total),
        )

    def _waiting_words(self, state: State) -> str:
        """What to say where there is no finding: what went wrong, what is being done, or what to do."""
        if state.problem is not None and state.problem.key in ("stopped", "not_taken"):
            return self._problem_words(state)
        if state.problem is not None:
            return f"{say('error.compare')}: {self._problem_words(state)}"
        return "" if state.is_comparing else say("inspector.waiting")  # what is done stands right above

    def _problem_words(self, state: State) -> str:
        problem = state.problem
        is_stop = problem is None or problem.key == "stopped"
        if state.is_stopped and state.comparison is not None:
            words = say("status.stopped" if is_stop else "status.broken_off", n=len(state.comparison.links))
            return words if problem is None or is_stop else f"{words} {error_words(problem)}"
        return "" if problem is None else error_words(problem, keys=self._keys("compare_again"))

    def _keys(self, action: str) -> str:
        """The first keys of an action as the platform writes them; "" for none."""
        return action_table.shown_keys([self.actions_by_id[action].shortcut().toString()])

    def _show_counts(self, state: State) -> None:
        comparison = state.comparison
        self.status.show_counts(comparison, self._theme, is_partial=state.is_partial)
        count = None if comparison is None else counts(comparison)
        self.bar.show_unanswered(count.only_left + count.only_right if count else 0)
        self._fit()

    def _show_settings(self, before: Settings | None, after: Settings) -> None:
        tick = self.actions_by_id
        for name in ("findings", "inspector", "overview"):
            tick[name].setChecked(getattr(after, f"{name}_shown"))
        tick["scroll_locked"].setChecked(after.scroll_locked)
        tick["hidden_characters"].setChecked(after.hidden_shown)
        tick[f"theme_{after.theme.value}"].setChecked(True)
        if before is None or before.shortcuts != after.shortcuts:
            action_table.set_keys(tick, dict(after.shortcuts))
            self.bar.refresh_tips()
            self.inspector.set_what_if_keys(self._keys("what_if"))
            self.page.set_keys({side: self._keys(f"open_{side.value}") for side in Side}, self._keys("paste"))
        self.page.set_overview(after.overview_shown)
        self.page.set_sync(after.scroll_locked)
        if before is None or before.hidden_shown != after.hidden_shown:
            self.page.set_hidden_shown(after.hidden_shown)
        self._controller.set_judging(after.preset, after.model)
        self._show_zoom(after)
        self.status.show_model(uses_model=after.model != NO_MODEL)
        self._fit()

    def _show_zoom(self, settings: Settings) -> None:
        factor = _PROJECTOR_FACTOR if self._is_projecting else 1.0
        self.page.set_zoom(round(settings.zoom_percent * factor * system_share()))
        self.panel.set_zoom(settings.zoom_percent)
        self.inspector.set_zoom(settings.zoom_percent)
        self.status.show_zoom(settings.zoom_percent)

    def _show_recent(self, recent: Recent) -> None:
        self._recent_menu.clear()
        pairs = [pair for pair in recent.pairs if pair.is_complete]
        for pair in pairs:
            action = self._recent_menu.addAction(pair_name(pair))
            action.setToolTip(hidden.shown(f"{pair.left.path}\n{pair.right.path}".strip()))
            action.triggered.connect(lambda _=False, pair=pair: self.open_pair(pair))
        self.actions_by_id["forget"].setEnabled(bool(recent.pairs))
        if not pairs:
            self._recent_menu.addAction(say("menu.recent_none")).setEnabled(False)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.bar, self.panel, self.page, self.inspector):
            part.set_theme(theme)
        state = self._document.state
        self._show_reason(state)
        self._show_counts(state)

    def _show_progress(self, lane: str, stage: str, done: int, total: int) -> None:
        words, fraction = self._stages.setdefault(lane, Stages()).take(stage, done, total)
        if lane in tuple(Side):
            self.page.set_busy(Side(lane), words, fraction)
        elif lane == "compare" and self._document.state.is_refining:
            # Of the stages before, none is long, and a share of each would go up and down.
            if stage in ("entail", "judge"):
                self._show_refining(fraction or 0.0)
        elif lane == "compare":
            self.page.set_busy(None, words, fraction)

    # Layout

    def _fit(self) -> None:
        settings = self._memory.settings
        inspector_height = scaled(settings.inspector_height, interface_share(settings.zoom_percent))
        wishes = Wishes(settings.findings_shown, settings.inspector_shown, inspector_height, self._is_projecting)
        is_beside = self._frame.arrange(wishes, self.width(), self.height(), self.menuBar().height())
        comparison = self._document.state.comparison
        number = 0 if comparison is None else len(comparison.links)
        self.bar.show_findings_button(not is_beside, number)

    # Construction

    def _add_side_menu(self, side: Side) -> SideMenu:
        actions = self.actions_by_id
        menu = SideMenu(side, actions["lines"], actions[f"details_{side.value}"], self)
        menu.described.connect(self._controller.describe)
        self._menus["sides"].insertMenu(actions["lines"], menu)
        return menu

    def _connect(self) -> None:
        self.commands.bind()
        self._document.changed.connect(self._show_state)
        self._memory.settings_changed.connect(self._show_settings)
        self._memory.recent_changed.connect(self._show_recent)
        self._memory.told.connect(self.say)
        self._controller.progressed.connect(self._show_progress)
        self._controller.models_loaded.connect(self._take_models)
        self._controller.refined.connect(self._tell_refined)
        self._controller.pair_judged.connect(self.inspector.show_judged)
        self._controller.pair_failed.connect(self._show_not_judged)
        self.inspector.what_if_asked.connect(self._controller.judge_pair)
        self.inspector.what_if_ended.connect(self.commands.return_focus)
        self._controller.report_written.connect(lambda path: self.say(say("status.saved", path=path)))
        self._controller.report_failed.connect(lambda error: self.say(error_words(error)))
        self.bar.search_changed.connect(self.commands.search)
        self.bar.search_stepped.connect(self.commands.search_step)
        self.bar.search_left.connect(self.commands.leave_search)
        self.bar.findings_pressed.connect(self._toggle_drawer)
        self.panel.link_chosen.connect(self._choose)
        self.panel.unanswered_chosen.connect(self._choose_unanswered)
        self.panel.picked.connect(self._frame.close_drawer)
        self.panel.entered_text.connect(self.commands.texts_focus)
        self._frame.drawer_closed.connect(self.commands.texts_focus)
        self.panel.filter_changed.connect(self._filter)
        self._frame.inspector_dragged.connect(self._take_height)
        self.page.link_chosen.connect(self._choose)
        self.page.sentence_chosen.connect(self._choose_sentence)
        self.page.open_requested.connect(lambda side: self.actions_by_id[f"open_{side.value}"].trigger())
        self.page.files_dropped.connect(lambda side, paths: self._controller.open_paths(list(paths), side))
        self.page.text_dropped.connect(self._controller.paste)
        self.page.header_menu_requested.connect(lambda side, place: self._side_menus[side].popup(place))
        self.page.menu_requested.connect(self._open_text_menu)
        self.page.link_activated.connect(lambda _: self.page.focus_other_side())
        self.page.cancel_requested.connect(self.commands.stop)
        self.page.offer_taken.connect(self._controller.go_on)

    def _choose(self, link: int) -> None:
        self._unanswered = None
        self._is_filtered_out = False
        self.commands.settle_search()
        if self._document.state.current == link:
            self._show_reason(self._document.state)
            self._show_place(self._document.state)
            self.page.choose_link(link)
        self._controller.choose(link)

    def _choose_unanswered(self, row: Unanswered) -> None:
        self._unanswered = row
        self._show_reason(self._document.state)
        self._show_place(self._document.state)
        self.page.choose_sentence(row.side, row.sentence)

    def _choose_sentence(self, side: Side, sentence: int) -> None:
        """A sentence of a text was chosen: where it is in no link, that is what is told of it."""
        state = self._document.state
        if state.comparison is None or state.is_partial or not _is_alone(state.comparison, side, sentence):
            return  # what has a link is told by `link_chosen`, and of a part nobody knows what stays unanswered
        self._unanswered = Unanswered(side, sentence)
        self.commands.settle_search()
        self.panel.set_unanswered(self._unanswered)
        self._show_reason(state)
        self._show_place(state)
        self.page.outline_sentence(side, sentence)

    def _filter(self, _shown: object) -> None:
        self._show_filtered(scroll=True)

    def _show_filtered(self, *, scroll: bool) -> None:
        """Fade what the list leaves out; `scroll` brings the chosen finding into sight in it."""
        order = self.panel.order()
        comparison = self._document.state.comparison
        is_all = comparison is None or len(order) == len(comparison.links)
        self.page.set_filter(None if is_all else frozenset(order))
        current = self._document.state.current
        self.panel.set_current(current, scroll=scroll)
        self._show_place(self._document.state)
        # A filter takes what it leaves out from below the texts as well; a person may choose it there again.
        was_out, is_trying = self._is_filtered_out, self.inspector.is_trying
        self._is_filtered_out = current is not None and current not in order and (scroll or was_out) and not is_trying
        if was_out != self._is_filtered_out and self._unanswered is None:
            self._show_reason(self._document.state)

    def _toggle_drawer(self) -> None:
        if self._frame.toggle_drawer(self.bar.findings_button):
            self.panel.focus_list()

    def _show_not_judged(self, problem: StatementCompareError) -> None:
        self.inspector.show_not_judged(say("inspector.what_if_failed", problem=error_words(problem)))

    def _take_height(self, height: int) -> None:
        usual = round(height / interface_share(self._memory.settings.zoom_percent))
        self._memory.keep_settings(replace(self._memory.settings, inspector_height=usual))

    def _take_models(self, loaded: LoadedModels) -> None:
        self.status.take_models(loaded, uses_model=self._memory.settings.model != NO_MODEL)

    def _tell_refined(self, changed: int) -> None:
        self.say(say("status.refined", n=changed) if changed else say("status.refined_same"))

    def _open_text_menu(self, side: Side, _sentence: int, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pane = self.page.pane(side)
        if pane.selection is not None:
            menu.addAction(self.actions_by_id["copy_text"])
        for name in ("select_all", "other_side", "copy", "paste", f"open_{side.value}"):
            menu.addAction(self.actions_by_id[name])
        menu.addSeparator()
        menu.addMenu(self._side_menus[side])
        menu.popup(place)


def _is_alone(comparison: Comparison, side: Side, sentence: int) -> bool:
    """Whether a sentence is in no link."""
    return sentence in (comparison.only_left if side is Side.LEFT else comparison.only_right)
