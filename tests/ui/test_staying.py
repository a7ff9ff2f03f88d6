"""Where a finding stands after a decision: at its place, until a person has moved on to another one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from reviewer import Reviewer
from scenario import comparison

from statement_compare.engine.model import Verdict
from statement_compare.session.folders import Folders
from statement_compare.session.query import EVERYTHING, Filter, Mark
from statement_compare.ui.findings.kept_row import with_kept

NINE = " ".join(f"A{n}!B{n}:number" for n in range(1, 8)) + " A8=B8:wording A9~B9:modality"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    made = Reviewer(folders, qtbot, comparison(NINE, sentences=9))
    model = made.window.panel._model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for _ in range(3):
        made.press("Down")
    yield made
    del tester
    made.window.close()
    made.window.deleteLater()


def listed(ada: Reviewer) -> list[int]:
    """The findings of the list from its top, by the number of their left sentence."""
    assert ada.state.comparison is not None
    return [ada.state.comparison.links[i].left[0] + 1 for i in ada.window.panel.order()]


def at(ada: Reviewer) -> tuple[int, int]:
    """The number of the chosen finding's left sentence, and the row that it stands in."""
    assert ada.chosen is not None
    row = ada.window.panel.findings_list.currentIndex().row()
    assert listed(ada)[row] == ada.chosen[0][0] + 1
    return ada.chosen[0][0] + 1, row


AS_PROPOSED = [1, 2, 3, 4, 5, 6, 7, 9, 8]


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, ALT, CTRL])
def test_a_dismissed_finding_stays_until_the_next_one_is_gone_to(ada: Reviewer, modifiers: Qt.KeyboardModifier) -> None:
    assert at(ada) == (4, 3)
    ada.press("Delete")
    assert (at(ada), listed(ada)) == ((4, 3), AS_PROPOSED)
    ada.press("Down", modifiers)
    assert (at(ada), listed(ada)) == ((5, 3), [1, 2, 3, 5, 6, 7, 9, 8, 4])


def test_going_back_leads_to_the_one_before(ada: Reviewer) -> None:
    ada.press("Delete")
    ada.press("Up")
    assert (at(ada), listed(ada)) == ((3, 2), [1, 2, 3, 5, 6, 7, 9, 8, 4])


def test_a_finding_with_another_verdict_stays_until_the_next_one_is_gone_to(ada: Reviewer) -> None:
    ada.decide("A", "the same after all")
    assert (at(ada), listed(ada)) == ((4, 3), AS_PROPOSED)
    ada.press("Down")
    assert (at(ada), listed(ada)) == ((5, 3), [1, 2, 3, 5, 6, 7, 9, 4, 8])


def test_a_finding_that_the_filter_leaves_out_now_stays_until_the_next_one_is_gone_to(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(marks=frozenset({Mark.UNDECIDED})))
    ada.press("Space")
    assert (at(ada), listed(ada)) == ((4, 3), AS_PROPOSED)
    assert ada.window.inspector.heard().startswith("≠ Contradiction")
    ada.press("Down")
    assert (at(ada), listed(ada)) == ((5, 3), [1, 2, 3, 5, 6, 7, 9, 8])
    ada.press("Space")
    ada.press("Space")
    assert (at(ada), listed(ada)) == ((5, 3), [1, 2, 3, 5, 6, 7, 9, 8])


def test_it_stays_in_a_list_of_one_verdict_too(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(verdicts=frozenset({Verdict.CONTRADICTION})))
    ada.decide("U")
    assert (at(ada), listed(ada)) == ((4, 3), [1, 2, 3, 4, 5, 6, 7])
    ada.press("Down")
    assert (at(ada), listed(ada)) == ((5, 3), [1, 2, 3, 5, 6, 7])


def test_the_last_one_stays_and_the_end_is_told(ada: Reviewer) -> None:
    ada.press("End")
    assert at(ada) == (8, 8)
    ada.window.panel.set_filter(Filter(marks=frozenset({Mark.UNDECIDED})))
    ada.press("Space")
    assert at(ada) == (8, 8)
    ada.press("Down", ALT)
    assert ada.said == "That was the last one. Once more starts at the top."
    ada.press("Up")
    assert (at(ada), listed(ada)) == ((9, 7), AS_PROPOSED[:-1])


def test_undoing_leaves_it_where_it_was(ada: Reviewer) -> None:
    ada.press("Delete")
    ada.press("Z", CTRL)
    assert (at(ada), listed(ada)) == ((4, 3), AS_PROPOSED)


def test_undoing_what_was_decided_before_goes_back_to_it(ada: Reviewer) -> None:
    ada.press("Delete")
    ada.press("Down")
    ada.press("Z", CTRL)
    assert (at(ada), listed(ada)) == ((4, 3), AS_PROPOSED)
    assert ada.card == "≠ Number []"


