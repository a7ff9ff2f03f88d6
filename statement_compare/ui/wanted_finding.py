"""Which finding is to be chosen in a comparison that is still to come."""

from __future__ import annotations

from statement_compare.engine.model import Comparison, Link
from statement_compare.session.query import in_order

Ids = tuple[tuple[int, ...], tuple[int, ...]]


class WantedFinding:
    """By its number, as a pair remembers it, or by the sentences that it joins."""

    def __init__(self) -> None:
        self._number = -1
        self._ids: Ids | None = None

    def forget(self) -> None:
        self._number, self._ids = -1, None

    def forget_ids(self) -> None:
        self._ids = None

    def want(self, number: int) -> None:
        """The finding of this number; -1 for none."""
        self._number = number

    def want_joined(self, ids: Ids) -> None:
        """The finding that joins these sentences."""
        self._ids = ids

    def take(self, comparison: Comparison, chosen: Link | None) -> int | None:
        """What to choose in a new comparison: what is wanted, what was `chosen` before, or the first.

        Nothing is wanted afterwards.
        """
        ids, self._ids = self._ids, None
        if ids is not None:
            among = (i for i, link in enumerate(comparison.links) if (link.left, link.right) == ids)
            return next(among, _first(comparison))
        wanted, self._number = self._number, -1
        if chosen is not None:
            same = same_link(comparison, chosen)
            return _first(comparison) if same is None else same
        return wanted if 0 <= wanted < len(comparison.links) else _first(comparison)


def same_link(comparison: Comparison, held: Link | None) -> int | None:
    """The link of another comparison that joins the sentences which this one joins."""
    if held is None:
        return None
    same = (i for i, link in enumerate(comparison.links) if (link.left, link.right) == (held.left, held.right))
    return next(same, None)


def _first(comparison: Comparison) -> int | None:
    return next(iter(in_order(comparison)), None)
