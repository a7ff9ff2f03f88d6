"""Who denies everything in general: one line that says what was charged, not one finding a charge."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from statement_compare.engine.model import Comparison, Side
from statement_compare.ui.strings import SIDE_LETTERS, say


class Denied(QLabel):
    """Stands above the list where there is such a denial."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("soft", True)
        self.setWordWrap(True)
        self.setContentsMargins(14, 0, 14, 8)

    def show_denials(self, comparison: Comparison | None) -> None:
        lines, charged = [], []
        for denial in () if comparison is None else comparison.denials:
            place, count = f"{SIDE_LETTERS[denial.side]}{denial.sentence + 1}", len(denial.charges)
            lines.append(say("findings.denied_one" if count == 1 else "findings.denied", place=place, n=count))
            other = Side.RIGHT if denial.side is Side.LEFT else Side.LEFT
            charged.append(f"{place}: " + ", ".join(f"{SIDE_LETTERS[other]}{i + 1}" for i in denial.charges))
        self.setText("\n".join(lines))
        self.setToolTip("\n".join(charged))
        self.setVisible(bool(lines))
