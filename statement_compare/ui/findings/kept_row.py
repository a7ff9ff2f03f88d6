"""Where a row that keeps its place stands among others that come, go and change places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def with_kept(rows: Sequence[int], kept: int, followers: Iterable[int | None]) -> list[int]:
    """Rows in which one keeps the place that it had: before the first of those that followed it and are there still.

    `followers` are in the order in which they followed it; None stands for one that is gone altogether.
    """
    others = list(rows)
    if kept in others:
        others.remove(kept)
    present = set(others)
    follower = next((row for row in followers if row in present), None)
    others.insert(len(others) if follower is None else others.index(follower), kept)
    return others
