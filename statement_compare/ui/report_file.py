"""The file that a report, or what is sent beside it, goes into once the worker has made it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.reported import ReportChoice, Subject
from statement_compare.errors import StatementCompareError
from statement_compare.session.result_file import write_result
from statement_compare.ui.strings import language
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import Render

LANE = "report"


class ReportFile(QObject):
    """Asks for a report and writes it. `written(path)` or `failed(error)` says what came of it."""

    written = Signal(str)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._path = Path()

    def ask(self, path: Path, subject: Subject, format_: str, choice: ReportChoice | None = None) -> None:
        """Have a report made; of all and in the window's language, if nothing else is chosen."""
        self.ask_sheet(path, Render(subject, format_, choice or ReportChoice(language=language())))

    def ask_sheet(self, path: Path, request: object) -> None:
        """Have anything made that the worker answers by the bytes of a file."""
        self._path = path
        self._tasks.ask(LANE, request)

    def take(self, content: bytes) -> None:
        try:
            write_result(content, self._path)
        except OSError as error:
            reason = error.strerror or str(error)
            self.failed.emit(StatementCompareError("unwritable", reason, path=str(self._path), reason=reason))
            return
        self.written.emit(str(self._path))
