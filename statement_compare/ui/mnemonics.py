"""Which letter of each entry of a menu chooses it: no two alike in a menu, in whatever language it speaks.

They are given when a menu is about to be shown, since what stands in it changes: "Undo: note on L3-R5", recent pairs,
saved filters, another language. First letters of words come before all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

_MARK = re.compile(r"&(&|.?)")


def give_mnemonics(*menus: QMenu) -> None:
    """Let each of these menus give its entries their letters whenever it is shown, and take them for itself then."""
    for menu in menus:
        menu.aboutToShow.connect(lambda menu=menu: mark_letters(menu))
        menu.installEventFilter(_OwnLetters(menu))


class _OwnLetters(QObject):
    """While a menu is open, a letter chooses in it, also where it is the key of something else: U is "unclear"."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if is_plain and event.text() and event.text().isprintable():
                event.accept()
                return True
        return super().eventFilter(watched, event)


def mark_letters(menu: QMenu) -> None:
    """Mark a letter in each entry of a menu, in place of those that were marked before."""
    entries = [action for action in menu.actions() if not action.isSeparator()]
    texts = [without_mark(action.text()) for action in entries]
    for action, text, place in zip(entries, texts, letters(texts), strict=True):
        marked = text if place is None else f"{text[:place]}\0{text[place:]}"
        action.setText(marked.replace("&", "&&").replace("\0", "&"))


def without_mark(text: str) -> str:
    """The words of an entry as they are read."""
    return _MARK.sub(lambda found: found[1], text)


def letters(texts: Sequence[str]) -> tuple[int | None, ...]:
    """The place of the letter of each text; None only where there are more texts than letters in them.

    Each text takes the best letter that is free, the first letters of all texts before the second words of any; one
    that finds none makes another one move.
    """
    offered = [[(rank, place, text[place].casefold()) for rank, place in _ranked(text)] for text in texts]
    places: list[int | None] = [None] * len(texts)
    owners: dict[str, int] = {}

    def take(entry: int, most: int, asked: set[str]) -> bool:
        for rank, place, letter in offered[entry]:
            if rank > most or letter in asked:
                continue
            asked.add(letter)
            # Whoever has the letter keeps it, unless no rank is left and it can have another one.
            owner = owners.get(letter)
            if owner is None or (most == _ANY and take(owner, most, asked)):
                owners[letter], places[entry] = entry, place
                return True
        return False

    for most in (0, 1, 2, _ANY):
        for entry in range(len(texts)):
            if places[entry] is None:
                take(entry, most, set())
    return tuple(places)


_ANY = 3


def _ranked(text: str) -> Iterator[tuple[int, int]]:
    """Places of letters and digits, best first: the beginning of the first word, of other words, then all others."""
    legible = [place for place, letter in enumerate(text) if letter.isalnum() and len(letter.casefold()) == 1]
    begins = [place for place in legible if place == 0 or not text[place - 1].isalnum()]
    yield from ((0, place) for place in begins[:1])
    yield from ((1, place) for place in begins[1:])
    yield from ((2, place) for place in legible if place not in begins)
