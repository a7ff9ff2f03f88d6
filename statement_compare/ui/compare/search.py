"""The places of a searched text in both sides, and which of them a person is at."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject

from statement_compare.engine.model import Side, Span, Statement
from statement_compare.engine.text import hidden
from statement_compare.session.query import find_in, pattern_of
from statement_compare.ui.compare.view import TextView
from statement_compare.ui.widgets.slices import InSlices

# Sentences of both sides together that are searched before a key is answered; more are searched while nobody waits.
_AT_ONCE: Final = 1_000


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is looked for, and in which texts."""

    query: str = ""
    texts: tuple[Statement | None, ...] = ()

    def is_narrower_than(self, other: _Wanted) -> bool:
        """Whether it can only be found in sentences in which the other was found."""
        words, former = (" ".join(hidden.neutral(each.query).split()) for each in (self, other))
        return bool(former) and words.startswith(former) and self.is_of(other)

    def is_of(self, other: _Wanted) -> bool:
        """Whether both are of the very same texts."""
        return len(self.texts) == len(other.texts) and all(a is b for a, b in zip(self.texts, other.texts, strict=True))


class Search:
    """Marks hits in the views and goes from one to the next, left before right, around the end.

    In long texts the hits on the screen are found first, and the others bit by bit; `counted()` is called once all are
    there. A letter more looks only where there were hits.
    """

    def __init__(self, views: Mapping[Side, TextView], counted: Callable[[], None], parent: QObject) -> None:
        self._views = views
        self._counted = counted
        self._slices = InSlices(parent)
        self._query = ""
        self._wanted = _Wanted()
        self._found: dict[Side, dict[int, list[Span]]] = {side: {} for side in views}  # by sentence, those with hits
        self._rest: Iterator[object] = iter(())
        self._hits: dict[Side, tuple[Span, ...]] = dict.fromkeys(views, ())
        self.is_counting = False
        self.current: int | None = None

    def __len__(self) -> int:
        return sum(map(len, self._hits.values()))

    def count(self, side: Side) -> int:
        """How many hits there are on a side."""
        return len(self._hits[side])

    def rest(self) -> None:
        """Nobody will look any more."""
        self._slices.stop()

    def look_for(self, query: str) -> None:
        """Mark every place of `query`; "" ends the search. None of them is the current one."""
        self._query = query
        self.current = None
        self.look_again()

    def look_again(self) -> None:
        """The texts changed, or what is marked in them; where the places are the same ones, the current one stays."""
        if not self._query and not len(self) and not self.is_counting:
            return
        wanted = _Wanted(self._query, tuple(view.statement for view in self._views.values()))
        if wanted.query != self._wanted.query or not wanted.is_of(self._wanted):
            self._begin(wanted)
        self._show()

    def _begin(self, wanted: _Wanted) -> None:
        self._slices.stop()  # what is still looked for would be found among what is wanted now
        former, known = self._wanted, self._found
        is_narrower = not self.is_counting and wanted.is_narrower_than(former)
        places = {
            side: ([*known[side]] if is_narrower else range(len(text.sentences)) if text is not None else ())
            for side, text in zip(self._views, wanted.texts, strict=True)
        }
        self._wanted = wanted
        self._found = {side: {} for side in self._views}
        pattern = pattern_of(wanted.query)
        self._rest = self._looking(pattern, places)
        self.is_counting = True
        if sum(map(len, places.values())) <= _AT_ONCE or not wanted.query:
            self._finish()
            return
        for side, view in self._views.items():
            seen = view.visible_sentences()
            for i in () if seen is None else range(seen[0], seen[1] + 1):
                self._look_in(side, i, pattern)
        self._collect()
        self._slices.start(self._in_idle_time())

    def _looking(self, pattern: re.Pattern[str] | None, places: Mapping[Side, Sequence[int]]) -> Iterator[object]:
        for side, sentences in places.items():
            for i in sentences:
                self._look_in(side, i, pattern)
                yield i

    def _look_in(self, side: Side, sentence: int, pattern: re.Pattern[str] | None) -> None:
        text = self._views[side].statement
        if text is not None and pattern is not None and (hits := find_in(text, sentence, pattern)):
            self._found[side][sentence] = hits

    def _in_idle_time(self) -> Iterator[object]:
        yield from self._rest
        self._finish()
        self._show()
        self._counted()

    def _finish(self) -> None:
        """Find what is not found yet."""
        deque(self._rest, maxlen=0)
        self.is_counting = False
        self._collect()

    def _collect(self) -> None:
        found = {side: sorted(by_sentence.items()) for side, by_sentence in self._found.items()}
        hits = {side: tuple([span for _, spans in each for span in spans]) for side, each in found.items()}
        if hits != self._hits:
            self.current = None
        self._hits = hits

    def go(self, by: int) -> int | None:
        """Go to the next hit (1) or the one before (-1); returns its number from 0, None where there is none."""
        if self.is_counting:
            self._finish()
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
        """How many hits there are; of those that are found so far, while `is_counting_hits`."""
        return len(self._search)

    def rest(self) -> None:
        """Leave what nobody will look at any more."""
        self._search.rest()

    @property
    def is_counting_hits(self) -> bool:
        return self._search.is_counting

    def hits_on(self, side: Side) -> int:
        """How many of the hits are on a side."""
        return self._search.count(side)

    def set_find(self, query: str) -> int:
        """Mark every place of `query` in both texts; returns how many are found so far. "" ends the search."""
        self._search.look_for(query)
        return len(self._search)

    def find_next(self) -> int | None:
        """Go to the next hit, after the last to the first; returns its number from 0, or None where there is none."""
        return self._search.go(1)

    def find_previous(self) -> int | None:
        return self._search.go(-1)
