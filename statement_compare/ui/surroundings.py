"""What a group of the window's actions works with: the window and its document, what shows it, and what keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from statement_compare.ui.controller import Controller
from statement_compare.ui.document import Document
from statement_compare.ui.memory import Memory
from statement_compare.ui.presenter import Presenter


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All of one window; `memory` holds its settings and what was open in it."""

    window: QMainWindow
    presenter: Presenter
    document: Document
    controller: Controller
    memory: Memory


class ActionGroup(QObject):
    """A group of actions of one window, each a method of it."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._window = around.window
        self._presenter = around.presenter
        self._document = around.document
        self._controller = around.controller
        self._memory = around.memory
