"""Saving work under a name and opening it again, as a person asks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from statement_compare.errors import StatementCompareError
from statement_compare.file_names import SESSION_SUFFIX
from statement_compare.session import unnamed
from statement_compare.ui.asking import ask_file, ask_new_file
from statement_compare.ui.fonts import window_px
from statement_compare.ui.names import file_name, report_folder
from statement_compare.ui.pages import open_over
from statement_compare.ui.strings import error_words, say
from statement_compare.ui.surroundings import ActionGroup, Surroundings

_FORGET_WIDTH = 340
_SUBJECT = "sessions"  # of the help


class Saving(ActionGroup):
    """Asks for names of files. Work is in a file from the first edit on: saving gives it a name and a place.

    `stayed` says that a person did not close the window after all, since decisions would have been lost.
    """

    stayed = Signal()

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(around, parent)
        self._is_given_up = False
        around.controller.files.failed.connect(self._tell)
        around.controller.files.saved.connect(self._saved)
        around.controller.files.known = around.memory.known
        around.controller.editing.not_kept.connect(self._tell_not_kept)

    def act_of(self, action: str) -> Callable[..., None] | None:
        return {
            "open_session": self.open_session,
            "save_session": self.save_session,
            "save_session_as": self.save_session_as,
            "unsaved": self.unsaved,
            "forget": self.forget,
        }.get(action)

    def open_session(self) -> None:
        settings = self._memory.settings
        folder = settings.report_folder or settings.open_folder or str(Path.home())
        ask_file(self._window, say("session.open_title"), folder, _pattern(), self._open_file, _SUBJECT)

    def unsaved(self) -> None:
        """List all work without a name, also what the list of recent pairs has no room for."""
        from statement_compare.ui.dialogs.unsaved import UnsavedDialog

        pieces = self._controller.editing.sessions.unnamed()
        dialog = UnsavedDialog(pieces, unnamed.delete, self._window)
        dialog.opened.connect(self._open_file)
        self._presenter.retold.connect(dialog.retranslate)
        open_over(dialog, _SUBJECT)

    def _open_file(self, path: Path) -> None:
        self._presenter.keep_place()
        self._controller.files.open(path)

    def save_session(self) -> None:
        """Say where the work is, or ask for a name where it has none."""
        work = self._controller.editing.keep()
        if work is not None and work.has_name and not work.is_in_memory and work.path is not None:
            self._presenter.parts.status.say(say("session.is_saved", name=work.path.name))
        else:
            self.save_session_as()

    def save_session_as(self) -> None:
        if self._controller.editing.keep() is None:
            self._presenter.parts.status.say(say("session.nothing"))
        else:
            self._ask_name(self._save)

    def _ask_name(self, take: Callable[[Path, str], None], let_be: Callable[[], object] | None = None) -> None:
        state, settings = self._document.state, self._memory.settings
        folder = report_folder(state) or Path(settings.report_folder or settings.open_folder or Path.home())
        proposed = folder / f"{file_name(state)}{SESSION_SUFFIX}"
        title = say("session.save_title")
        ask_new_file(self._window, title, proposed, _pattern(), take, _SUBJECT, let_be=let_be)

    def _save(self, path: Path, _: str) -> None:
        self._controller.files.save(path)

    def may_close(self) -> bool:
        """Whether the window may close: where decisions would be lost by it, a person is asked, and it stays."""
        work = self._controller.editing.keep()
        if self._is_given_up or work is None or not work.would_be_lost():
            return True
        box = QMessageBox(self._window)
        box.setWindowTitle(say("leave.title"))
        box.setText(say("leave.text"))
        box.setInformativeText(say("leave.more"))
        box.setDefaultButton(box.addButton(say("leave.save"), QMessageBox.ButtonRole.AcceptRole))
        box.addButton(say("leave.close"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(self._give_up)
        box.addButton(say("dialog.cancel"), QMessageBox.ButtonRole.RejectRole)
        box.accepted.connect(self._save_and_close)
        box.rejected.connect(self.stayed)
        open_over(box, _SUBJECT)
        return False

    def _give_up(self) -> None:
        self._is_given_up = True
        self._window.close()

    def _save_and_close(self) -> None:
        """Ask for a name; the window closes once the work is there, and stays where a person gives none."""
        self._ask_name(self._save_to_close, self.stayed.emit)

    def _save_to_close(self, path: Path, kind: str) -> None:
        self._save(path, kind)
        work = self._controller.editing.keep()
        if work is not None and not work.is_in_memory:
            self._window.close()
        else:
            self.stayed.emit()

    def forget(self) -> None:
        """Ask first: a pasted text that is deleted is nowhere else."""
        box = QMessageBox(self._window)
        box.setWindowTitle(say("forget.title"))
        box.setText(say("forget.text"))
        box.setInformativeText(say("forget.more"))
        box.setStyleSheet(f"QLabel {{ min-width: {window_px(_FORGET_WIDTH)}px; }}")
        box.addButton(say("forget.do"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(say("dialog.cancel"), QMessageBox.ButtonRole.RejectRole))
        box.accepted.connect(self.forget_pairs)
        open_over(box, "privacy")

    def forget_pairs(self) -> None:
        self._memory.forget_pairs(self._presenter.present_pair())
        self._controller.forget_former()
        self._forget_unnamed()
        self._presenter.parts.status.say(say("status.forgotten"))

    def _forget_unnamed(self) -> None:
        """Delete work that has no name, but what is open."""
        work = self._controller.editing.keep()
        try:
            self._controller.editing.sessions.forget_unnamed(() if work is None else (work,))
        except OSError as error:
            self._presenter.parts.status.say(say("notice.not_saved", path=error.filename, reason=error.strerror))

    def _saved(self, path: str) -> None:
        self._presenter.keep_place()
        self._presenter.show_hint()
        self._presenter.parts.status.say(say("session.saved", name=Path(path).name))

    def _tell_not_kept(self, error: StatementCompareError) -> None:
        work = self._controller.editing.keep()
        key = "session.memory_alone" if work is None or work.is_in_memory else "session.elsewhere"
        self._presenter.parts.status.say(say(key, reason=error_words(error)))

    def _tell(self, error: StatementCompareError) -> None:
        self._presenter.parts.status.say(error_words(error))


def _pattern() -> str:
    return say("session.filter", pattern=f"*{SESSION_SUFFIX}")
