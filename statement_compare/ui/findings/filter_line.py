"""The line above the list that says which findings are shown while not all of them are, and shows all again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from statement_compare.session.query import EVERYTHING, Filter
from statement_compare.ui.findings.filter_row import mark_word
from statement_compare.ui.strings import kind_word, say, verdict_word
from statement_compare.ui.widgets.elided_label import ElidedLabel


class FilterLine(QWidget):
    """`cleared` asks for all findings, `save_wanted` to keep the filter under a name."""

    cleared = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ElidedLabel()
        self._words.setProperty("small", True)
        self._all = _chip("findings.show_all", "clearFilter")
        self._all.clicked.connect(lambda: self.cleared.emit())
        self._save = _chip("filters.save", "saveFilter")
        self._save.setToolTip(say("help.save_filter"))
        self._save.setAccessibleName(say("filters.save_title"))
        self._save.clicked.connect(lambda: self.save_wanted.emit())
        chips = QHBoxLayout()
        chips.setSpacing(6)
        chips.addWidget(self._all)
        chips.addWidget(self._save)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 10, 8)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addLayout(chips)
        self.hide()

    @property
    def words(self) -> str:
        return "" if self.isHidden() else self._words.words

    def set_keys(self, keys: str) -> None:
        """The keys that show all findings again; "" for none."""
        tip = say("help.clear_filter")
        self._all.setToolTip(f"{tip} ({keys})" if keys else tip)

    def say_filter(self, shown: Filter) -> None:
        self.setVisible(shown != EVERYTHING)
        self._words.show_words(say("findings.shown", words=filter_words(shown)))


def _chip(words: str, name: str) -> QPushButton:
    chip = QPushButton(say(words))
    chip.setProperty("chip", True)
    chip.setObjectName(name)
    chip.setFixedHeight(24)
    chip.setCursor(Qt.CursorShape.PointingHandCursor)
    return chip


def filter_words(shown: Filter) -> str:
    """What a filter lets through: "contradiction · number · undecided · “litres”"."""
    parts = [verdict_word(each).lower() for each in sorted(shown.verdicts)]
    parts += [kind_word(each).lower() for each in sorted(shown.kinds)]
    parts += [mark_word(each).lower() for each in sorted(shown.marks)]
    parts += [mark_word(each).lower() for each in sorted(shown.statuses)]
    if shown.text.strip():
        parts.append(say("findings.shown_text", text=shown.text.strip()))
    return " · ".join(parts)
