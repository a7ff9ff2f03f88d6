"""What a reader sees as one character, though it is several code points: no cut goes through it (Unicode UAX 29)."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_JOINERS = ("\u200c", _JOINER)


def _goes_on(character: str) -> bool:
    """Whether it belongs to the character before it: marks, joiners, tones of skin and tags."""
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character in _JOINERS
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def is_border(text: str, at: int) -> bool:
    """Whether `text` may be cut at this offset: at its ends, and wherever no character goes on."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if after < "\u0300":
        return not (before == "\r" and after == "\n")
    if _goes_on(after):
        return before in "\r\n"
    if before == _JOINER:
        return not unicodedata.category(after).startswith("S")
    if "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff":
        first = at - 1
        while first > 0 and "\U0001f1e6" <= text[first - 1] <= "\U0001f1ff":
            first -= 1
        return (at - first) % 2 == 0
    return True
