"""The keys of other programs, for people who know them by heart: which keys each gives to what this window does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from statement_compare.ui.actions import ACTIONS, KEYS_JOINED_BY

DEFAULT: Final = "default"
OWN: Final = ""
"""Keys that are no preset."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Keys by action. `title` is a program's name, the same in all languages; "" for the keys as they are shipped."""

    name: str
    title: str
    keys: Mapping[str, tuple[str, ...]]


# What a program has no key for keeps ours, but where that key is taken: then it moves to the nearest free one. A change
# there is a finding here, a conflict a contradiction, and the other pane the other side.
PRESETS: Final = (
    Preset(DEFAULT, "", {}),
    Preset(
        "meld",
        "Meld",
        {
            "next": ("Alt+Down", "Ctrl+D"),
            "previous": ("Alt+Up", "Ctrl+E"),
            "next_contradiction": ("Ctrl+K",),
            "previous_contradiction": ("Ctrl+J",),
            "other_side": ("Alt+PgDown", "Alt+PgUp"),
            "find_next": ("Ctrl+G", "F3"),
            "find_previous": ("Ctrl+Shift+G", "Shift+F3"),
            "compare_again": ("Ctrl+R", "F5"),
            "new_window": ("Ctrl+N",),
            "save_session_as": ("Ctrl+Shift+S",),
            "report": ("Ctrl+Alt+S",),
            "what_if": ("Ctrl+Alt+E",),
            "projector": ("Shift+F5",),
        },
    ),
    Preset(
        "winmerge",
        "WinMerge",
        {
            "next": ("Alt+Down", "F8"),
            "previous": ("Alt+Up", "F7"),
            "next_contradiction": ("Alt+Shift+Down",),
            "previous_contradiction": ("Alt+Shift+Up",),
            "other_side": ("F6",),
            "find_next": ("F3",),
            "find_previous": ("Shift+F3",),
            "compare_again": ("F5",),
            "new_window": ("Ctrl+N",),
            "redo": ("Ctrl+Y",),
            "bookmark": ("Ctrl+F2", "B"),
            "zoom_reset": ("Ctrl+*",),
            "projector": ("Shift+F5",),
        },
    ),
    Preset(
        "vscode",
        "VS Code",
        {
            "next": ("Alt+F5", "F7"),
            "previous": ("Alt+Shift+F5", "Shift+F7"),
            "next_contradiction": ("F8",),
            "previous_contradiction": ("Shift+F8",),
            "find_next": ("F3",),
            "find_previous": ("Shift+F3",),
            "redo": ("Ctrl+Y", "Ctrl+Shift+Z"),
            "new_window": ("Ctrl+Shift+N",),
            "close_pair": ("Ctrl+W", "Ctrl+F4"),
            "save_session_as": ("Ctrl+Shift+S",),
            "report": ("Ctrl+Alt+S",),
            "findings": ("Ctrl+B",),
            "inspector": ("Ctrl+J",),
            "findings_focus": ("Ctrl+0",),
            "texts_focus": ("Ctrl+1",),
            "zoom_reset": ("Ctrl+Num+0",),
            "shortcuts": ("Ctrl+K, Ctrl+S",),
        },
    ),
)


def changed_by(preset: Preset) -> dict[str, str]:
    """What the settings hold of changed keys with a preset."""
    shipped = {spec.id: spec.keys for spec in ACTIONS}
    return {action: KEYS_JOINED_BY.join(keys) for action, keys in preset.keys.items() if keys != shipped[action]}


def preset_of(changed: Mapping[str, str]) -> str:
    """The name of the preset that these changed keys are; `OWN` for none."""
    return next((preset.name for preset in PRESETS if changed_by(preset) == dict(changed)), OWN)
