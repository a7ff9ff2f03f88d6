"""What stands in place of a list that has nothing to show: why, and the way back to all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from statement_compare.ui.widgets.told import Told


class EmptyList(QWidget):
    """`reset` asks for all findings."""

    reset = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = Told()
        self._words = QLabel()
        self._words.setProperty("soft", True)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setContentsMargins(14, 10, 14, 10)
        self._all = QPushButton()
        self._told.put(self._all.setText, "findings.show_all")
        self._all.clicked.connect(lambda: self.reset.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, words: str, *, can_reset: bool) -> None:
        self._words.setText(words)
        self._all.setVisible(can_reset)

    def retranslate(self) -> None:
        self._told.again()
