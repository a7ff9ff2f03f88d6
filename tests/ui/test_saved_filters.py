"""Filters that are saved under a name and chosen again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from answered import answer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from reviewer import FOUR, Reviewer
from scenario import comparison

from statement_compare.engine.model import ReasonKind, Verdict
from statement_compare.session.folders import Folders
from statement_compare.session.query import EVERYTHING, Filter, Mark
from statement_compare.session.saved_filters import saved_filters
from statement_compare.ui.memory import Memory

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
