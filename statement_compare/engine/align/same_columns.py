"""Which columns of two tables hold the same, by their names and by what these say is counted in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from statement_compare.engine.align.labelled_rows import LabelledRow
from statement_compare.engine.align.labels import are_same, keys_of, plain, sound_alike, sound_of
from statement_compare.engine.annotate.named_measures import amount, is_bare, measure_in, without_measure
from statement_compare.engine.annotate.units import BARE, MONEY
from statement_compare.engine.language import own_words
from statement_compare.engine.text.table_row import Cell

# Columns of a table that are looked at.
MOST_COLUMNS = 200
# "12 thousand" and "9 million" are no two counts of one thing: a scale was meant otherwise.
_FARTHEST = 20
# Of tables in two languages: how many digits of equal figures show that they are one table, and of all figures which
# share must be equal.
_DIGITS_THAT_SHOW, _SHARE_THAT_SHOWS = 4, 0.6


Measures = tuple[str, str]
SAME_MEASURE: Final[Measures] = ("", "")


@dataclass(frozen=True, slots=True)
class CellPair:
    """Two cells that answer each other: those of `row` and `column`; "" where the column has no name.

    `measures` are what the figures are counted in, where that differs and both sides say it: "thousand tenge", "tenge".
    Both are "" where the cells are held against each other as they stand. `is_by_title` is told of measures that the
    titles above the tables give, not the names of the columns.
    """

    left: Cell
    right: Cell
    column: str
    row: str
    measures: Measures = SAME_MEASURE
    is_by_title: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of columns, with the title above the table and the language of both."""

    names: Sequence[Cell]
    caption: str
    language: str

    def measure(self, name: str) -> str:
        """What figures under a name are counted in, by that name or by the title."""
        return measure_in(name, self.language) or measure_in(self.caption, self.language)


@dataclass(frozen=True, slots=True)
class ColumnPair:
    left: int
    right: int
    name: str
    measures: Measures = SAME_MEASURE
    is_by_title: bool = False


@lru_cache(maxsize=16384)
def name_keys(name: str, language: str) -> frozenset[tuple[str, ...]]:
    """What names that may be one have one of in common, whatever they are counted in: most names have none."""
    return frozenset((*keys_of(name, language), ("core", *_core(name, language)), ("sound", *sound_of(name))))


def all_keys(names: Iterable[str], language: str) -> frozenset[tuple[str, ...]]:
    return frozenset(key for name in names for key in name_keys(name, language))


def same_columns(one: Columns, two: Columns) -> list[ColumnPair]:
    """The columns with the same name, whatever they are counted in where both say it."""
    theirs = two.names[:MOST_COLUMNS]
    found: list[ColumnPair] = []
    for cell in one.names[:MOST_COLUMNS]:
        taken = {pair.right for pair in found}
        same = [
            (each, measures)
            for each in theirs
            if each.column not in taken and (measures := measures_of(one, cell.text, two, each.text)) is not None
        ]
        if same:
            best, measures = max(
                same,
                key=lambda each: (plain(each[0].text) == plain(cell.text), -abs(each[0].column - cell.column)),
            )
            is_by_title = are_same(cell.text, best.text, (one.language, two.language))
            found.append(ColumnPair(cell.column, best.column, min(cell.text, best.text), measures, is_by_title))
    return found


def measures_of(one: Columns, name: str, two: Columns, other: str) -> Measures | None:
    """What figures under two names are counted in, where that differs; None where the names are not the same.

    "Budget, thousand tenge" and "Budget, tenge" are, and so are "Level, m" and "Level". "Share, %" and "Share" are
    where the cells under the second say what they count (`comparable`).
    """
    languages = (one.language, two.language)
    if name_keys(name, one.language).isdisjoint(name_keys(other, two.language)):
        return None
    mine, theirs = one.measure(name), two.measure(other)
    if are_same(name, other, languages):
        is_own = bool(measure_in(name, one.language))
        return SAME_MEASURE if is_own or not (mine and theirs) or _are_one(mine, theirs, languages) else (mine, theirs)
    if not (measure_in(name, one.language) or measure_in(other, two.language)):
        return None
    cores = _core(name, one.language), _core(other, two.language)
    if cores[0] != cores[1] or not cores[0]:
        return None
    return SAME_MEASURE if mine and theirs and _are_one(mine, theirs, languages) else (mine, theirs)


