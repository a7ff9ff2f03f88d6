"""What the signs and colours of the texts, the list and the curves stand for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from statement_compare.engine.model import Verdict
from statement_compare.session.options import Settings
from statement_compare.session.query import SEVERITY
from statement_compare.ui.fonts import window_px
from statement_compare.ui.strings import SIGNS, UNANSWERED_SIGN, say
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.close_button import add_close
from statement_compare.ui.widgets.told import Told

_SIGN_PX = 26
_WHY_PX = 400


class LegendDialog(QDialog):
    """One row a sign: the sign as it stands beside a sentence, its word, and what it means."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("legend.title"))
        self._theme = theme
        rows = QGridLayout()
        rows.setHorizontalSpacing(14)
        rows.setVerticalSpacing(10)
        rows.setColumnStretch(2, 1)
        for row, verdict in enumerate(SEVERITY):
            self._add(rows, row, SIGNS[verdict], verdict.value, verdict)
        self._add(rows, len(SEVERITY), UNANSWERED_SIGN, "unanswered", None)
        note = QLabel(say("legend.note"))
        note.setProperty("soft", True)
        note.setProperty("small", True)
        buttons = QDialogButtonBox()
        add_close(buttons, self, Told(), is_default=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(rows)
        column.addWidget(note)
        column.addStretch(1)
        column.addWidget(buttons)

    def take_settings(self, before: Settings, after: Settings) -> None:
        """Close where the window has other colours now: the signs have those of the time when they were shown."""
        if (before.theme, before.colours) != (after.theme, after.colours):
            self.close()

    def lines(self) -> list[str]:
        """Every row as it is read out."""
        labels = [label for label in self.findChildren(QLabel) if label.accessibleName()]
        return [label.accessibleName() for label in labels]

    def _add(self, rows: QGridLayout, row: int, sign: str, name: str, verdict: Verdict | None) -> None:
        tile = QLabel(sign)
        tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tile.setFixedSize(window_px(_SIGN_PX), window_px(_SIGN_PX))
        if verdict is None:
            tile.setStyleSheet(f"color: {self._theme.soft}; border-bottom: 2px dotted {self._theme.soft};")
        else:
            colours = self._theme.of(verdict)
            tile.setStyleSheet(
                f"color: {colours.ink}; background: {colours.tint}; border-radius: 4px; font-weight: 600;"
            )
        word, why = QLabel(say(f"verdict.{name}")), QLabel(say(f"legend.{name}"))
        word.setProperty("strong", True)
        why.setWordWrap(True)
        why.setMinimumWidth(window_px(_WHY_PX))
        why.setAccessibleName(f"{sign} {word.text()}: {why.text()}")
        rows.addWidget(tile, row, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(word, row, 1)
        rows.addWidget(why, row, 2)
