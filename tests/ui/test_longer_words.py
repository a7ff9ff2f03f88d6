"""Nothing is cut off in any language, where words are 40 % longer than in English, or where they run to the left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from pathlib import Path

import pytest
from fake_tasks import FakeTasks
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)
from pytestqt.qtbot import QtBot
from scenario import comparison

from statement_compare.engine.model import Comparison, Entailment, EntailmentPair, Side
from statement_compare.engine.reported import Reported
from statement_compare.session.folders import Folders
from statement_compare.session.options import Settings
from statement_compare.session.recent import Origin
from statement_compare.ui import icons, languages, stylesheet
from statement_compare.ui.controller import Controller
from statement_compare.ui.dialogs.about import AboutDialog
from statement_compare.ui.dialogs.details import DetailsDialog
from statement_compare.ui.dialogs.legend import LegendDialog
from statement_compare.ui.dialogs.report import ReportDialog
from statement_compare.ui.dialogs.settings import SettingsDialog
from statement_compare.ui.dialogs.shortcuts import ShortcutsDialog
from statement_compare.ui.document import Document
from statement_compare.ui.findings.what_if import WhatIf
from statement_compare.ui.fonts import load_fonts
from statement_compare.ui.main_window import MainWindow
from statement_compare.ui.memory import Memory
from statement_compare.ui.strings import LANGUAGES, Language
from statement_compare.ui.theme import LIGHT
from statement_compare.ui.widgets.elided_label import ElidedLabel
from statement_compare.ui.widgets.gauge import Gauge
from statement_compare.ui.worker import LoadedModels

SIZES = [QSize(1280, 800), QSize(1024, 700)]
READS = Entailment(0.1, 0.2, 0.7)
LONGER = "longer"


def longer(words: str) -> str:
    """Each word of a template with 40 % more letters; its places stay."""
    parts = re.split(r"(\{\w*\})", words)
    return "".join(part if part.startswith("{") else re.sub(r"[^\W\d_]+", _longer, part) for part in parts)


def _longer(word: re.Match[str]) -> str:
    return word[0] + "n" * ceil(0.4 * len(word[0]))


def test_a_longer_word_has_four_letters_more_in_ten() -> None:
    assert longer("Left {n}: judgements…") == "Leftnn {n}: judgementsnnnn…"


@pytest.fixture(params=[("en", False), (LONGER, False), (LONGER, True), ("ru", False), ("kk", False), ("ru", True)])
def spoken(request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    code, is_from_right = request.param
    english = LANGUAGES["en"]
    table = {
        key: tuple(map(longer, words)) if isinstance(words, tuple) else longer(words)
        for key, words in english.table.items()
    }
    monkeypatch.setitem(LANGUAGES, LONGER, Language("Longer", table, english.plural, ","))
    load_fonts()
    style_sheet = qapp.styleSheet()
    qapp.setStyleSheet(stylesheet.stylesheet(LIGHT) + icons.controls_sheet(LIGHT))
    languages.use(code)
    if is_from_right:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield code
    languages.use("en")
    qapp.setStyleSheet(style_sheet)


def cut_off(part: QWidget) -> Iterator[str]:
    """What in a window is shown smaller than its words need."""
    for widget in (part, *part.findChildren(QWidget)):
        if widget.isVisible() and not isinstance(widget, ElidedLabel):
            why = _cut(widget)
            if why:
                yield f"{type(widget).__name__} {widget.objectName()}: {why}"


def _cut(widget: QWidget) -> str:
    room = widget.contentsRect()
    wide = widget.fontMetrics().horizontalAdvance
    if isinstance(widget, QLabel):
        if not widget.text():
            return ""
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            return f"{widget.text()!r} needs {needed} of {widget.height()}" if needed > widget.height() else ""
        return _narrow(widget, widget.text(), widget.sizeHint().width(), widget.width())
    if isinstance(widget, QAbstractButton):
        return _narrow(widget, widget.text(), widget.sizeHint().width(), widget.width()) if widget.text() else ""
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
        )
        return _narrow(widget, widget.currentText(), wide(widget.currentText()), field.width())
    if isinstance(widget, QLineEdit):
        margins = widget.textMargins()
        inner = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, _frame_of(widget), widget)
        return _narrow(
            widget,
            widget.placeholderText(),
            wide(widget.placeholderText()),
            inner.width() - margins.left() - margins.right(),
        )
    if isinstance(widget, Gauge):
        return _narrow(widget, widget.accessibleName(), widget.words_width, room.width())
    if isinstance(widget, QGroupBox):
        return _narrow(widget, widget.title(), wide(widget.title()), room.width())
    if isinstance(widget, QMenuBar):
        return _narrow(widget, "menus", widget.actionGeometry(widget.actions()[-1]).right(), widget.width())
    return ""


def _frame_of(field: QLineEdit) -> QStyleOptionFrame:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    return option


def _narrow(_widget: QWidget, words: str, needed: float, given: float) -> str:
    return f"{words!r} needs {needed} of {given}" if needed > given + 1 else ""


def window_with_a_pair(folder: Path, qtbot: QtBot) -> MainWindow:
    document, tasks, memory = Document(), FakeTasks(), Memory(Folders(folder / "config", folder / "data"))
    controller = Controller(document, tasks)  # type: ignore[arg-type]
    window = MainWindow(document, controller, memory, LIGHT, lambda: LIGHT)
    qtbot.addWidget(window)
    window.show()
    controller.open_paths([Path("/texts/a.txt"), Path("/texts/b.txt")])
    tasks.answer_reading("left", "Left one. Left two.")
    tasks.answer_reading("right", "Right one. Right two.")
    tasks.answer_comparing(read_by_a_model(comparison("A1!B2:number A2=B3 A3~B1:modality A4?B4")))
    tasks.finished.emit("models", None, LoadedModels("encoder", "judge", ""))
    return window


def read_by_a_model(made: Comparison) -> Comparison:
    return replace(made, links=tuple(replace(link, entailment=EntailmentPair(READS, READS)) for link in made.links))


@pytest.mark.parametrize("size", SIZES, ids=["large", "small"])
def test_no_word_of_the_window_is_cut_off(spoken: str, size: QSize, tmp_path: Path, qtbot: QtBot) -> None:
    assert spoken in LANGUAGES
    window = window_with_a_pair(tmp_path, qtbot)
    window.resize(size)
    QApplication.processEvents()
    found = {f"with a pair: {each}" for each in cut_off(window)}
    window.actions_by_id["what_if"].trigger()
    QApplication.processEvents()
    found |= {f"trying words: {each}" for each in cut_off(window)}
    window.actions_by_id["unanswered"].trigger()
    QApplication.processEvents()
    found |= {f"unanswered: {each}" for each in cut_off(window)}
    assert window.size() == size
    assert sorted(found) == []


def test_the_left_text_stands_at_the_left_whatever_way_words_run(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = window_with_a_pair(tmp_path, qtbot)
    window.actions_by_id["what_if"].trigger()
    QApplication.processEvents()
    left, right = (window.page.pane(side).mapTo(window, QPoint()).x() for side in Side)
    first, second = (field.mapTo(window, QPoint()).x() for field in window.inspector.findChild(WhatIf).fields.values())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert left < right
    assert first < second


@pytest.mark.parametrize("size", SIZES, ids=["large", "small"])
def test_no_word_of_a_dialog_is_cut_off(spoken: str, size: QSize, qtbot: QtBot) -> None:
    source = comparison("A1=B1").left.source
    assert spoken in LANGUAGES
    dialogs: list[QDialog] = [
        SettingsDialog(Settings(), LIGHT),
        SettingsDialog(Settings(model="none"), LIGHT),
        AboutDialog("1.0", ""),
        LegendDialog(LIGHT),
        ShortcutsDialog({}),
        ReportDialog(Reported(comparison("A1=B1")), frozenset(), "html"),
        DetailsDialog(Side.LEFT, Origin(path="/texts/a.txt"), source),
    ]
    found = []
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        QApplication.processEvents()
        found += [f"{type(dialog).__name__}, {each}" for each in cut_off(dialog)]
        assert dialog.width() <= size.width(), type(dialog).__name__
        assert dialog.height() <= size.height() - 30, type(dialog).__name__
        dialog.close()
    assert found == []
