"""What the parts tell in numbers: findings by verdict, how many are dismissed, and how far the review is."""

from __future__ import annotations

from statement_compare.engine.model import Side
from statement_compare.session.query import counts
from statement_compare.ui.decision_words import decided_words
from statement_compare.ui.document import State
from statement_compare.ui.parts import Parts
from statement_compare.ui.theme import Theme


class CountsShown:
    """Tells it in the status line, the bar and the texts."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def show(self, state: State, theme: Theme) -> None:
        """All numbers of a state."""
        comparison = state.comparison
        count = None if comparison is None else counts(comparison, review=state.review)
        self._parts.status.show_counts(comparison, count, theme, is_partial=state.is_partial)
        self._parts.bar.show_unanswered(count.only_left + count.only_right if count else 0)
        self._show_decided(state)

    def show_decisions(self, former: State, state: State, theme: Theme) -> None:
        """Those that other decisions on the same findings change."""
        before, review, comparison = former.review, state.review, state.comparison
        if before is None or review is None or comparison is None:
            return
        if before.dismissed != review.dismissed:
            count = counts(comparison, review=review)
            self._parts.status.show_counts(comparison, count, theme, is_partial=state.is_partial)
        self._show_decided(state)

    def _show_decided(self, state: State) -> None:
        review = state.review
        words = decided_words(review)
        for side in Side:
            self._parts.page.pane(side).decided = words
        if review is None:
            self._parts.status.show_decided(0, 0)
        else:
            self._parts.status.show_decided(review.decided, len(review.comparison.links), review.number_dismissed)
