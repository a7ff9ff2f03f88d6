from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from answered import answer
from fake_tasks import FakeTasks
from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication, QStatusTipEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from scenario import comparison, statement
from screen_reader import elements, nameless
from window_alone import FOUR, Desk, shown

from statement_compare.engine.model import Comparison, Preset, Role, Side, Signature, Verdict
from statement_compare.engine.readers.formats import SUFFIXES
from statement_compare.engine.report_formats import REPORTS
from statement_compare.errors import StatementCompareError, UnreadableFileError
from statement_compare.session.folders import Folders
from statement_compare.session.mirror import mirrored_comparison
from statement_compare.session.query import Filter
from statement_compare.session.recent import Origin, Pair
from statement_compare.ui import languages
from statement_compare.ui.compare.busy import BusyLine
from statement_compare.ui.compare.header import Header
from statement_compare.ui.controller import Controller
from statement_compare.ui.dialogs.settings import SettingsDialog
from statement_compare.ui.document import Document, State
from statement_compare.ui.findings.filter_row import FilterRow
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.frame import FINDINGS_WIDTH, fitted
from statement_compare.ui.main_window import MainWindow
from statement_compare.ui.memory import Memory
from statement_compare.ui.theme import DARK, LIGHT
from statement_compare.ui.widgets.gauge import Gauge
from statement_compare.ui.widgets.quote import Quote
from statement_compare.ui.worker import LoadedModels, LoadModels, ReadText, Render


def test_a_comparison_fills_the_list_the_page_the_reason_and_the_counts(desk: Desk) -> None:
    desk.compare()
    window = desk.window
    assert window.panel.order() == (1, 2, 3, 0)
    assert window.page.chosen_link == 1
    assert window.inspector.heard().startswith("≠ Contradiction · date\nL2: Left 2 is so.")
    assert window.bar.place == "Contradiction 1 of 2"
    assert window.status.field("sentences") == "Sentences <b>4 / 4</b>"
    assert window.status.field("pairs") == "Pairs <b>4</b>"
    assert "≠ 2" in window.status.field("contradiction")
    assert window.windowTitle() == "a.txt – b.txt"


class WideScreen:
    """Drawn off the screen, every window is on one of 800 x 800."""

    def availableGeometry(self) -> QRect:
        return QRect(0, 0, 1920, 1080)

    def availableSize(self) -> QSize:
        return self.availableGeometry().size()


