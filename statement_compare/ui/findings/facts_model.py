"""Figures, dates and names of both texts as a table: what its cells show and say, and in which order its rows are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from statement_compare.engine.fact_rows import Kind, Place, Relation, Row
from statement_compare.engine.model import Comparison, Side, Verdict
from statement_compare.engine.report.overview_wording import FACT_SIGNS
from statement_compare.session.query import flat, pattern_of, statement_of
from statement_compare.ui.findings.card import Roles
from statement_compare.ui.findings.row_at import Index, row_at
from statement_compare.ui.strings import SIDE_LETTERS, say

_TOP = QModelIndex()
_RANKS: Final = {relation: rank for rank, relation in enumerate(Relation)}
_KINDS: Final = {kind: rank for rank, kind in enumerate(Kind)}
# The colours of a row are those of the verdict that is nearest to it; its sign and its word are its own.
FACT_LOOKS: Final = {
    Relation.DIFFERS: Verdict.CONTRADICTION,
    Relation.ROUNDED: Verdict.QUALIFIED,
    Relation.ONLY_LEFT: Verdict.UNCLEAR,
    Relation.ONLY_RIGHT: Verdict.UNCLEAR,
    Relation.SAME: Verdict.AGREEMENT,
}


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Which rows are shown; None lets every kind or relation through, "" all words."""

    kind: Kind | None = None
    relation: Relation | None = None
    text: str = ""


class Column(IntEnum):
    """The columns, in their order."""

    RELATION = 0
    KIND = 1
    LEFT = 2
    RIGHT = 3


