"""The pages of the menu Help: the help at the subject that fits, keys, signs and colours, and what this program is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from statement_compare.session.options import Settings, changed
from statement_compare.ui.memory import Memory
from statement_compare.ui.pages import SUBJECT_PROPERTY, open_beside, open_over
from statement_compare.ui.presenter import Presenter

if TYPE_CHECKING:
    from statement_compare.ui.dialogs.help import HelpWindow


class HelpPages(QObject):
    """Shows them; a key that is changed is kept in the settings."""

    def __init__(self, window: QMainWindow, presenter: Presenter, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._presenter = presenter
        self._memory = memory
        self._help: HelpWindow | None = None
        parts = presenter.parts
        for widget, subject in (
            (parts.panel, "filters"),
            (parts.panel.findings_list, "deciding"),
            (parts.inspector, "verdicts"),
            (parts.inspector.decisions, "deciding"),
            (parts.bar.search, "filters"),
        ):
            widget.setProperty(SUBJECT_PROPERTY, subject)
        presenter.retold.connect(self._tell_again)
        memory.settings_changed.connect(self._take_settings)

    @property
    def shown(self) -> HelpWindow | None:
        """The window of the help; None where it was never asked for."""
        return self._help

    def act_of(self, action: str) -> Callable[..., None] | None:
        return {"help": self.help, "shortcuts": self.shortcuts, "legend": self.legend, "about": self.about}.get(action)

    def help(self) -> None:
        """Open the help at the subject for what has the keyboard."""
        self.show_subject(self.subject_at(QApplication.focusWidget()))

    def subject_at(self, widget: QWidget | None) -> str:
        """What the help says of a widget: what it or what it lies in names, else of the texts, or how one begins."""
        while widget is not None:
            subject = widget.property(SUBJECT_PROPERTY)
            if isinstance(subject, str):
                return subject
            widget = widget.parentWidget()
        if self._presenter.actions["projector"].isChecked():
            return "projector"
        return "start" if self._presenter.parts.page.comparison is None else "verdicts"

    def show_subject(self, subject: str) -> None:
        if self._help is None:
            from statement_compare.ui.dialogs.help import HelpWindow

            # It belongs to no window, so that no page over one holds it up: it can be read beside the page.
            self._help = HelpWindow(self._presenter.actions)
            self._window.destroyed.connect(self._help.deleteLater)
            self._help.set_zoom(self._memory.settings.zoom_percent)
        self._help.show_subject(subject)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def close(self) -> None:
        """Close what is read beside the window: that is being closed."""
        if self._help is not None:
            self._help.close()

    def _tell_again(self) -> None:
        if self._help is not None:
            self._help.retranslate()

    def _take_settings(self, before: Settings, after: Settings) -> None:
        if self._help is not None and before.zoom_percent != after.zoom_percent:
            self._help.set_zoom(after.zoom_percent)
        if before.shortcuts != after.shortcuts:
            QTimer.singleShot(0, self, self._tell_again)  # once the actions have their keys

    def shortcuts(self) -> None:
        from statement_compare.ui.dialogs.shortcuts import ShortcutsDialog

        former = self._memory.settings
        dialog = ShortcutsDialog(dict(former.shortcuts), self._window)
        dialog.accepted.connect(lambda: self._keep_shortcuts(former, dialog.changed))
        open_over(dialog, "keys")

    def _keep_shortcuts(self, former: Settings, keys: Mapping[str, str]) -> None:
        """Keep what was changed on the page alone: another window may have changed other keys meanwhile."""
        wanted = replace(former, shortcuts=tuple(sorted(keys.items())))
        self._memory.keep_settings(changed(self._memory.settings, former, wanted))

    def legend(self) -> None:
        from statement_compare.ui.dialogs.legend import LegendDialog

        dialog = LegendDialog(self._presenter.theme, self._window)
        self._presenter.retold.connect(dialog.close)  # its words are of another language then
        self._memory.settings_changed.connect(dialog.take_settings)
        open_beside(dialog, "verdicts")

    def about(self) -> None:
        from statement_compare.ui.dialogs.about import AboutDialog
        from statement_compare.version import VERSION

        models = self._presenter.parts.status.models_words()
        open_beside(AboutDialog(VERSION, models, self._window), "privacy")
