"""The help: a page for each subject in each language, with the keys as they are, found by search and by place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMainWindow, QTextBrowser
from pytestqt.qtbot import QtBot
from window_alone import Desk

from statement_compare.engine.model import Side
from statement_compare.ui import actions as table
from statement_compare.ui import help_texts, languages
from statement_compare.ui.actions import ACTIONS, shown_keys
from statement_compare.ui.dialogs.help import HelpWindow
from statement_compare.ui.help_texts import SUBJECTS, menu_path, page, source
from statement_compare.ui.strings import LANGUAGES, language, say

PLACES = re.compile(r"\[\[\w+\]\]|<<\w+>>")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[HelpWindow]:
    assert qapp is not None
    holder = QMainWindow()
    qtbot.addWidget(holder)
    made = HelpWindow(table.build(holder, {}))
    qtbot.addWidget(made)
    made.set_zoom(100)
    made.show_subject("start")
    made.show()
    qtbot.waitExposed(made)
    yield made
    languages.use("en")


def as_read(markdown: str) -> str:
    document = QTextDocument()
    document.setMarkdown(markdown)
    return document.toPlainText()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_is_there_in_every_language_and_names_the_same_actions(subject: str, code: str) -> None:
    words = source(subject, code)
    assert words.startswith("# ")
    assert len(words) > 300
    assert sorted(PLACES.findall(words)) == sorted(PLACES.findall(source(subject, "en")))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_action_stands_in_the_table_with_its_keys(code: str, qapp: QApplication, qtbot: QtBot) -> None:
    assert qapp is not None
    holder = QMainWindow()
    qtbot.addWidget(holder)
    languages.use(code)
    text = as_read(page("keys", table.build(holder, {}))).splitlines()
    missing = [spec.id for spec in ACTIONS if not any(line.endswith(spec.name) for line in text)]
    assert missing == []
    first = [shown_keys(spec.keys[:1]) for spec in ACTIONS if spec.keys]
    assert [keys for keys in first if not any(line.startswith(keys) for line in text)] == []
    languages.use("en")


def test_no_key_of_an_action_is_typed_into_a_page_by_hand() -> None:
    """Those that stay are no actions: of the texts, of the projector and of the page of an original."""
    keys = {each for spec in ACTIONS for each in spec.keys if "+" in each or re.fullmatch(r"F\d+", each)}
    found = {
        (subject, each)
        for subject in SUBJECTS
        for each in keys
        if re.search(rf"(?<![\w+]){re.escape(each)}(?![\w+])", source(subject, "en"))
    }
    assert found == {("originals", "F6")}


def test_a_key_that_a_person_changed_is_the_one_that_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    assert qapp is not None
    holder = QMainWindow()
    qtbot.addWidget(holder)
    actions = table.build(holder, {"link": "Ctrl+Alt+\\", "unlink": ""})
    text = as_read(page("deciding", actions))
    assert f"link them ({shown_keys(['Ctrl+Alt+' + chr(92)])})" in text
    assert "Review › Unlink parts a link" in text


def test_a_menu_within_a_menu_is_named_with_it(qapp: QApplication) -> None:
    assert qapp is not None
    specs = {spec.id: spec for spec in ACTIONS}
    assert menu_path(specs["save_filter"]) == "View › Filters › Save this filter"


def test_a_search_leaves_the_subjects_that_have_all_its_words(window: HelpWindow, qtbot: QtBot) -> None:
    assert window.subjects == list(SUBJECTS)
    window.look_for("REMOTE control")
    assert window.subjects == ["projector"]
    browser = window.findChild(QTextBrowser)
    assert [each.cursor.selectedText() for each in browser.extraSelections()] == ["remote", "control"]
    assert browser.textCursor().selectedText() == "remote"
    window.look_for("nothing of the sort")
    assert window.subjects == []
    assert window.text == ""
    window.look_for("")
    assert window.subjects == list(SUBJECTS)
    search = window.findChild(QLineEdit)
    qtbot.keyClicks(search, "hashes")
    assert window.subject == "reports"


def test_enter_goes_through_all_places_of_a_word(window: HelpWindow, qtbot: QtBot) -> None:
    search, browser = window.findChild(QLineEdit), window.findChild(QTextBrowser)
    window.look_for("curves")
    seen = []
    for _ in range(len(browser.extraSelections()) + 1):
        seen.append((window.subject, browser.textCursor().position()))
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert len(set(seen)) == len(seen)
    assert {subject for subject, _ in seen} == {window.subjects[0], window.subjects[1]}


def test_a_subject_that_the_search_has_left_out_is_opened_all_the_same(window: HelpWindow) -> None:
    window.look_for("remote")
    window.show_subject("privacy")
    assert window.subject == "privacy"
    assert window.text.startswith("Privacy")


def test_the_help_is_used_with_the_keyboard_alone(window: HelpWindow, qtbot: QtBot) -> None:
    subjects, browser = window.findChild(QListWidget), window.findChild(QTextBrowser)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.focusWidget() is subjects
    qtbot.keyClick(subjects, Qt.Key.Key_Down)
    assert window.subject == "verdicts"
    qtbot.keyClick(subjects, Qt.Key.Key_Tab)
    assert window.focusWidget() is browser
    qtbot.keyClick(browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.findChild(QLineEdit)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_every_part_of_the_help_has_a_name_for_a_screen_reader(window: HelpWindow) -> None:
    parts = [window.findChild(kind) for kind in (QLineEdit, QListWidget, QTextBrowser)]
    assert [each.accessibleName() for each in parts] == ["Search the help", "Subjects of the help", "Page of the help"]
    assert parts[2].textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_the_help_is_larger_where_the_texts_are(window: HelpWindow) -> None:
    browser = window.findChild(QTextBrowser)
    before = browser.document().defaultFont().pixelSize()
    window.set_zoom(150)
    QApplication.processEvents()
    assert browser.document().defaultFont().pixelSize() == round(before * 1.5)


def test_the_help_opens_at_what_has_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    pages = desk.window.commands.help_pages
    window = desk.window
    assert pages.subject_at(window.page.pane(Side.LEFT)) == "start"
    desk.compare()
    assert pages.subject_at(window.page.pane(Side.LEFT)) == "verdicts"
    assert pages.subject_at(window.panel.findings_list) == "deciding"
    assert pages.subject_at(window.panel.unanswered_list) == "filters"
    assert pages.subject_at(window.inspector.decisions) == "deciding"
    assert pages.subject_at(window.bar.search) == "filters"
    desk.act("projector")
    assert pages.subject_at(window.projector) == "projector"
    desk.act("projector")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    shown = window.commands.help_pages.shown
    assert shown is not None
    assert shown.isVisible()
    assert shown.subject == "verdicts"
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert len([each for each in QApplication.topLevelWidgets() if isinstance(each, HelpWindow)]) == 1


def test_an_open_help_follows_keys_language_and_zoom(desk: Desk, qtbot: QtBot) -> None:
    desk.window.commands.help_pages.show_subject("deciding")
    shown = desk.window.commands.help_pages.shown
    assert shown is not None
    desk.memory.keep_settings(replace(desk.memory.settings, shortcuts=(("link", "Ctrl+Alt+K"),)))
    qtbot.waitUntil(lambda: "link them (Ctrl+Alt+K)" in shown.text)
    desk.memory.keep_settings(replace(desk.memory.settings, zoom_percent=150))
    assert shown.findChild(QTextBrowser).document().defaultFont().pixelSize() == 21
    languages.use("ru")
    desk.window.retranslate()
    assert language() == "ru"
    assert shown.subject == "deciding"
    assert shown.text.startswith("Решения")
    assert shown.windowTitle() == say("help.title") == "Справка"


def test_a_page_without_a_translation_is_in_english(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    assert qapp is not None

    def one_language(subject: str, code: str) -> str:
        if code != "en":
            raise FileNotFoundError(subject)
        return source(subject, code)

    monkeypatch.setattr(help_texts, "source", one_language)
    languages.use("kk")
    assert help_texts.title("privacy") == "Privacy"
    languages.use("en")
