"""The bar at the right edge: where in both texts the links are, and which part of them is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from statement_compare.engine.model import Link, Side
from statement_compare.session.few_changes import few_changes
from statement_compare.ui.compare.ends import patched
from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.compare.mark_picture import MarkPicture
from statement_compare.ui.compare.marks import NOTABLE_FIRST
from statement_compare.ui.compare.numbers import np
from statement_compare.ui.compare.route import buckets
from statement_compare.ui.compare.tips import shows_link_tip
from statement_compare.ui.compare.tracks import Track
from statement_compare.ui.strings import say
from statement_compare.ui.widgets.painted import Painted

if TYPE_CHECKING:
    from numpy.typing import NDArray

OVERVIEW_WIDTH = 14
_NEAR = 5
_DELAY_MS = 200
_NOTABILITY = {verdict: rank for rank, verdict in enumerate(NOTABLE_FIRST)}


def _ranks(links: Sequence[Link]) -> NDArray[np.int64]:
    return np.array([_NOTABILITY[link.verdict] for link in links], dtype=np.int64)


class Overview(Painted):
    """Marks of the left text in the left half, of the right text in the right half, as `tracks` gives them."""

    heard_as = QAccessible.Role.Graphic

    scroll_requested = Signal(Side, float)  # side, place 0 to 1 that should be in the middle

    def __init__(self, inks: Inks, tracks: Callable[[], tuple[Track, Track]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retranslate()
        self._inks = inks
        self._ask = tracks
        self._links: Sequence[Link] = ()
        self._ranks: NDArray[np.int64] | None = None  # none without a link
        self._windows = {Side.LEFT: (0.0, 1.0), Side.RIGHT: (0.0, 1.0)}
        self._at_pixel: dict[Side, Sequence[int] | NDArray[np.int64]] = dict.fromkeys(Side, ())
        """The link that each pixel shows, -1 for none."""
        self._marks = MarkPicture()
        self._picture: QPixmap | None = None
        self._dragged: Side | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_DELAY_MS)
        self._soon.timeout.connect(self.refresh)
        self.setFixedWidth(OVERVIEW_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def retranslate(self) -> None:
        self.setAccessibleName(say("action.overview"))

    def sizeHint(self) -> QSize:
        return QSize(OVERVIEW_WIDTH, 200)

    def set_links(self, links: Sequence[Link]) -> None:
        """The links that tracks refer to."""
        changes = few_changes(self._links, links)
        if changes is None or self._ranks is None:
            self._ranks = _ranks(links) if links else None
        elif changes:
            places = np.array(changes.new_places(len(self._links)), dtype=np.int64)
            self._ranks = patched(self._ranks, places, changes.come, _ranks([links[i] for i in changes.come]))
        self._links = links
        self.refresh()

    def refresh(self) -> None:
        """Ask for the tracks again when the bar is painted next."""
        self._picture = None
        self.update()

    def refresh_soon(self) -> None:
        """The same once nothing has moved for a moment."""
        self._soon.start()

    def set_window(self, side: Side, first: float, last: float) -> None:
        """Which part of a side is on the screen, 0 to 1."""
        if self._windows[side] != (first, last):
            self._windows[side] = (first, last)
            self.update()

    def set_inks(self, inks: Inks) -> None:
        self._inks = inks
        self._picture = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if self._picture is None:
            self._picture = self._draw_marks()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        for side, (first, last) in self._windows.items():
            if last - first < 1.0:
                painter.fillRect(self._half(side, first * self.height(), last * self.height()), self._inks.shade)
        painter.end()

    def _half(self, side: Side, top: float, bottom: float) -> QRectF:
        middle = (self.width() + 1) / 2
        height = max(bottom - top, 6.0)
        if side == Side.LEFT:
            return QRectF(1, top, middle - 1, height)
        return QRectF(middle, top, self.width() - middle, height)

    def _draw_marks(self) -> QPixmap:
        if self._ranks is None:
            self._at_pixel = dict.fromkeys(Side, ())
            return self._marks.take_none(self.size(), self.devicePixelRatioF(), self._inks)
        count, height = len(self._links), self.height()
        shown = []
        for side, track in zip(Side, self._ask(), strict=True):
            # The most notable verdict wins a pixel; the link behind it is the remainder.
            coded = self._ranks[track.links] * count + track.links if len(track.links) else track.links
            codes = buckets(track.places, coded, 1.0, height)
            self._at_pixel[side] = np.where(codes < 0, -1, codes % max(count, 1))
            shown.append(np.where(codes < 0, -1, codes // max(count, 1)))
        left, right = shown
        return self._marks.take(left, right, self.size(), self.devicePixelRatioF(), self._inks)

    def link_at(self, x: float, y: float) -> int | None:
        """The link whose mark is nearest to a point."""
        links = self._at_pixel[self._side(x)]
        pixels = range(max(ceil(y - _NEAR), 0), min(floor(y + _NEAR) + 1, len(links)))
        near = [(abs(pixel - y), int(links[pixel])) for pixel in pixels if links[pixel] >= 0]
        return min(near)[1] if near else None

    def _side(self, x: float) -> Side:
        return Side.LEFT if x < self.width() / 2 else Side.RIGHT

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = None
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = self._side(event.position().x())
            self._request(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self._request(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        self._dragged = None

    def _request(self, y: float) -> None:
        if self._dragged is not None and self.height() > 0:
            self.scroll_requested.emit(self._dragged, min(max(y / self.height(), 0.0), 1.0))

    def event(self, event: QEvent) -> bool:
        return shows_link_tip(self, event, self.link_at, self._links) or super().event(event)
