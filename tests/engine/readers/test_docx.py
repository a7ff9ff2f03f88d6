"""Word documents, made with python-docx and, where it cannot make them, with XML of our own."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from statement_compare.engine.model import BlockKind, Source
from statement_compare.engine.readers import read_bytes
from statement_compare.errors import UnreadableFileError

P, H, L, C = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL


@pytest.fixture
def document() -> Document:
    return docx.Document()


def source_of(document: Document) -> Source:
    file = io.BytesIO()
    document.save(file)
    return read_bytes(file.getvalue(), name="statement.docx")


def pieces(source: Source) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(source.text)) for block in source.blocks]


def raw(body: str, **parts: str) -> bytes:
    """A package with this body and these further parts of `word/`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types xmlns='wordprocessingml'/>")
        archive.writestr("word/document.xml", f"<w:document {nsdecls('w')}><w:body>{body}</w:body></w:document>")
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return file.getvalue()


def add_xml(document: Document, xml: str) -> None:
    document.paragraphs[-1]._p.append(parse_xml(xml.replace(" w:id", f" {nsdecls('w')} w:id", 1)))


def test_styles_say_what_is_title_heading_item_and_paragraph(document: Document) -> None:
    document.add_paragraph("Answer of the operator", style="Title")
    document.add_heading("Background", 1)
    document.add_paragraph("The fine was paid.")
    document.add_paragraph("One", style="List Bullet")
    document.add_paragraph("Two", style="List Number")
    source = source_of(document)
    assert pieces(source) == [
        (H, "Answer of the operator"),
        (H, "Background"),
        (P, "The fine was paid."),
        (L, "One"),
        (L, "Two"),
    ]
    assert (source.format, source.title, source.notes) == ("docx", "Answer of the operator", ())


def test_tables_are_read_where_they_stand(document: Document) -> None:
    document.add_paragraph("Before.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Year", "Wells", "2020", "12"), strict=True):
        cell.text = text
    document.add_paragraph("After.")
    source = source_of(document)
    assert source.text == "Before.\n\nYear\tWells\n2020\t12\n\nAfter.\n"
    assert [kind for kind, _ in pieces(source)] == [P, C, C, C, C, P]


def test_deletions_are_left_out_and_insertions_kept(document: Document) -> None:
    document.add_paragraph("We paid ")
    add_xml(document, '<w:del w:id="1" w:author="x"><w:r><w:delText>five</w:delText></w:r></w:del>')
    add_xml(document, '<w:ins w:id="2" w:author="x"><w:r><w:t>six</w:t></w:r></w:ins>')
    document.paragraphs[-1].add_run(" million.")
    source = source_of(document)
    assert source.text == "We paid six million.\n"
    assert source.notes == ("tracked_changes",)


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = (
        '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">We paid </w:t></w:r></w:p>'
        "<w:p><w:r><w:t>six million.</w:t></w:r></w:p>"
    )
    assert read_bytes(raw(body), name="a.docx").text == "We paid six million.\n"


def test_hidden_text_fields_and_raised_figures(document: Document) -> None:
    paragraph = document.add_paragraph("In 2021")
    paragraph.add_run("1").font.superscript = True
    paragraph.add_run(" hidden").font.hidden = True
    paragraph.add_run(" it paid.")
    add_xml(document, '<w:r w:id="9"><w:instrText>PAGE</w:instrText></w:r>')
    assert source_of(document).text == "In 2021¹ it paid.\n"


@pytest.mark.parametrize(
    ("properties", "figure"),
    [
        ("<w:position w:val='6'/>", "⁶"),
        ("<w:position w:val='1'/>", "6"),
        ("<w:position w:val='-6'/>", "6"),
        ("<w:position w:val='six'/>", "6"),
        ("<w:vertAlign w:val='superscript'/>", "⁶"),
        ("<w:vertAlign w:val='subscript'/>", "6"),
    ],
)
def test_figures_that_are_set_higher_are_raised(properties: str, figure: str) -> None:
    body = f"<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>6</w:t></w:r></w:p>"
    assert read_bytes(raw(body), name="a.docx").text == f"10{figure}\n"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("It paid [500] tenge.", "It paid 500 tenge."),
        ("It paid[ 500 ]tenge.", "It paid 500 tenge."),
        ("It paid [5][00] tenge.", "It paid 500 tenge."),
        ("[It paid ][500][ tenge.]", "It paid 500 tenge."),
        ("[500] tenge.", "500 tenge."),
        ("It paid 10[1][2] tenge[1] and.[2]", "It paid 10¹² tenge¹ and.²"),
    ],
)
def test_a_figure_set_higher_that_stands_at_no_word_keeps_its_size(runs: str, text: str) -> None:
    body = "".join(
        f"<w:r><w:rPr><w:position w:val='{4 if part[0] == '[' else 0}'/></w:rPr>"
        f'<w:t xml:space="preserve">{part.strip("[]")}</w:t></w:r>'
        for part in re.findall(r"\[[^]]*\]|[^][]+", runs)
    )
    assert read_bytes(raw(f"<w:p>{body}</w:p>"), name="a.docx").text == f"{text}\n"


