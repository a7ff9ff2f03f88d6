"""What all windows have in common and what outlives them: settings and recent pairs, written as they change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from statement_compare.session import options, recent
from statement_compare.session.folders import Folders
from statement_compare.session.options import Settings
from statement_compare.session.recent import Pair, Recent, Texts
from statement_compare.ui.strings import say


class SharedMemory(QObject):
    """Holds the settings and the recent pairs of the program; `Memory` is what one window makes of it.

    `forgotten` says that the list of pairs was emptied on purpose, `told(str)` what could not be written.
    """

    settings_changed = Signal(object, object)
    recent_changed = Signal(object)
    forgotten = Signal()
    told = Signal(str)

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folders = folders
        self.loaded = options.load(folders.settings)
        self._settings = self.loaded.settings
        self._recent = recent.load(folders.recent, folders.pasted)
        self._shown: dict[object, Texts] = {}

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def recent(self) -> Recent:
        return self._recent

    @property
    def written(self) -> float:
        """When the list of pairs was written last, in seconds since 1970; 0 where it was not."""
        try:
            return self.folders.recent.stat().st_mtime
        except OSError:
            return 0.0

    def change_settings(self, before: Settings, after: Settings) -> None:
        """Keep what differs between two settings; what another program has changed meanwhile comes along."""
        former, path = self._settings, self.folders.settings
        self._settings = options.changed(former, before, after)

        def write() -> None:
            self._settings = options.change(before, after, former, path)

        self.write(write, path)
        if self._settings != former:
            self.settings_changed.emit(former, self._settings)

    def keep_pair(self, pair: Pair, window: object) -> None:
        """Put the pair that a window shows on top of the list; pasted texts are written at once."""
        self._shown[window] = pair.texts
        before, folders = self._recent, self.folders
        shown = frozenset(texts for each, texts in self._shown.items() if each is not window)
        if before.with_pair(pair, shown=shown) == before:
            return
        self._recent = before.with_pair(pair, shown=shown)

        def add() -> None:
            self._recent = recent.add(pair, before, folders.recent, folders.pasted, shown)

        self.write(add, folders.recent)
        self.recent_changed.emit(self._recent)

    def let_go(self, window: object) -> None:
        """A window is closed: what it showed is a pair like others."""
        self._shown.pop(window, None)

    def forget_pairs(self) -> None:
        """Empty the list and delete its texts."""
        self._recent = Recent()
        self._shown.clear()
        folders = self.folders
        self.write(lambda: recent.forget(folders.recent, folders.pasted), folders.recent)
        self.forgotten.emit()
        self.recent_changed.emit(self._recent)

    def write(self, write: Callable[[], None], path: Path) -> None:
        """Write a file, or tell why it could not be written."""
        try:
            write()
        except OSError as error:
            self.told.emit(say("notice.not_saved", path=path, reason=error.strerror or str(error)))
