"""Work ahead of its time, done while nobody waits: a few milliseconds of it between two events."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer

_SLICE_S: Final = 0.005
_PAUSE_MS: Final = 10


class InSlices(QObject):
    """Goes through an iterator bit by bit. Nothing may hang on it: it is for what is only quicker afterwards."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._go_on)

    def start(self, steps: Iterator[object]) -> None:
        """Begin with these in place of what is not done yet."""
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        """Leave what is not done yet."""
        self._steps = None
        self._timer.stop()

    @property
    def is_done(self) -> bool:
        return self._steps is None

    def _go_on(self) -> None:
        until = time.monotonic() + _SLICE_S
        while self._steps is not None:
            try:
                next(self._steps)
            except StopIteration:
                self._steps = None
                self._timer.stop()
            if time.monotonic() >= until:
                return
