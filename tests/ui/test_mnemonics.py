"""Letters that choose the entries of menus: each entry has one, and no two of a menu have the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from test_main_window import Desk

from statement_compare.engine.model import Side
from statement_compare.session.edits import SetNote
from statement_compare.session.folders import Folders
from statement_compare.session.query import Filter
from statement_compare.ui import languages
from statement_compare.ui.actions import ACTIONS
from statement_compare.ui.menus import finding_menu, passage_menu
from statement_compare.ui.mnemonics import letters, mark_letters, without_mark
from statement_compare.ui.strings import LANGUAGES

_MARKED = re.compile(r"(?<!&)(?:&&)*&([^&])")


@pytest.fixture
def desk(folders: Folders, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(folders)
    made.window.resize(1280, 800)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.window.close()
    made.window.deleteLater()
    languages.use("en")


def shown(menu: QMenu) -> Iterator[tuple[str, list[str]]]:
    """The entries of a menu and of all menus in it, as they are when it is opened."""
    menu.aboutToShow.emit()
    entries = [action for action in menu.actions() if not action.isSeparator()]
    yield menu.title(), [action.text() for action in entries]
    for action in entries:
        if isinstance(action.menu(), QMenu):
            yield from shown(action.menu())


def marked(texts: list[str]) -> list[str]:
    """The letter of each entry in one case, "" where it has none."""
    return ["".join(_MARKED.findall(text)).casefold() for text in texts]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_entry_of_every_menu_has_a_letter_of_its_own(desk: Desk, code: str) -> None:
    desk.compare()
    desk.controller.edit(SetNote(((1,), (1,)), "ask"))
    kept = {"A & B": Filter(text="a"), "Undecided": Filter(text="b"), "Noted": Filter(text="c")}
    desk.memory.keep_settings(replace(desk.memory.settings, language=code))
    desk.window._filters.show_filters(kept)
    desk.memory.keep_pair(desk.window.presenter.present_pair())
    bar = [action.text() for action in desk.window.menuBar().actions()]
    menus = [("", bar)]
    for action in desk.window.menuBar().actions():
        assert isinstance(action.menu(), QMenu)
        menus += shown(action.menu())
    actions = desk.window.actions_by_id
    contexts = (
        finding_menu(desk.window, actions),
        passage_menu(desk.window, actions, Side.LEFT, is_linked=False, has_selection=True),
        desk.window.inspector.decisions._more.menu(),
    )
    for context in contexts:
        assert context is not None
        menus += shown(context)
    for menu in contexts[:2]:
        assert menu is not None
        menu.deleteLater()
    for title, texts in menus:
        found = marked(texts)
        assert all(found), (title, texts)
        assert len({*found}) == len(found), (title, texts)
    assert {without_mark(text) for _, texts in menus for text in texts} >= {spec.text for spec in ACTIONS[1:20]}
    assert "A & B" in {without_mark(text) for _, texts in menus for text in texts}


def test_the_letter_in_an_open_menu_does_what_the_entry_says(desk: Desk) -> None:
    desk.compare()
    menu = next(each.menu() for each in desk.window.menuBar().actions() if each.text() == "&View")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    action = desk.window.actions_by_id["overview"]
    (letter,), was_checked = marked([action.text()]), action.isChecked()
    # A menu that is really opened takes the keyboard of the whole screen, which there is none of here.
    key = Qt.Key(QKeySequence(letter.upper())[0].key())
    QApplication.sendEvent(menu, QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))
    assert action.isChecked() != was_checked


@pytest.mark.parametrize(("key", "text", "is_taken"), [("U", "u", True), ("U", "U", True), ("S", "\x13", False)])
def test_while_a_menu_is_open_a_letter_is_the_menus_and_no_key_of_the_window(
    desk: Desk, key: str, text: str, *, is_taken: bool
) -> None:
    desk.compare()
    menu = next(each.menu() for each in desk.window.menuBar().actions() if each.text() == "&View")
    assert isinstance(menu, QMenu)
    held = Qt.KeyboardModifier.ControlModifier if text == "\x13" else Qt.KeyboardModifier.NoModifier
    held = Qt.KeyboardModifier.ShiftModifier if text == "U" else held
    asked = QKeyEvent(QKeyEvent.Type.ShortcutOverride, getattr(Qt.Key, f"Key_{key}"), held, text)
    asked.ignore()
    QApplication.sendEvent(menu, asked)
    assert asked.isAccepted() is is_taken


def test_a_letter_that_is_marked_in_a_menu_is_in_no_button(desk: Desk) -> None:
    desk.compare()
    for action in desk.window.menuBar().actions():
        assert isinstance(action.menu(), QMenu)
        list(shown(action.menu()))
    QApplication.processEvents()
    buttons = desk.window.inspector.decisions._buttons
    assert [each.accessibleName() for each in buttons.values()][:2] == ["Agreement", "Qualified"]
    assert not any("&" in each.text() for each in buttons.values())
    assert all(each.shortcut() == QKeySequence() for each in buttons.values())
    assert not any("&" in each.toolTip() for each in desk.window.bar._buttons.values())


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Open left", "Open right", "Open session"], ["O", "r", "s"]),
        (["Save", "Save as"], ["S", "a"]),
        (["aa", "ab", "ba"], ["a", None, "b"]),
        (["ab", "a"], ["b", "a"]),
        (["", "…"], [None, None]),
        (["Өту", "Өңдеу"], ["Ө", "ң"]),
    ],
)
def test_first_letters_of_words_come_first_and_all_get_one_where_there_are_enough(
    texts: list[str], found: list[str | None]
) -> None:
    places = letters(texts)
    assert [None if at is None else text[at] for text, at in zip(texts, places, strict=True)] == found


@given(st.lists(st.text(alphabet="abcdeABC жЖ-&", max_size=6), max_size=8))
def test_no_two_have_the_same_letter_whatever_they_say(texts: list[str]) -> None:
    places = letters(texts)
    found = [text[at].casefold() for text, at in zip(texts, places, strict=True) if at is not None]
    assert len({*found}) == len(found)
    # Who has none could have none: all its letters are others' already.
    for text, at in zip(texts, places, strict=True):
        assert at is not None or {letter.casefold() for letter in text if letter.isalnum()} <= {*found}


def test_marking_again_changes_nothing_and_keeps_what_was_written(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for text in ("R&&D report", "Report", Path("a&b.txt").name.replace("&", "&&")):
        menu.addAction(text)
    for _ in range(2):
        mark_letters(menu)
        assert [action.text() for action in menu.actions()] == ["&R&&D report", "R&eport", "&a&&b.txt"]
