"""The menus that open where a person points: on a finding, what can be decided of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from statement_compare.ui.actions import ACTIONS
from statement_compare.ui.strings import say


def finding_menu(window: QWidget, actions: Mapping[str, QAction]) -> QMenu:
    """What the menu of the window offers for a finding; it deletes itself."""
    menu = text_menu(window)
    menu.setAccessibleName(say("findings.menu"))
    submenus: dict[str, QMenu] = {}
    for spec in ACTIONS:
        if spec.menu != "review" or spec.id in ("clear_filter", "changes"):
            continue
        if spec.starts_group:
            menu.addSeparator()
        if spec.submenu and spec.submenu not in submenus:
            submenus[spec.submenu] = menu.addMenu(say(f"menu.{spec.submenu}"))
        submenus.get(spec.submenu, menu).addAction(actions[spec.id])
    return menu


def text_menu(window: QWidget) -> QMenu:
    """An empty menu of the window, which deletes itself when it is closed."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
