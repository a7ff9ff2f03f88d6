"""Small questions over a window, such as for a file or a name: what is answered is handed on once it is there.

Who asks does not wait for the answer, so that other windows go on. Where nothing is answered, `take` is not called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QListView,
    QMessageBox,
    QWidget,
)

from statement_compare.ui.fonts import window_px
from statement_compare.ui.pages import open_over
from statement_compare.ui.strings import say

_KINDS_JOINED_BY = ";;"
_SUFFIX = re.compile(r"\*(\.[\w.]+)")
_PARTS = ((QLineEdit, "fileNameEdit"), (QListView, "listView"))  # as Qt calls them where it draws the page itself
_INPUT_WIDTH = 400


def ask_new_file(
    window: QWidget,
    title: str,
    proposed: Path,
    kinds: str,
    take: Callable[[Path, str], None],
    subject: str,
    *,
    suffixes: Collection[str] = (),
    let_be: Callable[[], object] | None = None,
) -> None:
    """Ask where something is to be written; `take` gets the file and which of `kinds` was chosen.

    `kinds` are as Qt writes them: "Table (*.csv);;Text (*.txt)"; the first is proposed. A name that ends in none of
    their suffixes, nor of the other `suffixes`, gets that of the chosen kind: "May 1.2" is "May 1.2.csv". A person is
    asked about the file of that name where there is one. `let_be` is called where a person wants no file.
    """
    dialog = _NewFile(window, title, proposed, kinds, suffixes)

    def take_answer() -> None:
        path, kind = dialog.whole, dialog.kind
        if path == _chosen(dialog)[0] or not QFileInfo(str(path)).exists():
            take(path, kind)
            return
        offered = _KINDS_JOINED_BY.join(sorted(kinds.split(_KINDS_JOINED_BY), key=lambda each: each != kind))

        def ask_again(over: QWidget) -> None:
            ask_new_file(over, title, path, offered, take, subject, suffixes=suffixes, let_be=let_be)

        _ask_to_replace(_window_of(dialog), path, lambda: take(path, kind), ask_again, subject)

    dialog.accepted.connect(take_answer)
    if let_be is not None:
        dialog.rejected.connect(let_be)
    open_over(dialog, subject)


class _NewFile(QFileDialog):
    """A question for a file that is written: a name is made whole before Qt asks about the file that has it.

    Where the system asks, it knows nothing of that: `whole` is then another name than the one it asked about.
    """

    def __init__(self, window: QWidget, title: str, proposed: Path, kinds: str, suffixes: Collection[str]) -> None:
        super().__init__(window, title, str(proposed.parent), kinds)
        self._known = {*_SUFFIX.findall(kinds), *suffixes}
        self._first = kinds.split(_KINDS_JOINED_BY, 1)[0]
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.selectFile(proposed.name)
        self.selectNameFilter(self._first)

    @property
    def kind(self) -> str:
        return self.selectedNameFilter() or self._first

    @property
    def whole(self) -> Path:
        """The file that is written."""
        path = _chosen(self)[0]
        if not path.name or path.suffix.lower() in self._known:
            return path
        suffix, *_ = (*_SUFFIX.findall(self.kind), *_SUFFIX.findall(self._first))
        return path.with_name(f"{path.name}{suffix}")

    def accept(self) -> None:
        field, listed = (self.findChild(kind, name) for kind, name in _PARTS)
        path, whole = _chosen(self)[0], self.whole
        is_folder = QFileInfo(str(path)).isDir()
        if isinstance(field, QLineEdit) and isinstance(listed, QListView) and not is_folder and whole != path:
            listed.selectionModel().clearSelection()  # else the name of a file that is selected comes back
            field.setText(whole.name if whole.parent == Path(self.directory().path()) else str(whole))
        super().accept()


def ask_files(
    window: QWidget,
    title: str,
    folder: str,
    kinds: str,
    take: Callable[[list[Path]], None],
    subject: str,
    *,
    let_be: Callable[[], object] | None = None,
) -> None:
    """Ask for files that are there: one or several. `let_be` is called where a person wants none."""
    dialog = QFileDialog(window, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.accepted.connect(lambda: take(_chosen(dialog)))
    if let_be is not None:
        dialog.rejected.connect(let_be)
    open_over(dialog, subject)


def ask_file(window: QWidget, title: str, folder: str, kinds: str, take: Callable[[Path], None], subject: str) -> None:
    """Ask for one file that is there."""
    dialog = QFileDialog(window, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.accepted.connect(lambda: take(_chosen(dialog)[0]))
    open_over(dialog, subject)


def ask_folder(window: QWidget, title: str, folder: str, take: Callable[[Path], None], subject: str) -> None:
    """Ask for a folder that is there."""
    dialog = QFileDialog(window, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.accepted.connect(lambda: take(_chosen(dialog)[0]))
    open_over(dialog, subject)


def ask_words(
    window: QWidget, title: str, label: str, proposed: str, take: Callable[[str], object], subject: str
) -> None:
    """Ask for a line of words."""
    dialog = _input(window, title, label)
    dialog.setTextValue(proposed)
    dialog.textValueSelected.connect(take)
    open_over(dialog, subject)


def ask_one_of(
    window: QWidget, title: str, label: str, names: Sequence[str], take: Callable[[str], object], subject: str
) -> None:
    """Ask for one of several names."""
    dialog = _input(window, title, label)
    dialog.setComboBoxItems(list(names))
    dialog.textValueSelected.connect(take)
    open_over(dialog, subject)


def ask_colour(window: QWidget, title: str, shown: str, take: Callable[[str], object], subject: str) -> None:
    """Ask for a colour, as "#rrggbb"."""
    dialog = QColorDialog(QColor(shown), window)
    dialog.setWindowTitle(title)
    dialog.colorSelected.connect(lambda colour: take(colour.name()))
    open_over(dialog, subject)


def _ask_to_replace(
    window: QWidget, path: Path, take: Callable[[], object], ask_again: Callable[[QWidget], object], subject: str
) -> None:
    box = QMessageBox(window)
    box.setWindowTitle(say("replace.title"))
    box.setText(say("replace.text", name=path.name))
    box.addButton(say("replace.do"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(say("dialog.cancel"), QMessageBox.ButtonRole.RejectRole))
    box.accepted.connect(take)
    box.rejected.connect(lambda: ask_again(_window_of(box)))
    open_over(box, subject)


def _window_of(page: QDialog) -> QWidget:
    """What a page lies over, asked for late: what answers to a page must not be the last to hold its window."""
    window = page.parentWidget()
    assert window is not None
    return window


def _chosen(dialog: QFileDialog) -> list[Path]:
    """The files of a question that was answered. Qt tells them before it closes the page, which is too early for us:
    what follows may be the next question, or the end of the window.
    """
    return [Path(each) for each in dialog.selectedFiles()]


def _input(window: QWidget, title: str, label: str) -> QInputDialog:
    dialog = QInputDialog(window)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    # Its layout holds it to what its parts ask for.
    dialog.setStyleSheet(f"QLineEdit, QComboBox {{ min-width: {window_px(_INPUT_WIDTH)}px; }}")
    dialog.setOkButtonText(say("dialog.ok"))
    dialog.setCancelButtonText(say("dialog.cancel"))
    return dialog
