"""What a person opens, for one side or for both: files that she chooses, files or words that she drops or pastes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData

from statement_compare.engine.model import Side
from statement_compare.ui.asking import ask_files
from statement_compare.ui.incoming import incoming, is_address
from statement_compare.ui.strings import say
from statement_compare.ui.surroundings import ActionGroup


class Opening(ActionGroup):
    """One method an action; the folder of what was chosen is where the next choice begins."""

    def act_of(self, action: str) -> Callable[..., None] | None:
        acts = {"open_left": self.open_left, "open_right": self.open_right, "open_both": self.open_both}
        return acts.get(action)

    def take(self, data: QMimeData) -> None:
        """Open what was pasted, or dropped beside the texts: files, or else text."""
        found, side = incoming(data), self._presenter.side_for_text()
        if found.paths:
            self.take_files(side, found.paths)
        elif found.text:
            self.take_text(side, found.text)
        else:
            self._say(say("status.nothing_to_paste"))

    def take_files(self, side: Side, paths: Sequence[Path]) -> None:
        """Open one file on a side, or the first two on both; how many are left out is said."""
        self._controller.open_paths(list(paths), side)
        if len(paths) > len(Side):
            self._say(say("status.left_out", n=len(paths) - len(Side)))

    def take_text(self, side: Side, text: str) -> None:
        """Read words into a side. Addresses are none: a link out of a browser takes the place of no statement."""
        if is_address(text):
            self._say(say("status.address"))
        else:
            self._controller.paste(side, text)

    def _say(self, words: str) -> None:
        self._presenter.parts.status.say(words)

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
        self.take_files(Side.LEFT, chosen)

    def _open(self, side: Side) -> None:
        self._choose(f"open.title_{side.value}", lambda chosen: self.take_files(side, chosen))

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
