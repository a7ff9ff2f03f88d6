"""What each row of a table is about: its label, with the head that it stands under or the key beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from statement_compare.engine.align.labels import plain
from statement_compare.engine.language import own_words
from statement_compare.engine.model import Sentence
from statement_compare.engine.text.grid import Grid
from statement_compare.engine.text.table_heads import is_period
from statement_compare.engine.text.table_row import Cell, Row

_DIGIT = re.compile(r"\d")
_BETWEEN = ", "


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """A row that is a sentence; `cells` stand behind its label.

    `label` is its own, "" where that cell is empty, `heads` say of what it is told: "of them women" of "Miners",
    "Mined" of the section "Coal". `key` is what stands beside the label where several rows have the same: "2024"
    of "Arna".
    """

    sentence: Sentence
    label: str
    cells: tuple[Cell, ...]
    heads: tuple[str, ...] = ()
    key: str = ""

    @property
    def name(self) -> str:
        """All that the row is about: "Coal, Mined", "Arna, 2024"; "" where it has no label."""
        return _BETWEEN.join(filter(None, (*self.heads, self.label, self.key))) if self.label else ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A row of the body: `label` is "" where it has none, `section` the last name across the table above it."""

    row: Row
    label: str
    cells: tuple[Cell, ...]
    section: str
    is_section: bool


def labelled(grid: Grid, sentences: Iterable[tuple[Row, Sentence]], *, with_keys: bool | None) -> list[LabelledRow]:
    """The rows of a table that are sentences, in order.

    `with_keys` says whether the column behind the labels is part of what a row is about; None where the table itself
    tells: labels come twice, and the second column tells them apart. Empty where keys are asked for and it has none.
    """
    seen = _seen(grid)
    keys = _keys(seen, grid.heads.label_column + 1)
    if with_keys and keys is None:
        return []
    takes_keys = keys is not None and (with_keys or (with_keys is None and _are_needed(seen, keys)))
    heads = {} if takes_keys else _heads(seen)
    by_row = {each.row.first: (at, each) for at, each in enumerate(seen)}
    found = []
    for row, sentence in sentences:
        if row.first not in by_row:
            continue
        at, each = by_row[row.first]
        told = LabelledRow(sentence, each.label, each.cells, tuple(filter(None, (each.section, heads.get(at, "")))))
        if takes_keys and keys is not None and at in keys:
            told = replace(told, key=keys[at], cells=each.cells[1:])
        elif not takes_keys and not _own_label(each.row, grid.heads.label_column):
            told = replace(told, label="")
        found.append(told)
    return found


def is_total(label: str, language: str) -> bool:
    """Whether a row adds up others, by its label: "Total", "Итого по области"."""
    return not own_words("table_cells", "total", language).isdisjoint(plain(label))


def depends_on_others(label: str, language: str) -> bool:
    """Whether a row says something only together with the others: a total, or what they leave over ("Other")."""
    return is_total(label, language) or not own_words("table_cells", "rest", language).isdisjoint(plain(label))


def _seen(grid: Grid) -> list[_Seen]:
    column = grid.heads.label_column
    is_wide = any(len(row.cells) > 1 for row in grid.body)
    found: list[_Seen] = []
    section = last = ""
    for row in grid.body:
        label = _own_label(row, column)
        is_section = is_wide and len(row.cells) == 1 and bool(label) and not _DIGIT.search(label)
        if is_section:
            section, last = label, ""
        # A cell that reaches over several rows stands in the first of them alone.
        label = label or (last if row.cells[0].column == column + 1 else "")
        cells = tuple(cell for cell in row.cells if cell.column > column)
        found.append(_Seen(row, label, cells, "" if is_section else section, is_section))
        last = label
    return found


def _own_label(row: Row, column: int) -> str:
    label = next((cell.text for cell in row.cells if cell.column == column), "")
    if not label and not row.cells[0].text.strip(".").isdigit():
        # A total reaches over the column that counts rows.
        label = next((cell.text for cell in row.cells if cell.column < column), "")
    return label


def _keys(seen: Sequence[_Seen], column: int) -> dict[int, str] | None:
    """What stands in the column behind the labels, by the row, where that is a key in all: words, or periods."""
    keys = {
        at: cell.text
        for at, each in enumerate(seen)
        for cell in each.cells[:1]
        if cell.column == column and len(each.cells) > 1
    }
    rows = [at for at, each in enumerate(seen) if len(each.cells) > 1]
    if not keys or len(keys) < len(rows) or not all(_is_key(text) for text in keys.values()):
        return None
    told = Counter((plain(seen[at].section), plain(seen[at].label), plain(text)) for at, text in keys.items())
    return keys if max(told.values()) == 1 and all(seen[at].label for at in keys) else None


def _is_key(text: str) -> bool:
    return is_period(text) or not _DIGIT.search(text)


def _are_needed(seen: Sequence[_Seen], keys: dict[int, str]) -> bool:
    labels = Counter((plain(seen[at].section), plain(seen[at].label)) for at in keys)
    return max(labels.values()) > 1


def _heads(seen: Sequence[_Seen]) -> dict[int, str]:
    """The rows that stand under another one, with its label: "of them women" under "Miners" and under "Drivers".

    They are known by coming back: the same label stands more than once, each time under another row.
    """
    times = Counter((plain(each.section), plain(each.label)) for each in seen if each.label and not each.is_section)
    heads: dict[int, str] = {}
    above = ("", "")
    for at, each in enumerate(seen):
        if each.is_section:
            above = ("", "")
        elif times[plain(each.section), plain(each.label)] == 1:
            above = (each.section, each.label)
        elif each.label:
            heads[at] = above[1] if above[0] == each.section else ""
    apart = set(_told_apart(seen, heads))
    return {at: head for at, head in heads.items() if at in apart}


def _told_apart(seen: Sequence[_Seen], heads: dict[int, str]) -> Iterator[int]:
    """Of rows that share a label those that have a head each, and each another one."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[int]] = {}
    for at in heads:
        groups.setdefault((plain(seen[at].section), plain(seen[at].label)), []).append(at)
    for group in groups.values():
        named = [plain(heads[at]) for at in group]
        if all(named) and len(set(named)) == len(named):
            yield from group
