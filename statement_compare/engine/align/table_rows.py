"""Which rows of the tables of two statements speak of one thing, and which of their cells answer each other.

A cell says nothing by itself: "12" is the shops closed in Sarabulak, because of what stands at the head of its row and
above its column. So rows are never paired by what they sound like, but by these words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statement_compare.engine.align.labelled_rows import LabelledRow, labelled
from statement_compare.engine.align.labels import plain
from statement_compare.engine.align.named_rows import NamedRows, has_word, words_of_label
from statement_compare.engine.align.row_mentions import RowMention, ToldTable, mention
from statement_compare.engine.align.same_columns import (
    MOST_COLUMNS,
    CellPair,
    ColumnPair,
    Columns,
    all_keys,
    by_figures,
    comparable,
    same_columns,
)
from statement_compare.engine.align.same_rows import LabelledTable, labelled_table, same_rows
from statement_compare.engine.align.turned_tables import MOST_ROWS, turned
from statement_compare.engine.model import BlockKind, Role, Sentence, Statement
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.text.grid import Grid, blocks_above, grids, is_title
from statement_compare.engine.text.roles import frames_statement
from statement_compare.engine.text.table_row import Row

# Of so many pairs of tables each is tried; where there are more, those that stand about as far down in both documents.
_MOST_TABLES = 10_000
_LONGEST_CAPTION = 300
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class RowPair:
    """Rows by the ids of their sentences, one of each side, and their cells that answer each other.

    Where rows of the one table are columns of the other, a row is answered by several. `captions` are what stands right
    above the two tables, "" where nothing does, and `dated` is that with the paragraph before it, where it says no day
    or year itself. `is_equal` is told of labels, where others are forms of one word, and of what is counted: a total of
    other rows is none.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    cells: tuple[CellPair, ...]
    captions: tuple[str, str]
    dated: tuple[str, str]
    is_equal: bool


@dataclass(frozen=True, slots=True)
class MentionPair:
    """A row and a sentence of running text that tells its figures, by their ids."""

    left: int
    right: int
    mention: RowMention
    is_row_left: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """A table with rows that are sentences; `found` are these, `rows` what each is about."""

    grid: Grid
    found: tuple[tuple[Row, Sentence], ...]
    labelled: LabelledTable
    columns: Columns
    caption: str
    dated: str
    name_keys: frozenset[tuple[str, ...]]
    label_keys: frozenset[tuple[str, ...]]

    @property
    def rows(self) -> Sequence[LabelledRow]:
        return self.labelled.rows

    @property
    def language(self) -> str:
        return self.columns.language

    @property
    def told(self) -> ToldTable:
        corner = [
            cell.text for row in self.grid.header for cell in row.cells if cell.column <= self.grid.heads.label_column
        ]
        return ToldTable(self.columns, " ".join(corner), self.dated)

    def with_keys(self, other: _Table) -> _Table:
        """Itself, its rows told apart by the column behind the labels where only so the other's are."""
        if not any(row.key for row in other.rows) or any(row.key for row in self.rows):
            return self
        rows = labelled(self.grid, self.found, with_keys=True)
        return replace(self, labelled=labelled_table(rows, self.language))

    def may_share_columns(self, other: _Table) -> bool:
        """Whether names of columns may be the same; where some have no names, or two languages, that is not known."""
        are_named = bool(self.columns.names and other.columns.names)
        return not are_named or self.language != other.language or not self.name_keys.isdisjoint(other.name_keys)

    def may_be_turned(self, other: _Table) -> bool:
        """Whether labels of each may be names of columns of the other."""
        return not (self.name_keys.isdisjoint(other.label_keys) or self.label_keys.isdisjoint(other.name_keys))


