"""Sentences without an answer as rows of a list, the weightiest first."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from statement_compare.engine.model import Comparison, Sentence, Side
from statement_compare.session.query import (
    flat,
    leaves_the_same_unanswered,
    pattern_of,
    statement_of,
    unanswered_in_order,
)
from statement_compare.ui.findings.card import Card, Roles
from statement_compare.ui.findings.model import Index, Unanswered
from statement_compare.ui.strings import SIDE_LETTERS, UNANSWERED_SIGN, say, side_word

_TOP = QModelIndex()


class UnansweredModel(QAbstractListModel):
    """One row a sentence that was not answered, the weightiest first. `Roles.KEY` is an `Unanswered`.

    It has no rows until `list_all`: to put those of a long text in order takes its time, and few people look at them.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self.is_listed = False
        self._all: tuple[Unanswered, ...] = ()
        self._rows: tuple[Unanswered, ...] = ()

    def set_comparison(self, comparison: Comparison | None) -> None:
        """The sentences of another comparison; they stay listed where they are the same ones."""
        former = self._comparison
        is_same = former is not None and comparison is not None and leaves_the_same_unanswered(former, comparison)
        if is_same and self.is_listed:
            self._set_rows(comparison, self._all)
            return
        self._set_rows(comparison, ())
        self.is_listed = False

    def list_all(self) -> bool:
        """Have all of them; whether they were not there before."""
        comparison = self._comparison
        if comparison is None or self.is_listed:
            return False
        rows = tuple(Unanswered(side, i) for side in Side for i in unanswered_in_order(comparison, side))
        self._set_rows(comparison, rows)
        self.is_listed = True
        return True

    def _set_rows(self, comparison: Comparison | None, rows: tuple[Unanswered, ...]) -> None:
        self.beginResetModel()
        self._comparison, self._all, self._rows = comparison, rows, rows
        self.endResetModel()

    def set_shown(self, side: Side | None, text: str = "") -> None:
        """Show one side only, or sentences with these words only."""
        pattern = pattern_of(text)
        self.beginResetModel()
        self._rows = tuple(
            row
            for row in self._all
            if side in (None, row.side) and (pattern is None or pattern.search(self._sentence(row).text))
        )
        self.endResetModel()

    @property
    def rows(self) -> tuple[Unanswered, ...]:
        return self._rows

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._comparison is None or not index.isValid():
            return None
        row = self._rows[index.row()]
        sentence = self._sentence(row)
        match role:
            case Roles.KEY:
                return row
            case Roles.CARD:
                number = f"{SIDE_LETTERS[row.side]}{row.sentence + 1}"
                return Card(UNANSWERED_SIGN, side_word(row.side), number, flat(sentence.text), None)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return flat(sentence.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return say(
                    "findings.heard_unanswered",
                    side=side_word(row.side).lower(),
                    text=flat(sentence.text),
                    position=index.row() + 1,
                    total=len(self._rows),
                )
            case _:
                return None

    def _sentence(self, row: Unanswered) -> Sentence:
        assert self._comparison is not None
        return statement_of(self._comparison, row.side).sentences[row.sentence]
