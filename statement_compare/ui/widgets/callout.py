"""A sheet over the window that lets one part of it through and says something beside that part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from statement_compare.ui.strings import say
from statement_compare.ui.theme import Theme

_WIDTH = 340
_GAP = 14
_MARGIN = 12
_SHADE = 110
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp)


class Callout(QWidget):
    """`stepped(1)` and `stepped(-1)` are the wishes to go on and back, `left` that to leave: by key or by button."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target = QRect()
        self._box = QFrame(self)
        self._box.setObjectName("callout")
        self._title, self._text, self._place = QLabel(), QLabel(), QLabel()
        self._title.setProperty("title", True)
        self._place.setProperty("soft", True)
        self._place.setProperty("small", True)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._leave, self._back, self._next = QPushButton(), QPushButton(), QPushButton()
        self._leave.setProperty("quiet", True)
        for button in (self._leave, self._back, self._next):
            button.setAutoDefault(False)
            button.installEventFilter(self)
        self._leave.clicked.connect(self.left)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self._place)
        buttons.addStretch(1)
        for button in (self._leave, self._back, self._next):
            buttons.addWidget(button)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(buttons)
        self.set_theme(theme)
        window.installEventFilter(self)
        self.hide()

    @property
    def heard(self) -> str:
        """What is said, as a screen reader has it."""
        return f"{self._title.text()} {self._text.text()} {self._place.text()}"

    @property
    def box(self) -> QRect:
        return self._box.geometry()

    @property
    def target(self) -> QRect:
        return self._target

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._box.setStyleSheet(
            f"QFrame#callout {{ background: {theme.paper}; border: 1px solid {theme.accent}; border-radius: 8px; }}"
        )
        self.update()

    def tell(self, title: str, text: str, step: int, steps: int) -> None:
        """Say something; `step` counts from 1."""
        self._title.setText(title)
        self._text.setText(text)
        self._place.setText(say("tour.place", position=step, n=steps))
        self._leave.setText(say("tour.leave"))
        self._back.setText(say("tour.back"))
        self._next.setText(say("tour.next" if step < steps else "tour.done"))
        self._leave.setVisible(step < steps)
        self._back.setEnabled(step > 1)
        for button in (self._leave, self._back, self._next):
            button.setAccessibleDescription(self.heard)

    def point_at(self, part: QWidget) -> None:
        """Let a part of the window through, and stand beside it; it has the keyboard then."""
        window = self.parentWidget()
        assert window is not None
        self.setGeometry(window.rect())
        corner = part.mapTo(window, QPoint(0, 0))
        self._target = QRect(corner, part.size()) & self.rect()
        self._box.setFixedWidth(min(_WIDTH, self.width() - 2 * _MARGIN))
        self._box.ensurePolished()
        height = self._box.layout().totalHeightForWidth(self._box.width())  # type: ignore[union-attr]
        self._box.resize(self._box.width(), height)
        self._box.move(beside(self._target, self._box.size(), self.rect()))
        self.raise_()
        self.show()
        if not self.isAncestorOf(self.focusWidget() or self):
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def take_keyboard(self) -> None:
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shade, hole = QPainterPath(), QPainterPath()
        shade.addRect(QRectF(self.rect()))
        hole.addRoundedRect(QRectF(self._target), 6, 6)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shade - hole, QColor(0, 0, 0, _SHADE))
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawPath(hole)

    def event(self, event: QEvent) -> bool:
        """The keys of the tour come before those of the window, such as Esc, which stops a comparison."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self.stepped.emit(0)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._took(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._took(event):
            super().keyPressEvent(event)

    def _took(self, event: QKeyEvent) -> bool:
        if not _is_ours(event):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _BACK:
            self.stepped.emit(-1)
        else:
            self.stepped.emit(1)
        return True


def _is_ours(event: QKeyEvent) -> bool:
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return is_plain and event.key() in (Qt.Key.Key_Escape, *_FORWARD, *_BACK)


def beside(target: QRect, size: QSize, room: QRect) -> QPoint:
    """Where a box stands beside a part of the window: right, left, below or above it, else in its middle below."""
    inner = room.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    middle = target.center() - QPoint(size.width() // 2, size.height() // 2)
    places = (
        QPoint(target.right() + _GAP, middle.y()),
        QPoint(target.left() - _GAP - size.width(), middle.y()),
        QPoint(middle.x(), target.bottom() + _GAP),
        QPoint(middle.x(), target.top() - _GAP - size.height()),
    )
    for place in places:
        moved = _within(place, size, inner)
        if not QRect(moved, size).intersects(target):
            return moved
    return _within(QPoint(middle.x(), target.bottom() - size.height() - _GAP), size, inner)


def _within(place: QPoint, size: QSize, room: QRect) -> QPoint:
    x = max(room.left(), min(place.x(), room.right() - size.width()))
    y = max(room.top(), min(place.y(), room.bottom() - size.height()))
    return QPoint(x, y)
