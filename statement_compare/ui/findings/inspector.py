"""Why the chosen finding was called what it was: both quotes, the reasons in words, and gauges kept apart.

A person may also try other words here: the quotes turn into fields, and everything else shows what would be said then.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from statement_compare.engine.model import Comparison, Judged, Link, Side, Verdict
from statement_compare.session.review import Review, pair_of
from statement_compare.ui.decision_words import NOTHING_DECIDED, Decided, decided_of
from statement_compare.ui.findings.decisions import Decisions
from statement_compare.ui.findings.gauges import Gauges
from statement_compare.ui.findings.head import Head
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.findings.reasons import (
    ReasonLine,
    as_html,
    passage_of,
    placed_tag,
    reasons_of,
    tag_of,
    told_with_decision,
)
from statement_compare.ui.findings.told import Beside, unanswered_told
from statement_compare.ui.findings.what_if import Passage, WhatIf, pair_alone
from statement_compare.ui.fonts import interface_share, scaled
from statement_compare.ui.strings import (
    SIGNS,
    kind_word,
    kinds_of,
    link_word,
    say,
    verdict_word,
    without_signs,
)
from statement_compare.ui.stylesheet import larger_sheet
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.keyboard import let_go
from statement_compare.ui.widgets.quote import READING_PX, Quote
from statement_compare.ui.widgets.scrolled import scrolled
from statement_compare.ui.widgets.told import Told

_ROOMY_HEIGHT = 210
_ROOMY_LINES = 4
_LOW_HEIGHT = 160
_RIGHT, _BESIDE = 18, 13
_SLOW_MS = 400  # until then the last verdict stays, so that the heading does not flicker


class Inspector(QWidget):
    """Takes a link or an unanswered sentence and shows it.

    While a person tries other words, `what_if_asked(left, right)` asks for a verdict on them, which `show_judged` or
    `show_not_judged` answers; `what_if_ended` says that a person is done with it.
    """

    what_if_asked = Signal(str, str)
    what_if_ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reason")
        self.setProperty("paper", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._told = Told()
        self._told.put(self.setAccessibleName, "inspector.name")
        self._theme = theme
        self._share = 1.0
        self._verdict: Verdict | None = None
        self._chosen: tuple[Comparison, Link] | None = None
        self._decided = NOTHING_DECIDED
        self.came_from: QWidget | None = None  # where the keyboard was before a person tried other words
        self._lines_of_reason: list[ReasonLine] = []
        self._quotes = {side: Quote(theme) for side in Side}
        self._told_first = Side.LEFT
        self._reasons = QLabel()
        self._reasons.setProperty("soft", True)
        self._reasons.setWordWrap(True)
        self._reasons.setTextFormat(Qt.TextFormat.RichText)
        self._reasons.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self._head = Head()
        self._head.started.connect(self.start_what_if)
        self._head.ended.connect(self.end_what_if)
        self._what_if = WhatIf(theme)
        self._what_if.asked.connect(self._ask)
        self._what_if.restored.connect(self._show_original)
        self._what_if.refused.connect(self._show_undecided)
        self._what_if.ended.connect(self.end_what_if)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(lambda: self._set_heading(say("inspector.what_if_judging"), "", is_soft=True))

        self._gauges = Gauges(theme)
        self.decisions = Decisions(theme)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._scroller(), 1)
        words.addWidget(self.decisions)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _RIGHT, 0)
        row.setSpacing(_BESIDE)
        row.addLayout(words, 1)
        row.addWidget(self._gauges)
        self._dress()
        self._fit()
        self.show_nothing()

    def _fit(self) -> None:
        """Where there is little height for what is said, less is left free between its parts."""
        self._gauges.fit(self.height())
        self._space(is_low=False)
        if self.height() < scaled(_LOW_HEIGHT, self._share) or self._height_needed() > self.height():
            self._space(is_low=True)

    def _space(self, *, is_low: bool) -> None:
        self._column.setContentsMargins(18, 6 if is_low else 10, 5, 2 if is_low else 6)
        self._column.setSpacing(1 if is_low else 5)
        self.decisions.set_low(is_low)

    def _height_needed(self) -> int:
        """How high all of it would be without scrolling."""
        beside = 0 if self._gauges.isHidden() else self._gauges.width() + _BESIDE
        words = self._column.totalHeightForWidth(max(1, self.width() - beside - _RIGHT))
        return words + (0 if self.decisions.isHidden() else self.decisions.height())

    def _scroller(self) -> QScrollArea:
        """The heading, both sides and the reasons, one below the other."""
        words = QWidget()
        words.setProperty("paper", True)
        self._column = column = QVBoxLayout(words)
        column.addLayout(self._head)
        for quote in self._quotes.values():
            column.addWidget(quote)
        column.addWidget(self._what_if, 100)
        column.addWidget(self._reasons)
        column.addStretch(1)
        scroller = scrolled(words)
        self._told.put(scroller.setAccessibleName, "inspector.name")
        return scroller

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        colours = None if self._verdict is None else theme.of(self._verdict)
        for quote in self._quotes.values():
            quote.set_theme(theme, colours)
        for part in (self._gauges, self._what_if, self.decisions):
            part.set_theme(theme)
        self._dress()
        self._say_reasons(self._lines_of_reason)

    def retranslate(self) -> None:
        """Name the parts in the present language; what is shown is said anew by showing it once more."""
        self._told.again()
        for part in (self._head, self._gauges, self._what_if, self.decisions):
            part.retranslate()

    def _dress(self) -> None:
        self._head.dress(self._theme, self._share)

    def set_zoom(self, percent: int) -> None:
        """The type grows with that of the statements; it never gets smaller than usual."""
        self._share = interface_share(percent)
        self._size_type()

    def _size_type(self) -> None:
        share = self._share
        reading_px = scaled(READING_PX, share)
        for quote in self._quotes.values():
            quote.set_size(reading_px)
        self._what_if.set_size(reading_px)
        self.setStyleSheet("" if share == 1 else larger_sheet(share))
        for part in (self._gauges, self._head, self.decisions):
            part.set_share(share)
        self._dress()

    def set_what_if_keys(self, keys: str) -> None:
        """Name the keys that start trying other words, which a person may have changed; "" for none."""
        self._head.set_keys(keys)

    def show_nothing(self, words: str = "") -> None:
        """No finding is chosen; `words` say what to do instead, "" nothing."""
        self._leave_finding()
        self._head.offer_trial(False)
        self._set_heading(words, "", is_soft=True)
        for quote in self._quotes.values():
            quote.show_text("", "", (), None)
        self._say_reasons([])
        self._gauges.hide()
        self._fit()

    def show_link(self, comparison: Comparison, link: Link, review: Review | None = None) -> None:
        """A finding, with what the review holds of it; what a person tries with the same two passages goes on."""
        self._told_first = Side.LEFT
        self._decided = decided_of(review, link)
        self.decisions.show_finding(pair_of(link), link.verdict)
        is_same_pair = self._chosen is not None and _texts(*self._chosen) == _texts(comparison, link)
        self._chosen = (comparison, link)
        if self.is_trying and is_same_pair:
            if self._what_if.is_changed:
                self._say_note()
                self._what_if.ask_again()
            else:
                self._open_fields()
            return
        self._leave_trial()
        self._head.offer_trial(True)
        self._show_original()

    def show_unanswered(self, comparison: Comparison, row: Unanswered) -> None:
        """A sentence in no link, with the one of the other side whose wording is nearest to it."""
        self.show_told(unanswered_told(comparison, row))

    def show_told(self, told: Beside) -> None:
        """What is no finding, and on which nothing can be decided."""
        self._leave_finding()
        self._head.offer_trial(False)
        self._set_heading(told.heading, "" if told.look is None else told.look.value)
        self._told_first = told.first
        colours = None if told.look is None else self._theme.of(told.look)
        for side, each in told.quotes.items():
            self._quotes[side].show_text(each.tag, each.text, each.marked, colours, lines=each.lines)
        self._say_reasons(list(told.reasons))
        self._gauges.hide()
        self._fit()

    def heard(self) -> str:
        """All that is shown, as plain lines for the clipboard."""
        lines = [self._head.text, self._head.decided]
        if self.is_trying:
            lines.insert(0, say("inspector.what_if_heard"))
            lines += [f"{field.accessibleName()}: {field.toPlainText()}" for field in self._what_if.fields.values()]
        else:
            sides = sorted(Side, key=lambda side: side is not self._told_first)
            lines += [self._quotes[side].accessibleName() for side in sides]
        lines += [f"{each.kind}: {each.words}" if each.kind else each.words for each in self._lines_of_reason]
        lines += self._gauges.heard()
        return "\n".join(line for line in lines if line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._verdict is not None:
            for quote in self._quotes.values():
                quote.set_lines(self._lines())
        self._fit()

    # Trying other words

    @property
    def is_trying(self) -> bool:
        """Whether a person is trying other words."""
        return not self._what_if.isHidden()

    def start_what_if(self) -> bool:
        """Let a person change both sides of the finding for a try; False where no finding is shown."""
        if self._chosen is None:
            return False
        if not self.is_trying:
            self.came_from = QApplication.focusWidget()
            for quote in self._quotes.values():
                quote.hide()
            self._head.offer_trial(False)
            self._head.show_trial(True)
            self._what_if.show()
            self._open_fields()
        self._what_if.fields[Side.LEFT].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def end_what_if(self) -> None:
        """Go back to the sentences as they stand in the statements."""
        if self.is_trying and self._chosen is not None:
            let_go(self._what_if)
            self._leave_trial()
            self._head.offer_trial(True)
            self._show_original()
            self.what_if_ended.emit()

    def show_judged(self, judged: Judged) -> None:
        """The verdict on changed sentences; one on words that were changed again since is nobody's any more."""
        if not self.is_trying or self._chosen is None or (judged.left, judged.right) != self._what_if.texts:
            return
        comparison, link = self._chosen[0], judged.link
        languages = (comparison.left.language, comparison.right.language)
        alone = pair_alone(judged.left, judged.right, link, languages)
        self._slow.stop()
        self._show_verdict(alone, link)
        self._what_if.mark_judged(link, self._theme.of(link.verdict))
        self._say_note()
        spoken = f"{without_signs(self._head.text)}. {' '.join(line.words for line in self._lines_of_reason)}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._head.heading, spoken))

    def show_not_judged(self, words: str) -> None:
        """Why changed sentences could not be judged."""
        if self.is_trying and self._what_if.is_changed:
            self._show_undecided(words)

    def _open_fields(self) -> None:
        assert self._chosen is not None
        comparison, link = self._chosen
        passages = {side: Passage(tag_of(link, side), *passage_of(comparison, link, side)) for side in Side}
        self._what_if.open(passages, self._theme.of(link.verdict))
        self._show_original()

    def _leave_finding(self) -> None:
        """Nothing that can be decided or tried is shown any more."""
        self._leave_trial()
        self._chosen = self._verdict = None
        self.decisions.show_finding(None, None)

    def _leave_trial(self) -> None:
        self._slow.stop()
        self._head.say_decided("")
        self._head.show_trial(False)
        self._what_if.hide()
        self._what_if.shut()

    def _ask(self, left: str, right: str) -> None:
        self._slow.start()
        self.what_if_asked.emit(left, right)

    def _show_original(self) -> None:
        """The finding as it is, in quotes or in the fields."""
        if self._chosen is None:
            return
        self._slow.stop()
        comparison, link = self._chosen
        self._show_verdict(comparison, link, self._decided)
        self._head.say_decided("" if self.is_trying else " · ".join(self._decided.words))
        if self.is_trying:
            self._what_if.mark_originals(self._theme.of(link.verdict))
            self._say_note()
        else:
            for side, quote in self._quotes.items():
                tag, colours = placed_tag(comparison, link, side), self._theme.of(link.verdict)
                quote.show_text(tag, *passage_of(comparison, link, side), colours, lines=self._lines())
        self._fit()

    def _show_undecided(self, words: str) -> None:
        """No verdict on what is in the fields, and why."""
        self._slow.stop()
        self._verdict = None
        self._set_heading(words, "", is_soft=True)
        self._say_reasons([])
        self._what_if.unmark()
        self._say_note()
        self._gauges.show_undecided()

    def _say_note(self) -> None:
        """That nothing is changed by trying, or what the finding is without it."""
        assert self._chosen is not None
        link = self._chosen[1]
        if self._what_if.is_changed and self._verdict not in (None, link.verdict):
            was = say("inspector.what_if_was", sign=SIGNS[link.verdict], verdict=verdict_word(link.verdict).lower())
            self._head.note(f"{was} · {say('inspector.what_if_note')}")
        else:
            self._head.note(say("inspector.what_if_note"))

    # Showing

    def _show_verdict(self, comparison: Comparison, link: Link, decided: Decided = NOTHING_DECIDED) -> None:
        """Heading, reasons and gauges of a link, and what a person decided of it."""
        self._verdict = link.verdict
        kinds = ", ".join(kind_word(kind).lower() for kind in kinds_of(link))
        key = "inspector.heading" if kinds else "inspector.heading_plain"
        heading = say(key, sign=SIGNS[link.verdict], verdict=link_word(link), kinds=kinds)
        self._set_heading(heading, link.verdict.value)
        self._say_reasons(told_with_decision(reasons_of(comparison, decided.proposed or link), decided))
        self._gauges.show_link(link, decided.by)

    def _say_reasons(self, lines: list[ReasonLine]) -> None:
        self._lines_of_reason, verdict = lines, self._verdict
        self._reasons.setText(as_html(lines, None if verdict is None else self._theme.of(verdict), self._theme.ink))

    def _lines(self) -> int:
        return _ROOMY_LINES if self.height() >= scaled(_ROOMY_HEIGHT, self._share) else 1

    def _set_heading(self, words: str, verdict: str, *, is_soft: bool = False) -> None:
        self._head.say(words, verdict, is_soft=is_soft, wraps=is_soft and not self.is_trying)


def _texts(comparison: Comparison, link: Link) -> tuple[str, ...]:
    return tuple(passage_of(comparison, link, side)[0] for side in Side)
