"""Small questions over a window, such as for a file or a name: what is answered is handed on once it is there.

Who asks does not wait for the answer, so that other windows go on. Where nothing is answered, `take` is not called.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog, QInputDialog, QWidget

from statement_compare.ui.fonts import window_px
from statement_compare.ui.pages import open_over
from statement_compare.ui.strings import say

_KINDS_JOINED_BY = ";;"
_INPUT_WIDTH = 400


def ask_new_file(
    window: QWidget,
    title: str,
    proposed: Path,
    kinds: str,
    take: Callable[[Path, str], None],
    subject: str,
    *,
    let_be: Callable[[], object] | None = None,
) -> None:
    """Ask where something is to be written; `take` gets the file and which of `kinds` was chosen.

    `kinds` are as Qt writes them: "Table (*.csv);;Text (*.txt)"; the first is proposed. `let_be` is called where a
    person wants no file.
    """
    dialog = QFileDialog(window, title, str(proposed.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(proposed.name)
    dialog.selectNameFilter(kinds.split(_KINDS_JOINED_BY, 1)[0])
    dialog.accepted.connect(lambda: take(_chosen(dialog)[0], dialog.selectedNameFilter()))
    if let_be is not None:
        dialog.rejected.connect(let_be)
    open_over(dialog, subject)


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
