"""A list of findings or of sentences as cards, walked by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from statement_compare.ui.findings.delegate import CardDelegate
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.keyboard import is_by_key


class CardList(QListView):
    """A list of cards as wide as the list, walked by keyboard; Return and a click choose."""

    picked = Signal(QModelIndex)
    menu_requested = Signal(QPoint)
    """A menu is wanted for the chosen row: where, on the screen."""
    came_to = Signal(QModelIndex)
    """The keyboard came to the list, in which this row is chosen."""
    entered_text = Signal()
    """Return was pressed on a row: the keyboard wants to go where the row leads."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, cards: CardDelegate | None = None) -> None:
        self._is_stale = False
        super().__init__(parent)
        self.cards = CardDelegate(theme) if cards is None else cards
        self.cards.setParent(self)
        self.setItemDelegate(self.cards)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.activated.connect(self.picked)
        self.clicked.connect(self.picked)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show the rows of a model, in its order.

        While it lays rows out, Qt asks for their number at each of them. A model in Python takes longer to answer than
        all the rest; what lies between knows the number.
        """
        between = QSortFilterProxyModel(self)
        between.setSourceModel(model)  # type: ignore[arg-type]
        super().setModel(between)

    def set_theme(self, theme: Theme) -> None:
        self.cards.set_theme(theme)
        self.viewport().update()

    def set_share(self, share: float) -> None:
        self.cards.set_share(share)
        self.doItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A screen reader is told of the card at which the keyboard is, once Qt has told it of the list."""
        super().focusInEvent(event)
        if is_by_key(event) and self.selectionModel().hasSelection():
            self.came_to.emit(self.currentIndex())
        if QAccessible.isActive():
            QTimer.singleShot(0, self._tell_card)

    def _tell_card(self) -> None:
        current = self.currentIndex()
        if current.isValid() and self.hasFocus():
            told = QAccessibleEvent(self, QAccessible.Event.Focus)
            told.setChild(current.row())
            QAccessible.updateAccessibility(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selectionModel().hasSelection():
            self.entered_text.emit()

    def _ask_menu(self, point: QPoint) -> None:
        """Below the pointer, or where the keyboard asks for it, below the chosen card."""
        if self.selectionModel().hasSelection():
            card = self.visualRect(self.selectionModel().selectedIndexes()[0])
            place = point if card.contains(point) else card.center()
            self.menu_requested.emit(self.viewport().mapToGlobal(place))

    def choose_row(self, row: int) -> None:
        index = self.model().index(row, 0)
        # Where a focus came before any choice, Qt has made the first row current and not selected it.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def top_of_chosen(self) -> int | None:
        """Where on the screen the chosen card begins; None where none is in sight."""
        top = self._top_of_chosen_row()
        return top if top is not None and 0 <= top < self.viewport().height() else None

    def hold_chosen(self, former_top: int | None) -> None:
        """Scroll by as much as the cards that came above the chosen one have moved it."""
        top = self._top_of_chosen_row()
        if former_top is not None and top is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - former_top)

    def doItemsLayout(self) -> None:
        """Lay the rows out, once somebody sees them: Qt does so at each change of style, also behind another list."""
        if not self.isVisible():
            self._is_stale = True
            return
        super().doItemsLayout()
        if self._is_stale:
            self._is_stale = False
            if self.selectionModel().hasSelection():
                self.scrollTo(self.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.doItemsLayout()

    def _top_of_chosen_row(self) -> int | None:
        chosen = self.selectionModel().selectedIndexes()
        return self.visualRect(chosen[0]).top() if chosen else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(272, 300)
