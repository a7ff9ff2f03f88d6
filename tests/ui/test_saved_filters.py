"""Filters that are saved under a name and chosen again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from answered import answer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot
from reviewer import FOUR, L2_R2, Reviewer
from scenario import comparison

from statement_compare.engine.model import ReasonKind, Verdict
from statement_compare.session.folders import Folders
from statement_compare.session.query import EVERYTHING, Filter, Mark
from statement_compare.session.saved_filters import saved_filters
from statement_compare.ui.findings.facts_model import FactFilter
from statement_compare.ui.findings.filter_row import FilterRow
from statement_compare.ui.memory import Memory
from statement_compare.ui.widgets.find_field import FindField

CONTROL = Qt.KeyboardModifier.ControlModifier
UNDECIDED = Filter(
    frozenset({Verdict.CONTRADICTION}), frozenset({ReasonKind.DATE}), "left", frozenset({Mark.UNDECIDED})
)


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    reviewer = Reviewer(folders, qtbot, comparison(FOUR))
    qtbot.addWidget(reviewer.window)
    yield reviewer
    reviewer.window.close()


def listed(ada: Reviewer) -> list[str]:
    return [action.text() for action in ada.window._menus["filters"].actions() if not action.isSeparator()]


def choose(ada: Reviewer, name: str) -> None:
    next(each for each in ada.window._menus["filters"].actions() if each.text() == name).trigger()


def test_a_filter_is_saved_shown_again_and_forgotten(ada: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = ada.window.panel
    assert listed(ada)[0] == "No filters saved yet"
    assert not ada.window.actions_by_id["forget_filter"].isEnabled()
    panel.set_filter(UNDECIDED)
    assert panel.shown == UNDECIDED
    answer(monkeypatch, "  to  ask & tell ")
    ada.act("save_filter")
    assert ada.said == "The filter is kept as “to ask & tell”: View › Filters."
    assert saved_filters(Memory(ada.folders).settings) == {"to ask & tell": UNDECIDED}
    panel.reset_filter()
    assert panel.shown == EVERYTHING
    choose(ada, "to ask && tell")
    assert panel.shown == UNDECIDED
    assert len(panel.order()) == 1
    answer(monkeypatch, "to ask & tell")
    ada.act("forget_filter")
    assert listed(ada)[0] == "No filters saved yet"
    assert panel.shown == UNDECIDED


def test_the_line_that_names_a_filter_saves_it(ada: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    ada.window.panel.set_filter(Filter(text="left"))
    answer(monkeypatch, "left")
    button = ada.window.panel.findChild(QPushButton, "saveFilter")
    assert button is not None
    button.click()
    assert list(saved_filters(ada.memory.settings)) == ["left"]


def test_without_a_filter_or_a_name_nothing_is_saved(ada: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "everything")
    ada.act("save_filter")
    assert ada.said == "All findings are shown: filter the list first."
    ada.window.panel.set_filter(Filter(text="left"))
    answer(monkeypatch, None)
    ada.act("save_filter")
    answer(monkeypatch, "   ")
    ada.act("save_filter")
    assert ada.memory.settings.filters == ()


def test_a_kind_that_no_reason_has_lets_nothing_through(ada: Reviewer) -> None:
    wanted = Filter(kinds=frozenset({ReasonKind.UNIT}))
    ada.window.panel.set_filter(wanted)
    assert (ada.window.panel.shown, ada.window.panel.order()) == (wanted, ())


def test_choosing_a_filter_goes_back_to_the_findings(ada: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    ada.window.panel.set_filter(UNDECIDED)
    answer(monkeypatch, "mine")
    ada.act("save_filter")
    ada.act("unanswered")
    choose(ada, "mine")
    assert not ada.window.panel.shows_unanswered
    assert ada.window.panel.shown == UNDECIDED


DATES = Filter(kinds=frozenset({ReasonKind.DATE}))


@pytest.fixture
def at_dates(ada: Reviewer) -> Reviewer:
    """Somebody who looks at what is about dates, which is one finding: L2 – R2."""
    ada.window.panel.set_filter(DATES)
    ada.window.panel.focus_list()
    assert (ada.window.panel.order(), ada.chosen) == ((1,), L2_R2)
    return ada


def kinds(ada: Reviewer) -> list[str]:
    """What the list of kinds offers."""
    row = ada.window.panel.findChild(FilterRow)
    assert isinstance(row, FilterRow)
    box = row.findChildren(QComboBox)[0]
    return [box.itemText(i) for i in range(box.count())]


def is_at_dates(ada: Reviewer) -> bool:
    return (ada.window.panel.shown, ada.window.panel.filter_line.words) == (DATES, "Shown: date")


def test_a_filter_stays_when_the_last_finding_that_passes_it_is_taken_apart(at_dates: Reviewer) -> None:
    at_dates.press("U", CONTROL)
    assert is_at_dates(at_dates)
    assert at_dates.window.panel.order() == ()
    at_dates.act("undo")
    assert is_at_dates(at_dates)
    assert at_dates.window.panel.order() == (1,)
    assert kinds(at_dates) == ["Reasons", "Number", "Date", "How certain"]


def judged_once_more(ada: Reviewer, scenario: str) -> None:
    """Other verdicts and kinds for the same texts."""
    ada.document.put(replace(ada.state, is_refining=True))
    ada.controller._ask_to_compare("thorough")
    former = ada.state.comparison
    assert former is not None
    ada.tasks.answer_comparing(comparison(scenario, former.left, former.right))


def test_a_filter_stays_when_its_findings_are_called_another_kind(at_dates: Reviewer) -> None:
    judged_once_more(at_dates, "A1=B1:number A2!B2:number A3!B3:number A4~B4:modality")
    assert is_at_dates(at_dates)
    judged_once_more(at_dates, "A1=B1:number A2!B2:number A3!B3:date A4~B4:modality")
    assert at_dates.window.panel.order() == (2,)


def test_a_kind_that_nobody_looks_for_goes_with_its_last_finding(at_dates: Reviewer) -> None:
    at_dates.window.panel.reset_filter()
    at_dates.press("U", CONTROL)
    assert "Date" not in kinds(at_dates)


def test_a_kind_that_is_left_is_offered_no_longer_once_there_is_another_comparison(at_dates: Reviewer) -> None:
    at_dates.press("U", CONTROL)
    at_dates.window.panel.reset_filter()
    judged_once_more(at_dates, "A1=B1:number A3!B3:number A4~B4:modality")
    assert kinds(at_dates) == ["Reasons", "Number", "How certain"]


def test_another_pair_begins_with_all_that_there_is(at_dates: Reviewer) -> None:
    at_dates.press("U", CONTROL)
    at_dates.act("close_pair")
    at_dates.read_both()
    at_dates.tasks.answer_comparing(comparison("A1=B1:number A2!B2:unit"))
    assert at_dates.window.panel.shown == EVERYTHING
    assert kinds(at_dates) == ["Reasons", "Number", "Unit"]


def test_another_pair_begins_with_all_its_facts(ada: Reviewer) -> None:
    facts = ada.window.panel.facts
    words = facts.findChild(FindField)
    assert isinstance(words, FindField)
    facts.choose_filter(FactFilter(text="litres"))
    judged_once_more(ada, FOUR)
    assert words.text() == "litres"
    ada.act("close_pair")
    assert words.text() == ""
