"""The sheet that a side is sent: as Markdown, and as a Word file with numbered pages and room for answers."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from made_side import made_side
from scene import HOSTILE, compared, harbour, hostile

from statement_compare.engine.model import ReasonKind, Side, Verdict
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets import render_reply
from statement_compare.engine.sheets.docx_file import xml_text
from statement_compare.engine.sheets.reply import ReplyChoice
from statement_compare.engine.sheets.reply_sheet import deadline_words, sheets

LEFT = ReplyChoice(sides=(Side.LEFT,), deadline="2026-12-01 18:00", asked_by="Ada Winter")


def written(choice: ReplyChoice = LEFT, subject: Reported | None = None) -> str:
    return render_reply(subject or Reported(harbour()), choice, "md").decode("utf-8")


def word(choice: ReplyChoice = LEFT, subject: Reported | None = None) -> bytes:
    return render_reply(subject or Reported(harbour()), choice, "docx")


def text_of(data: bytes) -> str:
    """All the words of a Word file, those in cells among them."""
    return "\n".join(
        each.text if hasattr(each, "text") else each.rows[0].cells[0].text
        for each in Document(io.BytesIO(data)).iter_inner_content()
    )


def test_a_press_officer_reads_quotes_numbers_and_one_question() -> None:
    assert written() == (
        "# Questions about your statement\n\n"
        "- To: The Port Office\n"
        "- Your statement: “Harbour at work”, 1 November 2021\n"
        "- The other statement: Norvent\n"
        "- From: Ada Winter\n"
        "- Please answer by: 1 December 2026, 18:00\n\n"
        "We have read your statement side by side with the other one named here. Please tell us your view on each "
        "point below; if you would rather not answer a question, please say so.\n\n"
        "## What both statements speak of\n\n"
        "### Question 1\n\n"
        "Your statement of 1 November 2021 says:\n\n"
        "> “The harbour ships 5,000 barrels a day.” (sentence 1)\n\n"
        "The statement by Norvent says:\n\n"
        "> “The harbour ships 1,000 barrels a day.” (sentence 1)\n\n"
        "**Which figure is right, and on what is it based?**\n\n"
        "Answer:\n\n\n"
        "### Question 2\n\n"
        "Your statement of 1 November 2021 says:\n\n"
        "> “The first tanker came on 3 May 2021.” (sentence 2)\n\n"
        "The statement by Norvent says:\n\n"
        "> “The first tanker came on 9 May 2021.” (sentence 2)\n\n"
        "**Which date is right, and on what is it based?**\n\n"
        "Answer:\n\n\n"
        "## What the other statement says\n\n"
        "### Question 3\n\n"
        "The statement by Norvent says:\n\n"
        "> “An alarm was raised at noon.” (sentence 4)\n\n"
        "**We found no answer to this in your statement. What do you say to it?**\n\n"
        "Answer:\n\n\n"
        "*This sheet sets two texts side by side. It does not say which of them is right.*\n"
    )


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "ru",
            (
                "- Кому: Norvent",
                "- Просим ответить до: 1 декабря 2026 г., 18:00",
                "В заявлении другой стороны (the Port Office) от 1 ноября 2021 г. сказано:",
                "> «The harbour ships 5,000 barrels a day.» (предложение 1)",
                "**Какая цифра верна и на чём она основана?**",
                "**В вашем заявлении об этом не говорится. Что вы можете об этом сказать?**",
            ),
        ),
        (
            "kk",
            (
                "- Кімге: Norvent",
                "- Жауап беру мерзімі: 2026 ж. 1 желтоқсан, 18:00",
                "Екінші тараптың (the Port Office) мәлімдемесінде (2021 ж. 1 қараша) былай делінген:",
                "> «The harbour ships 5,000 barrels a day.» (1-сөйлем)",
                "**Қай сан дұрыс және ол неге негізделген?**",
                "**Мәлімдемеңізде бұл туралы айтылмаған. Бұған не айтасыз?**",
            ),
        ),
    ],
)
def test_it_is_written_in_the_language_that_is_asked_for(language: str, lines: tuple[str, ...]) -> None:
    choice = ReplyChoice(sides=(Side.RIGHT,), language=language, deadline="2026-12-01 18:00", asked_by="Ada")
    found = written(choice).splitlines()
    assert [line for line in lines if line not in found] == []
    told = re.sub(r"[“«].*?[”»]|\(the Port Office\)|Norvent|Ada|The Port Office", "", "\n".join(found))
    assert re.findall("[A-Za-z]{2,}", told) == []


@pytest.mark.parametrize("format_", ["md", "docx"])
def test_no_name_of_a_file_is_sent_to_anybody(format_: str) -> None:
    data = render_reply(Reported(harbour()), ReplyChoice(), format_)
    told = data.decode("utf-8") if format_ == "md" else text_of(data)
    assert "draft" not in told
    assert "secret" not in told
    assert "port.txt" not in told


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        ("2026-12-01", "1 December 2026"),
        ("2026-12-01T09:30", "1 December 2026, 09:30"),
        ("2026-12-01 18:00+05:00", "2026-12-01 18:00+05:00"),
        ("2026-12-01T18:00Z", "2026-12-01T18:00Z"),
        ("20261201", "20261201"),
        ("Friday noon", "Friday noon"),
        ("", ""),
        ("2026-13-01", "2026-13-01"),
        ("now\u202e\n", "now‹U+202E›"),
    ],
)
def test_a_deadline_is_a_date_or_any_words(deadline: str, words: str) -> None:
    assert deadline_words(deadline, "en") == words


def test_both_sides_get_a_sheet_of_their_own() -> None:
    made = sheets(Reported(harbour()), ReplyChoice())
    assert [sheet.rows[0] for sheet in made] == [("To", "The Port Office"), ("To", "Norvent")]
    assert [len(section.asked) for sheet in made for section in sheet.sections] == [2, 1, 2, 2]
    document = Document(io.BytesIO(word(ReplyChoice())))
    titles = [each for each in document.paragraphs if each.style is not None and each.style.name == "Heading 1"]
    assert [each.paragraph_format.page_break_before for each in titles] == [False, True]


def test_a_word_file_says_what_the_other_format_says_and_has_room_for_each_answer() -> None:
    document = Document(io.BytesIO(word()))
    plain = "\n".join(each.text for each in document.paragraphs)
    for line in written().splitlines():
        told = line.lstrip("#> -").strip("*")
        assert told == "Answer:" or told in plain
    assert [table.rows[0].cells[0].text for table in document.tables] == ["Answer:"] * 3
    assert all((table.rows[0].height or 0) > 900_000 for table in document.tables)
    footer = document.sections[0].footer.paragraphs[0]
    assert footer.text.startswith("Questions about your statement · page ")
    assert re.findall(r"<w:instrText[^>]*> (\w+) ", footer._p.xml) == ["PAGE", "NUMPAGES"]


def test_a_word_file_has_the_same_bytes_every_time_and_tells_no_time() -> None:
    first = word()
    assert first == word()
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = packed.read("docProps/core.xml").decode("utf-8")
        assert "docProps/thumbnail.jpeg" not in packed.namelist()
    assert "dcterms" not in re.sub(r"xmlns:\w+=\S+", "", core)
    assert "<dc:creator>Ada Winter</dc:creator>" in core
    assert "python-docx" not in core


@pytest.mark.parametrize("format_", ["md", "docx"])
def test_hostile_texts_are_words_and_nothing_else(format_: str) -> None:
    data = render_reply(Reported(hostile()), ReplyChoice(asked_by="<b>\x00", deadline="\ud800"), format_)
    if format_ == "docx":
        told = text_of(data)
        for text in HOSTILE:
            assert xml_text(text) in told
        assert "‹U+0000›" in told
        assert "‹U+FFFE›" in told
    else:
        told = data.decode("utf-8")
        assert "<script>" not in re.sub(r"\\[<>]", "", told)
        assert "\\<script\\>alert" in told
    assert "\u202e" not in told
    assert "long " * 4_000 in told


@pytest.mark.parametrize("format_", ["md", "docx"])
def test_two_empty_texts_give_a_sheet_without_questions(format_: str) -> None:
    data = render_reply(Reported(compared(made_side(), made_side())), ReplyChoice(), format_)
    told = data.decode("utf-8") if format_ == "md" else text_of(data)
    assert told.count("There are no questions.") == 2
    assert "Question 1" not in told


def test_all_sentences_of_a_finding_are_quoted() -> None:
    made = compared(
        made_side("One ⟦a⟧.", "Two."),
        made_side("Three ⟦b⟧."),
        [(0, 0, Verdict.CONTRADICTION, ReasonKind.NEGATION, "negation.one_side")],
    )
    made = replace(made, links=(replace(made.links[0], left=(0, 1)),), only_left=())
    told = written(ReplyChoice(sides=(Side.RIGHT,)), Reported(made))
    assert "The other statement says:\n\n> “One a.” (sentence 1)\n\n> “Two.” (sentence 2)\n" in told


def test_a_format_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="odt"):
        render_reply(Reported(harbour()), LEFT, "odt")


def of_rows(row: str, column: str) -> Reported:
    """Two rows of tables whose figures are at odds in one column."""
    left, right = made_side("Aurora | 118 | ⟦620⟧"), made_side("Aurora | 118 | ⟦0⟧")
    made = compared(left, right, [(0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER, "table.differ")])
    link = made.links[0]
    names = tuple((name, value) for name, value in (("column", column), ("row", row)) if value)
    rule = "table.differ" if column else "table.differ_unnamed"
    reasons = (replace(link.reasons[0], rule=rule, params=names),)
    return Reported(replace(made, links=(replace(link, reasons=reasons),)))


@pytest.mark.parametrize(
    ("side", "column", "asked"),
    [
        (Side.LEFT, "Overtime hours", "Aurora, Overtime hours: your statement has 620, the other one 0."),
        (Side.RIGHT, "Overtime hours", "Aurora, Overtime hours: your statement has 0, the other one 620."),
        (Side.LEFT, "", "Aurora: your statement has 620, the other one 0."),
    ],
)
def test_of_two_rows_it_is_asked_by_the_names_of_row_and_column(side: Side, column: str, asked: str) -> None:
    (sheet,) = sheets(of_rows("Aurora", column), ReplyChoice(sides=(side,)))
    assert sheet.sections[0].asked[0].question == f"{asked} Which figure is right, and on what is it based?"


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_rows_and_columns_stay_texts(name: str) -> None:
    subject = of_rows(name, name)
    markdown = written(LEFT, subject)
    assert "<script>" not in markdown
    assert "](y)" not in markdown.replace("\\](y)", "").replace("]\\(y)", "")
    assert "\x1b" not in markdown
    assert "\u202e" not in markdown
    assert "your statement has 620" in text_of(word(LEFT, subject))
