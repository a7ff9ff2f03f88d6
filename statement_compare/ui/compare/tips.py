"""What the mouse is told where it rests on a link, in the gutter and in the overview alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from statement_compare.engine.model import Link
from statement_compare.ui.compare import words


def shows_link_tip(
    widget: QWidget, event: QEvent, link_at: Callable[[float, float], int | None], links: Sequence[Link]
) -> bool:
    """Answer a request for a tip with the link under the mouse; False if the event asks for something else."""
    if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
        return False
    link = link_at(event.x(), event.y())
    if link is None:
        QToolTip.hideText()
    else:
        QToolTip.showText(event.globalPos(), words.link_tip(links[link]), widget)
    return True
