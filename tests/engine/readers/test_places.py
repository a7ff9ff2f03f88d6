"""Where the blocks and sentences of a document stand in the original: pages and boxes, paragraphs and cells."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from statement_compare import bundled
from statement_compare.engine.model import Source, Span
from statement_compare.engine.place import NOWHERE, Box, Place
from statement_compare.engine.places import place_of, shown_place
from statement_compare.engine.readers import DEFAULT_LIMITS, isolation, read_bytes, read_file, read_text
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.text.segment import segment

Pdf = Callable[..., bytes]
At = Callable[..., object]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LONG = "The regulator opened its inquiry in May and heard forty witnesses in all"


def counted(source: Source) -> list[tuple[str, tuple[int, int, int, int]]]:
    """Each block with paragraph, table, row and column."""
    return [
        (block.span.of(source.text), (place.paragraph, place.table, place.row, place.column))
        for block, place in zip(source.blocks, source.places, strict=True)
    ]


def boxes_of(source: Source, words: str) -> list[tuple[int, list[Box]]]:
    """The pages and boxes of some words of a text."""
    start = source.text.index(words)
    return [
        (place.page, [line.box for line in place.lines]) for place in place_of(source, Span(start, start + len(words)))
    ]


def docx(body: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        package.writestr("word/document.xml", document)
    return file.getvalue()


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


# ---- pages


def test_a_line_of_a_pdf_has_its_page_and_its_box(pdf: Pdf, at: At) -> None:
    source = read_bytes(pdf([at(60, 700, "The fine was paid in May.")]), name="a.pdf")
    (place,) = source.places
    (line,) = place.lines
    assert (place.page, line.page, line.start) == (1, 1, 0)
    # 25 characters of 5 points, but for four spaces and a stop, in a font of 10 points on a page 842 high.
    assert line.box.left == 60
    assert line.box.right == pytest.approx(60 + 5 * 21 + 4 * 2.78, abs=6)
    assert 842 - 700 - 12 <= line.box.top < 842 - 700 <= line.box.bottom <= 842 - 700 + 5


def test_a_sentence_that_ends_within_a_line_is_marked_as_far_as_there(pdf: Pdf, at: At) -> None:
    source = read_bytes(pdf([at(60, 700, "The fine was paid. Nobody denied the charge.")]), name="a.pdf")
    first, second = segment(source, "en").sentences
    ((_, (left,)),) = boxes_of(source, first.text)
    ((_, (right,)),) = boxes_of(source, second.text)
    (whole,) = source.places[0].lines
    assert left.left == whole.box.left
    assert right.right == whole.box.right
    # One space of 2.78 points stands between the two.
    assert right.left - left.right == pytest.approx(2.78, abs=0.3)


def test_a_sentence_that_goes_on_on_the_next_page_has_two_places(pdf: Pdf, at: At) -> None:
    pages = [
        [at(60, 200, "All of it was said at length before the board. " + LONG)],
        [at(60, 780, "before it fined the company, as the minutes say.")],
    ]
    source = read_bytes(pdf(*pages), name="a.pdf")
    sentences = segment(source, "en").sentences
    assert len(sentences) == 2
    assert [place.page for place in place_of(source, sentences[0].span)] == [1]
    places = place_of(source, sentences[1].span)
    assert [place.page for place in places] == [1, 2]
    assert [len(place.lines) for place in places] == [1, 1]
    assert places[1].lines[0].box.top < 100


def test_columns_are_marked_each_where_it_stands(pdf: Pdf, at: At) -> None:
    left = [at(60, 700 - 14 * i, f"left line {i} of the column goes here") for i in range(8)]
    right = [at(330, 700 - 14 * i, f"right line {i} of the column goes on") for i in range(8)]
    source = read_bytes(pdf([*left, *right]), name="a.pdf")
    ((_, (box,)),) = boxes_of(source, "left line 3 of the column goes here")
    assert box.left == 60
    assert box.right < 330
    ((_, (box,)),) = boxes_of(source, "right line 3 of the column goes on")
    assert box.left == 330
    assert box.top == pytest.approx(842 - 700 + 14 * 3 - 9, abs=3)


def test_a_word_that_was_hyphened_does_not_shift_what_follows(pdf: Pdf, at: At) -> None:
    page = [
        at(60, 700, "The regulator has opened a case against the largest of all the com-"),
        at(60, 686, "panies in the north. It was closed in the spring of the next year."),
    ]
    source = read_bytes(pdf(page), name="a.pdf")
    assert "companies" in source.text
    ((_, (box,)),) = boxes_of(source, "It was closed in the spring of the next year.")
    assert box.left > 60 + 60
    assert box.top > 842 - 700


def test_a_bullet_that_is_left_out_leaves_the_lines_where_they_are(pdf: Pdf, at: At) -> None:
    page = [at(60, 700, "- The fine was paid. The case is closed now.")]
    source = read_bytes(pdf(page), name="a.pdf")
    assert source.text.startswith("The fine")
    ((_, (box,)),) = boxes_of(source, "The case is closed now.")
    assert box.left == pytest.approx(60 + 16 * 5 + 5 * 2.78, abs=8)


def test_cells_of_a_pdf_are_marked_one_by_one(pdf: Pdf, at: At) -> None:
    rows = [at(x, 700 - 16 * i, f"{word}{i}") for i in range(4) for x, word in ((60, "Year"), (300, "Fine"))]
    source = read_bytes(pdf(rows), name="a.pdf")
    ((_, (box,)),) = boxes_of(source, "Fine2")
    assert box.left == 300


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("ru", "Компания заплатила штраф в мае.", "Никто не спорил с решением суда."),
        ("kk", "Компания айыппұлды мамырда төледі.", "Ешкім сот шешімімен дауласқан жоқ."),
    ],
)
def test_sentences_in_cyrillic_have_their_places(tmp_path: Path, language: str, first: str, second: str) -> None:
    path = tmp_path / "qt.pdf"
    script = f"""
