from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from answered import answer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from scenario import comparison, statement
from screen_reader import nameless

from statement_compare.engine.colours import THEMES, TOKENS
from statement_compare.engine.model import Preset, Side
from statement_compare.engine.reported import Reported
from statement_compare.session.options import DEFAULTS
from statement_compare.session.recent import Origin
from statement_compare.ui.dialogs.about import AboutDialog, licence_texts
from statement_compare.ui.dialogs.colours import ColoursPage
from statement_compare.ui.dialogs.details import DetailsDialog
from statement_compare.ui.dialogs.legend import LegendDialog
from statement_compare.ui.dialogs.report import ReportDialog
from statement_compare.ui.dialogs.settings import SettingsDialog
from statement_compare.ui.dialogs.shortcuts import ShortcutsDialog
from statement_compare.ui.strings import say
from statement_compare.ui.theme import DARK, LIGHT


def test_the_settings_page_shows_what_holds_and_changes_nothing_by_itself(qtbot: QtBot) -> None:
    settings = replace(DEFAULTS, theme="dark", preset=Preset.LENIENT, zoom_percent=130, reopen_last=False)
    dialog = SettingsDialog(settings, LIGHT)
    qtbot.addWidget(dialog)
    assert dialog.settings == settings


def test_each_preset_says_how_far_its_contradictions_can_be_believed(qtbot: QtBot) -> None:
    dialog = SettingsDialog(DEFAULTS, LIGHT)
    qtbot.addWidget(dialog)
    notes = [dialog.preset_note]
    presets = next(box for box in dialog.findChildren(QComboBox) if box.findData("strict") >= 0)
    presets.setCurrentIndex(presets.findData("strict"))
    notes.append(dialog.preset_note)
    assert ["90 of 100" in notes[0], "52 of 100" in notes[1]] == [True, True]


def test_an_own_colour_is_kept_for_the_theme_that_is_chosen(qtbot: QtBot) -> None:
    dialog = SettingsDialog(replace(DEFAULTS, theme="light"), LIGHT)
    qtbot.addWidget(dialog)
    dialog.set_colour("contradiction_ink", "#123456")
    themes = next(box for box in dialog.findChildren(QComboBox) if box.findData("mono") >= 0)
    themes.setCurrentIndex(themes.findData("mono"))
    assert dialog.colours.theme == THEMES["mono"]
    dialog.set_colour("paper", "#fefefe")
    assert dialog.settings.colours == (("light.contradiction_ink", "#123456"), ("mono.paper", "#fefefe"))


def test_every_colour_of_a_theme_can_be_changed_and_the_sample_shows_it(qtbot: QtBot) -> None:
    page = ColoursPage("light", LIGHT, {})
    qtbot.addWidget(page)
    swatches = [button.objectName().removeprefix("swatch_") for button in page.findChildren(QPushButton)]
    assert {name for name in swatches if name} == set(TOKENS)
    assert page.warning.startswith("Everything can be read")
    page.set_colour("contradiction_words", "#abcdef")
    assert "#abcdef" in page.sample
    assert page.theme.contradiction_words == "#abcdef"


def test_a_colour_that_is_too_faint_is_told_of_and_the_themes_own_come_back(qtbot: QtBot) -> None:
    page = ColoursPage("light", LIGHT, {"dark.ink": "#eeeeee", "soft": "#b0b0b0"})
    qtbot.addWidget(page)
    assert page.warning.splitlines()[0] == "Quiet text on Empty gauge: a contrast of 1.7:1, and 4.5:1 is needed."
    assert page.warning.splitlines()[-1] == "and 5 more pairs of colours"
    page.reset()
    assert page.warning.startswith("Everything can be read")
    assert page.colours == {"dark.ink": "#eeeeee"}  # of another theme


def test_colours_that_make_no_sense_do_not_keep_the_page_away(qtbot: QtBot) -> None:
    page = ColoursPage(
        "light", LIGHT, {"ink": "loud", "pale.ink": "#111111", "light.inc": "#111111", "dark.ink": "red"}
    )
    qtbot.addWidget(page)
    assert page.colours == {"dark.ink": "red"}
    assert page.theme == LIGHT


