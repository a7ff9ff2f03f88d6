"""What the window shows while nothing is open: the ways to begin, and the pairs that were open last."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from statement_compare.engine.model import Side
from statement_compare.engine.text import hidden
from statement_compare.session.recent import Pair, Recent
from statement_compare.ui.incoming import incoming, is_welcome
from statement_compare.ui.names import pair_name
from statement_compare.ui.pages import SUBJECT_PROPERTY
from statement_compare.ui.strings import say
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.action_button import ActionButton
from statement_compare.ui.widgets.told import Told

_WIDTH = 492
_MOST_PAIRS = 6
_PADDING = 24
CARD = "startCard"
"""The name of the part of the page in which all of it stands."""
WAYS = ("open_both", "paste", "open_session", "sample", "tour")


class StartPage(QWidget):
    """`pair_chosen(Pair)` is the wish for a recent pair; what falls on a half of the page is for that side."""

    pair_chosen = Signal(object)
    files_dropped = Signal(Side, list)
    text_dropped = Signal(Side, str)

    def __init__(self, actions: Mapping[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("paper", True)
        self.setProperty(SUBJECT_PROPERTY, "start")
        self.setAcceptDrops(True)
        self._told = Told()
        title, text = QLabel(), QLabel()
        title.setStyleSheet("font-size: 20px; font-weight: 600;")
        text.setWordWrap(True)
        text.setProperty("soft", True)
        self._told.put(title.setText, "start.title")
        self._told.put(text.setText, "start.text")
        self.ways = {name: ActionButton(actions[name], theme) for name in WAYS}
        self._head = QLabel()
        self._head.setProperty("strong", True)
        self._told.put(self._head.setText, "menu.recent")
        self.pair_buttons: list[_PairButton] = []
        self._pairs = QVBoxLayout()
        self._pairs.setSpacing(2)
        self._inner = QWidget()
        self._inner.setObjectName(CARD)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(text)
        column.addSpacing(8)
        for button in self.ways.values():
            column.addWidget(button)
        column.addSpacing(14)
        column.addWidget(self._head)
        column.addLayout(self._pairs)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._inner)
        row.addStretch(1)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)
        self.setFocusProxy(self.ways["open_both"])

    @property
    def pairs(self) -> list[str]:
        """The recent pairs as they are named."""
        return [button.name for button in self.pair_buttons]

    def show_pairs(self, recent: Recent) -> None:
        for button in self.pair_buttons:
            button.hide()
            button.setParent(None)
            button.deleteLater()  # it may be the one that was just pressed
        pairs = [pair for pair in recent.pairs if pair.is_complete][:_MOST_PAIRS]
        self.pair_buttons = [self._button(pair) for pair in pairs]
        for button in self.pair_buttons:
            self._pairs.addWidget(button)
        self._head.setVisible(bool(pairs))

    def set_theme(self, theme: Theme) -> None:
        for button in self.ways.values():
            button.set_theme(theme)

    def retranslate(self) -> None:
        self._told.again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inner.setFixedWidth(max(1, min(_WIDTH, self.width() - 48)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        found = incoming(event.mimeData())
        side = Side.LEFT if event.position().x() < self.width() / 2 else Side.RIGHT
        if found.paths:
            self.files_dropped.emit(side, list(found.paths))
        elif found.text:
            self.text_dropped.emit(side, found.text)

    def _button(self, pair: Pair) -> _PairButton:
        button = _PairButton(pair_name(pair))
        button.setToolTip(hidden.shown(f"{pair.left.path}\n{pair.right.path}".strip()))
        button.clicked.connect(lambda _=False: self.pair_chosen.emit(pair))
        return button


class _PairButton(QPushButton):
    """Names a pair, as far as there is room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.setProperty("quiet", True)
        self.setStyleSheet("text-align: left;")
        self.setAutoDefault(False)
        self.setAccessibleName(say("start.pair", name=name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - _PADDING
        words = self.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideMiddle, room)
        self.setText(words.replace("&", "&&"))
