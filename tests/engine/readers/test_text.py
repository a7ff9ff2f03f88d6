"""Plain and pasted text: unchanged characters, borders where the writer meant them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from statement_compare.engine.model import BlockKind, Source
from statement_compare.engine.readers import read_bytes, read_file, read_text

P, H, L = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM


def pieces(source: Source) -> list[str]:
    return [block.span.of(source.text) for block in source.blocks]


def kinds(source: Source) -> list[BlockKind]:
    return [block.kind for block in source.blocks]


def test_an_empty_line_separates_paragraphs() -> None:
    source = read_text("The plant was closed.\nIt stays closed.\n\nThe company disagrees.\n")
    assert pieces(source)[-1] == "The company disagrees."
    assert kinds(source) == [P, P, P]


def test_lines_that_were_wrapped_at_a_column_join_to_one_paragraph() -> None:
    text = (
        "The ministry said on Monday that the company had produced 5,000 barrels a\n"
        "day in October, which is more than the licence allows. The company has not\n"
        "answered. Its lawyers were told by Minister Kulibayev that the government\n"
        "would go to court."
    )
    assert pieces(read_text(text)) == [text]


def test_a_wrapped_line_may_end_where_a_sentence_does() -> None:
    text = (
        "The inspectors came twice in May and found that no records had been kept.\n"
        "The company was asked to explain this within ten working days and it has\n"
        "not done so."
    )
    assert pieces(read_text(text)) == [text]


def test_a_paragraph_may_start_without_an_empty_line_where_the_line_above_was_not_full() -> None:
    first = "The company was asked to explain the missing records within ten working\ndays. It has not done so."
    second = "The ministry will therefore publish the letters that it sent to the board\nin the spring."
    assert pieces(read_text(f"{first}\n{second}")) == [first, second]


def test_one_sentence_a_line_stays_one_block_a_line() -> None:
    text = "The bank paid the fine.\nThe fine was 4 million euros.\nNo customer lost money."
    assert pieces(read_text(text)) == text.split("\n")


def test_a_single_sentence_without_a_stop_is_no_heading() -> None:
    assert kinds(read_text("We paid 5 million dollars in 2020")) == [P]


def test_the_last_line_is_no_heading() -> None:
    assert kinds(read_text("The fine was paid.\n\nNo customer lost money")) == [P, P]


def test_a_short_line_above_a_paragraph_is_a_heading() -> None:
    source = read_text("Answer to the claims of the ministry\nThe company has paid all its taxes in full.\n")
    assert kinds(source) == [H, P]
    assert source.title == "Answer to the claims of the ministry"


def test_a_name_and_an_address_below_the_text_are_no_headings() -> None:
    source = read_text("The fine was paid.\n\nYours faithfully,\nJohn Smith\nHead of Press\n10 Main Street\nLondon\n")
    assert H not in kinds(source)
    assert source.title == ""


def test_questions_and_answers_of_an_interview_are_no_headings() -> None:
    assert kinds(read_text("Q: Did you pay\nA: We paid in 2020.\n")) == [P, P]


def test_lines_from_a_narrow_column_join() -> None:
    text = (
        "The ministry's reading of\nthe contract is wrong. We\nhave never agreed to a\nprice of $5 per barrel\n"
        "and never will. We said so\nto the minister on 3 May\n2021. There was no answer."
    )
    assert pieces(read_text(text)) == [text]


def test_lines_with_as_many_tabs_are_rows_of_cells() -> None:
    source = read_text("Before.\nYear\tWells\n2020\t12\nAfter\nthe\ttab.\n")
    assert pieces(source) == ["Before.", "Year", "Wells", "2020", "12", "After\nthe\ttab."]
    assert kinds(source) == [P, BlockKind.TABLE_CELL, *[BlockKind.TABLE_CELL] * 3, P]


def test_items_with_a_tab_behind_their_number_are_no_table() -> None:
    assert kinds(read_text("1.\tThe wells were closed.\n2.\tNobody was hurt.\n")) == [L, L]


def test_list_items_are_blocks_of_their_own_with_the_lines_they_run_over() -> None:
    text = "The ministry asks for:\n- an account of October, including the wells that\n  were closed;\n- an apology\n"
    source = read_text(text)
    assert pieces(source) == [
        "The ministry asks for:",
        "- an account of October, including the wells that\n  were closed;",
        "- an apology",
    ]
    assert kinds(source) == [P, L, L]


def test_numbered_items_are_blocks_of_their_own() -> None:
    source = read_text("1. The wells were closed.\n2. Nobody was hurt.\n(a) This is known.\n")
    assert kinds(source) == [L, L, L]


def test_a_dash_in_the_middle_of_a_wrapped_sentence_starts_no_list() -> None:
    text = (
        "The company says that all of its wells were closed by the end of October\n"
        "– a claim that the ministry does not accept and that it will look into in\n"
        "the coming weeks."
    )
    assert pieces(read_text(text)) == [text]


def test_a_year_at_the_start_of_a_wrapped_line_starts_no_list() -> None:
    text = "The company stopped all of its work in the northern field at the end of\n2021. The ministry knew of it."
    assert pieces(read_text(text)) == [text]


def test_windows_line_ends_stay_in_the_text_and_offsets_point_past_them() -> None:
    source = read_text("One.\r\n\r\nTwo.\r\nThree.")
    assert source.text == "One.\r\n\r\nTwo.\r\nThree."
    assert pieces(source) == ["One.", "Two.", "Three."]
    assert source.blocks[1].span.start == 8


def test_a_lone_surrogate_in_pasted_text_becomes_a_replacement_character() -> None:
    source = read_text("Broken \ud83d here.")
    assert source.text == "Broken \ufffd here."


def test_pasted_text_has_no_path_and_takes_the_title_it_is_given() -> None:
    source = read_text("The fine was paid.", title="Answer")
    assert (source.path, source.format, source.title) == ("", "txt", "Answer")


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "statement.txt"
    path.write_bytes("Комиссия  отклонила\tжалобу.\r\nИ всё.\r\n".encode())
    source = read_file(path)
    assert source.text == "Комиссия  отклонила\tжалобу.\r\nИ всё.\r\n"
    assert source.path == str(path)
    assert (source.encoding, source.encoding_guessed) == ("utf-8", False)


def test_standard_input_is_called_a_dash() -> None:
    assert read_bytes(b"The fine was paid.", name="-").path == "-"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Nur-Sultan, 1 November 2021", date(2021, 11, 1)),
        ("NUR-SULTAN, November 1, 2021 - The ministry rejects the claim.", date(2021, 11, 1)),
        ("г. Алматы, 1 ноября 2021 г.", date(2021, 11, 1)),
        ("АСТАНА. 1 ноября 2021 года. Министерство отвергает обвинения.", date(2021, 11, 1)),
        ("Астана, 2021 жылғы 1 қараша", date(2021, 11, 1)),
        ("Berlin, 3. März 2022", date(2022, 3, 3)),
        ("Paris, le 1er mars 2022", date(2022, 3, 1)),
        ("Madrid, 5 de mayo de 2023", date(2023, 5, 5)),
        ("Date: 2021-11-01", date(2021, 11, 1)),
        ("Published: Monday, 1 November 2021, 10:30", date(2021, 11, 1)),
        ("01.11.2021", date(2021, 11, 1)),
        ("№ 15-02/77, 01.11.2021 ж.", date(2021, 11, 1)),
        ("Тарбек ауылы, 2021 жылғы 1 қараша", date(2021, 11, 1)),
        ("пос. Тарбек, 1 ноября 2021 г.", date(2021, 11, 1)),
        ("LONDON (3 May 2022) — The bank has paid.", date(2022, 5, 3)),
    ],
)
def test_a_dateline_near_the_top_gives_the_date(line: str, expected: date) -> None:
    assert read_text(f"The ministry rejects all claims\n\n{line}\n\nThe fine was paid.\n").date == expected


@pytest.mark.parametrize(
    "line",
    [
        "The plant was closed on 1 November 2021 by the ministry.",
        "On 1 November 2021 the plant was closed.",
        "By 1 November 2021 all wells had been closed.",
        "31 February 2021",
        "03/04/2021",
        "In May 2022 the bank paid.",
        "Завод закрыт 1 ноября 2021 года по решению суда.",
    ],
)
def test_a_date_within_a_sentence_is_not_the_statements_own(line: str) -> None:
    assert read_text(f"{line}\n\nThe fine was paid.\n").date is None


def test_a_letterhead_is_not_taken_for_the_title() -> None:
    source = read_text(
        "MINISTRY OF ENERGY\n\nPress release\n\nMinistry rejects claims of the operator\n\nIt did pay.\n"
    )
    assert source.title == "Ministry rejects claims of the operator"


@pytest.mark.parametrize(
    "title",
    [
        "Statement of Facts",
        "Statement of 1 November",
        "Statement on the northern field",
        "Data breach at Harlow Council",
        "Data breach: statement on the state of things",
        "Outage at Karabatan: a statement",
        "Joint statement on the northern field",
        "Our Statement on the Outage",
        "Council Issues Statement on the Outage",
        "Ministry rejects the statement on the outage",
        "Wells: what the ministry says in response",
        "Outage at Karabatan – press release",
        "The press office",
        "What the yard replied to the union",
        "Отопление: что известно об аварии",
        "New Bank Holiday: what shops may open",
        "Заявление о закупке автобусов",
        "Заявление министра об аварии",
        "Сообщение компании стало неожиданностью",
        "Ответ компании не устроил профсоюз",
        "Заявление Министерства транспорта опровергли моряки",
        "Ответ компании «Волгатранс» профсоюзу",
        "Ответ мэрии г. Тарбека на жалобу",
        "Заявление Министерства транспорта и Союза паромщиков о пожаре",
    ],
)
def test_a_title_that_names_nobody_gives_no_speaker(title: str) -> None:
    assert read_text(f"{title}\n\nThe fine was paid.\n").speaker == ""


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Statement by the Ministry of Energy on the northern field", "the Ministry of Energy"),
        ("Statement of Harlow Council", "Harlow Council"),
        ("Response by Energo plc to the ministry", "Energo plc"),
        ("Ministry of Energy: Statement on the Karabatan outage", "Ministry of Energy"),
        ("Energo Ltd. – Press statement regarding the outage", "Energo Ltd"),
        ("Harlow Council statement on the data breach", "Harlow Council"),
        ("Harlow Council's response to the findings", "Harlow Council"),
        ("Union of Ferry and Harbour Workers – press release", "Union of Ferry and Harbour Workers"),
        ("Ministry of Transport: what was found at the depot", "Ministry of Transport"),
        ("Министерство транспорта: о закупке автобусов", "Министерство транспорта"),
        ("Министерство транспорта – заявление об аварии", "Министерство транспорта"),
        ("Пресс-служба завода «Волгатранс»", "Пресс-служба завода «Волгатранс»"),
        ("Көлік министрлігі: автобустар туралы", "Көлік министрлігі"),
        ("Nordsund Lines press office", "Nordsund Lines press office"),
        ("Halvorsen Shipping replies to the union", "Halvorsen Shipping"),
        ("Заявление Министерства транспорта по поводу аварии", "Министерство транспорта"),
        ("Официальное заявление Прокуратуры города Тарбека", "Прокуратура города Тарбека"),
        ("Ответ компании «Волгатранс» на обвинения профсоюза", "компания «Волгатранс»"),
        ("Заявление Министерства внутренних дел о пожаре", "Министерство внутренних дел"),
        ("Ответ завода «Волга – Дон» на жалобу", "завод «Волга – Дон»"),
        ("Ответ Общества «Волгатранс» после проверки", "Общество «Волгатранс»"),
        ("Sund Ferry Company Ltd: what was found", "Sund Ferry Company Ltd"),
        ("Завод «Волгатранс» ответил на заявление министерства", "Завод «Волгатранс»"),
    ],
)
def test_the_speaker_is_read_from_a_title_that_names_one(title: str, speaker: str) -> None:
    source = read_text(f"{title}\n\nThe fine was paid.\n")
    assert (source.speaker, source.title) == (speaker, title)


@pytest.mark.parametrize(
    ("lines", "title", "speaker"),
    [
        (
            ("Администрация города Тарбека", "Пресс-релиз № 7", "Отопление в городе восстановлено"),
            "Отопление в городе восстановлено",
            "Администрация города Тарбека",
        ),
        (
            ("Тарбек облысының әкімдігі", "Баспасөз хабарламасы", "Су тасқыны туралы"),
            "Су тасқыны туралы",
            "Тарбек облысының әкімдігі",
        ),
        # A headline begins with an organisation, too.
        (
            ("Прокуратура проверила городской склад", "19 марта 2025 г.", "Нарушений нет"),
            "Прокуратура проверила городской склад",
            "",
        ),
    ],
)
def test_a_letterhead_above_the_name_of_a_form_is_the_speaker(lines: tuple[str, ...], title: str, speaker: str) -> None:
    source = read_text("\n\n".join((*lines, "Штраф уплачен. Он был высоким.\n")))

    assert (source.title, source.speaker) == (title, speaker)


def test_a_dateline_that_begins_small_is_no_end_of_the_line_above() -> None:
    above = "Сообщение пресс-службы\nг. Тарбек, 3 июня 2025 года\n\nШтраф уплачен. Он был высоким.\n"
    within = "Пожар на складе начался в\nг. Тарбек, 3 июня 2025 года\n\nШтраф уплачен. Он был высоким.\n"

    assert [len(read_text(text).blocks) for text in (above, within)] == [3, 2]
    assert read_text(above).date == date(2025, 6, 3)


@pytest.mark.parametrize(
    ("line", "title", "speaker", "day"),
    [
        (
            "Nordsund Lines AB. Statement concerning the strike. 3 October 2025.",
            "Nordsund Lines AB. Statement concerning the strike",
            "Nordsund Lines AB",
            date(2025, 10, 3),
        ),
        ("Union of Pilots – press release, 2 October 2025", "Union of Pilots – press release", "Union of Pilots",
         date(2025, 10, 2)),
        ("Заявление министерства о закупке, 3 мая 2025 г.", "Заявление министерства о закупке", "", date(2025, 5, 3)),
        # What happened on a day is not told on it.
        ("Explosion at the mill, 3 May 2020", "Explosion at the mill, 3 May 2020", "", None),
    ],
)  # fmt: skip
def test_a_heading_that_ends_in_the_date_of_the_statement_gives_both(
    line: str, title: str, speaker: str, day: date | None
) -> None:
    source = read_text(f"{line}\n\nThe fine was paid. It was high.\n")

    assert (source.title, source.speaker, source.date) == (title, speaker, day)
    assert source.blocks[0].kind is BlockKind.HEADING


@pytest.mark.parametrize(
    "sentence",
    [
        "We signed the statement on 3 October 2025.",
        "The ministry received our reply on Monday, 3 May 2020.",
        "Мы получили ответ министерства в пятницу, 3 мая 2025 года.",
        "Біз министрліктен жауап алдық, 2025 жылғы 3 мамыр.",
    ],
)
def test_a_sentence_that_ends_in_a_date_is_no_heading(sentence: str) -> None:
    source = read_text(f"{sentence}\n\nThe fine was paid.\n")
    assert (source.title, source.blocks[0].kind) == ("", BlockKind.PARAGRAPH)
