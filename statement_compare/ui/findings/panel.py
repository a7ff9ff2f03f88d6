"""The list at the left: chips that filter and count, the findings or the unanswered sentences as cards."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from statement_compare.engine.model import Comparison, ReasonKind, Side, Verdict
from statement_compare.session.query import (
    SEVERITY,
    Filter,
    counts,
    in_order,
    kinds_in,
    unanswered_in_order,
)
from statement_compare.ui.findings.delegate import CardDelegate
from statement_compare.ui.findings.model import FindingsFilter, FindingsModel, Roles, Unanswered, UnansweredModel
from statement_compare.ui.icons import sign
from statement_compare.ui.strings import SIDE_LETTERS, SIGNS, kind_word, say, side_word
from statement_compare.ui.theme import Theme, interface_share, larger_sheet, scaled
from statement_compare.ui.widgets.field_parts import name_parts
from statement_compare.ui.widgets.flow_layout import FlowLayout

_ALL = "all"
_CHIP_HEIGHT = 24
_LEAST_WIDTH = 220
_WIDEST = 1.5


def _chip_icon(share: float) -> QSize:
    return QSize(scaled(10, share), scaled(16, share))


class CardList(QListView):
    """A list of cards as wide as the list, walked by keyboard; Return and a click choose."""

    picked = Signal(QModelIndex)
    entered_text = Signal()
    """Return was pressed on a row: the keyboard wants to go where the row leads."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardDelegate(theme, self)
        self.setItemDelegate(self.cards)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.activated.connect(self.picked)
        self.clicked.connect(self.picked)

    def set_theme(self, theme: Theme) -> None:
        self.cards.set_theme(theme)
        self.viewport().update()

    def set_share(self, share: float) -> None:
        self.cards.set_share(share)
        self.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selectionModel().hasSelection():
            self.entered_text.emit()

    def choose_row(self, row: int) -> None:
        index = self.model().index(row, 0)
        # Where a focus came before any choice, Qt has made the first row current and not selected it.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(272, 300)


