"""The page of settings: how the window looks, how contradictions are called, and what happens at start."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from statement_compare.engine.model import Preset, Verdict
from statement_compare.session.options import Settings, ThemeChoice, schema
from statement_compare.ui.strings import SIGNS, say, verdict_word
from statement_compare.ui.theme import Theme, recoloured

_SHADES = ("ink", "tint", "words")


class SettingsDialog(QDialog):
    """Edits a copy of the settings; read `settings` once it is accepted. `theme` is the one without own colours."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("settings.title"))
        self._settings = settings
        self._theme = theme
        self._colours = dict(settings.colours)
        help_of = {line.key: line for line in schema()}

        self._themes = QComboBox()
        for choice in ThemeChoice:
            self._themes.addItem(say(f"action.theme_{choice.value}"), choice.value)
        self._themes.setCurrentIndex(self._themes.findData(settings.theme.value))
        self._zoom = QSpinBox()
        zoom = help_of["zoom_percent"]
        self._zoom.setRange(zoom.low or 50, zoom.high or 300)
        self._zoom.setSingleStep(10)
        self._zoom.setSuffix(say("settings.percent"))
        self._zoom.setValue(settings.zoom_percent)
        self._zoom.lineEdit().setTextMargins(8, 0, 0, 0)
        self._swatches: dict[str, QPushButton] = {}
        look = QGroupBox(say("settings.look"))
        form = QFormLayout(look)
        form.setHorizontalSpacing(18)
        form.addRow(say("settings.theme"), self._themes)
        form.addRow(say("settings.zoom"), self._zoom)
        form.addRow(say("settings.colours"), self._colour_grid())

        self._presets = QComboBox()
        for preset in Preset:
            self._presets.addItem(say(f"settings.preset_{preset.value}"), preset.value)
        self._presets.setCurrentIndex(self._presets.findData(settings.preset.value))
        self._presets.setToolTip(help_of["preset"].help)
        self._use_model = QCheckBox(say("settings.use_model"))
        self._use_model.setChecked(settings.use_model)
        self._use_model.setToolTip(help_of["use_model"].help)
        judging = QGroupBox(say("settings.judging"))
        judging_form = QFormLayout(judging)
        judging_form.setHorizontalSpacing(18)
        judging_form.addRow(say("settings.preset"), self._presets)
        judging_form.addRow("", self._use_model)

        self._reopen = QCheckBox(say("settings.reopen"))
        self._reopen.setChecked(settings.reopen_last)
        start = QGroupBox(say("settings.start"))
        note = QLabel(say("settings.reopen_note"))
        note.setProperty("soft", True)
        note.setProperty("small", True)
        note.setWordWrap(True)
        start_column = QVBoxLayout(start)
        start_column.addWidget(self._reopen)
        start_column.addWidget(note)

        buttons = QDialogButtonBox()
        ok = buttons.addButton(say("dialog.ok"), QDialogButtonBox.ButtonRole.AcceptRole)
        ok.setDefault(True)
        buttons.addButton(say("dialog.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        for part in (look, judging, start):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(buttons)

    @property
    def settings(self) -> Settings:
        return replace(
            self._settings,
            theme=ThemeChoice(self._themes.currentData()),
            zoom_percent=self._zoom.value(),
            colours=tuple(sorted(self._colours.items())),
            preset=Preset(self._presets.currentData()),
            use_model=self._use_model.isChecked(),
            reopen_last=self._reopen.isChecked(),
        )

    def set_colour(self, token: str, colour: str) -> None:
        self._colours[token] = colour
        self._paint_swatches()

    def _colour_grid(self) -> QWidget:
        grid_widget = QWidget()
        grid = QGridLayout(grid_widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for column, shade in enumerate(_SHADES, start=1):
            head = QLabel(say(f"settings.shade_{shade}"))
            head.setProperty("soft", True)
            head.setProperty("small", True)
            grid.addWidget(head, 0, column)
        for row, verdict in enumerate(Verdict, start=1):
            grid.addWidget(QLabel(f"{SIGNS[verdict]} {verdict_word(verdict)}"), row, 0)
            for column, shade in enumerate(_SHADES, start=1):
                grid.addWidget(self._swatch(f"{verdict.value}_{shade}", verdict, shade), row, column)
        reset = QPushButton(say("settings.colour_reset"))
        reset.setAutoDefault(False)
        reset.clicked.connect(self._reset_colours)
        grid.addWidget(reset, len(Verdict) + 1, 1, 1, len(_SHADES), Qt.AlignmentFlag.AlignLeft)
        self._paint_swatches()
        return grid_widget

    def _swatch(self, token: str, verdict: Verdict, shade: str) -> QPushButton:
        swatch = QPushButton()
        swatch.setIconSize(QSize(44, 16))
        swatch.setAccessibleName(f"{verdict_word(verdict)}, {say(f'settings.shade_{shade}').lower()}")
        swatch.setAutoDefault(False)
        swatch.clicked.connect(lambda: self._pick(token, swatch.accessibleName()))
        self._swatches[token] = swatch
        return swatch

    def _pick(self, token: str, name: str) -> None:
        shown = getattr(recoloured(self._theme, self._colours), token)
        colour = QColorDialog.getColor(QColor(shown), self, say("settings.colour_pick", name=name))
        if colour.isValid():
            self.set_colour(token, colour.name())

    def _reset_colours(self) -> None:
        self._colours.clear()
        self._paint_swatches()

    def _paint_swatches(self) -> None:
        theme = recoloured(self._theme, self._colours)
        for token, swatch in self._swatches.items():
            pixmap = QPixmap(44, 16)
            pixmap.fill(QColor(getattr(theme, token)))
            painter = QPainter(pixmap)
            painter.setPen(QColor(theme.soft))
            painter.drawRect(0, 0, 43, 15)
            painter.end()
            swatch.setIcon(QIcon(pixmap))
