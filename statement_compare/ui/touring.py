"""The short tour through the window: what is said at which of its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from statement_compare.ui.actions import ACTIONS, first_keys
from statement_compare.ui.document import Document
from statement_compare.ui.help_texts import menu_path
from statement_compare.ui.memory import Memory
from statement_compare.ui.presenter import Presenter
from statement_compare.ui.strings import say
from statement_compare.ui.widgets.callout import Callout
from statement_compare.ui.widgets.start_page import CARD

STEPS: Final = ("begin", "texts", "findings", "reason", "deciding", "lists", "help")
"""Each is a title `tour.NAME` and a text `tour.NAME_text`, in which `{next}` stands for the keys of an action."""
_NAMED: Final = (
    *("next", "previous", "next_contradiction", "previous_contradiction", "other_side", "help"),
    *("verdict_agreement", "verdict_qualified", "verdict_contradiction", "verdict_unclear", "confirm", "undo"),
    *("unanswered", "facts", "find", "what_if", "report"),
)


class Touring(QObject):
    """With the second step the sample pair opens, where nothing is open: a tour through empty lists shows nothing."""

    def __init__(
        self,
        window: QMainWindow,
        presenter: Presenter,
        document: Document,
        memory: Memory,
        open_sample: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._presenter = presenter
        self._document = document
        self._memory = memory
        self._open_sample = open_sample
        self._callout: Callout | None = None
        self._step = 0
        self._came_from: QWidget | None = None
        document.changed.connect(lambda *_: self._soon())
        presenter.retold.connect(self._soon)

    @property
    def step(self) -> str:
        """The step that is shown; "" while there is no tour."""
        return STEPS[self._step] if self._callout is not None else ""

    @property
    def callout(self) -> Callout | None:
        return self._callout

    def start(self) -> None:
        """From the first step; it is never shown by itself again."""
        if self._presenter.actions["projector"].isChecked():
            self._presenter.actions["projector"].trigger()
        if self._callout is None:
            self._came_from = self._window.focusWidget()
            self._callout = Callout(self._presenter.theme, self._window)
            self._callout.stepped.connect(self._go)
            self._callout.left.connect(self.end)
        self._step = 0
        self._memory.keep_settings(replace(self._memory.settings, tour_seen=True))
        self._show()
        self._callout.take_keyboard()

    def end(self) -> None:
        """Take the sheet away; the keyboard goes back to where it was, or into the texts."""
        if self._callout is None:
            return
        self._callout.hide()
        self._callout.deleteLater()
        self._callout = None
        former, self._came_from = self._came_from, None
        if former is not None and isValid(former) and former.isVisible():
            former.setFocus()
        else:
            self._presenter.parts.page.setFocus()

    def _go(self, steps: int) -> None:
        target = self._step + steps
        if target >= len(STEPS):
            self.end()
            return
        if target > 0 and not self._document.state.has_text and not self._document.state.is_reading:
            self._open_sample()
        self._step = max(0, target)
        self._show()

    def _soon(self) -> None:
        """Once what has changed has its place."""
        if self._callout is not None:
            QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        if self._callout is None:
            return
        name = STEPS[self._step]
        self._callout.set_theme(self._presenter.theme)
        text = say(f"tour.{name}_text", **self._keys())
        self._callout.tell(say(f"tour.{name}"), text, self._step + 1, len(STEPS))
        self._callout.point_at(self._target(name))

    def _target(self, name: str) -> QWidget:
        """The part that a step is about; where it is hidden, what stands for it."""
        parts = self._presenter.parts
        centre, card = self._window.centralWidget(), self._window.findChild(QWidget, CARD)
        wanted: dict[str, tuple[QWidget, ...]] = {
            "begin": (card, parts.page) if card is not None else (),
            "texts": (parts.page,),
            "findings": (parts.panel.findings_list, parts.panel, parts.bar.findings_button),
            "reason": (parts.inspector,),
            "deciding": (parts.inspector.decisions, parts.inspector),
            "lists": (parts.bar,),
            "help": (self._window.menuBar(),),
        }
        found = next((part for part in wanted.get(name, ()) if part.isVisible()), centre)
        assert found is not None
        return found

    def _keys(self) -> dict[str, str]:
        """The keys of the actions that the texts name, or the menu of one that has none."""
        specs = {spec.id: spec for spec in ACTIONS}
        actions = self._presenter.actions
        return {name: first_keys(actions[name]) or menu_path(specs[name]) for name in _NAMED}
