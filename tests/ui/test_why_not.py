"""Why two sentences are no pair: asked by a key, answered below the texts, with a way to the better partner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reviewer import Reviewer
from scenario import comparison, statement

from statement_compare.engine.bundle import NO_MODEL
from statement_compare.engine.model import CompareOptions, Side
from statement_compare.engine.progress import SILENT
from statement_compare.errors import StatementCompareError
from statement_compare.session.folders import Folders
from statement_compare.ui import languages
from statement_compare.ui.why_asked import Why
from statement_compare.ui.worker import AskWhyNot, WhyNotAnswer, engine

THREE = "A1=B1:number A2!B2:date"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    reviewer = Reviewer(folders, qtbot, comparison(THREE))
    qtbot.addWidget(reviewer.window)
    yield reviewer
    reviewer.window.close()


def asked(ada: Reviewer) -> tuple[int, int]:
    request = ada.tasks.asked["why"]
    assert isinstance(request, AskWhyNot)
    return request.left, request.right


def heard(ada: Reviewer) -> list[str]:
    return ada.window.inspector.heard().splitlines()


def test_two_picked_sentences_are_asked_about_and_their_better_partner_is_a_key_away(ada: Reviewer) -> None:
    page = ada.window.page
    page.toggle_pick(Side.LEFT, 2)
    page.toggle_pick(Side.RIGHT, 1)
    ada.press("W")
    assert asked(ada) == (2, 1)
    assert heard(ada)[0] == "Why not? · L3 – R2"
    assert heard(ada)[-1] == "Both sentences are being looked at again…"
    ada.tasks.answer("why", WhyNotAnswer("A better partner was found: L2 – R2.", ((1,), (1,)), is_link=True))
    assert heard(ada)[-2:] == ["A better partner was found: L2 – R2.", "The better pair is L2 – R2. W goes there."]
    assert [page.pane(side).emphasis.chosen for side in Side] == [{2}, {1}]
    assert ada.window.presenter.finding_in_hand is None
    ada.press("W")
    assert ada.chosen == ((1,), (1,))
    assert heard(ada)[0].startswith("≠ Contradiction")


def test_an_unanswered_sentence_is_asked_about_with_its_nearest(ada: Reviewer) -> None:
    ada.press("2", CTRL)
    ada.press("W")
    left, right = asked(ada)
    assert left in ada.state.comparison.only_left  # type: ignore[union-attr]
    ada.tasks.answer("why", WhyNotAnswer("They have too little in common.", ((left,), (3,))))
    assert heard(ada)[-1] == f"The nearest is L{left + 1} – R4. W goes there."
    ada.press("W")
    assert asked(ada) == (left, 3)
    assert right != 3 or left


def test_an_answer_that_comes_too_late_is_for_nobody(ada: Reviewer) -> None:
    ada.press("W")
    ada.press("Down")
    shown = heard(ada)
    ada.tasks.answer("why", WhyNotAnswer("Too late."))
    assert heard(ada) == shown


def test_why_there_is_no_answer_is_told_in_its_place(ada: Reviewer) -> None:
    ada.press("W")
    ada.tasks.refuse("why", StatementCompareError("out_of_memory", "No memory."))
    assert "not enough memory" in heard(ada)[-1]


def test_without_a_sentence_nothing_is_asked(ada: Reviewer) -> None:
    for side in Side:
        ada.window.page.pane(side).set_cursor(None)
    ada.press("W")
    assert "why" not in ada.tasks.asked
    assert ada.said == "Go to a sentence on each side first, or pick one there."


def test_the_worker_says_why_in_a_sentence_and_names_a_partner() -> None:
    left = statement("The port ships 5,000 barrels of oil a day.", "Rain fell on the hills.", path="/a.txt")
    right = statement("The port ships 1,000 barrels of oil a day.", "Goats eat the old hats.", path="/b.txt")
    made = comparison("A1!B1:number", left, right)
    options = CompareOptions(languages=("en", "en"), use_model=False, model=NO_MODEL)
    answer = engine()(AskWhyNot(made, 0, 1, options), SILENT, print)
    assert isinstance(answer, WhyNotAnswer)
    assert answer.words[0].isupper()
    assert answer.words.endswith(".")
    assert (answer.partner, answer.is_link) == (((0,), (0,)), True)


def test_the_answer_is_asked_for_in_the_language_of_the_window_and_again_in_another(ada: Reviewer) -> None:
    ada.window.presenter.show_why(Why(0, 1, "told"))
    languages.use("ru")
    try:
        ada.window.retranslate()
        asked = ada.tasks.asked["why"]
    finally:
        languages.use("en")
    assert isinstance(asked, AskWhyNot)
    assert (asked.left, asked.right, asked.language) == (0, 1, "ru")
