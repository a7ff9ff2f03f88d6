"""Everything the window can do, as a table: its words, keys, menu and help; the keys may be changed by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from statement_compare.engine.model import Role, Verdict
from statement_compare.session.options import SYSTEM_THEME, THEME_CHOICES
from statement_compare.session.review import Status
from statement_compare.ui.mnemonics import give_mnemonics
from statement_compare.ui.strings import has, say

KEYS_JOINED_BY = "; "
THEME = "theme_"
"""What the ids of the actions begin with that choose a theme."""
STATUS = "status_"
ROLE = "role_"
VERDICT_KEYS = {Verdict.AGREEMENT: "A", Verdict.QUALIFIED: "Q", Verdict.CONTRADICTION: "C", Verdict.UNCLEAR: "U"}
_MENUS = ("file", "edit", "go", "review", "sides", "view", "help")


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `keys` are portable key sequences, the first is shown; `starts_group` draws a line above it.

    `standard` is what the platform calls this action; its keys there, if it has any, answer as well. One that
    `is_local` answers to its keys only where a finding has the keyboard: on a card, in a text, below the texts.
    """

    id: str
    menu: str
    keys: tuple[str, ...] = ()
    is_checkable: bool = False
    starts_group: bool = False
    exclusive: str = ""
    submenu: str = ""
    standard: QKeySequence.StandardKey | None = None
    is_local: bool = False

    @property
    def text(self) -> str:
        return say(f"action.{self.id}")

    @property
    def name(self) -> str:
        """The text without the dots that announce a dialog."""
        return self.text.removesuffix("…")

    @property
    def help(self) -> str:
        return say(f"help.{self.id}") if has(f"help.{self.id}") else ""


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new_window", "file", ("Ctrl+Shift+N",), standard=QKeySequence.StandardKey.New),
    ActionSpec("open_both", "file", starts_group=True),
    ActionSpec("open_left", "file", ("Ctrl+O",)),
    ActionSpec("open_right", "file", ("Ctrl+Shift+O",)),
    ActionSpec("open_session", "file", ("Ctrl+Alt+O",)),
    ActionSpec("unsaved", "file", ("Ctrl+Alt+U",)),
    ActionSpec("forget", "file", starts_group=True),
    ActionSpec("sample", "file"),
    ActionSpec("compare_again", "file", ("Ctrl+R",), starts_group=True),
    ActionSpec("stop", "file", ("Esc",)),
    ActionSpec("save_session", "file", ("Ctrl+S",), starts_group=True),
    ActionSpec("save_session_as", "file", ("Ctrl+Alt+S",)),
    ActionSpec("report", "file", ("Ctrl+Shift+S",)),
    ActionSpec("marked_left", "file", submenu="marked"),
    ActionSpec("marked_right", "file", submenu="marked"),
    ActionSpec("reply", "file", starts_group=True),
    ActionSpec("claim_review", "file"),
    ActionSpec("bundle", "file"),
    ActionSpec("verify_bundle", "file"),
    ActionSpec("close_pair", "file", ("Ctrl+W",), starts_group=True),
    ActionSpec("close_window", "file", ("Ctrl+Shift+W",)),
    ActionSpec("quit", "file", ("Ctrl+Q",)),
    ActionSpec("undo", "edit", ("Ctrl+Z",), standard=QKeySequence.StandardKey.Undo),
    ActionSpec("redo", "edit", ("Ctrl+Shift+Z",), standard=QKeySequence.StandardKey.Redo),
    ActionSpec("paste", "edit", ("Ctrl+V", "Shift+Ins"), starts_group=True),
    ActionSpec("copy_text", "edit", ("Ctrl+C", "Ctrl+Ins"), starts_group=True),
    ActionSpec("select_all", "edit", ("Ctrl+A",)),
    ActionSpec("copy", "edit", ("Ctrl+Shift+C",)),
    ActionSpec("find", "edit", ("Ctrl+F",), starts_group=True),
    ActionSpec("find_next", "edit", ("F3", "Ctrl+G")),
    ActionSpec("find_previous", "edit", ("Shift+F3", "Ctrl+Shift+G")),
    ActionSpec("what_if", "edit", ("Ctrl+E",), starts_group=True),
    ActionSpec("settings", "edit", ("Ctrl+,",), starts_group=True, standard=QKeySequence.StandardKey.Preferences),
    ActionSpec("next", "go", ("Alt+Down", "F8")),
    ActionSpec("previous", "go", ("Alt+Up", "F7")),
    ActionSpec("next_contradiction", "go", ("Ctrl+Down",)),
    ActionSpec("previous_contradiction", "go", ("Ctrl+Up",)),
    ActionSpec("other_side", "go", ("F6",), starts_group=True),
    ActionSpec("findings_focus", "go", ("Ctrl+1",)),
    ActionSpec("unanswered", "go", ("Ctrl+2",), is_checkable=True),
    ActionSpec("texts_focus", "go", ("Ctrl+3",)),
    ActionSpec("original", "go", ("Ctrl+Shift+P",), starts_group=True),
    ActionSpec("facts", "go", ("Ctrl+4",), is_checkable=True),
    *(ActionSpec(f"verdict_{verdict.value}", "review", (key,), is_local=True) for verdict, key in VERDICT_KEYS.items()),
    ActionSpec("verdict_back", "review", ("Backspace",), is_local=True),
    ActionSpec("confirm", "review", ("Space",), is_checkable=True, starts_group=True, is_local=True),
    ActionSpec("confirm_up_to", "review", ("Ctrl+Shift+Space",)),
    ActionSpec("dismiss", "review", ("Del",), is_checkable=True, is_local=True),
    ActionSpec("note", "review", ("N",), starts_group=True, is_local=True),
    ActionSpec("bookmark", "review", ("B",), is_checkable=True, is_local=True),
    *(
        ActionSpec(
            f"{STATUS}{status.value}",
            "review",
            (str(number),),
            is_checkable=True,
            exclusive="status",
            submenu="status",
            is_local=True,
        )
        for number, status in enumerate(Status, start=1)
    ),
    ActionSpec("link", "review", ("Ctrl+L",), starts_group=True),
    ActionSpec("unlink", "review", ("Ctrl+U",)),
    ActionSpec("split", "review", ("Ctrl+Shift+L",)),
    ActionSpec("merge", "review", ("Ctrl+M",)),
    ActionSpec("pick", "review", ("Ctrl+Space",)),
    *(ActionSpec(f"{ROLE}{role.value}", "review", submenu="role") for role in Role),
    ActionSpec("speaker_left", "review", submenu="speaker"),
    ActionSpec("speaker_right", "review", submenu="speaker"),
    ActionSpec("why_not", "review", ("W",), starts_group=True, is_local=True),
    ActionSpec("correct", "review", ("F2",), starts_group=True),
    ActionSpec("changes", "review", ("F4",), starts_group=True),
    ActionSpec("clear_filter", "review", ("Ctrl+Shift+A",)),
    ActionSpec("swap", "sides", ("Alt+\\",)),
    ActionSpec("lines", "sides", is_checkable=True),
    ActionSpec("details_left", "sides", starts_group=True),
    ActionSpec("details_right", "sides"),
    ActionSpec("zoom_in", "view", ("Ctrl++", "Ctrl+=")),
    ActionSpec("zoom_out", "view", ("Ctrl+-",)),
    ActionSpec("zoom_reset", "view", ("Ctrl+0",)),
    ActionSpec("findings", "view", ("Ctrl+Shift+F",), is_checkable=True, starts_group=True),
    ActionSpec("inspector", "view", ("Ctrl+I",), is_checkable=True),
    ActionSpec("overview", "view", ("F9",), is_checkable=True),
    ActionSpec("scroll_locked", "view", ("Ctrl+Shift+Y",), is_checkable=True),
    ActionSpec("hidden_characters", "view", is_checkable=True),
    ActionSpec("save_filter", "view", ("Ctrl+Shift+E",), starts_group=True, submenu="filters"),
    ActionSpec("forget_filter", "view", submenu="filters"),
    *(
        ActionSpec(
            f"{THEME}{choice}",
            "view",
            is_checkable=True,
            exclusive="theme",
            submenu="theme",
            starts_group=choice == SYSTEM_THEME,
        )
        for choice in THEME_CHOICES
    ),
    ActionSpec("summary", "view", ("Ctrl+Shift+U",), starts_group=True),
    ActionSpec("projector", "view", ("F5",), is_checkable=True, starts_group=True),
    ActionSpec("full_screen", "view", ("F11",), is_checkable=True),
    ActionSpec("help", "help", ("F1",)),
    ActionSpec("tour", "help"),
    ActionSpec("shortcuts", "help", ("Ctrl+F1",)),
    ActionSpec("legend", "help"),
    ActionSpec("about", "help", starts_group=True),
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A key sequence that another action has already."""

    keys: str
    action: str


def keys_of(spec: ActionSpec, changed: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of an action after a person's changes; "" in `changed` takes all keys away."""
    if spec.id not in changed:
        return spec.keys
    return tuple(part for part in changed[spec.id].split(KEYS_JOINED_BY) if part)


