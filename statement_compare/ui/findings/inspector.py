"""Why the chosen finding was called what it was: both quotes, the reasons in words, and two gauges kept apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from statement_compare.engine.model import Comparison, Entailment, Link, Reason, ReasonKind, Side, Span, Verdict
from statement_compare.engine.report.wording import quote as words_of
from statement_compare.session.query import flat, ids_of, span_of, statement_of
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.strings import (
    SIDE_LETTERS,
    SIGNS,
    UNANSWERED_SIGN,
    kind_word,
    kinds_of,
    reason_sentence,
    say,
    side_word,
    verdict_word,
)
from statement_compare.ui.theme import Theme, VerdictColours
from statement_compare.ui.widgets.gauge import Gauge
from statement_compare.ui.widgets.quote import READING_PX, Quote

_GAUGES_WIDTH = 240
_ROOMY_HEIGHT = 210
_ROOMY_LINES = 4
_LARGE_READING_PX = 22
_LARGE_PX = 18


class Inspector(QWidget):
    """Takes a link or an unanswered sentence and shows it; emits nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reason")
        self.setProperty("paper", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("inspector.name"))
        self._theme = theme
        self._verdict: Verdict | None = None
        self._lines_of_reason: list[ReasonLine] = []
        self._heading = QLabel()
        self._heading.setProperty("title", True)
        self._heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._quotes = {side: Quote(theme) for side in Side}
        self._reasons = QLabel()
        self._reasons.setProperty("soft", True)
        self._reasons.setWordWrap(True)
        self._reasons.setTextFormat(Qt.TextFormat.RichText)
        self._reasons.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._confidence = Gauge(say("inspector.confidence"), theme)
        self._confidence.setToolTip(say("inspector.gauge_tip"))
        self._similarity = Gauge(say("inspector.similarity"), theme)
        self._similarity.setToolTip(say("inspector.similarity_tip"))
        self._evidence = QLabel()
        self._evidence.setProperty("soft", True)
        self._evidence.setProperty("small", True)
        self._evidence.setWordWrap(True)

        words = QWidget()
        words.setProperty("paper", True)
        column = QVBoxLayout(words)
        column.setContentsMargins(18, 12, 13, 10)
        column.setSpacing(5)
        column.addWidget(self._heading)
        for quote in self._quotes.values():
            column.addWidget(quote)
        column.addWidget(self._reasons)
        column.addStretch(1)
        scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidget(words)
        # The keyboard comes here only where there is more than can be seen.
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.verticalScrollBar().rangeChanged.connect(
            lambda _, most: scroller.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)
        )
        scroller.setAccessibleName(say("inspector.name"))

        self._gauges = QWidget()
        self._gauges.setFixedWidth(_GAUGES_WIDTH)
        beside = QVBoxLayout(self._gauges)
        beside.setContentsMargins(0, 13, 0, 10)
        beside.setSpacing(9)
        beside.addWidget(self._confidence)
        beside.addWidget(self._similarity)
        beside.addWidget(self._evidence)
        beside.addStretch(1)

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 18, 0)
        row.setSpacing(13)
        row.addWidget(scroller, 1)
        row.addWidget(self._gauges)
        self.show_nothing()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        colours = None if self._verdict is None else theme.of(self._verdict)
        for quote in self._quotes.values():
            quote.set_theme(theme, colours)
        for gauge in (self._confidence, self._similarity):
            gauge.set_theme(theme)
        self._say_reasons(self._lines_of_reason)

    def set_large(self, is_large: bool) -> None:
        """Type that can be read from the back of a room."""
        for quote in self._quotes.values():
            quote.set_size(_LARGE_READING_PX if is_large else READING_PX)
        style = f"font-size: {_LARGE_PX}px;" if is_large else ""
        for label in (self._heading, self._reasons):
            label.setStyleSheet(style)

    def show_nothing(self, words: str = "") -> None:
        """No finding is chosen; `words` say what to do instead, "" nothing."""
        self._verdict = None
        self._set_heading(words, "", is_soft=True)
        for quote in self._quotes.values():
            quote.show_text("", "", (), None)
        self._say_reasons([])
        self._gauges.hide()

    def show_link(self, comparison: Comparison, link: Link) -> None:
        self._verdict = link.verdict
        colours = self._theme.of(link.verdict)
        kinds = ", ".join(kind_word(kind).lower() for kind in kinds_of(link))
        key = "inspector.heading" if kinds else "inspector.heading_plain"
        heading = say(key, sign=SIGNS[link.verdict], verdict=verdict_word(link.verdict), kinds=kinds)
        self._set_heading(heading, link.verdict.value)
        for side, quote in self._quotes.items():
            text, marked = passage_of(comparison, link, side)
            tag = ", ".join(f"{SIDE_LETTERS[side]}{i + 1}" for i in ids_of(link, side))
            quote.show_text(tag, text, marked, colours, lines=self._lines())
        self._say_reasons(reasons_of(comparison, link))
        if link.verdict is Verdict.UNCLEAR and not (link.reasons and link.confidence):  # nothing decided is not sure
            self._confidence.show_value(None, say("inspector.no_confidence"), colours.ink)
        else:
            self._confidence.show_value(link.confidence, f"{link.confidence:.2f}", colours.ink)
        percent = round(100 * link.similarity)
        self._similarity.show_value(link.similarity, say("inspector.percent", n=percent), self._theme.soft)
        self._evidence.setText(evidence(link))
        self._evidence.setToolTip(evidence(link))
        self._gauges.show()

    def show_unanswered(self, comparison: Comparison, row: Unanswered) -> None:
        self._verdict = None
        heading = say("inspector.unanswered", sign=UNANSWERED_SIGN, side=side_word(row.side).lower())
        self._set_heading(heading, "")
        sentence = statement_of(comparison, row.side).sentences[row.sentence]
        other = Side.RIGHT if row.side is Side.LEFT else Side.LEFT
        tag = f"{SIDE_LETTERS[row.side]}{row.sentence + 1}"
        self._quotes[row.side].show_text(tag, flat(sentence.text), (), None, lines=_ROOMY_LINES)
        self._quotes[other].show_text("", "", (), None)
        self._say_reasons([ReasonLine("", say("inspector.unanswered_why"))])
        self._gauges.hide()

    def heard(self) -> str:
        """All that is shown, as plain lines for the clipboard."""
        lines = [self._heading.text(), *(quote.accessibleName() for quote in self._quotes.values())]
        lines += [f"{each.kind}: {each.words}" if each.kind else each.words for each in self._lines_of_reason]
        if not self._gauges.isHidden():
            gauges = (self._confidence, self._similarity)
            lines += [f"{gauge.accessibleName()}: {gauge.accessibleDescription()}" for gauge in gauges]
        return "\n".join(line for line in lines if line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._verdict is not None:
            for quote in self._quotes.values():
                quote.set_lines(self._lines())

    def _say_reasons(self, lines: list[ReasonLine]) -> None:
        self._lines_of_reason = lines
        colours = None if self._verdict is None else self._theme.of(self._verdict)
        self._reasons.setText(as_html(lines, colours, self._theme.ink))

    def _lines(self) -> int:
        return _ROOMY_LINES if self.height() >= _ROOMY_HEIGHT else 1

    def _set_heading(self, words: str, verdict: str, *, is_soft: bool = False) -> None:
        self._heading.setText(words)
        self._heading.setProperty("verdict", verdict)
        self._heading.setProperty("soft", is_soft)
        self._heading.setProperty("title", not is_soft)
        self._heading.setWordWrap(is_soft)
        self._heading.style().unpolish(self._heading)
        self._heading.style().polish(self._heading)


def passage_of(comparison: Comparison, link: Link, side: Side) -> tuple[str, tuple[Span, ...]]:
    """One side's sentences on one line, and where the words of the reasons stand in it."""
    statement = statement_of(comparison, side)
    spans = [span for reason in link.reasons if (span := span_of(reason, side)) is not None]
    text, marked = "", []
    for i in ids_of(link, side):
        sentence = statement.sentences[i]
        text += " " if text else ""
        for span in spans:
            start, end = max(span.start, sentence.span.start), min(span.end, sentence.span.end)
            if start < end:
                source = statement.source.text
                before = flat_start(source[sentence.span.start : start])
                words = flat(source[start:end])
                marked.append(Span(len(text) + len(before), len(text) + len(before) + len(words)))
        text += flat(sentence.span.of(statement.source.text))
    return text, tuple(sorted(set(marked)))


def flat_start(text: str) -> str:
    """The beginning of a sentence on one line, with the blank before what follows kept as one."""
    return flat(text) + (" " if text[-1:].isspace() and text.strip() else "")


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason in words; `kind` is "" where it is the only one. `marked` is where the words of the texts stand."""

    kind: str
    words: str
    marked: tuple[Span, ...] = ()


def reasons_of(comparison: Comparison, link: Link) -> list[ReasonLine]:
    """The reasons as sentences, each once, the strongest first."""
    found: dict[str, Reason] = {}
    for reason in link.reasons:
        sentence = reason_sentence(comparison, reason)
        if sentence:
            found.setdefault(sentence, reason)
    if not found and link.verdict is Verdict.UNCLEAR:
        return [ReasonLine("", say("inspector.unclear_why"))]
    return [
        ReasonLine(kind_word(reason.kind) if len(found) > 1 else "", sentence, quoted_in(sentence, comparison, reason))
        for sentence, reason in found.items()
    ]


def quoted_in(sentence: str, comparison: Comparison, reason: Reason) -> tuple[Span, ...]:
    """Where the words of both sides stand in the sentence that tells of them, as far as it quotes them."""
    marked: list[Span] = []
    at = 0
    for side in Side:
        words = words_of(span_of(reason, side), statement_of(comparison, side).source.text)
        # The sentence begins with a capital, which the text may not have there.
        found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE).search(sentence, at) if words else None
        if found is not None:
            marked.append(Span(*found.span()))
            at = found.end()
    return tuple(marked)


def as_html(lines: list[ReasonLine], colours: VerdictColours | None = None, ink: str = "") -> str:
    """One line a reason, its kind in strong type before it; what stands in a text is never markup."""
    return "<br>".join(
        (f"<b>{escape(line.kind)}</b>&nbsp; " if line.kind else "") + _marked_html(line, colours, ink) for line in lines
    )


def _marked_html(line: ReasonLine, colours: VerdictColours | None, ink: str) -> str:
    if colours is None:
        return escape(line.words)
    parts, at = [], 0
    for span in line.marked:
        parts.append(escape(line.words[at : span.start]))
        parts.append(f'<span style="background:{colours.words}; color:{ink}">{escape(span.of(line.words))}</span>')
        at = span.end
    return "".join(parts) + escape(line.words[at:])


def evidence(link: Link) -> str:
    """One line on what carried the verdict: which rule, and what the model makes of it."""
    rules = [kind_word(kind) for kind in kinds_of(link) if kind not in (ReasonKind.MODEL, ReasonKind.WORDING)]
    pair = link.entailment
    if not rules:
        if pair is not None:
            return say("inspector.by_model", **_shown_pair(pair.forward, pair.backward, _leading(pair.forward)))
        return say("inspector.by_words" if link.reasons else "inspector.by_none")
    named = ", ".join(word if i == 0 else word.lower() for i, word in enumerate(rules))
    first = say("inspector.by_rule" if len(rules) == 1 else "inspector.by_rules", kinds=named)
    if pair is None:
        return f"{first} · {say('inspector.no_model')}"
    seen = model_verdict(pair.forward, pair.backward)
    if seen is link.verdict:
        opinion = say("inspector.model_agrees", **_shown_pair(pair.forward, pair.backward, _field(seen)))
    elif seen is None:
        opinion = say("inspector.model_unsure", **_shown_pair(pair.forward, pair.backward, "neutral"))
    else:
        shown = _shown_pair(pair.forward, pair.backward, _field(seen))
        opinion = say("inspector.model_differs", verdict=verdict_word(seen).lower(), **shown)
    return f"{first} · {opinion}"


def model_verdict(forward: Entailment, backward: Entailment) -> Verdict | None:
    """What the model alone would lean to: contradiction when either direction does, agreement when one entails."""
    if max(forward.contradiction, backward.contradiction) >= 0.5:
        return Verdict.CONTRADICTION
    if max(forward.entailment, backward.entailment) >= 0.5:
        return Verdict.AGREEMENT
    return None


def _field(verdict: Verdict) -> str:
    return "contradiction" if verdict is Verdict.CONTRADICTION else "entailment"


def _leading(entailment: Entailment) -> str:
    return max(("entailment", "neutral", "contradiction"), key=lambda name: float(getattr(entailment, name)))


def _shown_pair(forward: Entailment, backward: Entailment, field: str) -> dict[str, str]:
    return {
        "forward": f"{getattr(forward, field):.2f}".removeprefix("0"),
        "backward": f"{getattr(backward, field):.2f}".removeprefix("0"),
    }
