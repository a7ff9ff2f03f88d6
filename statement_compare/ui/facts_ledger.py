"""The table of figures, dates and names of what is open: when it is asked for, and which comparison it is of."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.model import Comparison
from statement_compare.errors import StatementCompareError
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import Ledger

LANE = "facts"


class FactsLedger(QObject):
    """`made(comparison, rows)` or `failed(error)` answers the last wish alone."""

    made = Signal(object, object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked: Comparison | None = None
        tasks.finished.connect(self._on_finished)
        tasks.failed.connect(self._on_failed)

    def ask(self, comparison: Comparison) -> None:
        self._asked = comparison
        self._tasks.ask(LANE, Ledger(comparison))

    def forget(self) -> None:
        """What was asked for is for nobody any more."""
        self._asked = None
        self._tasks.cancel(LANE)

    def _on_finished(self, lane: str, request: object, rows: object) -> None:
        if lane == LANE and isinstance(request, Ledger) and self._asked is not None:
            self.made.emit(self._asked, rows)

    def _on_failed(self, lane: str, _request: object, error: StatementCompareError) -> None:
        if lane == LANE:
            self.failed.emit(error)


def has_the_same_facts(one: Comparison, other: Comparison) -> bool:
    """Whether a table of the one is that of the other: a verdict or a decision alone changes no figure."""
    return (
        one.left is other.left
        and one.right is other.right
        and len(one.links) == len(other.links)
        and all(
            a is b or (a.left, a.right, a.reasons) == (b.left, b.right, b.reasons)
            for a, b in zip(one.links, other.links, strict=True)
        )
    )
