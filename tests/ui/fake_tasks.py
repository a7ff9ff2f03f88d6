"""Tasks without a process: requests are kept, and the test answers them when it likes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.model import Comparison, Source, Statement
from statement_compare.engine.readers import read_text
from statement_compare.engine.text.segment import segment
from statement_compare.errors import StatementCompareError
from statement_compare.ui.worker import Compare, ReadFile, ReadText


class FakeTasks(QObject):
    progressed = Signal(str, str, int, int)
    finished = Signal(str, object, object)
    partial = Signal(str, object, object)
    failed = Signal(str, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str, object] = {}
        self.history: list[tuple[str, object]] = []

    def start(self) -> None:
        pass

    def ask(self, lane: str, request: object) -> None:
        self.asked[str(lane)] = request
        self.history.append((str(lane), request))

    def cancel(self, lane: str) -> None:
        self.asked.pop(str(lane), None)

    def is_busy(self, lane: str) -> bool:
        return str(lane) in self.asked

    def close(self) -> None:
        self.asked.clear()

    def answer(self, lane: str, result: object) -> None:
        request = self.asked.pop(lane)
        self.finished.emit(lane, request, result)

    def refuse(self, lane: str, error: StatementCompareError) -> None:
        request = self.asked.pop(lane)
        self.failed.emit(lane, request, error)

    def answer_reading(self, lane: str, text: str) -> Statement:
        """Answer a request to read with a statement of this text."""
        request = self.asked[lane]
        assert isinstance(request, ReadFile | ReadText)
        path = request.path if isinstance(request, ReadFile) else ""
        source = read_text(text)
        made = segment(Source(source.text, source.blocks, path=path, encoding="utf-8" if path else ""), "en")
        self.answer(lane, made)
        return made

    def answer_comparing(self, comparison: Comparison) -> Compare:
        request = self.asked["compare"]
        assert isinstance(request, Compare)
        self.answer("compare", comparison)
        return request
