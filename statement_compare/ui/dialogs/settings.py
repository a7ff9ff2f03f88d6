"""The pages of settings: how the window looks, how contradictions are called, what happens at start, and colours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from statement_compare.engine.bundle import NO_MODEL, is_bundled
from statement_compare.engine.colours import THEMES
from statement_compare.engine.model import Preset
from statement_compare.session.options import (
    LANGUAGE_CHOICES,
    MODEL_CHOICES,
    THEME_CHOICES,
    Setting,
    Settings,
    changed,
    schema,
)
from statement_compare.ui.asking import ask_folder
from statement_compare.ui.dialogs.colours import ColoursPage
from statement_compare.ui.strings import LANGUAGES, say
from statement_compare.ui.theme import Theme, name_of
from statement_compare.ui.widgets.field_parts import name_parts

_OTHER = ""
_ROW_GAP = 3


class SettingsDialog(QDialog):
    """Edits a copy of the settings; read `settings` once it is accepted. `theme` is the one without own colours.

    `model_asked(folder)` wants to know whether there is a model in a folder: `take_model` hears the answer.
    """

    model_asked = Signal(str)

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        is_bundled: Callable[[str], bool] = is_bundled,
    ) -> None:
        super().__init__(parent)
        self._is_bundled = is_bundled
        self.setWindowTitle(say("settings.title"))
        self._settings = settings
        self.colours = ColoursPage(name_of(settings.theme), theme, dict(settings.colours))
        self._model = settings.model
        lines = {line.key: line for line in schema()}
        general = QWidget()
        column = QVBoxLayout(general)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._look(lines["zoom_percent"]))
        column.addWidget(self._judging_group())
        beside = QHBoxLayout()  # the page is as high as a small screen
        beside.setSpacing(12)
        beside.addWidget(self._review(), 2)
        beside.addWidget(self._start(), 3)
        column.addLayout(beside)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 12, 20, 12)
        whole.addWidget(self._tabs(general), 1)
        whole.addWidget(self._buttons())
        self._themes.currentIndexChanged.connect(lambda _: self._take_theme())
        self._show_model()
        self._models.activated.connect(self._take_choice)

    def _tabs(self, general: QWidget) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setObjectName("pages")
        tabs.addTab(general, say("settings.general"))
        tabs.addTab(self.colours, say("settings.colours"))
        for part in (tabs, tabs.tabBar()):
            part.setAccessibleName(say("settings.title"))
        return tabs

    def _look(self, zoom: Setting) -> QGroupBox:
        """Language, theme and zoom."""
        settings = self._settings
        self._languages = QComboBox()
        self._languages.setObjectName("languages")
        for choice in LANGUAGE_CHOICES:
            # Each by its own name, so that whoever reads no other word of the page still finds it.
            named = LANGUAGES[choice].name if choice in LANGUAGES else say("settings.interface_system")
            self._languages.addItem(named, choice)
        self._languages.setCurrentIndex(self._languages.findData(settings.language))
        self._themes = QComboBox()
        for choice in THEME_CHOICES:
            self._themes.addItem(say(f"action.theme_{choice}"), choice)
        self._themes.setCurrentIndex(self._themes.findData(settings.theme))
        self._zoom = QSpinBox()
        self._zoom.setRange(zoom.low or 50, zoom.high or 300)
        self._zoom.setSingleStep(10)
        self._zoom.setSuffix(say("settings.percent"))
        self._zoom.setValue(settings.zoom_percent)
        self._zoom.lineEdit().setTextMargins(8, 0, 0, 0)
        look = QGroupBox(say("settings.look"))
        form = QFormLayout(look)
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(_ROW_GAP)
        name_parts(self._languages, say("settings.interface"))
        form.addRow(say("settings.interface"), self._languages)
        name_parts(self._themes, say("settings.theme"))
        form.addRow(say("settings.theme"), self._theme_and_zoom())
        return look

    def _theme_and_zoom(self) -> QWidget:
        """Beside each other, since the page is as high as a small screen."""
        zoom_name = QLabel(say("settings.zoom"))
        zoom_name.setBuddy(self._zoom)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self._themes, 3)
        row.addWidget(zoom_name)
        row.addWidget(self._zoom, 2)
        return holder

    def _judging_group(self) -> QGroupBox:
        """Preset and model, each with a note below it."""
        self._presets = QComboBox()
        for preset in Preset:
            self._presets.addItem(say(f"settings.preset_{preset.value}"), preset.value)
        self._presets.setCurrentIndex(self._presets.findData(self._settings.preset.value))
        self._presets.setToolTip(say("settings.preset_help"))
        self._preset_note = _small_note(self._preset_figures())
        self._presets.currentIndexChanged.connect(lambda: self._preset_note.setText(self._preset_figures()))
        self._models = QComboBox()
        self._models.setObjectName("models")
        self._models.setToolTip(say("settings.model_help"))
        for word in MODEL_CHOICES:
            self._models.addItem(say(f"settings.model_{word}"), word)
        self._models.addItem(say("settings.model_other"), _OTHER)
        self._model_note = _small_note("")
        judging = QGroupBox(say("settings.judging"))
        judging_form = QFormLayout(judging)
        judging_form.setHorizontalSpacing(18)
        judging_form.setVerticalSpacing(_ROW_GAP)
        for box, key in ((self._presets, "settings.preset"), (self._models, "settings.model")):
            name_parts(box, say(key))
        judging_form.addRow(say("settings.preset"), self._presets)
        judging_form.addRow("", self._preset_note)
        judging_form.addRow(say("settings.model"), self._models)
        judging_form.addRow("", self._model_note)
        self._judging = judging_form
        return judging

    def _review(self) -> QGroupBox:
        """Who decides, and what follows a decision."""
        self._reviewer = QLineEdit(self._settings.reviewer)
        self._reviewer.setPlaceholderText(say("settings.reviewer_hint"))
        name_parts(self._reviewer, say("settings.reviewer"))
        self._advances = QCheckBox(say("settings.advances"))
        self._advances.setChecked(self._settings.advances)
        review = QGroupBox(say("settings.review"))
        name = QLabel(say("settings.reviewer"))
        name.setBuddy(self._reviewer)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(name)
        row.addWidget(self._reviewer, 1)
        review_column = QVBoxLayout(review)
        review_column.addLayout(row)
        review_column.addWidget(self._advances)
        review_column.addStretch(1)
        return review

    def _start(self) -> QGroupBox:
        """What is open when the program starts."""
        self._reopen = QCheckBox(say("settings.reopen"))
        self._reopen.setChecked(self._settings.reopen_last)
        start = QGroupBox(say("settings.start"))
        self._single = QCheckBox(say("settings.single_instance"))
        self._single.setToolTip(say("settings.single_instance_help"))
        self._single.setChecked(self._settings.single_instance)
        note = _small_note(say("settings.reopen_note"))
        start_column = QVBoxLayout(start)
        start_column.addWidget(self._reopen)
        start_column.addWidget(note)
        start_column.addWidget(self._single)
        start_column.addStretch(1)
        return start

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._ok = buttons.addButton(say("dialog.ok"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._ok.setObjectName("ok")
        self._ok.setDefault(True)
        buttons.addButton(say("dialog.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _preset_figures(self) -> str:
        return say(f"settings.preset_{self._presets.currentData()}_figures")

    @property
    def preset_note(self) -> str:
        """What is said below the choice of a preset: how far its contradictions can be believed."""
        return self._preset_note.text()

    @property
    def model_note(self) -> str:
        """What is said below the choice of a model."""
        return self._model_note.text()

    @property
    def settings(self) -> Settings:
        return replace(
            self._settings,
            language=str(self._languages.currentData()),
            theme=str(self._themes.currentData()),
            zoom_percent=self._zoom.value(),
            colours=tuple(sorted(self.colours.colours.items())),
            preset=Preset(self._presets.currentData()),
            model=self._model,
            reopen_last=self._reopen.isChecked(),
            single_instance=self._single.isChecked(),
            reviewer=" ".join(self._reviewer.text().split()),
            advances=self._advances.isChecked(),
        )

    def applied_to(self, present: Settings) -> Settings:
        """Settings that may have changed since this page was opened, with what a person changed on it."""
        return changed(present, self._settings, self.settings)

    def choose_model(self, choice: str) -> None:
        """Choose "fast", "thorough" or "none" at once, and a folder once it is known to hold a model."""
        if choice in MODEL_CHOICES or choice == self._model:
            self._model = choice
            self._show_model()
            return
        self._say_of_model(say("settings.model_checking", name=Path(choice).name))
        self._set_waiting(True)
        self.model_asked.emit(choice)

    def take_model(self, folder: str, problem: str, is_measured: bool = True) -> None:
        """Choose a folder that was asked for, or say why not: then what was chosen before stays.

        Of a model that is not measured it is said how it would be.
        """
        self._set_waiting(False)
        if not problem:
            self._model = folder
        self._show_model()
        if problem:
            self._say_of_model(say("settings.model_wrong", problem=problem.rstrip(".")), is_problem=True)
        elif not is_measured:
            self._say_of_model(say("settings.model_unmeasured"))

    def _take_choice(self, row: int) -> None:
        choice = str(self._models.itemData(row))
        if choice == _OTHER:
            self._show_model()  # until a folder is chosen, what was chosen before is
            beside = "" if self._model in MODEL_CHOICES else self._model
            title = say("settings.model_title")
            ask_folder(self, title, beside, lambda folder: self.choose_model(str(folder)), "settings")
            return
        self.choose_model(choice)

    def _set_waiting(self, is_waiting: bool) -> None:
        self._models.setEnabled(not is_waiting)
        self._ok.setEnabled(not is_waiting)

    def _show_model(self) -> None:
        """The choice that holds, with one row for a folder of a person's own."""
        own = len(MODEL_CHOICES)
        if self._models.itemData(own) != _OTHER:
            self._models.removeItem(own)
        if self._model not in MODEL_CHOICES:
            self._models.insertItem(own, say("settings.model_own", name=Path(self._model).name), self._model)
            self._models.setItemData(own, self._model, Qt.ItemDataRole.ToolTipRole)
        self._models.setCurrentIndex(self._models.findData(self._model))
        is_there = self._model == NO_MODEL or self._model not in MODEL_CHOICES or self._is_bundled(self._model)
        self._say_of_model("" if is_there else say("settings.model_absent"))

    def _say_of_model(self, words: str, *, is_problem: bool = False) -> None:
        """Say something below the choice of a model; the page grows where it needs more room."""
        self._model_note.setText(words)
        self._model_note.setProperty("verdict", "contradiction" if is_problem else "")
        self._model_note.style().polish(self._model_note)
        self._judging.setRowVisible(self._model_note, bool(words))
        if words and self.isVisible():
            self._grow()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as notes of several lines need: a dialog's size hint takes each for one line."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def set_colour(self, token: str, colour: str) -> None:
        """Change a colour of the chosen theme."""
        self.colours.set_colour(token, colour)

    def _take_theme(self) -> None:
        name = name_of(str(self._themes.currentData()))
        self.colours.show_theme(name, THEMES[name])


def _small_note(words: str) -> QLabel:
    note = QLabel(words)
    note.setProperty("soft", True)
    note.setProperty("small", True)
    note.setWordWrap(True)
    note.setTextFormat(Qt.TextFormat.PlainText)
    return note
