from __future__ import annotations

import threading

import leaks
import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog


@pytest.mark.usefixtures("qapp")
def test_a_window_a_thread_and_a_timer_that_are_left_are_named() -> None:
    before = leaks.before()
    owner, window, ended = QObject(), QDialog(), threading.Event()
    timer = QTimer(owner)
    timer.start(1000)
    thread = threading.Thread(target=ended.wait, name="waiting", daemon=True)
    thread.start()
    assert before.left(most_s=0) == ["thread waiting", "window QDialog", "timer of QObject"]
    ended.set()
    thread.join()
    timer.stop()
    window.deleteLater()
    assert before.left() == []


@pytest.mark.usefixtures("qapp")
def test_what_only_refers_to_itself_is_not_left() -> None:
    before = leaks.before()
    window = QDialog()
    window.itself = window  # type: ignore[attr-defined]
    assert window in QApplication.topLevelWidgets()
    del window
    assert before.left() == []
