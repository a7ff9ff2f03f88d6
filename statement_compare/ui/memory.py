"""What a window has of the settings and of the recent pairs: its own view of the texts, and all else in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from statement_compare.session.folders import Folders
from statement_compare.session.open_windows import view_of
from statement_compare.session.options import Settings
from statement_compare.session.recent import Pair, Recent, Texts
from statement_compare.ui.shared_memory import SharedMemory
from statement_compare.ui.strings import say


class Memory(QObject):
    """The settings as they hold in one window, and the recent pairs. `told(str)` says what could not be written.

    Zoom, panes and the like (`open_windows.VIEW`) are each window's own; the last choice is what the next one begins
    with. `view` are those that a window had when it was open last.
    """

    settings_changed = Signal(object, object)
    recent_changed = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        folders: Folders,
        parent: QObject | None = None,
        shared: SharedMemory | None = None,
        view: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(parent)
        self._shared = SharedMemory(folders, self) if shared is None else shared
        self._settings = replace(self._shared.settings, **dict(view or {}))
        self._is_keeping = False
        self._present: Texts | None = None  # what the window shows
        self._left_out: Texts | None = None
        self._shared.settings_changed.connect(self._take_settings)
        self._shared.recent_changed.connect(self.recent_changed)
        self._shared.forgotten.connect(self._leave_out)
        self._shared.told.connect(self.told)

    @property
    def notices(self) -> tuple[str, ...]:
        """What was wrong with the settings; said late, since they tell in which language."""
        loaded = self._shared.loaded
        found: tuple[str, ...] = ()
        if loaded.kept_copy is not None:
            found += (say("notice.settings_damaged", path=loaded.kept_copy),)
        if loaded.refused:
            found += (say("notice.settings_refused", names=", ".join(loaded.refused)),)
        return found

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def recent(self) -> Recent:
        return self._shared.recent

    def keep_settings(self, settings: Settings) -> None:
        before = self._settings
        if settings == before:
            return
        self._settings, self._is_keeping = settings, True
        self._shared.change_settings(before, settings)
        self._is_keeping = False
        self._settings = replace(self._shared.settings, **view_of(settings))
        self.settings_changed.emit(before, self._settings)

    def keep_pair(self, pair: Pair) -> None:
        """Put a pair on top of the list; pasted texts are written at once."""
        self._present = pair.texts
        if not pair.has_text or pair.texts == self._left_out:
            return
        self._left_out = None
        self._shared.keep_pair(pair, self)

    def known(self, pair: Pair) -> Pair | None:
        """The recent pair of the same texts, with the place where it was left."""
        return next((each for each in self.recent.pairs if each.texts == pair.texts), None)

    def forget_pairs(self, present: Pair) -> None:
        """Empty the list and delete its texts. A pair that is open is not written again until another was opened."""
        self._present = present.texts
        self._shared.forget_pairs()

    def let_go(self) -> None:
        """The window is closed: what it showed is a pair like others."""
        self._shared.let_go(self)

    def _leave_out(self) -> None:
        self._left_out = self._present

    def _take_settings(self, _before: Settings, shared: Settings) -> None:
        """Another window changed the settings, or another program had changed them."""
        if self._is_keeping:
            return
        before = self._settings
        self._settings = replace(shared, **view_of(before))
        if self._settings != before:
            self.settings_changed.emit(before, self._settings)