class TableRows:
    """The rows of two statements' tables that are sentences: which of them pair, and with which prose they may."""

    def __init__(self, left: Statement, right: Statement) -> None:
        sides = tuple((statement, grids(statement.source)) for statement in (left, right))
        tables = (tuple(_tables(*sides[0])), tuple(_tables(*sides[1])))
        self._rows = tuple(
            {told.sentence.id: (told, table.grid) for table in some for told in table.rows} for some in tables
        )
        self._headers = tuple(_headers(*side) for side in sides)
        self.pairs = tuple(_paired(*tables))
        self._statements = (left, right)
        self._tables = tables

    @property
    def has_rows(self) -> bool:
        return any(self._rows)

    def mentions(self, progress: Progress = SILENT) -> Iterator[MentionPair]:
        """The sentences of running text that tell figures of a row of the other side, in one language.

        Reports each sentence as "judge".
        """
        for side, statement in enumerate(self._statements):
            tables = self._tables[1 - side]
            if not tables or self._statements[0].language != self._statements[1].language:
                continue
            rows = NamedRows(((table.told, table.rows) for table in tables), statement.language)
            for sentence in progress.over("judge", statement.sentences, 1):
                if sentence.role is not Role.CLAIM or self.is_row(side, sentence.id):
                    continue
                found = mention(sentence.text, statement.language, statement.source.date, rows)
                if found is not None:
                    row = found.row.sentence.id
                    left, right = (row, sentence.id) if side else (sentence.id, row)
                    yield MentionPair(left, right, found, is_row_left=bool(side))

    def is_header(self, side: int, sentence: int) -> bool:
        """Whether a sentence of the left (0) or right (1) side names columns, or a table: it stands in no link."""
        return sentence in self._headers[side]

    def is_row(self, side: int, sentence: int) -> bool:
        return sentence in self._rows[side]

    def may_pair(self, left: Sentence, right: Sentence) -> bool:
        """Whether two sentences may be paired by their words.

        Two rows never; a row and a sentence of running text where this one names both the row and a column: "In
        Sarabulak 12 shops were closed", not "In Sarabulak 3 owners protested".
        """
        one, two = self._rows[0].get(left.id), self._rows[1].get(right.id)
        if one is not None and two is not None:
            return False
        if one is not None:
            return _is_mentioned(*one, right.text)
        return two is None or _is_mentioned(*two, left.text)


def _tables(statement: Statement, grids_of_side: Sequence[Grid]) -> Iterator[_Table]:
    by_start = {sentence.span.start: sentence for sentence in statement.sentences} if grids_of_side else {}
    for grid in grids_of_side:
        found = tuple(
            (row, sentence)
            for row in grid.body
            if (sentence := by_start.get(row.span.start)) is not None
            and sentence.span == row.span
            and not frames_statement(sentence.text, sentence.role)
        )
        if found:
            first = grid.rows[0].first
            titles = " ".join(row.span.of(statement.source.text) for row in grid.titles)
            above = _text_above(statement, first)
            caption = titles or above
            said = f"{above} {titles}".strip()
            dated = said if _DIGIT.search(said) else f"{_text_above(statement, first - 1)} {said}"
            rows = labelled(grid, found, with_keys=None)
            language = statement.language
            columns = Columns(grid.heads.names, caption, language)
            names = all_keys((cell.text for cell in columns.names[:MOST_COLUMNS]), language)
            is_short = len(rows) <= MOST_ROWS
            labels = all_keys((label for row in rows for label in (row.name, row.label) if is_short), language)
            table = labelled_table(rows, language)
            yield _Table(grid, found, table, columns, caption, dated.strip(), names, labels)


def _headers(statement: Statement, found: Sequence[Grid]) -> frozenset[int]:
    heads = {row.span for grid in found for row in grid.header}
    above = blocks_above(statement.source, found, {each.block for each in statement.sentences if "\t" in each.text})
    return frozenset(
        each.id
        for each in statement.sentences
        if each.role is Role.HEADING and (each.span in heads or (each.block in above and is_title(each.text)))
    )


def _text_above(statement: Statement, block: int) -> str:
    """What stands right above a block: the title of a table, or the sentence that leads to it."""
    if block < 1 or statement.source.blocks[block - 1].kind is BlockKind.TABLE_CELL:
        return ""
    text = statement.source.blocks[block - 1].span.of(statement.source.text)
    return text if len(text) <= _LONGEST_CAPTION else ""


