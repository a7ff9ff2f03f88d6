"""The pages of settings: how the window looks, how contradictions are called, what happens at start, and colours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
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

from statement_compare.engine.bundle import is_bundled
from statement_compare.engine.colours import THEMES
from statement_compare.engine.model import Preset
from statement_compare.session.options import (
    LANGUAGE_CHOICES,
    THEME_CHOICES,
    Setting,
    Settings,
    changed,
    schema,
)
from statement_compare.ui.dialogs.colours import ColoursPage
from statement_compare.ui.dialogs.model_choice import ModelChoice
from statement_compare.ui.dialogs.option_search import Option, OptionSearch
from statement_compare.ui.dialogs.option_words import options_elsewhere, words_for
from statement_compare.ui.fonts import window_px
from statement_compare.ui.strings import LANGUAGES, say
from statement_compare.ui.theme import Theme, name_of
from statement_compare.ui.widgets.dialog_size import room_for
from statement_compare.ui.widgets.field_parts import name_parts
from statement_compare.ui.widgets.scrolled import ScrolledPage

_COLOURS = 1  # the number of the page
_LEAST_PAGE = QSize(480, 240)
_LARGE_FROM_PX = 130  # what is 100 px wide in type of the usual size
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
        lines = {line.key: line for line in schema()}
        self.search = OptionSearch(options_elsewhere(settings))
        general = QWidget()
        column = QVBoxLayout(general)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._look(lines["zoom_percent"]))
        column.addWidget(self._judging_group())
        # Beside each other, since the page is as high as a small screen; larger type has no room for that.
        rows = QBoxLayout.Direction.TopToBottom if _is_large() else QBoxLayout.Direction.LeftToRight
        beside = QBoxLayout(rows)
        beside.setSpacing(4 if _is_large() else 12)
        beside.addWidget(self._review(), 2)
        beside.addWidget(self._start(), 3)
        column.addLayout(beside)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 12, 20, 12)
        whole.setSpacing(8)
        tabs = self._tabs(general)
        whole.addWidget(self.search)
        whole.addWidget(tabs, 1)
        self.search.serve(tabs, self)
        whole.addWidget(self._buttons())
        self._themes.currentIndexChanged.connect(lambda _: self._take_theme())
        self._choice.asked.connect(self.model_asked)
        self._choice.waiting.connect(lambda is_waiting: self._ok.setEnabled(not is_waiting))
        self._choice.noted.connect(self._show_model_note)
        self._choice.show()
        for token, (swatch, name) in self.colours.swatches.items():
            words = f"{say('settings.colours')} {token}"
            self._offer("colours", swatch, (), (name,), page=_COLOURS, more=words)

    def _offer(
        self,
        key: str,
        field: QWidget,
        around: tuple[QWidget, ...],
        marked: tuple[QWidget, ...],
        *,
        page: int = 0,
        more: str = "",
    ) -> None:
        """Let an option be found."""
        self.search.add(Option(page, field, (*around, *marked), marked, f"{more} {words_for(key)}"))

    def _tabs(self, general: QWidget) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setObjectName("pages")
        for page, title in ((general, "settings.general"), (self.colours, "settings.colours")):
            tabs.addTab(ScrolledPage(page, _LEAST_PAGE), say(title))
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
        beside = self._theme_and_zoom()
        theme_name = QLabel(say("settings.theme"))
        theme_name.setBuddy(self._themes)  # what is beside it has no name of its own
        form.addRow(theme_name, beside)
        self._offer("language", self._languages, (), (form.labelForField(self._languages),))
        self._offer("theme", self._themes, (), (theme_name,))
        self._offer("zoom_percent", self._zoom, (), (self._zoom_name,))
        return look

    def _theme_and_zoom(self) -> QWidget:
        """Beside each other, since the page is as high as a small screen."""
        self._zoom_name = QLabel(say("settings.zoom"))
        self._zoom_name.setBuddy(self._zoom)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self._themes, 3)
        row.addWidget(self._zoom_name)
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
        self._choice = ModelChoice(self._settings.model, _small_note(""), self._is_bundled, self)
        models, model_note = self._choice.box, self._choice.note
        judging = QGroupBox(say("settings.judging"))
        judging_form = QFormLayout(judging)
        judging_form.setHorizontalSpacing(18)
        judging_form.setVerticalSpacing(_ROW_GAP)
        for box, key in ((self._presets, "settings.preset"), (models, "settings.model")):
            name_parts(box, say(key))
        judging_form.addRow(say("settings.preset"), self._presets)
        judging_form.addRow("", self._preset_note)
        judging_form.addRow(say("settings.model"), models)
        judging_form.addRow("", model_note)
        self._judging = judging_form
        self._offer("preset", self._presets, (self._preset_note,), (judging_form.labelForField(self._presets),))
        self._offer("model", models, (model_note,), (judging_form.labelForField(models),))
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
        self._offer("reviewer", self._reviewer, (), (name,))
        self._offer("advances", self._advances, (), (self._advances,))
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
        self._offer("reopen_last", self._reopen, (note,), (self._reopen,))
        self._offer("single_instance", self._single, (), (self._single,))
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
        return self._choice.note.text()

    @property
    def settings(self) -> Settings:
        return replace(
            self._settings,
            language=str(self._languages.currentData()),
            theme=str(self._themes.currentData()),
            zoom_percent=self._zoom.value(),
            colours=tuple(sorted(self.colours.colours.items())),
            preset=Preset(self._presets.currentData()),
            model=self._choice.model,
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
        self._choice.choose(choice)

    def take_model(self, folder: str, problem: str, is_measured: bool = True) -> None:
        """What is known of a folder that was asked for: as `ModelChoice.take` has it."""
        self._choice.take(folder, problem, is_measured)

    def _show_model_note(self) -> None:
        """The page grows where the note on the model needs more room."""
        words = self.model_note
        self._judging.setRowVisible(self._choice.note, bool(words))
        if words and self.isVisible():
            self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all options again before it closes the page."""
        if event.key() == Qt.Key.Key_Escape and self.search.field.text():
            self.search.field.clear()
            self.search.focus_field()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as wide as the pages want, and as high as notes of several lines need, where the screen has the room."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            most = room_for(self)
            width = min(max(self.width(), layout.totalSizeHint().width()), most.width())
            self.resize(width, min(max(self.height(), layout.totalHeightForWidth(width)), most.height()))

    def set_colour(self, token: str, colour: str) -> None:
        """Change a colour of the chosen theme."""
        self.colours.set_colour(token, colour)

    def _take_theme(self) -> None:
        name = name_of(str(self._themes.currentData()))
        self.colours.show_theme(name, THEMES[name])


def _is_large() -> bool:
    return window_px(100) >= _LARGE_FROM_PX


def _small_note(words: str) -> QLabel:
    note = QLabel(words)
    note.setProperty("soft", True)
    note.setProperty("small", True)
    note.setWordWrap(True)
    note.setTextFormat(Qt.TextFormat.PlainText)
    return note
