"""The few pictures of the window: the program's own icon, and small shapes drawn in the colour of the type."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPixmap, QPolygonF

from statement_compare import bundled
from statement_compare.ui.fonts import interface_font, window_px
from statement_compare.ui.theme import Theme

_TRIANGLE_PX = 12
_WIDEST_ARROW = 18  # within the 22 pixels that a box has beside its words
_DENSITY = 3  # drawn larger and scaled down, so that it stays sharp on dense screens


def program() -> QIcon:
    return QIcon(str(bundled.path("icons", "statement-compare.svg")))


def controls_sheet(theme: Theme) -> str:
    """Style for the arrows of boxes that open or count, in a grey that reads on any paper, and for the drawer."""
    check = "check-dark" if theme.is_dark else "check-light"
    down, up, checked = (bundled.path("icons", f"{name}.svg").as_posix() for name in ("down", "up", check))
    box, arrow = window_px(14), min(window_px(12), _WIDEST_ARROW)
    return f"""
QTreeView::item {{ padding: 3px 0; }}
QFrame#drawer {{ background: {theme.paper}; border: 1px solid {theme.line}; }}
QComboBox {{ padding-right: 22px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: {arrow}px; height: {arrow}px; }}
QSpinBox {{ padding-right: 22px; }}
QSpinBox QLineEdit {{ border: none; padding: 0 0 0 8px; background: transparent; }}
QCheckBox::indicator, QListView::indicator {{ width: {box}px; height: {box}px; border: 1px solid {theme.soft};
  border-radius: 4px; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {theme.accent};
  border-color: {theme.accent}; image: url("{checked}"); }}
QRadioButton::indicator {{ width: {box}px; height: {box}px; border: 1px solid {theme.soft};
  border-radius: {box // 2 + 1}px; }}
QRadioButton::indicator:checked {{ border-color: {theme.accent}; background: qradialgradient(cx: 0.5, cy: 0.5,
  radius: 0.5, fx: 0.5, fy: 0.5, stop: 0.5 {theme.accent}, stop: 0.6 {theme.paper}); }}
QHeaderView::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; subcontrol-position: center right; }}
QHeaderView::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; subcontrol-position: center right; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; background: transparent; width: 20px; }}
QSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
QSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
"""


def sign(words: str, colour: str) -> QIcon:
    """A verdict's sign in its ink, for a button whose other words have another colour."""
    font = interface_font(13, is_strong=True)
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(words) + 1, metrics.height()
    pixmap = QPixmap(width * _DENSITY, height * _DENSITY)
    pixmap.setDevicePixelRatio(_DENSITY)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRect(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return QIcon(pixmap)


def triangle(colour: str, *, points_up: bool) -> QIcon:
    """A filled triangle, for "previous" and "next"."""
    pixmap = QPixmap(_TRIANGLE_PX * _DENSITY, _TRIANGLE_PX * _DENSITY)
    pixmap.setDevicePixelRatio(_DENSITY)
    pixmap.fill(Qt.GlobalColor.transparent)
    tip, base = (1.5, 10.5) if points_up else (10.5, 1.5)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(6, tip), QPointF(11.5, base), QPointF(0.5, base)]))
    painter.end()
    return QIcon(pixmap)
