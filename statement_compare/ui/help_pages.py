"""The pages of the menu Help: keys, signs and colours, and what this program is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from statement_compare.ui.memory import Memory
from statement_compare.ui.presenter import Presenter


class HelpPages(QObject):
    """Shows them; a key that is changed is kept in the settings."""

    def __init__(self, window: QMainWindow, presenter: Presenter, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._presenter = presenter
        self._memory = memory

    def act_of(self, action: str) -> Callable[..., None] | None:
        return {"shortcuts": self.shortcuts, "legend": self.legend, "about": self.about}.get(action)

    def shortcuts(self) -> None:
        from statement_compare.ui.dialogs.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(dict(self._memory.settings.shortcuts), self._window)
        if dialog.exec():
            settings = self._memory.settings
            self._memory.keep_settings(replace(settings, shortcuts=tuple(sorted(dialog.changed.items()))))
        dialog.deleteLater()

    def legend(self) -> None:
        from statement_compare.ui.dialogs.legend import LegendDialog

        dialog = LegendDialog(self._presenter.theme, self._window)
        dialog.exec()
        dialog.deleteLater()

    def about(self) -> None:
        from statement_compare.ui.dialogs.about import AboutDialog
        from statement_compare.version import VERSION

        models = self._presenter.parts.status.models_words()
        dialog = AboutDialog(VERSION, models, self._window)
        dialog.exec()
        dialog.deleteLater()
