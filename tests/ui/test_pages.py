"""Pages over a window: the other windows and the help go on, F1 fits each, and leaving while one is open is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from programs import another
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot
from reviewer import FOUR, Reviewer
from scenario import comparison
from shiboken6 import isValid

from statement_compare.engine.model import Side, Verdict
from statement_compare.engine.report import summary_svg
from statement_compare.session.carry import Change, ChangeKind
from statement_compare.session.folders import Folders
from statement_compare.session.instance import Wish
from statement_compare.ui import asking
from statement_compare.ui.app import Program
from statement_compare.ui.dialogs.legend import LegendDialog
from statement_compare.ui.dialogs.settings import SettingsDialog
from statement_compare.ui.dialogs.shortcuts import ShortcutsDialog
from statement_compare.ui.dialogs.summary import SummaryDialog
from statement_compare.ui.pages import SUBJECT_PROPERTY, waiting_page
from statement_compare.ui.worker import Summarise, SummaryPicture

MADE = comparison(FOUR)
# Every action that opens a page, and the subject of the help that fits it.
OVER = {
    "open_left": "start",
    "open_both": "start",
    "open_session": "sessions",
    "save_session_as": "sessions",
    "unsaved": "sessions",
    "forget": "privacy",
    "report": "reports",
    "reply": "reports",
    "claim_review": "reports",
    "marked_left": "reports",
    "bundle": "sessions",
    "verify_bundle": "sessions",
    "settings": "settings",
    "shortcuts": "keys",
    "details_left": "originals",
    "speaker_right": "originals",
    "save_filter": "filters",
}
BESIDE = {
    "changes": "deciding",
    "legend": "verdicts",
    "about": "privacy",
    "summary": "reports",
    "original": "originals",
}


class Watch(QObject):
    """What Qt tells a window of pages that hold it up."""

    def __init__(self, window: QMainWindow | QDialog) -> None:
        super().__init__()
        self.told: list[QEvent.Type] = []
        handle = window.windowHandle()
        assert handle is not None
        handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowBlocked, QEvent.Type.WindowUnblocked):
            self.told.append(event.type())
        return False

    @property
    def is_held_up(self) -> bool:
        return bool(self.told) and self.told[-1] is QEvent.Type.WindowBlocked


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    reviewer = Reviewer(folders, qtbot, MADE)
    qtbot.addWidget(reviewer.window)
    yield reviewer
    reviewer.window.close()


def opened(ada: Reviewer, action: str) -> QDialog:
    if action == "save_filter":
        ada.window.panel._foot.set_text("left")
        ada.window.panel._take_filter()
    if action == "changes":
        change = Change(ChangeKind.GONE, ((0,), (0,)), Verdict.CONTRADICTION)
        ada.document.put(replace(ada.state, changes=(change,)))
    ada.window.actions_by_id[action].setEnabled(True)
    ada.act(action)
    if action == "summary":
        ada.tasks.answer("summary", SummaryPicture(summary_svg.render(MADE), "two contradictions"))
    found = [page for page in ada.window.findChildren(QDialog) if page.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("action", OVER)
def test_a_page_over_a_window_holds_up_that_one_alone_and_has_its_help(
    ada: Reviewer, action: str, qtbot: QtBot
) -> None:
    other = QMainWindow()
    qtbot.addWidget(other)
    other.show()
    watch, elsewhere = Watch(ada.window), Watch(other)
    page = opened(ada, action)
    assert page.windowModality() is Qt.WindowModality.WindowModal
    assert waiting_page(ada.window) is page
    assert (watch.is_held_up, elsewhere.is_held_up) == (True, False)
    assert helped(ada, page, qtbot) == OVER[action]
    assert page.isVisible()
    page.reject()
    assert not watch.is_held_up


@pytest.mark.parametrize("action", BESIDE)
def test_a_page_beside_a_window_holds_up_none_and_has_its_help(ada: Reviewer, action: str, qtbot: QtBot) -> None:
    watch = Watch(ada.window)
    page = opened(ada, action)
    assert page.windowModality() is Qt.WindowModality.NonModal
    assert waiting_page(ada.window) is None
    assert helped(ada, page, qtbot) == BESIDE[action]
    assert watch.told == []
    page.close()


def helped(ada: Reviewer, page: QDialog, qtbot: QtBot) -> str:
    """The subject at which the key for the help opens it, in a window that the page does not hold up."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_F1)
    shown = ada.window.commands.help_pages.shown
    assert shown is not None
    assert shown.isVisible()
    assert shown.windowHandle().transientParent() is None  # by which Qt would count it to what the page holds up
    return shown.subject


