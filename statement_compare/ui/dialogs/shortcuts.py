"""All keys on one page: what each action answers to, how to change it, who else had the key, and keys of others."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from statement_compare.ui.actions import ACTIONS, ActionSpec, conflict_of, keys_of, shown_keys, with_keys
from statement_compare.ui.key_presets import OWN, PRESETS, changed_by, preset_of
from statement_compare.ui.strings import say
from statement_compare.ui.widgets.dialog_size import open_at
from statement_compare.ui.widgets.field_parts import name_parts
from statement_compare.ui.widgets.find_field import FindField

_ID = Qt.ItemDataRole.UserRole


class ShortcutsDialog(QDialog):
    """Edits a copy of the changed keys; read `changed` once it is accepted."""

    def __init__(self, changed: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("shortcuts.title"))
        open_at(self, 640, 600)
        self.changed: dict[str, str] = dict(changed)
        self._search = FindField()
        self._search.setPlaceholderText(say("shortcuts.search"))
        name_parts(self._search, say("shortcuts.search"))
        self._search.textChanged.connect(self._narrow)
        self._search.entered.connect(self._enter)
        self._specs = {spec.id: spec for spec in ACTIONS}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._build_tree()
        self._prompt = QLabel()
        self._warning = QLabel()
        self._warning.setProperty("verdict", "contradiction")
        self._warning.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(self._preset_line())
        column.addWidget(self._search)
        column.addWidget(self._tree, 1)
        column.addWidget(self._prompt)
        column.addLayout(self._line())
        column.addWidget(self._warning)
        column.addWidget(self._buttons())
        self._write()
        self._tree.setCurrentItem(self._items[ACTIONS[0].id])
        self._search.setFocus()

    def _build_tree(self) -> None:
        """All actions below their menus, with their keys beside them."""
        self._tree = QTreeWidget()
        self._tree.setColumnCount(2)
        self._tree.setHeaderLabels([say("shortcuts.action"), say("shortcuts.keys")])
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(14)
        self._tree.setAccessibleName(say("shortcuts.title"))
        groups: dict[str, QTreeWidgetItem] = {}
        for spec in ACTIONS:
            if spec.menu not in groups:
                group = QTreeWidgetItem([say(f"menu.{spec.menu}").replace("&", ""), ""])
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                group.setData(1, Qt.ItemDataRole.AccessibleTextRole, group.text(0))
                font = group.font(0)
                font.setWeight(QFont.Weight.DemiBold)  # bold type does not come along, and is smeared
                group.setFont(0, font)
                self._tree.addTopLevelItem(group)
                groups[spec.menu] = group
            item = QTreeWidgetItem([spec.name, ""])
            item.setData(0, _ID, spec.id)
            item.setToolTip(0, spec.help)
            groups[spec.menu].addChild(item)
            self._items[spec.id] = item
        self._tree.expandAll()
        self._tree.currentItemChanged.connect(self._choose)

    def _preset_line(self) -> QHBoxLayout:
        """The choice of a program whose keys are known; it sets all keys at once."""
        self._presets = QComboBox()
        for preset in PRESETS:
            self._presets.addItem(preset.title or say("shortcuts.preset_default"), preset.name)
        name_parts(self._presets, say("shortcuts.preset"))
        self._presets.activated.connect(lambda row: self.use_preset(str(self._presets.itemData(row))))
        name = QLabel(say("shortcuts.preset"))
        name.setBuddy(self._presets)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(name)
        line.addWidget(self._presets, 1)
        return line

    def _line(self) -> QVBoxLayout:
        """Where keys are pressed, and what can be done with them."""
        self._edit = QKeySequenceEdit()
        self._edit.setMaximumSequenceLength(1)
        name_parts(self._edit, say("shortcuts.press"))
        self._edit.keySequenceChanged.connect(self._warn)
        self._only = self._button("shortcuts.only", self.use_only)
        self._add = self._button("shortcuts.add", self.add_key)
        self._none = self._button("shortcuts.none", lambda: self._set(()))
        self._default = self._button("shortcuts.default", self._set_default)
        buttons = QHBoxLayout()
        for button in (self._only, self._add, self._none, self._default):
            buttons.addWidget(button)
        buttons.addStretch(1)
        lines = QVBoxLayout()
        lines.addWidget(self._edit)
        lines.addLayout(buttons)
        return lines

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        reset = buttons.addButton(say("dialog.reset"), QDialogButtonBox.ButtonRole.ResetRole)
        reset.setAutoDefault(False)
        reset.clicked.connect(self.reset)
        ok = buttons.addButton(say("dialog.ok"), QDialogButtonBox.ButtonRole.AcceptRole)
        ok.setAutoDefault(False)
        cancel = buttons.addButton(say("dialog.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def preset(self) -> str:
        """The name of the preset that the keys are now; "" for a person's own."""
        return str(self._presets.currentData())

    def use_preset(self, name: str) -> None:
        """Take all keys from a preset; those that a person chose before go."""
        found = next((preset for preset in PRESETS if preset.name == name), None)
        if found is not None:
            self.changed = changed_by(found)
            self._edit.clear()
            self._write()

    def choose(self, action: str) -> None:
        self._tree.setCurrentItem(self._items[action])

    def shown_keys_of(self, action: str) -> str:
        return self._items[action].text(1)

    @property
    def warning(self) -> str:
        return self._warning.text()

    def press(self, keys: str) -> None:
        """Put a key sequence into the field, as pressing it does."""
        self._edit.setKeySequence(QKeySequence(keys))

    def _button(self, key: str, slot: object) -> QPushButton:
        button = QPushButton(say(key))
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    @property
    def _action(self) -> ActionSpec | None:
        """What is chosen; None where that is a menu, or the words that are looked for are in no row."""
        item = self._tree.currentItem()
        return None if item is None else self._specs.get(item.data(0, _ID))

    def _choose(self, *_: object) -> None:
        action = self._action
        self._prompt.setText("" if action is None else say("shortcuts.change", name=action.name))
        for part in (self._edit, self._none, self._default):
            part.setEnabled(action is not None)
        self._edit.clear()
        self._warn()

    def _pressed(self) -> str:
        return self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _warn(self, *_: object) -> None:
        keys, action = self._pressed(), self._action
        for button in (self._only, self._add):
            button.setEnabled(bool(keys) and action is not None)
        conflict = conflict_of(action.id, keys, self.changed) if keys and action is not None else None
        words = ""
        if conflict is not None:
            words = say("shortcuts.conflict", keys=shown_keys([keys]), name=self._specs[conflict.action].name)
        self._warning.setText(words)

    def use_only(self) -> None:
        self._set((self._pressed(),))

    def add_key(self) -> None:
        if self._action is not None:
            held = keys_of(self._action, self.changed)
            self._set((*held, self._pressed()) if self._pressed() not in held else held)

    def _set_default(self) -> None:
        if self._action is not None:
            self._set(self._action.keys)

    def _set(self, keys: tuple[str, ...]) -> None:
        if self._action is not None:
            self.changed = with_keys(self._action.id, keys, self.changed)
            self._edit.clear()
            self._write()

    def reset(self) -> None:
        self.changed = {}
        self._write()

    def _show_preset(self) -> None:
        """The row for keys of a person's own is there only while they are."""
        own = self._presets.findData(OWN)
        if own >= 0:
            self._presets.removeItem(own)
        if preset_of(self.changed) == OWN:
            self._presets.addItem(say("shortcuts.preset_own"), OWN)
        self._presets.setCurrentIndex(self._presets.findData(preset_of(self.changed)))

    def _write(self) -> None:
        self._show_preset()
        for spec in ACTIONS:
            item = self._items[spec.id]
            item.setText(1, shown_keys(keys_of(spec, self.changed)))
            item.setData(1, Qt.ItemDataRole.AccessibleTextRole, item.text(1) or say("shortcuts.none"))
            font = item.font(1)
            font.setWeight(QFont.Weight.DemiBold if spec.id in self.changed else QFont.Weight.Normal)
            item.setFont(1, font)

    def _narrow(self, text: str) -> None:
        wanted, chosen = text.casefold().strip(), self._action
        for item in self._items.values():
            is_hit = wanted in item.text(0).casefold() or wanted in item.text(1).casefold()
            item.setHidden(bool(wanted) and not is_hit)
        for row in range(self._tree.topLevelItemCount()):
            group = self._tree.topLevelItem(row)
            if group is not None:
                children = [child for i in range(group.childCount()) if (child := group.child(i)) is not None]
                group.setHidden(all(child.isHidden() for child in children))
        if chosen is None or self._items[chosen.id].isHidden():  # what is changed is in sight
            first = self._first_shown
            self._tree.setCurrentIndex(QModelIndex() if first is None else self._tree.indexFromItem(first))

    @property
    def _first_shown(self) -> QTreeWidgetItem | None:
        return next((item for item in self._items.values() if not item.isHidden()), None)

    def _enter(self) -> None:
        """From the words to the first row that has them."""
        first = self._first_shown
        if first is not None:
            self._tree.setCurrentItem(first)
            self._tree.setFocus(Qt.FocusReason.OtherFocusReason)
