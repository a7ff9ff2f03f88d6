"""Which rows of the tables of two statements speak of one thing, and which of their cells answer each other.

A cell says nothing by itself: "12" is the shops closed in Sarabulak, because of what stands at the head of its row and
above its column. So rows are never paired by what they sound like, but by these words alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from statement_compare.engine.align.labels import are_same, is_reordered, keys_of, plain
from statement_compare.engine.model import BlockKind, Role, Sentence, Statement
from statement_compare.engine.text.grid import Grid, blocks_above, grids, is_title
from statement_compare.engine.text.roles import frames_statement
from statement_compare.engine.text.table_row import Cell, Row

# Of so many pairs of tables each is tried; where there are more, those that stand about as far down in both documents.
_MOST_TABLES = 10_000
# Columns of a table, and rows whose labels are forms of one, that are looked at.
_MOST_COLUMNS, _MOST_FORMS = 200, 8
_LONGEST_CAPTION = 300
_DIGIT = re.compile(r"\d")
# How much of a word must stand in a sentence that mentions it: endings differ ("Sarabulak's", "закрытых", "закрыто").
_ENDING, _LEAST_STEM = 2, 4


@dataclass(frozen=True, slots=True)
class CellPair:
    """Two cells of one row and one column; `column` is its name, "" where a table has none above its columns."""

    left: Cell
    right: Cell
    column: str


@dataclass(frozen=True, slots=True)
class RowPair:
    """Two rows by the ids of their sentences, and their cells that answer each other; `label` says what they are about.

    `captions` are what stands right above the two tables, "" where nothing does, and `dated` is that with the
    paragraph before it, where it says no day or year itself. `is_equal` is told of labels, where others are forms of
    one word, and of what is counted: a total of other rows is none.
    """

    left: int
    right: int
    label: str
    cells: tuple[CellPair, ...]
    captions: tuple[str, str]
    dated: tuple[str, str]
    is_equal: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """A row that is a sentence; `label` says what it is about, "" where that cell is empty; `cells` stand behind it."""

    sentence: Sentence
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """A table with rows that are sentences; `labels` and `forms` find those whose label no other row has."""

    grid: Grid
    rows: tuple[_Told, ...]
    caption: str
    dated: str
    language: str
    labels: Mapping[tuple[str, ...], _Told]
    forms: Mapping[tuple[str, ...], Sequence[_Told]]


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

    @property
    def has_rows(self) -> bool:
        return any(self._rows)

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


def _tables(statement: Statement, found: Sequence[Grid]) -> Iterator[_Table]:
    by_start = {sentence.span.start: sentence for sentence in statement.sentences} if found else {}
    for grid in found:
        told = tuple(
            _told(sentence, row, grid.heads.label_column)
            for row in grid.body
            if (sentence := by_start.get(row.span.start)) is not None
            and sentence.span == row.span
            and not frames_statement(sentence.text, sentence.role)
        )
        if told:
            first = grid.rows[0].first
            titles = " ".join(row.span.of(statement.source.text) for row in grid.titles)
            above = _text_above(statement, first)
            caption = titles or above
            said = f"{above} {titles}".strip()
            dated = said if _DIGIT.search(said) else f"{_text_above(statement, first - 1)} {said}"
            labels = _by_label(told)
            forms: defaultdict[tuple[str, ...], list[_Told]] = defaultdict(list)
            for row_told in labels.values():
                for key in keys_of(row_told.label, statement.language):
                    forms[key].append(row_told)
            yield _Table(grid, told, caption, dated.strip(), statement.language, labels, forms)


def _headers(statement: Statement, found: Sequence[Grid]) -> frozenset[int]:
    heads = {row.span for grid in found for row in grid.header}
    above = blocks_above(statement.source, found, {each.block for each in statement.sentences if "\t" in each.text})
    return frozenset(
        each.id
        for each in statement.sentences
        if each.role is Role.HEADING and (each.span in heads or (each.block in above and is_title(each.text)))
    )


def _told(sentence: Sentence, row: Row, label_column: int) -> _Told:
    label = next((cell.text for cell in row.cells if cell.column == label_column), "")
    if not label and not row.cells[0].text.strip(".").isdigit():
        # A total reaches over the column that counts rows.
        label = next((cell.text for cell in row.cells if cell.column < label_column), "")
    return _Told(sentence, label, tuple(cell for cell in row.cells if cell.column > label_column))


def _text_above(statement: Statement, block: int) -> str:
    """What stands right above a block: the title of a table, or the sentence that leads to it."""
    if block < 1 or statement.source.blocks[block - 1].kind is BlockKind.TABLE_CELL:
        return ""
    text = statement.source.blocks[block - 1].span.of(statement.source.text)
    return text if len(text) <= _LONGEST_CAPTION else ""


def _paired(left: Sequence[_Table], right: Sequence[_Table]) -> Iterator[RowPair]:
    """Each row in one pair at most: equal labels before like ones, named columns before unnamed, tables whose titles
    have more words in common before others, in their order."""
    found = [
        (not is_equal, not pair.cells[0].column, apart, abs(i - j), i, j, pair)
        for one, two in _tables_to_try(left, right)
        if (columns := _columns(one, two))
        for apart in [_titles_apart(one.caption, two.caption)]
        for a, b, is_equal in _same_labels(one, two)
        if (pair := _row_pair(one, a, two, b, columns, is_equal and not _is_total_of_others(one, a, two, b)))
        is not None
        for i, j in [(a.sentence.id, b.sentence.id)]
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    for *_, i, j, pair in sorted(found, key=lambda each: each[:6]):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield pair


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


def _row_pair(
    one: _Table, a: _Told, two: _Table, b: _Told, columns: Sequence[tuple[int, int, str]], is_equal: bool
) -> RowPair | None:
    mine, theirs = ({cell.column: cell for cell in each.cells} for each in (a, b))
    cells = tuple(CellPair(mine[x], theirs[y], name) for x, y, name in columns if x in mine and y in theirs)
    if not cells:
        return None
    label = min(a.label, b.label, key=lambda text: (len(text), text))
    return RowPair(
        a.sentence.id, b.sentence.id, label, cells, (one.caption, two.caption), (one.dated, two.dated), is_equal
    )


def _columns(left: _Table, right: _Table) -> list[tuple[int, int, str]]:
    """The columns of two tables that hold the same: by their names, or where none has names by their number."""
    one, two = left.grid, right.grid
    if not one.heads.names or not two.heads.names:
        widths = {max(row.cells[-1].column for row in grid.rows) for grid in (one, two)}
        if len(widths) != 1 or one.heads.label_column != two.heads.label_column:
            return []
        last = min(widths.pop(), _MOST_COLUMNS)
        return [(column, column, "") for column in range(one.heads.label_column + 1, last + 1)]
    mine, theirs, languages = (
        one.heads.names[:_MOST_COLUMNS],
        two.heads.names[:_MOST_COLUMNS],
        (left.language, right.language),
    )
    found: list[tuple[int, int, str]] = []
    for cell in mine:
        taken = {column for _, column, _ in found}
        same = [each for each in theirs if each.column not in taken and are_same(cell.text, each.text, languages)]
        if same:
            best = max(same, key=lambda each: (plain(each.text) == plain(cell.text), -abs(each.column - cell.column)))
            found.append((cell.column, best.column, min(cell.text, best.text)))
    return found


def _same_labels(one: _Table, two: _Table) -> Iterator[tuple[_Told, _Told, bool]]:
    """Rows with one label, and whether it is equal; of rows with the same label none is told from another."""
    for label, row in one.labels.items():
        if label in two.labels:
            yield row, two.labels[label], True
    languages = (one.language, two.language)
    for label, row in one.labels.items():
        if label not in two.labels:
            for other in _of_like_label(row, one.language, two):
                if plain(other.label) not in one.labels and are_same(row.label, other.label, languages):
                    yield row, other, is_reordered(row.label, other.label)


def _is_total_of_others(one: _Table, a: _Told, two: _Table, b: _Told) -> bool:
    """Whether two rows end tables that have hardly another row in common: "Total" of other villages."""
    if a is not one.rows[-1] or b is not two.rows[-1]:
        return False
    others = min(len(one.rows), len(two.rows)) - 1
    return others > 0 and 2 * (len(one.labels.keys() & two.labels.keys()) - 1) < others


def _of_like_label(row: _Told, language: str, table: _Table) -> list[_Told]:
    found = [each for key in keys_of(row.label, language) for each in table.forms.get(key, ())[:_MOST_FORMS]]
    return list({each.sentence.id: each for each in found}.values())


def _by_label(rows: Sequence[_Told]) -> dict[tuple[str, ...], _Told]:
    labels = Counter(plain(row.label) for row in rows)
    return {plain(row.label): row for row in rows if row.label and labels[plain(row.label)] == 1}


def _is_mentioned(told: _Told, grid: Grid, text: str) -> bool:
    words = plain(text)
    label = [token for token in plain(told.label) if len(token) >= _LEAST_STEM or token.isdigit()]
    if not label or not all(_has(words, token) for token in label):
        return False
    return any(
        _has(words, token) for name in grid.heads.names for token in plain(name.text) if len(token) >= _LEAST_STEM
    )


def _has(words: Sequence[str], token: str) -> bool:
    if len(token) < _LEAST_STEM or token.isdigit():
        return token in words
    stem = token[: max(_LEAST_STEM, len(token) - _ENDING)]
    return any(word.startswith(stem) for word in words)
