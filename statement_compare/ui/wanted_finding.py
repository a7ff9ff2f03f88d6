"""Which finding is to be chosen in a comparison that is still to come."""

from __future__ import annotations

from statement_compare.engine.model import Comparison, Link
from statement_compare.session.found_again import Finding
from statement_compare.session.query import in_order
from statement_compare.session.review import Review, pair_of


class WantedFinding:
    """By its number, as a pair remembers it, or the one that was chosen before, wherever its sentences are then."""

    def __init__(self) -> None:
        self._number = -1
        self._former: Finding | None = None

    def forget(self) -> None:
        self._number, self._former = -1, None

    def want(self, number: int) -> None:
        """The finding of this number; -1 for none."""
        self._number = number

    def want_again(self, review: Review | None, chosen: Link | None) -> None:
        """The one that is `chosen` in a review, in place of what was wanted; nothing else where none is."""
        if review is not None and chosen is not None:
            self._former = Finding(pair_of(chosen), review.proposed, review.corrections)

    def swap(self) -> None:
        """Both sides are changed about."""
        self._former = None if self._former is None else self._former.mirrored

    def take(self, review: Review, chosen: Link | None) -> int | None:
        """What to choose in a new review: what was `chosen` meanwhile or before, what is wanted, or the first.

        Nothing is wanted afterwards.
        """
        former, number, comparison = self._former, self._number, review.comparison
        self.forget()
        if chosen is not None:
            found = same_link(comparison, chosen)
        elif former is not None:
            found = review.index_of(former.pair_in(review))
        else:
            found = number if 0 <= number < len(comparison.links) else None
        return _first(comparison) if found is None else found


def same_link(comparison: Comparison, held: Link | None) -> int | None:
    """The link of another comparison that joins the sentences which this one joins."""
    if held is None:
        return None
    same = (i for i, link in enumerate(comparison.links) if (link.left, link.right) == (held.left, held.right))
    return next(same, None)


def _first(comparison: Comparison) -> int | None:
    return next(iter(in_order(comparison)), None)