def test_the_note_names_the_theme_whose_colours_these_are(qtbot: QtBot) -> None:
    page = ColoursPage("dark_contrast", THEMES["dark_contrast"], {})
    qtbot.addWidget(page)
    assert "More contrast, dark" in " ".join(label.text() for label in page.findChildren(QLabel))


def test_what_other_pages_set_survives_the_settings_page(qtbot: QtBot) -> None:
    settings = replace(DEFAULTS, shortcuts=(("swap", "Ctrl+T"),), geometry="abc")
    dialog = SettingsDialog(settings, LIGHT)
    qtbot.addWidget(dialog)
    assert (dialog.settings.shortcuts, dialog.settings.geometry) == (settings.shortcuts, "abc")


def settings_page(qtbot: QtBot, model: str, bundled: tuple[str, ...] = ("fast", "thorough")) -> SettingsDialog:
    dialog = SettingsDialog(replace(DEFAULTS, model=model), LIGHT, is_bundled=lambda name: name in bundled)
    qtbot.addWidget(dialog)
    return dialog


def shown_models(dialog: SettingsDialog) -> tuple[list[str], str]:
    models = dialog.findChild(QComboBox, "models")
    assert isinstance(models, QComboBox)
    return [models.itemText(row).partition(" –")[0] for row in range(models.count())], models.currentText()


def test_the_settings_page_offers_the_models_and_a_folder(qtbot: QtBot) -> None:
    dialog = settings_page(qtbot, "fast")
    assert shown_models(dialog) == (["Fast", "Thorough", "None", "Other…"], "Fast")
    assert dialog.model_note == ""
    dialog.choose_model("none")
    assert dialog.settings.model == "none"
    own = settings_page(qtbot, "/models/mine")
    assert shown_models(own) == (["Fast", "Thorough", "None", "Own: mine", "Other…"], "Own: mine")


def test_a_folder_is_chosen_once_it_is_known_to_hold_a_model(qtbot: QtBot) -> None:
    dialog = settings_page(qtbot, "thorough")
    asked: list[str] = []
    dialog.model_asked.connect(asked.append)
    dialog.choose_model("/models/mine")
    assert asked == ["/models/mine"]
    assert (dialog.model_note, dialog.settings.model) == ("Looking into “mine”…", "thorough")
    assert not dialog.findChild(QPushButton, "ok").isEnabled()  # type: ignore[union-attr]
    dialog.take_model("/models/mine", "")
    assert (dialog.model_note, dialog.settings.model) == ("", "/models/mine")
    assert dialog.findChild(QPushButton, "ok").isEnabled()  # type: ignore[union-attr]


def test_of_a_model_that_was_not_measured_it_is_said_how_it_would_be(qtbot: QtBot) -> None:
    dialog = settings_page(qtbot, "thorough")
    dialog.choose_model("/models/mine")
    dialog.take_model("/models/mine", "", is_measured=False)
    assert dialog.settings.model == "/models/mine"
    assert dialog.model_note.startswith("This model has not been measured")
    assert "statement-compare models add FOLDER" in dialog.model_note


def test_a_folder_without_a_model_is_told_and_the_former_choice_stays(qtbot: QtBot) -> None:
    dialog = settings_page(qtbot, "fast")
    dialog.show()
    qtbot.waitExposed(dialog)
    heights = [button.height() for button in dialog.findChildren(QPushButton)]
    dialog.choose_model("/models/none")
    dialog.take_model("/models/none", "/models/none: no model can be read here, model.onnx is missing")
    QApplication.processEvents()
    now = [button.height() for button in dialog.findChildren(QPushButton)]
    assert all(after >= before for before, after in zip(heights, now, strict=True))  # nothing is squeezed
    assert dialog.model_note == (
        "/models/none: no model can be read here, model.onnx is missing. What was chosen before stays."
    )
    assert dialog.settings.model == "fast"
    assert shown_models(dialog)[1] == "Fast"
    dialog.choose_model("thorough")
    assert dialog.model_note == ""


def test_other_opens_a_chooser_and_leaving_it_changes_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, None, "/models/mine")
    dialog = settings_page(qtbot, "fast")
    asked: list[str] = []
    dialog.model_asked.connect(asked.append)
    models = dialog.findChild(QComboBox, "models")
    assert isinstance(models, QComboBox)
    for _ in range(2):
        models.setCurrentIndex(3)
        models.activated.emit(3)
        assert models.currentText() == "Fast"
    assert asked == ["/models/mine"]


