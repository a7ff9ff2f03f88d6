"""The row below the list: words that findings must hold, and the kind of their reasons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from statement_compare.engine.model import Comparison, ReasonKind
from statement_compare.session.query import kinds_in
from statement_compare.ui.strings import kind_word, say
from statement_compare.ui.widgets.field_parts import name_parts
from statement_compare.ui.widgets.told import Told

_AROUND_WORDS = 28
_AROUND_KIND = 58


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
        # A long name in the list takes no room from the words; the list itself is as wide as its longest name.
        self._kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._told.put(lambda words: name_parts(self._kinds, words), "findings.kind_any")
        self._kinds.currentIndexChanged.connect(lambda _: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(4)
        row.addWidget(self._words, 2)
        row.addWidget(self._kinds, 3)

    @property
    def text(self) -> str:
        return self._words.text()

    @property
    def kinds(self) -> frozenset[ReasonKind]:
        """The kind that was chosen; none where all are to be shown."""
        kind = self._kinds.currentData()
        return frozenset({ReasonKind(kind)}) if kind else frozenset()

    def set_text(self, text: str) -> None:
        self._words.setText(text)

    def clear(self) -> None:
        self._words.clear()
        self._kinds.setCurrentIndex(0)

    def offer_kinds(self, comparison: Comparison | None, *, keeps_chosen: bool) -> None:
        """Offer the kinds of a comparison's reasons, without saying so."""
        chosen = self._kinds.currentData() if keeps_chosen else None
        self._kinds.blockSignals(True)
        self._kinds.clear()
        self._kinds.addItem(say("findings.kind_any"), None)
        for kind in () if comparison is None else kinds_in(comparison):
            self._kinds.addItem(kind_word(kind), kind.value)
        self._widen_list()
        self._kinds.setCurrentIndex(max(self._kinds.findData(chosen), 0))
        self._kinds.blockSignals(False)

    def _show_hint(self, words: str) -> None:
        self._words.setPlaceholderText(words)
        self._words.ensurePolished()
        self._words.setMinimumWidth(self._words.fontMetrics().horizontalAdvance(words) + _AROUND_WORDS)

    def _widen_list(self) -> None:
        """Room for the longest kind in the list, and for what stands there while none is chosen."""
        view = self._kinds.view()
        self._kinds.ensurePolished()
        first = self._kinds.fontMetrics().horizontalAdvance(self._kinds.itemText(0))
        self._kinds.setMinimumWidth(first + _AROUND_KIND)
        view.setMinimumWidth(view.sizeHintForColumn(0) + _AROUND_WORDS)

    def retranslate(self) -> None:
        """Say everything in the present language; what is chosen stays."""
        self._told.again()
        for row in range(self._kinds.count()):
            kind = self._kinds.itemData(row)
            self._kinds.setItemText(row, kind_word(ReasonKind(kind)) if kind else say("findings.kind_any"))
        self._widen_list()

    def show_kinds(self, is_shown: bool) -> None:
        self._kinds.setVisible(is_shown)

    def focus_words(self) -> None:
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field, Escape empties it and goes to the list; Return and Down go there with it."""
        if watched is self._words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self._words.text():
                self._words.clear()
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
