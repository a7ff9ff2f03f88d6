"""A window with everything behind it but the worker, whose answers the test gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from fake_tasks import FakeTasks
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from scenario import comparison

from statement_compare.engine.model import Comparison
from statement_compare.session.folders import Folders
from statement_compare.ui import languages
from statement_compare.ui.controller import Controller
from statement_compare.ui.dialogs.report import ReportDialog
from statement_compare.ui.document import Document, State
from statement_compare.ui.fonts import load_fonts
from statement_compare.ui.main_window import MainWindow
from statement_compare.ui.memory import Memory
from statement_compare.ui.theme import LIGHT

D = TypeVar("D", bound="Desk")
FOUR = "A1=B1:number A2!B3:date A3!B2:number A4~B4:modality"


class Desk:
    """A window, its document and what keeps both; `tasks` are answered by the test."""

    def __init__(self, folders: Folders, first_model: str = "") -> None:
        load_fonts()
        self.folders = folders
        self.tasks = FakeTasks()
        self.document = Document()
        self.memory = Memory(folders)
        self.controller = Controller(self.document, self.tasks, None, first_model, folders)  # type: ignore[arg-type]
        self.window = MainWindow(self.document, self.controller, self.memory, LIGHT, lambda: LIGHT)

    @property
    def state(self) -> State:
        return self.document.state

    def act(self, name: str) -> None:
        action = self.window.actions_by_id[name]
        assert action.isEnabled(), name
        action.trigger()

    def read_both(self) -> None:
        self.controller.open_paths([Path("/texts/a.txt"), Path("/texts/b.txt")])
        self.tasks.answer_reading("left", "Left one. Left two.")
        self.tasks.answer_reading("right", "Right one. Right two.")

    def compare(self, scenario: str = FOUR, made: Comparison | None = None) -> None:
        self.read_both()
        self.tasks.answer_comparing(made or comparison(scenario))

    def save_report(self) -> ReportDialog:
        """Ask for a report as the page of choices first has it."""
        self.act("report")
        dialog = self.report_dialog
        button = dialog.findChild(QPushButton, "report_save")
        assert button is not None
        button.click()
        return dialog

    @property
    def report_dialog(self) -> ReportDialog:
        *_, dialog = self.window.findChildren(ReportDialog)
        return dialog

    @property
    def said(self) -> str:
        return self.window.status.message


@contextmanager
def shown(desk: D, qtbot: QtBot) -> Iterator[D]:
    """The window on the screen, in its usual size; when this is left, it is closed, and English is spoken again."""
    qtbot.addWidget(desk.window)
    desk.window.resize(1280, 800)
    desk.window.show()
    qtbot.waitExposed(desk.window)
    try:
        yield desk
    finally:
        desk.window.close()
        languages.use("en")
