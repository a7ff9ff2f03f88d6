from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from statement_compare.engine.model import Role
from statement_compare.session.options import THEME_CHOICES
from statement_compare.session.review import Status
from statement_compare.ui import actions as table
from statement_compare.ui.actions import ACTIONS, Conflict, conflict_of, keys_of, with_keys
from statement_compare.ui.commands import Commands
from statement_compare.ui.deciding import Deciding
from statement_compare.ui.evidence import Evidence
from statement_compare.ui.full_screen import FullScreen
from statement_compare.ui.help_pages import HelpPages
from statement_compare.ui.linking import Linking
from statement_compare.ui.opening import Opening
from statement_compare.ui.reporting import Reporting
from statement_compare.ui.saving import Saving
from statement_compare.ui.seeing import Seeing
from statement_compare.ui.sending import Sending

SPECS = {spec.id: spec for spec in ACTIONS}


def test_no_two_actions_answer_to_the_same_key() -> None:
    held = Counter(QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.keys)
    assert [keys for keys, number in held.items() if number > 1] == []


def test_every_key_is_one_the_toolkit_knows() -> None:
    for spec in ACTIONS:
        for keys in spec.keys:
            assert QKeySequence(keys).toString(), (spec.id, keys)


@pytest.mark.parametrize(
    ("action", "keys"),
    [
        ("next", ("Alt+Down", "F8")),
        ("previous", ("Alt+Up", "F7")),
        ("next_contradiction", ("Ctrl+Down",)),
        ("previous_contradiction", ("Ctrl+Up",)),
        ("other_side", ("F6",)),
        ("open_left", ("Ctrl+O",)),
        ("open_right", ("Ctrl+Shift+O",)),
        ("swap", ("Alt+\\",)),
        ("overview", ("F9",)),
        ("full_screen", ("F11",)),
        ("projector", ("F5",)),
    ],
)
def test_keys_are_the_ones_people_bring_with_them(action: str, keys: tuple[str, ...]) -> None:
    assert SPECS[action].keys == keys


def _is_done(action: str) -> bool:
    """Whether an action has a method, or is one of those made from a table of verdicts or of statuses."""
    made = (
        {f"verdict_{verdict.value}" for verdict in table.VERDICT_KEYS}
        | {f"status_{each.value}" for each in Status}
        | {f"role_{each.value}" for each in Role}
    )
    kinds = (Commands, Deciding, Evidence, FullScreen, HelpPages, Linking, Opening, Reporting, Saving, Seeing, Sending)
    return action in made or any(callable(getattr(kind, action, None)) for kind in kinds)


def test_every_action_has_something_it_does() -> None:
    own = [spec for spec in ACTIONS if not spec.id.startswith(table.THEME)]
    assert [spec.id for spec in own if not _is_done(spec.id)] == []
    assert [spec.id.removeprefix(table.THEME) for spec in ACTIONS if spec not in own] == list(THEME_CHOICES)


def test_every_action_stands_in_a_menu_with_its_key(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = table.build(window, {})
    menus = table.fill(window.menuBar(), actions)
    listed = {action.objectName() for menu in menus.values() for action in menu.actions() if action.objectName()}
    assert listed == set(SPECS)
    assert [key.toString() for key in actions["next"].shortcuts()] == ["Alt+Down", "F8"]


def test_a_changed_key_takes_the_place_of_the_shipped_ones() -> None:
    changed = with_keys("swap", ("Ctrl+T",), {})
    assert keys_of(SPECS["swap"], changed) == ("Ctrl+T",)
    assert keys_of(SPECS["next"], changed) == ("Alt+Down", "F8")


def test_a_key_of_another_action_is_named_before_it_is_taken() -> None:
    assert conflict_of("swap", "F8", {}) == Conflict("F8", "next")
    assert conflict_of("next", "F8", {}) is None
    assert conflict_of("swap", "Ctrl+T", {}) is None


def test_taking_a_key_leaves_the_other_action_its_second_one() -> None:
    changed = with_keys("swap", ("F8",), {})
    assert changed == {"swap": "F8", "next": "Alt+Down"}


def test_going_back_to_the_shipped_keys_leaves_no_trace() -> None:
    changed = with_keys("swap", ("Ctrl+T",), {})
    assert with_keys("swap", SPECS["swap"].keys, changed) == {}


def test_an_action_can_have_no_key_at_all() -> None:
    changed = with_keys("swap", (), {})
    assert keys_of(SPECS["swap"], changed) == ()


def test_the_keys_of_the_platform_answer_beside_the_shipped_ones(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    monkeypatch.setattr(QKeySequence, "keyBindings", lambda _: [QKeySequence("Ctrl+P"), QKeySequence("Ctrl+,")])
    actions = table.build(window, {})
    assert [key.toString() for key in actions["settings"].shortcuts()] == ["Ctrl+,", "Ctrl+P"]
    table.set_keys(actions, {"settings": "Ctrl+T"})
    assert [key.toString() for key in actions["settings"].shortcuts()] == ["Ctrl+T"]
