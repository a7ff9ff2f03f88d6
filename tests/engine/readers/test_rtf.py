"""RTF: code pages, escapes, tables, and what is not to be seen."""

from __future__ import annotations

import pytest

from statement_compare.engine.model import BlockKind, Source
from statement_compare.engine.readers import read_bytes
from statement_compare.errors import UnreadableFileError, UsageError

P, H, L, C = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL
HEAD = r"\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times New Roman;}{\f1\fcharset0 Arial;}{\f2 Helvetica;}}"


def read(body: str, head: str = HEAD, encoding: str = "") -> Source:
    return read_bytes(("{\\rtf1" + head + body + "}").encode("latin-1"), name="statement.rtf", encoding=encoding)


def pieces(source: Source) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(source.text)) for block in source.blocks]


def test_bytes_are_in_the_code_page_of_their_font() -> None:
    source = read(r"\f0 \'cc\'e8\'ed\'e8\'f1\'f2\'f0 \f1 caf\'e9\par")
    assert source.text == "Министр café\n"
    assert (source.format, source.encoding) == ("rtf", "")


def test_a_western_charset_on_a_cyrillic_system_means_cyrillic() -> None:
    assert read(r"\f1 \'cc\'e8\'ed\'e8\'f1\'f2\'f0\par").text == "Министр\n"


def test_kazakh_letters_stand_as_unicode_escapes_with_a_substitute_to_skip() -> None:
    assert read(r"\uc1\u1178?\u1072?\u1079?\u1072?\u1179?\u1089\'3f\u1090?\u1072?\u1085?\par").text == "Қазақстан\n"


def test_negative_escapes_and_pairs_of_halves_are_characters() -> None:
    assert read(r"\uc0\u-10179\u-8704 \u8212 x\par").text == "😀—x\n"


def test_a_persons_choice_replaces_the_code_page() -> None:
    source = read(r"\f2 \'cc\par", encoding="koi8-r")
    assert (source.text, source.encoding, source.encoding_guessed) == ("л\n", "koi8-r", False)
    with pytest.raises(UsageError):
        read("x", encoding="klingon")


def test_paragraphs_headings_items_and_cells_have_borders() -> None:
    source = read(
        r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}}\pard\s1 Background\par\pard\plain The fine\line was paid.\par"
        r"{\pntext\bullet\tab}\ls1 One\par\pard\trowd\intbl Year\cell Wells\cell\row\trowd\intbl 2020\cell 12\cell\row"
        r"\pard After.\par"
    )
    assert pieces(source) == [
        (H, "Background"),
        (P, "The fine was paid."),
        (L, "One"),
        (C, "Year"),
        (C, "Wells"),
        (C, "2020"),
        (C, "12"),
        (P, "After."),
    ]
    assert "Year\tWells\n2020\t12\n" in source.text


def test_bullets_that_wordpad_draws_make_items() -> None:
    bullet = r"{\pntext\f1\'B7\tab}"
    source = read(rf"Points:\par\pard{bullet}{{\*\pn\pnlvlblt{{\pntxtb\'B7}}}}One\par{bullet}Two\par\pard After.\par")
    assert pieces(source) == [(P, "Points:"), (L, "One"), (L, "Two"), (P, "After.")]


def test_deletions_hidden_text_fields_pictures_and_headers_are_left_out() -> None:
    source = read(
        r"{\header Ministry}{\*\generator X;}{\pict\pngblip 89504e47}We paid {\deleted five}{\revised six} million"
        r"{\v secret}{\field{\*\fldinst HYPERLINK x}{\fldrslt  at once}}.\par"
    )
    assert source.text == "We paid six million at once.\n"
    assert source.notes == ("tracked_changes",)


def test_raw_bytes_of_a_picture_are_stepped_over() -> None:
    assert read("{\\pict\\bin5 }}{{\\}The fine was paid.\\par").text == "The fine was paid.\n"


def test_marks_that_word_and_textedit_draw_are_no_words() -> None:
    word = r"{\listtext\pard\plain\f2 \'b7\tab}\pard\plain\ls1\ilvl0 "
    source = read(
        rf"Points:\par\pard{word}It paid.\par{{\listtext\pard\plain\f2 \'b7\tab}}It hired.\par"
        r"{\listtext\pard\plain 1.\tab}\pard\plain\ls2\ilvl0 It closed.\par\pard It is so.\par"
    )
    assert pieces(source) == [(P, "Points:"), (L, "It paid."), (L, "It hired."), (L, "It closed."), (P, "It is so.")]
    source = read(
        "\\pard It says:\\\n\\pard\\ls1\\ilvl0{\\listtext\t\\uc0\\u8226 \t}It paid.\\\n"
        "{\\listtext\t\\uc0\\u8226 \t}It hired.\\\n\\pard It is so.\\\n"
    )
    assert pieces(source) == [(P, "It says:"), (L, "It paid."), (L, "It hired."), (P, "It is so.")]


