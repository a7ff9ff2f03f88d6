"""By which words options are found: what they are called in the settings file, and what else people call them."""

from __future__ import annotations

from statement_compare.session.options import Settings, schema
from statement_compare.ui.actions import ACTIONS, keys_of, shown_keys
from statement_compare.ui.help_texts import menu_path
from statement_compare.ui.strings import say

_IN_MENUS = ("findings", "inspector", "overview", "scroll_locked", "hidden_characters", "shortcuts", "save_filter")


def words_for(key: str) -> str:
    """Words for a setting beside those that stand on its page."""
    line = next(line for line in schema() if line.key == key)
    about = "" if line.kind == "table" else line.help  # that of a table says how it is written
    return " ".join((key, about, _also(key)))


def options_elsewhere(settings: Settings) -> list[tuple[str, str]]:
    """What is chosen in menus, and kept: its menu with its first key, and by which words it is found."""
    found = []
    for spec in ACTIONS:
        if spec.id in _IN_MENUS:
            keys = shown_keys(keys_of(spec, dict(settings.shortcuts))[:1])
            place = f"{menu_path(spec)} ({keys})" if keys else menu_path(spec)
            found.append((place, " ".join((place, spec.help, spec.id, _also(spec.id)))))
    return found


def _also(key: str) -> str:
    """Other words, in the present language and in English, which many type whatever the window speaks."""
    return f"{say(f'settings.also_{key}')} {say(f'settings.also_{key}', 'en')}"
