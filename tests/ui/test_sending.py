"""What a person takes out of the window beside a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from answered import answer
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from reviewer import Reviewer
from scenario import comparison, statement
from screen_reader import nameless

from statement_compare.engine.model import Side, Verdict
from statement_compare.engine.progress import SILENT
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets.claim_review import Gap
from statement_compare.session.edits import Dismiss, SetVerdict
from statement_compare.session.folders import Folders
from statement_compare.session.query import Filter
from statement_compare.ui.dialogs.claim_review import ClaimReviewDialog
from statement_compare.ui.dialogs.reply import ReplyDialog
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.menus import finding_menu, passage_menu
from statement_compare.ui.sheet_requests import WriteMarked, WriteReply
from statement_compare.ui.worker import engine

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


def opened(ada: Reviewer) -> ReplyDialog:
    ada.act("reply")
    dialog = ada.window.findChild(ReplyDialog)
    assert dialog is not None
    return dialog


def ticked(dialog: ReplyDialog) -> list[str]:
    rows = [dialog.rows.item(row) for row in range(dialog.rows.count())]
    return [
        item.text().split(" · ")[0] + ("" if item.checkState() is Qt.CheckState.Checked else " (not)")
        for item in rows
        if not item.isHidden()
    ]


def test_what_is_open_is_ticked_and_the_rest_can_be(ada: Reviewer) -> None:
    ada.controller.edit(Dismiss(((2,), (2,))))
    dialog = opened(ada)
    assert ticked(dialog) == ["≠ Date", "~ Qualified (not)"]
    assert dialog.count == "1 question to a.txt"
    dialog.rows.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.count == "2 questions to a.txt"
    dialog.reject()


def test_claims_are_questions_to_the_other_side_alone(folders: Folders, qtbot: QtBot) -> None:
    ada = Reviewer(folders, qtbot, comparison("A1!B1:number"))
    qtbot.addWidget(ada.window)
    dialog = opened(ada)
    assert ticked(dialog) == ["≠ Number", "∅ R2", "∅ R3", "∅ R4"]
    dialog.findChildren(QComboBox)[0].setCurrentIndex(2)
    assert dialog.count == "4 questions to a.txt · 4 questions to b.txt"
    dialog.reject()
    ada.window.close()


def test_without_a_question_there_is_nothing_to_save(ada: Reviewer) -> None:
    dialog = opened(ada)
    save = dialog.findChildren(QDialogButtonBox)[0].buttons()[0]
    for row in range(dialog.rows.count()):
        dialog.rows.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not save.isEnabled()
    dialog.reject()


def test_the_sheet_is_made_by_the_worker_and_saved(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, tmp_path / "chosen")
    dialog = opened(ada)
    assert nameless(dialog) == []
    for field, words in zip(dialog.findChildren(QLineEdit), ("Ada Winter", "2026-12-01"), strict=True):
        field.setText(words)
    dialog.accept()
    request = ada.tasks.asked["report"]
    assert isinstance(request, WriteReply)
    assert (request.format, request.choice.deadline, request.choice.asked_by) == ("docx", "2026-12-01", "Ada Winter")
    assert request.choice.sides == (Side.LEFT,)
    made = engine()(request, SILENT, print)
    ada.tasks.answer("report", made)
    assert (tmp_path / "chosen.docx").read_bytes() == made
    assert [Path(each).name for each in asked.proposed] == ["a - b - questions.docx"]
    assert ada.said == f"Saved: {tmp_path / 'chosen.docx'}"


def draft(ada: Reviewer) -> ClaimReviewDialog:
    ada.act("claim_review")
    dialog = ada.window.findChild(ClaimReviewDialog)
    assert dialog is not None
    return dialog


def test_a_draft_names_what_it_lacks_and_can_be_copied_once_it_is_complete(ada: Reviewer) -> None:
    dialog = draft(ada)
    assert dialog.lacks == (
        "Not there yet, or not readable: Who reviews it, Address of the review, Who made the claim, Claim made on, "
        "Address of the statement."
    )
    assert not any(button.isEnabled() for button in dialog.findChildren(QPushButton) if button.text() != "Close")
    said = {
        Gap.AUTHOR: "Harbour Desk",
        Gap.URL: "https://desk.example/7",
        Gap.CLAIM_AUTHOR: "Port",
        Gap.CLAIM_DATE: "2021-11-01",
        Gap.APPEARANCE: "https://port.example/1",
    }
    for gap, words in said.items():
        dialog.fields[gap].setText(words)
    assert dialog.lacks == "Nothing is missing."
    text = dialog.draft.text
    assert '"claimReviewed": "Left 2 is so."' in text
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy").click()
    assert QGuiApplication.clipboard().text() == text
    assert nameless(dialog) == []
    dialog.reject()


def test_there_is_no_draft_of_a_finding_that_is_not_shown(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(text="Left 1"))
    ada.window.actions_by_id["claim_review"].trigger()
    assert ada.window.findChild(ClaimReviewDialog) is None
    assert ada.said == "Choose a finding first."
    ada.window.panel.reset_filter()
    draft(ada).reject()


def test_a_draft_is_of_the_side_that_is_chosen_and_knows_what_its_statement_says(
    qtbot: QtBot,
) -> None:
    right = statement(*(f"Right {n} is so." for n in range(1, 5)), path="/texts/right.txt")
    source = replace(right.source, speaker="Norvent", title="An answer", date=date(2021, 11, 2))
    made = comparison("A1!B1:number", right=replace(right, source=source))
    dialog = ClaimReviewDialog(Reported(made), ((0,), (0,)), {side: side.value for side in Side}, date(2026, 12, 1))
    qtbot.addWidget(dialog)
    dialog.findChildren(QComboBox)[0].setCurrentIndex(1)
    dialog.fields[Gap.AUTHOR].setText("Harbour Desk")
    dialog.fields[Gap.URL].setText("https://desk.example/7")
    assert dialog.draft.gaps == ()
    assert '"name": "Norvent"' in dialog.draft.text
    assert '"claimReviewed": "Right 1 is so."' in dialog.draft.text
    assert '"datePublished": "2021-11-02"' in dialog.draft.text


def test_a_draft_is_saved_where_a_person_says(ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "check"
    answer(monkeypatch, target)
    dialog = draft(ada)
    dialog.save_wanted.emit("{}")
    assert (tmp_path / "check.jsonld").read_text(encoding="utf-8") == "{}"
    answer(monkeypatch, tmp_path / "none" / "check")
    dialog.save_wanted.emit("{}")
    assert "could not be written" in ada.said
    dialog.reject()


@pytest.mark.parametrize("side", Side)
def test_a_marked_copy_of_either_side_is_made_by_the_worker_and_saved(
    ada: Reviewer, side: Side, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, tmp_path / "copy.docx")
    ada.act(f"marked_{side.value}")
    request = ada.tasks.asked["report"]
    assert isinstance(request, WriteMarked)
    assert (request.side, request.language, request.reported.reviewer) == (side, "en", "Ada")
    made = engine()(request, SILENT, print)
    ada.tasks.answer("report", made)
    assert (tmp_path / "copy.docx").read_bytes() == made
    assert [Path(each).name for each in asked.proposed] == [f"a - b - {side.value}, marked.docx"]
