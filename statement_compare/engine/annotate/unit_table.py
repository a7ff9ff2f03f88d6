"""The table of units, `resources/units.tsv`: each unit's size, its signs and its names in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from statement_compare import bundled
from statement_compare.engine.language import CODES
from statement_compare.errors import StatementCompareError

TABLE: Final = bundled.path("units.tsv")
SIZES: Final = bundled.path("unit_sizes.tsv")
COLUMNS: Final = ("unit", "size", "signs", *CODES)
MONEY: Final = "CUR:"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit. `size` is a definition for pint, "" where pint has one; `names` are forms by language code."""

    unit: str
    size: str
    signs: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]


def rows_of(table: str) -> tuple[UnitRow, ...]:
    """The rows of a table of units; StatementCompareError for one that is no such table."""
    header, *lines = (line.split("\t") for line in table.split("\n") if line and not line.startswith("#"))
    if header != list(COLUMNS):
        told = ", ".join(COLUMNS)
        raise _damaged(f"the columns are {', '.join(header)}, and must be {told}: one for each language")
    return tuple(_row(cells) for cells in lines)


def _row(cells: Sequence[str]) -> UnitRow:
    if len(cells) != len(COLUMNS):
        raise _damaged(f"{cells[0]}: {len(cells)} cells, and must be {len(COLUMNS)}, with a tab for each empty one")
    unit, size, *forms = cells
    signs, *names = (tuple(filter(None, cell.split("; "))) for cell in forms)
    return UnitRow(unit, size, signs, dict(zip(CODES, names, strict=True)))


@dataclass(frozen=True, slots=True)
class UnitSize:
    """One unit in the base unit of its dimension, and that dimension, both as pint has them: 1000.0, "[length]"."""

    size: float
    dimension: str


def sizes_of(table: str) -> dict[str, UnitSize]:
    """The sizes by unit that `sizes_text` has written."""
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {unit: UnitSize(float(size), dimension) for unit, size, dimension in rows}


def sizes_text(sizes: Mapping[str, UnitSize]) -> str:
    """The table of sizes as a file holds it; each figure is read back as the very same."""
    lines = [f"{unit}\t{each.size!r}\t{each.dimension}\n" for unit, each in sizes.items()]
    head = "# Made of units.tsv by scripts/unit_sizes.py: unit, size in the base unit of its dimension, dimension.\n"
    return head + "".join(lines)


def _damaged(fault: str) -> StatementCompareError:
    return StatementCompareError("units.damaged", f"resources/units.tsv: {fault}")


def faults(rows: Sequence[UnitRow]) -> Iterator[str]:
    """A line for everything in the rows that cannot be meant, but for what only pint can tell (`measures.faults`)."""
    seen: set[str] = set()
    for row in rows:
        if row.unit in seen:
            yield f"{row.unit}: there are two rows; put all its names into one"
        seen.add(row.unit)
        if row.unit.startswith(MONEY) and row.size:
            yield f"{row.unit}: a currency has no size"
        for place, forms in {"signs": row.signs, **row.names}.items():
            for form in forms:
                if form != form.strip() or "," in form or ";" in form or "*" in form[:-1]:
                    yield f"{row.unit}, {place}: {form!r} is no form; forms are parted by a semicolon and a space"
    for code in CODES:
        if not any(row.names[code] for row in rows):
            yield f"{code}: no unit has a name in this language"
        whose: dict[str, str] = {}
        for row in rows:
            for form in (*row.signs, *row.names[code]):
                first = whose.setdefault(key(form), row.unit)
                if first != row.unit:
                    yield f"{row.unit}, {code}: {form!r} is called {first} already; one form names one unit"


def key(form: str) -> str:
    """A form as it is looked up: small letters, and "_" for the space between two words."""
    return form.replace(" ", "_").casefold()


ROWS: Final = rows_of(TABLE.read_text(encoding="utf-8"))
