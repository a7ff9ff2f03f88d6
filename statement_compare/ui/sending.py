"""What a person takes out of the program beside a report: text and findings on the clipboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from statement_compare.session.review import pair_of
from statement_compare.ui.document import Document
from statement_compare.ui.presenter import Presenter
from statement_compare.ui.strings import language, say


class Sending(QObject):
    """One method an action."""

    def __init__(self, presenter: Presenter, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._parts = presenter.parts
        self._document = document

    def act_of(self, action: str) -> Callable[..., None] | None:
        """What an action does; None where it is none of these."""
        return {"copy_text": self.copy_text, "copy": self.copy}.get(action)

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
