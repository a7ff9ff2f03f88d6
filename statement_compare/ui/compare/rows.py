"""Which paragraphs a side has and where each of them stands: heights are estimates until one is first drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, overload

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.model import BlockKind, Statement

Numbers = NDArray[np.int64]
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
        sentences = statement.sentences
        block = _column(map(attrgetter("block"), sentences), len(sentences))
        spans = [each.span for each in sentences]
        self.starts = _column(map(attrgetter("start"), spans), len(spans))
        """Where each sentence begins in the text, in code points."""
        length = _column(map(attrgetter("end"), spans), len(spans)) - self.starts + 1
        self.firsts: Numbers = _firsts(block, length)
        """The first sentence of each row."""
        self.counts: Numbers = np.diff(self.firsts, append=len(sentences))
        self.lengths: Numbers = np.add.reduceat(length, self.firsts) if len(sentences) else length
        self._first_list: list[int] = self.firsts.tolist()
        row_block = block[self.firsts]
        known = np.array([_KINDS[each.kind] for each in statement.source.blocks] or [_PLAIN], dtype=np.int64)
        in_range = (row_block >= 0) & (row_block < len(statement.source.blocks))
        self._kind: Numbers = np.where(in_range, known[np.where(in_range, row_block, 0)], _PLAIN)
        self._continues = np.append(row_block[1:] == row_block[:-1], False)[: len(self)]
        self._ends_group = np.append(self._kind[1:] != self._kind[:-1], True)[: len(self)]

    def __len__(self) -> int:
        return len(self._first_list)

    @overload
    def __getitem__(self, row: int) -> Paragraph: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[Paragraph]: ...

    def __getitem__(self, row: int | slice) -> Paragraph | Sequence[Paragraph]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        first = self._first_list[row]
        last = first + int(self.counts[row]) - 1
        kind, continues, ends_group = tuple(BlockKind)[self._kind[row]], self._continues[row], self._ends_group[row]
        return Paragraph(kind, first, last, int(self.lengths[row]), bool(continues), bool(ends_group))

    def row_of(self, sentence: int) -> int:
        """The index of the paragraph that holds a sentence."""
        return bisect_right(self._first_list, sentence) - 1

    def by_look(self, value: Callable[[Paragraph], float]) -> NDArray[np.float64]:
        """What hangs on a row's kind and on what follows it alone, for each row."""
        looks = self._kind * 4 + self._continues * 2 + self._ends_group
        _, examples, back = np.unique(looks, return_index=True, return_inverse=True)
        values = np.array([value(self[int(row)]) for row in examples], dtype=np.float64)
        result: NDArray[np.float64] = values[back.reshape(-1)] if len(values) else values
        return result


def _column(values: Iterable[int], count: int) -> Numbers:
    return np.fromiter(values, dtype=np.int64, count=count)


def paragraphs(statement: Statement) -> Paragraphs:
    """The rows of a statement, in reading order; every sentence stands in exactly one of them."""
    return Paragraphs(statement)


def _firsts(block: Numbers, length: Numbers) -> Numbers:
    """Where rows begin: with each block, and within a long one after about `LONGEST_PARAGRAPH` code points."""
    if not len(block):
        return block
    begins: Numbers = np.flatnonzero(np.concatenate([[True], block[1:] != block[:-1]]))
    ends = np.append(begins[1:], len(block))
    further = []
    for row in np.flatnonzero(np.add.reduceat(length, begins) > LONGEST_PARAGRAPH):
        held = 0
        for sentence in range(int(begins[row]), int(ends[row])):
            if held and held + length[sentence] > LONGEST_PARAGRAPH:
                further.append(sentence)
                held = 0
            held += int(length[sentence])
    return np.sort(np.concatenate([begins, np.array(further, dtype=np.int64)]))


class Rows:
    """Heights of rows in pixels, their prefix sums (a Fenwick tree), and which of them were measured.

    Asking for a top, finding a row and changing a height take O(log n).
    """

    def __init__(self, heights: Sequence[float] | NDArray[np.float64]) -> None:
        values = np.array(heights, dtype=np.float64)
        size = len(values)
        before = np.concatenate([[0.0], np.cumsum(values)])
        index = np.arange(size + 1)
        self._heights: list[float] = values.tolist()
        self._is_measured = bytearray(size)
        self._tree: list[float] = (before[index] - before[index - (index & -index)]).tolist()
        self._first_step = 1 << size.bit_length() >> 1
        self._total = float(before[-1])

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
