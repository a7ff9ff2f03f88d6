"""What is asked about before it is replaced is the file that is written, whatever name was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from answered import answer
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMainWindow, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from reviewer import Reviewer

from statement_compare.engine.report import summary_svg
from statement_compare.session.folders import Folders
from statement_compare.ui import asking
from statement_compare.ui.dialogs.summary import SummaryDialog
from statement_compare.ui.pages import waiting_page
from statement_compare.ui.worker import SummaryPicture

KINDS = "Table (*.csv);;Text (*.txt)"
YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
Taken = list[tuple[Path, str]]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def taken() -> Taken:
    return []


def ask(window: QMainWindow, folder: Path, taken: Taken) -> QFileDialog:
    def take(path: Path, kind: str) -> None:
        taken.append((path, kind))

    asking.ask_new_file(window, "Save it", folder / "new.csv", KINDS, take, "reports", suffixes=(".text",))
    return page_of(window)


def page_of(window: QMainWindow) -> QFileDialog:
    page = waiting_page(window)
    assert isinstance(page, QFileDialog)
    return page


def accept(page: QFileDialog, typed: str, says: QMessageBox.StandardButton = NO) -> list[str]:
    """Give a name, and say this to what Qt asks then; what it asked."""
    field = page.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(typed)
    asked: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            box.button(says).click()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    page.accept()
    timer.stop()
    return asked


@pytest.mark.parametrize("typed", ["May", "May.csv", "May 1.2", "May.docx"])
def test_a_file_is_asked_about_by_its_whole_name(window: QMainWindow, tmp_path: Path, taken: Taken, typed: str) -> None:
    whole = tmp_path / (typed if typed.endswith(".csv") else f"{typed}.csv")
    whole.write_text("a", encoding="utf-8")
    page = ask(window, tmp_path, taken)
    (asked,) = accept(page, typed)
    assert asked.startswith(whole.name)
    assert (taken, page.isVisible()) == ([], True)
    assert len(accept(page, typed, YES)) == 1
    assert taken == [(whole, "Table (*.csv)")]
    assert not page.isVisible()


@pytest.mark.parametrize(("typed", "whole"), [("May", "May.txt"), ("May.csv", "May.csv"), ("May.text", "May.text")])
def test_a_name_that_is_free_is_not_asked_about(
    window: QMainWindow, tmp_path: Path, taken: Taken, typed: str, whole: str
) -> None:
    (tmp_path / "May").write_text("a", encoding="utf-8")  # which is not written
    page = ask(window, tmp_path, taken)
    page.selectNameFilter("Text (*.txt)")
    assert accept(page, typed) == []
    assert taken == [(tmp_path / whole, "Text (*.txt)")]


def test_a_folder_is_gone_into(window: QMainWindow, tmp_path: Path, taken: Taken) -> None:
    (tmp_path / "May").mkdir()
    page = ask(window, tmp_path, taken)
    assert accept(page, "May") == []
    assert (Path(page.directory().path()), taken, page.isVisible()) == (tmp_path / "May", [], True)
    assert accept(page, "../June") == []
    assert [path.resolve() for path, _ in taken] == [tmp_path / "June.csv"]


def answered_by_the_system(page: QFileDialog, path: Path) -> None:
    """The page of the system knows nothing of suffixes, and has asked about the name that was typed."""
    page.selectedFiles = lambda: [str(path)]  # type: ignore[method-assign]
    page.accepted.emit()
    page.close()


@pytest.mark.parametrize("is_replaced", [True, False])
def test_where_the_system_asks_a_person_is_asked_about_the_whole_name(
    window: QMainWindow, tmp_path: Path, taken: Taken, is_replaced: bool
) -> None:
    (tmp_path / "May 1.2.txt").write_text("a", encoding="utf-8")
    page = ask(window, tmp_path, taken)
    page.selectNameFilter("Text (*.txt)")
    answered_by_the_system(page, tmp_path / "May 1.2")
    box = waiting_page(window)
    assert isinstance(box, QMessageBox)
    assert (box.text(), taken) == ("There is a file May 1.2.txt already. Replace it?", [])
    choice = next(each for each in box.buttons() if each.text() == ("Replace" if is_replaced else "Cancel"))
    choice.click()
    if is_replaced:
        assert taken == [(tmp_path / "May 1.2.txt", "Text (*.txt)")]
        return
    again = page_of(window)
    assert (again.selectedFiles(), again.selectedNameFilter()) == ([str(tmp_path / "May 1.2.txt")], "Text (*.txt)")
    assert taken == []
    again.reject()


def test_where_the_system_has_asked_about_the_file_nobody_is_asked_again(
    window: QMainWindow, tmp_path: Path, taken: Taken
) -> None:
    (tmp_path / "May.csv").write_text("a", encoding="utf-8")
    answered_by_the_system(ask(window, tmp_path, taken), tmp_path / "May.csv")
    assert taken == [(tmp_path / "May.csv", "Table (*.csv)")]


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    made = Reviewer(folders, qtbot)
    yield made
    made.window.close()
    made.controller.editing.sessions.close()
    made.window.deleteLater()


def by_action(name: str) -> Callable[[Reviewer], None]:
    return lambda ada: ada.act(name)


def report(ada: Reviewer) -> None:
    ada.save_report()


def summary(name: str) -> Callable[[Reviewer], None]:
    def save(ada: Reviewer) -> None:
        ada.act("summary")
        ada.tasks.answer("summary", SummaryPicture(summary_svg.render(ada.review.comparison), "it"))
        page = ada.window.findChild(SummaryDialog)
        assert page is not None
        button = page.findChild(QPushButton, name)
        assert button is not None
        button.click()
        page.close()

    return save


SAVED = (
    ("stcmp", by_action("save_session_as")),
    ("zip", by_action("bundle")),
    ("html", report),
    ("docx", by_action("marked_left")),
    ("svg", summary("save_svg")),
    ("png", summary("save_png")),
)


@pytest.mark.parametrize(("suffix", "save"), SAVED, ids=[suffix for suffix, _ in SAVED])
def test_nothing_that_is_saved_replaces_a_file_that_nobody_was_asked_about(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, save: Callable[[Reviewer], None]
) -> None:
    there = tmp_path / f"May 1.2.{suffix}"
    there.write_text("a", encoding="utf-8")
    asked = answer(monkeypatch, tmp_path / "May 1.2")
    save(ada)
    assert asked.titles[1:] == ["Replace a file"]
    assert there.read_text(encoding="utf-8") == "a"
    assert not {"report", "evidence"} & ada.tasks.asked.keys()
