"""Work that has no name yet, as a list from which it is opened or deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from statement_compare.errors import SessionError
from statement_compare.session.unnamed import Unnamed, Unreadable
from statement_compare.ui.moments import moment_words
from statement_compare.ui.names import origin_name
from statement_compare.ui.pages import open_over
from statement_compare.ui.strings import error_words, language, say
from statement_compare.ui.widgets.close_button import add_close
from statement_compare.ui.widgets.dialog_size import open_at
from statement_compare.ui.widgets.slices import InSlices
from statement_compare.ui.widgets.told import Told

_PIECE = Qt.ItemDataRole.UserRole
Piece = Unnamed | Unreadable


class UnsavedDialog(QDialog):
    """`opened(path)` asks for a piece of work, upon which the dialog closes.

    `delete` deletes one, or raises SessionError. `pieces` are read one after the other while the dialog is there
    already: each is a file with two texts.
    """

    opened = Signal(object)

    def __init__(self, pieces: Iterable[Piece], delete: Callable[[Path], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delete_file = delete
        self._told = Told()
        self._told.put(self.setWindowTitle, "unsaved.title")
        open_at(self, 560, 420)
        self._number = QLabel()
        self._number.setWordWrap(True)
        self._list = WorkList()
        self._told.put(self._list.setAccessibleName, "unsaved.title")
        self._list.setSpacing(2)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(lambda _: self._open())
        self._list.delete_wanted.connect(self._ask_to_delete)
        self._list.currentRowChanged.connect(lambda _: self._show_what_can_be_done())
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setProperty("soft", True)
        self._said.hide()
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._open_button = buttons.addButton("", role.AcceptRole)
        self._told.put(self._open_button.setText, "unsaved.open")
        self._open_button.clicked.connect(self._open)
        self._delete_button = buttons.addButton("", role.DestructiveRole)
        self._told.put(self._delete_button.setText, "unsaved.delete")
        self._delete_button.setAutoDefault(False)
        self._delete_button.clicked.connect(self._ask_to_delete)
        add_close(buttons, self, self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for part in (self._number, self._list, self._said, buttons):
            column.addWidget(part, int(part is self._list))
        self._reading = InSlices(self)
        self._reading.start(self._listed(pieces))
        self._show_what_can_be_done()
        self._list.setFocus()

    @property
    def rows(self) -> list[str]:
        """What the rows say."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    @property
    def is_read(self) -> bool:
        """Whether all pieces are listed."""
        return self._reading.is_done

    def retranslate(self) -> None:
        """Say everything in the present language; the chosen row stays."""
        self._told.again()
        self._say_number()
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setText(_words(item.data(_PIECE)))

    def _listed(self, pieces: Iterable[Piece]) -> Iterator[None]:
        for piece in pieces:
            item = QListWidgetItem(_words(piece))
            item.setData(_PIECE, piece)
            self._list.addItem(item)
            if self._list.count() == 1:
                self._list.setCurrentRow(0)
            self._say_number()
            yield
        self._say_number(is_all=True)

    def _say_number(self, *, is_all: bool = False) -> None:
        number = self._list.count()
        self._number.setText(say("unsaved.number", n=number) if number else say("unsaved.none"))
        self._number.setVisible(bool(number) or is_all or self.is_read)

    def _chosen(self) -> Piece | None:
        item = self._list.currentItem()
        piece = None if item is None else item.data(_PIECE)
        return piece if isinstance(piece, Unnamed | Unreadable) else None

    def _show_what_can_be_done(self) -> None:
        piece = self._chosen()
        is_free = piece is not None and not (isinstance(piece, Unnamed) and piece.is_open)
        self._open_button.setEnabled(isinstance(piece, Unnamed))
        self._delete_button.setEnabled(is_free)

    def _open(self) -> None:
        piece = self._chosen()
        if isinstance(piece, Unnamed):
            self.accept()
            self.opened.emit(piece.path)

    def _ask_to_delete(self) -> None:
        """Ask first: what is deleted is nowhere else."""
        piece = self._chosen()
        if piece is None or not self._delete_button.isEnabled():
            return
        box = QMessageBox(self)
        box.setWindowTitle(say("unsaved.delete_title"))
        box.setText(say("unsaved.delete_text"))
        box.setInformativeText(_words(piece))
        box.addButton(say("unsaved.delete_do"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(say("dialog.cancel"), QMessageBox.ButtonRole.RejectRole))
        box.accepted.connect(lambda: self._delete(piece))
        open_over(box, "sessions")

    def _delete(self, piece: Piece) -> None:
        try:
            self._delete_file(piece.path)
        except SessionError as error:
            self._said.setText(error_words(error))
            self._said.show()
            return
        self._said.hide()
        rows = (row for row in range(self._list.count()) if self._list.item(row).data(_PIECE) == piece)
        for row in list(rows):
            with QSignalBlocker(self._list):
                self._list.takeItem(row)
        self._say_number()
        self._show_what_can_be_done()
        self._list.setFocus()


class WorkList(QListWidget):
    """A list that says that a row is to be deleted, by the key for it."""

    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentItem() is not None:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


def _words(piece: Piece) -> str:
    """What a row says: which texts, and below how far the work is and when it was done."""
    if isinstance(piece, Unreadable):
        return f"{piece.path.name}\n{error_words(piece.error)}"
    left, right = (origin_name(kept.origin) or kept.source.title for kept in piece.sources)
    decided = say("unsaved.decided", decided=piece.review.decided, total=len(piece.review.comparison.links))
    parts = [decided, moment_words(piece.changed, language()), *([say("unsaved.is_open")] if piece.is_open else [])]
    return f"{say('window.title', left=left, right=right)}\n{' · '.join(part for part in parts if part)}"
