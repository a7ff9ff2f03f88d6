"""The list of figures, dates and names while a person looks at it: when it has to be made, and what of it is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.fact_rows import Row
from statement_compare.engine.model import Comparison, Side
from statement_compare.errors import StatementCompareError
from statement_compare.ui.document import State
from statement_compare.ui.facts_ledger import has_the_same_facts
from statement_compare.ui.findings.facts_model import fact_places, fact_sentences
from statement_compare.ui.parts import Parts


class FactsShown(QObject):
    """`wanted(comparison)` asks for the rows of a comparison, which `take` answers; `unwanted` that none are needed.

    `made` says that there are other rows now.
    """

    wanted = Signal(object)
    unwanted = Signal()
    made = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = parts.panel
        self._page = parts.page
        self._of: Comparison | None = None

    def want(self, state: State) -> None:
        """Ask for the facts of what is open, where they are looked at and are not those that are there or asked for."""
        made, comparison = self._of, state.comparison
        if made is not None and comparison is not None and has_the_same_facts(made, comparison):
            return
        shown = self._panel.facts.model.comparison
        texts = None if comparison is None else (comparison.left, comparison.right)
        if shown is not None and (shown.left, shown.right) != texts:
            self._panel.facts.set_rows(None, ())  # else what is there stays until there is better
        self._of = None
        if comparison is None or state.is_partial:
            self.unwanted.emit()
        elif self._panel.shows_facts:
            self._of = comparison
            self._panel.facts.say_waiting()
            self.wanted.emit(comparison)

    def take(self, comparison: Comparison, rows: tuple[Row, ...]) -> None:
        """The facts that were asked for; the keyboard, which waits for them in the list, goes to the first."""
        if comparison is not self._of:
            return
        facts = self._panel.facts
        is_first = facts.model.comparison is None
        facts.set_rows(comparison, rows)
        self.made.emit()
        if is_first and self._panel.shows_facts and facts.is_waited_for:
            facts.focus_list()

    def tell_failure(self, error: StatementCompareError) -> None:
        """Why there are none; they are asked for again when the list is shown again."""
        self._of = None
        self._panel.facts.say_waiting(error)

    def mark(self, row: Row, *, scroll: bool = True) -> None:
        """Outline the sentences of a fact in both texts, with its words selected."""
        ids = {side: fact_sentences(side, row) for side in Side}
        words = {side: places[0].span if (places := fact_places(side, row)) else None for side in Side}
        self._page.choose_places(ids, words, scroll=scroll)
