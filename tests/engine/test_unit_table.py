"""The table of units: every row whole, of a known size, and read as what it says; a slip is named in words."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from statement_compare.engine.annotate import measures, unit_table
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.unit_table import COLUMNS, ROWS, SIZES, UnitRow, key, rows_of
from statement_compare.engine.annotate.unit_words import CASED, CODES_IN_CAPITALS, DOUBTS
from statement_compare.engine.annotate.units import unit
from statement_compare.engine.language import CODES
from statement_compare.errors import StatementCompareError

ROOT = Path(__file__).resolve().parent.parent.parent
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
    assert "\n".join(faults_of(ROWS)) == ""


def test_the_table_of_sizes_holds_what_pint_says() -> None:
    assert measures.asked_of_pint() == unit_table.sizes_of(SIZES.read_text(encoding="utf-8")), "run make unit-sizes"


@pytest.mark.parametrize("value", [0.0, 1.0, -3.0, 0.1, 5_000.0, 1 / 3, 1.23456789e9, 7e-5])
def test_a_size_from_the_table_is_to_the_last_bit_what_pint_converts(value: float) -> None:
    names = unit_table.sizes_of(SIZES.read_text(encoding="utf-8"))
    converted = {name: float(measures._registry().Quantity(value, name).to_base_units().magnitude) for name in names}
    assert {name: measures.to_base(value, name) for name in names} == converted


def test_a_unit_that_was_not_measured_yet_is_asked_of_pint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "_sizes", dict[str, object])
    measures.to_base.cache_clear()
    measures.dimension.cache_clear()
    assert (measures.to_base(2.0, "mile"), measures.dimension("mile")) == (3218.688, "[length]")


def test_two_pages_are_compared_without_loading_pint() -> None:
    code = (
        "import sys\n"
        "from statement_compare import bundled\n"
        "from statement_compare.__main__ import main\n"
        "sides = [str(bundled.path('samples', name)) for name in ('ministry.txt', 'company.txt')]\n"
        "main(['facts', *sides, '--no-model', '--quiet'])\n"
        "assert 'statement_compare.engine.annotate.measures' in sys.modules\n"
        "sys.exit('pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, "3.2 million" in done.stdout) == (0, True), done.stderr


def is_settled_elsewhere(code: str, form: str) -> bool:
    """Whether a table of its own says when the form is the unit: a word that is another one more often, or a sign."""
    return (code, key(form)) in DOUBTS or form.upper() in CODES_IN_CAPITALS or form in CASED


@pytest.mark.parametrize("code", CODES)
def test_every_form_is_read_as_its_unit(code: str) -> None:
    apart = []
    for row in ROWS:
        meant = unit(row.unit)
        meant, _ = meant.coin_of or (meant, 1)
        for form in (*row.signs, *row.names[code]):
            found = [each.unit for each in quantities(lone_reading(f"7 {form.rstrip('*')}", code))]
            if found != [meant] and not is_settled_elsewhere(code, form) and (code, form) not in READ_OTHERWISE:
                apart.append(
                    f'{row.unit}, {code}: "7 {form}" is read as {found}; the words are told apart in another table'
                )
    assert "\n".join(apart) == ""


def with_row(text: str) -> tuple[UnitRow, ...]:
    return (*ROWS, *rows_of("\t".join(COLUMNS) + "\n" + text + "\t" * (len(COLUMNS) - 1 - text.count("\t"))))


@pytest.mark.parametrize(
    "row", ["angstrom_star\t\t\tsmoot; smoots", "inkpot\t0.25 * liter\t\tinkpotful", "CUR:XTS\t\txts"]
)
def test_a_unit_is_one_row(row: str) -> None:
    assert "\n".join(faults_of(with_row(row))) == ""


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("smoott\t\t\tsmoot", "smoott: pint knows no such unit; a size is written as '1066.8 * meter'"),
        (
            "inkpot\t1.14 metres long\t\tinkpot",
            "inkpot: its size '1.14 metres long' names no unit of pint or of this table",
        ),
        ("inkpot\t1.14 * (meter\t\tinkpot", "inkpot: '1.14 * (meter' is no size that pint reads"),
        ("smoot\t-3 * meter\t\tsmoot", "smoot: a size is more than nought"),
        ("CUR:XTS\t3\txts", "CUR:XTS: a currency has no size"),
        ("verst\t\t\tverst", "verst: there are two rows; put all its names into one"),
        ("smoot\t\t\tyards", "smoot, en: 'yards' is called yard already; one form names one unit"),
        ("smoot\t\tkm", "smoot, kk: 'km' is called kilometer already; one form names one unit"),
        (
            "smoot\t\t\tsmoot, smoots",
            "smoot, en: 'smoot, smoots' is no form; forms are parted by a semicolon",
        ),
        ("smoot\t\t\tsm*oot", "smoot, en: 'sm*oot' is no form; forms are parted by a semicolon"),
    ],
)
def test_a_slip_in_a_row_is_named(row: str, fault: str) -> None:
    assert any(each.startswith(fault) for each in faults_of(with_row(row))), faults_of(with_row(row))


def test_a_language_without_names_is_named() -> None:
    nameless = tuple(replace(row, names={**row.names, "it": ()}) for row in ROWS)
    assert faults_of(nameless) == ["it: no unit has a name in this language"]


def test_a_row_with_too_few_cells_or_a_column_too_few_is_named() -> None:
    header = "\t".join(COLUMNS)
    with pytest.raises(StatementCompareError, match=r"smoot: 2 cells, and must be \d+, with a tab for each empty one"):
        rows_of(f"{header}\nsmoot\tsmoots")
    with pytest.raises(StatementCompareError, match=r"must be unit, size, signs, en, .*: one for each language"):
        rows_of(header.rpartition("\t")[0])
