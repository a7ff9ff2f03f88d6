"""Hears when the program is started again, and says what that start was asked to open."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from statement_compare.session.instance import Instance

_LOOK_EVERY_MS = 500


class OtherStarts(QObject):
    """`wished(Wish)` for each of them, until it is closed; the folder is watched by the system, or else looked into."""

    wished = Signal(object)

    def __init__(self, instance: Instance, parent: QObject) -> None:
        super().__init__(parent)
        self._instance = instance
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._watcher.directoryChanged.connect(self._look)
        if not self._watcher.addPath(str(instance.folder)):
            self._timer.start()
        instance.announce()
        QTimer.singleShot(0, self, self._look)  # some may have come while the program was starting

    def close(self) -> None:
        """Take no more: who comes now finds the place empty, as soon as the program has ended."""
        self._timer.stop()
        self._watcher.directoryChanged.disconnect(self._look)
        self.setParent(None)
        self.deleteLater()

    def _look(self, _folder: str = "") -> None:
        for wish in self._instance.take_wishes():
            self.wished.emit(wish)
