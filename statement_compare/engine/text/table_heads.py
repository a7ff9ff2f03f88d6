"""Which rows at the top of a table say what stands in it, what its columns are called, and which holds the labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from statement_compare.engine.language import lines, own_words
from statement_compare.engine.text.table_row import Cell, Row, is_entry

_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{2}")
# A name of a column although it has a digit: "2023", "2023-24", "Q1 2024", "2024 г.".
_PERIOD = re.compile(r"\W*(?:\w{1,3}\W+)?(?:19|20)\d\d(?:\W{1,2}\d{2,4})?(?:\W+\w{1,4}\.?)?\W*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER_OF_ROW = re.compile(r"\W*(\d{1,3})\W*")
_MOST_TITLES = 2


@dataclass(frozen=True, slots=True)
class Heads:
    """How many rows are a title across the table, and how many behind them name its columns.

    `label_column` says what a row is about: the first, or the second where the first only counts rows. `names` are
    those of the columns behind it.
    """

    titles: int
    rows: int
    label_column: int
    names: tuple[Cell, ...]


def heads_of(rows: Sequence[Row]) -> Heads:
    """The rows that say what stands in those below; there are none where no row names columns."""
    titles = 0
    while titles < min(_MOST_TITLES, len(rows)) and len(rows[titles].cells) == 1:
        titles += 1
    if not _names_columns(rows[titles:]):
        return Heads(0, 0, _label_column(rows), ())
    header, below = rows[titles], rows[titles + 1 :]
    second = below[0] if _goes_on(header, below) else None
    number = 2 if second is not None else 1
    if len(below) >= number and _numbers_columns(rows[titles + number]):
        number += 1
    label = _label_column(rows[titles + number :], header)
    return Heads(titles, number, label, tuple(each for each in _names(header, second) if each.column > label))


def is_period(text: str) -> bool:
    """Whether a cell holds a year or a part of one, and no figure: "2023", "2023-24", "Q1 2024"."""
    return _PERIOD.fullmatch(text) is not None


def _names_columns(rows: Sequence[Row]) -> bool:
    """Whether the first row has words, or periods of time, where the rows below have figures or yes and no."""
    if len(rows) < 2 or len(rows[0].cells) < 2:
        return False
    if rows[0].cells[0].text.endswith(":"):
        return False  # a form: "Date:", "4 March"
    below: dict[int, list[str]] = {}
    for row in rows[1:]:
        for cell in row.cells[1:]:
            below.setdefault(cell.column, []).append(cell.text)
    is_wide = len(rows[0].cells) > 2
    if not all(is_entry(cell.text) and _is_name(cell, below if is_wide else {}) for cell in rows[0].cells):
        return False
    told = [text for texts in below.values() for text in texts]
    return any(map(_DIGIT.search, told)) or (
        any(map(_is_answer, told)) and not any(_is_answer(cell.text) for cell in rows[0].cells)
    )


def _is_name(cell: Cell, below: Mapping[int, Sequence[str]]) -> bool:
    """Whether a cell may name its column: "on 1 May" does above "12" and "14", and not above "7 shops".

    Of a table of two columns that is not said: "Date", "1 May" above "Shops", "12" is a form. "Fact 2024" is a name.
    """
    text = cell.text
    if not _DIGIT.search(text) or _PERIOD.fullmatch(text):
        return True
    rest = _YEAR.sub(" ", text)
    if not _DIGIT.search(rest) and _LETTERS.search(rest) and not _months().search(rest):
        return True
    figures = below.get(cell.column, ())
    return bool(figures and _LETTERS.search(text)) and not any(map(_LETTERS.search, figures))


@cache
def _months() -> re.Pattern[str]:
    forms = [form for rows in lines("months", "months").values() for _, form in rows]
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)


def _is_answer(text: str) -> bool:
    word = text.rstrip(".").casefold()
    return any(word in own_words("table_cells", answer, "") for answer in ("yes", "no"))


def _goes_on(header: Row, below: Sequence[Row]) -> bool:
    """Whether the row under the names has more of them: "plan" and "fact" under "2023"."""
    if len(below) < 2:
        return False
    first, second = header.cells[0], below[0].cells[0]
    # The name above the labels reaches down to the second line, or stands in both.
    is_under_names = second.column != first.column or (second.text == first.text and len(below[0].cells) > 1)
    return is_under_names and all(is_entry(cell.text) for cell in below[0].cells) and _names_columns(below)


def _numbers_columns(row: Row) -> bool:
    """Whether a row only counts columns: "1", "2", "3" under their names."""
    return len(row.cells) > 2 and [cell.text for cell in row.cells] == [str(at + 1) for at in range(len(row.cells))]


def _names(header: Row, second: Row | None) -> Iterator[Cell]:
    """The names of columns; in two lines the first of them reaches as far as no other begins: "2023 plan"."""
    lower = {} if second is None else {cell.column: cell for cell in second.cells}
    upper = {cell.column: cell for cell in header.cells}
    above: Cell | None = None
    for column in sorted({*upper, *lower}):
        above = upper.get(column, above)
        parts = [cell for cell in (above, lower.get(column)) if cell is not None]
        texts = list(dict.fromkeys(cell.text for cell in parts))
        yield Cell(column, parts[0].span, " ".join(texts))


def _label_column(rows: Sequence[Row], header: Row | None = None) -> int:
    """The second column where the first counts rows from 1 on; a total without a number may stand below."""
    first = [row.cells[0] for row in rows if row.cells[0].column == 1 and len(row.cells) > 1]
    numbers = [int(found[1]) for cell in first if (found := _NUMBER_OF_ROW.fullmatch(cell.text))]
    if not numbers or len(first) - len(numbers) > 1:
        return 1
    is_marked = header is not None and header.cells[0].text.startswith(("№", "#"))
    start = numbers[0] if is_marked else 1
    counts = numbers == list(range(start, start + len(numbers)))
    return 2 if counts and any(len(row.cells) > 2 for row in rows) else 1
