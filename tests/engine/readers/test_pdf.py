"""PDFs: reading order, paragraphs and headings out of geometry, and what is said of those that cannot be read."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from statement_compare.engine.model import BlockKind, Source
from statement_compare.engine.readers import read_bytes, read_file
from statement_compare.engine.text.grid import grids
from statement_compare.errors import UnreadableFileError

P, H, L, C = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL
Pdf = Callable[..., bytes]
At = Callable[..., Any]

LEFT = (
    "The company says that it has paid every fine that the ministry set in the last five years and that no letter was "
    "left unanswered. Its lawyers will publish the correspondence next week."
)
RIGHT = (
    "The ministry keeps a register of all wells in the northern field. It lists forty wells that were closed without "
    "notice, and the inspectors found no records of the closures at all."
)
RUSSIAN = (
    "Министерство энергетики отвергает обвинения компании и публикует все письма, которые были отправлены в совет "
    "директоров весной этого года. Ответа на них нет."
)


def read(data: bytes) -> Source:
    return read_bytes(data, name="statement.pdf")


def pieces(source: Source) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(source.text)) for block in source.blocks]


def set_text(at: At, x: float, y: float, text: str, characters: int, indent: int = 0) -> list[Any]:
    """A paragraph set in lines of so many characters, 12 points apart."""
    lines = textwrap.wrap(text, characters, initial_indent="_" * indent)
    return [
        at(x + (5 * indent if i == 0 else 0), y - 12 * i, line.removeprefix("_" * indent))
        for i, line in enumerate(lines)
    ]


def test_wrapped_lines_are_one_paragraph_and_a_gap_starts_the_next(pdf: Pdf, at: At) -> None:
    first = set_text(at, 60, 780, LEFT, 80)
    second = set_text(at, 60, 780 - 12 * len(first) - 8, RUSSIAN, 80)
    assert pieces(read(pdf([*first, *second]))) == [(P, LEFT), (P, RUSSIAN)]


def test_an_indent_starts_a_paragraph_where_there_are_no_gaps(pdf: Pdf, at: At) -> None:
    texts: list[Any] = []
    for text in (LEFT, RIGHT, LEFT):
        texts += set_text(at, 60, 780 - 12 * len(texts), text, 80, indent=4)
    assert [text for _, text in pieces(read(pdf(texts)))] == [LEFT, RIGHT, LEFT]


def test_columns_are_read_one_after_the_other_below_the_headline(pdf: Pdf, at: At) -> None:
    left, right = set_text(at, 60, 720, LEFT, 44), set_text(at, 310, 717, RIGHT, 44)
    # The file draws them line by line across the page, as many programs do.
    mixed = [text for pair in zip(left, right, strict=False) for text in pair]
    mixed += left[len(right) :] + right[len(left) :]
    headline = at(60, 760, "The ministry and the company disagree about the wells", 18)
    assert pieces(read(pdf([headline, *mixed]))) == [
        (H, "The ministry and the company disagree about the wells"),
        (P, LEFT),
        (P, RIGHT),
    ]


def test_three_columns_are_read_one_after_the_other(pdf: Pdf, at: At) -> None:
    columns = [set_text(at, 40 + 175 * i, 760 - 3 * i, text, 30) for i, text in enumerate((LEFT, RIGHT, LEFT))]
    assert [text for _, text in pieces(read(pdf([text for column in columns for text in column])))] == [
        LEFT,
        RIGHT,
        LEFT,
    ]


def test_short_lines_below_two_columns_are_read_behind_both(pdf: Pdf, at: At) -> None:
    left, right = set_text(at, 60, 760, LEFT, 44), set_text(at, 310, 760, RIGHT, 44)
    below = [at(60, 640, "The fine was paid."), at(60, 620, "No customer lost money.")]
    assert [text for _, text in pieces(read(pdf([*left, *below, *right])))] == [
        LEFT,
        RIGHT,
        "The fine was paid.",
        "No customer lost money.",
    ]


def test_justified_columns_with_wide_gaps_are_no_table(pdf: Pdf, at: At) -> None:
    """Two columns whose lines are stretched word by word to the same width, as browsers set narrow columns."""
    texts = []
    for x, text in ((40, LEFT), (320, RIGHT)):
        for row, line in enumerate(textwrap.wrap(text, 36)):
            words = line.split()
            gap = (205 - 5 * len("".join(words))) / max(1, len(words) - 1)
            place = x
            for word in words:
                texts.append(at(place, 760 - 12 * row, word))
                place += 5 * len(word) + gap
    assert pieces(read(pdf(texts))) == [(P, LEFT), (P, RIGHT)]


def test_a_letterhead_in_two_blocks_stays_apart_from_the_text(pdf: Pdf, at: At) -> None:
    head = [at(60, 800, "Ministry of Energy"), at(60, 788, "Press Office"), at(60, 776, "Republic of Kazakhstan")]
    head += [at(400, 800, "19 Kabanbay Avenue"), at(400, 788, "Astana 010000"), at(400, 776, "Tel. 7172 000000")]
    source = read(pdf([*head, at(60, 740, "The fine was paid in 2020."), at(60, 720, "No customer lost money.")]))
    assert [text for _, text in pieces(source)][-2:] == ["The fine was paid in 2020.", "No customer lost money."]


def test_rows_of_a_table_are_read_cell_by_cell(pdf: Pdf, at: At) -> None:
    rows = [("Year", "Wells", "Barrels"), ("2020", "12", "5,000"), ("2021", "40", "1,000")]
    table = [at(60 + 140 * c, 700 - 14 * r, cell) for r, row in enumerate(rows) for c, cell in enumerate(row)]
    source = read(pdf([*set_text(at, 60, 780, LEFT, 88), *table]))
    assert source.text == f"{LEFT}\n\nYear\tWells\tBarrels\n2020\t12\t5,000\n2021\t40\t1,000\n"
    assert [kind for kind, _ in pieces(source)] == [P] + [C] * 9


def test_headers_footers_and_page_numbers_are_left_out_and_paragraphs_go_on(pdf: Pdf, at: At) -> None:
    whole = " ".join([LEFT, RIGHT] * 3)
    lines = textwrap.wrap(whole, 88)
    pages = [
        [
            at(60, 815, "Ministry of Energy - Press Office", 9),
            *(at(60, 770 - 12 * i, line) for i, line in enumerate(lines[start : start + 4])),
            at(290, 30, f"Page {number} of 3", 9),
        ]
        for number, start in enumerate(range(0, len(lines), 4), 1)
    ]
    source = read(pdf(*pages))
    assert pieces(source) == [(P, whole)]
    assert source.notes == ("running_lines_left_out",)


def test_text_that_repeats_near_the_upper_edge_is_no_header(pdf: Pdf, at: At) -> None:
    text = f"{LEFT} {RIGHT} {LEFT}"
    page = set_text(at, 60, 770, text, 88)
    assert [text for _, text in pieces(read(pdf(page, page)))] == [text, text]


def test_pages_that_are_nothing_but_repeated_lines_keep_them(pdf: Pdf, at: At) -> None:
    assert read(pdf([at(60, 800, "The fine was paid.")], [at(60, 800, "The fine was paid.")])).notes == ()


def test_what_a_browser_prints_around_a_page_is_left_out(pdf: Pdf, at: At) -> None:
    around = [
        at(24, 820, "11/25/26, 1:46 PM", 8),
        at(300, 820, "Answer", 8),
        at(24, 20, "https://example.org/statement 1/1", 8),
    ]
    assert pieces(read(pdf([*around, *set_text(at, 60, 700, LEFT, 88)]))) == [(P, LEFT)]


def test_a_big_headline_just_below_what_a_browser_prints_stays(pdf: Pdf, at: At) -> None:
    around = [at(24, 820, "11/25/26, 1:46 PM", 8), at(300, 820, "Answer", 8)]
    headline = at(60, 796, "The ministry answers", 28)
    source = read(pdf([*around, headline, *set_text(at, 60, 700, LEFT, 88)]))
    assert pieces(source) == [(H, "The ministry answers"), (P, LEFT)]


def test_a_line_in_the_margin_of_one_page_alone_stays(pdf: Pdf, at: At) -> None:
    source = read(
        pdf([at(60, 815, "For release at once"), *set_text(at, 60, 700, LEFT, 88)], [at(60, 700, "The end.")])
    )
    assert pieces(source)[0][1] == "For release at once"


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("The company gave full infor-", "mation on it.", "The company gave full information on it."),
        ("The office in Nur-", "Sultan is closed.", "The office in Nur-Sultan is closed."),
        ("The cost of COVID-", "19 was high.", "The cost of COVID-19 was high."),
        ("It is a non-", "profit body.", "It is a non-profit body."),
        ("A well-being fund, and well-", "being is dear.", "A well-being fund, and well-being is dear."),
        ("Предприятие отверга-", "ет обвинения.", "Предприятие отвергает обвинения."),
    ],
)
def test_a_hyphen_at_a_lines_end_is_the_words_own_or_goes(
    pdf: Pdf, at: At, above: str, below: str, joined: str
) -> None:
    assert read(pdf([at(60, 700, above), at(60, 688, below)])).text == joined + "\n"


def test_the_figure_of_a_note_never_joins_a_number(pdf: Pdf, at: At) -> None:
    texts = [at(60, 700, "It paid in 2021"), at(60 + 5 * 15 - 5, 704, "1", 6), at(60, 680, "The fine was paid.")]
    assert read(pdf(texts)).text.startswith("It paid in 2021 ¹ ")


def test_the_figure_of_a_note_set_close_to_a_number_is_told_from_it(pdf: Pdf, at: At) -> None:
    assert read(pdf([at(60, 700, "2021"), at(80, 704, "1", 6)])).text == "2021¹\n"


def test_notes_at_the_foot_do_not_cut_a_paragraph_that_goes_on(pdf: Pdf, at: At) -> None:
    first = [*set_text(at, 60, 780, LEFT[:-1] + " and", 88), at(60, 60, "1 See the register of wells.", 7)]
    second = set_text(at, 60, 780, "the ministry knows this very well.", 88)
    assert [text for _, text in pieces(read(pdf(first, second)))] == [
        LEFT[:-1] + " and the ministry knows this very well.",
        "1 See the register of wells.",
    ]


def test_bullets_start_items_and_are_not_part_of_them(pdf: Pdf, at: At) -> None:
    texts = [at(60, 740, "The ministry asks for:")]
    for i, text in enumerate(("payment of the fine", "an apology")):
        texts += [at(70, 720 - 14 * i, "•"), at(84, 720 - 14 * i, text)]
    assert pieces(read(pdf(texts))) == [(P, "The ministry asks for:"), (L, "payment of the fine"), (L, "an apology")]


def test_size_and_weight_make_headings(pdf: Pdf, at: At) -> None:
    texts = [
        at(60, 780, "Answer of the operator", 16),
        at(60, 755, "Almaty, 1 November 2021"),
        at(60, 735, "Background", 10, True),
        *set_text(at, 60, 715, LEFT, 88),
    ]
    source = read(pdf(texts))
    assert [kind for kind, _ in pieces(source)] == [H, P, H, P]
    assert (source.title, source.date, source.format) == ("Answer of the operator", date(2021, 11, 1), "pdf")


def test_a_page_that_lies_on_its_side_is_read(pdf: Pdf, at: At) -> None:
    assert pieces(read(pdf(set_text(at, 60, 500, LEFT, 80), page_extra="/Rotate 90"))) == [(P, LEFT)]


def test_words_drawn_beyond_the_page_are_not_read(pdf: Pdf, at: At) -> None:
    assert (
        read(pdf([at(60, 700, "The fine was paid."), at(60, 900, "Nobody sees this.")])).text == "The fine was paid.\n"
    )


def test_a_pdf_with_pictures_alone_asks_for_text_recognition(pdf: Pdf) -> None:
    data = pdf([]).replace(
        b"<< /Length 0 >>\nstream\n\nendstream", b"<< /Length 12 >>\nstream\n0 0 9 9 re f\nendstream"
    )
    with pytest.raises(UnreadableFileError, match=r"pictures of pages and no text\. Run text recognition"):
        read(data)


def test_a_pdf_of_empty_pages_holds_no_text(pdf: Pdf) -> None:
    with pytest.raises(UnreadableFileError, match="holds no text"):
        read(pdf([]))


def test_an_encrypted_pdf_says_so(pdf: Pdf, at: At) -> None:
    zeros = "00" * 32
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{zeros}> /U <{zeros}> /P -4 >> /ID [<{zeros}> <{zeros}>]"
    with pytest.raises(UnreadableFileError) as error:
        read(pdf([at(60, 700, "The fine was paid.")], trailer_extra=encrypt))
    assert str(error.value) == (
        "statement.pdf is protected by a password. Save a copy without the password and open that."
    )


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_a_pdf_cut_off_early_is_damaged(pdf: Pdf, at: At, share: float) -> None:
    whole = pdf(set_text(at, 60, 700, LEFT, 80), set_text(at, 60, 700, RIGHT, 80))
    with pytest.raises(UnreadableFileError, match="is damaged or incomplete"):
        read(whole[: int(share * len(whole))])


def test_a_pdf_cut_off_at_its_end_is_read_with_a_note(pdf: Pdf, at: At) -> None:
    source = read(pdf(set_text(at, 60, 700, LEFT, 80))[:-8])
    assert pieces(source) == [(P, LEFT)]
    assert source.notes == ("file_incomplete",)


def test_too_many_pages_are_refused_with_their_number(pdf: Pdf, at: At) -> None:
    with pytest.raises(UnreadableFileError, match="has 1001 pages; 1000 can be read"):
        read(pdf(*[[at(60, 700, "The fine was paid.")]] * 1_001))


def test_a_title_in_the_properties_is_believed_only_where_the_text_repeats_it(pdf: Pdf, at: At) -> None:
    page = set_text(at, 60, 700, "Answer to the ministry: all fines were paid.", 80)
    assert read(pdf(page, title="Answer to the ministry")).title == "Answer to the ministry"
    assert read(pdf(page, title="Microsoft Word - draft7.doc")).title == ""


def test_a_pdf_that_qt_writes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "qt.pdf"
    script = f"""
