"""The two texts with everything between and beside them: values in, intentions out.

Values: `set_statement`, `set_comparison`, `set_filter`, `set_theme`, `retranslate`, `set_zoom`, `set_sync`,
`set_overview`, `set_keys`, `set_problem`, `set_hint`, `set_busy`, `choose_link`, `choose_sentence`, `set_find`.
Intentions are the signals of `ComparePage`. The page opens no file and changes no comparison.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from statement_compare.engine.model import Comparison, Link, Side, Span, Statement
from statement_compare.session.few_changes import few_changes
from statement_compare.ui.compare import access, words
from statement_compare.ui.compare.arrangement import arrange
from statement_compare.ui.compare.busy import BusyLine
from statement_compare.ui.compare.choice import Choice
from statement_compare.ui.compare.ends import Ends
from statement_compare.ui.compare.gutter import Gutter
from statement_compare.ui.compare.header import Header
from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.compare.marks import Marks, differs_in_verdicts_alone
from statement_compare.ui.compare.notice import Notice
from statement_compare.ui.compare.overview import Overview
from statement_compare.ui.compare.pane import Pane
from statement_compare.ui.compare.picked import Picked
from statement_compare.ui.compare.route import Curve, Router
from statement_compare.ui.compare.search import Search, Searched
from statement_compare.ui.compare.setting import Setting
from statement_compare.ui.compare.sight import ScrollState, Sight
from statement_compare.ui.compare.together import Together, other
from statement_compare.ui.compare.tracks import Tracks
from statement_compare.ui.strings import say
from statement_compare.ui.theme import Theme

SMALLEST_ZOOM = 50
LARGEST_ZOOM = 400


class ComparePage(Searched, Picked, QWidget):
    """Left text, curves, right text, overview."""

    link_chosen = Signal(int)
    """A person chose a link by its sentence or its curve. Not emitted by `choose_link`."""
    sentence_chosen = Signal(Side, int)
    """A person clicked a sentence, linked or not (before `link_chosen`, where it is linked)."""
    link_activated = Signal(int)
    """Return was pressed on a linked sentence."""
    menu_requested = Signal(Side, int, QPoint)
    """Context menu: side, sentence or -1, global position."""
    hits_counted = Signal()
    """All places of the searched words are found."""
    header_menu_requested = Signal(Side, QPoint)
    """The line above a side was clicked."""
    open_requested = Signal(Side)
    """An empty side was clicked."""
    files_dropped = Signal(Side, list)
    """list[Path], at least one; several fill both sides."""
    text_dropped = Signal(Side, str)
    """Text dropped or pasted on a side."""
    picks_changed = Signal()
    """Other sentences are picked for linking."""
    cancel_requested = Signal()
    offer_taken = Signal()
    """The button beside the hint was pressed."""
    side_focused = Signal(Side)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = Inks(theme)
        self._setting = Setting()
        self._statements: dict[Side, Statement | None] = {Side.LEFT: None, Side.RIGHT: None}
        self._comparison: Comparison | None = None
        self._shown: frozenset[int] | None = None
        self._ends = Ends()
        self._router = Router(self._ends)
        self._focus = Side.LEFT
        access.install()
        self._build()

    def _build(self) -> None:
        inks, setting = self._inks, self._setting
        self._panes = {side: Pane(side, setting, inks, self) for side in Side}
        self._together = Together(self._panes)
        self._sight = Sight(self._panes, self._together)
        self._tracks = Tracks(self._panes)
        self._search = Search(self._panes, self.hits_counted.emit, self)
        self._headers = {side: Header(inks, self) for side in Side}
        self._gutter = Gutter(inks, self._curves, self)
        self._overview = Overview(inks, self._tracks.both, self)
        self._line = BusyLine(inks, self)
        self._choice = Choice(self._panes, self._gutter, self._sight, self)
        arrange(self, self._headers, self._panes, self._gutter, self._overview, self._line)
        for side in Side:
            self._connect(side)
        self._gutter.link_clicked.connect(self._choice.take_curve)
        self._gutter.link_hovered.connect(self._choice.hover)
        self._choice.link_chosen.connect(self.link_chosen)
        self._choice.sentence_chosen.connect(self.sentence_chosen)
        self._choice.link_activated.connect(self.link_activated)
        self._overview.scroll_requested.connect(lambda side, place: self._panes[side].scroll_to_share(place))
        self._line.cancel_requested.connect(self.cancel_requested)
        self._line.offer_taken.connect(self.offer_taken)
        self.setFocusProxy(self._panes[Side.LEFT])

    def _connect(self, side: Side) -> None:
        pane = self._panes[side]
        pane.sentence_clicked.connect(lambda sentence: self._on_sentence(side, sentence))
        pane.sentence_picked.connect(lambda sentence: self.toggle_pick(side, sentence))
        pane.sentence_activated.connect(lambda sentence: self._choice.activate(side, sentence))
        pane.sentence_hovered.connect(lambda sentence: self._choice.hover_sentence(side, sentence))
        pane.menu_requested.connect(lambda sentence, point: self.menu_requested.emit(side, sentence, point))
        pane.open_requested.connect(lambda: self.open_requested.emit(side))
        pane.files_dropped.connect(lambda paths: self.files_dropped.emit(side, paths))
        pane.text_dropped.connect(lambda text: self.text_dropped.emit(side, text))
        pane.scrolled.connect(lambda former: self._together.follow(side, former))
        pane.moved.connect(lambda: self._on_moved(side))
        pane.keyboard_came.connect(self._headers[side].set_keyboard)
        pane.focused.connect(lambda: self._on_focus(side))
        self._headers[side].menu_requested.connect(lambda point: self.header_menu_requested.emit(side, point))

    # Values in

    @property
    def comparison(self) -> Comparison | None:
        return self._comparison

    @property
    def chosen_link(self) -> int | None:
        return self._choice.index

    @property
    def focused_side(self) -> Side:
        """The side that had the keyboard last."""
        return self._focus

    def pane(self, side: Side) -> Pane:
        return self._panes[side]

    def link_of(self, side: Side, sentence: int) -> int | None:
        """The link of a sentence: the chosen one where it is one of several; -1 is no sentence."""
        links = self._panes[side].column.marks[sentence].links if self._comparison and sentence >= 0 else ()
        return self._choice.index if self._choice.index in links else next(iter(links), None)

    def set_statement(self, side: Side, statement: Statement | None) -> None:
        """Show one side's text without a comparison, or nothing. Ends the comparison that is shown."""
        self._end_comparison()
        self._put(side, statement, None)
        self._refresh()

    def set_comparison(self, comparison: Comparison | None, by_hand: frozenset[int] = frozenset()) -> None:
        """Show a comparison, whole or in part. A text that is shown already keeps its scroll position.

        None takes the links away and leaves the texts. The chosen link stays chosen where it is the same link.
        `by_hand` are the indexes of the links that a person made.
        """
        self._gutter.set_by_hand(by_hand)
        if comparison is None:
            self._end_comparison()
            self._refresh()
            return
        former, self._comparison = self._comparison, comparison
        changes = None if former is None else few_changes(former.links, comparison.links)
        if former is not None and differs_in_verdicts_alone(former, comparison, changes):
            self._show_verdicts(comparison)
            return
        self._ends = Ends.of(comparison.links) if changes is None else self._ends.after(changes, comparison.links)
        with self._together.apart():  # no anchor is right until both texts are there
            self._show_text(Side.LEFT, comparison.left)
            self._show_text(Side.RIGHT, comparison.right)
        self._router = Router(self._ends)
        self._together.set_ends(self._ends)
        self._choice.set_links(comparison.links)
        self._refresh()

    def _show_verdicts(self, comparison: Comparison) -> None:
        """Other verdicts on the links that are shown: nothing has moved."""
        for pane in self._panes.values():
            pane.set_marks(pane.column.marks.judged_anew(comparison))
        self._choice.set_links(comparison.links)
        self._gutter.set_links(comparison.links, self._shown)
        self._choice.show()
        self._overview.set_links(comparison.links)

    def set_filter(self, shown: frozenset[int] | None) -> None:
        """The indexes of the links that a filter lets through; the others fade. None shows all."""
        if shown == self._shown:
            return
        self._shown = shown
        if self._comparison is not None:
            for side in Side:
                statement = self._statements[side]
                if statement is not None:
                    self._panes[side].set_marks(Marks(side, statement, self._comparison, shown, self._ends))
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._inks = Inks(theme)
        for side in Side:
            self._panes[side].set_inks(self._inks)
            self._headers[side].set_inks(self._inks)
        for view in (self._gutter, self._overview, self._line):
            view.set_inks(self._inks)

    def retranslate(self) -> None:
        left, right = self._panes[Side.LEFT], self._panes[Side.RIGHT]
        for part in (left, right, self._gutter, self._overview, self._line):
            part.retranslate()

    def set_zoom(self, percent: int) -> None:
        """The size of the statements' type, from `SMALLEST_ZOOM` to `LARGEST_ZOOM` per cent."""
        percent = min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM)
        if percent == self._setting.zoom_percent:
            return
        self._setting = Setting(percent)
        with self._together.apart():
            for side in Side:
                self._panes[side].set_setting(self._setting)
        self._overview.refresh_soon()

    def set_sync(self, is_synced: bool) -> None:
        """Whether scrolling one side scrolls the other."""
        self._together.is_locked = is_synced

    def set_hidden_shown(self, is_shown: bool) -> None:
        """Whether characters that show nothing or turn directions are written by their numbers."""
        with self._together.apart():
            for side in Side:
                self._panes[side].set_hidden_shown(is_shown)
        self._overview.refresh_soon()

    def set_overview(self, is_visible: bool) -> None:
        self._overview.setVisible(is_visible)

    def set_problem(self, side: Side, text: str, title: str = "") -> None:
        """Say in the page why a side cannot be shown; "" takes it back to the empty page."""
        if not text:
            self.set_statement(side, None)
            return
        self._end_comparison()
        self._put(side, None, None)
        self._panes[side].set_problem(Notice(title or say("error.title"), text))
        self._refresh()

    def set_waiting(self, side: Side, text: str) -> None:
        """Say on a side that has no text yet what is being done to get it."""
        self._end_comparison()
        self._put(side, None, None)
        self._panes[side].set_waiting(Notice("", text))
        self._refresh()

    def set_keys(self, open_keys: Mapping[Side, str], paste_keys: str) -> None:
        """The keys that an empty side names for opening a file and for pasting, as they are written; "" for none."""
        for side in Side:
            self._panes[side].set_empty_text(words.empty_text(open_keys[side], paste_keys))

    def set_hint(self, text: str, offer: str = "") -> None:
        """A quiet line below the texts; "" for none. Progress has precedence. `offer` names a button beside it."""
        self._line.set_hint(text, offer)

    def set_busy(self, side: Side | None, text: str, fraction: float | None = None) -> None:
        """What is being done with a side, or with both (None), and how far it is (0 to 1); no text when it is done."""
        if side is not None:
            self._headers[side].set_busy(text, fraction)
        self._line.set_work(side, text, fraction)

    def set_title(self, side: Side, title: str, details: str, file: str = "") -> None:
        """Other words above a side than those of its source; `file` is the file's name where `details` has it."""
        self._headers[side].set_words(title, details, file)

    def choose_link(self, index: int | None, *, scroll: bool = True) -> None:
        """Outline a link on both sides and, with `scroll`, bring it into sight and let it light up."""
        self._choice.choose(index, scroll=scroll)

    def show_chosen(self) -> None:
        """Bring what is chosen back into sight, after the texts were laid out anew."""
        self._choice.bring_into_sight()

    def choose_sentence(self, side: Side, sentence: int, *, scroll: bool = True) -> None:
        """Put the keyboard's place on a sentence; without a link it is outlined in soft ink."""
        self._choice.choose_sentence(side, sentence, scroll=scroll)
        self.turn_to(side)

    def choose_places(
        self, ids: Mapping[Side, tuple[int, ...]], words: Mapping[Side, Span | None], *, scroll: bool = True
    ) -> None:
        """Outline sentences of both sides that are no link, and select the words that matter in them."""
        self._choice.choose_places(ids, words, scroll=scroll)
        self.turn_to(*(side for side in Side if ids[side]))

    def outline_sentence(self, side: Side, sentence: int) -> None:
        """Outline a sentence without a link, and no link; where the keyboard is stays as it is."""
        self._choice.outline_sentence(side, sentence)

    def focus_side(self, side: Side) -> None:
        self._panes[side].setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = side

    def focus_other_side(self) -> None:
        """The other side gets the keyboard, at the sentence that the chosen link has there."""
        side = other(self._focus)
        link = self._choice.link
        if link is not None:
            ids = link.left if side == Side.LEFT else link.right
            if ids:
                self._panes[side].set_cursor(ids[0])
                self._panes[side].show_sentence(ids[0])
        self.focus_side(side)

    # Scroll position

    def scroll_state(self) -> ScrollState:
        return self._sight.scroll_state()

    def restore_scroll_state(self, state: ScrollState) -> None:
        self._sight.restore(state)

    # Showing

    def _links(self) -> Sequence[Link]:
        return self._comparison.links if self._comparison is not None else ()

    def _show_text(self, side: Side, statement: Statement) -> None:
        """Show a text of the comparison; one that is shown already, cut in whatever way, stays at its place."""
        pane, former = self._panes[side], self._statements[side]
        marks = Marks(side, statement, self._comparison, self._shown, self._ends)
        if statement == former and pane.notice is None:
            self._statements[side] = statement
            pane.set_marks(marks)
            return
        is_same_text = former is not None and former.source.text == statement.source.text
        position = pane.position() if is_same_text else 0.0
        self._put(side, statement, marks)
        pane.restore(position)

    def _put(self, side: Side, statement: Statement | None, marks: Marks | None) -> None:
        self._statements[side] = statement
        self._panes[side].set_statement(statement, marks)
        self._headers[side].show_statement(statement)

    def _end_comparison(self) -> None:
        if self._comparison is None:
            return
        self._comparison = None
        self._choice.set_links(())
        self._ends = Ends()
        self._router = Router(self._ends)
        self._together.set_ends(self._ends)
        for side, statement in self._statements.items():
            if statement is not None and self._panes[side].notice is None:
                self._panes[side].set_marks(Marks(side, statement))

    def _refresh(self) -> None:
        self._gutter.set_links(self._links(), self._shown)
        self._choice.show()
        self._search.look_again()
        self._tracks.collect(self._ends, self._shown)
        self._overview.set_links(self._links())

    def _curves(self) -> Sequence[Curve]:
        left, right = self._panes[Side.LEFT], self._panes[Side.RIGHT]
        left_seen, right_seen = left.visible_sentences(), right.visible_sentences()
        if self._comparison is None or left_seen is None or right_seen is None:
            return ()
        top = self._headers[Side.LEFT].height()
        return self._router.curves(
            left_seen,
            right_seen,
            lambda sentence: left.sentence_screen_y(sentence) + top,
            lambda sentence: right.sentence_screen_y(sentence) + top,
            always=self._choice.index,
        )

    # Intentions out

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Over the curves, the lines above the texts and the overview, the wheel scrolls as over a text."""
        self._panes[self._focus].wheelEvent(event)

    def _on_moved(self, side: Side) -> None:
        pane = self._panes[side]
        self._gutter.update()
        self._headers[side].set_indent(pane.column.left - 4)
        self._overview.set_window(side, *pane.seen)
        self._overview.refresh_soon()

    def _on_focus(self, side: Side) -> None:
        self._focus = side
        self.side_focused.emit(side)

    def _on_sentence(self, side: Side, sentence: int) -> None:
        self._focus = side
        self._choice.take_sentence(side, sentence)
