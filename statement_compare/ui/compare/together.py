"""Two sides that scroll together: which of them follows, to where, and how it gets there when it stood elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from statement_compare.engine.model import Side
from statement_compare.ui.compare.ends import Ends
from statement_compare.ui.compare.sync import Focus, ScrollMap, longest_run
from statement_compare.ui.compare.view import TextView

_CATCH_UP = 0.5
"""How much of its distance a side that was elsewhere makes up for each pixel that it should move."""


def other(side: Side) -> Side:
    return Side.RIGHT if side == Side.LEFT else Side.LEFT


class Together:
    """Keeps two views at linked places. `follow` is called after one of them was scrolled."""

    def __init__(self, views: Mapping[Side, TextView]) -> None:
        self._views = views
        self._is_apart = 0
        self.is_locked = True
        self.set_ends(Ends())

    def set_ends(self, ends: Ends) -> None:
        """The linked sentences, in any order; those that cross are left out once something is scrolled."""
        self._ends = ends
        self._known_map: ScrollMap | None = None

    @property
    def _map(self) -> ScrollMap:
        if self._known_map is None:
            left, right = self._views[Side.LEFT].column, self._views[Side.RIGHT].column
            run = longest_run(*self._ends.firsts()) if len(self._ends) else ()
            self._known_map = ScrollMap(run, left.sentence_share_y, right.sentence_share_y)
        return self._known_map

    @contextmanager
    def apart(self) -> Iterator[None]:
        """For a while, each side is moved by itself."""
        self._is_apart += 1
        try:
            yield
        finally:
            self._is_apart -= 1

    def follow(self, side: Side, former: int) -> None:
        """The other side goes to its place: bit by bit where it was elsewhere, at once where this side jumped."""
        leader, follower = self._views[side], self._views[other(side)]
        if self._is_apart or not self.is_locked or leader.notice is not None or follower.notice is not None:
            return
        before, target = self._target(side, former), self._target(side, leader.scroll_y)
        distance = follower.scroll_y - before
        is_jump = abs(leader.scroll_y - former) > leader.viewport().height()
        made_up = abs(distance) if is_jump else abs(target - before) * _CATCH_UP
        distance = max(distance - made_up, 0.0) if distance > 0 else min(distance + made_up, 0.0)
        with self.apart():
            follower.scroll_to(target + distance)

    def _target(self, side: Side, y: float) -> float:
        """The scroll position of the other side that meets this one's at `y`."""
        leader, follower = self._views[side], self._views[other(side)]
        here, there = leader.column.total, follower.column.total
        line = Focus(here, leader.viewport().height()).line(y)
        mapped = self._map.to_right(line, here, there) if side == Side.LEFT else self._map.to_left(line, there, here)
        return Focus(there, follower.viewport().height()).scroll(mapped)
