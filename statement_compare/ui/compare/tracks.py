"""Where the links end in each whole text, for the overview: collected once, placed by the heights known now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.model import Side
from statement_compare.ui.compare.ends import Ends
from statement_compare.ui.compare.view import TextView


@dataclass(frozen=True, slots=True)
class Track:
    """The links of one side: for each, its index and its place in the text, 0 to 1."""

    links: NDArray[np.int64]
    places: NDArray[np.float64]


EMPTY_TRACK = Track(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float64))


class Tracks:
    """The tracks of both sides. `collect` is called when the links or the filter change."""

    def __init__(self, views: Mapping[Side, TextView]) -> None:
        self._views = views
        self._ends = {side: Ends().columns(side) for side in Side}

    def collect(self, ends: Ends, shown: frozenset[int] | None) -> None:
        """Take the links with their sentences, without those that a filter hides; `shown` None: all."""
        self._ends = {side: ends.columns(side, shown) for side in Side}

    def both(self) -> tuple[Track, Track]:
        return self._track(Side.LEFT), self._track(Side.RIGHT)

    def _track(self, side: Side) -> Track:
        view, (links, sentences) = self._views[side], self._ends[side]
        if not len(links) or view.notice is not None:
            return EMPTY_TRACK
        places = view.column.sentence_places() * (view.column.total / max(view.scroll_range, 1.0))
        return Track(links, places[sentences])
