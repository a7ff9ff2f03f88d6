"""Which files a person chooses to open, for one side or for both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from statement_compare.engine.model import Side
from statement_compare.ui.asking import ask_files
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
        self._choose("open.title_both", self._take_both)

    def _take_both(self, chosen: list[Path]) -> None:
        if len(chosen) == 1:
            self._choose("open.title_right", lambda right: self._fill(chosen + right[:1]), lambda: self._fill(chosen))
        else:
            self._fill(chosen)

    def _fill(self, chosen: list[Path]) -> None:
        self._controller.open_paths(chosen, Side.LEFT)

    def _open(self, side: Side) -> None:
        self._choose(f"open.title_{side.value}", lambda chosen: self._controller.open_paths(chosen, side))

    def _choose(
        self, title: str, take: Callable[[list[Path]], None], let_be: Callable[[], object] | None = None
    ) -> None:
        from statement_compare.engine.readers.formats import SUFFIXES

        folder = self._memory.settings.open_folder or str(Path.home())
        shown = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = say("open.filter", patterns=shown)

        def take_files(paths: list[Path]) -> None:
            self._memory.keep_settings(replace(self._memory.settings, open_folder=str(paths[0].parent)))
            take(paths)

        ask_files(self._window, say(title), folder, kinds, take_files, "start", let_be=let_be)
