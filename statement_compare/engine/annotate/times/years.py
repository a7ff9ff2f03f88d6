"""Whether two texts tell of different years, where one of them may tell its own from the present ("this year")."""

from __future__ import annotations

from collections.abc import Sequence

from statement_compare.engine.annotate.times.model import Bearing, Moment

_OPEN_TO_NOW = frozenset({Bearing.SINCE, Bearing.AFTER})


def years_apart(left: Sequence[Moment], right: Sequence[Moment]) -> tuple[Moment, Moment] | None:
    """A time of each side, where both name years and have none in common; None where they may have one.

    Where it is not known when a text was made, its "this year" is taken for none that is told by its number: who speaks
    of the present year does not number it. What is told "since 2019" is told of this year too.
    """
    mine, yours = _numbered(left), _numbered(right)
    if mine and yours:
        is_shared = any(_overlap(a, b) for a in mine for b in yours)
        return None if is_shared else (mine[0], yours[0])
    now, then = (_present(left), yours) if yours else (_present(right), mine)
    named = right if yours else left
    if now is None or not then or any(each.is_relative or each.bearing in _OPEN_TO_NOW for each in named):
        return None
    return (now, then[0]) if yours else (then[0], now)


def _numbered(moments: Sequence[Moment]) -> list[Moment]:
    """Times whose years are named, or told from the text's own year where that is known."""
    return [each for each in moments if each.years and not each.is_relative]


def _present(moments: Sequence[Moment]) -> Moment | None:
    return next((each for each in moments if each.is_relative and each.years == (0, 0)), None)


def _overlap(a: Moment, b: Moment) -> bool:
    return a.years is not None and b.years is not None and a.years[0] <= b.years[1] and b.years[0] <= a.years[1]
