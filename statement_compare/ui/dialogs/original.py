"""The page on which a sentence stands in its original, beside the window: with it marked, to leaf through and zoom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractSlider,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from statement_compare.engine.model import Comparison, Side, Verdict
from statement_compare.engine.place import Place
from statement_compare.engine.readers.page_image import MOST_PIXELS, PageImage
from statement_compare.errors import StatementCompareError
from statement_compare.session.query import flat, statement_of
from statement_compare.ui.place_words import place_words, places_of, where_words, with_file
from statement_compare.ui.strings import error_words, say
from statement_compare.ui.theme import LIGHT, VerdictColours
from statement_compare.ui.widgets.elided_label import ElidedLabel
from statement_compare.ui.widgets.page_view import PageView
from statement_compare.ui.widgets.told import Told
from statement_compare.ui.worker import RenderPage

_SIZE = (760, 860)
_SCREEN_SHARE = 0.9
_LONGEST_QUOTE = 300
_ZOOM = 1.25
_SCALES = (0.2, 6.0)  # pixels a point
_PAGES_KEPT = 8
_SETTLED_MS = 150
_STEP_PX = 128  # pictures are asked for in such steps of width, so that dragging an edge asks for few
_ROOM = 8  # around a page that fits


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page as it came, and how wide it was asked for."""

    picture: QPixmap
    points: QSizeF
    pages: int
    asked: int


