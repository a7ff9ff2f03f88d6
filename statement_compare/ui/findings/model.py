"""Findings as rows of a list, in the order of their severity, told row by row what an edit has changed."""

from __future__ import annotations

import operator
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import islice

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from statement_compare.engine.model import Comparison, Link, ReasonKind, Side
from statement_compare.session.counting import Counting
from statement_compare.session.few_changes import NONE, Changes, few_changes
from statement_compare.session.query import (
    EVERYTHING,
    Counts,
    Filter,
    counts_of,
    in_order,
    in_order_after,
    indexes_of,
)
from statement_compare.session.review import Pair, Review, changed_decisions, pair_of
from statement_compare.ui.decision_words import NOTHING_DECIDED, Decided, decided_of
from statement_compare.ui.findings.card import Roles, card_of, heard
from statement_compare.ui.findings.kept_row import with_kept
from statement_compare.ui.findings.row_at import Index, row_at

_TOP = QModelIndex()
_FEW = 40  # findings that are put in other places one by one


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A sentence of one side that the other never takes up."""

    side: Side
    sentence: int


# What the rows are of: comparison, review, what is shown, the order of all, and those that are counted.
_Held = tuple[Comparison | None, Review | None, Filter, tuple[int, ...], tuple[int, ...]]


class FindingsModel(QAbstractListModel):
    """One row a link that a filter lets through, contradictions first. `Roles.KEY` is its index in the comparison.

    What an edit changes is told row by row, so that a view keeps the others as they are. The finding that is to `keep`
    its place keeps it, whatever is decided of it: a person who dismisses the seventh of forty is still at the seventh.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._review: Review | None = None
        self._shown = EVERYTHING
        self._order: tuple[int, ...] = ()
        self._counted: tuple[int, ...] = ()
        self._counting = Counting()
        self._rows: list[int] = []
        self._kept: Pair | None = None
        self._out_of_place: Pair | None = None  # the finding that would stand elsewhere, or not at all

    @property
    def review(self) -> Review | None:
        return self._review

    @property
    def comparison(self) -> Comparison | None:
        return self._comparison

    @property
    def shown(self) -> Filter:
        return self._shown

    @property
    def order(self) -> tuple[int, ...]:
        """Indexes of all links in the order in which the rows are."""
        return self._order

    @property
    def rows(self) -> tuple[int, ...]:
        """Indexes of the links in the list, in their order: those that the filter lets through, and the kept one."""
        return tuple(self._rows)

    def counts(self) -> Counts | None:
        """How many links of each verdict there are, of those that the filter lets through in all but their verdict."""
        comparison = self._comparison
        if comparison is None:
            return None
        if self._counted is self._order:  # the filter lets all of them through
            return self._counting.counts(comparison, self._review)
        return counts_of(comparison, (comparison.links[i] for i in self._counted), self._review)

    def kinds(self) -> tuple[ReasonKind, ...]:
        """The kinds of reasons that occur, whatever the filter lets through."""
        return () if self._comparison is None else self._counting.kinds(self._comparison, self._review)

    def set_comparison(self, comparison: Comparison | None, review: Review | None = None) -> None:
        former = self._comparison
        if comparison is None:
            self._put(None, review, self._shown, (), None)
            return
        changes = None if former is None else few_changes(former.links, comparison.links)
        self._put_after(changes, comparison, review)

    def keep(self, link: int | None) -> bool:
        """Which finding keeps its place from now on; whether that takes one that kept it so far elsewhere."""
        comparison, before = self._comparison, self._rows
        kept = None if link is None or comparison is None else pair_of(comparison.links[link])
        if kept == self._kept:
            return False
        self._kept = None
        if self._out_of_place is not None:
            self._put(comparison, self._review, self._shown, self._order, NONE)
        self._kept = kept
        return before != self._rows

    def set_filter(self, shown: Filter) -> None:
        if shown != self._shown:
            self._kept = None
            self._put(self._comparison, self._review, shown, self._order, NONE)

    def set_decisions(self, review: Review) -> bool:
        """Other decisions on the same links; whether other rows are there then, or in another order."""
        former, comparison = self._review, self._comparison
        if comparison is None or former is None:
            return False
        before, changed = self._rows, changed_decisions(former, review)
        if self._shown.asks_for_decisions or former.dismissed != review.dismissed:
            self._put_after(NONE, comparison, review)
        self._review = review
        changed_keys = {key for pair in changed if (key := review.index_of(pair)) is not None}
        for row, key in enumerate(self._rows) if changed_keys else ():
            if key in changed_keys:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        return before != self._rows

    def decided_at(self, row: int) -> Decided:
        """What a person said of the finding in a row."""
        link = self.link_at(row)
        return NOTHING_DECIDED if link is None else decided_of(self._review, link)

    def row_of(self, link: int) -> int | None:
        """The row of a link; None where the filter does not let it through."""
        try:
            return self._rows.index(link)
        except ValueError:
            return None

    def link_at(self, row: int) -> Link | None:
        return None if self._comparison is None else self._comparison.links[self._rows[row]]

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = row_at(self._comparison, self._rows, index)
        if found is None:
            return None
        comparison, key = found
        link = comparison.links[key]
        match role:
            case Roles.KEY:
                return key
            case Roles.CARD:
                return card_of(comparison, link, self.decided_at(index.row()))
            case Qt.ItemDataRole.DisplayRole:
                card = card_of(comparison, link)
                return f"{card.sign} {card.title}, {card.place}: {card.detail}"
            case Qt.ItemDataRole.AccessibleTextRole:
                heard_decision = self.decided_at(index.row()).heard
                return heard(comparison, link, index.row() + 1, len(self._rows), heard_decision)
            case Qt.ItemDataRole.ToolTipRole:
                return card_of(comparison, link).detail
            case _:
                return None

    def _put_after(self, changes: Changes | None, comparison: Comparison, review: Review | None) -> None:
        """Rows of a comparison to which `changes` of links lead; None where they are many."""
        former, standing = self._comparison, _with_other_standing(comparison, self._review, review)
        if former is None or changes is None or len(standing) > _FEW:
            self._put(comparison, review, self._shown, in_order(comparison, review=review), None)
            return
        order = in_order_after(former, self._order, comparison, changes, standing, review)
        self._put(comparison, review, self._shown, order, changes, standing)

    def _put(
        self,
        comparison: Comparison | None,
        review: Review | None,
        shown: Filter,
        order: tuple[int, ...],
        links: Changes | None,
        standing: Collection[int] = (),
    ) -> None:
        """Other rows: one by one where few of them are others, else all at once.

        `links` are the changes of the comparison's links, None where they are many; `standing` are those that stand
        elsewhere though they are the same.
        """
        former, before = self._comparison, self._rows
        any_verdict = replace(shown, verdicts=frozenset())
        known = None
        if links is not None and any_verdict == replace(self._shown, verdicts=frozenset()):
            known = self._still_admitted(any_verdict, comparison, links)
        counted = _admitted(comparison, order, any_verdict, review) if known is None else _among(order, known)
        after = list(counted)
        if comparison is not None and shown.verdicts:
            after = [i for i in counted if comparison.links[i].verdict in shown.verdicts]
        after, out_of_place = self._with_kept(after, comparison, review)
        changes = None
        if former is not None and comparison is not None and links is not None:
            if self._out_of_place is not None:  # it may go where it belongs
                standing = indexes_of({self._out_of_place}, comparison, review).union(standing)
            changes = few_changes(_moved(before, links, standing, len(former.links)), after, operator.eq)
        self._out_of_place = out_of_place
        held = (comparison, review, shown, order, counted)
        if changes is None:
            self.beginResetModel()
            self._comparison, self._review, self._shown, self._order, self._counted = held
            self._rows = after
            self.endResetModel()
            return
        if former is not None and comparison is not None and len(changes.gone) == len(changes.come) == 1:
            row, place = changes.gone[0], changes.come[0]
            if pair_of(former.links[before[row]]) == pair_of(comparison.links[after[place]]):
                self._move(row, place, held, after)
                return
        self._rows = list(before)
        for row in reversed(changes.gone):
            self.beginRemoveRows(_TOP, row, row)
            del self._rows[row]
            self.endRemoveRows()
        self._comparison, self._review, self._shown, self._order, self._counted = held
        come = set(changes.come)
        self._rows = [key for row, key in enumerate(after) if row not in come]
        for row in changes.come:
            self.beginInsertRows(_TOP, row, row)
            self._rows.insert(row, after[row])
            self.endInsertRows()

    def _still_admitted(self, shown: Filter, comparison: Comparison | None, links: Changes) -> set[int] | None:
        """The links that the filter lets through, where only those that have come need to be looked at; else None."""
        former = self._comparison
        if former is None or comparison is None or shown == EVERYTHING or shown.asks_for_decisions:
            return None
        if former.left is not comparison.left or former.right is not comparison.right:
            return None  # other words may be in the sentences
        places = links.new_places(len(former.links))
        come = (i for i in links.come if shown.admits(comparison, comparison.links[i]))
        return {places[i] for i in self._counted}.difference((-1,)).union(come)

    def _with_kept(
        self, rows: list[int], comparison: Comparison | None, review: Review | None
    ) -> tuple[list[int], Pair | None]:
        """The rows with the kept finding where it was, and its pair if it would not be there by itself."""
        before, former = self._comparison, self._review
        if self._kept is None or before is None or former is None or comparison is None or review is None:
            return rows, None
        was, kept = former.index_of(self._kept), review.index_of(self._kept)
        row = None if was is None else self.row_of(was)
        if review.proposed is not former.proposed or kept is None or row is None:
            return rows, None
        following = islice(self._rows, row + 1, None)
        placed = with_kept(rows, kept, (review.index_of(pair_of(before.links[i])) for i in following))
        return placed, None if placed == rows else self._kept

    def _move(self, row: int, place: int, held: _Held, after: list[int]) -> None:
        """One finding is another now, and may stand elsewhere. Who is on it stays on it: were it taken out and put in
        again, the list would go by way of its neighbour, and a screen reader would read that one out.
        """
        is_elsewhere = place != row
        if is_elsewhere:
            # Qt counts where it goes before it has left its place.
            self.beginMoveRows(_TOP, row, row, _TOP, place + 1 if place > row else place)
        self._comparison, self._review, self._shown, self._order, self._counted = held
        self._rows = after
        if is_elsewhere:
            self.endMoveRows()
        self.dataChanged.emit(self.index(place, 0), self.index(place, 0))


def _admitted(
    comparison: Comparison | None, order: tuple[int, ...], shown: Filter, review: Review | None
) -> tuple[int, ...]:
    if comparison is None or shown == EVERYTHING:
        return order
    links = [comparison.links[i] for i in order]
    return tuple(order[place] for place in shown.admitted(comparison, links, review))


def _among(order: tuple[int, ...], some: Collection[int]) -> tuple[int, ...]:
    return tuple([i for i in order if i in some])


def _with_other_standing(comparison: Comparison, former: Review | None, review: Review | None) -> frozenset[int]:
    """The links that a person has dismissed or taken back since: they stand elsewhere."""
    one, other = (frozenset() if each is None else each.dismissed for each in (former, review))
    return indexes_of(one ^ other, comparison, review)


def _moved(rows: list[int], links: Changes, standing: Collection[int], count: int) -> list[int]:
    """Rows of former links as rows of those that there are now; -1 for what is gone or stands elsewhere."""
    if not links and not standing:
        return rows
    places = links.new_places(count)
    for i in {*standing}.difference(links.come):
        places[places.index(i)] = -1
    return [places[i] for i in rows]
