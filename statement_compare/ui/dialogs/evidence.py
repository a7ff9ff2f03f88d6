"""What is being done with an evidence bundle, and what came of it: its fingerprint, and each thing that was checked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from statement_compare.engine.text import hidden
from statement_compare.session.evidence.outcome import Checked, Finding, Standing
from statement_compare.session.evidence.words import about_words, finding_words, result_words
from statement_compare.session.evidence.words import say as say_of_evidence
from statement_compare.ui.stages import Stages
from statement_compare.ui.strings import language, say
from statement_compare.ui.widgets.dialog_size import open_at

_SIZE = (740, 460)
_SMALL = (740, 190)
# What needs to be read first comes first.
_ORDER = (Standing.DIFFERS, Standing.UNCHECKED, Standing.NOTE, Standing.SAME)
_SIGNS = {Standing.DIFFERS: "≠", Standing.UNCHECKED: "?", Standing.NOTE: "~", Standing.SAME: "="}


class EvidenceDialog(QDialog):
    """Opens with a progress bar, which gives way to the result. Whoever closes it before wants no result."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("evidence.title"))
        open_at(self, *_SMALL)
        self._stages = Stages()
        self._headline = QLabel(words)
        self._headline.setProperty("strong", True)
        self._headline.setWordWrap(True)
        self._about = _soft()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self.fingerprint = QLineEdit()
        self.fingerprint.setReadOnly(True)
        self.fingerprint.setAccessibleName(say("evidence.fingerprint"))
        self._copy = QPushButton(say("evidence.copy"))
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._copy_fingerprint)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(say("evidence.fingerprint"))
        label.setBuddy(self.fingerprint)
        row.addWidget(label)
        row.addWidget(self.fingerprint, 1)
        row.addWidget(self._copy)
        self._list = QTreeWidget()
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setWordWrap(True)
        self._list.setAccessibleName(say("evidence.findings"))
        self._note = _soft()
        buttons = QDialogButtonBox()
        self._close = buttons.addButton(say("dialog.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for widget in (self._headline, self._about, self._bar, self._row):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        column.addWidget(self._note)
        column.addStretch(0)
        column.addWidget(buttons)
        for widget in (self._row, self._list, self._note):
            widget.hide()

    @property
    def headline(self) -> str:
        return self._headline.text()

    @property
    def rows(self) -> list[str]:
        """What the rows say."""
        rows = (self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount()))
        return [f"{row.text(0)}  {row.text(1)}" for row in rows if row is not None]

    def show_progress(self, stage: str, done: int, total: int) -> None:
        words, share = self._stages.take(stage, done, total)
        self._about.setText(words)
        self._about.show()
        self._bar.setRange(0, 0 if share is None else 100)
        self._bar.setValue(int(100 * (share or 0.0)))

    def show_made(self, name: str, fingerprint: str) -> None:
        """A bundle was written under this name."""
        self._end(say("evidence.made", name=name), "")
        self._show_fingerprint(fingerprint)
        self._note.setText(say("evidence.tell"))
        self._note.show()

    def show_checked(self, checked: Checked, name: str) -> None:
        """What checking a bundle of this name found."""
        spoken = language()
        about = about_words(checked, spoken)
        self._end(result_words(checked, spoken), f"{hidden.shown(name)}: {about}" if about else hidden.shown(name))
        self._show_fingerprint(checked.fingerprint)
        rows = [_row(finding, spoken) for standing in _ORDER for finding in checked.of(standing)]
        self._list.addTopLevelItems(rows)
        self._list.setCurrentItem(rows[0])
        self._list.resizeColumnToContents(0)
        self._list.show()
        self._note.setText(say_of_evidence("caveat", spoken))
        self._note.show()
        open_at(self, *_SIZE)
        self._list.setFocus()

    def show_failure(self, words: str) -> None:
        """Nothing came of it, for this reason."""
        self._end(hidden.shown(words), "")

    def _end(self, headline: str, about: str) -> None:
        self._bar.hide()
        self._headline.setText(headline)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._close.setText(say("dialog.close"))

    def _show_fingerprint(self, fingerprint: str) -> None:
        self.fingerprint.setText(fingerprint)
        self.fingerprint.setCursorPosition(0)
        self._row.show()

    def _copy_fingerprint(self) -> None:
        QGuiApplication.clipboard().setText(self.fingerprint.text())
        self._copy.setText(say("evidence.copied"))


def _soft() -> QLabel:
    label = QLabel()
    label.setProperty("soft", True)
    label.setProperty("small", True)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _row(finding: Finding, spoken: str) -> QTreeWidgetItem:
    standing = say_of_evidence(f"standing.{finding.standing.value}", spoken)
    words = finding_words(finding, spoken)
    row = QTreeWidgetItem([f"{_SIGNS[finding.standing]}  {standing.lower()}", words])
    row.setToolTip(1, hidden.shown(words))
    return row
