"""Every format says the same: the same findings in the same order, with the same reasons, decisions and quotations."""

from __future__ import annotations

import io
import json
import re
from functools import cache

import docx
import openpyxl
import pytest
from read_back import FORMATS, read_back, sheets
from some_reports import some_reports

from statement_compare.engine.model import Comparison
from statement_compare.engine.report import render
from statement_compare.engine.report.outline import Outline
from statement_compare.engine.report.outlining import outline_of
from statement_compare.engine.report.text import Page
from statement_compare.engine.reported import ReportChoice, Reported, report_of

READ = tuple(each for each in FORMATS if each != "json")
CASES: dict[str, tuple[Comparison | Reported, ReportChoice]] = {
    name: (subject, choice) for name, subject, choice in some_reports()
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@cache
def written(case: str, format_: str) -> bytes:
    subject, choice = CASES[case]
    # So narrow that one side stands below the other.
    return render(subject, format_, page=Page(60), choice=choice)


def squeezed(text: str) -> str:
    """A text without what formats set between words: blanks, marks of emphasis, parted lines."""
    return re.sub(r"[\s\[\]*│\u2066-\u2069]+", "", text)


@cache
def read(case: str, format_: str) -> str:
    return squeezed(read_back(written(case, format_), format_))


@cache
def outline(case: str) -> Outline:
    return outline_of(report_of(*CASES[case]))


def test_the_cases_hold_something_of_everything_that_is_told() -> None:
    told = [outline(case) for case in CASES]
    assert all(any(getattr(each, name) for each in told) for name in ("denials", "unanswered", "lost", "by_hand"))
    assert any(finding.leans for each in told for finding in each.findings)
    assert any(finding.is_changed for each in told for finding in each.findings)
    assert any(each.dismissed for each in told)
    assert {each.language for each in told} == {"en", "ru", "kk"}
    assert any(len(quotes) > 1 for each in told for finding in each.findings for quotes in finding.quotes)
    assert sum(bool(each.left_out) for each in told) == 12


@pytest.mark.parametrize("format_", READ)
def test_the_same_findings_stand_in_the_same_order(case: str, format_: str) -> None:
    page, place = read(case, format_), 0
    for finding in outline(case).findings:
        first = min(squeezed(quote.text) for quotes in finding.quotes for quote in quotes)
        # Both texts in full stand on the page between the contradictions and the rest.
        found = page.find(squeezed(finding.messages[0]) if finding.messages else first, place)
        assert found >= place, f"{finding.heading} {finding.places} is not where it should be"
        place = found


@pytest.mark.parametrize("format_", READ)
def test_each_finding_has_the_same_reasons_decisions_and_quotations(case: str, format_: str) -> None:
    page = read(case, format_)
    for finding in outline(case).findings:
        for quotes in finding.quotes:
            assert all(squeezed(quote.text) in page for quote in quotes)
        assert all(squeezed(message) in page for message in finding.messages)
        if format_ != "csv":  # whose columns have words of their own for programs
            assert all(squeezed(value) in page for _, value in finding.rows)
            assert squeezed(finding.wording) in page


@pytest.mark.parametrize("format_", [each for each in READ if each != "csv"])
def test_the_same_is_told_beside_the_findings(case: str, format_: str) -> None:
    page, told = read(case, format_), outline(case)
    for alone in told.unanswered:
        assert squeezed(f"{alone.title} {alone.other}") in page
        for quote, note in alone.entries:
            assert squeezed(quote.text) in page
            assert squeezed(note) in page
    for words in (*told.denials, told.left_out, told.caveats, *told.decided):
        assert squeezed(words) in page
    for gone in told.lost:
        for text in (*(text for texts in gone.texts for text in texts), *(value for _, value in gone.rows)):
            assert squeezed(text) in page
    for _, value in (*told.signed, *told.by_hand):
        assert squeezed(value) in page
    for _, cells in told.documents:
        assert format_ == "text" or all(squeezed(cell) in page for cell in cells)


@pytest.mark.parametrize("format_", [each for each in READ if each != "csv"])
def test_the_counts_are_the_same(case: str, format_: str) -> None:
    page, told = read(case, format_), outline(case)
    for count in told.counts:
        if count.number or format_ != "text":
            assert squeezed(f"{count.sign} {count.words}") in page


def test_data_for_programs_holds_the_same_findings_with_the_same_reasons(case: str) -> None:
    links = json.loads(written(case, "json"))["links"]
    by_place = {(tuple(link["left"]), tuple(link["right"])): link for link in links}
    findings = outline(case).findings
    assert by_place.keys() == {finding.pair for finding in findings}
    for finding in findings:
        link = by_place[finding.pair]
        assert link["verdict"] == finding.verdict.value
        if not finding.is_changed:
            assert tuple(dict.fromkeys(reason["message"] for reason in link["reasons"])) == finding.messages


def test_the_same_words_are_marked_in_a_document_and_in_a_workbook(case: str) -> None:
    wanted = [
        piece.text for each in outline(case).findings for quotes in each.quotes for quote in quotes
        for piece in quote.pieces if piece.is_marked
    ]  # fmt: skip
    document = docx.Document(io.BytesIO(written(case, "docx")))
    marked = [
        run.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if run.underline
    ]
    assert marked == wanted
    book = openpyxl.load_workbook(io.BytesIO(written(case, "xlsx")), rich_text=True)
    rich = [
        str(part)
        for row in book.worksheets[0].iter_rows(min_row=2)
        for cell in row
        if cell.value is not None and not isinstance(cell.value, str)
        for part in cell.value
        if not isinstance(part, str) and part.font.u
    ]
    assert rich == wanted


def test_a_workbook_has_a_row_for_each_finding_and_each_claim_alone(case: str) -> None:
    told = outline(case)
    findings, alone, _ = sheets(written(case, "xlsx")).values()
    assert [row[0] for row in findings[1:] if row[0]] == [str(each.number) for each in told.findings]
    numbers = [quote.numbered for each in told.unanswered for quote, _ in each.entries]
    assert [row[1] for row in alone[1:] if row[1]] == numbers
