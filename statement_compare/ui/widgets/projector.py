"""One finding for a room to read: large type, revealed step by step, on one page without a scroll bar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from statement_compare.engine.model import Side, Span, Verdict
from statement_compare.ui.findings.told import Quoted
from statement_compare.ui.strings import say, without_signs
from statement_compare.ui.theme import Theme
from statement_compare.ui.widgets.excerpt import Excerpt, excerpt
from statement_compare.ui.widgets.keyboard import claims_escape

TYPE_PT = 28
_SMALLEST_PT = 11
_FOOT_PT = 14
_TAG_SHARE = 0.6
_LONGEST = 1400  # characters of one side; with more of them no size could be read
_MARGINS = (32, 12, 32, 8)
_GAP = 4
_TIGHT = 86  # per cent: the reading type leaves more between its lines than a page for a room has
_LAST = 4
_ON = (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
_SETTLED_MS = 0


@dataclass(frozen=True, slots=True)
class Slide:
    """A finding as it is shown: the verdict with its kind, both sides with their words, one reason, its place."""

    verdict: Verdict
    heading: str
    quotes: Mapping[Side, Quoted]
    reason: str
    place: str


class Projector(QWidget):
    """Shows one slide: the left side, then the right one, then the words with the verdict, then the reason.

    Beyond the last step `wants_other(True)` asks for the next finding, before the first one `wants_other(False)` for
    the one before. What presenters' remote controls send, Page Down and Page Up, steps as the arrows do.
    """

    wants_other = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("projector")
        self.setProperty("paper", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("action.projector"))
        self._theme = theme
        self._slide: Slide | None = None
        self._cut: dict[Side, Excerpt] = {}
        self._step = 1
        self._size_pt, self._line_height = TYPE_PT, 100
        self._heading, self._reason, self._foot = _Line(), _Line(), _Line()
        self._quotes = {side: _Line() for side in Side}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLED_MS)
        self._later.timeout.connect(self._fit)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(_GAP)
        for line in (self._heading, *self._quotes.values(), self._reason):
            column.addStretch(1)  # what room is left lies between the lines, and nothing moves when one is revealed
            column.addWidget(line)
        column.addStretch(2)
        column.addWidget(self._foot)

    @property
    def step(self) -> int:
        """How much is revealed: 1 the left side, 2 the right one, 3 the words and the verdict, 4 the reason."""
        return self._step

    @property
    def size_pt(self) -> int:
        """The size of the type: `TYPE_PT`, or less where the sentences are long."""
        return self._size_pt

    @property
    def shown(self) -> list[str]:
        """What can be read now, from top to bottom, without the line at the foot."""
        lines = (self._heading, *self._quotes.values(), self._reason)
        return [line.words for line in lines if line.words and not line.isHidden()]

    @property
    def foot(self) -> str:
        return self._foot.words

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._write()

    def show_slide(self, slide: Slide | None, *, step: int = 1) -> None:
        """Show a finding up to a step; None where there is none."""
        self._slide, self._step = slide, step
        quotes = {} if slide is None else slide.quotes
        self._cut = {side: excerpt(each.text, each.marked, _LONGEST, len) for side, each in quotes.items()}
        self._fit()
        self._say_foot("" if slide is None else slide.place)

    def show_all(self, slide: Slide) -> None:
        """Show a finding with all that it has."""
        self.show_slide(slide, step=_LAST)

    def tell(self, words: str) -> None:
        """Something that a person needs to know, at the foot."""
        self._say_foot(words)

    def advance(self) -> None:
        """Reveal the next thing, or ask for the next finding."""
        if self._slide is None or self._step >= _LAST:
            self.wants_other.emit(True)
            return
        self._step += 1
        self._write()
        heading = without_signs(self._heading.words)
        new = {2: self._quotes[Side.RIGHT].words, 3: heading, 4: self._reason.words}[self._step]
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, new))

    def go_back(self) -> None:
        """Take the last thing away, or ask for the finding before."""
        if self._slide is None or self._step <= 1:
            self.wants_other.emit(False)
        else:
            self._step -= 1
            self._write()

    def event(self, event: QEvent) -> bool:
        """Escape leaves the page."""
        return claims_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_bare and event.key() in _ON:
            self.advance()
        elif is_bare and event.key() in _BACK:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.RightButton:
            self.go_back()
        elif event.button() is Qt.MouseButton.LeftButton:
            self.advance()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    # Showing

    def _fit(self) -> None:
        """The largest type, up to `TYPE_PT`, with which all of the slide has room, whatever is revealed of it."""
        width = self.width() - _MARGINS[0] - _MARGINS[2]
        self._foot.write(self._foot.words, _html(escape(self._foot.words), _FOOT_PT, self._theme.soft))
        room = self.height() - _MARGINS[1] - _MARGINS[3] - self._foot.heightForWidth(width) - _GAP
        sizes = [(size, _TIGHT) for size in range(TYPE_PT, _SMALLEST_PT - 1, -1)]
        for self._size_pt, self._line_height in ((TYPE_PT, 100), *sizes):
            self._write()
            lines = (self._heading, *self._quotes.values(), self._reason)
            if sum(line.heightForWidth(width) + _GAP for line in lines) <= room:
                break
        self._column.activate()

    def _write(self) -> None:
        slide, theme, size = self._slide, self._theme, self._size_pt
        if slide is None:
            words = say("inspector.choose")
            self._heading.write(words, _html(escape(words), size, theme.ink))
            for line in (*self._quotes.values(), self._reason):
                line.write("", "")
            self._heading.show()
            return
        colours = theme.of(slide.verdict)
        self._heading.write(slide.heading, _html(f"<b>{escape(slide.heading)}</b>", size, colours.ink))
        for side, line in self._quotes.items():
            each, cut = slide.quotes[side], self._cut[side]
            marks = cut.marked if self._step >= 3 else ()  # the type stays as wide, so that nothing moves
            style = f"background-color:{colours.words}; text-decoration:underline;"
            body = _marked(cut.text, marks, style)
            look = f"font-size:{round(size * _TAG_SHARE)}pt; color:{theme.soft}"
            told = _html(f'<span style="{look}">{escape(each.tag)}</span> {body}', size, theme.ink, self._line_height)
            line.write(f"{each.tag}: {each.text}" if each.text else "", told)
        self._reason.write(slide.reason, _html(escape(slide.reason), size, theme.ink))
        for line, first in ((self._quotes[Side.RIGHT], 2), (self._heading, 3), (self._reason, 4)):
            line.setVisible(self._step >= first)
        self._quotes[Side.LEFT].show()

    def _say_foot(self, words: str) -> None:
        self._foot.write(words, _html(escape(words), _FOOT_PT, self._theme.soft))


class _Line(QLabel):
    """Words in as many lines as they need, which keep their room while they are not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def write(self, words: str, html: str) -> None:
        self.words = words
        self.setText(html)
        self.setAccessibleName(words)


def _html(body: str, size_pt: int, colour: str, line_height: int = 0) -> str:
    """Words in the type of the interface, or with `line_height`, in per cent, in that of the statements."""
    family = "Noto Serif', 'DejaVu Serif" if line_height else "Inter', 'DejaVu Sans"
    look = f"font-family:'{family}'; font-size:{size_pt}pt; color:{colour}; line-height:{line_height or 100}%; margin:0"
    # Where lines are tight, the last one is not to be cut below.
    below = '<p style="font-size:5pt; margin:0">&nbsp;</p>' if line_height else ""
    return f'<p style="{look}">{body}</p>{below}'


def _marked(text: str, marks: tuple[Span, ...], style: str) -> str:
    parts, at = [], 0
    for span in marks:
        if span.start >= at:
            parts.append(escape(text[at : span.start]))
            parts.append(f'<span style="{style}">{escape(span.of(text))}</span>')
            at = span.end
    return "".join(parts) + escape(text[at:])
