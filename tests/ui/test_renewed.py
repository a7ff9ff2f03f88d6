"""A page that is open while another language is chosen says what one says that was opened in that language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QMessageBox, QTabBar
from pytestqt.qtbot import QtBot
from scenario import comparison, statement

from statement_compare.engine.model import Side
from statement_compare.engine.reported import Reported
from statement_compare.session.options import DEFAULTS
from statement_compare.session.recent import Origin
from statement_compare.ui import languages
from statement_compare.ui.app import Program
from statement_compare.ui.dialogs.about import AboutDialog
from statement_compare.ui.dialogs.claim_review import ClaimReviewDialog
from statement_compare.ui.dialogs.details import DetailsDialog
from statement_compare.ui.dialogs.legend import LegendDialog
from statement_compare.ui.dialogs.reply import ReplyDialog
from statement_compare.ui.dialogs.report import ReportDialog
from statement_compare.ui.dialogs.settings import SettingsDialog
from statement_compare.ui.dialogs.shortcuts import ShortcutsDialog
from statement_compare.ui.renewed import Renewal, _places
from statement_compare.ui.strings import say
from statement_compare.ui.theme import LIGHT


@pytest.fixture(autouse=True)
def english_again(qapp: object) -> Iterator[None]:  # noqa: ARG001 - the application must exist
    yield
    languages.use("en")


def settings() -> QDialog:
    return SettingsDialog(DEFAULTS, LIGHT)


def shortcuts() -> QDialog:
    return ShortcutsDialog({})


def details() -> QDialog:
    return DetailsDialog(Side.LEFT, Origin(path="/a.txt"), statement("One.").source)


def about() -> QDialog:
    return AboutDialog("1.2.3", "small, wide.")


def legend() -> QDialog:
    return LegendDialog(LIGHT)


def report() -> QDialog:
    return ReportDialog(Reported(comparison("A1=B1")), frozenset(), "pdf")


def reply() -> QDialog:
    return ReplyDialog(Reported(comparison("A1!B1 A2?B2")), {Side.LEFT: "Ada", Side.RIGHT: "Berg"}, "")


def claim() -> QDialog:
    made = comparison("A1!B1")
    return ClaimReviewDialog(Reported(made), ((0,), (0,)), {Side.LEFT: "Ada", Side.RIGHT: "Berg"}, date(2026, 1, 2))


def question() -> QDialog:
    box = QMessageBox()
    box.setWindowTitle(say("crash.title"))
    box.setText(say("crash.text"))
    box.setInformativeText(say("crash.where", path="/tmp/crash.log"))
    return box


PAGES: list[Callable[[], QDialog]] = [settings, shortcuts, details, about, legend, report, reply, claim, question]


def said(page: QDialog) -> list[str]:
    """All words of a page but those of the buttons that Qt itself puts beside tabs."""
    qt = {text for bar in page.findChildren(QTabBar) for text, _ in _places(bar)}
    return [text for text, _ in _places(page) if text not in qt]


@pytest.mark.parametrize("make", PAGES)
@pytest.mark.parametrize(("before", "after"), [("en", "ru"), ("ru", "kk"), ("kk", "en")])
def test_an_open_page_says_what_one_says_that_was_opened_later(
    make: Callable[[], QDialog], before: str, after: str, qtbot: QtBot
) -> None:
    languages.use(before)
    page = make()
    qtbot.addWidget(page)
    languages.use(after)
    Renewal(before, after).renew(page)
    own = make()
    qtbot.addWidget(own)
    pairs = zip(said(page), said(own), strict=True)
    assert [(one, other) for one, other in pairs if one != other] == []


def test_what_a_person_typed_and_chose_stays(qtbot: QtBot) -> None:
    page = SettingsDialog(DEFAULTS, LIGHT)
    qtbot.addWidget(page)
    presets = next(box for box in page.findChildren(QComboBox) if box.findData("strict") >= 0)
    presets.setCurrentIndex(presets.findData("lenient"))
    name = next(each for each in page.findChildren(QLineEdit) if each.isEnabled())
    name.setText("Light")
    before = page.settings
    languages.use("ru")
    Renewal("en", "ru").renew(page)
    assert page.settings == before
    assert name.text() == "Light"
    assert page.windowTitle() == "Настройки"


def test_a_page_that_is_open_follows_when_another_window_changes_the_language(program: Program) -> None:
    program.window.actions_by_id["about"].trigger()
    page = program.window.findChild(AboutDialog)
    assert page is not None
    title = page.windowTitle()
    settings = program.shared.settings
    program.shared.change_settings(settings, replace(settings, language="kk"))
    assert title == say("about.title", "en")
    assert page.windowTitle() == say("about.title", "kk") != title
    page.close()


def test_a_text_of_a_statements_length_is_left_as_it_is_at_once() -> None:
    text = "сөз " * 5_000
    assert Renewal("kk", "en")._again(text) == text
