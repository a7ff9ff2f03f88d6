"""What comparing once more has changed: a list, each row of which leads to its finding."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from statement_compare.session.carry import Change, ChangeKind
from statement_compare.session.edits import place_of
from statement_compare.ui.decision_words import changes_words
from statement_compare.ui.strings import SIGNS, say, verdict_word

_PAIR = Qt.ItemDataRole.UserRole


class ChangesDialog(QDialog):
    """`chosen(pair)` asks for a finding; the list stays, so that one can be looked at after the other."""

    chosen = Signal(object)

    def __init__(self, changes: Sequence[Change], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("changes.title"))
        self.resize(460, 380)
        self._list = QListWidget()
        self._list.setAccessibleName(say("changes.title"))
        for change in changes:
            self._list.addItem(_item(change))
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        note = QLabel(say("changes.note"))
        note.setProperty("soft", True)
        note.setProperty("small", True)
        note.setWordWrap(True)
        buttons = QDialogButtonBox()
        close = buttons.addButton(say("dialog.close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(QLabel(changes_words(changes)))
        column.addWidget(self._list, 1)
        column.addWidget(note)
        column.addWidget(buttons)
        self._list.setFocus()

    @property
    def rows(self) -> list[str]:
        """What the rows say."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def _choose(self, item: QListWidgetItem) -> None:
        pair = item.data(_PAIR)
        if pair is not None:
            self.chosen.emit(pair)


def _item(change: Change) -> QListWidgetItem:
    words = {
        f"{when}_{part}": shown
        for when, verdict in (("before", change.before), ("after", change.after))
        if verdict is not None
        for part, shown in (("sign", SIGNS[verdict]), ("verdict", verdict_word(verdict).lower()))
    }
    item = QListWidgetItem(say(f"changes.{change.kind.value}", place=place_of(change.pair), **words))
    if change.kind is not ChangeKind.GONE:
        item.setData(_PAIR, change.pair)
    return item
