"""What comparing once more has changed: a list, each row of which leads to its finding."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from statement_compare.session.carry import Change, ChangeKind
from statement_compare.session.edits import place_of
from statement_compare.ui.decision_words import changes_words
from statement_compare.ui.strings import SIGNS, say, verdict_word
from statement_compare.ui.widgets.close_button import add_close
from statement_compare.ui.widgets.dialog_size import open_at
from statement_compare.ui.widgets.told import Told

_PAIR = Qt.ItemDataRole.UserRole


class ChangesDialog(QDialog):
    """`chosen(pair)` asks for a finding; the list stays, so that one can be looked at after the other."""

    chosen = Signal(object)

    def __init__(self, changes: Sequence[Change], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[Change, ...] = ()
        self._told = Told()
        self._told.put(self.setWindowTitle, "changes.title")
        open_at(self, 460, 380)
        self._list = QListWidget()
        self._told.put(self._list.setAccessibleName, "changes.title")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        note = QLabel()
        self._told.put(note.setText, "changes.note")
        note.setProperty("soft", True)
        note.setProperty("small", True)
        note.setWordWrap(True)
        buttons = QDialogButtonBox()
        add_close(buttons, self, self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        self._number = QLabel()
        column.addWidget(self._number)
        column.addWidget(self._list, 1)
        column.addWidget(note)
        column.addWidget(buttons)
        self.show_changes(changes)
        self._list.setFocus()

    def show_changes(self, changes: Sequence[Change]) -> None:
        """List these changes; the row of a pair that is still among them stays chosen, else the first is."""
        item = self._list.currentItem()
        chosen = None if item is None else item.data(_PAIR)
        self._changes = tuple(changes)
        self._list.clear()
        for change in changes:
            self._list.addItem(_item(change))
        pairs = [self._list.item(row).data(_PAIR) for row in range(self._list.count())]
        self._list.setCurrentRow(0 if chosen is None or chosen not in pairs else pairs.index(chosen))
        self._number.setText(changes_words(changes))

    @property
    def rows(self) -> list[str]:
        """What the rows say."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def retranslate(self) -> None:
        """Say everything in the present language; the chosen row stays."""
        self._told.again()
        self._number.setText(changes_words(self._changes))
        for row, change in enumerate(self._changes):
            self._list.item(row).setText(_words(change))

    def _choose(self, item: QListWidgetItem) -> None:
        pair = item.data(_PAIR)
        if pair is not None:
            self.chosen.emit(pair)


def _item(change: Change) -> QListWidgetItem:
    item = QListWidgetItem(_words(change))
    if change.kind is not ChangeKind.GONE:
        item.setData(_PAIR, change.pair)
    return item


def _words(change: Change) -> str:
    """What a row says: "L2-R1: ≠ contradiction, was ? unclear"."""
    words = {
        f"{when}_{part}": shown
        for when, verdict in (("before", change.before), ("after", change.after))
        if verdict is not None
        for part, shown in (("sign", SIGNS[verdict]), ("verdict", verdict_word(verdict).lower()))
    }
    key = f"changes.{change.kind.value}"
    if change.kind in (ChangeKind.LAPSED, ChangeKind.RETURNED) and change.before is change.after:
        key += "_words"  # it is the sentences that are others
    return say(key, place=place_of(change.pair), **words)
