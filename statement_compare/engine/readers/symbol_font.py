"""What the characters of the Symbol font mean, which programs write by their number in it: 179 is "≥", and no "³"."""

from __future__ import annotations

from typing import Final

NAME: Final = "symbol"
# By the font's own encoding, as in the Adobe Symbol font; what is left out are parts of brackets and logos.
_BY_CODE: Final = (
    {ord(sign): sign for sign in "0123456789!#%&()+,./:;<=>?[]_{|}"}
    | dict(zip(range(ord("A"), ord("Z") + 1), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
    | dict(zip(range(ord("a"), ord("z") + 1), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
    | {0x20: " ", 0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼"}
    | {0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓"}
    | {0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠"}
    | {0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xCF: "∉"}
    | {0xD0: "∠", 0xD1: "∇", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "·", 0xD8: "¬", 0xD9: "∧"}
    | {0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑"}
    | {0xF2: "∫"}
)
# Word moves the characters of such fonts to this place among those that Unicode leaves to everybody.
_MOVED: Final = 0xF000
_PRIVATE: Final = range(0xE000, 0xF900)
_ALL: Final = _BY_CODE | {_MOVED + code: sign for code, sign in _BY_CODE.items()}
_MOVED_BACK: Final = {code: sign for code, sign in _ALL.items() if code in _PRIVATE}


def symbol(font: str, code: int) -> str:
    """The character of a number in a font: "" for one that no other font has, as Wingdings' boxes and arrows."""
    if font.strip().lower() == NAME:
        return _ALL.get(code, "")
    return "" if code in _PRIVATE or not 0x20 <= code < 0xD800 else chr(code)


def moved_back(text: str) -> str:
    """A text that is set in the Symbol font, with what Word moved: "≥" for U+F0B3."""
    return text.translate(_MOVED_BACK)