_SIDES: Final = {Column.LEFT: Side.LEFT, Column.RIGHT: Side.RIGHT}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows: words with where they stand, or a sign in the colour of a verdict with its word.

    One that `is_quiet` says that a side has nothing there.
    """

    words: str
    place: str = ""
    sign: str = ""
    look: Verdict | None = None
    is_quiet: bool = False


class FactsModel(QAbstractTableModel):
    """One row a fact, those that differ first. `Roles.KEY` is the `Row`, `Roles.CARD` the `Cell`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._held: tuple[Row, ...] = ()  # those that differ first, and then as the ledger has them
        self._all: tuple[Row, ...] = ()  # in the order that is asked for
        self._rows: tuple[Row, ...] = ()
        self._shown = FactFilter()
        self._sorted_by = (Column.RELATION, Qt.SortOrder.AscendingOrder)
        self._counts: Counter[Relation] = Counter()

    @property
    def comparison(self) -> Comparison | None:
        """What the rows are of; None where there are none yet."""
        return self._comparison

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return self._rows

    def set_rows(self, comparison: Comparison | None, rows: Sequence[Row]) -> None:
        """The rows of a comparison as the ledger has them: figures, dates, names."""
        self.beginResetModel()
        self._comparison = comparison
        self._held = tuple(sorted(rows, key=lambda row: _RANKS[row.relation]))
        self._all = _in_order(self._held, *self._sorted_by)
        self._rows = self._admitted()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By how both sides stand to each other, by kind, or in the order of a text, what it lacks last."""
        if (column, order) != self._sorted_by:
            self.beginResetModel()
            self._sorted_by = (Column(column), order)
            self._all = _in_order(self._held, *self._sorted_by)
            self._rows = self._admitted()
            self.endResetModel()

    def set_filter(self, shown: FactFilter) -> None:
        if shown != self._shown:
            self.beginResetModel()
            self._shown = shown
            self._rows = self._admitted()
            self.endResetModel()

    def count(self, relation: Relation | None) -> int:
        """How many rows stand so, of those whose kind and words are shown; None counts all of them."""
        return self._counts.total() if relation is None else self._counts[relation]

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        name = Column(section).name.lower()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return say(f"facts.column_{name}")
            case Qt.ItemDataRole.ToolTipRole:
                return say(f"facts.sort_{name}")
            case _:
                return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = row_at(self._comparison, self._rows, index)
        if found is None:
            return None
        comparison, row = found
        match role:
            case Roles.KEY:
                return row
            case Roles.CARD:
                return fact_cell(comparison, row, Column(index.column()))
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return heard_cell(fact_cell(comparison, row, Column(index.column())))
            case Qt.ItemDataRole.ToolTipRole:
                return fact_heard(comparison, row, index.row() + 1, len(self._rows))
            case _:
                return None

    def _admitted(self) -> tuple[Row, ...]:
        kind, relation, pattern = self._shown.kind, self._shown.relation, pattern_of(self._shown.text)
        some = [
            row
            for row in self._all
            if kind in (None, row.kind) and (pattern is None or any(pattern.search(each) for each in self._words(row)))
        ]
        self._counts = Counter(row.relation for row in some)
        return tuple(row for row in some if relation in (None, row.relation))

    def _words(self, row: Row) -> list[str]:
        assert self._comparison is not None
        return [fact_words(self._comparison, side, row) for side in Side]


def _in_order(rows: Sequence[Row], column: Column, order: Qt.SortOrder) -> tuple[Row, ...]:
    """Rows that are equal by this column stay in their order; those without words in it come last either way."""
    is_down = order is Qt.SortOrder.DescendingOrder
    if column not in _SIDES:
        by_kind = column is Column.KIND
        ranked = sorted(rows, key=lambda row: _KINDS[row.kind] if by_kind else _RANKS[row.relation], reverse=is_down)
        return tuple(ranked)
    side = _SIDES[column]
    there = [row for row in rows if fact_places(side, row)]
    there.sort(key=lambda row: fact_places(side, row)[0].span.start, reverse=is_down)
    return (*there, *(row for row in rows if not fact_places(side, row)))


def relation_word(relation: Relation) -> str:
    return say(f"fact.{relation.value}")


def fact_kind_word(kind: Kind) -> str:
    return say(f"fact.{kind.value}")


def fact_title(row: Row) -> str:
    """ "Differs · figure"."""
    return say("fact.title", relation=relation_word(row.relation), kind=fact_kind_word(row.kind).lower())


def fact_cell(comparison: Comparison, row: Row, column: Column) -> Cell:
    match column:
        case Column.RELATION:
            look = FACT_LOOKS[row.relation]
            return Cell(relation_word(row.relation), sign=FACT_SIGNS[row.relation], look=look)
        case Column.KIND:
            return Cell(fact_kind_word(row.kind))
        case _:
            side = _SIDES[column]
            words = fact_words(comparison, side, row)
            if not words:
                return Cell(say("fact.heard_none"), is_quiet=True)
            return Cell(words, fact_place(side, row))


def heard_cell(cell: Cell) -> str:
    """A cell as it is read out: "5,000 barrels a day (L1, 4)"."""
    return say("fact.heard_side", words=cell.words, place=cell.place) if cell.place else cell.words


def fact_heard(comparison: Comparison, row: Row, position: int, total: int) -> str:
    """What a screen reader says of a row: every cell, how both stand to each other first and the place last."""
    sides = {
        side.value: say("fact.heard_side", words=words, place=fact_place(side, row))
        if (words := fact_words(comparison, side, row))
        else say("fact.heard_none")
        for side in Side
    }
    relation, kind = relation_word(row.relation), fact_kind_word(row.kind).lower()
    return say("fact.heard", relation=relation, kind=kind, position=position, total=total, **sides)


def fact_places(side: Side, row: Row) -> tuple[Place, ...]:
    return row.left if side is Side.LEFT else row.right


def fact_sentences(side: Side, row: Row) -> tuple[int, ...]:
    """The sentences of a side that hold the fact, each once."""
    return tuple(dict.fromkeys(place.sentence for place in fact_places(side, row)))


def fact_place(side: Side, row: Row) -> str:
    """The sentence numbers of a side: "L1, 4"; "" where it does not have the fact."""
    ids = fact_sentences(side, row)
    return SIDE_LETTERS[side] + ", ".join(str(i + 1) for i in ids) if ids else ""


def fact_words(comparison: Comparison, side: Side, row: Row) -> str:
    """Every way in which a side writes the fact, each once: "5,000 barrels / five thousand barrels"."""
    text = statement_of(comparison, side).source.text
    return " / ".join(dict.fromkeys(flat(place.span.of(text)) for place in fact_places(side, row)))
