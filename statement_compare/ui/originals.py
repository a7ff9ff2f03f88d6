"""Who opens the page of the original beside the window, and lets it follow what is chosen there."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from statement_compare.ui.dialogs.original import OriginalDialog
from statement_compare.ui.document import Document
from statement_compare.ui.page_drawings import PageDrawings
from statement_compare.ui.pages import offer_help
from statement_compare.ui.presenter import Presenter


class Originals(QObject):
    """The one dialog, which is made when it is first asked for and follows while it is open."""

    def __init__(self, window: QMainWindow, document: Document, presenter: Presenter, drawings: PageDrawings) -> None:
        super().__init__(window)
        self._document = document
        self._presenter = presenter
        self.dialog = OriginalDialog(window)
        offer_help(self.dialog, "originals")
        self.dialog.page_wanted.connect(drawings.ask)
        drawings.drawn.connect(self.dialog.take_page)
        drawings.failed.connect(self.dialog.take_failure)
        presenter.reason_shown.connect(self._follow)
        presenter.retold.connect(self.dialog.retranslate)

    def open(self) -> None:
        """Show where the chosen sentences stand, in front of the window."""
        self.dialog.show()
        self._show()
        self.dialog.activateWindow()  # it stands above the window, to which it belongs, in any case

    def _follow(self) -> None:
        if self.dialog.isVisible():
            self._show()

    def _show(self) -> None:
        ids, verdict = self._presenter.chosen_sentences()
        self.dialog.show_sentences(self._document.state.comparison, ids, verdict)
