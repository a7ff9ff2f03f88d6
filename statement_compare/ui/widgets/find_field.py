"""A field for words to look for on a page that has buttons: Return and Esc are the field's own while it holds words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_TO_HITS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class FindField(QLineEdit):
    """`entered` asks for the first place of the words; Esc empties the field. Empty, it leaves both to the page."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.text().strip() and event.key() in _TO_HITS:
            self.entered.emit()
        elif self.text() and event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
