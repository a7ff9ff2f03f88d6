"""How the two ends of a link come into sight together, and which place of both texts a person was at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from statement_compare.engine.model import Link, Side
from statement_compare.ui.compare.together import Together, other
from statement_compare.ui.compare.view import TextView


@dataclass(frozen=True, slots=True)
class ScrollState:
    """Where both sides are: the code point, with a fraction, at the top of each.

    `text` and `read` carry it through a settings file; it outlives another width, zoom or cutting into sentences.
    """

    left: float = 0.0
    right: float = 0.0

    @property
    def text(self) -> str:
        return f"{self.left:.1f} {self.right:.1f}"

    @classmethod
    def read(cls, text: str) -> ScrollState:
        """From `text`; the top of both sides where that makes no sense."""
        try:
            left, right = (max(float(part), 0.0) for part in text.split())
        except ValueError:
            return cls()
        return cls(left, right) if isfinite(left + right) else cls()


class Sight:
    """Moves two views so that linked sentences stand at the same height, and no further than that takes."""

    def __init__(self, views: Mapping[Side, TextView], together: Together) -> None:
        self._views = views
        self._together = together

    def show_link(self, link: Link) -> None:
        """Bring both ends into sight: what is seen stays, what moves is put at the same height as the other."""
        left, right = self._views[Side.LEFT], self._views[Side.RIGHT]
        with self._together.apart():
            left_moved = bool(link.left) and left.show_sentence(link.left[0])
            right_moved = bool(link.right) and right.show_sentence(link.right[0])
            if not link.left or not link.right:
                return
            difference = right.sentence_screen_y(link.right[0]) - left.sentence_screen_y(link.left[0])
            if right_moved:
                right.scroll_by(difference)
                right.show_sentence(link.right[0])
            elif left_moved:
                left.scroll_by(-difference)
                left.show_sentence(link.left[0])

    def show_far_end(self, link: Link, side: Side) -> bool:
        """`side` stays as it is, the other one shows its end of the link at the same height; whether it moved."""
        near, far = self._views[side], self._views[other(side)]
        near_ids, far_ids = (link.left, link.right) if side == Side.LEFT else (link.right, link.left)
        if not near_ids or not far_ids:
            return False
        with self._together.apart():
            if not far.show_sentence(far_ids[0]):
                return False
            far.scroll_by(far.sentence_screen_y(far_ids[0]) - near.sentence_screen_y(near_ids[0]))
            far.show_sentence(far_ids[0])
            return True

    def scroll_state(self) -> ScrollState:
        return ScrollState(self._views[Side.LEFT].position(), self._views[Side.RIGHT].position())

    def restore(self, state: ScrollState) -> None:
        with self._together.apart():
            self._views[Side.LEFT].restore(state.left)
            self._views[Side.RIGHT].restore(state.right)
