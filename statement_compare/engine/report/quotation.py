"""Quotations within quotations: what stands in the marks of a language has that language's other marks inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from statement_compare.engine.report.words import words_in

# A straight mark opens before a word and closes behind one; alone it may be an inch (`5"`), and stays.
_STRAIGHT: Final = re.compile(r'(?<![^\s(\[{«“‘„\u2013\u2014-])"(?=\S)[^"]*?(?<=[^\s"])"(?!\w)')
# Marks that open at the bottom: where a language does not use them, their upper ends are no opening marks of its own.
_BOTTOM: Final = re.compile("„[^„“”]*[“”]")


def nested(text: str, language: str) -> str:
    """The text as it stands between quotation marks: no marks in it are those around it.

    It has the same number of characters, so that spans into the one point into the other: `he said “no”` becomes
    `he said ‘no’` in English, `он сказал «нет»` becomes `он сказал „нет“` in Russian, and further in they alternate.
    Marks of other languages, which nobody can take for those around them, stay as they are.
    """
    said = words_in(language)
    outer, inner = said.say("marks.outer"), said.say("marks.inner")
    legible = text if "„" in outer + inner else _BOTTOM.sub(lambda found: " " * len(found[0]), text)
    straight = {(found.start(), found.end() - 1) for found in _STRAIGHT.finditer(legible)}
    pairs = straight | {*_pairs(legible, outer, inner)}
    letters = list(text)
    for start, end in pairs:
        level = sum(first <= start and end <= last for first, last in pairs)
        letters[start], letters[end] = tuple(inner if level % 2 else outer)
    within = {place for pair in pairs for place in pair}
    for place, letter in enumerate(legible):
        if letter in outer and place not in within:  # a quotation that ends in another sentence, or began in one
            letters[place] = inner[outer.index(letter)]
    return "".join(letters)


def filled(template: str, language: str, **places: str) -> str:
    """A template with its places filled; in those that stand between quotation marks, marks are nested."""
    opening = words_in(language).say("marks.outer")[0]
    return template.format(
        **{
            name: nested(text, language) if f"{opening}{{{name}}}" in template else text
            for name, text in places.items()
        }
    )


def _pairs(text: str, *kinds: str) -> Iterator[tuple[int, int]]:
    """Where marks that belong together stand; an apostrophe within a word is no mark."""
    opened: list[tuple[int, str]] = []
    for place, letter in enumerate(text):
        closed = next((at for at in reversed(range(len(opened))) if opened[at][1] == letter), None)
        if closed is not None and not text[place + 1 : place + 2].isalpha():
            yield opened[closed][0], place
            del opened[closed:]
        else:
            opened += [(place, kind[1]) for kind in kinds if kind[0] == letter]
