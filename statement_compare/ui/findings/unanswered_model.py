"""Sentences without an answer as rows of a list, the weightiest first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from statement_compare.engine.model import Comparison, Sentence, Side
from statement_compare.engine.unanswered import unanswered_ids
from statement_compare.session.query import (
    flat,
    leaves_the_same_unanswered,
    pattern_of,
    statement_of,
    unanswered_in_order,
)
from statement_compare.ui.findings.card import Card, Roles
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.findings.row_at import Index, row_at
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
        self.found: Mapping[Side, int] = dict.fromkeys(Side, 0)
        """How many sentences of each side have the words that are looked for, whichever side is shown."""
        self._all: tuple[Unanswered, ...] = ()
        self._rows: tuple[Unanswered, ...] = ()
        self._shown: tuple[Side | None, str] = (None, "")
        self._texts: dict[Unanswered, str] = {}  # of those that were asked for

    def set_comparison(self, comparison: Comparison | None) -> None:
        """The sentences of another comparison; they stay listed where they are the same ones."""
        former = self._comparison
        is_same = former is not None and comparison is not None and leaves_the_same_unanswered(former, comparison)
        self.is_listed = self.is_listed and is_same
        self._put(comparison, self._all if self.is_listed else ())

    def list_all(self) -> None:
        """Have all of them."""
        comparison = self._comparison
        if comparison is None or self.is_listed:
            return
        self.is_listed = True
        self._put(
            comparison, tuple(Unanswered(side, i) for side in Side for i in unanswered_in_order(comparison, side))
        )

    def set_shown(self, side: Side | None, text: str = "") -> bool:
        """Show one side only, or sentences with these words only; whether it showed others before."""
        if (side, text) == self._shown:
            return False
        self._shown = side, text
        self._put(self._comparison, self._all)
        return True

    def _put(self, comparison: Comparison | None, rows: tuple[Unanswered, ...]) -> None:
        self.beginResetModel()
        if not _has_the_same_texts(self._comparison, comparison):
            self._texts = {}
        self._comparison, self._all = comparison, rows
        side, text = self._shown
        pattern = pattern_of(text)
        found = rows if pattern is None else tuple(row for row in rows if pattern.search(self._sentence(row).text))
        self._rows = found if side is None else tuple(row for row in found if row.side is side)
        if comparison is not None and not self.is_listed:
            self.found = {each: len(unanswered_ids(comparison, each)) for each in Side}
        else:
            self.found = {each: sum(row.side is each for row in found) for each in Side}
        self.endResetModel()

    @property
    def all_rows(self) -> tuple[Unanswered, ...]:
        """All that are listed, whichever are shown."""
        return self._all

    @property
    def rows(self) -> tuple[Unanswered, ...]:
        return self._rows

    def text_at(self, row: int) -> str:
        """The sentence of a row on one line."""
        return self.text_of(self._rows[row])

    def text_of(self, row: Unanswered) -> str:
        """A sentence on one line."""
        text = self._texts.get(row)
        if text is None:
            text = self._texts[row] = flat(self._sentence(row).text)
        return text

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = row_at(self._comparison, self._rows, index)
        if found is None:
            return None
        _, row = found
        match role:
            case Roles.KEY:
                return row
            case Roles.CARD:
                number = f"{SIDE_LETTERS[row.side]}{row.sentence + 1}"
                return Card(UNANSWERED_SIGN, side_word(row.side), number, self.text_of(row), None)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.text_of(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return say(
                    "findings.heard_unanswered",
                    side=side_word(row.side).lower(),
                    text=self.text_of(row),
                    position=index.row() + 1,
                    total=len(self._rows),
                )
            case _:
                return None

    def _sentence(self, row: Unanswered) -> Sentence:
        assert self._comparison is not None
        return statement_of(self._comparison, row.side).sentences[row.sentence]


def _has_the_same_texts(one: Comparison | None, other: Comparison | None) -> bool:
    return one is not None and other is not None and one.left is other.left and one.right is other.right
