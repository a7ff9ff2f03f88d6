"""A paragraph's text as Qt gets it: the one place where code points of a statement meet the UTF-16 units of Qt.

Before each sentence stands its number and sign, which is not part of the text. White space is shown as single blanks,
the tab between the cells of a row as their border, control characters as a replacement sign, and what turns directions
not at all, so that words stand in the order in which they are read; or all of these by their numbers, for a person who
asks to see them. Spans stay those of the original text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from statement_compare.engine.model import Statement
from statement_compare.engine.text import hidden
from statement_compare.engine.text.one_line import CELL_BORDER
from statement_compare.ui.compare.rows import Paragraph

_NEEDS_CARE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe"
    r"\U00010000-\U0010ffff]"
    r"|\s\s|[^\S \u00a0\u202f\u2007]"
)
_UNBREAKABLE = frozenset("\u00a0\u202f\u2007")
RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u08ff\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """`text`, and for each code point of the source where its units begin and end.

    `start` is the source position of the first code point. `labels` and `blanks` are (begin, end) in units;
    `labels[k]` belongs to the k-th sentence of the paragraph; `tokens` stand for hidden characters.
    """

    text: str
    start: int
    begins: array[int]
    ends: array[int]
    labels: tuple[tuple[int, int], ...]
    blanks: tuple[tuple[int, int], ...]
    tokens: tuple[tuple[int, int], ...] = ()

    def units(self, start: int, end: int) -> tuple[int, int]:
        """The units of a stretch of the source, cut to this paragraph; (0, 0) where it holds none of it."""
        first = max(start - self.start, 0)
        last = min(end - self.start, len(self.begins))
        if first >= last:
            return 0, 0
        return self.begins[first], self.ends[last - 1]

    def source(self, unit: int) -> int:
        """The source position of a unit; that of the sentence's first letter for a unit in a label."""
        index = bisect_right(self.begins, unit) - 1
        if index >= 0 and unit >= self.ends[index]:
            index += 1
        return self.start + max(index, 0)


def shown(statement: Statement, paragraph: Paragraph, labels_before: Sequence[str], *, reveals: bool = False) -> Shown:
    """The text of a paragraph with a label before each sentence, "" for none; `reveals` hidden characters."""
    source = statement.source.text
    sentences = statement.sentences[paragraph.first : paragraph.last + 1]
    # Among words that run from right to left the signs around a number would change places.
    needs_isolation = reveals and RIGHT_TO_LEFT.search(
        hidden.neutral(source[sentences[0].span.start : sentences[-1].span.end])
    )
    pieces: list[str] = []
    begins, ends = array("i"), array("i")
    labels: list[tuple[int, int]] = []
    blanks: list[tuple[int, int]] = []
    tokens: list[tuple[int, int]] = []
    unit = 0
    was_blank = True

    def emit(text: str) -> None:
        nonlocal unit, was_blank
        revealed = frozenset(hidden.places(text)) if reveals else frozenset()
        if not revealed and _NEEDS_CARE.search(text) is None and not (was_blank and text.startswith(" ")):
            pieces.append(text)
            begins.extend(range(unit, unit + len(text)))
            unit += len(text)
            ends.extend(range(unit - len(text) + 1, unit + 1))
            was_blank = text.endswith(" ")
            return
        for place, character in enumerate(text):
            is_token = place in revealed
            piece = hidden.token(character) if is_token else _piece(character, was_blank=was_blank)
            if is_token and needs_isolation:
                piece = f"\u2066{piece}\u2069"
            begins.append(unit)
            if piece:
                pieces.append(piece)
                unit += 2 if piece > "\uffff" else len(piece)
                if is_token:
                    tokens.append((begins[-1], unit))
                was_blank = piece.endswith(" ")
            ends.append(unit)

    for index, (sentence, label) in enumerate(zip(sentences, labels_before, strict=True)):
        if index:
            before = unit
            was_blank = False
            emit(source[sentences[index - 1].span.end : sentence.span.start])
            if unit > before:
                blanks.append((before, unit))
        labels.append((unit, unit + len(label)))
        pieces.append(label)
        unit += len(label)
        was_blank = True
        emit(sentence.span.of(source))
    return Shown("".join(pieces), sentences[0].span.start, begins, ends, tuple(labels), tuple(blanks), tuple(tokens))


def _piece(character: str, *, was_blank: bool) -> str:
    if character == "\t" and not was_blank:
        return CELL_BORDER
    if character.isspace() and character not in _UNBREAKABLE:
        return "" if was_blank else " "
    return hidden.neutral(character)
