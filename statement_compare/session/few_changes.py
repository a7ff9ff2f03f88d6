"""How one sequence becomes another that has nearly all values in common with it, in time that hangs on the others."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

_MOST: Final = 40
_FIRST_STRETCH: Final = 64
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """Places of the former sequence that go, and places of the new one that come, both in rising order.

    All others are the same values in the same order.
    """

    gone: tuple[int, ...] = ()
    come: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gone or self.come)

    def new_places(self, count: int) -> list[int]:
        """For each of `count` places of the former sequence the one in the new sequence; -1 where it goes."""
        result: list[int] = []
        new, coming = 0, iter((*self.come, -1))
        next_come = next(coming)
        for end in (*self.gone, count):
            while len(result) < end:
                while new == next_come:
                    new, next_come = new + 1, next(coming)
                length = end - len(result)
                if next_come >= 0:
                    length = min(length, next_come - new)
                result.extend(range(new, new + length))
                new += length
            if end < count:
                result.append(-1)
        return result


NONE: Final = Changes()


def few_changes(
    before: Sequence[T], after: Sequence[T], is_same: Callable[[T, T], bool] = operator.is_
) -> Changes | None:
    """How one sequence becomes the other, told by `is_same`; None where more than 40 values go and come.

    What stands in both in the same order stays, where no value stands in one of them twice; what stands elsewhere goes
    and comes again.
    """
    gone: list[int] = []
    come: list[int] = []
    i = j = 0
    while True:
        length = _same_length(before, i, after, j, is_same)
        i, j = i + length, j + length
        if i == len(before) or j == len(after):
            if len(gone) + len(come) + len(before) - i + len(after) - j > _MOST:
                return None
            return Changes((*gone, *range(i, len(before))), (*come, *range(j, len(after))))
        steps = _steps_to_the_same(before, i, after, j, _MOST - len(gone) - len(come), is_same)
        if steps is None:
            return None
        gone.extend(range(i, i + steps[0]))
        come.extend(range(j, j + steps[1]))
        i, j = i + steps[0], j + steps[1]


def _same_length(before: Sequence[T], i: int, after: Sequence[T], j: int, is_same: Callable[[T, T], bool]) -> int:
    """How many values from `before[i]` and `after[j]` on are the same."""
    length, stretch = 0, _FIRST_STRETCH
    while True:
        one, other = before[i + length : i + length + stretch], after[j + length : j + length + stretch]
        found = bytes(map(is_same, one, other)).find(0)
        if found >= 0:
            return length + found
        length += min(len(one), len(other))
        if len(one) < stretch or len(other) < stretch:
            return length
        stretch *= 4


def _steps_to_the_same(
    before: Sequence[T], i: int, after: Sequence[T], j: int, most: int, is_same: Callable[[T, T], bool]
) -> tuple[int, int] | None:
    """After how few further values of both the same one comes; the rest of both where that is fewer."""
    left, right = len(before) - i, len(after) - j
    for steps in range(1, most + 1):
        for gone in range(max(steps - right, 0), min(steps, left) + 1):
            is_end = gone == left or steps - gone == right
            if not is_end and is_same(before[i + gone], after[j + steps - gone]):
                return gone, steps - gone
    return (left, right) if left + right <= most else None
