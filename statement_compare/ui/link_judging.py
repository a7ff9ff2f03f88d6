"""Links that a person makes are judged by the worker before they are made: one pair of texts after another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.model import CompareOptions, Comparison, Judged, Link
from statement_compare.errors import StatementCompareError
from statement_compare.session.handmade import placed, texts_of
from statement_compare.session.review import Pair
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import JudgePair

LANE = "link"
Take = Callable[[tuple[Link, ...]], None]


class LinkJudging(QObject):
    """`failed(error)` says why links could not be judged. A wish that is still being judged is heard out first."""

    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self._waiting: list[tuple[Comparison, Pair]] = []
        self._made: list[Link] = []
        self._options = CompareOptions()
        self._take: Take | None = None
        tasks.finished.connect(self._on_finished)
        tasks.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        return self._take is not None

    def ask(self, comparison: Comparison, pairs: tuple[Pair, ...], options: CompareOptions, take: Take) -> bool:
        """Judge these pairs and hand the links to `take`; False while others are being judged."""
        if self.is_busy or not pairs:
            return False
        self._waiting = [(comparison, pair) for pair in pairs]
        self._made, self._options, self._take = [], options, take
        self._ask_next()
        return True

    def _ask_next(self) -> None:
        self.tasks.ask(LANE, JudgePair(*texts_of(*self._waiting[0]), self._options))

    def _on_finished(self, lane: str, _request: object, result: object) -> None:
        if lane != LANE or not isinstance(result, Judged) or self._take is None:
            return
        self._made.append(placed(result.link, *self._waiting.pop(0)))
        if self._waiting:
            self._ask_next()
            return
        take, self._take = self._take, None
        take(tuple(self._made))

    def _on_failed(self, lane: str, _request: object, error: StatementCompareError) -> None:
        if lane == LANE:
            self._take = None
            self.failed.emit(error)
