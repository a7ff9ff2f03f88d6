"""What a person takes out of the program beside a report: findings on the clipboard, questions, drafts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from statement_compare.engine.model import Side
from statement_compare.engine.report_formats import ReportFormat
from statement_compare.session.review import pair_of
from statement_compare.ui.asking import ask_new_file
from statement_compare.ui.names import file_name, report_folder, side_name
from statement_compare.ui.pages import open_over
from statement_compare.ui.strings import language, say
from statement_compare.ui.surroundings import ActionGroup, Surroundings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from statement_compare.engine.reported import Reported
    from statement_compare.engine.sheets.reply import ReplyChoice


class Sending(ActionGroup):
    """One method an action."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(around, parent)
        self._parts = around.presenter.parts

    def act_of(self, action: str) -> Callable[..., None] | None:
        """What an action does; None where it is none of these."""
        return {
            "copy_text": self.copy_text,
            "copy": self.copy,
            "reply": self.reply,
            "claim_review": self.claim_review,
            "marked_left": self.marked_left,
            "marked_right": self.marked_right,
        }.get(action)

    def copy_text(self) -> None:
        """The selected words; where none are selected, the finding that is shown."""
        if self._parts.page.copy_selection():
            return
        if self._presenter.finding_in_hand is None:
            self._parts.status.say(say("status.nothing_to_copy"))
        else:
            self.copy()

    def copy(self) -> None:
        """The finding as a quote; of what is no finding, and while other words are tried, the lines that are shown."""
        copied = self._quote()
        if copied is None:
            copied = QMimeData()
            copied.setText(self._parts.inspector.heard())
        if copied.text():
            QGuiApplication.clipboard().setMimeData(copied)
            self._parts.status.say(say("status.copied"))

    def _quote(self) -> QMimeData | None:
        link, review = self._presenter.finding_in_hand, self._document.state.review
        if link is None or review is None or self._parts.inspector.is_trying:
            return None
        from statement_compare.engine.sheets.pair_quote import pair_quote

        quote = pair_quote(review.reported(), pair_of(link), language())
        data = QMimeData()
        data.setText(quote.plain)
        data.setHtml(quote.html)
        return data

    def reply(self) -> None:
        """Ask whom to put which questions to, and then where they are saved."""
        from statement_compare.ui.dialogs.reply import ReplyDialog

        state = self._document.state
        if state.review is None:
            return
        names = {side: side_name(state.side(side)) for side in Side}
        dialog = ReplyDialog(state.review.reported(), names, self._memory.settings.reviewer, self._window)
        dialog.accepted.connect(lambda: self._save_reply(dialog.reported, dialog.choice, dialog.format))
        open_over(dialog, "reports")

    def _save_reply(self, reported: Reported, choice: ReplyChoice, format_: str) -> None:
        from statement_compare.engine.sheets.formats import REPLY_SHEETS
        from statement_compare.ui.sheet_requests import WriteReply

        wanted = next(each for each in REPLY_SHEETS if each.name == format_)
        request = WriteReply(reported, choice, wanted.name)
        self._ask_where(
            say("reply.save_title"),
            say("reply.file_name"),
            wanted,
            lambda path: self._controller.report.ask_sheet(path, request),
        )

    def marked_left(self) -> None:
        self._save_marked(Side.LEFT)

    def marked_right(self) -> None:
        self._save_marked(Side.RIGHT)

    def _save_marked(self, side: Side) -> None:
        """Ask where a marked copy of a side is saved, and have it made."""
        from statement_compare.engine.sheets.formats import MARKED_COPIES
        from statement_compare.ui.sheet_requests import WriteMarked

        state = self._document.state
        if state.review is None:
            return
        request = WriteMarked(state.review.reported(self._memory.settings.reviewer), side, language())
        self._ask_where(
            say("marked.save_title"),
            say(f"marked.file_{side.value}"),
            MARKED_COPIES[0],
            lambda path: self._controller.report.ask_sheet(path, request),
        )

    def claim_review(self) -> None:
        """Show the draft of a ClaimReview of the finding that is shown, and what it still lacks."""
        from statement_compare.ui.dialogs.claim_review import ClaimReviewDialog

        state, link = self._document.state, self._presenter.finding_in_hand
        if state.review is None or link is None:
            self._parts.status.say(say("status.choose_first"))
            return
        names = {side: side_name(state.side(side)) for side in Side}
        today = datetime.now().astimezone().date()
        dialog = ClaimReviewDialog(state.review.reported(), pair_of(link), names, today, self._window)
        dialog.copy_wanted.connect(self._copy_draft)
        dialog.save_wanted.connect(lambda text: self._save_draft(text, dialog))
        open_over(dialog, "reports")

    def _copy_draft(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._parts.status.say(say("status.copied"))

    def _save_draft(self, text: str, dialog: QWidget) -> None:
        from statement_compare.engine.sheets.formats import CLAIM_REVIEWS

        title, called = say("claim.save_title"), say("claim.file_name")
        self._ask_where(title, called, CLAIM_REVIEWS[0], lambda path: self._write_draft(text, path), dialog)

    def _write_draft(self, text: str, path: Path) -> None:
        from statement_compare.session.result_file import write_result

        try:
            write_result(text.encode("utf-8"), path)
        except OSError as error:
            reason = error.strerror or str(error)
            self._parts.status.say(say("error.unwritable", path=str(path), reason=reason))
        else:
            self._parts.status.say(say("status.saved", path=str(path)))

    def _ask_where(
        self, title: str, called: str, wanted: ReportFormat, take: Callable[[Path], None], over: QWidget | None = None
    ) -> None:
        """Ask for a file beside the statements, whose name says what it is; over the window, or a page of it."""
        state, settings = self._document.state, self._memory.settings
        folder = report_folder(state) or Path(settings.report_folder or settings.open_folder or Path.home())
        suffix = wanted.suffixes[0]
        proposed = folder / f"{file_name(state)} - {called}{suffix}"
        kinds = f"{say(f'sheet.{wanted.name}')} (*{suffix})"

        def take_file(path: Path, _: str) -> None:
            self._memory.keep_settings(replace(self._memory.settings, report_folder=str(path.parent)))
            take(path)

        ask_new_file(over or self._window, title, proposed, kinds, take_file, "reports", suffixes=wanted.suffixes)
