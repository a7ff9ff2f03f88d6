"""The window: puts bar, findings, texts, reason and status line together, and fits them to settings and screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
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
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from statement_compare.engine.bundle import NO_MODEL
from statement_compare.engine.model import Side
from statement_compare.errors import StatementCompareError
from statement_compare.session.options import Settings
from statement_compare.session.recent import Pair
from statement_compare.session.saved_filters import saved_filters
from statement_compare.ui import actions as action_table
from statement_compare.ui.commands import Commands
from statement_compare.ui.compare.page import ComparePage
from statement_compare.ui.controller import Controller
from statement_compare.ui.document import Document, State
from statement_compare.ui.facts_ledger import FactsLedger
from statement_compare.ui.findings.inspector import Inspector
from statement_compare.ui.findings.panel import FindingsPanel
from statement_compare.ui.fonts import interface_share, scaled, system_share
from statement_compare.ui.frame import Frame, Wishes
from statement_compare.ui.geometry import Geometry
from statement_compare.ui.incoming import is_welcome
from statement_compare.ui.memory import Memory
from statement_compare.ui.menus import FilterMenu, RecentMenu, finding_menu
from statement_compare.ui.names import window_title
from statement_compare.ui.parts import Parts
from statement_compare.ui.presenter import Presenter
from statement_compare.ui.projecting import Projecting
from statement_compare.ui.status import CountsLine
from statement_compare.ui.strings import error_words, say
from statement_compare.ui.text_menus import TextMenus
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.keyboard import claims_escape, is_pressed_by_return
from statement_compare.ui.widgets.projector import Projector
from statement_compare.ui.widgets.side_menu import SideMenu
from statement_compare.ui.widgets.start_page import StartPage
from statement_compare.ui.widgets.top_bar import TopBar
from statement_compare.ui.worker import LoadedModels

_SMALLEST = (760, 440)  # so that a frame fits around it on a screen of 800 x 600
_USUAL_SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Holds the parts, in which `Presenter` shows the document; wishes go to `Commands` and the `Controller`."""

    closed, came_to_front = Signal(), Signal()

    def __init__(
        self, document: Document, controller: Controller, memory: Memory, theme: Theme, plain: Callable[[], Theme]
    ) -> None:
        super().__init__()
        self._document = document
        self._controller = controller
        self._memory = memory
        self._is_projecting = False
        settings = memory.settings
        self.setMinimumSize(*_SMALLEST)
        self.setAcceptDrops(True)
        self._geometry = Geometry(self, _USUAL_SIZE)

        self.actions_by_id = action_table.build(self, dict(settings.shortcuts))
        self._menus = action_table.fill(self.menuBar(), self.actions_by_id)
        self._side_menus = {side: self._add_side_menu(side) for side in Side}
        self._recent_menu = RecentMenu(self, self._menus["file"], self.actions_by_id["forget"])
        self._recent_menu.chosen.connect(self.open_pair)

        self.bar = TopBar(self.actions_by_id, theme)
        self.panel = FindingsPanel(theme)
        self.page = ComparePage(theme)
        self.inspector = Inspector(theme)
        self.status = CountsLine()
        parts = Parts(self.bar, self.panel, self.page, self.inspector, self.status)
        self.start_page = StartPage(self.actions_by_id, theme)
        self._frame = Frame(parts, self.start_page, self)
        self.projector = Projector(theme)
        self._pages = QStackedWidget()
        for page in (self._frame, self.projector):
            self._pages.addWidget(page)
        self.setCentralWidget(self._pages)

        self.presenter = Presenter(parts, self._frame, self.actions_by_id, document, memory, theme)
        self.commands = Commands(self, self.presenter, document, controller, memory, plain)
        self._projecting = Projecting(self.projector, self.presenter, document, self.commands.go_to_finding, self)
        self._filters = FilterMenu(self._menus["filters"], self.actions_by_id, self.commands.seeing.choose_filter)
        self._text_menus = TextMenus(self, self.presenter, self.actions_by_id, self._side_menus)
        self._ledger = FactsLedger(controller.links.tasks, self)
        self.inspector.decisions.set_actions(self.actions_by_id)
        panes = (self.page.pane(side) for side in Side)
        action_table.make_local(self.actions_by_id, self.panel.findings_list, self.inspector, *panes)
        self.panel.unanswered_list.addAction(self.actions_by_id["why_not"])
        self._connect()
        self._show_settings(None, settings)
        for shown in (self._recent_menu, self.start_page):
            shown.show_pairs(memory.recent)
            memory.recent_changed.connect(shown.show_pairs)
        self._show_names(State(), document.state)
        self.presenter.show_state(State(), document.state, is_first=True)
        self.page.setFocus()
        self.restore_geometry()

    def set_projector(self, is_on: bool) -> None:
        """One finding alone, revealed step by step; on leaving, the window is as it was, at the finding shown last."""
        self._is_projecting = is_on
        self.menuBar().setVisible(not is_on)
        self._pages.setCurrentWidget(self.projector if is_on else self._frame)
        if is_on:
            self._projecting.start()
            return
        self._projecting.stop()
        self.fit()
        self.commands.texts_focus()
        self.presenter.show_chosen_again()  # before F3, which may have left the view, goes to its place

    def open_pair(self, pair: Pair) -> None:
        """Open a pair where it was left, unless it is open."""
        files = self._controller.files
        if pair.session and (files.is_open(Path(pair.session)) or files.is_elsewhere(Path(pair.session))):
            return
        self.presenter.reopen(pair)
        self.actions_by_id["lines"].setChecked(pair.sentences_per_line)
        session = Path(pair.session) if pair.session else None
        if session is None or not session.exists() or not files.open(session, pair):
            self._controller.open_pair(pair)

    def keep_place(self) -> None:
        """Remember what is open and where it is scrolled to."""
        self.presenter.keep_place()

    def restore_geometry(self) -> None:
        """Be where the settings have the window."""
        self._geometry.restore(self._memory.settings.geometry)

    def geometry_to_keep(self) -> dict[str, Any]:
        """Where the window is, as the settings have it; nothing while one finding or the window fills the screen."""
        return {} if self._is_projecting or self.isFullScreen() else {"geometry": self._geometry.text}

    def set_theme(self, theme: Theme) -> None:
        self.presenter.set_theme(theme)
        self.projector.set_theme(theme)
        self.start_page.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything in the language that the program speaks now; what a person has before her stays."""
        action_table.name(self.actions_by_id, self._menus)
        for menu in self._side_menus.values():
            menu.retranslate()
        self._recent_menu.show_pairs(self._memory.recent)
        self.start_page.show_pairs(self._memory.recent)
        self.start_page.retranslate()
        self._show_session("")
        self._filters.retranslate()
        self._projecting.retranslate()
        self._name_keys()
        self.presenter.retranslate()
        self.fit()

    def say(self, words: str) -> None:
        self.status.say(words)

    # Qt

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QStatusTipEvent):
            self.status.hint(event.tip())
            return True
        if event.type() is QEvent.Type.WindowActivate:
            self.came_to_front.emit()
        if _is_escape(event) and self._left_by_escape and claims_escape(event):
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """What falls beside the two texts goes where pasting would put it."""
        event.acceptProposedAction()
        self.commands.opening.take(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.inspector.decisions.leave()
        self.inspector.decisions.hand_on_late()
        if not self.commands.saving.may_close():
            event.ignore()
            return
        self.keep_place()
        self._memory.keep_settings(replace(self._memory.settings, **self.geometry_to_keep()))
        self.closed.emit()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._geometry.fit_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.commands.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event) and (leave := self._left_by_escape) is not None:
            leave()
        elif not is_pressed_by_return(event, self.focusWidget()):
            super().keyPressEvent(event)

    @property
    def _left_by_escape(self) -> Callable[[], object] | None:
        """Leave what Esc leaves before it stops anything: the projector view, the full screen, what is picked."""
        for name, is_on in (("projector", self._is_projecting), ("full_screen", self.isFullScreen())):
            if is_on:
                return self.actions_by_id[name].trigger
        return (lambda: self.page.toggle_pick(Side.LEFT, -1)) if self.page.picked_names else None

    # Showing

    def _show_session(self, _: str) -> None:
        self._show_names(self._document.state, self._document.state)

    def _show_names(self, _before: State, after: State) -> None:
        """What is open, in the title and in the menus of both sides."""
        self.setWindowTitle(window_title(after))
        self._frame.show_start(after.is_empty)
        for menu in self._side_menus.values():
            menu.show_state(after)

    def _show_settings(self, before: Settings | None, after: Settings) -> None:
        tick = self.actions_by_id
        for name in ("findings", "inspector", "overview"):
            tick[name].setChecked(getattr(after, f"{name}_shown"))
        tick["scroll_locked"].setChecked(after.scroll_locked)
        tick["hidden_characters"].setChecked(after.hidden_shown)
        tick[f"theme_{after.theme}"].setChecked(True)
        if before is None or before.shortcuts != after.shortcuts:
            action_table.set_keys(tick, dict(after.shortcuts))
            self.bar.refresh_tips()
            self._name_keys()
        if before is None or before.filters != after.filters:
            self._filters.show_filters(saved_filters(after))
        self.page.set_overview(after.overview_shown)
        self.page.set_sync(after.scroll_locked)
        if before is None or before.hidden_shown != after.hidden_shown:
            self.page.set_hidden_shown(after.hidden_shown)
        self._controller.editing.reviewer = after.reviewer
        self._controller.set_judging(after.preset, after.model)
        self._show_zoom(after)
        self.status.show_model(uses_model=after.model != NO_MODEL)
        self.fit()

    def _name_keys(self) -> None:
        """Name the keys of actions where they are offered."""
        keys = {name: action_table.first_keys(action) for name, action in self.actions_by_id.items()}
        self.presenter.reason.why_keys = keys["why_not"]
        self.inspector.set_what_if_keys(keys["what_if"])
        self.panel.filter_line.set_keys(keys["clear_filter"])
        self.page.set_keys({side: keys[f"open_{side.value}"] for side in Side}, keys["paste"])

    def _show_zoom(self, settings: Settings) -> None:
        self.page.set_zoom(round(settings.zoom_percent * system_share()))
        self.panel.set_zoom(settings.zoom_percent)
        self.inspector.set_zoom(settings.zoom_percent)
        self.status.show_zoom(settings.zoom_percent)

    # Layout

    def fit(self) -> None:
        """Share the room among the parts: as settings, screen and the size of the type ask for."""
        settings = self._memory.settings
        self.panel.fit_width()
        inspector_height = scaled(settings.inspector_height, interface_share(settings.zoom_percent))
        wishes = Wishes(settings.findings_shown, settings.findings_width, settings.inspector_shown, inspector_height)
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
        self.closed.connect(self.commands.help_pages.close)
        for part in (self.panel.unanswered_list, self.page, self._controller.editing):
            self.closed.connect(part.rest)
        self._document.changed.connect(self._show_names)
        self._document.changed.connect(self.presenter.show_state)
        self._document.changed.connect(self._projecting.show_state)
        self._document.changed.connect(lambda *_: self.commands.deciding.show_checks())
        self.presenter.link_chosen.connect(self._controller.choose)
        self.presenter.counted.connect(self.fit)
        self.commands.projector_wanted.connect(self.set_projector)
        self._memory.settings_changed.connect(self._show_settings)
        self._memory.told.connect(self.say)
        self._controller.progressed.connect(self.presenter.show_progress)
        self._controller.models.loaded.connect(self._take_models)
        self._controller.files.saved.connect(self._show_session)
        self._controller.refined.connect(self._tell_refined)
        self._controller.trials.judged.connect(self.inspector.show_judged)
        self._controller.trials.failed.connect(self._show_not_judged)
        self.inspector.what_if_asked.connect(self._controller.judge_pair)
        self.inspector.what_if_ended.connect(self.commands.return_focus)
        self._controller.editing.failed.connect(lambda error: self.say(error_words(error)))
        self.bar.search_changed.connect(self.presenter.search.look_for)
        self.bar.search_stepped.connect(self.commands.search_step)
        self.bar.search_left.connect(self.commands.leave_search)
        self.bar.findings_pressed.connect(self._toggle_drawer)
        self.panel.link_chosen.connect(self.presenter.choose)
        self.panel.findings_list.menu_requested.connect(
            lambda place: finding_menu(self, self.actions_by_id).popup(place)
        )
        self.commands.deciding.inspector_wanted.connect(self._frame.close_drawer)
        self.inspector.decisions.left.connect(self.commands.texts_focus)
        self.panel.unanswered_chosen.connect(self.presenter.choose_unanswered)
        self.panel.came_to.connect(self.presenter.come_to)
        self.panel.offer([self.actions_by_id["original"]])
        self.panel.facts.chosen.connect(self.presenter.choose_fact)
        self.presenter.facts.wanted.connect(self._ledger.ask)
        self.presenter.facts.unwanted.connect(self._ledger.forget)
        self._ledger.made.connect(self.presenter.facts.take)
        self._ledger.failed.connect(self.presenter.facts.tell_failure)
        self.panel.filter_line.save_wanted.connect(self.commands.seeing.save_filter)
        self.panel.picked.connect(self._frame.close_drawer)
        self.panel.entered_text.connect(self.commands.texts_focus)
        self._frame.drawer_closed.connect(self.commands.texts_focus)
        self.panel.filter_changed.connect(self.presenter.filter)
        self._frame.inspector_dragged.connect(self._take_height)
        self._frame.findings_dragged.connect(self._take_width)
        self.page.link_chosen.connect(self.presenter.choose)
        self.page.sentence_chosen.connect(self.presenter.choose_sentence)
        self.page.open_requested.connect(lambda side: self.actions_by_id[f"open_{side.value}"].trigger())
        self.page.files_dropped.connect(self.commands.opening.take_files)
        self.page.text_dropped.connect(self.commands.opening.take_text)
        self.start_page.files_dropped.connect(self.commands.opening.take_files)
        self.start_page.text_dropped.connect(self.commands.opening.take_text)
        self.start_page.pair_chosen.connect(self.open_pair)
        self.page.header_menu_requested.connect(lambda side, place: self._side_menus[side].popup(place))
        self.page.menu_requested.connect(self._text_menus.open)
        self.page.link_activated.connect(lambda _: self.page.focus_other_side())
        self.page.cancel_requested.connect(self.commands.stop)
        self.page.offer_taken.connect(self.commands.take_offer)

    def _toggle_drawer(self) -> None:
        if self._frame.toggle_drawer(self.bar.findings_button):
            self.panel.focus_list()

    def _show_not_judged(self, problem: StatementCompareError) -> None:
        self.inspector.show_not_judged(say("inspector.what_if_failed", problem=error_words(problem)))

    def _take_height(self, height: int) -> None:
        usual = round(height / interface_share(self._memory.settings.zoom_percent))
        self._memory.keep_settings(replace(self._memory.settings, inspector_height=usual))

    def _take_width(self, width: int) -> None:
        self._memory.keep_settings(replace(self._memory.settings, findings_width=width))

    def _take_models(self, loaded: LoadedModels) -> None:
        self.status.take_models(loaded, uses_model=self._memory.settings.model != NO_MODEL)

    def _tell_refined(self, changed: int) -> None:
        self.say(say("status.refined", n=changed) if changed else say("status.refined_same"))


def _is_escape(event: QEvent) -> bool:
    """Asked of each key before what it would leave, which takes a while where all of a book is picked."""
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
