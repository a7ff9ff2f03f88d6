"""The quiet look of every plain widget, as a style sheet and a palette made from the colours of a theme.

How plain widgets ask for a look (set as dynamic properties or object names; the style sheet is the only reader):

- `QPushButton`, `QToolButton`: flat with a one-pixel line; `[quiet="true"]` has no line until hovered,
  `[on="true"]` or checked is filled, `[verdict="contradiction"]` and so on colours what is on.
- `QPushButton[chip="true"]` (checkable): a round chip of the filter row.
- `QLabel[soft="true"]`: soft ink; `QLabel[small="true"]`: 12 px; `QLabel[strong="true"]`: semibold;
  `QLabel[title="true"]`: 14 px semibold; `QLabel[reading="true"]`: reading type, 14 px;
  `QLabel[verdict="..."]`: that verdict's ink; `QLabel[key="true"]`: a keyboard key.
- `[found="true"]` on labels, boxes and buttons: what a search on a page has found.
- `QWidget[paper="true"]`, `QWidget[ground="true"]`: the two surfaces; `QFrame[line="true"]`: a one-pixel line.
- `QWidget#topBar`, `QWidget#inspector`, `QWidget#findings`: paper with a one-pixel line towards the page.

The signs that stand for verdicts are `ui.strings.SIGNS`.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QPalette

from statement_compare.engine.model import Verdict
from statement_compare.ui.fonts import INTERFACE_PX, scaled, window_px
from statement_compare.ui.theme import TOKENS, Theme, VerdictColours

_SIZE = re.compile(r"(font-size): (\d+)px")


def palette(theme: Theme) -> QPalette:
    """The palette for `QApplication.setPalette`."""
    result = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, theme.paper),
        (role.WindowText, theme.ink),
        (role.Base, theme.paper),
        (role.AlternateBase, theme.ground),
        (role.Text, theme.ink),
        (role.Button, theme.paper),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.contradiction_ink),
        (role.ToolTipBase, theme.paper),
        (role.ToolTipText, theme.ink),
        (role.PlaceholderText, theme.soft),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.ink),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Light, theme.paper),
        (role.Midlight, theme.ground),
        (role.Mid, theme.line),
        (role.Dark, theme.soft),
        (role.Shadow, theme.line),
    ):
        result.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(theme.soft)
        faded.setAlphaF(0.6)
        result.setColor(QPalette.ColorGroup.Disabled, where, faded)
    return result


def stylesheet(theme: Theme) -> str:
    """One style sheet for all plain widgets of the window; set it on the application."""
    text = _SIZE.sub(lambda size: f"{size[1]}: {window_px(int(size[2]))}px", _SHEET.replace("@faded", faded(theme)))
    for token in sorted(TOKENS, key=len, reverse=True):
        text = text.replace(f"@{token}", getattr(theme, token))
    return text + "".join(_verdict_sheet(verdict, theme.of(verdict)) for verdict in Verdict)


def larger_sheet(share: float) -> str:
    """The sizes of the style sheet above times `share`, for one part of the window with all that is in it."""
    sizes = {
        "*": INTERFACE_PX,
        'QLabel[small="true"], QPushButton[chip="true"]': 12,
        'QLabel[title="true"]': 14,
        'QLabel[key="true"]': 11,
    }
    lines = [f"{which} {{ font-size: {scaled(px, share)}px; }}" for which, px in sizes.items()]
    return "\n".join((*lines, f'QPushButton[chip="true"] {{ border-radius: {scaled(11, share)}px; }}'))


def faded(theme: Theme) -> str:
    """The ink of what cannot be used now: clearly lighter than soft ink, which is for what can."""
    soft, paper = QColor(theme.soft), QColor(theme.paper)
    red, green, blue = (
        round((a + b) / 2)
        for a, b in (
            (soft.red(), paper.red()),
            (soft.green(), paper.green()),
            (soft.blue(), paper.blue()),
        )
    )
    return QColor(red, green, blue).name()


def _verdict_sheet(verdict: Verdict, colours: VerdictColours) -> str:
    name, ink, tint = verdict.value, colours.ink, colours.tint
    return f"""
QLabel[verdict="{name}"] {{ color: {ink}; }}
QPushButton[verdict="{name}"]:checked, QPushButton[verdict="{name}"][on="true"] {{
  color: {ink}; background: {tint}; border-color: {ink}; }}
QProgressBar[verdict="{name}"]::chunk {{ background: {ink}; }}
"""


_SHEET = """
* { font-family: "Inter", "DejaVu Sans"; font-size: 13px; }
QMainWindow, QDialog { background: @paper; color: @ink; }
QWidget[ground="true"] { background: @ground; }
QWidget[paper="true"] { background: @paper; }
QFrame[line="true"] { background: @line; border: none; min-height: 1px; max-height: 1px; }
QFrame[upright="true"] { background: @line; border: none; min-width: 1px; max-width: 1px; }
QWidget#topBar { background: @paper; border-bottom: 1px solid @line; }
QWidget#findings { background: @paper; border-right: 1px solid @line; }
QWidget#inspector { background: @paper; border-top: 1px solid @line; }

