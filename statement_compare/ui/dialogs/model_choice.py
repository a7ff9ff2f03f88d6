"""The choice of a language model: those that come along, none, or a folder once it is known to hold one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from statement_compare.engine.bundle import NO_MODEL
from statement_compare.session.options import MODEL_CHOICES
from statement_compare.ui.asking import ask_folder
from statement_compare.ui.strings import say

_OTHER = ""


class ModelChoice(QObject):
    """`box` is what is chosen from; `note`, which says what there is to say of it, belongs below.

    `asked(folder)` wants to know whether there is a model in a folder: `take` hears the answer, and until then
    `waiting(True)` holds. `noted` says that the note has other words.
    """

    asked = Signal(str)
    waiting = Signal(bool)
    noted = Signal()

    def __init__(self, model: str, note: QLabel, is_bundled: Callable[[str], bool], page: QWidget) -> None:
        super().__init__(page)
        self.model = model
        self.note = note
        self._is_bundled = is_bundled
        self._page = page
        self.box = QComboBox()
        self.box.setObjectName("models")
        self.box.setToolTip(say("settings.model_help"))
        for word in MODEL_CHOICES:
            self.box.addItem(say(f"settings.model_{word}"), word)
        self.box.addItem(say("settings.model_other"), _OTHER)
        self.box.activated.connect(self._take_row)

    def choose(self, choice: str) -> None:
        """Choose "fast", "thorough" or "none" at once, and a folder once it is known to hold a model."""
        if choice in MODEL_CHOICES or choice == self.model:
            self.model = choice
            self.show()
            return
        self._say(say("settings.model_checking", name=Path(choice).name))
        self._set_waiting(True)
        self.asked.emit(choice)

    def take(self, folder: str, problem: str, is_measured: bool = True) -> None:
        """Choose a folder that was asked for, or say why not: then what was chosen before stays.

        Of a model that is not measured it is said how it would be.
        """
        self._set_waiting(False)
        if not problem:
            self.model = folder
        self.show()
        if problem:
            self._say(say("settings.model_wrong", problem=problem.rstrip(".")), is_problem=True)
        elif not is_measured:
            self._say(say("settings.model_unmeasured"))

    def show(self) -> None:
        """The choice that holds, with one row for a folder of a person's own."""
        own = len(MODEL_CHOICES)
        if self.box.itemData(own) != _OTHER:
            self.box.removeItem(own)
        if self.model not in MODEL_CHOICES:
            self.box.insertItem(own, say("settings.model_own", name=Path(self.model).name), self.model)
            self.box.setItemData(own, self.model, Qt.ItemDataRole.ToolTipRole)
        self.box.setCurrentIndex(self.box.findData(self.model))
        is_there = self.model == NO_MODEL or self.model not in MODEL_CHOICES or self._is_bundled(self.model)
        self._say("" if is_there else say("settings.model_absent"))

    def _take_row(self, row: int) -> None:
        choice = str(self.box.itemData(row))
        if choice != _OTHER:
            self.choose(choice)
            return
        self.show()  # until a folder is chosen, what was chosen before is
        beside = "" if self.model in MODEL_CHOICES else self.model
        title = say("settings.model_title")
        ask_folder(self._page, title, beside, lambda folder: self.choose(str(folder)), "settings")

    def _set_waiting(self, is_waiting: bool) -> None:
        self.box.setEnabled(not is_waiting)
        self.waiting.emit(is_waiting)

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        self.note.setText(words)
        self.note.setProperty("verdict", "contradiction" if is_problem else "")
        self.note.style().polish(self.note)
        self.noted.emit()
