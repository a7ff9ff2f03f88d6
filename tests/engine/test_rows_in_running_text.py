"""Rows of tables against running text: a figure is held against a cell where the sentence counts just that."""

from __future__ import annotations

import pytest

from statement_compare.engine.model import CompareOptions, Comparison, Link
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_bytes
from statement_compare.engine.report.wording import messages
from statement_compare.session.soundness import check_comparison

TABLE = """Count of the ministry, first half of 2025.

| Village | Shops closed | Owners compensated |
|---|---|---|
| Sarabulak | 12 | 4 |
| Kyzyl-Too | 7 | 7 |
| Total | 19 | 11 |
"""
RUSSIAN = """На 1 марта 2025 года:

| Район | Закрыто школ | Уволено учителей |
|---|---|---|
| Сарыбулак | 12 | 40 |
| Каратау | 5 | 18 |
"""


def compared(left: str, right: str, language: str = "en") -> Comparison:
    one, two = (read_bytes(text.encode(), name="statement.md") for text in (left, right))
    found = compare(one, two, CompareOptions(use_model=False, languages=(language, language)))
    check_comparison(found)
    return found


def of_rows(found: Comparison) -> list[Link]:
    """The links of rows with a sentence that have a verdict, or may contradict."""
    return [
        link
        for link in found.links
        if any("\t" in found.left.sentences[i].text for i in link.left)
        and (link.verdict.value != "unclear" or link.may_contradict)
    ]


def test_a_sentence_that_counts_what_the_column_does_contradicts_and_the_reason_names_row_and_column() -> None:
    found = compared(TABLE, "In Sarabulak 15 shops were closed. In Kyzyl-Too seven owners were compensated.")

    first, second = of_rows(found)
    assert (first.verdict.value, messages(found, first)) == (
        "contradiction",
        ("Sarabulak, Shops closed: 12 against 15",),
    )
    assert (second.verdict.value, messages(found, second)) == (
        "agreement",
        ("Kyzyl-Too, Owners compensated: the same in both: 7, seven",),
    )
    reason = second.reasons[0]
    assert reason.left is not None
    assert reason.left.start == found.left.source.text.index("Kyzyl-Too") + len("Kyzyl-Too\t7\t")


def test_the_sides_may_be_swapped() -> None:
    text = "In Sarabulak 15 shops were closed. In Kyzyl-Too seven owners were compensated."

    one, two = compared(TABLE, text), compared(text, TABLE)

    assert [(each.left, each.right, each.verdict) for each in one.links if each in of_rows(one)] == [
        (each.right, each.left, each.verdict) for each in two.links if each.verdict.value != "unclear"
    ]


def test_several_cells_of_a_row_may_be_told_in_one_sentence() -> None:
    text = "In Sarabulak 15 shops were closed and 4 owners compensated in the first half of 2025."

    (link,) = of_rows(found := compared(TABLE, text))

    assert (link.verdict.value, messages(found, link)) == (
        "contradiction",
        ("Sarabulak, Shops closed: 12 against 15",),
    )


@pytest.mark.parametrize(
    "text",
    [
        "In Sarabulak 3 of the closed shops belonged to one family.",
        "In Sarabulak 40 shops were open.",
        "In Sarabulak shops were closed for 9 days.",
        "In Sarabulak 15 shops were closed in 2023.",
        "In Sarabulak 15 shops were closed in May 2025.",
        "In Sarabulak 15 shops were closed within five days.",
        "In Sarabulak 15 shops should be closed.",
        "In Sarabulak 15 shops may have been closed.",
        "In Sarabulak it was not 15 shops that were closed.",
        "If in Sarabulak 15 shops were closed, the ministry failed.",
        "The ministry says that in Sarabulak 15 shops were closed.",
        "In Sarabulak at least 10 shops were closed.",
        "In Sarabulak and Kyzyl-Too 22 shops were closed.",
        "In Altyn 15 shops were closed.",
        "In total 15 shops were closed.",
        "In Sarabulak 15 shop assistants closed the road.",
        "In Sarabulakville 15 shops were closed.",
        "In New Sarabulak 15 shops were closed.",
        "In New Sarabulak 12 shops were closed.",
        "In Too 15 shops were closed.",
    ],
)
def test_a_sentence_that_counts_something_else_or_is_no_fact_is_held_against_no_cell(text: str) -> None:
    assert [link.verdict.value for link in compared(TABLE, text).links if link.verdict.value == "contradiction"] == []
    assert all("table" not in reason.rule for link in compared(TABLE, text).links for reason in link.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "In Sarabulak 15 shops were closed by their tenants.",
        "Angry tenants closed 15 shops in Sarabulak.",
        "Sarabulak closed 15 shops of its own.",
    ],
)
def test_a_sentence_that_says_more_may_contradict_and_no_more(text: str) -> None:
    (link,) = of_rows(compared(TABLE, text))

    assert (link.verdict.value, link.may_contradict) == ("unclear", True)


