"""The button that closes a page on which nothing is decided."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from statement_compare.ui.widgets.told import Told


def add_close(buttons: QDialogButtonBox, page: QDialog, told: Told, *, is_default: bool = False) -> None:
    """Put it into a page's buttons; where the page has something better to do with Return, it is not the default."""
    close = buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
    told.put(close.setText, "dialog.close")
    close.setAutoDefault(is_default)
    close.setDefault(is_default)
    buttons.rejected.connect(page.reject)
