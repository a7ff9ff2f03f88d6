"""The marks of the overview as a picture, drawn again only where another mark stands than before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from statement_compare.ui.compare.inks import Inks
from statement_compare.ui.compare.marks import NOTABLE_FIRST
from statement_compare.ui.compare.numbers import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEIGHT: Final = 4.0
_DENSE_HEIGHT: Final = 2.0
_DENSE_SHARE: Final = 1 / 6  # of the pixels have a mark
_REACH: Final = 4
"""No mark is seen further from its own pixel, also where the end of the picture has moved it."""
_WHOLE_SHARE: Final = 0.5
"""From this share of the picture on, all of it is drawn again at once."""

Notability: TypeAlias = "NDArray[np.int64]"
"""For each pixel of a side, the place in `NOTABLE_FIRST` of the verdict that it shows; -1 where it shows none."""


@dataclass(frozen=True, slots=True)
class _Canvas:
    size: QSize
    ratio: float
    inks: Inks
    is_dense: tuple[bool, bool]


class MarkPicture:
    """The picture of both sides' marks, the left text's in the left half."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._canvas: _Canvas | None = None
        self._shown: tuple[Notability, Notability] | None = None
        self.drawn_pixels = 0
        """How many rows of pixels were drawn the last time."""

    def take(self, left: Notability, right: Notability, size: QSize, ratio: float, inks: Inks) -> QPixmap:
        """The picture in a size, with an entry of `left` and `right` for each of its rows of pixels."""
        sides = (left, right)
        canvas = _Canvas(size, ratio, inks, (_is_dense(left), _is_dense(right)))
        bands = self._other_bands(sides, canvas)
        if bands is None:
            self._picture = _blank(canvas)
            bands = [(0, size.height())]
        if bands:
            painter = QPainter(self._picture)
            for top, bottom in bands:
                self._draw(painter, sides, canvas, top, bottom)
            painter.end()
        self.drawn_pixels = sum(bottom - top for top, bottom in bands)
        self._canvas, self._shown = canvas, sides
        return self._picture

    def take_none(self, size: QSize, ratio: float, inks: Inks) -> QPixmap:
        """The picture where there is no mark."""
        canvas = _Canvas(size, ratio, inks, (False, False))
        if canvas != self._canvas or self._shown is not None:
            self._picture = _blank(canvas)
            painter = QPainter(self._picture)
            self._draw(painter, None, canvas, 0, size.height())
            painter.end()
        self._canvas, self._shown = canvas, None
        return self._picture

    def _other_bands(self, sides: tuple[Notability, Notability], canvas: _Canvas) -> list[tuple[int, int]] | None:
        """From where to where (the end not included) the picture changes; None where nothing of it can stay."""
        if canvas != self._canvas or self._shown is None or canvas.ratio != int(canvas.ratio):
            return None  # a border between two bands could be in the middle of a screen's pixel
        height = canvas.size.height()
        is_other = np.zeros(height, dtype=bool)
        for before, after in zip(self._shown, sides, strict=True):
            for pixel in np.flatnonzero(before != after):
                is_other[max(pixel - _REACH, 0) : pixel + _REACH + 1] = True
        if is_other.sum() > height * _WHOLE_SHARE:
            return [(0, height)]
        borders = np.flatnonzero(np.diff(is_other, prepend=False, append=False))
        return list(zip(borders[::2].tolist(), borders[1::2].tolist(), strict=True))

    def _draw(
        self, painter: QPainter, sides: tuple[Notability, Notability] | None, canvas: _Canvas, top: int, bottom: int
    ) -> None:
        width, height, inks = canvas.size.width(), canvas.size.height(), canvas.inks
        painter.setClipRect(0, top, width, bottom - top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(0, top, width, bottom - top, inks.ground)
        painter.fillRect(0, top, 1, bottom - top, inks.line)
        if sides is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = (width + 1) / 2
        halves = (2.5, middle - 0.25), (middle + 0.25, width - 1.5)
        for notability, (left, right), is_dense in zip(sides, halves, canvas.is_dense, strict=True):
            tall = _DENSE_HEIGHT if is_dense else _HEIGHT
            first = max(top - _REACH, 0)
            near = notability[first : bottom + _REACH]
            # The least notable first, so that a contradiction is never hidden.
            for rank in range(len(NOTABLE_FIRST) - 1, -1, -1):
                painter.setBrush(inks.verdicts[NOTABLE_FIRST[rank]].mark)
                for pixel in (np.flatnonzero(near == rank) + first).tolist():
                    y = min(max(pixel - tall / 2, 0), height - tall)
                    painter.drawRoundedRect(QRectF(left, y, right - left, tall), 1.5, 1.5)


def _blank(canvas: _Canvas) -> QPixmap:
    size, ratio = canvas.size, canvas.ratio
    picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def _is_dense(notability: Notability) -> bool:
    return bool(np.count_nonzero(notability >= 0) >= len(notability) * _DENSE_SHARE)
