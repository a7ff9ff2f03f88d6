"""One figure between 0 and 1 as a thin bar with its name and value above it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from statement_compare.ui.fonts import interface_font, scaled
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.painted import Painted

_TRACK = 6
_GAP = 4


class Gauge(Painted):
    """The bar is drawn in `colour`, which the owner chooses; a value of None draws an empty track."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._theme = theme
        self._colour = theme.soft
        self._value: float | None = None
        self._words = ""
        self.set_share(1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.update()

    @property
    def colour(self) -> str:
        return self._colour

    @property
    def words(self) -> str:
        return self._words

    @property
    def words_width(self) -> int:
        """What name and value take, with a gap between them."""
        name, value = QFontMetrics(self._name_font), QFontMetrics(self._value_font)
        return name.horizontalAdvance(self._name) + 2 * _GAP + value.horizontalAdvance(self._words)

    def show_value(self, value: float | None, words: str, colour: str) -> None:
        self._value, self._words, self._colour = value, words, colour
        self.setAccessibleDescription(words)
        self.update()

    def set_share(self, share: float) -> None:
        """How large the type is; 1 is its usual size."""
        self._name_font = interface_font(scaled(12, share))
        self._value_font = interface_font(scaled(12, share), is_strong=True)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, QFontMetrics(self._name_font).height() + _GAP + _TRACK)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(0, 0, self.width(), QFontMetrics(self._name_font).height())
        painter.setFont(self._name_font)
        painter.setPen(QColor(self._theme.soft))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._name)
        painter.setFont(self._value_font)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._words)
        track = QRectF(0, line.bottom() + _GAP, self.width(), _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.track))
        painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        if self._value:
            # Clipped rather than narrowed, so that a small value keeps the track's round end.
            painter.setClipRect(QRectF(0, track.top(), self.width() * min(self._value, 1.0), _TRACK))
            painter.setBrush(QColor(self._colour))
            painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