QLabel { color: @ink; background: transparent; }
QLabel[soft="true"] { color: @soft; }
QLabel[small="true"] { font-size: 12px; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[title="true"] { font-size: 14px; font-weight: 600; }
QLabel[reading="true"] { font-family: "Noto Serif", "DejaVu Serif"; font-size: 14px; }
QLabel[key="true"] { color: @soft; border: 1px solid @line; border-radius: 3px; padding: 0 4px;
  font-size: 11px; font-weight: 600; }
QLabel:disabled { color: @soft; }
QLabel[found="true"], QCheckBox[found="true"], QPushButton[found="true"] { background: @found; }

QToolBar { background: @paper; border: none; border-bottom: 1px solid @line; spacing: 6px; padding: 5px 12px; }
QToolBar::separator { background: @line; width: 1px; margin: 6px 6px; }
QPushButton, QToolButton { color: @ink; background: transparent; border: 1px solid @line; border-radius: 6px;
  padding: 5px 10px; }
QPushButton:hover, QToolButton:hover { background: @ground; border-color: @soft; }
QPushButton:pressed, QToolButton:pressed { background: @track; }
QPushButton:checked, QToolButton:checked, QPushButton[on="true"], QToolButton[on="true"] {
  background: @chosen; border-color: @accent; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 4px 9px; }
QPushButton:default { border-color: @accent; color: @accent; }
QPushButton:disabled, QToolButton:disabled { color: @faded; border-color: @line; background: transparent; }
QPushButton[keyed="true"] { padding: 4px 8px; text-align: left; }
QPushButton[keyed="true"]:focus { padding: 3px 7px; }
QPushButton[keyed="true"][tight="true"] { padding: 4px 5px; }
QPushButton[keyed="true"][tight="true"]:focus { padding: 3px 4px; }
QPushButton[keyed="true"]::menu-indicator { image: none; width: 0; }
QPushButton[quiet="true"], QToolButton[quiet="true"] { border-color: transparent; }
QPushButton[quiet="true"]:hover, QToolButton[quiet="true"]:hover { background: @ground; border-color: @line; }
QPushButton[quiet="true"]:focus, QToolButton[quiet="true"]:focus { border: 2px solid @accent; padding: 4px 9px; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[chip="true"] { border-radius: 11px; padding: 2px 9px; font-size: 12px; color: @soft; }
QPushButton[chip="true"]:checked { color: @ink; background: transparent; border-color: @soft; font-weight: 600; }
QPushButton[chip="true"]:focus { border: 2px solid @accent; padding: 1px 8px; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QKeySequenceEdit {
  color: @ink; background: @paper; border: 1px solid @edge; border-radius: 6px; padding: 5px 10px;
  selection-background-color: @selection; selection-color: @ink; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border: 2px solid @accent; padding: 4px 9px; }
QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { padding-right: 21px; }
QSpinBox QLineEdit:focus { border: none; padding: 0 0 0 8px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: @paper; color: @ink; border: 1px solid @line;
  selection-background-color: @chosen; selection-color: @ink; outline: none; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 8px; }
QCheckBox, QRadioButton { color: @ink; spacing: 8px; }
QCheckBox:disabled, QRadioButton:disabled { color: @soft; }
QGroupBox { border: none; border-top: 1px solid @line; margin-top: 18px; padding-top: 10px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 0 6px 0 0; color: @ink; }

QMenuBar { background: @paper; color: @ink; border-bottom: 1px solid @line; padding: 1px 6px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: @chosen; }
QMenu { background: @paper; color: @ink; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @chosen; }
QMenu::item:disabled { color: @faded; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }

QAbstractItemView { background: @paper; color: @ink; border: none; outline: none; alternate-background-color: @ground;
  selection-background-color: @chosen; selection-color: @ink; gridline-color: @line; }
QHeaderView { background: @paper; border: none; }
QHeaderView::section { background: @paper; color: @soft; border: none; border-bottom: 1px solid @line;
  padding: 5px 8px; font-size: 12px; }
QTableView#facts QHeaderView::section { padding: 5px 6px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar::tab { background: transparent; color: @soft; padding: 7px 12px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @ink; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; }
QTabBar::tab:disabled { color: @faded; }

QStatusBar { background: @paper; border-top: 1px solid @line; color: @soft; min-height: 25px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: 12px; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: @accent; }
QProgressBar { background: @track; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: @soft; border-radius: 3px; }
QToolTip { background: @paper; color: @ink; border: 1px solid @line; padding: 4px 6px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; background: none; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""
