"""Tables of two statements: rows are paired by the names of rows and columns, and by nothing else."""

from dataclasses import replace

import pytest

from statement_compare.engine.align.labels import are_same, sound_alike
from statement_compare.engine.align.table_rows import TableRows
from statement_compare.engine.model import (
    Block,
    BlockKind,
    CompareOptions,
    Comparison,
    Link,
    Role,
    Source,
    Span,
    Verdict,
)
from statement_compare.engine.pipeline import compare
from statement_compare.engine.place import Box, Place, PlacedLine
from statement_compare.engine.places import place_of
from statement_compare.engine.readers import read_bytes
from statement_compare.engine.report.wording import messages
from statement_compare.engine.text.grid import grids, is_title
from statement_compare.engine.text.one_line import as_it_stood, on_one_line
from statement_compare.engine.text.segment import segment
from statement_compare.session.corrected import with_sentence
from statement_compare.session.soundness import UnsoundError, check_comparison, check_statement

HEAD = "| Village | Shops closed | Date |\n|---|---|---|\n"
OURS = HEAD + "| Sarabulak | 12 | 3 March |\n| Kyzyl-Too | 7 | 4 March |\n"


def source(text: str, suffix: str = "md") -> Source:
    return read_bytes(text.encode(), name=f"statement.{suffix}")


def compared(left: str, right: str, suffix: str = "md") -> Comparison:
    found = compare(source(left, suffix), source(right, suffix), CompareOptions(use_model=False))
    check_comparison(found)
    return found


def told(comparison: Comparison) -> list[tuple[str, str]]:
    """The verdict and the first reason of each link, in the order of the left side."""
    links = sorted(comparison.links, key=lambda link: link.left)
    return [(link.verdict.value, next(iter(messages(comparison, link)), "")) for link in links]


def only(comparison: Comparison) -> Link:
    (link,) = comparison.links
    return link


def test_a_row_is_one_sentence_and_the_names_of_columns_are_a_heading() -> None:
    statement = segment(source(f"Closed so far:\n\n{OURS}\nThe owners were paid."), "en")

    rows = [(on_one_line(s.text), s.role) for s in statement.sentences]
    assert rows == [
        ("Closed so far:", Role.HEADING),
        ("Village | Shops closed | Date", Role.HEADING),
        ("Sarabulak | 12 | 3 March", Role.CLAIM),
        ("Kyzyl-Too | 7 | 4 March", Role.CLAIM),
        ("The owners were paid.", Role.CLAIM),
    ]
    check_statement(statement)


def test_cells_of_running_text_are_cut_as_before() -> None:
    text = (
        "| The ministry closed the shops. | We closed none. They are open. |\n|---|---|\n"
        "| It paid. | It did not pay. |\n"
    )

    statement = segment(source(text), "en")

    assert [s.text for s in statement.sentences] == [
        "The ministry closed the shops.",
        "We closed none.",
        "They are open.",
        "It paid.",
        "It did not pay.",
    ]


def test_figures_of_one_row_and_one_column_contradict_and_the_reason_names_both() -> None:
    theirs = HEAD + "| Kyzyl-Too | 7 | 6 March |\n| Sarabulak | 15 | 3 March |\n"

    found = compared(OURS, theirs)

    assert told(found) == [
        ("contradiction", "Sarabulak, Shops closed: 12 against 15"),
        ("contradiction", "Kyzyl-Too, Date: 4 March against 6 March"),
    ]
    assert [(link.left, link.right) for link in found.links] == [((1,), (2,)), ((2,), (1,))]
    assert found.only_left == found.only_right == (0,)  # the names of columns, which claim nothing
    reason = found.links[0].reasons[0]
    assert reason.left is not None
    assert reason.right is not None
    assert (reason.left.of(found.left.source.text), reason.right.of(found.right.source.text)) == ("12", "15")


def test_the_sides_may_be_swapped() -> None:
    theirs = HEAD + "| Kyzyl-Too | 7 | 6 March |\n| Sarabulak | 15 | 3 March |\n"

    one, two = compared(OURS, theirs), compared(theirs, OURS)

    assert {(a.left, a.right, a.verdict) for a in one.links} == {(b.right, b.left, b.verdict) for b in two.links}
    assert "Sarabulak, Shops closed: 15 against 12" in [words for _, words in told(two)]