def test_a_model_that_does_not_come_along_is_said_to_be_absent(qtbot: QtBot) -> None:
    dialog = settings_page(qtbot, "thorough", bundled=("fast",))
    assert dialog.model_note == "This model does not come with this version: rules alone judge."
    dialog.choose_model("fast")
    assert dialog.model_note == ""


@pytest.fixture
def shortcuts(qtbot: QtBot) -> ShortcutsDialog:
    dialog = ShortcutsDialog({})
    qtbot.addWidget(dialog)
    return dialog


def test_the_shortcuts_page_shows_every_key(shortcuts: ShortcutsDialog) -> None:
    assert shortcuts.shown_keys_of("next") == "Alt+Down, F8"
    assert shortcuts.shown_keys_of("lines") == ""


def test_a_key_that_is_taken_is_named_before_it_changes_hands(shortcuts: ShortcutsDialog) -> None:
    shortcuts.choose("swap")
    shortcuts.press("F8")
    assert shortcuts.warning == "F8 belongs to “Next finding” and would be taken from it."
    assert shortcuts.changed == {}
    shortcuts.use_only()
    assert shortcuts.changed == {"swap": "F8", "next": "Alt+Down"}
    assert shortcuts.shown_keys_of("next") == "Alt+Down"


def test_escape_empties_the_search_for_keys_before_it_leaves_the_page(shortcuts: ShortcutsDialog, qtbot: QtBot) -> None:
    shortcuts.show()
    shortcuts.choose("zoom_in")
    shortcuts.press("Ctrl+J")
    shortcuts.use_only()
    field = shortcuts._search
    qtbot.keyClicks(field, "larger")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (shortcuts.isVisible(), field.text(), shortcuts.changed) == (True, "", {"zoom_in": "Ctrl+J"})
    qtbot.keyClicks(field, "larger")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (shortcuts.isVisible(), shortcuts.focusWidget()) == (True, shortcuts._tree)
    assert shortcuts._action is not None
    assert shortcuts._action.id == "zoom_in"
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (shortcuts.isVisible(), shortcuts.result()) == (False, ShortcutsDialog.DialogCode.Rejected)


def test_the_action_whose_keys_are_changed_is_in_sight(shortcuts: ShortcutsDialog) -> None:
    def chosen() -> tuple[str, str]:
        return "" if shortcuts._action is None else shortcuts._action.id, shortcuts._prompt.text()

    shortcuts.choose("open_left")
    shortcuts._search.setText("open")
    assert chosen() == ("open_left", "New key for “Open left”:")
    shortcuts._search.setText("er text")
    assert chosen() == ("zoom_in", "New key for “Larger text”:")
    shortcuts.choose("zoom_out")
    shortcuts._search.setText("smaller te")
    assert chosen()[0] == "zoom_out"
    shortcuts._search.setText("smaller tex ox")
    shortcuts.press("Ctrl+J")
    assert chosen() == ("", "")
    assert not any(each.isEnabled() for each in (shortcuts._edit, shortcuts._only, shortcuts._none))
    for act in (shortcuts.use_only, shortcuts.add_key, shortcuts._set_default):
        act()
    assert shortcuts.changed == {}
    shortcuts._search.setText("")
    assert chosen()[0] == "new_window"
    assert (shortcuts._edit.isEnabled(), shortcuts._none.isEnabled()) == (True, True)
    shortcuts._tree.setCurrentItem(shortcuts._tree.topLevelItem(1))  # a menu
    assert chosen() == ("", "")


def test_a_free_key_warns_of_nothing_and_can_be_added(shortcuts: ShortcutsDialog) -> None:
    shortcuts.choose("swap")
    shortcuts.press("Ctrl+T")
    assert shortcuts.warning == ""
    shortcuts.add_key()
    assert shortcuts.shown_keys_of("swap") == "Alt+\\, Ctrl+T"


def test_everything_can_go_back_to_how_it_was_shipped(shortcuts: ShortcutsDialog) -> None:
    shortcuts.choose("swap")
    shortcuts.press("F8")
    shortcuts.use_only()
    shortcuts.reset()
    assert shortcuts.changed == {}
    assert shortcuts.shown_keys_of("next") == "Alt+Down, F8"


