"""All work without a name is listed, and opened or deleted from there, without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from scenario import comparison
from screen_reader import nameless
from window_alone import Desk

from statement_compare.session.edits import Bookmark, Confirm, Stamp
from statement_compare.session.folders import Folders
from statement_compare.session.recent import Origin
from statement_compare.session.review import pair_of
from statement_compare.session.store import Store
from statement_compare.session.store_rows import kept
from statement_compare.session.unnamed import new_path
from statement_compare.ui import languages
from statement_compare.ui.dialogs.unsaved import UnsavedDialog

MADE = comparison("A1=B1 A2!B2")


def piece(folders: Folders, name: str, *, hour: int) -> Path:
    """Work on two files of this name, one finding of which was confirmed."""
    left, right = (
        kept(side.source, Origin(path=f"/texts/{name}-{n}.txt")) for n, side in enumerate((MADE.left, MADE.right))
    )
    with Store.create(new_path(folders), MADE, sources=(left, right)) as store:
        store.apply(Confirm((pair_of(MADE.links[0]),)), Stamp("Ada", f"2026-01-02T{hour:02}:04:05+00:00"))
        return store.path


@pytest.fixture
def desk(folders: Folders, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(folders)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.window.close()
    made.controller.editing.sessions.close()
    made.window.deleteLater()


def listed(desk: Desk, qtbot: QtBot) -> UnsavedDialog:
    desk.act("unsaved")
    dialog = desk.window.findChild(UnsavedDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.is_read)
    return dialog


def rows(dialog: UnsavedDialog) -> QListWidget:
    found = dialog.findChild(QListWidget)
    assert found is not None
    return found


def answer(dialog: UnsavedDialog, qtbot: QtBot, words: str) -> None:
    box = dialog.findChild(QMessageBox)
    assert box is not None
    button = next(each for each in box.findChildren(QPushButton) if each.text().replace("&", "") == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_any_it_is_said_so(desk: Desk, qtbot: QtBot) -> None:
    dialog = listed(desk, qtbot)
    assert dialog.rows == []
    assert dialog._number.isVisible()
    assert dialog._number.text().startswith("There is no work without a name.")
    assert not any(button.isEnabled() for button in (dialog._open_button, dialog._delete_button))


def test_more_pieces_than_the_recent_pairs_hold_are_listed_and_opened_by_keys(
    desk: Desk, folders: Folders, qtbot: QtBot
) -> None:
    made = {name: piece(folders, name, hour=n) for n, name in enumerate("abcdefghijklmnop")}
    dialog = listed(desk, qtbot)
    assert len(dialog.rows) == 16
    assert dialog._number.text() == "16 pieces of work without a name"
    assert nameless(dialog) == []
    first = next(row for row, words in enumerate(dialog.rows) if words.startswith("c-0.txt – c-1.txt\n1 of 2 decided"))
    for _ in range(first):
        qtbot.keyClick(rows(dialog), Qt.Key.Key_Down)
    qtbot.keyClick(rows(dialog), Qt.Key.Key_Return)
    assert desk.state.steps is not None
    assert desk.state.steps.work.path == made["c"]
    assert desk.state.review is not None
    assert desk.state.review.decided == 1
    assert not dialog.isVisible()


def test_deleting_asks_first_and_leaves_the_others(desk: Desk, folders: Folders, qtbot: QtBot) -> None:
    paths = {piece(folders, "a", hour=1), piece(folders, "b", hour=2)}
    dialog = listed(desk, qtbot)
    qtbot.keyClick(rows(dialog), Qt.Key.Key_Delete)
    answer(dialog, qtbot, "Cancel")
    assert {*folders.sessions.glob("*.stcmp")} == paths
    qtbot.keyClick(rows(dialog), Qt.Key.Key_Delete)
    answer(dialog, qtbot, "Delete")
    assert len(dialog.rows) == 1
    assert len({*folders.sessions.iterdir()} & paths) == len([*folders.sessions.iterdir()]) == 1
    assert dialog._number.text() == "1 piece of work without a name"


def test_work_that_is_open_is_not_deleted(desk: Desk, folders: Folders, qtbot: QtBot) -> None:
    path = piece(folders, "a", hour=1)
    desk.controller.files.open(path)
    dialog = listed(desk, qtbot)
    assert dialog.rows[0].endswith("open in a window")
    assert not dialog._delete_button.isEnabled()
    qtbot.keyClick(rows(dialog), Qt.Key.Key_Delete)
    assert dialog.findChild(QMessageBox) is None
    assert path.exists()


def test_work_that_was_opened_meanwhile_stays_and_it_is_said_why(desk: Desk, folders: Folders, qtbot: QtBot) -> None:
    path = piece(folders, "a", hour=1)
    dialog = listed(desk, qtbot)
    with Store.open(path, reviewer="Bo") as store:
        qtbot.keyClick(rows(dialog), Qt.Key.Key_Delete)
        answer(dialog, qtbot, "Delete")
        assert "is open in another window (Bo, since " in dialog._said.text()
        store.apply(Bookmark(pair_of(MADE.links[1])))
    assert len(dialog.rows) == 1


def test_what_cannot_be_read_is_named_with_its_reason_and_can_go(desk: Desk, folders: Folders, qtbot: QtBot) -> None:
    path = new_path(folders)
    path.write_bytes(b"no session")
    dialog = listed(desk, qtbot)
    assert dialog.rows[0].startswith(f"{path.name}\n")
    assert not dialog._open_button.isEnabled()
    qtbot.keyClick(rows(dialog), Qt.Key.Key_Delete)
    answer(dialog, qtbot, "Delete")
    assert not path.exists()


def test_the_list_is_told_anew_in_another_language(desk: Desk, folders: Folders, qtbot: QtBot) -> None:
    piece(folders, "a", hour=1)
    dialog = listed(desk, qtbot)
    languages.use("ru")
    try:
        desk.window.retranslate()
        assert dialog.windowTitle() == "Несохранённые работы"
        assert dialog.rows[0].startswith("a-0.txt – a-1.txt\nрешено 1 из 2")
    finally:
        languages.use("en")
