"""Where a window is on the screen: as it was left, and with none of it beyond the edge."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QMainWindow

from statement_compare.ui.frame import fitted

_FRAME_KNOWN_MS = 200


class Geometry(QObject):
    """Where one window is; `text` is that as the settings have it."""

    def __init__(self, window: QMainWindow, usual: QSize) -> None:
        super().__init__(window)
        self._window = window
        window.resize(usual.boundedTo(window.screen().availableSize()))
        self._own_size = window.size()

    @property
    def text(self) -> str:
        return bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")

    def restore(self, text: str) -> None:
        """Be where the window was left, as far as the screen has room; "" for no matter where."""
        window = self._window
        if text:
            window.restoreGeometry(QByteArray.fromBase64(text.encode("ascii", "ignore")))
            window.resize(window.size().boundedTo(window.screen().availableSize()))
        self._own_size = window.size()

    def fit_soon(self) -> None:
        """How wide the frame is is known once the window stands, with some window managers a little later."""
        QTimer.singleShot(0, self, self._fit)
        QTimer.singleShot(_FRAME_KNOWN_MS, self, self._fit)

    def _fit(self) -> None:
        """Neither the bar at the top nor the line at the bottom lies beyond the edge of the screen."""
        window = self._window
        is_filling = window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
        if is_filling or window.size() != self._own_size:  # somebody else has given it another size
            return
        inner = fitted(window.geometry(), window.frameGeometry(), window.screen().availableGeometry())
        if inner != window.geometry():
            window.setGeometry(inner)
            self._own_size = inner.size()
