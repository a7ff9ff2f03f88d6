"""What a screen reader finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from statement_compare.engine.model import Comparison, Side
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
