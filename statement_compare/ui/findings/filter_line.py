"""The line above the list that says which findings are shown while not all of them are, and shows all again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from statement_compare.session.query import EVERYTHING, Filter
from statement_compare.ui.findings.filter_row import mark_word
from statement_compare.ui.strings import kind_word, say, verdict_word
from statement_compare.ui.widgets.elided_label import ElidedLabel
from statement_compare.ui.widgets.told import Told


class FilterLine(QWidget):
    """`cleared` asks for all of the list below, `save_wanted` to keep the filter of the findings under a name."""

    cleared = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = Told()
        self._keys = ""
        self._shown = EVERYTHING
        self._is_of_findings = True
        self._words = ElidedLabel()
        self._words.setProperty("small", True)
        self._all = _chip("clearFilter")
        self._told.put(self._all.setText, "findings.show_all")
        self._told.put(self._show_keys, "help.clear_filter")
        self._all.clicked.connect(lambda: self.cleared.emit())
        self._save = _chip("saveFilter")
        self._told.put(self._save.setText, "filters.save")
        self._told.put(self._save.setToolTip, "help.save_filter")
        self._told.put(self._save.setAccessibleName, "filters.save_title")
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
        self._keys = keys
        self._show_keys(say("help.clear_filter"))

    def _show_keys(self, tip: str) -> None:
        with_keys = f"{tip} ({self._keys})" if self._keys else tip
        self._all.setToolTip(with_keys if self._is_of_findings else "")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._told.again()
        self.say_filter(self._shown, is_of_findings=self._is_of_findings)

    def say_filter(self, shown: Filter, *, is_of_findings: bool = True) -> None:
        """Say what is shown; above other sentences than findings, no filter of findings is saved or taken away."""
        self._shown, self._is_of_findings = shown, is_of_findings
        self._save.setVisible(is_of_findings)
        self._show_keys(say("help.clear_filter"))
        self.setVisible(shown != EVERYTHING)
        self._words.show_words(say("findings.shown", words=filter_words(shown)))


def _chip(name: str) -> QPushButton:
    chip = QPushButton()
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
