"""The program as a process that works by itself until it is killed: it tells of each step once the window shows it.

Usage: driven_window.py [FILE FILE]; without files it opens what was open last. It prints lines of JSON: {"open": what
the work holds} once it is there, {"did": N} after step N, {"saved": path} once it has a name. Once the work is there it
reads the number of the first step.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from PySide6.QtCore import QTimer

from statement_compare.session.edits import SetNote
from statement_compare.session.review import pair_of
from statement_compare.ui import app

SAVED_AT = 23
STEPS = 5


def kind(step: int) -> str:
    """Two notes, one of them undone and made again, and one that takes the place of what was undone."""
    return ("note", "note", "undo", "redo", "undo")[step % STEPS]


class Driven(app.Program):
    def open(self, files: list[Path]) -> None:
        super().open(files)
        self._look()

    def _look(self) -> None:
        state = self.document.state
        if state.review is None or state.is_comparing or state.is_partial or state.steps is None:
            QTimer.singleShot(5, self._look)
            return
        work = state.steps.work
        notes = [each.edit.note for each in work.entries if isinstance(each.edit, SetNote)]
        tell(open=notes, can_redo=work.can_redo, path=str(work.path), said=self.window.status.message)
        self.step = int(sys.stdin.readline())
        self._go_on()

    def _go_on(self) -> None:
        review = self.document.state.review
        assert review is not None
        match kind(self.step):
            case "note":
                links = review.comparison.links
                self.controller.edit(SetNote(pair_of(links[self.step % len(links)]), f"note {self.step}"))
            case "undo":
                self.controller.undo()
            case "redo":
                self.controller.editing.redo()
        tell(did=self.step)
        if self.step == SAVED_AT:
            path = Path(os.environ["HOME"]) / "named.stcmp"
            assert self.controller.files.save(path)
            tell(saved=str(path))
        self.step += 1
        QTimer.singleShot(0, self._go_on)


def tell(**values: object) -> None:
    os.write(1, json.dumps(values).encode() + b"\n")


if __name__ == "__main__":
    app.Program = Driven  # type: ignore[misc]
    sys.exit(app.run(*sys.argv[1:]))