def test_equal_rows_agree_and_no_row_meets_another() -> None:
    found = compared(OURS, OURS)

    assert told(found) == [
        ("agreement", "Sarabulak, Shops closed: the same in both: 12, 12"),
        ("agreement", "Kyzyl-Too, Shops closed: the same in both: 7, 7"),
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "| Region | 2023 |\n|---|---|\n| Altyn | 12 |", "| Region | 2024 |\n|---|---|\n| Altyn | 15 |", id="year"
        ),
        pytest.param(
            "| Region | Budget, mln |\n|---|---|\n| Altyn | 12 |",
            "| Region | Budget, bln |\n|---|---|\n| Altyn | 15 |",
            id="scale",
        ),
        pytest.param(
            "| Region | Share, % |\n|---|---|\n| Altyn | 12 |",
            "| Region | Share |\n|---|---|\n| Altyn | 15 |",
            id="unit",
        ),
        pytest.param(
            "| Item | Price |\n|---|---|\n| Total | 120 |", "| Item | Visitors |\n|---|---|\n| Total | 90 |", id="total"
        ),
        pytest.param(
            "| Region | Shops |\n|---|---|\n| East Altyn | 12 |",
            "| Region | Shops |\n|---|---|\n| West Altyn | 15 |",
            id="row",
        ),
    ],
)
def test_figures_of_another_row_or_column_are_no_link(left: str, right: str) -> None:
    assert compared(left, right).links == ()


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Shops closed as of 1 March:", "Shops closed as of 1 May:"),
        ("Shops closed in 2023", "Shops closed in 2024"),
        ("Sales, in thousand tenge", "Sales, in million tenge"),
        ("Shops closed as of March:", "Shops closed as of May:"),
    ],
)
def test_tables_of_another_day_or_scale_may_contradict_and_no_more(ours: str, theirs: str) -> None:
    rows = HEAD + "| Sarabulak | {} | – |\n"

    found = compared(f"{ours}\n\n{rows.format(12)}", f"{theirs}\n\n{rows.format(15)}")

    link = next(link for link in found.links if "\t" in found.left.sentences[link.left[0]].text)
    assert link.verdict is Verdict.UNCLEAR
    assert link.may_contradict


def test_tables_of_one_day_contradict() -> None:
    rows = HEAD + "| Sarabulak | {} | – |\n"

    found = compared(f"Closed as of 1 March:\n\n{rows.format(12)}", f"On 1 March were closed\n\n{rows.format(15)}")

    assert ("contradiction", "Sarabulak, Shops closed: 12 against 15") in told(found)


def test_columns_without_names_may_contradict_and_no_more() -> None:
    found = compared("Sarabulak\t12\nAksai\t3\n", "Sarabulak\t15\nAksai\t3\n", "txt")

    one, two = found.links
    assert (one.verdict, one.may_contradict, two.verdict) == (Verdict.UNCLEAR, True, Verdict.AGREEMENT)
    assert told(found)[0][1] == "Sarabulak: 12 against 15, in columns without names"


def test_the_rows_of_a_plain_text_are_counted_from_its_first_line() -> None:
    statement = segment(source("Sarabulak\t12\nAksai\t3\n", "txt"), "en")

    places = [place_of(statement.source, sentence.span)[0] for sentence in statement.sentences]
    assert [(place.table, place.row) for place in places] == [(1, 1), (1, 2)]


def test_a_column_that_counts_rows_is_no_label() -> None:
    head = "| No. | Region | Shops |\n|---|---|---|\n"

    found = compared(head + "| 1 | Altyn | 12 |\n| 2 | Kumis | 9 |", head + "| 1 | Kumis | 9 |\n| 2 | Altyn | 14 |")

    assert told(found) == [
        ("contradiction", "Altyn, Shops: 12 against 14"),
        ("agreement", "Kumis, Shops: the same in both: 9, 9"),
    ]


def test_an_empty_cell_moves_no_figure_under_another_name() -> None:
    table = (
        "<table><tr><th>Region</th><th>2022</th><th>2023</th></tr><tr><td>Altyn</td>{}</tr>"
        "<tr><td>Kumis</td><td>1</td><td>2</td></tr></table>"
    )
    ours, theirs = table.format("<td></td><td>12</td>"), table.format("<td>15</td><td>12</td>")

    found = compared(ours, theirs, "html")

    assert told(found)[0] == ("agreement", "Altyn, 2023: the same in both: 12, 12")


def test_words_in_cells_are_held_against_each_other() -> None:
    head = "| Bridge | State | Lanes |\n|---|---|---|\n"

    found = compared(
        head + "| Arna | open | 2 |\n| Kumis | open | 2 |", head + "| Arna | closed | 2 |\n| Kumis | wet | 2 |"
    )

    (first, words), (second, _) = told(found)
    assert (first, words) == ("contradiction", "Arna, State: open against closed")
    assert second == "unclear"


def test_words_that_contradict_are_told_as_whole_cells() -> None:
    head = "| Family | Paid | Sum |\n|---|---|---|\n"

    found = compared(head + "| Arna | paid | 3 |", head + "| Arna | not paid | 3 |")

    assert told(found) == [("contradiction", "Arna, Paid: paid against not paid")]


@pytest.mark.parametrize(("yes", "no", "language"), [("yes", "no", "en"), ("Да", "Нет", "ru"), ("иә", "жоқ", "kk")])
def test_yes_and_no_in_one_cell_contradict(yes: str, no: str, language: str) -> None:
    left, right = (source(f"| A | B |\n|---|---|\n| 7 x | {word} |\n| 9 y | 3 |") for word in (yes, no))

    found = compare(left, right, CompareOptions(use_model=False, languages=(language, language)))

    assert [link.verdict for link in found.links] == [Verdict.CONTRADICTION, Verdict.AGREEMENT]


