"""Finding listed phrases among tokens, longest first, so that "not all" is never read as "all"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from statement_compare.engine.text.tokens import Token

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Found(Generic[Kind]):
    """A listed phrase at tokens `start` to `end` (half-open)."""

    start: int
    end: int
    kind: Kind

    @property
    def tokens(self) -> tuple[int, ...]:
        return tuple(range(self.start, self.end))


def phrase_list(text: str) -> tuple[str, ...]:
    """Phrases written one after another with " / " between them."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("/"))


class PhraseTable(Generic[Kind]):
    """Phrases by kind; a "*" in a phrase stands for one arbitrary word, a trailing "~" for any ending."""

    def __init__(self, table: Mapping[Kind, Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
        self._open: list[tuple[tuple[str, ...], Kind]] = []
        for kind, phrases in table.items():
            for phrase in phrases:
                words = tuple(phrase.split())
                if words[0].endswith("~") or words[0] == "*":
                    self._open.append((words, kind))
                else:
                    self._by_first.setdefault(words[0], []).append((words, kind))
        for entries in self._by_first.values():
            entries.sort(key=_longest_and_plainest_first)
        self._open.sort(key=_longest_and_plainest_first)

    def find(self, tokens: Sequence[Token]) -> tuple[Found[Kind], ...]:
        """All phrases in the text; none overlaps another, and at each place the longest wins."""
        lowers = [token.lower for token in tokens]
        found, i = [], 0
        while i < len(lowers):
            best: tuple[tuple[str, ...], Kind] | None = None
            for words, kind in [*self._by_first.get(lowers[i], ()), *self._open]:
                if (best is None or len(words) > len(best[0])) and _fits(words, lowers, i):
                    best = words, kind
            if best is None:
                i += 1
                continue
            found.append(Found(i, i + len(best[0]), best[1]))
            i += len(best[0])
        return tuple(found)


def _longest_and_plainest_first(entry: tuple[tuple[str, ...], Kind]) -> tuple[int, int]:
    """`for any reason` is found before `for any *`, which is as long."""
    return -len(entry[0]), entry[0].count("*")


def _fits(words: tuple[str, ...], lowers: list[str], i: int) -> bool:
    if i + len(words) > len(lowers):
        return False
    return all(
        word == "*" or lower == word or (word.endswith("~") and lower.startswith(word[:-1]))
        for word, lower in zip(words, lowers[i : i + len(words)], strict=True)
    )


def places(lowers: list[str], phrase: str) -> Iterator[int]:
    """Where a phrase of plain words stands among words in small letters; places may overlap."""
    words = phrase.split()
    at = -1
    for _ in range(lowers.count(words[0])):
        at = lowers.index(words[0], at + 1)
        if lowers[at : at + len(words)] == words:
            yield at
