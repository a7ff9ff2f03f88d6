"""A sentence that was misread is put right in place, and nothing that was decided is lost by it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from reviewer import FOUR, L2_R2, Reviewer
from scenario import comparison, statement
from screen_reader import nameless
from shiboken6 import isValid

from statement_compare.engine.model import Side
from statement_compare.errors import StatementCompareError
from statement_compare.session.edits import SetNote
from statement_compare.session.folders import Folders
from statement_compare.session.review import Correction
from statement_compare.ui.correcting import SentenceField
from statement_compare.ui.worker import Compare

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    made = Reviewer(folders, qtbot)
    made.press("3", CONTROL)
    made.press("Space")
    made.press("F2")
    yield made
    made.window.close()
    made.window.deleteLater()


def give(ada: Reviewer, text: str) -> Compare:
    """Type a text over the sentence and confirm it; what is asked then."""
    assert isinstance(ada.focus, SentenceField)
    ada.type(text)
    ada.press("Return")
    request = ada.tasks.asked["correct"]
    assert isinstance(request, Compare)
    return request


def take(ada: Reviewer, request: Compare) -> None:
    """Answer with the same links between the texts as they were then, of which one has another verdict."""
    made = comparison("A1=B1:number A2~B2:date A3!B3:number A4~B4:modality", request.left, request.right)
    ada.tasks.answer("correct", made)


def correct(ada: Reviewer, text: str) -> Compare:
    """Type a text over the sentence, confirm it, and have it compared."""
    request = give(ada, text)
    take(ada, request)
    return request


@contextmanager
def in_another_window(ada: Reviewer) -> Iterator[None]:
    """The keyboard is in another window, in which a person looks something up, and comes back."""
    other = QWidget()
    other.show()
    other.activateWindow()
    ada.qtbot.waitUntil(other.isActiveWindow)
    yield
    ada.window.activateWindow()
    ada.qtbot.waitUntil(ada.window.isActiveWindow)
    other.close()
    other.deleteLater()


def typed(ada: Reviewer, words: str) -> SentenceField:
    ada.type(words)
    assert isinstance(ada.focus, SentenceField)
    return ada.focus


def is_there(field: SentenceField) -> bool:
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return isValid(field) and field.isVisible()


def test_a_sentence_is_corrected_in_place_and_another_verdict_lets_a_confirmation_lapse(ada: Reviewer) -> None:
    request = correct(ada, "Left 2 is 5,000 barrels.")
    assert request.left.source.text == "Left 1 is so. Left 2 is 5,000 barrels. Left 3 is so. Left 4 is so."
    assert ada.review.corrections == (Correction(Side.LEFT, 1, "Left 2 is so.", "Left 2 is 5,000 barrels."),)
    assert not ada.decision().is_confirmed
    assert ada.chosen == L2_R2
    assert "L2 was read as: Left 2 is so." in ada.window.inspector.heard()
    assert ada.window.status.field("changes") == "1 confirmation lapsed"
    left = ada.state.left.statement
    assert left is not None
    assert left.sentences[1].text == "Left 2 is 5,000 barrels."
    assert ada.focus is ada.window.page.pane(Side.LEFT)


def test_a_correction_is_undone_with_its_text(ada: Reviewer) -> None:
    correct(ada, "Left 2 is 5,000 barrels.")
    assert ada.window.actions_by_id["undo"].text() == "Undo: correct the text"
    ada.press("Z", CONTROL)
    assert ada.review.comparison.left.sentences[1].text == "Left 2 is so."
    assert ada.window.page.pane(Side.LEFT).statement == ada.review.comparison.left
    assert ada.decision().is_confirmed
    ada.press("Z", CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert ada.review.comparison.left.sentences[1].text == "Left 2 is 5,000 barrels."


def test_a_second_correction_keeps_the_first(ada: Reviewer) -> None:
    correct(ada, "Left 2 is 5,000 barrels.")
    ada.press("F6")
    ada.press("F2")
    correct(ada, "Right 2 was so.")
    assert [each.original for each in ada.review.corrections] == ["Left 2 is so.", "Right 2 is so."]


def test_escape_leaves_the_sentence_as_it_is(ada: Reviewer) -> None:
    ada.type("abc")
    ada.press("Escape")
    assert ada.focus is ada.window.page.pane(Side.LEFT)
    assert "correct" not in ada.tasks.asked
    assert ada.decision().is_confirmed


def test_the_same_words_are_no_correction(ada: Reviewer) -> None:
    ada.press("Return")
    assert ada.said == "The sentence stays as it is."
    assert "correct" not in ada.tasks.asked


def test_a_correction_that_cannot_be_compared_leaves_the_text(ada: Reviewer) -> None:
    ada.type("Left 2 is 5,000 barrels.")
    ada.press("Return")
    ada.tasks.refuse("correct", StatementCompareError("out_of_memory", "No room."))
    assert ada.said.startswith("There is not enough memory")
    assert ada.review.corrections == ()


def test_a_correction_waits_while_the_texts_are_compared(ada: Reviewer) -> None:
    ada.press("Escape")
    ada.document.put(replace(ada.state, is_comparing=True))
    ada.press("F2")
    assert ada.said == "This goes once the texts are compared."


def test_closing_the_pair_leaves_the_field(ada: Reviewer) -> None:
    field = ada.focus
    assert isinstance(field, SentenceField)
    ada.act("close_pair")
    assert ada.window.start_page.isVisible()
    assert not field.isVisible()
    assert "correct" not in ada.tasks.asked


def test_what_is_typed_stays_while_a_person_looks_at_another_window(ada: Reviewer) -> None:
    field = typed(ada, "Left 2 is")
    with in_another_window(ada):
        assert is_there(field)
    assert is_there(field)
    assert ada.focus is field
    request = give(ada, " 5,000 barrels.")
    assert request.left.sentences[1].text == "Left 2 is 5,000 barrels."


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_is_typed_stays_while_its_own_menu_is_open(ada: Reviewer, qtbot: QtBot) -> None:
    field = typed(ada, "Left 2 is ")
    QGuiApplication.clipboard().setText("5,000 barrels.")
    chosen: list[str] = []

    def paste() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(each for each in menu.actions() if each.objectName() == "edit-paste")
        chosen.append(action.objectName())
        menu.setActiveAction(action)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(100, paste)
    place = QPoint(10, 10)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, field.mapToGlobal(place))
    QApplication.sendEvent(field.viewport(), asked)
    qtbot.waitUntil(lambda: bool(chosen))
    assert is_there(field)
    assert field.toPlainText() == "Left 2 is 5,000 barrels."


def test_what_is_typed_stays_while_the_menus_of_the_window_are_looked_at(ada: Reviewer, qtbot: QtBot) -> None:
    field = typed(ada, "Left 2 is")
    bar = ada.window.menuBar()
    bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
    assert is_there(field)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert is_there(field)
    assert field.toPlainText() == "Left 2 is"


@pytest.mark.parametrize("key", ["F6", "Tab"])
def test_the_field_goes_as_the_keyboard_goes_elsewhere_in_the_window(ada: Reviewer, key: str) -> None:
    field = typed(ada, "Left 2 is")
    ada.press(key)
    assert not is_there(field)
    assert "correct" not in ada.tasks.asked


def test_the_field_goes_at_a_press_in_the_text(ada: Reviewer, qtbot: QtBot) -> None:
    field = typed(ada, "Left 2 is")
    pane = ada.window.page.pane(Side.RIGHT)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=pane.sentence_rect(0).center())
    assert not is_there(field)


def test_the_field_of_another_sentence_takes_the_place_of_the_first(ada: Reviewer) -> None:
    field = typed(ada, "Left 2 is")
    ada.act("correct")
    assert not is_there(field)
    assert isinstance(ada.focus, SentenceField)


def test_the_field_goes_with_its_text_while_another_window_has_the_keyboard(ada: Reviewer) -> None:
    field = typed(ada, "Left 2 is")
    with in_another_window(ada):
        ada.controller.close_pair()
        assert not is_there(field)
        ada.read_both()
        assert [each for each in ada.window.findChildren(SentenceField) if each.isVisible()] == []


def test_what_was_asked_of_one_pair_is_not_put_into_a_session_that_was_opened_meanwhile(
    ada: Reviewer, tmp_path: Path
) -> None:
    ada.press("Escape")
    other = tmp_path / "other.stcmp"
    ada.controller.files.save(other)
    ada.act("close_pair")
    ada.read_both()
    ada.tasks.answer_comparing(comparison(FOUR))
    ada.press("3", CONTROL)
    ada.press("F2")
    give(ada, "Left 1 is 5,000 barrels.")
    ada.controller.files.open(other)
    assert "correct" not in ada.tasks.asked
    assert (ada.decision().is_confirmed, ada.review.corrections, ada.review.lost) == (True, (), ())
    assert ada.state.redo_name is None
    ada.act("correct")
    assert isinstance(ada.focus, SentenceField)  # nothing is waited for any more


def test_a_correction_is_not_taken_where_its_texts_were_compared_otherwise_meanwhile(ada: Reviewer) -> None:
    correct(ada, "Left 2 is 5,000 barrels.")
    ada.press("F6")
    ada.press("F2")
    request = give(ada, "Right 2 was so.")
    ada.act("undo")
    take(ada, request)
    assert ada.review.corrections == ()
    assert ada.said == "This goes once the texts are compared."
    assert ada.state.redo_name == ("edit.corrected", {})


def test_what_is_decided_while_a_correction_is_compared_stays_beside_it(ada: Reviewer) -> None:
    request = give(ada, "Left 2 is 5,000 barrels.")
    ada.controller.edit(SetNote(L2_R2, "ask"))
    take(ada, request)
    assert (ada.decision().note, len(ada.review.corrections)) == ("ask", 1)


def read_anew(ada: Reviewer, left: str, right: str = "Right 1 is so. Right 2 is so.") -> None:
    """The texts are read again and shown, and are being compared."""
    ada.controller.compare_again()
    ada.tasks.answer_reading("left", left)
    ada.tasks.answer_reading("right", right)


def test_the_field_goes_with_its_sentence_where_the_text_is_read_anew(ada: Reviewer) -> None:
    field = typed(ada, "Left 2 is 5,000 barrels.")
    read_anew(ada, "Left 0 is new. Left 1 is so. Left 2 is so.")
    assert not is_there(field)
    assert ada.said == "This goes once the texts are compared."
    left, right = (ada.state.side(side).statement for side in Side)
    ada.tasks.answer_comparing(comparison("A1=B1 A2!B2", left, right))
    assert "correct" not in ada.tasks.asked


@pytest.mark.parametrize("left", ["Left 1 is so.", "Another one."])
def test_the_field_goes_with_its_sentence_where_the_text_is_shorter_by_it(ada: Reviewer, left: str) -> None:
    field = typed(ada, "Left 2 is")
    read_anew(ada, left)
    assert not is_there(field)


def test_the_field_goes_as_the_sides_are_swapped_and_the_other_text_is_shorter(folders: Folders, qtbot: QtBot) -> None:
    left, right = statement("Left 1 is so.", "Left 2 is so."), statement("Right 1 is so.")
    ada = Reviewer(folders, qtbot, comparison("A2!B1:date", left, right))
    ada.press("3", CONTROL)
    ada.press("F2")
    field = typed(ada, "Left 2 is")
    ada.act("swap")
    assert not is_there(field)
    ada.window.close()
    ada.window.deleteLater()


def test_what_is_typed_stays_where_its_sentence_is_read_anew_and_is_taken_once_the_texts_are_compared(
    ada: Reviewer,
) -> None:
    field = typed(ada, "Left 2 is 5,000 barrels.")
    read_anew(ada, "Left 1 is so. Left 2 is so. Left 3 is new.")
    ada.press("Return")
    assert (is_there(field), ada.said) == (True, "This goes once the texts are compared.")
    assert "correct" not in ada.tasks.asked
    left, right = (ada.state.side(side).statement for side in Side)
    ada.tasks.answer_comparing(comparison("A1=B1 A2!B2", left, right))
    ada.press("Return")
    request = ada.tasks.asked["correct"]
    assert isinstance(request, Compare)
    assert request.left.sentences[1].text == "Left 2 is 5,000 barrels."
    assert not is_there(field)


def test_the_field_has_a_name(ada: Reviewer) -> None:
    assert isinstance(ada.focus, SentenceField)
    assert ada.focus.accessibleName() == "L2, corrected text; Return takes it, Escape leaves it"
    assert nameless(ada.window.page) == []