def conflict_of(action: str, keys: str, changed: Mapping[str, str]) -> Conflict | None:
    """Who else answers to `keys`, or None."""
    wanted = QKeySequence(keys)
    for spec in ACTIONS:
        if spec.id != action and any(QKeySequence(held) == wanted for held in keys_of(spec, changed)):
            return Conflict(keys, spec.id)
    return None


def with_keys(
    action: str, keys: Sequence[str], changed: Mapping[str, str], specs: Sequence[ActionSpec] = ACTIONS
) -> dict[str, str]:
    """The changes with `action` answering to `keys` alone; others lose them, what is as shipped drops out."""
    result = dict(changed)
    taken = [QKeySequence(each) for each in keys]
    for spec in specs:
        if spec.id == action:
            held = tuple(keys)
        else:
            held = tuple(each for each in keys_of(spec, changed) if QKeySequence(each) not in taken)
        if held == spec.keys:
            result.pop(spec.id, None)
        else:
            result[spec.id] = KEYS_JOINED_BY.join(held)
    return result


def shown_keys(keys: Sequence[str]) -> str:
    """Keys as the platform writes them."""
    return ", ".join(QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in keys)


def first_keys(action: QAction) -> str:
    """The first keys of an action as the platform writes them; "" for none."""
    return shown_keys([action.shortcut().toString()])


