"""Which keys move the caret of a text, and how far."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt


class Unit(Enum):
    """How far a key moves the caret."""

    LETTER = auto()
    WORD = auto()
    LINE = auto()
    LINE_END = auto()
    TEXT_END = auto()


@dataclass(frozen=True, slots=True)
class CaretMove:
    unit: Unit
    by: int


_SHIFT, _CTRL, _ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
CARET_KEYS = {
    (key, modifiers): CaretMove(unit, by)
    for back, on, modifiers, unit in (
        (Qt.Key.Key_Left, Qt.Key.Key_Right, _SHIFT, Unit.LETTER),
        (Qt.Key.Key_Left, Qt.Key.Key_Right, _CTRL | _SHIFT, Unit.WORD),
        (Qt.Key.Key_Left, Qt.Key.Key_Right, _ALT, Unit.LETTER),
        (Qt.Key.Key_Left, Qt.Key.Key_Right, _CTRL, Unit.WORD),
        (Qt.Key.Key_Up, Qt.Key.Key_Down, _SHIFT, Unit.LINE),
        (Qt.Key.Key_Home, Qt.Key.Key_End, _SHIFT, Unit.LINE_END),
        (Qt.Key.Key_Home, Qt.Key.Key_End, _CTRL | _SHIFT, Unit.TEXT_END),
    )
    for key, by in ((back, -1), (on, 1))
}
