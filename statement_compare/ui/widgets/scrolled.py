"""A column that scrolls where there is too little height for it, and that the keyboard reaches only then."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
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


class ScrolledPage(QScrollArea):
    """A page that asks for as much room as its content wants, and scrolls where the screen has less."""

    def __init__(self, content: QWidget, least: QSize) -> None:
        super().__init__()
        self._content = content
        self._least = least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(content)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard is in what it holds, which is brought into sight

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._content.minimumSizeHint().boundedTo(self._least)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        held = self._content
        return held.heightForWidth(width) if held.hasHeightForWidth() else held.sizeHint().height()