def math(body: str) -> str:
    """The text of a paragraph that holds this equation between two words; `3` stands for a run of a 3."""
    runs = re.sub(r"\[([^]]*)\]", r"<m:r><m:t>\1</m:t></m:r>", body)
    names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    return read_bytes(
        raw(
            '<w:p><w:r><w:t xml:space="preserve">It is </w:t></w:r>'
            f'<m:oMath {names}>{runs}</m:oMath><w:r><w:t xml:space="preserve"> in all.</w:t></w:r></w:p>'
        ),
        name="a.docx",
    ).text.strip()[len("It is ") : -len(" in all.")]


POWER = "<m:sSup><m:e>[10]</m:e><m:sup>[6]</m:sup></m:sSup>"


@pytest.mark.parametrize(
    ("equation", "line"),
    [
        ("<m:f><m:num>[3]</m:num><m:den>[4]</m:den></m:f>", "3/4"),
        ("[2]<m:f><m:num>[3]</m:num><m:den>[4]</m:den></m:f>", "2 3/4"),
        ("<m:f><m:num>[3+x]</m:num><m:den>[4,5]</m:den></m:f>", "(3+x)/4,5"),
        ("<m:f><m:fPr><m:type m:val='lin'/></m:fPr><m:num>[3]</m:num><m:den>[4]</m:den></m:f>", "3/4"),
        ("<m:f><m:fPr><m:type m:val='noBar'/></m:fPr><m:num>[5]</m:num><m:den>[2]</m:den></m:f>", "5 2"),
        ("<m:sSup><m:e>[10]</m:e><m:sup>[6]</m:sup></m:sSup>", "10⁶"),
        ("<m:sSup><m:e>[10]</m:e><m:sup>[−6]</m:sup></m:sSup>", "10⁻⁶"),
        ("<m:sSup><m:e>[10]</m:e><m:sup>[n]</m:sup></m:sSup>", "10^n"),
        ("<m:sSup><m:e>[2]</m:e><m:sup>[n+1]</m:sup></m:sSup>", "2^(n+1)"),
        ("<m:sSup><m:e>[20]</m:e><m:sup>[∘]</m:sup></m:sSup>", "20∘"),
        ("<m:sSup><m:e>[10]</m:e><m:sup><m:f><m:num>[3]</m:num><m:den>[4]</m:den></m:f></m:sup></m:sSup>", "10^(3/4)"),
        (f"<m:sSup><m:e>[10]</m:e><m:sup>{POWER}</m:sup></m:sSup>", "10^(10⁶)"),
        ("<m:sSup><m:e>[10]</m:e><m:sup><w:proofErr w:type='spellStart'/>[6]</m:sup></m:sSup>", "10⁶"),
        ("<m:sSup><m:e>[10]</m:e><m:sup>[6]<w:commentRangeEnd w:id='0'/></m:sup></m:sSup>", "10⁶"),
        (f"<m:rad><m:deg>{POWER}</m:deg><m:e>[8]</m:e></m:rad>", "(10⁶)√8"),
        (f"<m:sPre><m:sub>{POWER}</m:sub><m:sup>{POWER}</m:sup><m:e>[X]</m:e></m:sPre>", "^(10⁶)_(10⁶)X"),
        ("<m:sSup><m:e>[10]</m:e><m:sup><m:ctrlPr><w:rPr><w:b/></w:rPr></m:ctrlPr>[1][2]</m:sup></m:sSup>", "10¹²"),
        ("<m:sSup><m:e>[10]</m:e><m:sup><w:del>[6]</w:del><w:ins>[9]</w:ins></m:sup></m:sSup>", "10⁹"),
        ("<m:rad><m:deg>[3]<w:del>[6]</w:del></m:deg><m:e>[8]<w:del>[+1]</w:del></m:e></m:rad>", "³√8"),
        ("<m:sPre><m:sub><w:del>[1]</w:del>[2]</m:sub><m:sup/><m:e>[X]</m:e></m:sPre>", "₂X"),
        ("<m:sSub><m:e>[H]</m:e><m:sub>[2]</m:sub></m:sSub>[O]", "H2O"),
        ("<m:sSubSup><m:e>[x]</m:e><m:sub>[1]</m:sub><m:sup>[2]</m:sup></m:sSubSup>", "x1²"),
        ("<m:sPre><m:sub>[55]</m:sub><m:sup>[137]</m:sup><m:e>[Cs]</m:e></m:sPre>", "¹³⁷₅₅Cs"),
        ("<m:rad><m:deg>[3]</m:deg><m:e>[8]</m:e></m:rad>", "³√8"),
        ("<m:rad><m:deg/><m:e>[8+1]</m:e></m:rad>", "√(8+1)"),
        ("[5]<m:d><m:e>[2]</m:e></m:d>", "5(2)"),
        ("<m:d><m:dPr><m:begChr m:val='{'/><m:endChr m:val=''/></m:dPr><m:e>[2]</m:e><m:e>[3]</m:e></m:d>", "{2|3"),
        ("<m:m><m:mr><m:e>[1]</m:e><m:e>[2]</m:e></m:mr><m:mr><m:e>[3]</m:e><m:e>[4]</m:e></m:mr></m:m>", "1 2 3 4"),
        ("<m:nary><m:sub>[0]</m:sub><m:sup>[10]</m:sup><m:e>[5]</m:e></m:nary>", "∫_(0)^(10) 5"),
        ("<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub/><m:sup/><m:e>[5]</m:e></m:nary>", "∑ 5"),
        (
            "<m:f><m:num><m:sSup><m:e>[10]</m:e><m:sup>[6]</m:sup></m:sSup></m:num><m:den>[2]</m:den></m:f>",
            "10⁶/2",
        ),
        ("[x=3,5]", "x=3,5"),
    ],
)
def test_the_figures_of_an_equation_do_not_run_into_one(equation: str, line: str) -> None:
    assert math(equation) == line


