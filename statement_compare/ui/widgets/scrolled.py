"""A column that scrolls where there is too little height for it, and that the keyboard reaches only then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(content: QWidget) -> QScrollArea:
    """The content as wide as there is room, without a frame."""
    scroller = QScrollArea()
    scroller.setFrameShape(QFrame.Shape.NoFrame)
    scroller.setWidgetResizable(True)
    scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroller.setWidget(content)
    scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroller.verticalScrollBar().rangeChanged.connect(
        lambda _, most: scroller.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)
    )
    return scroller
