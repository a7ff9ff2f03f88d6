"""A quiet line below the texts: what is being done and how far it is, with a way to stop it; or a hint."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from statement_compare.engine.model import Side
from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.widgets.told import Told

BUSY_HEIGHT = 32


class BusyLine(QWidget):
    """Shows a progress while there is one, else the hint, else nothing."""

    cancel_requested = Signal()
    offer_taken = Signal()

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self._hint = ""
        self._offers = False
        self._works: dict[Side | None, tuple[str, float | None]] = {}
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("soft", "true")
        self._label.setProperty("small", "true")
        self._told = Told()
        self._cancel = QPushButton(self)
        self._told.put(self._cancel.setText, "dialog.cancel")
        self._cancel.setProperty("quiet", "true")
        self._cancel.setProperty("small", "true")
        self._cancel.clicked.connect(self.cancel_requested)
        self._offer = QPushButton(self)
        self._told.put(self._offer.setText, "status.go_on")
        self._offer.setProperty("small", "true")
        self._offer.clicked.connect(self.offer_taken)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 1, 12, 0)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._offer)
        layout.addWidget(self._cancel)
        self.setFixedHeight(BUSY_HEIGHT)
        self.hide()

    def set_inks(self, inks: Inks) -> None:
        self._inks = inks
        self.update()

    def retranslate(self) -> None:
        """Name the buttons in the present language; hint and progress are said anew from outside."""
        self._told.again()

    def set_hint(self, text: str, offer: str = "") -> None:
        """`offer` is what a button beside the hint says, "" for no button."""
        self._hint = text
        self._offers = bool(offer)
        if offer:  # unseen without one, and yet never nameless
            self._offer.setText(offer)
        self._show()

    def set_work(self, side: Side | None, text: str, fraction: float | None) -> None:
        """What is done with a side or with both (None), the latest of which is shown; no text ends it.

        `fraction` is 0 to 1, or None where nobody knows.
        """
        if text:
            self._works[side] = text, fraction
        else:
            self._works.pop(side, None)
        self._show()

    @property
    def _work(self) -> tuple[str, float | None]:
        """What is done, and how far it is; no text where nothing is."""
        return next(reversed(self._works.values()), ("", None))

    @property
    def text(self) -> str:
        return self._label.text()

    def _show(self) -> None:
        work, fraction = self._work
        text = work or self._hint
        if fraction is not None:
            text = f"{text} · {fraction:.0%}"
        self._label.setText(text)
        self._label.setToolTip(text)
        self._offer.setVisible(self._offers and not work)
        self._cancel.setVisible(bool(work))
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._inks.paper)
        painter.fillRect(0, 0, self.width(), 1, self._inks.line)
        _, fraction = self._work
        if fraction is not None:
            painter.fillRect(QRectF(0, 0, self.width() * min(fraction, 1.0), 2), self._inks.accent)
        painter.end()