def comparable(pairs: Iterable[CellPair], languages: tuple[str, str]) -> tuple[CellPair, ...]:
    """Those pairs of cells that can be held against each other, whatever each is counted in.

    Cells of columns with the same name are always: as they stand where they do not fit the measures of the titles.
    """
    found = []
    for each in pairs:
        if each.measures == SAME_MEASURE or _are_commensurable(each, languages):
            found.append(each)
        elif each.is_by_title:
            found.append(replace(each, measures=SAME_MEASURE))
    return tuple(found)


def by_figures(
    one: Columns, two: Columns, taken: Sequence[ColumnPair], rows: Sequence[tuple[LabelledRow, LabelledRow]]
) -> list[ColumnPair]:
    """Columns of tables in two languages, in their order, where most of the figures in them are equal.

    "Schools closed" and "Закрыто школ" are one thing where 12, 5 and 18 stand below both, whatever else differs. That
    figures of several digits are the same by chance is unlikely; where few are, nothing is said.
    """
    mine = [cell for cell in one.names[:MOST_COLUMNS] if cell.column not in {pair.left for pair in taken}]
    theirs = [cell for cell in two.names[:MOST_COLUMNS] if cell.column not in {pair.right for pair in taken}]
    if one.language == two.language or len(mine) != len(theirs):
        return []
    columns = [
        ColumnPair(a.column, b.column, min(a.text, b.text))
        for a, b in zip(mine, theirs, strict=True)
        if _are_one(measure_in(a.text, one.language), measure_in(b.text, two.language), (one.language, two.language))
    ]
    figures = {pair: list(_figures(pair, rows, (one.language, two.language))) for pair in columns}
    shown = [pair for pair in columns if any(is_equal for _, is_equal in figures[pair])]
    told = [each for pair in shown for each in figures[pair]]
    equal = [digits for digits, is_equal in told if is_equal]
    if sum(equal) < _DIGITS_THAT_SHOW or len(equal) < _SHARE_THAT_SHOWS * len(told):
        return []
    return shown


def _figures(
    pair: ColumnPair, rows: Sequence[tuple[LabelledRow, LabelledRow]], languages: tuple[str, str]
) -> Iterator[tuple[int, bool]]:
    """For each two figures of a column how many digits the shorter has, and whether they are equal."""
    for a, b in rows:
        cells = [
            next((c.text for c in row.cells if c.column == at), "") for row, at in ((a, pair.left), (b, pair.right))
        ]
        one, two = (amount(text, "", language) for text, language in zip(cells, languages, strict=True))
        if one is not None and two is not None:
            yield min(sum(map(str.isdigit, text)) for text in cells), one.value == two.value


def same_label(one: str, two: str, languages: tuple[str, str]) -> bool:
    """Whether two labels name one thing, in one language or in two."""
    return are_same(one, two, languages) or (languages[0] != languages[1] and sound_alike(one, two))


def _are_one(one: str, two: str, languages: tuple[str, str]) -> bool:
    """Whether two measures are the same, whatever their words."""
    if plain(one) == plain(two):
        return True
    mine, theirs = amount("1", one, languages[0]), amount("1", two, languages[1])
    if mine is None or theirs is None or not (one and two):
        return False
    is_one_currency = mine.dimension is not MONEY or mine.unit == theirs.unit
    return (mine.value, mine.dimension) == (theirs.value, theirs.dimension) and is_one_currency


def _are_commensurable(pair: CellPair, languages: tuple[str, str]) -> bool:
    cells = (pair.left.text, pair.right.text)
    found = [amount(*each) for each in zip(cells, pair.measures, languages, strict=True)]
    if not all(measure or not is_bare(text) for text, measure in zip(cells, pair.measures, strict=True)):
        return False
    one, two = found
    if one is None or two is None or one.dimension != two.dimension:
        return False
    if one.dimension is MONEY and one.unit != two.unit:
        return False
    if one.dimension is BARE and not all(pair.measures):
        return False
    low, high = sorted((abs(one.value), abs(two.value)))
    return high <= _FARTHEST * low


def _core(name: str, language: str) -> tuple[str, ...]:
    small = own_words("closed_words", "function_words", language)
    return tuple(token for token in plain(without_measure(name, language)) if token not in small)
