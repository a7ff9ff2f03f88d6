"""The stretch between the two texts: a curve for each link that touches what is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from statement_compare.engine.model import Link
from statement_compare.ui.compare.header import header_height
from statement_compare.ui.compare.inks import Inks, VerdictInk, dashed
from statement_compare.ui.compare.route import Curve, nearest
from statement_compare.ui.compare.tips import shows_link_tip
from statement_compare.ui.fonts import interface_font
from statement_compare.ui.strings import SIGNS, say
from statement_compare.ui.widgets.painted import Painted

GUTTER_WIDTH = 76
_BADGE = 10.0
_REACH = 7.0


class Gutter(Painted):
    """Draws curves that `curves` gives when they are painted; a click on one of them chooses its link."""

    heard_as = QAccessible.Role.Graphic

    link_clicked = Signal(int)
    link_hovered = Signal(int)  # -1 where none is under the pointer

    def __init__(self, inks: Inks, curves: Callable[[], Sequence[Curve]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retranslate()
        self._inks = inks
        self._ask = curves
        self._curves: Sequence[Curve] = ()
        self._links: Sequence[Link] = ()
        self._shown: frozenset[int] | None = None
        self._by_hand: frozenset[int] = frozenset()
        self._chosen: int | None = None
        self._hovered: int | None = None
        self._sign_font = interface_font(13, is_strong=True)
        self._top = header_height()
        self.setFixedWidth(GUTTER_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)

    def retranslate(self) -> None:
        self.setAccessibleName(say("side.links"))

    def sizeHint(self) -> QSize:
        return QSize(GUTTER_WIDTH, 200)

    def set_links(self, links: Sequence[Link], shown: frozenset[int] | None) -> None:
        """The links that curves refer to; those not in `shown` are faint. None: all are shown."""
        self._links, self._shown = links, shown
        self.update()

    def set_by_hand(self, links: frozenset[int]) -> None:
        """The links that a person made: their curves are dashed."""
        self._by_hand = links
        self.update()

    def set_chosen(self, link: int | None) -> None:
        self._chosen = link
        self.update()

    def set_hovered(self, link: int | None) -> None:
        if link != self._hovered:
            self._hovered = link
            self.update()

    def set_inks(self, inks: Inks) -> None:
        self._inks = inks
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._top = header_height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        self._curves = self._ask()
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._inks.ground)
        painter.fillRect(0, 0, 1, self.height(), self._inks.line)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._inks.line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(0, self._top, self.width(), self.height() - self._top))
        last: list[Curve] = []
        for curve in self._curves:
            if curve.link in (self._chosen, self._hovered):
                last.append(curve)
            else:
                self._draw(painter, curve)
        last.sort(key=lambda curve: curve.link == self._chosen)
        has_badge = False
        for curve in last:
            self._draw(painter, curve)
        for curve in last:
            if curve.link == self._chosen and not has_badge:
                has_badge = self._draw_badge(painter, curve)
        painter.end()

    def _draw(self, painter: QPainter, curve: Curve) -> None:
        points = curve.part(self._top - 8.0, self.height() + 8.0, float(self.width()))
        if not points:
            return
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points
        path = QPainterPath(QPointF(x0, y0))
        path.cubicTo(x1, y1, x2, y2, x3, y3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = self._pen(curve)
        painter.setPen(dashed(pen) if curve.link in self._by_hand else pen)
        painter.drawPath(path)

    def _pen(self, curve: Curve) -> QPen:
        link = curve.link
        ink: VerdictInk = self._inks.verdicts[self._links[link].verdict]
        if link == self._chosen:
            return ink.chosen_curve
        if link == self._hovered:
            return ink.hovered_curve
        if self._shown is not None and link not in self._shown:
            return ink.dimmed_curve
        # Curves that come from afar are hairlines: there may be many of them, and Qt draws those fast.
        return ink.far_curve if abs(curve.left - curve.right) > 2 * self.height() else ink.curve

    def _draw_badge(self, painter: QPainter, curve: Curve) -> bool:
        """The sign on the chosen curve: in its middle, or where the part on the screen is nearest to it."""
        low, high = self._top + _BADGE + 3, self.height() - _BADGE - 3
        for step in range(26):
            for share in {0.5 - step / 60, 0.5 + step / 60}:
                y = curve.y_at(share)
                if low <= y <= high:
                    self._draw_sign(painter, QPointF(share * self.width(), y), curve.link)
                    return True
        return False

    def _draw_sign(self, painter: QPainter, centre: QPointF, link: int) -> None:
        ink = self._inks.verdicts[self._links[link].verdict]
        painter.setPen(QPen(ink.colour, 1))
        painter.setBrush(self._inks.paper)
        painter.drawEllipse(centre, _BADGE, _BADGE)
        painter.setFont(self._sign_font)
        painter.drawText(
            QRectF(centre.x() - _BADGE, centre.y() - _BADGE, 2 * _BADGE, 2 * _BADGE),
            Qt.AlignmentFlag.AlignCenter,
            SIGNS[self._links[link].verdict],
        )

    def link_at(self, x: float, y: float) -> int | None:
        """The link whose curve is at a point."""
        if y < self._top:
            return None
        curves = [curve for curve in self._curves if self._shown is None or curve.link in self._shown]
        return nearest(curves, x, y, float(self.width()), _REACH)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        link = self.link_at(event.position().x(), event.position().y())
        self.setCursor(Qt.CursorShape.ArrowCursor if link is None else Qt.CursorShape.PointingHandCursor)
        self.link_hovered.emit(-1 if link is None else link)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        link = self.link_at(event.position().x(), event.position().y())
        if link is not None:
            self.link_clicked.emit(link)

    def leaveEvent(self, event: QEvent) -> None:
        self.link_hovered.emit(-1)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        return shows_link_tip(self, event, self.link_at, self._links) or super().event(event)
