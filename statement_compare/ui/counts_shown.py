"""What the parts tell in numbers: findings by verdict, how many are dismissed, and how far the review is."""

from __future__ import annotations

from functools import partial

from statement_compare.engine.model import Side
from statement_compare.session.counting import Counting
from statement_compare.ui.decision_words import decision_heard
from statement_compare.ui.document import State
from statement_compare.ui.parts import Parts
from statement_compare.ui.theme import Theme


class CountsShown:
    """Tells it in the status line, the bar and the texts."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._counting = Counting()

    def show(self, state: State, theme: Theme) -> None:
        """All numbers of a state."""
        comparison = state.comparison
        count = None if comparison is None else self._counting.counts(comparison, state.review)
        self._parts.status.show_counts(comparison, count, theme, is_partial=state.is_partial)
        self._parts.bar.show_unanswered(count.only_left + count.only_right if count else 0)
        self._show_decided(state)

    def show_decisions(self, former: State, state: State, theme: Theme) -> None:
        """Those that other decisions on the same findings change."""
        before, review, comparison = former.review, state.review, state.comparison
        if before is None or review is None or comparison is None:
            return
        if before.dismissed != review.dismissed:
            count = self._counting.counts(comparison, review)
            self._parts.status.show_counts(comparison, count, theme, is_partial=state.is_partial)
        self._show_decided(state)

    def _show_decided(self, state: State) -> None:
        review = state.review
        for side in Side:
            self._parts.page.pane(side).decided = partial(decision_heard, review)
        if review is None:
            self._parts.status.show_decided(0, 0)
        else:
            self._parts.status.show_decided(review.decided, len(review.comparison.links), review.number_dismissed)
