"""Where "next" and "previous" lead: at the last finding once more is asked for before it starts over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statement_compare.session.query import step


@dataclass(frozen=True, slots=True)
class Move:
    """`target` is None where nothing is to be chosen; `words` is a key of `strings` to be shown, or ""."""

    target: int | None
    words: str = ""


class Navigation:
    """Remembers only at which end a person already stood when pressing last."""

    def __init__(self) -> None:
        self._stopped_at: tuple[int | None, bool, bool] | None = None

    def go(
        self,
        order: Sequence[int],
        current: int | None,
        *,
        forward: bool,
        among: frozenset[int] | None = None,
    ) -> Move:
        """One step along `order`, to those in `among` alone where it is given."""
        here = (current, forward, among is not None)
        was_told, self._stopped_at = self._stopped_at == here, None
        found = step(order, current, forward, among)
        if found.total == 0:
            if among is None:
                return Move(None, "status.no_finding")
            return Move(None, "status.contradictions_filtered" if among else "status.no_contradiction")
        if found.target is not None:
            return Move(found.target)
        if was_told:
            return Move(step(order, None, forward, among).target)
        self._stopped_at = here
        return Move(None, "status.last" if forward else "status.first")
