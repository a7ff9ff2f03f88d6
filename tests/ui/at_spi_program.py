"""The program as a person starts it, on a screen without a window manager: a window that is shown gets the keyboard."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from statement_compare.ui import app


class Keyboard(QObject):
    """Gives the keyboard to a window that opens, and back to the one below where it closes."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and watched.isWindow():
            if event.type() == QEvent.Type.Show:
                watched.activateWindow()
            elif event.type() == QEvent.Type.Hide and isinstance(watched.parent(), QWidget):
                watched.parent().window().activateWindow()
        return False


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    keyboard = Keyboard()
    application.installEventFilter(keyboard)
    sys.exit(app.run(*sys.argv[1:]))
