"""Why two sentences are no pair: asked of the worker, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.model import CompareOptions, Comparison
from statement_compare.errors import StatementCompareError
from statement_compare.session.review import Pair
from statement_compare.ui.strings import error_words, language
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import AskWhyNot, WhyNotAnswer

LANE = "why"


@dataclass(frozen=True, slots=True)
class Why:
    """Two sentences by their ids, and why they are no pair; "" while that is being looked into.

    `partner` is a better pair, or where there is none, one with the nearest sentence, if it is another one.
    """

    left: int
    right: int
    words: str = ""
    partner: Pair | None = None
    is_link: bool = False


class WhyAsked(QObject):
    """`answered(comparison, Why)` answers the last wish alone, in words where it failed as well."""

    answered = Signal(object, object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        tasks.finished.connect(self._on_finished)
        tasks.failed.connect(self._on_failed)

    def ask(self, comparison: Comparison, why: Why, options: CompareOptions) -> None:
        self._tasks.ask(LANE, AskWhyNot(comparison, why.left, why.right, options, language()))

    def _on_finished(self, lane: str, request: object, result: object) -> None:
        if lane == LANE and isinstance(request, AskWhyNot) and isinstance(result, WhyNotAnswer):
            found = Why(request.left, request.right, result.words, result.partner, result.is_link)
            self.answered.emit(request.comparison, found)

    def _on_failed(self, lane: str, request: object, error: StatementCompareError) -> None:
        if lane == LANE and isinstance(request, AskWhyNot):
            self.answered.emit(request.comparison, Why(request.left, request.right, error_words(error)))
