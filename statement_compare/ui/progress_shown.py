"""How far each piece of work is, as the page and the status line show it."""

from __future__ import annotations

from PySide6.QtGui import QAction

from statement_compare.engine.model import Side
from statement_compare.ui.actions import first_keys
from statement_compare.ui.document import State
from statement_compare.ui.parts import Parts
from statement_compare.ui.stages import Stages
from statement_compare.ui.strings import say


class ProgressShown:
    """Takes reports by the lane that the work is in: a side that is read, or "compare"."""

    def __init__(self, parts: Parts, stop: QAction) -> None:
        self._stop = stop
        self._page = parts.page
        self._panel = parts.panel
        self._status = parts.status
        self._stages: dict[str, Stages] = {}
        self._refined_share = 0.0

    def take_state(self, before: State, after: State) -> None:
        """Work has begun or ended."""
        for lane, is_working in _works(after).items():
            if is_working != _works(before)[lane]:
                self._stages[lane] = Stages()
        if before.is_comparing != after.is_comparing:
            self._say_comparing(after)

    def retranslate(self, state: State) -> None:
        """Say in the present language what is being done; how far it is comes with the next report."""
        if state.is_comparing:
            self._say_comparing(state)
        if state.is_refining:
            self.show_refining(self._refined_share)

    def _say_comparing(self, state: State) -> None:
        words = say("side.comparing") if state.is_comparing else ""
        self._page.set_busy(None, words)
        self._panel.say_waiting(words)

    def take(self, lane: str, stage: str, done: int, total: int, *, is_refining: bool) -> None:
        """A report of the worker; `is_refining` while what is shown is judged once more."""
        words, fraction = self._stages.setdefault(lane, Stages()).take(stage, done, total)
        if lane in tuple(Side):
            self._page.set_busy(Side(lane), words, fraction)
        elif lane == "compare" and is_refining:
            # Of the stages before, none is long, and a share of each would go up and down.
            if stage in ("entail", "judge"):
                self.show_refining(fraction or 0.0)
        elif lane == "compare":
            self._page.set_busy(None, words, fraction)

    def show_refining(self, done: float | None) -> None:
        """How far judging once more is, from 0 to 1; None when it is done."""
        if done is None:
            self._status.show_refining(None)
            return
        # The pairs are read more than once, and then judged: what is told of it grows, or stays.
        done = self._refined_share = max(done, self._refined_share) if done else 0.0
        words = say("status.refining") + (f" {say('status.zoom', n=int(100 * done))}" if done else "")
        stopping = say("status.refining_stop", keys=first_keys(self._stop))
        self._status.show_refining(words, say("status.refining_tip", stopping=stopping))


def _works(state: State) -> dict[str, bool]:
    """What is being done, by the lane in which it is."""
    return {**{side: state.side(side).is_busy for side in Side}, "compare": state.is_comparing}
