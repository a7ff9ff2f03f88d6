"""Counts of comparisons that follow one another: of each only what is another than before is counted."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Iterable

from statement_compare.engine.model import Comparison, Link, Pair, ReasonKind, Role, Side, Statement, Verdict, pair_of
from statement_compare.session.few_changes import NONE, few_changes
from statement_compare.session.query import Counts, indexes_of, statement_of
from statement_compare.session.review import Review


class Counting:
    """Holds what was counted last, and is asked for the counts of what comes next: a comparison, and a review of it."""

    def __init__(self) -> None:
        self._comparison: Comparison | None = None
        self._out: frozenset[Pair] = frozenset()
        self._standing: Counter[Verdict] = Counter()
        self._dismissed: Counter[Verdict] = Counter()
        self._kinds: Counter[ReasonKind] = Counter()
        self._unanswered = dict.fromkeys(Side, 0)

    def counts(self, comparison: Comparison, review: Review | None = None) -> Counts:
        """As `query.counts` of all links."""
        self._take(comparison, review)
        named = {verdict.value: self._standing[verdict] for verdict in Verdict}
        dismissed = {verdict: self._dismissed[verdict] for verdict in Verdict}
        left, right = (self._unanswered[side] for side in Side)
        return Counts(**named, only_left=left, only_right=right, dismissed_by_verdict=dismissed)

    def kinds(self, comparison: Comparison, review: Review | None = None) -> tuple[ReasonKind, ...]:
        """As `query.kinds_in`."""
        self._take(comparison, review)
        return tuple(kind for kind in ReasonKind if self._kinds[kind] > 0)

    def _take(self, comparison: Comparison, review: Review | None) -> None:
        former, self._comparison = self._comparison, comparison
        was_out, self._out = self._out, frozenset() if review is None else review.dismissed
        is_same = former is comparison
        changes = NONE if is_same else None if former is None else few_changes(former.links, comparison.links)
        if former is None or changes is None:
            self._standing, self._dismissed, self._kinds = Counter(), Counter(), Counter()
            self._count(comparison.links, self._out, 1)
        else:
            self._count([former.links[i] for i in changes.gone], was_out, -1)
            self._count([comparison.links[i] for i in changes.come], self._out, 1)
            others = indexes_of(was_out ^ self._out, comparison, review).difference(changes.come)
            self._put_in_or_out([comparison.links[i] for i in others])
        for side in () if is_same else Side:
            self._count_unanswered(former, comparison, side)

    def _count(self, links: Iterable[Link], out: frozenset[Pair], by: int) -> None:
        for link in links:
            verdicts = self._dismissed if pair_of(link) in out else self._standing
            verdicts[link.verdict] += by
            for reason in link.reasons:
                self._kinds[reason.kind] += by

    def _put_in_or_out(self, links: Iterable[Link]) -> None:
        """Count links among the dismissed ones that were not, or the other way round."""
        for link in links:
            by = 1 if pair_of(link) in self._out else -1
            self._dismissed[link.verdict] += by
            self._standing[link.verdict] -= by

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