from PySide6.QtGui import QFont, QFontDatabase, QPdfWriter, QPageSize, QTextDocument
from PySide6.QtWidgets import QApplication
app = QApplication(["x"])
number = QFontDatabase.addApplicationFont({str(bundled.path("fonts", "NotoSerif-Regular.ttf"))!r})
document = QTextDocument()
document.setDefaultFont(QFont(QFontDatabase.applicationFontFamilies(number)[0], 11))
document.setPlainText({f"{first} {second}"!r})
writer = QPdfWriter({str(path)!r})
writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
document.print_(writer)
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True, capture_output=True)
    source = read_file(path)
    assert [sentence.text for sentence in segment(source, language).sentences] == [first, second]
    ((page, (left,)),) = boxes_of(source, first)
    ((_, (right,)),) = boxes_of(source, second)
    assert page == 1
    assert left.left < left.right < right.left < right.right
    assert right.left - left.right < 6


@pytest.mark.parametrize(
    ("turn", "box"),
    [(90, (697, 60)), (180, (421, 698)), (270, (132, 421))],
)
def test_a_page_that_is_shown_turned_has_its_boxes_where_they_are_seen(
    pdf: Pdf, at: At, turn: int, box: tuple[int, int]
) -> None:
    source = read_bytes(pdf([at(60, 700, "The fine was paid in May.")], page_extra=f"/Rotate {turn}"), name="a.pdf")
    (line,) = source.places[0].lines
    assert (line.box.left, line.box.top) == pytest.approx(box, abs=3)
    is_upright = line.box.bottom - line.box.top > line.box.right - line.box.left
    assert is_upright is (turn != 180)


@pytest.mark.parametrize("seed", range(12))
def test_every_sentence_of_a_page_that_is_strewn_with_words_has_a_place(pdf: Pdf, at: At, seed: int) -> None:
    rest = random.Random(seed)
    words = "the fine was paid. 12 «Да». no- (a) • - 1) it; is: so!".split()

    def line() -> object:
        text = " ".join(rest.choices(words, k=rest.randrange(2, 14)))
        return at(rest.choice([60, 60, 200, 320]), rest.randrange(40, 820), text, rest.choice([8, 10, 16]))

    turn = rest.choice(["", "/Rotate 90", "/Rotate 180", "/CropBox [50 50 500 700]"])
    pages = [[line() for _ in range(rest.randrange(8, 30))] for _ in range(3)]
    source = read_bytes(pdf(*pages, page_extra=turn), name="a.pdf")
    for sentence in segment(source, "en").sentences:
        places = place_of(source, sentence.span)
        assert places
        assert all(line.page == place.page for place in places for line in place.lines)
        for box in (line.box for place in places for line in place.lines):
            assert box.left <= box.right
            assert box.top <= box.bottom


