"""The figures, dates and names: chips that filter and count by relation, a table, and a filter by kind and words.

It stands in the place of the findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from statement_compare.engine.fact_rows import Kind, Relation, Row
from statement_compare.engine.model import Comparison
from statement_compare.errors import StatementCompareError
from statement_compare.ui.findings.card import Roles
from statement_compare.ui.findings.chips import RelationChips
from statement_compare.ui.findings.fact_table import FactTable
from statement_compare.ui.findings.facts_model import Column, FactFilter, FactsModel
from statement_compare.ui.strings import error_words, say
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.field_parts import name_parts
from statement_compare.ui.widgets.find_field import FindField
from statement_compare.ui.widgets.told import Told


class FactsPage(QWidget):
    """`chosen(Row)` says which fact a person looks at, `picked` that she clicked it or pressed Return on it."""

    chosen = Signal(object)
    picked = Signal()
    entered_text = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_following = False
        self._failure: StatementCompareError | None = None
        self.model = FactsModel(self)
        self._told = Told()
        self.table = FactTable(self.model, theme)
        self.table.retranslate()
        self.table.selectionModel().currentChanged.connect(self._follow)
        self.table.picked.connect(self._pick)
        self.table.entered_text.connect(self.entered_text)
        self.table.sort_wanted.connect(self._sort)
        self._chips = RelationChips()
        self._chips.choose(None)
        self._chips.pressed.connect(self._take_filter)
        self._nothing = QLabel()
        self._nothing.setProperty("soft", True)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(14, 10, 14, 10)
        self._lists = QStackedLayout()
        self._lists.addWidget(self.table)
        self._lists.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._chips)
        column.addLayout(self._lists, 1)
        column.addLayout(self._foot())
        self.set_rows(None, ())

    def _foot(self) -> QHBoxLayout:
        self._words = FindField()
        self._told.put(self._words.setPlaceholderText, "findings.filter_hint")
        self._told.put(lambda words: name_parts(self._words, words), "facts.filter")
        self._words.textChanged.connect(lambda _: self._take_filter())
        for wants_list in (self._words.entered, self._words.returnPressed):
            wants_list.connect(self.focus_list)
        self._kinds = QComboBox()
        self._told.put(lambda words: name_parts(self._kinds, words), "facts.kind_any")
        for kind in (None, *Kind):
            key, at = f"facts.kind_{'any' if kind is None else kind.value}", self._kinds.count()
            self._kinds.addItem("", kind)
            self._told.put(lambda words, at=at: self._kinds.setItemText(at, words), key)  # type: ignore[misc]
        self._kinds.currentIndexChanged.connect(lambda _: self._take_filter())
        row = QHBoxLayout()
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(6)
        row.addWidget(self._words, 1)
        row.addWidget(self._kinds)
        return row

    @property
    def row(self) -> int | None:
        """The row that is chosen."""
        return self.table.row

    @property
    def count(self) -> int:
        """How many rows are shown."""
        return self.model.rowCount()

    def place_of(self, row: Row) -> int:
        """The place of a fact among those that are shown, from 1; 0 where it is not."""
        rows = self.model.rows
        return rows.index(row) + 1 if row in rows else 0

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._told.again()
        self._write_chips()
        self._show_page()
        self.table.retranslate()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.table.set_theme(theme)
        self._write_chips()

    def set_share(self, share: float) -> None:
        self.table.set_share(share)
        self._chips.set_share(share)

    def set_rows(self, comparison: Comparison | None, rows: Sequence[Row]) -> None:
        """Show the facts of a comparison; None where they are not made yet. A row that is still there stays chosen."""
        with self._staying():
            self.model.set_rows(comparison, rows)
        self._show_page()

    @contextmanager
    def _staying(self) -> Iterator[None]:
        """The row that is chosen stays it, without a word, while other rows come or their order changes."""
        former = None if self.row is None else self.model.rows[self.row]
        column = self.table.currentIndex().column()
        self._is_following = True
        yield
        if former is not None:
            with suppress(ValueError):  # it is not among those that are shown
                self.table.choose_row(self.model.rows.index(former), column)
        self._is_following = False

    def _sort(self, column: Column, order: Qt.SortOrder) -> None:
        with self._staying():
            self.model.sort(column, order)

    def say_waiting(self, failure: StatementCompareError | None = None) -> None:
        """Say that the rows are being made, or why they could not be."""
        self._failure = failure
        self._show_page()

    def choose(self, row: int) -> None:
        """Choose a row as a click does."""
        self.table.choose_row(row)

    @property
    def shown(self) -> FactFilter:
        """Which facts are to be shown."""
        relation = next((each for each in Relation if self._chips.is_chosen(each)), None)
        kind = self._kinds.currentData()
        return FactFilter(None if kind is None else Kind(kind), relation, self._words.text())

    def choose_filter(self, shown: FactFilter) -> None:
        self._chips.choose(shown.relation)
        self._kinds.setCurrentIndex(max(self._kinds.findData(shown.kind), 0))
        self._words.setText(shown.text)
        self._take_filter()

    @property
    def is_waited_for(self) -> bool:
        """Whether the keyboard is here."""
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus()

    def focus_list(self) -> None:
        """Go into the list; where nothing in it is chosen, its first row is."""
        if not self.count:
            self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self.row is None:
            self.table.choose_row(0)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_filter(self) -> None:
        with self._staying():
            self.model.set_filter(self.shown)
        self._show_page()

    def _show_page(self) -> None:
        self._write_chips()
        if self.model.comparison is None:
            self._nothing.setText(say("facts.waiting") if self._failure is None else error_words(self._failure))
        else:
            self._nothing.setText(say("facts.filtered" if self._is_filtering else "facts.none"))
        self._lists.setCurrentWidget(self.table if self.count else self._nothing)

    @property
    def _is_filtering(self) -> bool:
        has_relation = any(self._chips.is_chosen(each) for each in Relation)
        return has_relation or self._kinds.currentData() is not None or bool(self._words.text().strip())

    def _write_chips(self) -> None:
        self._chips.write({each: self.model.count(each) for each in (None, *Relation)}, self._theme)

    def _follow(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._is_following and current.isValid() and current.row() != previous.row():
            self.chosen.emit(current.data(Roles.KEY))

    def _pick(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(Roles.KEY))
        self.picked.emit()
