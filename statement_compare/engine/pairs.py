"""How a table of sentence pairs is read: which delimiter it has, and where its left and right columns stand."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from statement_compare.errors import UnreadableFileError

if TYPE_CHECKING:
    from _csv import Reader

_BYTE_ORDER_MARKS: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_LARGEST_CELL: Final = 1_000_000
# A spreadsheet quotes a cell of tab-separated text that holds quotation marks, and doubles those.
_QUOTED_CELL: Final = re.compile(r'"(?:[^"]|"")*"')


def read_pairs(data: bytes, *, name: str = "-", encoding: str = "") -> list[tuple[str, str]]:
    """The (left, right) texts of a table, one for each row below its header.

    The header tells the delimiter (tab, comma or semicolon) and must have the columns `left` and `right`, in any order
    and among others. Tab-separated tables have no quoting. Raises UnreadableFileError that names the line.
    """
    text = _decode(data, name, encoding)
    header = text.split("\n", 1)[0].rstrip("\r")
    for delimiter in ("\t", ",", ";"):
        try:
            columns = [cell.strip().casefold() for cell in next(_rows(header, delimiter), [])]
        except csv.Error:  # a cell larger than any, in this way of parting them
            continue
        if "left" in columns and "right" in columns:
            return _read(text, delimiter, columns.index("left"), columns.index("right"), name)
    raise UnreadableFileError(
        "pairs.columns", f"{name}: the first line must name the columns left and right", path=name, line="1"
    )


def _read(text: str, delimiter: str, left: int, right: int, name: str) -> list[tuple[str, str]]:
    pairs = []
    rows = _rows(text, delimiter)
    try:
        next(rows)
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            if len(row) <= max(left, right):
                columns = "1 column" if len(row) == 1 else f"{len(row)} columns"
                raise UnreadableFileError(
                    "pairs.row",
                    f"{name}: line {rows.line_num} has {columns}, too few for left and right",
                    path=name,
                    line=str(rows.line_num),
                )
            pairs.append((_cell(row[left], delimiter), _cell(row[right], delimiter)))
    except csv.Error as error:
        raise UnreadableFileError(
            "pairs.table", f"{name}: line {rows.line_num}: {error}", path=name, line=str(rows.line_num)
        ) from error
    return pairs


def _rows(text: str, delimiter: str) -> Reader:
    csv.field_size_limit(_LARGEST_CELL)
    lines = io.StringIO(text, newline="")
    if delimiter == "\t":
        return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    return csv.reader(lines, delimiter=delimiter)


def _cell(text: str, delimiter: str) -> str:
    text = text.strip()
    if delimiter == "\t" and len(text) > 1 and _QUOTED_CELL.fullmatch(text):
        text = text[1:-1].replace('""', '"').strip()
    return text


def _decode(data: bytes, name: str, encoding: str) -> str:
    if not encoding:
        encoding = next((known for mark, known in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadableFileError(
            "pairs.encoding", f"{name}: is not {encoding}; name its encoding with --encoding", path=name
        ) from error
