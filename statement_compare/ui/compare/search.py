"""The places of a searched text in both sides, and which of them a person is at."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from statement_compare.engine.model import Side, Span, Statement
from statement_compare.session.query import find
from statement_compare.ui.compare.view import TextView


class Search:
    """Marks hits in the views and goes from one to the next, left before right, around the end."""

    def __init__(self, views: Mapping[Side, TextView]) -> None:
        self._views = views
        self._query = ""
        self._hits: dict[Side, tuple[Span, ...]] = dict.fromkeys(views, ())
        self._searched: tuple[str, tuple[Statement | None, ...]] = ("", ())  # what the hits are of
        self.current: int | None = None

    def __len__(self) -> int:
        return sum(map(len, self._hits.values()))

    def count(self, side: Side) -> int:
        """How many hits there are on a side."""
        return len(self._hits[side])

    def look_for(self, query: str) -> None:
        """Mark every place of `query`; "" ends the search. None of them is the current one."""
        self._query = query
        self.current = None
        self.look_again()

    def look_again(self) -> None:
        """The texts changed, or what is marked in them; where the places are the same ones, the current one stays."""
        if not self._query and not len(self):
            return
        texts = tuple(view.statement for view in self._views.values())
        query, former = self._searched
        if query != self._query or any(one is not other for one, other in zip_longest(texts, former)):
            sides = zip(self._views, texts, strict=True)
            hits = {side: () if text is None else find(text, self._query) for side, text in sides}
            if hits != self._hits:
                self.current = None
            self._hits, self._searched = hits, (self._query, texts)
        self._show()

    def go(self, by: int) -> int | None:
        """Go to the next hit (1) or the one before (-1); returns its number from 0, None where there is none."""
        count = len(self)
        if not count:
            return None
        start = 0 if by > 0 else count - 1
        self.current = start if self.current is None else (self.current + by) % count
        self._show()
        side, span = self._at(self.current)
        self._views[side].show_span(span)
        return self.current

    def _at(self, number: int) -> tuple[Side, Span]:
        """The hit of a number: those of the left text come first."""
        for side, spans in self._hits.items():
            if number < len(spans):
                return side, spans[number]
            number -= len(spans)
        raise IndexError("there is no such hit")

    def _show(self) -> None:
        at, current = (None, None) if self.current is None else self._at(self.current)
        for side, view in self._views.items():
            view.set_hits(self._hits[side], current if side is at else None)


class Searched:
    """What can be asked of a page whose texts are searched through `_search`."""

    _search: Search

    @property
    def hit(self) -> int | None:
        """Which hit is the current one."""
        return self._search.current

    @property
    def hit_count(self) -> int:
        return len(self._search)

    def hits_on(self, side: Side) -> int:
        """How many of the hits are on a side."""
        return self._search.count(side)

    def set_find(self, query: str) -> int:
        """Mark every place of `query` in both texts; returns how many there are. "" ends the search."""
        self._search.look_for(query)
        return len(self._search)

    def find_next(self) -> int | None:
        """Go to the next hit, after the last to the first; returns its number from 0, or None where there is none."""
        return self._search.go(1)

    def find_previous(self) -> int | None:
        return self._search.go(-1)
