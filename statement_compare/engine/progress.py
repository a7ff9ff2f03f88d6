"""How long work says where it is, and how it is stopped: each report is also the point of cancellation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Cancelled(BaseException):
    """Raised by the next `report()` after somebody asked for the work to stop."""


class Progress:
    """Reports go to `listen(stage, done, total)`; `is_cancelled()` is asked at each of them."""

    def __init__(
        self,
        listen: Callable[[str, int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._listen = listen
        self._is_cancelled = is_cancelled

    def report(self, stage: str, done: int, total: int) -> None:
        """Say that `done` of `total` steps of `stage` are finished; raises Cancelled if that was asked for."""
        if self._is_cancelled is not None and self._is_cancelled():
            raise Cancelled
        if self._listen is not None:
            self._listen(stage, done, total)

    def over(self, stage: str, items: Sequence[Item], every: int) -> Iterator[Item]:
        """The items in order, with a report before each `every`-th of them."""
        for index, item in enumerate(items):
            if index % every == 0:
                self.report(stage, index, len(items))
            yield item


SILENT = Progress()
