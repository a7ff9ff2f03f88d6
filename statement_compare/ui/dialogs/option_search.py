"""Which options have the words that a person looks for, and how they are shown to be found on their pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from statement_compare.ui.strings import say
from statement_compare.ui.widgets.field_parts import name_parts
from statement_compare.ui.widgets.find_field import FindField

T = TypeVar("T")
_FOUND = "found"  # the property by which the style sheet marks what is found
_KEPT_OF_WORD, _LEAST_OF_WORD = 2, 4


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen: the page it is on, where the keyboard goes, and what is marked once it is found.

    It is found by the words on `field` and on all of `around`, such as its name and a note, and by `more` words.
    """

    page: int
    field: QWidget
    around: tuple[QWidget, ...]
    marked: tuple[QWidget, ...]
    more: str = ""


class OptionSearch(QWidget):
    """A field, how many options have all its words, and what has them that is chosen elsewhere.

    `elsewhere` are options of other places: where each is, in words, and by what it is found.
    """

    def __init__(self, elsewhere: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._elsewhere = tuple(elsewhere)
        self._options: list[Option] = []
        self._hits: list[Option] = []
        self._at = -1
        self._tabs: QTabWidget | None = None
        self._titles: list[str] = []
        self.field = FindField()
        self.field.setPlaceholderText(say("settings.find"))
        name_parts(self.field, say("settings.find"))
        self.field.textChanged.connect(self._look)
        self.field.entered.connect(lambda: self._go(0))
        self._told = QLabel()
        self._told.setProperty("soft", True)
        self._told.setProperty("small", True)
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        policy = self._told.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the pages stay where they are while somebody types
        self._told.setSizePolicy(policy)
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._told)

    def serve(self, tabs: QTabWidget, page: QWidget) -> None:
        """Find the options of these tabs; the usual keys for finding hold on the whole `page`."""
        self._tabs = tabs
        self._titles = [tabs.tabText(index) for index in range(tabs.count())]
        standard = QKeySequence.StandardKey
        keys: tuple[tuple[QKeySequence.StandardKey, Callable[[], None]], ...] = (
            (standard.Find, self.focus_field),
            (standard.FindNext, lambda: self._go(self._at + 1)),
            (standard.FindPrevious, lambda: self._go(self._at - 1)),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), page, act)

    def add(self, option: Option) -> None:
        self._options.append(option)

    def focus_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @property
    def hits(self) -> list[QWidget]:
        """The fields of the options that have the words."""
        return [hit.field for hit in self._hits]

    @property
    def told(self) -> str:
        """What is said below the field."""
        return self._told.text()

    def _look(self, text: str) -> None:
        """Mark what has the words; go to a page that has some where the present one has none."""
        self._hits = _having(text, [(each, _folded(_words_of(each))) for each in self._options])
        self._at = -1
        for option in self._options:
            for widget in option.marked:
                _mark(widget, is_found=any(widget in hit.marked for hit in self._hits))
        self._show_on_tabs()
        elsewhere = _having(text, [(place, _folded(words)) for place, words in self._elsewhere])
        self._say(self._words(text, elsewhere))

    def _show_on_tabs(self) -> None:
        """How many each page has; those without any are faint, unless none has."""
        tabs = self._tabs
        if tabs is None:
            return
        pages = [hit.page for hit in self._hits]
        if pages and tabs.currentIndex() not in pages:
            tabs.setCurrentIndex(pages[0])
        for index, title in enumerate(self._titles):
            number = pages.count(index)
            tabs.setTabText(index, say("settings.tab_found", title=title, n=number) if number else title)
            tabs.setTabEnabled(index, number > 0 or not pages)

    def _words(self, text: str, elsewhere: Sequence[str]) -> str:
        if not text.strip():
            return ""
        lines = []
        if self._hits or not elsewhere:
            lines.append(say("settings.found", n=len(self._hits)) if self._hits else say("settings.found_none"))
        if elsewhere:
            lines.append(say("settings.found_elsewhere", places="; ".join(elsewhere)))
        return " ".join(lines)

    def _say(self, words: str) -> None:
        is_new = words != self._told.text()
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        if words and is_new:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _go(self, at: int) -> None:
        """Give the keyboard to an option that is found; after the last comes the first."""
        if not self._hits or self._tabs is None:
            return
        self._at = at % len(self._hits)
        hit = self._hits[self._at]
        self._tabs.setCurrentIndex(hit.page)
        hit.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        above = hit.field.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(hit.field)


def _having(text: str, among: Sequence[tuple[T, str]]) -> list[T]:
    """What has all words of a text; where nothing has, what has their beginnings: "colours" finds "colour"."""
    words = _folded(text).split()
    if not words:
        return []
    exact = [each for each, held in among if all(word in held for word in words)]
    stems = [word[: max(_LEAST_OF_WORD, len(word) - _KEPT_OF_WORD)] for word in words]
    return exact or [each for each, held in among if all(f" {stem}" in f" {held}" for stem in stems)]


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").replace("_", " ").split())


def _words_of(option: Option) -> str:
    return " ".join((*(_shown_on(widget) for widget in (option.field, *option.around)), option.more))


def _shown_on(widget: QWidget) -> str:
    """What a widget says, to the eye, to a screen reader and in its tip."""
    words = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QAbstractSpinBox):
        words.append(widget.text())
    if isinstance(widget, QComboBox):
        words += [widget.itemText(row) for row in range(widget.count())]
    return " ".join(words)


def _mark(widget: QWidget, *, is_found: bool) -> None:
    if bool(widget.property(_FOUND)) is not is_found:
        widget.setProperty(_FOUND, is_found)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
