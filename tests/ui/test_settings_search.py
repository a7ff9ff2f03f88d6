"""The search in the settings: which options have the words, how they are marked, and how the keyboard gets to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QSpinBox, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from statement_compare.session.options import DEFAULTS, Settings
from statement_compare.ui import languages
from statement_compare.ui.dialogs.settings import SettingsDialog
from statement_compare.ui.strings import LANGUAGES
from statement_compare.ui.theme import LIGHT


def opened(qtbot: QtBot, settings: Settings = DEFAULTS) -> SettingsDialog:
    made = SettingsDialog(settings, LIGHT)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    return opened(qtbot)


@pytest.fixture(autouse=True)
def speaks_english_again() -> Iterator[None]:
    yield
    languages.use("en")


def look_for(dialog: SettingsDialog, words: str) -> list[str]:
    """The names of what is found, in order."""
    dialog.search.field.setText(words)
    return [hit.accessibleName() or hit.text() for hit in dialog.search.hits]  # type: ignore[attr-defined]


def marked(dialog: SettingsDialog) -> set[str]:
    return {
        each.text() or each.accessibleName()  # type: ignore[attr-defined]
        for each in dialog.findChildren(QWidget)
        if each.property("found")
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dark", ["Theme"]),
        ("Size of the TEXTS", [""]),
        ("font", [""]),
        ("test pairs", ["Contradictions"]),  # of the note below it
        ("rules alone", ["Language model"]),  # of what can be chosen
        ("opening a session from a folder", ["One program for all windows"]),  # of its tip
        ("embargo", ["Open the windows that were open last"]),  # what else it is called
        ("zoom_percent", [""]),  # as in the settings file
        ("name review", ["Your name in reviews"]),
        ("nothing of the sort", []),
    ],
)
def test_an_option_is_found_by_any_of_its_words(dialog: SettingsDialog, words: str, found: list[str]) -> None:
    assert look_for(dialog, words) == [each or dialog._zoom.accessibleName() or "100 %" for each in found]


@pytest.mark.parametrize("words", ["colour", "color", "colours", "colors"])
def test_both_spellings_of_colour_find_the_theme_and_every_colour(dialog: SettingsDialog, words: str) -> None:
    found = look_for(dialog, words)
    assert found[0] == "Theme"
    assert set(found[1:]) == {swatch.accessibleName() for swatch, _ in dialog.colours.swatches.values()}


@pytest.mark.parametrize(
    ("code", "words", "field"),
    [
        ("ru", "тёмная", "_themes"),
        ("ru", "темная", "_themes"),
        ("ru", "шрифта", "_zoom"),  # by its beginning
        ("ru", "dark", "_themes"),
        ("ru", "нейросеть", "models"),
        ("kk", "қараңғы", "_themes"),
        ("kk", "қаріп", "_zoom"),
        ("kk", "font", "_zoom"),
        ("kk", "эмбарго", "_reopen"),
    ],
)
def test_options_are_found_in_every_language_and_by_words_of_english(
    qtbot: QtBot, code: str, words: str, field: str
) -> None:
    languages.use(code)
    dialog = opened(qtbot)
    look_for(dialog, words)
    wanted = dialog.findChild(QComboBox, field) if field == "models" else getattr(dialog, field)
    assert dialog.search.hits == [wanted]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_option_is_found_by_its_own_name(qtbot: QtBot, code: str) -> None:
    languages.use(code)
    dialog = opened(qtbot)
    options = dialog.search._options
    assert len(options) == 9 + len(dialog.colours.swatches)
    for option in options:
        name = option.marked[0].text() or option.field.accessibleName()  # type: ignore[attr-defined]
        dialog.search.field.setText(name)
        assert option.field in dialog.search.hits, name


def test_what_is_found_is_marked_and_counted_on_its_page(dialog: SettingsDialog) -> None:
    tabs = dialog.findChild(QTabWidget, "pages")
    assert isinstance(tabs, QTabWidget)
    look_for(dialog, "theme")
    assert marked(dialog) == {"Theme"}
    assert [tabs.tabText(0), tabs.tabText(1)] == ["General (1)", "Colours"]
    assert [tabs.isTabEnabled(0), tabs.isTabEnabled(1)] == [True, False]
    assert dialog.search.told == "1 option found."
    look_for(dialog, "chosen row")
    assert tabs.currentIndex() == 1
    assert marked(dialog) == {"Chosen row"}
    assert [tabs.tabText(0), tabs.tabText(1)] == ["General", "Colours (1)"]
    look_for(dialog, "nothing of the sort")
    assert dialog.search.told == "No option has these words; Esc shows all again."
    assert [tabs.isTabEnabled(0), tabs.isTabEnabled(1)] == [True, True]
    assert marked(dialog) == set()


def test_what_is_chosen_elsewhere_is_told_with_its_menu_and_the_key_that_holds(qtbot: QtBot) -> None:
    dialog = opened(qtbot, replace(DEFAULTS, shortcuts=(("overview", "Ctrl+Alt+O"),)))
    look_for(dialog, "minimap")
    assert dialog.search.told == "Elsewhere: View › Overview bar (Ctrl+Alt+O)."
    look_for(dialog, "hotkeys")
    assert dialog.search.told == "Elsewhere: Help › Keyboard shortcuts (Ctrl+F1)."


def test_return_goes_to_the_first_and_the_keys_for_finding_go_on(dialog: SettingsDialog, qtbot: QtBot) -> None:
    field = dialog.search.field
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "size of")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert isinstance(QApplication.focusWidget(), QSpinBox)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is field
    assert field.selectedText() == "size of"
    qtbot.keyClicks(field, "contradiction, sign")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    swatch = QApplication.focusWidget()
    assert isinstance(swatch, QPushButton)
    assert swatch.accessibleName() == "Contradiction, sign"
    dialog.search.field.setText("contradiction")
    seen = []
    for _ in range(len(dialog.search.hits) + 1):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F3)
        seen.append(QApplication.focusWidget())
    assert seen[:-1] == dialog.search.hits
    assert seen[-1] is seen[0]


def test_esc_shows_all_again_before_it_closes(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search.field, "theme")
    qtbot.keyClick(dialog.search.field, Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert (dialog.search.field.text(), marked(dialog), dialog.search.told) == ("", set(), "")
    assert QApplication.focusWidget() is dialog.search.field
    qtbot.keyClick(dialog.search.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_empty_field_leaves_return_to_the_page(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.search.field, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == SettingsDialog.DialogCode.Accepted


def test_a_screen_reader_hears_how_many_are_found_once(dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    for words in ("the", "them", "theme", "no such", ""):
        dialog.search.field.setText(words)
    assert heard[-2:] == ["1 option found.", "No option has these words; Esc shows all again."]
    assert len(heard) == len(set(heard))
    assert dialog.search.field.accessibleDescription() == ""


def test_the_page_that_does_not_fit_the_screen_scrolls_to_what_has_the_keyboard(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.resize(dialog.width(), 260)
    look_for(dialog, "one program")
    qtbot.keyClick(dialog.search.field, Qt.Key.Key_Return)
    box = dialog._single
    area = dialog.findChild(QTabWidget, "pages").currentWidget()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: area.rect().contains(box.mapTo(area, box.rect().center())))


def test_the_names_of_rows_say_which_field_they_are_of(dialog: SettingsDialog) -> None:
    names = {label.text(): label.buddy() for label in dialog.findChildren(QLabel) if label.buddy() is not None}
    assert names["Size of the texts"] is dialog._zoom
    assert names["Theme"] is dialog._themes