def test_a_pdf_without_a_place_for_a_span_says_nothing() -> None:
    assert place_of(Source("Paid.", ()), Span(0, 5)) == ()


# ---- paragraphs and tables


def test_word_paragraphs_and_cells_are_counted() -> None:
    table = f"<w:tbl>{row(p('Year'), p('Fine'))}{row('', p('12 million') + p('as was said'))}</w:tbl>"
    inner = f"<w:tbl>{row(p('inner'))}</w:tbl>"
    second = f"<w:tbl>{row(p('alone') + inner)}</w:tbl>"
    source = read_bytes(docx(p("One.") + p("") + p("Two.") + table + p("Three.") + second), name="a.docx")
    assert counted(source) == [
        ("One.", (1, 0, 0, 0)),
        ("Two.", (2, 0, 0, 0)),
        ("Year", (0, 1, 1, 1)),
        ("Fine", (0, 1, 1, 2)),
        ("12 million", (0, 1, 2, 2)),
        ("as was said", (0, 1, 2, 2)),
        ("Three.", (3, 0, 0, 0)),
        ("alone", (0, 2, 1, 1)),
        ("inner", (0, 2, 1, 1)),
    ]


def test_opendocument_paragraphs_and_cells_are_counted() -> None:
    body = (
        "<text:p>One.</text:p><table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>"
        "<table:covered-table-cell/><table:table-cell><text:p>Fine</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell><text:p>2021</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p/><text:p>Two.</text:p>"
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    flat = f"<office:document {names}><office:body><office:text>{body}</office:text></office:body></office:document>"
    source = read_bytes(f"<?xml version='1.0'?>{flat}".encode(), name="a.fodt")
    assert counted(source) == [
        ("One.", (1, 0, 0, 0)),
        ("Year", (0, 1, 1, 1)),
        ("Fine", (0, 1, 1, 3)),
        ("2021", (0, 1, 2, 1)),
        ("Two.", (2, 0, 0, 0)),
    ]


def test_rtf_paragraphs_and_cells_are_counted() -> None:
    table = r"\trowd\pard\intbl Year\cell Fine\cell\row\trowd\pard\intbl 2021\cell 12\par more\cell\row\pard "
    source = read_bytes(
        rb"{\rtf1 One.\par\par Two.\par " + (table + r"Three.\par " + table).encode() + b"}", name="a.rtf"
    )
    cells = [
        ("Year", (1, 1)),
        ("Fine", (1, 2)),
        ("2021", (2, 1)),
        ("12", (2, 2)),
        ("more", (2, 2)),
    ]
    assert counted(source) == [
        ("One.", (1, 0, 0, 0)),
        ("Two.", (2, 0, 0, 0)),
        *[(text, (0, 1, *place)) for text, place in cells],
        ("Three.", (3, 0, 0, 0)),
        *[(text, (0, 2, *place)) for text, place in cells],
    ]


def test_html_paragraphs_and_cells_are_counted() -> None:
    page = (
        "<h1>Head</h1><p>One.<br>still one.</p><table><tr><th>Year<th>Fine<tr><td><td>12<table><tr><td>in"
        "</table></table><ul><li>Two.</ul><table><tr><td>last</table>"
    )
    source = read_bytes(f"<html><body>{page}</body></html>".encode(), name="a.html")
    found = dict(counted(source))
    assert found["Head"] == (1, 0, 0, 0)
    assert found["Year"] == (0, 1, 1, 1)
    assert found["12"] == (0, 1, 2, 2)
    assert found["in"] == (0, 1, 2, 2)
    assert found["Two."] == (3, 0, 0, 0)
    assert found["last"] == (0, 2, 1, 1)


def test_markdown_and_plain_text_are_counted_by_block() -> None:
    markdown = read_bytes(b"# Head\n\nOne.\n\n| a | b |\n|---|---|\n| c | d |\n\nTwo.\n", name="a.md")
    assert [place for _, place in counted(markdown)] == [
        (1, 0, 0, 0),
        (2, 0, 0, 0),
        (0, 1, 1, 1),
        (0, 1, 1, 2),
        (0, 1, 2, 1),
        (0, 1, 2, 2),
        (3, 0, 0, 0),
    ]
    plain = read_bytes(b"One is said.\n\nYear\tFine\n2021\t12\n\nTwo is said.\n", name="a.txt")
    assert [place for _, place in counted(plain)] == [
        (1, 0, 0, 0),
        (0, 1, 1, 1),
        (0, 1, 1, 2),
        (0, 1, 2, 1),
        (0, 1, 2, 2),
        (2, 0, 0, 0),
    ]


def test_pasted_text_has_no_places() -> None:
    assert read_text("One is said.\n\nTwo is said.").places == ()


def test_of_plain_text_no_place_is_shown() -> None:
    source = read_bytes(b"One is said.\n\nTwo is said.\n", name="a.txt")
    assert place_of(source, Span(14, 26)) == (Place(paragraph=2),)
    assert shown_place(source, Span(14, 26)) == ()


def test_notes_of_a_word_file_have_no_number() -> None:
    file = io.BytesIO(docx(p("One.") + p("Two.")))
    with zipfile.ZipFile(file, "a") as package:
        package.writestr(
            "word/footnotes.xml", f'<w:footnotes xmlns:w="{W}"><w:footnote>{p("Note.")}</w:footnote></w:footnotes>'
        )
    source = read_bytes(file.getvalue(), name="a.docx")
    assert source.places[-1] == NOWHERE
    assert place_of(source, source.blocks[-1].span) == ()


# ---- what a child may say

_LINE = [1, 0, 60.0, 100.0, 200.0, 110.0]


@pytest.mark.parametrize(
    "places",
    [
        [],
        [[0, 1, 0, 0, 0, []]],
        [[1, 0, 0, 0, 0, [_LINE]]],
        [[1, 0, 0, 0, 0, [[*_LINE, 2, 80.0]]]],
    ],
)
def test_a_place_that_may_be_one_is_believed(places: list[object]) -> None:
    assert len(isolation._understood(_answer(places), DEFAULT_LIMITS).places) == len(places)


@pytest.mark.parametrize(
    "places",
    [
        None,
        7,
        [[0, 1, 0, 0, 0, []]] * 2,
        [[0, -1, 0, 0, 0, []]],
        [[0, 10**12, 0, 0, 0, []]],
        [[0, True, 0, 0, 0, []]],
        [[0, 1.5, 0, 0, 0, []]],
        [[0, "1", 0, 0, 0, []]],
        [[0, 1, 0, 0, []]],
        [[1, 0, 0, 0, 0, [[1, 9, 60.0, 100.0, 200.0, 110.0]]]],
        [[1, 0, 0, 0, 0, [[1, -1, 60.0, 100.0, 200.0, 110.0]]]],
        [[1, 0, 0, 0, 0, [[1, 2, *_LINE[2:]], [1, 1, *_LINE[2:]]]]],
        [[1, 0, 0, 0, 0, [[1, 0, 60.0, 100.0, float("nan"), 110.0]]]],
        [[1, 0, 0, 0, 0, [[1, 0, 60.0, 100.0, float("inf"), 110.0]]]],
        [[1, 0, 0, 0, 0, [[1, 0, 60.0, 100.0, 1e30, 110.0]]]],
        [[1, 0, 0, 0, 0, [[1, 0, 60.0, 100.0, "x", 110.0]]]],
        [[1, 0, 0, 0, 0, [[*_LINE, 2]]]],
        [[1, 0, 0, 0, 0, [[*_LINE, 9, 80.0]]]],
        [[1, 0, 0, 0, 0, [[*_LINE, 3, 80.0, 2, 90.0]]]],
    ],
)
def test_places_that_a_sound_child_cannot_give_are_those_of_a_broken_one(places: object) -> None:
    with pytest.raises(Refusal) as refused:
        isolation._understood(_answer(places), DEFAULT_LIMITS)
    assert refused.value.key == "file_breaks_reader"


def _answer(places: object) -> bytes:
    rest = {"encoding": "", "encoding_guessed": False, "title": "", "date": "", "speaker": "", "notes": []}
    return json.dumps({"text": "Paid.", "blocks": [("paragraph", 0, 5)], "places": places} | rest).encode()


def test_a_page_of_any_size_is_read(pdf: Pdf, at: At) -> None:
    data = pdf([at(60, 700, "The fine was paid in May.")]).replace(b"[0 0 595 842]", b"[0 0 9e9 8e9]")
    source = read_bytes(data, name="a.pdf")
    assert source.text.startswith("The fine")
    assert all(abs(edge) <= 100_000 for line in source.places[0].lines for edge in line.box)