def test_a_row_without_its_label_is_held_against_nothing() -> None:
    head = "| Village | Shops | Owners |\n|---|---|---|\n"

    found = compared(head + "| Arna | 11 | 4 |\n| | 12 | 5 |", head + "| Arna | 11 | 4 |\n| | 14 | 6 |")

    assert [(link.left, link.right, link.verdict.value) for link in found.links] == [((1,), (1,), "agreement")]


def test_rows_that_share_a_label_are_held_against_nothing() -> None:
    rows = "| Arna | {} | 3 |\n| Arna | {} | 9 |\n| Kumis | 2 | 3 |\n"
    head = "| Village | Owners | Shops |\n|---|---|---|\n"

    found = compared(head + rows.format(4, 5), head + rows.format(6, 7))

    assert [(link.left, link.right) for link in found.links] == [((3,), (3,))]


@pytest.mark.parametrize("label", ["Arna", ""])
def test_rows_that_share_a_label_are_told_apart_by_the_period_beside_it(label: str) -> None:
    head = "| Village | Year | Shops |\n|---|---|---|\n"
    rows = f"| Arna | 2023 | {{}} |\n| {label} | 2024 | {{}} |\n| Kumis | 2024 | 3 |\n"

    found = compared(
        head + rows.format(4, 5), head + "| Kumis | 2024 | 3 |\n| Arna | 2024 | 6 |\n| Arna | 2023 | 4 |\n"
    )

    assert told(found) == [
        ("agreement", "Arna, 2023, Shops: the same in both: 4, 4"),
        ("contradiction", "Arna, 2024, Shops: 5 against 6"),
        ("agreement", "Kumis, 2024, Shops: the same in both: 3, 3"),
    ]


def test_a_table_of_one_year_meets_the_rows_of_that_year() -> None:
    head = "| Village | Year | Shops |\n|---|---|---|\n"

    found = compared(head + "| Arna | 2023 | 4 |\n| Arna | 2024 | 5 |", head + "| Arna | 2024 | 6 |")

    assert told(found) == [("contradiction", "Arna, 2024, Shops: 5 against 6")]


UNDER_HEADS = "| Kind | Dismissed |\n|---|---|\n| Miners | {} |\n| of them women | {} |\n| Drivers | {} |\n"
UNDER_HEADS += "| of them women | {} |\n"


def test_rows_under_two_heads_are_told_apart_by_them() -> None:
    turned = "| Kind | Dismissed |\n|---|---|\n| Drivers | 60 |\n| of them women | 44 |\n| Miners | 140 |\n"

    found = compared(UNDER_HEADS.format(140, 11, 60, 38), f"{turned}| of them women | 11 |\n")

    assert told(found) == [
        ("agreement", "Miners, Dismissed: the same in both: 140, 140"),
        ("agreement", "Miners, of them women, Dismissed: the same in both: 11, 11"),
        ("agreement", "Drivers, Dismissed: the same in both: 60, 60"),
        ("contradiction", "Drivers, of them women, Dismissed: 38 against 44"),
    ]


def test_a_section_says_of_what_its_rows_are() -> None:
    head = "| Item | 2023 | 2024 |\n|---|---|---|\n"
    coal, ore = "| Coal | | |\n| Mined | 510 | {} |\n", "| Ore | | |\n| Mined | 120 | 131 |\n"

    found = compared(head + coal.format(498) + ore, head + ore + coal.format(470))

    assert told(found) == [
        ("contradiction", "Coal, Mined, 2024: 498 against 470"),
        ("agreement", "Ore, Mined, 2023: the same in both: 120, 120"),
    ]


def test_rows_of_the_one_may_be_columns_of_the_other() -> None:
    mines = "| Mine | 2022 | 2023 |\n|---|---|---|\n| Altyn | 410 | 395 |\n| Kumis | 220 | 238 |\n"
    years = "| Year | Kumis | Altyn |\n|---|---|---|\n| 2022 | 220 | 410 |\n| 2023 | 238 | 352 |\n"

    one, two = compared(mines, years), compared(years, mines)

    assert told(one) == [
        ("agreement", "2022, Altyn: the same in both: 410, 410"),
        ("contradiction", "2023, Altyn: 395 against 352"),
    ]
    assert {(a.left, a.right, a.verdict) for a in one.links} == {(b.right, b.left, b.verdict) for b in two.links}
    reason = one.links[1].reasons[0]
    assert reason.left is not None
    assert reason.right is not None
    assert (reason.left.of(one.left.source.text), reason.right.of(one.right.source.text)) == ("395", "352")


def test_turned_tables_of_other_years_are_held_against_nothing() -> None:
    mines = "| Mine | 2021 | 2022 |\n|---|---|---|\n| Altyn | 410 | 395 |\n| Kumis | 220 | 238 |\n"
    years = "| Year | Kumis | Altyn |\n|---|---|---|\n| 2023 | 220 | 410 |\n| 2024 | 238 | 352 |\n"

    assert compared(mines, years).links == ()


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("none", "3", "contradiction"),
        ("nil", "0", "agreement"),
        ("none", "nil", "agreement"),
        ("none", "at most 3", "unclear"),
        ("none", "-3", "unclear"),
        ("–", "3", "unclear"),
        ("n/a", "3", "unclear"),
        ("84 %", "420", "unclear"),
        ("84 %", "84", "unclear"),
    ],
)
def test_what_a_cell_without_a_plain_figure_says_of_one_with(ours: str, theirs: str, verdict: str) -> None:
    head = "| Region | Shops |\n|---|---|\n| Kumis | 7 |\n"

    found = compared(head + f"| Altyn | {ours} |", head + f"| Altyn | {theirs} |")

    assert [link.verdict.value for link in found.links if link.left == (2,)] == [verdict]


