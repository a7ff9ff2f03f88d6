"""Keys that act on a sentence act on that of the card that is chosen, wherever the caret was in the texts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reviewer import Reviewer
from scenario import comparison

from statement_compare.engine.fact_rows import Kind, Place, Relation, Row
from statement_compare.engine.model import Role, Side, Span
from statement_compare.session.folders import Folders
from statement_compare.ui.correcting import SentenceField
from statement_compare.ui.findings.model import Unanswered

CONTROL = Qt.KeyboardModifier.ControlModifier
L4, R3, R4 = Unanswered(Side.LEFT, 3), Unanswered(Side.RIGHT, 2), Unanswered(Side.RIGHT, 3)


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    """Somebody whose caret is at L4, in a comparison that leaves L3, L4, R3 and R4 unanswered."""
    made = Reviewer(folders, qtbot, comparison("A1!B1:number A2=B2"))
    made.press("3", CONTROL)
    for _ in range(3):
        made.press("Right")
    assert made.window.page.focused_side is Side.LEFT
    assert made.window.page.chosen_sentence(Side.LEFT) == 3
    yield made
    made.window.close()
    made.window.deleteLater()


def at_card(ada: Reviewer, row: Unanswered) -> None:
    """Go to a card in the list of unanswered sentences with the keyboard."""
    ada.press("2", CONTROL)
    cards = ada.window.panel.unanswered_list
    for _ in range(9):
        here = cards.row or 0
        if cards.rows[here] == row:
            return
        ada.press("Down" if here < cards.rows.index(row) else "Up")


def corrected(ada: Reviewer) -> str:
    assert isinstance(ada.focus, SentenceField)
    return ada.focus.toPlainText()


def test_the_sentence_of_the_chosen_card_is_corrected(ada: Reviewer) -> None:
    at_card(ada, R4)
    ada.press("F2")
    assert corrected(ada) == "Right 4 is so."


def test_return_goes_to_the_sentence_of_the_chosen_card_and_picking_picks_it(ada: Reviewer) -> None:
    at_card(ada, R3)
    ada.press("Return")
    assert ada.focus is ada.window.page.pane(Side.RIGHT)
    ada.press("Space", CONTROL)
    assert (ada.window.page.picked(Side.LEFT), ada.window.page.picked(Side.RIGHT)) == ((), (2,))


def test_what_the_menu_says_of_a_sentence_is_said_of_that_of_the_chosen_card(ada: Reviewer) -> None:
    at_card(ada, R4)
    ada.act("pick")
    assert ada.window.page.picked(Side.RIGHT) == (3,)
    ada.act("role_opinion")
    assert ada.review.comparison.right.sentences[3].role is Role.OPINION
    assert ada.review.comparison.left.sentences[3].role is Role.CLAIM


def test_a_card_that_was_chosen_before_is_in_hand_when_the_keyboard_comes_back_to_it(ada: Reviewer) -> None:
    at_card(ada, R4)
    ada.press("1", CONTROL)
    ada.press("Down")
    ada.press("2", CONTROL)
    assert ada.window.presenter.unanswered == R4
    ada.press("F2")
    assert corrected(ada) == "Right 4 is so."


def test_the_caret_comes_along_when_the_next_unanswered_sentence_is_on_the_other_side(ada: Reviewer) -> None:
    at_card(ada, L4)
    ada.press("Return")
    ada.press("Down", Qt.KeyboardModifier.AltModifier)
    assert ada.window.presenter.unanswered == R3
    assert ada.focus is ada.window.page.pane(Side.RIGHT)
    ada.press("F2")
    assert corrected(ada) == "Right 3 is so."


def test_a_fact_of_one_side_alone_is_corrected_there(ada: Reviewer) -> None:
    span = ada.review.comparison.right.sentences[3].span
    row = Row(Kind.FIGURE, Relation.ONLY_RIGHT, (), (Place(3, Span(span.start, span.start + 5)),))
    ada.press("4", CONTROL)
    ada.tasks.answer("facts", (row,))
    ada.press("F2")
    assert corrected(ada) == "Right 4 is so."


def test_the_chosen_finding_is_in_hand_when_the_keyboard_comes_to_its_list(ada: Reviewer) -> None:
    assert ada.window.presenter.unanswered == L4
    ada.window.panel.findings_list.setFocus(Qt.FocusReason.TabFocusReason)
    assert ada.window.presenter.finding_in_hand == ada.state.chosen
    ada.press("F2")
    assert corrected(ada) == "Left 2 is so."


def test_unanswered_sentences_show_their_cards_after_the_facts(ada: Reviewer) -> None:
    ada.press("4", CONTROL)
    ada.tasks.answer("facts", ())
    ada.press("2", CONTROL)
    panel = ada.window.panel
    assert panel.unanswered_list.isVisible()
    assert not panel.findings_list.isVisible()
    assert ada.focus is panel.unanswered_list
