"""Where the links end in each whole text, for the overview: collected once, placed by the heights known now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statement_compare.engine.model import Side
from statement_compare.ui.compare.ends import Ends
from statement_compare.ui.compare.numbers import np
from statement_compare.ui.compare.view import TextView

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Track:
    """The links of one side: for each, its index and its place in the text, 0 to 1."""

    links: NDArray[np.int64]
    places: NDArray[np.float64]


def _no_track() -> Track:
    return Track(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float64))


class Tracks:
    """The tracks of both sides. `collect` is called when the links or the filter change."""

    def __init__(self, views: Mapping[Side, TextView]) -> None:
        self._views = views
        self._ends: dict[Side, tuple[NDArray[np.int64], NDArray[np.int64]]] = {}

    def collect(self, ends: Ends, shown: frozenset[int] | None) -> None:
        """Take the links with their sentences, without those that a filter hides; `shown` None: all."""
        self._ends = {side: ends.columns(side, shown) for side in Side} if len(ends) else {}

    def both(self) -> tuple[Track, Track]:
        return self._track(Side.LEFT), self._track(Side.RIGHT)

    def _track(self, side: Side) -> Track:
        view = self._views[side]
        if side not in self._ends or not len(self._ends[side][0]) or view.notice is not None:
            return _no_track()
        links, sentences = self._ends[side]
        places = view.column.sentence_places() * (view.column.total / max(view.scroll_range, 1.0))
        return Track(links, places[sentences])
