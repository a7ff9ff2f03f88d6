"""The gauges beside a finding: how sure its verdict is, wording in common, what the model reads both ways."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from statement_compare.engine.model import EntailmentPair, Link, Verdict
from statement_compare.ui.findings.reasons import evidence, figures, outcome_words
from statement_compare.ui.fonts import scaled
from statement_compare.ui.strings import SIGNS, say
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.gauge import Gauge
from statement_compare.ui.widgets.outcomes import Outcomes
from statement_compare.ui.widgets.told import Told

_WIDTH = 240
_WIDEST = 1.5  # beyond it they would leave too little room for the words
_LOW_HEIGHT = 148  # the gauges need so much with one line on the evidence
_OUTCOME_SIGNS = (SIGNS[Verdict.AGREEMENT], SIGNS[Verdict.UNCLEAR], SIGNS[Verdict.CONTRADICTION])


class Gauges(QWidget):
    """One below the other; nothing of one is reckoned into another."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 1.0
        self._height = 0
        self._told = Told()
        self._confidence = Gauge(theme)
        self._told.put(self._confidence.set_name, "inspector.confidence")
        self._told.put(self._confidence.setToolTip, "inspector.gauge_tip")
        self._similarity = Gauge(theme)
        self._told.put(self._similarity.set_name, "inspector.similarity")
        self._told.put(self._similarity.setToolTip, "inspector.similarity_tip")
        self._evidence = QLabel()
        self._evidence.setProperty("soft", True)
        self._evidence.setProperty("small", True)
        self._evidence.setWordWrap(True)
        self._forward = Outcomes(_OUTCOME_SIGNS, theme)
        self._told.put(self._forward.set_label, "inspector.forward")
        self._told.put(self._forward.setAccessibleName, "inspector.forward_is")
        self._backward = Outcomes(_OUTCOME_SIGNS, theme)
        self._told.put(self._backward.set_label, "inspector.backward")
        self._told.put(self._backward.setAccessibleName, "inspector.backward_is")
        self._outcomes = (self._forward, self._backward)
        self.setFixedWidth(_WIDTH)
        self._decided = QLabel()
        self._decided.setProperty("small", True)
        self._decided.setProperty("strong", True)
        self._decided.setWordWrap(True)
        self._decided.hide()
        self._column = column = QVBoxLayout(self)
        column.addWidget(self._decided)
        column.addWidget(self._confidence)
        column.addWidget(self._similarity)
        model = QVBoxLayout()
        model.setSpacing(3)
        model.addWidget(self._evidence)
        for outcomes in self._outcomes:
            model.addWidget(outcomes)
        column.addLayout(model)
        column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for gauge in (self._confidence, self._similarity, *self._outcomes):
            gauge.set_theme(theme)

    def retranslate(self) -> None:
        """Name the gauges in the present language; `show_link` says what they show."""
        self._told.again()

    def set_share(self, share: float) -> None:
        """The type has grown by this share."""
        self._share = share
        for gauge in (self._confidence, self._similarity, *self._outcomes):
            gauge.set_share(share)
        self.setFixedWidth(scaled(_WIDTH, min(share, _WIDEST)))
        self.fit(self._height)

    def show_link(self, link: Link, decided_by: str = "") -> None:
        """What is known of a link; how sure a person is of her verdict is not, so that she stands there instead."""
        self._say_decided(decided_by)
        colours = self._theme.of(link.verdict)
        if link.verdict is Verdict.UNCLEAR and not (link.reasons and link.confidence):  # nothing decided is not sure
            self._confidence.show_value(None, say("inspector.no_confidence"), colours.ink)
        else:
            self._confidence.show_value(link.confidence, f"{link.confidence:.2f}", colours.ink)
        percent = round(100 * link.similarity)
        self._similarity.show_value(link.similarity, say("inspector.percent", n=percent), self._theme.soft)
        self._evidence.setText(evidence(link))
        self.setToolTip(evidence(link))
        self._show_outcomes(link.entailment)
        self.show()

    def show_undecided(self) -> None:
        """Nothing is known of what a person has typed."""
        self._say_decided("")
        for gauge in (self._confidence, self._similarity):
            gauge.show_value(None, say("inspector.no_confidence"), self._theme.soft)
        self._evidence.setText("")
        self.setToolTip("")
        self._show_outcomes(None)

    def fit(self, height: int) -> None:
        """Where there is little height, the line on the evidence gives way to the figures of the model."""
        self._height = height
        is_low = height < scaled(_LOW_HEIGHT, self._share)
        self._column.setContentsMargins(0, *((8, 0, 4) if is_low else (13, 0, 10)))
        self._column.setSpacing(6 if is_low else 9)
        self._evidence.setHidden(is_low and not self._forward.isHidden())

    def heard(self) -> list[str]:
        """What they show, as plain lines."""
        if self.isHidden():
            return []
        shown = [gauge for gauge in (self._confidence, self._similarity, *self._outcomes) if not gauge.isHidden()]
        told = [] if self._decided.isHidden() else [self._decided.text()]
        return told + [f"{gauge.accessibleName()}: {gauge.accessibleDescription()}" for gauge in shown]

    def _say_decided(self, words: str) -> None:
        self._decided.setText(words)
        self._decided.setVisible(bool(words))
        self._confidence.setVisible(not words)

    def _show_outcomes(self, pair: EntailmentPair | None) -> None:
        for outcomes in self._outcomes:
            outcomes.setVisible(pair is not None)
            if pair is not None:
                direction = pair.forward if outcomes is self._forward else pair.backward
                words = outcome_words(direction)
                outcomes.show_outcomes(direction, figures(direction), words)
                heading = say("inspector.outcomes_tip", direction=outcomes.accessibleName(), outcomes=words)
                outcomes.setToolTip(f"{heading}\n{say('inspector.outcomes_are')}")
        self.fit(self._height)
