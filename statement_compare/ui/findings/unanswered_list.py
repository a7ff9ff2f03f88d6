"""The sentences without an answer as a list of cards, which is filled when somebody first looks at it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from statement_compare.engine.model import Comparison, Side
from statement_compare.ui.findings.card import Roles
from statement_compare.ui.findings.card_list import CardList
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.findings.unanswered_model import UnansweredModel
from statement_compare.ui.theme import Theme


class UnansweredList(CardList):
    """`chosen(Unanswered)` says that a person came to a sentence."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._sentences = UnansweredModel(self)
        self._is_following = False
        self.setModel(self._sentences)
        self.selectionModel().currentChanged.connect(self._follow)

    @property
    def is_listed(self) -> bool:
        return self._sentences.is_listed

    @property
    def rows(self) -> tuple[Unanswered, ...]:
        """The sentences that it shows, in its order."""
        return self._sentences.rows

    @property
    def row(self) -> int | None:
        """The row that is chosen."""
        chosen = self.selectionModel().selectedIndexes()
        return chosen[0].row() if chosen else None

    def set_comparison(self, comparison: Comparison | None) -> None:
        """The sentences of another comparison; nothing is chosen by it."""
        self._is_following = True
        self._sentences.set_comparison(comparison)
        self._is_following = False

    def list_all(self) -> bool:
        """Have all of them; whether they were not there before."""
        return self._sentences.list_all()

    def set_shown(self, side: Side | None, text: str) -> None:
        """Show one side only, or sentences with these words only; nothing is chosen by it."""
        self._is_following = True
        self._sentences.set_shown(side, text)
        self._is_following = False

    def set_row(self, row: Unanswered) -> bool:
        """Choose the row of a sentence without saying so; whether it is listed."""
        if row not in self.rows:
            return False
        self._is_following = True
        self.choose_row(self.rows.index(row))
        self._is_following = False
        return True

    def _follow(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_following and current.isValid():
            self.chosen.emit(current.data(Roles.KEY))
