"""OpenDocument texts, written by hand."""

from __future__ import annotations

import io
import zipfile

import pytest

from statement_compare.engine.model import BlockKind, Source
from statement_compare.engine.readers import read_bytes
from statement_compare.errors import UnreadableFileError

P, H, L, C = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "manifest")
)


def odt(body: str, **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<office:document-content {SPACES}><office:automatic-styles><style:style style:name="P1" '
            f'style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>{body}</office:text>'
            "</office:body></office:document-content>",
        )
        for name, xml in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", xml)
    return file.getvalue()


def read(body: str) -> Source:
    return read_bytes(odt(body), name="statement.odt")


def pieces(source: Source) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(source.text)) for block in source.blocks]


def test_paragraphs_headings_items_and_cells_have_borders() -> None:
    source = read(
        '<text:p text:style-name="P1">Answer</text:p><text:h>Background</text:h><text:p>The fine was paid.</text:p>'
        "<text:list><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Two</text:p>"
        "</text:list-item></text:list></text:list-item></text:list><table:table><table:table-row><table:table-cell>"
        "<text:p>2020</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    assert pieces(source) == [
        (H, "Answer"),
        (H, "Background"),
        (P, "The fine was paid."),
        (L, "One"),
        (L, "Two"),
        (C, "2020"),
        (C, "12"),
    ]
    assert (source.format, source.title) == ("odt", "Answer")


def test_spaces_breaks_and_line_ends_of_the_xml_are_told_apart() -> None:
    source = read(
        "<text:p>The<text:s text:c='2'/>fine\n was <text:span>pa</text:span>id.<text:line-break/>No more.</text:p>"
    )
    assert [text for _, text in pieces(source)] == ["The fine was paid.", "No more."]


def test_deletions_are_left_out_and_notes_come_last() -> None:
    source = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>We paid<text:note>"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
        "</text:note> six million.</text:p>"
        "<office:annotation><text:p>Really?</text:p></office:annotation><text:p>That is all.</text:p>"
    )
    assert [text for _, text in pieces(source)] == ["We paid six million.", "That is all.", "A note."]
    assert source.notes == ("tracked_changes",)


def test_the_flat_form_is_read_as_well() -> None:
    xml = (
        f'<?xml version="1.0"?><office:document {SPACES}><office:body><office:text><text:p>The fine was paid.</text:p>'
    )
    data = (xml + "</office:text></office:body></office:document>").encode()
    assert read_bytes(data, name="statement.fodt").text == "The fine was paid.\n"


def test_an_encrypted_document_says_so() -> None:
    manifest = (
        f"<manifest:manifest {SPACES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
        "</manifest:manifest>"
    )
    with pytest.raises(UnreadableFileError, match="protected by a password"):
        read_bytes(odt("", **{"META-INF__manifest": manifest}), name="secret.odt")


def test_entities_are_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>')
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(file.getvalue(), name="trap.odt")
    assert error.value.key == "file_has_entities"


def test_broken_xml_is_damage() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<office")
    with pytest.raises(UnreadableFileError, match="damaged or incomplete"):
        read_bytes(file.getvalue(), name="broken.odt")


def test_a_small_text_that_nests_too_deep_says_so() -> None:
    with pytest.raises(UnreadableFileError) as error:
        read("<text:list><text:list-item>" * 200 + "<text:p>One</text:p>" + "</text:list-item></text:list>" * 200)
    assert error.value.key == "file_nests_too_deep"


def styled(styles: str, body: str) -> Source:
    data = (
        f"<office:document {SPACES}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:text>{body}</office:text></office:body></office:document>"
    )
    return read_bytes(data.encode(), name="statement.fodt")


def run_style(name: str, properties: str, parent: str = "", family: str = "text") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"<style:text-properties {properties}/></style:style>"
    )


@pytest.mark.parametrize(
    ("position", "power"),
    [
        ("super 58%", "10⁶"),
        ("33% 58%", "10⁶"),
        ("sub 58%", "106"),
        ("-33% 58%", "106"),
        ("0% 100%", "106"),
        ("", "106"),
    ],
)
def test_raised_figures_never_join_a_number(position: str, power: str) -> None:
    style = run_style("T1", f'style:text-position="{position}"')
    source = styled(style, '<text:p>Of 10<text:span text:style-name="T1">6</text:span> and 7.</text:p>')
    assert source.text == f"Of {power} and 7.\n"


def test_a_style_is_raised_or_hidden_as_the_one_that_it_is_made_from() -> None:
    styles = (
        run_style("Up", 'style:text-position="super 58%"')
        + run_style("T1", 'style:font-name="Times"', "Up")
        + run_style("T2", 'style:text-position="0% 100%"', "Up")
        + run_style("No", 'text:display="none"')
        + run_style("T3", 'style:font-name="Times"', "No")
        + run_style("T4", 'text:display="true"', "No")
        + run_style("T5", 'style:font-name="Times"', "T5")
    )
    span = '<text:span text:style-name="{}">{}</text:span>'.format
    inner = span("T1", f"1{span('T5', '2')}{span('T2', '3')}")
    source = styled(styles, f"<text:p>In 2021{inner}{span('T3', ' SECRET')}{span('T4', ' open')}.</text:p>")
    assert source.text == "In 2021¹²3 open.\n"


def test_hidden_paragraphs_and_sections_are_left_out() -> None:
    styles = run_style("P9", 'text:display="none"', family="paragraph") + run_style("P8", 'text:display="none"')
    source = styled(
        styles,
        '<text:p text:style-name="P9">SECRET</text:p><text:section text:display="none"><text:p>SECRET</text:p>'
        '</text:section><text:section text:display="true"><text:p text:style-name="P8">We paid.</text:p></text:section>'
        '<text:section text:display="condition" text:condition="1"><text:p>In May.</text:p></text:section>',
    )
    assert source.text == "We paid.\n\nIn May.\n"