def test_that_an_exponent_was_changed_is_told() -> None:
    power = "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>9</m:t></m:r>{}</m:sup></m:sSup>"
    names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    for deleted, notes in (("", ()), ("<w:del><m:r><m:t>6</m:t></m:r></w:del>", ("tracked_changes",))):
        source = read_bytes(raw(f"<w:p><m:oMath {names}>{power.format(deleted)}</m:oMath></w:p>"), name="a.docx")
        assert (source.text, source.notes) == ("10⁹\n", notes)


def test_a_fraction_of_fractions_says_which_is_of_which_however_deep_it_goes() -> None:
    fraction = "<m:f><m:num>[3]</m:num><m:den>[4]</m:den></m:f>"
    deep = fraction
    for _ in range(60):
        deep = f"<m:f><m:num>{deep}</m:num><m:den>[2]</m:den></m:f>"
    assert math(deep) == "(" * 60 + "3/4" + ")/2" * 60


@pytest.mark.parametrize(
    ("run", "line"),
    [
        ("<w:sym w:font='Symbol' w:char='F0B3'/>", "≥"),
        ("<w:sym w:font='Symbol' w:char='00A3'/>", "≤"),
        ("<w:sym w:font='Symbol' w:char='F0B1'/>", "±"),
        ("<w:sym w:font='Symbol' w:char='F06D'/>", "μ"),
        ("<w:sym w:font='Arial' w:char='20AC'/>", "€"),
        ("<w:sym w:font='Wingdings' w:char='F0E0'/>", ""),
        ("<w:sym w:font='Symbol' w:char='zz'/>", ""),
        ("<w:sym/>", ""),
        ("<w:rPr><w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/></w:rPr><w:t>\uf0b3</w:t>", "≥"),
        ("<w:rPr><w:rFonts w:ascii='Arial'/></w:rPr><w:t>\uf0b3</w:t>", "\uf0b3"),
        ("<w:t>³</w:t>", "³"),
    ],
)
def test_a_sign_that_is_given_by_its_number_in_a_font_is_read(run: str, line: str) -> None:
    words = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    body = f"<w:p>{words.format('It paid ')}<w:r>{run}</w:r>{words.format(' 5 million.')}</w:p>"
    assert read_bytes(raw(body), name="a.docx").text.split() == f"It paid {line} 5 million.".split()


def test_figures_before_and_behind_an_unknown_sign_are_two() -> None:
    words = "<w:r><w:t>{}</w:t></w:r>"
    arrow = "<w:r><w:sym w:font='Wingdings' w:char='F0E0'/></w:r>"
    body = f"<w:p>{words.format('In 20')}{arrow}{words.format('30 wells.')}</w:p>"
    assert read_bytes(raw(body), name="a.docx").text == "In 20 30 wells.\n"


