"""Where the two texts, the curves between them and what is around them stand on the page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from statement_compare.engine.model import Side


def arrange(
    page: QWidget,
    headers: Mapping[Side, QWidget],
    panes: Mapping[Side, QWidget],
    gutter: QWidget,
    overview: QWidget,
    line: QWidget,
) -> None:
    """Left text, curves, right text and overview beside each other; `line` below them.

    The left text stands at the left in whatever direction the words of the window run: it is called so everywhere.
    """
    page.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    texts = QHBoxLayout()
    texts.setSpacing(0)
    for side in Side:
        half = QVBoxLayout()
        half.setSpacing(0)
        half.addWidget(headers[side])
        half.addWidget(panes[side], 1)
        texts.addLayout(half, 1)
        texts.addWidget(gutter if side is Side.LEFT else overview)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addLayout(texts, 1)
    layout.addWidget(line)
