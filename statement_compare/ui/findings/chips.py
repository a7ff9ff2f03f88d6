"""The chips above the list: how many findings a verdict has, or unanswered sentences a side, and which are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from statement_compare.engine.fact_rows import Relation
from statement_compare.engine.model import Side, Verdict
from statement_compare.engine.report.overview_wording import FACT_SIGNS
from statement_compare.session.query import SEVERITY, Counts
from statement_compare.ui.findings.facts_model import FACT_LOOKS
from statement_compare.ui.fonts import scaled
from statement_compare.ui.icons import sign
from statement_compare.ui.strings import SIDE_LETTERS, SIGNS, say, side_word
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.flow_layout import FlowLayout

_ALL = "all"
_HEIGHT = 24


class Chips(QWidget):
    """A row of chips, one of which is pressed; the first stands for all. `pressed` tells that a person chose."""

    pressed = Signal()

    def __init__(self, first: str, others: Iterable[Verdict | Side | Relation]) -> None:
        super().__init__()
        self._first = first
        self._chips: dict[str, QPushButton] = {}
        self._inks: dict[str, str] = {}
        self._group = QButtonGroup(self)
        flow = FlowLayout(self)
        flow.setContentsMargins(10, 10, 10, 8)
        for name in (first, *others):
            flow.addWidget(self._chip(str(name)))
        self._group.buttonClicked.connect(lambda _: self.pressed.emit())

    def is_chosen(self, name: Verdict | Side | Relation) -> bool:
        return self._chips[name.value].isChecked()

    def choose(self, name: Verdict | Side | Relation | None) -> None:
        """Press a chip without saying so; None presses the one for all."""
        self._chips[self._first if name is None else name.value].setChecked(True)

    def set_share(self, share: float) -> None:
        """The type has grown by this share."""
        for chip in self._chips.values():
            chip.setFixedHeight(scaled(_HEIGHT, share))
            chip.setIconSize(_icon_size(share))

    def _put_sign(self, name: str, words: str, ink: str) -> None:
        """The sign of a chip, drawn once for each ink."""
        if self._inks.get(name) != ink:
            self._inks[name] = ink
            self._chips[name].setIcon(sign(words, ink))

    def _chip(self, name: str) -> QPushButton:
        chip = QPushButton()
        chip.setCheckable(True)
        chip.setFixedHeight(_HEIGHT)
        chip.setIconSize(_icon_size(1.0))
        chip.setProperty("chip", True)
        chip.setObjectName(f"chip_{name}")
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        self._group.addButton(chip)
        self._chips[name] = chip
        return chip


class VerdictChips(Chips):
    """One chip a verdict."""

    def __init__(self) -> None:
        super().__init__(_ALL, SEVERITY)

    def write(self, count: Counts | None, theme: Theme) -> None:
        """The numbers of a comparison; None where there is none. Dismissed findings are in no verdict's number."""
        self._chips[_ALL].setText(say("findings.all", n=count.links if count else 0))
        dismissed = count.dismissed if count else 0
        self._chips[_ALL].setToolTip(_with_dismissed(say("findings.all_tip"), dismissed))
        self._chips[_ALL].setVisible(count is not None)
        for verdict in Verdict:
            number = count.of(verdict) if count else 0
            chip = self._chips[verdict.value]
            chip.setText(str(number))
            self._put_sign(verdict.value, SIGNS[verdict], theme.of(verdict).ink)
            dismissed = count.dismissed_by_verdict.get(verdict, 0) if count else 0
            words = _with_dismissed(say(f"verdicts.{verdict.value}", n=number), dismissed)
            chip.setToolTip(say("findings.chip_tip", words=words))
            chip.setAccessibleName(words)
            chip.setVisible(number + dismissed > 0 or chip.isChecked())


class SideChips(Chips):
    """One chip a side, for sentences without an answer."""

    def __init__(self) -> None:
        super().__init__("unanswered", Side)

    def write(self, count: Mapping[Side, int]) -> None:
        """How many sentences of each side there are in the list, whichever side it shows."""
        self._chips["unanswered"].setText(say("findings.all", n=sum(count.values())))
        for side, number in count.items():
            self._chips[side.value].setText(f"{side_word(side)} {number}")


class RelationChips(Chips):
    """One chip a relation of figures, dates and names."""

    def __init__(self) -> None:
        super().__init__("facts", Relation)

    def write(self, count: Mapping[Relation | None, int], theme: Theme) -> None:
        """How many rows stand so; None counts all."""
        self._chips["facts"].setText(say("findings.all", n=count[None]))
        self._chips["facts"].setToolTip(say("facts.all_tip"))
        for relation in Relation:
            number, chip = count[relation], self._chips[relation.value]
            side = {Relation.ONLY_LEFT: Side.LEFT, Relation.ONLY_RIGHT: Side.RIGHT}.get(relation)
            chip.setText(str(number) if side is None else f"{SIDE_LETTERS[side]} {number}")
            self._put_sign(relation.value, FACT_SIGNS[relation], theme.of(FACT_LOOKS[relation]).ink)
            words = say(f"facts.n_{relation.value}", n=number)
            chip.setToolTip(say("findings.chip_tip", words=words))
            chip.setAccessibleName(words)
            chip.setVisible(number > 0 or chip.isChecked())


def _with_dismissed(words: str, number: int) -> str:
    """ "3 contradictions, 1 dismissed"."""
    return f"{words}, {say('findings.n_dismissed', n=number)}" if number else words


def _icon_size(share: float) -> QSize:
    return QSize(scaled(10, share), scaled(16, share))
