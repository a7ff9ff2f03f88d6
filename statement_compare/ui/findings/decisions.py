"""Where a person decides on the chosen finding: buttons with their keys, a line for a reason, a field for a note."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from statement_compare.engine.model import Link, Verdict
from statement_compare.session.review import Pair, Status, pair_of
from statement_compare.ui.actions import STATUS, VERDICT_KEYS
from statement_compare.ui.fonts import scaled
from statement_compare.ui.mnemonics import give_mnemonics
from statement_compare.ui.strings import SIGNS, place, say, verdict_word, without_signs
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.action_button import WAYS_TO_FIT, ActionButton
from statement_compare.ui.widgets.field_parts import name_parts
from statement_compare.ui.widgets.keyboard import let_go
from statement_compare.ui.widgets.told import Told

_PAUSE_MS = 700
_NOTE_HEIGHT = 56
_LINE_HEIGHT = 28
_HINT_GAP = 3
_MARGINS = (18, 0, 5, 10)
_GAP = 5
_TIGHT_GAP = 3
_SHOWN = (*(f"verdict_{verdict.value}" for verdict in VERDICT_KEYS), "confirm", "note")
_MORE = ("verdict_back", "dismiss", "bookmark", *(f"{STATUS}{status.value}" for status in Status))


class Decisions(QWidget):
    """One of three at a time: the buttons, the line for a reason, the field for a note.

    `verdict_given(pair, verdict, reason)` and `note_changed(pair, note, goes_on)` say what a person decided; a note
    that `goes_on` is the same one being typed. `left` says that the keyboard has nowhere to go back to.
    """

    verdict_given = Signal(object, object, str)
    note_changed = Signal(object, str, bool)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = Told()
        self._pair: Pair | None = None
        self._link: Link | None = None
        self._verdict: Verdict | None = None
        self._came_from: QWidget | None = None
        self._buttons: dict[str, ActionButton] = {}
        self._is_typing = self._has_typed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._save_note)
        self._around = column = QVBoxLayout(self)
        self._is_low = self._has_finding = False
        self._is_offered = True
        self._late: tuple[Pair, str, bool] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.hand_on_late)
        self._pages = QStackedLayout()
        column.addLayout(self._pages)
        for page in (self._button_row(), self._reason_line(), self._note_page()):
            self._pages.addWidget(page)
        self._share = 1.0
        self._size()

    def _button_row(self) -> QWidget:
        row = QWidget()
        self._row = QHBoxLayout(row)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._more = QPushButton()
        self._told.put(self._more.setText, "inspector.more")
        self._more.setProperty("keyed", True)
        self._told.put(self._more.setToolTip, "inspector.more_tip")
        self._more.setAutoDefault(False)
        self._more.setStyleSheet("text-align: center;")
        self._more.installEventFilter(self)
        return row

    def _reason_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        self._reason_name = QLabel()
        self._reason_name.setProperty("strong", True)
        self._reason = QLineEdit()
        self._told.put(self._reason.setAccessibleName, "inspector.reason")
        self._reason.installEventFilter(self)
        row.addWidget(self._reason_name)
        row.addWidget(self._reason, 1)
        return line

    def _note_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self._note = QPlainTextEdit()
        self._told.put(self._note.setAccessibleName, "inspector.note")
        self._note.setTabChangesFocus(True)
        self._note.textChanged.connect(self._on_typed)
        self._note.installEventFilter(self)
        column.setSpacing(_HINT_GAP)
        column.addWidget(self._note, 1)
        self._note_hint = QLabel()
        for name in ("small", "soft"):
            self._note_hint.setProperty(name, True)
        column.addWidget(self._note_hint)
        return page

    # Values in

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """The actions of the window that the buttons stand for."""
        menu = QMenu(self._more)
        give_mnemonics(menu)
        for name in _MORE:
            menu.addAction(actions[name])
            if name in ("verdict_back", "bookmark"):
                menu.addSeparator()
        self._more.setMenu(menu)
        for name in _SHOWN:
            button = self._buttons[name] = ActionButton(actions[name], self._theme)
            if name.startswith("verdict_"):
                button.setProperty("verdict", name.removeprefix("verdict_"))
            self._row.addWidget(button)
        self._row.addWidget(self._more)
        self._row.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self._buttons.values():
            button.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything in the present language; the buttons say what their actions do. What is typed stays."""
        self._told.again()
        if self._link is not None:
            self._name_reason(self._link) if self._verdict is not None else self._name_note(self._link)
        self._fit()

    def set_share(self, share: float) -> None:
        for button in self._buttons.values():
            button.set_share(share)
        self._share = share
        self._size()
        self._fit()

    def set_offered(self, is_offered: bool) -> None:
        """Whether the buttons are shown; a reason or a note can be typed in any case."""
        self._is_offered = is_offered
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.setVisible(self.is_asking or (self._is_offered and self._has_finding))

    def set_low(self, is_low: bool) -> None:
        """Leave less free where there is little height."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._size()

    def show_finding(self, pair: Pair | None, verdict: Verdict | None) -> None:
        """The finding that is shown, and the verdict that holds of it; what is typed for another one is left."""
        if self.is_asking and pair != self._pair:
            # While another finding is being shown, nothing may change what is shown.
            self._late = self._unsaved_note()
            self._later.start()
            self._close_field()
        self._has_finding = pair is not None
        self._show_or_hide()
        for each in VERDICT_KEYS:
            button = self._buttons.get(f"verdict_{each.value}")
            if button is not None:
                button.set_on(each is verdict)

    # A reason, a note

    @property
    def is_asking(self) -> bool:
        """Whether a reason or a note is being typed."""
        return self._pages.currentIndex() > 0

    def ask_reason(self, link: Link, verdict: Verdict, reason: str) -> None:
        """Ask why a finding is to have a verdict; `reason` is what was said before."""
        self.leave()
        self._remember(link)
        self._verdict = verdict
        self._name_reason(link)
        self._reason_name.setProperty("verdict", verdict.value)
        self._reason_name.style().unpolish(self._reason_name)
        self._reason_name.style().polish(self._reason_name)
        self._reason.setText(reason)
        self._reason.selectAll()
        self._show(1, self._reason)

    def _name_reason(self, link: Link) -> None:
        assert self._verdict is not None
        words = {"sign": SIGNS[self._verdict], "verdict": verdict_word(self._verdict)}
        self._reason_name.setText(say("inspector.heading_plain", **words))
        self._reason.setPlaceholderText(say("inspector.reason_for", verdict=words["verdict"].lower()))
        name_parts(self._reason, without_signs(say("inspector.reason_heard", place=place(link), **words)))

    def ask_note(self, link: Link, note: str) -> None:
        """Open the field for the note of a finding."""
        self.leave()
        self._remember(link)
        self._is_typing = self._has_typed = False
        self._note.blockSignals(True)
        self._note.setPlainText(note)
        self._note.blockSignals(False)
        self._note.moveCursor(self._note.textCursor().MoveOperation.End)
        self._name_note(link)
        self._show(2, self._note)

    def _name_note(self, link: Link) -> None:
        name, hint = say("inspector.note_field", place=place(link)), say("inspector.note_hint")
        self._note.setPlaceholderText(name)
        self._note.setAccessibleName(name)
        self._note.setAccessibleDescription(hint)
        self._note_hint.setText(hint)

    def leave(self) -> None:
        """Keep what was typed in a note, let go of a reason, and show the buttons again."""
        if not self.is_asking:
            return
        self._save_note()
        self._close_field()

    def hand_on_late(self) -> None:
        """Keep what was typed in a note that was left because another finding was gone to."""
        late, self._late = self._late, None
        if late is not None:
            self.note_changed.emit(*late)

    def _close_field(self) -> None:
        had_focus = let_go(self)
        self._pair = self._verdict = self._link = None
        self._pages.setCurrentIndex(0)
        self._size()
        self._show_or_hide()
        if had_focus:
            self._go_back()

    def _remember(self, link: Link) -> None:
        self._came_from = QApplication.focusWidget()
        self._pair, self._link = pair_of(link), link

    def _show(self, page: int, field: QWidget) -> None:
        self._pages.setCurrentIndex(page)
        self._size()
        self._show_or_hide()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _size(self) -> None:
        is_note = self._pages.currentIndex() == 2
        height = scaled(_NOTE_HEIGHT if is_note else _LINE_HEIGHT, self._share)
        height += self._note_hint.sizeHint().height() + _HINT_GAP if is_note else 0
        left, top, right, bottom = _MARGINS
        bottom = bottom // 2 if self._is_low or is_note else bottom
        self._around.setContentsMargins(left, top, right, bottom)
        self.setFixedHeight(height + bottom)

    def _go_back(self) -> None:
        """The keyboard goes back to where it came from."""
        former, self._came_from = self._came_from, None
        is_there = (
            former is not None and isValid(former) and former.isVisible() and former not in (self._reason, self._note)
        )
        if is_there and former is not None:
            former.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _give_verdict(self) -> None:
        pair, verdict, reason = self._pair, self._verdict, " ".join(self._reason.text().split())
        self.leave()
        if pair is not None and verdict is not None:
            self.verdict_given.emit(pair, verdict, reason)

    def _on_typed(self) -> None:
        self._has_typed = True
        self._pause.start()

    def _save_note(self) -> None:
        """Hand on what was typed since the last time."""
        unsaved = self._unsaved_note()
        if unsaved is not None:
            self.note_changed.emit(*unsaved)

    def _unsaved_note(self) -> tuple[Pair, str, bool] | None:
        """What was typed since the last time; None where nothing was."""
        self._pause.stop()
        if not self._has_typed or self._pair is None or self._pages.currentIndex() != 2:
            return None
        self._has_typed = False
        goes_on, self._is_typing = self._is_typing, True
        return self._pair, self._note.toPlainText().strip(), goes_on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self._more:
            # A button that has the keyboard is pressed by Space, whatever else Space does around it.
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Space:
                event.accept()
                return True
            return False
        if isinstance(event, QKeyEvent) and self._is_leaving(watched, event):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                is_given = watched is self._reason and event.key() != Qt.Key.Key_Escape
                self._give_verdict() if is_given else self.leave()
            return True
        if event.type() == QEvent.Type.FocusOut and watched is self._note:
            self._save_note()
        return super().eventFilter(watched, event)

    def _is_leaving(self, watched: QObject, event: QKeyEvent) -> bool:
        """Escape leaves either field; Return gives the reason, and with Ctrl it leaves the note."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if watched is self._reason:
            return event.key() == Qt.Key.Key_Escape or is_return
        return watched is self._note and (event.key() == Qt.Key.Key_Escape or (is_return and has_control))

    # Fitting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, less is left free around words and keys; then the verdicts are signs alone."""
        room = self.width() - _MARGINS[0] - _MARGINS[2]
        for fits in WAYS_TO_FIT:
            gap = _TIGHT_GAP if fits.is_tight else _GAP
            self._row.setSpacing(gap)
            for name, button in self._buttons.items():
                is_verdict = name.startswith("verdict_")
                button.fit(fits, SIGNS[Verdict(name.removeprefix("verdict_"))] if is_verdict else "")
            if sum(button.sizeHint().width() + gap for button in (*self._buttons.values(), self._more)) <= room:
                return
