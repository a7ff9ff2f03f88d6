"""The marked copy of one side: the text as it was read, findings marked in it, each with a comment."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.enum.text import WD_UNDERLINE
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from made_side import Part, made_side
from scene import compared, decided, harbour, hostile

from statement_compare.engine.colours import THEMES
from statement_compare.engine.model import (
    BlockKind,
    CompareOptions,
    Decision,
    GeneralDenial,
    ReasonKind,
    Side,
    Status,
    Verdict,
)
from statement_compare.engine.pipeline import compare
from statement_compare.engine.place import Place
from statement_compare.engine.readers import read_bytes
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets import marked_copy
from statement_compare.engine.sheets.docx_file import xml_text

FIRST = ((0,), (0,))
ADA = Decision(
    Verdict.QUALIFIED,
    reason="the second is net",
    note="call them",
    status=Status.ASKED,
    reviewer="Ada Winter",
    at="2026-01-02T03:04:05.678+00:00",
)


def opened(subject: Reported, of: Side = Side.LEFT, language: str = "en") -> Opened:
    return Document(io.BytesIO(marked_copy.render(subject, of, language)))


def texts(document: Opened) -> list[str]:
    """The text of all paragraphs, those in cells among them, as they follow."""
    found: list[str] = []
    for each in document.iter_inner_content():
        if isinstance(each, Paragraph):
            found.append(each.text)
        else:
            assert isinstance(each, Table)
            found += [held.text for row in each.rows for cell in row.cells for held in cell.paragraphs]
    return found


def comments(document: Opened) -> list[str]:
    return [each.text for each in document.comments]


def test_the_text_is_the_one_that_was_read_and_nothing_else() -> None:
    made = harbour()
    for of, statement in ((Side.LEFT, made.left), (Side.RIGHT, made.right)):
        document = opened(Reported(made), of)
        assert texts(document) == [block.span.of(statement.source.text) for block in statement.source.blocks]


def test_a_comment_says_verdict_reason_the_other_sides_words_and_the_decision() -> None:
    document = opened(decided(harbour(), {FIRST: ADA}))
    assert comments(document)[1].splitlines() == [
        "≠ Contradiction · date",
        "3 May 2021 against 9 May 2021",
        "Norvent:",
        "R2 “The first tanker came on 9 May 2021.”",
    ]
    told = next(iter(document.comments))
    assert told.text.splitlines() == [
        "~ Qualified",
        "proposed as contradiction: 5,000 against 1,000",
        "Norvent:",
        "R1 “The harbour ships 1,000 barrels a day.”",
        "Decision: changed from contradiction to qualified by Ada Winter: the second is net",
        "Note: call them",
        "Status: asked",
        "Last change: Ada Winter, 2 January 2026, 03:04 UTC",
    ]
    assert (told.author, told.initials) == ("Ada Winter", "AW")
    assert told.timestamp is not None
    assert told.timestamp.isoformat() == "2026-01-02T03:04:05+00:00"


def test_what_the_program_says_alone_is_said_by_the_program_at_no_time() -> None:
    for each in opened(Reported(harbour())).comments:
        assert (each.author, each.initials, each.timestamp) == ("statement_compare", "SC", None)


def test_each_comment_stands_at_its_sentence() -> None:
    document = opened(Reported(harbour()))
    at = [re.findall(r"commentReference w:id=\"(\d+)\"", each._p.xml) for each in document.paragraphs]
    said = comments(document)
    assert [[said[int(i)].splitlines()[0] for i in ids] for ids in at] == [
        ["≠ Contradiction · number"],
        ["≠ Contradiction · date"],
        ["= Agreement · wording"],
        ["∅ Unanswered"],
        ["∅ Unanswered"],
    ]


def test_claims_without_an_answer_are_told_as_such() -> None:
    said = comments(opened(Reported(harbour())))
    assert said[3] == "∅ Unanswered\nNot taken up by Norvent"
    assert said[4] == (
        "∅ Unanswered\nNo answer found in what is said by Norvent\nnearest: R2 “The first tanker came on 9 May 2021.”"
    )


def test_verdicts_are_told_by_colour_and_by_line_and_the_words_that_clash_are_bold() -> None:
    document = opened(Reported(harbour()))
    runs = [[run for run in each.runs if run.text] for each in document.paragraphs]
    assert [(run.text, run.bold) for run in runs[0]] == [
        ("The harbour ships ", None),
        ("5,000", True),
        (" barrels a day.", None),
    ]
    lines = [each[0].underline for each in runs]
    assert lines[:4] == [WD_UNDERLINE.DOUBLE, WD_UNDERLINE.DOUBLE, True, WD_UNDERLINE.DOTTED]
    fills = [re.findall(r'w:fill="(\w+)"', each[0]._r.xml) for each in runs]
    light = THEMES["light"]
    assert fills[0] == [light.contradiction_tint.removeprefix("#")]
    assert fills[2] == [light.agreement_tint.removeprefix("#")]
    assert fills[3] == []


@pytest.mark.parametrize(
    ("language", "legend"),
    [
        ("en", "≠ contradiction   ~ qualified   = agreement   ? unclear   ∅ unanswered"),
        ("ru", "≠ противоречие   ~ с оговоркой   = согласие   ? неясно   ∅ без ответа"),
        ("kk", "≠ қайшылық   ~ ескертпемен   = келісім   ? белгісіз   ∅ жауапсыз"),
    ],
)
def test_each_page_says_what_the_marks_mean_in_the_language_that_is_asked_for(language: str, legend: str) -> None:
    section = opened(Reported(harbour()), language=language).sections[0]
    assert section.header.paragraphs[0].text.startswith("The Port Office, ")
    assert section.header.paragraphs[1].text.strip() == legend
    assert "PAGE" in section.footer.paragraphs[0]._p.xml


def test_of_a_sentence_in_two_findings_the_gravest_colours_it_and_both_are_said() -> None:
    made = compared(
        made_side("One ⟦a⟧."),
        made_side("One ⟦b⟧.", "One a."),
        [
            (0, 1, Verdict.AGREEMENT, ReasonKind.WORDING, "wording.same"),
            (0, 0, Verdict.CONTRADICTION, ReasonKind.NEGATION, "negation.one_side"),
        ],
    )
    document = opened(Reported(made))
    assert [each.splitlines()[0] for each in comments(document)] == [
        "≠ Contradiction · negation",
        "= Agreement · wording",
    ]
    assert document.paragraphs[0].runs[0].underline == WD_UNDERLINE.DOUBLE
    ids = re.findall(r"comment(RangeStart|RangeEnd|Reference) w:id=\"(\d+)\"", document.paragraphs[0]._p.xml)
    assert ids == [
        ("RangeStart", "0"),
        ("RangeStart", "1"),
        ("RangeEnd", "0"),
        ("Reference", "0"),
        ("RangeEnd", "1"),
        ("Reference", "1"),
    ]


def test_a_finding_of_several_sentences_is_said_at_each_with_the_others() -> None:
    made = harbour()
    made = replace(made, links=(replace(made.links[0], left=(0, 3)), *made.links[1:]), only_left=(4,))
    said = comments(opened(Reported(made)))
    assert "together with L4" in said[0]
    assert "together with L1" in said[3]


def test_of_what_a_person_dismissed_nothing_is_said() -> None:
    document = opened(decided(harbour(), {FIRST: Decision(is_dismissed=True)}))
    assert "5,000" in document.paragraphs[0].text
    assert document.paragraphs[0].runs[0].underline is None
    assert not any("1,000" in each for each in comments(document))


def test_a_general_denial_is_told_where_it_stands() -> None:
    made = compared(
        made_side("The pump leaked."),
        made_side("All of this is untrue."),
        denials=(GeneralDenial(Side.RIGHT, 0, (0,)),),
    )
    said = comments(opened(Reported(made), Side.RIGHT))
    assert said[-1] == "Denied in general\nR1 denies the charges in general; 1 claim has no other answer: L1"


def test_headings_lists_and_tables_are_what_they_were() -> None:
    cell = BlockKind.TABLE_CELL
    left = made_side(
        Part(("The harbour",), BlockKind.HEADING, Place(paragraph=1)),
        Part(("First item.",), BlockKind.LIST_ITEM, Place(paragraph=2)),
        Part(("- Marked item.",), BlockKind.LIST_ITEM, Place(paragraph=3), "\n"),
        Part(("a",), cell, Place(table=1, row=1, column=1)),
        Part(("b",), cell, Place(table=1, row=1, column=3), "\t"),
        Part(("c. More.", "Two."), cell, Place(table=1, row=3, column=2), "\n"),
        Part(("c again.",), cell, Place(table=1, row=3, column=2), "\n"),
        Part(("d",), cell, Place(table=2, row=1, column=1)),
        Part(("lost cell",), cell),
        "The end.",
    )
    document = opened(Reported(compared(left, made_side("Nothing."))))
    styles = [each.style.name for each in document.paragraphs if each.style is not None]
    # One that is empty parts two tables, which Word would draw as one.
    assert styles == ["Heading 2", "List Bullet", "List Paragraph", "Normal", "Normal", "Normal"]
    assert [each.text for each in document.paragraphs][3:] == ["", "lost cell", "The end."]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    assert tables == [[["a", "", "b"], ["", "c. More. Two.\nc again.", ""]], [["d"]]]


def test_our_own_reader_reads_the_same_text_from_it() -> None:
    made = harbour()
    data = marked_copy.render(Reported(made), Side.LEFT)
    assert read_bytes(data, name="copy.docx").text.strip() == made.left.source.text


def test_the_same_copy_has_the_same_bytes_and_tells_no_time_of_its_own() -> None:
    subject = decided(harbour(), {FIRST: ADA})
    first = marked_copy.render(subject, Side.LEFT)
    assert first == marked_copy.render(subject, Side.LEFT)
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        told = packed.read("word/comments.xml").decode("utf-8")
    assert re.findall(r'w:date="([^"]*)"', told) == ["2026-01-02T03:04:05Z"]


@pytest.mark.parametrize("of", Side)
def test_hostile_texts_are_words_and_nothing_else(of: Side) -> None:
    document = opened(Reported(hostile()), of)
    statement = hostile().left if of is Side.LEFT else hostile().right
    assert texts(document) == [xml_text(each.text) for each in statement.sentences]
    said = "\n".join(comments(document))
    assert "\u202e" not in "".join(texts(document)) + said
    assert "‹U+0000›" in said
    assert "<script>alert(1)</script>" in said
    assert "long " * 4_000 in said


def test_a_text_without_sentences_is_an_empty_copy() -> None:
    document = opened(Reported(compared(made_side(), made_side())))
    assert texts(document) == []
    assert len(document.comments) == 0


def test_what_runs_from_right_to_left_does_so_in_the_copy() -> None:
    made = compared(made_side("النفط وصل اليوم.", "The rest."), made_side("x"))
    first, second = opened(Reported(made)).paragraphs
    assert "<w:bidi/>" in first._p.xml
    assert first.runs[0].font.rtl
    assert "<w:bidi/>" not in second._p.xml


def test_a_line_break_of_two_characters_is_one() -> None:
    made = compared(made_side("One\r\ntwo\tthree\nfour."), made_side("x"))
    assert texts(opened(Reported(made))) == ["One\ntwo\tthree\nfour."]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="⟦⟧\r"), min_size=1, max_size=30), min_size=1, max_size=4))
def test_any_text_comes_back_as_it_is_shown(sentences: list[str]) -> None:
    made = compared(made_side(*sentences), made_side("x"))
    assert texts(opened(Reported(made))) == [xml_text(each) for each in sentences]


def test_a_row_keeps_its_cells_and_its_comment_stands_at_the_first() -> None:
    sides = [f"| Village | Shops |\n|---|---|\n| Arna | {figure} |\n" for figure in (12, 15)]
    left, right = (read_bytes(text.encode(), name="a.md") for text in sides)
    document = opened(Reported(compare(left, right, CompareOptions(use_model=False))))

    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    assert tables == [[["Village", "Shops"], ["Arna", "12"]]]
    assert [said.splitlines()[1] for said in comments(document)] == ["Arna, Shops: 12 against 15"]
    bold = [
        run.text for row in document.tables[0].rows for cell in row.cells for run in cell.paragraphs[0].runs if run.bold
    ]
    assert bold == ["12"]
