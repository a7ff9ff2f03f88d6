"""Which paragraphs a side has and where each of them stands: heights are estimates until one is first drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from statement_compare.engine.model import BlockKind, Sentence, Statement

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
    result: list[Paragraph] = []
    group: list[Sentence] = []
    length = 0

    def close(*, continues: bool) -> None:
        nonlocal length
        blocks = statement.source.blocks
        block = group[0].block
        kind = blocks[block].kind if 0 <= block < len(blocks) else BlockKind.PARAGRAPH
        result.append(Paragraph(kind, group[0].id, group[-1].id, length, continues))
        group.clear()
        length = 0

    for sentence in statement.sentences:
        if group and group[-1].block != sentence.block:
            close(continues=False)
        elif group and length + len(sentence.text) > LONGEST_PARAGRAPH:
            close(continues=True)
        group.append(sentence)
        length += len(sentence.text) + 1
    if group:
        close(continues=False)
    return tuple(
        replace(paragraph, ends_group=False)
        if following is not None and following.kind == paragraph.kind
        else paragraph
        for paragraph, following in zip_longest(result, result[1:])
    )


def row_of(rows: Sequence[Paragraph], sentence: int) -> int:
    """The index of the paragraph that holds a sentence."""
    return bisect_right(rows, sentence, key=lambda paragraph: paragraph.first) - 1


class Rows:
    """Heights of rows in pixels, their prefix sums (a Fenwick tree), and which of them were measured.

    Asking for a top, finding a row and changing a height take O(log n).
    """

    def __init__(self, heights: Iterable[float]) -> None:
        self._heights = [float(height) for height in heights]
        self._is_measured = bytearray(len(self._heights))
        size = len(self._heights)
        tree = [0.0, *self._heights]
        for index in range(1, size + 1):
            parent = index + (index & -index)
            if parent <= size:
                tree[parent] += tree[index]
        self._tree = tree
        self._first_step = 1 << size.bit_length() >> 1
        self._total = sum(self._heights)

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

    def forget(self, row: int) -> None:
        """Keep the height of a row, but as an estimate."""
        self._is_measured[row] = 0

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
