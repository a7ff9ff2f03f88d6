"""What the search field of the bar finds in both texts, and where the texts were before a person stepped to it."""

from __future__ import annotations

from statement_compare.engine.model import Side
from statement_compare.ui.compare.sight import ScrollState
from statement_compare.ui.parts import Parts
from statement_compare.ui.strings import say

_COUNTING = "…"


class TextSearch:
    """Marks every place of the words, steps from one to the next, and goes back."""

    def __init__(self, parts: Parts) -> None:
        self._bar = parts.bar
        self._page = parts.page
        self._status = parts.status
        self._before: ScrollState | None = None
        self._texts_before: tuple[str, ...] = ()
        self._page.hits_counted.connect(self.say_found)

    @property
    def has_words(self) -> bool:
        return bool(self._bar.search.text().strip())

    def look_again(self) -> None:
        """Mark the words of the field in other texts."""
        self.look_for(self._bar.search.text())

    def look_for(self, text: str) -> None:
        """Mark every place of the words; the first is shown once Return or F3 is pressed."""
        self._page.set_find(text)
        self.say_found()
        if not text.strip():
            self.settle()

    def say_found(self) -> None:
        """Say how many places there are, or which of them a person has stepped to."""
        number, at = self._page.hit_count, self._page.hit
        left, right = (self._page.hits_on(side) for side in Side)
        if not self.has_words:
            self._bar.show_hits("")
        elif self._page.is_counting_hits:
            self._bar.show_hits(_COUNTING)
        elif at is not None:
            self._bar.show_hits(say("status.found_at", position=at + 1, n=number))
        else:
            words = say("status.found", n=number, left=left, right=right)
            self._bar.show_hits(words, say("status.found_short", left=left, right=right))

    def step(self, *, forward: bool) -> None:
        """Go to the next place or the one before."""
        if self._before is None or self._texts_before != self._texts():
            self._before, self._texts_before = self._page.scroll_state(), self._texts()
        at = self._page.find_next() if forward else self._page.find_previous()
        if at is None:
            self._status.say(say("status.not_found", text=self._bar.search.text().strip()))
        else:
            self.say_found()

    def go_back(self) -> None:
        """Scroll to where the texts were before the first step to a place; other texts stay where they are."""
        if self._before is not None and self._texts_before == self._texts():
            self._page.restore_scroll_state(self._before)

    def _texts(self) -> tuple[str, ...]:
        """What both sides show, "" for nothing."""
        shown = (self._page.pane(side).statement for side in Side)
        return tuple("" if statement is None else statement.source.text for statement in shown)

    def settle(self) -> None:
        """Where the texts are now is where a person wants to be."""
        self._before = None
