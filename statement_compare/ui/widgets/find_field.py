"""A field for words to look for beside what has keys of its own: Return and Esc are its own while it holds words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from statement_compare.ui.widgets.keyboard import claims_escape

_TO_HITS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class FindField(QLineEdit):
    """`entered` asks for the first place of the words; Esc empties the field. Empty, it leaves both to the page."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)

    def event(self, event: QEvent) -> bool:
        return (bool(self.text()) and claims_escape(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.text().strip() and event.key() in _TO_HITS:
            self.entered.emit()
        elif self.text() and event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
