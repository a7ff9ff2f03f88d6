"""How the parts share the window: findings beside or in a drawer, the reason below, two thirds for the texts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from statement_compare.ui.fonts import window_px
from statement_compare.ui.parts import Parts
from statement_compare.ui.widgets.drawer import Drawer

FINDINGS_WIDTH = 272
NARROW_WIDTH = 1100
_WIDEST_FINDINGS = 420
_LEAST_INSPECTOR = 108
_DRAG_ENDS_MS = 400


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person wants to see."""

    findings_shown: bool
    inspector_shown: bool
    inspector_height: int


class Frame(QWidget):
    """The centre of the window. `inspector_dragged(int)` says the height that a person gave the inspector."""

    inspector_dragged = Signal(int)
    drawer_closed = Signal()

    def __init__(self, parts: Parts, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._is_shared = False  # whether the findings stand beside the texts, at a width of their own
        self._findings_width, self._least_findings = FINDINGS_WIDTH, 0
        self._work = _splitter(Qt.Orientation.Vertical, parts.page, parts.inspector)
        self._work.setStretchFactor(0, 1)
        self._body = _splitter(Qt.Orientation.Horizontal, parts.panel, self._work)
        self._body.setStretchFactor(1, 1)
        parts.panel.setMaximumWidth(_WIDEST_FINDINGS)
        line = QFrame()
        line.setProperty("line", True)
        self._line = line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(parts.bar)
        column.addWidget(self._body, 1)
        column.addWidget(line)
        column.addWidget(parts.status)
        self._drawer = Drawer(parent)
        self._drawer.closed.connect(self.drawer_closed)
        self._drag_end = QTimer(self)
        self._drag_end.setSingleShot(True)
        self._drag_end.setInterval(_DRAG_ENDS_MS)
        self._drag_end.timeout.connect(lambda: self.inspector_dragged.emit(parts.inspector.height()))
        self._body.splitterMoved.connect(self._take_width)
        self._work.splitterMoved.connect(lambda *_: self._drag_end.start())

    def _take_width(self, position: int, _handle: int) -> None:
        """The width that a person gave the findings."""
        self._findings_width = position

    def is_narrow(self, width: int) -> bool:
        return width < NARROW_WIDTH

    def arrange(self, wishes: Wishes, width: int, height: int, menu_height: int) -> bool:
        """Share `width` x `height`, of which the menu takes a part; returns whether the findings stand beside.

        The sizes are given because children still have their old ones while a window is being resized.
        """
        parts = self._parts
        is_beside = wishes.findings_shown and not self.is_narrow(width)
        least = parts.panel.minimumWidth()
        if is_beside and (not self._is_shared or least != self._least_findings):
            self._drawer.hide()
            self._body.insertWidget(0, parts.panel)
            # What is in the panel would ask for more: the boxes of a page that is not even shown. With smaller type
            # again, it is as wide as it was.
            findings, self._least_findings = max(self._findings_width, least), least
            self._body.setSizes([findings, max(1, width - findings)])
        elif not is_beside and parts.panel.parentWidget() is self._body:
            self._drawer.take(parts.panel)
        self._is_shared = is_beside
        parts.panel.show()
        parts.inspector.setVisible(wishes.inspector_shown)
        around = menu_height + parts.bar.height() + parts.status.height() + 1
        inner = height - around
        # In larger type the reason keeps its least lines; the texts then have less than two thirds, and never half.
        least = max(_LEAST_INSPECTOR, min(window_px(_LEAST_INSPECTOR), inner // 2))
        room = max(least, inner - round(height * 2 / 3) - 1)
        inspector = max(least, min(wishes.inspector_height, room))
        parts.inspector.setMaximumHeight(room)
        self._work.setSizes([max(1, inner - inspector - 1), inspector])
        return is_beside

    def open_drawer(self, button: QWidget) -> None:
        self._drawer.open_below(button)

    def toggle_drawer(self, button: QWidget) -> bool:
        """Open or close the drawer; returns whether it is open now."""
        if self._drawer.isVisible():
            self._drawer.close_up()
            return False
        self._drawer.open_below(button)
        return True

    def close_drawer(self) -> None:
        self._drawer.close_up()


def fitted(inner: QRect, outer: QRect, available: QRect) -> QRect:
    """Where a window's inside has to be, so that all of it with its frame lies on the screen.

    `inner` and `outer` are the window without and with its frame, `available` what the screen has to offer. A window
    is made smaller only as far as it has to be, and then moved.
    """
    left, top = inner.left() - outer.left(), inner.top() - outer.top()
    around_width, around_height = outer.width() - inner.width(), outer.height() - inner.height()
    width = min(inner.width(), available.width() - around_width)
    height = min(inner.height(), available.height() - around_height)
    x = min(outer.left(), available.left() + available.width() - width - around_width)
    y = min(outer.top(), available.top() + available.height() - height - around_height)
    return QRect(max(x, available.left()) + left, max(y, available.top()) + top, width, height)


def _splitter(orientation: Qt.Orientation, first: QWidget, second: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    splitter.addWidget(first)
    splitter.addWidget(second)
    return splitter
