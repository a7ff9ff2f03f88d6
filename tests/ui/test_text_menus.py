"""The menu of a place in a text is about the sentence there, whatever sentence the keyboard was at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from reviewer import Reviewer
from scenario import statement

from statement_compare.engine.model import Comparison, Link, Role, Side, Span, Verdict
from statement_compare.session.folders import Folders
from statement_compare.session.query import Filter
from statement_compare.session.review import pair_of
from statement_compare.ui import languages
from statement_compare.ui.compare.pane import Pane
from statement_compare.ui.correcting import SentenceField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a menu asks for the keyboard
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = statement("Left 1 is so.", "Left 2 is so.", "Left 3 is so.", "Left 4 is so.")
RIGHT = statement("Right 1 is so.", "Right 2 is so.", "Right 3 is so.")
JOINED = Link((0, 1), (0,), 0.5, Verdict.CONTRADICTION, 0.9, ())
OTHER = Link((2,), (1, 2), 0.5, Verdict.AGREEMENT, 0.9, ())


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    """At L1 of the finding L1, 2 – R1; L3 – R2, 3 is another one, and L4 is in none."""
    made = Reviewer(folders, qtbot, Comparison(LEFT, RIGHT, (JOINED, OTHER), (3,), ()))
    made.press("3", CONTROL)
    yield made
    made.window.close()
    made.window.deleteLater()
    languages.use("en")


def place_of(pane: Pane, sentence: int) -> QPoint:
    """A point at a sentence, or for -1 one beside all of them."""
    where = pane.viewport().rect() if sentence < 0 else pane.sentence_rect(sentence)
    points = (
        QPoint(x, y) for y in range(where.top(), where.bottom(), 4) for x in range(where.left(), where.right(), 4)
    )
    return next(at for at in points if pane.sentence_at(QPointF(at)) == (None if sentence < 0 else sentence))


def open_menu(ada: Reviewer, side: Side, sentence: int, reason: QContextMenuEvent.Reason) -> list[str]:
    """Open the menu at a sentence; what it offers."""
    pane = ada.window.page.pane(side)
    place = place_of(pane, sentence)
    if reason is QContextMenuEvent.Reason.Mouse:
        ada.qtbot.mouseClick(pane.viewport(), Qt.MouseButton.RightButton, pos=place)
    QApplication.sendEvent(pane.viewport(), QContextMenuEvent(reason, place, pane.viewport().mapToGlobal(place)))
    (menu,) = [each for each in ada.window.findChildren(QMenu) if each.isVisible()]
    offered = [action.objectName() for action in menu.actions()]
    menu.close()
    return offered


def right_click(ada: Reviewer, side: Side, sentence: int) -> list[str]:
    return open_menu(ada, side, sentence, QContextMenuEvent.Reason.Mouse)


def roles(ada: Reviewer, side: Side) -> list[Role]:
    made = ada.review.comparison
    return [each.role for each in (made.left if side is Side.LEFT else made.right).sentences]


@pytest.mark.parametrize(("side", "sentence"), [(Side.LEFT, 1), (Side.LEFT, 0), (Side.LEFT, 2), (Side.RIGHT, 2)])
def test_another_role_is_given_to_the_sentence_under_the_pointer(ada: Reviewer, side: Side, sentence: int) -> None:
    assert "correct" in right_click(ada, side, sentence)
    ada.act("role_courtesy")
    assert [i for i, role in enumerate(roles(ada, side)) if role is Role.COURTESY] == [sentence]


def test_the_sentence_under_the_pointer_is_put_right(ada: Reviewer) -> None:
    right_click(ada, Side.LEFT, 1)
    ada.act("correct")
    assert isinstance(ada.focus, SentenceField)
    assert ada.focus.accessibleName().startswith("L2,")


def test_the_sentence_under_the_pointer_is_picked(ada: Reviewer) -> None:
    right_click(ada, Side.LEFT, 1)
    ada.act("pick")
    assert ada.window.page.picked_names == "L2"


def test_the_finding_under_the_pointer_is_chosen(ada: Reviewer) -> None:
    right_click(ada, Side.RIGHT, 2)
    assert ada.chosen == pair_of(OTHER)


def test_a_finding_that_the_filter_left_out_is_in_hand_again(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(verdicts=frozenset({Verdict.AGREEMENT})))
    assert ada.window.presenter.finding_in_hand is None
    right_click(ada, Side.LEFT, 1)
    assert ada.window.presenter.finding_in_hand == JOINED


def test_beside_all_sentences_the_keyboard_stays_where_it_is(ada: Reviewer) -> None:
    ada.press("Right")
    before = ada.window.page.chosen_sentence(Side.LEFT)
    assert "correct" not in right_click(ada, Side.LEFT, -1)
    assert ada.window.page.chosen_sentence(Side.LEFT) == before


def test_a_sentence_in_no_finding_leaves_the_one_that_is_chosen(ada: Reviewer) -> None:
    assert "correct" not in right_click(ada, Side.LEFT, 3)
    assert ada.chosen == pair_of(JOINED)


def test_what_is_selected_stays_so(ada: Reviewer) -> None:
    pane = ada.window.page.pane(Side.LEFT)
    pane.select(Span(0, 4))
    assert "copy_text" in right_click(ada, Side.LEFT, 1)
    assert pane.selection == Span(0, 4)


def test_the_key_for_the_menu_is_about_the_sentence_that_the_keyboard_is_at(ada: Reviewer) -> None:
    ada.press("Right")
    open_menu(ada, Side.LEFT, 0, QContextMenuEvent.Reason.Keyboard)
    assert ada.window.page.chosen_sentence(Side.LEFT) == 1
