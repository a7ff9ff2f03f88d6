"""From the wish for a report to the file: what it is to hold, where it goes, and how it is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from statement_compare.errors import StatementCompareError
from statement_compare.session.review import pair_of
from statement_compare.ui import other_programs
from statement_compare.ui.pages import open_over
from statement_compare.ui.report_wish import ReportWish, ask_report
from statement_compare.ui.strings import error_words, say
from statement_compare.ui.surroundings import ActionGroup, Surroundings

if TYPE_CHECKING:
    from statement_compare.ui.dialogs.report import ReportDialog


class Reporting(ActionGroup):
    """Asks what a report is to hold and where it goes, and has it written."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(around, parent)
        self._dialog: ReportDialog | None = None
        self._path: Path | None = None  # where the report of that page goes
        around.controller.report.written.connect(self._tell_written)
        around.controller.report.failed.connect(self._tell_failed)

    def act_of(self, action: str) -> Callable[..., None] | None:
        return {"report": self.report}.get(action)

    def report(self) -> None:
        """Ask how much, in which format and language; the page of choices stays for a second one."""
        review, comparison = self._document.state.review, self._document.state.comparison
        if review is None or comparison is None:
            return
        from statement_compare.ui.dialogs.report import ReportDialog

        listed = frozenset(pair_of(comparison.links[i]) for i in self._presenter.parts.panel.order())
        dialog = ReportDialog(review.reported(), listed, self._memory.settings.report_format, self._window)
        dialog.save_wanted.connect(self.save)
        dialog.open_wanted.connect(self._open)
        dialog.folder_wanted.connect(self._show_folder)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        open_over(dialog, "reports")

    def save(self) -> None:
        """Ask for a file, and write what was chosen into it."""
        dialog = self._dialog
        if dialog is not None:
            ask_report(dialog, self._document.state, self._memory.settings, dialog.format, self._write)

    def _write(self, wish: ReportWish) -> None:
        dialog, settings = self._dialog, self._memory.settings
        if dialog is None:
            return
        folder = str(wish.path.parent)
        self._memory.keep_settings(replace(settings, report_folder=folder, report_format=dialog.format))
        dialog.show_waiting()
        self._path = wish.path
        self._controller.write_report(wish.path, wish.format, dialog.choice, settings.reviewer)

    def _forget(self) -> None:
        self._dialog = self._path = None

    @property
    def _asking(self) -> ReportDialog | None:
        """The page of choices, where it is its report of which something is told, and not one that was begun before."""
        return self._dialog if self._path == self._controller.report.path else None

    def _tell_written(self, path: str) -> None:
        self._presenter.parts.status.say(say("status.saved", path=path))
        if self._asking is not None:
            self._asking.show_written(path)

    def _tell_failed(self, error: StatementCompareError) -> None:
        self._presenter.parts.status.say(error_words(error))
        if self._asking is not None:
            self._asking.show_failure(error_words(error))

    def _open(self, path: str) -> None:
        self._tell_opened(path, is_opened=other_programs.open_file(Path(path)))

    def _show_folder(self, path: str) -> None:
        self._tell_opened(path, is_opened=other_programs.show_in_folder(Path(path)))

    def _tell_opened(self, path: str, *, is_opened: bool) -> None:
        if not is_opened and self._dialog is not None:
            self._dialog.show_problem(say("save_report.not_opened", name=Path(path).name))