@pytest.mark.usefixtures("dressed")
def test_findings_have_their_width_from_the_first_sight_on(
    folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the boxes of a page that is not even shown would ask for."""
    monkeypatch.setattr(MainWindow, "screen", lambda _: WideScreen())
    window = Desk(folders).window
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.width() == 1280
    assert window.panel.sizeHint().width() > FINDINGS_WIDTH
    assert window.panel.width() == FINDINGS_WIDTH
    window.close()


def test_without_a_comparison_nothing_can_be_stepped_through_or_saved(desk: Desk) -> None:
    enabled = {name for name, action in desk.window.actions_by_id.items() if action.isEnabled()}
    assert enabled.isdisjoint({"next", "previous", "report", "find_next", "unanswered", "swap", "stop"})
    assert {"open_left", "open_right", "paste", "settings", "quit"} <= enabled


def test_keys_walk_through_the_findings_and_wrap_at_the_second_press(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    seen = []
    for _ in range(3):
        qtbot.keyClick(desk.window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        seen.append(desk.state.current)
    assert seen == [2, 3, 0]
    qtbot.keyClick(desk.window, Qt.Key.Key_F8)
    assert desk.state.current == 0
    assert desk.said == "That was the last one. Once more starts at the top."
    qtbot.keyClick(desk.window, Qt.Key.Key_F8)
    assert desk.state.current == 1
    assert desk.said == ""


def test_contradictions_have_keys_of_their_own(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    qtbot.keyClick(desk.window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert desk.state.current == 2
    qtbot.keyClick(desk.window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert desk.said == "That was the last one. Once more starts at the top."


def test_walking_keeps_to_what_the_filter_shows(desk: Desk) -> None:
    desk.compare()
    chip = desk.window.panel.findChild(object, "chip_qualified")
    chip.click()  # type: ignore[union-attr]
    desk.act("next")
    assert desk.state.current == 3
    assert desk.window.bar.place == "Qualified 1 of 1"


def test_a_click_in_the_list_chooses_in_the_page(desk: Desk) -> None:
    desk.compare()
    desk.window.panel.link_chosen.emit(3)
    assert desk.window.page.chosen_link == 3
    assert desk.window.bar.place == "Qualified 1 of 1"


def test_a_click_in_the_page_chooses_in_the_list(desk: Desk) -> None:
    desk.compare()
    desk.window.page.link_chosen.emit(0)
    assert desk.window.panel.findings_list.currentIndex().row() == 3
    assert desk.window.inspector.heard().startswith("= Agreement · number")


def test_unanswered_sentences_take_the_place_of_the_findings(desk: Desk) -> None:
    desk.compare("A1=B1")
    assert desk.window.status.field("unanswered") == "Unanswered <b>6</b>"
    desk.act("unanswered")
    assert desk.window.panel.shows_unanswered
    desk.window.panel.unanswered_chosen.emit(Unanswered(Side.RIGHT, 2))
    assert desk.window.inspector.heard().startswith("∅ Unanswered · right\nR3: Right 3 is so.")
    desk.act("findings_focus")
    assert desk.window.inspector.heard().startswith("= Agreement")


def test_a_file_that_cannot_be_read_is_explained_in_its_page(desk: Desk) -> None:
    desk.controller.open_path(Side.RIGHT, Path("/texts/gone.txt"))
    error = UnreadableFileError("file_missing", "gone.txt does not exist. Check the name.", path="/texts/gone.txt")
    desk.tasks.refuse("right", error)
    notice = desk.window.page.pane(Side.RIGHT).notice
    assert notice is not None
    assert notice.text == "gone.txt does not exist. Check the name."


def test_a_comparison_that_fails_is_explained_and_can_be_tried_again(desk: Desk) -> None:
    desk.read_both()
    desk.tasks.refuse("compare", StatementCompareError("out_of_memory", "There is not enough memory."))
    assert "not enough memory" in desk.window.inspector.heard()
    desk.act("compare_again")
    assert set(desk.tasks.asked) == {"left", "right"}


def test_work_can_be_stopped_with_a_key(desk: Desk, qtbot: QtBot) -> None:
    desk.read_both()
    qtbot.keyClick(desk.window, Qt.Key.Key_Escape)
    assert "compare" not in desk.tasks.asked
    assert desk.said == "Stopped. Press Ctrl+R to compare."


def test_pasting_goes_to_the_empty_side(desk: Desk) -> None:
    desk.controller.open_path(Side.LEFT, Path("/texts/a.txt"))
    desk.tasks.answer_reading("left", "One.")
    QGuiApplication.clipboard().setText("Pasted words.")
    desk.act("paste")
    assert desk.tasks.asked["right"] == ReadText("Pasted words.")


def test_pasting_into_two_empty_sides_goes_to_the_one_with_the_focus(desk: Desk) -> None:
    desk.window.page.focus_side(Side.RIGHT)
    desk.window.page.side_focused.emit(Side.RIGHT)
    QGuiApplication.clipboard().setText("Pasted words.")
    desk.act("paste")
    assert desk.state.right.origin.pasted == "Pasted words."


def test_pasting_two_files_fills_both_sides(desk: Desk) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/texts/a.txt"), QUrl.fromLocalFile("/texts/b.txt")])
    QGuiApplication.clipboard().setMimeData(data)
    desk.act("paste")
    assert (desk.state.left.origin.path, desk.state.right.origin.path) == ("/texts/a.txt", "/texts/b.txt")


def test_dropped_files_and_texts_go_where_they_fell(desk: Desk) -> None:
    desk.window.page.files_dropped.emit(Side.RIGHT, [Path("/texts/b.txt")])
    desk.window.page.text_dropped.emit(Side.LEFT, "Dropped words.")
    assert desk.state.right.origin.path == "/texts/b.txt"
    assert desk.state.left.origin.pasted == "Dropped words."


LINK = "https://example.org/statement.html"


@pytest.mark.parametrize("way", ["dropped on a side", "dropped beside", "pasted", "dropped on the start page"])
def test_a_web_link_takes_the_place_of_no_text_and_it_is_said_why(desk: Desk, way: str) -> None:
    link = QMimeData()
    link.setUrls([QUrl(LINK)])
    link.setText(LINK)
    if way != "dropped on the start page":
        desk.compare()
    before = desk.state
    if way == "dropped on a side":
        desk.window.page.pane(Side.LEFT)._take(link)
    elif way == "dropped beside":
        desk.window.commands.opening.take(link)
    elif way == "pasted":
        QGuiApplication.clipboard().setText(LINK)
        desk.act("paste")
    else:
        desk.window.start_page.text_dropped.emit(Side.RIGHT, LINK)
    assert desk.state == before
    assert desk.said == "This is an address, and nothing is fetched from the net. Save the page and open the file."
    desk.window.page.text_dropped.emit(Side.LEFT, f"See {LINK}.")
    assert desk.state.left.origin.pasted == f"See {LINK}."


@pytest.mark.parametrize(
    ("number", "said"),
    [(2, ""), (3, "There are two sides: 1 file was left out."), (5, "There are two sides: 3 files were left out.")],
)
def test_files_beyond_the_second_are_said_to_be_left_out(desk: Desk, number: int, said: str) -> None:
    desk.window.page.files_dropped.emit(Side.RIGHT, [Path(f"/texts/{n}.txt") for n in range(number)])
    assert (desk.state.left.origin.path, desk.state.right.origin.path) == ("/texts/0.txt", "/texts/1.txt")
    assert desk.said == said


def test_what_falls_beside_the_texts_goes_where_pasting_would_put_it(desk: Desk) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/texts/a.txt"), QUrl.fromLocalFile("/texts/b.txt")])
    desk.window.commands.opening.take(data)
    assert (desk.state.left.origin.path, desk.state.right.origin.path) == ("/texts/a.txt", "/texts/b.txt")


def test_what_an_action_does_is_said_while_the_pointer_is_over_it(desk: Desk) -> None:
    action = desk.window.actions_by_id["swap"]
    QApplication.sendEvent(desk.window, QStatusTipEvent(action.statusTip()))
    assert desk.said == "Left becomes right and right becomes left."
    QApplication.sendEvent(desk.window, QStatusTipEvent(""))
    assert desk.said == ""


def test_selected_words_are_copied_as_they_stand(desk: Desk) -> None:
    desk.act("copy_text")
    assert desk.said == "Nothing is selected in the texts, and no finding is chosen."
    desk.compare()
    desk.window.page.focus_side(Side.LEFT)
    desk.act("select_all")
    desk.act("copy_text")
    assert QGuiApplication.clipboard().text() == "Left 1 is so. Left 2 is so. Left 3 is so. Left 4 is so."


def test_searching_counts_the_places_and_steps_through_them(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    qtbot.keyClick(desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(desk.window.bar.search, "is so")
    assert desk.window.bar.hits == "8 places: 4 left, 4 right"
    qtbot.keyClick(desk.window.bar.search, Qt.Key.Key_Return)
    assert desk.window.bar.hits == "1 of 8"
    qtbot.keyClick(desk.window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.bar.hits == "8 of 8"
    qtbot.keyClick(desk.window.bar.search, Qt.Key.Key_Escape)
    assert (desk.window.bar.search.text(), desk.window.bar.hits) == ("", "")


def test_keys_step_through_the_places_of_one_text_as_return_does(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.open_path(Side.LEFT, Path("/texts/a.txt"))
    desk.tasks.answer_reading("left", "Left one. Left two.")
    window = desk.window
    window.bar.search.setText("Left")
    window.bar.search.setFocus()
    for keys, modifiers, at in (("F3", False, 1), ("F3", False, 2), ("F3", True, 1), ("Return", False, 2)):
        shift = Qt.KeyboardModifier.ShiftModifier if modifiers else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(window.bar.search, getattr(Qt.Key, f"Key_{keys}"), shift)
        assert window.bar.hits == f"{at} of 2"
    window.page.focus_side(Side.LEFT)
    for side in (Side.RIGHT, Side.LEFT):
        qtbot.keyClick(window.page.pane(window.page.focused_side), Qt.Key.Key_F6)
        assert window.page.focused_side is side
        assert window.page.pane(side).hasFocus()
    able = {name for name, action in window.actions_by_id.items() if action.isEnabled()}
    assert able.isdisjoint({"next", "unanswered", "copy", "original", "report"})
    desk.act("close_pair")
    able = {name for name, action in window.actions_by_id.items() if action.isEnabled()}
    assert able.isdisjoint({"find_next", "find_previous", "other_side"})


def test_words_in_neither_text_are_said_to_be(desk: Desk) -> None:
    desk.compare()
    desk.window.bar.search.setText("unheard of")
    desk.act("find_next")
    assert desk.said == "“unheard of” is in neither text."


@pytest.mark.parametrize(("width", "is_beside"), [(1280, True), (1099, False), (1024, False)])
def test_the_list_folds_into_a_drawer_where_the_window_is_narrow(desk: Desk, width: int, is_beside: bool) -> None:
    desk.compare()
    desk.window.resize(width, 700)
    QApplication.processEvents()
    assert desk.window.panel.isVisible() is is_beside
    assert desk.window.bar.findings_button.isVisible() is not is_beside


def test_the_key_for_the_list_opens_and_closes_the_drawer_of_a_narrow_window(desk: Desk) -> None:
    def press() -> tuple[bool, bool, bool]:
        desk.act("findings")
        shown = desk.memory.settings.findings_shown
        return desk.window.panel.isVisible(), shown, desk.window.actions_by_id["findings"].isChecked()

    desk.compare()
    desk.window.resize(1000, 700)
    QApplication.processEvents()
    assert press() == (True, True, True)
    assert desk.window.panel.findings_list.hasFocus()
    assert press() == (False, True, True)
    assert desk.window.page.pane(desk.window.page.focused_side).hasFocus()
    desk.window.resize(1280, 800)
    QApplication.processEvents()
    assert press() == (False, False, False)
    desk.window.resize(1000, 700)
    QApplication.processEvents()
    assert press() == (True, False, False)
    assert press() == (False, False, False)
    desk.window.resize(1280, 800)
    QApplication.processEvents()
    assert press() == (True, True, True)


def test_the_list_opens_nothing_over_a_finding_in_large_type(desk: Desk) -> None:
    desk.compare()
    desk.window.resize(1000, 700)
    desk.act("projector")
    desk.act("findings")
    assert not desk.window.panel.isVisible()


def test_the_full_screen_can_be_left_by_the_window_manager_and_entered_again(desk: Desk, qtbot: QtBot) -> None:
    switch = desk.window.actions_by_id["full_screen"]
    for leave in (
        desk.window.showNormal,
        desk.window.showMaximized,
        lambda: qtbot.keyClick(desk.window, Qt.Key.Key_Escape),
        lambda: desk.act("full_screen"),
    ):
        desk.act("full_screen")
        assert (desk.window.isFullScreen(), switch.isChecked()) == (True, True)
        leave()
        QApplication.processEvents()
        assert (desk.window.isFullScreen(), switch.isChecked()) == (False, False)
    desk.window.showFullScreen()
    QApplication.processEvents()
    assert switch.isChecked()
    desk.act("full_screen")
    assert not desk.window.isFullScreen()


@pytest.mark.parametrize(("width", "words"), [(1280, "Unanswered 6"), (840, "∅ 6")])
def test_how_many_sentences_are_unanswered_is_never_cut_off(desk: Desk, width: int, words: str) -> None:
    desk.compare("A1=B1")
    desk.window.resize(width, 700)
    QApplication.processEvents()
    button = desk.window.bar.findChild(QPushButton, "button_unanswered")
    assert button.text() == words
    assert button.width() >= button.sizeHint().width()
    assert button.accessibleName() == "Unanswered sentences"


def test_the_drawer_goes_at_escape_and_at_a_press_elsewhere(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    desk.window.resize(1024, 700)
    QApplication.processEvents()
    desk.act("findings_focus")
    assert desk.window.panel.isVisible()
    qtbot.keyClick(desk.window.panel.findings_list, Qt.Key.Key_Escape)
    assert not desk.window.panel.isVisible()
    desk.act("findings_focus")
    qtbot.mouseClick(desk.window.panel.findings_list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 600))
    assert desk.window.panel.isVisible()
    qtbot.mouseClick(desk.window.inspector, Qt.MouseButton.LeftButton)
    assert not desk.window.panel.isVisible()


@pytest.mark.parametrize("name", ["projector", "what_if", "find"])
def test_the_drawer_goes_as_the_keyboard_goes_to_what_it_may_cover(desk: Desk, name: str) -> None:
    desk.compare()
    desk.window.resize(800, 600)
    QApplication.processEvents()
    desk.window.activateWindow()
    desk.act("findings_focus")
    assert desk.window.panel.isVisible()
    desk.act(name)
    QApplication.processEvents()
    focus = desk.window.focusWidget()
    assert not desk.window.panel.isVisible()
    assert focus is not None
    assert focus.isVisible()
    assert not desk.window.panel.isAncestorOf(focus)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_bar_cuts_off_no_word_in_a_small_window(desk: Desk, language: str) -> None:
    desk.compare()
    languages.use(language)
    desk.window.retranslate()
    desk.window.resize(800, 600)
    desk.act("facts")
    desk.window.bar.show_place("≠ 11 / 591", "≠ 11 / 591")
    QApplication.processEvents()
    cut = [
        button.text()
        for button in desk.window.bar.findChildren(QPushButton)
        if button.isVisible() and button.width() < button.minimumSizeHint().width()
    ]
    languages.use("en")
    assert cut == []


def test_the_drawer_opens_at_its_button_and_closes_when_a_card_is_picked(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    desk.window.resize(1024, 700)
    QApplication.processEvents()
    qtbot.mouseClick(desk.window.bar.findings_button, Qt.MouseButton.LeftButton)
    assert desk.window.panel.isVisible()
    desk.window.panel.findings_list.picked.emit(desk.window.panel.findings_list.model().index(2, 0))
    assert not desk.window.panel.isVisible()
    assert desk.state.current == 3


@pytest.mark.parametrize("size", [(1280, 800), (1280, 720), (1024, 700), (1600, 1000)])
def test_the_texts_keep_two_thirds_of_the_height(desk: Desk, size: tuple[int, int]) -> None:
    desk.compare()
    desk.window.resize(*size)
    QApplication.processEvents()
    assert desk.window.page.height() >= size[1] * 2 / 3 - 2
    assert desk.window.inspector.height() >= 108


def test_parts_that_are_hidden_stay_hidden_next_time(desk: Desk, qtbot: QtBot) -> None:
    desk.act("inspector")
    desk.act("findings")
    assert not desk.window.inspector.isVisible()
    assert not desk.window.panel.isVisible()
    again = MainWindow(desk.document, desk.controller, Memory(desk.folders), LIGHT, lambda: LIGHT)
    qtbot.addWidget(again)
    again.resize(1280, 800)
    again.show()
    assert not again.inspector.isVisible()
    assert not again.panel.isVisible()


def test_zooming_is_kept_and_has_bounds(desk: Desk) -> None:
    for _ in range(60):
        desk.act("zoom_in")
    assert desk.memory.settings.zoom_percent == 300
    assert desk.window.status.field("zoom") == "300 %"
    desk.act("zoom_reset")
    desk.act("zoom_out")
    assert Memory(desk.folders).settings.zoom_percent == 90


def test_a_pair_is_remembered_as_soon_as_it_is_opened(desk: Desk) -> None:
    desk.controller.paste(Side.LEFT, "Words that must not be lost.")
    last = Memory(desk.folders).recent.last
    assert last is not None
    assert last.left.pasted == "Words that must not be lost."


def test_the_last_pair_comes_back_with_its_finding_and_its_place(desk: Desk, qtbot: QtBot) -> None:
    long = comparison(" ".join(f"A{n}=B{n}" for n in range(1, 200)), sentences=200)
    desk.compare(made=long)
    desk.controller.choose(150)
    desk.window.page.pane(Side.LEFT).scroll_to(700)
    place = desk.window.page.scroll_state()
    desk.window.close()
    memory = Memory(desk.folders)
    assert memory.recent.last is not None
    assert memory.recent.last.finding == 150
    tasks, document = FakeTasks(), Document()
    controller = Controller(document, tasks)  # type: ignore[arg-type]
    window = MainWindow(document, controller, memory, LIGHT, lambda: LIGHT)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.open_pair(memory.recent.last)
    tasks.answer_reading("left", "One.")
    tasks.answer_reading("right", "Two.")
    tasks.answer_comparing(long)
    assert document.state.current == 150
    assert window.page.scroll_state() == place


def test_opening_two_other_files_makes_no_pair_of_old_and_new(desk: Desk) -> None:
    desk.compare()
    desk.controller.open_paths([Path("/texts/c.txt"), Path("/texts/d.txt")])
    pairs = [(pair.left.path, pair.right.path) for pair in desk.memory.recent.pairs]
    assert pairs == [("/texts/c.txt", "/texts/d.txt"), ("/texts/a.txt", "/texts/b.txt")]


def test_the_place_in_a_pair_is_kept_when_another_is_opened(desk: Desk) -> None:
    desk.compare()
    desk.controller.choose(3)
    desk.controller.open_paths([Path("/texts/c.txt"), Path("/texts/d.txt")])
    assert desk.memory.recent.pairs[1].finding == 3


def test_a_pair_closed_before_it_was_compared_keeps_its_old_place(desk: Desk) -> None:
    old = Pair(Origin(path="/texts/a.txt"), Origin(path="/texts/b.txt"), scroll="120.0 80.0", finding=2)
    desk.window.open_pair(old)
    desk.window.close()
    assert Memory(desk.folders).recent.last == old


def test_a_place_that_waits_is_not_taken_for_another_pair(desk: Desk) -> None:
    desk.window.open_pair(Pair(Origin(path="/texts/a.txt"), Origin(path="/texts/b.txt"), scroll="5.0 5.0", finding=2))
    desk.controller.open_paths([Path("/texts/c.txt"), Path("/texts/d.txt")])
    desk.tasks.answer_reading("left", "One.")
    desk.tasks.answer_reading("right", "Two.")
    desk.tasks.answer_comparing(comparison(FOUR))
    assert desk.state.current == 1
    assert desk.window.page.scroll_state().left == 0


def test_what_a_reader_noted_is_told_and_counted_above_the_text(desk: Desk) -> None:
    desk.controller.open_path(Side.LEFT, Path("/texts/a.txt"))
    made = statement("One.", path="/texts/a.txt")
    noted = replace(made, source=replace(made.source, notes=("tracked_changes", "pages_damaged:3, 4")))
    desk.tasks.answer("left", noted)
    assert desk.said.startswith("Left: Tracked changes were read as accepted")
    header = desk.window.page.findChildren(Header)[0]
    assert header.accessibleName().endswith("1 sentence · 2 notes")


def test_recent_pairs_stand_in_the_menu_and_open(desk: Desk) -> None:
    desk.compare()
    desk.act("close_pair")
    assert replace(desk.state, former=None) == State()
    menu = next(action.menu() for action in desk.window.menuBar().actions() if action.text() == "&File")
    recent = next(action.menu() for action in menu.actions() if action.text() == "Recent pairs")
    assert [action.text() for action in recent.actions()] == ["a.txt – b.txt"]
    recent.actions()[0].trigger()
    assert desk.state.left.origin == Origin(path="/texts/a.txt")


def test_another_encoding_is_chosen_in_the_menu_of_a_side(desk: Desk) -> None:
    desk.compare()
    sides = next(action.menu() for action in desk.window.menuBar().actions() if action.text() == "&Sides")
    left = next(action.menu() for action in sides.actions() if action.text() == "Left side")
    encodings = next(action.menu() for action in left.actions() if action.text() == "Encoding")
    texts = [action.text() for action in encodings.actions() if not action.isSeparator()]
    assert texts[0] == "Guess (utf-8)"
    next(action for action in encodings.actions() if action.text() == "cp1251").trigger()
    assert desk.state.left.origin.encoding == "cp1251"
    assert desk.state.left.is_busy


def test_a_report_is_asked_of_the_worker_in_the_chosen_format(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.compare()
    target = tmp_path / "page"
    answer(monkeypatch, target, kind="Table (*.csv)")
    desk.save_report()
    request = desk.tasks.asked["report"]
    assert isinstance(request, Render)
    assert request.format == "csv"
    desk.tasks.answer("report", b"x")
    assert (tmp_path / "page.csv").read_bytes() == b"x"
    assert desk.said == f"Saved: {tmp_path / 'page.csv'}"


MARKDOWN = "Markdown (*.md)"


@pytest.mark.parametrize(
    ("typed", "saved", "format_"), [("a.htm", "a.htm", "html"), ("a.txt", "a.txt", "text"), ("a.odd", "a.odd.md", "md")]
)
def test_a_file_name_that_tells_a_format_is_kept(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, saved: str, format_: str
) -> None:
    answer(monkeypatch, tmp_path / typed, kind=MARKDOWN)
    desk.compare()
    desk.save_report()
    request = desk.tasks.asked["report"]
    assert isinstance(request, Render)
    assert request.format == format_
    desk.tasks.answer("report", b"x")
    assert [path.name for path in tmp_path.iterdir() if path.is_file() and path.read_bytes() == b"x"] == [saved]


def test_every_report_that_is_written_can_be_saved_and_the_page_to_read_is_first(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, None)
    desk.compare()
    desk.save_report()
    (offered,) = asked.kinds
    assert offered[0] == "Page to read and print (*.html)"
    assert {each.partition(" (*")[2].rstrip(")") for each in offered} == {each.suffixes[0] for each in REPORTS}
    assert MARKDOWN in offered
    assert "Plain text (*.txt)" in offered


def test_every_file_that_can_be_read_is_shown_to_be_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, None)
    desk.act("open_left")
    ((patterns, everything),) = asked.kinds
    assert set(patterns.removeprefix("Statements (").rstrip(")").split()) == {f"*{suffix}" for suffix in SUFFIXES}
    assert everything == "All files (*)"


def test_opening_two_files_in_one_dialog_fills_both_sides(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, ["/t/1.pdf", "/t/2.docx"])
    desk.act("open_right")
    assert (desk.state.left.origin.path, desk.state.right.origin.path) == ("/t/1.pdf", "/t/2.docx")
    assert desk.memory.settings.open_folder == "/t"


LOADED = LoadedModels("small", "", multilingual="wide")


def made_with_models(*paired_by: str) -> Comparison:
    return replace(
        comparison(FOUR),
        paired_by=paired_by,
        signature=Signature("1", (), (("encoder", "small sha256:a"), ("multilingual", "wide sha256:b"))),
    )


@pytest.mark.parametrize(
    ("paired_by", "words", "names"),
    [
        (("encoder",), "Pairing: English encoder", "small"),
        (("multilingual",), "Pairing: multilingual encoder", "wide"),
        ((), "Pairing: words alone", ""),
    ],
)
def test_what_paired_this_pair_is_named_in_words(
    desk: Desk, paired_by: tuple[str, ...], words: str, names: str
) -> None:
    assert desk.window.status.field("model") == "Loading the model…"
    desk.controller.models.loaded.emit(LOADED)
    assert desk.window.status.field("model") == ""
    desk.compare(made=made_with_models(*paired_by))
    assert desk.window.status.field("model") == words
    told = f"The sentences of this pair were brought together by: {words.removeprefix('Pairing: ')}."
    assert desk.window.status.tip("model") == (f"{told} Model: {names}." if names else told)
    assert desk.window.status.models_words() == f"small, wide. {told}"


JUDGING = replace(LOADED, entailment="judge")


def judged_by(choice: str, made: Comparison) -> Comparison:
    signature = replace(
        made.signature,
        options=(("model", choice),),
        models=(*made.signature.models, ("entailment", f"the {choice} judge sha256:c")),
    )
    return replace(made, signature=signature, judged_by="entailment")


@pytest.mark.parametrize(
    ("choice", "words"), [("fast", "fast model"), ("thorough", "thorough model"), ("/models/mine", "own model")]
)
def test_the_model_that_judges_is_named(desk: Desk, choice: str, words: str) -> None:
    desk.controller.models.loaded.emit(JUDGING)
    assert desk.window.status.field("judge") == ""
    desk.compare(made=judged_by(choice, made_with_models("encoder")))
    assert desk.window.status.field("judge") == f"Judging: {words}"
    assert desk.window.status.tip("judge") == (
        f"The pairs were judged by: {words}. Model: the {choice} judge. "
        "The sentences of this pair were brought together by: English encoder. Model: small."
    )
    assert desk.window.status.field("model") == ""


def test_where_the_model_does_not_read_the_languages_the_rules_are_named(desk: Desk) -> None:
    desk.controller.models.loaded.emit(JUDGING)
    desk.compare(made=replace(judged_by("thorough", made_with_models()), judged_by=""))
    assert desk.window.status.field("judge") == "Judging: rules alone"
    assert desk.window.status.field("model") == "Pairing: words alone"


def test_without_an_entailment_model_nothing_is_said_of_it(desk: Desk) -> None:
    desk.controller.models.loaded.emit(LOADED)
    desk.compare(made=made_with_models("encoder"))
    assert desk.window.status.field("judge") == ""


def test_without_models_rules_alone_are_named(desk: Desk) -> None:
    desk.controller.models.loaded.emit(LOADED)
    desk.memory.keep_settings(replace(desk.memory.settings, model="none"))
    assert desk.window.status.field("model") == "Words and rules alone"


def test_a_missing_model_is_told_and_rules_go_on(desk: Desk) -> None:
    desk.controller.models.loaded.emit(LoadedModels("", "", "model.onnx is missing"))
    assert desk.said == "model.onnx is missing"
    assert desk.window.status.field("model") == "Words and rules alone"


def test_the_report_can_be_asked_for_only_where_there_is_a_comparison(desk: Desk) -> None:
    button = desk.window.bar.findChild(QPushButton, "button_report")
    assert button is not None
    assert (button.isEnabled(), desk.window.actions_by_id["report"].isEnabled()) == (False, False)
    desk.compare()
    assert (button.isEnabled(), desk.window.actions_by_id["report"].isEnabled()) == (True, True)
    desk.act("close_pair")
    assert (button.isEnabled(), desk.window.actions_by_id["report"].isEnabled()) == (False, False)


def test_a_report_is_suggested_beside_the_left_file(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, None)
    (tmp_path / "last").mkdir()
    desk.compare()
    desk.memory.keep_settings(replace(desk.memory.settings, report_folder=str(tmp_path / "last")))
    desk.save_report()
    desk.controller.open_paths([tmp_path / "first.txt", Path("/texts/b.txt")])
    desk.tasks.answer_reading("left", "One.")
    desk.tasks.answer_reading("right", "Two.")
    desk.tasks.answer_comparing(comparison(FOUR))
    desk.save_report()
    assert asked.proposed == [str(tmp_path / "last" / "a - b.html"), str(tmp_path / "first - b.html")]


def test_recent_pairs_can_be_forgotten_with_their_texts(desk: Desk) -> None:
    assert not desk.window.actions_by_id["forget"].isEnabled()
    desk.controller.paste(Side.LEFT, "Words for nobody else.")
    desk.controller.paste(Side.RIGHT, "Other words.")
    assert len(list(desk.folders.pasted.glob("*.txt"))) == 2
    desk.act("forget")
    box = desk.window.findChild(QMessageBox)
    assert box is not None
    next(button for button in box.buttons() if button.text() == "Forget").click()
    assert desk.said == "The recent pairs and the texts kept for them are gone."
    assert list(desk.folders.pasted.glob("*.txt")) == []
    assert not desk.window.actions_by_id["forget"].isEnabled()
    assert desk.state.left.origin.pasted == "Words for nobody else."
    desk.window.close()
    assert Memory(desk.folders).recent.last is None


def test_without_a_contradiction_its_keys_say_so(desk: Desk, qtbot: QtBot) -> None:
    desk.compare("A1=B1 A2~B2")
    assert desk.window.bar.place == "Qualified 1 of 1"
    qtbot.keyClick(desk.window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert desk.said == "There is no contradiction."


def test_a_filter_that_hides_the_contradictions_is_not_taken_for_none(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    desk.window.panel.set_filter(Filter(verdicts=frozenset({Verdict.AGREEMENT})))
    qtbot.keyClick(desk.window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert desk.said == "No contradiction passes the filter."


def test_no_place_is_ever_the_none_of_none(desk: Desk) -> None:
    desk.compare("")
    assert desk.window.bar.place == "No findings"
    desk.act("compare_again")
    desk.compare("A1=B1")
    desk.window.panel.unanswered_chosen.emit(Unanswered(Side.LEFT, 0))
    assert desk.window.bar.place == "Unanswered"


def test_the_settings_open_with_their_key(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.window.findChild(SettingsDialog)
    assert dialog is not None
    assert (dialog.isVisible(), dialog.windowTitle()) == (True, "Settings")
    dialog.reject()


def test_another_theme_reaches_every_part(desk: Desk) -> None:
    desk.compare()
    before = desk.window.grab().toImage()
    desk.window.set_theme(DARK)
    assert desk.window.grab().toImage() != before
    assert DARK.contradiction_ink in desk.window.status.field("contradiction")


def told_in_part(desk: Desk, whole: Comparison, links: int) -> None:
    part = replace(whole, links=whole.links[:links], only_left=(), only_right=())
    desk.tasks.partial.emit("compare", desk.tasks.asked["compare"], part)


def test_findings_fill_the_window_as_they_are_judged(desk: Desk) -> None:
    desk.read_both()
    whole, window = comparison(FOUR), desk.window
    told_in_part(desk, whole, 1)
    assert (window.panel.order(), desk.state.current) == ((0,), None)
    assert desk.state.is_comparing
    assert not window.actions_by_id["report"].isEnabled()
    window.panel.findings_list.picked.emit(window.panel.findings_list.model().index(0, 0))
    told_in_part(desk, whole, 3)
    assert (window.panel.order(), desk.state.current, window.page.chosen_link) == ((1, 2, 0), 0, 0)
    desk.tasks.answer_comparing(whole)
    assert (window.panel.order(), desk.state.current) == ((1, 2, 3, 0), 0)
    assert window.actions_by_id["report"].isEnabled()
    assert not desk.state.is_comparing


def test_a_filter_stays_while_more_findings_come(desk: Desk) -> None:
    desk.read_both()
    whole, window = comparison(FOUR), desk.window
    told_in_part(desk, whole, 2)
    window.panel.set_filter(Filter(verdicts=frozenset({Verdict.CONTRADICTION})))
    told_in_part(desk, whole, 3)
    assert window.panel.order() == (1, 2)
    assert window.page.pane(Side.LEFT).column.marks[0].is_dimmed
    desk.tasks.answer_comparing(whole)
    assert window.panel.order() == (1, 2)
    assert not window.page.pane(Side.LEFT).column.marks[2].is_dimmed


def test_the_list_stays_where_it_was_scrolled_to_while_more_findings_come(desk: Desk) -> None:
    desk.read_both()
    whole = comparison(" ".join(f"A{n}=B{n}" for n in range(1, 41)), sentences=40)
    told_in_part(desk, whole, 30)
    bar = desk.window.panel.findings_list.verticalScrollBar()
    QApplication.processEvents()
    bar.setValue(200)
    told_in_part(desk, whole, 35)
    QApplication.processEvents()
    assert bar.value() == 200


def below(desk: Desk) -> tuple[str, list[str]]:
    """The line below the texts: its words, and the buttons beside them."""
    line = desk.window.page.findChild(BusyLine)
    return line.text, [each.text() for each in line.findChildren(QPushButton) if not each.isHidden()]


def test_what_was_judged_before_a_stop_stays_and_is_not_taken_for_the_whole(desk: Desk) -> None:
    desk.read_both()
    told_in_part(desk, comparison(FOUR), 2)
    desk.controller.choose(1)
    desk.act("stop")
    words = "Judging was stopped. The 2 pairs judged so far stay; the rest is not judged."
    assert (desk.window.panel.order(), desk.state.current) == ((1, 0), 1)
    assert (desk.said, below(desk)) == (words, (words, ["Go on judging"]))
    assert not any(desk.window.actions_by_id[name].isEnabled() for name in ("report", "unanswered", "stop"))
    assert desk.window.status.field("unanswered") == ""


def test_a_comparison_that_breaks_off_keeps_what_was_judged(desk: Desk) -> None:
    desk.read_both()
    told_in_part(desk, comparison(FOUR), 2)
    desk.tasks.refuse("compare", StatementCompareError("worker_crashed", "It stopped.", log="/log"))
    assert desk.window.panel.order() == (1, 0)
    assert below(desk)[0].startswith("Judging broke off. The 2 pairs judged so far stay; the rest is not judged. The p")


def test_judging_goes_on_after_a_stop_and_takes_nothing_away(desk: Desk) -> None:
    desk.read_both()
    told_in_part(desk, comparison(FOUR), 3)
    desk.act("stop")
    desk.window.page.offer_taken.emit()
    assert desk.state.is_comparing
    told_in_part(desk, comparison(FOUR), 1)
    assert desk.window.panel.order() == (1, 2, 0)
    desk.tasks.answer_comparing(comparison(FOUR))
    assert desk.window.panel.order() == (1, 2, 3, 0)
    assert below(desk) == ("", [])
    assert desk.window.actions_by_id["report"].isEnabled()


def test_a_file_that_cannot_be_read_leaves_the_text_and_the_findings(desk: Desk) -> None:
    desk.compare()
    desk.controller.choose(2)
    desk.window.page.files_dropped.emit(Side.LEFT, [Path("/texts/broken.pdf")])
    assert notice(desk, Side.LEFT) == "Reading broken.pdf…"
    desk.tasks.refuse("left", UnreadableFileError("pdf.damaged", "The file is damaged."))
    assert [pane.notice for pane in map(desk.window.page.pane, Side)] == [None, None]
    assert (desk.state.left.origin.path, desk.state.current, len(desk.window.panel.order())) == ("/texts/a.txt", 2, 4)
    assert below(desk)[0] == "“broken.pdf” was not opened: The file is damaged. What was open stays."
    assert desk.memory.recent.last == desk.window.presenter.present_pair()
    assert desk.tasks.asked == {}


def test_one_undo_brings_the_text_back_that_a_paste_replaced(desk: Desk) -> None:
    desk.compare()
    desk.controller.choose(2)
    desk.controller.paste(Side.RIGHT, "Another text.")
    desk.tasks.answer_reading("right", "Another text.")
    desk.tasks.answer_comparing(comparison("A1=B1"))
    desk.act("undo")
    assert (desk.state.right.origin.path, desk.state.current, len(desk.window.panel.order())) == ("/texts/b.txt", 2, 4)
    desk.act("undo")
    assert (desk.state.right.origin.pasted, len(desk.window.panel.order())) == ("Another text.", 1)


@pytest.mark.parametrize("is_compared", [True, False])
def test_undo_is_offered_while_the_first_replacement_of_a_text_is_read(
    desk: Desk, qtbot: QtBot, is_compared: bool
) -> None:
    undo = desk.window.actions_by_id["undo"]
    desk.compare() if is_compared else desk.read_both()
    assert not undo.isEnabled()
    desk.controller.paste(Side.RIGHT, "Another text.")
    assert undo.isEnabled()
    qtbot.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (desk.state.right.origin.path, desk.state.right.is_busy) == ("/texts/b.txt", False)
    assert (desk.state.comparison is not None, undo.isEnabled()) == (is_compared, False)


def test_undo_is_not_offered_while_the_first_text_of_a_side_is_read(desk: Desk) -> None:
    undo = desk.window.actions_by_id["undo"]
    desk.controller.paste(Side.LEFT, "The first text.")
    assert not undo.isEnabled()
    before = desk.state
    desk.controller.undo()
    assert desk.state == before


def test_undo_is_offered_while_only_the_empty_side_is_read_beside_a_text(desk: Desk) -> None:
    desk.controller.paste(Side.LEFT, "The first text.")
    desk.tasks.answer_reading("left", "The first text.")
    desk.controller.paste(Side.RIGHT, "The second text.")
    desk.act("undo")
    assert (desk.state.left.statement is not None, desk.state.right.origin.is_empty) == (True, True)
    assert not desk.window.actions_by_id["undo"].isEnabled()


def test_one_undo_brings_a_closed_pair_back(desk: Desk) -> None:
    desk.compare()
    desk.act("close_pair")
    desk.act("undo")
    assert len(desk.window.panel.order()) == 4


def test_forgotten_pairs_cannot_be_brought_back(desk: Desk) -> None:
    desk.compare()
    desk.act("close_pair")
    desk.window.commands.saving.forget_pairs()
    assert not desk.window.actions_by_id["undo"].isEnabled()


def test_a_whole_comparison_is_not_replaced_by_a_part_of_the_next(desk: Desk) -> None:
    desk.compare()
    desk.controller.set_judging(Preset.STRICT, "thorough")
    told_in_part(desk, comparison(FOUR), 1)
    assert len(desk.window.panel.order()) == 4


def test_going_to_the_unanswered_chooses_the_first_and_steps_through_them(desk: Desk, qtbot: QtBot) -> None:
    desk.compare("A1=B1 A2!B2", made=comparison("A1=B1 A2!B2", sentences=3))
    desk.act("unanswered")
    assert desk.window.panel.unanswered_list.row == 0
    assert desk.window.bar.place == "Unanswered 1 of 2"
    qtbot.keyClick(desk.window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.window.bar.place == "Unanswered 2 of 2"
    qtbot.keyClick(desk.window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.said == "That was the last one. Once more starts at the top."
    qtbot.keyClick(desk.window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.window.bar.place == "Unanswered 1 of 2"


def test_return_in_the_list_goes_to_the_text(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    desk.act("findings_focus")
    qtbot.waitUntil(desk.window.panel.findings_list.hasFocus)
    qtbot.keyClick(desk.window.panel.findings_list, Qt.Key.Key_Return)
    assert desk.window.page.isAncestorOf(QApplication.focusWidget())


def test_going_to_a_contradiction_brings_the_findings_back(desk: Desk) -> None:
    desk.compare()
    desk.controller.choose(0)
    desk.window.panel.show_unanswered(True)
    desk.act("previous_contradiction")
    assert not desk.window.panel.shows_unanswered
    assert not desk.window.actions_by_id["unanswered"].isChecked()
    assert desk.window.bar.place == "Contradiction 2 of 2"


def test_the_place_of_an_unanswered_sentence_is_named(desk: Desk) -> None:
    desk.compare("A1=B1")
    desk.act("unanswered")
    desk.window.panel.unanswered_chosen.emit(Unanswered(Side.LEFT, 2))
    assert desk.window.bar.place == "Unanswered 2 of 6"
    desk.act("findings_focus")
    assert desk.window.bar.place == "Agreement 1 of 1"


def test_whoever_comes_back_from_the_unanswered_sees_the_finding_that_is_told_of(desk: Desk) -> None:
    desk.compare(made=long_comparison("A1!B1"))
    desk.act("unanswered")
    desk.window.panel.unanswered_list.choose_row(28)
    pane = desk.window.page.pane(Side.LEFT)
    assert pane.sentence_screen_y(0) < 0
    desk.act("findings_focus")
    QApplication.processEvents()
    assert 0 <= pane.sentence_screen_y(0) < pane.viewport().height()


def test_an_empty_side_names_the_keys_that_a_person_chose(desk: Desk) -> None:
    assert notice(desk, Side.LEFT).endswith("(Ctrl+V) or open one (Ctrl+O)")
    shortcuts = (("open_left", "Ctrl+T"), ("open_right", ""))
    desk.memory.keep_settings(replace(desk.memory.settings, shortcuts=shortcuts))
    assert notice(desk, Side.LEFT).endswith("or open one (Ctrl+T)")
    assert notice(desk, Side.RIGHT).endswith("or open one")


def long_comparison(scenario: str) -> Comparison:
    sides = (statement(*(f"Sentence {n} {'goes on and on ' * 30}." for n in range(1, 31))) for _ in Side)
    return comparison(scenario, *sides)


def notice(desk: Desk, side: Side) -> str:
    shown = desk.window.page.pane(side).notice
    return "" if shown is None else shown.text


def test_the_first_contradiction_is_brought_to_sight_when_a_comparison_arrives(desk: Desk) -> None:
    desk.compare(made=long_comparison("A20!B20:date A25=B25"))
    pane = desk.window.page.pane(Side.LEFT)
    assert desk.window.page.chosen_link == 0
    assert 0 < pane.sentence_screen_y(19) < pane.viewport().height()


def test_without_a_contradiction_a_comparison_arrives_at_the_top(desk: Desk) -> None:
    desk.compare(made=long_comparison("A20=B20 A25~B25"))
    assert desk.window.page.chosen_link == 1
    assert [desk.window.page.pane(side).scroll_y for side in Side] == [0, 0]


def test_a_saved_session_is_no_statement(desk: Desk) -> None:
    desk.controller.open_path(Side.LEFT, Path("/texts/work.stcmp"))
    assert "saved session" in notice(desk, Side.LEFT)
    assert not desk.tasks.asked


def test_a_changed_key_works_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    desk.memory.keep_settings(replace(desk.memory.settings, shortcuts=(("next", "Ctrl+J"),)))
    qtbot.keyClick(desk.window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert desk.state.current == 2


def test_comparing_again_keeps_what_is_shown_until_there_is_something_better(desk: Desk) -> None:
    desk.compare()
    desk.act("swap")
    assert desk.state.comparison is None
    desk.tasks.answer_comparing(comparison(FOUR))
    desk.memory.keep_settings(replace(desk.memory.settings, model="none"))
    assert desk.state.is_comparing
    assert desk.window.page.comparison is not None


def test_a_new_window_is_no_larger_than_the_screen(folders: Folders, qtbot: QtBot) -> None:
    window = Desk(folders).window
    qtbot.addWidget(window)
    room = window.screen().availableSize().expandedTo(window.minimumSize())
    assert (window.width(), window.height()) == (min(1280, room.width()), min(800, room.height()))


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (QRect(0, 0, 1280, 800), QRect(1, 30, 1278, 769)),  # the line at the bottom was below the edge
        (QRect(1, 30, 900, 600), QRect(1, 30, 900, 600)),
        (QRect(600, 400, 900, 600), QRect(379, 199, 900, 600)),
    ],
)
def test_a_window_with_its_frame_lies_within_the_screen(inner: QRect, expected: QRect) -> None:
    outer = inner.adjusted(-1, -30, 1, 1)
    assert fitted(inner, outer, QRect(0, 0, 1280, 800)) == expected


def test_the_window_fits_a_small_screen_with_its_frame(desk: Desk) -> None:
    desk.compare()
    desk.window.resize(796, 560)
    assert (desk.window.width(), desk.window.height()) == (796, 560)


def test_leaving_the_search_brings_the_texts_back_to_where_they_were(desk: Desk, qtbot: QtBot) -> None:
    desk.compare(made=comparison(" ".join(f"A{n}=B{n}" for n in range(1, 200)), sentences=200))
    before = desk.window.page.scroll_state()
    qtbot.keyClick(desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(desk.window.bar.search, "150 is so")
    qtbot.keyClick(desk.window.bar.search, Qt.Key.Key_Return)
    assert desk.window.page.scroll_state() != before
    qtbot.keyClick(desk.window.bar.search, Qt.Key.Key_Escape)
    assert desk.window.page.scroll_state() == before


TALL = comparison(" ".join(f"A{n}=B{n}" for n in range(1, 200)), sentences=200)


def search_far_down(desk: Desk, qtbot: QtBot) -> None:
    """Open two tall texts, scroll a little and step to a place far down."""
    desk.compare(made=TALL)
    desk.window.page.pane(Side.LEFT).scroll_to(300)
    desk.window.bar.search.setFocus()
    desk.window.bar.search.setText("150 is so")
    qtbot.keyClick(desk.window.bar.search, Qt.Key.Key_Return)


def test_leaving_the_search_moves_no_other_texts(desk: Desk, qtbot: QtBot) -> None:
    def leave() -> None:
        desk.window.bar.search.setFocus()
        qtbot.keyClick(desk.window.bar.search, Qt.Key.Key_Escape)

    pane = desk.window.page.pane(Side.LEFT)
    search_far_down(desk, qtbot)
    desk.compare(made=replace(TALL, left=statement(*(f"Other {n} is so." for n in range(200)))))
    assert pane.scroll_y == 0
    leave()
    assert pane.scroll_y == 0
    desk.window.bar.search.setText("150 is so")
    pane.scroll_to(200)
    qtbot.keyClick(desk.window.bar.search, Qt.Key.Key_Return)
    assert pane.scroll_y > 1000
    leave()
    assert pane.scroll_y == 200  # of the new texts


@pytest.mark.parametrize("is_swapped", [False, True])
def test_leaving_the_search_goes_back_in_texts_compared_again_and_not_in_swapped_ones(
    desk: Desk, qtbot: QtBot, is_swapped: bool
) -> None:
    pane = desk.window.page.pane(Side.LEFT)
    search_far_down(desk, qtbot)
    if is_swapped:
        desk.act("swap")
        desk.tasks.answer_comparing(mirrored_comparison(TALL))
    else:
        desk.act("compare_again")
        desk.read_both()
        desk.tasks.answer_comparing(replace(TALL, links=TALL.links[1:]))
    stood = pane.scroll_y
    desk.window.bar.search.setFocus()
    qtbot.keyClick(desk.window.bar.search, Qt.Key.Key_Escape)
    assert pane.scroll_y == (stood if is_swapped else 300)


def test_a_finding_that_a_filter_leaves_out_is_not_in_the_inspector(desk: Desk) -> None:
    desk.compare()
    desk.controller.choose(0)
    desk.window.panel.set_filter(Filter(verdicts=frozenset({Verdict.CONTRADICTION})))
    assert desk.window.inspector.heard() == "The chosen finding does not pass the filter."
    desk.window.page.link_chosen.emit(0)  # a person may choose it in the text all the same
    assert desk.window.inspector.heard().startswith("= Agreement")
    desk.window.panel.set_filter(Filter(text="Left"))
    desk.window.panel.reset_filter()
    assert desk.window.inspector.heard().startswith("= Agreement")


def test_swapping_keeps_the_chosen_finding(desk: Desk) -> None:
    desk.compare()
    desk.controller.choose(3)
    desk.act("swap")
    texts = comparison(FOUR).right, comparison(FOUR).left
    desk.tasks.answer_comparing(comparison("A1=B1:number A3!B2:date A2!B3:number A4~B4:modality", *texts))
    assert desk.state.current == 3
    desk.controller.choose(1)
    desk.act("swap")
    desk.tasks.answer_comparing(comparison(FOUR))
    assert desk.state.current == 1


def test_the_projector_view_keeps_the_chosen_finding_in_sight(desk: Desk, qtbot: QtBot) -> None:
    desk.compare(made=comparison(" ".join(f"A{n}=B{n}" for n in range(1, 200)), sentences=200))
    desk.controller.choose(20)
    left = desk.window.page.pane(Side.LEFT)
    for _ in range(2):
        desk.act("projector")
        qtbot.wait(50)
        assert 0 <= left.sentence_screen_y(20) < left.viewport().height()


def test_a_preset_that_is_not_the_usual_one_is_named(desk: Desk) -> None:
    made = comparison(FOUR)
    desk.compare(made=replace(made, signature=replace(made.signature, options=(("preset", "lenient"),))))
    assert "Lenient" in desk.window.status.field("preset")
    assert desk.window.status.tip("preset").startswith("Contradictions: Lenient – more of them, and more false ones.")


def test_no_progress_falls_back_under_the_same_words(desk: Desk) -> None:
    desk.read_both()
    seen = []
    for done in (50, 77, 9):
        desk.tasks.progressed.emit("compare", "encode", done, 100)
        seen.append(below(desk)[0])
    assert seen == ["Pairing the sentences · 50%", "Pairing the sentences · 77%", "Pairing the sentences, part 2 · 9%"]


def test_the_window_can_be_closed_in_the_middle_of_work(desk: Desk) -> None:
    desk.read_both()
    desk.window.close()
    assert Memory(desk.folders).settings.geometry


@pytest.fixture
def refining(folders: Folders, qtbot: QtBot) -> Iterator[Desk]:
    """A window that shows fast verdicts of a long pair while the thorough ones are made."""
    with shown(Desk(folders, "fast"), qtbot) as made:
        made.controller.models.loaded.emit(JUDGING)
        made.compare(made=judged_by("fast", LONG_FAST))
        yield made


LONG = " ".join(f"A{n}=B{n}" for n in range(1, 41))


def long(scenario: str) -> Comparison:
    sides = (statement(*(f"Sentence {n} {'goes on and on ' * 12}." for n in range(1, 42))) for _ in Side)
    return comparison(scenario, *sides)


LONG_FAST = long(LONG)
# The links stand in another order, one has another verdict, and one is gone.
LONG_THOROUGH = judged_by("thorough", long(f"A41=B41 {LONG}".replace("A30=B30", "A30!B30").replace("A9=B9 ", "")))


def link_ids(desk: Desk) -> tuple[tuple[int, ...], tuple[int, ...]]:
    assert desk.state.comparison is not None
    assert desk.state.current is not None
    link = desk.state.comparison.links[desk.state.current]
    return link.left, link.right


def test_checking_again_is_told_in_the_status_line_with_its_progress(refining: Desk) -> None:
    status = refining.window.status
    assert status.field("judge") == "Checking again with the thorough model…"
    refining.tasks.progressed.emit("compare", "encode", 9, 10)
    assert status.field("judge") == "Checking again with the thorough model…"
    refining.tasks.progressed.emit("compare", "entail", 32, 80)
    assert status.field("judge") == "Checking again with the thorough model… 40 %"
    assert status.tip("judge").startswith("These are the verdicts of the fast model. Esc stops and keeps them.")
    refining.tasks.answer_comparing(LONG_THOROUGH)
    assert status.field("judge") == "Judging: thorough model"
    assert refining.said == "Checked again: 3 verdicts changed."


def test_nothing_moves_when_the_thorough_verdicts_come(refining: Desk) -> None:
    window = refining.window
    refining.act("next")
    refining.controller.choose(19)
    before = link_ids(refining)
    window.page.pane(Side.LEFT).verticalScrollBar().setValue(700)
    window.panel.findings_list.verticalScrollBar().setValue(300)
    QApplication.processEvents()
    places = [window.page.pane(side).scroll_y for side in Side]
    listed = window.panel.findings_list.verticalScrollBar().value()
    refining.tasks.answer_comparing(LONG_THOROUGH)
    QApplication.processEvents()
    assert link_ids(refining) == before == ((19,), (19,))
    assert window.page.chosen_link == refining.state.current
    assert window.panel.findings_list.currentIndex().isValid()
    assert [window.page.pane(side).scroll_y for side in Side] == places
    assert window.panel.findings_list.verticalScrollBar().value() == listed
    assert places != [0, 0]


def test_a_filter_and_a_search_stay_when_the_thorough_verdicts_come(refining: Desk) -> None:
    window = refining.window
    window.panel.set_filter(Filter(verdicts=frozenset({Verdict.AGREEMENT})))
    window.bar.search.setText("Sentence 2")
    refining.act("find_next")
    refining.act("find_next")
    assert window.page.hit == 1
    refining.tasks.answer_comparing(LONG_THOROUGH)
    assert len(window.panel.order()) == 39
    assert window.page.hit == 1


def test_an_unanswered_sentence_that_is_looked_at_stays_in_sight(refining: Desk) -> None:
    window = refining.window
    refining.act("unanswered")
    row = Unanswered(Side.RIGHT, 40)
    window.panel.unanswered_chosen.emit(row)
    refining.tasks.answer_comparing(judged_by("thorough", long(LONG.replace("A9=B9 ", ""))))
    assert window.panel.shows_unanswered
    assert window.bar.place.startswith("Unanswered ")
    assert window.page.chosen_sentence(Side.RIGHT) == 40
    assert window.page.chosen_link is None


def test_an_unanswered_sentence_that_is_taken_up_after_all_gives_way_to_the_finding(refining: Desk) -> None:
    refining.act("unanswered")
    refining.window.panel.unanswered_chosen.emit(Unanswered(Side.RIGHT, 40))
    refining.tasks.answer_comparing(LONG_THOROUGH)
    assert not refining.window.inspector.heard().startswith("∅")


def test_escape_keeps_the_fast_verdicts(refining: Desk) -> None:
    refining.act("stop")
    assert refining.said == "Stopped. The verdicts of the fast model stay."
    assert refining.window.status.field("judge") == "Judging: fast model"
    assert refining.state.comparison == judged_by("fast", LONG_FAST)
    assert not refining.window.actions_by_id["stop"].isEnabled()


def test_the_fast_verdicts_can_be_saved_while_they_are_checked_again(refining: Desk, tmp_path: Path) -> None:
    assert refining.window.actions_by_id["report"].isEnabled()
    refining.controller.write_report(tmp_path / "page.html", "html")
    request = refining.tasks.asked["report"]
    assert isinstance(request, Render)
    assert request.subject == refining.state.review.reported()


def test_a_folder_is_looked_into_before_it_is_chosen(desk: Desk) -> None:
    desk.act("settings")
    dialog = desk.window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.choose_model("/models/mine")
    assert desk.tasks.asked["check"] == LoadModels("/models/mine")
    desk.tasks.answer("check", LOADED)
    dialog.accept()
    assert desk.memory.settings.model == "/models/mine"


def test_everything_that_can_be_used_has_a_name_for_a_screen_reader(desk: Desk) -> None:
    assert nameless(desk.window) == []
    desk.compare("A1=B1:number A2!B3:date")
    assert nameless(desk.window) == []
    desk.act("what_if")
    assert nameless(desk.window) == []
    desk.act("unanswered")
    assert nameless(desk.window) == []
    desk.window.resize(900, 700)
    assert nameless(desk.window) == []


def test_larger_text_makes_the_list_and_the_reason_larger_as_well(desk: Desk) -> None:
    desk.compare()
    panel, inspector = desk.window.panel, desk.window.inspector
    quote = inspector.findChild(Quote)
    heading = next(label for label in inspector.findChildren(QLabel) if label.text().startswith("≠"))
    evidence = next(label for label in inspector.findChildren(QLabel) if label.text().startswith("Date rule"))
    chip = panel.findChild(QPushButton, "chip_all")
    row = panel.findChild(FilterRow)
    assert row is not None
    field = row.findChild(QLineEdit)
    assert quote is not None
    assert chip is not None
    assert field is not None

    def sizes() -> list[int]:
        QApplication.processEvents()
        for each in (heading, evidence, chip, field):
            each.ensurePolished()
        row = panel.findings_list.visualRect(panel.findings_list.model().index(0, 0)).height()
        return [row, quote.height(), *(each.fontInfo().pixelSize() for each in (heading, evidence, chip, field))]

    usual = sizes()
    desk.memory.keep_settings(replace(desk.memory.settings, zoom_percent=200))
    larger = sizes()
    assert all(after >= 1.5 * before for before, after in zip(usual, larger, strict=True)), (usual, larger)
    assert all(widget.height() <= inspector.height() for widget in inspector.findChildren(Gauge))
    desk.memory.keep_settings(replace(desk.memory.settings, zoom_percent=60))
    assert sizes() == usual


def test_what_is_painted_between_and_beside_the_texts_has_a_name(desk: Desk) -> None:
    names = {found.text(QAccessible.Text.Name) for _, found in elements(desk.window.page)}
    assert {"Links between both sides", "Overview bar"} <= names


def test_every_item_of_the_lists_says_its_verdict_and_its_place_and_has_a_box_of_its_own(desk: Desk) -> None:
    desk.compare()
    rows = [
        found for _, found in elements(desk.window.panel.findings_list) if found.role() == QAccessible.Role.ListItem
    ]
    names = [found.text(QAccessible.Text.Name) for found in rows]
    assert [name.split(",")[0].split(".")[0] for name in names] == [
        "Contradiction",
        "Contradiction",
        "Qualified",
        "Agreement",
    ]
    assert [name[-7:] for name in names] == ["1 of 4.", "2 of 4.", "3 of 4.", "4 of 4."]
    boxes = [found.rect() for found in rows]
    assert all(box.width() > 200 and box.height() > 30 for box in boxes)
    assert all(not one.intersects(other) for one, other in pairwise(boxes))


def test_the_chosen_card_stays_where_it_is_when_more_findings_come_above_it(refining: Desk) -> None:
    fewer = " ".join(f"A{n}=B{n}" for n in range(1, 41))
    more = " ".join(f"A{n}!B{n}:number" if n > 45 else f"A{n}=B{n}" for n in range(1, 61))
    refining.act("compare_again")
    refining.read_both()
    refining.tasks.answer_comparing(comparison(fewer, sentences=60))
    cards = refining.window.panel.findings_list
    refining.controller.choose(25)
    QApplication.processEvents()
    before = cards.visualRect(cards.currentIndex()).top()
    refining.tasks.answer_comparing(comparison(more, sentences=60))
    QApplication.processEvents()
    assert refining.state.current == 25
    assert cards.visualRect(cards.currentIndex()).top() == before


def lone(desk: Desk, *, right: str = "The mayor closed the old mill on the river in May.") -> None:
    """A comparison in which only the first sentences are linked, with a heading and a claim that nobody answers."""
    sides = (
        statement("Left one is so.", "Our answer", "The mayor closed the mill on the river.", roles={1: Role.HEADING}),
        statement("Right one is so.", right),
    )
    desk.compare(made=comparison("A1!B1:date", *sides))
    QApplication.processEvents()


def click_sentence(desk: Desk, side: Side, words: str) -> None:
    pane = desk.window.page.pane(side)
    assert pane.statement is not None
    place = pane.caret_rect(pane.statement.source.text.index(words) + 1).center().toPoint()
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_sentence_without_a_link_shows_that_nothing_answers_it_and_what_is_nearest(desk: Desk) -> None:
    lone(desk)
    window = desk.window
    click_sentence(desk, Side.LEFT, "mayor")
    assert window.inspector.heard() == (
        "∅ Unanswered · left\n"
        "L3: The mayor closed the mill on the river.\n"
        "R2: The mayor closed the old mill on the river in May.\n"
        "No answer was found; no language model has read this with what the other side says.\n"
        "R2 is nearest to it by its wording, and was not taken for an answer."
    )
    assert window.bar.place == "Unanswered 1 of 2"
    assert (window.page.chosen_link, window.page.chosen_sentence(Side.LEFT)) == (None, 2)
    assert window.panel.unanswered_list.row == 0
    click_sentence(desk, Side.LEFT, "Left one")
    assert window.inspector.heard().startswith("≠ Contradiction")
    assert (window.page.chosen_link, desk.state.current) == (0, 0)


def test_return_on_a_sentence_without_a_link_shows_its_finding(desk: Desk, qtbot: QtBot) -> None:
    lone(desk, right="Nothing was known of it.")
    pane = desk.window.page.pane(Side.LEFT)
    pane.setFocus()
    for _ in range(3):
        qtbot.keyClick(pane, Qt.Key.Key_Right)
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert desk.window.inspector.heard() == (
        "∅ Unanswered · left\nL3: The mayor closed the mill on the river.\n"
        "No answer was found; no language model has read this with what the other side says."
    )


def test_a_sentence_that_asks_for_no_answer_is_not_called_unanswered(desk: Desk) -> None:
    lone(desk)
    click_sentence(desk, Side.LEFT, "Our answer")
    assert desk.window.inspector.heard() == (
        "No finding · left\nL2: Our answer\nThis is no claim, so nothing on the other side was taken for its answer."
    )
    assert desk.window.bar.place == "No finding"


def test_of_a_part_of_a_comparison_no_sentence_is_called_unanswered(desk: Desk) -> None:
    desk.read_both()
    told_in_part(desk, comparison("A1=B1 A2!B2", sentences=3), 1)
    QApplication.processEvents()
    click_sentence(desk, Side.LEFT, "Left 3")
    assert "Unanswered" not in desk.window.inspector.heard()
