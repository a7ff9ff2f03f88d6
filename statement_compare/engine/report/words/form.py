"""What a table of words for reports holds, whatever the language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from statement_compare.engine.model import ReasonKind


@dataclass(frozen=True, slots=True)
class KindWords:
    """How one kind of reason is said: in reports, in the window, and where its rule has no template of its own.

    `both` has words on both sides, `one` on one of them; `none`, where it is not "... differs", is without any.
    """

    word: str
    title: str
    both: str
    one: str
    none: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    `rules` maps the rule key of a `Reason` to a template, in which `{left}` and `{right}` are the words of each side,
    `{which}` is the side that has words where the other has none, and every parameter of the reason fills a place of
    its own name. What a rule of a model says before its colon has to stand alone where it points at no words.
    `phrases` are all other words by key; a tuple holds plural forms, which `plural` chooses by a number.
    """

    language: str
    rules: Mapping[str, str]
    kinds: Mapping[ReasonKind, KindWords]
    phrases: Mapping[str, str | tuple[str, ...]]
    months: tuple[str, ...]
    plural: Callable[[int], int]

    def say(self, key: str, /, **places: object) -> str:
        """The words of `key` with its places filled; where there are plural forms, the one for the number `n`."""
        words = self.phrases[key]
        if isinstance(words, tuple):
            number = places.get("n")
            words = words[min(self.plural(number), len(words) - 1) if isinstance(number, int) else -1]
        return words.format(**places)
