"""Which questions are put to whom before anything is published: side, findings, language, deadline and format."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from statement_compare.engine.model import Link, Pair, Side, Verdict, pair_of
from statement_compare.engine.report.wording import gravest_first, messages, plain
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets.formats import REPLY_SHEETS
from statement_compare.engine.sheets.passages import other
from statement_compare.engine.sheets.reply import Claim, ReplyChoice, is_claim_open, is_open, open_claims, questions
from statement_compare.ui.strings import (
    LANGUAGES,
    SIDE_LETTERS,
    SIGNS,
    UNANSWERED_SIGN,
    card_title,
    language,
    place,
    say,
)
from statement_compare.ui.widgets.dialog_size import open_at
from statement_compare.ui.widgets.field_parts import name_parts

_ASKED = Qt.ItemDataRole.UserRole
_LONGEST = 300


class ReplyDialog(QDialog):
    """Read `choice` and `format` once it is accepted. `names` are those of both sides, `asked_by` who asks."""

    def __init__(
        self, reported: Reported, names: Mapping[Side, str], asked_by: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("reply.title"))
        self.reported = reported
        self._names = names
        self._side, self._language, self._format = QComboBox(), QComboBox(), QComboBox()
        for side in Side:
            self._side.addItem(names[side], (side,))
        self._side.addItem(say("reply.both"), tuple(Side))
        for code, spoken in LANGUAGES.items():
            self._language.addItem(spoken.name, code)
        self._language.setCurrentIndex(self._language.findData(language()))
        for each in sorted(REPLY_SHEETS, key=lambda each: each.name != "docx"):  # what most people write answers in
            self._format.addItem(say(f"sheet.{each.name}"), each.name)
        self._deadline, self._asked_by = QLineEdit(), QLineEdit(asked_by)
        self._deadline.setPlaceholderText(say("reply.deadline_hint"))
        self.rows = QListWidget()
        self.rows.setAccessibleName(say("reply.about"))
        self.rows.setSpacing(2)
        self.rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = QLabel()
        self._count.setProperty("soft", True)
        self._count.setWordWrap(True)
        self._buttons = QDialogButtonBox()
        self._save = self._buttons.addButton(say("reply.save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setDefault(True)
        self._buttons.addButton(say("dialog.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._fill()
        self.rows.itemChanged.connect(self._show_count)
        self._side.currentIndexChanged.connect(self._show_claims)
        self._show_claims()
        open_at(self, 640, 560)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        for key, field in (
            ("reply.side", self._side),
            ("reply.language", self._language),
            ("reply.asked_by", self._asked_by),
            ("reply.deadline", self._deadline),
            ("reply.format", self._format),
        ):
            name_parts(field, say(key))
            form.addRow(say(key), field)
        about = QLabel(say("reply.about"))
        about.setBuddy(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(about)
        column.addWidget(self.rows, 1)
        column.addWidget(self._count)
        column.addWidget(self._buttons)

    @property
    def choice(self) -> ReplyChoice:
        asked = [item.data(_ASKED) for item in self._items() if _is_ticked(item)]
        pairs: frozenset[Pair] = frozenset(pair_of(each) for each in asked if isinstance(each, Link))
        claims: frozenset[Claim] = frozenset(each for each in asked if not isinstance(each, Link))
        return ReplyChoice(
            sides=self._side.currentData(),
            pairs=pairs,
            claims=claims,
            language=self._language.currentData(),
            deadline=self._deadline.text().strip(),
            asked_by=self._asked_by.text().strip(),
        )

    @property
    def format(self) -> str:
        """The name of one of `REPLY_SHEETS`."""
        return str(self._format.currentData())

    @property
    def count(self) -> str:
        """How many questions whom."""
        return self._count.text()

    def _fill(self) -> None:
        """What may be asked about, ticked where it is open; agreements and what was dismissed are not offered."""
        reported = self.reported
        for link in gravest_first(reported.links):
            is_offered = link.verdict is not Verdict.AGREEMENT or is_open(reported, link)
            if is_offered and not reported.decision_on(link).is_dismissed:
                said = messages(reported.comparison, link, language())
                words = said[0] if said else plain(reported.comparison.left.sentences[link.left[0]].text)
                row = f"{SIGNS[link.verdict]} {card_title(link)} · {place(link)} · {words}"
                self._add(row, link, is_ticked=is_open(reported, link))
        for side in Side:
            statement = reported.comparison.left if side is Side.LEFT else reported.comparison.right
            for i in open_claims(reported, side):
                words = plain(statement.sentences[i].text)
                self._add(
                    f"{UNANSWERED_SIGN} {SIDE_LETTERS[side]}{i + 1} · {words}",
                    (side, i),
                    is_ticked=is_claim_open(reported, (side, i)),
                )

    def _add(self, words: str, asked: Link | Claim, *, is_ticked: bool) -> None:
        item = QListWidgetItem(words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        item.setData(_ASKED, asked)
        self.rows.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.rows.item(row) for row in range(self.rows.count())]

    def _show_claims(self) -> None:
        """A claim is a question to the other side alone: it is out of sight where that one is not asked."""
        for item in self._items():
            asked = item.data(_ASKED)
            item.setHidden(not isinstance(asked, Link) and other(asked[0]) not in self._side.currentData())
        self._show_count()

    def _show_count(self) -> None:
        choice = self.choice
        told = [
            say("reply.count", n=len(questions(self.reported, side, choice)), name=self._names[side])
            for side in choice.sides
        ]
        self._count.setText(" · ".join(told))
        self._save.setEnabled(any(questions(self.reported, side, choice) for side in choice.sides))


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
