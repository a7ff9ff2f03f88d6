"""The table of units: every row whole, of a known size, and read as what it says; a slip is named in words."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate import measures, unit_table
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.unit_table import COLUMNS, ROWS, UnitRow, key, rows_of
from statement_compare.engine.annotate.unit_words import CASED, CODES_IN_CAPITALS, DOUBTS, SMALLER_COIN
from statement_compare.engine.language import CODES
from statement_compare.errors import StatementCompareError

# Forms that stand in the table and are read as something else, with the reason.
READ_OTHERWISE = {
    ("fr", "mille marin"): '"mille" is a thousand',
    ("fr", "mille nautique"): '"mille" is a thousand',
    ("ru", "кв"): '"кв" before a length is "square", before a number the number of a flat',
    **{(code, "km2"): "a figure behind letters is a number of its own" for code in CODES},
}


def faults_of(rows: tuple[UnitRow, ...]) -> list[str]:
    return [*unit_table.faults(rows), *measures.faults(rows)]


def test_the_shipped_table_has_no_faults() -> None:
    assert faults_of(ROWS) == []


def is_settled_elsewhere(code: str, form: str) -> bool:
    """Whether a table of its own says when the form is the unit: a word that is another one more often, or a sign."""
    return (code, key(form)) in DOUBTS or form.upper() in CODES_IN_CAPITALS or form in CASED


@pytest.mark.parametrize("code", CODES)
def test_every_form_is_read_as_its_unit(code: str) -> None:
    apart = []
    for row in ROWS:
        unit = SMALLER_COIN.get(row.unit, (row.unit, 1))[0]
        for form in (*row.signs, *row.names[code]):
            found = [each.unit for each in quantities(f"7 {form.rstrip('*')}", code)]
            if found != [unit] and not is_settled_elsewhere(code, form) and (code, form) not in READ_OTHERWISE:
                apart.append(
                    f'{row.unit}, {code}: "7 {form}" is read as {found}; the words are told apart in another table'
                )
    assert apart == []


def with_row(text: str) -> tuple[UnitRow, ...]:
    return (*ROWS, *rows_of("\t".join(COLUMNS) + "\n" + text + "\t" * (len(COLUMNS) - 1 - text.count("\t"))))


@pytest.mark.parametrize(
    "row", ["furlong\t\tfur\tfurlong; furlongs", "cubit\t0.4572 * meter\t\tcubit", "CUR:THB\t\tthb"]
)
def test_a_unit_is_one_row(row: str) -> None:
    assert faults_of(with_row(row)) == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("furlog\t\t\tfurlong", "furlog: pint knows no such unit; a size is written as '1066.8 * meter'"),
        ("ell\t1.14 metres long\t\tells", "ell: its size '1.14 metres long' names no unit of pint or of this table"),
        ("ell\t1.14 * (meter\t\tells", "ell: '1.14 * (meter' is no size that pint reads"),
        ("furlong\t-3 * meter\t\tfurlong", "furlong: a size is more than nought"),
        ("CUR:THB\t3\tthb", "CUR:THB: a currency has no size"),
        ("verst\t\t\tverst", "verst: there are two rows; put all its names into one"),
        ("furlong\t\t\tyards", "furlong, en: 'yards' is called yard already; one form names one unit"),
        ("furlong\t\tkm", "furlong, kk: 'km' is called kilometer already; one form names one unit"),
        (
            "furlong\t\t\tfurlong, furlongs",
            "furlong, en: 'furlong, furlongs' is no form; forms are parted by a semicolon",
        ),
        ("furlong\t\t\tfur*long", "furlong, en: 'fur*long' is no form; forms are parted by a semicolon"),
    ],
)
def test_a_slip_in_a_row_is_named(row: str, fault: str) -> None:
    assert any(each.startswith(fault) for each in faults_of(with_row(row))), faults_of(with_row(row))


def test_a_row_with_too_few_cells_or_a_column_too_few_is_named() -> None:
    header = "\t".join(COLUMNS)
    with pytest.raises(
        StatementCompareError, match=r"furlong: 2 cells, and must be \d+, with a tab for each empty one"
    ):
        rows_of(f"{header}\nfurlong\tfur")
    with pytest.raises(StatementCompareError, match=r"must be unit, size, signs, en, .*: one for each language"):
        rows_of(header.rpartition("\t")[0])
