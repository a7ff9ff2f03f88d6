"""The parts that Qt puts into fields and leaves without a name: a button that clears, a list that drops down."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QKeySequenceEdit, QLineEdit, QToolButton

from statement_compare.ui.strings import say


def name_parts(field: QLineEdit | QComboBox | QKeySequenceEdit, name: str) -> None:
    """Name a field and its parts for a screen reader; call it once the field has its button that clears."""
    field.setAccessibleName(name)
    if isinstance(field, QComboBox):
        field.view().setAccessibleName(name)
    for line in field.findChildren(QLineEdit):
        line.setAccessibleName(name)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(say("field.clear", name=name))
