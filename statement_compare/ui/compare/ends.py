"""Which sentences the links of a comparison join, as columns of numbers: collected once for all that draws them.

Fifty thousand links are gone through here alone; marks, curves, scrolling and overview look up what they need.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from statement_compare.engine.model import Link, Pair, Side
from statement_compare.session.few_changes import Changes
from statement_compare.ui.compare.numbers import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


class Ends:
    """The sentence ids of links, both sides: `links` and `sentences` of a side stand in the order of the links."""

    def __init__(self, pairs: Sequence[Pair] = ()) -> None:
        self._count = len(pairs)
        self._held: dict[Side, _Side] = {}
        if pairs:
            self._held = {side: _Side.of([pair[at] for pair in pairs]) for at, side in enumerate(Side)}

    @classmethod
    def of(cls, links: Sequence[Link]) -> Ends:
        ends = cls()
        ends._count = len(links)
        if links:
            ends._held = {
                Side.LEFT: _Side.of([link.left for link in links]),
                Side.RIGHT: _Side.of([link.right for link in links]),
            }
        return ends

    def after(self, changes: Changes, links: Sequence[Link]) -> Ends:
        """The ends of other links, to which `changes` lead from these: only what is another is collected."""
        if not changes:
            return self
        ends = Ends()
        ends._count = len(links)
        places = np.array(changes.new_places(self._count), dtype=np.int64)
        new = [links[i] for i in changes.come]
        ids = {Side.LEFT: [link.left for link in new], Side.RIGHT: [link.right for link in new]}
        ends._held = {side: self._of[side].after(places, changes.come, ids[side]) for side in Side}
        return ends

    def __len__(self) -> int:
        return self._count

    @property
    def _of(self) -> dict[Side, _Side]:
        if not self._held:
            self._held = {side: _Side.of(()) for side in Side}
        return self._held

    def columns(self, side: Side, shown: Collection[int] | None = None) -> tuple[Numbers, Numbers]:
        """(links, sentences) of a side, one entry for each sentence of each link; `shown` are the links to take.

        It may name links that are none any more, as a filter does until it is put to another comparison.
        """
        held = self._of[side]
        if shown is None:
            return held.links, held.sentences
        is_shown = np.zeros(self._count, dtype=bool)
        named = np.fromiter(shown, dtype=np.int64, count=len(shown))
        is_shown[named[named < self._count]] = True
        taken = is_shown[held.links]
        return held.links[taken], held.sentences[taken]

    def links_of(self, side: Side, sentence: int) -> list[int]:
        """The links that a sentence is in, in their order."""
        return self._of[side].links_of(sentence) if self._count else []

    def firsts(self) -> tuple[Numbers, Numbers]:
        """The first sentence of each side of the links that have sentences on both."""
        left, right = self._of[Side.LEFT], self._of[Side.RIGHT]
        both = (left.lengths > 0) & (right.lengths > 0)
        return left.sentences[left.starts[both]], right.sentences[right.starts[both]]

    def strands(self) -> tuple[Numbers, Numbers, Numbers]:
        """(link, left sentence, right sentence): one strand for each link, several where a side holds several.

        The shorter side's last sentence meets the rest of the longer one.
        """
        left, right = self._of[Side.LEFT], self._of[Side.RIGHT]
        steps = np.where((left.lengths > 0) & (right.lengths > 0), np.maximum(left.lengths, right.lengths), 0)
        link = np.repeat(np.arange(self._count), steps)
        step = np.arange(len(link)) - np.repeat(np.cumsum(steps) - steps, steps)
        if not len(link):
            return link, link, link
        return link, left.at(link, step), right.at(link, step)


def patched(values: Numbers, places: Numbers, come: Sequence[int], new: Numbers) -> Numbers:
    """A value for each link, where `places` says where the links are now (-1: gone) and `new` are those that `come`."""
    stays = places >= 0
    result: Numbers = np.empty(int(stays.sum()) + len(come), dtype=np.int64)
    result[places[stays]] = values[stays]
    result[list(come)] = new
    return result


class _Side:
    """`lengths` holds how many sentences each link has, `sentences` those of one link after the other."""

    def __init__(self, lengths: Numbers, sentences: Numbers) -> None:
        self.lengths = lengths
        self.sentences = sentences
        self.starts: Numbers = np.cumsum(lengths) - lengths
        self.links: Numbers = np.repeat(np.arange(len(lengths)), lengths)

    @classmethod
    def of(cls, ids: Sequence[tuple[int, ...]]) -> _Side:
        lengths: Numbers = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
        sentences: Numbers = np.fromiter(chain.from_iterable(ids), dtype=np.int64, count=int(lengths.sum()))
        return cls(lengths, sentences)

    def after(self, places: Numbers, come: Sequence[int], ids: Sequence[tuple[int, ...]]) -> _Side:
        """`places` are where the links are now, -1 for those that are gone; `ids` are of those that `come`."""
        new, stays = _Side.of(ids), places >= 0
        lengths = patched(self.lengths, places, come, new.lengths)
        is_new = np.zeros(len(lengths), dtype=bool)
        is_new[list(come)] = True
        sentences: Numbers = np.empty(int(lengths.sum()), dtype=np.int64)
        is_of_new = np.repeat(is_new, lengths)
        sentences[is_of_new] = new.sentences
        sentences[~is_of_new] = self.sentences[stays[self.links]]
        return _Side(lengths, sentences)

    @cached_property
    def _by_sentence(self) -> tuple[Numbers, Numbers]:
        order = np.argsort(self.sentences, kind="stable")
        return self.sentences[order], self.links[order]

    def at(self, links: Numbers, steps: Numbers) -> Numbers:
        """The sentence of each link at a step, or its last one."""
        found: Numbers = self.sentences[self.starts[links] + np.minimum(steps, self.lengths[links] - 1)]
        return found

    def links_of(self, sentence: int) -> list[int]:
        sentences, links = self._by_sentence
        first, last = np.searchsorted(sentences, (sentence, sentence + 1))
        found: list[int] = links[first:last].tolist()
        return found