@pytest.mark.parametrize(
    ("heads", "cells", "verdict"),
    [
        (("Budget, thousand tenge", "Budget, tenge"), ("1,250", "1,250,000"), "agreement"),
        (("Budget, thousand tenge", "Budget, tenge"), ("1,250", "1,290,000"), "contradiction"),
        (("Budget, mln tenge", "Budget, thousand tenge"), ("1.2", "1,170"), "agreement"),
        (("Budget (mln tenge)", "Budget, thousand tenge"), ("1.2", "1,100"), "contradiction"),
        (("Level, m", "Level"), ("41.2", "41.2 m"), "agreement"),
        (("Level, m", "Level"), ("41.2", "44 m"), "contradiction"),
        (("Level, m", "Level, cm"), ("1.5", "150"), "agreement"),
    ],
)
def test_figures_are_held_against_each_other_in_what_their_columns_count(
    heads: tuple[str, str], cells: tuple[str, str], verdict: str
) -> None:
    left, right = (
        f"| Item | {head} |\n|---|---|\n| Repairs | {cell} |\n" for head, cell in zip(heads, cells, strict=True)
    )

    assert only(compared(left, right)).verdict.value == verdict
    assert only(compared(right, left)).verdict.value == verdict


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (("Level, m", "Level"), ("41.2", "44")),
        (("Level, m", "Level, tonnes"), ("41.2", "44")),
        (("Passengers, thousand", "Passengers"), ("41", "44")),
        (("Budget, mln tenge", "Budget, thousand tenge"), ("12", "15")),
        (("Price, euros", "Price, dollars"), ("12", "14")),
    ],
)
def test_figures_that_are_not_known_to_count_the_same_are_held_against_nothing(
    heads: tuple[str, str], cells: tuple[str, str]
) -> None:
    left, right = (
        f"| Item | {head} |\n|---|---|\n| Repairs | {cell} |\n" for head, cell in zip(heads, cells, strict=True)
    )

    assert compared(left, right).links == ()


@pytest.mark.parametrize(("theirs", "verdict"), [("1,350,000", "agreement"), ("1,800,000", "contradiction")])
def test_titles_may_say_what_is_counted(theirs: str, verdict: str) -> None:
    table = "| Segment | 2023 |\n|---|---|\n| Rail | {} |\n"
    ours = f"Revenue, in thousand euros\n\n{table.format('1,350')}"

    found = compared(ours, f"Revenue, in euros\n\n{table.format(theirs)}")

    assert only(found).verdict.value == verdict


def test_tables_in_two_languages_meet_by_names_that_sound_alike_and_figures_that_are_equal() -> None:
    ours = "| Region | Schools closed | Teachers |\n|---|---|---|\n| Sarabulak | 12 | 40 |\n| Karatau | 5 | 18 |\n"
    theirs = "| Регион | Закрыто школ | Учителя |\n|---|---|---|\n| Каратау | 5 | 18 |\n| Сарабулак | 12 | {} |\n"
    options = CompareOptions(use_model=False, languages=("en", "ru"))

    found = compare(source(f"Schools\n\n{ours}"), source(f"Школы\n\n{theirs.format(55)}"), options)

    assert [(each.left, each.right, each.verdict.value) for each in found.links if each.reasons] == [
        ((2,), (3,), "contradiction"),
        ((3,), (2,), "agreement"),
    ]


def test_tables_in_two_languages_with_other_figures_are_held_against_nothing() -> None:
    ours = "| Region | Schools closed |\n|---|---|\n| Sarabulak | 12 |\n| Karatau | 5 |\n"
    theirs = "| Регион | Открыто больниц |\n|---|---|\n| Каратау | 5 |\n| Сарабулак | 3 |\n"
    options = CompareOptions(use_model=False, languages=("en", "ru"))

    assert compare(source(ours), source(theirs), options).links == ()


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Sarabulak", "Сарабулак", True),
        ("Arna 2", "Арна 2", True),
        ("Arna 2", "Арна 3", False),
        ("Coal", "Уголь", False),
        ("Oil", "Ил", False),
    ],
)
def test_which_names_sound_alike_in_two_alphabets(one: str, two: str, expected: bool) -> None:
    assert sound_alike(one, two) is expected


def test_a_paragraph_before_the_title_of_a_table_may_say_of_which_day_it_is() -> None:
    above = "As of 1 {} 2024 all was well.\n\nBy village:\n\n"
    rows = HEAD + "| Sarabulak | {} | – |\n"
    theirs = f"Data of the union as of 1 May 2024:\n\n{rows.format(15)}"

    verdicts = {
        month: [
            link.verdict.value
            for link in compared(above.format(month) + rows.format(12), theirs).links
            if "\t" in link_text(link, above.format(month) + rows.format(12))
        ]
        for month in ("May", "March")
    }

    assert verdicts == {"May": ["contradiction"], "March": ["unclear"]}


