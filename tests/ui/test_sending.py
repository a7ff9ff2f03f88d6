"""What a person takes out of the window beside a report."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from reviewer import Reviewer

from statement_compare.engine.model import Side, Verdict
from statement_compare.session.edits import SetVerdict
from statement_compare.session.folders import Folders
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.menus import finding_menu, passage_menu

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    reviewer = Reviewer(folders, qtbot)
    qtbot.addWidget(reviewer.window)
    yield reviewer
    reviewer.window.close()


def clipboard() -> tuple[str, str]:
    data = QGuiApplication.clipboard().mimeData()
    return data.text(), data.html()


def test_a_key_copies_the_finding_as_plain_and_as_marked_text(ada: Reviewer) -> None:
    QGuiApplication.clipboard().clear()
    ada.press("C", CTRL)
    plain, html = clipboard()
    assert plain.splitlines()[:2] == ["≠ Contradiction · date", "Left 2 against Right 2"]
    assert "L2 “Left 2 is so.”" in plain
    assert "<b>Left 2</b> is so." in html
    assert ada.said == "Copied."


def test_the_second_key_does_it_wherever_the_keyboard_is(ada: Reviewer) -> None:
    ada.window.page.focus_side(Side.LEFT)
    ada.act("select_all")
    ada.press("C", CTRL | SHIFT)
    assert clipboard()[0].startswith("≠ Contradiction · date")
    ada.press("C", CTRL)
    assert clipboard()[0] == "Left 1 is so. Left 2 is so. Left 3 is so. Left 4 is so."


def test_a_quote_tells_the_verdict_that_stands(ada: Reviewer) -> None:
    pair = ada.chosen
    assert pair is not None
    ada.controller.edit(SetVerdict(pair, Verdict.UNCLEAR, "other years"))
    ada.act("copy")
    plain = clipboard()[0]
    assert plain.startswith("? Unclear\nproposed as contradiction:")
    assert "Decision: changed from contradiction to unclear by Ada: other years" in plain


def test_of_an_unanswered_sentence_the_lines_that_are_shown_are_copied(ada: Reviewer) -> None:
    ada.window.panel.unanswered_chosen.emit(Unanswered(Side.RIGHT, 2))
    ada.act("copy")
    assert clipboard()[0].startswith("∅ Unanswered")


def test_both_menus_offer_it_once(ada: Reviewer) -> None:
    window, actions = ada.window, ada.window.actions_by_id
    for menu in (
        finding_menu(window, actions),
        passage_menu(window, actions, Side.LEFT, is_linked=True, has_selection=False),
        passage_menu(window, actions, Side.LEFT, is_linked=False, has_selection=False),
    ):
        assert [action.objectName() for action in menu.actions()].count("copy") == 1
        menu.deleteLater()
