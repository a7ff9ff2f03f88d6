"""Words that a widget was given once and for all, each with the way it is put there, for when the language changes."""

from __future__ import annotations

from collections.abc import Callable

from statement_compare.ui.strings import say


class Told:
    """`put` says something and remembers where; `again` says all of it in the present language."""

    def __init__(self) -> None:
        self._puts: list[tuple[Callable[[str], object], str]] = []

    def put(self, take: Callable[[str], object], key: str) -> None:
        """Hand the words of `key` to `take`, now and whenever the language changes."""
        self._puts.append((take, key))
        take(say(key))

    def again(self) -> None:
        for take, key in self._puts:
            take(say(key))
