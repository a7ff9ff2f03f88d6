"""What a report is to hold, in which format and language, and what can be done with it once it is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from statement_compare.engine.model import Pair
from statement_compare.engine.report_formats import REPORT_LANGUAGES, REPORTS
from statement_compare.engine.reported import ReportChoice, Reported, Scope, report_of
from statement_compare.ui.strings import LANGUAGES, language, say
from statement_compare.ui.widgets.close_button import add_close
from statement_compare.ui.widgets.field_parts import name_parts
from statement_compare.ui.widgets.told import Told


class ReportDialog(QDialog):
    """Read `format` and `choice` when `save_wanted()` comes; it stays open, so that another format can follow.

    `listed` are the findings that the list shows. `open_wanted(path)` and `folder_wanted(path)` are of the report that
    was saved last.
    """

    save_wanted = Signal()
    open_wanted = Signal(str)
    folder_wanted = Signal(str)

    def __init__(
        self, reported: Reported, listed: frozenset[Pair], format_: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("report.title"))
        self._reported = reported
        self._listed = listed
        self._path = ""
        self._is_waiting = False
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(12)
        column.addLayout(self._form(format_))
        column.addLayout(self._outcome())
        column.addWidget(self._buttons())
        self._save.setDefault(True)  # once it belongs to this page, else the first button of all is taken
        self._show_count()

    @property
    def format(self) -> str:
        """The name of the chosen format."""
        return str(self._formats.currentData())

    @property
    def choice(self) -> ReportChoice:
        scope = list(Scope)[self._scopes.checkedId()]
        return ReportChoice(
            scope,
            self._listed if scope is Scope.CHOSEN else frozenset(),
            has_agreements=self._agreements.isChecked(),
            has_dismissed=self._dismissed.isChecked(),
            language=str(self._languages.currentData()),
        )

    @property
    def told(self) -> str:
        """What is said of the last report that was asked for."""
        return self._told.text()

    @property
    def count(self) -> str:
        """How many findings the report would hold."""
        return self._count.text()

    def choose(self, scope: Scope) -> None:
        """Say how much of the review is reported."""
        self._scopes.button(list(Scope).index(scope)).setChecked(True)
        self._show_count()

    def show_waiting(self) -> None:
        """A report is being written, until `show_written` or `show_failure`; no other one can be saved meanwhile."""
        self._is_waiting = True
        self._show_count()
        self._say(say("save_report.writing"))

    def show_written(self, path: str) -> None:
        """A report lies at `path`: it can be opened from here."""
        self._path, self._is_waiting = path, False
        self._say(say("status.saved", path=Path(path).name), path)
        self._show_count()
        for button in (self._open, self._folder):
            button.show()
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failure(self, words: str) -> None:
        """No report was written."""
        self._is_waiting = False
        self._say(words)
        self._show_count()

    def show_problem(self, words: str) -> None:
        """The one that was written could not be opened."""
        self._say(words)

    def _form(self, format_: str) -> QFormLayout:
        self._formats = QComboBox()
        self._formats.setObjectName("report_format")
        # The page to read comes first: it is what most people want.
        for each in sorted(REPORTS, key=lambda each: each.name != "html"):
            self._formats.addItem(f"{say(f'report.{each.name}')} ({each.suffixes[0]})", each.name)
        self._formats.setCurrentIndex(max(self._formats.findData(format_), 0))
        name_parts(self._formats, say("save_report.format"))
        self._languages = QComboBox()
        self._languages.setObjectName("report_language")
        for code in REPORT_LANGUAGES:
            self._languages.addItem(LANGUAGES[code].name if code in LANGUAGES else code, code)
        self._languages.setCurrentIndex(max(self._languages.findData(language()), 0))
        name_parts(self._languages, say("save_report.language"))
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(12)
        form.addRow(say("save_report.format"), self._formats)
        form.addRow(say("save_report.language"), self._languages)
        form.addRow(say("save_report.holds"), self._parts())
        return form

    def _parts(self) -> QVBoxLayout:
        """How much of the review it holds; what is in none of it cannot be chosen."""
        column = QVBoxLayout()
        column.setSpacing(6)
        self._scopes = QButtonGroup(self)
        for place, scope in enumerate(Scope):
            button = QRadioButton(say(f"save_report.{scope.value}"))
            button.setObjectName(f"report_{scope.value}")
            button.setChecked(scope is Scope.ALL)
            choice = ReportChoice(scope, self._listed)
            button.setEnabled(scope is Scope.ALL or bool(report_of(self._reported, choice).links))
            self._scopes.addButton(button, place)
            column.addWidget(button)
        self._agreements = QCheckBox(say("save_report.agreements"))
        self._dismissed = QCheckBox(say("save_report.dismissed"))
        column.addSpacing(4)
        for box, name in ((self._agreements, "report_agreements"), (self._dismissed, "report_dismissed")):
            box.setObjectName(name)
            box.setChecked(True)
            box.toggled.connect(self._show_count)
            column.addWidget(box)
        self._dismissed.setEnabled(bool(report_of(self._reported).dismissed))
        self._count = QLabel()
        self._count.setProperty("soft", True)
        column.addWidget(self._count)
        self._scopes.idToggled.connect(self._show_count)
        return column

    def _outcome(self) -> QHBoxLayout:
        """What came of saving, and what can be done with the file."""
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.hide()
        self._open, self._folder = QPushButton(say("save_report.open")), QPushButton(say("save_report.folder"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._told, 1)
        for button, name, wanted in (
            (self._open, "report_open", self.open_wanted),
            (self._folder, "report_folder", self.folder_wanted),
        ):
            button.setObjectName(name)
            button.setAutoDefault(True)
            button.clicked.connect(lambda _=False, wanted=wanted: wanted.emit(self._path))
            button.hide()
            row.addWidget(button)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._save = buttons.addButton(say("save_report.save"), QDialogButtonBox.ButtonRole.ActionRole)
        self._save.setObjectName("report_save")
        self._save.clicked.connect(lambda: self.save_wanted.emit())
        add_close(buttons, self, Told())
        return buttons

    def _say(self, words: str, tip: str = "") -> None:
        self._told.setText(words)
        self._told.setToolTip(tip)
        self._told.show()

    def _show_count(self, *_: object) -> None:
        """How many findings it would hold; what would hold nothing at all cannot be saved, nor two at once."""
        number = len(report_of(self._reported, self.choice).links)
        self._count.setText(say("save_report.count", n=number, total=len(self._reported.links)))
        self._save.setEnabled(not self._is_waiting and (number > 0 or self.choice.scope is Scope.ALL))
