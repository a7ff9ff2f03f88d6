"""How a sentence that was misread is put right: in a field over the text, and then both texts are compared again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent

from statement_compare.engine.model import Comparison, Side, Statement
from statement_compare.engine.text.one_line import as_it_stood, on_one_line
from statement_compare.errors import StatementCompareError
from statement_compare.session.corrected import with_correction, with_sentence
from statement_compare.session.query import statement_of
from statement_compare.session.review import Correction
from statement_compare.ui.compare.pane import Pane
from statement_compare.ui.controller import Controller
from statement_compare.ui.document import Document, State
from statement_compare.ui.parts import Parts
from statement_compare.ui.steps import Steps
from statement_compare.ui.strings import SIDE_LETTERS, error_words, say
from statement_compare.ui.wanted_finding import same_link
from statement_compare.ui.widgets.keyboard import is_for_a_while
from statement_compare.ui.widgets.sentence_edit import SentenceEdit
from statement_compare.ui.worker import Compare

LANE = "correct"
_LEAST_HEIGHT = 64
_AROUND = 6


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked, with the corrections that hold then, and of which work and comparison."""

    request: Compare
    corrections: tuple[Correction, ...]
    steps: Steps | None
    proposed: Comparison


class Correcting(QObject):
    """`correct` opens the field; what is confirmed in it becomes one edit once the texts are compared.

    The edit is made in the work that the sentence was put right in: leaving that ends the comparing.
    """

    def __init__(self, parts: Parts, document: Document, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._document = document
        self._controller = controller
        self._tasks = tasks = controller.links.tasks
        self._field: SentenceField | None = None
        self._asked: _Asked | None = None
        tasks.finished.connect(self._take)
        tasks.failed.connect(self._take_failure)
        document.changed.connect(self._end_with_work)

    def correct(self) -> None:
        """Put the sentence that the keyboard is at right."""
        page, state = self._parts.page, self._document.state
        side = page.focused_side
        sentence = page.chosen_sentence(side)
        if state.review is None or sentence is None:
            self._say("status.choose_sentence")
        elif state.is_comparing or state.is_refining or state.is_partial or self._asked is not None:
            self._say("status.correct_later")
        else:
            pane = page.pane(side)
            pane.show_sentence(sentence)
            self._field = SentenceField(pane, side, sentence)
            self._field.given.connect(self._give)
            self._field.lost.connect(lambda: self._say("status.correct_later"))

    def _give(self, side: Side, sentence: int, was: str, text: str) -> None:
        """Compare the corrected text; what is shown stays until there is something to show."""
        review, options = self._document.state.review, self._controller.pair_options()
        if review is None or options is None or not _says(statement_of(review.proposed, side), sentence, was):
            self._say("status.correct_later")  # the text was read anew; the field stays, with what was typed
            return
        assert self._field is not None
        self._field.leave()
        former = statement_of(review.proposed, side)
        words = as_it_stood(text, was)
        if not words or words.split() == was.split():
            self._say("status.correct_nothing")
            return
        now = with_sentence(former, sentence, words)
        left, right = review.proposed.left, review.proposed.right
        request = Compare(now if side is Side.LEFT else left, now if side is Side.RIGHT else right, options)
        corrections = with_correction(review.corrections, side, sentence, was, words)
        self._asked = _Asked(request, corrections, self._document.state.steps, review.proposed)
        self._say("status.correcting")
        self._tasks.ask(LANE, request)

    def _end_with_work(self, before: State, after: State) -> None:
        """Other work is shown: what is still being compared is for nobody any more."""
        if self._asked is None or after.steps is self._asked.steps:
            return
        self._asked = None
        self._tasks.cancel(LANE)
        if {before.left.origin, before.right.origin} == {after.left.origin, after.right.origin}:
            self._say("status.correct_later")  # the same texts, compared anew or swapped

    def _take(self, lane: str, request: object, result: object) -> None:
        asked = self._asked
        if lane != LANE or asked is None or not isinstance(result, Comparison):
            return
        self._asked = None
        state = self._document.state
        review = state.review
        is_asked_of = request is asked.request and review is not None and review.proposed is asked.proposed
        # Where the texts were replaced or are being compared otherwise, this is an answer about something else.
        if not is_asked_of or state.steps is not asked.steps or state.is_comparing or state.is_refining:
            self._say("status.correct_later")
            return
        after = self._controller.editing.with_whole(state, result, asked.corrections)
        assert after.review is not None
        shown = after.review.comparison
        current = None if state.chosen is None else same_link(shown, state.chosen)
        self._document.put(after if current is None else after.at(current))
        self._say("status.corrected")

    def _take_failure(self, lane: str, _request: object, error: StatementCompareError) -> None:
        if lane == LANE:
            self._asked = None
            self._parts.status.say(error_words(error))

    def _say(self, key: str) -> None:
        self._parts.status.say(say(key))


def _says(statement: Statement, sentence: int, text: str) -> bool:
    return sentence < len(statement.sentences) and statement.sentences[sentence].text == text


class SentenceField(SentenceEdit):
    """A sentence as a field over its place in the text: Return gives what it holds, Escape leaves it.

    `given(side, sentence, was, text)`: what it said stands beside what it is to say. `lost`: other words were typed,
    and the text has no such sentence at its place any more.
    """

    given = Signal(Side, int, str, str)
    lost = Signal()

    def __init__(self, pane: Pane, side: Side, sentence: int) -> None:
        super().__init__(pane.look, pane.viewport())
        assert pane.statement is not None
        self._pane = pane
        self._place = side, sentence
        self._was = pane.statement.sentences[sentence].text
        self._is_done = False
        self.setAccessibleName(say("side.correct", place=f"{SIDE_LETTERS[side]}{sentence + 1}"))
        self.setPlainText(on_one_line(self._was))
        self.set_size(pane.column.setting.font.pixelSize())
        self.selectAll()
        self.confirmed.connect(self._give)
        pane.moved.connect(self._settle)
        self._settle()
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def event(self, event: QEvent) -> bool:
        """Escape leaves the field, whatever else it does in the window."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.leave()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes elsewhere in the window; a menu, which may paste here, or another window gives it back."""
        super().focusOutEvent(event)
        if not is_for_a_while(event):
            self.leave(goes_back=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """The text goes, perhaps while the keyboard is in another window."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.leave(goes_back=False)

    def _settle(self) -> None:
        """Over the sentence, as wide as the text is; where another text is shown, as after swapping, it goes."""
        statement = self._pane.statement
        if self._is_done or statement is None:
            return
        if not _says(statement, self._place[1], self._was):
            is_lost = self.toPlainText() != on_one_line(self._was)
            self.leave(goes_back=self.hasFocus())
            if is_lost:
                self.lost.emit()
            return
        column, box = self._pane.column, self._pane.sentence_rect(self._place[1])
        left, width = round(column.left) - _AROUND, round(column.width) + 2 * _AROUND
        height = max(_LEAST_HEIGHT, box.height() + 3 * _AROUND)
        top = max(0, min(box.top() - _AROUND, self._pane.viewport().height() - height))
        self.setGeometry(QRect(left, top, width, height))

    def _give(self) -> None:
        self.given.emit(*self._place, self._was, self.toPlainText())

    def leave(self, *, goes_back: bool = True) -> None:
        """Go; the keyboard comes back to the text, unless it has gone elsewhere."""
        if self._is_done:
            return
        self._is_done = True
        self.hide()
        if goes_back:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()
