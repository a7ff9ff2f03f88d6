"""Pairs of tables: how they are written down, laid out as files, and counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.judging.table_files import file_of
from benchmarks.judging.table_gold import TableCount, TablePair, pairs_of
from statement_compare.engine.model import CompareOptions, Comparison
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_bytes
from statement_compare.engine.text.grid import grids

PAIR = """== shops
kind: trap
-- left
Closed so far.

| Village | Shops | Owners |
| Arna | {a 12} | {b 12} |
| Aksai | {c 7} | {d 3} |
-- right
| Village | Shops | Owners |
| Arna | {a 15} | {b 12} |
| Aksai | {c 7} | {d 3} |
-- gold
contradiction a
agreement c d
open b
"""
JOINED = "| Region | 2024 | < |\n| ^ | plan | fact |\n| Altyn | 110 | 115 |"


def written(tmp_path: Path, text: str) -> TablePair:
    file = tmp_path / "pairs.txt"
    file.write_text(text, encoding="utf-8")
    (pair,) = pairs_of(file)
    return pair


def compared(pair: TablePair) -> Comparison:
    left, right = (read_bytes(file_of(text, "md", ()), name="a.md") for text in pair.sides)
    return compare(left, right, CompareOptions(use_model=False, languages=pair.languages))


def test_figures_of_one_text_are_told_apart_by_what_stood_before(tmp_path: Path) -> None:
    pair = written(tmp_path, PAIR)

    assert [(figure.name, figure.text, figure.before) for figure in pair.figures[0]][:2] == [
        ("a", "12", 0),
        ("b", "12", 1),
    ]
    assert pair.gold == {"a": "contradiction", "c": "agreement", "d": "agreement", "b": "open"}
    assert (pair.is_trap, pair.formats, "{" in pair.sides[0]) == (True, ("md", "md"), False)


def test_what_is_told_is_counted_by_its_figures(tmp_path: Path) -> None:
    count = TableCount()

    count.add(pair := written(tmp_path, PAIR), compared(pair))

    assert (count.right, count.wrong, count.gold) == (
        {"contradiction": 1, "agreement": 2},
        {"contradiction": 0, "agreement": 0},
        {"contradiction": 1, "agreement": 2},
    )
    assert count.faults == []


def test_a_contradiction_that_gold_does_not_know_is_wrong_and_one_that_is_missed_is_named(tmp_path: Path) -> None:
    pair = written(tmp_path, PAIR.replace("contradiction a\nagreement c d", "contradiction c\nagreement d"))
    count = TableCount()

    count.add(pair, compared(pair))

    assert (count.right["contradiction"], count.wrong["contradiction"]) == (0, 1)
    assert "  missed contradiction: c  (shops)" in count.faults


@pytest.mark.parametrize("suffix", ["html", "docx", "rtf"])
def test_joined_cells_are_joined_in_each_format_that_knows_them(suffix: str) -> None:
    source = read_bytes(file_of(JOINED, suffix, ()), name=f"a.{suffix}")

    (grid,) = grids(source)
    assert [[(cell.column, cell.text) for cell in row.cells] for row in grid.rows] == [
        [(1, "Region"), (2, "2024")],
        [(2, "plan"), (3, "fact")],
        [(1, "Altyn"), (2, "110"), (3, "115")],
    ]


def test_every_pair_that_is_kept_names_its_figures_on_a_side_and_in_gold() -> None:
    folder = Path(__file__).parents[2] / "benchmarks/tables"
    for pair in (each for file in folder.glob("*.txt") for each in pairs_of(file)):
        told = {name for side in pair.figures for name in (figure.name for figure in side)}
        assert pair.gold.keys() <= told, pair.about
        firm = {name for name, verdict in pair.gold.items() if verdict != "open"}
        assert firm <= {figure.name for figure in pair.figures[0]} & {figure.name for figure in pair.figures[1]}
        assert "contradiction" not in pair.gold.values() or not pair.is_trap, pair.about


def test_no_contradiction_is_told_wrongly_on_the_kept_pairs_that_are_read_in_this_process() -> None:
    folder = Path(__file__).parents[2] / "benchmarks/tables"
    count = TableCount()

    for pair in (each for file in sorted(folder.glob("*.txt")) for each in pairs_of(file)):
        if pair.formats == ("md", "md"):
            count.add(pair, compared(pair))

    assert count.wrong == {"contradiction": 0, "agreement": 0}
    assert count.right["contradiction"] >= 25
    assert count.right["agreement"] >= 50
