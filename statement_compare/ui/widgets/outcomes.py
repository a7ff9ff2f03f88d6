"""What a model read in one direction: three probabilities as figures with their signs, and as a bar of three parts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from statement_compare.engine.model import Entailment
from statement_compare.ui.fonts import interface_font, scaled
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.painted import Painted

_BAR = 6
_GAP = 8
_SIGN_GAP = 3
_SEAM = 1.0


class Outcomes(Painted):
    """`signs` and `figure` say how the probabilities are written, in the order entails, neutral, contradicts."""

    def __init__(self, signs: tuple[str, str, str], theme: Theme) -> None:
        super().__init__()
        self._label = ""
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # arrows and figures run from left to right
        self._signs = signs
        self._theme = theme
        self._share = 1.0
        self._shares: tuple[float, float, float] = (0.0, 0.0, 0.0)
        self._figures = ("", "", "")
        self.set_share(1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_label(self, label: str) -> None:
        """The direction as it is drawn; `setAccessibleName` says it in words."""
        self._label = label
        self.set_share(self._share)

    @property
    def figures(self) -> tuple[str, str, str]:
        return self._figures

    def show_outcomes(self, entailment: Entailment, figures: tuple[str, str, str], words: str) -> None:
        """`figures` are the three probabilities as they are written, `words` all of them in words."""
        self._shares = (entailment.entailment, entailment.neutral, entailment.contradiction)
        self._figures = figures
        self.setAccessibleDescription(words)
        self.update()

    def set_share(self, share: float) -> None:
        """How large the type is; 1 is its usual size."""
        self._share = share
        self._label_font = interface_font(scaled(11, share))
        self._figure_font = interface_font(scaled(11, share))
        self._leading_font = interface_font(scaled(11, share), is_strong=True)
        metrics = QFontMetricsF(self._leading_font)
        self._label_width = QFontMetricsF(self._label_font).horizontalAdvance(self._label)
        self._sign_width = max(metrics.horizontalAdvance(sign) for sign in self._signs)
        self._figure_width = metrics.horizontalAdvance("1.00")
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, round(QFontMetricsF(self._leading_font).height()) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(170, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())  # Qt takes that of the application else
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        height = float(self.height())
        painter.setFont(self._label_font)
        painter.setPen(QColor(self._theme.soft))
        painter.drawText(QRectF(0, 0, self._label_width + 1, height), left, self._label)

        theme = self._theme
        inks = (theme.agreement_ink, theme.unclear_ink, theme.contradiction_ink)
        cell = self._sign_width + _SIGN_GAP + self._figure_width
        leading = max(range(3), key=lambda i: self._shares[i])
        x = self.width() - 3 * cell - 2 * _GAP
        bar = QRectF(self._label_width + _GAP, 0, x - self._label_width - 2 * _GAP - 2, height)
        for i, ink in enumerate(inks):
            painter.setFont(self._leading_font if i == leading else self._figure_font)
            painter.setPen(QColor(ink))
            painter.drawText(QRectF(x, 0, self._sign_width + 1, height), left, self._signs[i])
            painter.setPen(QColor(theme.ink if i == leading else theme.soft))
            figure = QRectF(x + self._sign_width + _SIGN_GAP, 0, self._figure_width + 1, height)
            painter.drawText(figure, left, self._figures[i])
            x += cell + _GAP
        self._draw_bar(painter, bar, (theme.agreement_ink, theme.track, theme.contradiction_ink))

    def _draw_bar(self, painter: QPainter, room: QRectF, colours: tuple[str, str, str]) -> None:
        """Three parts that fill a track with round ends, a seam of paper between them."""
        track = QRectF(room.left(), room.center().y() - _BAR / 2, room.width(), _BAR)
        outline = QPainterPath()
        outline.addRoundedRect(track, _BAR / 2, _BAR / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipPath(outline)
        painter.fillRect(track, QColor(self._theme.track))
        start = track.left()
        total = sum(self._shares) or 1.0
        for share, colour in zip(self._shares, colours, strict=True):
            end = start + track.width() * share / total
            painter.fillRect(QRectF(QPointF(start, track.top()), QPointF(end, track.bottom())), QColor(colour))
            if track.left() < start < track.right() - _SEAM:
                painter.fillRect(QRectF(start - _SEAM / 2, track.top(), _SEAM, _BAR), QColor(self._theme.paper))
            start = end
