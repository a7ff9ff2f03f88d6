"""What the program is, what it does not claim, and under which licences its parts are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from statement_compare import bundled
from statement_compare.ui.strings import say
from statement_compare.ui.widgets.close_button import add_close
from statement_compare.ui.widgets.dialog_size import open_at
from statement_compare.ui.widgets.told import Told

_LICENCE_FILES = (
    ("fonts", "NotoSerif-LICENSE.txt"),
    ("fonts", "Inter-LICENSE.txt"),
    ("lexicon", "WORDNET-LICENSE.txt"),
)


class AboutDialog(QDialog):
    def __init__(self, version: str, models: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("about.title"))
        open_at(self, 560, 520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        name = QLabel(say("product"))
        name.setProperty("title", True)
        number = QLabel(say("about.version", version=version))
        number.setProperty("soft", True)
        column.addWidget(name)
        column.addWidget(number)
        for key in ("about.what", "about.truth", "about.private"):
            words = QLabel(say(key))
            words.setWordWrap(True)
            column.addWidget(words)
        if models:
            column.addWidget(_head("about.models"))
            words = QLabel(models)
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        column.addWidget(_head("about.licences"))
        licences = QPlainTextEdit(licence_texts())
        licences.setReadOnly(True)
        licences.setAccessibleName(say("about.licences"))
        column.addWidget(licences, 1)
        buttons = QDialogButtonBox()
        add_close(buttons, self, Told(), is_default=True)
        column.addWidget(buttons)


def _head(key: str) -> QLabel:
    head = QLabel(say(key))
    head.setProperty("strong", True)
    return head


def licence_texts() -> str:
    """The programs' own licence, its libraries', and the texts that came with bundled fonts and lexicons."""
    parts = [say("about.licence_own"), say("about.licence_libraries")]
    for names in _LICENCE_FILES:
        path = bundled.path(*names)
        if path.is_file():
            parts.append(f"{names[-1].rsplit('-', 1)[0]}\n\n{path.read_text(encoding='utf-8', errors='replace')}")
    return "\n\n".join(parts)
