"""How a cell of the table of facts looks: a sign with its word, or words on two lines with where they stand below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from statement_compare.engine.text import hidden
from statement_compare.ui.findings.card import Roles
from statement_compare.ui.findings.facts_model import Cell
from statement_compare.ui.findings.wrapped import wrapped
from statement_compare.ui.fonts import interface_font, scaled
from statement_compare.ui.theme import Theme

_AROUND, _ABOVE = 6, 7
_LINES = 2
_BORDER, _FOCUS = 3, 2
_AFTER_SIGN = 6


class FactCells(QStyledItemDelegate):
    """Paints `Cell`s in the colours of a theme; `height` is that of all rows, and `width_of` what words need."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.set_share(1.0)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def set_share(self, share: float) -> None:
        """How large the type is; 1 is its usual size."""
        self._font = interface_font(scaled(12, share))
        self._sign_font = interface_font(scaled(15, share), is_strong=True)
        self._place_font = interface_font(scaled(11, share))
        self._words = QFontMetrics(self._font)
        self._sign = QFontMetrics(self._sign_font)
        self._place = QFontMetrics(self._place_font)

    @property
    def height(self) -> int:
        return 2 * _ABOVE + _LINES * self._words.lineSpacing() + self._place.lineSpacing() + 1

    def width_of(self, sign: str, words: str) -> int:
        """How wide a cell with a sign, with words, or with both is."""
        parts = [self._sign.horizontalAdvance(sign)] if sign else []
        parts += [self._words.horizontalAdvance(words) + 1] if words else []
        return sum(parts) + _AFTER_SIGN * (len(parts) - 1) + 2 * _AROUND

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), self.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = index.data(Roles.CARD)
        if not isinstance(cell, Cell):
            return
        theme, rect, state = self._theme, option.rect, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.chosen))
            if index.column() == 0:
                painter.fillRect(rect.left(), rect.top(), _BORDER, rect.height(), QColor(theme.accent))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.line))
        if state & QStyle.StateFlag.State_HasFocus:  # the keyboard is here
            painter.setPen(QPen(QColor(theme.accent), _FOCUS))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        inside = rect.adjusted(_AROUND, _ABOVE, -_AROUND, -_ABOVE)
        if cell.sign:
            self._paint_sign(painter, inside, cell)
        else:
            self._paint_words(painter, inside, cell)
        painter.restore()

    def _paint_sign(self, painter: QPainter, inside: QRect, cell: Cell) -> None:
        """The word stands behind the sign where the column has room for it."""
        line = QRect(inside.left(), inside.top() - 2, inside.width(), self._sign.height())
        ink = self._theme.of(cell.look).ink if cell.look is not None else self._theme.ink
        painter.setFont(self._sign_font)
        painter.setPen(QColor(ink))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cell.sign)
        beside = line.adjusted(self._sign.horizontalAdvance(cell.sign) + _AFTER_SIGN, 0, 0, 0)
        if beside.width() >= self._words.horizontalAdvance(cell.words):
            painter.setFont(self._font)
            painter.setPen(QColor(self._theme.ink))
            painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cell.words)

    def _paint_words(self, painter: QPainter, inside: QRect, cell: Cell) -> None:
        theme, y = self._theme, inside.top()
        painter.setFont(self._font)
        painter.setPen(QColor(theme.soft if cell.is_quiet else theme.ink))
        for line in wrapped(hidden.isolated(cell.words), self._font, self._words, inside.width(), _LINES):
            below = QRect(inside.left(), y, inside.width(), self._words.lineSpacing())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
            y += self._words.lineSpacing()
        painter.setFont(self._place_font)
        painter.setPen(QColor(theme.soft))
        below = QRect(inside.left(), y, inside.width(), self._place.lineSpacing())
        place = self._place.elidedText(cell.place, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, place)
