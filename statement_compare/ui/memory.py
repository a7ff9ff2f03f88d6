"""What outlives the window, written as it changes: settings, recent pairs and pasted texts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from statement_compare.session import options, recent
from statement_compare.session.folders import Folders
from statement_compare.session.options import Settings
from statement_compare.session.recent import Pair, Recent
from statement_compare.ui.strings import say


class Memory(QObject):
    """Holds the settings and the recent pairs. `told(str)` says in words what could not be read or written."""

    settings_changed = Signal(object, object)
    recent_changed = Signal(object)
    told = Signal(str)

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        loaded = options.load(folders.settings)
        self._settings = loaded.settings
        self._recent = recent.load(folders.recent, folders.pasted)
        self._left_out: tuple[str, str, str, str] | None = None
        self._loaded = loaded

    @property
    def notices(self) -> tuple[str, ...]:
        """What was wrong with the settings; said late, since they tell in which language."""
        found: tuple[str, ...] = ()
        if self._loaded.kept_copy is not None:
            found += (say("notice.settings_damaged", path=self._loaded.kept_copy),)
        if self._loaded.refused:
            found += (say("notice.settings_refused", names=", ".join(self._loaded.refused)),)
        return found

    @property
    def written(self) -> float:
        """When the list of pairs was written last, in seconds since 1970; 0 where it was not."""
        try:
            return self._folders.recent.stat().st_mtime
        except OSError:
            return 0.0

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def recent(self) -> Recent:
        return self._recent

    def keep_settings(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        if settings != before:
            self._write(lambda: options.save(settings, self._folders.settings), str(self._folders.settings))
            self.settings_changed.emit(before, settings)

    def keep_pair(self, pair: Pair) -> None:
        """Put a pair on top of the list; pasted texts are written at once."""
        if (pair.left.is_empty and pair.right.is_empty) or pair.texts == self._left_out:
            return
        self._left_out = None
        before, folders = self._recent, self._folders
        if before.with_pair(pair) == before:
            return
        self._recent = before.with_pair(pair)

        def add() -> None:
            self._recent = recent.add(pair, before, folders.recent, folders.pasted)

        self._write(add, str(folders.recent))
        self.recent_changed.emit(self._recent)

    def known(self, pair: Pair) -> Pair | None:
        """The recent pair of the same texts, with the place where it was left."""
        return next((each for each in self._recent.pairs if each.texts == pair.texts), None)

    def forget_pairs(self, present: Pair) -> None:
        """Empty the list and delete its texts. The pair that is open is not written again until another was opened."""
        self._left_out = present.texts
        self._recent = Recent()
        folders = self._folders
        self._write(lambda: recent.forget(folders.recent, folders.pasted), str(folders.recent))
        self.recent_changed.emit(self._recent)

    def _write(self, write: Callable[[], None], path: str) -> None:
        try:
            write()
        except OSError as error:
            self.told.emit(say("notice.not_saved", path=path, reason=error.strerror or str(error)))
