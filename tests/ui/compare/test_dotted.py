"""The line below sentences that are not answered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from statement_compare.ui.compare.dotted import DottedLine

pytestmark = pytest.mark.usefixtures("qapp")

WIDTH, BOTTOM = 2400, 11


def painted(ratio: float) -> tuple[QImage, QPainter]:
    image = QImage(round(WIDTH * ratio), round(20 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def lightness(image: QImage, right: int) -> list[int]:
    return [image.pixelColor(x, y).lightness() for x in range(right) for y in range(image.height())]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_copied_dots_are_those_that_a_pen_draws_also_where_one_strip_ends(ratio: float) -> None:
    copied, painter = painted(ratio)
    DottedLine(QColor("black")).paint(painter, 20.2, 2330.4, BOTTOM)
    painter.end()
    drawn, painter = painted(ratio)
    pen = QPen(QColor("black"), 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 1.6])
    painter.setPen(pen)
    painter.drawLine(QLineF(20.75, BOTTOM - 1.5, 2330, BOTTOM - 1.5))
    painter.end()
    end = round(2325 * ratio)
    differences = [abs(one - other) for one, other in zip(lightness(copied, end), lightness(drawn, end), strict=True)]
    assert max(differences) <= 12
    assert min(lightness(copied, end)) < 100


def test_a_dotted_line_ends_where_its_words_do() -> None:
    image, painter = painted(1.0)
    DottedLine(QColor("black")).paint(painter, 10, 40, BOTTOM)
    painter.end()
    dark = [x for x in range(100) if any(image.pixelColor(x, y).lightness() < 200 for y in range(20))]
    assert (dark[0], dark[-1]) == (10, 39)
    assert {y for y in range(20) if image.pixelColor(10, y).lightness() < 250} <= {BOTTOM - 3, BOTTOM - 2, BOTTOM - 1}
