"""What a screen reader finds."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface, QColor
from PySide6.QtTest import QTest

from statement_compare.engine.model import Comparison, Side
from statement_compare.ui import theme
from statement_compare.ui.compare.mirror import Mirror
from statement_compare.ui.compare.page import ComparePage


@pytest.fixture
def both(make: Callable[..., Comparison]) -> Comparison:
    return make([["The mine is [closed].", "It was old."]], [["It is [open]."]], "1!1")


def interface(page: ComparePage, side: Side) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(page.pane(side))
    assert found is not None
    return found


def test_a_sentence_is_heard_with_its_verdict_first_and_its_place_last(page: ComparePage, both: Comparison) -> None:
    page.set_comparison(both)
    pane = interface(page, Side.LEFT)
    assert pane.childCount() == 2
    assert [pane.child(number).text(QAccessible.Text.Name) for number in range(2)] == [
        "Contradiction. The mine is closed. Left, 1 of 2.",
        "Unanswered. It was old. Left, 2 of 2.",
    ]


def test_the_sentence_on_the_screen_is_found_by_its_place(page: ComparePage, both: Comparison) -> None:
    page.set_comparison(both)
    pane = interface(page, Side.LEFT)
    place = pane.child(0).rect()
    found = pane.childAt(place.left() + 30, place.center().y())
    assert pane.indexOfChild(found) == 0
    assert found.parent().role() == QAccessible.Role.Document


def test_the_chosen_sentence_is_selected(page: ComparePage, both: Comparison) -> None:
    page.set_comparison(both)
    page.choose_link(0)
    states = [interface(page, Side.LEFT).child(number).state() for number in range(2)]
    assert [bool(state.selected) for state in states] == [True, False]


def test_an_empty_side_is_heard_with_what_to_do(page: ComparePage) -> None:
    pane = interface(page, Side.RIGHT)
    assert pane.childCount() == 0
    assert "empty" in pane.text(QAccessible.Text.Name)
    page.set_keys({Side.LEFT: "Ctrl+O", Side.RIGHT: "Ctrl+Shift+O"}, "Ctrl+V")
    assert "Ctrl+Shift+O" in pane.text(QAccessible.Text.Description)


def test_a_sentence_of_a_text_that_is_gone_is_no_longer_valid(page: ComparePage, both: Comparison) -> None:
    page.set_comparison(both)
    sentence = interface(page, Side.LEFT).child(1)
    page.set_statement(Side.LEFT, None)
    assert not sentence.isValid()
    assert sentence.text(QAccessible.Text.Name) == ""


def test_the_marked_words_of_a_sentence_are_told(page: ComparePage, make: Callable[..., Comparison]) -> None:
    page.set_comparison(
        make([["The mine is [closed for good]. It was old.", "All [agree]."]], [["[Open]."]], "1!1 2=1")
    )
    pane = interface(page, Side.LEFT)
    assert [pane.child(number).text(QAccessible.Text.Description) for number in range(2)] == [
        "Marked words: closed for good.",
        "",
    ]


def test_two_sentences_on_a_line_have_boxes_of_their_own(page: ComparePage, both: Comparison) -> None:
    page.set_comparison(both)
    page.grab()
    pane = interface(page, Side.LEFT)
    first, second = (pane.child(number).rect() for number in range(2))
    assert first.right() < second.left()
    assert first.top() == second.top()
    assert pane.indexOfChild(pane.childAt(second.center().x(), second.center().y())) == 1


def test_a_sentence_over_several_lines_has_a_box_around_all_of_them(
    page: ComparePage, make: Callable[..., Comparison]
) -> None:
    page.set_comparison(make([["Very long words go on and on and on without an end here " * 4 + "."]], [["B."]], ""))
    page.grab()
    column = page.pane(Side.LEFT).column
    assert column.layout(0).line_count > 2
    box = interface(page, Side.LEFT).child(0).rect()
    assert box.height() == column.layout(0).line_count * column.setting.line_height


# Reading by letter, word and caret


@pytest.fixture
def texts(page: ComparePage, make: Callable[..., Comparison]) -> ComparePage:
    left = [["The mine 😀 is [closed].", "It was old."], ["Nobody\n knew."]]
    page.set_comparison(make(left, [["It is [open]."]], "1!1"))
    return page


def text_of(page: ComparePage, side: Side = Side.LEFT) -> QAccessibleTextInterface:
    found = interface(page, side).textInterface()
    assert found is not None
    return found


WHOLE = "The mine 😀 is closed. It was old.\nNobody knew."


def units(words: str) -> int:
    """Where words stand in the text as Qt counts, the sign beyond the first 65,536 as two."""
    return len(WHOLE[: WHOLE.index(words)].encode("utf-16-le")) // 2


def test_a_pane_is_read_as_one_text_with_a_paragraph_a_line(texts: ComparePage) -> None:
    text = text_of(texts)
    assert text.text(0, text.characterCount()) == WHOLE
    assert text.text(units("closed"), units("closed") + 6) == "closed"
    state = interface(texts, Side.LEFT).state()
    assert (state.readOnly, state.multiLine, state.selectableText) == (True, True, True)


def test_a_screen_reader_follows_the_caret_and_the_selection(texts: ComparePage) -> None:
    pane = texts.pane(Side.LEFT)
    pane.set_caret(texts.comparison.left.source.text.index("closed"))  # type: ignore[union-attr]
    assert text_of(texts).cursorPosition() == units("closed")
    assert text_of(texts).selectionCount() == 0
    QTest.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert text_of(texts).selectionCount() == 1
    assert selection_of(text_of(texts)) == (units("closed"), units(". It"))


def selection_of(text: QAccessibleTextInterface) -> tuple[int, int]:
    """As a screen reader asks: by the pointers that PySide6 leaves out, at the third place of the class's table."""
    (address,) = shiboken6.getCppPointer(text)
    table = ctypes.cast(ctypes.cast(address, ctypes.POINTER(ctypes.c_void_p))[0], ctypes.POINTER(ctypes.c_void_p))
    pointer = ctypes.POINTER(ctypes.c_int)
    call = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, pointer, pointer)(table[2])
    start, end = ctypes.c_int(-1), ctypes.c_int(-1)
    call(address, 0, start, end)
    return start.value, end.value