def link_text(link: Link, text: str) -> str:
    return segment(source(text), "en").sentences[link.left[0]].text


def test_a_rounded_figure_agrees() -> None:
    head = "| Region | Debt |\n|---|---|\n"

    assert told(compared(head + "| Altyn | 1.2 million |", head + "| Altyn | 1,200,000 |"))[0][0] == "agreement"


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("70", "71", "contradiction"),
        ("1,204", "1,200", "agreement"),
        ("812.4", "800", "unclear"),
        ("1,204", "1,206", "contradiction"),
        ("2006", "2009", "contradiction"),
        ("2006", "2006", "agreement"),
        ("12.0", "12", "agreement"),
        ("about 70", "71", "agreement"),
        ("40 %", "41 %", "contradiction"),
        ("1.5", "5.1", "contradiction"),
        ("12.3", "3.12", "contradiction"),
        ("12*", "12", "agreement"),
        ("+3", "3", "agreement"),
        ("−3", "-3", "agreement"),
        ("-5", "5", "unclear"),
        ("(4)", "4", "unclear"),
        ("-5", "7", "contradiction"),
        ("<5", ">5", "contradiction"),
        ("<5", "< 4", "unclear"),
        ("< 5", "4", "unclear"),
        ("< 5", "7", "contradiction"),
        ("5+", "7", "unclear"),
        ("<5", "< 5", "agreement"),
        ("until 5 May", "from 5 May", "unclear"),
        ("until 5 May", "until 5 May 2026", "agreement"),
        ("2024/25", "2024/26", "unclear"),
        ("40 (80%)", "44 (80%)", "contradiction"),
        ("3 (one rebuilt)", "3", "agreement"),
    ],
)
def test_a_counted_figure_stands_for_itself_alone(ours: str, theirs: str, verdict: str) -> None:
    head = "| Region | Shops |\n|---|---|\n"

    found = compared(head + f"| Altyn | {ours} |", head + f"| Altyn | {theirs} |")

    assert only(found).verdict.value == verdict


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        ("| Область | Закрыто магазинов |", "| Алтын | {} |", "Алтын, Закрыто магазинов: 12 против 15"),
        ("| Облыс | Жабылған дүкендер |", "| Алтын | {} |", "Алтын, Жабылған дүкендер: 12 және 15"),
    ],
)
def test_russian_and_kazakh_tables(head: str, row: str, said: str) -> None:
    language = "ru" if "Область" in head else "kk"
    left, right = (source(f"{head}\n|---|---|\n{row.format(figure)}") for figure in (12, 15))
    options = CompareOptions(use_model=False, languages=(language, language))

    found = compare(left, right, options)

    assert messages(found, only(found), language) == (said,)


def test_a_row_meets_a_sentence_that_names_it_and_its_column_alone() -> None:
    prose = "In Sarabulak 15 shops were closed on 3 March.\n\nIn Sarabulak 3 owners protested."

    found = compared(OURS, prose)

    assert [(link.left, link.right) for link in found.links] == [((1,), (0,))]
    assert only(found).verdict is not Verdict.CONTRADICTION


def test_a_row_that_is_put_right_keeps_its_cells() -> None:
    statement = segment(source(f"{OURS}\nThe owners were paid."), "en")
    shown = on_one_line(statement.sentences[1].text)
    assert shown == "Sarabulak | 12 | 3 March"

    now = with_sentence(statement, 1, as_it_stood("Sarabulak |  120 | 3 March", statement.sentences[1].text))

    check_statement(now)
    assert [s.text for s in now.sentences][1:3] == ["Sarabulak\t120\t3 March", "Kyzyl-Too\t7\t4 March"]
    assert [[cell.text for cell in row.cells] for row in grids(now.source)[0].rows][1] == [
        "Sarabulak",
        "120",
        "3 March",
    ]
    assert now.sentences[3].text == "The owners were paid."


def test_a_row_that_lost_its_borders_is_one_cell() -> None:
    statement = segment(source(OURS), "en")

    now = with_sentence(statement, 1, as_it_stood("Sarabulak 12", statement.sentences[1].text))

    check_statement(now)
    assert [[cell.text for cell in row.cells] for row in grids(now.source)[0].rows][1] == ["Sarabulak 12"]


def test_no_other_sentence_may_run_over_its_block() -> None:
    statement = segment(source("One paragraph.\n\nAnother one."), "en")
    one, two = statement.sentences
    span = Span(one.span.start, two.span.end)
    wrong = replace(statement, sentences=(replace(one, span=span, text=span.of(statement.source.text)),))

    with pytest.raises(UnsoundError, match="runs over its block"):
        check_statement(wrong)


def test_a_row_stands_in_one_row_of_the_original() -> None:
    statement = segment(source(OURS), "en")

    (place,) = place_of(statement.source, statement.sentences[2].span)
    assert (place.table, place.row) == (1, 3)


