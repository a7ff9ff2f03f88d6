"""The line above the reasons: what a finding was called, and the way into and out of trying other words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from statement_compare.ui.fonts import scaled
from statement_compare.ui.strings import say
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.elided_label import ElidedLabel
from statement_compare.ui.widgets.told import Told

_CHIP_HEIGHT = 24


class Head(QHBoxLayout):
    """The heading; while a person tries other words, a sign before it and a note behind it."""

    started = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = QLabel()
        self.heading.setProperty("title", True)
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._told = Told()
        self._keys = ""
        self._sign = QLabel()
        self._told.put(self._sign.setText, "inspector.what_if")
        self._told.put(self._sign.setToolTip, "inspector.what_if_tip")
        self._decided = ElidedLabel()
        self._decided.setProperty("small", True)
        self._note = ElidedLabel()
        self._note.setProperty("soft", True)
        self._note.setProperty("small", True)
        self._told.put(self._note.setToolTip, "inspector.what_if_tip")
        self._start = _chip()
        self._told.put(self._start.setText, "inspector.what_if_start")
        self._told.put(self._show_keys, "inspector.what_if_start_tip")
        self._start.clicked.connect(lambda: self.started.emit())
        self._end = _chip()
        self._told.put(self._end.setText, "inspector.what_if_end")
        self._told.put(self._end.setToolTip, "inspector.what_if_end_tip")
        self._end.clicked.connect(lambda: self.ended.emit())
        self.setSpacing(9)
        middle = Qt.AlignmentFlag.AlignVCenter
        self.addWidget(self._sign, 0, middle)
        self.addWidget(self.heading, 1)
        self.addWidget(self._note)
        self.addWidget(self._decided, 0, middle)
        for button in (self._start, self._end):
            self.addWidget(button, 0, middle)

    @property
    def text(self) -> str:
        return self.heading.text()

    def say(self, words: str, verdict: str, *, is_soft: bool, wraps: bool) -> None:
        """`verdict` names the colour, "" for none; what `is_soft` is no heading but a hint."""
        self.heading.setText(words)
        self.heading.setProperty("verdict", verdict)
        self.heading.setProperty("soft", is_soft)
        self.heading.setProperty("title", not is_soft)
        self.heading.setWordWrap(wraps)
        self.heading.style().unpolish(self.heading)
        self.heading.style().polish(self.heading)

    @property
    def decided(self) -> str:
        """What a person decided, as it is shown."""
        return "" if self._decided.isHidden() else self._decided.words

    def say_decided(self, words: str) -> None:
        """What a person decided of the finding, behind what it was called."""
        self._decided.show_words(words)

    def note(self, words: str) -> None:
        """What is to be known while other words are tried."""
        self._note.show_words(words)

    def show_trial(self, is_on: bool) -> None:
        """Whether other words are being tried."""
        for widget in (self._sign, self._note, self._end):
            widget.setVisible(is_on)

    def offer_trial(self, is_offered: bool) -> None:
        """Whether other words can be tried now."""
        self._start.setVisible(is_offered)

    def set_keys(self, keys: str) -> None:
        """Name the keys that start trying other words, "" for none."""
        self._keys = keys
        self._show_keys(say("inspector.what_if_start_tip"))

    def _show_keys(self, tip: str) -> None:
        self._start.setToolTip(f"{tip} ({self._keys})" if self._keys else tip)

    def retranslate(self) -> None:
        """Say everything but heading and note in the present language."""
        self._told.again()

    def set_share(self, share: float) -> None:
        """The type has grown by this share."""
        for button in (self._start, self._end):
            button.setMinimumHeight(scaled(_CHIP_HEIGHT, share))

    def dress(self, theme: Theme, share: float) -> None:
        """The colours of the sign."""
        self._sign.setStyleSheet(
            f"color: {theme.paper}; background: {theme.accent}; border-radius: 3px; padding: 1px 6px;"
            f" font-size: {scaled(11, share)}px; font-weight: 600;"
        )


def _chip() -> QPushButton:
    button = QPushButton()
    button.setProperty("chip", True)
    button.setMinimumHeight(_CHIP_HEIGHT)
    return button
