"""How an open page says its words in another language: each is found again in the table that it was said from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QGroupBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableWidget,
    QTabWidget,
    QWidget,
)

from statement_compare.ui.dialogs.colours import ColoursPage
from statement_compare.ui.strings import LANGUAGES, SIGNS, UNANSWERED_SIGN, say

_PLACE: Final = re.compile(r"\{(\w+)\}")
_LETTERS: Final = re.compile(r"[^\W\d_]")
# With fewer letters of its own beside its places, a saying would be found in any words.
_LEAST_LETTERS: Final = 3
# What stands between words that are said each by itself: "≠ Contradiction: Both cannot be true", "Page (.html)".
_NUMBER: Final = "[0-9][0-9,.\u00a0]*"
_NAMES_OF_FILES: Final = ".file_name"
# How many times over words may be joined of others.
_DEEPEST: Final = 4
# Nothing that the program says of its own is as long; whole statements would keep the patterns busy for seconds.
_LONGEST: Final = 1_000
_SIGNS: Final = tuple(f"{sign} " for sign in (*SIGNS.values(), UNANSWERED_SIGN))
_ONCE: Final = (*_SIGNS, ": ", " (")
_BETWEEN: Final = ("\n", *_ONCE, " · ", ". ", "; ", ", ")
Put = Callable[[str], object]


class Renewal:
    """From one language to another, both by their codes."""

    def __init__(self, before: str, after: str) -> None:
        self._before, self._after = before, after
        self._subjects: Counter[str] = Counter()
        self._known: dict[tuple[str, int], dict[str, str]] = {}
        self._plain: dict[str, list[str]] = {}
        self._filled: list[tuple[re.Pattern[str], str]] = []
        for key, words in (dict(LANGUAGES["en"].table) | dict(LANGUAGES[before].table)).items():
            for form in words if isinstance(words, tuple) else (words,):
                if _PLACE.search(form):
                    self._take_filled(key, form)
                elif isinstance(words, str) and not key.endswith(_NAMES_OF_FILES):
                    self._plain.setdefault(form, []).append(key)

    def _take_filled(self, key: str, form: str) -> None:
        parts = _PLACE.split(form)  # words and names of places in turn
        if len(_LETTERS.findall("".join(parts[::2]))) >= _LEAST_LETTERS:
            seen: set[str] = set()
            pattern = ""
            for number, part in enumerate(parts):
                if number % 2 == 0:
                    pattern += re.escape(part)
                else:
                    pattern += f"(?P={part})" if part in seen else f"(?P<{part}>{_NUMBER if part == 'n' else '.+'})"
                    seen.add(part)
            self._filled.append((re.compile(pattern, re.DOTALL), key))

    def renew(self, page: QWidget) -> None:
        """Say everything on a page anew; what a person has typed or chosen there stays."""
        places = [(text, put) for text, put in _places(page) if text]
        # Some words are said in several places, and not alike in every language: this page's subjects decide.
        self._subjects.clear()
        for text, _ in places:
            self._said(text)
        said = {key for sayings in self._known.values() for key in sayings}
        self._subjects.update(subject for key in said for subject in _subjects_of(key))
        self._known.clear()
        for text, put in places:
            again = self._again(text)
            if again != text:
                put(again)
        for colours in page.findChildren(ColoursPage):
            colours.retranslate()
        for field in page.findChildren(QKeySequenceEdit):
            words = QCoreApplication.translate("QKeySequenceEdit", "Press shortcut")  # Qt says it once and for all
            for line in field.findChildren(QLineEdit):
                line.setPlaceholderText(words)

    def _said(self, text: str, depth: int = 0) -> dict[str, str]:
        """What stands there in the other language, by the keys it may have been said by."""
        known = self._known.get((text, depth))
        if known is None:
            known = self._known[text, depth] = self._looked_up(text, depth)
        return known

    def _looked_up(self, text: str, depth: int) -> dict[str, str]:
        found = {key: self._say(key, {}) for key in self._plain.get(text, ())}
        if text[:1].islower():  # words that begin with a capital where they stand alone
            again = ((key, self._say(key, {})) for key in self._plain.get(text[0].upper() + text[1:], ()))
            found |= {key: words[0].lower() + words[1:] for key, words in again}
        if found or len(text) > _LONGEST:
            return found
        for pattern, key in self._filled:
            if matched := pattern.fullmatch(text):
                places = {name: self._again(value, depth + 1) for name, value in matched.groupdict().items()}
                found[key] = self._say(key, places)
        if found:
            # The saying with most words of its own is the one that was meant.
            best = max(found, key=lambda key: len(_PLACE.sub("", str(LANGUAGES[self._before].table.get(key, "")))))
            return {best: found[best]}
        if depth == _DEEPEST:
            return {}
        for between in _BETWEEN:
            if between in text:
                parts = text.split(between, 1 if between in _ONCE else -1)
                anew = [self._again(part, depth + 1) for part in parts]
                if anew != parts:
                    return {"": between.join(anew)}
        return {}

    def _again(self, words: str, depth: int = 0) -> str:
        sayings = self._said(words, depth)
        if not sayings:
            return words
        return sayings[max(sayings, key=lambda key: sum(self._subjects[each] for each in _subjects_of(key)))]

    def _say(self, key: str, places: dict[str, str]) -> str:
        number = re.sub(r"\D", "", places.get("n", ""))
        filled: dict[str, object] = dict(places)
        if number:
            filled["n"] = int(number)
        return say(key, self._after, **filled)


def pages_of(window: QWidget) -> Iterator[QDialog]:
    """The open pages of a window that do not hear by themselves that another language is spoken."""
    for page in window.findChildren(QDialog):
        if page.isVisible() and not hasattr(page, "retranslate"):
            yield page


def _subjects_of(key: str) -> list[str]:
    """What a key is about, from far and from near: "action", "action.theme" of "action.theme_light"."""
    parts = re.split(r"[._]", key)
    return [".".join(parts[:number]) for number in range(1, len(parts))]


def _places(page: QWidget) -> Iterator[tuple[str, Put]]:
    """All words of a page, and how others are put in their place."""
    for widget in (page, *page.findChildren(QWidget)):
        yield widget.windowTitle(), widget.setWindowTitle
        yield widget.toolTip(), widget.setToolTip
        yield widget.accessibleName(), widget.setAccessibleName
        yield widget.accessibleDescription(), widget.setAccessibleDescription
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text(), widget.setText
            case QLineEdit() | QPlainTextEdit():
                yield widget.placeholderText(), widget.setPlaceholderText
            case QGroupBox():
                yield widget.title(), widget.setTitle
            case QComboBox():
                # A language by its own name stays so.
                own = {code: spoken.name for code, spoken in LANGUAGES.items()}
                for row in range(widget.count()):
                    if own.get(str(widget.itemData(row))) != widget.itemText(row):
                        yield widget.itemText(row), partial(_put_quietly, widget, row)
            case QTabWidget():
                for row in range(widget.count()):
                    yield widget.tabText(row), partial(widget.setTabText, row)
            case QListWidget():
                for row in range(widget.count()):
                    yield widget.item(row).text(), widget.item(row).setText
            case QTableWidget():
                yield from _cells(widget)


def _cells(table: QTableWidget) -> Iterator[tuple[str, Put]]:
    heads = [table.horizontalHeaderItem(column) for column in range(table.columnCount())]
    cells = [table.item(row, column) for row in range(table.rowCount()) for column in range(table.columnCount())]
    for item in (*heads, *cells):
        if item is not None:
            yield item.text(), item.setText


def _put_quietly(box: QComboBox, row: int, words: str) -> None:
    """Nothing else is chosen by it."""
    with QSignalBlocker(box):
        box.setItemText(row, words)
