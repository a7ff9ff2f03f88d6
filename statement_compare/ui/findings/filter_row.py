"""The rows below the list: words that findings must hold, the kind of their reasons, what was decided of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from statement_compare.engine.model import ReasonKind
from statement_compare.session.query import Mark
from statement_compare.session.review import Status
from statement_compare.ui.decision_words import status_word
from statement_compare.ui.strings import kind_word, say
from statement_compare.ui.widgets.field_parts import name_parts
from statement_compare.ui.widgets.keyboard import claims_escape
from statement_compare.ui.widgets.told import Told

_AROUND_WORDS = 28
_AROUND_CHOICE = 58
_LIST_WIDTH = 180


class FilterRow(QWidget):
    """`changed` tells that other findings are wanted, `left` that the keyboard wants to go into the list."""

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = Told()
        self._words = QLineEdit()
        self._told.put(self._show_hint, "findings.filter_hint")
        self._words.setClearButtonEnabled(True)
        self._told.put(lambda words: name_parts(self._words, words), "findings.filter")
        self._words.textChanged.connect(lambda _: self.changed.emit())
        self._words.installEventFilter(self)
        self._kinds = QComboBox()
        self._told.put(lambda words: name_parts(self._kinds, words), "findings.kind_any")
        self._kinds.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._marks = QComboBox()
        self._told.put(lambda words: name_parts(self._marks, words), "findings.mark_any")
        self._marks.addItem(say("findings.mark_any"), None)
        for each in (*Mark, *Status):
            self._marks.addItem(mark_word(each), each)
        self._marks.currentIndexChanged.connect(lambda _: self.changed.emit())
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setSpacing(6)
        grid.addWidget(self._words, 0, 0, 1, 2)
        grid.addWidget(self._kinds, 1, 0)
        grid.addWidget(self._marks, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for box in (self._kinds, self._marks):
            # A long name in a list makes the panel no wider; the list itself is as wide as its longest name.
            box.setMinimumContentsLength(6)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._widen_lists()

    @property
    def text(self) -> str:
        return self._words.text()

    @property
    def kinds(self) -> frozenset[ReasonKind]:
        """The kind that was chosen; none where all are to be shown."""
        kind = self._kinds.currentData()
        return frozenset({ReasonKind(kind)}) if kind else frozenset()

    @property
    def marks(self) -> frozenset[Mark]:
        """What must have been decided; none where anything may be."""
        chosen = self._marks.currentData()
        return frozenset({Mark(chosen)}) if chosen in tuple(Mark) else frozenset()

    @property
    def statuses(self) -> frozenset[Status]:
        chosen = self._marks.currentData()
        return frozenset({Status(chosen)}) if chosen in tuple(Status) else frozenset()

    def set_mark(self, mark: Mark | Status | None) -> None:
        self._marks.setCurrentIndex(max(self._marks.findData(mark), 0))

    def set_kind(self, kind: ReasonKind | None) -> None:
        """Choose a kind, even one that no reason here has: then nothing passes, as it was asked."""
        value = None if kind is None else kind.value
        if kind is not None and self._kinds.findData(value) < 0:
            self._kinds.addItem(kind_word(kind), value)
        self._kinds.setCurrentIndex(max(self._kinds.findData(value), 0))

    def set_text(self, text: str) -> None:
        self._words.setText(text)

    def clear(self) -> None:
        self._words.clear()
        self._kinds.setCurrentIndex(0)
        self._marks.setCurrentIndex(0)

    def offer_kinds(self, kinds: Sequence[ReasonKind], *, keeps_chosen: bool) -> None:
        """Offer the kinds of a comparison's reasons, without saying so.

        With `keeps_chosen` the chosen one is offered though no reason has it any more: a person who unlinks the last
        finding about a date still looks for dates, and sees that there is none.
        """
        chosen = self._kinds.currentData() if keeps_chosen else None
        kinds = [kind for kind in ReasonKind if kind in kinds or kind == chosen]
        offered = [self._kinds.itemData(row) for row in range(self._kinds.count())]
        if keeps_chosen and offered == [None, *kinds]:
            return
        self._kinds.blockSignals(True)
        self._kinds.clear()
        self._kinds.addItem(say("findings.kind_any"), None)
        for kind in kinds:
            self._kinds.addItem(kind_word(kind), kind.value)
        self._widen_lists()
        self._kinds.setCurrentIndex(max(self._kinds.findData(chosen), 0))
        self._kinds.blockSignals(False)

    def _show_hint(self, words: str) -> None:
        self._words.setPlaceholderText(words)
        self._words.ensurePolished()
        self._words.setMinimumWidth(self._words.fontMetrics().horizontalAdvance(words) + _AROUND_WORDS)

    def _widen_lists(self) -> None:
        """Room for the longest choice in each list, and for what stands there while none is chosen."""
        for box in (self._kinds, self._marks):
            view = box.view()
            box.ensurePolished()
            box.setMinimumWidth(box.fontMetrics().horizontalAdvance(box.itemText(0)) + _AROUND_CHOICE)
            view.setMinimumWidth(max(_LIST_WIDTH, view.sizeHintForColumn(0) + _AROUND_WORDS))

    def retranslate(self) -> None:
        """Say everything in the present language; what is chosen stays."""
        self._told.again()
        for row in range(self._kinds.count()):
            kind = self._kinds.itemData(row)
            self._kinds.setItemText(row, kind_word(ReasonKind(kind)) if kind else say("findings.kind_any"))
        for row in range(self._marks.count()):
            mark = self._marks.itemData(row)
            words = mark_word(Mark(mark) if mark in tuple(Mark) else Status(mark)) if mark else ""
            self._marks.setItemText(row, words or say("findings.mark_any"))
        self._widen_lists()

    def changeEvent(self, event: QEvent) -> None:
        """The type may be larger than it was."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_hint(self._words.placeholderText())
            self._widen_lists()

    def show_kinds(self, is_shown: bool) -> None:
        self._kinds.setVisible(is_shown)
        self._marks.setVisible(is_shown)

    def focus_words(self) -> None:
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field, Escape empties it and goes to the list; Return and Down go there with it."""
        if watched is self._words and self._words.text() and claims_escape(event):
            return True
        if watched is self._words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self._words.text():
                self._words.clear()
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


def mark_word(mark: Mark | Status) -> str:
    """How a choice of the filter is called."""
    return say(f"mark.{mark.value}") if isinstance(mark, Mark) else status_word(mark).capitalize()
