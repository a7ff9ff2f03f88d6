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
