"""How the keyboard comes to a part and leaves it, and how it presses a button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


def let_go(part: QWidget) -> bool:
    """Take the keyboard from a part, if it is there; whether it was. Whoever hides the part then says where it goes.

    From a field that is hidden while it has the keyboard, Qt hands it to the next widget, which may be hidden in the
    same moment, and so on: a screen reader would speak all of them.
    """
    field = part if part.hasFocus() else part.focusWidget()
    if field is None or not field.hasFocus():
        return False
    field.clearFocus()
    return True


def is_by_key(event: QFocusEvent) -> bool:
    """Whether the keyboard came by a key or an action, and neither by a click nor back from a menu or window."""
    reasons = Qt.FocusReason
    return event.reason() in (
        reasons.TabFocusReason,
        reasons.BacktabFocusReason,
        reasons.ShortcutFocusReason,
        reasons.OtherFocusReason,
    )


def is_for_a_while(event: QFocusEvent) -> bool:
    """Whether the keyboard goes to a menu or another window, or comes from there: it is given back where it was."""
    reasons = Qt.FocusReason
    return event.reason() in (
        reasons.ActiveWindowFocusReason,
        reasons.PopupFocusReason,
        reasons.MenuBarFocusReason,
    )


def claims_escape(event: QEvent) -> bool:
    """Keep Esc, where it ends something here, from ending something else in the window, such as judging once more.

    Whether it came. As a key it comes then, and not as the shortcut of an action.
    """
    is_override = event.type() == QEvent.Type.ShortcutOverride
    if not (is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape):
        return False
    event.accept()
    return True


def is_pressed_by_return(event: QKeyEvent, part: QWidget | None) -> bool:
    """Press the button that has the keyboard where Return or Enter comes: by itself Qt does so in dialogs alone."""
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if not (isinstance(part, QAbstractButton) and is_return and is_plain and not event.isAutoRepeat()):
        return False
    part.click()
    return True
