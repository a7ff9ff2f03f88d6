"""What a person says about one side: its title, who speaks and when; and what the reader found in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from statement_compare.engine.model import Side, Source
from statement_compare.engine.text import hidden
from statement_compare.session.recent import Origin
from statement_compare.ui.fonts import window_px
from statement_compare.ui.strings import note_words, say

_AROUND_HINT = 34


class DetailsDialog(QDialog):
    """Edits an origin; read `origin` once it is accepted. What the file says stands in the fields as a hint."""

    def __init__(self, side: Side, origin: Origin, source: Source | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say(f"details.title_{side.value}"))
        self.setMinimumWidth(window_px(460))
        self._origin = origin
        self._title = QLineEdit(origin.title)
        self._speaker = QLineEdit(origin.speaker)
        self._date = QLineEdit(origin.date.isoformat() if origin.date else "")
        hint = say("details.date_hint")
        self._date.setPlaceholderText(hint)
        self._date.ensurePolished()
        self._date.setMinimumWidth(self._date.fontMetrics().horizontalAdvance(hint) + _AROUND_HINT)
        if source is not None:
            self._title.setPlaceholderText(source.title)
            self._speaker.setPlaceholderText(source.speaker)
            if source.date:
                self._date.setPlaceholderText(source.date.isoformat())
        self._problem = QLabel()
        self._problem.setProperty("verdict", "contradiction")
        self._problem.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.addRow(say("details.title"), self._title)
        form.addRow(say("details.speaker"), self._speaker)
        form.addRow(say("details.date"), self._date)
        for key, words in self._found(origin, source):
            label = QLabel(words)
            label.setProperty("soft", True)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(say(key), label)
        buttons = QDialogButtonBox()
        buttons.addButton(say("dialog.ok"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton(say("dialog.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept_if_right)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(buttons)

    @property
    def origin(self) -> Origin:
        written = self._date.text().strip()
        return replace(
            self._origin,
            title=self._title.text().strip(),
            speaker=self._speaker.text().strip(),
            date=date.fromisoformat(written) if written else None,
        )

    @property
    def problem(self) -> str:
        return self._problem.text()

    def accept_if_right(self) -> None:
        """Close the page, unless what stands in it makes no sense."""
        try:
            _ = self.origin
        except ValueError:
            self._problem.setText(say("details.date_wrong"))
            self._date.setFocus()
            return
        self.accept()

    def _found(self, origin: Origin, source: Source | None) -> list[tuple[str, str]]:
        found = [("details.file", hidden.shown(origin.path) or say("side.pasted"))]
        if source is not None and source.encoding:
            encoding = say("side.guessed", encoding=source.encoding) if source.encoding_guessed else source.encoding
            found.append(("details.encoding", encoding))
        if source is not None and source.notes:
            found.append(("details.notes", "\n".join(note_words(entry) for entry in source.notes)))
        return found