from PySide6.QtGui import QPdfWriter, QPageSize, QTextDocument
from PySide6.QtWidgets import QApplication
app = QApplication(["x"])
document = QTextDocument()
document.setHtml("<h1>Answer</h1><p align=justify>{LEFT}</p><p>{RUSSIAN}</p>")
writer = QPdfWriter({str(path)!r})
writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
document.print_(writer)
"""
    subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
    )
    assert pieces(read_file(path)) == [(H, "Answer"), (P, LEFT), (P, RUSSIAN)]


def rows_of_cells(at: At, *rows: tuple[str, ...]) -> list[Any]:
    """Rows of a table, 13 points apart; an empty text draws nothing."""
    return [
        at(60 + 130 * column, 700 - 13 * row, text)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    ]


def test_the_second_line_of_a_cell_is_joined_to_the_first(pdf: Pdf, at: At) -> None:
    table = rows_of_cells(
        at,
        ("District", "Households cut", "Compensation"),
        ("", "off", "paid"),
        ("Eastfield", "12,900", "no"),
        ("Northmoor", "21,000", "yes"),
    )
    cells = [text for kind, text in pieces(read(pdf(table))) if kind is C]
    assert cells == [
        "District",
        "Households cut off",
        "Compensation paid",
        *"Eastfield 12,900 no Northmoor 21,000 yes".split(),
    ]


def test_a_row_without_a_name_is_no_second_line(pdf: Pdf, at: At) -> None:
    table = rows_of_cells(at, ("Eastfield", "2023", "12"), ("", "2024", "15"), ("Northmoor", "2023", "9"))
    cells = [text for kind, text in pieces(read(pdf(table))) if kind is C]
    assert cells == ["Eastfield", "2023", "12", "2024", "15", "Northmoor", "2023", "9"]


def spaced(at: At, *lines: tuple[float, tuple[str, ...]]) -> list[Any]:
    """Lines of a table, each so many points below the one above; an empty text draws nothing."""
    y, found = 700.0, []
    for below, cells in lines:
        y -= below
        found += [at(60 + 130 * column, y, text) for column, text in enumerate(cells) if text]
    return found


def test_the_second_and_third_line_of_a_label_are_joined_to_the_first(pdf: Pdf, at: At) -> None:
    table = spaced(
        at,
        (0, ("District", "Wells", "Families")),
        (22, ("Upper Sarabulak", "14", "210")),
        (12, ("And Its Farms,", "", "")),
        (12, ("Mine No. 7", "", "")),
        (22, ("Aksai", "6", "85")),
        (22, ("Lower Aksai", "9", "130")),
        (12, ("Settlement", "", "")),
    )

    rows = [[cell.text for cell in row.cells] for row in grids(read(pdf(table)))[0].rows]

    assert rows == [
        ["District", "Wells", "Families"],
        ["Upper Sarabulak And Its Farms, Mine No. 7", "14", "210"],
        ["Aksai", "6", "85"],
        ["Lower Aksai Settlement", "9", "130"],
    ]


def test_figures_may_stand_beside_the_middle_of_a_label_its_last_line_or_between_two_lines(pdf: Pdf, at: At) -> None:
    table = spaced(
        at,
        (0, ("District", "Wells", "Families")),
        (22, ("Upper Sarabulak", "", "")),
        (12, ("And Its Farms", "14", "210")),
        (12, ("In The Hills", "", "")),
        (22, ("Aksai", "6", "85")),
        (22, ("Lower Aksai", "", "")),
        (12, ("with its station", "9", "130")),
        (22, ("Kyzyl-Too", "", "")),
        (6, ("", "3", "44")),
        (6, ("At The Lake", "", "")),
    )

    rows = [[cell.text for cell in row.cells] for row in grids(read(pdf(table)))[0].rows]

    assert rows == [
        ["District", "Wells", "Families"],
        ["Upper Sarabulak And Its Farms In The Hills", "14", "210"],
        ["Aksai", "6", "85"],
        ["Lower Aksai with its station", "9", "130"],
        ["Kyzyl-Too At The Lake", "3", "44"],
    ]


def test_a_line_close_above_a_row_may_be_the_name_of_a_section(pdf: Pdf, at: At) -> None:
    table = spaced(
        at,
        (0, ("Item", "2023", "2024")),
        (22, ("Coal", "", "")),
        (12, ("Mined", "14", "210")),
        (22, ("Sold", "6", "85")),
    )

    texts = [text for _, text in pieces(read(pdf(table)))]

    assert "Coal" in texts
    assert "Mined" in texts


def test_a_second_line_with_a_small_letter_goes_on_where_rows_are_no_further_apart(pdf: Pdf, at: At) -> None:
    table = rows_of_cells(
        at,
        ("District", "Wells", "Families"),
        ("Upper Sarabulak", "14", "210"),
        ("and its farms", "", ""),
        ("Aksai", "6", "85"),
    )

    rows = [[cell.text for cell in row.cells] for row in grids(read(pdf(table)))[0].rows]

    assert rows[1:] == [["Upper Sarabulak and its farms", "14", "210"], ["Aksai", "6", "85"]]


def test_the_name_of_a_section_is_no_second_line(pdf: Pdf, at: At) -> None:
    table = rows_of_cells(
        at, ("Item", "2023", "2024"), ("Coal", "14", "210"), ("Ore", "", ""), ("Mined", "6", "85"), ("Sold", "7", "81")
    )

    texts = [text for _, text in pieces(read(pdf(table)))]

    assert texts == ["Item", "2023", "2024", "Coal", "14", "210", "Ore", "Mined", "6", "85", "Sold", "7", "81"]


def test_an_empty_cell_on_a_page_moves_no_figure_into_another_column(pdf: Pdf, at: At) -> None:
    table = rows_of_cells(at, ("District", "2023", "2024"), ("Eastfield", "", "15"), ("Northmoor", "4", "9"))

    (grid,) = grids(read(pdf(table)))

    assert [[(cell.column, cell.text) for cell in row.cells] for row in grid.rows] == [
        [(1, "District"), (2, "2023"), (3, "2024")],
        [(1, "Eastfield"), (3, "15")],
        [(1, "Northmoor"), (2, "4"), (3, "9")],
    ]


def test_names_of_equally_wide_columns_are_no_justified_line(pdf: Pdf, at: At) -> None:
    table = rows_of_cells(at, ("Month", "2023", "2024"), ("March", "12", "15"), ("April", "7", "9"))

    cells = [text for kind, text in pieces(read(pdf(table))) if kind is C]

    assert cells == "Month 2023 2024 March 12 15 April 7 9".split()


def test_a_dash_in_a_cell_begins_no_list(pdf: Pdf, at: At) -> None:
    table = rows_of_cells(at, ("District", "Lost", "Found"), ("Eastfield", "–", "15"), ("Northmoor", "4", "9"))

    cells = [text for kind, text in pieces(read(pdf(table))) if kind is C]

    assert cells == "District Lost Found Eastfield – 15 Northmoor 4 9".split()


def test_wide_columns_of_a_table_are_no_columns_of_the_page(pdf: Pdf, at: At) -> None:
    rows = [("1. Budget", "40 (80%)", "8 (16%)", "2 (4%)"), ("2. Merger", "25 (50%)", "20 (40%)", "5 (10%)")]
    table = [("Question", "For", "Against", "Abstained"), *rows, ("3. Strike", "30", "20", "none")]

    drawn = [at(60 + 108 * x, 700 - 14 * y, text, 14) for y, row in enumerate(table) for x, text in enumerate(row)]

    assert [text for kind, text in pieces(read(pdf(drawn))) if kind is C] == [text for row in table for text in row]
