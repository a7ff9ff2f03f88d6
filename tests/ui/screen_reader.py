"""A widget with everything in it as a screen reader walks through it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_USED_BY_CLICKS = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.ComboBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.SpinBox,
        QAccessible.Role.ListItem,
        QAccessible.Role.MenuItem,
        QAccessible.Role.PageTab,
    }
)
_SAYS_ITSELF = frozenset({QAccessible.Role.StaticText, QAccessible.Role.Separator})
"""A text that can be selected is its own name, and says nothing while it is empty."""


def elements(widget: QWidget) -> Iterator[tuple[str, QAccessibleInterface]]:
    """Every element below a widget, with the way to it."""
    yield from _below(QAccessible.queryAccessibleInterface(widget), "")


def _below(found: QAccessibleInterface, way: str) -> Iterator[tuple[str, QAccessibleInterface]]:
    target = found.object()
    way += f" > {found.role().name if target is None else type(target).__name__}"
    yield way, found
    for number in range(found.childCount()):
        child = found.child(number)
        if child is not None and child.isValid():
            yield from _below(child, way)


def nameless(widget: QWidget) -> list[str]:
    """The ways to elements that a key or a click can use and that have no name."""
    return [
        way
        for way, found in elements(widget)
        if (found.state().focusable or found.role() in _USED_BY_CLICKS)
        and found.role() not in _SAYS_ITSELF
        and not found.text(QAccessible.Text.Name).strip()
    ]
