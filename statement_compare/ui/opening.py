"""Which files a person chooses to open, for one side or for both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMainWindow

from statement_compare.engine.model import Side
from statement_compare.ui.controller import Controller
from statement_compare.ui.memory import Memory
from statement_compare.ui.strings import say


class Opening(QObject):
    """One method an action; the folder of what was chosen is where the next choice begins."""

    def __init__(self, window: QMainWindow, controller: Controller, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._controller = controller
        self._memory = memory

    def act_of(self, action: str) -> Callable[..., None] | None:
        acts = {"open_left": self.open_left, "open_right": self.open_right, "open_both": self.open_both}
        return acts.get(action)

    def open_left(self) -> None:
        self._open(Side.LEFT)

    def open_right(self) -> None:
        self._open(Side.RIGHT)

    def open_both(self) -> None:
        """Two files chosen together fill both sides; after one, the other side's file is asked for."""
        chosen = self._choose("open.title_both")
        if len(chosen) == 1:
            chosen += self._choose("open.title_right")[:1]
        if chosen:
            self._controller.open_paths(chosen, Side.LEFT)

    def _open(self, side: Side) -> None:
        chosen = self._choose(f"open.title_{side.value}")
        if chosen:
            self._controller.open_paths(chosen, side)

    def _choose(self, title: str) -> list[Path]:
        from statement_compare.engine.readers.formats import SUFFIXES

        folder = self._memory.settings.open_folder or str(Path.home())
        shown = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen, _ = QFileDialog.getOpenFileNames(self._window, say(title), folder, say("open.filter", patterns=shown))
        paths = [Path(each) for each in chosen]
        if paths:
            self._memory.keep_settings(replace(self._memory.settings, open_folder=str(paths[0].parent)))
        return paths
