"""Which lines of a page are the second lines of the cells of a table's row, and which cells stand under each other."""

from __future__ import annotations

from collections.abc import Sequence

from statement_compare.engine.readers.page_segments import Segment

Row = list[Segment]

# Between the lines of one cell, in heights of the font; and how much wider than that rows are apart.
_WRAP_GAP, _ROWS_APART = 0.5, 0.2
_ALIGNED_POINTS = 3.0


def unwrapped(rows: Sequence[Row]) -> list[Row]:
    """Rows, with the second lines of cells joined to the first: "Households cut" and "off" under it.

    They stand close under cells, below which there is nothing, and hold no figure: a row without a name of its own
    ("| 2024 | 15" below "Northmoor | 2023 | 12") stays one. A line under the first cell may be the name of a section as
    well ("Coal"): it goes on where it is closer to the line above than rows of this table are to each other, or begins
    with a small letter.
    """
    found: list[Row] = []
    lowest = 0.0
    bottoms: list[float] = []  # of the rows found, their last lines included
    for index, row in enumerate(rows):
        above = found[-1] if found else []
        cells = _continued(above, row, lowest)
        is_one = bool(cells) and any(are_aligned(above, each) for each in (*found[-2:-1], *_next_row(rows, index)))
        if is_one and cells[0] is above[0]:
            before = above[0].top - bottoms[-2] if len(bottoms) > 1 else 0.0
            is_one = _is_closer(row, lowest, before, rows[index + 1 :])
        if is_one:
            for cell, segment in zip(cells, row, strict=True):
                cell.words += segment.words
                cell.right = max(cell.right, segment.right)
        else:
            found.append(row)
            bottoms.append(0.0)
        lowest = max(segment.bottom for segment in row)
        bottoms[-1] = max(bottoms[-1], lowest)
    return found


def are_aligned(row: Row, other: Row) -> bool:
    """Whether a later cell of a row starts or ends where one of the other row does."""
    if len(other) < 2:
        return False
    return any(is_aligned(cell, beside) for cell in row[1:] for beside in other[1:])


def is_aligned(cell: Segment, other: Segment) -> bool:
    """Whether two cells start, end or have their middle at one place."""
    left, right = abs(cell.left - other.left), abs(cell.right - other.right)
    middle = abs(cell.left + cell.right - other.left - other.right) / 2
    return min(left, right, middle) <= _ALIGNED_POINTS


def _next_row(rows: Sequence[Row], index: int) -> Sequence[Row]:
    """The row behind one, or behind the lines of a label that goes on: no more than one."""
    if len(rows[index]) > 1:
        return rows[index + 1 : index + 2]
    return next(((row,) for row in rows[index + 1 :] if len(row) > 1), ())


def _continued(above: Row, row: Row, lowest: float) -> Row:
    """The cells of the row above that each stretch of a row goes on with; none where it is a row of its own."""
    if len(above) < 2 or row[0].top - lowest > _WRAP_GAP * row[0].height:
        return []
    is_label = len(row) == 1 and abs(row[0].left - above[0].left) <= _ALIGNED_POINTS
    # "Mine No. 7" may be the second line of a label, "12" is a figure.
    figures = [segment for segment in row if any(map(str.isdigit, segment.text))]
    if figures and not (is_label and row[0].text[0].isalpha()):
        return []
    found = []
    for segment in row:
        under = [cell for cell in above if is_aligned(cell, segment)]
        if len(under) != 1:
            return []
        found.append(under[0])
    is_each_its_own = len({id(cell) for cell in found}) == len(row)
    # What reaches under the second cell is a line of running text.
    if found[0] is above[0]:
        is_within = abs(row[0].left - above[0].left) <= _ALIGNED_POINTS and row[0].right < above[1].left
    else:
        is_within = row[0].left > above[0].right
    return found if is_each_its_own and is_within else []


def _is_closer(row: Row, lowest: float, before: float, following: Sequence[Row]) -> bool:
    """Whether a line under a label is closer to it than the rows of the table are to each other.

    That is told by the row behind the label's lines, at the end of a table by the row before.
    """
    if row[0].text[:1].islower():
        return True
    gap, least = row[0].top - lowest, _ROWS_APART * row[0].height
    bottom = row[0].bottom
    for other in following:
        behind = other[0].top - bottom
        if len(other) > 1 or behind - gap > least:
            return behind - gap > least
        bottom = other[0].bottom
    return before - gap > least