def build(parent: QWidget, changed: Mapping[str, str]) -> dict[str, QAction]:
    """The actions by their id, with keys and help, none in a menu yet."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for spec in ACTIONS:
        action = QAction(spec.text, parent)
        action.setObjectName(spec.id)
        action.setCheckable(spec.is_checkable)
        if spec.help:
            action.setStatusTip(spec.help)
        if spec.exclusive:
            group = groups.setdefault(spec.exclusive, QActionGroup(parent))
            group.addAction(action)
        actions[spec.id] = action
        if spec.is_local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            parent.addAction(action)
    set_keys(actions, changed)
    actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
    actions["settings"].setMenuRole(QAction.MenuRole.PreferencesRole)
    actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
    return actions


def make_local(actions: Mapping[str, QAction], *places: QWidget) -> None:
    """Let the local actions answer to their keys in these places and in what lies in them."""
    for spec in ACTIONS:
        if spec.is_local:
            for place in places:
                place.addAction(actions[spec.id])


def name(actions: Mapping[str, QAction], menus: Mapping[str, QMenu]) -> None:
    """Say what actions and menus do in the present language."""
    for spec in ACTIONS:
        actions[spec.id].setText(spec.text)
        actions[spec.id].setStatusTip(spec.help)
    for key, menu in menus.items():
        menu.setTitle(say(f"menu.{key}"))


def set_keys(actions: Mapping[str, QAction], changed: Mapping[str, str]) -> None:
    """Give every action its keys; those of the platform come after the shipped ones, unless a person chose others.

    A key of the platform that a person gave to another action is that one's.
    """
    taken = [QKeySequence(each) for spec in ACTIONS for each in keys_of(spec, changed)]
    for spec in ACTIONS:
        keys = [QKeySequence(each) for each in keys_of(spec, changed)]
        if spec.standard is not None and spec.id not in changed:
            keys += [each for each in QKeySequence.keyBindings(spec.standard) if each not in taken]
        actions[spec.id].setShortcuts(keys)


def fill(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Put every action into its menu; returns the menus by name, so that lists can be added to them."""
    menus = {name: bar.addMenu(say(f"menu.{name}")) for name in _MENUS}
    submenus: dict[str, QMenu] = {}
    for spec in ACTIONS:
        menu = menus[spec.menu]
        if spec.starts_group:
            menu.addSeparator()
        if spec.submenu:
            if spec.submenu not in submenus:
                submenus[spec.submenu] = menu.addMenu(say(f"menu.{spec.submenu}"))
            menu = submenus[spec.submenu]
        menu.addAction(actions[spec.id])
    give_mnemonics(*menus.values(), *submenus.values())
    return menus | submenus