def test_text_boxes_controls_and_notes_are_read() -> None:
    body = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>Anchor.</w:t></w:r><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p>"
        "</w:txbxContent></w:drawing></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    )
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>-</w:t></w:r></w:p>"
        "</w:footnote><w:footnote w:id='2'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    source = read_bytes(raw(body, footnotes=notes), name="a.docx")
    assert [text for _, text in pieces(source)] == ["In a control.", "Anchor.", "In a box.", "A note."]


def test_a_short_bold_line_above_text_is_a_heading(document: Document) -> None:
    document.add_paragraph().add_run("What we say").bold = True
    document.add_paragraph("The fine was paid.")
    assert pieces(source_of(document)) == [(H, "What we say"), (P, "The fine was paid.")]


def test_a_document_all_in_bold_has_no_headings(document: Document) -> None:
    document.add_paragraph().add_run("What we say").bold = True
    document.add_paragraph().add_run("We paid 5 million").bold = True
    assert [kind for kind, _ in pieces(source_of(document))] == [P, P]


def test_a_title_left_over_in_the_properties_is_not_believed(document: Document) -> None:
    document.core_properties.title = "Budget of 2015"
    document.add_paragraph("The fine was paid.")
    assert source_of(document).title == ""


def test_a_title_in_the_properties_that_the_text_repeats_is_believed(document: Document) -> None:
    document.core_properties.title = "Answer to the ministry"
    document.add_paragraph("Answer to the ministry: the fine was paid.")
    assert source_of(document).title == "Answer to the ministry"


def test_entities_are_refused_and_never_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]><w:document {nsdecls("w")}><w:body><w:p>'
    xml += "<w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", xml)
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(file.getvalue(), name="laughs.docx")
    assert error.value.key == "file_has_entities"


def test_a_package_that_unpacks_to_a_multiple_is_refused_unopened() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(file.getvalue(), name="bomb.docx")
    assert error.value.key == "file_unpacks_too_large"


@pytest.mark.parametrize("depth", [90, 20_000])
@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
        ("<w:sdt><w:sdtContent><w:p>", "</w:p></w:sdtContent></w:sdt>"),
    ],
)
def test_a_small_document_that_nests_too_deep_says_so(start: str, end: str, depth: int) -> None:
    data = raw(start * depth + "<w:p><w:r><w:t>The fine was paid.</w:t></w:r></w:p>" + end * depth)
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(data, name="a.docx")
    assert error.value.key == "file_nests_too_deep"
    assert str(error.value).startswith("a.docx holds tables or other elements nested more than 256 levels deep. ")


def test_tables_in_tables_are_read_as_deep_as_the_parser_goes() -> None:
    depth = 80
    nested = "<w:tbl><w:tr><w:tc>" * depth + "<w:p><w:r><w:t>Paid.</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * depth
    assert pieces(read_bytes(raw(nested), name="a.docx")) == [(C, "Paid.")]


def test_a_text_longer_than_the_parser_takes_is_still_called_too_large() -> None:
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(raw(f"<w:p><w:r><w:t>{'paid ' * 2_100_000}</w:t></w:r></w:p>"), name="a.docx")
    assert error.value.key == "file_unpacks_too_large"


def test_a_package_that_lies_about_its_sizes_is_damaged() -> None:
    data = bytearray(raw("<w:p><w:r><w:t>" + "The fine was paid. " * 500 + "</w:t></w:r></w:p>"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    for place in range(len(data) - 4):
        if data[place : place + 4] == size.to_bytes(4, "little"):
            data[place : place + 4] = (10).to_bytes(4, "little")
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(bytes(data), name="liar.docx")
    assert error.value.key in ("file_damaged", "file_unpacks_too_large")


def test_a_cut_off_document_is_damaged(document: Document) -> None:
    document.add_paragraph("The fine was paid.")
    file = io.BytesIO()
    document.save(file)
    with pytest.raises(UnreadableFileError, match="damaged or incomplete"):
        read_bytes(file.getvalue()[:-2_000], name="half.docx")


def test_an_encrypted_document_says_so() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    with pytest.raises(UnreadableFileError, match=r"secret\.docx is protected by a password"):
        read_bytes(data, name="secret.docx")


def test_a_document_without_text_says_so(document: Document) -> None:
    with pytest.raises(UnreadableFileError, match="holds no text"):
        source_of(document)