def test_what_a_person_says_of_a_side_becomes_its_origin(qtbot: QtBot) -> None:
    dialog = DetailsDialog(Side.LEFT, Origin(path="/a.txt", encoding="cp1251"), statement("One.").source)
    qtbot.addWidget(dialog)
    title, speaker, day = dialog.findChildren(QLineEdit)
    title.setText(" On the plant ")
    speaker.setText("The ministry")
    day.setText("2021-11-01")
    assert dialog.origin == Origin(
        path="/a.txt", encoding="cp1251", title="On the plant", speaker="The ministry", date=date(2021, 11, 1)
    )


def test_a_date_that_is_none_keeps_the_page_open_and_says_what_to_write(qtbot: QtBot) -> None:
    dialog = DetailsDialog(Side.RIGHT, Origin(path="/a.txt"), None)
    qtbot.addWidget(dialog)
    dialog.show()
    day = dialog.findChildren(QLineEdit)[2]
    day.setText("yesterday")
    dialog.accept_if_right()
    assert dialog.isVisible()
    assert dialog.problem == say("details.date_wrong")
    day.setText("2021-11-01")
    dialog.accept_if_right()
    assert not dialog.isVisible()


def test_what_the_file_says_stands_as_a_hint(qtbot: QtBot) -> None:
    source = replace(statement("One.").source, title="Its own title", date=date(2020, 2, 29))
    dialog = DetailsDialog(Side.LEFT, Origin(path="/a.txt"), source)
    qtbot.addWidget(dialog)
    hints = [line.placeholderText() for line in dialog.findChildren(QLineEdit)]
    assert hints == ["Its own title", "", "2020-02-29"]
    assert dialog.origin == Origin(path="/a.txt")


def test_about_says_what_the_program_does_not_claim(qtbot: QtBot) -> None:
    dialog = AboutDialog("1.2.3")
    qtbot.addWidget(dialog)
    assert "does not establish what is true" in say("about.truth")
    assert "WordNet" in licence_texts()
    assert "Noto" in licence_texts()


def test_the_legend_says_what_every_sign_means(qtbot: QtBot) -> None:
    dialog = LegendDialog(LIGHT)
    qtbot.addWidget(dialog)
    assert [line.split(":")[0] for line in dialog.lines()] == [
        "≠ Contradiction",
        "~ Qualified",
        "= Agreement",
        "? Unclear",
        "∅ Unanswered",
    ]
    assert all(line.endswith(".") for line in dialog.lines())


def test_the_legend_has_the_colours_of_the_theme(qtbot: QtBot) -> None:
    shown = []
    for theme in (LIGHT, DARK):
        dialog = LegendDialog(theme)
        qtbot.addWidget(dialog)
        shown.append(" ".join(label.styleSheet() for label in dialog.findChildren(QLabel)))
    assert LIGHT.qualified_ink in shown[0]
    assert DARK.qualified_ink in shown[1]


def test_the_settings_page_says_how_long_pasted_texts_are_kept(qtbot: QtBot) -> None:
    dialog = SettingsDialog(DEFAULTS, LIGHT)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(each.startswith("Pasted texts are kept in the data folder until") for each in words)


def test_about_names_the_models(qtbot: QtBot) -> None:
    dialog = AboutDialog("1.2.3", "small, wide.")
    qtbot.addWidget(dialog)
    assert "small, wide." in [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.parametrize(
    "make",
    [
        lambda: SettingsDialog(DEFAULTS, LIGHT),
        lambda: ShortcutsDialog({}),
        lambda: DetailsDialog(Side.LEFT, Origin(path="/a.txt"), statement("One.").source),
        lambda: AboutDialog("1.2.3", "models"),
        lambda: LegendDialog(LIGHT),
        lambda: ReportDialog(Reported(comparison("A1=B1")), frozenset(), "pdf"),
    ],
    ids=["settings", "shortcuts", "details", "about", "legend", "report"],
)
def test_everything_that_can_be_used_in_a_dialog_has_a_name_for_a_screen_reader(
    make: Callable[[], QDialog], qtbot: QtBot
) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
