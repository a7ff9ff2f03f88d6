"""Which letters must stand in a text before a pattern can match it, so that most patterns need not be tried at all.

A sentence is held against dozens of patterns and matches one of them at the most. To look for a few fixed letters takes
a hundredth of the time of a search, and what a pattern needs can be read off the pattern itself.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import cache, partial
from typing import Any, Final

# Longer triggers are hardly any rarer.
_LONG_ENOUGH: Final = 5


def triggers(pattern: str) -> tuple[str, ...]:
    """Strings of which every match of `pattern` (case-sensitive) holds at least one; () where nothing is known."""
    try:
        parser = importlib.import_module("re._parser")
        return _of_sequence(parser.parse(pattern))
    except (ImportError, AttributeError, TypeError):  # another Python keeps its parser elsewhere, or builds other trees
        return ()


class Phrases:
    """Patterns that are searched for together; each is tried only in a text that has one of its triggers.

    Most patterns are never tried, so one is compiled when it is.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._each = tuple((triggers(pattern), cache(partial(re.compile, pattern))) for pattern in patterns)

    def are_in(self, text: str) -> bool:
        return self.first(text) is not None

    def first(self, text: str) -> int | None:
        """Where the first match of any of them begins; None where there is none."""
        starts = []
        for needed, pattern in self._each:
            for word in needed:  # a plain loop: this runs some hundred times a sentence
                if word in text:
                    break
            else:
                if needed:
                    continue
            found = pattern().search(text)
            if found is not None:
                starts.append(found.start())
        return min(starts, default=None)


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> tuple[str, ...]:
    """The best of what the parts of a sequence need, each of which stands in every match."""
    best: tuple[str, ...] = ()
    letters = ""
    for operation, argument in (*parts, (None, None)):
        if str(operation) == "LITERAL":
            letters += chr(argument)
            continue
        best = _better(best, (letters,) if letters else ())
        letters = ""
        best = _better(best, _of_part(str(operation), argument))
    return best


def _of_part(operation: str, argument: Any) -> tuple[str, ...]:
    match operation:
        case "SUBPATTERN" if not argument[1]:  # no flag such as (?i: is set for it
            return _of_sequence(argument[3])
        case "BRANCH":
            return _of_any(argument[1])
        case "MAX_REPEAT" | "MIN_REPEAT" if argument[0] > 0:
            return _of_sequence(argument[2])
    return ()


def _of_any(alternatives: Sequence[Iterable[tuple[Any, Any]]]) -> tuple[str, ...]:
    needed = [_of_sequence(each) for each in alternatives]
    return tuple(dict.fromkeys(word for words in needed for word in words)) if all(needed) else ()


def _better(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Whichever stands in fewer texts: the longer its shortest word and, among equals, the fewer words it has."""

    def rarity(words: tuple[str, ...]) -> tuple[int, int]:
        return min((min(len(word), _LONG_ENOUGH) for word in words), default=0), -len(words)

    return max(first, second, key=rarity)
