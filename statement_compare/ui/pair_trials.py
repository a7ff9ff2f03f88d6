"""Pairs of changed sentences that are judged beside the comparison: one at a time, and of those that wait the last."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.model import CompareOptions, Judged
from statement_compare.errors import StatementCompareError
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import JudgePair

LANE = "what_if"


class PairTrials(QObject):
    """Asks for verdicts. `judged(Judged)` and `failed(error)` answer the last wish alone.

    A pair is never cancelled: behind a long comparison it could not hear of it, and the worker would be replaced.
    """

    judged = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._waiting: JudgePair | None = None

    def judge(self, left: str, right: str, options: CompareOptions | None) -> None:
        """Ask for a verdict on two texts; there is none without a comparison, whose `options` they are judged by."""
        if options is not None:
            self._ask(JudgePair(left, right, options))

    def _ask(self, wish: JudgePair) -> None:
        if self._tasks.is_busy(LANE):
            self._waiting = wish
        else:
            self._tasks.ask(LANE, wish)

    def take(self, judged: Judged) -> None:
        if not self._ask_for_next():
            self.judged.emit(judged)

    def take_failure(self, error: StatementCompareError) -> None:
        if not self._ask_for_next():
            self.failed.emit(error)

    def _ask_for_next(self) -> bool:
        """Go on with the pair that waits; what came of the one before is then for nobody."""
        wish, self._waiting = self._waiting, None
        if wish is None:
            return False
        self._tasks.ask(LANE, wish)
        return True
