"""A sentence that was misread is put right in place, and nothing that was decided is lost by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reviewer import FOUR, L2_R2, Reviewer
from scenario import comparison
from screen_reader import nameless

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


def test_a_field_over_a_text_that_was_read_anew_corrects_no_other_sentence(ada: Reviewer) -> None:
    ada.controller.compare_again()
    for side, word in zip(("left", "right"), ("Left", "Right"), strict=True):
        ada.tasks.answer_reading(side, f"{word} 0 is new. {word} 1 is so. {word} 2 is so.")
    left, right = (ada.state.side(side).statement for side in Side)
    ada.tasks.answer_comparing(comparison("A1=B1 A2=B2 A3!B3", left, right))
    ada.type("Left 2 is 5,000 barrels.")
    ada.press("Return")
    assert "correct" not in ada.tasks.asked
    assert ada.said == "This goes once the texts are compared."


def test_the_field_has_a_name(ada: Reviewer) -> None:
    assert isinstance(ada.focus, SentenceField)
    assert ada.focus.accessibleName() == "L2, corrected text; Return takes it, Escape leaves it"
    assert nameless(ada.window.page) == []