def test_a_screen_reader_puts_the_caret_and_selects(texts: ComparePage) -> None:
    pane = texts.pane(Side.LEFT)
    source = texts.comparison.left.source.text  # type: ignore[union-attr]
    text_of(texts).setCursorPosition(units("knew"))
    assert (pane.caret, pane.emphasis.cursor) == (source.index("knew"), 2)
    text_of(texts).setSelection(0, units("old"), units("old") + 3)
    text_of(texts).addSelection(units("old"), units("old") + 3)
    assert pane.selected_text() == "old"


def test_marked_words_have_a_colour_and_a_line_that_a_screen_reader_can_tell(texts: ComparePage) -> None:
    text_of(texts)
    mirror = texts.pane(Side.LEFT).findChild(Mirror)
    assert mirror is not None
    cursor = mirror.textCursor()
    grounds = {}
    for words in ("mine", "closed", "old"):
        cursor.setPosition(units(words) + 1)
        grounds[words] = (cursor.charFormat().background().color(), cursor.charFormat().fontUnderline())
    assert grounds["closed"] == (QColor(theme.LIGHT.contradiction_words), True)
    assert grounds["mine"] == grounds["old"] != grounds["closed"]


def test_letters_are_where_they_are_painted(texts: ComparePage) -> None:
    pane = texts.pane(Side.LEFT)
    source = texts.comparison.left.source.text  # type: ignore[union-attr]
    for words in ("The", "mine", "closed"):
        text = text_of(texts)
        box = text.characterRect(units(words))
        painted = pane.caret_rect(source.index(words)).translated(pane.viewport().mapToGlobal(QPoint(0, 0)))
        assert abs(box.left() - painted.left()) <= 2
        assert abs(box.center().y() - painted.center().y()) <= 3
        assert text.offsetAtPoint(box.center()) == units(words)
    pane.set_caret(source.index("old"))
    painted = pane.caret_rect(source.index("old")).translated(pane.viewport().mapToGlobal(QPoint(0, 0)))
    assert abs(text_of(texts).characterRect(units("old")).left() - painted.left()) <= 2


def test_another_text_is_read_at_once_and_an_empty_side_has_none(
    texts: ComparePage, make: Callable[..., Comparison]
) -> None:
    text_of(texts)
    texts.set_comparison(make([["Short."]], [["B."]], ""))
    assert text_of(texts).text(0, text_of(texts).characterCount()) == "Short."
    texts.set_statement(Side.LEFT, None)
    assert interface(texts, Side.LEFT).textInterface() is None


def test_what_a_pane_has_not_is_none_and_its_action_stays(texts: ComparePage) -> None:
    pane = interface(texts, Side.LEFT)
    others = (pane.valueInterface, pane.tableCellInterface, pane.selectionInterface, pane.editableTextInterface)
    assert [ask() for ask in others] == [None] * 4
    action = pane.actionInterface()
    assert action is not None
    assert "SetFocus" in action.actionNames()


def test_keys_are_told_to_a_screen_reader_that_listens_and_do_no_harm_on_an_empty_side(texts: ComparePage) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    keys = [(Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Right, both)]
    QAccessible.setActive(True)
    try:
        for side in Side:
            text_of(texts, side)
        pane = texts.pane(Side.LEFT)
        for key, modifiers in keys:
            QTest.keyClick(pane, key, modifiers)
        pane.select_all()
        assert selection_of(text_of(texts)) == (0, text_of(texts).characterCount())
        texts.set_statement(Side.LEFT, None)
        for key, modifiers in keys:
            QTest.keyClick(pane, key, modifiers)
        pane.select_all()
        assert interface(texts, Side.LEFT).textInterface() is None
    finally:
        QAccessible.setActive(False)
