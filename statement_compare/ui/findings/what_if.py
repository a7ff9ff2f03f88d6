"""The sentences of a pair as a person may change them for a try, and when the changed pair is to be judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from statement_compare.engine.model import (
    Block,
    BlockKind,
    Comparison,
    Link,
    Role,
    Sentence,
    Side,
    Source,
    Span,
    Statement,
)
from statement_compare.session.query import span_of
from statement_compare.ui.strings import say, side_word
from statement_compare.ui.theme import Theme, VerdictColours
from statement_compare.ui.widgets.keyboard import claims_escape
from statement_compare.ui.widgets.sentence_edit import SentenceEdit

DEBOUNCE_MS = 300
LONGEST = 4_000  # characters a side; the engine looks at no more of a passage


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of a pair as it is shown: "L2", its sentences on one line, and the words that carry the verdict."""

    tag: str
    text: str
    marked: tuple[Span, ...]


class WhatIf(QWidget):
    """Two fields side by side. Nothing but these fields changes by what is typed here.

    `asked(left, right)` comes once typing pauses; `restored` when both sides are as they were, `refused(words)` when
    they cannot be judged. `ended` says that a person is done.
    """

    asked = Signal(str, str)
    restored = Signal()
    refused = Signal(str)
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages: dict[Side, Passage] = {}
        self._originals: tuple[str, str] = ("", "")
        self._is_filling = False
        self.fields = {side: SentenceEdit(theme) for side in Side}
        self._tags = {side: QLabel() for side in Side}
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the left side's field stays at the left
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        for side in Side:
            tag, field = self._tags[side], self.fields[side]
            tag.setProperty("soft", True)
            tag.setProperty("small", True)
            tag.setBuddy(field)
            tag.setAlignment(Qt.AlignmentFlag.AlignTop)
            tag.setContentsMargins(0 if side is Side.LEFT else 5, 5, 0, 0)
            row.addWidget(tag)
            row.addWidget(field, 1)
            field.textChanged.connect(self._take_typing)
            field.confirmed.connect(self._ask_now)
        self.retranslate()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self._ask)

    @property
    def texts(self) -> tuple[str, str]:
        left, right = (self.fields[side].toPlainText() for side in Side)
        return left, right

    @property
    def is_changed(self) -> bool:
        return self.texts != self._originals

    def open(self, passages: Mapping[Side, Passage], colours: VerdictColours) -> None:
        """Fill the fields with a pair as it stands in the statements."""
        self._pause.stop()
        self._passages = dict(passages)
        self._is_filling = True
        for side, passage in passages.items():
            self.fields[side].show_sentence(passage.text)
            self._tags[side].setText(passage.tag)
        self.retranslate()
        self._is_filling = False
        self._originals = self.texts  # a field may show a blank where the text has a wider one
        self.mark_originals(colours)

    def retranslate(self) -> None:
        """Name the fields in the present language; what is typed in them stays."""
        for side, field in self.fields.items():
            passage, name = self._passages.get(side), side_word(side)
            named = name if passage is None else say("inspector.what_if_field", side=name, tag=passage.tag)
            field.setAccessibleName(named)

    def shut(self) -> None:
        """Forget what was typed."""
        self._pause.stop()
        self._is_filling = True
        for field in self.fields.values():
            field.clear()
        self._is_filling = False

    def mark_originals(self, colours: VerdictColours) -> None:
        for side, passage in self._passages.items():
            self.fields[side].mark(passage.marked, colours)

    def mark_judged(self, link: Link, colours: VerdictColours) -> None:
        """Mark the words of the reasons of a link whose spans point into the present texts."""
        for side, field in self.fields.items():
            field.mark(sorted({span for reason in link.reasons if (span := span_of(reason, side))}), colours)

    def unmark(self) -> None:
        for field in self.fields.values():
            field.mark((), None)

    def ask_again(self) -> None:
        """Ask for the present texts once more, as what judges them has changed."""
        self._pause.stop()
        self._ask()

    def set_theme(self, theme: Theme) -> None:
        for field in self.fields.values():
            field.set_theme(theme)

    def set_size(self, px: int) -> None:
        for field in self.fields.values():
            field.set_size(px)

    def event(self, event: QEvent) -> bool:
        if claims_escape(event):
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
            return True
        return super().event(event)

    def _take_typing(self) -> None:
        if self._is_filling:
            return
        if not self.is_changed:
            self._pause.stop()
            self.restored.emit()
        else:
            self._pause.start()

    def _ask_now(self) -> None:
        if self._pause.isActive():
            self.ask_again()

    def _ask(self) -> None:
        left, right = self.texts
        if not left.strip() or not right.strip():
            self.refused.emit(say("inspector.what_if_empty"))
        elif max(len(left), len(right)) > LONGEST:
            self.refused.emit(say("inspector.what_if_long", n=LONGEST))
        else:
            self.asked.emit(left, right)


def pair_alone(left: str, right: str, link: Link, languages: tuple[str, str]) -> Comparison:
    """Two texts as statements of one sentence each, so that a link between them is told like any other."""
    return Comparison(_alone(left, languages[0]), _alone(right, languages[1]), (link,), (), ())


def _alone(text: str, language: str) -> Statement:
    whole = Span(0, len(text))
    source = Source(text, (Block(BlockKind.PARAGRAPH, whole),))
    return Statement(source, language, (Sentence(0, whole, text, Role.CLAIM, 0),))
