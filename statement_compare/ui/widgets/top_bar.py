"""The bar above the texts: open, swap, step through the findings, search, what was not answered, and the report."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from statement_compare.ui.fonts import window_px
from statement_compare.ui.icons import triangle
from statement_compare.ui.mnemonics import without_mark
from statement_compare.ui.strings import UNANSWERED_SIGN, grouped, say
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.field_parts import name_parts
from statement_compare.ui.widgets.keyboard import claims_escape
from statement_compare.ui.widgets.told import Told

_HEIGHT = 44
_FIND_WIDTHS = (96, 210)
_AROUND_HINT = 34
# Below the first the place is said in short, below the second the number of unanswered sentences stands with its sign
# alone, below the third swapping is left to the menu and its key.
_SHORTENED_BELOW = (1100, 940, 880)


class TopBar(QWidget):
    """Buttons press the window's actions; the search field emits what is looked for."""

    search_changed = Signal(str)
    search_stepped = Signal(bool)  # forward
    search_left = Signal()
    findings_pressed = Signal()

    def __init__(self, actions: Mapping[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(window_px(_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 1)
        row.setSpacing(6)
        self._actions = actions
        self._told = Told()
        self._place_words = ("", "")
        self._hit_words = ("", "")
        self._unanswered_count = 0
        self._findings_count = 0
        self._buttons: dict[str, QPushButton] = {}
        row.addWidget(self._button("open_left", "bar.open_left"))
        row.addWidget(self._button("open_right", "bar.open_right"))
        row.addWidget(self._button("swap", "bar.swap", is_quiet=True))
        self._lines = [_upright(), _upright()]
        row.addWidget(self._lines[0])
        self.findings_button = QPushButton()
        self.findings_button.setObjectName("findingsButton")
        self.findings_button.clicked.connect(self.findings_pressed)
        self.findings_button.hide()
        row.addWidget(self.findings_button)
        self._previous = self._button("previous", "", is_quiet=True)
        self._next = self._button("next", "", is_quiet=True)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        self._place = QLabel()
        self._place.setProperty("soft", True)
        row.addWidget(self._place)
        row.addStretch(1)
        self._hits = QLabel()
        self._hits.setProperty("soft", True)
        self._hits.setProperty("small", True)
        row.addWidget(self._hits)
        self.search = QLineEdit()
        self._told.put(self._show_hint, "bar.find")
        self.search.setClearButtonEnabled(True)
        self._told.put(lambda words: name_parts(self.search, words), "bar.find")
        self.search.textChanged.connect(self.search_changed)
        self.search.installEventFilter(self)
        row.addWidget(self.search, 4)
        row.addWidget(self._lines[1])
        self._unanswered = self._button("unanswered", "", is_quiet=True)
        self._unanswered.setCheckable(True)
        row.addWidget(self._unanswered)
        self._facts = self._button("facts", "bar.facts", is_quiet=True)
        self._facts.setCheckable(True)
        actions["facts"].toggled.connect(self._facts.setChecked)
        row.addWidget(self._facts)
        row.addWidget(self._button("report", "bar.report"))
        actions["unanswered"].toggled.connect(self._unanswered.setChecked)
        self.set_theme(theme)
        self.show_unanswered(0)

    def set_theme(self, theme: Theme) -> None:
        self._previous.setIcon(triangle(theme.ink, points_up=True))
        self._next.setIcon(triangle(theme.ink, points_up=False))

    def retranslate(self) -> None:
        """Say everything that does not come from outside in the present language; the actions speak it already."""
        self._told.again()
        self.refresh_tips()
        self._fit()

    def show_place(self, words: str, short: str = "") -> None:
        """Where the chosen finding is; `short` is for a narrow bar."""
        self._place_words = (words, short or words)
        self._fit()

    @property
    def place(self) -> str:
        return self._place_words[0]

    def show_hits(self, words: str, short: str = "") -> None:
        """What the search has found; `short` is for a narrow bar."""
        self._hit_words = (words, short or words)
        self._fit()

    @property
    def hits(self) -> str:
        return self._hit_words[0]

    def show_unanswered(self, number: int) -> None:
        self._unanswered_count = number
        self._fit()

    def show_findings_button(self, is_shown: bool, number: int) -> None:
        self.findings_button.setVisible(is_shown)
        self._findings_count = number
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The window was dressed anew, perhaps in larger type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "search"):
            self.setFixedHeight(window_px(_HEIGHT))
            self._show_hint(self.search.placeholderText())
            self._fit()

    def _show_hint(self, words: str) -> None:
        """What the search field says while it is empty; it is never too narrow for that."""
        least, most = _FIND_WIDTHS
        self.search.setPlaceholderText(words)
        self.search.ensurePolished()
        needed = self.search.fontMetrics().horizontalAdvance(words) + _AROUND_HINT
        self.search.setMinimumWidth(max(least, needed))
        self.search.setMaximumWidth(max(most, needed))

    def _fit(self) -> None:
        """Shorten as the width asks for, and further where the words of a language are too long for it."""
        layout = self.layout()
        for shortened in range(sum(self.width() < width for width in _SHORTENED_BELOW), len(_SHORTENED_BELOW) + 3):
            self._shorten(shortened)
            if layout is None or layout.minimumSize().width() <= self.width():
                break

    def _shorten(self, times: int) -> None:
        """First the place is said in short, then what is unanswered and found; swapping goes, lines, and a word."""
        is_short = times >= 2
        self._place.setText(self._place_words[times >= 1])
        self._place.setToolTip(self._place_words[0])
        self._hits.setText(self._hit_words[is_short])
        self._hits.setToolTip(self._hit_words[0])
        self._facts.setVisible(not is_short)
        words = say("bar.unanswered", n=self._unanswered_count)
        self._unanswered.setText(f"{UNANSWERED_SIGN} {self._unanswered_count}" if is_short else words)
        self._buttons["swap"].setVisible(times < 3)
        for line in self._lines:
            line.setVisible(times < 4)
        findings = say("bar.findings", n=self._findings_count)
        self.findings_button.setText(f"{findings if times < 5 else grouped(self._findings_count)} ▾")
        self.findings_button.setAccessibleName(findings)
        self.findings_button.setToolTip(findings if times >= 5 else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and claims_escape(event):
            return True
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.search_stepped.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search_left.emit()
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def refresh_tips(self) -> None:
        """Name each button's keys, which a person may have changed."""
        for name, button in self._buttons.items():
            action = self._actions[name]
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            words = without_mark(action.text()).removesuffix("…")
            button.setToolTip(f"{words} ({keys})" if keys else words)
            button.setAccessibleName(words)

    def _button(self, action: str, key: str, *, is_quiet: bool = False) -> QPushButton:
        button = QPushButton()
        if key:
            self._told.put(button.setText, key)
        button.setProperty("quiet", is_quiet)
        button.setObjectName(f"button_{action}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        acting = self._actions[action]
        button.clicked.connect(acting.trigger)
        button.setEnabled(acting.isEnabled())
        acting.enabledChanged.connect(button.setEnabled)
        self._buttons[action] = button
        return button


def _upright() -> QFrame:
    line = QFrame()
    line.setProperty("upright", True)
    line.setFixedSize(1, 20)
    holder = QFrame()
    holder.setFixedWidth(13)
    row = QHBoxLayout(holder)
    row.setContentsMargins(6, 0, 6, 0)
    row.addWidget(line)
    return holder