def test_a_line_above_a_layout_is_no_title() -> None:
    layout = "| It closed in May. | We closed it. It stays closed. |\n|---|---|\n| It paid. | It did not. |\n"
    text = f"The plant is closed\n\n{layout}"

    roles = [(s.text, s.role) for s in segment(source(text), "en").sentences]

    assert roles[0] == ("The plant is closed", Role.CLAIM)


def test_the_date_of_a_letter_in_a_table_is_no_finding() -> None:
    found = compared("Date:\t4 March 2025\nShops closed:\t12\n", "Date:\t9 March 2025\nShops closed:\t12\n", "txt")

    assert [(link.left, link.right, link.verdict.value) for link in found.links] == [((1,), (1,), "agreement")]


@pytest.mark.parametrize(
    ("one", "two", "language", "expected"),
    [
        ("Shops closed", "Closed shops", "en", True),
        ("Shop closed", "Shops closing", "en", False),
        ("Households cut off", "Households, cut off", "en", True),
        ("Tuesday", "Thursday", "en", False),
        ("Aktau", "Aktas", "en", False),
        ("Petrova A.", "Petrov A.", "en", False),
        ("Section 1.2", "Section 2.1", "en", False),
        ("Altyn – Kumis", "Kumis – Altyn", "en", False),
        ("From Arna to Altyn", "From Altyn to Arna", "en", False),
        ("Закрытых магазинов", "Закрытые магазины", "ru", True),
        ("Поступления", "Преступления", "ru", False),
        ("Из Арны в Алтын", "Из Алтына в Арну", "ru", False),
        ("Алматыдан Астанаға", "Астанадан Алматыға", "kk", False),
    ],
)
def test_which_names_are_the_same(one: str, two: str, language: str, expected: bool) -> None:
    assert are_same(one, two, (language, language)) is expected
    assert are_same(two, one, (language, language)) is expected


def test_rows_whose_labels_are_only_forms_of_a_word_may_contradict_and_no_more() -> None:
    rows = "| Kind | Region |\n|---|---|\n| {} | {} |"

    link = only(compared(rows.format("Mining company", 7), rows.format("Mining companies", 9)))

    assert (link.verdict, link.may_contradict) == (Verdict.UNCLEAR, True)


def test_equal_figures_of_another_day_or_scale_are_no_agreement() -> None:
    rows = HEAD + "| Sarabulak | 12 | – |\n"

    found = compared(f"Sales, in thousand tenge\n\n{rows}", f"Sales, in million tenge\n\n{rows}")

    assert only(found).verdict is Verdict.UNCLEAR


SPANNED = (
    '<table><tr><th rowspan="2">Region</th><th colspan="2">2023</th><th colspan="2">2024</th></tr>'
    "<tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr>"
    "<tr><td>Altyn</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr></table>"
)


def test_names_in_two_lines_are_read_together() -> None:
    ours = SPANNED.format("plan", "fact", "plan", "fact", 100, 90, 110, 115)
    theirs = SPANNED.format("fact", "plan", "fact", "plan", 95, 100, 115, 110)

    found = compared(ours, theirs, "html")

    assert told(found) == [("contradiction", "Altyn, 2023 fact: 90 against 95")]


def test_a_cell_that_reaches_down_moves_no_figure_under_another_name() -> None:
    table = (
        "<table><tr><th>Region</th><th>Year</th><th>Shops</th></tr>"
        "<tr><td rowspan=2>Altyn</td><td>2023</td><td>{}</td></tr><tr><td>2024</td><td>7</td></tr></table>"
    )

    found = grids(source(table.format(5), "html"))[0]

    assert [[(cell.column, cell.text) for cell in row.cells] for row in found.body] == [
        [(1, "Altyn"), (2, "2023"), (3, "5")],
        [(2, "2024"), (3, "7")],
    ]


def test_a_title_across_the_table_is_no_row() -> None:
    table = "| Expenditure, mln |\n|---|---|\n| Item | 2023 |\n| Roads | {} |\n"

    found = compared(table.format(12), table.format(15))

    assert told(found) == [("contradiction", "Roads, 2023: 12 against 15")]
    assert [s.role for s in found.left.sentences] == [Role.HEADING, Role.HEADING, Role.CLAIM]


@pytest.mark.parametrize(
    ("text", "names", "label_column"),
    [
        ("Region|Fact 2024\nAltyn|12\nKumis|9", ["Fact 2024"], 1),
        ("Date|September 2024\nShops|12\nOwners|7", [], 1),
        ("Item|Sum, млн руб.|Men, чел.\nRoads|12|3", ["Sum, млн руб.", "Men, чел."], 1),
        ("Demand|Met\nPay|yes\nLeave|no", ["Met"], 1),
        ("Pay|yes\nLeave|no", [], 1),
        ("Region|on 1 May|on 1 June\nAltyn|12|14", ["on 1 May", "on 1 June"], 1),
        ("Altyn|12 shops|3 owners\nKumis|7 shops|2 owners", [], 1),
        ("Date|4 March 2025\nShops|12\nOwners|7", [], 1),
        ("№|Region|Shops\n1|Altyn|12\n2|Kumis|9\n|Total|21", ["Shops"], 2),
        ("Train|From|Fare\n101|Altyn|12\n103|Kumis|9", ["From", "Fare"], 1),
        ("Region|Shops|Owners\n1|2|3\nAltyn|12|4", ["Shops", "Owners"], 1),
    ],
)
def test_which_names_columns_have_and_which_holds_the_labels(text: str, names: list[str], label_column: int) -> None:
    (grid,) = grids(source(text.replace("|", "\t"), "txt"))

    assert [cell.text for cell in grid.heads.names] == names
    assert grid.heads.label_column == label_column


