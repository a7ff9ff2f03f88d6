"""The table of figures, dates and names of what is open: when it is asked for, and which comparison it is of."""

from __future__ import annotations

import gc
import io
import pickle
import threading

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from statement_compare.engine.model import Comparison
from statement_compare.errors import StatementCompareError
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import Ledger

LANE = "facts"
_MANY_SENTENCES = 1_000  # of both sides, from which packing them for the worker takes longer than a key press may


class _Packer(pickle.Pickler):
    """Packs as `pickle.dumps` does, and lets the window's thread go on: between calls of Python code, not within C."""

    def persistent_id(self, _obj: object) -> None:
        return None


class FactsLedger(QObject):
    """`made(comparison, rows)` or `failed(error)` answers the last wish alone."""

    made = Signal(object, object)
    failed = Signal(object)
    _packed = Signal(object, object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked: Comparison | None = None
        self._packed.connect(self._on_packed)
        tasks.finished.connect(self._on_finished)
        tasks.failed.connect(self._on_failed)

    def ask(self, comparison: Comparison) -> None:
        self._asked = comparison
        if len(comparison.left.sentences) + len(comparison.right.sentences) < _MANY_SENTENCES:
            self._tasks.ask(LANE, Ledger(comparison))
        else:
            threading.Thread(target=self._pack, args=(comparison,), daemon=True).start()

    def _pack(self, comparison: Comparison) -> None:
        held = io.BytesIO()
        gc.disable()  # it would stop all threads again and again, as where an answer is taken apart
        try:
            _Packer(held).dump(comparison)
        finally:
            gc.enable()
        packed = held.getvalue()
        if isValid(self):  # else the window was closed meanwhile
            self._packed.emit(comparison, packed)

    def _on_packed(self, comparison: Comparison, packed: bytes) -> None:
        if comparison is self._asked:
            self._tasks.ask(LANE, Ledger(packed=packed))

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
