"""A sheet over the texts that holds a panel where the window is too narrow to show it beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from statement_compare.ui.widgets.keyboard import claims_escape, is_for_a_while

_WIDTH = 340
_LEAST_HEIGHT = 240


class Drawer(QFrame):
    """Opens below a button; goes at Escape, at a press elsewhere in the window, and as the keyboard goes there."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self._button: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self.hide()

    def take(self, panel: QWidget) -> None:
        self._column.addWidget(panel)

    def open_below(self, button: QWidget) -> None:
        self._button = button
        window = self.parentWidget()
        assert window is not None
        corner = button.mapTo(window, QPoint(0, button.height() + 4))
        height = max(_LEAST_HEIGHT, window.height() - corner.y() - 40)
        self.setGeometry(corner.x(), corner.y(), _WIDTH, height)
        self.raise_()
        self.show()

    def close_up(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and self._is_elsewhere(watched):
            self.close_up()
        elif _takes_keyboard(event) and self._is_elsewhere(watched):
            self.hide()  # what the keyboard went to may lie below, and keeps it
        return super().eventFilter(watched, event)

    def _is_elsewhere(self, watched: QObject) -> bool:
        """Whether something lies in the window, but not in the drawer."""
        return (
            isinstance(watched, QWidget)
            and watched.window() is self.window()  # a list that a box in the drawer drops down is a window of its own
            and watched is not self._button
            and watched is not self
            and not self.isAncestorOf(watched)
        )

    def event(self, event: QEvent) -> bool:
        return claims_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
            return
        super().keyPressEvent(event)


def _takes_keyboard(event: QEvent) -> bool:
    """Whether the keyboard comes from within the window: other windows give it back where it was."""
    return isinstance(event, QFocusEvent) and event.gotFocus() and not is_for_a_while(event)