def test_tables_in_another_order_meet_by_their_titles() -> None:
    tables = {
        name: f"{name} schools\n\n| Region | Schools |\n|---|---|\n| Altyn | {figure} |\n"
        for name, figure in (("Planned", 10), ("Built", 8))
    }
    both, swapped = "\n".join(tables.values()), "\n".join(reversed(tables.values()))

    assert [verdict for verdict, _ in told(compared(both, swapped))] == ["agreement", "agreement"]
    assert told(compared(both, tables["Built"])) == [("agreement", "Altyn, Schools: the same in both: 8, 8")]


def test_of_thousands_of_tables_only_those_about_as_far_down_are_tried() -> None:
    statement = segment(source("\n\n".join(f"Item\tSum\nRoads\t{at}" for at in range(1_000)), "txt"), "en")

    pairs = TableRows(statement, statement).pairs

    assert [(pair.left, pair.right) for pair in pairs] == [((at,), (at,)) for at in range(1, 2_000, 2)]


def test_a_row_of_a_page_stands_on_its_own_lines_alone() -> None:
    lines = [PlacedLine(1, at * 4, Box(0, at * 10, 30, at * 10 + 9)) for at in range(3)]
    spans = [Span(0, 3), Span(4, 7), Span(8, 11)]
    read = source("abc\n")
    blocks = tuple(Block(BlockKind.TABLE_CELL, span) for span in spans)
    page = replace(read, text="abc\tdef\nghi", blocks=blocks, places=tuple(Place(lines=(line,)) for line in lines))

    (place,) = place_of(page, Span(0, 7))

    assert [line.start for line in place.lines] == [0, 4]


@pytest.mark.parametrize(
    ("ours", "theirs", "language", "verdict"),
    [
        ("Expenditure of the city", "Expenditure of the region", "en", Verdict.UNCLEAR),
        ("Injured miners", "Killed miners", "en", Verdict.UNCLEAR),
        ("Расходы города на 2024 год", "Расходы области на 2024 год", "ru", Verdict.UNCLEAR),
        ("Data of the union", "Data of the ministry", "en", Verdict.CONTRADICTION),
        ("Data of the union on closed shops", "Shops that the ministry closed", "en", Verdict.UNCLEAR),
        ("Schools", "Clinics", "en", Verdict.UNCLEAR),
        ("Ministry of Transport", "Train drivers", "en", Verdict.CONTRADICTION),
        ("Погибшие", "Пострадавшие", "ru", Verdict.UNCLEAR),
        ("Shops closed", "Closed shops, data of the union", "en", Verdict.CONTRADICTION),
        ("Сведения о погибших", "Данные профсоюза", "ru", Verdict.CONTRADICTION),
        ("Погибшие на 3 мая 2025 года", "Данные профсоюза на 3 мая 2025 года", "ru", Verdict.CONTRADICTION),
        ("2025 жылғы 3 мамырда жабылғандар", "Кәсіподақ, 2025 жылғы 3 мамыр", "kk", Verdict.CONTRADICTION),
        ("Қаланың шығысы", "Облыстың шығысы", "kk", Verdict.UNCLEAR),
        ("Кәсіподақтың деректері", "Министрліктің деректері", "kk", Verdict.CONTRADICTION),
    ],
)
def test_tables_of_another_thing_may_contradict_and_no_more(
    ours: str, theirs: str, language: str, verdict: Verdict
) -> None:
    table = "\n\n| A | B |\n|---|---|\n| X | {} |\n"
    options = CompareOptions(use_model=False, languages=(language, language))

    found = compare(source(ours + table.format(12)), source(theirs + table.format(15)), options)

    assert next(link.verdict for link in found.links if "\t" in found.left.sentences[link.left[0]].text) is verdict


@pytest.mark.parametrize(("ours", "theirs", "verdict"), [("–", "–", "agreement"), ("–", "n/a", "unclear")])
def test_cells_that_are_empty_on_both_sides_are_not_asked(ours: str, theirs: str, verdict: str) -> None:
    head = "| Region | Shops | Owners |\n|---|---|---|\n| Altyn | 12 | "

    assert only(compared(f"{head}{ours} |", f"{head}{theirs} |")).verdict.value == verdict


