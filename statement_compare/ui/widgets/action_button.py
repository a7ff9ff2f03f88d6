"""A button that does what an action of the menu does, and shows the key that does it as well."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from statement_compare.ui.actions import first_keys
from statement_compare.ui.fonts import interface_font, scaled
from statement_compare.ui.mnemonics import without_mark
from statement_compare.ui.theme import Theme

_GAP = 6
_KEY_MARGIN = 4
_MARGIN, _TIGHT_MARGIN = 8.5, 5.5  # as the style sheet leaves around the words
_SHORT = {"Backspace": "⌫", "Space": "Space", "Del": "Del"}
_SIGNS = {"Space": "␣"}


@dataclass(frozen=True, slots=True)
class Fits:
    """How much of a button there is room for."""

    has_words: bool = True
    has_key: bool = True
    is_tight: bool = False


WITH_WORDS = Fits()
WAYS_TO_FIT = (
    WITH_WORDS,
    Fits(is_tight=True),
    Fits(has_words=False, is_tight=True),
    Fits(has_words=False, has_key=False, is_tight=True),
)
"""From the one that needs most room to the one that needs least."""


class ActionButton(QPushButton):
    """Pressing it triggers the action; what the action's check mark says, it says. `fit` tells how much it shows."""

    def __init__(self, action: QAction, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._theme = theme
        self._keys = ""
        self._fits = WITH_WORDS
        self._short = ""
        self.setProperty("keyed", True)
        self.setAutoDefault(False)
        self.set_share(1.0)
        self.refresh()
        action.changed.connect(self.refresh)
        self.clicked.connect(self._press)

    def refresh(self) -> None:
        """Take words, key and state from the action."""
        action = self._action
        keys = first_keys(action)
        keys = _SHORT.get(keys, keys)
        self._keys = keys if self._fits is WITH_WORDS else _SIGNS.get(action.shortcut().toString(), keys)
        words = without_mark(action.text()).removesuffix("…")
        self.setText(words if self._fits.has_words else self._short or words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(keys)
        self.setToolTip(f"{action.statusTip() or words} ({keys})" if keys else action.statusTip() or words)
        self.setEnabled(action.isEnabled())
        if action.isCheckable():
            self.setCheckable(True)
            self.setChecked(action.isChecked())
        self.updateGeometry()

    def set_on(self, is_on: bool) -> None:
        """Whether this is what holds now, where the action itself has no check mark."""
        self.setCheckable(True)
        self.setChecked(is_on)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_share(self, share: float) -> None:
        self._key_font = interface_font(scaled(10, share), is_strong=True)
        self.updateGeometry()

    def fit(self, fits: Fits, short: str = "") -> None:
        """Show as much as there is room for; `short` is what it says where words are too long."""
        if (fits, short) != (self._fits, self._short):
            if fits.is_tight != self._fits.is_tight:
                self.setProperty("tight", fits.is_tight)
                self.style().unpolish(self)
                self.style().polish(self)
            self._fits, self._short = fits, short
            self.refresh()

    @property
    def shows_key(self) -> bool:
        """Whether there is room for the key, and there is one."""
        return self._key_room() > 0

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + self._key_room(), size.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """A button that has the keyboard is pressed by Space, whatever else Space does around it."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_key and is_plain_space(event):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._key_room():
            return
        metrics = QFontMetrics(self._key_font)
        width, height = metrics.horizontalAdvance(self._keys) + 2 * _KEY_MARGIN, metrics.height() + 1
        margin = _TIGHT_MARGIN if self._fits.is_tight else _MARGIN
        box = QRectF(self.width() - width - margin, round((self.height() - height) / 2) + 0.5, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.paper))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(self._key_font)
        painter.setPen(QColor(self._theme.soft))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._keys)

    def _key_room(self) -> int:
        if not (self._fits.has_key and self._keys):
            return 0
        return QFontMetrics(self._key_font).horizontalAdvance(self._keys) + 2 * _KEY_MARGIN + _GAP

    def _press(self) -> None:
        self._action.trigger()
        self.refresh()


def is_plain_space(event: QEvent) -> bool:
    """Whether a key event is that of Space without other keys."""
    assert isinstance(event, QKeyEvent)
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier
