"""The menu of a place in a text: what it offers is about the sentence there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from statement_compare.engine.model import Side
from statement_compare.ui.menus import passage_menu
from statement_compare.ui.presenter import Presenter
from statement_compare.ui.widgets.side_menu import SideMenu


class TextMenus:
    """`side_menus` hold what is offered for the whole of a side."""

    def __init__(
        self,
        window: QWidget,
        presenter: Presenter,
        actions: Mapping[str, QAction],
        side_menus: Mapping[Side, SideMenu],
    ) -> None:
        self._window = window
        self._presenter = presenter
        self._actions = actions
        self._side_menus = side_menus

    def open(self, side: Side, sentence: int, place: QPoint) -> None:
        """At a sentence, or -1 beside all of them: the menu is about its finding and, of several sentences, it."""
        page = self._presenter.parts.page
        link = page.link_of(side, sentence)
        if link is not None and (link != page.chosen_link or self._presenter.finding_in_hand is None):
            self._presenter.choose(link)
        if sentence >= 0:
            page.pane(side).set_cursor(sentence)
            page.turn_to(side)
        has_selection = page.pane(side).selection is not None
        is_linked = link is not None
        menu = passage_menu(self._window, self._actions, side, is_linked=is_linked, has_selection=has_selection)
        menu.addMenu(self._side_menus[side])
        menu.popup(place)
