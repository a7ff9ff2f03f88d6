"""Words on a few lines of a width, the last of them cut where there are more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def wrapped(text: str, font: QFont, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The text on at most `most` lines; `metrics` are those of `font`."""
    starts = line_starts(text, font, width, most)
    units = text.encode("utf-16-le")  # Qt counts UTF-16 units
    lines = [units[2 * at : 2 * (at + length)].decode("utf-16-le").strip() for at, length in starts]
    if starts:
        rest = units[2 * starts[-1][0] :].decode("utf-16-le")
        lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines


def line_starts(text: str, font: QFont, width: int, most: int) -> list[tuple[int, int]]:
    """Where at most `most` lines begin and how long they are, in UTF-16 units."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    starts: list[tuple[int, int]] = []
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append((line.textStart(), line.textLength()))
    layout.endLayout()
    return starts
