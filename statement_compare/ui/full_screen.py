"""The switch for the full screen, which tells what the window is: a window manager leaves it by keys of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow


class FullScreen(QObject):
    """Fills the screen with a window, and keeps the check mark of its action true."""

    def __init__(self, window: QMainWindow, switch: QAction) -> None:
        super().__init__(window)
        self._window = window
        self._switch = switch
        window.installEventFilter(self)

    def act_of(self, action: str) -> Callable[..., None] | None:
        """What an action does; None where it is not this one."""
        return self.full_screen if action == self._switch.objectName() else None

    def full_screen(self, is_on: bool) -> None:
        """Fill the screen with the window, or leave it."""
        state = self._window.windowState()
        filling = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | filling if is_on else state & ~filling)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange and watched is self._window:
            self._switch.setChecked(self._window.isFullScreen())
        return super().eventFilter(watched, event)
