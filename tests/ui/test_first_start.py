"""The page of an empty window, and the tour: seen once by itself, at the parts themselves, and left with one key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from answered import answer
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from window_alone import Desk

from statement_compare.engine.model import Side
from statement_compare.session.folders import Folders
from statement_compare.session.recent import Origin, Pair
from statement_compare.session.samples import sample_pair
from statement_compare.ui import languages
from statement_compare.ui.app import Program
from statement_compare.ui.touring import STEPS
from statement_compare.ui.widgets.callout import Callout, beside
from statement_compare.ui.widgets.start_page import WAYS, StartPage

PAIR = Pair(Origin(path="/texts/a & b.txt"), Origin(path="/texts/c.txt"))


@pytest.fixture
def desk(desk: Desk, qtbot: QtBot) -> Desk:
    """The window that the keyboard is in."""
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return desk


def drop(at: StartPage, data: QMimeData, x: float) -> None:
    event = QDropEvent(
        QPointF(x, 100), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    at.dropEvent(event)


def shown(desk: Desk) -> Callout:
    callout = desk.window.commands.touring.callout
    assert callout is not None
    return callout


def press(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    focus = desk.window.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)


def test_an_empty_window_offers_the_ways_to_begin(desk: Desk) -> None:
    page = desk.window.start_page
    assert page.isVisible()
    assert not desk.window.page.isVisible()
    assert list(page.ways) == list(WAYS)
    assert all(button.isEnabled() for button in page.ways.values())
    assert page.ways["paste"].accessibleDescription() == "Ctrl+V"
    assert desk.window.focusWidget() is page.ways["open_both"]


def test_with_the_first_text_both_sides_are_there_and_have_the_keyboard(desk: Desk) -> None:
    desk.controller.paste(Side.LEFT, "One.")
    assert not desk.window.start_page.isVisible()
    assert desk.window.focusWidget() is desk.window.page.pane(Side.LEFT)
    desk.act("close_pair")
    assert desk.window.start_page.isVisible()


def test_the_keyboard_stays_where_it_is_when_a_pair_comes(desk: Desk) -> None:
    desk.window.bar.search.setFocus()
    desk.controller.paste(Side.LEFT, "One.")
    assert desk.window.focusWidget() is desk.window.bar.search


def test_recent_pairs_stand_on_the_page_and_open_from_it(desk: Desk, qtbot: QtBot) -> None:
    page = desk.window.start_page
    assert page.pairs == []
    desk.memory.keep_pair(PAIR)
    assert page.pairs == ["a & b.txt – c.txt"]
    assert page.pair_buttons[0].accessibleName() == "Open the pair a & b.txt – c.txt"
    qtbot.mouseClick(page.pair_buttons[0], Qt.MouseButton.LeftButton)
    assert [desk.state.side(side).origin.path for side in Side] == ["/texts/a & b.txt", "/texts/c.txt"]


def test_what_falls_on_a_half_is_for_that_side(desk: Desk, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    page = desk.window.start_page
    drop(page, data, page.width() - 10)
    assert desk.state.right.origin.path == str(tmp_path / "a.txt")
    desk.act("close_pair")
    text = QMimeData()
    text.setText("Words that were dragged here.")
    drop(page, text, 10)
    assert desk.state.left.origin.pasted == "Words that were dragged here."


@pytest.mark.parametrize(
    ("chosen", "paths"),
    [
        ([["/texts/a.txt", "/texts/b.txt"]], ["/texts/a.txt", "/texts/b.txt"]),
        ([["/texts/a.txt"], ["/other/b.txt"]], ["/texts/a.txt", "/other/b.txt"]),
        ([["/texts/a.txt"], []], ["/texts/a.txt", ""]),
        ([[]], ["", ""]),
    ],
)
def test_two_files_are_chosen_together_or_one_after_the_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, chosen: list[list[str]], paths: list[str]
) -> None:
    asked = answer(monkeypatch, *(each or None for each in chosen))
    desk.act("open_both")
    assert [desk.state.side(side).origin.path for side in Side] == paths
    assert len(asked.titles) == len(chosen)


def test_the_tour_goes_through_the_parts_themselves(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    desk.act("tour")
    window, touring = desk.window, desk.window.commands.touring
    parts = {
        "begin": window.page,
        "texts": window.page,
        "findings": window.panel.findings_list,
        "reason": window.inspector,
        "deciding": window.inspector.decisions,
        "lists": window.bar,
        "help": window.menuBar(),
    }
    seen = []
    for _ in STEPS:
        callout, part = shown(desk), parts[touring.step]
        assert callout.target == QRect(part.mapTo(window, QPoint(0, 0)), part.size()) & window.rect()
        assert window.rect().contains(callout.box)
        seen.append(touring.step)
        press(desk, qtbot, Qt.Key.Key_Right)
    assert seen == list(STEPS)
    assert touring.step == ""


def test_the_tour_says_the_keys_as_they_are(desk: Desk, qtbot: QtBot) -> None:
    desk.memory.keep_settings(replace(desk.memory.settings, shortcuts=(("next", "Ctrl+Alt+K"), ("previous", ""))))
    desk.compare()
    desk.act("tour")
    for _ in range(2):
        press(desk, qtbot, Qt.Key.Key_Right)
    assert "Ctrl+Alt+K and Go › Previous finding go from one to the next" in shown(desk).heard
    assert shown(desk).heard.endswith("3 of 7")
    focus = desk.window.focusWidget()
    assert focus is not None
    assert focus.accessibleDescription() == shown(desk).heard


def test_arrows_go_back_and_escape_leaves_where_the_keyboard_was(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    desk.window.panel.findings_list.setFocus()
    desk.act("tour")
    touring = desk.window.commands.touring
    for key, step in (
        (Qt.Key.Key_Left, "begin"),
        (Qt.Key.Key_Right, "texts"),
        (Qt.Key.Key_Right, "findings"),
        (Qt.Key.Key_Left, "texts"),
        (Qt.Key.Key_Escape, ""),
    ):
        press(desk, qtbot, key)
        assert touring.step == step
    assert desk.window.focusWidget() is desk.window.panel.findings_list


def test_escape_leaves_the_tour_and_stops_no_comparison(desk: Desk, qtbot: QtBot) -> None:
    desk.read_both()
    desk.act("tour")
    press(desk, qtbot, Qt.Key.Key_Escape)
    assert desk.window.commands.touring.step == ""
    assert desk.state.is_comparing


def test_the_tour_opens_the_sample_where_nothing_is_open_and_nothing_over_a_pair(desk: Desk, qtbot: QtBot) -> None:
    desk.act("tour")
    assert desk.state.is_empty
    press(desk, qtbot, Qt.Key.Key_Right)
    assert [desk.state.side(side).origin.path for side in Side] == [str(path) for path in sample_pair()]
    press(desk, qtbot, Qt.Key.Key_Right)
    press(desk, qtbot, Qt.Key.Key_Escape)
    desk.compare()
    desk.act("tour")
    press(desk, qtbot, Qt.Key.Key_Right)
    assert desk.state.left.origin.path == "/texts/a.txt"


def test_the_tour_follows_size_and_language(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    desk.act("tour")
    press(desk, qtbot, Qt.Key.Key_Right)
    desk.window.resize(900, 640)
    QApplication.processEvents()
    assert shown(desk).size() == desk.window.size()
    assert desk.window.rect().contains(shown(desk).box)
    languages.use("ru")
    desk.window.retranslate()
    qtbot.waitUntil(lambda: shown(desk).heard.startswith("Два текста"))


def test_a_part_that_is_hidden_is_stood_for_by_another(desk: Desk, qtbot: QtBot) -> None:
    desk.compare()
    desk.act("inspector")
    desk.act("tour")
    for _ in range(3):
        press(desk, qtbot, Qt.Key.Key_Right)
    assert desk.window.commands.touring.step == "reason"
    assert shown(desk).target.width() > 0


@pytest.mark.parametrize(
    "target", [QRect(0, 0, 300, 600), QRect(500, 0, 300, 600), QRect(0, 0, 800, 40), QRect(0, 500, 800, 100)]
)
def test_what_is_said_stands_beside_the_part_and_within_the_window(target: QRect) -> None:
    room, size = QRect(0, 0, 800, 600), QSize(300, 150)
    box = QRect(beside(target, size, room), size)
    assert room.contains(box)
    assert not box.intersects(target)


def test_what_is_said_of_the_whole_window_stands_within_it() -> None:
    room, size = QRect(0, 0, 800, 600), QSize(300, 150)
    assert room.contains(QRect(beside(room, size, room), size))


@pytest.fixture
def program(folders: Folders, qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    style_sheet = qapp.styleSheet()
    made = Program(qapp, folders)
    qtbot.addWidget(made.window)
    made.show()
    yield made
    made.window.close()
    made.close()
    qapp.setStyleSheet(style_sheet)


def test_the_first_start_shows_the_tour_and_the_next_does_not(
    program: Program, folders: Folders, qapp: QApplication, qtbot: QtBot
) -> None:
    program.open([])
    touring = program.window.commands.touring
    assert touring.step == "begin"
    touring.end()
    again = Program(qapp, folders)
    qtbot.addWidget(again.window)
    again.show()
    again.open([])
    assert again.window.commands.touring.step == ""
    assert again.window.start_page.isVisible()
    again.window.close()
    again.close()


def test_the_tour_is_not_in_the_way_of_files_that_were_given(program: Program, tmp_path: Path) -> None:
    program.open([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert program.window.commands.touring.step == ""
    assert not program.memory.settings.tour_seen


def test_whoever_has_pairs_already_is_shown_no_tour(program: Program) -> None:
    program.memory.keep_pair(Pair(Origin(pasted="One."), Origin(pasted="Two.")))
    program.open([])
    assert program.window.commands.touring.step == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_the_button_of_a_recent_pair(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    desk.memory.keep_pair(PAIR)
    (button,) = desk.window.start_page.pair_buttons
    qtbot.waitUntil(button.isVisible)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(desk, qtbot, key)
    assert [desk.state.side(side).origin for side in Side] == [PAIR.left, PAIR.right]


def test_return_presses_a_way_to_begin_and_a_button_of_the_bar(desk: Desk, qtbot: QtBot) -> None:
    desk.window.start_page.ways["sample"].setFocus(Qt.FocusReason.TabFocusReason)
    press(desk, qtbot, Qt.Key.Key_Return)
    left, right = (desk.state.side(side).origin.path for side in Side)
    assert [left, right] == [str(path) for path in sample_pair()]
    desk.window.bar.findChild(QPushButton, "button_swap").setFocus(Qt.FocusReason.TabFocusReason)
    press(desk, qtbot, Qt.Key.Key_Return)
    assert desk.state.left.origin.path == right


def test_a_return_that_is_held_down_presses_once(desk: Desk) -> None:
    desk.compare()
    swap = desk.window.bar.findChild(QPushButton, "button_swap")
    swap.setFocus(Qt.FocusReason.TabFocusReason)
    for is_repeated in (False, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", is_repeated)
        QApplication.sendEvent(swap, event)
    assert desk.state.left.origin.path == "/texts/b.txt"
