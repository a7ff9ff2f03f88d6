"""What the parts of the window show of the document's state, and what a person looks at beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from statement_compare.engine.fact_rows import Row
from statement_compare.engine.model import Link, Side, Verdict
from statement_compare.session.query import dismissed_in
from statement_compare.session.recent import Pair
from statement_compare.ui import state_queries as ask
from statement_compare.ui.actions import first_keys
from statement_compare.ui.compare.sight import ScrollState
from statement_compare.ui.counts_shown import CountsShown
from statement_compare.ui.document import Document, State
from statement_compare.ui.facts_shown import FactsShown
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.frame import Frame
from statement_compare.ui.memory import Memory
from statement_compare.ui.news import News
from statement_compare.ui.parts import Parts
from statement_compare.ui.place_shown import PlaceShown
from statement_compare.ui.progress_shown import ProgressShown
from statement_compare.ui.reason_shown import Beside, ReasonShown
from statement_compare.ui.sides import Sides
from statement_compare.ui.text_search import TextSearch
from statement_compare.ui.theme import Theme
from statement_compare.ui.why_asked import Why


class Presenter(QObject):
    """Shows each state in the parts, and takes what is chosen in them.

    `link_chosen` is the wish for another finding; `counted` says that there may be another number of findings now,
    `reason_shown` that another sentence or finding may be looked at, `retold` that another language is spoken.
    """

    link_chosen, counted, reason_shown, retold = Signal(int), Signal(), Signal(), Signal()

    def __init__(
        self,
        parts: Parts,
        frame: Frame,
        actions: Mapping[str, QAction],
        document: Document,
        memory: Memory,
        theme: Theme,
    ) -> None:
        super().__init__(frame)
        self.parts = parts
        self.actions = actions
        self.search = TextSearch(parts)
        self.theme = theme
        self._frame = frame
        self._document = document
        self._memory = memory
        self._sides = Sides(parts.page, parts.status.say)
        self._progress = ProgressShown(parts, actions["stop"])
        self._news = News(parts, actions, self._progress)
        self._beside: Beside = None
        self._place = PlaceShown(parts)
        self._counts = CountsShown(parts)
        self.facts = FactsShown(parts, self)
        self.facts.made.connect(self._take_facts)
        self.reason = ReasonShown(parts.inspector)
        self._reopened: Pair | None = None
        self._kept_in = ""
        self._is_filtered_out = False

    # What is open, and where a person is in it

    def side_for_text(self) -> Side:
        """Where pasted text goes: to the side that has the focus if it is empty, to another empty one, or there."""
        focused = self.parts.page.focused_side
        sides = sorted(Side, key=lambda side: side is not focused)
        return next((side for side in sides if self._document.state.side(side).origin.is_empty), focused)

    def reopen(self, pair: Pair) -> None:
        """A pair is going to be opened that is to be shown where it was left."""
        self._reopened = pair

    def present_pair(self) -> Pair:
        """What is open, with the place where a person is in it."""
        return self._pair_in(self._document.state)

    def _pair_in(self, state: State) -> Pair:
        pair = ask.bare_pair(state)
        waiting = self._reopened
        if waiting is not None and waiting.texts == pair.texts:  # its place is not shown yet, and must not be lost
            return replace(pair, scroll=waiting.scroll, finding=waiting.finding)
        current = state.current
        return replace(pair, scroll=self.parts.page.scroll_state().text, finding=-1 if current is None else current)

    def keep_place(self) -> None:
        """Remember what is open and where it is scrolled to."""
        self._memory.keep_pair(self.present_pair())

    def show_hint(self) -> None:
        """Say anew what must not be overlooked: saving has changed it."""
        self._news.show_hint(self._document.state, self._keys_again)

    @property
    def unanswered(self) -> Unanswered | None:
        """The sentence that is shown in place of a finding."""
        return self._beside if isinstance(self._beside, Unanswered) else None

    @property
    def why(self) -> Why | None:
        """Two sentences of which it is said why they are no pair, in place of a finding."""
        return self._beside if isinstance(self._beside, Why) else None

    @property
    def _fact(self) -> Row | None:
        """The figure, date or name that is shown in place of a finding."""
        return self._beside if isinstance(self._beside, Row) else None

    def show_list(self, *, unanswered: bool = False, facts: bool = False) -> None:
        """Bring the list of findings, of unanswered sentences or of facts to the front and go into it."""
        self._show_list(unanswered=unanswered, facts=facts)
        if facts:
            self.facts.want(self._document.state)
        if not (unanswered or facts):
            was_elsewhere, self._beside = self._beside is not None, None
            self._show_reason(self._document.state)
            self._show_place(self._document.state)
            # Whoever was at a sentence elsewhere comes back to the finding that stands below the texts then.
            self.parts.page.choose_link(self._document.state.current, scroll=was_elsewhere)
        if self._frame.is_narrow(self._frame.window().width()):
            self._frame.open_drawer(self.parts.bar.findings_button)
        elif not self._memory.settings.findings_shown:
            self.actions["findings"].trigger()
        self.parts.panel.focus_list()

    def _show_list(self, *, unanswered: bool = False, facts: bool = False) -> None:
        self.actions["unanswered"].setChecked(unanswered)
        self.actions["facts"].setChecked(facts)
        self.parts.panel.show_unanswered(unanswered)
        self.parts.panel.show_facts(facts)

    def back_to_findings(self) -> None:
        """Show the findings again in the list, before one of them is gone to; the keyboard stays where it is."""
        if self.parts.panel.shows_unanswered or self.parts.panel.shows_facts:
            self._show_list()

    def show_chosen_again(self) -> None:
        """Bring what is chosen back into sight, once the texts have another width."""
        if self._beside is None:
            self.parts.page.show_chosen()
        self._mark_beside(scroll=True)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for part in (self.parts.bar, self.parts.panel, self.parts.page, self.parts.inspector):
            part.set_theme(theme)
        state = self._document.state
        self._show_reason(state)
        self._show_counts(state)

    def retranslate(self) -> None:
        """Say all that the parts show in the present language; what is open, chosen, filtered and typed stays."""
        state = self._document.state
        for part in (self.parts.bar, self.parts.panel, self.parts.page, self.parts.inspector, self.parts.status):
            part.retranslate()
        self._sides.retranslate(state)
        self._progress.retranslate(state)
        self.search.say_found()
        self._show_reason(state)
        self._show_place(state)
        self._show_counts(state)
        self._news.retranslate(state, self._keys_again)
        self.retold.emit()

    def show_progress(self, lane: str, stage: str, done: int, total: int) -> None:
        """What the worker tells of a piece of work."""
        self._progress.take(lane, stage, done, total, is_refining=self._document.state.is_refining)

    # Showing

    def show_state(self, before: State, after: State, *, is_first: bool = False) -> None:
        """Show what another state has changed; `is_first` shows all of it."""
        is_other_pair = (before.left.origin, before.right.origin) != (after.left.origin, after.right.origin)
        if is_other_pair and before.comparison is not None:
            self._memory.keep_pair(self._pair_in(before))  # the page still shows it, where it was left
        for side in Side:
            if is_first or before.side(side) != after.side(side):
                self._sides.show(side, after)
        self._progress.take_state(before, after)
        if is_other_pair and after.comparison is not None:  # it was put back
            self._reopened = self._memory.known(ask.bare_pair(after))
        if before.comparison is not after.comparison or is_first:
            self._show_comparison(after, is_more=ask.is_more_of(before, after))
        is_looked_at = self.unanswered is not None and ask.is_edited_beside(before, after)
        if (before.is_refining or is_looked_at) and before.comparison is not after.comparison is not None:
            self._show_refined(after)
        elif before.comparison is not after.comparison:
            self._show_current(after, is_arriving=True)
        else:
            if before.review is not after.review:
                self._show_decisions(before, after)
            if before.current != after.current:  # undoing leads to what it changes
                self._show_current(after, is_arriving=False)
            elif before.review is not after.review:
                self._show_reason(after)
        self._news.show(before, after, self._keys_again)
        if is_first or before.is_comparing != after.is_comparing:
            self._show_reason(after)
        self._news.name_actions(after)
        kept_in = ask.file_of(after)
        if is_other_pair or (kept_in and kept_in != self._kept_in):  # the first edit: whatever happens, it is found
            self._memory.keep_pair(self.present_pair())
        self._kept_in = kept_in

    def _show_comparison(self, state: State, *, is_more: bool) -> None:
        """`is_more`: there is more of a comparison that was shown in part, or better of one that was shown whole."""
        comparison = state.comparison
        self.parts.panel.set_comparison(comparison, state.review, keeps_filter=is_more)
        self.parts.page.set_comparison(comparison, ask.links_by_hand(state.review))
        if comparison is not None:
            self._sides.take(comparison)
        if not is_more:
            self._beside = None
            self._show_list()
            self.search.look_again()
        self._show_filtered(scroll=False)
        self.facts.want(state)
        self._show_counts(state)

    def _take_facts(self) -> None:
        """There are other facts: one that is none any more is not shown any more."""
        if self._fact is not None and not self.parts.panel.facts.place_of(self._fact):
            self._beside = None
            self._show_reason(self._document.state)
        self._show_place(self._document.state)

    def _show_decisions(self, before: State, state: State) -> None:
        """Decisions have changed, and no verdict and no link with them; what is below the texts is told by itself."""
        if state.review is None:
            return
        self.parts.panel.set_decisions(state.review)
        self._show_filtered(scroll=False)
        self._counts.show_decisions(before, state, self.theme)

    @property
    def finding_in_hand(self) -> Link | None:
        """The finding below the texts, which decisions are on; None where a sentence without one is shown, or none."""
        return None if self._beside is not None or self._is_filtered_out else self._document.state.chosen

    def _show_current(self, state: State, *, is_arriving: bool) -> None:
        """Where a comparison has just arrived, its first contradiction is brought to sight and nothing else."""
        if self.parts.panel.set_current(state.current):
            self._fade()
        waiting = self._reopened
        is_whole = state.comparison is not None and not state.is_partial
        if is_whole:
            self._reopened = None
        if waiting is not None and is_whole and waiting.texts == self._pair_in(state).texts:
            self.parts.page.choose_link(state.current, scroll=False)
            self.parts.page.restore_scroll_state(ScrollState.read(waiting.scroll))
        elif self.parts.page.chosen_link != state.current:  # a click in the page has shown it already
            # What comes first is chosen by nobody, and scrolls nothing unless it is a contradiction.
            is_wanted = state.current is not None and state.current != next(iter(self.parts.panel.order()), None)
            self.parts.page.choose_link(
                state.current, scroll=not is_arriving or is_wanted or ask.is_contradiction(state)
            )
        self._is_filtered_out = False
        if state.current is not None:
            self._beside = None
        self._show_reason(state)
        self._show_place(state)

    def _show_refined(self, state: State) -> None:
        """Other verdicts came, or a sentence in no finding was edited: what is looked at stays where it is."""
        self.parts.panel.set_current(state.current, scroll=False)
        row = self.unanswered
        if row is not None:
            self.parts.panel.unanswered_list.set_row(row)
            if state.comparison is not None and not ask.is_alone(state.comparison, row.side, row.sentence):
                self._beside = None  # it is taken up after all
        self._mark_beside(scroll=False)
        if self._beside is None and self.parts.page.chosen_link != state.current:
            self.parts.page.choose_link(state.current, scroll=False)
        self._show_reason(state)
        self._show_place(state)

    def _show_reason(self, state: State) -> None:
        self.reason.show(state, self._beside, is_filtered_out=self._is_filtered_out, keys_again=self._keys_again)
        self.reason_shown.emit()

    def chosen_sentences(self) -> tuple[Mapping[Side, tuple[int, ...]], Verdict | None]:
        """The sentences that a person looks at, by side, and the verdict of the finding that they are in, if any."""
        return ask.looked_at(self._document.state, self._beside)

    def _show_place(self, state: State) -> None:
        self._place.show(state, self._beside)

    @property
    def _keys_again(self) -> str:
        return first_keys(self.actions["compare_again"])

    def _show_counts(self, state: State) -> None:
        self._counts.show(state, self.theme)
        self.counted.emit()

    # What a person chooses

    def choose(self, link: int) -> None:
        """A finding, in the list or in a text."""
        self._beside, self._is_filtered_out = None, False
        self.search.settle()
        if self._document.state.current == link:
            self._show_reason(self._document.state)
            self._show_place(self._document.state)
            self.parts.page.choose_link(link)
        self.link_chosen.emit(link)

    def choose_unanswered(self, row: Unanswered) -> None:
        """A sentence in the list of the unanswered."""
        self._look_at(row)

    def choose_fact(self, row: Row) -> None:
        """A figure, date or name in the list."""
        self._look_at(row)

    def come_to(self, chosen: int | Unanswered | Row) -> None:
        """The keyboard came to a list: what is chosen in it is looked at, whatever was in the texts meanwhile."""
        if not isinstance(chosen, int):
            self._look_at(chosen, scroll=chosen != self._beside)
        elif self._beside is not None or self.parts.page.chosen_link != chosen:
            self.choose(chosen)

    def show_why(self, why: Why, *, scroll: bool = True) -> None:
        """Why two sentences are no pair, in place of a finding."""
        self._look_at(why, scroll=scroll)

    def _look_at(self, beside: Unanswered | Row | Why, *, scroll: bool = True) -> None:
        self._beside = beside
        self.search.settle()
        self._show_reason(self._document.state)
        self._show_place(self._document.state)
        self._mark_beside(scroll=scroll)

    def _mark_beside(self, *, scroll: bool) -> None:
        """Outline in the texts what is shown in place of a finding."""
        match self._beside:
            case Row() as row:
                self.facts.mark(row, scroll=scroll)
            case Why():
                ids, _ = self.chosen_sentences()
                self.parts.page.choose_places(ids, dict.fromkeys(Side), scroll=scroll)
            case Unanswered(side, sentence):
                self.parts.page.choose_sentence(side, sentence, scroll=scroll)

    def choose_sentence(self, side: Side, sentence: int) -> None:
        """A sentence of a text was chosen: where it is in no link, that is what is told of it."""
        state = self._document.state
        if state.comparison is None or state.is_partial or not ask.is_alone(state.comparison, side, sentence):
            return  # what has a link is told by `link_chosen`, and of a part nobody knows what stays unanswered
        self._beside = row = Unanswered(side, sentence)
        self.search.settle()
        self.parts.panel.unanswered_list.set_row(row)
        self._show_reason(state)
        self._show_place(state)
        self.parts.page.outline_sentence(side, sentence)

    def filter(self, _shown: object) -> None:
        """The list was filtered in another way."""
        self._show_filtered(scroll=True)

    def _fade(self) -> None:
        """Fade in the texts what the list leaves out, or has at its end."""
        order = self.parts.panel.order()
        comparison, review = self._document.state.comparison, self._document.state.review
        dismissed = frozenset() if comparison is None else dismissed_in(comparison, review)
        is_all = comparison is None or len(order) == len(comparison.links)
        self.parts.page.set_filter(None if is_all and not dismissed else frozenset(order) - dismissed)

    def _show_filtered(self, *, scroll: bool) -> None:
        """Fade what the list leaves out; `scroll` brings the chosen finding into sight in it."""
        self._fade()
        order = self.parts.panel.order()
        current = self._document.state.current
        self.parts.panel.set_current(current, scroll=scroll)
        self._show_place(self._document.state)
        # A filter takes what it leaves out from below the texts as well; a person may choose it there again.
        was_out, is_trying = self._is_filtered_out, self.parts.inspector.is_trying
        self._is_filtered_out = current is not None and current not in order and (scroll or was_out) and not is_trying
        if was_out != self._is_filtered_out and self._beside is None:
            self._show_reason(self._document.state)
