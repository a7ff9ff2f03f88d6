"""The summary page: made by the worker, shown and saved as SVG and PNG."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from answered import answer
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from reviewer import FOUR, Reviewer
from scenario import comparison
from screen_reader import nameless

from statement_compare.engine.progress import SILENT
from statement_compare.engine.report import summary_svg
from statement_compare.session.folders import Folders
from statement_compare.ui.dialogs.summary import SummaryDialog
from statement_compare.ui.worker import Summarise, SummaryPicture, engine

MADE = comparison(FOUR)
PICTURE = SummaryPicture(summary_svg.render(MADE), summary_svg.in_words(MADE))


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> SummaryDialog:
    made = SummaryDialog(PICTURE.svg, PICTURE.description, tmp_path / "a and b")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    reviewer = Reviewer(folders, qtbot, MADE)
    qtbot.addWidget(reviewer.window)
    yield reviewer
    reviewer.window.close()


def test_the_worker_makes_the_picture_and_its_words() -> None:
    assert engine()(Summarise(MADE), SILENT, print) == PICTURE
    assert PICTURE.description.startswith("2 contradictions, 1 qualified")


def test_a_key_opens_the_page_of_what_is_open(ada: Reviewer, qtbot: QtBot) -> None:
    qtbot.keyClick(ada.window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert ada.tasks.asked["summary"] == Summarise(ada.review.reported())
    ada.tasks.answer("summary", PICTURE)
    made = ada.window.findChild(SummaryDialog)
    assert made is not None
    assert made.isVisible()
    assert made.picture.accessibleDescription() == PICTURE.description
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_a_page_that_was_asked_for_of_another_pair_does_not_open(ada: Reviewer) -> None:
    ada.act("summary")
    ada.controller.open_paths([Path("/texts/c.txt"), Path("/texts/d.txt")])
    assert "summary" not in ada.tasks.asked


def test_a_page_that_is_being_made_is_asked_for_again_where_something_was_decided(ada: Reviewer) -> None:
    ada.act("summary")
    ada.decide("A")
    assert ada.tasks.asked["summary"] == Summarise(ada.review.reported())
    ada.tasks.answer("summary", PICTURE)
    assert ada.window.findChild(SummaryDialog) is not None


def test_both_kinds_of_file_are_written(dialog: SummaryDialog, tmp_path: Path) -> None:
    for suffix in ("svg", "png"):
        dialog.save(tmp_path / f"page.{suffix}", suffix)
    assert (tmp_path / "page.svg").read_text(encoding="utf-8") == PICTURE.svg
    image = QImage(str(tmp_path / "page.png"))
    assert image.size() == dialog.picture.sizeHint() * 2
    assert image.pixelColor(1, 1).name() == "#ffffff"
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 4
    assert dialog.told.startswith("Saved: ")


def test_a_button_asks_where_to_and_a_missing_suffix_is_given(
    dialog: SummaryDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, tmp_path / "chosen")
    folders: list[str] = []
    dialog.saved.connect(folders.append)
    button = dialog.findChild(QPushButton, "save_svg")
    assert button is not None
    button.click()
    assert asked.proposed == [str(tmp_path / "a and b.svg")]
    assert (tmp_path / "chosen.svg").exists()
    assert folders == [str(tmp_path)]


def test_what_cannot_be_written_is_told(dialog: SummaryDialog, tmp_path: Path) -> None:
    dialog.save(tmp_path / "no folder" / "page.svg", "svg")
    assert "could not be written" in dialog.told


def test_everything_in_the_page_has_a_name(dialog: SummaryDialog) -> None:
    dialog.show()
    assert nameless(dialog) == []
