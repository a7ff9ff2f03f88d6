"""What a test leaves behind: threads and processes that go on, windows that are still there, timers that still tick."""

from __future__ import annotations

import gc
import multiprocessing
import threading
import time
from dataclasses import dataclass
from weakref import WeakSet

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

MOST_S = 2
"""That what was ended takes to go."""
_timers: WeakSet[QTimer] = WeakSet()  # those that Python code made, which are all of the program's
_begin_timer = QTimer.__init__


def _begin_noted(timer: QTimer, *arguments: object, **named: object) -> None:
    _begin_timer(timer, *arguments, **named)
    _timers.add(timer)


QTimer.__init__ = _begin_noted  # type: ignore[method-assign]


@dataclass(frozen=True, slots=True)
class Before:
    """What was there before a test."""

    threads: frozenset[threading.Thread]
    windows: frozenset[QWidget]

    def left(self, most_s: float = MOST_S) -> list[str]:
        """What there is more of now, in words; it is given a moment to go."""
        if self._left():
            gc.collect()  # what only refers to itself goes only then
        end = time.monotonic() + most_s
        while (left := self._left()) and time.monotonic() < end:
            time.sleep(0.01)
        return left

    def _left(self) -> list[str]:
        left = [f"thread {each.name}" for each in threading.enumerate() if each not in self.threads]
        left += [f"process {each.name}" for each in multiprocessing.active_children()]
        left += [f"window {type(each).__name__}" for each in windows() if each not in self.windows]
        if QApplication.mouseButtons() is not Qt.MouseButton.NoButton:
            left.append("mouse button that is still down")  # QTest.mouseDClick leaves one so
        return left + [f"timer of {type(each.parent()).__name__}" for each in list(_timers) if _goes_on(each)]


def before() -> Before:
    return Before(frozenset(threading.enumerate()), frozenset(windows()))


def windows() -> list[QWidget]:
    """All windows, once those that are to be deleted are."""
    if not isinstance(QApplication.instance(), QApplication):
        return []
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return QApplication.topLevelWidgets()


def _goes_on(timer: QTimer) -> bool:
    """Whether a timer still ticks; that of `QTimer.singleShot`, which belongs to nobody, ends by itself."""
    return isValid(timer) and timer.isActive() and not (timer.isSingleShot() and timer.parent() is None)
