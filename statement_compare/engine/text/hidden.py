"""Which characters show nothing or turn the direction of what stands around them, and how a reader sees them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DIRECTION: Final = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Control characters without white space, halves of characters, deprecated formats, notes between lines, tags.
_STEERING: Final = (
    rf"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f{_DIRECTION}"
)
# What is drawn as nothing (Unicode's Default_Ignorable_Code_Point), as far as it is not among the former.
_EMPTY: Final = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u3164\ufe00-\ufe0f\ufeff\uffa0"
    r"\U0001d173-\U0001d17a\U000e0100-\U000e01ef"
)

# Where such a character does what it is made for, it deceives nobody: a hyphen at which a word may be broken, joiners
# in Persian, Indian and emoji, a place to break a line in Thai, the form of an emoji or a Chinese character, flags.
_DRAWN: Final = r"[\u00a9\u00ae\u2010-\u27ff\u2900-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_AT_WORK: Final = (
    r"(?<=[^\W\d_])\u00ad(?=[^\W\d_])"
    r"|(?<=[\u0600-\u08ff\u0900-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc])[\u200c\u200d]"
    rf"|(?:(?<=[\u2190-\u2bff\U0001f000-\U0001faff])|(?<={_DRAWN}\ufe0f))\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])"
    r"|(?<=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b"
    rf"|(?<={_DRAWN})[\ufe0e\ufe0f]"
    r"|(?<=[0-9#*])\ufe0f(?=\u20e3)"
    r"|(?<=[\u1800-\u18af])[\u180b-\u180f]"
    r"|(?<=[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af])[\ufe00-\ufe02\U000e0100-\U000e01ef]"
)
_WORKS: Final = re.compile(_AT_WORK)
_FLAG: Final = re.compile(r"\U0001f3f4[\U000e0020-\U000e007e]{1,12}\U000e007f")
_LONGEST_FLAG: Final = 14
_LONG: Final = 100_000
_SOFT_HYPHEN: Final = 0xAD
_JOINER: Final = 0x34F
_LAST_USUAL: Final = 0x52F
"""Up to this letter, the last one of Cyrillic, nothing but controls and the two above can be hidden."""
_UNSEEN: Final = re.compile(rf"[{_STEERING}{_EMPTY}]")
# With the white space that moves a terminal's cursor: a carriage return alone lets a line be written over.
_NOT_PLAIN: Final = re.compile(rf"[{_STEERING}{_EMPTY}\x0b\x0c\x1c-\x1f\x85\u2028\u2029]|\r(?!\n)")
_RIGHT_TO_LEFT: Final = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_DROPPED: Final = rf"{_DIRECTION}\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe"
UNSEEN_BETWEEN: Final = rf"[{_DROPPED}\u00ad]*"
"""A pattern for what may stand between two letters that are seen side by side."""
_NOT_NEUTRAL: Final = re.compile(rf"[{_DROPPED}]|([\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff])")
_UNNAMED: Final = {"Co": "private use character", "Cn": "unassigned character"}
_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"


def places(text: str) -> Iterator[int]:
    """Where hidden characters stand, but for those that do what they are made for, such as a joiner in an emoji."""
    return (match.start() for match in _UNSEEN.finditer(text) if not _is_at_work(match))


def shows_nothing(character: str) -> bool:
    """Whether a character is of those that show nothing or steer, though it may do what it is made for where it is."""
    return _UNSEEN.match(character) is not None


def shown(text: str) -> str:
    """A text with its hidden characters in sight: U+202E is written as `token` writes it.

    What is left steers no terminal and turns no direction; tabs and line breaks stay.
    """
    return _NOT_PLAIN.sub(lambda match: match[0] if _is_at_work(match) else token(match[0]), text)


def token(character: str) -> str:
    """A hidden character as it is written where it is to be seen: "‹U+202E›"."""
    return f"‹U+{ord(character):04X}›"


def neutral(text: str) -> str:
    """A text in the order in which it is read: without what turns directions or shows nothing.

    Control characters become a replacement sign. Each character is looked at alone, so that a text and the sum of its
    parts come out the same.
    """
    return _NOT_NEUTRAL.sub(lambda match: "\N{REPLACEMENT CHARACTER}" if match[1] else "", text)


def isolated(text: str) -> str:
    """A text that takes no part in the direction of the words around it; as it is where all runs from left to right.

    `text` must have gone through `shown`, so that it cannot end its own isolation.
    """
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}" if _RIGHT_TO_LEFT.search(text) else text


@lru_cache(maxsize=2)  # the two that are open: each is told of in several places
def counted(text: str) -> tuple[tuple[str, int], ...]:
    """The hidden characters of a text and how often each stands there, the most frequent first."""
    if len(text) > _LONG and not _UNSEEN.search(_unusual(text)):
        return ()
    found = Counter(text[place] for place in places(text))
    return tuple(sorted(found.items(), key=lambda entry: (-entry[1], entry[0])))


def _unusual(text: str) -> str:
    """Each character once that is no Latin, Greek or Cyrillic letter or sign of the kind that is never hidden.

    One above U+FFFF is there as its two halves, as UTF-16 has it. Going through a book with a pattern takes ten times
    as long.
    """
    import numpy as np

    is_there = np.zeros(0x10000, dtype=bool)
    for start in range(0, len(text), _LONG):  # a part at a time stays within the processor's cache
        part = text[start : start + _LONG]
        codes: NDArray[np.unsignedinteger[Any]]
        try:
            codes = np.frombuffer(part.encode("latin-1"), dtype=np.uint8)
        except UnicodeEncodeError:
            codes = np.frombuffer(part.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
            is_there[codes[(codes == _JOINER) | (codes > _LAST_USUAL)]] = True
        is_control = (codes < 0x20) | ((codes > 0x7E) & (codes < 0xA0))
        is_there[codes[is_control | (codes == _SOFT_HYPHEN)]] = True
    return "".join(map(chr, np.flatnonzero(is_there)))


def name(character: str) -> str:
    """What Unicode calls a character: "right-to-left override"."""
    if "\ud800" <= character <= "\udfff":
        return "half of a character"
    return unicodedata.name(character, _UNNAMED.get(unicodedata.category(character), "control character")).lower()


def _is_at_work(match: re.Match[str]) -> bool:
    """Whether a character does what it is made for there."""
    text, place = match.string, match.start()
    if _WORKS.match(text, place):
        return True
    if not "\U000e0020" <= match[0] <= "\U000e007f":
        return False
    flag = _FLAG.match(text, max(text.rfind("\U0001f3f4", max(place - _LONGEST_FLAG, 0), place), 0))
    return flag is not None and flag.start() < place < flag.end()
