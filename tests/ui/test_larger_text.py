"""Larger text is larger everywhere: bars, menus, lists, the reason, dialogs; and nothing is cut off by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from scenario import comparison
from test_longer_words import cut_off

from statement_compare.engine.ledger import ledger
from statement_compare.engine.model import Side, Verdict
from statement_compare.engine.reported import Reported
from statement_compare.session.carry import Change, ChangeKind
from statement_compare.session.folders import Folders
from statement_compare.session.options import Settings
from statement_compare.session.query import counts
from statement_compare.session.recent import Origin
from statement_compare.ui import app, fonts, languages
from statement_compare.ui.compare.header import Header
from statement_compare.ui.dialogs.about import AboutDialog
from statement_compare.ui.dialogs.changes import ChangesDialog
from statement_compare.ui.dialogs.claim_review import ClaimReviewDialog
from statement_compare.ui.dialogs.details import DetailsDialog
from statement_compare.ui.dialogs.help import HelpWindow
from statement_compare.ui.dialogs.legend import LegendDialog
from statement_compare.ui.dialogs.reply import ReplyDialog
from statement_compare.ui.dialogs.report import ReportDialog
from statement_compare.ui.dialogs.settings import SettingsDialog
from statement_compare.ui.dialogs.shortcuts import ShortcutsDialog
from statement_compare.ui.dialogs.unsaved import UnsavedDialog
from statement_compare.ui.theme import LIGHT
from statement_compare.ui.worker import Perform

MADE = comparison("A1!B2:number A2=B3 A3~B1:modality A4?B4")


def no_engine() -> Perform:
    raise AssertionError("no worker is started here")


@pytest.fixture
def program(qapp: QApplication, folders: Folders) -> Iterator[app.Program]:
    former = (qapp.style().objectName(), qapp.palette())
    made = app.Program(qapp, folders, no_engine)
    made.window.resize(1280, 800)
    made.window.show()
    made.controller.open_paths([])
    yield made
    made.window.close()
    made.close()
    qapp.setStyleSheet("")
    qapp.setStyle(former[0])
    qapp.setPalette(former[1])


def zoom(program: app.Program, percent: int) -> None:
    program.memory.keep_settings(replace(program.memory.settings, zoom_percent=percent))
    while program._dressing.isActive():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


def px(widget: QWidget) -> int:
    widget.ensurePolished()
    return QFontInfo(widget.font()).pixelSize()


@pytest.mark.parametrize(("percent", "share"), [(50, 1.0), (100, 1.0), (150, 1.5), (200, 2.0), (300, 2.0)])
def test_bars_menus_and_dialogs_grow_with_the_statements(program: app.Program, percent: int, share: float) -> None:
    zoom(program, percent)
    window = program.window
    menu = window.findChild(QMenu)
    assert menu is not None
    assert [px(each) for each in (window.menuBar(), menu, window.bar.search)] == [round(13 * share)] * 3
    assert window.bar.height() == round(44 * share)
    assert {header.height() for header in window.findChildren(Header)} == {round(39 * share)}
    assert window.status.height() == round(26 * share)
    dialog = LegendDialog(LIGHT, window)
    assert px(dialog.findChildren(QLabel)[1]) == round(13 * share)
    dialog.deleteLater()
    zoom(program, 100)
    assert (px(window.menuBar()), window.bar.height()) == (13, 44)


@pytest.mark.parametrize("percent", [150, 200])
def test_nothing_in_the_window_is_cut_off(program: app.Program, percent: int) -> None:
    zoom(program, percent)
    window = program.window
    window.panel.set_comparison(MADE)
    window.inspector.show_link(MADE, MADE.links[0])
    window.status.show_counts(MADE, counts(MADE), LIGHT)
    QApplication.processEvents()
    found = {f"findings: {each}" for each in cut_off(window)}
    window.panel.facts.set_rows(MADE, ledger(MADE))
    window.panel.show_facts(True)
    QApplication.processEvents()
    found |= {f"facts: {each}" for each in cut_off(window)}
    window.panel.show_facts(False)
    window.panel.show_unanswered(True)
    QApplication.processEvents()
    found |= {f"unanswered: {each}" for each in cut_off(window)}
    assert sorted(found) == []
    assert window.size() == QSize(1280, 800)
    assert (
        window.panel.geometry().right()
        < window.page.mapTo(window.panel.parentWidget(), window.page.rect().topLeft()).x()
    )


class SmallScreen:
    """Drawn off the screen, every window is on one of 800 x 800."""

    def availableSize(self) -> QSize:
        return QSize(1280, 720)


@pytest.mark.parametrize(("percent", "code"), [(150, "en"), (200, "en"), (200, "ru"), (200, "kk")])
def test_nothing_in_a_dialog_is_cut_off_on_a_small_screen(
    program: app.Program, percent: int, code: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "screen", lambda _: SmallScreen())
    zoom(program, percent)
    languages.use(code)
    reported = Reported(MADE)
    names = {side: f"The {side.value} side" for side in Side}
    reader = HelpWindow(program.window.actions_by_id)
    reader.set_zoom(percent)
    change = Change(ChangeKind.LAPSED, ((0,), (0,)), Verdict.AGREEMENT, Verdict.UNCLEAR)
    dialogs: list[QDialog] = [
        SettingsDialog(Settings(), LIGHT),
        AboutDialog("1.0", ""),
        LegendDialog(LIGHT),
        ShortcutsDialog({}),
        DetailsDialog(Side.LEFT, Origin(path=str(Path("/texts/a.txt"))), MADE.left.source),
        ReportDialog(reported, frozenset(), "html"),
        ReplyDialog(reported, names, "Ada"),
        ClaimReviewDialog(reported, ((0,), (1,)), names, date(2026, 12, 1)),
        UnsavedDialog([], lambda _: None),
        ChangesDialog([change]),
        reader,
    ]
    found = []
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        QApplication.processEvents()
        found += [f"{type(dialog).__name__}, {each}" for each in cut_off(dialog)]
        assert dialog.width() <= 1280, type(dialog).__name__
        assert dialog.height() <= 680, type(dialog).__name__
        dialog.close()
    assert found == []


def test_the_reason_keeps_its_least_lines_in_large_type_and_the_texts_half_of_the_window(program: app.Program) -> None:
    zoom(program, 200)
    assert fonts.window_px(108) == 216
    assert program.window.inspector.height() == 216
    program.window.resize(800, 460)
    QApplication.processEvents()
    assert program.window.page.height() >= program.window.inspector.height() - 1


def test_a_wheel_that_zooms_by_many_steps_dresses_the_window_once(
    program: app.Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    dressed: list[int] = []
    monkeypatch.setattr(program, "_dress", lambda settings: dressed.append(settings.zoom_percent))
    for percent in (110, 120, 130):
        program.memory.keep_settings(replace(program.memory.settings, zoom_percent=percent))
    assert dressed == []
    zoom(program, 140)
    assert dressed == [140]


def test_the_findings_are_as_wide_as_they_were_when_the_text_is_smaller_again(program: app.Program) -> None:
    panel = program.window.panel
    assert panel.width() == 272
    zoom(program, 200)
    assert panel.width() > 320
    zoom(program, 100)
    assert panel.width() == 272
