"""How large a dialog opens: as its type asks for, and no larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from statement_compare.ui.fonts import window_px

_TITLE_BAR_PX = 40


def open_at(dialog: QDialog, width: int, height: int) -> None:
    """Resize a dialog to a size that is meant for type of the usual size."""
    dialog.resize(QSize(window_px(width), window_px(height)).boundedTo(room_for(dialog)))


def room_for(dialog: QDialog) -> QSize:
    """As much as the screen has for a dialog within its frame."""
    return dialog.screen().availableSize() - QSize(0, _TITLE_BAR_PX)