class FindingsPanel(QWidget):
    """Shows a comparison's findings. `link_chosen(int)` and `unanswered_chosen(Unanswered)` say what was picked."""

    link_chosen = Signal(int)
    unanswered_chosen = Signal(object)
    filter_changed = Signal(object)
    entered_text = Signal()
    picked = Signal()
    """A row was clicked or Return was pressed on it, so a list that lies over the texts may go."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPanel")
        self.setProperty("paper", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._share = 1.0
        self._comparison: Comparison | None = None
        self._waiting = say("findings.waiting")
        self._side: Side | None = None
        self._is_following = False
        self._order: tuple[int, ...] = ()
        self._held_top: int | None = None
        self._model = FindingsModel(self)
        self._proxy = FindingsFilter(self)
        self._proxy.setSourceModel(self._model)
        self._unanswered = UnansweredModel(self)

        self._chips: dict[str, QPushButton] = {}
        chip_row = QWidget()
        flow = FlowLayout(chip_row)
        flow.setContentsMargins(10, 10, 10, 8)
        group = QButtonGroup(self)
        for name in (_ALL, *SEVERITY):
            flow.addWidget(self._chip(str(name), group))
        side_row = QWidget()
        side_flow = FlowLayout(side_row)
        side_flow.setContentsMargins(10, 10, 10, 8)
        side_group = QButtonGroup(self)
        for name in ("unanswered", *Side):
            side_flow.addWidget(self._chip(str(name), side_group))
        group.buttonClicked.connect(self._take_filter)
        side_group.buttonClicked.connect(self._take_side)

        self.findings_list = CardList(theme, say("findings.title"))
        self.findings_list.setUniformItemSizes(True)  # so that ten thousand cards need to be measured once
        self.findings_list.setModel(self._proxy)
        self.findings_list.picked.connect(self._pick_link)
        self.findings_list.selectionModel().currentChanged.connect(self._follow)
        self.unanswered_list = CardList(theme, say("action.unanswered"))
        self.unanswered_list.setModel(self._unanswered)
        self.unanswered_list.picked.connect(self._pick_unanswered)
        self.unanswered_list.selectionModel().currentChanged.connect(self._follow_unanswered)

        for cards in (self.findings_list, self.unanswered_list):
            cards.entered_text.connect(self.entered_text)

        self._nothing = QLabel()
        self._nothing.setProperty("soft", True)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(14, 10, 14, 10)
        self._show_all = QPushButton(say("findings.show_all"))
        self._show_all.clicked.connect(self.reset_filter)
        empty = QWidget()
        empty_column = QVBoxLayout(empty)
        empty_column.setContentsMargins(0, 0, 0, 0)
        empty_column.addWidget(self._nothing)
        empty_column.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignHCenter)
        empty_column.addStretch(1)

        self._words = QLineEdit()
        self._words.setPlaceholderText(say("findings.filter_hint"))
        self._words.setClearButtonEnabled(True)
        name_parts(self._words, say("findings.filter"))
        self._words.textChanged.connect(self._take_filter)
        self._words.installEventFilter(self)
        self._kinds = QComboBox()
        name_parts(self._kinds, say("findings.kind_any"))
        self._kinds.currentIndexChanged.connect(self._take_filter)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(10, 8, 10, 8)
        foot.setSpacing(6)
        foot.addWidget(self._words, 3)
        foot.addWidget(self._kinds, 2)

        self.denied = QLabel()
        self.denied.setProperty("soft", True)
        self.denied.setWordWrap(True)
        self.denied.setContentsMargins(14, 0, 14, 8)
        self._chip_rows = QStackedLayout()
        self._chip_rows.addWidget(chip_row)
        self._chip_rows.addWidget(side_row)
        self._lists = QStackedLayout()
        for page in (self.findings_list, self.unanswered_list, empty):
            self._lists.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._chip_rows)
        column.addWidget(self.denied)
        column.addLayout(self._lists, 1)
        column.addWidget(self._foot)
        self.set_comparison(None)

    @property
    def shown(self) -> Filter:
        return self._proxy.shown

    @property
    def shows_unanswered(self) -> bool:
        return self._chip_rows.currentIndex() == 1

    def order(self) -> tuple[int, ...]:
        """Indexes of the links in the list, in its order."""
        return self._order

    def unanswered_place(self, row: Unanswered) -> tuple[int, int]:
        """The place of a sentence in the list of the unanswered, from 1, and their number; 0 where it is not listed."""
        rows = self._unanswered.rows
        return rows.index(row) + 1 if row in rows else 0, len(rows)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.findings_list.set_theme(theme)
        self.unanswered_list.set_theme(theme)
        self._write_chips()

    def set_zoom(self, percent: int) -> None:
        """The type grows with that of the statements; it never gets smaller than usual."""
        share = interface_share(percent)
        if share == self._share:
            return
        self._share = share
        self.setMinimumWidth(scaled(_LEAST_WIDTH, min(share, _WIDEST)))
        for cards in (self.findings_list, self.unanswered_list):
            cards.set_share(share)
        for chip in self._chips.values():
            chip.setFixedHeight(scaled(_CHIP_HEIGHT, share))
            chip.setIconSize(_chip_icon(share))
        self.setStyleSheet("" if share == 1 else larger_sheet(share))

    def set_comparison(self, comparison: Comparison | None, *, keeps_filter: bool = False) -> None:
        """Show another comparison, or more of the same one: then filter and place in the list stay."""
        chosen = self._kinds.currentData() if keeps_filter else None
        self._held_top = self._top_of_chosen() if keeps_filter else None
        self._comparison = comparison
        self._is_following = True
        self._model.set_comparison(comparison)
        rows = (
            ()
            if comparison is None
            else tuple(Unanswered(side, i) for side in Side for i in unanswered_in_order(comparison, side))
        )
        self._unanswered.set_rows(comparison, rows)
        self._kinds.blockSignals(True)
        self._kinds.clear()
        self._kinds.addItem(say("findings.kind_any"), None)
        for kind in () if comparison is None else kinds_in(comparison):
            self._kinds.addItem(kind_word(kind), kind.value)
        self._kinds.setCurrentIndex(max(self._kinds.findData(chosen), 0))
        self._kinds.blockSignals(False)
        self._is_following = False
        self._foot.setVisible(comparison is not None)
        self._say_denials(comparison)
        if keeps_filter:
            self._take_filter()
            self._take_side()
        else:
            self.reset_filter()

    def say_waiting(self, words: str) -> None:
        """What stands in place of the findings while there is no comparison."""
        self._waiting = words
        self._show_page()

    def set_current(self, link: int | None, *, scroll: bool = True) -> None:
        """Choose the row of a link without saying so, and bring it into sight unless the list is to stay."""
        bar = self.findings_list.verticalScrollBar()
        place = bar.value()
        self._is_following = True
        row = next((row for row, key in enumerate(self.order()) if key == link), None)
        selection = self.findings_list.selectionModel()
        if row is None:
            selection.clear()
        else:
            index = self._proxy.index(row, 0)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.findings_list.scrollTo(index)
            if not scroll:
                bar.setValue(place)
                self._hold_chosen()
        self._held_top = None
        self._is_following = False

    def _top_of_chosen(self) -> int | None:
        """Where on the screen the chosen card begins; None where none is in sight."""
        top, height = self._top_of_chosen_row(), self.findings_list.viewport().height()
        return top if top is not None and 0 <= top < height else None

    def _hold_chosen(self) -> None:
        """Scroll by as much as the cards that came above the chosen one have moved it."""
        top = self._top_of_chosen_row()
        if self._held_top is not None and top is not None:
            bar = self.findings_list.verticalScrollBar()
            bar.setValue(bar.value() + top - self._held_top)

    def _top_of_chosen_row(self) -> int | None:
        chosen = self.findings_list.selectionModel().selectedIndexes()
        return self.findings_list.visualRect(chosen[0]).top() if chosen else None

    def show_unanswered(self, is_shown: bool) -> None:
        self._chip_rows.setCurrentIndex(int(is_shown))
        self._kinds.setVisible(not is_shown)
        self._take_side()
        self._show_page()

    def reset_filter(self) -> None:
        self._chips[_ALL].setChecked(True)
        self._chips["unanswered"].setChecked(True)
        self._words.clear()
        self._kinds.setCurrentIndex(0)
        self._take_filter()
        self._take_side()

    def set_filter(self, shown: Filter) -> None:
        verdict = next(iter(shown.verdicts), None)
        self._chips[_ALL if verdict is None else verdict.value].setChecked(True)
        self._words.setText(shown.text)
        self._take_filter()

    def focus_list(self) -> None:
        """Go into the list; where nothing in it is chosen, its first row is."""
        page = self._lists.currentWidget()
        if not isinstance(page, CardList):
            self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if not page.selectionModel().hasSelection():
            page.choose_row(0)
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def unanswered_row(self) -> int | None:
        """The row that is chosen in the list of unanswered sentences."""
        chosen = self.unanswered_list.selectionModel().selectedIndexes()
        return chosen[0].row() if chosen else None

    @property
    def unanswered_count(self) -> int:
        """How many unanswered sentences the list shows."""
        return self._unanswered.rowCount()

    def set_unanswered(self, row: Unanswered) -> bool:
        """Choose the row of a sentence without saying so; whether it is listed."""
        where, _ = self.unanswered_place(row)
        if where:
            self._is_following = True
            self.unanswered_list.choose_row(where - 1)
            self._is_following = False
        return where > 0

    def choose_unanswered(self, row: int) -> None:
        """Choose a row of the list of unanswered sentences, as a click does."""
        self.unanswered_list.choose_row(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the filter's field, Escape empties it and goes to the list; Return and Down go there with it."""
        if watched is self._words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self._words.text():
                self._words.clear()
                self.focus_list()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.focus_list()
                return True
        return super().eventFilter(watched, event)

    def _chip(self, name: str, group: QButtonGroup) -> QPushButton:
        chip = QPushButton()
        chip.setCheckable(True)
        chip.setFixedHeight(_CHIP_HEIGHT)
        chip.setIconSize(_chip_icon(1.0))
        chip.setProperty("chip", True)
        chip.setObjectName(f"chip_{name}")
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        group.addButton(chip)
        self._chips[name] = chip
        return chip

    def _write_chips(self) -> None:
        comparison = self._comparison
        count = counts(comparison, replace(self.shown, verdicts=frozenset())) if comparison else None
        self._chips[_ALL].setText(say("findings.all", n=count.links if count else 0))
        self._chips[_ALL].setToolTip(say("findings.all_tip"))
        self._chips[_ALL].setVisible(count is not None)
        for verdict in Verdict:
            number = count.of(verdict) if count else 0
            chip = self._chips[verdict.value]
            chip.setText(str(number))
            chip.setIcon(sign(SIGNS[verdict], self._theme.of(verdict).ink))
            words = say(f"verdicts.{verdict.value}", n=number)
            chip.setToolTip(say("findings.chip_tip", words=words))
            chip.setAccessibleName(words)
            chip.setVisible(number > 0 or chip.isChecked())
        by_side = {Side.LEFT: count.only_left if count else 0, Side.RIGHT: count.only_right if count else 0}
        self._chips["unanswered"].setText(say("findings.all", n=sum(by_side.values())))
        for side, number in by_side.items():
            self._chips[side.value].setText(f"{side_word(side)} {number}")

    def _take_filter(self, *_: object) -> None:
        verdicts = frozenset(verdict for verdict in Verdict if self._chips[verdict.value].isChecked())
        kind = self._kinds.currentData()
        kinds = frozenset({ReasonKind(kind)}) if kind else frozenset()
        shown = Filter(verdicts, kinds, self._words.text())
        has_changed = shown != self._proxy.shown
        self._is_following = True
        self._proxy.set_filter(shown)
        self._is_following = False
        self._order = () if self._comparison is None else in_order(self._comparison, shown)
        if self.shows_unanswered:
            self._take_side()
        self._write_chips()
        self._show_page()
        if has_changed:
            self.filter_changed.emit(shown)

    def _take_side(self, *_: object) -> None:
        self._side = next((side for side in Side if self._chips[side.value].isChecked()), None)
        self._is_following = True
        self._unanswered.set_shown(self._side, self._words.text() if self.shows_unanswered else "")
        self._is_following = False
        self._show_page()

    def _show_page(self) -> None:
        if self._comparison is None:
            self._say_nothing(self._waiting, can_reset=False)
        elif self.shows_unanswered:
            if self._unanswered.rowCount():
                self._lists.setCurrentWidget(self.unanswered_list)
            else:
                self._say_nothing(say("findings.unanswered_none"), can_reset=False)
        elif self._proxy.rowCount():
            self._lists.setCurrentWidget(self.findings_list)
        elif self._model.rowCount():
            self._say_nothing(say("findings.filtered"), can_reset=True)
        else:
            self._say_nothing(say("findings.none"), can_reset=False)

    def _say_denials(self, comparison: Comparison | None) -> None:
        """Who denies everything in general: one finding that says what was charged, not one a charge."""
        lines, charged = [], []
        for denial in () if comparison is None else comparison.denials:
            place, count = f"{SIDE_LETTERS[denial.side]}{denial.sentence + 1}", len(denial.charges)
            lines.append(say("findings.denied_one" if count == 1 else "findings.denied", place=place, n=count))
            other = Side.RIGHT if denial.side is Side.LEFT else Side.LEFT
            charged.append(f"{place}: " + ", ".join(f"{SIDE_LETTERS[other]}{i + 1}" for i in denial.charges))
        self.denied.setText("\n".join(lines))
        self.denied.setToolTip("\n".join(charged))
        self.denied.setVisible(bool(lines))

    def _say_nothing(self, words: str, *, can_reset: bool) -> None:
        self._nothing.setText(words)
        self._show_all.setVisible(can_reset)
        self._lists.setCurrentIndex(2)

    def _follow(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_following and current.isValid():
            self.link_chosen.emit(int(current.data(Roles.KEY)))

    def _pick_link(self, index: QModelIndex) -> None:
        self.link_chosen.emit(int(index.data(Roles.KEY)))
        self.picked.emit()

    def _follow_unanswered(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_following and current.isValid():
            self.unanswered_chosen.emit(current.data(Roles.KEY))

    def _pick_unanswered(self, index: QModelIndex) -> None:
        self.unanswered_chosen.emit(index.data(Roles.KEY))
        self.picked.emit()
