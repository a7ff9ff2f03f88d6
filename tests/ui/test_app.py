from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from fake_models import path_in, prepare, write_both
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from statement_compare import bundled
from statement_compare.engine.model import Comparison, Side, Verdict
from statement_compare.session.folders import Folders
from statement_compare.session.options import load
from statement_compare.session.pairing import chosen_model
from statement_compare.ui.app import Crashes, Program

WAIT_MS = 60_000


@pytest.fixture
def program(folders: Folders, qtbot: QtBot) -> Iterator[Program]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    style_sheet = application.styleSheet()
    made = Program(application, folders)
    qtbot.addWidget(made.window)
    made.show()
    yield made
    made.window.close()
    made.close()
    application.setStyleSheet(style_sheet)


def test_two_files_are_read_and_compared_in_the_worker(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("The plant emits 5,000 litres of waste a day.\n", encoding="utf-8")
    right.write_text("The plant emits 1,000 litres of waste a day.\n", encoding="utf-8")
    program.open([left, right])
    qtbot.waitUntil(lambda: program.document.state.comparison is not None, timeout=WAIT_MS)
    comparison = program.document.state.comparison
    assert comparison is not None
    assert [link.verdict for link in comparison.links] == [Verdict.CONTRADICTION]
    assert program.window.inspector.heard().startswith("≠ Contradiction · number")
    target = tmp_path / "out.json"
    program.controller.write_report(target, "json")
    qtbot.waitUntil(target.exists, timeout=WAIT_MS)
    assert b'"verdict"' in target.read_bytes()


def test_a_window_in_another_theme_and_back_looks_as_it_did(program: Program) -> None:
    def look(theme: str) -> QImage:
        program.window.actions_by_id[f"theme_{theme}"].trigger()
        QApplication.processEvents()
        return program.window.grab().toImage()

    dark = look("dark")
    assert look("light") != dark
    look("contrast")
    assert look("dark") == dark


def test_the_first_window_looks_as_one_that_was_dressed_while_it_was_built(program: Program, qtbot: QtBot) -> None:
    def look() -> QImage:
        window = program.window
        qtbot.waitExposed(window)
        window.resize(1000, 700)
        QApplication.processEvents()
        return window.grab().toImage()

    first = look()
    former = program.window
    program.desks.open_new([])
    assert program.window is not former
    assert look() == first
    program.window.close()


def test_the_worker_gives_fast_verdicts_and_then_thorough_ones(
    folders: Folders, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_both(tmp_path)
    monkeypatch.setattr(bundled, "path", partial(path_in, str(tmp_path)))
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    style_sheet = application.styleSheet()
    program = Program(application, folders, partial(prepare, str(tmp_path)))
    qtbot.addWidget(program.window)
    heard: list[Comparison] = []
    program.controller.compared.connect(heard.append)
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("The ministry showed the report to the company.\n", encoding="utf-8")
    right.write_text("The ministry never showed the report to the company.\n", encoding="utf-8")
    try:
        program.open([left, right])
        qtbot.waitUntil(lambda: len(heard) == 2, timeout=WAIT_MS)
        assert [chosen_model(each) for each in heard] == ["fast", "thorough"]
        names = [dict(each.signature.models)["entailment"].partition(" sha256:")[0] for each in heard]
        assert names == ["tiny fast", "tiny thorough"]
        seen = [each.links[0].entailment for each in heard]
        assert [pair is not None and pair.forward.contradiction > 0.9 for pair in seen] == [True, False]
        assert program.document.state.comparison is heard[1]
        assert program.window.status.field("judge") == "Judging: thorough model"
    finally:
        program.window.close()
        program.close()
        application.setStyleSheet(style_sheet)


def test_a_missing_file_is_explained_in_the_page(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    program.open([tmp_path / "gone.txt"])
    qtbot.waitUntil(lambda: program.document.state.left.problem is not None, timeout=WAIT_MS)
    notice = program.window.page.pane(Side.LEFT).notice
    assert notice is not None
    assert "gone.txt does not exist" in notice.text


def test_a_damaged_settings_file_is_told_and_kept(folders: Folders, qtbot: QtBot) -> None:
    folders.config.mkdir(parents=True)
    folders.settings.write_text("{", encoding="utf-8")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(application, folders)
    qtbot.addWidget(program.window)
    program.show()
    assert program.window.status.message.startswith("The settings file was damaged.")
    program.window.close()
    program.close()
    assert load(folders.settings).kept_copy is None


def test_a_crash_is_written_down_told_in_words_and_loses_nothing(program: Program, folders: Folders) -> None:
    crashes = Crashes(folders.crash_log)
    crashes.happened.connect(program.tell_crash)
    program.controller.paste(Side.LEFT, "Words that must stay.")
    try:
        raise RuntimeError("something nobody expected")
    except RuntimeError as error:
        crashes.take(type(error), error, error.__traceback__)
    assert "\nRuntimeError (its 25 characters" in folders.crash_log.read_text(encoding="utf-8")
    box = program.window.findChild(QMessageBox)
    assert box is not None
    assert "Your texts are safe" in box.text()
    assert str(folders.crash_log) in box.informativeText()
    kept = [path.read_text(encoding="utf-8") for path in folders.pasted.iterdir()]
    assert kept == ["Words that must stay."]
    box.close()


def test_the_same_fault_again_and_again_does_not_fill_the_screen(program: Program, folders: Folders) -> None:
    for _ in range(10):
        program.tell_crash(str(folders.crash_log))
    boxes = program.window.findChildren(QMessageBox)
    assert len(boxes) == 3
    for box in boxes:
        box.close()


def test_a_colour_in_the_settings_that_is_none_does_not_keep_the_window_away(folders: Folders, qtbot: QtBot) -> None:
    folders.config.mkdir(parents=True)
    folders.settings.write_text('{"colours": {"contradiction_ink": "loud"}}', encoding="utf-8")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(application, folders)
    qtbot.addWidget(program.window)
    program.show()
    assert program.window.isVisible()
    program.window.close()
    program.close()


def test_the_program_starts_and_ends_as_a_process_of_its_own(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from statement_compare.ui import app\n"
        "if __name__ == '__main__':\n"
        "    application = QApplication(sys.argv)\n"
        "    QTimer.singleShot(1500, application.closeAllWindows)\n"
        "    sys.exit(app.run())\n"
    )
    starter = tmp_path / "starter.py"
    starter.write_text(script, encoding="utf-8")
    environment = dict(os.environ, HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path))
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    done = subprocess.run([sys.executable, str(starter)], env=environment, capture_output=True, timeout=60, check=False)
    errors = [line for line in done.stderr.decode().splitlines() if "propagateSizeHints" not in line]
    assert (done.returncode, errors) == (0, [])


@pytest.mark.parametrize(("points", "interface_px", "reading_px"), [(14.0, 19, 23), (9.0, 13, 16)])
def test_the_window_starts_from_the_size_of_the_systems_type(
    folders: Folders, qtbot: QtBot, points: float, interface_px: int, reading_px: int
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    usual, style_sheet = application.font(), application.styleSheet()
    font = QFont(usual)
    font.setPointSizeF(points)
    application.setFont(font)
    program = Program(application, folders)
    try:
        qtbot.addWidget(program.window)
        program.show()
        window = program.window
        pane = window.page.pane(Side.LEFT)
        assert window.menuBar().fontInfo().pixelSize() == interface_px
        assert window.bar.findChild(QPushButton).fontInfo().pixelSize() == interface_px
        assert pane.column.setting.font.pixelSize() == reading_px
        assert window.status.field("zoom") == "100 %"
        window.actions_by_id["zoom_in"].trigger()
        zoomed = program.memory.settings.zoom_percent
        assert pane.column.setting.font.pixelSize() == round(16 * round(zoomed * interface_px / 13) / 100)
        texts = [label for label in window.findChildren(QLabel) if label.isVisible() and label.text()]
        assert all(label.height() >= label.fontMetrics().height() - 1 for label in texts)
    finally:
        program.window.close()
        program.close()
        application.setFont(usual)
        application.setStyleSheet(style_sheet)
