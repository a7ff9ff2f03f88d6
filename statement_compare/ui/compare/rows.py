"""Which paragraphs a side has and where each of them stands: heights are estimates until one is first drawn."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, overload

from statement_compare.engine.model import BlockKind, Statement

_KINDS: Final = {kind: code for code, kind in enumerate(BlockKind)}
_PLAIN: Final = _KINDS[BlockKind.PARAGRAPH]
LONGEST_PARAGRAPH = 6000
"""Code points after which a paragraph goes on in a new row: laying out takes time that grows with its length."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive sentences of one block: ids `first` to `last`, both included; `length` in code points.

    `continues`: the next row goes on with the same block; `ends_group`: no block of the same kind follows.
    """

    kind: BlockKind
    first: int
    last: int
    length: int
    continues: bool = False
    ends_group: bool = True

    @property
    def count(self) -> int:
        return self.last - self.first + 1


class Paragraphs(Sequence[Paragraph]):
    """The rows of a statement, as columns of numbers: a row is made a `Paragraph` when it is asked for.

    A book has tens of thousands of rows, and a window shows a dozen of them.
    """

    def __init__(self, statement: Statement) -> None:
        spans = [sentence.span for sentence in statement.sentences]
        block = [sentence.block for sentence in statement.sentences]
        self.starts = array("q", [span.start for span in spans])
        """Where each sentence begins in the text, in code points."""
        length = [span.end - span.start + 1 for span in spans]
        self.firsts = array("q", _firsts(block, length))
        """The first sentence of each row."""
        ends = [*self.firsts[1:], len(spans)]
        self.counts = array("q", [end - first for first, end in zip(self.firsts, ends, strict=False)])
        self.lengths = array("q", [sum(length[first:end]) for first, end in zip(self.firsts, ends, strict=False)])
        kinds = [_KINDS[each.kind] for each in statement.source.blocks]
        row_block = [block[first] for first in self.firsts]
        kind = [kinds[each] if 0 <= each < len(kinds) else _PLAIN for each in row_block]
        behind = [*zip(row_block[1:], kind[1:], strict=True), (None, None)]
        self.looks = bytes(
            own * 4 + (of == next_of) * 2 + (own != next_own)
            for of, own, (next_of, next_own) in zip(row_block, kind, behind, strict=False)
        )
        """What its height hangs on beside its length: a row's kind, whether its block goes on and its group ends."""

    def __len__(self) -> int:
        return len(self.firsts)

    @overload
    def __getitem__(self, row: int) -> Paragraph: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[Paragraph]: ...

    def __getitem__(self, row: int | slice) -> Paragraph | Sequence[Paragraph]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        first, look = self.firsts[row], self.looks[row]
        last = first + self.counts[row] - 1
        return Paragraph(tuple(BlockKind)[look >> 2], first, last, self.lengths[row], bool(look & 2), bool(look & 1))

    def row_of(self, sentence: int) -> int:
        """The index of the paragraph that holds a sentence."""
        return bisect_right(self.firsts, sentence) - 1

    def by_look(self, value: Callable[[Paragraph], int]) -> dict[int, int]:
        """What hangs on the `looks` of a row alone, for each of them that there is."""
        return {look: value(self[self.looks.index(look)]) for look in set(self.looks)}


def paragraphs(statement: Statement) -> Paragraphs:
    """The rows of a statement, in reading order; every sentence stands in exactly one of them."""
    return Paragraphs(statement)


def _firsts(block: Sequence[int], length: Sequence[int]) -> list[int]:
    """Where rows begin: with each block, and within a long one after about `LONGEST_PARAGRAPH` code points."""
    found: list[int] = []
    held = 0
    former: int | None = None
    for sentence, (present, long) in enumerate(zip(block, length, strict=True)):
        if present != former or held + long > LONGEST_PARAGRAPH:
            found.append(sentence)
            held = 0
        held += long
        former = present
    return found


class Rows:
    """Heights of rows in pixels, their prefix sums (a Fenwick tree), and which of them were measured.

    Asking for a top, finding a row and changing a height take O(log n).
    """

    def __init__(self, heights: Sequence[float]) -> None:
        size = len(heights)
        before = list(accumulate(heights, initial=0.0))
        self._heights = list(heights)
        self._is_measured = bytearray(size)
        self._tree = [before[index] - before[index - (index & -index)] for index in range(size + 1)]
        self._first_step = 1 << size.bit_length() >> 1
        self._total = before[-1]

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> float:
        return self._total

    @property
    def heights(self) -> Sequence[float]:
        return self._heights

    def height(self, row: int) -> float:
        return self._heights[row]

    def is_measured(self, row: int) -> bool:
        return bool(self._is_measured[row])

    def forget(self) -> None:
        """Keep all heights, but as estimates."""
        self._is_measured = bytearray(len(self._heights))

    def measure(self, row: int, height: float) -> float:
        """Set the true height of a row; returns by how much it differs from the former one."""
        difference = height - self._heights[row]
        self._is_measured[row] = 1
        if difference:
            self._heights[row] = height
            self._total += difference
            index = row + 1
            while index < len(self._tree):
                self._tree[index] += difference
                index += index & -index
        return difference

    def top(self, row: int) -> float:
        """Where a row begins; `top(len(rows))` is the end of the last one."""
        result = 0.0
        while row > 0:
            result += self._tree[row]
            row &= row - 1
        return result

    def at(self, y: float) -> int:
        """The row that covers `y`; the first or last row beyond the ends. Raises IndexError when there are no rows."""
        if not self._heights:
            raise IndexError("no rows")
        position = 0
        step = self._first_step
        while step:
            reached = position + step
            if reached < len(self._tree) and self._tree[reached] <= y:
                position = reached
                y -= self._tree[reached]
            step >>= 1
        return min(position, len(self._heights) - 1)