def test_a_page_over_a_page_has_its_help_as_well(ada: Reviewer) -> None:
    settings = opened(ada, "settings")
    assert isinstance(settings, SettingsDialog)
    settings.colours._pick("ink")
    upper = waiting_page(ada.window)
    assert upper is not None
    assert upper.parentWidget() is settings.colours
    assert (upper.property(SUBJECT_PROPERTY), upper.windowTitle()) == ("settings", "Choose a colour for: Text")
    helps = [each for each in upper.actions() if isinstance(each, QAction) and each.objectName() == "help"]
    assert helps == [ada.window.actions_by_id["help"]]
    upper.reject()
    assert waiting_page(ada.window) is settings
    settings.reject()


def test_the_help_goes_with_its_window(ada: Reviewer) -> None:
    ada.window.commands.help_pages.show_subject("start")
    shown = ada.window.commands.help_pages.shown
    assert shown is not None
    ada.window.close()
    assert not shown.isVisible()


def test_a_file_is_asked_for_with_a_name_a_kind_and_an_answer(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    taken: list[tuple[Path, str]] = []
    given_up: list[bool] = []

    def take(path: Path, kind: str) -> None:
        taken.append((path, kind))

    def ask() -> QFileDialog:
        kinds = "Table (*.csv);;Text (*.txt)"
        title, proposed = "Save it", tmp_path / "a.csv"
        asking.ask_new_file(window, title, proposed, kinds, take, "reports", let_be=lambda: given_up.append(True))
        found = waiting_page(window)
        assert isinstance(found, QFileDialog)
        return found

    first = ask()
    assert (first.windowTitle(), first.selectedFiles()) == ("Save it", [str(tmp_path / "a.csv")])
    first.selectNameFilter("Text (*.txt)")
    first.accept()
    assert taken == [(tmp_path / "a.txt", "Text (*.txt)")]
    assert given_up == []
    second = ask()
    second.reject()
    assert (len(taken), given_up) == (1, [True])


def test_what_another_window_changed_meanwhile_stays(ada: Reviewer) -> None:
    page = opened(ada, "settings")
    assert isinstance(page, SettingsDialog)
    ada.keep(zoom_percent=130, theme="dark")  # by the keys of another window
    page._advances.setChecked(True)
    page.accept()
    settings = ada.memory.settings
    assert (settings.zoom_percent, settings.theme, settings.advances) == (130, "dark", True)


def test_keys_that_another_window_changed_meanwhile_stay(ada: Reviewer) -> None:
    page = opened(ada, "shortcuts")
    assert isinstance(page, ShortcutsDialog)
    ada.keep(shortcuts=(("swap", "Ctrl+T"),))
    page.choose("lines")
    page.press("Ctrl+Alt+J")
    page.use_only()
    page.accept()
    assert dict(ada.memory.settings.shortcuts) == {"swap": "Ctrl+T", "lines": "Ctrl+Alt+J"}


def test_the_summary_follows_what_is_decided_while_it_is_open(ada: Reviewer) -> None:
    page = opened(ada, "summary")
    assert isinstance(page, SummaryDialog)
    ada.decide("A")
    again = SummaryPicture(summary_svg.render(ada.review.comparison), "one contradiction")
    ada.tasks.answer("summary", again)
    assert page.picture.accessibleDescription() == "one contradiction"
    assert page.content("svg") == again.svg.encode()
    ada.press("Delete")  # which changes no link
    assert ada.tasks.asked["summary"] == Summarise(ada.review.reported())
    ada.tasks.answer("summary", SummaryPicture(again.svg, "one dismissed"))
    assert page.picture.accessibleDescription() == "one dismissed"
    ada.act("summary")
    assert len(ada.window.findChildren(SummaryDialog)) == 1
    ada.act("close_pair")
    assert not page.isVisible()


def test_a_page_beside_a_window_is_there_once(ada: Reviewer) -> None:
    first = opened(ada, "legend")
    ada.act("legend")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(first)
    (second,) = ada.window.findChildren(LegendDialog)
    assert second.isVisible()
    ada.keep(zoom_percent=110)
    assert second.isVisible()
    ada.keep(theme="dark")  # its signs have the colours of the other theme
    assert not second.isVisible()


def test_a_second_question_comes_when_the_first_is_closed(ada: Reviewer, tmp_path: Path) -> None:
    for name in ("left.txt", "right.txt"):
        (tmp_path / name).write_text("One.", encoding="utf-8")
    ada.keep(open_folder=str(tmp_path))
    first = opened(ada, "open_both")
    assert isinstance(first, QFileDialog)
    first.selectFile(str(tmp_path / "left.txt"))
    first.accept()
    second = waiting_page(ada.window)
    assert isinstance(second, QFileDialog)
    assert (second is first, first.isVisible()) == (False, False)
    second.selectFile(str(tmp_path / "right.txt"))
    second.accept()
    assert waiting_page(ada.window) is None
    assert [Path(ada.state.side(side).origin.path).name for side in Side] == ["left.txt", "right.txt"]


def test_quitting_stops_at_a_page_that_waits_and_brings_it_to_the_front(program: Program) -> None:
    first = program.desks.front
    first.window.actions_by_id["settings"].trigger()
    page = first.waiting_page
    second = another(program)
    assert page is not None
    assert program.desks.front is second
    second.window.actions_by_id["quit"].trigger()
    assert [each.window.isVisible() for each in program.desks.all] == [True, True]
    assert program.desks.front is first
    assert first.window.status.message == "“Settings” waits for an answer, so all windows stay open."
    page.reject()
    second.window.actions_by_id["quit"].trigger()
    QApplication.processEvents()
    assert not any(each.window.isVisible() for each in program.desks.all)


def test_another_start_opens_a_window_that_no_page_holds_up(program: Program) -> None:
    first = program.desks.front
    first.window.actions_by_id["settings"].trigger()
    program.take_wish(Wish())
    second = program.desks.front
    assert second is not first
    handle = second.window.windowHandle()
    assert handle is not None
    watch = Watch(second.window)
    second.window.actions_by_id["legend"].trigger()
    assert not watch.is_held_up
    assert second.waiting_page is None
    assert first.waiting_page is not None


def test_closing_a_window_takes_its_pages_with_it_and_leaves_those_of_others(
    program: Program,
    qtbot: QtBot,
) -> None:
    first = program.desks.front
    second = another(program)
    for each in (first, second):
        each.window.actions_by_id["settings"].trigger()
    others = first.waiting_page
    second.window.close()  # as the desktop's session does at its end
    qtbot.waitUntil(lambda: not isValid(second))
    assert [page for page in QApplication.topLevelWidgets() if isinstance(page, SettingsDialog)] == [others]
    assert others is not None
    others.reject()


def test_a_box_that_asks_before_something_is_lost_can_be_answered_by_esc(ada: Reviewer, qtbot: QtBot) -> None:
    box = opened(ada, "forget")
    assert isinstance(box, QMessageBox)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert ada.said != "The recent pairs and the texts kept for them are gone."