def _paired(left: Sequence[_Table], right: Sequence[_Table]) -> Iterator[RowPair]:
    """Each row in one pair at most: equal labels before like ones, named columns before unnamed, tables whose titles
    have more words in common before others, in their order; rows that are answered by columns behind all others."""
    tried = list(_tables_to_try(left, right))
    found = [
        (not is_equal, not pair.cells[0].column, _titles_apart(one.caption, two.caption), abs(i - j), i, j, pair)
        for one, two in tried
        for a, b, is_equal, columns in _same_rows(one, two)
        if (pair := _row_pair(one, a, two, b, columns, is_equal)) is not None
        for i, j in [(a.sentence.id, b.sentence.id)]
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    for *_, i, j, pair in sorted(found, key=lambda each: each[:6]):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield pair
    for one, two in tried:
        if one.may_be_turned(two) and taken[0].isdisjoint(_ids(one)) and taken[1].isdisjoint(_ids(two)):
            pairs = list(_turned_pairs(one, two))
            taken[0].update(i for pair in pairs for i in pair.left)
            taken[1].update(j for pair in pairs for j in pair.right)
            yield from pairs


def _ids(table: _Table) -> set[int]:
    return {row.sentence.id for row in table.rows}


def _turned_pairs(one: _Table, two: _Table) -> Iterator[RowPair]:
    is_left, found = turned(one.columns, one.rows, two.columns, two.rows)
    for row, answers in found:
        kept = comparable((cells for _, cells in answers), (one.language, two.language))
        others = tuple(sorted({other.sentence.id for other, cells in answers if cells in kept}))
        if kept:
            left, right = ((row.sentence.id,), others) if is_left else (others, (row.sentence.id,))
            yield _pair(one, left, two, right, kept, is_equal=True)


def _tables_to_try(left: Sequence[_Table], right: Sequence[_Table]) -> Iterator[tuple[_Table, _Table]]:
    reach = max(_MOST_TABLES // max(len(left), 1) // 2, 1) if len(left) * len(right) > _MOST_TABLES else len(right)
    for at, one in enumerate(left):
        middle = at * len(right) // len(left)
        for two in right[max(middle - reach, 0) : middle + reach + 1]:
            yield one, two


def _titles_apart(one: str, two: str) -> float:
    """The share of the words of both titles that only one of them has."""
    mine, theirs = frozenset(plain(one)), frozenset(plain(two))
    return 1 - len(mine & theirs) / max(len(mine | theirs), 1)


def _same_rows(one: _Table, two: _Table) -> Iterator[tuple[LabelledRow, LabelledRow, bool, Sequence[ColumnPair]]]:
    """Rows of two tables that are about one thing, whether surely so, and the columns that they have in common."""
    columns = _columns(one, two) if one.may_share_columns(two) else []
    if not columns and one.language == two.language:
        return
    first, second = one.with_keys(two), two.with_keys(one)
    met = same_rows(first.labelled, second.labelled)
    if met and one.language != two.language:
        columns += by_figures(one.columns, two.columns, columns, [(a, b) for a, b, _ in met])
    for a, b, is_equal in met:
        yield a, b, is_equal, columns


def _row_pair(
    one: _Table, a: LabelledRow, two: _Table, b: LabelledRow, columns: Sequence[ColumnPair], is_equal: bool
) -> RowPair | None:
    mine, theirs = ({cell.column: cell for cell in each.cells} for each in (a, b))
    label = min(a.name, b.name, key=lambda text: (len(text), text))
    cells = comparable(
        (
            CellPair(mine[each.left], theirs[each.right], each.name, label, each.measures, each.is_by_title)
            for each in columns
            if each.left in mine and each.right in theirs
        ),
        (one.language, two.language),
    )
    if not cells:
        return None
    return _pair(one, (a.sentence.id,), two, (b.sentence.id,), cells, is_equal=is_equal)


def _pair(
    one: _Table,
    left: tuple[int, ...],
    two: _Table,
    right: tuple[int, ...],
    cells: tuple[CellPair, ...],
    *,
    is_equal: bool,
) -> RowPair:
    return RowPair(left, right, cells, (one.caption, two.caption), (one.dated, two.dated), is_equal)


def _columns(left: _Table, right: _Table) -> list[ColumnPair]:
    """The columns of two tables that hold the same: by their names, or where none has names by their number."""
    one, two = left.grid, right.grid
    if one.heads.names and two.heads.names:
        return same_columns(left.columns, right.columns)
    widths = {max(row.cells[-1].column for row in grid.rows) for grid in (one, two)}
    if len(widths) != 1 or one.heads.label_column != two.heads.label_column:
        return []
    last = min(widths.pop(), MOST_COLUMNS)
    return [ColumnPair(column, column, "") for column in range(one.heads.label_column + 1, last + 1)]


def _is_mentioned(row: LabelledRow, grid: Grid, text: str) -> bool:
    words = plain(text)
    label = words_of_label(row.label, "")
    if not label or not all(has_word(words, token) for token in label):
        return False
    return any(has_word(words, token) for name in grid.heads.names for token in words_of_label(name.text, ""))
