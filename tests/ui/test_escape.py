"""Esc ends what is nearest to a person's hand first: judging once more, which took minutes, is stopped last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reviewer import Reviewer

from statement_compare.engine.model import Side
from statement_compare.session.folders import Folders
from statement_compare.ui import languages
from statement_compare.ui.findings.filter_row import FilterRow
from statement_compare.ui.widgets.find_field import FindField

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    """While the thorough model judges once more."""
    made = Reviewer(folders, qtbot)
    made.document.put(replace(made.state, is_refining=True))
    yield made
    made.window.close()
    made.window.deleteLater()
    languages.use("en")


def narrow(ada: Reviewer) -> None:
    ada.window.resize(1000, 700)
    QApplication.processEvents()


def to_filter(ada: Reviewer) -> None:
    row = ada.window.panel.findChild(FilterRow)
    assert isinstance(row, FilterRow)
    row.focus_words()


def stops_next(ada: Reviewer) -> bool:
    """Whether judging goes on, and the next Esc stops it."""
    goes_on = ada.state.is_refining
    ada.press("Escape")
    return goes_on and not ada.state.is_refining


def test_with_nothing_else_to_end_it_stops_judging(ada: Reviewer) -> None:
    ada.press("Escape")
    assert not ada.state.is_refining


@pytest.mark.parametrize("words", ["Left", ""])
def test_the_search_is_left_first(ada: Reviewer, words: str) -> None:
    ada.press("F", CONTROL)
    ada.type(words)
    ada.press("Escape")
    assert ada.window.bar.search.text() == ""
    assert ada.focus is ada.window.page.pane(ada.window.page.focused_side)
    assert stops_next(ada)


def test_words_that_stay_in_the_search_keep_no_key_from_the_texts(ada: Reviewer) -> None:
    ada.press("F", CONTROL)
    ada.type("Left")
    ada.press("3", CONTROL)
    ada.press("Escape")
    assert not ada.state.is_refining
    assert ada.window.bar.search.text() == "Left"


def test_the_words_of_the_filter_go_first(ada: Reviewer) -> None:
    to_filter(ada)
    ada.type("zzz")
    ada.press("Escape")
    assert ada.window.panel.shown.text == ""
    assert ada.focus is ada.window.panel.findings_list
    assert stops_next(ada)


def test_an_empty_filter_has_nothing_to_end(ada: Reviewer) -> None:
    to_filter(ada)
    ada.press("Escape")
    assert not ada.state.is_refining


def test_the_words_of_the_filter_of_facts_go_first(ada: Reviewer) -> None:
    ada.press("4", CONTROL)
    field = ada.window.panel.facts.findChild(FindField)
    assert isinstance(field, FindField)
    field.setFocus()
    ada.type("zzz")
    ada.press("Escape")
    assert field.text() == ""
    assert stops_next(ada)


def test_what_is_picked_is_left_first(ada: Reviewer) -> None:
    ada.press("3", CONTROL)
    ada.press("Right")
    ada.press("Space", CONTROL)
    ada.press("1", CONTROL)
    ada.press("Escape")
    assert ada.window.page.picked_names == ""
    assert stops_next(ada)


def test_no_other_key_asks_what_is_picked(ada: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    ada.press("3", CONTROL)
    ada.act("select_all")
    asked: list[Side] = []
    page = type(ada.window.page)
    picked = page.picked
    monkeypatch.setattr(page, "picked", lambda self, side: asked.append(side) or picked(self, side))
    for key in ("Shift", "F12", "Control"):
        ada.press(key)
    assert asked == []
    ada.press("Escape")
    assert asked != []
    assert ada.window.page.picked_names == ""


def test_the_drawer_is_closed_first(ada: Reviewer) -> None:
    narrow(ada)
    ada.press("1", CONTROL)
    ada.press("Escape")
    assert not ada.window.panel.isVisible()
    assert stops_next(ada)


def test_in_the_drawer_the_words_of_the_filter_go_before_it(ada: Reviewer) -> None:
    narrow(ada)
    ada.press("1", CONTROL)
    to_filter(ada)
    ada.type("zzz")
    ada.press("Escape")
    assert ada.window.panel.isVisible()
    ada.press("Escape")
    assert not ada.window.panel.isVisible()
    assert stops_next(ada)


def test_the_full_screen_is_left_first(ada: Reviewer) -> None:
    ada.press("F11")
    ada.press("Escape")
    assert not ada.window.isFullScreen()
    assert not ada.window.actions_by_id["full_screen"].isChecked()
    assert stops_next(ada)


def test_the_projector_view_is_left_first_wherever_the_keyboard_is(ada: Reviewer) -> None:
    ada.press("F5")
    ada.window.projector.clearFocus()
    ada.qtbot.keyClick(ada.window, Qt.Key.Key_Escape)
    assert not ada.window.actions_by_id["projector"].isChecked()
    assert stops_next(ada)


def test_another_key_for_stopping_stops_wherever_it_is_pressed(ada: Reviewer) -> None:
    ada.keep(shortcuts=(("stop", "Ctrl+J"),))
    ada.press("F", CONTROL)
    ada.type("Left")
    ada.press("J", CONTROL)
    assert not ada.state.is_refining
    assert ada.window.bar.search.text() == "Left"


def to_the_menu_bar(ada: Reviewer) -> None:
    for act in (ada.qtbot.keyPress, ada.qtbot.keyRelease):
        act(ada.focus, Qt.Key.Key_Alt)
    assert ada.focus is ada.window.menuBar()


def test_out_of_the_menu_bar_it_leads_back_to_the_text_which_is_marked_as_before(ada: Reviewer) -> None:
    marks: list[tuple[Side, bool]] = []
    for side in Side:
        pane = ada.window.page.pane(side)
        pane.keyboard_came.connect(lambda is_here, side=side: marks.append((side, is_here)))
    ada.press("3", CONTROL)
    to_the_menu_bar(ada)
    ada.press("Escape")
    assert marks == [(Side.LEFT, True), (Side.LEFT, False), (Side.LEFT, True)]
    assert stops_next(ada)
    ada.press("1", CONTROL)
    left = ada.window.page.pane(Side.LEFT)
    ada.qtbot.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=left.sentence_rect(0).center())
    marks.clear()
    to_the_menu_bar(ada)
    ada.press("Escape")
    assert marks == [(Side.LEFT, False), (Side.LEFT, False)]


def test_a_key_that_leads_elsewhere_from_the_menu_bar_leaves_one_mark(ada: Reviewer) -> None:
    marked: dict[Side, bool] = {}
    for side in Side:
        pane = ada.window.page.pane(side)
        pane.keyboard_came.connect(lambda is_here, side=side: marked.update({side: is_here}))
    ada.press("3", CONTROL)
    to_the_menu_bar(ada)
    ada.press("F6")
    assert marked == {Side.LEFT: False, Side.RIGHT: True}
