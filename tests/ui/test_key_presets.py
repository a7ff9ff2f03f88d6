"""The keys of other programs: no two actions answer to one key in any of them, and one choice sets all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QMainWindow
from pytestqt.qtbot import QtBot

from statement_compare.ui import actions as table
from statement_compare.ui.actions import ACTIONS, keys_of
from statement_compare.ui.dialogs.shortcuts import ShortcutsDialog
from statement_compare.ui.key_presets import OWN, PRESETS, Preset, changed_by, preset_of

# What any platform adds where the shipped keys hold.
STANDARD = {
    QKeySequence.StandardKey.New: ["Ctrl+N", "Ctrl+Shift+N"],
    QKeySequence.StandardKey.Undo: ["Ctrl+Z", "Alt+Backspace"],
    QKeySequence.StandardKey.Redo: ["Ctrl+Y", "Ctrl+Shift+Z", "Alt+Shift+Backspace"],
    QKeySequence.StandardKey.Preferences: ["Ctrl+,", "Ctrl+Shift+P"],
}
BY_NAME = {preset.name: preset for preset in PRESETS}


@pytest.fixture(params=PRESETS, ids=lambda preset: preset.name)
def preset(request: pytest.FixtureRequest) -> Preset:
    found = request.param
    assert isinstance(found, Preset)
    return found


def held(changed: Mapping[str, str], qtbot: QtBot) -> list[tuple[str, str]]:
    """Every key with its action, as a window has them."""
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = table.build(window, dict(changed))
    return [(keys.toString(), name) for name, action in actions.items() for keys in action.shortcuts()]


def test_no_two_actions_answer_to_one_key(preset: Preset, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(QKeySequence, "keyBindings", lambda kind: [QKeySequence(keys) for keys in STANDARD[kind]])
    keys = [keys for keys, _ in held(changed_by(preset), qtbot)]
    assert [each for each, number in Counter(keys).items() if number > 1] == []
    chords = [each.split(", ")[0] for each in keys if ", " in each and each != "Ctrl+,"]
    assert [each for each in chords if each in keys] == []


def test_every_key_is_one_that_the_toolkit_knows_of_an_action_that_there_is(preset: Preset) -> None:
    assert preset.keys.keys() <= {spec.id for spec in ACTIONS}
    for keys in preset.keys.values():
        assert all(QKeySequence(each).toString() == each for each in keys)


def test_no_action_loses_all_its_keys_to_a_preset(preset: Preset) -> None:
    changed = changed_by(preset)
    assert [spec.id for spec in ACTIONS if spec.keys and not keys_of(spec, changed)] == []


def test_a_preset_is_known_by_its_keys(preset: Preset) -> None:
    assert preset_of(changed_by(preset)) == preset.name
    assert preset_of({**changed_by(preset), "swap": "Ctrl+T"}) == OWN


@pytest.mark.parametrize(
    ("name", "action", "keys"),
    [
        ("default", "next", ("Alt+Down", "F8")),
        ("meld", "next", ("Alt+Down", "Ctrl+D")),
        ("meld", "next_contradiction", ("Ctrl+K",)),
        ("meld", "other_side", ("Alt+PgDown", "Alt+PgUp")),
        ("meld", "swap", ("Alt+\\",)),
        ("winmerge", "previous", ("Alt+Up", "F7")),
        ("winmerge", "next_contradiction", ("Alt+Shift+Down",)),
        ("winmerge", "compare_again", ("F5",)),
        ("vscode", "next", ("Alt+F5", "F7")),
        ("vscode", "findings", ("Ctrl+B",)),
        ("vscode", "other_side", ("F6",)),
    ],
)
def test_the_keys_are_those_of_the_program(name: str, action: str, keys: tuple[str, ...]) -> None:
    spec = next(each for each in ACTIONS if each.id == action)
    assert keys_of(spec, changed_by(BY_NAME[name])) == keys


def test_one_choice_sets_all_keys_and_single_ones_can_still_be_changed(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog({"swap": "Ctrl+T"})
    qtbot.addWidget(dialog)
    box = dialog.findChild(QComboBox)
    assert (dialog.preset, box.currentText()) == (OWN, "Your own")
    box.setCurrentIndex(box.findText("Meld"))
    box.activated.emit(box.currentIndex())
    assert dialog.changed == changed_by(BY_NAME["meld"])
    assert dialog.shown_keys_of("next_contradiction") == "Ctrl+K"
    assert dialog.shown_keys_of("swap") == "Alt+\\"
    assert [box.itemText(row) for row in range(box.count())] == [
        "Statement Compare (default)",
        "Meld",
        "WinMerge",
        "VS Code",
    ]
    dialog.choose("swap")
    dialog.press("Ctrl+K")
    dialog.use_only()
    assert dialog.preset == OWN
    assert dialog.shown_keys_of("next_contradiction") == ""
    dialog.reset()
    assert (dialog.preset, dialog.changed) == ("default", {})


def test_a_key_of_the_platform_that_another_action_was_given_is_that_ones(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QKeySequence, "keyBindings", lambda kind: [QKeySequence(keys) for keys in STANDARD[kind]])
    assert [name for keys, name in held({"link": "Ctrl+Y"}, qtbot) if keys == "Ctrl+Y"] == ["link"]
