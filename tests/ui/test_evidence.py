"""Evidence bundles from the window: made of what is open, or checked from a file, with a page that says the outcome."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from answered import answer
from bundles import OF_A_FINDING, compared, members_of, written
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from reviewer import FOUR, Reviewer
from scenario import comparison
from screen_reader import nameless

from statement_compare.engine.progress import SILENT
from statement_compare.errors import StatementCompareError
from statement_compare.session.edits import Confirm
from statement_compare.session.evidence.container import pack
from statement_compare.session.evidence.outcome import Checked
from statement_compare.session.evidence.writing import Bundle, bundle_of
from statement_compare.session.folders import Folders
from statement_compare.ui.dialogs.evidence import EvidenceDialog
from statement_compare.ui.evidence_work import CheckBundle, MakeBundle
from statement_compare.ui.worker import engine

MADE = comparison(FOUR)


@pytest.fixture
def ada(folders: Folders, qtbot: QtBot) -> Iterator[Reviewer]:
    reviewer = Reviewer(folders, qtbot, MADE)
    qtbot.addWidget(reviewer.window)
    yield reviewer
    reviewer.window.close()


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    first, sides = compared()
    return bundle_of(written(tmp_path / "a.stcmp", first, sides, OF_A_FINDING))


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    answer(monkeypatch, path if path.name else None)


def page_of(ada: Reviewer) -> EvidenceDialog:
    page = ada.window.findChild(EvidenceDialog)
    assert page is not None
    return page


def test_a_bundle_is_made_of_what_is_open_and_its_fingerprint_is_shown(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bundle: Bundle
) -> None:
    chosen(monkeypatch, tmp_path / "harbour")
    ada.window.actions_by_id["bundle"].trigger()
    asked = ada.tasks.asked["evidence"]
    assert isinstance(asked, MakeBundle)
    assert (asked.language, asked.contents.first.comparison) == ("en", MADE)
    page = page_of(ada)
    assert page.headline == "Making the evidence bundle…"
    ada.tasks.answer("evidence", bundle)
    assert (tmp_path / "harbour.zip").read_bytes() == bundle.data
    assert page.headline == "Saved as harbour.zip."
    assert page.fingerprint.text() == bundle.fingerprint
    button = next(each for each in page.findChildren(QPushButton) if each.text() == "Copy")
    button.click()
    assert QGuiApplication.clipboard().text() == bundle.fingerprint
    assert button.text() == "Copied"
    assert nameless(page) == []


def test_a_decision_is_in_the_bundle_and_nothing_is_written_elsewhere(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, tmp_path / "harbour.zip")
    work = ada.controller.editing.keep()
    assert work is not None
    assert work.path is None
    untouched = work.contents()
    assert (untouched.created, untouched.log, work.path) == ("", (), None)
    ada.controller.edit(Confirm((((0,), (0,)),)))
    ada.window.actions_by_id["bundle"].trigger()
    asked = ada.tasks.asked["evidence"]
    assert isinstance(asked, MakeBundle)
    assert [each.entry.edit for each in asked.contents.log] == [Confirm((((0,), (0,)),))]


def test_the_worker_makes_a_bundle_and_checks_it(tmp_path: Path, bundle: Bundle) -> None:
    first, sides = compared()
    contents = written(tmp_path / "b.stcmp", first, sides, ())
    perform = engine()
    made = perform(MakeBundle(contents, "ru"), SILENT, print)
    assert isinstance(made, Bundle)
    assert made.fingerprint == hashlib.sha256(members_of(made.data)["manifest.json"]).hexdigest()
    (tmp_path / "b.zip").write_bytes(made.data)
    found = perform(CheckBundle(str(tmp_path / "b.zip")), SILENT, print)
    assert isinstance(found, Checked)
    assert found.is_same
    (tmp_path / "b.zip").write_bytes(bundle.data + b"x")
    found = perform(CheckBundle(str(tmp_path / "b.zip")), SILENT, print)
    assert isinstance(found, Checked)
    assert not found.is_same


def test_what_differs_stands_first_and_each_row_says_so_in_a_word(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bundle: Bundle
) -> None:
    path = tmp_path / "harbour.zip"
    members = members_of(bundle.data)
    members["report.html"] = members["report.html"].replace(b"net", b"nat", 1)
    path.write_bytes(pack(list(members.items())))
    chosen(monkeypatch, path)
    ada.window.actions_by_id["verify_bundle"].trigger()
    assert ada.tasks.asked["evidence"] == CheckBundle(str(path))
    page = page_of(ada)
    assert page.headline == "Checking harbour.zip…"
    ada.tasks.progressed.emit("evidence", "judge", 1, 2)
    ada.tasks.answer("evidence", engine()(CheckBundle(str(path)), SILENT, print))
    assert page.headline == "2 differences were found."
    assert page.rows[0].startswith("≠  differs  report.html: its SHA-256 is ")
    assert page.rows[1].startswith("≠  differs  report.html: line ")
    assert page.rows[2].startswith("=  same  the zip holds 15 files")
    assert page.fingerprint.text() == bundle.fingerprint
    assert nameless(page) == []


@pytest.mark.parametrize(("language", "words"), [("en", "no zip"), ("ru", "не zip"), ("kk", "zip емес")])
def test_what_is_no_bundle_is_told_in_the_windows_language(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    from statement_compare.ui import languages

    chosen(monkeypatch, tmp_path / "other.zip")
    languages.use(language)
    try:
        ada.window.actions_by_id["verify_bundle"].trigger()
        ada.tasks.refuse("evidence", StatementCompareError("evidence.no_zip", "this is no zip"))
        assert page_of(ada).headline.startswith("other.zip: ")
        assert words in page_of(ada).headline
    finally:
        languages.use("en")


def test_closing_the_page_ends_the_work(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    chosen(monkeypatch, tmp_path / "harbour.zip")
    ada.window.actions_by_id["verify_bundle"].trigger()
    page = page_of(ada)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert "evidence" not in ada.tasks.asked
    ada.tasks.finished.emit("evidence", CheckBundle(""), Checked(()))  # too late
    assert not page.isVisible()


def test_no_file_that_is_chosen_is_no_wish(ada: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen(monkeypatch, Path())
    ada.window.actions_by_id["bundle"].trigger()
    ada.window.actions_by_id["verify_bundle"].trigger()
    assert "evidence" not in ada.tasks.asked


def test_what_cannot_be_written_is_told(
    ada: Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bundle: Bundle
) -> None:
    chosen(monkeypatch, tmp_path / "no folder" / "harbour.zip")
    ada.window.actions_by_id["bundle"].trigger()
    ada.tasks.answer("evidence", bundle)
    assert "could not be written" in page_of(ada).headline
