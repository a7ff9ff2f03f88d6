"""The line below everything: counts at the left, a passing message in the middle, what judged at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from statement_compare.ui.fonts import window_px

_MESSAGE_MS = 6000
_HEIGHT = 26


class StatusLine(QWidget):
    """Fields are shown in the order in which they were added; a message passes after some seconds."""

    def __init__(self, parent: QWidget | None = None, give_way: Sequence[str] = ()) -> None:
        """`give_way` names the fields that a narrow line leaves out, the first one first."""
        super().__init__(parent)
        self._give_way = give_way
        self.setObjectName("statusLine")
        self.setFixedHeight(window_px(_HEIGHT))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("paper", True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(18)
        self._fields: dict[str, QLabel] = {}
        self._message = QLabel()
        self._message.setProperty("small", True)
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MESSAGE_MS)
        self._timer.timeout.connect(self._end_message)

    def changeEvent(self, event: QEvent) -> None:
        """The window was dressed anew, perhaps in larger type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(window_px(_HEIGHT))

    @property
    def message(self) -> str:
        return self._message.text()

    def add_field(self, name: str) -> QLabel:
        label = QLabel()
        label.setProperty("small", True)
        label.setProperty("soft", True)
        label.hide()
        self._fields[name] = label
        self._row.addWidget(label)
        return label

    def add_message(self) -> None:
        self._row.addWidget(self._message, 1)

    def field(self, name: str) -> str:
        return self._fields[name].text()

    def tip(self, name: str) -> str:
        return self._fields[name].toolTip()

    def show_field(self, name: str, words: str, tip: str = "") -> None:
        """Rich text for one field; "" hides it."""
        label = self._fields[name]
        label.setText(words)
        label.setToolTip(tip)
        label.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is not room for all fields, some give way whole: none is cut off."""
        said = {name: label for name, label in self._fields.items() if label.text()}
        margins, gap = self._row.contentsMargins(), self._row.spacing()
        room = self.width() - margins.left() - margins.right()
        needed = sum(label.sizeHint().width() + gap for label in said.values())
        needed += self._message.fontMetrics().horizontalAdvance(self._message.text())
        for name in self._give_way:
            if name in said:
                gives_way = needed > room
                said[name].setVisible(not gives_way)
                needed -= gives_way * (said[name].sizeHint().width() + gap)

    def hint(self, words: str) -> None:
        """Show what the action under the pointer does; "" when the pointer leaves it.

        Where it would be cut off, the counts before it give way until then.
        """
        self._timer.stop()
        self._message.setText(words)
        if self._message.fontMetrics().horizontalAdvance(words) > self._message.width():
            for label in self._before_message():
                label.hide()
        elif not words:
            self._show_counts_again()

    def say(self, words: str) -> None:
        """Show a message, and let a screen reader say it."""
        self._message.setText(words)
        self._message.setToolTip(words)
        self._show_counts_again()
        self._timer.start()
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._message, words))

    def _end_message(self) -> None:
        self._message.setText("")
        self._fit()

    def _before_message(self) -> list[QLabel]:
        place = self._row.indexOf(self._message)
        return [label for label in self._fields.values() if self._row.indexOf(label) < place]

    def _show_counts_again(self) -> None:
        for label in self._before_message():
            label.setVisible(bool(label.text()))
        self._fit()