class OriginalDialog(QDialog):
    """Shows where the sentences of a finding stand, of one side at a time. It asks for pages by `page_wanted`."""

    page_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = Told()
        self._told.put(self.setWindowTitle, "original.title")
        self.setModal(False)
        self.resize(QSize(*_SIZE).boundedTo(self.screen().availableSize() * _SCREEN_SHARE))
        self._comparison: Comparison | None = None
        self._ids: Mapping[Side, tuple[int, ...]] = {}
        self._verdict: Verdict | None = None
        self._side = Side.LEFT
        self._places: tuple[Place, ...] = ()
        self._sentences = ""
        self._page = 0
        self._zoom: float | None = None  # pixels a point; None fits the window
        self._drawn: dict[tuple[str, str, int], _Drawn] = {}
        self._is_arriving = False
        self._failure: StatementCompareError | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._want)

        self._sides = {side: QPushButton() for side in Side}
        group = QButtonGroup(self)
        for side, button in self._sides.items():
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._told.put(button.setText, f"side.{side.value}")
            self._told.put(button.setToolTip, "original.side_tip")
            button.clicked.connect(partial(self.show_side, side))
            group.addButton(button)
        self.caption = ElidedLabel()
        self.caption.setProperty("strong", True)
        self.quoted = QLabel()
        self.quoted.setWordWrap(True)
        self.quoted.setTextFormat(Qt.TextFormat.PlainText)
        self.view = PageView()
        self._scroller = QScrollArea()
        self._scroller.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroller.setWidget(self.view)
        self._told.put(self._scroller.setAccessibleName, "original.title")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.number = QLabel()
        self._arrange()
        self._bind_keys()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        for button in self._sides.values():
            top.addWidget(button)
        top.addWidget(self.caption)
        top.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._scroller)
        self._stack.addWidget(self.words)
        bottom = QHBoxLayout()
        self._leaf = [
            self._button("original.previous", self.previous_page, "PgUp"),
            self._button("original.next", self.next_page, "PgDown"),
        ]
        self._size = [
            self._button("original.smaller", partial(self.zoom_by, 1 / _ZOOM), "Ctrl+-"),
            self._button("original.larger", partial(self.zoom_by, _ZOOM), "Ctrl++"),
            self._button("original.fit", self.fit, "Ctrl+0"),
        ]
        bottom.addWidget(self._leaf[0])
        bottom.addWidget(self.number)
        bottom.addWidget(self._leaf[1])
        bottom.addStretch(1)
        for button in self._size:
            bottom.addWidget(button)
        bottom.addWidget(self._button("dialog.close", self.close, "Esc"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.quoted)
        column.addLayout(self._stack, 1)
        column.addLayout(bottom)

    def _button(self, key: str, act: object, keys: str) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self._told.put(button.setText, key)
        self._told.put(lambda words: button.setToolTip(f"{words} ({shown})"), key)
        button.clicked.connect(lambda _=False: act())  # type: ignore[operator]
        return button

    def _bind_keys(self) -> None:
        for keys, act in (
            ("PgDown", partial(self._scroll_or_leaf, True)),
            ("PgUp", partial(self._scroll_or_leaf, False)),
            ("Ctrl+PgDown", self.next_page),
            ("Ctrl+PgUp", self.previous_page),
            ("Ctrl++", partial(self.zoom_by, _ZOOM)),
            ("Ctrl+=", partial(self.zoom_by, _ZOOM)),
            ("Ctrl+-", partial(self.zoom_by, 1 / _ZOOM)),
            ("Ctrl+0", self.fit),
            ("F6", self._show_other_side),
        ):
            QShortcut(QKeySequence(keys), self, act)

    # What is shown

    def show_sentences(
        self, comparison: Comparison | None, ids: Mapping[Side, tuple[int, ...]], verdict: Verdict | None
    ) -> None:
        """Show where these sentences stand, of the side that was shown last if there are any of it.

        `verdict` is that of their finding, whose colour marks them; None for sentences that are in none.
        """
        is_same = comparison is self._comparison and (ids, verdict) == (self._ids, self._verdict)
        if is_same and self._failure is None:  # else a person may have put the file back
            return
        self._comparison, self._ids, self._verdict = comparison, dict(ids), verdict
        side = self._side if ids.get(self._side) else next((side for side in Side if ids.get(side)), self._side)
        self.show_side(side)

    def show_side(self, side: Side, _is_checked: bool = True) -> None:
        self._side = side
        self._failure = None
        ids = self._ids.get(side, ())
        for each, button in self._sides.items():
            button.setEnabled(bool(self._ids.get(each)))
            button.setChecked(each is side)
        if self._comparison is None or not ids:
            self._places = ()
            self.quoted.clear()
            self._say_caption()
            self._say(say("original.nothing"))
            return
        statement = statement_of(self._comparison, side)
        self._say_caption()
        self._sentences = " ".join(flat(statement.sentences[i].text) for i in ids)
        is_long = len(self._sentences) > _LONGEST_QUOTE
        self.quoted.setText(f"{self._sentences[:_LONGEST_QUOTE].rstrip()}…" if is_long else self._sentences)
        self._places = places_of(statement, ids)
        pages = self._marked_pages
        if pages and statement.source.path:
            self._is_arriving = True
            self._go_to(pages[0])
        else:
            self._say(where_words(statement, self._places))

    def _say_caption(self) -> None:
        """Which sentences are shown, where they stand, and in which file."""
        ids = self._ids.get(self._side, ())
        if self._comparison is None or not ids:
            self.caption.show_words("")
            return
        statement = statement_of(self._comparison, self._side)
        self.caption.show_words(with_file(self._side, statement, ids))

    def retranslate(self) -> None:
        """Say everything in the present language; the page stays where it is."""
        self._told.again()
        self._say_caption()
        if self._page:
            self._show_page()
        elif self._failure is not None:
            self._say_failure(self._failure)
        elif self._comparison is not None and self._ids.get(self._side):
            self._say(where_words(statement_of(self._comparison, self._side), self._places))
        else:
            self._say(say("original.nothing"))

    def _show_other_side(self) -> None:
        other = Side.RIGHT if self._side is Side.LEFT else Side.LEFT
        if self._ids.get(other):
            self.show_side(other)

    @property
    def _marked_pages(self) -> list[int]:
        return sorted({place.page for place in self._places if place.page})

    @property
    def page(self) -> int:
        """The page that is shown, from 1; 0 where there is none."""
        return self._page

    # Leafing and zooming

    def next_page(self) -> None:
        drawn = self._here()
        if self._page and drawn is not None and self._page < drawn.pages:
            self._go_to(self._page + 1)

    def previous_page(self) -> None:
        if self._page > 1:
            self._go_to(self._page - 1)

    def _scroll_or_leaf(self, is_forward: bool) -> None:
        """As far as the page reaches, then to the next one."""
        bar = self._scroller.verticalScrollBar()
        action = QAbstractSlider.SliderAction
        if is_forward and bar.value() < bar.maximum():
            bar.triggerAction(action.SliderPageStepAdd)
        elif not is_forward and bar.value() > bar.minimum():
            bar.triggerAction(action.SliderPageStepSub)
        elif is_forward:
            self.next_page()
        else:
            self.previous_page()

    def zoom_by(self, factor: float) -> None:
        if self._page:
            self._zoom = min(max(self._scale() * factor, _SCALES[0]), _SCALES[1])
            self._show_page()
            self._settled.start()

    def fit(self) -> None:
        """Show the whole page."""
        self._zoom = None
        self._show_page()
        self._settled.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page and self._zoom is None:
            self._show_page()
            self._settled.start()

    def _go_to(self, page: int) -> None:
        self._page = page
        self._scroller.verticalScrollBar().setValue(0)
        self._want()
        self._show_page()

    # Pages

    def take_page(self, wish: RenderPage, image: PageImage) -> None:
        """A page that was asked for."""
        picture = QPixmap()
        picture.loadFromData(image.png, "PNG")
        points = QSizeF(image.page_width, image.page_height)
        key = (wish.path, wish.sha256, wish.page)
        self._drawn.pop(key, None)
        self._drawn[key] = _Drawn(picture, points, image.pages, wish.width)
        while len(self._drawn) > _PAGES_KEPT:
            del self._drawn[next(iter(self._drawn))]
        if key == self._key():
            self._show_page()
            self._want()

    def take_failure(self, wish: RenderPage, error: StatementCompareError) -> None:
        """Why a page cannot be shown; where it stands is said in words then."""
        if (wish.path, wish.sha256, wish.page) == self._key():
            self._failure = error
            self._say_failure(error)

    def _say_failure(self, error: StatementCompareError) -> None:
        where = place_words(self._places)
        self._say("\n\n".join(part for part in (error_words(error), where[:1].upper() + where[1:]) if part))

    def _key(self) -> tuple[str, str, int] | None:
        """What is to be shown: file, hash and page."""
        if self._comparison is None or not self._page:
            return None
        source = statement_of(self._comparison, self._side).source
        return source.path, source.sha256, self._page

    def _here(self) -> _Drawn | None:
        key = self._key()
        return None if key is None else self._drawn.get(key)

    def _scale(self) -> float:
        """Pixels a point."""
        drawn = self._here()
        if self._zoom is not None:
            return self._zoom
        if drawn is None or drawn.points.isEmpty():
            return 1.0
        room = self._scroller.maximumViewportSize()
        width, height = max(room.width() - _ROOM, 50), max(room.height() - _ROOM, 50)
        return min(width / drawn.points.width(), height / drawn.points.height())

    def _want(self) -> None:
        """Ask for the page as wide as it is shown, unless it is there."""
        key, drawn = self._key(), self._here()
        if key is None:
            return
        ratio = self.devicePixelRatioF()
        if drawn is None:
            width = self._scroller.maximumViewportSize().width() * ratio
        else:
            width = drawn.points.width() * self._scale() * ratio
        asked = min(-(-int(width) // _STEP_PX) * _STEP_PX, MOST_PIXELS)
        if drawn is None or drawn.asked < asked:
            self.page_wanted.emit(RenderPage(*key, asked))

    def _show_page(self) -> None:
        if not self._page:
            return
        drawn = self._here()
        self._offer_pages(drawn)
        if drawn is None:
            self.words.setText(say("original.drawing"))
            self._stack.setCurrentWidget(self.words)
            return
        self._stack.setCurrentWidget(self._scroller)
        self.view.show_page(drawn.picture, drawn.points, self._scale())
        boxes = [line.box for place in self._places if place.page == self._page for line in place.lines]
        self.view.mark(boxes, self._colours())
        heard = "original.heard" if boxes else "original.heard_unmarked"
        self.view.setAccessibleName(say(heard, page=self._page, total=drawn.pages, words=self._sentences))
        QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.NameChanged))
        if self._is_arriving and self.view.boxes:
            self._is_arriving = False
            first = self.view.boxes[0].center().toPoint()
            self._scroller.ensureVisible(first.x(), first.y(), 80, 80)

    def _offer_pages(self, drawn: _Drawn | None) -> None:
        pages = drawn.pages if drawn is not None else 0
        self.number.setText(say("original.page", page=self._page, total=pages) if pages else "")
        self._leaf[0].setEnabled(self._page > 1)
        self._leaf[1].setEnabled(self._page < pages)
        for button in self._size:
            button.setEnabled(drawn is not None)

    def _say(self, words: str) -> None:
        """Words in place of a page."""
        self._page = 0
        self.words.setText(words)
        self._stack.setCurrentWidget(self.words)
        self.number.clear()
        for button in (*self._leaf, *self._size):
            button.setEnabled(False)

    def _colours(self) -> VerdictColours:
        # A page is white paper, whatever the colours of the window are.
        if self._verdict is None:
            return VerdictColours(LIGHT.ink, LIGHT.chosen, LIGHT.found)
        return LIGHT.of(self._verdict)
