"""The list at the left: chips that filter and count, the findings or the unanswered sentences as cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from statement_compare.engine.model import Comparison, Side, Verdict
from statement_compare.session.query import Filter
from statement_compare.session.review import Review
from statement_compare.ui.findings.card import Roles
from statement_compare.ui.findings.card_list import CardList
from statement_compare.ui.findings.chips import SideChips, VerdictChips
from statement_compare.ui.findings.denied import Denied
from statement_compare.ui.findings.empty_list import EmptyList
from statement_compare.ui.findings.facts_model import FactFilter
from statement_compare.ui.findings.facts_page import FactsPage
from statement_compare.ui.findings.filter_line import FilterLine
from statement_compare.ui.findings.filter_row import FilterRow
from statement_compare.ui.findings.model import FindingsModel
from statement_compare.ui.findings.unanswered_list import UnansweredList
from statement_compare.ui.fonts import interface_share, scaled
from statement_compare.ui.strings import say
from statement_compare.ui.stylesheet import larger_sheet
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.told import Told

_LEAST_WIDTH = 220
_WIDEST = 1.5


class FindingsPanel(QWidget):
    """Shows a comparison's findings. `link_chosen(int)` and `unanswered_chosen(Unanswered)` say what was picked."""

    link_chosen = Signal(int)
    unanswered_chosen = Signal(object)
    came_to = Signal(object)
    """The keyboard came to a list: the link, `Unanswered` or row of facts that is chosen in it."""
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
        self._told = Told()
        self._waiting: str | None = None
        self._side: Side | None = None
        self._is_following = False
        self._current: int | None = None
        self._held_top: int | None = None
        self._model = FindingsModel(self)

        self._verdicts = VerdictChips()
        self._sides = SideChips()
        self._verdicts.pressed.connect(self._take_filter)
        self._sides.pressed.connect(self._take_side)
        self._build_lists()
        self.filter_line = FilterLine()
        self.filter_line.cleared.connect(self._show_all)
        self._foot = FilterRow()
        self._foot.changed.connect(self._take_filter)
        self._foot.left.connect(self.focus_list)
        self.denied = Denied()
        self.facts = FactsPage(theme)
        self.facts.picked.connect(self.picked)
        self.facts.entered_text.connect(self.entered_text)
        self.facts.table.came_to.connect(self._come_to)
        self._arrange()
        self.set_comparison(None)
        self.fit_width()

    def _build_lists(self) -> None:
        self.findings_list = CardList(self._theme)
        self._told.put(self.findings_list.setAccessibleName, "findings.title")
        self.findings_list.setUniformItemSizes(True)  # so that ten thousand cards need to be measured once
        self.findings_list.setModel(self._model)
        self.findings_list.picked.connect(self._pick_link)
        self.findings_list.selectionModel().currentChanged.connect(self._follow)
        self.unanswered_list = UnansweredList(self._theme)
        self._told.put(self.unanswered_list.setAccessibleName, "action.unanswered")
        self.unanswered_list.picked.connect(self._pick_unanswered)
        self.unanswered_list.chosen.connect(self.unanswered_chosen)
        for cards in (self.findings_list, self.unanswered_list):
            cards.entered_text.connect(self.entered_text)
            cards.came_to.connect(self._come_to)

    def _arrange(self) -> None:
        self._lists = QStackedLayout()
        self._empty = EmptyList()
        self._empty.reset.connect(self._show_all)
        for page in (self.findings_list, self.unanswered_list, self._empty):
            self._lists.addWidget(page)
        findings = QWidget()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(findings)
        self._pages.addWidget(self.facts)
        column = QVBoxLayout(findings)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for chips in (self._verdicts, self._sides):  # no stack, which would be as high as the higher one
            column.addWidget(chips)
        self._sides.hide()
        column.addWidget(self.filter_line)
        column.addWidget(self.denied)
        column.addLayout(self._lists, 1)
        column.addWidget(self._foot)

    @property
    def shown(self) -> Filter:
        return self._model.shown

    @property
    def shows_unanswered(self) -> bool:
        return not self._sides.isHidden() and not self.shows_facts

    @property
    def shows_facts(self) -> bool:
        return self._pages.currentIndex() == 1

    def order(self) -> tuple[int, ...]:
        """Indexes of the links in the list, in its order."""
        return self._model.rows

    @property
    def order_to_go(self) -> tuple[int, ...]:
        """The same with the chosen one, which a decision has taken out of the list, at its former place."""
        current = self._current
        rows = self._model.rows
        if not self.shown.asks_for_decisions or current is None or not rows or current in rows:
            return rows
        shown = {*rows, current}
        return tuple(i for i in self._model.order if i in shown)

    def offer(self, actions: Sequence[QAction]) -> None:
        """What can be done with a card, for the menu that it opens."""
        for cards in (self.findings_list, self.unanswered_list, self.facts.table):
            cards.addActions(actions)
            cards.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.findings_list.set_theme(theme)
        self.unanswered_list.set_theme(theme)
        self.facts.set_theme(theme)
        self._write_chips()

    def retranslate(self) -> None:
        """Say everything in the present language; filter, choice and place in the lists stay.

        `say_waiting` says anew what stands there while there is no comparison, where it was ever said.
        """
        self._told.again()
        for part in (self.filter_line, self._foot, self.facts, self._empty):
            part.retranslate()
        self.fit_width()
        self._write_chips()
        self.denied.show_denials(self._comparison)
        self._show_page()
        for cards in (self.findings_list, self.unanswered_list):
            cards.viewport().update()

    def set_zoom(self, percent: int) -> None:
        """The type grows with that of the statements; it never gets smaller than usual."""
        share = interface_share(percent)
        if share == self._share:
            return
        self._share = share
        for cards in (self.findings_list, self.unanswered_list):
            cards.set_share(share)
        for chips in (self._verdicts, self._sides):
            chips.set_share(share)
        self.facts.set_share(share)
        self.setStyleSheet("" if share == 1 else larger_sheet(share))
        self.fit_width()
        self._prepare()

    def fit_width(self) -> None:
        """As wide as the row below the list needs in the present language, and as cards that say something need."""
        self.setMinimumWidth(max(scaled(_LEAST_WIDTH, min(self._share, _WIDEST)), self._foot.minimumSizeHint().width()))

    def set_comparison(
        self, comparison: Comparison | None, review: Review | None = None, *, keeps_filter: bool = False
    ) -> None:
        """Show another comparison, or more of the same one: then filter and place in the list stay."""
        self._held_top = self.findings_list.top_of_chosen() if keeps_filter else None
        self._comparison = comparison
        self._is_following = True
        self._model.keep(self._current if keeps_filter else None)
        self._model.set_comparison(comparison, review)
        self.unanswered_list.set_comparison(comparison)
        self._prepare()
        self._foot.offer_kinds(self._model.kinds(), keeps_chosen=keeps_filter)
        self._is_following = False
        self._foot.setVisible(comparison is not None)
        self.denied.show_denials(comparison)
        if keeps_filter:
            self._take_filter()
            self._take_side()
        else:
            self.reset_filter()
            self.facts.choose_filter(FactFilter())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._prepare()

    def _prepare(self) -> None:
        """Have ready, while nobody waits, what takes longer than a key may in a long text."""
        if self._comparison is not None:
            self.unanswered_list.prepare(self._comparison, self.width())

    def set_decisions(self, review: Review) -> None:
        """Other decisions on the same findings; those that do not pass the filter any more go."""
        self._held_top = self.findings_list.top_of_chosen()
        self._is_following = True
        self._model.keep(self._current)
        dismissed = frozenset() if self._model.review is None else self._model.review.dismissed
        are_others = self._model.set_decisions(review) or dismissed != review.dismissed
        self._is_following = False
        if are_others or self.shown.asks_for_decisions:  # the chosen one stays in sight, and is not counted any more
            self._write_chips()
        if are_others:
            self._show_page()

    def say_waiting(self, words: str) -> None:
        """What stands in place of the findings while there is no comparison."""
        self._waiting = words
        self._show_page()

    def set_current(self, link: int | None, *, scroll: bool = True) -> bool:
        """Choose the row of a link without saying so, and bring it into sight unless the list is to stay.

        What was decided of another one while it was chosen takes effect in the list now; whether rows have changed.
        """
        self._current = link
        bar = self.findings_list.verticalScrollBar()
        place = bar.value()
        self._is_following = True
        row = None if link is None else self._model.row_of(link)
        selection = self.findings_list.selectionModel()
        if row is None:
            selection.clear()
        else:
            index = self.findings_list.model().index(row, 0)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.findings_list.scrollTo(index)
            if not scroll:
                bar.setValue(place)
                self.findings_list.hold_chosen(self._held_top)
        self._held_top = None
        has_changed = self._let_others_go(link)
        self._is_following = False
        return has_changed

    def _let_others_go(self, link: int | None) -> bool:
        """Let findings go where they belong that only stayed in sight because they were chosen."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return False  # not from below the pointer, between the two clicks of a double one
        top = self.findings_list.top_of_chosen()
        has_changed = self._model.keep(link)
        if has_changed:
            self.findings_list.hold_chosen(top)
            self._show_page()
        return has_changed

    def show_facts(self, is_shown: bool) -> None:
        """Figures, dates and names in place of the findings, or the findings again."""
        self._pages.setCurrentIndex(int(is_shown))
        self._take_side()
        self._say_filter()  # above the sentences without an answer, which stood behind the facts

    def show_unanswered(self, is_shown: bool) -> None:
        self._verdicts.setVisible(not is_shown)
        self._sides.setVisible(is_shown)
        self._foot.show_kinds(not is_shown)
        self._take_side()
        self._say_filter()

    def _show_all(self) -> None:
        """All of the list in front: what filters the findings alone is not seen above the unanswered, and stays."""
        if not self.shows_unanswered:
            self.reset_filter()
            return
        self._sides.choose(None)
        self._foot.set_text("")
        self._take_filter()

    def reset_filter(self) -> None:
        self._verdicts.choose(None)
        self._sides.choose(None)
        self._foot.clear()
        self._take_filter()
        self._take_side()

    def set_filter(self, shown: Filter) -> None:
        self._verdicts.choose(next(iter(shown.verdicts), None))
        self._foot.set_kind(next(iter(shown.kinds), None))
        self._foot.set_mark(next(iter(shown.marks), None) or next(iter(shown.statuses), None))
        self._foot.set_text(shown.text)
        self._take_filter()

    def focus_list(self) -> None:
        """Go into the list; where nothing in it is chosen, its first row is."""
        if self.shows_facts:
            self.facts.focus_list()
            return
        page = self._lists.currentWidget()
        if not isinstance(page, CardList):
            self._foot.focus_words()
            return
        if not page.selectionModel().hasSelection():
            page.choose_row(0)
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _write_chips(self) -> None:
        self._verdicts.write(self._model.counts(), self._theme)
        self._sides.write(self.unanswered_list.found)

    def _say_filter(self) -> None:
        """Above the sentences without an answer, their words alone: nothing else of the filter is about them."""
        shown = self._model.shown
        if self.shows_unanswered:
            self.filter_line.say_filter(Filter(text=shown.text), is_of_findings=False)
        else:
            self.filter_line.say_filter(shown)

    def _take_filter(self) -> None:
        verdicts = frozenset(verdict for verdict in Verdict if self._verdicts.is_chosen(verdict))
        shown = Filter(verdicts, self._foot.kinds, self._foot.text, self._foot.marks, self._foot.statuses)
        has_changed = shown != self._model.shown
        self._is_following = True
        self._model.set_filter(shown)
        self._is_following = False
        if self.shows_unanswered:
            self._take_side()
        self._write_chips()
        self._say_filter()
        self._show_page()
        if has_changed:
            self.filter_changed.emit(shown)

    def _take_side(self) -> None:
        self._side = next((side for side in Side if self._sides.is_chosen(side)), None)
        self.unanswered_list.set_shown(self._side, self._foot.text if self.shows_unanswered else "")
        self._show_page()
        self._sides.write(self.unanswered_list.found)

    def _show_page(self) -> None:
        if self._comparison is None:
            waiting = say("findings.waiting") if self._waiting is None else self._waiting
            self._say_nothing(waiting, can_reset=False)
        elif self.shows_unanswered:
            if self.unanswered_list.rows:
                self._bring(self.unanswered_list)
            elif self.unanswered_list.has_hidden:
                self._say_nothing(say("findings.unanswered_filtered"), can_reset=True)
            else:
                self._say_nothing(say("findings.unanswered_none"), can_reset=False)
        elif self._model.rowCount():
            self._bring(self.findings_list)
        elif self._model.order:
            self._say_nothing(say("findings.filtered"), can_reset=True)
        else:
            self._say_nothing(say("findings.none"), can_reset=False)

    def _bring(self, cards: CardList) -> None:
        """Show a list. Where the keyboard comes along, Qt goes to its first row, which is nobody's choice."""
        was_following, self._is_following = self._is_following, True
        self._lists.setCurrentWidget(cards)
        self._is_following = was_following

    def _say_nothing(self, words: str, *, can_reset: bool) -> None:
        self._empty.say(words, can_reset=can_reset)
        self._lists.setCurrentIndex(2)

    def _follow(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_following and current.isValid():
            self.link_chosen.emit(int(current.data(Roles.KEY)))

    def _come_to(self, index: QModelIndex) -> None:
        if not self._is_following:
            self.came_to.emit(index.data(Roles.KEY))

    def _pick_link(self, index: QModelIndex) -> None:
        self.link_chosen.emit(int(index.data(Roles.KEY)))
        self.picked.emit()

    def _pick_unanswered(self, index: QModelIndex) -> None:
        self.unanswered_chosen.emit(index.data(Roles.KEY))
        self.picked.emit()