def test_another_filter_puts_all_where_they_belong(ada: Reviewer) -> None:
    ada.press("Delete")
    ada.window.panel.set_filter(Filter(verdicts=frozenset({Verdict.CONTRADICTION})))
    assert listed(ada) == [1, 2, 3, 5, 6, 7, 4]


def test_several_decisions_on_one_finding_leave_it_where_it_was(ada: Reviewer) -> None:
    for key in ("Delete", "Space", "B", "Delete"):
        ada.press(key)
    ada.decide("A")
    ada.press("Backspace")
    assert (at(ada), listed(ada)) == ((4, 3), AS_PROPOSED)
    ada.press("Delete")
    ada.press("Down")
    ada.press("Delete")
    assert (at(ada), listed(ada)) == ((5, 3), [1, 2, 3, 5, 6, 7, 9, 8, 4])
    ada.press("Down")
    assert (at(ada), listed(ada)) == ((6, 3), [1, 2, 3, 6, 7, 9, 8, 4, 5])


def test_with_going_on_by_itself_the_next_one_is_chosen_at_once(ada: Reviewer) -> None:
    ada.keep(advances=True)
    ada.press("Delete")
    assert (at(ada), listed(ada)) == ((5, 3), [1, 2, 3, 5, 6, 7, 9, 8, 4])


def test_nothing_moves_below_a_pressed_mouse_button_until_the_next_decision(
    ada: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada.press("Delete")
    with monkeypatch.context() as pressed:
        pressed.setattr(QApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
        ada.controller.choose(ada.window.panel.order()[5])
    assert (at(ada), listed(ada)) == ((6, 5), AS_PROPOSED)
    ada.press("Space")
    assert (at(ada), listed(ada)) == ((6, 4), [1, 2, 3, 5, 6, 7, 9, 8, 4])


def counted(ada: Reviewer) -> dict[str, int]:
    """The numbers on the chips: all, and those of each verdict that is shown."""
    panel = ada.window.panel
    chips = {name: panel.findChild(QPushButton, f"chip_{name}") for name in ("all", *(each.value for each in Verdict))}
    return {name: int(chip.text().split()[-1]) for name, chip in chips.items() if chip and not chip.isHidden()}


def test_what_the_filter_leaves_out_now_is_not_counted_any_more(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(marks=frozenset({Mark.UNDECIDED})))
    assert counted(ada) == {"all": 9, "contradiction": 7, "agreement": 1, "qualified": 1}
    ada.press("Space")
    assert counted(ada) == {"all": 8, "contradiction": 6, "agreement": 1, "qualified": 1}
    ada.press("Down")
    assert (counted(ada)["all"], len(listed(ada))) == (8, 8)
    ada.act("undo")
    assert counted(ada)["all"] == 9


def test_working_the_list_down_counts_it_down_to_nothing(ada: Reviewer) -> None:
    ada.press("Home")
    ada.window.panel.set_filter(Filter(marks=frozenset({Mark.UNDECIDED})))
    for left in range(8, -1, -1):
        ada.press("Space")
        assert counted(ada)["all"] == left
        ada.press("Down", ALT)


def test_the_chosen_chip_stays_once_nothing_is_left_of_it(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(frozenset({Verdict.AGREEMENT}), marks=frozenset({Mark.UNDECIDED})))
    ada.press("Down")
    ada.press("Space")
    assert counted(ada) == {"all": 8, "contradiction": 7, "agreement": 0, "qualified": 1}


@pytest.mark.parametrize("shown", [EVERYTHING, Filter(text="Left"), Filter(frozenset({Verdict.CONTRADICTION}))])
def test_a_filter_that_asks_for_no_decision_counts_all_that_it_lets_through(ada: Reviewer, shown: Filter) -> None:
    ada.window.panel.set_filter(shown)
    before = counted(ada)
    ada.press("Space")
    assert counted(ada) == before


def test_a_bookmark_takes_nothing_out_of_what_is_undecided(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(marks=frozenset({Mark.UNDECIDED})))
    ada.press("B")
    assert counted(ada)["all"] == 9


def test_it_fades_in_the_texts_when_it_goes(ada: Reviewer) -> None:
    ada.window.panel.set_filter(Filter(marks=frozenset({Mark.UNDECIDED})))
    ada.press("Space")
    assert ada.state.current in ada.window.panel.order()
    confirmed = ada.state.current
    ada.press("Down")
    assert confirmed not in ada.window.panel.order()
    shown = ada.window.page._shown
    assert shown is not None
    assert confirmed not in shown


@given(st.permutations(range(7)), st.permutations(range(7)), st.integers(0, 6))
def test_the_kept_one_stands_before_one_that_followed_it(before: list[int], after: list[int], kept: int) -> None:
    followers = before[before.index(kept) + 1 :]
    placed = with_kept(after, kept, followers)
    assert [row for row in placed if row != kept] == [row for row in after if row != kept]
    assert placed[placed.index(kept) + 1 :][:1] == followers[:1]
