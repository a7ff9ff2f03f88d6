"""The menus that change with what is open: what can be decided of a finding, the saved filters, the recent pairs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from statement_compare.engine.model import Side
from statement_compare.engine.text import hidden
from statement_compare.session.query import Filter
from statement_compare.session.recent import LIMIT, Recent
from statement_compare.ui.actions import ACTIONS
from statement_compare.ui.mnemonics import give_mnemonics
from statement_compare.ui.names import pair_name
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
            give_mnemonics(submenus[spec.submenu])
        submenus.get(spec.submenu, menu).addAction(actions[spec.id])
    menu.addSeparator()
    menu.addAction(actions["copy"])
    return menu


def text_menu(window: QWidget) -> QMenu:
    """An empty menu of the window, which deletes itself when it is closed."""
    menu = QMenu(window)
    give_mnemonics(menu)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def passage_menu(
    window: QWidget, actions: Mapping[str, QAction], side: Side, *, is_linked: bool, has_selection: bool
) -> QMenu:
    """What can be done at a place of a text: with its finding, if it has one, and with the text."""
    menu = finding_menu(window, actions) if is_linked else text_menu(window)
    menu.addSeparator()
    if has_selection:
        menu.addAction(actions["copy_text"])
    offered = ("select_all", "other_side", *(() if is_linked else ("copy",)), "paste", f"open_{side.value}")
    for name in offered:
        menu.addAction(actions[name])
    menu.addSeparator()
    return menu


class FilterMenu:
    """The saved filters, above the actions that save one and forget one."""

    def __init__(self, menu: QMenu, actions: Mapping[str, QAction], choose: Callable[[Filter], None]) -> None:
        self._menu = menu
        self._first, self._forget = actions["save_filter"], actions["forget_filter"]
        self._choose = choose
        self._listed: list[QAction] = []

    def retranslate(self) -> None:
        """The row that says that there are none, in the present language."""
        if not self._forget.isEnabled() and self._listed:
            self._listed[0].setText(say("menu.filters_none"))

    def show_filters(self, filters: Mapping[str, Filter]) -> None:
        """One row a filter, by its name; a row that says so where there are none."""
        menu = self._menu
        for action in self._listed:
            menu.removeAction(action)
            action.deleteLater()
        self._listed = [QAction(hidden.shown(name).replace("&", "&&"), menu) for name in filters]
        for action, shown in zip(self._listed, filters.values(), strict=True):
            action.triggered.connect(lambda _=False, shown=shown: self._choose(shown))
        if not filters:
            self._listed = [QAction(say("menu.filters_none"), menu)]
            self._listed[0].setEnabled(False)
        line = QAction(menu)
        line.setSeparator(True)
        self._listed.append(line)
        menu.insertActions(self._first, self._listed)
        self._forget.setEnabled(bool(filters))


class RecentMenu(QMenu):
    """The pairs that were open last, above the action that forgets them; `chosen(Pair)` is the wish for one."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, menu: QMenu, forget: QAction) -> None:
        super().__init__(say("menu.recent"), window)
        give_mnemonics(self)
        self._forget = forget
        menu.insertMenu(forget, self)

    def show_pairs(self, recent: Recent) -> None:
        """In the present language."""
        self.setTitle(say("menu.recent"))
        self.clear()
        pairs = [pair for pair in recent.pairs if pair.is_complete][:LIMIT]
        for pair in pairs:
            action = self.addAction(pair_name(pair).replace("&", "&&"))
            action.setToolTip(hidden.shown(f"{pair.left.path}\n{pair.right.path}".strip()))
            action.triggered.connect(lambda _=False, pair=pair: self.chosen.emit(pair))
        self._forget.setEnabled(bool(recent.pairs))
        if not pairs:
            self.addAction(say("menu.recent_none")).setEnabled(False)
