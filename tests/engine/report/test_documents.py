"""Word documents, PDF files and workbooks: whole, read by other programs, and the same each time for any text."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from read_back import DOCUMENTS, docx_lines, pdf_text, read_back, sheets
from some_reports import BASIN, harbour, reviewed, written

from statement_compare.engine.model import Comparison, Decision, ReasonKind, Source, Verdict
from statement_compare.engine.report import pdf, render, undrawn, xlsx
from statement_compare.engine.reported import ReportChoice, Reported, Scope
from statement_compare.errors import StatementCompareError

RUSSIAN, KAZAKH = ReportChoice(language="ru"), ReportChoice(language="kk")
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("file:///x")',
    "{=1}",
    "0042",
]
FORBIDDEN = "a\x00b\x1bc\ud800d\ufffee\uffff"
SHOWN = "a‹U+0000›b‹U+001B›c‹U+D800›d‹U+FFFE›e‹U+FFFF›"


def saying(text: str) -> Reported:
    """A review in which a statement and a person say so, wherever they say anything."""
    made = written([f"{{{text}}} it is"], [f"We say {text}"], [(0, 0, Verdict.UNCLEAR, ReasonKind.NUMBER)])
    source = replace(made.left.source, title=text, speaker=text, path=text)
    made = replace(made, left=replace(made.left, source=source))
    said = Decision(Verdict.UNCLEAR, text, note=text, reviewer=text, at=text)
    return Reported(made, {((0,), (0,)): said}, reviewer=text)


@pytest.mark.parametrize("format_", DOCUMENTS)
def test_the_same_subject_gives_the_same_bytes_at_any_time(format_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = render(reviewed(), format_)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert render(reviewed(), format_) == first


@pytest.mark.parametrize("format_", DOCUMENTS)
def test_characters_that_a_document_cannot_hold_are_shown(format_: str) -> None:
    page = read_back(render(saying(FORBIDDEN), format_), format_)
    assert page.count(SHOWN) >= 6


@pytest.mark.parametrize("format_", DOCUMENTS)
@pytest.mark.parametrize(
    "text",
    [
        "#set page(fill: red) $x$ *b* _i_ `c` <lbl> @ref // c",
        '#{1+1} \\u{41} "q" [x]',
        "&amp; <w:t>x</w:t> ]]>",
        "_x0041_",
    ],
)
def test_nothing_in_a_statement_is_markup_of_any_kind(format_: str, text: str) -> None:
    page = read_back(render(saying(text), format_), format_)
    assert page.count(" ".join(text.split())) >= 6


@pytest.mark.parametrize("format_", DOCUMENTS)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nobody_is_named_as_the_author_where_nobody_decided_anything(format_: str, language: str) -> None:
    untouched, touched = (render(subject(language), format_) for subject in (harbour, reviewed))
    assert author(untouched, format_) == ""
    assert author(touched, format_) == "Ada, Bo, Cem"


def author(report: bytes, format_: str) -> str:
    if format_ == "pdf":
        document = pypdfium2.PdfDocument(report)
        found = document.get_metadata_value("Author")
        document.close()
        return str(found)
    if format_ == "docx":
        return docx.Document(io.BytesIO(report)).core_properties.author
    return openpyxl.load_workbook(io.BytesIO(report)).properties.creator or ""


# Word


def test_a_word_document_has_headings_that_can_be_walked_along() -> None:
    document = docx.Document(io.BytesIO(render(reviewed(), "docx")))
    found = [
        (each.style.name, each.text) for each in document.paragraphs if each.style.name.startswith(("Head", "Tit"))
    ]
    assert found[:4] == [
        ("Title", "Ministry and answer.txt"),
        ("Heading 1", "≠ Contradictions"),
        ("Heading 2", "≠ Contradiction · number · L2 – R2"),
        ("Heading 1", "~ Qualified: the same with a difference"),
    ]
    assert [text for style, text in found if style == "Heading 1"][-3:] == [
        "Decisions on sentences that are in neither text any more",
        "Both statements",
        "How this was made",
    ]


def test_tables_of_a_word_document_have_a_first_row_that_is_repeated() -> None:
    document = docx.Document(io.BytesIO(render(reviewed(), "docx")))
    heads = {
        tuple(cell.text for cell in table.rows[0].cells)
        for table in document.tables
        if table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    }
    assert heads == {("Ministry", "answer.txt"), ("Sentence", "Words"), ("", "Left", "Right")}


def test_words_that_clash_are_bold_and_underlined_on_a_ground() -> None:
    document = docx.Document(io.BytesIO(render(reviewed(), "docx")))
    runs = [
        run
        for table in document.tables
        for cell in table._cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if run.text == "12 metres"
    ]
    assert [(run.bold, bool(run.underline)) for run in runs] == [(True, True)]
    assert runs[0]._r.rPr.find(qn("w:shd")).get(qn("w:fill")) == "F9C9A8"


@pytest.mark.parametrize(("choice", "locale"), [(ReportChoice(), "en-GB"), (RUSSIAN, "ru-RU"), (KAZAKH, "kk-KZ")])
def test_a_word_document_says_its_language_and_title(choice: ReportChoice, locale: str) -> None:
    document = docx.Document(io.BytesIO(render(harbour(), "docx", choice=choice)))
    assert document.core_properties.language == locale
    assert document.core_properties.title.startswith("Ministry ")
    (language,) = document.styles.element.findall(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}"
    )
    assert language.get(qn("w:val")) == locale
    # Words of the statements, which are in English, say so where the report is not.
    others = {each.get(qn("w:val")) for each in document.element.body.iter(qn("w:lang"))}
    assert others == (set() if locale == "en-GB" else {"en-GB"})


def test_pages_of_a_word_document_are_numbered() -> None:
    document = docx.Document(io.BytesIO(render(harbour(), "docx")))
    (paragraph,) = document.sections[0].footer.paragraphs
    assert [each.text.strip() for each in paragraph._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert paragraph.text == "Ministry and answer.txt\t1 of 1"


def test_a_word_document_brings_no_picture_of_another_along() -> None:
    names = zipfile.ZipFile(io.BytesIO(render(harbour(), "docx"))).namelist()
    assert not [name for name in names if name.endswith((".jpeg", ".png", ".emf"))]


# Workbooks


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_workbook_is_a_formula_a_link_or_a_number(text: str) -> None:
    report = render(saying(text), "xlsx")
    shown = " ".join(text.split())
    cells = [cell for sheet in sheets(report).values() for row in sheet for cell in row]  # asserts that all are texts
    assert shown in cells
    parts = zipfile.ZipFile(io.BytesIO(report))
    sheet_parts = "".join(parts.read(name).decode() for name in parts.namelist() if "worksheets/" in name)
    assert not re.search(r"<f[ >]|<hyperlink", sheet_parts)


@pytest.mark.parametrize("text", ["<r>1 < 2 & 3</r>", "<r><t>a price</t></r>"])
def test_words_that_look_like_the_rich_text_of_a_workbook_stay_words(text: str) -> None:
    alone = written([text], ["Nothing of it."], [])
    book = sheets(render(Reported(alone), "xlsx"))
    assert [row[2] for row in book["Unanswered"][1:]] == [text, "Nothing of it."]
    noted = Reported(written([text], [text], [(0, 0, Verdict.UNCLEAR, ReasonKind.NUMBER)]))
    decision = Decision(Verdict.UNCLEAR, note=text, reviewer="Ada", at="2026-01-02T03:04:05+00:00")
    noted = replace(noted, decisions={((0,), (0,)): decision})
    (_, row) = sheets(render(noted, "xlsx"))["Findings"]
    assert (row[5], row[7], row[11]) == (text, text, text)


def cells_as_written(report: bytes) -> list[str]:
    """The texts of all cells as a spreadsheet reads them: each run by itself, with its escapes."""
    strings = etree.fromstring(zipfile.ZipFile(io.BytesIO(report)).read("xl/sharedStrings.xml"))

    def words(run: str) -> str:
        return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), run)

    return ["".join(words(run.text or "") for run in each.iter("{*}t")) for each in strings]


@pytest.mark.parametrize(
    "text", ["It gives {five} _x0041_ bars.", "It {gives _x000a_ five} bars_x0042_", "_x0041_ {five} _x00_ x0041_ _"]
)
def test_what_looks_like_an_escape_is_words_beside_marked_words_as_well(text: str) -> None:
    made = written([text], ["It gives {six}."], [(0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER)])
    assert text.replace("{", "").replace("}", "") in cells_as_written(render(made, "xlsx"))


def test_each_sheet_has_a_header_that_stays_and_can_be_filtered_by() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(reviewed(), "xlsx")))
    assert book.sheetnames == ["Findings", "Unanswered", "Documents"]
    assert [(sheet.freeze_panes, sheet.auto_filter.ref) for sheet in book] == [
        ("A2", f"A1:P{book['Findings'].max_row}"),
        ("A2", "A1:E4"),
        ("A2", f"A1:C{book['Documents'].max_row}"),
    ]
    assert all(cell.alignment.wrap_text for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)
    assert book["Findings"].column_dimensions["F"].width > 40


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_says_so() -> None:
    made = written(["{" + "слово 🛢 " * 5000 + "} ends"], ["No."], [(0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER)])
    (_, row) = sheets(render(made, "xlsx"))["Findings"]
    (cell,) = [each for each in row if len(each) > 1000]
    assert cell.endswith("(cut: a cell holds no more)")
    assert 32_700 < len(cell.encode("utf-16-le")) // 2 <= xlsx.MOST_CHARACTERS


def test_a_sheet_that_is_too_long_says_how_many_rows_are_left_out() -> None:
    rows = {most: sheets(xlsx.render(harbour(), most_rows=most))["Findings"] for most in (4, 5, 6, 7)}
    assert [len(each) for each in rows.values()] == [4, 5, 6, 6]
    assert [each[-1][0] for each in rows.values()] == [
        "3 more rows do not fit: a sheet holds no more",
        "2 more rows do not fit: a sheet holds no more",
        "5",
        "5",
    ]


def test_a_workbook_of_a_part_says_so_where_the_unanswered_would_stand() -> None:
    choice = ReportChoice(Scope.CHOSEN, frozenset({BASIN}))
    found = sheets(render(reviewed(), "xlsx", choice=choice))
    assert "which were chosen" in found["Unanswered"][1][2] or "that were chosen" in found["Unanswered"][1][2]


# PDF


def test_a_pdf_is_tagged_and_says_its_title_and_language() -> None:
    report = render(reviewed("kk"), "pdf", choice=KAZAKH)
    document = pypdfium2.PdfDocument(report)
    assert document.is_tagged()
    assert document.get_metadata_value("Title") == "Ministry және answer.txt"
    document.close()
    assert re.findall(rb"/Lang ?\(([\w-]+)\)", report)[-1] == b"kk-KZ"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in report


def test_a_pdf_has_a_bookmark_for_each_section_and_finding() -> None:
    document = pypdfium2.PdfDocument(render(reviewed(), "pdf"))
    marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    document.close()
    assert marks[:3] == [
        (0, "≠ Contradictions"),
        (1, "≠ Contradiction · number · L2 – R2"),
        (0, "~ Qualified: the same with a difference"),
    ]
    assert (0, "How this was made") in marks


def test_pages_of_a_pdf_are_numbered_in_words() -> None:
    document = pypdfium2.PdfDocument(render(reviewed(), "pdf"))
    feet = [" ".join(page.get_textpage().get_text_bounded(top=45).split()) for page in document]
    assert feet == [f"Ministry and answer.txt {number} of 3" for number in (1, 2, 3)]


def test_letters_of_all_three_languages_come_out_of_a_pdf_as_they_went_in() -> None:
    page = " ".join(pdf_text(render(reviewed("kk"), "pdf", choice=KAZAKH)).split())
    assert {*"әғқңөұүһі"} <= set(page)
    assert "Бассейннің тереңдігі – 12 метр, ғимараты – үш қабат." in page
    russian = " ".join(pdf_text(render(reviewed("ru"), "pdf", choice=RUSSIAN)).split())
    assert "Некоторые причалы могут быть бесплатными." in russian


def test_a_pdf_has_the_fonts_in_it_and_asks_for_no_other() -> None:
    report = render(reviewed("kk"), "pdf", choice=KAZAKH)
    fonts = {name.decode() for name in re.findall(rb"/BaseFont ?/[A-Z]{6}\+([\w-]+)", report)}
    assert {name.removesuffix("-Identity-H") for name in fonts} == {
        "Inter-Regular",
        "Inter-SemiBold",
        "NotoSerif-Regular",
    }


def test_the_names_of_both_sides_are_repeated_where_a_finding_goes_over_a_page() -> None:
    made = written(["{begin} " + "word " * 2000], ["{end}"], [(0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER)])
    document = pypdfium2.PdfDocument(render(made, "pdf", choice=ReportChoice(Scope.FINDINGS)))
    pages = [page.get_textpage().get_text_bounded(bottom=50) for page in document]
    with_words = [text for text in pages if text.count("word") > 20]
    assert len(with_words) > 1
    assert all("Ministry" in text and "answer.txt" in text for text in with_words)


def test_a_word_that_is_longer_than_a_line_stays_on_the_page() -> None:
    made = written(["{" + "w" * 400 + "} is"], ["{No}"], [(0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER)])
    (page, *_) = document = pypdfium2.PdfDocument(render(made, "pdf", choice=ReportChoice(Scope.FINDINGS)))
    text = page.get_textpage()
    boxes = [text.get_charbox(i) for i in range(text.count_chars()) if text.get_text_range(i, 1) == "w"]
    assert len(boxes) >= 400
    assert max(right for _, _, right, _ in boxes) < 595 - 51  # within the margin
    text.close()
    page.close()
    document.close()


def test_a_title_without_end_is_told_once_and_not_on_each_page_of_a_pdf() -> None:
    sizes = {length: len(render(saying("x" * length), "pdf")) for length in (1_500, 6_000)}
    assert sizes[6_000] < 5 * sizes[1_500]
    document = pypdfium2.PdfDocument(render(saying("x" * 6_000), "pdf"))
    page = document[len(document) - 1]
    text = page.get_textpage()
    assert re.search(rf"x…\s+{len(document)} of {len(document)}", text.get_text_bounded())
    text.close()
    page.close()
    document.close()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_checksum_stands_on_one_line_of_a_pdf(language: str) -> None:
    review, digest = reviewed(language), "d" * 32 + "0" * 32
    left = replace(review.comparison.left, source=replace(review.comparison.left.source, sha256=digest))
    models = tuple((f"model_{n}", f"a-model-with-a-name sha256:{str(n) * 64}") for n in range(3))
    signature = replace(review.comparison.signature, models=models)
    made = replace(review, comparison=replace(review.comparison, left=left, signature=signature))
    lines = pdf_text(render(made, "pdf", choice=ReportChoice(language=language))).splitlines()
    for each in (digest, *(str(n) * 64 for n in range(3))):
        assert any(each in line for line in lines)


@pytest.mark.parametrize("digest", ["0a3d" * 16, "0A3D" * 16, "dddd" * 16])
def test_a_checksum_in_a_statement_stands_on_one_line_of_a_pdf_and_within_its_column(digest: str) -> None:
    sentences = [f"The archive has {{sha256:{digest}}}, as the port says."], [f"It has {digest}."]
    made = written(*sentences, [(0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER)])
    report = render(made, "pdf", choice=ReportChoice(Scope.FINDINGS))
    assert sum(line.count(digest) for line in pdf_text(report).splitlines()) == 3  # in the reason as well
    (page, *_) = document = pypdfium2.PdfDocument(report)
    text = page.get_textpage()
    written_out = text.get_text_range()
    starts = [at for at in range(len(written_out)) if written_out.startswith(digest, at)]
    first, second = ([text.get_charbox(at + i) for i in range(64)] for at in starts[-2:])
    assert max(right for _, _, right, _ in first) < min(left for left, *_ in second)
    assert max(right for _, _, right, _ in second) < 595 - 51  # within the margin
    text.close()
    page.close()
    document.close()


def test_files_that_are_called_by_their_checksums_keep_to_their_columns_in_a_pdf() -> None:
    made = written(["{It} is"], ["{No}"], [(0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER)])
    names = ("0a3d" * 16, "1b4e" * 16)
    left, right = (
        replace(side, source=replace(side.source, path=name, title="", speaker=""))
        for side, name in zip((made.left, made.right), names, strict=True)
    )
    report = render(replace(made, left=left, right=right), "pdf", choice=ReportChoice(Scope.FINDINGS))
    beside = 0
    document = pypdfium2.PdfDocument(report)
    for page in document:
        text = page.get_textpage()
        found = text.get_text_range()
        lines: dict[int, list[tuple[float, float]]] = {}
        for at in (match.start() for match in re.finditer("|".join(names), found)):
            boxes = [text.get_charbox(at + i) for i in range(64)]
            assert max(right for _, _, right, _ in boxes) < 595 - 51  # within the margin
            lines.setdefault(round(boxes[0][1]), []).append((boxes[0][0], boxes[-1][2]))
        for (_, end), (begin, _) in (sorted(line) for line in lines.values() if len(line) == 2):
            assert end < begin
            beside += 1
        text.close()
        page.close()
    document.close()
    assert beside >= 2  # above the quotes, and in the table at the end


def test_a_checksum_of_128_digits_is_parted_once_in_the_middle() -> None:
    first, second = "0a3d" * 16, "1b4e" * 16
    made = written([f"The port says {{{first}{second}}}."], ["{No}"], [(0, 0, Verdict.UNCLEAR, ReasonKind.NUMBER)])
    lines = pdf_text(render(made, "pdf", choice=ReportChoice(Scope.FINDINGS))).splitlines()
    assert any(first in line for line in lines)
    assert any(second in line for line in lines)


def has_font_for(letter: str) -> bool:
    command = ["fc-list", f":charset={ord(letter):x}"]
    return shutil.which("fc-list") is not None and bool(subprocess.run(command, capture_output=True, check=True).stdout)


@pytest.mark.skipif(not has_font_for("漢"), reason="no font of this system has Chinese letters")
def test_letters_that_only_fonts_of_the_system_have_stay_readable_by_programs() -> None:
    made = written(["{漢字} \U0001f6e2 5,000"], ["{No}"], [(0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER)])
    assert "漢字" in pdf_text(render(made, "pdf"))


def test_all_letters_that_are_said_to_be_drawn_have_a_place_in_the_bundled_fonts() -> None:
    drawn = [chr(code) for code in range(0x20, 0x3000) if pdf._DRAWN.fullmatch(chr(code))]
    assert len(drawn) > 1500
    words = " ".join(f"{each}x" for each in drawn)
    # The standard that is asked for lets no letter pass that cannot be drawn.
    made = written([f"{{{words}}}".replace("{{", "{")], ["No"], [(0, 0, Verdict.UNCLEAR, ReasonKind.NUMBER)])
    assert b"<pdfuaid:part>1</pdfuaid:part>" in render(made, "pdf")


NOWHERE = "\U000f0000"
"""A character for private use, which no font has."""


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", "Characters without a font U+F0000 private use character: no font of this computer has them"),
        ("ru", "Символы без шрифта U+F0000 private use character: ни в одном шрифте этого компьютера их нет"),
        ("kk", "Қарпі жоқ таңбалар U+F0000 private use character: бұл компьютердің бірде-бір қарпінде жоқ"),
    ],
)
def test_a_character_that_no_font_has_is_shown_by_its_number_in_a_pdf_and_told(language: str, row: str) -> None:
    report = render(saying(f"The fox {NOWHERE} said"), "pdf", choice=ReportChoice(language=language))
    page = read_back(report, "pdf")
    assert page.count("The fox ‹U+F0000› said") >= 6
    assert row in page
    assert b"<pdfuaid:part>1</pdfuaid:part>" in report


def test_a_pdf_of_letters_that_all_have_a_font_says_nothing_of_fonts() -> None:
    assert "without a font" not in read_back(render(reviewed("kk"), "pdf"), "pdf")


def test_the_author_in_what_a_pdf_says_of_itself_keeps_each_character() -> None:
    assert NOWHERE in author(render(saying(NOWHERE), "pdf"), "pdf")


def test_where_the_typesetter_names_no_character_the_pdf_is_written_outside_the_standard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(undrawn, "named_in", lambda _: ())
    report = render(saying(f"The fox {NOWHERE} said"), "pdf")
    assert b"<pdfuaid:part>" not in report
    assert "The fox" in pdf_text(report)


def test_a_missing_typesetter_is_told_in_one_line_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(StatementCompareError) as caught:
        render(harbour(), "pdf")
    assert "\n" not in caught.value.message
    assert "typst" in caught.value.message
    assert "html" in caught.value.message


class PanicException(BaseException):
    """What a library in Rust raises when it fails itself."""


def test_a_typesetter_that_fails_itself_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PanicException("index out of bounds")

    monkeypatch.setattr("typst.Compiler", fail)
    with pytest.raises(StatementCompareError) as caught:
        render(harbour(), "pdf")
    assert caught.value.message == "the PDF could not be set (typst itself failed); take html, which prints to PDF"


@settings(max_examples=12, deadline=None)
@given(text=st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip())))
def test_whatever_is_said_can_be_written_as_a_document(text: str) -> None:
    document = docx.Document(io.BytesIO(render(saying(text), "docx")))
    assert sum(each.style.name == "Heading 1" for each in document.paragraphs) == 4
    assert [len(rows) for rows in sheets(render(saying(text), "xlsx")).values()][:2] == [2, 1]
    report = render(saying(text), "pdf")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in report
    pages = pypdfium2.PdfDocument(report)
    assert pages.is_tagged()
    pages.close()


# Other programs

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None or shutil.which("pdfinfo") is None, reason="poppler-utils are not installed"
)
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")


def done(*command: str | Path) -> str:
    made = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, timeout=120)
    assert made.returncode == 0, made.stderr
    return made.stdout


def opened_in_office(report: bytes, name: str, kind: str, folder: Path) -> Path:
    """What LibreOffice makes of a report."""
    (folder / name).write_bytes(report)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    done("soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder / "out", folder / name)
    return (folder / "out" / name).with_suffix(f".{kind.partition(':')[0]}")


@needs_office
def test_libreoffice_reads_a_word_document_as_it_was_written(tmp_path: Path) -> None:
    report = render(reviewed("kk"), "docx", choice=KAZAKH)
    made = opened_in_office(report, "report.docx", "pdf", tmp_path)
    text = pdf_text(made.read_bytes())
    words, page = set(text.split()), "".join(text.split())
    # Cells that stand beside each other may come out mixed line by line.
    missing = [
        line for line in docx_lines(report) if "".join(line.split()) not in page and not set(line.split()) <= words
    ]
    assert missing == []


@needs_office
def test_libreoffice_runs_nothing_of_a_workbook(tmp_path: Path) -> None:
    report = render(saying("=1+1"), "xlsx")
    made = opened_in_office(
        report, "report.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", tmp_path
    )
    table = made.read_text(encoding="utf-8")
    assert "=1+1" in table
    assert not re.search(r"(?m)(^|,)2(,|$)", table)


@needs_poppler
@needs_qpdf
def test_other_programs_find_no_fault_in_a_pdf_and_read_the_same(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(render(reviewed("kk"), "pdf", choice=KAZAKH))
    assert "No syntax or stream encoding errors" in done("qpdf", "--check", file)
    assert re.search(r"Tagged: +yes", done("pdfinfo", file))
    text = " ".join(done("pdftotext", "-layout", file, "-").split())
    assert "Бассейннің тереңдігі – 12 метр, ғимараты –" in text
    assert {*"әғқңөұүһі"} <= set(text)


def test_a_comparison_without_a_word_can_be_written() -> None:
    nothing = Source("", ())
    made = harbour()
    empty = Comparison(
        replace(made.left, source=nothing, sentences=()), replace(made.right, source=nothing, sentences=()), (), (), ()
    )
    for format_ in DOCUMENTS:
        assert "None was found." in read_back(render(empty, format_), format_) or format_ == "xlsx"
