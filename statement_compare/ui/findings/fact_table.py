"""The table of facts as it is walked: by rows and cells, sorted by the head of a column or by its menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAction,
    QActionGroup,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionHeader, QTableView, QWidget

from statement_compare.engine.fact_rows import Kind, Relation
from statement_compare.engine.report.overview_wording import FACT_SIGNS
from statement_compare.ui.findings.fact_cells import FactCells
from statement_compare.ui.findings.facts_model import Column, FactsModel, fact_kind_word, relation_word
from statement_compare.ui.fonts import scaled
from statement_compare.ui.strings import say
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.keyboard import is_by_key

_WORDS_FROM = 440  # from this width on, relations have their words beside their signs


class FactTable(QTableView):
    """`picked(index)` says that a row was clicked or Return was pressed on it; `entered_text` the latter alone.

    `sort_wanted(Column, Qt.SortOrder)` asks for another order.
    """

    picked = Signal(QModelIndex)
    came_to = Signal(QModelIndex)
    """The keyboard came to the list, in which this row is chosen."""
    entered_text = Signal()
    sort_wanted = Signal(Column, Qt.SortOrder)

    def __init__(self, model: FactsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self._share = 1.0
        self.cells = FactCells(theme, self)
        self.setItemDelegate(self.cells)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        # All rows are of one height, so that none of ten thousand is measured.
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head = head = _Head(self)
        self.setHorizontalHeader(head)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(20)
        for column in Column:
            is_side = column in (Column.LEFT, Column.RIGHT)
            mode = QHeaderView.ResizeMode.Stretch if is_side else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(column, mode)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(Column.RELATION, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self._want_order)
        self._orders = self._offer_orders()
        self.activated.connect(self.picked)
        self.clicked.connect(self.picked)
        self.set_share(1.0)

    def set_theme(self, theme: Theme) -> None:
        self.cells.set_theme(theme)
        self.viewport().update()

    def set_share(self, share: float) -> None:
        self._share = share
        self.cells.set_share(share)
        self.verticalHeader().setDefaultSectionSize(self.cells.height)
        self._fit_columns()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(say("action.facts"))
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setAccessibleName(say("action.facts"))
        for column, action in self._orders.items():
            action.setText(say(f"facts.sort_{column.name.lower()}"))
        self.model().headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._fit_columns()
        self.viewport().update()

    def choose_row(self, row: int, column: int = -1) -> None:
        """Choose a row; without a column, the keyboard stays in the one where it is."""
        index = self.model().index(row, max(column, self.currentIndex().column(), 0))
        which = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, which)
        self.scrollTo(index)

    @property
    def row(self) -> int | None:
        """The row that is chosen."""
        chosen = self.selectionModel().selectedRows()
        return chosen[0].row() if chosen else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A screen reader is told of the cell at which the keyboard is, once Qt has told it of the table."""
        super().focusInEvent(event)
        if is_by_key(event) and self.selectionModel().hasSelection():
            self.came_to.emit(self.currentIndex())
        if QAccessible.isActive():
            QTimer.singleShot(0, self._tell_cell)

    def _tell_cell(self) -> None:
        current = self.currentIndex()
        if current.isValid() and self.hasFocus():
            told = QAccessibleEvent(self, QAccessible.Event.Focus)
            # Qt counts the cells row by row, with a head in front of the rows and one in front of each row.
            told.setChild((current.row() + 1) * (len(Column) + 1) + current.column() + 1)
            QAccessible.updateAccessibility(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selectionModel().hasSelection():
            self.entered_text.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _offer_orders(self) -> dict[Column, QAction]:
        """The orders in the menu of the table, which the keyboard opens as well."""
        group = QActionGroup(self)
        actions = {}
        for column in Column:
            action = QAction(self)
            action.setCheckable(True)
            action.setChecked(column is Column.RELATION)
            action.triggered.connect(partial(self._choose_order, column))
            group.addAction(action)
            self.addAction(action)
            actions[column] = action
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return actions

    def _choose_order(self, column: Column, _is_checked: bool = True) -> None:
        """By a column; by the one that is sorted by already, the other way round."""
        head = self.horizontalHeader()
        order = Qt.SortOrder.AscendingOrder
        if head.sortIndicatorSection() == column and head.sortIndicatorOrder() == order:
            order = Qt.SortOrder.DescendingOrder
        head.setSortIndicator(column, order)

    def _want_order(self, column: int, order: Qt.SortOrder) -> None:
        self._orders[Column(column)].setChecked(True)
        self.sort_wanted.emit(Column(column), order)

    def _fit_columns(self) -> None:
        """Signs and kinds have what they need; both sides share the rest. Where nobody sees it, it waits for that."""
        if not self.isVisible():
            return
        is_wide = self.viewport().width() >= scaled(_WORDS_FROM, self._share)
        relations = ((FACT_SIGNS[each], relation_word(each) if is_wide else "") for each in Relation)
        kinds = [fact_kind_word(kind) for kind in Kind]
        head = self._head
        head.set_wide(is_wide=is_wide)
        for column, width in (
            (Column.RELATION, max(self.cells.width_of(*each) for each in relations)),
            (Column.KIND, max(self.cells.width_of("", words) for words in kinds)),
        ):
            self.setColumnWidth(column, max(width, head.width_for(column) if is_wide else head.width_of_words(column)))


class _Head(QHeaderView):
    """The heads of the columns: to the eye, that of a narrow first one is a sign, since its word would be cut off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._is_wide = True

    def set_wide(self, *, is_wide: bool) -> None:
        self._is_wide = is_wide
        self.viewport().update()

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, column: int) -> None:
        super().initStyleOptionForIndex(option, column)
        if column == Column.RELATION and not self._is_wide:
            option.text = FACT_SIGNS[Relation.DIFFERS]

    def width_for(self, column: int) -> int:
        """How wide a head is with what it shows and the arrow of its order."""
        return self.sectionSizeHint(column)

    def width_of_words(self, column: int) -> int:
        """How wide a head is with what a narrow table shows: its words, the arrow above them, or a sign beside it."""
        margins = 2 * self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, self)
        if column == Column.RELATION:
            arrow = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize, None, self)
            return margins + self.fontMetrics().horizontalAdvance(FACT_SIGNS[Relation.DIFFERS]) + arrow
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        return margins + self.fontMetrics().horizontalAdvance(words)
