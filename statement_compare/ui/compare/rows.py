"""Which paragraphs a side has and where each of them stands: heights are estimates until one is first drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.model import Block, BlockKind, Statement

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


def paragraphs(statement: Statement) -> tuple[Paragraph, ...]:
    """The rows of a statement, in reading order; every sentence stands in exactly one of them."""
    blocks = statement.source.blocks
    firsts: list[int] = []
    lengths: list[int] = []
    block = -1
    for sentence in statement.sentences:
        length = len(sentence.text) + 1
        if not firsts or sentence.block != block or lengths[-1] + length > LONGEST_PARAGRAPH:
            firsts.append(sentence.id)
            lengths.append(length)
            block = sentence.block
        else:
            lengths[-1] += length
    rows = []
    for row, (first, length) in enumerate(zip(firsts, lengths, strict=True)):
        is_last = row + 1 == len(firsts)
        following = len(statement.sentences) if is_last else firsts[row + 1]
        block = statement.sentences[first].block
        next_block = -1 if is_last else statement.sentences[following].block
        kind = _kind(blocks, block)
        ends_group = is_last or _kind(blocks, next_block) != kind
        rows.append(Paragraph(kind, first, following - 1, length, block == next_block, ends_group))
    return tuple(rows)


def _kind(blocks: Sequence[Block], block: int) -> BlockKind:
    return blocks[block].kind if 0 <= block < len(blocks) else BlockKind.PARAGRAPH


def row_of(rows: Sequence[Paragraph], sentence: int) -> int:
    """The index of the paragraph that holds a sentence."""
    return bisect_right(rows, sentence, key=lambda paragraph: paragraph.first) - 1


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

    def forget(self, *, but: Collection[int] = ()) -> None:
        """Keep all heights, but as estimates, save those of some rows."""
        self._is_measured = bytearray(len(self._heights))
        for row in but:
            self._is_measured[row] = 1

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
