"""Which characters mean the same: one spelling of quotes, dashes and spaces, and the way back to the original."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from statement_compare.engine.model import Span

_DOUBLE_QUOTES = "“”„‟«»″〝〞"
_SINGLE_QUOTES = "‘’‚‛‹›ʼʹ′"
_DASHES = "‐‑‒–—―−﹣"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_BREAKS = "\u2028\u2029\u0085"
# Soft hyphen, zero-width space, word joiner, byte order mark and the marks of writing direction. The joiners U+200C and
# U+200D stay: words of Persian and families of emoji are spelled with them.
_INVISIBLE = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"

_ALIKE: dict[str, str] = {
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_LINE_BREAKS, "\n"),
    **dict.fromkeys(_INVISIBLE, ""),
    "…": "...",
}
# NFKC only where it keeps the meaning: Latin ligatures, full-width signs, Roman numerals, °C and °F. Superscripts and
# fractions are left alone, since "10²" is not 102 and "3½" is not 31/2.
_COMPATIBLE = "\ufb00-\ufb06\uff01-\uff5e\u2160-\u217f\u2103\u2109"
_TO_CHANGE = re.compile(f"[^\\W\\d_{_COMPATIBLE}][\u0300-\u036f]+|[{re.escape(''.join(_ALIKE))}]+|[{_COMPATIBLE}]")


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The way from offsets of a normalised text back to the original, in code points.

    `edits` are the stretches that changed, in order: (start, end) in the normalised text and (start, end) in the
    original. Outside of them the texts are alike but for a shift. `length` and `original_length` are the whole texts'.
    """

    edits: tuple[tuple[int, int, int, int], ...]
    length: int
    original_length: int

    def to_original(self, span: Span) -> Span:
        """The original stretch from which `span` came: whole characters, so half a ligature gives all of it.

        Spans stay in order and in range; one that is not empty stays so.
        """
        if not 0 <= span.start <= span.end <= self.length:
            raise ValueError(f"{span} lies outside of a text of {self.length} characters")
        if span.start == span.end:
            at = self._original_start(span.start)
            return Span(at, at)
        return Span(self._original_start(span.start), self._original_end(span.end))

    def _original_start(self, offset: int) -> int:
        index = bisect_right(self.edits, offset, key=lambda edit: edit[0]) - 1
        while index >= 0 and self.edits[index][0] == self.edits[index][1]:  # what was dropped belongs to neither side
            if self.edits[index][0] < offset:
                break
            index -= 1
        if index < 0:
            return self._behind_dropped(offset, offset)
        start, end, original_start, original_end = self.edits[index]
        if start <= offset < end:
            return original_start
        return self._behind_dropped(offset, original_end + offset - end)

    def _behind_dropped(self, offset: int, original: int) -> int:
        """`original` moved behind characters that were dropped exactly at `offset`."""
        index = bisect_right(self.edits, offset, key=lambda edit: edit[0]) - 1
        if index >= 0 and self.edits[index][0] == self.edits[index][1] == offset:
            return self.edits[index][3]
        return original

    def _original_end(self, offset: int) -> int:
        """Where the original of the character before `offset` ends."""
        last = offset - 1
        index = bisect_right(self.edits, last, key=lambda edit: edit[0]) - 1
        if index < 0:
            return offset
        _, end, _, original_end = self.edits[index]
        return original_end if last < end else original_end + offset - end


def normalise(text: str) -> tuple[str, OffsetMap]:
    """`text` with one kind of quotes, dashes, spaces and letters, and the map back. Plain ASCII stays as it is.

    White space is not collapsed and case is kept.
    """
    pieces: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    done = length = 0
    for match in _TO_CHANGE.finditer(text):
        for start, end in _characters(match):
            new = _normalised(text[start:end])
            if new == text[start:end]:
                continue
            pieces.append(text[done:start])
            length += start - done
            if not new and edits and edits[-1][0] == edits[-1][1] == length and edits[-1][3] == start:
                edits[-1] = (length, length, edits[-1][2], end)  # dropped characters in a row are one edit
            else:
                edits.append((length, length + len(new), start, end))
            pieces.append(new)
            length += len(new)
            done = end
    pieces.append(text[done:])
    whole = "".join(pieces)
    return whole, OffsetMap(tuple(edits), len(whole), len(text))


def _characters(match: re.Match[str]) -> list[tuple[int, int]]:
    """One stretch a character, but a letter with its combining marks is one."""
    if unicodedata.combining(match.group()[-1]):
        return [match.span()]
    return [(at, at + 1) for at in range(match.start(), match.end())]


def _normalised(piece: str) -> str:
    if piece in _ALIKE:
        return _ALIKE[piece]
    if len(piece) > 1:
        return unicodedata.normalize("NFC", piece)
    return unicodedata.normalize("NFKC", piece)
