"""How a finding looks as a card: sign, what it is, where it stands, and the words of both sides on one line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from statement_compare.ui.findings.card import Card, Roles
from statement_compare.ui.findings.wrapped import line_starts, wrapped
from statement_compare.ui.fonts import interface_font, scaled
from statement_compare.ui.theme import Theme

_TOP, _RIGHT, _BOTTOM, _LEFT = 10, 12, 10, 13
_SIGN_WIDTH = 22
_ROW_GAP = 4
_BORDER = 3
_FOCUS = 2
_UNANSWERED_LINES = 3
_SHARE_OF_TWO_LINES = 1.3  # from this size on, two quotes on one line would leave three letters of each
_ARROW = " ↔ "
_LAST_APART = "\u052f"  # up to here, in Latin, Greek and Cyrillic, letters stand side by side
_KERNED = 0.9


class CardDelegate(QStyledItemDelegate):
    """Paints `Card`s in the colours of a theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.set_share(1.0)

    def set_share(self, share: float) -> None:
        """How large the type is; 1 is its usual size."""
        self._has_line_a_side = share >= _SHARE_OF_TWO_LINES
        self._sign_width = scaled(_SIGN_WIDTH, share)
        self._title_font = interface_font(scaled(13, share), is_strong=True)
        self._sign_font = interface_font(scaled(15, share), is_strong=True)
        self._place_font = interface_font(scaled(11, share))
        self._detail_font = interface_font(scaled(12, share))
        self._title = QFontMetrics(self._title_font)
        self._sign = QFontMetrics(self._sign_font)
        self._place = QFontMetrics(self._place_font)
        self._detail = QFontMetrics(self._detail_font)
        self._advances = _Advances(self._detail)
        self._line_counts: dict[tuple[str, int], int] = {}
        self._sizes: dict[tuple[int, int], QSize] = {}

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        card, width = index.data(Roles.CARD), option.rect.width()
        if isinstance(card, Card) and card.verdict is None:
            return self.size_of(card.detail, width)
        return QSize(width, self._height(2 if self._has_line_a_side else 1))

    def size_of(self, sentence: str, width: int) -> QSize:
        """How large the card of an unanswered sentence is in a list of a width, in pixels."""
        lines = self._line_count(sentence, self._detail_width(width)) if width > 0 else 1
        size = self._sizes.get((lines, width))
        if size is None:
            size = self._sizes[lines, width] = QSize(width, self._height(lines))
        return size

    def _height(self, lines: int) -> int:
        return _TOP + self._title.height() + _ROW_GAP + lines * self._detail.lineSpacing() + _BOTTOM + 1

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card = index.data(Roles.CARD)
        if not isinstance(card, Card):
            return
        theme, rect = self._theme, option.rect
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.chosen))
            painter.fillRect(rect.left(), rect.top(), _BORDER, rect.height(), QColor(theme.accent))
            if state & QStyle.StateFlag.State_HasFocus:  # the keyboard is here
                painter.setPen(QPen(QColor(theme.accent), _FOCUS))
                painter.drawRect(rect.adjusted(1, 1, -1, -2))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.line))

        is_quiet = card.verdict is None or card.is_dismissed
        ink = theme.soft if card.verdict is None or is_quiet else theme.of(card.verdict).ink
        left, right, top = rect.left() + _LEFT, rect.right() - _RIGHT, rect.top() + _TOP
        first = QRect(left, top, right - left, self._title.height())
        painter.setFont(self._sign_font)
        painter.setPen(QColor(ink))
        painter.drawText(
            first.adjusted(0, -2, 0, 2), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, card.sign
        )

        painter.setFont(self._place_font)
        painter.setPen(QColor(theme.soft))
        place = self._place.elidedText(card.place, Qt.TextElideMode.ElideRight, first.width() // 2)
        painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, place)

        place_width = self._place.horizontalAdvance(place)
        beside = first.adjusted(self._sign_width, 0, -place_width - 8, 0)
        self._paint_title(painter, beside, card)

        painter.setFont(self._detail_font)
        painter.setPen(QColor(theme.soft))
        width, y = self._detail_width(rect.width()), first.bottom() + 1 + _ROW_GAP
        lines = self._lines(card.detail, width) if card.verdict is None else self._sides(card.detail, width)
        for line in lines:
            below = QRect(left + self._sign_width, y, width, self._detail.lineSpacing())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
            y += self._detail.lineSpacing()
        painter.restore()

    def _paint_title(self, painter: QPainter, beside: QRect, card: Card) -> None:
        """The title, and behind it in small type what a person decided; the title gives up words for neither."""
        theme = self._theme
        title = self._title.elidedText(card.title, Qt.TextElideMode.ElideRight, beside.width())
        font = QFont(self._title_font)
        font.setStrikeOut(card.is_dismissed)
        painter.setFont(font)
        painter.setPen(QColor(theme.soft if card.is_dismissed else theme.ink))
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        rest = beside.adjusted(self._title.horizontalAdvance(title) + 8, 0, 0, 0)
        if card.decided and rest.width() > 0:
            painter.setFont(self._place_font)
            painter.setPen(QColor(theme.ink))
            fitting = (each for each in card.decided if self._place.horizontalAdvance(each) <= rest.width())
            words = self._place.elidedText(next(fitting, card.decided[-1]), Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _detail_width(self, width: int) -> int:
        return max(40, width - _LEFT - self._sign_width - _RIGHT)

    def _sides(self, detail: str, width: int) -> list[str]:
        """The words of both sides on one line, or on a line each where the type is large."""
        if not self._has_line_a_side or _ARROW not in detail:
            return [elided_pair(self._detail, detail, width)]
        left, right = detail.split(_ARROW, 1)
        return [self._detail.elidedText(each, Qt.TextElideMode.ElideRight, width) for each in (left, f"↔ {right}")]

    def _line_count(self, text: str, width: int) -> int:
        """How many lines `_lines` gives, which a list asks of all its rows each time that it is laid out."""
        count = self._line_counts.get((text, width))
        if count is None:
            is_long = self._is_surely_long(text, width)
            most = _UNANSWERED_LINES
            count = most if is_long else len(line_starts(text, self._detail_font, width, most))
            self._line_counts[text, width] = count
        return count

    def _is_surely_long(self, text: str, width: int) -> bool:
        """Whether the letters alone fill more than two lines by so much that no kerning could make up for it.

        A word that is longer than a line is no more than one line.
        """
        if not text or max(text) > _LAST_APART:
            return False
        advances = self._advances
        words = [sum([advances[letter] for letter in word]) for word in text.split()]
        return sum([min(word, width) for word in words]) * _KERNED > (_UNANSWERED_LINES - 1) * width

    def _lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, self._detail_font, self._detail, width, _UNANSWERED_LINES)


class _Advances(dict[str, int]):
    """How wide each letter is by itself, measured when it is asked for first."""

    def __init__(self, metrics: QFontMetrics) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> int:
        width = self[letter] = self._metrics.horizontalAdvance(letter)
        return width


def elided_pair(metrics: QFontMetrics, detail: str, width: int) -> str:
    """ "left ↔ right" within a width: each side gives up words only beyond its half, so that both stay readable."""
    if metrics.horizontalAdvance(detail) <= width or " ↔ " not in detail:
        return metrics.elidedText(detail, Qt.TextElideMode.ElideRight, width)
    left, right = detail.split(" ↔ ", 1)
    room = width - metrics.horizontalAdvance(" ↔ ")
    half = room // 2
    left_width = min(metrics.horizontalAdvance(left), max(half, room - metrics.horizontalAdvance(right)))
    left = metrics.elidedText(left, Qt.TextElideMode.ElideRight, left_width)
    right = metrics.elidedText(right, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(left))
    return f"{left} ↔ {right}"
