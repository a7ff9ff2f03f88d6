"""How Word files grow: as python-docx would let them, and each part in the same time however long the file is."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable

import docx
import pytest
from docx.oxml.document import CT_Body, CT_Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from some_reports import harbour, written

from statement_compare.engine.model import ReasonKind, Side, Verdict
from statement_compare.engine.report import render
from statement_compare.engine.report.docx_document import Body, add_counted, describe, saved
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets import marked_copy, render_reply
from statement_compare.engine.sheets.reply import ReplyChoice

Write = Callable[[Reported], bytes]
WRITERS: dict[str, Write] = {
    "report": lambda subject: render(subject, "docx"),
    "questions": lambda subject: render_reply(subject, ReplyChoice(), "docx"),
    "copy": lambda subject: marked_copy.render(subject, Side.LEFT),
}


def test_a_body_grows_as_python_docx_lets_it() -> None:
    here, there = docx.Document(), docx.Document()
    body = Body(here)
    for grown in (body, there):
        grown.add_paragraph()
        grown.add_paragraph("a\tb", "List Bullet")
        grown.add_heading("c", 2)
        grown.add_paragraph("d", "Normal")
        grown.add_table(0, 2)
        grown.add_table(2, 3, "Table Grid").rows[1].cells[2].paragraphs[0].add_run("e")
        grown.add_heading("f", 1)
    assert here.element.xml == there.element.xml
    assert [part.style.name for part in here.tables][1] == "Table Grid"


@pytest.mark.parametrize("writer", WRITERS)
def test_nothing_goes_through_all_of_a_document_for_each_finding(writer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: Counter[str] = Counter()
    found, sections = BaseOxmlElement.first_child_found_in, CT_Document.sectPr_lst

    def look(element: BaseOxmlElement, *names: str) -> object:
        looked["body"] += isinstance(element, CT_Body)
        return found(element, *names)

    def look_for_sections(element: CT_Document) -> object:
        looked["sections"] += 1
        return sections.fget(element)

    monkeypatch.setattr(BaseOxmlElement, "first_child_found_in", look)
    monkeypatch.setattr(CT_Document, "sectPr_lst", property(look_for_sections))
    told = []
    for number in (2, 12):
        looked.clear()
        links = [(i, i, Verdict.CONTRADICTION, ReasonKind.NUMBER) for i in range(number)]
        texts = [f"Berth {i} takes {{{i}}} ships." for i in range(number)]
        made = written(texts, texts, links)
        WRITERS[writer](Reported(made))
        told.append(dict(looked))
    assert told[0] == told[1]
    assert told[0]["body"] == 0


def test_no_row_of_a_table_is_torn_between_two_pages() -> None:
    document = docx.Document(io.BytesIO(render(Reported(harbour()), "docx")))
    rows = [row for table in document.tables for row in table.rows]
    assert len(rows) > 10
    assert all(row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_a_word_file_tells_no_time_and_no_template() -> None:
    for write in WRITERS.values():
        said = docx.Document(io.BytesIO(write(Reported(harbour())))).core_properties
        assert (said.created, said.modified, said.revision) == (None, None, 1)
        assert (said.author, said.last_modified_by, said.comments, said.keywords) == ("", "", "", "")


def test_titles_and_authors_are_cut_where_the_form_of_the_file_ends_them() -> None:
    document = docx.Document()
    describe(document, "t" * 300, "a" * 300, "kk-KZ")
    said = docx.Document(io.BytesIO(saved(document))).core_properties
    assert (len(said.title), len(said.author), said.language) == (255, 255, "kk-KZ")


def test_page_numbers_stand_where_the_words_have_their_places() -> None:
    paragraph = docx.Document().add_paragraph()
    add_counted(
        paragraph, "{n} of {total} {other}", {"{n}": "PAGE", "{total}": "NUMPAGES"}, lambda r: setattr(r, "bold", True)
    )
    told = [each.text for each in paragraph._p.iter(qn("w:instrText"), qn("w:t"))]
    assert told == [" PAGE ", "1", " of ", " NUMPAGES ", "1", " ", "{other}"]
    assert all(run.bold for run in paragraph.runs)
    # within one run, LibreOffice shows a counted number in the size of the document
    assert all(len(run._r.findall(qn("w:fldChar"))) <= 1 for run in paragraph.runs)
