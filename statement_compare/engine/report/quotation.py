"""Quotations within quotations: what stands in the marks of a language has that language's other marks inside."""

from __future__ import annotations

import re
from collections import Counter
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
    outer, inner = _marks(language, "outer"), _marks(language, "inner")
    legible = text if "„" in (*outer, *inner) else _BOTTOM.sub(lambda found: " " * len(found[0]), text)
    straight = {(found.start(), found.end() - 1) for found in _STRAIGHT.finditer(legible)}
    pairs = straight | {*_pairs(legible, outer, inner)}
    letters = list(text)
    around: list[int] = []  # where the pairs end that this one stands in
    for start, end in sorted(pairs):
        while around and around[-1] < end:
            around.pop()
        letters[start], letters[end] = outer if len(around) % 2 else inner
        around.append(end)
    within = {place for pair in pairs for place in pair}
    for place, letter in enumerate(legible):
        if letter in outer and place not in within:  # a quotation that ends in another sentence, or began in one
            letters[place] = inner[outer.index(letter)]
    return "".join(letters)


def filled(template: str, language: str, **places: str) -> str:
    """A template with its places filled; in those that stand between quotation marks, marks are nested."""
    opening, _ = _marks(language, "outer")
    return template.format(
        **{
            name: nested(text, language) if f"{opening}{{{name}}}" in template else text
            for name, text in places.items()
        }
    )


def _marks(language: str, which: str) -> tuple[str, str]:
    marks = words_in(language).say(f"marks.{which}")
    return marks[0], marks[1]


def _pairs(text: str, *kinds: tuple[str, str]) -> Iterator[tuple[int, int]]:
    """Where marks that belong together stand; an apostrophe within a word is no mark."""
    closing = dict(kinds)
    opened: list[tuple[int, str]] = []
    awaited: Counter[str] = Counter()
    for place, letter in enumerate(text):
        if awaited[letter] and not text[place + 1 : place + 2].isalpha():
            is_found = False
            while not is_found:  # what was opened in between has no end
                start, end = opened.pop()
                awaited[end] -= 1
                is_found = end == letter
            yield start, place
        elif letter in closing:
            opened.append((place, closing[letter]))
            awaited[closing[letter]] += 1
