"""The look of the window: colours that may be replaced, a style sheet without gaps, and the size of the type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from statement_compare.engine.colours import THEMES, TITLES
from statement_compare.engine.contrast import USES
from statement_compare.ui import fonts, stylesheet, theme


def test_any_colour_can_be_replaced() -> None:
    for token in theme.TOKENS:
        assert getattr(theme.recoloured(theme.LIGHT, {token: "#123456"}), token) == "#123456"
    assert theme.recoloured(theme.LIGHT, {"ink": "red"}).ink == "#ff0000"


@pytest.mark.parametrize("colours", [{"no_such_token": "#ffffff"}, {"ink": "no colour"}, {"is_dark": "#000000"}])
def test_a_colour_that_makes_no_sense_is_refused(colours: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="colour"):
        theme.recoloured(theme.LIGHT, colours)


def test_an_own_colour_may_be_for_all_themes_or_for_one() -> None:
    own = {"ink": "#111111", "dark.ink": "#eeeeee", "dark.paper": "#000001"}
    assert theme.own_colours(own, "light") == {"ink": "#111111"}
    assert theme.own_colours(own, "dark") == {"ink": "#eeeeee", "paper": "#000001"}
    assert (theme.resolve("dark", own).ink, theme.resolve("light", own).ink) == ("#eeeeee", "#111111")
    with pytest.raises(ValueError, match="unknown colour theme"):
        theme.resolve("light", {"pale.ink": "#111111"})


@pytest.mark.parametrize("choice", TITLES)
def test_a_chosen_theme_is_kept_whatever_the_system_says(qapp: QApplication, choice: str) -> None:
    assert theme.resolve(choice) == THEMES[choice]
    assert qapp is not None


def test_more_contrast_follows_the_system_between_light_and_dark(qapp: QApplication) -> None:
    assert theme.resolve("contrast") in (theme.LIGHT_CONTRAST, theme.DARK_CONTRAST)
    assert qapp is not None


def test_own_colours_are_part_of_the_resolved_theme(qapp: QApplication) -> None:
    assert theme.resolve("dark", {"accent": "#00ff00"}).accent == "#00ff00"
    assert qapp is not None


@pytest.mark.parametrize("name", THEMES)
def test_every_place_in_the_style_sheet_is_filled(name: str) -> None:
    sheet = stylesheet.stylesheet(THEMES[name])
    assert "@" not in sheet
    assert THEMES[name].accent in sheet


def test_the_style_sheet_is_understood_by_qt(qtbot: QtBot) -> None:
    """Qt warns of a sheet it cannot read, and a warning fails the test."""
    label = QLabel("words")
    qtbot.addWidget(label)
    label.setProperty("soft", "true")
    label.setStyleSheet(stylesheet.stylesheet(theme.LIGHT))
    label.ensurePolished()
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == theme.LIGHT.soft


def test_the_palette_is_made_of_the_tokens(qapp: QApplication) -> None:
    colours = stylesheet.palette(theme.DARK)
    assert colours.color(QPalette.ColorRole.Text).name() == theme.DARK.ink
    assert colours.color(QPalette.ColorRole.Window).name() == theme.DARK.paper
    assert qapp is not None


def test_the_bundled_type_is_used(qapp: QApplication) -> None:
    fonts.load_fonts()
    fonts.load_fonts()
    assert QFontInfo(fonts.reading_font()).family() == "Noto Serif"
    assert QFontInfo(fonts.interface_font(is_strong=True)).family() == "Inter"
    assert qapp is not None


@pytest.mark.parametrize("chosen", [theme.LIGHT, theme.DARK])
def test_what_cannot_be_used_looks_fainter_than_soft_ink(chosen: theme.Theme) -> None:
    def distance(colour: str) -> int:
        return abs(QColor(colour).lightness() - QColor(chosen.paper).lightness())

    assert distance(stylesheet.faded(chosen)) < 0.6 * distance(chosen.soft)
    rule = f"QPushButton:disabled, QToolButton:disabled {{ color: {stylesheet.faded(chosen)}"
    assert rule in stylesheet.stylesheet(chosen)


@pytest.fixture
def system_points(qapp: QApplication) -> Iterator[Callable[[float], None]]:
    """Sets the size of the system's type, and puts it back."""
    usual = qapp.font()

    def set_points(points: float) -> None:
        font = QFont(usual)
        font.setPointSizeF(points)
        qapp.setFont(font)

    yield set_points
    qapp.setFont(usual)


@pytest.mark.parametrize(("points", "share"), [(14, 19 / 13), (11, 15 / 13), (9, 1.0), (7, 1.0), (40, 2.0)])
def test_the_type_is_as_large_as_the_systems_and_never_smaller_than_usual(
    system_points: Callable[[float], None], points: float, share: float
) -> None:
    system_points(points)
    assert fonts.system_share() == pytest.approx(share)
    assert fonts.interface_share(100) == pytest.approx(share)
    sheet = stylesheet.stylesheet(theme.LIGHT)
    assert f'* {{ font-family: "Inter", "DejaVu Sans"; font-size: {round(13 * share)}px; }}' in sheet
    assert f'QLabel[title="true"] {{ font-size: {round(14 * share)}px;' in sheet


def test_zooming_comes_on_top_of_the_systems_size(system_points: Callable[[float], None]) -> None:
    system_points(11)
    assert fonts.interface_share(150) == pytest.approx(1.5 * 15 / 13)
    assert fonts.interface_share(80) == pytest.approx(15 / 13)
    assert fonts.interface_share(300) == 2.0


def test_what_the_style_sheet_lays_on_each_other_is_held_to_a_contrast() -> None:
    """Each rule that names the colour of words, and what is behind them."""
    laid: set[tuple[str, str]] = set()
    for selector, rules in re.findall(r"([^{}]+)\{([^}]*)\}", stylesheet._SHEET):
        if ":disabled" in selector:
            continue
        behind = re.search(r"(?<!-)background: @(\w+)", rules)
        words = re.search(r"(?<![-\w])color: @(\w+)", rules)
        if words is not None:
            laid.add((words[1], behind[1] if behind is not None else "paper"))
        chosen = re.search(r"selection-background-color: @(\w+); selection-color: @(\w+)", rules)
        if chosen is not None:
            laid.add((chosen[2], chosen[1]))
    assert len(laid) >= 5
    assert laid - {(use.token, use.on) for use in USES} == set()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("rows", [4, 8])
def test_an_opened_box_shows_all_that_it_offers(qtbot: QtBot, rows: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(stylesheet.stylesheet(theme.LIGHT))
    window.resize(400, 100)
    box = QComboBox(window)
    box.addItems([f"Format {n}" for n in range(rows)])
    window.show()
    qtbot.waitExposed(window)
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(box.model().index(rows - 1, 0))
    assert 20 <= last.height() <= 40
    assert view.viewport().rect().contains(last)
    box.hidePopup()
