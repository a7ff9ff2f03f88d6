"""What the window's tests share: the notation for comparisons, folders of their own, and a check that nothing leaks.

`leaks` says what is one: threads, processes, windows and timers that a test leaves behind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statement_compare.session.folders import Folders
from statement_compare.ui import fonts, icons, languages, stylesheet, theme
from statement_compare.ui.app import Program

for folder in ("session", "ui"):
    sys.path.insert(0, str(Path(__file__).parent.parent / folder))

import leaks  # noqa: E402 - only from there
from programs import Start, started  # noqa: E402
from window_alone import Desk, shown  # noqa: E402


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data")


@pytest.fixture(autouse=True)
def system_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read what the window says, and the system they run on may speak any language."""
    monkeypatch.setattr(languages, "of_system", lambda: ["en"])


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The application in the colours, type and measures that the program gives it."""
    former = (qapp.style().objectName(), qapp.palette())
    fonts.load_fonts()
    qapp.setStyle("Fusion")
    qapp.setPalette(stylesheet.palette(theme.LIGHT))
    qapp.setStyleSheet(stylesheet.stylesheet(theme.LIGHT) + icons.controls_sheet(theme.LIGHT))
    yield
    qapp.setStyleSheet("")
    qapp.setStyle(former[0])
    qapp.setPalette(former[1])


@pytest.fixture(autouse=True)
def nothing_leaks() -> Iterator[None]:
    """Every test ends the threads, processes and timers that it started, and deletes its windows."""
    before = leaks.before()
    fonts.use_zoom(100)
    yield
    assert before.left() == []


@pytest.fixture
def desk(folders: Folders, qtbot: QtBot) -> Iterator[Desk]:
    """A window in which nothing is open yet."""
    with shown(Desk(folders), qtbot) as made:
        yield made


@pytest.fixture
def start(folders: Folders, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start the program, with workers whose answers the test gives."""
    with started(folders, qapp, monkeypatch) as start:
        yield start


@pytest.fixture
def program(start: Start) -> Program:
    """The program, as it is after a start without files."""
    made = start()
    made.open([])
    return made
