"""What a reader sees as one character, though it is several code points: no cut goes through it (Unicode UAX 29)."""

from __future__ import annotations

import unicodedata

from statement_compare.engine.model import Span

_JOINER = "\u200d"
_JOINERS = ("\u200c", _JOINER)
# Letters that are written after the one before them as a mark is: Thai and Lao "am", marks of Japanese half-width kana.
_LETTERS_AS_MARKS = "\u0e33\u0eb3\uff9e\uff9f"
# What stands before the figures or letters that it belongs to: Arabic signs of number, year and verse.
_BEGINNINGS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
# Signs that join the consonants around them, from Devanagari to Malayalam; each script has 128 places.
_LINKERS = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d"
_SCRIPT_BITS = 7
_LETTERS_OF_FLAGS = (("\U0001f1e6", "\U0001f1ff"),)
# Korean: syllables, and the letters at their beginning, in their middle and at their end, each as (first, last).
_SYLLABLES = ("\uac00", "\ud7a3")
_FINALS = 28
_LEADING = (("\u1100", "\u115f"), ("\ua960", "\ua97c"))
_VOWELS = (("\u1160", "\u11a7"), ("\ud7b0", "\ud7c6"))
_TRAILING = (("\u11a8", "\u11ff"), ("\ud7cb", "\ud7fb"))


def is_border(text: str, at: int) -> bool:
    """Whether `text` may be cut at this offset: at its ends, and wherever no character goes on."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if before == "\r" and after == "\n":
        return False
    if before in _BEGINNINGS:
        return _is_control(after)
    if after < "\u0300":
        return True
    if _goes_on(after):
        return _is_control(before)
    if _is_in(after, _LETTERS_OF_FLAGS):
        first = at
        while first > 0 and _is_in(text[first - 1], _LETTERS_OF_FLAGS):
            first -= 1
        return (at - first) % 2 == 0
    if before == _JOINER and unicodedata.category(after).startswith("S"):
        return False
    return not (_is_conjunct(text, at) or _is_one_syllable(before, after))


def widened(text: str, span: Span) -> Span:
    """The span with the whole of the characters that it begins and ends in."""
    start, end = span.start, span.end
    while not is_border(text, start):
        start -= 1
    while not is_border(text, end):
        end += 1
    return Span(start, end)


def _goes_on(character: str) -> bool:
    """Whether it belongs to the character before it: marks, joiners, tones of skin and tags."""
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character in _JOINERS
        or character in _LETTERS_AS_MARKS
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _is_control(character: str) -> bool:
    """Whether it stands alone: a line break, or a sign that shows nothing, such as a place to break a word."""
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") and not (
        _goes_on(character) or character in _BEGINNINGS
    )


def _is_conjunct(text: str, at: int) -> bool:
    """Whether two consonants are written as one there, as in the Devanagari "kṣa"."""
    linker = text[at - 2] if text[at - 1] == _JOINER and at > 1 else text[at - 1]
    is_same_script = ord(linker) >> _SCRIPT_BITS == ord(text[at]) >> _SCRIPT_BITS
    return linker in _LINKERS and is_same_script and unicodedata.category(text[at]) == "Lo"


def _is_one_syllable(before: str, after: str) -> bool:
    """Whether two letters or parts of Korean are one syllable."""
    is_syllable = _SYLLABLES[0] <= before <= _SYLLABLES[1]
    is_open = is_syllable and (ord(before) - ord(_SYLLABLES[0])) % _FINALS == 0
    if _is_in(before, _LEADING):
        return _is_in(after, (*_LEADING, *_VOWELS, _SYLLABLES))
    if is_open or _is_in(before, _VOWELS):
        return _is_in(after, (*_VOWELS, *_TRAILING))
    return (is_syllable or _is_in(before, _TRAILING)) and _is_in(after, _TRAILING)


def _is_in(character: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= character <= last for first, last in ranges)
