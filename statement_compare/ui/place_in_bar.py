"""How the bar at the top says which of the findings is chosen: "Contradiction 2 of 4", and in short "≠ 2 / 4"."""

from __future__ import annotations

from statement_compare.engine.unanswered import asks_for_an_answer
from statement_compare.session.query import position
from statement_compare.ui.document import State
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.findings.panel import FindingsPanel
from statement_compare.ui.strings import SIGNS, UNANSWERED_SIGN, say, verdict_word


def place_in_bar(state: State, panel: FindingsPanel, unanswered: Unanswered | None) -> tuple[str, str]:
    """The words and the short ones: the place of the chosen finding among those of its verdict in the list.

    `unanswered` is the sentence without a finding that is chosen instead.
    """
    comparison = state.comparison
    if comparison is None:
        return "", ""
    if unanswered is not None:
        where, total = panel.unanswered_place(unanswered)
        if not asks_for_an_answer(comparison, unanswered.side, unanswered.sentence):
            return say("bar.no_finding"), " "
        if where:
            return _words(say("verdict.unanswered"), UNANSWERED_SIGN, where, total)
        return say("verdict.unanswered"), UNANSWERED_SIGN
    order = panel.order()
    if state.current is None or state.current not in order:
        return (say("bar.no_place", n=len(order)) if order else say("bar.no_findings")), " "
    verdict = comparison.links[state.current].verdict
    alike = [i for i in order if comparison.links[i].verdict is verdict]
    return _words(verdict_word(verdict), SIGNS[verdict], position(alike, state.current), len(alike))


def _words(name: str, sign: str, where: int, total: int) -> tuple[str, str]:
    return (
        say("bar.place", verdict=name, position=where, total=total),
        say("bar.place_short", sign=sign, position=where, total=total),
    )
