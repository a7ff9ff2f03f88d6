"""What a screen reader takes painted parts for, which Qt knows only as areas without a meaning."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Painted(QWidget):
    """A part that is drawn by hand; a class says what it is taken for, an object its name and what belongs to it."""

    heard_as = QAccessible.Role.StaticText


class PaintedAccess(QAccessibleWidget):
    """Name and description are one: "Verdict confidence: 0.81", since many readers leave descriptions out."""

    def __init__(self, part: Painted) -> None:
        super().__init__(part, part.heard_as)
        self._part = part

    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Name:
            return ""
        name, more = self._part.accessibleName(), self._part.accessibleDescription()
        return f"{name}{' ' if name.endswith('.') else ': '}{more}" if name and more else name or more
