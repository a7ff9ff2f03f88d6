"""Lines around the cells of tables, in all the ways that programs draw them into a PDF."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest

from statement_compare.engine.model import Source
from statement_compare.engine.readers import read_bytes
from statement_compare.engine.readers.page_rules import grids_of
from statement_compare.engine.readers.page_strokes import Rule, rules_of
from statement_compare.engine.text.grid import grids

Pdf = Callable[..., bytes]
At = Callable[..., Any]

SHIPS = [
    ["Ship", "Crew on board", "Unpaid overtime hours", "Reported injuries"],
    ["Aurora Line", "118", "620", "3"],
    ["Nordic Belle", "96", "0", "4"],
]
# The edges of the columns, two points before and behind their longest words, and those of the rows from the top down.
XS, YS = [60, 124, 194, 304, 394], [700, 684, 668, 652]
SEEN = (0.0, 0.0, 595.0, 842.0)


def lines(a: float = 1.0, move: float = 0.0) -> str:
    """All lines as one path, made smaller and moved."""
    down = [f"{x * a + move} {YS[0] * a} m {x * a + move} {YS[-1] * a} l" for x in XS]
    across = [f"{XS[0] * a + move} {y * a} m {XS[-1] * a + move} {y * a} l" for y in YS]
    return " ".join([*down, *across])


def bars(thickness: float) -> list[str]:
    half = thickness / 2
    down = [f"{x - half} {YS[-1]} {thickness} {YS[0] - YS[-1]} re" for x in XS]
    return [*down, *(f"{XS[0] - half} {y - half} {XS[-1] - XS[0] + thickness} {thickness} re" for y in YS)]


def cells() -> list[str]:
    return [f"{a} {d} {b - a} {c - d} re" for c, d in pairwise(YS) for a, b in pairwise(XS)]


def turned_cells() -> list[str]:
    return [f"{d} {-b} {c - d} {b - a} re" for c, d in pairwise(YS) for a, b in pairwise(XS)]


def dots() -> list[str]:
    down = [f"{x - 0.5} {y} 1 1 re" for x in XS for y in range(YS[-1], YS[0], 2)]
    return [*down, *(f"{x} {y - 0.5} 1 1 re" for y in YS for x in range(XS[0], XS[-1], 2))]


def words(at: At, below: float = 12.0) -> list[Any]:
    return [at(XS[k] + 2, YS[i] - below, text) for i, row in enumerate(SHIPS) for k, text in enumerate(row)]


def rows(source: Source) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for grid in grids(source) for row in grid.rows]


@pytest.mark.parametrize(
    "drawing",
    [
        " f ".join(bars(0.5)) + " f",
        " ".join(bars(0.5)) + " f",  # all of them as one path
        "0.6 0.8 1 rg " + " f ".join(bars(5)) + " f 0 g",
        "0.6 0.8 1 rg " + " ".join(bars(5)) + " f 0 g",
        " S ".join(cells()) + " S",
        " ".join(cells()) + " S",
        "5 w " + lines() + " S",
        "[1 2] 0 d " + lines() + " S",
        " f ".join(dots()) + " f",
        "q 2 0 0 2 -120 0 cm " + lines(0.5, 60) + " S Q",
        "q 0 1 -1 0 0 0 cm " + " S ".join(turned_cells()) + " S Q",
        # And lines that belong to no table.
        lines() + " S 0 2000 m 5000 2000 l S -900 -900 m -900 3000 l S 1e30 5 10 10 re S 0 0 0 0 re f",
    ],
)  # fmt: skip
def test_the_lines_of_a_table_are_found_however_they_are_drawn(pdf: Pdf, at: At, drawing: str) -> None:
    assert rows(read_bytes(pdf(words(at), drawing=drawing), name="a.pdf")) == SHIPS


def test_without_its_lines_that_table_would_be_misread(pdf: Pdf, at: At) -> None:
    assert rows(read_bytes(pdf(words(at)), name="a.pdf")) != SHIPS


@pytest.mark.parametrize(
    ("drawing", "form", "extra"),
    [
        ("/X1 Do", lines() + " S", ""),
        ("q 1 0 0 1 -60 20 cm /X1 Do Q", lines(0.5, 30) + " S", "/Matrix [2 0 0 2 0 -20]"),
    ],
)
def test_lines_within_a_form_lie_where_the_form_does(pdf: Pdf, at: At, drawing: str, form: str, extra: str) -> None:
    data = pdf(words(at), drawing=drawing, form=form, form_extra=extra)
    assert rows(read_bytes(data, name="a.pdf")) == SHIPS


@pytest.mark.parametrize("box", ["/CropBox [50 80 560 830]", "/MediaBox [-20 -20 700 900]"])
def test_lines_on_a_cropped_page_stay_around_their_words(pdf: Pdf, at: At, box: str) -> None:
    data = pdf(words(at), drawing=lines() + " S", page_extra=box)
    assert rows(read_bytes(data, name="a.pdf")) == SHIPS


def drawn(data: bytes, angle: int = 0) -> tuple[list[Rule], list[Rule]]:
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    try:
        return rules_of(page.raw, SEEN, angle)
    finally:
        page.close()
        document.close()


@pytest.mark.parametrize(
    ("angle", "across", "down"),
    [
        (0, [Rule(792, 100, 300)], [Rule(40, 42, 142)]),
        (90, [Rule(40, 700, 800)], [Rule(50, 100, 300)]),
        (180, [Rule(50, 295, 495)], [Rule(555, 700, 800)]),
        (270, [Rule(555, 42, 142)], [Rule(792, 295, 495)]),
        (1, [], []),
    ],
)
def test_lines_turn_with_the_words(pdf: Pdf, angle: int, across: list[Rule], down: list[Rule]) -> None:
    data = pdf([], drawing="0 0 0 0 re f 100 49.5 200 1 re f 39.5 700 1 100 re f")
    assert drawn(data, angle) == (across, down)


def test_a_filled_box_a_slope_and_a_curve_are_no_lines(pdf: Pdf) -> None:
    boxes = "100 100 40 20 re f 100 200 6 8 re f 100 300 m 200 340 l 150 380 l s 100 400 m 120 500 140 300 160 400 c S"
    assert drawn(pdf([], drawing=boxes)) == ([], [])


@pytest.mark.parametrize(
    "drawing",
    [
        "".join(f"{i % 500} {i % 700} 300 .5 re f " for i in range(4_100)),
        "".join("10 10 m " + "37 91 l 15 400 l " * 30 + "S " for _ in range(3_900)),
        " ".join(f"{k % 590} {k % 800} m {k * 7 % 590} {k % 800} l" for k in range(50_000)) + " S",
    ],
)
def test_a_drawing_of_very_many_pieces_has_no_lines(pdf: Pdf, drawing: str) -> None:
    data = pdf([], drawing=drawing)
    begin = time.process_time()
    assert drawn(data) == ([], [])
    assert time.process_time() - begin < 2


def test_paper_with_squares_is_looked_at_in_no_time() -> None:
    across = [Rule(3.0 * n, 0, 900) for n in range(299)]
    begin = time.process_time()
    (grid,) = grids_of(across, across)
    assert time.process_time() - begin < 2
    assert (len(grid.columns), len(grid.open_walls)) == (299, 0)


def test_a_form_that_draws_itself_is_drawn_so_often_and_no_more(pdf: Pdf, at: At) -> None:
    data = pdf(
        words(at), drawing="/X1 Do", form=lines() + " S /X1 Do", form_extra="/Resources << /XObject << /X1 6 0 R >> >>"
    )
    assert rows(read_bytes(data, name="a.pdf")) == SHIPS


@pytest.mark.parametrize("number", ["1e38", "-1e39", "nan", "99999999999999999999999999"])
def test_numbers_beyond_all_measure_are_no_lines(pdf: Pdf, at: At, number: str) -> None:
    drawing = f"{number} 5 m {number} 90 l S 5 {number} 10 10 re S 0 0 {number} 1 re f 0 0 m {number} 0 l 5 5 l S "
    source = read_bytes(pdf(words(at), drawing=drawing + lines() + " S"), name="a.pdf")
    assert rows(source) == SHIPS