def test_the_number_of_a_heading_that_word_draws_makes_no_item_of_it() -> None:
    source = read(
        r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}}{\listtext\pard\plain 1.\tab}\pard\plain\s1\ls1 Background\par"
        r"\pard\plain 1. The fine was paid.\par"
    )
    assert pieces(source) == [(H, "Background"), (P, "1. The fine was paid.")]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"10{\up6 6} tonnes", "10⁶ tonnes"),
        (r"10{\up 6} tonnes", "10⁶ tonnes"),
        (r"10{\up6 6}{\up0 5} tonnes", "10⁶5 tonnes"),
        (r"10{\up2 6} tonnes", "106 tonnes"),
        (r"10{\dn6 6} tonnes", "106 tonnes"),
        (r"the 20{\up6 th} tonne", "the 20th tonne"),
        (r"10{\super \u8722 ?6} tonnes", "10⁻⁶ tonnes"),
        (r"10{\up6 \u8722 ?6} tonnes", "10⁻⁶ tonnes"),
        (r"10{\up6 1}{\up6 2} tonnes", "10¹² tonnes"),
        (r"It paid{\up6 1} for it.{\up6 2}", "It paid¹ for it.²"),
        (r"It paid {\super 5} tenge.", "It paid ⁵ tenge."),
        (r"It paid {\up4 500} tenge.", "It paid 500 tenge."),
        (r"It paid{\up4  500 }tenge.", "It paid 500 tenge."),
        (r"It paid {\up4 5}{\up5 00} tenge.", "It paid 500 tenge."),
        (r"{\up4 500} tenge. 10{\up6 6}\par{\up6 7}", "500 tenge. 10⁶\n\n7"),
        (r"{\up4 It paid }{\up4 500}{\up4  tenge.}", "It paid 500 tenge."),
    ],
)
def test_figures_that_are_set_higher_are_raised(body: str, text: str) -> None:
    assert read(body + r"\par").text == text + "\n"


def test_raised_figures_and_footnotes() -> None:
    source = read(r"In 2021{\super 1}{\footnote A note.} it paid.\par")
    assert [text for _, text in pieces(source)] == ["In 2021¹ it paid.", "A note."]


def test_signs_and_quotation_marks() -> None:
    assert read(r"\ldblquote a\rdblquote\~\endash  \{b\}\_c\emdash d\par").text == "“a”\u00a0– {b}\u2011c—d\n"


def test_a_file_that_is_cut_off_says_that_its_end_may_be_missing() -> None:
    data = ("{\\rtf1" + HEAD + "The fine was paid.\\par The comp").encode()
    source = read_bytes(data, name="statement.rtf")
    assert source.text == "The fine was paid.\n\nThe comp\n"
    assert source.notes == ("file_incomplete",)


def test_no_text_says_so() -> None:
    with pytest.raises(UnreadableFileError, match="holds no text"):
        read("")


def rows_of_table(*rows: tuple[tuple[int, str], ...]) -> str:
    """Rows of a table, each cell with its right edge, in twentieths of a point."""
    return "".join(
        r"\trowd"
        + "".join(rf"\cellx{edge}" for edge, _ in row)
        + "".join(rf"\intbl {text}\cell" for _, text in row)
        + r"\row"
        for row in rows
    )


def columns(source: Source) -> list[tuple[int, str]]:
    return [
        (place.column, block.span.of(source.text)) for place, block in zip(source.places, source.blocks, strict=True)
    ]


def test_cells_stand_in_the_column_in_which_they_begin_whatever_is_joined() -> None:
    body = rows_of_table(
        ((1000, "Region"), (3000, "2023"), (5010, "2024")),
        ((1000, ""), (2000, "plan"), (3000, "fact"), (4000, "plan"), (5000, "fact")),
        ((1000, "Altyn"), (2000, "100"), (4000, "90"), (5000, "115")),
    )

    assert columns(read(body)) == [
        *((1, "Region"), (2, "2023"), (4, "2024")),
        *((2, "plan"), (3, "fact"), (4, "plan"), (5, "fact")),
        *((1, "Altyn"), (2, "100"), (3, "90"), (5, "115")),
    ]


def test_cells_are_counted_where_edges_make_no_grid() -> None:
    uneven = rows_of_table(((1000, "a"), (2000, "b"), (3000, "c")), ((1500, "d"), (2500, "e")))
    shifted = rows_of_table(((1000, "a"), (2000, "b")), ((1300, "d"), (2000, "e")))

    assert [column for column, _ in columns(read(uneven))] == [1, 2, 3, 1, 2]
    assert [column for column, _ in columns(read(shifted))] == [1, 2, 1, 2]


def test_the_drawn_mark_of_an_item_is_no_word_of_it() -> None:
    source = read(
        r"\pard\plain The ministry says:\par{\listtext\pard\plain\f3 \'b7\tab}\pard\plain\ls1\ilvl0 It paid.\par"
        r"{\listtext\pard\plain\f3 \'b7\tab}It hired 20.\par{\listtext 1.\tab}\pard\plain\ls2 It closed none.\par"
        r"\pard\plain 1. That was told.\par{\listtext\tab}\pard\outlinelevel0 Pay\par"
    )
    assert pieces(source) == [
        (P, "The ministry says:"),
        (L, "It paid."),
        (L, "It hired 20."),
        (L, "It closed none."),
        (P, "1. That was told."),
        (H, "Pay"),
    ]
