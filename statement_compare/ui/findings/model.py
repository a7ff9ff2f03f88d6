"""Findings as rows of a list: what a card shows and what a screen reader hears, in the order of their severity."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from statement_compare.engine.model import Comparison, Link, Side, Verdict
from statement_compare.engine.text import hidden
from statement_compare.session.query import (
    EVERYTHING,
    Counts,
    Filter,
    clash_of,
    counts_of,
    flat,
    in_order,
    in_order_after,
    statement_of,
)
from statement_compare.session.review import Pair, Review, pair_of
from statement_compare.ui.decision_words import NOTHING_DECIDED, Decided, decided_of
from statement_compare.ui.findings.row_changes import few_changes, with_kept
from statement_compare.ui.strings import (
    SIGNS,
    card_title,
    kind_word,
    kinds_of,
    place,
    say,
    verdict_word,
)

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_HEARD_LENGTH = 160


class Roles(IntEnum):
    """What the delegate and the panel ask of a row."""

    CARD = Qt.ItemDataRole.UserRole + 1
    KEY = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Card:
    """What one row shows. `verdict` is None for an unanswered sentence, whose `detail` then may take two lines.

    `decided` is what a person said of it, with more and with fewer words; what `is_dismissed` is struck.
    """

    sign: str
    title: str
    place: str
    detail: str
    verdict: Verdict | None
    decided: tuple[str, ...] = ()
    is_dismissed: bool = False


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
        self._rows: list[int] = []
        self._kept: Pair | None = None
        self._out_of_place: Link | None = None  # the finding that would stand elsewhere, or not at all

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
        links = () if comparison is None else [comparison.links[i] for i in self._counted]
        return None if comparison is None else counts_of(comparison, links, self._review)

    def set_comparison(self, comparison: Comparison | None, review: Review | None = None) -> None:
        former, order = self._comparison, tuple[int, ...]()
        if comparison is not None:
            if former is None or _is_dismissing(self._review):
                order = in_order(comparison, review=review)
            else:
                order = in_order_after(former, self._order, comparison, review)
        self._put(comparison, review, self._shown, order)

    def keep(self, link: int | None) -> bool:
        """Which finding keeps its place from now on; whether that takes one that kept it so far elsewhere."""
        comparison, before = self._comparison, self._rows
        kept = None if link is None or comparison is None else pair_of(comparison.links[link])
        if kept == self._kept:
            return False
        self._kept = None
        if self._out_of_place is not None:
            self._put(comparison, self._review, self._shown, self._order)
        self._kept = kept
        return before != self._rows

    def set_filter(self, shown: Filter) -> None:
        if shown != self._shown:
            self._kept = None
            self._put(self._comparison, self._review, shown, self._order)

    def set_decisions(self, review: Review) -> bool:
        """Other decisions on the same links; whether other rows are there then, or in another order."""
        former, comparison = self._review, self._comparison
        if comparison is None or former is None:
            return False
        pairs = former.decisions.keys() | review.decisions.keys()
        changed = {pair for pair in pairs if former.decision(pair) != review.decision(pair)}
        before, order = self._rows, self._order
        if any(former.decision(pair).is_dismissed != review.decision(pair).is_dismissed for pair in changed):
            order = in_order(comparison, review=review)
        if order is not self._order or self._shown.asks_for_decisions:
            self._put(comparison, review, self._shown, order)
        self._review = review
        for row, key in enumerate(self._rows):
            if pair_of(comparison.links[key]) in changed:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        return before != self._rows

    def decided_at(self, row: int) -> Decided:
        """What a person said of the finding in a row."""
        link = self.link_at(row)
        return NOTHING_DECIDED if link is None else decided_of(self._review, link)

    def link_at(self, row: int) -> Link | None:
        return None if self._comparison is None else self._comparison.links[self._rows[row]]

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._comparison is None or not index.isValid():
            return None
        key = self._rows[index.row()]
        link = self._comparison.links[key]
        match role:
            case Roles.KEY:
                return key
            case Roles.CARD:
                return card_of(self._comparison, link, self.decided_at(index.row()))
            case Qt.ItemDataRole.DisplayRole:
                card = card_of(self._comparison, link)
                return f"{card.sign} {card.title}, {card.place}: {card.detail}"
            case Qt.ItemDataRole.AccessibleTextRole:
                heard_decision = self.decided_at(index.row()).heard
                return heard(self._comparison, link, index.row() + 1, len(self._rows), heard_decision)
            case Qt.ItemDataRole.ToolTipRole:
                return card_of(self._comparison, link).detail
            case _:
                return None

    def _put(self, comparison: Comparison | None, review: Review | None, shown: Filter, order: tuple[int, ...]) -> None:
        """Other rows: one by one where few of them are others, else all at once."""
        former, before = self._comparison, self._rows
        counted = _admitted(comparison, order, replace(shown, verdicts=frozenset()), review)
        after = list(counted)
        if comparison is not None and shown.verdicts:
            after = [i for i in counted if comparison.links[i].verdict in shown.verdicts]
        after, out_of_place = self._with_kept(after, comparison, review)
        changes = None
        if former is not None and comparison is not None:
            # A link that is the same value in both was touched by nothing but a decision.
            changes = few_changes(
                [id(former.links[i]) for i in before],
                [id(comparison.links[i]) for i in after],
                _with_other_standing(comparison, order, self._review, review) | {id(self._out_of_place)},
            )
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

    def _with_kept(
        self, rows: list[int], comparison: Comparison | None, review: Review | None
    ) -> tuple[list[int], Link | None]:
        """The rows with the kept finding where it was, and this finding if it would not be there by itself."""
        before, former = self._comparison, self._review
        if before is None or former is None or comparison is None or review is None:
            return rows, None
        was, kept = former.index_of(self._kept), review.index_of(self._kept)
        if review.proposed is not former.proposed or kept is None or was not in self._rows:
            return rows, None
        following = self._rows[self._rows.index(was) + 1 :]
        placed = with_kept(rows, kept, (review.index_of(pair_of(before.links[i])) for i in following))
        return placed, None if placed == rows else comparison.links[kept]

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


def _with_other_standing(
    comparison: Comparison, order: tuple[int, ...], former: Review | None, review: Review | None
) -> frozenset[int]:
    """The links, by their identity, that a person has dismissed or taken back since: they stand elsewhere."""
    one, other = (frozenset() if each is None else each.dismissed for each in (former, review))
    pairs = one ^ other
    if not pairs:
        return frozenset()
    return frozenset(id(link) for link in (comparison.links[i] for i in order) if pair_of(link) in pairs)


def _is_dismissing(review: Review | None) -> bool:
    return review is not None and bool(review.dismissed)


def card_of(comparison: Comparison, link: Link, decided: Decided = NOTHING_DECIDED) -> Card:
    left, right = words_of(comparison, link)
    detail = f"{hidden.isolated(left)} ↔ {hidden.isolated(right)}"
    title, is_dismissed = card_title(link), decided.decision.is_dismissed
    return Card(SIGNS[link.verdict], title, place(link), detail, link.verdict, decided.card, is_dismissed)


def words_of(comparison: Comparison, link: Link) -> tuple[str, str]:
    """The clashing words of both sides; the sentence itself where a side has none."""
    clash = clash_of(comparison, link)
    return (
        clash.left or _sentences(comparison, Side.LEFT, link.left),
        clash.right or _sentences(comparison, Side.RIGHT, link.right),
    )


def heard(comparison: Comparison, link: Link, position: int, total: int, decided: str = "") -> str:
    """What a screen reader says of a finding: the verdict first, then what was decided, and the place last."""
    left, right = (_shortened(words) for words in words_of(comparison, link))
    kinds = kinds_of(link)
    key = "findings.heard" if kinds else "findings.heard_plain"
    kind = ", ".join(kind_word(each).lower() for each in kinds)
    kind += f", {decided}" if decided and kinds else decided
    if decided and not kinds:
        key = "findings.heard"
    return say(
        key, verdict=verdict_word(link.verdict), kind=kind, left=left, right=right, position=position, total=total
    )


def _sentences(comparison: Comparison, side: Side, ids: tuple[int, ...]) -> str:
    sentences = statement_of(comparison, side).sentences
    return flat(" ".join(sentences[i].text for i in ids))


def _shortened(words: str) -> str:
    if len(words) <= _HEARD_LENGTH:
        return words.rstrip(".")
    return words[:_HEARD_LENGTH].rsplit(" ", 1)[0] + " …"
