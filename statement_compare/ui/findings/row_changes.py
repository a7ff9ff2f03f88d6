"""Which rows of a list go and which come, where few do: a view then keeps all others as they are; or one its place."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Final, TypeVar

_MOST: Final = 40
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows of the former list that go, and rows of the new one that come, both in rising order."""

    gone: tuple[int, ...]
    come: tuple[int, ...]


def few_changes(before: Sequence[K], after: Sequence[K], moved: Set[K] = frozenset()) -> Changes | None:
    """How one list becomes another; None where that takes many steps, or what is in both stands in another order.

    The rows of `moved` keys go and come again.
    """
    former, present = set(before), set(after)
    if len(former) < len(before) or len(present) < len(after) or len(former ^ present) > _MOST:
        return None
    staying = (former & present) - moved
    gone = tuple(row for row, key in enumerate(before) if key not in staying)
    come = tuple(row for row, key in enumerate(after) if key not in staying)
    if len(gone) + len(come) > _MOST:
        return None
    if [key for key in before if key in staying] != [key for key in after if key in staying]:
        return None
    return Changes(gone, come)


def with_kept(rows: Sequence[int], kept: int, followers: Iterable[int | None]) -> list[int]:
    """Rows in which one keeps the place that it had: before the first of those that followed it and are there still.

    `followers` are in the order in which they followed it; None stands for one that is gone altogether.
    """
    others = [row for row in rows if row != kept]
    present = set(others)
    follower = next((row for row in followers if row in present), None)
    place = len(others) if follower is None else others.index(follower)
    return [*others[:place], kept, *others[place:]]
