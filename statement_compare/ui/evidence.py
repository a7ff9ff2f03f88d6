"""Making and checking evidence bundles, as a person asks for it: which file, what is done, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from statement_compare.engine.bundle import ENTAILMENT_FOLDERS, NO_MODEL
from statement_compare.errors import SessionError, StatementCompareError
from statement_compare.session.result_file import write_result
from statement_compare.ui.asking import ask_file, ask_new_file
from statement_compare.ui.evidence_work import CheckBundle, MakeBundle
from statement_compare.ui.names import file_name, report_folder
from statement_compare.ui.pages import open_over
from statement_compare.ui.strings import error_words, language, say
from statement_compare.ui.surroundings import ActionGroup, Surroundings

if TYPE_CHECKING:
    from statement_compare.ui.dialogs.evidence import EvidenceDialog

LANE = "evidence"
SUFFIX = ".zip"
_SUBJECT = "sessions"  # of the help


class Evidence(ActionGroup):
    """One bundle at a time. The page that shows how far it is shows what came of it as well; closing it is enough."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(around, parent)
        self._tasks = around.controller.links.tasks
        self._path = Path()
        self._page: EvidenceDialog | None = None
        self._tasks.finished.connect(self._take)
        self._tasks.failed.connect(self._take_failure)
        self._tasks.progressed.connect(self._take_progress)

    def act_of(self, action: str) -> Callable[..., None] | None:
        return {"bundle": self.bundle, "verify_bundle": self.verify_bundle}.get(action)

    def bundle(self) -> None:
        """Ask where to, and have the bundle of what is open made."""
        if self._controller.editing.keep() is None:
            self._presenter.parts.status.say(say("session.nothing"))
            return
        state, settings = self._document.state, self._memory.settings
        folder = report_folder(state) or Path(settings.report_folder or settings.open_folder or Path.home())
        proposed = folder / f"{file_name(state)}{SUFFIX}"
        ask_new_file(self._window, say("evidence.save_title"), proposed, _pattern(), self._make, _SUBJECT)

    def _make(self, path: Path, _: str) -> None:
        work = self._controller.editing.keep()
        if work is None:
            return
        self._path = path
        try:
            contents = work.contents()
        except SessionError as error:
            self._presenter.parts.status.say(error_words(error))
            return
        self._ask(MakeBundle(contents, language()), say("evidence.making"))

    def verify_bundle(self) -> None:
        """Ask which bundle, and have it checked."""
        settings = self._memory.settings
        folder = settings.report_folder or settings.open_folder or str(Path.home())
        ask_file(self._window, say("evidence.open_title"), folder, _pattern(), self._check, _SUBJECT)

    def _check(self, path: Path) -> None:
        self._path = path
        model = self._memory.settings.model
        own = "" if model in (*ENTAILMENT_FOLDERS, NO_MODEL) else model
        self._ask(CheckBundle(str(path), own), say("evidence.checking", name=path.name))

    def _ask(self, request: MakeBundle | CheckBundle, words: str) -> None:
        from statement_compare.ui.dialogs.evidence import EvidenceDialog

        page = EvidenceDialog(words, self._window)
        page.finished.connect(self._let_go)
        self._page = page
        open_over(page, _SUBJECT)
        self._tasks.ask(LANE, request)

    def _let_go(self) -> None:
        self._tasks.cancel(LANE)
        self._page = None

    def _take(self, lane: str, _request: object, result: object) -> None:
        if lane != LANE or self._page is None:
            return
        from statement_compare.session.evidence.outcome import Checked
        from statement_compare.session.evidence.writing import Bundle

        match result:
            case Checked():
                self._page.show_checked(result, self._path.name)
            case Bundle(data, fingerprint):
                try:
                    write_result(data, self._path)
                except OSError as error:
                    reason = error.strerror or str(error)
                    self._page.show_failure(say("error.unwritable", path=str(self._path), reason=reason))
                    return
                self._memory.keep_settings(replace(self._memory.settings, report_folder=str(self._path.parent)))
                self._page.show_made(self._path.name, fingerprint)

    def _take_failure(self, lane: str, _request: object, error: StatementCompareError) -> None:
        if lane == LANE and self._page is not None:
            from statement_compare.session.evidence.words import refusal_words

            words = refusal_words(error, language())
            self._page.show_failure(f"{self._path.name}: {words}" if words else error_words(error))

    def _take_progress(self, lane: str, stage: str, done: int, total: int) -> None:
        if lane == LANE and self._page is not None:
            self._page.show_progress(stage, done, total)


def _pattern() -> str:
    return say("evidence.filter", pattern=f"*{SUFFIX}")
