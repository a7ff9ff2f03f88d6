"""Which characters no font at hand can draw, as typst names them, and how a PDF shows them instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Final, TypeAlias

from statement_compare.engine.text import hidden

IsDrawn: TypeAlias = Callable[[str], object]
"""Whether the fonts that come along have a character."""

# Typst quotes a cluster of characters as Rust does: "text `"\u{f0000}"` could not be displayed with font `"Inter"`".
_NAMED: Final = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPED: Final = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
# A text in a writing that no font has would be named letter by letter.
_MOST_NAMED: Final = 12


def named_in(diagnostic: str) -> tuple[str, ...]:
    """The clusters of characters that a message of typst names, each once, the longest first."""
    clusters = {_ESCAPED.sub(_meant, quoted) for quoted in _NAMED.findall(diagnostic)}
    return tuple(sorted(clusters, key=lambda cluster: (-len(cluster), cluster)))


def _meant(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16)) if escaped[1] else escaped[2]


def tokens(cluster: str, is_drawn: IsDrawn) -> str:
    """A cluster as it is written instead: "‹U+1F98A›"; a letter under a mark that is missing stays.

    What only shapes the character beside it, as a joiner in an emoji does, has nothing left to shape, and goes.
    """
    return "".join(each if is_drawn(each) else hidden.token(each) for each in cluster if not hidden.shows_nothing(each))


def told(clusters: tuple[str, ...], text: str, is_drawn: IsDrawn) -> str:
    """Which characters these are, those first that stand in `text` most often: "U+1F98A fox face, …"."""
    missing = {each for cluster in clusters for each in cluster if not (hidden.shows_nothing(each) or is_drawn(each))}
    found = Counter(each for each in text if each in missing)
    ranked = sorted(found, key=lambda each: (-found[each], each))
    names = [f"U+{ord(each):04X} {hidden.name(each)}" for each in ranked[:_MOST_NAMED]]
    return ", ".join((*names, *([f"… (+{len(ranked) - _MOST_NAMED})"] if len(ranked) > _MOST_NAMED else [])))
