"""The file that a report, or what is sent beside it, goes into once the worker has made it."""

from __future__ import annotations

from collections import deque
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
    """Asks for a report and writes it. `written(path)` or `failed(error)` says what came of it.

    One that is asked for while another is made waits for that: a person who has closed the page of choices over a long
    PDF saves a reply meanwhile, and gets both.
    """

    written = Signal(str)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wanted: deque[tuple[Path, object]] = deque()
        self._path: Path | None = None

    @property
    def path(self) -> Path | None:
        """The file of the report that is being made, or of which it is being said what came of it."""
        return self._path

    def ask(self, path: Path, subject: Subject, format_: str, choice: ReportChoice | None = None) -> None:
        """Have a report made; of all and in the window's language, if nothing else is chosen."""
        self.ask_sheet(path, Render(subject, format_, choice or ReportChoice(language=language())))

    def ask_sheet(self, path: Path, request: object) -> None:
        """Have anything made that the worker answers by the bytes of a file."""
        self._wanted.append((path, request))
        if self._path is None:
            self._ask_next()

    def take(self, content: bytes) -> None:
        assert self._path is not None
        try:
            write_result(content, self._path)
        except OSError as error:
            reason = error.strerror or str(error)
            self.take_failure(StatementCompareError("unwritable", reason, path=str(self._path), reason=reason))
            return
        self.written.emit(str(self._path))
        self._ask_next()

    def take_failure(self, error: StatementCompareError) -> None:
        self.failed.emit(error)
        self._ask_next()

    def _ask_next(self) -> None:
        self._path = None
        if self._wanted:
            self._path, request = self._wanted.popleft()
            self._tasks.ask(LANE, request)
