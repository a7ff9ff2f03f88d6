"""The pages of the help: which there are, and how each is read, with the keys and menus that hold now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from PySide6.QtGui import QAction, QKeySequence

from statement_compare import bundled
from statement_compare.ui.actions import ACTIONS, ActionSpec, first_keys, shown_keys
from statement_compare.ui.strings import language, say

SUBJECTS: Final = (
    "start",
    "verdicts",
    "deciding",
    "keys",
    "sessions",
    "reports",
    "originals",
    "filters",
    "projector",
    "settings",
    "privacy",
    "accessibility",
)
"""In the order of the list; each is a file `resources/help/LANGUAGE/SUBJECT.md`.

In it, `[[next]]` stands for the keys of an action, or for its menu where it has none, and `<<next>>` for its menu;
`[[TABLE]]` for the table of all actions.
"""
_PLACE = re.compile(r"\[\[(\w+)\]\]|<<(\w+)>>")
_TABLE: Final = "TABLE"
_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|<>~-])")
# What a standard key of the platform is called where a keyboard has a key of its own for it.
_RARE: Final = ("New", "Undo", "Redo", "Settings")
_SPECS: Final = {spec.id: spec for spec in ACTIONS}


def source(subject: str, code: str) -> str:
    """A page as it was written, in a language of the window. Raises OSError where there is none."""
    return bundled.path("help", code, f"{subject}.md").read_text(encoding="utf-8")


def title(subject: str) -> str:
    return _written(subject).partition("\n")[0].removeprefix("# ")


def page(subject: str, actions: Mapping[str, QAction]) -> str:
    """A page in Markdown, in the present language."""

    def fill(place: re.Match[str]) -> str:
        if place[1] == _TABLE:
            return "\n".join(_table(actions))
        keys = first_keys(actions[place[1]]) if place[1] else ""
        return f"**{_literal(keys)}**" if keys else f"*{_literal(menu_path(_SPECS[place[1] or place[2]]))}*"

    return _PLACE.sub(fill, _written(subject))


def menu_path(spec: ActionSpec) -> str:
    """Where an action stands, such as "View › Filters › Save this filter"."""
    menus = [say(f"menu.{name}").replace("&", "") for name in (spec.menu, spec.submenu) if name]
    return " › ".join((*menus, spec.name))


def _written(subject: str) -> str:
    try:
        return source(subject, language())
    except OSError:  # not in this language
        return source(subject, "en")


def _table(actions: Mapping[str, QAction]) -> Iterator[str]:
    """All actions, menu by menu, with all their keys and what they do."""
    head = f"| {say('shortcuts.action')} | {say('shortcuts.keys')} | {say('help.does')} |\n|---|---|---|"
    menus = dict.fromkeys(spec.menu for spec in ACTIONS)
    for menu in menus:
        yield f"\n## {say(f'menu.{menu}').replace('&', '')}\n\n{head}"
        for spec in ACTIONS:
            if spec.menu == menu:
                keys = shown_keys([each.toString() for each in actions[spec.id].shortcuts() if not _is_rare(each)])
                submenu = f"{say(f'menu.{spec.submenu}')}: " if spec.submenu else ""
                cells = (submenu + spec.name, keys, spec.help)
                yield "| " + " | ".join(map(_literal, cells)) + " |"
    yield ""


def _is_rare(keys: QKeySequence) -> bool:
    """Whether this is a key that few keyboards have, such as one on which "New" is printed."""
    return keys.toString() in _RARE


def _literal(words: str) -> str:
    """Words as they are, whatever their characters mean in Markdown, as the last one of the key "Alt+\\" does."""
    return _MARKS.sub(r"\\\1", words)


def matching(words: str, text_of: Callable[[str], str]) -> list[str]:
    """The subjects whose text, as it is shown, holds all of these words; all subjects for none."""
    wanted = words.casefold().split()
    return [subject for subject in SUBJECTS if all(word in text_of(subject).casefold() for word in wanted)]
