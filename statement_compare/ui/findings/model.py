"""Findings as rows of a list: what a card shows and what a screen reader hears, in the order of their severity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from statement_compare.engine.model import Comparison, Link, Sentence, Side, Verdict
from statement_compare.engine.text import hidden
from statement_compare.session.query import (
    EVERYTHING,
    Filter,
    clash_of,
    flat,
    in_order,
    pattern_of,
    statement_of,
)
from statement_compare.ui.strings import (
    SIDE_LETTERS,
    SIGNS,
    UNANSWERED_SIGN,
    card_title,
    kind_word,
    kinds_of,
    place,
    say,
    side_word,
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
    """What one row shows. `verdict` is None for an unanswered sentence, whose `detail` then may take two lines."""

    sign: str
    title: str
    place: str
    detail: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A sentence of one side that the other never takes up."""

    side: Side
    sentence: int


class FindingsModel(QAbstractListModel):
    """One row a link, contradictions first. `Roles.KEY` is the link's index in the comparison."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._order: tuple[int, ...] = ()

    @property
    def comparison(self) -> Comparison | None:
        return self._comparison

    def set_comparison(self, comparison: Comparison | None) -> None:
        self.beginResetModel()
        self._comparison = comparison
        self._order = () if comparison is None else in_order(comparison)
        self.endResetModel()

    def link_at(self, row: int) -> Link | None:
        return None if self._comparison is None else self._comparison.links[self._order[row]]

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._comparison is None or not index.isValid():
            return None
        key = self._order[index.row()]
        link = self._comparison.links[key]
        match role:
            case Roles.KEY:
                return key
            case Roles.CARD:
                return card_of(self._comparison, link)
            case Qt.ItemDataRole.DisplayRole:
                card = card_of(self._comparison, link)
                return f"{card.sign} {card.title}, {card.place}: {card.detail}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return heard(self._comparison, link, index.row() + 1, len(self._order))
            case Qt.ItemDataRole.ToolTipRole:
                return card_of(self._comparison, link).detail
            case _:
                return None


class FindingsFilter(QSortFilterProxyModel):
    """Lets through the rows whose link the filter admits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = EVERYTHING

    @property
    def shown(self) -> Filter:
        return self._shown

    def set_filter(self, shown: Filter) -> None:
        if shown != self._shown:
            self._shown = shown
            self.invalidate()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a screen reader hears ends with the place among the rows that are shown, not among all."""
        model = self.sourceModel()
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(model, FindingsModel) and index.isValid():
            link = model.link_at(self.mapToSource(index).row())
            if model.comparison is not None and link is not None:
                return heard(model.comparison, link, index.row() + 1, self.rowCount())
        return super().data(index, role)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        if not isinstance(model, FindingsModel) or model.comparison is None or source_parent.isValid():
            return False
        link = model.link_at(source_row)
        return link is not None and self._shown.admits(model.comparison, link)


class UnansweredModel(QAbstractListModel):
    """One row a sentence that was not answered, the weightiest first. `Roles.KEY` is an `Unanswered`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._all: tuple[Unanswered, ...] = ()
        self._rows: tuple[Unanswered, ...] = ()

    def set_rows(self, comparison: Comparison | None, rows: tuple[Unanswered, ...]) -> None:
        self.beginResetModel()
        self._comparison, self._all, self._rows = comparison, rows, rows
        self.endResetModel()

    def set_shown(self, side: Side | None, text: str = "") -> None:
        """Show one side only, or sentences with these words only."""
        pattern = pattern_of(text)
        self.beginResetModel()
        self._rows = tuple(
            row
            for row in self._all
            if side in (None, row.side) and (pattern is None or pattern.search(self._sentence(row).text))
        )
        self.endResetModel()

    @property
    def rows(self) -> tuple[Unanswered, ...]:
        return self._rows

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._comparison is None or not index.isValid():
            return None
        row = self._rows[index.row()]
        sentence = self._sentence(row)
        match role:
            case Roles.KEY:
                return row
            case Roles.CARD:
                number = f"{SIDE_LETTERS[row.side]}{row.sentence + 1}"
                return Card(UNANSWERED_SIGN, side_word(row.side), number, flat(sentence.text), None)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return flat(sentence.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return say(
                    "findings.heard_unanswered",
                    side=side_word(row.side).lower(),
                    text=flat(sentence.text),
                    position=index.row() + 1,
                    total=len(self._rows),
                )
            case _:
                return None

    def _sentence(self, row: Unanswered) -> Sentence:
        assert self._comparison is not None
        return statement_of(self._comparison, row.side).sentences[row.sentence]


def card_of(comparison: Comparison, link: Link) -> Card:
    left, right = words_of(comparison, link)
    detail = f"{hidden.isolated(left)} ↔ {hidden.isolated(right)}"
    return Card(SIGNS[link.verdict], card_title(link), place(link), detail, link.verdict)


def words_of(comparison: Comparison, link: Link) -> tuple[str, str]:
    """The clashing words of both sides; the sentence itself where a side has none."""
    clash = clash_of(comparison, link)
    return (
        clash.left or _sentences(comparison, Side.LEFT, link.left),
        clash.right or _sentences(comparison, Side.RIGHT, link.right),
    )


def heard(comparison: Comparison, link: Link, position: int, total: int) -> str:
    """What a screen reader says of a finding: the verdict first and the place last."""
    left, right = (_shortened(words) for words in words_of(comparison, link))
    kinds = kinds_of(link)
    key = "findings.heard" if kinds else "findings.heard_plain"
    kind = ", ".join(kind_word(each).lower() for each in kinds)
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
