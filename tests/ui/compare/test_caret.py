"""Selecting and choosing in a pane by keys alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mouse import double_click
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from PySide6.QtTest import QTest

from statement_compare.engine.model import Comparison, Side
from statement_compare.ui import theme
from statement_compare.ui.compare.page import ComparePage
from statement_compare.ui.compare.pane import Pane

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
HOME, END = Qt.Key.Key_Home, Qt.Key.Key_End


@pytest.fixture
def left(page: ComparePage, make: Callable[..., Comparison]) -> Pane:
    left = [["The mine 😀 is [closed].", "It was old."], ["Nobody knew why, cafe\u0301 or not."]]
    page.set_comparison(make(left, [["It is [open]."], ["Everybody knew."]], "1!1"))
    pane = page.pane(Side.LEFT)
    pane.setFocus()
    return pane


def press(pane: Pane, *keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    for key, modifiers in keys:
        QTest.keyClick(pane, key, modifiers)


def at(pane: Pane, words: str) -> int:
    assert pane.statement is not None
    return pane.statement.source.text.index(words)


def test_shift_and_an_arrow_select_letter_by_letter_from_the_keyboards_sentence(left: Pane) -> None:
    press(left, (RIGHT, NONE), (RIGHT, SHIFT), (RIGHT, SHIFT), (RIGHT, SHIFT))
    assert left.selected_text() == "The"
    press(left, (LEFT, SHIFT))
    assert left.selected_text() == "Th"


def test_with_control_they_select_word_by_word_and_back(left: Pane) -> None:
    press(left, (RIGHT, NONE), (RIGHT, CTRL | SHIFT), (RIGHT, CTRL | SHIFT))
    assert left.selected_text() == "The mine "
    press(left, (LEFT, CTRL | SHIFT))
    assert left.selected_text() == "The "


def test_what_is_selected_by_keys_is_copied(left: Pane) -> None:
    press(left, (RIGHT, NONE), (RIGHT, CTRL), (RIGHT, CTRL | SHIFT), (Qt.Key.Key_C, CTRL))
    assert QGuiApplication.clipboard().text() == "mine "


def test_a_selection_goes_back_over_the_place_where_it_began(left: Pane) -> None:
    press(left, (RIGHT, NONE), (RIGHT, CTRL), (RIGHT, SHIFT), (LEFT, SHIFT), (LEFT, SHIFT))
    assert left.selected_text() == " "
    assert left.caret == at(left, " mine")


def test_the_caret_goes_by_words_and_letters_without_selecting(left: Pane) -> None:
    press(left, (RIGHT, NONE), (RIGHT, CTRL), (RIGHT, ALT))
    assert (left.caret, left.selection) == (at(left, "ine"), None)
    press(left, (LEFT, ALT), (LEFT, CTRL))
    assert left.caret == 0


def test_a_sign_of_several_code_points_is_one_letter(left: Pane) -> None:
    press(left, (RIGHT, NONE), (RIGHT, CTRL), (RIGHT, CTRL), (RIGHT, SHIFT))
    assert left.selected_text() == "😀"
    press(left, (RIGHT, NONE), (RIGHT, NONE), (END, SHIFT), (RIGHT, CTRL))
    left.set_caret(at(left, "e\u0301"))
    press(left, (RIGHT, SHIFT))
    assert left.selected_text() == "e\u0301"


def test_a_number_before_a_sentence_is_no_letter_to_stop_at(left: Pane) -> None:
    left.set_caret(at(left, " It was"))
    press(left, (RIGHT, ALT))
    assert left.caret == at(left, "It was")
    press(left, (LEFT, ALT), (LEFT, ALT))
    assert left.caret == at(left, ". It was")


def test_a_selection_reaches_from_paragraph_to_paragraph(left: Pane) -> None:
    left.set_caret(at(left, "old."))
    press(left, *[(RIGHT, CTRL | SHIFT)] * 4)
    assert left.selected_text() == "old.\n\nNobody "
    press(left, *[(LEFT, SHIFT)] * 9)
    assert left.selected_text() == "old"


def test_shift_with_up_and_down_selects_lines_and_keeps_its_column(left: Pane) -> None:
    left.set_caret(at(left, "mine"))
    press(left, (DOWN, SHIFT))
    assert left.selection is not None
    assert left.selection.start == at(left, "mine")
    assert left.selection.end > at(left, "Nobody")
    press(left, (UP, SHIFT))
    assert left.selection is None
    press(left, (UP, SHIFT))
    assert left.selected_text() == "The "


def test_shift_with_home_and_end_selects_to_the_ends_of_the_line_and_with_control_of_the_text(left: Pane) -> None:
    assert left.statement is not None
    left.set_caret(at(left, "knew"))
    press(left, (HOME, SHIFT))
    assert left.selected_text() == "Nobody "
    press(left, (END, SHIFT))
    assert left.selected_text() == "knew why, cafe\u0301 or not."
    press(left, (HOME, CTRL | SHIFT))
    assert left.selection is not None
    assert (left.selection.start, left.selection.end) == (0, at(left, "knew"))
    press(left, (END, CTRL | SHIFT))
    assert left.selected_text() == "knew why, cafe\u0301 or not."


def test_at_the_end_of_a_broken_line_the_caret_stays_in_it(page: ComparePage, make: Callable[..., Comparison]) -> None:
    page.set_comparison(make([["A sentence that is so long that it has to be broken " * 4 + "."]], [["B."]], ""))
    pane = page.pane(Side.LEFT)
    pane.set_caret(10)
    press(pane, (END, SHIFT))
    assert pane.selection is not None
    line = pane.column.layout(0).caret_line
    assert line(pane.selection.end) == 0
    assert pane.selection.end > 30
    press(pane, (RIGHT, SHIFT))
    assert line(pane.selection.end) == 1


def test_the_caret_begins_where_a_click_was_and_goes_on_from_what_the_mouse_selected(left: Pane) -> None:
    def point(words: str) -> QPoint:
        return left.caret_rect(at(left, words)).center().toPoint()

    QTest.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=point("mine"))
    assert left.caret is None
    press(left, (RIGHT, CTRL | SHIFT))
    assert left.selected_text() == "mine "
    double_click(left.viewport(), point("losed"))
    press(left, (RIGHT, SHIFT))
    assert left.selected_text() == "closed."


def test_return_chooses_the_sentence_that_the_caret_came_to(page: ComparePage, left: Pane) -> None:
    chosen, activated = [], []
    page.link_chosen.connect(chosen.append)
    page.link_activated.connect(activated.append)
    press(left, (RIGHT, CTRL), (Qt.Key.Key_Return, NONE))
    assert (chosen, activated, page.chosen_link) == ([0], [], 0)
    press(left, (Qt.Key.Key_Return, NONE))
    assert (chosen, activated) == ([0], [0])


def test_return_in_a_text_where_no_key_went_chooses_its_first_sentence_in_sight(page: ComparePage, left: Pane) -> None:
    chosen = []
    page.sentence_chosen.connect(lambda side, sentence: chosen.append((side, sentence)))
    press(left, (Qt.Key.Key_Return, NONE))
    assert chosen == [(Side.LEFT, 0)]


def test_a_plain_arrow_ends_a_selection(left: Pane) -> None:
    press(left, (RIGHT, NONE), (RIGHT, CTRL | SHIFT), (RIGHT, NONE))
    assert (left.selection, left.caret) == (None, at(left, "It was"))


def test_the_caret_is_seen_only_where_the_keyboard_is(page: ComparePage, left: Pane) -> None:
    left.set_caret(at(left, "mine"))
    place = left.caret_rect(at(left, "mine")).center().toPoint()
    assert left.viewport().grab().toImage().pixelColor(place) == QColor(theme.LIGHT.accent)
    page.pane(Side.RIGHT).setFocus()
    assert left.viewport().grab().toImage().pixelColor(place) != QColor(theme.LIGHT.accent)


def test_a_caret_out_of_sight_is_scrolled_to(page: ComparePage, make_long: Callable[[int], Comparison]) -> None:
    page.set_comparison(make_long(60))
    pane = page.pane(Side.LEFT)
    press(pane, (RIGHT, NONE), (END, CTRL | SHIFT))
    assert pane.scroll_y > 0
    assert pane.viewport().rect().contains(pane.caret_rect(pane.caret or 0).toRect())


def test_a_text_without_sentences_takes_no_caret(page: ComparePage) -> None:
    pane = page.pane(Side.LEFT)
    press(pane, (RIGHT, SHIFT), (RIGHT, CTRL | SHIFT), (HOME, CTRL | SHIFT))
    assert (pane.caret, pane.selection) == (None, None)


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK])
def test_the_keyboards_sentence_has_a_line_of_two_pixels_in_the_accents_colour(
    page: ComparePage, left: Pane, look: theme.Theme
) -> None:
    page.set_theme(look)
    left.set_caret(at(left, "old"))
    picture = left.viewport().grab().toImage()
    line = left.caret_rect(at(left, "old")).center().toPoint()
    column = [picture.pixelColor(line.x() + 4, y) for y in range(line.y(), line.y() + 22)]
    assert column.count(QColor(look.accent)) >= 1
    assert sum(_is_near(colour, QColor(look.accent)) for colour in column) >= 2


def _is_near(one: QColor, other: QColor) -> bool:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) < 110 for a, b in parts)


HARD = [
    "Zero\u200bwidth and soft\u00adhyphen, two  blanks\tand a tab.",
    "שלום 5,000 ab חביות ביום.",
    "A family 👨\u200d👩\u200d👧 and a flag 🇰🇿 stand here.",
    "Lone \ud83d surrogate, a bell \x07 and \ufeffa mark.",
    "\u200b",
    "A\r\nB c\u0301\u0301d.",
]


@pytest.mark.parametrize("is_word", [False, True])
def test_the_caret_walks_through_any_text_and_back_without_standing_still(
    page: ComparePage, make: Callable[..., Comparison], *, is_word: bool
) -> None:
    page.set_comparison(make([HARD, HARD[::-1], *[[each] for each in HARD]], [["B."]], ""))
    pane = page.pane(Side.LEFT)
    assert pane.statement is not None
    sentences = pane.statement.sentences
    first, last = sentences[0].span.start, sentences[-1].span.end
    on = [first]
    while (following := pane.column.beside(on[-1], 1, is_word=is_word)) != on[-1]:
        on.append(following)
    assert on == sorted(set(on))
    assert on[-1] == last
    back = [last]
    while (following := pane.column.beside(back[-1], -1, is_word=is_word)) != back[-1]:
        back.append(following)
    assert back == sorted(set(back), reverse=True)
    assert back[-1] <= first + 1
    for position in on:
        left, top, bottom = pane.column.caret_extent(position)
        assert bottom - top == pane.column.setting.line_height
        assert -1 <= left <= pane.column.width + 20


def test_a_screen_reader_finds_its_way_through_any_text(page: ComparePage, make: Callable[..., Comparison]) -> None:
    page.set_comparison(make([HARD, *[[each] for each in HARD]], [["B."]], ""))
    pane = page.pane(Side.LEFT)
    text = QAccessible.queryAccessibleInterface(pane).textInterface()
    assert text is not None
    positions = []
    for offset in range(text.characterCount() + 1):
        text.setCursorPosition(offset)
        positions.append(pane.caret or 0)
    assert positions == sorted(positions)
    assert len(text.text(0, text.characterCount()).split("\n")) == len(pane.column.paragraphs)
