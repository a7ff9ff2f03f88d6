"""A person decides on findings with the keyboard alone, and sees what she decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot
from reviewer import FOUR, L2_R2, Reviewer
from scenario import comparison, statement
from screen_reader import elements, nameless

from statement_compare.engine.model import Preset, Side, Verdict
from statement_compare.session.edits import Confirm, Dismiss
from statement_compare.session.folders import Folders
from statement_compare.session.mirror import mirrored_comparison
from statement_compare.session.query import Filter, Mark, statement_of
from statement_compare.session.review import Decision, Pair, Status, pair_of
from statement_compare.ui import languages
from statement_compare.ui.dialogs.changes import ChangesDialog
from statement_compare.ui.document import NOWHERE
from statement_compare.ui.findings.card import Roles
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.menus import finding_menu
from statement_compare.ui.steps import Steps
from statement_compare.ui.strings import LANGUAGES, verdict_word
from statement_compare.ui.widgets.action_button import ActionButton, Fits

L3_R3: Pair = ((2,), (2,))


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    made = Reviewer(folders, qtbot)
    yield made
    made.window.close()
    made.window.deleteLater()


def test_a_key_asks_for_a_reason_and_return_decides(ada: Reviewer) -> None:
    assert (ada.chosen, ada.focus) == (L2_R2, ada.window.panel.findings_list)
    ada.decide("U", "other years")
    assert ada.decision().verdict is Verdict.UNCLEAR
    assert (ada.decision().reason, ada.decision().reviewer) == ("other years", "Ada")
    assert ada.window.inspector.heard().splitlines()[:2] == ["? Unclear · date", "changed from ≠ contradiction"]
    assert "Decided by Ada: other years" in ada.window.inspector.heard()
    assert "Proposed: ≠ Contradiction" in ada.window.inspector.heard()
    assert "Verdict confidence" not in ada.window.inspector.heard()
    assert ada.focus is ada.window.panel.findings_list


def test_escape_leaves_the_reason_and_decides_nothing(ada: Reviewer) -> None:
    ada.press("U")
    ada.type("other")
    ada.press("Escape")
    assert ada.decision() == Decision()
    assert ada.focus is ada.window.panel.findings_list


def test_a_reason_may_stay_empty_and_backspace_gives_the_proposed_verdict_back(ada: Reviewer) -> None:
    ada.decide("A")
    assert ada.state.chosen is not None
    assert ada.state.chosen.verdict is Verdict.AGREEMENT
    ada.press("Backspace")
    assert ada.state.chosen.verdict is Verdict.CONTRADICTION
    assert ada.decision() == Decision()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("Space", "✓ confirmed"),
        ("Delete", "× dismissed"),
        ("B", "★"),
        ("2", "asked"),
        ("3", "answered"),
        ("4", "settled"),
    ],
)
def test_one_key_says_it_and_undoing_takes_it_back(ada: Reviewer, key: str, said: str) -> None:
    ada.press(key)
    assert ada.card == f"≠ Date [{said}]"
    ada.press("Z", Qt.KeyboardModifier.ControlModifier)
    assert ada.card == "≠ Date []"
    ada.press("Z", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert ada.card == f"≠ Date [{said}]"


def test_a_card_keeps_the_status_apart_and_has_a_shorter_form(ada: Reviewer) -> None:
    ada.press("Space")
    ada.press("2")
    assert ada.card == "≠ Date [✓ confirmed · asked]"
    ada.press("1")
    ada.press("Space")
    ada.decide("Q", "")
    index = ada.window.panel.findings_list.currentIndex()
    assert index.data(Roles.CARD).decided == ("was ≠ contradiction", "was ≠")


@pytest.mark.parametrize("key", ["Space", "Delete", "B"])
def test_the_same_key_takes_it_back(ada: Reviewer, key: str) -> None:
    ada.press(key)
    ada.press(key)
    assert ada.decision() == Decision()


def test_a_finding_is_confirmed_or_dismissed_and_the_last_word_holds(ada: Reviewer) -> None:
    ada.press("Delete")
    ada.press("Space")
    assert ada.card == "≠ Date [✓ confirmed]"
    ada.press("Delete")
    assert ada.card == "≠ Date [× dismissed]"
    ada.decide("Q", "net of tax")
    assert ada.card == "~ Qualified [was ≠ contradiction]"
    ada.press("Z", Qt.KeyboardModifier.ControlModifier)
    assert ada.card == "≠ Date [× dismissed]"


def test_a_finding_that_a_session_of_before_holds_as_both_is_confirmed_by_one_key(ada: Reviewer) -> None:
    for edit in (Confirm((L2_R2,), overrides=False), Dismiss(L2_R2, overrides=False)):
        ada.controller.edit(edit)
    assert ada.card == "≠ Date [× dismissed ✓ confirmed]"
    ada.press("Space")
    assert ada.card == "≠ Date [✓ confirmed]"


def test_one_gives_the_status_open_again(ada: Reviewer) -> None:
    ada.press("4")
    assert ada.decision().status is Status.SETTLED
    assert ada.window.actions_by_id["status_settled"].isChecked()
    ada.press("1")
    assert ada.decision().status is Status.OPEN


def test_a_note_is_one_step_however_long_it_was_typed(ada: Reviewer) -> None:
    ada.press("Space")
    ada.press("N")
    ada.type("ask ")
    ada.qtbot.wait(800)
    assert ada.decision().note == "ask"
    ada.type("them abcu")
    ada.press("Escape")
    assert ada.decision().note == "ask them abcu"
    assert ada.decision().verdict is None
    assert ada.focus is ada.window.panel.findings_list
    assert ada.window.actions_by_id["undo"].text() == "Undo: note on L2-R2"
    ada.press("Z", Qt.KeyboardModifier.ControlModifier)
    assert (ada.decision().note, ada.decision().is_confirmed) == ("", True)


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        ("Escape", Qt.KeyboardModifier.NoModifier),
        ("Return", Qt.KeyboardModifier.ControlModifier),
        ("Enter", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier),
    ],
)
def test_the_note_says_which_keys_leave_it_and_they_do(ada: Reviewer, key: str, modifiers: Qt.KeyboardModifier) -> None:
    ada.press("N")
    field = ada.focus
    assert isinstance(field, QPlainTextEdit)
    hint = "Kept as you type. Esc or Ctrl+Enter goes back."
    assert hint in [label.text() for label in ada.window.inspector.findChildren(QLabel) if label.isVisible()]
    assert field.accessibleDescription() == hint
    ada.type("ask")
    ada.press(key, modifiers)
    assert (ada.decision().note, ada.focus) == ("ask", ada.window.panel.findings_list)
    assert not field.isVisible()


def test_return_begins_a_new_line_of_the_note(ada: Reviewer) -> None:
    ada.press("N")
    ada.type("ask")
    ada.press("Return")
    ada.type("both")
    ada.press("Escape")
    assert ada.decision().note == "ask\nboth"


def test_a_note_is_kept_when_another_finding_is_gone_to(ada: Reviewer) -> None:
    ada.press("N")
    ada.type("ask")
    ada.press("Down", Qt.KeyboardModifier.AltModifier)
    assert ada.chosen == L3_R3
    ada.qtbot.waitUntil(lambda: ada.decision().note == "ask")
    assert ada.chosen == L3_R3
    assert ada.decision(L3_R3).note == ""


def test_letters_in_a_text_field_are_letters(ada: Reviewer) -> None:
    ada.press("F", Qt.KeyboardModifier.ControlModifier)
    ada.type("abcnqu 1234")
    assert ada.window.bar.search.text() == "abcnqu 1234"
    assert ada.decision() == Decision()


def test_keys_act_in_a_text_as_well(ada: Reviewer) -> None:
    ada.press("3", Qt.KeyboardModifier.ControlModifier)
    assert ada.focus is ada.window.page.pane(Side.LEFT)
    ada.press("Space")
    assert ada.decision().is_confirmed
    ada.decide("Q")
    assert ada.decision().verdict is Verdict.QUALIFIED
    assert ada.focus is ada.window.page.pane(Side.LEFT)


def test_space_presses_the_button_that_has_the_keyboard(ada: Reviewer) -> None:
    button = next(each for each in ada.window.inspector.findChildren(QPushButton) if each.accessibleName() == "Unclear")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ada.press("Space")
    assert not ada.decision().is_confirmed
    ada.type("why")
    ada.press("Return")
    assert ada.decision().verdict is Verdict.UNCLEAR
    assert ada.focus is button


def test_what_was_decided_is_heard_before_the_words(ada: Reviewer) -> None:
    ada.decide("U", "other years")
    ada.press("B")
    assert ada.heard.startswith("Unclear, date, changed from contradiction, bookmarked. Left: ")


def test_a_dismissed_finding_goes_to_the_end(ada: Reviewer) -> None:
    ada.press("Delete")
    assert ada.chosen == L2_R2
    ada.press("Down")
    panel = ada.window.panel
    assert ada.state.comparison is not None
    assert pair_of(ada.state.comparison.links[panel.order()[-1]]) == L2_R2
    assert ada.chosen == L3_R3


def test_a_dismissed_finding_is_counted_by_itself_everywhere(ada: Reviewer) -> None:
    ada.press("Delete")
    window = ada.window
    chip, every = (window.panel.findChild(QPushButton, f"chip_{name}") for name in ("contradiction", "all"))
    assert chip is not None
    assert every is not None
    assert (chip.text(), chip.toolTip()) == ("1", "Show only: 1 contradiction, 1 dismissed")
    assert (every.text(), every.toolTip()) == ("All 4", "Show all findings, 1 dismissed")
    assert window.status.tip("contradiction") == "1 contradiction"
    assert window.status.field("decided") == "1 of 4 decided, 1 dismissed"
    assert window.bar.place == "Dismissed 1 of 1"
    ada.press("Down", Qt.KeyboardModifier.ControlModifier)
    assert (ada.chosen, window.bar.place) == (L3_R3, "Contradiction 1 of 1")
    ada.press("Down", Qt.KeyboardModifier.ControlModifier)
    assert ada.chosen == L3_R3
    ada.press("Z", Qt.KeyboardModifier.ControlModifier)
    assert (chip.text(), window.status.tip("contradiction")) == ("2", "2 contradictions")
    assert (window.status.field("decided"), window.bar.place) == ("", "Contradiction 1 of 2")


def test_the_status_line_says_how_far_the_review_is(ada: Reviewer) -> None:
    assert ada.window.status.field("decided") == ""
    ada.press("Space")
    assert ada.window.status.field("decided") == "1 of 4 decided"


def test_a_decision_goes_on_to_the_next_finding_where_that_is_wanted(ada: Reviewer) -> None:
    ada.keep(advances=True)
    ada.press("Space")
    assert ada.chosen == L3_R3
    ada.decide("U")
    assert ada.chosen == ((3,), (3,))
    ada.press("B")
    assert ada.chosen == ((3,), (3,))


def test_all_up_to_here_are_confirmed_at_once(ada: Reviewer) -> None:
    ada.press("Down")
    ada.press("Space", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (ada.decision().is_confirmed, ada.decision(L3_R3).is_confirmed) == (True, True)
    assert ada.said == "2 findings confirmed."
    ada.press("End")
    ada.press("Space", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert ada.said == "2 findings confirmed; this was the last one."
    assert ada.window.status.field("decided") == "4 of 4 decided"
    ada.press("Space", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert ada.said == "All of them are decided already."


def test_a_filter_of_undecided_ones_is_worked_through(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(marks=frozenset({Mark.UNDECIDED})))
    assert ada.window.panel.filter_line.words == "Shown: undecided"
    ada.press("Down")
    ada.press("Space")
    ada.press("Down", Qt.KeyboardModifier.AltModifier)
    assert len(ada.window.panel.order()) == 3
    assert ada.chosen == ((3,), (3,))
    ada.press("A", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (ada.window.panel.filter_line.words, len(ada.window.panel.order())) == ("", 4)


def test_nothing_is_decided_of_a_sentence_without_a_finding(ada: Reviewer) -> None:
    ada.controller.close_pair()
    ada.read_both()
    ada.tasks.answer_comparing(comparison("A1=B1", sentences=3))
    ada.press("2", Qt.KeyboardModifier.ControlModifier)
    ada.press("Down")
    ada.window.actions_by_id["bookmark"].trigger()
    assert ada.said == "Choose a finding first."
    assert ada.state.review is not None
    assert ada.state.review.is_untouched


def test_every_decision_is_in_the_menu_of_a_card(ada: Reviewer) -> None:
    menu = finding_menu(ada.window, ada.window.actions_by_id)
    listed = {action.objectName() for action in menu.actions()}
    assert {"verdict_agreement", "confirm", "dismiss", "note", "bookmark"} <= listed
    menu.deleteLater()


def test_a_screen_reader_finds_a_name_for_everything(ada: Reviewer) -> None:
    ada.press("N")
    assert nameless(ada.window) == []
    ada.press("Escape")
    ada.press("U")
    assert nameless(ada.window) == []
    ada.press("Escape")
    names = [found.text(QAccessible.Text.Name) for _, found in elements(ada.window)]
    assert "Contradiction" in names


def test_the_list_keeps_its_promises_to_views(ada: Reviewer) -> None:
    model = ada.window.panel.findings_list.model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    other = QAbstractItemModelTester(ada.window.panel._model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for key in ("Space", "Delete", "B", "2"):
        ada.press(key)
    ada.decide("U")
    ada.press("Z", Qt.KeyboardModifier.ControlModifier)
    assert tester is not other


def test_what_comparing_again_changed_is_told_and_one_key_away(ada: Reviewer) -> None:
    assert not ada.window.actions_by_id["changes"].isEnabled()
    ada.press("Space")
    ada.keep(preset=Preset.STRICT)
    ada.tasks.answer_comparing(comparison("A2!B2:date A3?B3:number A4~B4:modality A1=B3"))
    assert ada.window.status.field("changes") == "1 verdict changed, 1 new, 1 gone"
    assert ada.decision().is_confirmed
    ada.press("F4")
    dialog = ada.window.findChild(ChangesDialog)
    assert dialog is not None
    assert dialog.rows == [
        "L3-R3: ? unclear, was ≠ contradiction",
        "L1-R3: new, = agreement",
        "L1-R1: gone, was = agreement",
    ]
    rows = dialog.findChild(QListWidget)
    assert rows is not None
    ada.qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert ada.chosen == L3_R3
    ada.qtbot.keyClick(rows, Qt.Key.Key_Down)
    ada.qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert ada.chosen == ((0,), (2,))
    ada.qtbot.keyClick(rows, Qt.Key.Key_Escape)
    ada.window.actions_by_id["undo"].trigger()
    assert ada.window.status.field("changes") == ""


def changes_of(ada: Reviewer) -> list[str] | None:
    """What the open list of changes says; None where none is open."""
    open_ones = [each for each in ada.window.findChildren(ChangesDialog) if each.isVisible()]
    return open_ones[0].rows if open_ones else None


@pytest.mark.parametrize("step", ["undo", "compare_again", "close_pair", "swap"])
def test_the_list_of_changes_closes_with_what_it_tells_of(ada: Reviewer, step: str) -> None:
    ada.act("bookmark")
    ada.keep(preset=Preset.STRICT)
    ada.tasks.answer_comparing(comparison("A1=B1:number A2~B2:date A3!B3:number A4~B4:modality"))
    ada.press("F4")
    assert changes_of(ada) == ["L2-R2: ~ qualified, was ≠ contradiction"]
    ada.act(step)
    assert changes_of(ada) is None


def test_the_list_of_changes_tells_of_those_of_better_verdicts(ada: Reviewer) -> None:
    ada.act("bookmark")
    ada.keep(preset=Preset.STRICT)
    ada.tasks.answer_comparing(comparison("A1=B1:number A2~B2:date A3~B3:number A4~B4:modality"))
    ada.press("F4")
    dialog = ada.window.findChild(ChangesDialog)
    assert dialog is not None
    rows = dialog.findChild(QListWidget)
    assert rows is not None
    ada.qtbot.keyClick(rows, Qt.Key.Key_Down)
    ada.keep(preset=Preset.NORMAL)
    ada.tasks.answer_comparing(comparison("A1~B1:number A2~B2:date A3=B3:number"))
    assert dialog.rows == [
        "L1-R1: ~ qualified, was = agreement",
        "L3-R3: = agreement, was ~ qualified",
        "L4-R4: gone, was ~ qualified",
    ]
    assert (rows.currentRow(), dialog._number.text()) == (1, "2 verdicts changed, 1 gone")


def test_the_list_of_changes_stays_while_a_person_decides_and_leads_nowhere_where_a_link_is_gone(
    ada: Reviewer,
) -> None:
    ada.act("bookmark")
    ada.keep(preset=Preset.STRICT)
    ada.tasks.answer_comparing(comparison("A1=B1:number A2~B2:date A3!B3:number A4~B4:modality"))
    ada.press("F4")
    dialog = ada.window.findChild(ChangesDialog)
    assert dialog is not None
    rows = dialog.findChild(QListWidget)
    assert rows is not None
    ada.act("bookmark")
    ada.act("undo")
    assert dialog.isVisible()
    ada.qtbot.keyClick(rows, Qt.Key.Key_Return)
    ada.act("unlink")
    assert changes_of(ada) == ["L2-R2: ~ qualified, was ≠ contradiction"]
    ada.qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert ada.said == "L2-R2 is no link any more."


def test_a_confirmation_that_lapsed_is_undecided_again_and_one_click_away(ada: Reviewer) -> None:
    ada.press("Space")
    ada.press("B")
    assert ada.review.decided == 1
    ada.keep(preset=Preset.STRICT)
    ada.tasks.answer_comparing(comparison("A1=B1:number A2~B2:date A3!B3:number A4~B4:modality"))
    assert (ada.review.decided, ada.decision().is_bookmarked) == (0, True)
    assert ada.window.status.field("changes") == "1 confirmation lapsed"
    ada.press("F4")
    dialog = ada.window.findChild(ChangesDialog)
    assert dialog is not None
    assert dialog.rows == ["L2-R2: was confirmed as ≠ contradiction; now proposed: ~ qualified"]
    rows = dialog.findChild(QListWidget)
    assert rows is not None
    ada.qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert ada.chosen == L2_R2
    ada.qtbot.keyClick(rows, Qt.Key.Key_Escape)
    ada.window.actions_by_id["undo"].trigger()
    assert ada.decision().is_confirmed


def test_a_verdict_on_sentences_that_have_changed_is_marked_and_found_until_it_is_given_again(ada: Reviewer) -> None:
    ada.decide("U", "other years")
    newer = statement("Left 1 is so.", "Left 2 is  so, now.", "Left 3 is so.", "Left 4 is so.", path="/texts/left.txt")
    ada.keep(preset=Preset.STRICT)
    ada.tasks.answer_comparing(comparison(FOUR, left=newer))
    assert ada.decision().needs_another_look
    assert ada.window.status.field("changes") == "1 of your verdicts to look at again"
    ada.window.panel.set_filter(Filter(marks=frozenset({Mark.LOOK_AGAIN})))
    ada.window.panel.focus_list()
    assert ada.window.panel.order() == (1,)
    assert "↻" in ada.card
    assert "look again: its sentences have changed" in ada.heard
    ada.press("Space")
    assert not ada.decision().needs_another_look
    assert "↻" not in ada.card
    ada.window.panel.set_filter(Filter(marks=frozenset({Mark.LOOK_AGAIN}), text="Left"))
    assert ada.window.panel.order() == ()
    assert ada.decision().is_confirmed


def test_in_a_narrow_window_the_list_makes_room_for_the_reason(ada: Reviewer) -> None:
    ada.window.resize(1024, 700)
    ada.press("1", Qt.KeyboardModifier.ControlModifier)
    assert ada.window.panel.findings_list.isVisible()
    ada.decide("U", "other years")
    assert not ada.window.panel.findings_list.isVisible()
    assert ada.decision().reason == "other years"
    assert ada.focus is ada.window.page.pane(Side.LEFT)


def test_a_check_mark_never_says_what_was_not_decided(ada: Reviewer) -> None:
    ada.press("2", Qt.KeyboardModifier.ControlModifier)
    ada.window.presenter.choose_unanswered(Unanswered(Side.LEFT, 3))
    ada.act("bookmark")
    assert ada.said == "Choose a finding first."
    assert not ada.window.actions_by_id["bookmark"].isChecked()


def test_twenty_decisions_are_made_and_all_undone(folders: Folders, qtbot: QtBot) -> None:
    many = comparison(" ".join(f"A{n}?B{n}:number" for n in range(1, 21)), sentences=20)
    ada = Reviewer(folders, qtbot, many)
    ada.keep(advances=True)
    for number in range(20):
        ada.decide("AQC"[number % 3], f"reason {number}") if number % 2 else ada.press("Space")
    assert ada.window.status.field("decided") == "20 of 20 decided"
    assert ada.said == "That was the last one of the list."
    undo = ada.window.actions_by_id["undo"]
    names = []
    while undo.isEnabled():
        names.append(undo.text())
        ada.press("Z", Qt.KeyboardModifier.ControlModifier)
    assert len(names) == 20
    assert names[:2] == ["Undo: mark L20-R20 as qualified", "Undo: confirm L19-R19"]
    assert ada.review.is_untouched
    ada.window.close()
    ada.window.deleteLater()


def test_a_note_that_is_being_typed_is_kept_when_the_pair_is_closed(ada: Reviewer) -> None:
    ada.press("N")
    ada.type("ask")
    ada.press("W", Qt.KeyboardModifier.ControlModifier)
    assert ada.state.review is None
    ada.qtbot.wait(20)
    ada.act("undo")
    assert ada.decision().note == "ask"


def answer_again(ada: Reviewer) -> None:
    """The texts as they were, and what is said of them."""
    ada.qtbot.wait(20)
    for side in {*Side} & ada.tasks.asked.keys():
        ada.tasks.answer(side, statement_of(comparison(FOUR), side))
    ada.tasks.answer_comparing(comparison(FOUR))


@pytest.mark.parametrize("act", ["compare_again", "lines"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_note_that_is_being_typed_is_kept_when_the_texts_are_read_again(
    ada: Reviewer, act: str, is_first: bool
) -> None:
    if not is_first:
        ada.press("Space")
    ada.press("N")
    ada.type("ask")
    ada.act(act)
    assert ada.state.review is None
    answer_again(ada)
    assert (ada.decision().note, ada.decision().is_confirmed) == ("ask", not is_first)


def test_a_note_that_is_being_typed_is_kept_when_a_file_falls_on_a_side(ada: Reviewer) -> None:
    ada.press("N")
    ada.type("ask")
    ada.controller.open_path(Side.RIGHT, Path("/texts/c.txt"))
    answer_again(ada)
    assert ada.decision() == Decision()  # another pair
    ada.act("undo")
    assert ada.decision().note == "ask"


def describe(ada: Reviewer, **said: str) -> None:
    """Say something else about the left text that has it read again, to the same words."""
    ada.controller.describe(Side.LEFT, replace(ada.state.left.origin, **said))
    answer_again(ada)


@pytest.mark.parametrize("said", [{"language": "de"}, {"encoding": "cp1251"}])
def test_a_note_goes_into_the_text_that_undoing_has_brought_back(ada: Reviewer, said: dict[str, str]) -> None:
    describe(ada, **said)
    ada.act("undo")
    ada.press("N")
    ada.type("ask")
    ada.press("Escape")
    assert (ada.decision().note, ada.state.undo_name) == ("ask", ("edit.note", {"place": "L2-R2"}))
    ada.act("undo")
    ada.act("undo")
    assert (ada.state.left.origin.language, ada.state.left.origin.encoding, ada.decision().note) == (
        *(said.get("language", ""), said.get("encoding", "")),
        "",
    )


def test_a_note_that_is_begun_in_another_language_of_the_text_stays_there(ada: Reviewer) -> None:
    describe(ada, language="de")
    ada.press("N")
    ada.type("ask")
    ada.press("Escape")
    assert ada.decision().note == "ask"
    ada.act("undo")
    ada.act("undo")
    assert (ada.state.left.origin.language, ada.decision().note) == ("", "")


def test_a_note_that_is_left_by_closing_the_pair_goes_into_the_text_that_undoing_has_brought_back(
    ada: Reviewer,
) -> None:
    describe(ada, language="de")
    ada.act("undo")
    ada.press("N")
    ada.type("ask")
    ada.press("W", Qt.KeyboardModifier.ControlModifier)
    ada.qtbot.wait(20)
    ada.act("undo")
    assert (ada.state.left.origin.language, ada.decision().note) == ("", "ask")


def test_a_note_that_is_being_typed_is_kept_when_the_sides_are_swapped(ada: Reviewer) -> None:
    ada.act("next")
    ada.press("N")
    ada.type("ask")
    assert ada.chosen == L3_R3
    ada.act("swap")
    ada.qtbot.wait(20)
    ada.tasks.answer_comparing(mirrored_comparison(comparison(FOUR)))
    assert ada.decision(L3_R3).note == "ask"


@pytest.fixture
def partly(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    """A pair of which one finding is there, and chosen, while the rest is being judged."""
    desk = Reviewer(folders, qtbot)
    desk.act("close_pair")
    desk.read_both()
    desk.tasks.partial.emit("compare", desk.tasks.asked["compare"], comparison("A2!B2"))
    desk.controller.choose(0)
    yield desk
    desk.window.close()
    desk.controller.editing.sessions.close()
    desk.window.deleteLater()


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_first_note_begun_before_more_of_the_comparison_comes_is_kept(partly: Reviewer, is_whole: bool) -> None:
    request = partly.tasks.asked["compare"]
    partly.press("N")
    if is_whole:
        partly.tasks.answer_comparing(comparison(FOUR))
    else:
        partly.tasks.partial.emit("compare", request, comparison("A2!B2 A3!B3"))
    partly.type("ask")
    partly.press("Escape")
    assert partly.decision().note == "ask"


def test_a_note_is_kept_that_was_open_while_thousands_of_parts_came(partly: Reviewer) -> None:
    partly.press("N")
    begun = made = partly.state.steps
    partly.tasks.partial.emit("compare", partly.tasks.asked["compare"], comparison("A2!B2 A3!B3"))
    newest = partly.state.steps
    assert begun is not None
    assert made is not None
    assert newest is not None
    for _ in range(3000):
        later = Steps(newest.work, newest.first, NOWHERE, NOWHERE, lambda: None, lambda _: None)
        made.successor = made = later
    made.successor = newest
    partly.type("ask")
    partly.press("Escape")
    assert partly.decision().note == "ask"
    assert begun.successor is newest


def test_a_note_goes_on_while_more_of_the_comparison_comes(partly: Reviewer) -> None:
    request = partly.tasks.asked["compare"]
    partly.press("N")
    partly.type("ask")
    partly.qtbot.waitUntil(lambda: partly.decision().note == "ask")
    partly.tasks.partial.emit("compare", request, comparison("A2!B2 A3!B3"))
    partly.type(" both")
    partly.press("Escape")
    assert partly.decision().note == "ask both"
    partly.tasks.answer_comparing(comparison(FOUR))
    assert partly.decision().note == "ask both"


def test_the_projector_view_shows_no_buttons_and_keeps_the_finding(ada: Reviewer) -> None:
    decisions = ada.window.inspector.decisions
    ada.press("3", Qt.KeyboardModifier.ControlModifier)
    chosen = ada.chosen
    ada.press("F5")
    assert not decisions.isVisible()
    ada.press("Escape")
    assert decisions.isVisible()
    assert ada.chosen == chosen


def test_what_was_decided_or_undone_is_said(ada: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(
        "statement_compare.ui.deciding.QAccessibleAnnouncementEvent", lambda _, words: spoken.append(words)
    )
    monkeypatch.setattr("statement_compare.ui.deciding.QAccessible.updateAccessibility", lambda _: None)
    ada.press("Space")
    ada.press("B")
    ada.press("Space")
    ada.press("B")
    assert spoken == ["confirmed", "confirmed, bookmarked", "bookmarked", "nothing decided"]
    ada.press("Z", Qt.KeyboardModifier.ControlModifier)
    assert ada.said == "Undone: no bookmark on L2-R2"
    ada.press("Z", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert ada.said == "Done again: no bookmark on L2-R2"


@pytest.mark.usefixtures("dressed")
def test_a_decided_finding_is_told_whole_in_a_window_of_1280_by_800(folders: Folders, qtbot: QtBot) -> None:
    """What a person said, on two lines, and what was proposed; the buttons have their keys."""
    ada = Reviewer(folders, qtbot)
    qtbot.addWidget(ada.window)
    ada.decide("U", "the second figure is net of taxes and the first one is gross, as both sides said before " * 2)
    inspector = ada.window.inspector
    scroller = inspector.findChild(QScrollArea)
    assert scroller is not None
    qtbot.waitUntil(lambda: inspector.width() > 900)
    content = scroller.widget()
    assert inspector.height() < 172
    assert "Proposed: ≠ Contradiction" in inspector.heard()
    qtbot.waitUntil(lambda: content.height() == scroller.viewport().height())
    assert content.heightForWidth(content.width()) <= scroller.viewport().height()
    buttons = inspector.decisions.findChildren(ActionButton)
    with_keys = [button.sizeHint().width() for button in buttons]
    for button in buttons:
        button.fit(Fits(has_key=False))
    without = [button.sizeHint().width() for button in buttons]
    assert [wide - narrow > 10 for wide, narrow in zip(with_keys, without, strict=True)] == [True] * 6
    ada.window.close()


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize(("size", "verdict"), [((1280, 800), "words"), ((1280, 720), "words"), ((800, 720), "sign")])
def test_the_buttons_show_their_keys_in_every_language(
    folders: Folders, qtbot: QtBot, language: str, size: tuple[int, int], verdict: str
) -> None:
    languages.use(language)
    try:
        ada = Reviewer(folders, qtbot)
        qtbot.addWidget(ada.window)
        ada.window.resize(*size)
        decisions = ada.window.inspector.decisions
        buttons = decisions.findChildren(ActionButton)
        qtbot.waitUntil(lambda: ada.window.width() == size[0])
        QApplication.processEvents()
        assert len(buttons) == 6
        assert all(button.shows_key for button in buttons)
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
        said = buttons[0].text()
        assert said == (verdict_word(Verdict.AGREEMENT) if verdict == "words" else "=")
        right = max(button.mapTo(decisions, button.rect().topRight()).x() for button in buttons)
        assert right < decisions.width()
        ada.window.close()
    finally:
        languages.use("en")
