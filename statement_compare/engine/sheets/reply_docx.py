"""A sheet of questions as a Word file: numbered, with room for each answer, and its pages numbered."""

from __future__ import annotations

from typing import Final

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Cm

from statement_compare.engine.report.docx_document import Body, saved
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets.docx_file import (
    direct,
    new_document,
    number_pages,
    soft,
    speak,
    xml_text,
)
from statement_compare.engine.sheets.reply import ReplyChoice
from statement_compare.engine.sheets.reply_sheet import Asked, Passage, Sheet, sheets
from statement_compare.engine.sheets.words import Words, words_in

_ROOM: Final = Cm(2.6)
_INDENT: Final = Cm(0.8)


def render(reported: Reported, choice: ReplyChoice) -> bytes:
    """One sheet for each side that is asked, each from a new page on."""
    said, made = words_in(choice.language), sheets(reported, choice)
    document = new_document(said.say("reply.title"), choice.asked_by, choice.language)
    number_pages(document, said.say("reply.title"), said.phrases["sheet.page"])  # type: ignore[arg-type]
    body = Body(document)
    for number, sheet in enumerate(made):
        heading = body.add_heading(sheet.title, 1)
        heading.paragraph_format.page_break_before = number > 0
        _write(body, sheet, said)
    return saved(document)


def _write(body: Body, sheet: Sheet, said: Words) -> None:
    for name, value in sheet.rows:
        row = body.add_paragraph()
        row.paragraph_format.space_after = Cm(0.1)
        row.add_run(f"{name}: ").bold = True
        row.add_run(xml_text(value))
    body.add_paragraph(sheet.intro).paragraph_format.space_before = Cm(0.4)
    for section in sheet.sections:
        body.add_heading(section.title, 2)
        for asked in section.asked:
            _write_question(body, asked, said)
    closing = body.add_paragraph()
    closing.paragraph_format.space_before = Cm(0.6)
    soft(closing.add_run(sheet.closing)).italic = True


def _write_question(body: Body, asked: Asked, said: Words) -> None:
    body.add_heading(asked.heading, 3)
    for passage in asked.passages:
        _write_passage(body, passage, said)
    question = body.add_paragraph()
    question.add_run(xml_text(asked.question)).bold = True
    question.paragraph_format.keep_with_next = True
    table = body.add_table(1, 1, "Table Grid")
    row = table.rows[0]
    row.height, row.height_rule = _ROOM, WD_ROW_HEIGHT_RULE.AT_LEAST
    answer = row.cells[0].paragraphs[0]
    answer.paragraph_format.space_before = Cm(0.1)
    soft(answer.add_run(said.say("reply.answer")))


def _write_passage(body: Body, passage: Passage, said: Words) -> None:
    lead = body.add_paragraph(xml_text(passage.lead))
    lead.paragraph_format.keep_with_next = True
    lead.paragraph_format.space_after = Cm(0.1)
    for text, place in passage.quotes:
        quote = body.add_paragraph()
        speak(quote.add_run(said.say("sheet.quoted", text=xml_text(text))), passage.spoken)
        direct(quote, text)
        soft(quote.add_run(f" ({place})"))
        quote.paragraph_format.left_indent = _INDENT
        quote.paragraph_format.space_after = Cm(0.2)
        quote.paragraph_format.keep_with_next = True
