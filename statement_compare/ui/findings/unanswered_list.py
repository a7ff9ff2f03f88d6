"""The sentences without an answer as a list of cards, which is filled when somebody first looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from statement_compare.engine.model import Comparison, Side
from statement_compare.engine.unanswered import preparing
from statement_compare.ui.findings.card import Roles
from statement_compare.ui.findings.card_list import CardList
from statement_compare.ui.findings.delegate import CardDelegate
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.findings.unanswered_model import UnansweredModel
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.slices import InSlices

# More rows than any screen is high. With the bar there from the start, the list is laid out once and not twice.
_SURELY_SCROLLED: Final = 100


class _SentenceCards(CardDelegate):
    """The cards of sentences, each as high as its text, which `text_at` gives by its row.

    Qt asks for the height of all rows each time that it lays them out: the way by the model takes five times as long.
    """

    def __init__(self, theme: Theme, text_at: Callable[[int], str]) -> None:
        super().__init__(theme)
        self._text_at = text_at

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.size_of(self._text_at(index.row()), option.rect.width())


class UnansweredList(CardList):
    """`chosen(Unanswered)` says that a person came to a sentence."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._sentences = UnansweredModel()
        super().__init__(theme, parent, _SentenceCards(theme, self._sentences.text_at))
        self._sentences.setParent(self)
        self._is_following = False
        self._last: Unanswered | None = None  # where a person came to last, which the filter may keep out of sight
        self._ahead = InSlices(self)
        self.setModel(self._sentences)
        self.selectionModel().currentChanged.connect(self._follow)

    @property
    def rows(self) -> tuple[Unanswered, ...]:
        """The sentences that it shows, in its order."""
        self.list_all()
        return self._sentences.rows

    @property
    def found(self) -> Mapping[Side, int]:
        """How many sentences of each side have the words that are looked for, whichever side is shown."""
        return self._sentences.found

    @property
    def has_hidden(self) -> bool:
        """Whether there are sentences that it does not show."""
        return len(self.rows) < len(self._sentences.all_rows)

    @property
    def row(self) -> int | None:
        """The row that is chosen."""
        chosen = self.selectionModel().selectedIndexes()
        return chosen[0].row() if chosen else None

    def place_of(self, row: Unanswered) -> tuple[int, int]:
        """The place of a sentence among those that are shown, from 1, and their number; 0 where it is not shown."""
        rows = self.rows
        return rows.index(row) + 1 if row in rows else 0, len(rows)

    def set_comparison(self, comparison: Comparison | None) -> None:
        """The sentences of another comparison; nothing is chosen by it."""
        with self._unfollowed():
            self._sentences.set_comparison(comparison)
        self._last = None
        self._show_bar()

    def set_shown(self, side: Side | None, text: str) -> None:
        """Show one side only, or sentences with these words only. The one a person came to is chosen where it is shown.

        So it is when it comes back into sight: else the next key would lead to the first of the list.
        """
        with self._unfollowed():
            are_others = self._sentences.set_shown(side, text)
        self._show_bar()
        if are_others and self._last is not None:
            self.set_row(self._last)

    def list_all(self) -> None:
        """Have all of them, as somebody looks."""
        if not self._sentences.is_listed:
            with self._unfollowed():
                self._sentences.list_all()
            self._show_bar()

    def set_row(self, row: Unanswered) -> bool:
        """Choose the row of a sentence without saying so; whether it is listed."""
        place, _ = self.place_of(row)
        if row in self._sentences.all_rows:
            self._last = row
        if place:
            with self._unfollowed():
                self.choose_row(place - 1)
        return place > 0

    def prepare(self, comparison: Comparison, width: int) -> None:
        """Have all ready while nobody waits, in a list of this width: of a long text it takes longer than a key."""
        self._ahead.start(self._listing(comparison, width))

    def rest(self) -> None:
        """Nobody will look any more."""
        self._ahead.stop()

    @property
    def is_prepared(self) -> bool:
        return self._ahead.is_done

    def _listing(self, comparison: Comparison, width: int) -> Iterator[object]:
        yield from preparing(comparison)
        self.list_all()
        sentences = self._sentences
        inner = width - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth()
        for row in sentences.all_rows:
            yield self.cards.size_of(sentences.text_of(row), inner)

    def _show_bar(self) -> None:
        is_long = len(self._sentences.rows) > _SURELY_SCROLLED
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if is_long else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)

    @contextmanager
    def _unfollowed(self) -> Iterator[None]:
        self._is_following = True
        yield
        self._is_following = False

    def _follow(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_following and current.isValid():
            self._last = current.data(Roles.KEY)
            self.chosen.emit(self._last)
