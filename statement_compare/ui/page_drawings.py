"""Pages of originals that are drawn beside the comparison: one at a time, and of those that wait the last."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from statement_compare.errors import StatementCompareError
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import RenderPage

LANE = "original"


class PageDrawings(QObject):
    """Asks for pages. `drawn(RenderPage, PageImage)` and `failed(RenderPage, error)` answer.

    A page is never cancelled: behind a long comparison it could not hear of it, and the worker would be replaced.
    """

    drawn = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._waiting: RenderPage | None = None
        tasks.finished.connect(self._take)
        tasks.failed.connect(self._take_failure)

    def ask(self, wish: RenderPage) -> None:
        if self._tasks.is_busy(LANE):
            self._waiting = wish
        else:
            self._tasks.ask(LANE, wish)

    def _take(self, lane: str, request: object, result: object) -> None:
        if lane != LANE:
            return
        # Late: readers are for the worker, and the window starts without them.
        from statement_compare.engine.readers.page_image import PageImage

        if isinstance(result, PageImage):
            self._ask_for_next()
            self.drawn.emit(request, result)

    def _take_failure(self, lane: str, request: object, error: StatementCompareError) -> None:
        if lane == LANE:
            self._ask_for_next()
            self.failed.emit(request, error)

    def _ask_for_next(self) -> None:
        wish, self._waiting = self._waiting, None
        if wish is not None:
            self._tasks.ask(LANE, wish)