def test_the_thing_counted_may_be_the_row() -> None:
    table = "| Group | Dismissed | Hired |\n|---|---|---|\n| Miners | 140 | 12 |\n| Drivers | 60 | 8 |\n"

    found = compared(table, "190 miners were dismissed. 8 drivers were hired.")

    assert [messages(found, link) for link in of_rows(found)] == [
        ("Miners, Dismissed: 140 against 190",),
        ("Drivers, Hired: the same in both: 8, 8",),
    ]


def test_a_row_with_a_longer_name_is_another_place() -> None:
    table = "| Village | Shops closed |\n|---|---|\n| New Sarabulak | 12 |\n| Altyn | 7 |\n"

    assert of_rows(compared(table, "In Sarabulak 15 shops were closed.")) == []
    assert [link.verdict.value for link in of_rows(compared(table, "In New Sarabulak 15 shops were closed."))] == [
        "contradiction"
    ]


def test_figures_that_may_be_rounded_are_neither_the_same_nor_another() -> None:
    table = "| Village | Shops closed |\n|---|---|\n| Sarabulak | 1,212 |\n| Altyn | 7 |\n"

    assert of_rows(compared(table, "In Sarabulak 1,200 shops were closed.")) == []


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("В Сарыбулаке закрыто 15 школ.", ["contradiction"]),
        ("В Каратау уволено 18 учителей.", ["agreement"]),
        ("К 1 сентября 2025 года в Сарыбулаке было закрыто 17 школ.", []),
        ("В Сарыбулаке планировалось закрыть 17 школ.", []),
    ],
)
def test_russian_rows_and_sentences(text: str, verdicts: list[str]) -> None:
    assert [link.verdict.value for link in of_rows(compared(RUSSIAN, text, "ru"))] == verdicts


def test_an_amount_of_a_year_is_held_against_the_column_of_that_year() -> None:
    table = (
        "| Expenditure, million tenge | 2023 | 2024 |\n|---|---|---|\n| Roads | 640 | 710 |\n| Schools | 320 | 335 |\n"
    )
    text = "The city spent 520 million tenge on roads in 2024. On schools it spent 320 million tenge in 2023."

    first, second = of_rows(compared(table, text))

    assert (first.verdict.value, first.may_contradict, second.verdict.value) == ("unclear", True, "agreement")


def test_a_title_that_ends_in_a_year_and_a_stop_claims_nothing() -> None:
    table = "| City | Restaurants inspected |\n|---|---|\n| Arna | 210 |\n| Aksai | 96 |\n"

    found = compared(f"Inspections of restaurants, 2024.\n\n{table}", "In 2023 180 restaurants were inspected in Arna.")

    assert [link.verdict.value for link in found.links if link.left == (0,)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Near Sarabulak 15 shops were closed.",
        "Apart from Sarabulak, 15 shops were closed.",
        "In all but Sarabulak 15 shops were closed.",
        "In Sarabulak another 15 shops were closed.",
        "In Sarabulak 15 shops were closed again.",
        "In Sarabulak 15 shops had been closed before.",
    ],
)
def test_small_words_by_which_a_figure_may_be_of_something_else_leave_a_contradiction_open(sentence: str) -> None:
    assert [link.verdict.value for link in of_rows(compared(TABLE, sentence))] in ([], ["unclear"])


@pytest.mark.parametrize(
    "sentence",
    ["In Sarabulak there were 15 closed shops.", "15 shops have been closed in the village of Sarabulak."],
)
def test_small_words_that_say_no_more_leave_a_contradiction(sentence: str) -> None:
    assert [link.verdict.value for link in of_rows(compared(TABLE, sentence))] == ["contradiction"]
