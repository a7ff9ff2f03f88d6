"""What can be said about one side: its encoding, its language, its lines, its title and date."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from statement_compare.engine.model import Side
from statement_compare.session.recent import Origin
from statement_compare.ui.document import State
from statement_compare.ui.mnemonics import give_mnemonics
from statement_compare.ui.strings import language_word, say, side_word

ENCODINGS = ("utf-8", "utf-16", "cp1251", "koi8-r", "cp866", "cp1252", "iso-8859-1", "iso-8859-15", "mac-cyrillic")
LANGUAGES = ("en", "ru", "kk", "de", "fr", "es", "it")


class SideMenu(QMenu):
    """Shows what holds for a side and emits the origin as it shall be."""

    described = Signal(object, object)  # Side, Origin

    def __init__(self, side: Side, lines: QAction, details: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._origin = Origin()
        self._encodings = self._choices(ENCODINGS, "encoding")
        self._languages = self._choices(LANGUAGES, "language")
        give_mnemonics(self, self._encodings, self._languages)
        self.addAction(lines)
        self.addSeparator()
        self.addAction(details)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything but the guesses in the present language; `show_state` says those."""
        self.setTitle(say(f"menu.{self._side.value}_side"))
        self.setAccessibleName(side_word(self._side))
        self._encodings.setTitle(say("menu.encoding"))
        self._languages.setTitle(say("menu.language"))
        for menu in (self._encodings, self._languages):
            for action in menu.actions():
                if action.data() == "":
                    action.setText(say("side.auto"))
                elif menu is self._languages and not action.isSeparator():
                    action.setText(language_word(action.data()))

    def show_state(self, state: State) -> None:
        held = state.side(self._side)
        self._origin = held.origin
        source = held.source
        guessed = source.encoding if source is not None and source.encoding_guessed else ""
        self._tick(self._encodings, held.origin.encoding, guessed or (source.encoding if source else ""))
        statement = None
        if state.review is not None:
            comparison = state.review.comparison
            statement = comparison.left if self._side is Side.LEFT else comparison.right
        self._tick(self._languages, held.origin.language, language_word(statement.language) if statement else "")
        has_encoding = bool(held.origin.path) and (source is None or bool(source.encoding))
        self._encodings.setEnabled(has_encoding)
        self._languages.setEnabled(not held.origin.is_empty)

    def _choices(self, values: tuple[str, ...], field: str) -> QMenu:
        menu = self.addMenu("")
        group = QActionGroup(menu)
        for value in ("", *values):
            action = QAction(value, menu)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(lambda _=False, value=value: self._say(field, value))
            group.addAction(action)
            menu.addAction(action)
            if not value:
                menu.addSeparator()
        return menu

    def _say(self, field: str, value: str) -> None:
        changed = replace(self._origin, **{field: value})  # type: ignore[arg-type]
        self.described.emit(self._side, changed)

    def _tick(self, menu: QMenu, chosen: str, guess: str) -> None:
        for action in menu.actions():
            if action.isSeparator():
                continue
            action.setChecked(action.data() == chosen)
            if action.data() == "":
                automatic = say("side.auto")
                action.setText(say("side.auto_is", automatic=automatic, found=guess) if guess else automatic)
