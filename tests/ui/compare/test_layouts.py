"""Code points of a statement on the screen: emoji, combining marks, right-to-left text, blanks, long words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFontMetricsF

from statement_compare.engine.model import Block, BlockKind, Role, Sentence, Source, Span, Statement
from statement_compare.ui.compare.layouts import LayoutCache, ParagraphLayout
from statement_compare.ui.compare.outline import Box
from statement_compare.ui.compare.rows import paragraphs
from statement_compare.ui.compare.setting import LINE_LENGTH, Setting
from statement_compare.ui.compare.shown import shown

WIDE = 5000.0


def one_paragraph(*texts: str, between: str = " ", kind: BlockKind = BlockKind.PARAGRAPH) -> Statement:
    whole = between.join(texts)
    sentences = []
    position = 0
    for number, text in enumerate(texts):
        span = Span(position, position + len(text))
        sentences.append(Sentence(number, span, text, Role.CLAIM, 0))
        position = span.end + len(between)
    return Statement(Source(whole, (Block(kind, Span(0, len(whole))),)), "en", tuple(sentences))


def layout_of(side: Statement, width: float = WIDE, zoom: int = 100) -> ParagraphLayout:
    paragraph = paragraphs(side)[0]
    labels = [f"{sentence.id + 1}\u00a0=\u00a0" for sentence in side.sentences]
    return ParagraphLayout(shown(side, paragraph, labels), paragraph, Setting(zoom), width, QColor("#60646c"))


def utf16(text: str) -> list[int]:
    data = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(data[index : index + 2], "little") for index in range(0, len(data), 2)]


# What is shown, without a font


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("A\r\nB", "A B"),
        ("A  \t B", "A B"),
        ("A\u00a0B", "A\u00a0B"),
        ("A\u2029B", "A B"),
        ("A\x00B", "A\ufffdB"),
        ("<b>A</b> &amp; B", "<b>A</b> &amp; B"),
        ("A\ufeffB", "AB"),
        ("A\ud83dB", "A\ufffdB"),
        ("5,\u202e000\u202c", "5,000"),
        ("A\u2067 (\u200fB\u2069)\u061c", "A (B)"),
        ("A\x1b[2J\x9bB", "A\ufffd[2J\ufffdB"),
    ],
)
def test_blanks_are_single_and_signs_without_a_shape_replaced(text: str, seen: str) -> None:
    side = one_paragraph(text)
    assert shown(side, paragraphs(side)[0], [""]).text == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("5,\u202e000\u202c", "5,‹U+202E›000‹U+202C›"),
        ("no\u200bt\x1b[2J\ud83d\U000e0041", "no‹U+200B›t‹U+001B›[2J‹U+D83D›‹U+E0041›"),
        ("👩\u200d🚀 \t a", "👩\u200d🚀 a"),
        ("قال\u200f", "قال\u2066‹U+200F›\u2069"),
    ],
)
def test_hidden_characters_are_revealed_to_whoever_asks(text: str, seen: str) -> None:
    side = one_paragraph(text)
    assert shown(side, paragraphs(side)[0], [""], reveals=True).text == seen


def test_a_revealed_character_leaves_all_stretches_in_their_places() -> None:
    text = "It gives 😀 5,\u202e000\u202c barrels."
    side = one_paragraph("First\u200b.", text)
    for reveals in (False, True):
        content = shown(side, paragraphs(side)[0], ["1 ", "2 "], reveals=reveals)
        units = utf16(content.text)
        for words in ("😀", "5,", "000", "barrels"):
            start = side.source.text.index(words)
            begin, end = content.units(start, start + len(words))
            assert units[begin:end] == utf16(words)
            assert content.source(begin) == start
        begin, end = content.units(side.source.text.index("\u202e"), side.source.text.index("\u202e") + 1)
        assert units[begin:end] == utf16("‹U+202E›" if reveals else "")
        assert len(content.tokens) == (3 if reveals else 0)


def test_labels_stand_before_sentences_and_belong_to_no_text() -> None:
    side = one_paragraph("One.", "Two.")
    content = shown(side, paragraphs(side)[0], ["1 ", "2 "])
    assert content.text == "1 One. 2 Two."
    assert content.labels == ((0, 2), (7, 9))
    assert content.blanks == ((6, 7),)
    assert content.units(5, 9) == (9, 13)


def test_sentences_without_a_blank_between_them_keep_their_own_ends() -> None:
    side = one_paragraph("一。", "二。", between="")
    content = shown(side, paragraphs(side)[0], ["1 ", "2 "])
    assert content.units(0, 2) == (2, 4)
    assert content.units(2, 4) == (6, 8)


texts = st.lists(
    st.text(alphabet="ab \n\t\u00a0é\u0301😀🇰жҚم\ufeff\x00\u202e\u2067\u2069", min_size=1, max_size=12),
    min_size=1,
    max_size=4,
)


@given(texts)
def test_a_stretch_covers_the_units_of_its_code_points(parts: list[str]) -> None:
    """The slow twin: encode what each code point was shown as, and count."""
    side = one_paragraph(*parts)
    content = shown(side, paragraphs(side)[0], ["9 "] * len(parts))
    units = utf16(content.text)
    for position, character in enumerate(side.source.text):
        begin, end = content.units(position, position + 1)
        if character in "abéж😀Қم\u0301🇰\u00a0":
            assert units[begin:end] == utf16(character)
        elif character == "\t" and end > begin:
            assert units[begin:end] == utf16(" | ")
        else:
            assert end - begin in (0, 1)


def test_between_the_cells_of_a_row_stands_their_border() -> None:
    side = one_paragraph("Sarabulak\t12\t3 March")

    content = shown(side, paragraphs(side)[0], ["9 "])

    assert content.text == "9 Sarabulak | 12 | 3 March"
    assert content.units(10, 12) == (14, 16)


@given(texts)
def test_a_unit_leads_back_to_its_code_point(parts: list[str]) -> None:
    side = one_paragraph(*parts)
    content = shown(side, paragraphs(side)[0], [""] * len(parts))
    for position, character in enumerate(side.source.text):
        begin, end = content.units(position, position + 1)
        if end > begin and not character.isspace():
            assert content.source(begin) == position


def test_a_unit_in_a_label_leads_to_the_first_letter_of_its_sentence() -> None:
    side = one_paragraph("One.", "Two.")
    content = shown(side, paragraphs(side)[0], ["1 ", "2 "])
    assert content.source(8) == 5
    assert content.source(0) == 0


# Where it stands, with the bundled type

pytestmark = pytest.mark.usefixtures("fonts")


def width_of(text: str) -> float:
    return QFontMetricsF(Setting().font).horizontalAdvance(text)


def only(boxes: tuple[Box, ...]) -> Box:
    assert len(boxes) == 1
    return boxes[0]


def test_an_emoji_before_a_highlight_does_not_move_it() -> None:
    with_emoji, without = one_paragraph("😀😀 5,000 barrels"), one_paragraph("aa 5,000 barrels")
    one, two = (only(layout_of(side).span_boxes(3, 8)) for side in (with_emoji, without))
    assert one.right - one.left == pytest.approx(two.right - two.left, abs=0.1)
    assert one.right - one.left == pytest.approx(width_of("5,000"), abs=0.5)


def test_a_highlight_never_cuts_a_letter_from_its_mark() -> None:
    side = one_paragraph("re\u0301sume\u0301 x")
    layout = layout_of(side)
    letter = only(layout.span_boxes(1, 2))
    assert letter == only(layout.span_boxes(1, 3))


def test_a_highlight_in_right_to_left_text_covers_its_letters_only() -> None:
    side = one_paragraph("ولم (ACME) على 2,500 barrels ذلك.")
    text = side.source.text
    layout = layout_of(side)
    start = text.index("2,500")
    boxes = layout.span_boxes(start, start + len("2,500 barrels"))
    box = only(boxes)
    assert box.right - box.left == pytest.approx(width_of("2,500") + width_of(" ") + width_of("barrels"), abs=1)


def test_no_mark_of_direction_reorders_what_stands_around_it() -> None:
    """The letters stand as in the same text without the marks: "5,000", which the marks would show as "000,5"."""
    plain, marked = one_paragraph("It gives 5,000 barrels."), one_paragraph("It gives \u202e5,000\u202c barrels\u2067.")
    ones, twos = layout_of(plain), layout_of(marked)
    for words in ("5", "000", "barrels", "."):
        one, two = plain.source.text.index(words), marked.source.text.index(words)
        assert ones.span_boxes(one, one + len(words)) == twos.span_boxes(two, two + len(words))


def test_a_right_to_left_paragraph_stands_at_the_right() -> None:
    layout = layout_of(one_paragraph("قالت الوزارة"), width=600)
    assert only(layout.sentence_boxes(0)).right == pytest.approx(600, abs=1)


def test_a_word_longer_than_the_line_is_broken_and_stays_in_the_column() -> None:
    layout = layout_of(one_paragraph("Қауіпсіздендірілмегендіктеріңізден" * 4), width=300)
    assert layout.line_count > 2
    assert all(box.right <= 301 for box in layout.sentence_boxes(0))


def test_a_sentence_of_two_thousand_characters_has_a_box_on_each_line() -> None:
    text = ("word and " * 223)[:1999] + "."
    layout = layout_of(one_paragraph(text), width=400)
    assert [box.top for box in layout.sentence_boxes(0)] == [
        line * layout.line_height for line in range(layout.line_count)
    ]


def test_a_blank_at_a_line_end_is_not_tinted() -> None:
    """Each line but the first holds the same words; its tint is as wide as some number of them."""
    boxes = layout_of(one_paragraph("ooooo " * 40 + "end."), width=300).sentence_boxes(0)
    assert len(boxes) > 3
    words = [width_of(" ".join(["ooooo"] * count)) for count in range(1, 12)]
    for box in boxes[1:-1]:
        assert min(abs(box.right - box.left - width) for width in words) < 0.5


def test_lines_are_evenly_spaced_whatever_fonts_they_need() -> None:
    layout = layout_of(
        one_paragraph("plain words 😀 and قالت الوزارة and more plain words to fill three lines"), width=200
    )
    assert layout.text_height == layout.line_count * Setting().line_height


def test_the_same_sentence_three_times_has_three_places() -> None:
    layout = layout_of(one_paragraph("Same.", "Same.", "Same."))
    lefts = [only(layout.sentence_boxes(sentence)).left for sentence in range(3)]
    assert lefts == sorted(set(lefts))
    assert [layout.sentence_at(left + 3, 10) for left in lefts] == [0, 1, 2]


def test_a_point_leads_to_the_code_point_under_it() -> None:
    side = one_paragraph("😀 One two.", "Three.")
    layout = layout_of(side)
    position = side.source.text.index("two")
    box = only(layout.span_boxes(position, position + 3))
    assert layout.source_position(box.left + 0.5, 5) == position
    assert layout.source_position(box.right - 0.5, 5) == position + 3


def test_the_outline_follows_the_lines_of_the_sentence() -> None:
    side = one_paragraph("First words here.", "Second sentence that runs over two lines.")
    layout = layout_of(side, width=220)
    outline = layout.sentence_outline(1, 3.5, 4.5)
    boxes = layout.sentence_boxes(1)
    assert len(boxes) >= 2
    for box in boxes:
        assert outline.contains(type(outline.currentPosition())((box.left + box.right) / 2, box.top + 5))
    first = layout.sentence_boxes(0)[0]
    assert not outline.contains(type(outline.currentPosition())(first.left + 10, 5))


def test_a_column_holds_about_seventy_five_characters() -> None:
    setting = Setting()
    assert width_of("n" * 75) > setting.column_width > width_of("i" * 75)
    assert setting.column_width == pytest.approx(setting.character_width * LINE_LENGTH)


def test_the_estimate_of_a_height_is_near_the_truth() -> None:
    side = one_paragraph(*["The ministry exported several thousand barrels of oil on that day in September."] * 9)
    setting = Setting()
    estimate = setting.estimate(paragraphs(side), 460)[0]
    assert estimate == pytest.approx(layout_of(side, width=460).height, rel=0.15)


def test_zoom_scales_the_lines() -> None:
    assert Setting(200).line_height == 2 * Setting(100).line_height
    assert Setting(50).line_height < Setting(100).line_height


def test_only_the_latest_layouts_are_kept() -> None:
    cache = LayoutCache(most=2)
    layouts = [layout_of(one_paragraph("a")) for _ in range(3)]
    cache.put(0, layouts[0])
    cache.put(1, layouts[1])
    assert cache.get(0) is layouts[0]
    cache.put(2, layouts[2])
    assert (cache.get(1), len(cache)) == (None, 2)