@pytest.mark.parametrize(
    ("labels", "verdict"),
    [(("Arna", "Kumis"), "unclear"), (("Aksai", "Kumis"), "unclear"), (("Aksai", "Sarabulak"), "contradiction")],
)
def test_the_total_of_other_rows_may_contradict_and_no_more(labels: tuple[str, str], verdict: str) -> None:
    table = "| Village | Shops |\n|---|---|\n| {} | 3 |\n| {} | 4 |\n| Total | {} |\n"

    found = compared(table.format("Aksai", "Sarabulak", 7), table.format(*labels, 9))

    (total,) = [link for link in found.links if link.left == (3,)]
    assert total.verdict.value == verdict


@pytest.mark.parametrize(
    ("label", "verdict"), [("Other", "unclear"), ("Remaining ones", "unclear"), ("Arna", "contradiction")]
)
def test_what_other_rows_leave_over_may_contradict_and_no_more(label: str, verdict: str) -> None:
    table = "| Village | Shops |\n|---|---|\n| Aksai | 3 |\n{}| Kumis | 9 |\n| {} | {} |\n"

    found = compared(table.format("", label, 7), table.format("| Altyn | 2 |\n", label, 5))

    (rest,) = [link for link in found.links if link.left == (3,)]
    assert rest.verdict.value == verdict


def test_cells_that_say_they_take_a_thousand_columns_and_rows_are_read() -> None:
    row = "<tr>" + "<td colspan=999 rowspan=999>a</td>" * 2_000 + "</tr>"

    read = source(f"<table>{row}{row}</table>", "html")

    assert [place.column for place in read.places[:3]] == [1, 1000, 1999]
    assert len(read.blocks) == 4_000


def test_names_with_initials_and_dates_that_end_in_a_stop_are_no_running_text() -> None:
    head = "| ФИО | Дата выплаты | Сумма |\n|---|---|---|\n"
    left = f"{head}| Алтынов С. | 12.03.2025 | 1 000 000 |\n| Кумисов Б. | 15 марта 2025 г. | 500 000 |\n"
    right = f"{head}| Алтынов С. | 12 марта 2025 г. | 1 млн |\n| Кумисов Б. | 20 марта 2025 г. | 0,5 млн |\n"

    found = compare(source(left), source(right), CompareOptions(use_model=False, languages=("ru", "ru")))

    assert [link.verdict for link in found.links] == [Verdict.AGREEMENT, Verdict.CONTRADICTION]


def test_figures_are_told_with_their_sign_and_what_stands_in_brackets() -> None:
    head = "| Region | Change | Share |\n|---|---|---|\n"

    found = compared(head + "| Altyn | -49 600 | 25 (50%) |", head + "| Altyn | −140 000 | 22 (44%) |")

    assert messages(found, only(found)) == (
        "Altyn, Change: -49 600 against −140 000",
        "Altyn, Share: 25 (50%) against 22 (44%)",
    )


def test_a_title_across_the_table_says_what_it_is_about_and_not_the_sentence_above() -> None:
    table = "\n\n| Expenditure of the city |\n|---|---|\n| Item | 2023 |\n| Roads | {} |\n"

    found = compared(f"The city paid little.{table.format(12)}", f"The union counted in the city.{table.format(15)}")

    assert ("contradiction", "Roads, 2023: 12 against 15") in told(found)


@pytest.mark.parametrize(
    ("title", "verdict"),
    [
        ("Dismissed men", "unclear"),
        ("Dismissed workers", "contradiction"),
        ("Data of the union", "contradiction"),
        ("Planned numbers, in thousands", "unclear"),
    ],
)
def test_a_title_beside_a_table_that_tells_nothing_of_it_leaves_a_contradiction_open(title: str, verdict: str) -> None:
    table = "| Plant | Workers |\n|---|---|\n| Northmoor | {} |\n"

    found = compared(f"{title}\n\n{table.format(41)}", table.format(340))

    assert only(found).verdict.value == verdict


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data of the union as of 1 November:", True),
        ("Inspections of restaurants, 2024.", True),
        ("Revenue of the group, in million euros.", True),
        ("Долг предприятий, млн руб.", True),
        ("The plant is closed, in fact.", False),
        ("It lost 3 of them, 2 million euros.", False),
        ("The ministry closed the plant.", False),
    ],
)
def test_which_lines_above_a_table_are_titles(text: str, expected: bool) -> None:
    assert is_title(text) is expected


def test_what_titles_count_in_is_no_subject_of_theirs() -> None:
    table = "| Item | 2023 |\n|---|---|\n| Revenue | {} |\n"
    ours, theirs = "Consolidated results, million euros\n\n", "The auditors' figures, million euros\n\n"

    found = compared(ours + table.format(348), theirs + table.format(291))

    assert only(found).verdict is Verdict.CONTRADICTION


def test_sentences_above_tables_are_no_titles_that_name_two_things() -> None:
    ours, theirs = "The storm of 12 May cut power to 41,200 homes.", "This is our own count of the storm of 12 May."
    rows = "| District | Homes cut off |\n|---|---|\n| Northmoor | {} |\n"

    found = compared(f"{ours}\n\n{rows.format('18,400')}", f"{theirs}\n\n{rows.format('21,000')}")

    assert ("contradiction", "Northmoor, Homes cut off: 18,400 against 21,000") in told(found)
