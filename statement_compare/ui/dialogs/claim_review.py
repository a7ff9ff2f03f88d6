"""The draft of a ClaimReview of one finding: what it needs, what is still missing, and how it will read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from statement_compare.engine.model import Pair, Side
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets.claim_review import (
    ClaimReview,
    ClaimReviewWish,
    Gap,
    claim_review,
    known_author,
    known_date,
)
from statement_compare.ui.strings import language, say
from statement_compare.ui.widgets.close_button import add_close
from statement_compare.ui.widgets.dialog_size import open_at
from statement_compare.ui.widgets.field_parts import name_parts
from statement_compare.ui.widgets.scrolled import ScrolledPage
from statement_compare.ui.widgets.told import Told

_LEAST_FIELDS = QSize(400, 160)
_HINTS = {
    Gap.URL: "claim.url_hint",
    Gap.PUBLISHED: "claim.date_hint",
    Gap.CLAIM_DATE: "claim.date_hint",
    Gap.APPEARANCE: "claim.url_or_title",
}


class ClaimReviewDialog(QDialog):
    """Fills in what the statement says; a person says the rest. `copy_wanted` and `save_wanted` have the draft's text.

    It stays open after either. Without all that is needed there is no draft, and neither can be wanted.
    """

    copy_wanted = Signal(str)
    save_wanted = Signal(str)

    def __init__(
        self, reported: Reported, pair: Pair, names: Mapping[Side, str], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("claim.title"))
        self._reported, self._pair = reported, pair
        self._side, self._kind = QComboBox(), QComboBox()
        for side in Side:
            self._side.addItem(names[side], side)
        for kind in ("organization", "person"):
            self._kind.addItem(say(f"claim.{kind}"), kind)
        self.fields = {gap: QLineEdit() for gap in Gap}
        self.fields[Gap.PUBLISHED].setText(today.isoformat())
        for gap, hint in _HINTS.items():
            self.fields[gap].setPlaceholderText(say(hint))
        self._lacks = QLabel()
        self._lacks.setWordWrap(True)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(say("claim.draft"))
        self._lay_out()
        self._side.currentIndexChanged.connect(self._fill)
        self._kind.currentIndexChanged.connect(self._show)
        for field in self.fields.values():
            field.textChanged.connect(self._show)
        self._fill()
        open_at(self, 620, 620)

    def _lay_out(self) -> None:
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(18)
        rows: list[tuple[str, QLineEdit | QComboBox]] = [("side", self._side)]
        for gap, field in self.fields.items():
            rows.append((gap.value, field))
            rows += [("kind", self._kind)] if gap is Gap.CLAIM_AUTHOR else []
        for key, row in rows:
            name_parts(row, say(f"claim.{key}"))
            form.addRow(say(f"claim.{key}"), row)
        note = QLabel(say("claim.no_rating"))
        note.setProperty("soft", True)
        note.setWordWrap(True)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._wishes = [buttons.addButton(say(f"claim.{key}"), role.ActionRole) for key in ("copy", "save")]
        for button, wanted in zip(self._wishes, (self.copy_wanted, self.save_wanted), strict=True):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, wanted=wanted: wanted.emit(self.draft.text))
        add_close(buttons, self, Told(), is_default=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(ScrolledPage(fields, _LEAST_FIELDS))
        column.addWidget(self._lacks)
        column.addWidget(self._text, 1)
        column.addWidget(note)
        column.addWidget(buttons)

    @property
    def side(self) -> Side:
        """Whose claim is reviewed."""
        return Side(self._side.currentData())  # Qt gives back plain text

    @property
    def draft(self) -> ClaimReview:
        """What comes of the fields as they are."""
        said = {gap.value: field.text().strip() for gap, field in self.fields.items()}
        wish = ClaimReviewWish(
            self._pair,
            self.side,
            **said,
            is_person=self._kind.currentData() == "person",
            language=language(),
        )
        return claim_review(self._reported, wish)

    @property
    def lacks(self) -> str:
        """What is still missing."""
        return self._lacks.text()

    def _fill(self) -> None:
        """Say what the statement of the chosen side says of itself."""
        side = self.side
        self.fields[Gap.CLAIM_AUTHOR].setText(known_author(self._reported.comparison, side))
        self.fields[Gap.CLAIM_DATE].setText(known_date(self._reported.comparison, side))
        self._show()

    def _show(self) -> None:
        draft = self.draft
        what = ", ".join(say(f"claim.{gap.value}") for gap in draft.gaps)
        self._lacks.setText(say("claim.lacks", what=what) if draft.gaps else say("claim.complete"))
        self._lacks.setProperty("verdict", "contradiction" if draft.gaps else "")
        self._lacks.style().polish(self._lacks)
        self._lacks.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setPlainText(draft.text)
        for button in self._wishes:
            button.setEnabled(bool(draft.text))
