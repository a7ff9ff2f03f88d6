"""Counts of comparisons that follow one another: of each only what is another than before is counted."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Iterable

from statement_compare.engine.model import Comparison, Link, ReasonKind, Role, Side, Statement, Verdict
from statement_compare.session.few_changes import few_changes
from statement_compare.session.query import Counts, statement_of


class Counting:
    """Holds the comparison that was counted last, and is asked for the counts of the next one."""

    def __init__(self) -> None:
        self._comparison: Comparison | None = None
        self._verdicts: Counter[Verdict] = Counter()
        self._kinds: Counter[ReasonKind] = Counter()
        self._unanswered = dict.fromkeys(Side, 0)

    def counts(self, comparison: Comparison) -> Counts:
        """As `query.counts` of all links."""
        self._take(comparison)
        named = {verdict.value: self._verdicts[verdict] for verdict in Verdict}
        return Counts(**named, only_left=self._unanswered[Side.LEFT], only_right=self._unanswered[Side.RIGHT])

    def kinds(self, comparison: Comparison) -> tuple[ReasonKind, ...]:
        """As `query.kinds_in`."""
        self._take(comparison)
        return tuple(kind for kind in ReasonKind if self._kinds[kind] > 0)

    def _take(self, comparison: Comparison) -> None:
        former, self._comparison = self._comparison, comparison
        if former is comparison:
            return
        changes = None if former is None else few_changes(former.links, comparison.links)
        if former is None or changes is None:
            self._verdicts, self._kinds = Counter(), Counter()
            self._count(comparison.links, 1)
        else:
            self._count([former.links[i] for i in changes.gone], -1)
            self._count([comparison.links[i] for i in changes.come], 1)
        for side in Side:
            self._count_unanswered(former, comparison, side)

    def _count(self, links: Iterable[Link], by: int) -> None:
        for link in links:
            self._verdicts[link.verdict] += by
            for reason in link.reasons:
                self._kinds[reason.kind] += by

    def _count_unanswered(self, former: Comparison | None, comparison: Comparison, side: Side) -> None:
        statement, alone = statement_of(comparison, side), _alone(comparison, side)
        before: tuple[int, ...] = ()
        changes = None
        if former is not None and statement_of(former, side) is statement:
            before = _alone(former, side)
            changes = few_changes(before, alone, operator.eq)
        if changes is None:
            self._unanswered[side] = _claims(statement, alone)
            return
        self._unanswered[side] -= _claims(statement, [before[i] for i in changes.gone])
        self._unanswered[side] += _claims(statement, [alone[i] for i in changes.come])


def _alone(comparison: Comparison, side: Side) -> tuple[int, ...]:
    return comparison.only_left if side is Side.LEFT else comparison.only_right


def _claims(statement: Statement, sentences: Iterable[int]) -> int:
    return sum([statement.sentences[i].role is Role.CLAIM for i in sentences])
