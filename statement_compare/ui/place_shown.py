"""Where what is looked at is among its like, as the bar tells it: "Contradiction 2 of 4"."""

from __future__ import annotations

from statement_compare.engine.fact_rows import Row
from statement_compare.engine.report.overview_wording import FACT_SIGNS
from statement_compare.engine.unanswered import asks_for_an_answer
from statement_compare.session.query import dismissed_in, position
from statement_compare.ui.document import State
from statement_compare.ui.findings.facts_model import relation_word
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.parts import Parts
from statement_compare.ui.strings import DISMISSED_SIGN, SIGNS, UNANSWERED_SIGN, say, verdict_word
from statement_compare.ui.why_asked import Why


class PlaceShown:
    """Tells it in the bar."""

    def __init__(self, parts: Parts) -> None:
        self._bar = parts.bar
        self._panel = parts.panel

    def show(self, state: State, beside: Unanswered | Row | Why | None) -> None:
        """The place of the chosen finding among those of its verdict, or that of what is shown in its place."""
        if state.comparison is None:
            self._bar.show_place("")
        elif isinstance(beside, Row):
            facts = self._panel.facts
            self._say(relation_word(beside.relation), FACT_SIGNS[beside.relation], facts.place_of(beside), facts.count)
        elif isinstance(beside, Why):
            self._bar.show_place(say("action.why_not"), " ")
        elif beside is not None:
            self._show_unanswered(state, beside)
        else:
            self._show_finding(state)

    def _show_unanswered(self, state: State, row: Unanswered) -> None:
        assert state.comparison is not None
        where, total = self._panel.unanswered_list.place_of(row)
        if not asks_for_an_answer(state.comparison, row.side, row.sentence):
            self._bar.show_place(say("bar.no_finding"), " ")
        elif where:
            self._say(say("verdict.unanswered"), UNANSWERED_SIGN, where, total)
        else:
            self._bar.show_place(say("verdict.unanswered"), UNANSWERED_SIGN)

    def _show_finding(self, state: State) -> None:
        assert state.comparison is not None
        order = self._panel.order()
        where = position(order, state.current)
        if state.current is None or not where:
            self._bar.show_place(say("bar.no_place", n=len(order)) if order else say("bar.no_findings"), " ")
            return
        links, dismissed = state.comparison.links, dismissed_in(state.comparison, state.review)
        said = [None if i in dismissed else links[i].verdict for i in order]  # a dismissed one is of no verdict
        verdict = said[where - 1]
        if verdict is None:
            name, sign = say("mark.dismissed"), DISMISSED_SIGN
        else:
            name, sign = verdict_word(verdict), SIGNS[verdict]
        self._say(name, sign, said[:where].count(verdict), said.count(verdict))

    def _say(self, name: str, sign: str, where: int, total: int) -> None:
        self._bar.show_place(
            say("bar.place", verdict=name, position=where, total=total),
            say("bar.place_short", sign=sign, position=where, total=total),
        )
