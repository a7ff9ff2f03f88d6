"""Which lines of a page are the label of one row of a table, where it has more lines than the figures beside it.

Figures stand beside the middle or the last line of a label ("Upper Sarabulak", "and its farms  14", "in the hills"),
or between two of its lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from statement_compare.engine.readers.page_segments import Segment

Row = list[Segment]

# Between the lines of one label at most, in heights of the font, and how much wider than that labels are apart.
_LINE_GAP, _LABELS_APART = 0.6, 0.2
_ALIGNED_POINTS = 3.0
# Lines of a label at most.
_FARTHEST = 6


def with_whole_labels(rows: Sequence[Row]) -> list[Row]:
    """Rows, with the lines of a label above and below the figures joined to the row of these.

    Labels are told from each other by wider gaps between them. A line above figures is part of their label where
    they stand between its lines, or lines go on below, or the line beside the figures begins with a small letter: else
    it may be the name of a section.
    """
    if not any(len(row) == 1 for row in rows) or sum(len(row) > 1 for row in rows) < 2:
        return list(rows)
    result: list[Row] = []
    zone: list[Row] = []
    for index, row in enumerate(rows):
        if len(row) > 1 or _is_narrow(rows, index):
            zone.append(row)
        else:
            result += [*_joined(zone), row]
            zone = []
    return result + _joined(zone)


def _is_narrow(rows: Sequence[Row], index: int) -> bool:
    """Whether a line that stands alone ends before the second cells of the rows about it."""
    before = next((row for row in reversed(rows[max(index - _FARTHEST, 0) : index]) if len(row) > 1), None)
    after = next((row for row in rows[index + 1 : index + 1 + _FARTHEST] if len(row) > 1), None)
    seconds = [row[1].left for row in (before, after) if row is not None]
    return bool(seconds) and rows[index][0].right < min(seconds)


def _joined(zone: list[Row]) -> list[Row]:
    if not any(len(row) == 1 for row in zone) or sum(len(row) > 1 for row in zone) < 2:
        return zone
    left = min(row[0].left for row in zone)
    first = [(at, row[0]) for at, row in enumerate(zone) if row[0].left - left <= _ALIGNED_POINTS]
    gaps = [below.top - above.bottom for (_, above), (_, below) in pairwise(first)]
    near = [gap for gap, lines in zip(gaps, pairwise(first), strict=True) if any(len(zone[at]) == 1 for at, _ in lines)]
    height = first[0][1].height
    if not near or min(near) > _LINE_GAP * height:
        return zone
    most = min(near) + _LABELS_APART * height
    if max(gaps) <= most:
        return zone
    gone: set[int] = set()
    whole: dict[int, Row] = {}
    for label in _chains(first, gaps, most):
        at = _row_of(zone, label, left)
        if at is None:
            continue
        words = [word for _, segment in label for word in segment.words]
        beside = [segment for segment in zone[at] if segment.left - left > _ALIGNED_POINTS]
        right = max(segment.right for _, segment in label)
        whole[at] = [Segment(words, left, beside[0].top, right, beside[0].bottom), *beside]
        gone.update(index for index, _ in label if index != at)
    return [whole.get(at, row) for at, row in enumerate(zone) if at not in gone]


Label = list[tuple[int, Segment]]
"""The lines of a label, each with the number of the row that it stands in."""


def _chains(first: Label, gaps: Sequence[float], most: float) -> Iterator[Label]:
    chain = first[:1]
    for line, gap in zip(first[1:], gaps, strict=True):
        if gap > most:
            yield chain
            chain = []
        chain.append(line)
    yield chain


def _row_of(zone: Sequence[Row], label: Label, left: float) -> int | None:
    """The row with the figures that a label is of; None where there are none or several, or it may be no label."""
    top, bottom = label[0][1].top, label[-1][1].bottom
    beside = [at for at, _ in label if len(zone[at]) > 1]
    between = [
        at
        for at, row in enumerate(zone)
        if len(row) > 1 and row[0].left - left > _ALIGNED_POINTS and top < (row[0].top + row[0].bottom) / 2 < bottom
    ]
    if len(beside) + len(between) != 1 or len(label) < 2:
        return None
    if between:
        return between[0]
    place = [at for at, _ in label].index(beside[0])
    goes_on = 0 < place < len(label) - 1 or label[place][1].text[:1].islower()
    return beside[0] if place > 0 and goes_on else None
