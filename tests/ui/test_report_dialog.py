"""What a report is to hold is chosen on a page, which says how much that is and opens what was saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from answered import answer
from fake_tasks import FakeTasks
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from scenario import comparison

from statement_compare.engine.model import Verdict, pair_of
from statement_compare.engine.report_formats import REPORTS, names_of
from statement_compare.engine.reported import ReportChoice, Scope
from statement_compare.errors import StatementCompareError
from statement_compare.session.edits import Confirm, Dismiss
from statement_compare.session.folders import Folders
from statement_compare.session.query import Filter
from statement_compare.ui.controller import Controller
from statement_compare.ui.dialogs.report import ReportDialog
from statement_compare.ui.document import Document
from statement_compare.ui.fonts import load_fonts
from statement_compare.ui.main_window import MainWindow
from statement_compare.ui.memory import Memory
from statement_compare.ui.theme import LIGHT
from statement_compare.ui.worker import Render

FAILURE = StatementCompareError("out_of_memory", "No memory.")
FOUR = "A1=B1:number A2!B3:date A3!B2:number A4~B4:modality"


class Desk:
    """A window with four findings, and the page on which a report of them is chosen."""

    def __init__(self, folders: Folders) -> None:
        load_fonts()
        self.tasks = FakeTasks()
        self.document = Document()
        self.memory = Memory(folders)
        self.controller = Controller(self.document, self.tasks, None, "", folders)  # type: ignore[arg-type]
        self.window = MainWindow(self.document, self.controller, self.memory, LIGHT, lambda: LIGHT)
        self.controller.open_paths([Path("/texts/a.txt"), Path("/texts/b.txt")])
        self.tasks.answer_reading("left", "Left one. Left two.")
        self.tasks.answer_reading("right", "Right one. Right two.")
        self.tasks.answer_comparing(comparison(FOUR))
        self.pairs = [pair_of(link) for link in comparison(FOUR).links]

    def ask(self) -> ReportDialog:
        self.window.actions_by_id["report"].trigger()
        *_, page = self.window.findChildren(ReportDialog)
        return page

    @property
    def asked(self) -> Render:
        request = self.tasks.asked["report"]
        assert isinstance(request, Render)
        return request


@pytest.fixture
def desk(folders: Folders, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(folders)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where every report goes."""
    path = tmp_path / "report"
    answer(monkeypatch, path)
    return path


def box(page: ReportDialog, name: str) -> QCheckBox:
    found = page.findChild(QCheckBox, name)
    assert found is not None
    return found


