"""Tables with lines around their cells: read cell by cell however near the words of two cells stand."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import typst

from statement_compare.engine.model import BlockKind, Source
from statement_compare.engine.readers import read_file
from statement_compare.engine.readers.page_rules import Grid, grids_of
from statement_compare.engine.readers.page_strokes import Rule
from statement_compare.engine.text.grid import grids

PAGE = '#set page(margin: 2.5cm)\n#set text(size: 10pt, font: "Noto Serif")\n'
PROSE = (
    "The union of seafarers published these figures on 3 November. They were taken from the duty rosters of the three "
    "ships of the line and were checked by two delegates on board.\n\n"
)
SHIPS = """
[Ship], [Crew on board], [Unpaid overtime hours], [Reported injuries],
[Aurora Line], [118], [620], [3],
[Nordic Belle], [96], [0], [4],
[Sund Express], [61], [145], [2],
"""
ROWS = [
    ["Ship", "Crew on board", "Unpaid overtime hours", "Reported injuries"],
    ["Aurora Line", "118", "620", "3"],
    ["Nordic Belle", "96", "0", "4"],
    ["Sund Express", "61", "145", "2"],
]


def read(tmp_path: Path, body: str) -> Source:
    path = tmp_path / "page.pdf"
    path.write_bytes(typst.compile((PAGE + body).encode("utf-8")))
    return read_file(path)


def rows(source: Source) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for grid in grids(source) for row in grid.rows]


@pytest.mark.parametrize(
    "setting",
    [
        "inset: 2pt, stroke: 0.5pt",  # names of columns that are no wider apart than words
        "inset: (x: 1.5pt, y: 0.5pt), stroke: 0.4pt",
        "inset: 2pt, stroke: 1.5pt + gray, fill: (_, y) => if y == 0 { silver }",
        "inset: 4pt, stroke: 0.5pt, align: right",
    ],
)
def test_cells_are_parted_by_the_lines_between_them(tmp_path: Path, setting: str) -> None:
    source = read(tmp_path, f"{PROSE}#table(columns: 4, {setting}, {SHIPS})\nThe ferry remained in port.")
    assert rows(source) == ROWS
    assert source.text.startswith("The union of seafarers published")
    assert "rosters of the three ships" in source.text
    assert source.text.rstrip().endswith("The ferry remained in port.")
    assert [block.kind for block in source.blocks].count(BlockKind.PARAGRAPH) == 2


def test_what_is_written_in_one_cell_is_one_text(tmp_path: Path) -> None:
    body = (
        "#table(columns: (2.4cm, 2.2cm, 4cm), inset: 2pt, stroke: 0.5pt, "
        "[Port], [Calls in October], [What the harbour office wrote in its log],"
        "[Varnholm and the outer islands], [41], [All calls were on time but for two, which were late by an hour.])"
    )
    assert rows(read(tmp_path, body)) == [
        ["Port", "Calls in October", "What the harbour office wrote in its log"],
        [
            "Varnholm and the outer islands",
            "41",
            "All calls were on time but for two, which were late by an hour.",
        ],
    ]


def test_words_parted_at_the_ends_of_lines_in_cells_are_put_together_as_in_prose(tmp_path: Path) -> None:
    body = (
        "The sea-going delegates met on board of the ferry in the first week of the month.\n\n"
        '#set text(hyphenate: true, lang: "en")\n'
        "#table(columns: (1.7cm, 1.9cm, 2.3cm, 2.5cm, 2cm), inset: 2pt, stroke: 0.5pt, "
        "[Season], [Crew], [Hours], [Group], [Staff], "
        "[2023-#linebreak()2024], [twenty-#linebreak()four], [Internationalisation], [Anglo-#linebreak()Norse line], "
        "[sea-#linebreak()going])"
    )
    assert rows(read(tmp_path, body))[1] == [
        "2023-2024", "twenty-four", "Internationalisation", "Anglo-Norse line", "sea-going"
    ]  # fmt: skip


def test_an_empty_cell_moves_no_figure_under_another_name(tmp_path: Path) -> None:
    table = SHIPS.replace("[96], [0]", "[], [0]")
    (grid,) = grids(read(tmp_path, f"#table(columns: 4, inset: 2pt, stroke: 0.5pt, {table})"))
    assert [(cell.column, cell.text) for cell in grid.rows[2].cells] == [(1, "Nordic Belle"), (3, "0"), (4, "4")]


def test_a_cell_may_take_several_columns(tmp_path: Path) -> None:
    body = (
        "#table(columns: 3, inset: 2pt, stroke: 0.5pt, table.cell(colspan: 3)[Duty rosters of October], "
        "[Ship], [Crew on board], [Reported injuries], [Aurora Line], [118], [3], [Nordic Belle], [96], [4])"
    )
    assert rows(read(tmp_path, body)) == [
        ["Duty rosters of October"],
        ["Ship", "Crew on board", "Reported injuries"],
        ["Aurora Line", "118", "3"],
        ["Nordic Belle", "96", "4"],
    ]


def test_rows_without_a_line_between_them_are_rows(tmp_path: Path) -> None:
    body = (
        "#table(columns: 4, inset: 2pt, stroke: (x, y) => (left: 0.5pt, right: 0.5pt, "
        f"top: if y < 2 {{ 0.5pt }}, bottom: if y == 3 {{ 0.5pt }}), {SHIPS})"
    )
    assert rows(read(tmp_path, body)) == ROWS


def test_the_outer_columns_of_a_table_may_have_no_lines_outside(tmp_path: Path) -> None:
    inner = "stroke: (x, y) => (left: if x > 0 { 0.5pt }, top: if y > 0 { 0.5pt })"
    source = read(tmp_path, f"{PROSE}#table(columns: 4, inset: 2pt, {inner}, {SHIPS})\nThe ferry remained in port.")
    assert rows(source) == ROWS
    assert source.text.rstrip().endswith("The ferry remained in port.")


def test_lines_between_the_names_of_columns_part_the_figures_below_as_well(tmp_path: Path) -> None:
    names_only = (
        "stroke: (x, y) => (left: if x * y == 0 { 0.5pt }, right: if x == 3 or y == 0 { 0.5pt }, "
        "top: if y < 2 { 0.5pt }, bottom: if y == 3 { 0.5pt })"
    )
    body = f"#table(columns: (4cm, 3cm, 4cm, 4cm), inset: 2pt, {names_only}, {SHIPS})"
    assert rows(read(tmp_path, body)) == ROWS


def test_a_cell_over_all_columns_whose_words_cross_them_is_none_of_the_table(tmp_path: Path) -> None:
    body = (
        "#table(columns: (2cm, 2cm, 2cm), inset: 2pt, stroke: 0.5pt, [Ship], [Crew], [Calls], [Aurora], [118], [3], "
        "table.cell(colspan: 3)[Total of all #h(2cm) 214])"
    )
    assert rows(read(tmp_path, body)) == [["Ship", "Crew", "Calls"], ["Aurora", "118", "3"]]


def test_white_space_parts_rows_that_no_line_parts(tmp_path: Path) -> None:
    log = "All calls were on time but for two, which were late by an hour because of the storm."
    frame = "stroke: (x, y) => (x: 0.5pt, top: if y < 2 { 0.5pt }, bottom: if y == 2 { 0.5pt })"
    body = (
        f"#table(columns: (2.2cm, 5cm), inset: (x: 2pt, y: 5pt), {frame}, "
        f"[Port], [What was said], [Varnholm], [{log}], [Sund], [No calls.])"
    )
    assert rows(read(tmp_path, body)) == [["Port", "What was said"], ["Varnholm", log], ["Sund", "No calls."]]


def test_many_rows_without_lines_between_them_are_no_columns_of_a_page(tmp_path: Path) -> None:
    body = "".join(f"[Voyage {n}], [{100 + n}], [{n}], " for n in range(1, 21))
    frame = "stroke: (x, y) => (x: 0.5pt, top: if y < 2 { 0.5pt }, bottom: if y == 20 { 0.5pt })"
    source = read(tmp_path, f"#table(columns: 3, inset: 2pt, {frame}, [Voyage], [Crew], [Calls], {body})")
    assert rows(source)[1:] == [[f"Voyage {n}", str(100 + n), str(n)] for n in range(1, 21)]


def test_a_table_may_have_lines_between_its_columns_alone(tmp_path: Path) -> None:
    frame = "stroke: (x, y) => (x: 0.5pt, top: if y == 0 { 0.5pt }, bottom: if y == 3 { 0.5pt })"
    assert rows(read(tmp_path, f"#table(columns: 4, inset: 2pt, {frame}, {SHIPS})")) == ROWS


def test_two_boxes_of_text_beside_each_other_are_no_table(tmp_path: Path) -> None:
    side = "The harbour office keeps a log of all calls and publishes it each month for the towns of the coast."
    other = "Every town of the coast reads it, and each of them answers within the week, as the law of the port says."
    source = read(
        tmp_path, f"#table(columns: (1fr, 1fr), inset: 6pt, stroke: 0.5pt, [{side} {side}], [{other} {other}])"
    )
    assert f"{side} {side}" in " ".join(source.text.split())
    assert all(block.kind is not BlockKind.TABLE_CELL for block in source.blocks)


def test_lines_under_words_are_no_lines_between_rows(tmp_path: Path) -> None:
    body = (
        "#table(columns: (3cm, 3cm, 3cm), inset: 2pt, stroke: 0.5pt, "
        "[#underline[Ship of the line]], [#strike[Crew]], [Hours], "
        "[Aurora and her sister ship Belle], [#underline[One hundred and eighteen, all told]], [3])"
    )
    assert rows(read(tmp_path, body)) == [
        ["Ship of the line", "Crew", "Hours"],
        ["Aurora and her sister ship Belle", "One hundred and eighteen, all told", "3"],
    ]


def test_long_texts_between_the_rows_of_a_table_are_read_as_columns_and_leave_its_rows_whole(tmp_path: Path) -> None:
    demand = (
        "The company grants all crew members a rest of eleven hours between two shifts and publishes the rosters. " * 6
    )
    answer = (
        "The office does not know the timetable of the port two weeks ahead and asks for another round of talks. " * 6
    )
    body = (
        "#table(columns: (1fr, 1fr), inset: 4pt, stroke: 0.5pt, [What the union demands], [What the office answers], "
        f"[{demand}], [{answer}], [Paid training.], [Accepted.])\nThe ferry remained in port."
    )
    source = read(tmp_path, body)
    assert rows(source)[0] == ["What the union demands", "What the office answers"]
    assert rows(source)[-1] == ["Paid training.", "Accepted."]
    text = " ".join(source.text.split())
    places = [text.index(part) for part in (demand.strip(), answer.strip(), "Paid training.")]
    assert places == sorted(places)


def test_a_name_in_the_middle_of_its_rows_stands_before_them(tmp_path: Path) -> None:
    body = (
        "#table(columns: 3, inset: 2pt, stroke: 0.5pt, [Region], [Port], [Calls], "
        "table.cell(rowspan: 3, align: horizon)[North], [], [], [Sund], [17], [Elk Bay], [9])"
    )
    assert rows(read(tmp_path, body)) == [["Region", "Port", "Calls"], ["North"], ["Sund", "17"], ["Elk Bay", "9"]]


def test_a_chart_with_lines_behind_its_figures_is_no_table(tmp_path: Path) -> None:
    lines = "".join(f"#place(dx: {n}cm, line(angle: 90deg, length: 6cm))" for n in range(7))
    lines += "".join(f"#place(dy: {n}cm, line(length: 6cm))" for n in range(7))
    figures = "".join(f"#place(dx: {n + 0.3}cm, dy: {5.3 - n}cm)[{10 + 15 * n}]" for n in range(5))
    figures += "#place(dx: 5.3cm, dy: 1.3cm)[70]"
    source = read(tmp_path, f"{PROSE}#box(width: 6cm, height: 6cm)[{lines}{figures}]\n\nThe ferry remained in port.")
    assert all(block.kind is not BlockKind.TABLE_CELL for block in source.blocks)


def test_two_columns_of_prose_in_a_frame_are_no_table(tmp_path: Path) -> None:
    side = "The harbour office keeps a log of all calls and publishes it each month for the towns of the coast. " * 6
    body = f"#table(columns: (1fr, 1fr), inset: 6pt, stroke: 0.5pt, [A], [B], [{side}], [{side}])"
    source = read(tmp_path, body)
    assert "keeps a log of all calls and publishes it each month" in " ".join(source.text.split())
    assert not any(len(row) > 1 and "harbour" in row[0] for row in rows(source))


def test_a_frame_around_a_paragraph_leaves_it_one(tmp_path: Path) -> None:
    source = read(tmp_path, f"#rect(inset: 8pt)[{PROSE}]\n#line(length: 100%)\nThe ferry remained in port.")
    assert all(block.kind is not BlockKind.TABLE_CELL for block in source.blocks)
    assert "rosters of the three ships of the line" in source.text


def test_a_ruled_table_in_a_column_is_read_within_it(tmp_path: Path) -> None:
    table = "#table(columns: 2, inset: 2pt, stroke: 0.5pt, [Ship], [Crew], [Aurora Line], [118], [Nordic Belle], [96])"
    body = f"#columns(2)[{PROSE}{table}\nThe ferry remained in port for nine days.\n#colbreak()\n{PROSE * 2}]"
    source = read(tmp_path, body)
    assert rows(source) == [["Ship", "Crew"], ["Aurora Line", "118"], ["Nordic Belle", "96"]]
    assert source.text.index("Nordic Belle") < source.text.index("The ferry remained")
    assert source.text.count("checked by two delegates on board.") == 3


PORTS = "[Port], [Calls], [Varnholm], [41], [Sund], [17], [Elk Bay], [9]"
ROWS_OF_PORTS = [["Port", "Calls"], ["Varnholm", "41"], ["Sund", "17"], ["Elk Bay", "9"]]


def test_tables_beside_each_other_are_read_one_after_the_other(tmp_path: Path) -> None:
    ships = "#table(columns: 2, inset: 2pt, stroke: 0.5pt, [Ship], [Crew], [Aurora #linebreak() Line], [118])"
    ports = f"#table(columns: 2, inset: 3pt, stroke: 0.5pt, {PORTS})"
    source = read(tmp_path, f"{PROSE}#grid(columns: (5cm, 5cm), [{ships}], [{ports}])\n\nThe ferry remained in port.")
    assert rows(source) == [["Ship", "Crew"], ["Aurora Line", "118"], *ROWS_OF_PORTS]
    assert source.text.index("on board.") < source.text.index("Ship")
    assert source.text.rstrip().endswith("The ferry remained in port.")


@pytest.mark.parametrize("is_left", [True, False])
def test_a_text_beside_a_table_keeps_its_lines_together(tmp_path: Path, is_left: bool) -> None:
    table = f"[#table(columns: 2, inset: 3pt, stroke: 0.5pt, {PORTS})]"
    sides = f"{table}, [{PROSE}]" if is_left else f"[{PROSE}], {table}"
    body = f"The harbour office wrote.\n\n#grid(columns: (7cm, 7cm), {sides})\n\nThe ferry remained in port."
    source = read(tmp_path, body)
    assert rows(source) == ROWS_OF_PORTS
    assert "They were taken from the duty rosters of the three ships of the line" in source.text
    assert (source.text.index("Varnholm") < source.text.index("The union")) is is_left
    assert source.text.startswith("The harbour office wrote.")
    assert source.text.rstrip().endswith("The ferry remained in port.")


def test_names_of_rows_before_the_lines_of_a_table_stay_beside_their_rows(tmp_path: Path) -> None:
    name = "The ferries of the northern line"
    cells = "".join(
        f"[{name} {n}], table.cell(stroke: 0.5pt)[{n}], table.cell(stroke: 0.5pt)[{n + 7}], " for n in range(4)
    )
    source = read(tmp_path, f"#table(columns: 3, inset: 3pt, stroke: none, {cells})")
    assert all(source.text.index(f"{name} {n}") < source.text.index(f"{name} {n + 1}") for n in range(3))
    assert source.text.index(f"{name} 0") < source.text.index("7") < source.text.index(f"{name} 1")


def ruled(columns: list[float], lines: list[float]) -> tuple[list[Rule], list[Rule]]:
    """All sides of all cells, each drawn for itself."""
    across = [Rule(y, a, b) for y in lines for a, b in pairwise(columns)]
    return across, [Rule(x, a, b) for x in columns for a, b in pairwise(lines)]


def test_sides_that_each_cell_drew_for_itself_are_one_grid() -> None:
    across, down = ruled([10, 60, 110], [20, 40, 60, 80])
    doubled = [rule._replace(at=rule.at + 0.5) for rule in across]
    assert grids_of([*across, *doubled], down) == [
        Grid((10, 60, 110), (20.25, 40.25, 60.25, 80.25), frozenset(), frozenset())
    ]


def test_lines_of_squared_paper_are_no_single_one() -> None:
    across, down = ruled([10, 60, 110], [20 + 2 * n for n in range(40)])
    (grid,) = grids_of(across, down)
    assert len(grid.rows) == 20


def test_dots_beside_a_line_move_it_nowhere() -> None:
    across, down = ruled([10, 60, 110], [20, 40, 60])
    dots = [Rule(x, 20, 20.7) for x in range(9, 112)]
    assert grids_of(across, [*down, *dots]) == grids_of(across, down)


def test_lines_that_do_not_meet_or_close_no_cell_are_no_table() -> None:
    across, down = ruled([10, 60, 110], [20, 40, 60])
    assert grids_of(across, []) == []
    assert grids_of(across[:2], down[:2]) == []
    assert grids_of(across, [rule._replace(at=rule.at + 300) for rule in down]) == []


def test_lines_about_words_of_a_text_are_no_table() -> None:
    # Under a row of words each, with a short one before and behind them.
    across = [Rule(20, 10, 130), Rule(40, 10, 200), Rule(60, 10, 200)]
    down = [Rule(10, 26, 40), Rule(70, 26, 40), Rule(110, 46, 60), Rule(170, 46, 60)]
    assert grids_of(across, down) == []


def test_the_corner_of_a_table_may_have_no_lines() -> None:
    across, down = ruled([10, 60, 110, 160], [20, 40, 60])
    found = grids_of([rule for rule in across if rule != (20, 10, 60)], [rule for rule in down if rule != (10, 20, 40)])
    assert [(grid.columns, grid.rows) for grid in found] == [((10, 60, 110, 160), (20, 40, 60))]


def test_a_line_under_nearly_all_of_a_cell_closes_it_nowhere() -> None:
    across, down = ruled([10, 120, 230], [20, 60, 100])
    (grid,) = grids_of([*across, Rule(40, 12, 112)], down)
    assert grid.cell_at(50, 50) == (0, 0)


def test_two_tables_beside_each_other_are_two() -> None:
    one, other = ruled([10, 60, 110], [20, 40, 60]), ruled([210, 260, 310], [20, 40, 60])
    assert [grid.columns[0] for grid in sorted(grids_of(one[0] + other[0], one[1] + other[1]), key=str)] == [10, 210]


def test_a_drawing_of_thousands_of_lines_is_no_table() -> None:
    assert grids_of(*ruled([3.0 * n for n in range(400)], [20, 40, 60])) == []


def test_who_writes_and_when_is_no_table_above_all_else(tmp_path: Path) -> None:
    head = (
        "#table(columns: (1fr, 1fr), inset: 3pt, stroke: 0.5pt, [Nordsund Lines AS \\ Harbour Road 4 \\ Sund], "
        "[3 November 2025 \\ Our reference 412/25], [To the union of seafarers], [Page 1])"
    )
    source = read(tmp_path, f"{head}\n= Reply to the union\n{PROSE}")
    assert source.date == date(2025, 11, 3)
    assert source.title == "Reply to the union"
    below = read(tmp_path, f"{PROSE}{head}")
    assert rows(below)[0][1].startswith("3 November 2025")


def test_a_figure_and_its_share_below_it_are_one_cell(tmp_path: Path) -> None:
    body = (
        "#table(columns: (3.2cm, 2cm, 2cm), inset: 2pt, stroke: 0.5pt, [Group], [2023], [2024], "
        "[Nurses on permanent contracts], [1,204 \\ (41.2)], [998 \\ (39.5)], "
        "[Porters], [300 \\ (10.1)], [310 \\ (12.2)])"
    )
    assert rows(read(tmp_path, body))[1:] == [
        ["Nurses on permanent contracts", "1,204 (41.2)", "998 (39.5)"],
        ["Porters", "300 (10.1)", "310 (12.2)"],
    ]
