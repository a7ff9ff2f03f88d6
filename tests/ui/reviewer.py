"""A person at a window with a comparison, who has a keyboard and no mouse."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from scenario import comparison
from window_alone import Desk

from statement_compare.engine.model import Comparison
from statement_compare.session.folders import Folders
from statement_compare.session.review import Decision, Pair, Review, pair_of
from statement_compare.ui.findings.card import Roles

FOUR = "A1=B1:number A2!B2:date A3!B3:number A4~B4:modality"
L2_R2: Pair = ((1,), (1,))


class Reviewer(Desk):
    """Presses keys, and looks at cards and decisions."""

    def __init__(self, folders: Folders, qtbot: QtBot, made: Comparison | None = None) -> None:
        super().__init__(folders)
        self.qtbot = qtbot
        self.window.resize(1280, 800)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.read_both()
        self.tasks.answer_comparing(made or comparison(FOUR))
        self.keep(reviewer="Ada")
        self.press("1", Qt.KeyboardModifier.ControlModifier)

    def keep(self, **values: object) -> None:
        self.memory.keep_settings(replace(self.memory.settings, **values))  # type: ignore[arg-type]

    def press(self, key: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        self.qtbot.keyClick(focus or self.window, getattr(Qt.Key, f"Key_{key}"), modifiers)

    def type(self, words: str) -> None:
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit | QPlainTextEdit)
        self.qtbot.keyClicks(focus, words)

    def decide(self, key: str, reason: str = "") -> None:
        self.press(key)
        self.type(reason)
        self.press("Return")

    def decision(self, pair: Pair = L2_R2) -> Decision:
        return self.review.decision(pair)

    @property
    def review(self) -> Review:
        assert self.state.review is not None
        return self.state.review

    @property
    def chosen(self) -> Pair | None:
        return None if self.state.chosen is None else pair_of(self.state.chosen)

    @property
    def card(self) -> str:
        index = self.window.panel.findings_list.currentIndex()
        card = index.data(Roles.CARD)
        return f"{card.sign} {card.title} [{card.decided[0] if card.decided else ''}]"

    @property
    def heard(self) -> str:
        return str(self.window.panel.findings_list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    @property
    def focus(self) -> QWidget | None:
        return QApplication.focusWidget()