def button(page: ReportDialog, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def test_all_formats_can_be_chosen_and_the_page_to_read_is_first(desk: Desk) -> None:
    formats = desk.ask().findChild(QComboBox, "report_format")
    assert formats is not None
    offered = [formats.itemData(row) for row in range(formats.count())]
    assert offered[0] == "html"
    assert sorted(offered) == sorted(names_of(REPORTS))
    assert "PDF (.pdf)" in [formats.itemText(row) for row in range(formats.count())]


@pytest.mark.parametrize("format_", ["docx", "pdf", "xlsx"])
def test_a_report_is_written_as_it_was_chosen(desk: Desk, target: Path, format_: str) -> None:
    desk.controller.edit(Confirm((desk.pairs[1],)))
    page = desk.ask()
    for name, wanted in (("report_format", format_), ("report_language", "kk")):
        choices = page.findChild(QComboBox, name)
        assert choices is not None
        choices.setCurrentIndex(choices.findData(wanted))
    page.choose(Scope.CONFIRMED)
    box(page, "report_agreements").setChecked(False)
    button(page, "report_save").click()
    assert desk.asked.format == format_
    assert desk.asked.choice == ReportChoice(Scope.CONFIRMED, has_agreements=False, language="kk")
    assert page.told == "Writing…"
    desk.tasks.answer("report", b"x")
    assert target.with_suffix(f".{format_}").read_bytes() == b"x"
    assert page.told == f"Saved: report.{format_}"
    assert desk.memory.settings.report_format == format_
    page.close()
    assert desk.ask().format == format_


def test_the_page_counts_what_a_report_would_hold(desk: Desk) -> None:
    desk.controller.edit(Confirm((desk.pairs[1],)))
    desk.controller.edit(Dismiss(desk.pairs[2]))
    page = desk.ask()
    assert page.count == "Findings: 4 of 4"
    box(page, "report_agreements").setChecked(False)
    assert page.count == "Findings: 3 of 4"
    box(page, "report_dismissed").setChecked(False)
    assert page.count == "Findings: 2 of 4"
    page.choose(Scope.CONFIRMED)
    assert page.count == "Findings: 1 of 4"


def test_what_holds_nothing_cannot_be_chosen_or_saved(desk: Desk) -> None:
    page = desk.ask()
    confirmed = page.findChild(QRadioButton, "report_confirmed")
    assert confirmed is not None
    assert not confirmed.isEnabled()
    assert not box(page, "report_dismissed").isEnabled()
    desk.window.panel.set_filter(Filter(verdicts=frozenset({Verdict.AGREEMENT})))
    page = desk.ask()
    page.choose(Scope.CHOSEN)
    assert button(page, "report_save").isEnabled()
    box(page, "report_agreements").setChecked(False)
    assert page.count == "Findings: 0 of 4"
    assert not button(page, "report_save").isEnabled()
    page.choose(Scope.ALL)
    assert button(page, "report_save").isEnabled()


def test_no_second_report_can_be_saved_while_one_is_written(
    desk: Desk, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    page = desk.ask()
    save, agreements = button(page, "report_save"), box(page, "report_agreements")
    for end in (lambda: desk.tasks.refuse("report", FAILURE), lambda: desk.tasks.answer("report", b"x")):
        save.click()
        for change in (agreements.toggle, lambda: page.choose(Scope.ALL), lambda: page.open_wanted.emit("a.html")):
            change()
            assert not save.isEnabled()
        end()
        assert save.isEnabled()
        agreements.toggle()
        assert save.isEnabled()
    assert target.with_suffix(".html").exists()


def test_the_chosen_ones_are_those_that_the_list_shows(desk: Desk, target: Path) -> None:
    desk.window.panel.set_filter(Filter(verdicts=frozenset({Verdict.CONTRADICTION})))
    page = desk.ask()
    page.choose(Scope.CHOSEN)
    assert page.count == "Findings: 2 of 4"
    button(page, "report_save").click()
    assert desk.asked.choice.pairs == {desk.pairs[1], desk.pairs[2]}
    assert target.with_suffix(".html").exists() is False


def test_who_reviews_is_named_in_the_report(desk: Desk, target: Path) -> None:
    desk.memory.keep_settings(replace(desk.memory.settings, reviewer="Ada"))
    desk.controller.edit(Confirm((desk.pairs[1],)))
    button(desk.ask(), "report_save").click()
    assert not isinstance(desk.asked.subject, type(comparison(FOUR)))
    assert desk.asked.subject.reviewer == "Ada"
    assert target.name == "report"


def test_what_was_saved_can_be_opened_and_shown_in_its_folder(
    desk: Desk, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    monkeypatch.setattr("sys.platform", "linux")
    page = desk.ask()
    assert button(page, "report_open").isHidden()
    button(page, "report_save").click()
    desk.tasks.answer("report", b"x")
    assert not button(page, "report_open").isHidden()
    button(page, "report_open").click()
    button(page, "report_folder").click()
    file = target.with_suffix(".html")
    assert [url.toLocalFile() for url in opened] == [str(file), str(file.parent)]
    file.unlink()
    button(page, "report_open").click()
    assert page.told == "No program opened report.html."
    assert len(opened) == 2


def test_a_report_that_fails_is_told_on_the_page_in_words(desk: Desk, target: Path) -> None:
    page = desk.ask()
    button(page, "report_save").click()
    desk.tasks.refuse("report", StatementCompareError("report.no_typst", "no typst"))
    assert page.told.startswith("PDF reports need typst, which does not load here. Save the page (.html) instead")
    assert button(page, "report_open").isHidden()
    assert button(page, "report_save").isEnabled()
    assert not target.exists()


def test_a_page_that_was_closed_leaves_the_report_to_be_written(desk: Desk, target: Path) -> None:
    page = desk.ask()
    button(page, "report_save").click()
    page.close()
    desk.tasks.answer("report", b"x")
    assert target.with_suffix(".html").read_bytes() == b"x"
    assert desk.window.status.message == f"Saved: {target.with_suffix('.html')}"


def begin_and_close(desk: Desk) -> None:
    page = desk.ask()
    button(page, "report_save").click()
    page.close()


def test_a_second_report_waits_for_the_first_and_both_are_written(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "first")
    begin_and_close(desk)
    answer(monkeypatch, tmp_path / "second")
    page = desk.ask()
    button(page, "report_save").click()
    desk.tasks.answer("report", b"one")
    assert (tmp_path / "first.html").read_bytes() == b"one"
    assert desk.window.status.message == f"Saved: {tmp_path / 'first.html'}"
    assert page.told == "Writing…"
    assert not button(page, "report_save").isEnabled()
    desk.tasks.answer("report", b"two")
    assert (tmp_path / "second.html").read_bytes() == b"two"
    assert page.told == "Saved: second.html"
    assert desk.tasks.asked == {}


def test_a_page_that_asks_for_nothing_yet_tells_nothing_of_the_report_before(desk: Desk, target: Path) -> None:
    begin_and_close(desk)
    page = desk.ask()
    desk.tasks.answer("report", b"x")
    assert (page.told, button(page, "report_open").isHidden()) == ("", True)
    assert target.with_suffix(".html").exists()


@pytest.mark.parametrize("is_told_by_worker", [True, False])
def test_where_the_first_one_fails_the_second_is_written(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_told_by_worker: bool
) -> None:
    first = tmp_path / "first"
    answer(monkeypatch, first)
    begin_and_close(desk)
    answer(monkeypatch, tmp_path / "second")
    page = desk.ask()
    button(page, "report_save").click()
    if is_told_by_worker:
        desk.tasks.refuse("report", FAILURE)
    else:
        first.with_suffix(".html").mkdir()
        desk.tasks.answer("report", b"one")
    assert page.told == "Writing…"
    desk.tasks.answer("report", b"two")
    assert (tmp_path / "second.html").read_bytes() == b"two"
    answer(monkeypatch, tmp_path / "third")
    button(page, "report_save").click()
    desk.tasks.answer("report", b"three")
    assert (tmp_path / "third.html").read_bytes() == b"three"
