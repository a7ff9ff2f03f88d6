"""The line above the list that says which findings are shown while not all of them are, and shows all again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from statement_compare.session.query import EVERYTHING, Filter
from statement_compare.ui.findings.filter_row import mark_word
from statement_compare.ui.strings import kind_word, say, verdict_word
from statement_compare.ui.widgets.elided_label import ElidedLabel
from statement_compare.ui.widgets.told import Told


class FilterLine(QWidget):
    """`cleared` asks for all findings."""

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = Told()
        self._keys = ""
        self._shown = EVERYTHING
        self._words = ElidedLabel()
        self._words.setProperty("small", True)
        self._all = QPushButton()
        self._told.put(self._all.setText, "findings.show_all")
        self._told.put(self._show_keys, "help.clear_filter")
        self._all.setProperty("chip", True)
        self._all.setObjectName("clearFilter")
        self._all.setFixedHeight(24)
        self._all.setCursor(Qt.CursorShape.PointingHandCursor)
        self._all.clicked.connect(lambda: self.cleared.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._all)
        self.hide()

    @property
    def words(self) -> str:
        return "" if self.isHidden() else self._words.words

    def set_keys(self, keys: str) -> None:
        """The keys that show all findings again; "" for none."""
        self._keys = keys
        self._show_keys(say("help.clear_filter"))

    def _show_keys(self, tip: str) -> None:
        self._all.setToolTip(f"{tip} ({self._keys})" if self._keys else tip)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._told.again()
        self.say_filter(self._shown)

    def say_filter(self, shown: Filter) -> None:
        self._shown = shown
        self.setVisible(shown != EVERYTHING)
        self._words.show_words(say("findings.shown", words=filter_words(shown)))


def filter_words(shown: Filter) -> str:
    """What a filter lets through: "contradiction · number · undecided · “litres”"."""
    parts = [verdict_word(each).lower() for each in sorted(shown.verdicts)]
    parts += [kind_word(each).lower() for each in sorted(shown.kinds)]
    parts += [mark_word(each).lower() for each in sorted(shown.marks)]
    parts += [mark_word(each).lower() for each in sorted(shown.statuses)]
    if shown.text.strip():
        parts.append(say("findings.shown_text", text=shown.text.strip()))
    return " · ".join(parts)
